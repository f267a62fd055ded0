//! Consignments, their assessment, selection and outcome, as they are kept and shown.

use crate::declaration::ImportDeclaration;
use crate::entry_summary::Party;
use crate::provenance::Provenance;
use crate::reason::{NotEvaluated, Reason};
use crate::time::UtcTime;
use serde::{Deserialize, Serialize};

/// How two records were found to be of one consignment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Join {
    /// What was joined: `trip` or `declaration`.
    pub what: String,
    /// Stable word for the key that met: `container_and_window`, `transport_document`, `mrn`, `container`.
    pub by: String,
    /// The value of that key.
    pub key: String,
    /// How sure, 0 to 1.
    pub confidence: f64,
}

/// One line of goods, as far as an officer needs it on a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct GoodsLine {
    /// HS code as declared.
    pub hs_code: Option<String>,
    /// Description as declared.
    pub description: Option<String>,
    /// Gross mass in kilograms.
    pub gross_mass_kg: Option<f64>,
    /// Net mass in kilograms.
    pub net_mass_kg: Option<f64>,
    /// Customs value and its currency.
    pub value: Option<crate::money::Money>,
    /// Country of origin.
    pub country_origin: Option<String>,
}

/// A port call as a consignment shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallSummary {
    /// Port area.
    pub area: String,
    /// Why it was there: `load`, `transhipment`, `discharge`.
    pub role: String,
    /// Discharged here; of a load, in through the gate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<UtcTime>,
    /// Loaded here; of a discharge, out through the gate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub departed: Option<UtcTime>,
}

/// A trip as a consignment shows it: where and when.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TripSummary {
    /// Container number.
    pub container: String,
    /// Port areas where it was loaded or discharged, in order.
    pub itinerary: Vec<String>,
    /// First load.
    pub loaded: Option<UtcTime>,
    /// Last discharge, or when it is expected.
    pub discharged: Option<UtcTime>,
    /// Vessels, IMO numbers in order.
    pub vessels: Vec<String>,
    /// Number of believed events.
    pub events: u32,
    /// The calls with their times; empty in assessments kept by earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calls: Vec<CallSummary>,
    /// Seals as reported, sorted, each once; empty in assessments kept by earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seals: Vec<String>,
}

/// Goods under one transport document, on their way to a border.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Consignment {
    /// Stable identifier: `C` and twelve characters.
    pub id: String,
    /// Transport document number.
    pub transport_document: Option<String>,
    /// Local reference or movement reference of the entry summary declaration.
    pub entry_reference: Option<String>,
    /// Numbers of the import declarations.
    pub declaration_ids: Vec<String>,
    /// Containers as declared.
    pub containers: Vec<String>,
    /// Office that decides: of first entry, or of the import declaration.
    pub office: String,
    /// Expected arrival there.
    pub expected_arrival: Option<UtcTime>,
    /// When this administration first knew of it.
    pub first_known: UtcTime,
    /// Shipper.
    pub consignor: Option<Party>,
    /// Receiver.
    pub consignee: Option<Party>,
    /// Declared place of loading.
    pub place_of_loading: Option<String>,
    /// Declared place of unloading.
    pub place_of_unloading: Option<String>,
    /// The goods.
    pub goods: Vec<GoodsLine>,
    /// Customs value in all, in the currency of the first line; `None` when nothing is declared.
    pub total_value: Option<crate::money::Money>,
    /// Duty and tax at stake, same currency.
    pub tax: Option<crate::money::Money>,
    /// The trips of its containers.
    pub trips: Vec<TripSummary>,
    /// Why each trip and declaration was joined to it.
    pub joins: Vec<Join>,
    /// The messages it is made of, sorted.
    pub sources: Vec<Provenance>,
    /// Seals as declared, sorted, each once; empty in assessments kept by earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seals: Vec<String>,
    /// The means of transport declared to bring it over the border, an IMO number at sea.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arriving_vessel: Option<String>,
    /// The movement reference number of the entry summary, where `entry_reference` is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_mrn: Option<String>,
}

/// All reasons and one score, at one time.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Assessment {
    /// The consignment as it was then.
    pub consignment: Consignment,
    /// Only what was received up to this instant was used.
    pub as_of: UtcTime,
    /// 0 to 1; the fusion of the reasons, see the book's chapter on the score.
    pub score: f64,
    /// What fired, strongest contribution first.
    pub reasons: Vec<Reason>,
    /// What could not be judged.
    pub not_evaluated: Vec<NotEvaluated>,
}

/// What happens with a consignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// Examine the goods.
    Red,
    /// Check the documents.
    Yellow,
    /// Check after release.
    Blue,
    /// Release.
    Green,
}

impl Lane {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Lane::Red => "red",
            Lane::Yellow => "yellow",
            Lane::Blue => "blue",
            Lane::Green => "green",
        }
    }
}

/// Why a consignment was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arm {
    /// Its score.
    Risk,
    /// Chance: the control arm. Never explained as risk.
    Random,
}

impl Arm {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Arm::Risk => "risk",
            Arm::Random => "random",
        }
    }
}

/// One line of a day's inspection list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Selection {
    /// Consignment.
    pub consignment_id: String,
    /// Day of the list, days since 1970-01-01 UTC.
    pub day: i64,
    /// Office.
    pub office: String,
    /// Place on the list, from 1.
    pub rank: u32,
    /// What to do.
    pub lane: Lane,
    /// Risk or chance.
    pub arm: Arm,
    /// Score at selection.
    pub score: f64,
}

/// What an inspection found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Consignment.
    pub consignment_id: String,
    /// Kind of irregularity; `None` when nothing was found.
    pub found: Option<String>,
    /// Value of what was found, or duty recovered.
    pub value: Option<crate::money::Decimal>,
    /// The officer's words.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded: UtcTime,
}

/// An import declaration with where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDeclaration {
    /// The record.
    pub declaration: ImportDeclaration,
    /// Its provenance.
    pub provenance: Provenance,
}

/// An entry summary declaration with where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptEntrySummary {
    /// The record.
    pub entry_summary: crate::entry_summary::EntrySummary,
    /// Its provenance.
    pub provenance: Provenance,
}

/// A record of any kind with where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept<T> {
    /// The record.
    pub record: T,
    /// Its provenance.
    pub provenance: Provenance,
}
