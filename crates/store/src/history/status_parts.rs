//! Reading status events in parts, by several threads at once: how a picture in memory is restored.

use super::origin::NAMES;
use super::status_event::{COLUMNS, Reading};
use crate::StoreError;
use crate::catalogue::{self, Table};
use crate::compact::merged_away;
use crate::open::Store;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::statistics::Statistics;
use std::fs::File;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use tidewaiter_model::batch::{StatusRow, TextTable};
use tidewaiter_model::time::UtcTime;

/// Rows decoded at a time.
const BATCH_ROWS: usize = 1 << 14;

/// A row group of a history file.
struct Part {
    path: PathBuf,
    group: usize,
}

/// A status event as it is restored: the container as reported, the key of its message, the row without its container.
pub struct RestoredEvent<'a> {
    /// Container as reported.
    pub container: &'a str,
    /// Key of its message: two of one key are versions of one message.
    pub key: u64,
    /// Whether its source and id were known with other content.
    pub conflict: bool,
    /// The rest.
    pub row: StatusRow,
}

impl Store {
    /// The number of the last file that was committed; 0 when there is none.
    ///
    /// # Errors
    /// What the database said.
    pub async fn last_file(&self) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM ingested_file")
            .fetch_one(&self.database.pool)
            .await?)
    }

    /// Hands every status event of the files after the first number and up to the second to one of `takers`, each on a thread of its own, in no
    /// particular order, every version of a message included. Texts get their numbers from `texts`. Blocks on file
    /// input and output.
    ///
    /// When a file was merged away meanwhile the answer is `None`, and the takers hold part of the rows: begin again.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn status_events_in_parts<T: FnMut(RestoredEvent<'_>) + Send>(
        &self,
        (after, until): (i64, i64),
        texts: &Mutex<TextTable>,
        takers: Vec<T>,
    ) -> Result<Option<()>, StoreError> {
        let segments = catalogue::list(&self.database, Table::StatusEvent, UtcTime::MAX).await?;
        let wanted = segments.iter().filter(|segment| segment.file.high().is_none_or(|high| high > after));
        let paths: Vec<PathBuf> = wanted.map(|segment| self.folder.resolve(&segment.path)).collect();
        let read = parts(paths, after).and_then(|parts| read_parts(&parts, (after, until), texts, takers));
        let mut tries = 0;
        if merged_away(&read, &mut tries) {
            return Ok(None);
        }
        read.map(Some)
    }
}

/// The row groups of all files that may hold rows of a later file.
fn parts(paths: Vec<PathBuf>, after: i64) -> Result<Vec<Part>, StoreError> {
    let mut parts = Vec::new();
    for path in paths {
        let file = File::open(&path).map_err(StoreError::read(&path))?;
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(StoreError::read(&path))?;
        let groups = 0..builder.metadata().num_row_groups();
        let wanted = groups.filter(|group| is_later(builder.metadata().row_group(*group), after));
        parts.extend(wanted.map(|group| Part { path: path.clone(), group }));
    }
    Ok(parts)
}

/// Whether a row group may hold a row of a later file; those written without statistics may.
fn is_later(group: &RowGroupMetaData, after: i64) -> bool {
    let file = group.columns().iter().find(|column| column.column_path().string() == "file");
    match file.and_then(|column| column.statistics()) {
        Some(Statistics::Int64(values)) => values.max_opt().is_none_or(|last| *last > after),
        _ => true,
    }
}

fn read_parts<T: FnMut(RestoredEvent<'_>) + Send>(
    parts: &[Part],
    files: (i64, i64),
    texts: &Mutex<TextTable>,
    takers: Vec<T>,
) -> Result<(), StoreError> {
    let next = AtomicUsize::new(0);
    let work = |mut taker: T| -> Result<(), StoreError> {
        while let Some(part) = parts.get(next.fetch_add(1, Ordering::Relaxed)) {
            read_part(part, files, texts, &mut taker)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = takers.into_iter().map(|taker| scope.spawn(|| work(taker))).collect();
        let ended = threads.into_iter().map(|thread| {
            thread.join().unwrap_or(Err(StoreError::Misuse("a thread that read the history was broken off")))
        });
        ended.collect::<Result<Vec<()>, StoreError>>().map(|_| ())
    })
}

fn read_part(
    part: &Part,
    (after, until): (i64, i64),
    texts: &Mutex<TextTable>,
    taker: &mut impl FnMut(RestoredEvent<'_>),
) -> Result<(), StoreError> {
    let Part { path, group } = part;
    let file = File::open(path).map_err(StoreError::read(path))?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(StoreError::read(path))?;
    let wanted = NAMES.iter().chain(&COLUMNS).copied();
    let mask = ProjectionMask::columns(builder.parquet_schema(), wanted);
    let reader = builder.with_row_groups(vec![*group]).with_projection(mask).with_batch_size(BATCH_ROWS);
    for batch in reader.build().map_err(StoreError::read(path))? {
        let batch = batch.map_err(StoreError::read(path))?;
        // Texts are looked up for the whole batch; the threads meet here only.
        let reading = {
            let mut texts = texts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            Reading::of(&batch, &mut texts)?
        };
        for at in 0..batch.num_rows() {
            let origin = reading.origin(at);
            let file = origin.provenance.message.file;
            if file > after && file <= until {
                let (key, conflict, container) = (origin.key, origin.conflict, reading.container(at));
                taker(RestoredEvent { container, key, conflict, row: reading.row(at) });
            }
        }
    }
    Ok(())
}
