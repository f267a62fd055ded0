//! What header and items have in common.

use super::values::{Amount, StatedTime};
use serde::{Deserialize, Serialize};

/// An address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// City.
    pub city: Option<String>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Part of the country, coded.
    pub subdivision: Option<String>,
    /// Part of the country, by name.
    pub subdivision_name: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Postal code.
    pub postcode: Option<String>,
    /// For a location: how it is identified (`TypeCode`).
    pub kind: Option<String>,
}

/// Whom to ask for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Person or department.
    pub name: Option<String>,
}

/// A way to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Communication {
    /// Number or address.
    pub id: Option<String>,
    /// EDIFACT 3155: `TE` telephone, `EM` electronic mail and so on.
    pub kind: Option<String>,
}

/// A party: identifier, or name and address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TradeParty {
    /// Name.
    pub name: Option<String>,
    /// Identifier, an EORI in the European Union.
    pub id: Option<String>,
    /// Role, for parties that have one stated.
    pub role: Option<String>,
    /// For an agent: 2 direct, 3 indirect representation.
    pub function: Option<String>,
    /// Address.
    pub address: Option<Address>,
    /// Whom to ask for.
    pub contacts: Vec<Contact>,
    /// How to reach the party.
    pub communications: Vec<Communication>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Name.
    pub name: Option<String>,
    /// UN/LOCODE or another code.
    pub id: Option<String>,
}

/// Where goods go.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Destination {
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Region, coded.
    pub region: Option<String>,
}

/// A means of transport.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TransportMeans {
    /// Name.
    pub name: Option<String>,
    /// Identity.
    pub id: Option<String>,
    /// What the identity is: 10 IMO number, 11 name of the ship, 40 flight and so on.
    pub id_kind: Option<String>,
    /// Type of the means, UN/ECE Recommendation 28.
    pub kind: Option<String>,
    /// Nationality, ISO 3166-1 alpha-2.
    pub nationality: Option<String>,
    /// Mode of transport: 1 sea, 2 rail, 3 road, 4 air and so on.
    pub mode: Option<String>,
}

/// A country on the way.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Routing {
    /// Its number in the order.
    pub sequence: Option<u64>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

/// A seal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SealMark {
    /// Its number in the order.
    pub sequence: Option<u64>,
    /// What is written on it.
    pub id: Option<String>,
}

/// A container or other equipment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Equipment {
    /// Its number in the order.
    pub sequence: Option<u64>,
    /// Container number as declared.
    pub id: Option<String>,
    /// Its seals.
    pub seals: Vec<SealMark>,
}

/// One step of the way to a place in a declaration.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Pointer {
    /// Which of several, from 1.
    pub sequence: Option<u64>,
    /// Identifier of a class of the data model, such as `68A`.
    pub section: Option<String>,
    /// Identifier of an element in the last class, such as `137`.
    pub tag: Option<String>,
}

/// Additional information.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Statement {
    /// Code of the statement.
    pub code: Option<String>,
    /// Its text.
    pub text: Option<String>,
    /// By when something must be done.
    pub limit: Option<StatedTime>,
    /// EDIFACT 4451, what the statement is about.
    pub kind: Option<String>,
    /// What it speaks of.
    pub pointers: Vec<Pointer>,
}

/// What an amendment changes and why.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Amendment {
    /// Why.
    pub reason: Option<String>,
    /// What.
    pub pointers: Vec<Pointer>,
}

/// An authorisation that is used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Authorisation {
    /// Identifier of its holder.
    pub holder: Option<String>,
    /// Its type, such as `DPO`.
    pub kind: Option<String>,
}

/// A document produced or referred to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Category; with the kind it is the type, `N` and `935` for `N935`.
    pub category: Option<String>,
    /// Until when it is valid.
    pub valid: Option<StatedTime>,
    /// Number.
    pub id: Option<String>,
    /// Reason of its status, in words or coded.
    pub name: Option<String>,
    /// Type without the category.
    pub kind: Option<String>,
    /// Status, such as `AC`.
    pub status: Option<String>,
    /// Who issued it.
    pub submitter: Option<TradeParty>,
    /// What is written off from it.
    pub write_off: Option<super::WriteOff>,
}

/// A document that came before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PreviousDocument {
    /// Category: X summary, Y simplified, Z earlier declaration.
    pub category: Option<String>,
    /// Number.
    pub id: Option<String>,
    /// Type, such as `705` for a bill of lading, `355` for an entry summary.
    pub kind: Option<String>,
    /// Item in it.
    pub line: Option<u64>,
}

/// A unique consignment reference.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Ucr {
    /// The reference.
    pub id: Option<String>,
    /// The trader's own reference.
    pub trader_reference: Option<String>,
}

/// An addition or deduction.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Charge {
    /// What for.
    pub kind: Option<String>,
    /// How much.
    pub amount: Option<Amount>,
}

/// How the customs value comes about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Valuation {
    /// Method, 1 to 6.
    pub method: Option<String>,
    /// Freight costs.
    pub freight: Option<Amount>,
    /// Additions and deductions.
    pub charges: Vec<Charge>,
}
