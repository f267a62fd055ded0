//! What a reader hands on.

use std::borrow::Cow;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;

/// Who sent a message under which number: two messages with the same pair are a duplicate or a conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity<'a> {
    /// Who reported it; empty when the message does not say.
    pub source: Cow<'a, str>,
    /// The sender's number of the message.
    pub id: Cow<'a, str>,
}

/// One message, as a record or with the reasons why it is none.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadMessage<'a> {
    /// The message's bytes within the whole input, without line end.
    pub span: ByteSpan,
    /// The same bytes; empty when the message is longer than the limit of its format.
    pub bytes: &'a [u8],
    /// Source and number of a bulk row or a DCSA event; `None` when the bytes themselves are the identity (ENS).
    pub identity: Option<Identity<'a>>,
    /// What was understood; `None` sends the message to quarantine.
    pub record: Option<Record<'a>>,
    /// Further records of the same message: the second and later containers of one DCSA event.
    pub more: Vec<Record<'a>>,
    /// When this administration received it, if the message says; `None` stands for the time of ingest.
    pub received: Option<UtcTime>,
    /// When an archive loaded with `--known-at-event-time` counts it as known. The event time; for estimated,
    /// planned and requested events the earlier of event and creation time; for an ENS its preparation time, or
    /// else the declaration's or amendment's; for an import declaration its acceptance.
    pub event_time: Option<UtcTime>,
    /// What the reader has to say. At least one of severity `Error` when there is no record.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> ReadMessage<'a> {
    /// A message that became no record.
    pub(crate) fn refused(span: ByteSpan, bytes: &'a [u8], diagnostics: Vec<Diagnostic>) -> ReadMessage<'a> {
        ReadMessage {
            span,
            bytes,
            identity: None,
            record: None,
            more: Vec::new(),
            received: None,
            event_time: None,
            diagnostics,
        }
    }
}
