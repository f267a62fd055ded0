//! Parts of messages that reasons stand on, each file and message read once.

use crate::cases::queue::reason_view;
use crate::error::Result;
use crate::explain::{EVIDENCE_SHOWN_MAX, EXCERPT_BYTES_MAX};
use crate::settings::Settings;
use crate::views::{Comparison, EvidenceReason, Excerpt, Piece, TripPart};
use crate::words::{Words, file_name, printable};
use std::collections::HashMap;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reason::{Evidence, Reason};
use tidewaiter_store::{FileRow, Store};

/// What was read.
#[derive(Default)]
pub(crate) struct Excerpts {
    files: HashMap<i64, FileRow>,
    excerpts: HashMap<(MessageRef, Option<ByteSpan>), Excerpt>,
}

impl Excerpts {
    /// Reads what is shown of the reasons' evidence.
    pub(crate) async fn read(&mut self, store: &Store, reasons: &[Reason]) -> Result<()> {
        for reason in reasons {
            for piece in reason.evidence.iter().take(EVIDENCE_SHOWN_MAX) {
                self.read_one(store, piece).await?;
            }
        }
        Ok(())
    }

    async fn read_one(&mut self, store: &Store, piece: &Evidence) -> Result<()> {
        let (message, span) = (piece.message, piece.span);
        if self.excerpts.contains_key(&(message, span)) {
            return Ok(());
        }
        if let std::collections::hash_map::Entry::Vacant(slot) = self.files.entry(message.file) {
            let Some(file) = store.file(message.file).await? else { return Ok(()) };
            slot.insert(file);
        }
        let window = Window::of(message.span.len, span);
        let part = MessageRef { file: message.file, span: window.bytes.shifted(message.span.start) };
        let bytes = store.message_bytes(part).await?;
        self.excerpts.insert((message, span), window.excerpt(&bytes, message.span.len));
        Ok(())
    }

    /// A reason with the messages it stands on, as far as they were read.
    pub(crate) fn reason(
        &self,
        reason: &Reason,
        comparison: Option<Comparison>,
        trip: Option<TripPart>,
        settings: &Settings,
        words: &Words,
    ) -> EvidenceReason {
        let evidence = reason.evidence.iter().take(EVIDENCE_SHOWN_MAX).filter_map(|piece| {
            let file = self.files.get(&piece.message.file)?;
            let excerpt = self.excerpts.get(&(piece.message, piece.span))?.clone();
            Some(Piece {
                role: piece.role.clone(),
                role_text: words.label(&format!("role-{}", piece.role.replace('_', "-"))),
                message: piece.message.into(),
                file_name: file_name(&file.receipt.name),
                format: file.format.clone(),
                sender: file.sender.as_deref().map(printable),
                received: Some(file.received),
                excerpt,
            })
        });
        EvidenceReason {
            reason: reason_view(reason, words),
            weight: tidewaiter_risk::fuse(std::slice::from_ref(reason), &settings.risk),
            meaning: super::indicator_meaning(reason.indicator.code(), words),
            evidence: evidence.collect(),
            comparison,
            trip,
        }
    }
}

/// The part of a message that is shown: the bytes in question in the middle of at most [`EXCERPT_BYTES_MAX`].
#[derive(Debug, PartialEq)]
pub(super) struct Window {
    /// What is shown, within the message.
    pub(super) bytes: ByteSpan,
    /// What is marked, within the message.
    pub(super) marked: ByteSpan,
}

impl Window {
    /// The window of a message of `len` bytes around `span`; without a span the whole message counts as marked.
    pub(super) fn of(len: u64, span: Option<ByteSpan>) -> Window {
        let most = EXCERPT_BYTES_MAX as u64;
        let span = span.unwrap_or(ByteSpan::new(0, len));
        let start = span.start.min(len);
        let marked = ByteSpan::new(start, span.len.min(len - start).min(most));
        let around = (most - marked.len) / 2;
        let first = marked.start.saturating_sub(around);
        let end = marked.end().saturating_add(around).min(len);
        Window { bytes: ByteSpan::new(first, end - first), marked }
    }

    /// Cuts the bytes of the window in three. Characters cut in half at either end of the window are left out.
    pub(super) fn excerpt(&self, bytes: &[u8], len: u64) -> Excerpt {
        let at = |offset: u64| {
            usize::try_from(offset.saturating_sub(self.bytes.start)).unwrap_or(usize::MAX).min(bytes.len())
        };
        let (start, end) = (at(self.marked.start), at(self.marked.end()));
        let is_within = |byte: &u8| byte & 0xC0 == 0x80;
        let first = if self.bytes.start > 0 {
            bytes.iter().take(start.min(3)).take_while(|byte| is_within(byte)).count()
        } else {
            0
        };
        let text = |part: Option<&[u8]>| String::from_utf8_lossy(part.unwrap_or_default()).into_owned();
        let mut after = text(bytes.get(end..));
        let cut_after = self.bytes.end() < len;
        if cut_after {
            // A character that the window's end cut in half.
            after.truncate(after.trim_end_matches('\u{fffd}').len());
        }
        Excerpt {
            before: text(bytes.get(first..start)),
            marked: text(bytes.get(start..end)),
            after,
            cut_before: self.bytes.start > 0,
            cut_after,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marked_bytes_stand_in_the_middle() {
        let message = "abc é def".as_bytes();
        for (span, before, marked, after) in [
            (Some(ByteSpan::new(4, 2)), "abc ", "é", " def"),
            (None, "", "abc é def", ""),
            (Some(ByteSpan::new(99, 5)), "abc é def", "", ""),
        ] {
            let len = message.len() as u64;
            let window = Window::of(len, span);
            let (from, to) = (window.bytes.start as usize, window.bytes.end() as usize);
            let excerpt = window.excerpt(&message[from..to], len);
            assert_eq!((&*excerpt.before, &*excerpt.marked, &*excerpt.after), (before, marked, after));
            assert!(!excerpt.cut_before && !excerpt.cut_after);
        }
        let long = "é".repeat(5_000);
        let len = long.len() as u64;
        let window = Window::of(len, Some(ByteSpan::new(5_001, 3)));
        let (from, to) = (window.bytes.start as usize, window.bytes.end() as usize);
        assert!(to - from <= EXCERPT_BYTES_MAX);
        let excerpt = window.excerpt(&long.as_bytes()[from..to], len);
        assert!(excerpt.cut_before && excerpt.cut_after);
        assert!(excerpt.before.starts_with('é') && excerpt.after.ends_with('é'));
    }
}
