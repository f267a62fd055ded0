//! Messages in: detect, read, keep, count.

use crate::clock;
use crate::error::{Error, Result};
use crate::input::{self, Input, InputError, OpenInput};
use crate::progress::{Progress, Report};
use crate::shapes::{Counts, DIAGNOSTICS_SHOWN_MAX, FILES_SHOWN_MAX, FileReport, IngestReport};
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tidewaiter_formats::{Detected, MESSAGE_BYTES_MAX, Mapping, ReadMessage, Reader, detect};
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, FileReceipt, Ingest, MessageKey, NewFile, Store};

/// Bytes read from an input at a time.
const BLOCK_BYTES: usize = 4 << 20;
/// How much of an input is looked at to recognise its format.
pub(crate) const HEAD_BYTES: usize = 64 << 10;
/// A group of files is committed when it holds this many decompressed bytes …
const GROUP_BYTES_MAX: u64 = 256 << 20;
/// … or this many files …
const GROUP_FILES_MAX: usize = 5_000;
/// … or is this old, so that what was read is soon acknowledged.
const GROUP_AGE_MAX: Duration = Duration::from_secs(10);

/// How to ingest.
#[derive(Debug, Clone)]
pub struct IngestOptions {
    /// Archives: each record counts as known from its event time on.
    pub known_at_event_time: bool,
    /// Files with further declaration mappings; tried before those that ship with the product.
    pub mapping_files: Vec<PathBuf>,
    /// Most bytes of one input after decompression.
    pub bytes_max: u64,
    /// Who sent what is read, where that is known.
    pub sender: Option<String>,
    /// When what is read counts as received, unless it says so itself; the clock's time if not given.
    pub received: Option<UtcTime>,
}

impl Default for IngestOptions {
    fn default() -> Self {
        IngestOptions {
            known_at_event_time: false,
            mapping_files: Vec::new(),
            bytes_max: input::DECOMPRESSED_BYTES_MAX,
            sender: None,
            received: None,
        }
    }
}

/// The mappings that apply: the user's first, then those that ship with the product.
pub fn mappings(files: &[PathBuf]) -> Result<Vec<Mapping>> {
    let mut mappings = Vec::new();
    for path in files {
        let name = path.display().to_string();
        let text =
            std::fs::read_to_string(path).map_err(|source| Error::File { path: name.clone(), source })?;
        let mapping =
            Mapping::from_toml(&text).map_err(|diagnostics| Error::Settings { path: name, diagnostics })?;
        mappings.push(mapping);
    }
    mappings.extend(Mapping::builtin());
    Ok(mappings)
}

/// Reads everything named and keeps it. What is in the answer is committed.
///
/// An input that cannot be read at all leaves no trace and is named with its error; the others go on.
pub async fn ingest(
    store: &Store,
    act: &Act<'_>,
    names: &[PathBuf],
    options: &IngestOptions,
    progress: Report<'_>,
) -> Result<IngestReport> {
    let mappings = mappings(&options.mapping_files)?;
    let listing = input::list(names);
    let total = listing.inputs.iter().map(|(_, size)| *size).sum::<Option<u64>>();
    let mut report = IngestReport::default();
    for (name, error) in listing.errors {
        push_unreadable(&mut report, name, error.to_string(), Vec::new());
    }
    let mut queue = listing.inputs.into_iter().peekable();
    let mut done_bytes = 0u64;
    while queue.peek().is_some() {
        let mut group = Group::begin(store, &mappings, options).await?;
        for (input, _) in queue.by_ref() {
            let mut show = |item: &str, bytes: u64| {
                progress(Progress { work: "ingest", item, done: done_bytes + bytes, total, unit: "bytes" });
            };
            done_bytes += group.add(&input, &mut show)?;
            if group.is_full() {
                break;
            }
        }
        group.commit(act, &mut report).await?;
    }
    // The messages are in, whatever becomes of this; it is tried again after the next ingest.
    let _ = store.compact().await;
    Ok(report)
}

