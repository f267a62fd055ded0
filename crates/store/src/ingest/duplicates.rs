//! Telling duplicates and conflicts from new messages.

use crate::StoreError;
use crate::history::origin::Origin;
use crate::keys::Entry;
use tidewaiter_model::provenance::{ByteSpan, MessageRef, Provenance};
use tidewaiter_model::time::UtcTime;

/// A message of a block, without its records.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Message {
    pub(crate) key: u64,
    pub(crate) content: u64,
    pub(crate) span: ByteSpan,
    pub(crate) received: UtcTime,
    /// Which file of the ingest it is of.
    pub(crate) slot: u32,
}

impl Message {
    pub(crate) fn origin(&self, file: i64, conflict: bool) -> Origin {
        let message = MessageRef { file, span: self.span };
        Origin { key: self.key, provenance: Provenance { message, received: self.received }, conflict }
    }
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Its key was never seen.
    New,
    /// Its key was seen with other content: it is accepted and reported.
    Conflict,
    /// Key and content were seen.
    Duplicate,
}

/// Marks each message. `probe` is given the block's entries in order of key and gives back those entries on disk
/// whose keys occur among them. Within the block the first in order of input stays.
pub(crate) fn mark_duplicates(
    messages: &[Message],
    probe: impl FnOnce(&[Entry]) -> Result<Vec<Entry>, StoreError>,
) -> Result<(Vec<Mark>, Staying), StoreError> {
    // Key and input order in one number sorts faster than a tuple.
    let mut order: Vec<u128> = messages
        .iter()
        .enumerate()
        .map(|(index, message)| (u128::from(message.key) << 64) | index as u128)
        .collect();
    order.sort_unstable();
    let index_of = |entry: u128| entry as u32 as usize;
    let keys: Vec<Entry> = order
        .iter()
        .map(|entry| {
            ((entry >> 64) as u64, messages.get(index_of(*entry)).map_or(0, |message| message.content))
        })
        .collect();
    let mut known = probe(&keys)?;
    known.sort_unstable();
    let mut known = known.as_slice();
    let mut marks = vec![Mark::New; messages.len()];
    let mut seen: Vec<u64> = Vec::new();
    let mut staying = Vec::with_capacity(messages.len());
    let mut last_key = None;
    for (entry, (key, content)) in order.iter().zip(&keys) {
        if last_key != Some(*key) {
            last_key = Some(*key);
            seen.clear();
            known = known.get(known.partition_point(|entry| entry.0 < *key)..).unwrap_or_default();
            seen.extend(known.iter().take_while(|entry| entry.0 == *key).map(|entry| entry.1));
        }
        let mark = if seen.contains(content) {
            Mark::Duplicate
        } else if seen.is_empty() {
            Mark::New
        } else {
            Mark::Conflict
        };
        if mark != Mark::Duplicate {
            seen.push(*content);
            staying.push(((*key, *content), *entry as u32));
        }
        if let Some(place) = marks.get_mut(index_of(*entry)) {
            *place = mark;
        }
    }
    Ok((marks, staying))
}

/// Entries of messages that stay with their place in the block, in order of key.
pub(crate) type Staying = Vec<(Entry, u32)>;

/// What a key run holds of the messages whose place is wanted: their entries, sorted.
pub(crate) fn run_entries(staying: &Staying, wanted: impl Fn(u32) -> bool) -> Vec<Entry> {
    let mut entries: Vec<Entry> =
        staying.iter().filter(|(_, place)| wanted(*place)).map(|(entry, _)| *entry).collect();
    // Only contents of one key can be out of order: this is one pass over what is sorted already.
    entries.sort_unstable();
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_equal_messages_stays_and_other_content_is_a_conflict() {
        use Mark::{Conflict, Duplicate, New};
        let message = |key, content| Message { key, content, ..Message::default() };
        let block =
            [message(9, 1), message(4, 1), message(9, 1), message(9, 2), message(7, 1), message(9, 2)];
        let check = |on_disk: &[Entry], expected: [Mark; 6]| {
            let (marks, staying) = mark_duplicates(&block, |_| Ok(on_disk.to_vec())).unwrap();
            assert_eq!(marks, expected);
            assert_eq!(staying.len(), expected.iter().filter(|mark| **mark != Duplicate).count());
            assert!(run_entries(&staying, |_| true).is_sorted());
        };
        check(&[], [New, New, Duplicate, Conflict, New, Duplicate]);
        check(&[(4, 1), (7, 2)], [New, Duplicate, Duplicate, Conflict, Conflict, Duplicate]);
        check(&[(9, 2), (9, 3)], [Conflict, New, Duplicate, Duplicate, New, Duplicate]);
    }
}
