//! Earlier cases, and the parties with what is known of them from before.

use super::PartyView;
use serde::{Deserialize, Serialize};
use tidewaiter_model::assessment::Lane;
use tidewaiter_model::money::Decimal;
use tidewaiter_model::time::UtcTime;
use utoipa::ToSchema;

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
