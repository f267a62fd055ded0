//! The messages of a block: gathered, told apart, and made into rows.

use super::duplicates::{Mark, Message, Staying, mark_duplicates};
use crate::StoreError;
use crate::history::origin::Origin;
use crate::history::status_columns::StatusColumns;
use crate::history::{declaration, entry_summary};
use crate::keys::Entry;
use crate::segment::{Facts, TableWriter};
use arrow_array::{BooleanArray, RecordBatch};
use tidewaiter_model::record::Record;

/// Messages in a block.
pub(crate) const BLOCK_MESSAGES_MAX: usize = 1 << 20;
/// About how many bytes the records of a block may take before it is written, however few they are.
pub(crate) const BLOCK_BYTES_MAX: usize = 256 * 1024 * 1024;

/// What is gathered but not written.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) messages: Vec<Message>,
    status: StatusColumns,
    entries: Vec<entry_summary::Pending>,
    declarations: Vec<declaration::Pending>,
    bytes: usize,
}

/// A place in the block to go back to.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BlockMark {
    pub(crate) messages: usize,
    status: usize,
    entries: usize,
    declarations: usize,
}

/// One writer a history table of records.
pub(crate) struct RecordWriters {
    pub(crate) status: TableWriter,
    pub(crate) entries: TableWriter,
    pub(crate) declarations: TableWriter,
}

impl RecordWriters {
    pub(crate) fn all(&mut self) -> [&mut TableWriter; 3] {
        [&mut self.status, &mut self.entries, &mut self.declarations]
    }
}

impl Block {
    pub(crate) fn push(&mut self, message: Message, records: &[Record<'_>]) -> Result<(), StoreError> {
        let number = self.messages.len() as u32;
        self.messages.push(message);
        for record in records {
            match record {
                Record::Status(event) => self.bytes += self.status.push(number, event),
                Record::EntrySummary(entry) => {
                    let pending = entry_summary::Pending::new(number, entry)?;
                    self.bytes += pending.bytes();
                    self.entries.push(pending);
                }
                Record::Declaration(declaration) => {
                    let pending = declaration::Pending { message: number, declaration: declaration.clone() };
                    self.bytes += pending.bytes();
                    self.declarations.push(pending);
                }
            }
        }
        Ok(())
    }

    pub(crate) fn is_full(&self) -> bool {
        self.messages.len() >= BLOCK_MESSAGES_MAX || self.bytes >= BLOCK_BYTES_MAX
    }

    pub(crate) fn mark(&self) -> BlockMark {
        BlockMark {
            messages: self.messages.len(),
            status: self.status.len(),
            entries: self.entries.len(),
            declarations: self.declarations.len(),
        }
    }

    pub(crate) fn truncate(&mut self, mark: BlockMark) {
        self.messages.truncate(mark.messages);
        self.status.truncate(mark.status);
        self.entries.truncate(mark.entries);
        self.declarations.truncate(mark.declarations);
    }

    /// Tells duplicates and conflicts from the rest; see [`mark_duplicates`].
    pub(crate) fn mark_duplicates(
        &self,
        probe: impl FnOnce(&[Entry]) -> Result<Vec<Entry>, StoreError>,
    ) -> Result<(Vec<Mark>, Staying), StoreError> {
        mark_duplicates(&self.messages, probe)
    }

    /// Writes what is to stay. With `own_from` set, the rows of messages before it go to the segments of earlier
    /// files and the rest to segments of the current file's own.
    pub(crate) fn write(
        &self,
        marks: &[Mark],
        file_number: impl Fn(u32) -> i64,
        own_from: Option<u32>,
        writers: &mut RecordWriters,
    ) -> Result<(), StoreError> {
        let origin = |number: u32| {
            let message = self.messages.get(number as usize).copied().unwrap_or_default();
            let conflict = marks.get(number as usize) == Some(&Mark::Conflict);
            message.origin(file_number(message.slot), conflict)
        };
        if self.status.len() > 0 {
            let (batch, facts) = self.status.to_batch(origin)?;
            split(&batch, facts, &self.status.message, marks, own_from, &mut writers.status)?;
        } else if own_from.is_some() {
            writers.status.begin_own()?;
        }
        self.write_documents(marks, origin, own_from, writers)
    }

    fn write_documents(
        &self,
        marks: &[Mark],
        origin: impl Fn(u32) -> Origin + Copy,
        own_from: Option<u32>,
        writers: &mut RecordWriters,
    ) -> Result<(), StoreError> {
        if self.entries.is_empty() {
            own_from.map_or(Ok(()), |_| writers.entries.begin_own())?;
        } else {
            let (batch, facts) = entry_summary::to_batch(&self.entries, origin)?;
            let messages: Vec<u32> = self.entries.iter().map(|row| row.message).collect();
            split(&batch, facts, &messages, marks, own_from, &mut writers.entries)?;
        }
        if self.declarations.is_empty() {
            own_from.map_or(Ok(()), |_| writers.declarations.begin_own())?;
        } else {
            let (batch, facts) = declaration::to_batch(&self.declarations, origin)?;
            let messages: Vec<u32> = self.declarations.iter().map(|row| row.message).collect();
            split(&batch, facts, &messages, marks, own_from, &mut writers.declarations)?;
        }
        Ok(())
    }
}

/// Leaves out the rows of duplicates and writes the rest, before and after `own_from`.
fn split(
    batch: &RecordBatch,
    facts: Facts,
    messages: &[u32],
    marks: &[Mark],
    own_from: Option<u32>,
    writer: &mut TableWriter,
) -> Result<(), StoreError> {
    let stays = |message: &u32| marks.get(*message as usize).is_some_and(|mark| *mark != Mark::Duplicate);
    let filtered;
    let batch = if messages.iter().all(stays) {
        batch
    } else {
        let keep: BooleanArray = messages.iter().map(|message| Some(stays(message))).collect();
        filtered = arrow_select::filter::filter_record_batch(batch, &keep)
            .map_err(|error| StoreError::corrupt("a batch of records", error.to_string()))?;
        &filtered
    };
    let Some(own_from) = own_from else { return writer.write(batch, &facts) };
    let before = messages.iter().filter(|message| **message < own_from && stays(message)).count();
    // The ranges in the catalogue are then wider than need be, which costs a little reading and nothing else;
    // conflicts are only counted to know whether there are any.
    writer.write(&batch.slice(0, before), &facts)?;
    writer.begin_own()?;
    writer.write(&batch.slice(before, batch.num_rows() - before), &facts)
}
