//! Reports of a vessel's call (EDIFACT CUSREP).

use crate::stow::VesselName;
use crate::time::UtcTime;
use serde::{Deserialize, Serialize};

/// One place of a vessel's voyage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VesselCall {
    /// What the place is, EDIFACT 3227: `60` place of arrival, `61` next port of call, `92` routing.
    pub role: String,
    /// UN/LOCODE as reported.
    pub place: String,
    /// Arrival there, taken as UTC.
    pub arrival: Option<UtcTime>,
    /// Departure from there, taken as UTC.
    pub departure: Option<UtcTime>,
}

/// What a vessel reports of itself to customs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct VesselReport {
    /// Number of the report (BGM 1004).
    pub report: Option<String>,
    /// Kind of report (BGM 1001), as sent.
    pub kind: Option<String>,
    /// Function of the message (1225): 9 original, 5 replacement, 1 cancellation.
    pub function: Option<String>,
    /// Who sent it.
    pub sender: String,
    /// When the report was made, taken as UTC.
    pub issued: Option<UtcTime>,
    /// The vessel.
    pub vessel: VesselName,
    /// Voyage.
    pub voyage: Option<String>,
    /// Carrier or operator.
    pub carrier: Option<String>,
    /// Places in the order reported.
    pub calls: Vec<VesselCall>,
    /// Persons aboard and other quantities, EDIFACT 6063 and number.
    pub quantities: Vec<(String, f64)>,
    /// Tonnages and lengths: EDIFACT 6313 or 6311, number and unit.
    pub measures: Vec<(String, f64, String)>,
}
