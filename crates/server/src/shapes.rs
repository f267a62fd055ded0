//! The JSON documents that `--json` prints. Each is described in the book with an example that a test runs.

use serde::Serialize;
use tidewaiter_model::assessment::{Arm, Consignment, Lane, Outcome};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::reason::{Param, Reason};
use tidewaiter_model::time::UtcTime;

/// Counts of messages. `read` is always `accepted + duplicate + quarantined`; `conflicts` counts accepted messages
/// whose source and id were known with other content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Messages found in the input.
    pub read: u64,
    /// Messages that became records.
    pub accepted: u64,
    /// Messages that were known already.
    pub duplicate: u64,
    /// Messages kept in quarantine.
    pub quarantined: u64,
    /// Accepted messages that contradict an earlier one of the same source and id.
    pub conflicts: u64,
}

impl Counts {
    /// Adds another count.
    pub fn add(&mut self, other: Counts) {
        self.read += other.read;
        self.accepted += other.accepted;
        self.duplicate += other.duplicate;
        self.quarantined += other.quarantined;
        self.conflicts += other.conflicts;
    }
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FileReport {
    /// As the user named it.
    pub name: String,
    /// Format that was recognised.
    pub format: Option<String>,
    /// Its counts.
    #[serde(flatten)]
    pub counts: Counts,
    /// Why nothing of it could be kept.
    pub error: Option<String>,
    /// The first diagnostics, at most [`DIAGNOSTICS_SHOWN_MAX`].
    pub diagnostics: Vec<Diagnostic>,
}

/// Most diagnostics shown for one file; all of them are kept in quarantine.
pub const DIAGNOSTICS_SHOWN_MAX: usize = 10;
/// Most files named one by one in an ingest document; the counts always cover all.
pub const FILES_SHOWN_MAX: usize = 10_000;

/// `ingest --json`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct IngestReport {
    /// Counts over all files.
    #[serde(flatten)]
    pub counts: Counts,
    /// Files that could not be kept at all.
    pub unreadable: u64,
    /// Each file, at most [`FILES_SHOWN_MAX`].
    pub files: Vec<FileReport>,
}

/// `assess --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AssessReport {
    /// Number of the run.
    pub run: i64,
    /// Only what was received up to here was used.
    pub as_of: UtcTime,
    /// Status messages looked at.
    pub status_messages: u64,
    /// Container trips rebuilt.
    pub trips: u64,
    /// Consignments known.
    pub consignments: u64,
    /// Consignments that wait for a decision: those assessed.
    pub open: u64,
    /// How often each indicator fired, by code.
    pub fired: std::collections::BTreeMap<String, u64>,
    /// Consignments in which an indicator could not be judged, by code.
    pub not_evaluated: std::collections::BTreeMap<String, u64>,
    /// Wall time in seconds.
    pub seconds: f64,
    /// When the latest message was received; `None` in an empty store.
    pub latest_received: Option<UtcTime>,
}

/// A reason with its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReasonView {
    /// Indicator code.
    pub code: String,
    /// Wording variant.
    pub variant: String,
    /// 0 to 1.
    pub strength: f64,
    /// In the reader's language.
    pub text: String,
    /// Parameters by name.
    pub params: std::collections::BTreeMap<String, Param>,
}

/// One row of `queue --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QueueRow {
    /// Place on the list, from 1.
    pub rank: u32,
    /// Consignment.
    pub id: String,
    /// Score, 0 to 1.
    pub score: f64,
    /// Lane.
    pub lane: Lane,
    /// Risk or chance.
    pub arm: Arm,
    /// Office that decides.
    pub office: String,
    /// Containers.
    pub containers: Vec<String>,
    /// Transport document.
    pub transport_document: Option<String>,
    /// Port areas of the trip, in order.
    pub route: Vec<String>,
    /// Port area that is declared for unloading, while the trip has not been there.
    pub bound_for: Option<String>,
    /// What is declared: HS code and description of the heaviest item.
    pub goods: String,
    /// Consignee as declared.
    pub consignee: Option<String>,
    /// Expected arrival.
    pub expected_arrival: Option<UtcTime>,
    /// Customs value, amount and currency.
    pub value: Option<tidewaiter_model::money::Money>,
    /// Strongest reasons; empty for the random arm.
    pub reasons: Vec<ReasonView>,
    /// What was found, if recorded already.
    pub outcome: Option<Outcome>,
}

/// How the day's list fares.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Tally {
    /// On today's list.
    pub selected: u64,
    /// Of those, chosen by chance.
    pub random: u64,
    /// With an outcome.
    pub inspected: u64,
    /// With an irregularity.
    pub found: u64,
    /// Outcomes over all days.
    pub outcomes_ever: u64,
    /// Of those with an irregularity.
    pub found_ever: u64,
}

/// `queue --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QueueReport {
    /// The day, `2026-06-01`.
    pub day: String,
    /// The assessment it rests on.
    pub as_of: UtcTime,
    /// Places for the day.
    pub capacity: u32,
    /// Consignments that wait for a decision.
    pub open: u64,
    /// The list.
    pub rows: Vec<QueueRow>,
    /// How it fares.
    pub tally: Tally,
}

