//! A file that is one message: its reader waits for the end.

use crate::MESSAGE_BYTES_MAX;
use crate::message::ReadMessage;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

/// Waits for the end of a file that is one XML message.
#[derive(Debug, Default)]
pub(crate) struct WholeXml {
    /// Where a message began that is longer than the limit.
    skipped: Option<u64>,
}

impl WholeXml {
    /// Takes a block; at the end `read_message` makes of the bytes and their offset what they are.
    pub(crate) fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        read_message: fn(&[u8], u64) -> ReadMessage<'_>,
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