/// Keeps bytes that stand in no file under a name, as one input. Used by replay.
pub(crate) async fn ingest_bytes(
    store: &Store,
    act: &Act<'_>,
    name: &str,
    bytes: &[u8],
    options: &IngestOptions,
) -> Result<FileReport> {
    let mappings = mappings(&options.mapping_files)?;
    let mut report = IngestReport::default();
    let mut group = Group::begin(store, &mappings, options).await?;
    group.add_bytes(name, bytes)?;
    group.commit(act, &mut report).await?;
    report.files.pop().ok_or_else(|| Error::Use(format!("{name} gave no receipt")))
}

fn push_unreadable(report: &mut IngestReport, name: String, error: String, diagnostics: Vec<Diagnostic>) {
    report.unreadable += 1;
    if report.files.len() < FILES_SHOWN_MAX {
        let counts = Counts::default();
        report.files.push(FileReport { name, format: None, counts, error: Some(error), diagnostics });
    }
}

/// What is known of a file before the group is committed.
pub(crate) struct Pending {
    name: String,
    pub(crate) format: String,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Files that are committed together.
pub(crate) struct Group<'a> {
    pub(crate) ingest: Ingest,
    mappings: &'a [Mapping],
    options: &'a IngestOptions,
    /// When the files count as received.
    pub(crate) received: UtcTime,
    /// Who sent the next file, unless it is the same for all.
    pub(crate) sender: Option<String>,
    begun: Instant,
    files: usize,
    pub(crate) pending: HashMap<i64, Pending>,
    unreadable: Vec<(String, String, Vec<Diagnostic>)>,
}

