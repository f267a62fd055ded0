//! One consignment with everything its assessment stands on.

use super::{
    Comparison, DocumentsTable, Earlier, Money, Outcome, PartyHistory, QueueRow, ReasonView, TripView,
};
use serde::{Deserialize, Serialize};
use tidewaiter_model::time::UtcTime;
use utoipa::ToSchema;

/// A message in the archive: file, first byte, number of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct MessageRef {
    /// Number of the ingested file.
    pub file: i64,
    /// Offset of the message's first byte in the decompressed file.
    pub start: u64,
    /// Bytes of the message.
    pub len: u64,
}

impl From<tidewaiter_model::provenance::MessageRef> for MessageRef {
    fn from(message: tidewaiter_model::provenance::MessageRef) -> MessageRef {
        MessageRef { file: message.file, start: message.span.start, len: message.span.len }
    }
}

impl From<MessageRef> for tidewaiter_model::provenance::MessageRef {
    fn from(message: MessageRef) -> Self {
        let span = tidewaiter_model::provenance::ByteSpan::new(message.start, message.len);
        tidewaiter_model::provenance::MessageRef { file: message.file, span }
    }
}

/// Part of a message with the bytes in question marked. Bytes that are not UTF-8 are shown as U+FFFD.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Excerpt {
    /// What stands before.
    pub before: String,
    /// The bytes in question.
    pub marked: String,
    /// What stands after.
    pub after: String,
    /// Whether more of the message stands before.
    pub cut_before: bool,
    /// Whether more of the message stands after.
    pub cut_after: bool,
}

/// One message that a reason stands on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Piece {
    /// What the bytes show, as a stable word.
    pub role: String,
    /// The same in words.
    pub role_text: String,
    /// The message.
    pub message: MessageRef,
    /// The file as it was named.
    pub file_name: String,
    /// Format of the file.
    pub format: String,
    /// Who sent it.
    #[schema(required)]
    pub sender: Option<String>,
    /// When it was received.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub received: Option<UtcTime>,
    /// Part of the message.
    pub excerpt: Excerpt,
}

/// The part of a trip that a reason is about.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TripPart {
    /// Container number.
    pub container: String,
    /// From when.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub from: Option<UtcTime>,
    /// Until when.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub to: Option<UtcTime>,
    /// Port areas to highlight.
    pub areas: Vec<String>,
}

/// A reason with what it stands on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EvidenceReason {
    /// Code, words, parameters.
    #[serde(flatten)]
    pub reason: ReasonView,
    /// What it adds to the score by itself, 0 to 1.
    pub weight: f64,
    /// One sentence: what the indicator tests.
    pub meaning: String,
    /// The messages it stands on.
    pub evidence: Vec<Piece>,
    /// What it was compared with.
    #[schema(required)]
    pub comparison: Option<Comparison>,
    /// The part of the trip it is about.
    #[schema(required)]
    pub trip: Option<TripPart>,
}

/// One line of goods.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GoodsView {
    /// HS code as declared.
    #[schema(required)]
    pub hs_code: Option<String>,
    /// What the code's chapter is about, in a few words; `null` unless known in the reader's language.
    #[schema(required)]
    pub hs_text: Option<String>,
    /// Description as declared.
    #[schema(required)]
    pub description: Option<String>,
    /// Country of origin.
    #[schema(required)]
    pub origin: Option<String>,
    /// Gross mass in kilograms.
    #[schema(required)]
    pub gross_mass_kg: Option<f64>,
    /// Net mass in kilograms.
    #[schema(required)]
    pub net_mass_kg: Option<f64>,
    /// Customs value.
    #[schema(required)]
    pub value: Option<Money>,
}

/// A fact of the head of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fact {
    /// Stable key.
    pub key: String,
    /// What it is, in words.
    pub label: String,
    /// The fact in words.
    pub text: String,
}

/// An indicator that could not be judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct NotEvaluated {
    /// Indicator code.
    pub code: String,
    /// Its short name.
    pub title: String,
    /// What was missing, in words.
    pub text: String,
}

/// An indicator that was judged and did not fire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Passed {
    /// Indicator code.
    pub code: String,
    /// Its short name.
    pub title: String,
}

/// A value to choose, with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Choice {
    /// The stable word.
    pub value: String,
    /// In the reader's language.
    pub label: String,
}

/// One consignment with everything its assessment stands on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Evidence {
    /// Its row on the queue.
    pub row: QueueRow,
    /// Only what was received up to here was used.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: UtcTime,
    /// Number of the assessment run.
    pub run: i64,
    /// Place among the open consignments by score, from 1.
    pub rank_by_score: u64,
    /// Open consignments in that run.
    pub open: u64,
    /// Facts of the head.
    pub facts: Vec<Fact>,
    /// Every line of goods.
    pub goods: Vec<GoodsView>,
    /// Every reason, strongest contribution first.
    pub reasons: Vec<EvidenceReason>,
    /// What could not be judged.
    pub not_evaluated: Vec<NotEvaluated>,
    /// What was judged and did not fire.
    pub passed: Vec<Passed>,
    /// What the documents say, side by side.
    pub documents: DocumentsTable,
    /// The parties with their history.
    pub parties: Vec<PartyHistory>,
    /// Earlier cases.
    pub earlier: Earlier,
    /// The trips of its containers.
    pub trips: Vec<TripView>,
    /// What was found, latest first.
    pub outcomes: Vec<Outcome>,
    /// The kinds of finding there are.
    pub findings: Vec<Choice>,
    /// How its records were joined, in words.
    pub joins: Vec<String>,
    /// Reference of the dossier: consignment, run and a digest of what is shown.
    pub reference: String,
}
