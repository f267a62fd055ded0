//! The archive: every ingested byte, in blocks, so that any message can be read back exactly.

use crate::StoreError;
use crate::catalogue::{self, Range, Table};
use crate::compact::merged_away;
use crate::folder::Folder;
use crate::history::{column, int64, schema_of};
use crate::open::Store;
use crate::segment::{Facts, TableWriter};
use arrow_array::{Array, ArrayRef, BinaryArray, Int64Array, RecordBatch};
use arrow_schema::{DataType, SchemaRef};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReaderBuilder, RowSelection, RowSelector};
use parquet::basic::Compression;
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::statistics::Statistics;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};

/// Bytes of input in one block of the archive.
const BLOCK_BYTES: usize = 256 * 1024;
/// Blocks are written together when they hold this much.
pub(crate) const PENDING_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Or when there are this many, for folders of small files.
const PENDING_BLOCKS_MAX: usize = 16 * 1024;

pub(crate) fn schema() -> SchemaRef {
    schema_of(&[
        ("file", DataType::Int64, false),
        ("offset", DataType::Int64, false),
        ("bytes", DataType::Binary, false),
    ])
}

pub(crate) fn properties() -> WriterProperties {
    WriterProperties::builder()
        // Twice the size of zstd, but a fifth less CPU time for a whole ingest on an idle machine.
        .set_compression(Compression::LZ4_RAW)
        .set_dictionary_enabled(false)
        .set_statistics_enabled(EnabledStatistics::None)
        .set_column_statistics_enabled("file".into(), EnabledStatistics::Chunk)
        .set_column_statistics_enabled("offset".into(), EnabledStatistics::Chunk)
        // A page holds one whole block, or many small ones: reading a message decompresses little more than it.
        .set_data_page_size_limit(BLOCK_BYTES)
        .set_write_batch_size(1)
        .build()
}

struct Block {
    file: i64,
    offset: i64,
    bytes: Vec<u8>,
}

/// Takes the bytes of each file in order and writes them in blocks.
pub(crate) struct ArchiveWriter {
    writer: TableWriter,
    blocks: Vec<Block>,
    /// Blocks of earlier files in `blocks`.
    blocks_before: usize,
    block_bytes: usize,
    /// Whether the current file has segments of its own.
    own: bool,
    current: Vec<u8>,
    file: i64,
    offset: u64,
}

impl ArchiveWriter {
    pub(crate) fn new(folder: Arc<Folder>, token: &str) -> ArchiveWriter {
        ArchiveWriter {
            writer: TableWriter::new(folder, Table::Message, schema(), properties(), token),
            blocks: Vec::new(),
            blocks_before: 0,
            block_bytes: 0,
            own: false,
            current: Vec::new(),
            file: 0,
            offset: 0,
        }
    }

    pub(crate) fn open_file(&mut self, file: i64) {
        self.file = file;
        self.offset = 0;
        self.own = false;
        self.current.clear();
        self.blocks_before = self.blocks.len();
    }

    pub(crate) fn write(&mut self, mut bytes: &[u8]) -> Result<(), StoreError> {
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(BLOCK_BYTES - self.current.len()));
            self.current.extend_from_slice(now);
            bytes = later;
            if self.current.len() == BLOCK_BYTES {
                self.end_block();
                if self.block_bytes >= PENDING_BYTES_MAX {
                    self.spill()?;
                }
            }
        }
        Ok(())
    }

    pub(crate) fn close_file(&mut self) -> Result<(), StoreError> {
        self.end_block();
        self.writer.end_file();
        self.blocks_before = self.blocks.len();
        if self.block_bytes >= PENDING_BYTES_MAX || self.blocks.len() >= PENDING_BLOCKS_MAX {
            self.write_blocks(self.blocks.len())?;
        }
        Ok(())
    }

    pub(crate) fn abandon_file(&mut self) {
        self.current.clear();
        self.blocks.truncate(self.blocks_before);
        self.block_bytes = self.blocks.iter().map(|block| block.bytes.len()).sum();
        self.writer.abandon_file();
    }

    pub(crate) fn finish(&mut self) -> Result<&mut TableWriter, StoreError> {
        self.write_blocks(self.blocks.len())?;
        Ok(&mut self.writer)
    }

    pub(crate) fn writer(&mut self) -> &mut TableWriter {
        &mut self.writer
    }

    fn end_block(&mut self) {
        if self.current.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.current);
        let offset = self.offset as i64;
        self.offset += bytes.len() as u64;
        self.block_bytes += bytes.len();
        self.blocks.push(Block { file: self.file, offset, bytes });
    }

    /// Writes while a file is under way: from now on it has segments of its own, so that it can be abandoned.
    fn spill(&mut self) -> Result<(), StoreError> {
        if !self.own {
            self.write_blocks(self.blocks_before)?;
            self.writer.begin_own()?;
            self.own = true;
        }
        self.blocks_before = 0;
        self.write_blocks(self.blocks.len())
    }

    fn write_blocks(&mut self, count: usize) -> Result<(), StoreError> {
        let blocks: Vec<Block> = self.blocks.drain(..count).collect();
        self.blocks_before -= count.min(self.blocks_before);
        self.block_bytes = self.blocks.iter().map(|block| block.bytes.len()).sum();
        if blocks.is_empty() {
            return Ok(());
        }
        let mut facts = Facts::default();
        let mut file = Range::default();
        blocks.iter().for_each(|block| file.add(block.file));
        facts.file = file;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(Int64Array::from_iter_values(blocks.iter().map(|block| block.file))),
            Arc::new(Int64Array::from_iter_values(blocks.iter().map(|block| block.offset))),
            Arc::new(BinaryArray::from_iter_values(blocks.iter().map(|block| &block.bytes))),
        ];
        let batch = RecordBatch::try_new(schema(), columns)
            .map_err(|error| StoreError::corrupt("a batch of the archive", error.to_string()))?;
        self.writer.write(&batch, &facts)?;
        self.writer.flush()
    }
}

