//! Rows of the canonical CSV to status events.

use super::rows::{StatusLine, StatusRows};
use crate::csv::{Quotes, Scratch, split};
use crate::message::{Identity, ReadMessage};
use std::borrow::Cow;
use tidewaiter_model::record::Record;

/// Reader of one file; see [`StatusRows`].
#[derive(Debug, Clone)]
pub(crate) struct StatusCsv(StatusRows);

impl StatusCsv {
    pub(crate) fn new() -> StatusCsv {
        StatusCsv(StatusRows::new(true))
    }

    pub(crate) fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        sink: &mut dyn FnMut(ReadMessage<'_>),
    ) -> usize {
        self.0.read(input, offset, at_end, &mut |line| sink(message(line)))
    }
}

/// The names in a header line.
pub(crate) fn header(bytes: &[u8], separator: u8, quotes: Quotes, scratch: &mut Scratch) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    split(&text, separator, quotes, scratch).to_vec()
}

fn message(line: StatusLine<'_>) -> ReadMessage<'_> {
    let StatusLine { span, bytes, fields, diagnostics } = line;
    let Some(fields) = fields else { return ReadMessage::refused(span, bytes, diagnostics) };
    let identity = Identity { source: Cow::Borrowed(fields.source), id: Cow::Borrowed(fields.message_id) };
    ReadMessage {
        span,
        bytes,
        identity: Some(identity),
        received: fields.received.or(fields.created),
        event_time: Some(fields.known_at_event_time()),
        record: Some(Record::Status(fields.event())),
        more: Vec::new(),
        diagnostics,
    }
}
