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
    /// Who sent it, where that is known.
    pub sender: Option<String>,
    /// Who brought it in; empty for those of before there were accounts.
    pub recorded_by: String,
}

/// What a sender's files, or the files of a day, came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptTotals {
    /// The sender, `None` where it is not known; or the day, as `2026-05-31`.
    pub of: Option<String>,
    /// Files.
    pub files: u64,
    /// Messages read.
    pub read: u64,
    /// Messages accepted.
    pub accepted: u64,
    /// Messages known already.
    pub duplicate: u64,
    /// Messages quarantined.
    pub quarantined: u64,
    /// When the last file came in.
    pub last_received: UtcTime,
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

    /// The state of a stable word.
    pub fn from_word(word: &str) -> Option<QuarantineState> {
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
    /// Format of that file, as the reader named it.
    pub format: String,
    /// Who sent it, where that is known.
    pub sender: Option<String>,
    /// When that file was ingested.
    pub received: UtcTime,
    /// Why no record could be made.
    pub diagnostics: Vec<Diagnostic>,
    /// Where it stands.
    pub state: QuarantineState,
    /// Code of the first error in them.
    pub code: String,
    /// How it was resolved; empty while open.
    pub resolved_by: String,
    /// Who resolved it; `None` while open.
    pub resolver: Option<String>,
    /// When it was resolved; `None` while open.
    pub resolved: Option<UtcTime>,
    /// Counts how often its state changed.
    pub version: i64,
    /// The whole message; `None` in lists.
    pub bytes: Option<Vec<u8>>,
}

/// Which messages of the quarantine to give. What is `None` does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QuarantineFilter<'a> {
    /// In this state.
    pub state: Option<QuarantineState>,
    /// Refused with this code first.
    pub code: Option<&'a str>,
    /// Of this sender; empty for those whose sender is not known.
    pub sender: Option<&'a str>,
}

/// How many messages of the quarantine there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuarantineTotals {
    /// In all.
    pub total: u64,
    /// By the code of the first error, most first.
    pub by_code: Vec<(String, u64)>,
    /// By sender, `None` where it is not known, most first.
    pub by_sender: Vec<(Option<String>, u64)>,
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
