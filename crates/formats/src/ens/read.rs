//! The push reader of ENS messages: one message is one whole file.

use super::fill::Fill;
use super::spans::restore_spans;
use crate::MESSAGE_BYTES_MAX;
use crate::message::ReadMessage;
use crate::xml::{Source, scan};
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::entry_summary::EntrySummary;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;

/// Reader of one file. Waits for its end.
#[derive(Debug, Default)]
pub(crate) struct EnsXml {
    /// Where a message began that is longer than the limit.
    skipped: Option<u64>,
}

impl EnsXml {
    pub(crate) fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        sink: &mut dyn FnMut(ReadMessage<'_>),
    ) -> usize {
        if self.skipped.is_none() && input.len() > MESSAGE_BYTES_MAX {
            self.skipped = Some(offset);
        }
        match self.skipped {
            Some(start) if at_end => {
                let len = offset + input.len() as u64 - start;
                let expected = format!("a message of at most {MESSAGE_BYTES_MAX} bytes");
                let whole = ByteSpan::new(0, len);
                let fault = Diagnostic::error("XML-LENGTH", whole, "", expected, &format!("{len} bytes"));
                sink(ReadMessage::refused(ByteSpan::new(start, len), &[], vec![fault]));
            }
            Some(_) => {}
            None if at_end && !input.is_empty() => sink(read_message(input, offset)),
            None if at_end => {}
            None => return 0,
        }
        input.len()
    }
}

fn read_message(bytes: &[u8], offset: u64) -> ReadMessage<'_> {
    let span = ByteSpan::new(offset, bytes.len() as u64);
    let source = match Source::decode(bytes) {
        Ok(source) => source,
        Err(fault) => return ReadMessage::refused(span, bytes, vec![fault]),
    };
    let mut fill = Fill::default();
    if let Some(fault) = scan(&source.text, &mut fill) {
        fill.say_first(fault);
    }
    let (entry_summary, mut diagnostics) = fill.finish();
    for diagnostic in &mut diagnostics {
        diagnostic.span = source.original(diagnostic.span);
    }
    let refused = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let Some(mut record) = entry_summary.filter(|_| !refused) else {
        return ReadMessage::refused(span, bytes, diagnostics);
    };
    if source.moves_places() {
        restore_spans(&source, &mut record);
    }
    let event_time = known(&record);
    ReadMessage {
        span,
        bytes,
        identity: None,
        record: Some(Record::EntrySummary(Box::new(record))),
        more: Vec::new(),
        received: None,
        event_time,
        diagnostics,
    }
}

fn known(record: &EntrySummary) -> Option<tidewaiter_model::time::UtcTime> {
    let stated = record.declared.as_ref().or(record.amended.as_ref());
    record.prepared.or(stated.map(|time| time.value))
}
