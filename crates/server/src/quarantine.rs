//! Messages that could not become records: list, show, correct, replay.

use crate::clock;
use crate::error::{Error, Result};
use crate::ingest::{HEAD_BYTES, IngestOptions, ingest_bytes, mappings};
use crate::shapes::{DIAGNOSTICS_SHOWN_MAX, QuarantineView, ReplayReport, ReplayedMessage};
use tidewaiter_formats::{Mapping, Reader, detect};
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
/// leaves quarantine; the others stay as they are, and of a correction that does not help nothing is kept.
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
    let mappings = mappings(&options.mapping_files)?;
    let received = match options.received {
        Some(received) => Some(received),
        None => clock::world_time(store).await?,
    };
    let options = IngestOptions { received, ..options.clone() };
    let mut messages = Vec::with_capacity(ids.len());
    for id in ids {
        let row = store.quarantine_get(id).await?.ok_or(Error::NoSuchQuarantine(id))?;
        if row.state != QuarantineState::Open {
            return Err(Error::Use(format!(
                "message {id} has left quarantine already ({})",
                row.state.as_str()
            )));
        }
        messages.push(replay_one(store, act, &row, corrected, &mappings, &options).await?);
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
    mappings: &[Mapping],
    options: &IngestOptions,
) -> Result<ReplayedMessage> {
    let id = row.id;
    let body = match corrected {
        Some(bytes) => bytes,
        None => content(row)?,
    };
    let header = header(store, row, body).await?;
    let input = [&header, body].concat();
    let name = format!("quarantine:{id}");
    // First without keeping anything: what fails again must not stand in quarantine twice.
    let Trial { clean, mut diagnostics } = trial(&name, &input, mappings);
    for diagnostic in &mut diagnostics {
        diagnostic.span = behind(header.len() as u64, diagnostic.span);
    }
    let mut resolved = false;
    if clean {
        // Whoever corrects a message, it is still the sender's.
        let options = IngestOptions { sender: row.sender.clone(), ..options.clone() };
        let report = ingest_bytes(store, act, &name, &input, &options).await?;
        resolved = report.error.is_none() && report.counts.quarantined == 0;
    }
    if resolved {
        let how = Resolution { state: QuarantineState::Replayed, note: &name };
        store.quarantine_resolve(&act.at(clock::now()), id, how).await?;
    }
    Ok(ReplayedMessage { id, resolved, diagnostics })
}

/// What a reader says of an input of which nothing is kept.
struct Trial {
    /// Whether there is a message in it, and every one is a record.
    clean: bool,
    /// With places counted from the first byte of the input; at most [`DIAGNOSTICS_SHOWN_MAX`].
    diagnostics: Vec<Diagnostic>,
}

fn trial(name: &str, input: &[u8], mappings: &[Mapping]) -> Trial {
    let head = &input[..input.len().min(HEAD_BYTES)];
    let detected = match detect(head, mappings) {
        Ok(detected) => detected,
        Err(diagnostic) => return Trial { clean: false, diagnostics: vec![diagnostic] },
    };
    let (mut read, mut records) = (0u64, 0u64);
    let mut diagnostics = Vec::new();
    Reader::new(&detected, mappings, name).read(input, 0, true, &mut |message| {
        read += 1;
        records += u64::from(message.record.is_some());
        let room = DIAGNOSTICS_SHOWN_MAX.saturating_sub(diagnostics.len());
        diagnostics.extend(message.diagnostics.into_iter().take(room).map(|diagnostic| Diagnostic {
            span: diagnostic.span.shifted(message.span.start),
            ..diagnostic
        }));
    });
    Trial { clean: read > 0 && records == read && diagnostics.iter().all(is_warning), diagnostics }
}

/// A span of the input as one of what stands behind its first `header` bytes; what lies before comes to its start.
fn behind(header: u64, span: ByteSpan) -> ByteSpan {
    let cut = header.saturating_sub(span.start).min(span.len);
    ByteSpan::new(span.start.saturating_sub(header), span.len - cut)
}

fn is_warning(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Warning
}

/// The header line of the file that a row stood in, without which it means nothing; empty where there is none or the
/// body brings its own.
async fn header(store: &Store, row: &QuarantineRow, body: &[u8]) -> Result<Vec<u8>> {
    let start = row.message.span.start;
    let is_bulk = row.format.contains("csv");
    if !is_bulk || start == 0 {
        return Ok(Vec::new());
    }
    let head = MessageRef { file: row.message.file, span: ByteSpan::new(0, start.min(HEADER_BYTES_MAX)) };
    let mut head = store.message_bytes(head).await?;
    let Some(end) = head.iter().position(|byte| *byte == b'\n') else { return Ok(Vec::new()) };
    head.truncate(end + 1);
    if body.starts_with(head.trim_ascii_end()) {
        return Ok(Vec::new());
    }
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_from_what_the_reader_sent() {
        for ((start, len), moved) in
            [((12, 4), (2, 4)), ((10, 4), (0, 4)), ((8, 5), (0, 3)), ((2, 3), (0, 0))]
        {
            assert_eq!(behind(10, ByteSpan::new(start, len)), ByteSpan::new(moved.0, moved.1));
        }
        assert_eq!(behind(0, ByteSpan::new(3, 4)), ByteSpan::new(3, 4));
    }
}
