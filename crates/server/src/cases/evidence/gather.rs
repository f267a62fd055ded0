//! What an evidence page is made of, read from the store on a thread of its own.

use crate::error::{Error, Result};
use crate::explain::{EVIDENCE_SHOWN_MAX, EXCERPT_BYTES_MAX};
use crate::live::cases::Case;
use crate::live::row::{Row, RowMaker};
use crate::live::{Live, link};
use crate::views::Excerpt;
use crate::words::printable;
use std::collections::HashMap;
use std::sync::Arc;
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reason::Evidence;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{FileRow, OutcomeRow, Store};

/// What was read.
pub(super) struct Gathered {
    pub(super) assessment: Assessment,
    pub(super) run: i64,
    /// Consignments assessed in that run, and how many of them score higher.
    pub(super) open: u64,
    pub(super) stronger: u64,
    pub(super) row: Arc<Row>,
    pub(super) case: Case,
    pub(super) outcomes: Vec<OutcomeRow>,
    pub(super) files: HashMap<i64, FileRow>,
    pub(super) excerpts: HashMap<(MessageRef, Option<ByteSpan>), Excerpt>,
}

/// Reads everything of a case: of the current run, or of the last one made as of `as_of` or before.
pub(super) async fn gather(live: &Live, id: &str, as_of: Option<UtcTime>) -> Result<Gathered> {
    let store = live.store();
    let (run, assessment) = find(store, id, as_of)
        .await?
        .ok_or_else(|| Error::NoSuchConsignment { asked: printable(id), nearest: Vec::new() })?;
    let snapshot = live.snapshot().filter(|snapshot| snapshot.base.run == run);
    let shown = snapshot.as_ref().and_then(|snapshot| {
        let at = snapshot.base.find(id)?;
        snapshot.base.row(at).filter(|row| row.open).cloned()
    });
    let (row, open, stronger) = match (shown, &snapshot) {
        (Some(row), Some(snapshot)) => {
            let stronger = snapshot.base.rows().iter().filter(|other| other.open && other.score > row.score);
            let stronger = stronger.count() as u64;
            (row, snapshot.base.open, stronger)
        }
        _ => {
            let all = store.assessments(run).await?;
            let stronger = all.iter().filter(|other| other.score > assessment.score).count() as u64;
            let settings = live.settings();
            let listed = store.selection_of(id).await?;
            let mut maker = RowMaker::new(settings.places(), &settings.queue);
            (Arc::new(maker.row(&assessment, listed.as_ref(), false)), all.len() as u64, stronger)
        }
    };
    let mut gathered = Gathered {
        run,
        open,
        stronger,
        row,
        case: link::case(store, id, live.clock()).await?,
        outcomes: store.outcomes_of(id).await?,
        files: HashMap::new(),
        excerpts: HashMap::new(),
        assessment,
    };
    let pieces: Vec<Evidence> = gathered
        .assessment
        .reasons
        .iter()
        .flat_map(|reason| reason.evidence.iter().take(EVIDENCE_SHOWN_MAX).cloned())
        .collect();
    for piece in pieces {
        gathered.read(store, &piece).await?;
    }
    Ok(gathered)
}

/// The assessment of the latest run that holds it, no later than `as_of`.
async fn find(store: &Store, id: &str, as_of: Option<UtcTime>) -> Result<Option<(i64, Assessment)>> {
    for run in store.runs().await? {
        if as_of.is_some_and(|as_of| run.as_of > as_of) {
            continue;
        }
        if let Some(assessment) = store.assessment(run.run, id).await? {
            return Ok(Some((run.run, assessment)));
        }
    }
    Ok(None)
}

impl Gathered {
    async fn read(&mut self, store: &Store, piece: &Evidence) -> Result<()> {
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
