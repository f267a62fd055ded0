//! What an ingest took in, for whoever keeps a picture in memory: the status events that stayed, as they were committed.

use super::PendingFile;
use super::duplicates::{Mark, Message};
use crate::history::status_columns::StatusColumns;
use tidewaiter_model::batch::StatusBatch;

/// The messages of one commit that are neither duplicates nor in quarantine.
#[derive(Debug, Clone, Default)]
pub struct Arrivals {
    /// Numbers of the first and the last file; `None` without a file.
    pub files: Option<(i64, i64)>,
    /// The status events.
    pub status: StatusBatch,
    /// Of each status event: the key of its message.
    pub keys: Vec<u64>,
    /// Of each status event: whether its source and id were known with other content.
    pub conflicts: Vec<bool>,
    /// How many other records came beside them that an assessment uses: entry summaries, declarations, stow positions,
    /// manifests.
    pub documents: u64,
    /// False when there was too much to keep in memory: then it is to be read from the store.
    pub whole: bool,
}

impl Arrivals {
    pub(super) fn new() -> Arrivals {
        Arrivals { whole: true, ..Arrivals::default() }
    }

    /// Takes the rows of a block that stay.
    pub(super) fn take(
        &mut self,
        columns: &StatusColumns,
        messages: &[Message],
        marks: &[Mark],
        file: impl Fn(u32) -> i64,
    ) {
        for (row, number) in columns.message.iter().enumerate() {
            let at = *number as usize;
            let (Some(message), Some(mark)) = (messages.get(at), marks.get(at)) else { continue };
            if *mark == Mark::Duplicate {
                continue;
            }
            let conflict = *mark == Mark::Conflict;
            let origin = message.origin(file(message.slot), conflict);
            self.status.push_event(&columns.event(row), origin.provenance);
            self.keys.push(origin.key);
            self.conflicts.push(conflict);
        }
    }

    pub(super) fn end(&mut self, files: &[PendingFile]) {
        let number = |file: &PendingFile| file.receipt.number;
        self.files = files.first().map(number).zip(files.last().map(number));
    }
}
