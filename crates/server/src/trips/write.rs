//! Outcomes in order of container, and rows to files.

use super::hold::Piece;
use super::numbers::{ContainerKey, OddTexts};
use super::rebuild::Run;
use super::table::{ArrowRows, Columns, CsvRows, Sink, schema};
use super::{Fault, TableFormat};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::fs::File;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};

/// Containers that are written together.
const RANGE_CONTAINERS: usize = 1024;

/// Where one container's outcome is.
pub(super) struct Place {
    container: ContainerKey,
    run: u32,
    offset: u64,
    length: u32,
}

/// All containers of all runs, in order.
pub(super) fn in_order(runs: &[Run], odd: &OddTexts) -> Vec<Place> {
    let mut places = Vec::with_capacity(runs.iter().map(|run| run.index.len()).sum());
    for (number, run) in (0..).zip(runs) {
        places.extend(run.index.iter().map(|(container, offset, length)| Place {
            container: *container,
            run: number,
            offset: *offset,
            length: *length,
        }));
    }
    // Made of runs that are in order: a stable sort merges them.
    places.sort_by(|a, b| a.container.compare(b.container, odd));
    places
}

/// The ranges of [`in_order`] that are worked on together.
pub(super) fn ranges(places: &[Place]) -> Vec<Range<usize>> {
    (0..places.len())
        .step_by(RANGE_CONTAINERS)
        .map(|start| start..(start + RANGE_CONTAINERS).min(places.len()))
        .collect()
}

/// Calls `each` with every container of a range and its bytes. What one run holds of the range stands together, so it
/// is read at once.
pub(super) fn read_range(
    runs: &[Run],
    places: &[Place],
    mut each: impl FnMut(ContainerKey, &[u8]) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut spans: Vec<Option<Range<u64>>> = vec![None; runs.len()];
    for place in places {
        let end = place.offset + u64::from(place.length);
        if let Some(span) = spans.get_mut(place.run as usize) {
            let start = span.as_ref().map_or(place.offset, |span| span.start);
            *span = Some(start..end);
        }
    }
    let mut read: Vec<Vec<u8>> = vec![Vec::new(); runs.len()];
    for ((run, span), bytes) in runs.iter().zip(&spans).zip(&mut read) {
        if let (Piece::Spilled { .. }, Some(span)) = (&run.piece, span) {
            run.piece.read(span.start as usize, (span.end - span.start) as usize, bytes)?;
        }
    }
    for place in places {
        let number = place.run as usize;
        let length = place.length as usize;
        let start = |base: u64| (place.offset - base) as usize;
        let bytes = match (runs.get(number).map(|run| &run.piece), read.get(number), spans.get(number)) {
            (Some(Piece::Held(bytes)), ..) => bytes.get(start(0)..start(0) + length),
            (Some(Piece::Spilled { .. }), Some(bytes), Some(Some(span))) => {
                bytes.get(start(span.start)..start(span.start) + length)
            }
            _ => None,
        };
        each(place.container, bytes.ok_or(Fault::Defect("a container's outcome is gone"))?)?;
    }
    Ok(())
}

/// Rows of any form that can be made and handed on.
pub(super) trait Rows: Sink + Sized {
    fn begin(columns: Columns) -> Self;
    fn len(&self) -> u64;
    fn write(&mut self, file: &mut TableFile) -> Result<(), Fault>;
}

impl Rows for CsvRows {
    fn begin(columns: Columns) -> CsvRows {
        CsvRows::new(columns)
    }

    fn len(&self) -> u64 {
        self.rows
    }

    fn write(&mut self, file: &mut TableFile) -> Result<(), Fault> {
        if let Out::Csv(out) = &mut file.out {
            out.write_all(&self.bytes).map_err(Fault::spill(&file.path))?;
        }
        self.bytes.clear();
        self.rows = 0;
        Ok(())
    }
}

impl Rows for ArrowRows {
    fn begin(columns: Columns) -> ArrowRows {
        ArrowRows::new(columns)
    }

    fn len(&self) -> u64 {
        self.rows as u64
    }

    fn write(&mut self, file: &mut TableFile) -> Result<(), Fault> {
        let wrong = |error: &dyn std::fmt::Display| {
            Fault::spill(&file.path)(std::io::Error::other(error.to_string()))
        };
        let batch = self.take().map_err(|error| wrong(&error))?;
        if let Out::Parquet(out) = &mut file.out {
            out.write(&batch).map_err(|error| wrong(&error))?;
        }
        Ok(())
    }
}

/// One file of results.
pub(super) struct TableFile {
    pub(super) path: PathBuf,
    pub(super) rows: u64,
    out: Out,
}

enum Out {
    Csv(File),
    Parquet(Box<ArrowWriter<File>>),
}

impl TableFile {
    /// Makes the file `name` with the ending of its format.
    pub(super) fn create(
        folder: &Path,
        name: &str,
        columns: Columns,
        format: TableFormat,
    ) -> Result<TableFile, Fault> {
        let path = folder.join(format!("{name}.{}", format.as_str()));
        let mut file = File::create(&path).map_err(Fault::spill(&path))?;
        let out = match format {
            TableFormat::Csv => {
                file.write_all(CsvRows::header(columns).as_bytes()).map_err(Fault::spill(&path))?;
                Out::Csv(file)
            }
            TableFormat::Parquet => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::ZSTD(ZstdLevel::default()))
                    .set_max_row_group_row_count(Some(1 << 17))
                    .build();
                let writer = ArrowWriter::try_new(file, schema(columns), Some(properties))
                    .map_err(|error| Fault::spill(&path)(std::io::Error::other(error.to_string())))?;
                Out::Parquet(Box::new(writer))
            }
        };
        Ok(TableFile { path, rows: 0, out })
    }

    pub(super) fn write(&mut self, rows: &mut impl Rows) -> Result<(), Fault> {
        self.rows += rows.len();
        if rows.len() > 0 { rows.write(self) } else { Ok(()) }
    }

    /// Ends the file and waits until the disk has it.
    pub(super) fn close(self) -> Result<u64, Fault> {
        let wrong = Fault::spill(&self.path);
        let file = match self.out {
            Out::Csv(file) => file,
            Out::Parquet(writer) => {
                writer.into_inner().map_err(|error| wrong(std::io::Error::other(error.to_string())))?
            }
        };
        file.sync_all().map_err(wrong)?;
        Ok(self.rows)
    }
}

/// Lets threads hand on their work in order of its number.
#[derive(Default)]
pub(super) struct Turns {
    state: Mutex<(usize, bool)>,
    changed: Condvar,
}

impl Turns {
    /// Waits for the turn of `number`, does `act` and passes the turn on. `None` when another thread failed.
    pub(super) fn take<T>(
        &self,
        number: usize,
        act: impl FnOnce() -> Result<T, Fault>,
    ) -> Option<Result<T, Fault>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while state.0 != number && !state.1 {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.1 {
            return None;
        }
        let result = act();
        *state = (number + 1, result.is_err());
        self.changed.notify_all();
        Some(result)
    }

    /// Tells those who wait that there is nothing to wait for.
    pub(super) fn give_up(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
        self.changed.notify_all();
    }
}
