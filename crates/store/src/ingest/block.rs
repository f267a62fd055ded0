//! The messages of a block: gathered, told apart, and made into rows.

use super::arrivals::Arrivals;
use super::duplicates::{Mark, Message, Staying, mark_duplicates};
use crate::StoreError;
use crate::catalogue::Table;
use crate::history::status_columns::StatusColumns;
use crate::history::{declaration, document, entry_summary};
use crate::keys::Entry;
use crate::segment::{Facts, TableWriter};
use arrow_array::{BooleanArray, RecordBatch};
use std::ops::Range;
use tidewaiter_model::record::Record;

/// Messages in a block.
pub(crate) const BLOCK_MESSAGES_MAX: usize = 1 << 19;
/// About how many bytes the records of a block may take before it is written, however few they are.
pub(crate) const BLOCK_BYTES_MAX: usize = 256 * 1024 * 1024;

/// Rows that become one batch.
const SLICE_ROWS: usize = 1 << 15;

/// The tables of documents, in the order of their writers.
pub(crate) const DOCUMENTS: [Table; 4] =
    [Table::StowPosition, Table::Manifest, Table::VesselReport, Table::Traveller];

/// What is gathered but not written.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) messages: Vec<Message>,
    status: StatusColumns,
    entries: Vec<entry_summary::Pending>,
    declarations: Vec<declaration::Pending>,
    /// By the number of their table in [`DOCUMENTS`].
    documents: [Vec<document::Pending>; 4],
    bytes: usize,
}

/// A place in the block to go back to.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BlockMark {
    pub(crate) messages: usize,
    status: usize,
    entries: usize,
    declarations: usize,
    documents: [usize; 4],
}

/// One writer a history table of records.
pub(crate) struct RecordWriters {
    pub(crate) status: TableWriter,
    pub(crate) entries: TableWriter,
    pub(crate) declarations: TableWriter,
    pub(crate) documents: [TableWriter; 4],
}

impl RecordWriters {
    pub(crate) fn all(&mut self) -> [&mut TableWriter; 7] {
        let [stow, manifests, reports, travellers] = &mut self.documents;
        [&mut self.status, &mut self.entries, &mut self.declarations, stow, manifests, reports, travellers]
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
                Record::Stow(position) => {
                    self.document(Table::StowPosition, document::Pending::stow(number, position)?);
                }
                Record::Manifest(consignment) => {
                    self.document(Table::Manifest, document::Pending::manifest(number, consignment)?);
                }
                Record::VesselReport(report) => {
                    self.document(Table::VesselReport, document::Pending::vessel_report(number, report)?);
                }
                Record::Traveller(traveller) => {
                    self.document(Table::Traveller, document::Pending::traveller(number, traveller)?);
                }
            }
        }
        Ok(())
    }

    fn document(&mut self, table: Table, pending: document::Pending) {
        self.bytes += pending.bytes();
        let places = self.documents.iter_mut().zip(DOCUMENTS);
        if let Some((list, _)) = places.into_iter().find(|(_, of)| *of == table) {
            list.push(pending);
        }
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
            documents: self.documents.each_ref().map(Vec::len),
        }
    }

    /// Makes room for the next block; the memory stays for it.
    pub(crate) fn clear(&mut self) {
        self.truncate(BlockMark::default());
        self.bytes = 0;
    }

    pub(crate) fn truncate(&mut self, mark: BlockMark) {
        self.messages.truncate(mark.messages);
        self.status.truncate(mark.status);
        self.entries.truncate(mark.entries);
        self.declarations.truncate(mark.declarations);
        for (list, len) in self.documents.iter_mut().zip(mark.documents) {
            list.truncate(len);
        }
    }

    /// Tells duplicates and conflicts from the rest; see [`mark_duplicates`].
    pub(crate) fn mark_duplicates(
        &self,
        probe: impl FnOnce(&[Entry]) -> Result<Vec<Entry>, StoreError>,
    ) -> Result<(Vec<Mark>, Staying), StoreError> {
        mark_duplicates(&self.messages, probe)
    }

    /// Hands on the status events that stay, and counts the other records that an assessment uses.
    pub(crate) fn arrive(&self, marks: &[Mark], file: impl Fn(u32) -> i64, arrivals: &mut Arrivals) {
        arrivals.take(&self.status, &self.messages, marks, file);
        let stays = Stays { marks, own_from: None };
        let entries = self.entries.iter().map(|row| row.message);
        let documents = entries.chain(self.declarations.iter().map(|row| row.message));
        let used = [Table::StowPosition, Table::Manifest];
        let lists = self.documents.iter().zip(DOCUMENTS).filter(|(_, table)| used.contains(table));
        let documents = documents.chain(lists.flat_map(|(list, _)| list.iter().map(|row| row.message)));
        arrivals.documents += documents.filter(|message| stays.stays(*message)).count() as u64;
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
        let words = self.status.words();
        let status = |rows: Range<usize>| self.status.to_batch(rows, &words, origin);
        let stays = Stays { marks, own_from };
        stays.write(&self.status.message, status, &mut writers.status)?;
        let messages: Vec<u32> = self.entries.iter().map(|row| row.message).collect();
        let entries =
            |rows: Range<usize>| entry_summary::to_batch(self.entries.get(rows).unwrap_or_default(), origin);
        stays.write(&messages, entries, &mut writers.entries)?;
        let messages: Vec<u32> = self.declarations.iter().map(|row| row.message).collect();
        let declarations = |rows: Range<usize>| {
            declaration::to_batch(self.declarations.get(rows).unwrap_or_default(), origin)
        };
        stays.write(&messages, declarations, &mut writers.declarations)?;
        for (list, writer) in self.documents.iter().zip(&mut writers.documents) {
            let messages: Vec<u32> = list.iter().map(|row| row.message).collect();
            let rows = |rows: Range<usize>| document::to_batch(list.get(rows).unwrap_or_default(), origin);
            stays.write(&messages, rows, writer)?;
        }
        Ok(())
    }
}