/// Bytes of a message that a reason stands on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvidenceView {
    /// What the bytes show.
    pub role: String,
    /// The file as it was named when it was ingested.
    pub file: String,
    /// Its number in the store.
    pub file_number: i64,
    /// Format of the file.
    pub format: String,
    /// The message's bytes within the decompressed file.
    pub message: ByteSpan,
    /// The bytes in question within the decompressed file.
    pub span: ByteSpan,
    /// Those bytes as text; bytes that are not UTF-8 are shown as U+FFFD.
    pub text: String,
    /// When the message was received.
    pub ingested: Option<UtcTime>,
}

/// A reason with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExplainedReason {
    /// Code, words, parameters.
    #[serde(flatten)]
    pub reason: ReasonView,
    /// What it adds to the score by itself, 0 to 1.
    pub weight: f64,
    /// What it stands on.
    pub evidence: Vec<EvidenceView>,
}

/// `explain --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExplainReport {
    /// As of.
    pub as_of: UtcTime,
    /// Score, 0 to 1.
    pub score: f64,
    /// Place among the open consignments by score, from 1.
    pub rank_by_score: u64,
    /// Open consignments in that run.
    pub open: u64,
    /// If it is on a list: day, rank, lane, arm.
    pub selection: Option<SelectionView>,
    /// The consignment.
    pub consignment: Consignment,
    /// Every reason, strongest contribution first.
    pub reasons: Vec<ExplainedReason>,
    /// Indicators that could not be judged, with what was missing.
    pub not_evaluated: Vec<NotEvaluatedView>,
    /// Indicators that were judged and did not fire.
    pub passed: Vec<String>,
    /// What was found, latest last.
    pub outcomes: Vec<Outcome>,
}

/// Where a consignment stands on a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SelectionView {
    /// The day, `2026-06-01`.
    pub day: String,
    /// Place on the list.
    pub rank: u32,
    /// Lane.
    pub lane: Lane,
    /// Risk or chance.
    pub arm: Arm,
}

/// An indicator that could not be judged.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NotEvaluatedView {
    /// Indicator code.
    pub code: String,
    /// Stable word for what was missing.
    pub missing: String,
    /// In the reader's language.
    pub text: String,
}

/// `outcome --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutcomeReport {
    /// What was recorded.
    pub outcome: Outcome,
    /// Whether it was on a list.
    pub selection: Option<SelectionView>,
    /// The reasons it was assessed with.
    pub reasons: Vec<ReasonView>,
    /// How the day's list fares now.
    pub tally: Tally,
}

/// One message in quarantine.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuarantineView {
    /// Its number.
    pub id: i64,
    /// `open`, `replayed` or `discarded`.
    pub state: String,
    /// The file it came in.
    pub file: String,
    /// Format that was recognised.
    pub format: String,
    /// When it was received.
    pub received: UtcTime,
    /// Its bytes within the decompressed file.
    pub span: ByteSpan,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// Its content, only in `quarantine show`; bytes that are not UTF-8 are shown as U+FFFD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// `quarantine replay --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReplayReport {
    /// Messages tried.
    pub tried: u64,
    /// Messages that are records now, or were known already.
    pub resolved: u64,
    /// Messages that stay in quarantine.
    pub remaining: u64,
    /// What became of each.
    pub messages: Vec<ReplayedMessage>,
}

/// What became of one replayed message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReplayedMessage {
    /// Its number in quarantine.
    pub id: i64,
    /// Whether it left quarantine.
    pub resolved: bool,
    /// What is still wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One check of `doctor --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Check {
    /// What was looked at.
    pub name: String,
    /// Whether it is well.
    pub ok: bool,
    /// What was seen, and what to do when it is not well.
    pub detail: String,
}

/// A reason in words.
pub fn reason_view(reason: &Reason, words: &crate::words::Words) -> ReasonView {
    ReasonView {
        code: reason.indicator.code().to_owned(),
        variant: reason.variant.clone(),
        strength: reason.strength,
        text: words.reason(reason),
        params: reason.params.clone(),
    }
}

/// One record of the audit trail: `audit list`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AuditView {
    /// Place in the chain, from 1 without gaps.
    pub sequence: i64,
    /// When.
    pub time: UtcTime,
    /// Login of a person, `local`, `system`, or `key:<id>` for a machine.
    pub actor: String,
    /// What was done: a stable word of two parts, such as `case.take`.
    pub action: String,
    /// Kind of what it was done to.
    pub object_kind: String,
    /// What it was done to.
    pub object: String,
    /// What was before; null when there was nothing.
    pub before: serde_json::Value,
    /// What was afterwards; null when nothing was left.
    pub after: serde_json::Value,
    /// From where.
    pub origin: String,
    /// Id of the request; empty for what was typed.
    pub request_id: String,
    /// SHA-256 of the record and of all before it, in hexadecimal.
    pub hash: String,
}

/// Whether the audit trail is as it was written: `audit verify`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AuditVerificationReport {
    /// Whether it is.
    pub ok: bool,
    /// Sound records from its start.
    pub records: u64,
    /// Hash of the last of those; note it elsewhere.
    pub head: String,
    /// The first thing that is not as it was written.
    pub broken: Option<AuditBroken>,
}

/// Where the audit trail breaks first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AuditBroken {
    /// Record.
    pub sequence: i64,
    /// Field of it, or `record` when it is about the record as a whole.
    pub field: String,
    /// The first differing byte of the field, from 0.
    pub byte: Option<u64>,
    /// `changed`, `missing`, `added`, `head_differs` or `expected_head_unknown`.
    pub what: String,
}
