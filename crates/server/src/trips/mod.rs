//! Trips of whole archives: status messages in, trips with their legs, events and reasons out, without a data folder.
//!
//! One pass reads and packs the messages and deals them into buckets by container; each bucket is rebuilt by the same
//! kernel that assesses, whatever the number of threads and buckets; results wait as bytes until all are there, and
//! are judged and written in order of container. What does not fit in memory goes to temporary files beside the
//! results.

mod columns;
mod engine;
mod feed;
mod folder;
mod hold;
pub mod kernel;
pub mod limits;
mod numbers;
mod outcome;
mod pack;
mod rebuild;
mod report;
mod row;
mod rows;
mod run;
mod stream;
mod table;
mod tables;
mod words;
mod write;

pub(crate) use engine::is_learned_from;
pub use report::{Counts, Refused, RefusedAt, TripsReport};
pub use run::trips;

use crate::input::InputError;
use std::path::{Path, PathBuf};
use tidewaiter_model::time::UtcTime;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableFormat {
    /// CSV files.
    #[default]
    Csv,
    /// Parquet files.
    Parquet,
}

impl TableFormat {
    /// The word, which is also the ending of the files' names.
    pub const fn as_str(self) -> &'static str {
        match self {
            TableFormat::Csv => "csv",
            TableFormat::Parquet => "parquet",
        }
    }
}

/// How to rebuild.
#[derive(Debug, Clone)]
pub struct TripsOptions {
    /// Files, folders or `-`: canonical CSV, plain or compressed, or Parquet with the same columns.
    pub inputs: Vec<PathBuf>,
    /// The folder of the results.
    pub out: PathBuf,
    /// The user's places.
    pub areas: Option<PathBuf>,
    /// Use only what was received up to this time.
    pub as_of: Option<UtcTime>,
    /// What is written.
    pub format: TableFormat,
    /// Whether events are written.
    pub events: bool,
    /// Whether normal routes are learned and trips are judged.
    pub score: bool,
    /// A table of normal routes of an earlier run over other messages: what this run learns is added to it.
    pub routes: Option<PathBuf>,
    /// Where the table of normal routes is written, that of `routes` included.
    pub write_routes: Option<PathBuf>,
    /// Threads; as many as the machine has if `None`.
    pub threads: Option<usize>,
    /// Memory for rows and results before they go to temporary files, bytes.
    pub memory_bytes_max: u64,
    /// Most bytes of one input after decompression.
    pub bytes_max: u64,
}

/// Why trips could not be rebuilt.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// An input could not be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// An input is not status messages.
    #[error("{input} {text}")]
    Columns {
        /// The input.
        input: String,
        /// What is wrong.
        text: String,
    },
    /// A Parquet file is damaged.
    #[error("{input} is a damaged Parquet file: {text}; nothing was written")]
    Parquet {
        /// The input.
        input: String,
        /// What the reader said.
        text: String,
    },
    /// The stream of a partition is damaged, or nobody reads the answer.
    #[error("the Arrow stream is broken: {0}")]
    Stream(String),
    /// A learned table cannot be used.
    #[error("{file} {text}")]
    Tables {
        /// The file.
        file: String,
        /// What is wrong.
        text: String,
    },
    /// Temporary files or results could not be written.
    #[error("cannot write in {folder}: {source}; nothing was written{}", room(.source))]
    Write {
        /// The folder.
        folder: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// Too many container numbers that are not four letters and seven digits.
    #[error(
        "more than {} different container numbers are not four letters and seven digits; is the column `container` \
         something else?",
        limits::ODD_NUMBERS_MAX
    )]
    TooManyOddNumbers,
    /// Too many different texts.
    #[error(
        "more than {} different places, vessels, sources and carriers, or more than {} bytes of them; are the columns \
         something else?",
        limits::TEXTS_MAX,
        limits::TEXT_BYTES_MAX
    )]
    TooManyTexts,
    /// Too many messages of one container, or of one bucket of containers.
    #[error(
        "more than {} messages of one container or its neighbours; split the input",
        limits::CONTAINER_ROWS_MAX
    )]
    TooManyRows,
    /// The control totals do not add up.
    #[error(
        "the totals do not add up: {read} messages read, {counted} counted in trips, {duplicate} duplicate, {refused} \
         refused, {superseded} superseded, {later} later; nothing was written; please report this"
    )]
    Totals {
        /// Messages read.
        read: u64,
        /// Counted in trips.
        counted: u64,
        /// Duplicates.
        duplicate: u64,
        /// Refused.
        refused: u64,
        /// Superseded by a later one.
        superseded: u64,
        /// Received after the time in question.
        later: u64,
    },
    /// Something that cannot be, was.
    #[error("{0}; nothing was written; please report this")]
    Defect(&'static str),
}

impl Fault {
    fn spill(folder: &Path) -> impl Fn(std::io::Error) -> Fault + use<> {
        let folder = folder.display().to_string();
        move |source| Fault::Write { folder: folder.clone(), source }
    }
}

fn room(source: &std::io::Error) -> &'static str {
    match source.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            "; make room there, or name another folder with --out"
        }
        _ => "",
    }
}