/// Which rows are written, and where.
#[derive(Clone, Copy)]
struct Stays<'a> {
    marks: &'a [Mark],
    own_from: Option<u32>,
}

impl Stays<'_> {
    fn stays(self, message: u32) -> bool {
        self.marks.get(message as usize).is_some_and(|mark| *mark != Mark::Duplicate)
    }

    /// Writes the rows of one table. `messages` says of which message each row is; it ascends.
    fn write(
        self,
        messages: &[u32],
        batch: impl Fn(Range<usize>) -> Result<(RecordBatch, Facts), StoreError>,
        writer: &mut TableWriter,
    ) -> Result<(), StoreError> {
        let Some(own_from) = self.own_from else {
            return self.write_rows(messages, 0..messages.len(), &batch, writer);
        };
        let border = messages.partition_point(|message| *message < own_from);
        self.write_rows(messages, 0..border, &batch, writer)?;
        writer.begin_own()?;
        self.write_rows(messages, border..messages.len(), &batch, writer)
    }

    /// Writes some rows, a slice that fits the processor's cache at a time, without those of duplicates.
    fn write_rows(
        self,
        messages: &[u32],
        rows: Range<usize>,
        batch: &impl Fn(Range<usize>) -> Result<(RecordBatch, Facts), StoreError>,
        writer: &mut TableWriter,
    ) -> Result<(), StoreError> {
        for start in rows.clone().step_by(SLICE_ROWS) {
            let slice = start..rows.end.min(start + SLICE_ROWS);
            let messages = messages.get(slice.clone()).unwrap_or_default();
            let staying = messages.iter().filter(|message| self.stays(**message)).count();
            if staying == 0 {
                continue;
            }
            // The ranges in the catalogue may be wider than need be for the duplicates among the rows, which
            // costs a little reading and nothing else.
            let (mut batch, facts) = batch(slice)?;
            if staying < messages.len() {
                let keep: BooleanArray = messages.iter().map(|message| Some(self.stays(*message))).collect();
                batch = arrow_select::filter::filter_record_batch(&batch, &keep)
                    .map_err(|error| StoreError::corrupt("a batch of records", error.to_string()))?;
            }
            writer.write(&batch, &facts)?;
        }
        Ok(())
    }
}
