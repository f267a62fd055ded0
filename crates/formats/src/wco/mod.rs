//! Customs declarations and answers in the XML of the WCO Data Model, version 3.6, as national systems use it.
//!
//! One table of elements (`elements.txt`) drives reading, writing, counting leaves, pointers and the reference of
//! fields. What the table does not know is kept as path and text and written back in its place.

mod answer;
mod import;
mod map;
mod pointer;
mod read;
mod table;
mod totals;
mod tree;
mod value;
mod write;

pub use answer::{accept, control, function, reject};
pub use pointer::{location, pointers};
pub use read::{MessageKind, Reading, read};
pub use table::{Kind, Node, Occurrence, Table, table};
pub use write::write;

use crate::DIAGNOSTICS_MAX;
use crate::check::{CheckError, Verdict};
use crate::message::ReadMessage;
use crate::whole::WholeXml;
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;

/// Reader of one file, which is one message. Waits for its end.
#[derive(Debug, Default)]
pub(crate) struct WcoXml(WholeXml);

impl WcoXml {
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

/// A message as records of its goods items. Errors in single values leave the item standing as a warning; only what the
/// risk side cannot use at all refuses it.
fn read_message(bytes: &[u8], offset: u64) -> ReadMessage<'_> {
    let span = ByteSpan::new(offset, bytes.len() as u64);
    let Reading { message, mut diagnostics, .. } = read(bytes);
    let Some(message) = message else {
        return ReadMessage::refused(span, bytes, diagnostics);
    };
    for said in &mut diagnostics {
        said.severity = Severity::Warning;
    }
    let items = match import::items(&message) {
        Ok(items) => items,
        Err(refusal) => {
            let whole = ByteSpan::new(0, span.len);
            let path = if message.declaration.is_some() { "/Declaration[1]" } else { "" };
            let fault = Diagnostic::error(refusal.code, whole, path, refusal.expected, refusal.found);
            diagnostics.insert(0, fault);
            return ReadMessage::refused(span, bytes, shortened(diagnostics));
        }
    };
    let event_time = items.first().map(|item| item.accepted).filter(|accepted| *accepted > UtcTime::MIN);
    let mut records = items.into_iter().map(|item| Record::Declaration(Box::new(item)));
    ReadMessage {
        span,
        bytes,
        identity: None,
        record: records.next(),
        more: records.collect(),
        received: None,
        event_time,
        diagnostics: shortened(diagnostics),
    }
}

/// At most [`DIAGNOSTICS_MAX`], the last of which says that there were more.
fn shortened(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if diagnostics.len() > DIAGNOSTICS_MAX {
        let more = format!("{} more", diagnostics.len() - (DIAGNOSTICS_MAX - 1));
        diagnostics.truncate(DIAGNOSTICS_MAX - 1);
        let span = diagnostics.last().map(|said| said.span).unwrap_or_default();
        let expected = format!("at most {DIAGNOSTICS_MAX} findings in one message");
        diagnostics.push(Diagnostic::warning("WCO-MORE", span, "", expected, &more));
    }
    diagnostics
}

/// The verdict on a message: every error with its place, and what became of its leaves.
pub fn check(bytes: &[u8]) -> Verdict {
    let Reading { kind, message, leaves, diagnostics } = read(bytes);
    let errors: Vec<CheckError> = diagnostics
        .iter()
        .filter(|said| said.severity == Severity::Error)
        .map(|said| {
            let text = format!("expected {}, found `{}`", said.expected, said.found);
            CheckError::new(said.code.as_str(), said.path.as_str(), said.span, text)
        })
        .collect();
    let readable = message.is_some() && kind.is_some();
    Verdict {
        message: kind.map_or("", MessageKind::as_str).to_owned(),
        readable,
        schema_valid: readable && errors.is_empty(),
        errors,
        segments: None,
        leaves: message.is_some().then_some(leaves),
    }
}
