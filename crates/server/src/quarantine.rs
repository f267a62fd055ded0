//! Messages that could not become records: list, show, correct, replay.

use crate::clock;
use crate::error::{Error, Result};
use crate::ingest::{IngestOptions, ingest_bytes};
use crate::shapes::{QuarantineView, ReplayReport, ReplayedMessage};
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_store::{Act, QuarantineRow, QuarantineState, Resolution, Store};

/// Most messages listed at a time.
pub const LIST_MAX: i64 = 1_000;
/// Bytes at the start of a bulk file in which its header line must end for a row to be replayed.
const HEADER_BYTES_MAX: u64 = 64 << 10;

/// The messages in quarantine, oldest first, at most `limit`.
pub async fn list(store: &Store, limit: i64, open_only: bool) -> Result<Vec<QuarantineView>> {
    let rows = store.quarantine_list(limit.clamp(1, LIST_MAX), open_only).await?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        views.push(view(row, None));
    }
    Ok(views)
}

/// One message with its content.
pub async fn show(store: &Store, id: i64) -> Result<QuarantineView> {
    let row = store.quarantine_get(id).await?.ok_or(Error::NoSuchQuarantine(id))?;
    let text = String::from_utf8_lossy(content(&row)?).into_owned();
    Ok(view(row, Some(text)))
}

fn view(row: QuarantineRow, text: Option<String>) -> QuarantineView {
    QuarantineView {
        id: row.id,
        state: row.state.as_str().to_owned(),
        file: row.file_name,
        format: row.format,
        received: row.received,
        span: row.message.span,
        diagnostics: row.diagnostics,
        text,
    }
}

fn content(row: &QuarantineRow) -> Result<&[u8]> {
    let QuarantineRow { id, message, .. } = row;
    row.bytes.as_deref().ok_or_else(|| {
        let length = message.span.len;
        Error::Use(format!(
            "message {id} has {length} bytes, too long to show; cut it out of the file it came in"
        ))
    })
}

/// Reads messages again, as they were sent or as corrected. A message that is a record now, or was known already,
/// leaves quarantine; the others stay.
pub async fn replay(
    store: &Store,
    act: &Act<'_>,
    ids: &[i64],
    corrected: Option<&[u8]>,
    options: &IngestOptions,
) -> Result<ReplayReport> {
    if corrected.is_some() && ids.len() != 1 {
        return Err(Error::Use(
            "a corrected message replaces exactly one message; name its number".to_owned(),
        ));
    }
    let ids = if ids.is_empty() {
        store.quarantine_list(LIST_MAX, true).await?.iter().map(|row| row.id).collect()
    } else {
        ids.to_vec()
    };
    let mut messages = Vec::with_capacity(ids.len());
    for id in ids {
        let row = store.quarantine_get(id).await?.ok_or(Error::NoSuchQuarantine(id))?;
        if row.state != QuarantineState::Open {
            return Err(Error::Use(format!(
                "message {id} has left quarantine already ({})",
                row.state.as_str()
            )));
        }
        messages.push(replay_one(store, act, &row, corrected, options).await?);
    }
    let resolved = messages.iter().filter(|message| message.resolved).count() as u64;
    let tried = messages.len() as u64;
    Ok(ReplayReport { tried, resolved, remaining: tried - resolved, messages })
}

async fn replay_one(
    store: &Store,
    act: &Act<'_>,
    row: &QuarantineRow,
    corrected: Option<&[u8]>,
    options: &IngestOptions,
) -> Result<ReplayedMessage> {
    let id = row.id;
    let body = match corrected {
        Some(bytes) => bytes.to_vec(),
        None => content(row)?.to_vec(),
    };
    let input = with_header(store, row, body).await?;
    let name = format!("quarantine:{id}");
    // Whoever corrects a message, it is still the sender's.
    let options = IngestOptions { sender: row.sender.clone(), ..options.clone() };
    let report = ingest_bytes(store, act, &name, &input, &options).await?;
    let counts = report.counts;
    // Unchanged, it is known to quarantine already and counts as a duplicate with diagnostics.
    let clean = counts.quarantined == 0 && report.diagnostics.iter().all(is_warning);
    let resolved = report.error.is_none() && clean && counts.read > 0;
    if resolved {
        let how = Resolution { state: QuarantineState::Replayed, note: &name };
        store.quarantine_resolve(&act.at(clock::now()), id, how).await?;
    }
    Ok(ReplayedMessage { id, resolved, diagnostics: report.diagnostics })
}

fn is_warning(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Warning
}

/// A row of a bulk file means nothing without the header line of its file.
async fn with_header(store: &Store, row: &QuarantineRow, body: Vec<u8>) -> Result<Vec<u8>> {
    let start = row.message.span.start;
    let is_bulk = row.format.contains("csv");
    if !is_bulk || start == 0 {
        return Ok(body);
    }
    let head = MessageRef { file: row.message.file, span: ByteSpan::new(0, start.min(HEADER_BYTES_MAX)) };
    let head = store.message_bytes(head).await?;
    let Some(end) = head.iter().position(|byte| *byte == b'\n') else { return Ok(body) };
    let header = &head[..=end];
    if body.starts_with(header.trim_ascii_end()) {
        return Ok(body);
    }
    Ok([header, &body].concat())
}
