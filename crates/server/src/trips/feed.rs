//! Inputs cut into pieces of work that threads take in turns.

use super::columns::{self, Columns};
use super::limits::BLOCK_BYTES;
use super::pack::Packer;
use super::{Fault, Refused, RefusedAt};
use crate::ingest::HEAD_BYTES;
use crate::input::{Input, OpenInput};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};
use std::collections::VecDeque;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tidewaiter_formats::status_csv::{RowBlocks, StatusLine, StatusRows};
use tidewaiter_formats::{Format, detect};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
const PARQUET_MAGIC: &[u8] = b"PAR1";
const BATCH_ROWS: usize = 8192;

/// A piece of work.
pub(super) enum Work {
    /// Whole rows of a CSV file.
    Rows { rows: Arc<StatusRows>, file: Arc<str>, offset: u64, bytes: Vec<u8> },
    /// A row that was streamed past.
    Overlong { line: Box<StatusLine<'static>>, file: Arc<str> },
    /// A row group of a Parquet file.
    Group { path: PathBuf, file: Arc<str>, metadata: ArrowReaderMetadata, group: usize, first_row: u64 },
}

/// All inputs, one after another.
pub(super) struct Feed {
    waiting: VecDeque<Input>,
    bytes_max: u64,
    open: Option<OpenCsv>,
    groups: VecDeque<Work>,
    /// Blocks to be used again.
    spare: Vec<Vec<u8>>,
    /// Bytes read, for whoever shows progress.
    done_bytes: u64,
}

struct OpenCsv {
    input: OpenInput,
    file: Arc<str>,
    rows: Arc<StatusRows>,
    blocks: RowBlocks,
    /// Bytes read and not handed out, the first of which is byte `offset` of the input.
    rest: Vec<u8>,
    offset: u64,
    at_end: bool,
}

impl Feed {
    pub(super) fn new(inputs: Vec<Input>, bytes_max: u64) -> Feed {
        Feed {
            waiting: inputs.into(),
            bytes_max,
            open: None,
            groups: VecDeque::new(),
            spare: Vec::new(),
            done_bytes: 0,
        }
    }

    /// The next piece of work, and how many bytes were read so far.
    pub(super) fn next(&mut self, spare: Option<Vec<u8>>) -> Result<Option<(Work, u64)>, Fault> {
        self.spare.extend(spare);
        loop {
            if let Some(group) = self.groups.pop_front() {
                return Ok(Some((group, self.done_bytes)));
            }
            if let Some(open) = &mut self.open {
                let block = self.spare.pop().unwrap_or_default();
                if let Some(work) = open.next(block)? {
                    return Ok(Some((work, self.done_bytes + open.input.raw_bytes())));
                }
                open.input.check_unchanged()?;
                self.done_bytes += open.input.raw_bytes();
                self.open = None;
            }
            let Some(input) = self.waiting.pop_front() else { return Ok(None) };
            if let Input::Path(path) = &input
                && is_parquet(path)
            {
                self.open_parquet(path)?;
            } else {
                self.open = Some(OpenCsv::new(&input, self.bytes_max)?);
            }
        }
    }

    fn open_parquet(&mut self, path: &Path) -> Result<(), Fault> {
        let fault = |error: &dyn std::fmt::Display| Fault::Parquet {
            input: path.display().to_string(),
            text: error.to_string(),
        };
        let file = File::open(path).map_err(|error| fault(&error))?;
        let metadata =
            ArrowReaderMetadata::load(&file, ArrowReaderOptions::new()).map_err(|error| fault(&error))?;
        let name: Arc<str> = path.display().to_string().into();
        let mut first_row = 0;
        for group in 0..metadata.metadata().num_row_groups() {
            let (path, file, metadata) = (path.to_owned(), name.clone(), metadata.clone());
            let rows = u64::try_from(metadata.metadata().row_group(group).num_rows()).unwrap_or(0);
            self.groups.push_back(Work::Group { path, file, metadata, group, first_row });
            first_row += rows;
        }
        self.done_bytes += std::fs::metadata(path).map_or(0, |metadata| metadata.len());
        Ok(())
    }
}

fn is_parquet(path: &Path) -> bool {
    let mut magic = [0; 4];
    // A pipe must not be read from twice; only files can be Parquet.
    path.is_file()
        && File::open(path).and_then(|mut file| file.read_exact(&mut magic)).is_ok()
        && magic == PARQUET_MAGIC
}

impl OpenCsv {
    fn new(input: &Input, bytes_max: u64) -> Result<OpenCsv, Fault> {
        let file: Arc<str> = input.name().into();
        let mut input = OpenInput::open(input, bytes_max)?;
        let mut rest = Vec::new();
        let mut at_end = input.fill(&mut rest, BLOCK_BYTES)?;
        let head = rest.get(..HEAD_BYTES).unwrap_or(&rest);
        let wrong = |text: String| Fault::Columns { input: file.to_string(), text };
        match detect(head, &[]) {
            Ok(detected) if detected.format == Format::StatusCsv => {}
            Ok(detected) => {
                return Err(wrong(format!(
                    "holds {}; trips are rebuilt from canonical CSV (*.csm.csv) or Parquet with the same columns",
                    detected.format.as_str()
                )));
            }
            Err(diagnostic) if rest.starts_with(PARQUET_MAGIC) => {
                let _ = diagnostic;
                return Err(wrong("is Parquet, which must be a file and not a stream".to_owned()));
            }
            Err(found) => {
                let text = format!(
                    "cannot be read: {}: expected {}; found {}",
                    found.code, found.expected, found.found
                );
                return Err(wrong(text));
            }
        }
        let mark = if rest.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let mut rows = StatusRows::new(false);
        let mut consumed = mark;
        loop {
            consumed += rows.read_header(rest.get(consumed..).unwrap_or_default(), consumed as u64, at_end);
            if rows.has_header() || at_end {
                break;
            }
            at_end = input.fill(&mut rest, BLOCK_BYTES)?;
        }
        rest.drain(..consumed);
        Ok(OpenCsv {
            input,
            file,
            rows: Arc::new(rows),
            blocks: RowBlocks::default(),
            rest,
            offset: consumed as u64,
            at_end,
        })
    }

