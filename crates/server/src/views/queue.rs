//! The queue: its rows, counts and filter keys.

use super::{Money, ParamView, Person};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tidewaiter_model::money::Decimal;
use tidewaiter_model::reason::Param;
use tidewaiter_model::time::UtcTime;
use utoipa::ToSchema;

/// Why a place stands on a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StopRole {
    /// First loaded here.
    Load,
    /// From one vessel to another.
    Transhipment,
    /// Last discharged here.
    Discharge,
    /// Declared; no trip has shown it.
    Declared,
}

/// One stop of a route.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Stop {
    /// Port area, or the declared text where it is no known place.
    pub area: String,
    /// Name, the code where nobody knows one.
    pub name: String,
    /// Country, ISO 3166-1 alpha-2; empty when unknown.
    pub country: String,
    /// Why it stands here.
    pub role: StopRole,
    /// Latitude, decimal degrees.
    #[schema(required)]
    pub lat: Option<f64>,
    /// Longitude, decimal degrees.
    #[schema(required)]
    pub lon: Option<f64>,
}

/// Who holds a case, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Lock {
    /// Who.
    pub holder: Person,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub taken: UtcTime,
    /// When it ends by itself.
    #[schema(value_type = String, format = DateTime)]
    pub expires: UtcTime,
    /// Whether the reader holds it.
    pub mine: bool,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Outcome {
    /// Its number.
    pub id: i64,
    /// Kind of irregularity; `null` when nothing was found.
    #[schema(required)]
    pub found: Option<String>,
    /// Value of what was found, or duty recovered.
    #[schema(value_type = Option<String>, required)]
    pub value: Option<Decimal>,
    /// The officer's words.
    #[schema(required)]
    pub note: Option<String>,
    /// When it was recorded.
    #[schema(value_type = String, format = DateTime)]
    pub recorded: UtcTime,
    /// By whom.
    #[schema(required)]
    pub by: Option<Person>,
    /// Whether it was taken back.
    pub withdrawn: bool,
    /// Until when whoever recorded it can take it back; `null` for others and later.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub undo_until: Option<UtcTime>,
}

/// A reason in words.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ReasonView {
    /// Indicator code.
    pub code: String,
    /// Wording variant; empty when there is only one.
    pub variant: String,
    /// 0 (at the threshold) to 1.
    pub strength: f64,
    /// What was seen, in words.
    pub text: String,
    /// Short name of the indicator.
    pub title: String,
    /// Parameters by name.
    #[schema(value_type = BTreeMap<String, ParamView>)]
    pub params: BTreeMap<String, Param>,
}

/// A party as declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PartyView {
    /// Name.
    #[schema(required)]
    pub name: Option<String>,
    /// Trader identification number.
    #[schema(required)]
    pub identifier: Option<String>,
    /// Country, ISO 3166-1 alpha-2.
    #[schema(required)]
    pub country: Option<String>,
}

/// The goods of a row: the heaviest line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueueGoods {
    /// HS code as declared.
    #[schema(required)]
    pub hs_code: Option<String>,
    /// Description as declared.
    #[schema(required)]
    pub description: Option<String>,
    /// How many more lines there are.
    pub more: u64,
}

/// Whether a case waits, is worked on, or is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// Nobody has it.
    Free,
    /// Somebody has it.
    Taken,
    /// An outcome is recorded.
    Decided,
}

/// One case on the queue.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct QueueRow {
    /// Consignment.
    pub id: String,
    /// The case's version: its entity tag.
    pub version: String,
    /// Place by score among all open ones, from 1; 0 for one that is no longer open.
    pub rank: u64,
    /// 0 to 1.
    pub score: f64,
    /// `red`, `yellow`, `blue`, `green`; `null` unless it is on a list.
    #[schema(value_type = Option<String>, required)]
    pub lane: Option<tidewaiter_model::assessment::Lane>,
    /// `risk` or `random`; `null` unless it is on a list.
    #[schema(value_type = Option<String>, required)]
    pub arm: Option<tidewaiter_model::assessment::Arm>,
    /// Day of the list it is on, `2026-06-01`.
    #[schema(required)]
    pub list_day: Option<String>,
    /// Place on that list, from 1.
    #[schema(required)]
    pub list_rank: Option<u32>,
    /// Free, taken or decided.
    pub state: CaseState,
    /// Who has it.
    #[schema(required)]
    pub lock: Option<Lock>,
    /// What was found.
    #[schema(required)]
    pub outcome: Option<Outcome>,
    /// Office that decides.
    pub office: String,
    /// Containers as declared.
    pub containers: Vec<String>,
    /// Transport document.
    #[schema(required)]
    pub transport_document: Option<String>,
    /// Where it went and is bound for.
    pub route: Vec<Stop>,
    /// What is declared.
    pub goods: QueueGoods,
    /// Shipper.
    #[schema(required)]
    pub consignor: Option<PartyView>,
    /// Receiver.
    #[schema(required)]
    pub consignee: Option<PartyView>,
    /// Declared countries of origin, each once.
    pub origins: Vec<String>,
    /// Expected arrival.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub expected_arrival: Option<UtcTime>,
    /// Until when to decide.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub deadline: Option<UtcTime>,
    /// Whether that has passed without an outcome.
    pub overdue: bool,
    /// Customs value in all.
    #[schema(required)]
    pub value: Option<Money>,
    /// Duty and tax at stake.
    #[schema(required)]
    pub at_stake: Option<Money>,
    /// Reasons in words: the strongest, then a needless transhipment or a loop, then by strength; empty where chance
    /// picked the case.
    pub reasons: Vec<ReasonView>,
    /// How many more there are.
    pub reasons_more: u64,
    /// Indicators that fired and of which `reasons` says nothing.
    pub reasons_rest: Vec<IndicatorLabel>,
}

/// An indicator by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IndicatorLabel {
    /// Code.
    pub code: String,
    /// Short name.
    pub title: String,
}

/// How many of the filtered cases are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueueCounts {
    /// Nobody has them.
    pub free: u64,
    /// Somebody has them.
    pub taken: u64,
    /// Decided.
    pub decided: u64,
    /// Undecided after their deadline.
    pub overdue: u64,
    /// On today's list.
    pub listed: u64,
}

/// One page of the queue.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct QueuePage {
    /// The rows.
    pub items: Vec<QueueRow>,
    /// Where the next page begins.
    #[schema(required)]
    pub next: Option<String>,
    /// How many match the filter.
    pub total: u64,
    /// Only what was received up to here was used.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: UtcTime,
    /// Number of the assessment run.
    pub run: i64,
    /// Day of today's list.
    pub day: String,
    /// Counts over all that match.
    pub counts: QueueCounts,
}

/// What values a filter key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FilterKeyKind {
    /// Any text.
    Text,
    /// A code; its beginning is enough where the field nests.
    Code,
    /// A number.
    Number,
    /// A day or an instant.
    Date,
    /// One of a few words.
    Choice,
    /// `yes` or `no`.
    Flag,
}

/// A key of the filter language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FilterKey {
    /// As typed.
    pub key: String,
    /// What values it takes.
    pub kind: FilterKeyKind,
    /// The words it takes, of a choice or flag.
    pub choices: Vec<super::Choice>,
    /// What it means.
    pub label: String,
    /// An example.
    pub example: String,
}
