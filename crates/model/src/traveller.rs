//! Travellers and crew (EDIFACT PAXLST). Personal data: no generic listing shows these records.

use crate::time::UtcTime;
use serde::{Deserialize, Serialize};

/// A travel document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TravelDocument {
    /// Kind: `P` passport, `V` visa, `I` identity card, as sent.
    pub kind: String,
    /// Number.
    pub number: String,
    /// Country that issued it, as sent.
    pub issuer: Option<String>,
    /// Date of expiry, `2030-05-31`.
    pub expires: Option<String>,
}

/// One person aboard.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Traveller {
    /// Number of the list (BGM 1004).
    pub list: Option<String>,
    /// Who sent it.
    pub sender: String,
    /// Whether the person is crew (EDIFACT 3035 `FM`) or a passenger.
    pub crew: bool,
    /// Family name.
    pub family_name: Option<String>,
    /// Given names.
    pub given_names: Option<String>,
    /// Sex as sent: `M`, `F`, `U`.
    pub sex: Option<String>,
    /// Date of birth, `1985-10-15`.
    pub born: Option<String>,
    /// Nationality as sent.
    pub nationality: Option<String>,
    /// Travel documents.
    pub documents: Vec<TravelDocument>,
    /// Reservation (RFF+AVF).
    pub reservation: Option<String>,
    /// Flight or voyage.
    pub conveyance: Option<String>,
    /// Where the conveyance leaves, as sent.
    pub departure_place: Option<String>,
    /// When, taken as UTC.
    pub departure: Option<UtcTime>,
    /// Where it arrives, as sent.
    pub arrival_place: Option<String>,
    /// When, taken as UTC.
    pub arrival: Option<UtcTime>,
    /// Where the person's own journey begins, as sent.
    pub embarked: Option<String>,
    /// Where it ends, as sent.
    pub disembarks: Option<String>,
}