    fn next(&mut self, mut block: Vec<u8>) -> Result<Option<Work>, Fault> {
        loop {
            if self.rest.is_empty() && self.at_end {
                return Ok(None);
            }
            let cut = self.blocks.cut(&self.rest, self.offset, self.at_end);
            if cut.consumed == 0 {
                self.at_end = self.input.fill(&mut self.rest, BLOCK_BYTES)?;
                continue;
            }
            let offset = self.offset;
            self.offset += cut.consumed as u64;
            if let Some(line) = cut.overlong {
                self.rest.drain(..cut.consumed);
                return Ok(Some(Work::Overlong { line: Box::new(line), file: self.file.clone() }));
            }
            // The block goes out as it was read; what is left of the last row moves to the next one.
            block.clear();
            block.extend_from_slice(self.rest.get(cut.consumed..).unwrap_or_default());
            std::mem::swap(&mut block, &mut self.rest);
            block.truncate(cut.rows_len);
            if !self.at_end {
                self.at_end = self.input.fill(&mut self.rest, BLOCK_BYTES)?;
            }
            if !block.is_empty() {
                let (rows, file) = (self.rows.clone(), self.file.clone());
                return Ok(Some(Work::Rows { rows, file, offset, bytes: block }));
            }
        }
    }
}

/// Packs one piece of work; gives back its block to be used again.
pub(super) fn pack(
    work: Work,
    packer: &mut Packer<'_>,
    refuse: &Mutex<Vec<Refused>>,
) -> Result<Option<Vec<u8>>, Fault> {
    let mut fault = None;
    match work {
        Work::Rows { rows, file, offset, bytes } => {
            let mut rows = StatusRows::clone(&rows);
            rows.read(&bytes, offset, true, &mut |line| {
                packer.counts.read += 1;
                match &line.fields {
                    Some(fields) => {
                        if let Err(error) = packer.push(fields) {
                            fault.get_or_insert(error);
                        }
                    }
                    None => {
                        refused(packer, refuse, &file, RefusedAt::Byte(line.span.start), line.diagnostics);
                    }
                }
            });
            fault.map_or(Ok(Some(bytes)), Err)
        }
        Work::Overlong { line, file } => {
            packer.counts.read += 1;
            refused(packer, refuse, &file, RefusedAt::Byte(line.span.start), line.diagnostics);
            Ok(None)
        }
        Work::Group { path, file, metadata, group, first_row } => {
            let wrong = |error: &dyn std::fmt::Display| Fault::Parquet {
                input: file.to_string(),
                text: error.to_string(),
            };
            let opened = File::open(&path).map_err(|error| wrong(&error))?;
            let mask = ProjectionMask::columns(metadata.parquet_schema(), columns::NAMES);
            let batches = ParquetRecordBatchReaderBuilder::new_with_metadata(opened, metadata)
                .with_row_groups(vec![group])
                .with_projection(mask)
                .with_batch_size(BATCH_ROWS)
                .build()
                .map_err(|error| wrong(&error))?;
            let mut row = first_row;
            for batch in batches {
                let batch = batch.map_err(|error| wrong(&error))?;
                pack_batch(&batch, &file, row, packer, refuse)?;
                row += batch.num_rows() as u64;
            }
            Ok(None)
        }
    }
}

/// Packs the rows of a record batch, whose first one is row `first_row` of the input, counted from 0.
pub(super) fn pack_batch(
    batch: &arrow_array::RecordBatch,
    file: &str,
    first_row: u64,
    packer: &mut Packer<'_>,
    refuse: &Mutex<Vec<Refused>>,
) -> Result<(), Fault> {
    let columns = Columns::of(batch, file)?;
    for row in 0..batch.num_rows() {
        packer.counts.read += 1;
        match columns.read(row) {
            Ok(fields) => packer.push(&fields)?,
            Err(faults) => refused(packer, refuse, file, RefusedAt::Row(first_row + row as u64 + 1), faults),
        }
    }
    Ok(())
}

#[cold]
fn refused(
    packer: &mut Packer<'_>,
    refuse: &Mutex<Vec<Refused>>,
    file: &str,
    at: RefusedAt,
    diagnostics: Vec<tidewaiter_model::diagnostic::Diagnostic>,
) {
    packer.counts.refused += 1;
    let mut held = refuse.lock().unwrap_or_else(PoisonError::into_inner);
    let row = Refused { file: file.to_owned(), at, diagnostics };
    Refused::keep_first(&mut held, row);
}
