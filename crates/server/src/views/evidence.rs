//! One consignment with everything its assessment stands on.

use super::{Money, Outcome, PartyView, QueueRow, ReasonView, Stop, TripView};
use serde::{Deserialize, Serialize};
use tidewaiter_model::assessment::Lane;
use tidewaiter_model::money::Decimal;
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

/// One bar of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Bin {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// How many lie within.
    pub count: u64,
}

/// What a distribution's numbers measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ValueUnit {
    /// Amount of money per kilogram.
    AmountPerKg,
    /// Hours.
    Hours,
    /// Kilograms.
    Kg,
    /// 0 to 1.
    Share,
    /// A number of things.
    Count,
}

/// How an axis is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Equal ratios.
    Log,
    /// Equal differences.
    Linear,
}

/// A value among those it was compared with.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Distribution {
    /// What is compared, in words.
    pub what: String,
    /// Unit of every number.
    pub unit: ValueUnit,
    /// Currency of amounts.
    #[schema(required)]
    pub currency: Option<String>,
    /// This consignment's value.
    pub value: f64,
    /// Where the indicator fires.
    #[schema(required)]
    pub threshold: Option<f64>,
    /// Half lie below.
    #[schema(required)]
    pub median: Option<f64>,
    /// How many were counted.
    pub population: u64,
    /// How the axis is divided.
    pub scale: Scale,
    /// The counts, ascending, without gaps.
    pub bins: Vec<Bin>,
}

/// A route that others took.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UsualRoute {
    /// Its stops.
    pub stops: Vec<Stop>,
    /// Trips that went so.
    pub count: u64,
    /// Their share of the population, 0 to 1.
    pub share: f64,
    /// Whether this trip went so.
    pub same: bool,
}

/// A route beside the usual ones of its origin and destination.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RoutesCompared {
    /// What is compared, in words.
    pub what: String,
    /// Trips of this origin and destination.
    pub population: u64,
    /// The route in question.
    pub this: Vec<Stop>,
    /// The usual ones, most frequent first.
    pub usual: Vec<UsualRoute>,
}

/// What a reason was compared with.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Comparison {
    /// A value among others.
    Distribution(Distribution),
    /// A route among others.
    Routes(RoutesCompared),
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

/// An outcome as another case shows it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CaseOutcome {
    /// Kind of irregularity; `null` when nothing was found.
    #[schema(required)]
    pub found: Option<String>,
    /// Value found.
    #[schema(value_type = Option<String>, required)]
    pub value: Option<Decimal>,
    /// When it was recorded.
    #[schema(value_type = String, format = DateTime)]
    pub recorded: UtcTime,
}

/// An earlier case.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CaseRef {
    /// Consignment.
    pub id: String,
    /// Day of its arrival, or when it was first known.
    #[schema(required)]
    pub day: Option<String>,
    /// Its score, where one is at hand.
    #[schema(required)]
    pub score: Option<f64>,
    /// Its lane, where it was listed.
    #[schema(value_type = Option<String>, required)]
    pub lane: Option<Lane>,
    /// What is declared.
    pub goods: String,
    /// Port areas in order.
    pub route: Vec<String>,
    /// What was found.
    #[schema(required)]
    pub outcome: Option<CaseOutcome>,
    /// Whether it still waits.
    pub open: bool,
}

/// Earlier cases of the same container, consignee, route; latest first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct Earlier {
    /// Of one of its containers.
    pub container: Vec<CaseRef>,
    /// Of its consignee.
    pub consignee: Vec<CaseRef>,
    /// Of its route.
    pub route: Vec<CaseRef>,
}

/// One document or report of the table.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DocumentColumn {
    /// Stable key.
    pub key: String,
    /// What it is, in words.
    pub title: String,
    /// Its own number.
    #[schema(required)]
    pub reference: Option<String>,
    /// When it was received.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub received: Option<UtcTime>,
    /// The message.
    #[schema(required)]
    pub message: Option<MessageRef>,
}

/// What one document says of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cell {
    /// As declared or reported.
    pub text: String,
}

/// One field over all documents.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DocumentRow {
    /// Stable key.
    pub key: String,
    /// What the field is, in words.
    pub label: String,
    /// One a column; `null` where the document says nothing.
    #[schema(value_type = Vec<Option<Cell>>)]
    pub cells: Vec<Option<Cell>>,
    /// Whether two documents differ beyond what is tolerated.
    pub disagree: bool,
}

/// What the documents say, side by side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct DocumentsTable {
    /// Documents and reports, in order of receipt within their kind.
    pub columns: Vec<DocumentColumn>,
    /// Fields.
    pub rows: Vec<DocumentRow>,
}

/// What a party is to a consignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// Shipper.
    Consignor,
    /// Receiver.
    Consignee,
    /// Who declared the import.
    Declarant,
    /// Who is told of the arrival.
    Notify,
    /// Who carries it in.
    Carrier,
}

impl PartyRole {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            PartyRole::Consignor => "consignor",
            PartyRole::Consignee => "consignee",
            PartyRole::Declarant => "declarant",
            PartyRole::Notify => "notify",
            PartyRole::Carrier => "carrier",
        }
    }
}

/// A party with what is known of it from before.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PartyHistory {
    /// What it is here.
    pub role: PartyRole,
    /// The same in words.
    pub role_text: String,
    /// Who.
    pub party: PartyView,
    /// Address on one line.
    #[schema(required)]
    pub address: Option<String>,
    /// Earlier consignments in this role.
    pub consignments: u64,
    /// Of those, with an irregularity.
    pub found: u64,
    /// Of those, with an outcome.
    pub inspected: u64,
    /// The latest of them.
    pub recent: Vec<CaseRef>,
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
