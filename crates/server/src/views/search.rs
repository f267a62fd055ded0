//! Search by any number or name.

use super::CaseRef;
use serde::{Deserialize, Serialize};
use tidewaiter_model::assessment::Lane;
use utoipa::ToSchema;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SearchKind {
    /// A consignment's own identifier.
    Consignment,
    /// A container number.
    Container,
    /// A transport document.
    TransportDocument,
    /// Number or reference of an entry summary or import declaration.
    Declaration,
    /// A vessel.
    Vessel,
    /// A seal.
    Seal,
    /// A party.
    Party,
    /// An HS code.
    HsCode,
}

impl SearchKind {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            SearchKind::Consignment => "consignment",
            SearchKind::Container => "container",
            SearchKind::TransportDocument => "transport_document",
            SearchKind::Declaration => "declaration",
            SearchKind::Vessel => "vessel",
            SearchKind::Seal => "seal",
            SearchKind::Party => "party",
            SearchKind::HsCode => "hs_code",
        }
    }
}

/// A consignment behind a hit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SearchConsignment {
    /// Its id.
    pub id: String,
    /// Its score.
    pub score: f64,
    /// Its lane, where it is listed.
    #[schema(value_type = Option<String>, required)]
    pub lane: Option<Lane>,
    /// What is declared.
    pub goods: String,
}

/// One hit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SearchHit {
    /// What was found.
    pub kind: SearchKind,
    /// The number or name itself.
    pub value: String,
    /// The same with what helps to tell it apart.
    pub label: String,
    /// Typing errors between what was typed and this; 0 is exact, or begins so.
    pub distance: u32,
    /// The riskiest consignments it belongs to.
    pub consignments: Vec<SearchConsignment>,
    /// How many it belongs to.
    pub count: u64,
    /// Filter of the queue that shows them all.
    pub filter: String,
    /// The container, where its trips can be shown.
    #[schema(required)]
    pub container: Option<String>,
}

/// Which kind of number carries its own check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckedNumber {
    /// Container number, ISO 6346.
    Container,
    /// IMO ship identification number.
    Imo,
}

/// A character that is probably wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Suspect {
    /// Place of the character, from 1.
    pub position: u32,
    /// What stands there; two characters where they are swapped.
    pub is: String,
    /// What should.
    pub should_be: String,
    /// Whether the repaired number is known here.
    pub known: bool,
}

/// Whether a number's own check holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberCheck {
    /// Which kind of number it looks like.
    pub kind: CheckedNumber,
    /// Whether the check holds.
    pub valid: bool,
    /// In words.
    pub text: String,
    /// What may be wrong, likeliest first.
    pub suspects: Vec<Suspect>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SearchAnswer {
    /// As it was understood.
    pub query: String,
    /// Of a number that carries its own check.
    #[schema(required)]
    pub check: Option<NumberCheck>,
    /// Hits, best first: among open cases and those listed or decided within three months.
    pub hits: Vec<SearchHit>,
    /// Older cases with exactly this number, latest first.
    pub older: Vec<CaseRef>,
    /// How many of those there are.
    pub older_count: u64,
    /// Whether older cases were looked through; right after a start they are not read yet.
    pub older_searched: bool,
}