impl<'a> Group<'a> {
    pub(crate) async fn begin(
        store: &Store,
        mappings: &'a [Mapping],
        options: &'a IngestOptions,
    ) -> Result<Group<'a>> {
        Ok(Group {
            ingest: store.begin_ingest().await?,
            mappings,
            options,
            received: options.received.unwrap_or_else(clock::now),
            sender: options.sender.clone(),
            begun: Instant::now(),
            files: 0,
            pending: HashMap::new(),
            unreadable: Vec::new(),
        })
    }

    fn is_full(&self) -> bool {
        self.files >= GROUP_FILES_MAX
            || self.ingest.pending_bytes() >= GROUP_BYTES_MAX
            || self.begun.elapsed() >= GROUP_AGE_MAX
    }

    /// Reads one input; returns how many bytes it took from the disk. Only a failing store ends the group.
    fn add(&mut self, input: &Input, show: &mut dyn FnMut(&str, u64)) -> Result<u64> {
        self.files += 1;
        let name = input.name();
        let mut open = match OpenInput::open(input, self.options.bytes_max) {
            Ok(open) => open,
            Err(error) => {
                self.unreadable.push((name, error.to_string(), Vec::new()));
                return Ok(0);
            }
        };
        let outcome = self.read(&name, &mut open, BLOCK_BYTES, show)?;
        if let Err((error, diagnostics)) = outcome {
            self.unreadable.push((name, error, diagnostics));
        }
        Ok(open.raw_bytes())
    }

    fn add_bytes(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        let detected = match detect(head, self.mappings) {
            Ok(detected) => detected,
            Err(diagnostic) => {
                self.unreadable.push((name.to_owned(), said(&diagnostic), vec![diagnostic]));
                return Ok(());
            }
        };
        let mut reader = Reader::new(&detected, self.mappings, name);
        let mut sink = self.open_file(name, &detected)?;
        sink.ingest.archive(bytes)?;
        reader.read(bytes, 0, true, &mut |message| sink.take(&message));
        let size = bytes.len() as u64;
        let (diagnostics, number, format) = sink.finish(size)?;
        self.pending.insert(number, Pending { name: name.to_owned(), format, diagnostics });
        Ok(())
    }

    fn open_file<'g>(&'g mut self, name: &str, detected: &Detected) -> Result<Sink<'g>> {
        let format = label(detected, self.mappings);
        let sender = self.sender.as_deref();
        let file = NewFile { name, format: &format, received: self.received, sender };
        let number = self.ingest.open_file(file)?;
        Ok(Sink {
            ingest: &mut self.ingest,
            number,
            format,
            received: self.received,
            known_at_event_time: self.options.known_at_event_time,
            diagnostics: Vec::new(),
            told: Told::Nobody,
            failed: None,
        })
    }

    /// Reads an opened input and gives its number, or why it could not be read. `first_bytes` is how much is read to
    /// begin with.
    #[allow(clippy::type_complexity)]
    pub(crate) fn read(
        &mut self,
        name: &str,
        open: &mut OpenInput,
        first_bytes: usize,
        show: &mut dyn FnMut(&str, u64),
    ) -> Result<std::result::Result<i64, (String, Vec<Diagnostic>)>> {
        let plain = |error: InputError| Ok(Err((error.to_string(), Vec::new())));
        let mut buffer = Vec::new();
        let mut at_end = match open.fill(&mut buffer, first_bytes) {
            Ok(at_end) => at_end,
            Err(error) => return plain(error),
        };
        let head = &buffer[..buffer.len().min(HEAD_BYTES)];
        let detected = match detect(head, self.mappings) {
            Ok(detected) => detected,
            Err(diagnostic) => return Ok(Err((said(&diagnostic), vec![diagnostic]))),
        };
        let mut reader = Reader::new(&detected, self.mappings, name);
        let mut sink = self.open_file(name, &detected)?;
        let mut offset = 0u64;
        let mut archived = 0usize;
        let input_error = loop {
            sink.ingest.archive(&buffer[archived..])?;
            archived = buffer.len();
            let consumed = reader.read(&buffer, offset, at_end, &mut |message| sink.take(&message));
            if let Some(error) = sink.failed.take() {
                return Err(error.into());
            }
            offset += consumed as u64;
            buffer.drain(..consumed);
            archived -= consumed;
            show(name, open.raw_bytes());
            if at_end {
                break None;
            }
            // A message longer than a block needs a longer buffer; the reader skips what exceeds its limit.
            let more = BLOCK_BYTES.max(buffer.len().min(MESSAGE_BYTES_MAX));
            match open.fill(&mut buffer, more) {
                Ok(end) => at_end = end,
                Err(error) => break Some(error),
            }
        };
        let input_error = input_error.or_else(|| open.check_unchanged().err());
        if let Some(error) = input_error {
            sink.ingest.abandon_file();
            return plain(error);
        }
        let (diagnostics, number, format) = sink.finish(open.given_bytes())?;
        self.pending.insert(number, Pending { name: name.to_owned(), format, diagnostics });
        Ok(Ok(number))
    }

    async fn commit(self, act: &Act<'_>, report: &mut IngestReport) -> Result<()> {
        let mut pending = self.pending;
        for receipt in self.ingest.commit(&act.at(clock::now())).await? {
            let FileReceipt { number, name, read, accepted, duplicate, quarantined, conflicts } = receipt;
            let counts = Counts { read, accepted, duplicate, quarantined, conflicts };
            report.counts.add(counts);
            if report.files.len() < FILES_SHOWN_MAX {
                let known = pending.remove(&number);
                let (name, format, diagnostics) = known.map_or((name, None, Vec::new()), |known| {
                    (known.name, Some(known.format), known.diagnostics)
                });
                report.files.push(FileReport { name, format, counts, error: None, diagnostics });
            }
        }
        for (name, error, diagnostics) in self.unreadable {
            push_unreadable(report, name, error, diagnostics);
        }
        Ok(())
    }
}

/// How receipts name a format: with its mapping where one was used.
fn label(detected: &Detected, mappings: &[Mapping]) -> String {
    let format = detected.format.as_str();
    match detected.mapping.and_then(|place| mappings.get(place)) {
        Some(mapping) => format!("{format}:{}", mapping.name()),
        None => format.to_owned(),
    }
}

