//! Writing the Parquet files of one history table during an ingest.

use crate::StoreError;
use crate::catalogue::{Range, Segment, Table};
use crate::folder::{Folder, sync_folder};
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::file::properties::WriterProperties;
use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::Arc;

/// What the catalogue keeps of a batch of rows.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Facts {
    pub(crate) conflicts: u64,
    pub(crate) received: Range,
    pub(crate) event: Range,
    pub(crate) file: Range,
}

impl Facts {
    fn add(&self, segment: &mut Segment) {
        segment.conflicts += self.conflicts;
        segment.received = segment.received.with(self.received);
        segment.event = segment.event.with(self.event);
        segment.file = segment.file.with(self.file);
    }
}

/// Writes one table's rows. Files that were not handed over by [`TableWriter::keep`] are removed when it is dropped.
pub(crate) struct TableWriter {
    folder: Arc<Folder>,
    table: Table,
    schema: SchemaRef,
    properties: WriterProperties,
    /// Makes the names of this ingest's files unique.
    token: String,
    next: u32,
    open: Option<Open>,
    finished: Vec<Segment>,
    /// Set while the current input file has segments of its own: how many were finished before.
    own_from: Option<usize>,
    kept: bool,
}

struct Open {
    writer: ArrowWriter<File>,
    path: PathBuf,
    segment: Segment,
}

impl TableWriter {
    pub(crate) fn new(
        folder: Arc<Folder>,
        table: Table,
        schema: SchemaRef,
        properties: WriterProperties,
        token: &str,
    ) -> TableWriter {
        TableWriter {
            folder,
            table,
            schema,
            properties,
            token: token.to_owned(),
            next: 0,
            open: None,
            finished: Vec::new(),
            own_from: None,
            kept: false,
        }
    }

    /// Bytes of the row group that is not written out yet.
    pub(crate) fn unwritten_bytes(&self) -> usize {
        self.open.as_ref().map_or(0, |open| open.writer.in_progress_size())
    }

    /// Appends rows to the segment that is open, or to a new one.
    pub(crate) fn write(&mut self, batch: &RecordBatch, facts: &Facts) -> Result<(), StoreError> {
        if batch.num_rows() == 0 {
            return Ok(());
        }
        if self.open.is_none() {
            self.open = Some(self.create()?);
        }
        let Some(open) = &mut self.open else { return Ok(()) };
        open.writer.write(batch).map_err(StoreError::parquet_write(&open.path))?;
        open.segment.rows += batch.num_rows() as u64;
        facts.add(&mut open.segment);
        Ok(())
    }

    /// Ends the row group: what was written leaves memory.
    pub(crate) fn flush(&mut self) -> Result<(), StoreError> {
        match &mut self.open {
            Some(open) => open.writer.flush().map_err(StoreError::parquet_write(&open.path)),
            None => Ok(()),
        }
    }

    /// From here on the current input file gets segments of its own, so that it can be abandoned.
    pub(crate) fn begin_own(&mut self) -> Result<(), StoreError> {
        self.close_open()?;
        self.own_from = Some(self.finished.len());
        Ok(())
    }

    /// The current input file is complete: the next one may share its last segment.
    pub(crate) fn end_file(&mut self) {
        self.own_from = None;
    }

    /// Removes the segments that the current input file has of its own.
    pub(crate) fn abandon_file(&mut self) {
        let Some(own_from) = self.own_from.take() else { return };
        self.remove_open();
        for segment in self.finished.drain(own_from.min(self.finished.len())..) {
            // Swept at the next start if this fails.
            let _ = fs::remove_file(self.folder.resolve(&segment.path));
        }
    }

    /// Closes and makes durable what was written; the segments wait for their catalogue rows.
    pub(crate) fn finish(&mut self) -> Result<&[Segment], StoreError> {
        self.close_open()?;
        if !self.finished.is_empty() {
            sync_folder(&self.folder.history().join(self.table.as_str()))?;
            sync_folder(&self.folder.history())?;
        }
        Ok(&self.finished)
    }

    /// The files belong to the catalogue now.
    pub(crate) fn keep(&mut self) {
        self.kept = true;
    }

    fn create(&mut self) -> Result<Open, StoreError> {
        let below = self.folder.history().join(self.table.as_str());
        fs::create_dir_all(&below).map_err(StoreError::write(&below))?;
        let relative = format!("history/{}/{}-{:04}.parquet", self.table.as_str(), self.token, self.next);
        self.next += 1;
        let path = self.folder.resolve(&relative);
        let file = File::create_new(&path).map_err(StoreError::write(&path))?;
        let writer = ArrowWriter::try_new(file, self.schema.clone(), Some(self.properties.clone()))
            .map_err(StoreError::parquet_write(&path))?;
        let segment = Segment {
            table: self.table,
            path: relative,
            rows: 0,
            bytes: 0,
            conflicts: 0,
            received: Range::default(),
            event: Range::default(),
            file: Range::default(),
        };
        Ok(Open { writer, path, segment })
    }

    fn close_open(&mut self) -> Result<(), StoreError> {
        let Some(Open { writer, path, mut segment }) = self.open.take() else { return Ok(()) };
        let closed = writer.into_inner().map_err(StoreError::parquet_write(&path)).and_then(|file| {
            file.sync_all().map_err(StoreError::write(&path))?;
            Ok(file.metadata().map_err(StoreError::write(&path))?.len())
        });
        match closed {
            Ok(bytes) => {
                segment.bytes = bytes;
                self.finished.push(segment);
                Ok(())
            }
            Err(error) => {
                let _ = fs::remove_file(&path);
                Err(error)
            }
        }
    }

    fn remove_open(&mut self) {
        if let Some(open) = self.open.take() {
            let path = open.path.clone();
            drop(open);
            let _ = fs::remove_file(path);
        }
    }
}

impl Drop for TableWriter {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        self.remove_open();
        for segment in &self.finished {
            let _ = fs::remove_file(self.folder.resolve(&segment.path));
        }
    }
}
