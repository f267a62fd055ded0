//! Rows of state as the store gives them out.

use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::MessageRef;
use tidewaiter_model::time::UtcTime;

/// What became of one file's messages. `read = accepted + duplicate + quarantined`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileReceipt {
    /// Number of the file in the store.
    pub number: i64,
    /// Name as given.
    pub name: String,
    /// Messages in it.
    pub read: u64,
    /// Messages that became records.
    pub accepted: u64,
    /// Messages already known, byte for byte.
    pub duplicate: u64,
    /// Messages that could not become records.
    pub quarantined: u64,
    /// Accepted messages whose source and id were known with other content.
    pub conflicts: u64,
}

/// An ingested file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// What became of its messages.
    pub receipt: FileReceipt,
    /// Format, as the reader named it.
    pub format: String,
    /// When it was ingested.
    pub received: UtcTime,
    /// Size after decompression, in bytes.
    pub content_size: u64,
}

/// What is kept, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Ingested files.
    pub files: u64,
    /// Messages read.
    pub read: u64,
    /// Messages accepted.
    pub accepted: u64,
    /// Messages already known.
    pub duplicate: u64,
    /// Messages quarantined when read.
    pub quarantined: u64,
    /// Messages accepted in conflict with an earlier one.
    pub conflicts: u64,
    /// Messages in quarantine now, neither replayed nor discarded.
    pub quarantine_open: u64,
    /// Rows of status events.
    pub status_events: u64,
    /// Rows of entry summary declarations.
    pub entry_summaries: u64,
    /// Rows of import declarations.
    pub declarations: u64,
    /// Assessment runs.
    pub runs: u64,
    /// Consignments ever selected.
    pub selections: u64,
    /// Findings recorded.
    pub outcomes: u64,
}

/// Where a quarantined message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuarantineState {
    /// Waits for somebody.
    Open,
    /// Was corrected and read again.
    Replayed,
    /// Somebody decided that nothing is to come of it.
    Discarded,
}

impl QuarantineState {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            QuarantineState::Open => "open",
            QuarantineState::Replayed => "replayed",
            QuarantineState::Discarded => "discarded",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<QuarantineState> {
        [QuarantineState::Open, QuarantineState::Replayed, QuarantineState::Discarded]
            .into_iter()
            .find(|state| state.as_str() == word)
    }
}

/// How a quarantined message was dealt with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution<'a> {
    /// [`QuarantineState::Replayed`] or [`QuarantineState::Discarded`]; [`QuarantineState::Open`] opens it again.
    pub state: QuarantineState,
    /// By what or by whom, in words: the file that replaced it, or the reason.
    pub note: &'a str,
}

/// A message that could not become a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarantineRow {
    /// Number in the quarantine.
    pub id: i64,
    /// Its bytes in the archive.
    pub message: MessageRef,
    /// Name of the file it came in.
    pub file_name: String,
    /// When that file was ingested.
    pub received: UtcTime,
    /// Why no record could be made.
    pub diagnostics: Vec<Diagnostic>,
    /// Where it stands.
    pub state: QuarantineState,
    /// How it was resolved; empty while open.
    pub resolved_by: String,
    /// The whole message; `None` in lists.
    pub bytes: Option<Vec<u8>>,
}

/// One assessment run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRow {
    /// Number of the run; ascending.
    pub run: i64,
    /// Only what was received up to this instant was used.
    pub as_of: UtcTime,
    /// How many consignments were assessed.
    pub count: u64,
    /// The Parquet file, relative to the data folder.
    pub file: String,
}