fn said(diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, expected, found, .. } = diagnostic;
    format!("{code}: expected {expected}; found {found}")
}

/// Whom the messages of a file name as their sender.
enum Told {
    /// None of them anybody.
    Nobody,
    /// All of them the same, or nobody.
    One(String),
    /// Some one, some another.
    Several,
}

impl Told {
    fn note(&mut self, sender: &str) {
        match self {
            _ if sender.is_empty() => {}
            Told::Nobody => *self = Told::One(sender.to_owned()),
            Told::One(known) if known != sender => *self = Told::Several,
            Told::One(_) | Told::Several => {}
        }
    }
}

/// A record whose acceptance, where the message did not say, is its receipt.
fn dated<'a>(record: &Record<'a>, received: UtcTime) -> Record<'a> {
    match record {
        Record::Declaration(declaration) if declaration.accepted == UtcTime::MIN => {
            Record::Declaration(Box::new(ImportDeclaration { accepted: received, ..(**declaration).clone() }))
        }
        other => other.clone(),
    }
}

/// Takes the messages of one file.
struct Sink<'g> {
    ingest: &'g mut Ingest,
    number: i64,
    format: String,
    received: UtcTime,
    known_at_event_time: bool,
    diagnostics: Vec<Diagnostic>,
    told: Told,
    failed: Option<tidewaiter_store::StoreError>,
}

impl Sink<'_> {
    fn take(&mut self, message: &ReadMessage<'_>) {
        if self.failed.is_some() {
            return;
        }
        self.note(message);
        if let Err(error) = self.keep(message) {
            self.failed = Some(error);
        }
    }

    fn note(&mut self, message: &ReadMessage<'_>) {
        let room = DIAGNOSTICS_SHOWN_MAX.saturating_sub(self.diagnostics.len());
        self.diagnostics.extend(message.diagnostics.iter().take(room).map(|diagnostic| Diagnostic {
            // Counted from the start of the file, so that the user finds the place in what was sent.
            span: diagnostic.span.shifted(message.span.start),
            ..diagnostic.clone()
        }));
    }

    fn keep(&mut self, message: &ReadMessage<'_>) -> std::result::Result<(), tidewaiter_store::StoreError> {
        let Some(record) = &message.record else {
            return self.ingest.quarantine(message.span, message.bytes, &message.diagnostics);
        };
        let known = if self.known_at_event_time { message.event_time } else { message.received };
        let received = known.unwrap_or(self.received);
        let (source, id) = match &message.identity {
            Some(identity) => (identity.source.as_ref(), Some(identity.id.as_ref())),
            None => ("", None),
        };
        self.told.note(match record {
            Record::EntrySummary(entry) => entry.sender.trim(),
            _ => source,
        });
        let key = MessageKey { source, id, bytes: message.bytes };
        let undated =
            |record: &Record<'_>| matches!(record, Record::Declaration(one) if one.accepted == UtcTime::MIN);
        if undated(record) {
            let records: Vec<_> =
                std::iter::once(record).chain(&message.more).map(|record| dated(record, received)).collect();
            return self.ingest.message(key, message.span, received, &records);
        }
        if message.more.is_empty() {
            return self.ingest.message(key, message.span, received, std::slice::from_ref(record));
        }
        let mut records = Vec::with_capacity(1 + message.more.len());
        records.push(record.clone());
        records.extend(message.more.iter().cloned());
        self.ingest.message(key, message.span, received, &records)
    }

    fn finish(self, size: u64) -> Result<(Vec<Diagnostic>, i64, String)> {
        if let Some(error) = self.failed {
            return Err(error.into());
        }
        if let Told::One(sender) = &self.told {
            self.ingest.name_sender(sender)?;
        }
        self.ingest.close_file(size)?;
        Ok((self.diagnostics, self.number, self.format))
    }
}