impl Store {
    /// The exact bytes of a message, as they were ingested.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when the archive does not hold all of them.
    pub async fn message_bytes(&self, message: MessageRef) -> Result<Vec<u8>, StoreError> {
        let mut tries = 0;
        loop {
            let result = self.message_bytes_now(message).await;
            if !merged_away(&result, &mut tries) {
                return result;
            }
        }
    }

    async fn message_bytes_now(&self, message: MessageRef) -> Result<Vec<u8>, StoreError> {
        let mut pieces = Vec::new();
        for segment in catalogue::list_of_file(&self.database, Table::Message, message.file).await? {
            read_blocks(&self.folder.resolve(&segment.path), message, &mut pieces)?;
        }
        pieces.sort_by_key(|(offset, _)| *offset);
        let mut found = Vec::with_capacity(message.span.len.min(1 << 26) as usize);
        let mut at = message.span.start;
        for (offset, bytes) in pieces {
            let skip = at.checked_sub(offset).and_then(|skip| usize::try_from(skip).ok());
            let Some(rest) = skip.and_then(|skip| bytes.get(skip..)) else { break };
            let wanted = usize::try_from(message.span.end() - at).unwrap_or(usize::MAX);
            let piece = &rest[..rest.len().min(wanted)];
            found.extend_from_slice(piece);
            at += piece.len() as u64;
        }
        if at != message.span.end() {
            return Err(StoreError::corrupt(
                "the archive",
                format!(
                    "only {} of {} bytes of file {} at {}",
                    found.len(),
                    message.span.len,
                    message.file,
                    message.span.start
                ),
            ));
        }
        Ok(found)
    }
}

/// Reads the blocks of one segment that overlap the message.
fn read_blocks(path: &Path, message: MessageRef, pieces: &mut Vec<(u64, Vec<u8>)>) -> Result<(), StoreError> {
    let open = || -> Result<_, StoreError> {
        let file = File::open(path).map_err(StoreError::read(path))?;
        ParquetRecordBatchReaderBuilder::try_new(file).map_err(StoreError::read(path))
    };
    let builder = open()?;
    let groups: Vec<usize> = (0..builder.metadata().num_row_groups())
        .filter(|group| may_hold(builder.metadata().row_group(*group), message))
        .collect();
    for group in groups {
        let (builder, places) = (open()?, open()?);
        let mask = |columns: [usize; 2]| ProjectionMask::leaves(builder.parquet_schema(), columns);
        let places =
            places.with_row_groups(vec![group]).with_projection(mask([0, 1])).with_batch_size(1 << 20);
        let mut selectors = Vec::new();
        let mut first = None;
        for batch in places.build().map_err(StoreError::read(path))? {
            let batch = batch.map_err(StoreError::read(path))?;
            let (files, offsets) = (int64(&batch, "file")?, int64(&batch, "offset")?);
            for row in 0..batch.num_rows() {
                // A block ends where the next of its file begins; no block is longer than BLOCK_BYTES.
                let block = ByteSpan::new(offsets.value(row) as u64, BLOCK_BYTES as u64);
                let wanted = files.value(row) == message.file
                    && block.start < message.span.end()
                    && block.end() > message.span.start;
                selectors.push(if wanted { RowSelector::select(1) } else { RowSelector::skip(1) });
                first = first.or(wanted.then_some(row));
            }
        }
        if first.is_none() {
            continue;
        }
        let projection = mask([1, 2]);
        let reader = builder
            .with_row_groups(vec![group])
            .with_projection(projection)
            .with_row_selection(RowSelection::from(selectors))
            .build()
            .map_err(StoreError::read(path))?;
        for batch in reader {
            let batch = batch.map_err(StoreError::read(path))?;
            let offsets = int64(&batch, "offset")?;
            let bytes: &BinaryArray = column(&batch, "bytes")?;
            pieces.extend((0..bytes.len()).map(|row| (offsets.value(row) as u64, bytes.value(row).to_vec())));
        }
    }
    Ok(())
}

/// Whether a row group's statistics allow it to hold a block of the message.
fn may_hold(group: &RowGroupMetaData, message: MessageRef) -> bool {
    let range = |column: usize| match group.column(column).statistics() {
        Some(Statistics::Int64(values)) => values.min_opt().copied().zip(values.max_opt().copied()),
        _ => None,
    };
    let (Some((file_low, file_high)), Some((offset_low, offset_high))) = (range(0), range(1)) else {
        return true;
    };
    let of_file = (file_low..=file_high).contains(&message.file);
    // Offsets of several files in one group say nothing about one of them.
    let at_offset = file_low != file_high
        || ((offset_low as u64) < message.span.end()
            && offset_high as u64 + BLOCK_BYTES as u64 > message.span.start);
    of_file && at_offset
}
