//! Files that others send: many at once, kept in one commit, each with a receipt of its own.

use crate::clock;
use crate::error::Result;
use crate::ingest::{Group, HEAD_BYTES, IngestOptions, mappings};
use crate::input::{InputError, OpenInput};
use crate::shapes::{Counts, FileReport};
use bytes::Bytes;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, Arrivals, FileReceipt, Store};

/// How the sender of a file says that it is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// Nothing was said: its first bytes tell.
    AsRecognised,
    /// gzip.
    Gzip,
    /// zstd.
    Zstd,
}

impl Compression {
    /// The kind that the bytes must have.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Compression::AsRecognised => None,
            Compression::Gzip => Some("gzip"),
            Compression::Zstd => Some("zstd"),
        }
    }
}

/// A file that somebody sent.
#[derive(Debug, Clone)]
pub struct Upload {
    /// As the sender names it.
    pub name: String,
    /// Who sent it.
    pub sender: Option<String>,
    /// Its bytes as sent.
    pub bytes: Bytes,
    /// How they are compressed.
    pub compression: Compression,
}

/// What became of an upload.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// Number of the file in the store; `None` when nothing of it was kept.
    pub number: Option<i64>,
    /// When it counts as received.
    pub time: UtcTime,
    /// Counts, or why it could not be read.
    pub report: FileReport,
}

/// Keeps what was sent in one commit, and answers each upload by itself, in their order, with what came in. An upload that cannot be read
/// leaves no trace and does not hinder the others.
///
/// # Errors
/// What the store said; then nothing of it was kept.
pub async fn ingest_uploads(
    store: &Store,
    act: &Act<'_>,
    uploads: Vec<Upload>,
    received: UtcTime,
    options: &IngestOptions,
) -> Result<(Vec<Received>, Arrivals)> {
    let mappings = mappings(&options.mapping_files)?;
    let mut group = Group::begin(store, &mappings, options).await?;
    group.received = received;
    let arrivals = group.ingest.keep_arrivals();
    let mut read = Vec::with_capacity(uploads.len());
    for Upload { name, sender, bytes, compression } in uploads {
        group.sender = sender;
        // One byte more than there is tells that this is the end.
        let whole = bytes.len() + 1;
        let number = match open(&name, bytes, compression, options.bytes_max) {
            Ok(mut open) => {
                let first_bytes = if open.is_compressed() { whole.max(HEAD_BYTES) } else { whole };
                group.read(&name, &mut open, first_bytes, &mut |_, _| {})?
            }
            Err(error) => Err((error.to_string(), Vec::new())),
        };
        read.push((name, number));
    }
    let Group { ingest, mut pending, .. } = group;
    let receipts = ingest.commit(&act.at(clock::now())).await?;
    let mut receipts: HashMap<i64, FileReceipt> =
        receipts.into_iter().map(|receipt| (receipt.number, receipt)).collect();
    let received = read.into_iter().map(|(name, number)| {
        let kept = number.as_ref().ok().and_then(|number| receipts.remove(number));
        let report = match (kept, number) {
            (Some(receipt), Ok(number)) => {
                let pending = pending.remove(&number);
                let (format, diagnostics) =
                    pending.map(|pending| (pending.format, pending.diagnostics)).unwrap_or_default();
                let FileReceipt { read, accepted, duplicate, quarantined, conflicts, .. } = receipt;
                let counts = Counts { read, accepted, duplicate, quarantined, conflicts };
                return Received {
                    number: Some(number),
                    time: received,
                    report: FileReport { name, format: Some(format), counts, error: None, diagnostics },
                };
            }
            (_, Err((error, diagnostics))) => refused(name, error, diagnostics),
            (None, Ok(_)) => refused(name, "it gave no receipt".to_owned(), Vec::new()),
        };
        Received { number: None, time: received, report }
    });
    Ok((received.collect(), Arc::into_inner(arrivals).and_then(OnceLock::into_inner).unwrap_or_default()))
}

fn open(
    name: &str,
    bytes: Bytes,
    compression: Compression,
    bytes_max: u64,
) -> std::result::Result<OpenInput, InputError> {
    let open = OpenInput::of_bytes(name, bytes, bytes_max)?;
    open.must_be(compression.word())?;
    Ok(open)
}

fn refused(name: String, error: String, diagnostics: Vec<Diagnostic>) -> FileReport {
    FileReport { name, format: None, counts: Counts::default(), error: Some(error), diagnostics }
}
