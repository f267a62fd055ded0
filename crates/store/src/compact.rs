//! Many small history files become few larger ones.
//!
//! Whoever sends by HTTP gets an answer for each handful of messages, and each answer stands on committed files: some
//! hundred thousand a day. Only neighbours in the order of commits are merged, and only when the older ones hold no
//! more than the younger ones together, so that a byte is written again once for each doubling of the history.

use crate::StoreError;
use crate::archive;
use crate::catalogue::{self, Placed, Range, Segment, Table};
use crate::folder::{Folder, fresh_token};
use crate::history::{declaration, document, entry_summary, status_columns};
use crate::open::{Store, waiting};
use crate::segment::{Facts, TableWriter};
use arrow_schema::SchemaRef;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::properties::WriterProperties;
use std::fs::{self, File};
use std::sync::Arc;

/// Fewer neighbours than this are left alone.
const FILES_MIN: usize = 16;
/// Most neighbours merged at once.
const FILES_MAX: usize = 512;
/// What is merged has at most this many bytes, before and after.
const BYTES_MAX: u64 = 256 << 20;
/// Rows read at a time.
const BATCH_ROWS: usize = 8192;
/// A reader whose file was merged away begins again, at most this often.
const READS_MAX: usize = 5;

/// The tables whose files are merged. A run of assessments is one file already.
const TABLES: [Table; 8] = [
    Table::Message,
    Table::StatusEvent,
    Table::EntrySummary,
    Table::Declaration,
    Table::StowPosition,
    Table::Manifest,
    Table::VesselReport,
    Table::Traveller,
];

/// What a compaction did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compacted {
    /// Files that were merged away.
    pub files: u64,
    /// Files that stand in their place.
    pub into: u64,
}

impl Store {
    /// Merges small neighbouring history files where that pays; does nothing while another process does. Blocks on
    /// file input and output. Readers that find a file gone begin again with the merged one.
    ///
    /// # Errors
    /// What the system or the database said; the catalogue then still names the files as they were.
    pub async fn compact(&self) -> Result<Compacted, StoreError> {
        let mut done = Compacted::default();
        let Some(_alone) = self.folder.try_lock_compaction()? else { return Ok(done) };
        // Keeps a starting process from sweeping the merged file before its catalogue row is there.
        let _writing = waiting(&self.folder, Folder::lock_writing).await?;
        for table in TABLES {
            let newest = catalogue::latest(&self.database, table, FILES_MAX as i64).await?;
            let neighbours = worth_merging(newest);
            if neighbours.is_empty() {
                continue;
            }
            done.files += neighbours.len() as u64;
            done.into += self.merge(table, &neighbours).await?;
        }
        Ok(done)
    }

    /// Merges neighbours, oldest first, and puts the result in their place; gives how many files that made.
    async fn merge(&self, table: Table, neighbours: &[Placed]) -> Result<u64, StoreError> {
        let (schema, properties) = shape(table);
        let token = format!("m{:09}-{}", neighbours.last().map_or(0, |placed| placed.id), fresh_token());
        let mut writer = TableWriter::new(Arc::clone(&self.folder), table, schema, properties, &token);
        for Placed { segment, .. } in neighbours {
            self.copy_rows(segment, &mut writer)?;
        }
        let Some(merged) = writer.finish()?.first().cloned() else { return Ok(0) };
        let rows: u64 = neighbours.iter().map(|placed| placed.segment.rows).sum();
        if merged.rows != rows {
            let found = format!("{} rows where the catalogue counts {rows}", merged.rows);
            return Err(StoreError::corrupt(&format!("history table {}", table.as_str()), found));
        }
        let ids: Vec<i64> = neighbours.iter().map(|placed| placed.id).collect();
        let mut transaction = self.database.begin().await?;
        if !catalogue::replace(&mut transaction, &ids, &merged).await? {
            return Ok(0);
        }
        // Whether a failed commit took place is unknown: from here on only the sweep may remove the file.
        writer.keep();
        transaction.commit().await?;
        for placed in neighbours {
            // Swept at the next start if this fails.
            let _ = fs::remove_file(self.folder.resolve(&placed.segment.path));
        }
        Ok(1)
    }

