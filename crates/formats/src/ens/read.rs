//! The push reader of ENS messages: one message is one whole file.

use super::fill::Fill;
use super::spans::restore_spans;
use crate::message::ReadMessage;
use crate::whole::WholeXml;
use crate::xml::{Source, scan};
use tidewaiter_model::diagnostic::Severity;
use tidewaiter_model::entry_summary::EntrySummary;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;

/// Reader of one file, which is one message. Waits for its end.
#[derive(Debug, Default)]
pub(crate) struct EnsXml(WholeXml);

impl EnsXml {
    pub(crate) fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        sink: &mut dyn FnMut(ReadMessage<'_>),
    ) -> usize {
        self.0.read(input, offset, at_end, read_message, sink)
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