    fn copy_rows(&self, segment: &Segment, writer: &mut TableWriter) -> Result<(), StoreError> {
        let path = self.folder.resolve(&segment.path);
        let file = File::open(&path).map_err(StoreError::read(&path))?;
        let reader = ParquetRecordBatchReaderBuilder::try_new(file)
            .and_then(|builder| builder.with_batch_size(BATCH_ROWS).build())
            .map_err(StoreError::read(&path))?;
        // The catalogue's facts of the file count once, with its first rows.
        let mut facts = Facts {
            conflicts: segment.conflicts,
            received: segment.received,
            event: segment.event,
            file: segment.file,
        };
        for batch in reader {
            writer.write(&batch.map_err(StoreError::read(&path))?, &facts)?;
            facts = Facts { conflicts: 0, received: Range(None), event: Range(None), file: Range(None) };
            if writer.unwritten_bytes() >= archive::PENDING_BYTES_MAX {
                writer.flush()?;
            }
        }
        Ok(())
    }
}

/// The neighbours to merge, oldest first; none when there are too few. `newest` comes latest first.
fn worth_merging(newest: Vec<Placed>) -> Vec<Placed> {
    let mut bytes = 0u64;
    let mut taken = Vec::new();
    // The sizes of the youngest differ by chance; only what is larger than a whole merge of them outweighs them.
    let equals = newest.first().map_or(0, |placed| placed.segment.bytes.saturating_mul(FILES_MIN as u64));
    for placed in newest {
        let more = placed.segment.bytes;
        if more > bytes.max(equals) || bytes.saturating_add(more) > BYTES_MAX {
            break;
        }
        bytes += more;
        taken.push(placed);
    }
    if taken.len() < FILES_MIN {
        return Vec::new();
    }
    taken.reverse();
    taken
}

/// How a table's files are written.
fn shape(table: Table) -> (SchemaRef, WriterProperties) {
    match table {
        Table::Message => (archive::schema(), archive::properties()),
        Table::StatusEvent => (status_columns::schema(), status_columns::properties()),
        Table::Declaration => (declaration::schema(), entry_summary::document_properties()),
        Table::StowPosition | Table::Manifest | Table::VesselReport | Table::Traveller => {
            (document::schema(), entry_summary::document_properties())
        }
        Table::EntrySummary | Table::Assessment => {
            (entry_summary::schema(), entry_summary::document_properties())
        }
    }
}

/// Whether to read again: a file was merged away between looking into the catalogue and opening it.
pub(crate) fn merged_away<T>(result: &Result<T, StoreError>, tries: &mut usize) -> bool {
    *tries += 1;
    *tries < READS_MAX && matches!(result, Err(StoreError::Read { path, .. }) if !path.exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(sizes: &[u64]) -> Vec<Placed> {
        let segment = |bytes: u64| Segment {
            table: Table::StatusEvent,
            path: String::new(),
            rows: 1,
            bytes,
            conflicts: 0,
            received: Range(None),
            event: Range(None),
            file: Range(None),
        };
        let ids = (0..sizes.len() as i64).rev();
        ids.zip(sizes).map(|(id, bytes)| Placed { id, segment: segment(*bytes) }).collect()
    }

    #[test]
    fn neighbours_worth_merging() {
        let small = vec![10; FILES_MIN];
        let check = |sizes: &[u64], expected: usize| {
            let merged = worth_merging(placed(sizes));
            assert_eq!(merged.len(), expected, "{sizes:?}");
            assert!(merged.is_sorted_by_key(|placed| placed.id));
        };
        check(&[], 0);
        check(&small[1..], 0);
        check(&small, FILES_MIN);
        check(&[&small[..], &[160]].concat(), FILES_MIN + 1);
        check(&[&small[..], &[161]].concat(), FILES_MIN);
        check(&[&small[..], &[160, 320, 641]].concat(), FILES_MIN + 2);
        check(&[&[BYTES_MAX], &small[..]].concat(), 0);
    }

    #[test]
    fn a_byte_is_written_again_once_for_each_doubling() {
        let (mut files, mut written) = (Vec::<u64>::new(), 0u64);
        for arrived in std::iter::repeat_n(10, 20_000) {
            files.push(arrived);
            let newest: Vec<u64> = files.iter().rev().copied().take(FILES_MAX).collect();
            let merged = worth_merging(placed(&newest));
            let bytes: u64 = merged.iter().map(|placed| placed.segment.bytes).sum();
            if !merged.is_empty() {
                files.truncate(files.len() - merged.len());
                files.push(bytes);
                written += bytes;
            }
        }
        assert!(files.len() < 40, "{} files", files.len());
        assert!(written < 200_000 * 16, "{written} bytes were written for 200,000");
    }
}
