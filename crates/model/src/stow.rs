//! Stow plans: what stands where on a vessel.

use crate::event::FullEmpty;
use crate::time::UtcTime;
use serde::{Deserialize, Serialize};

/// A vessel as messages name it: by IMO number, call sign or name, whatever they hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VesselName {
    /// IMO number, seven digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imo: Option<String>,
    /// Radio call sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_sign: Option<String>,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl VesselName {
    /// The surest of what is said: IMO number, call sign, name.
    pub fn surest(&self) -> Option<&str> {
        self.imo.as_deref().or(self.call_sign.as_deref()).or(self.name.as_deref())
    }
}

/// One container in a vessel's stow plan (EDIFACT BAPLIE).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StowPosition {
    /// Number of the plan (BGM 1004), as the sender gave it.
    pub plan: Option<String>,
    /// Function of the message (1225): 9 original, 5 replacement, 1 cancellation.
    pub function: Option<String>,
    /// Who sent it.
    pub sender: String,
    /// When the plan was made, taken as UTC.
    pub planned: Option<UtcTime>,
    /// The vessel.
    pub vessel: VesselName,
    /// Voyage.
    pub voyage: Option<String>,
    /// Port that the vessel leaves with this stowage, UN/LOCODE.
    pub departure: Option<String>,
    /// Next port of call, UN/LOCODE.
    pub next_port: Option<String>,
    /// Container number as reported.
    pub container: String,
    /// Size and type as reported.
    pub size_type: Option<String>,
    /// Laden or empty, if said.
    pub full_empty: Option<FullEmpty>,
    /// The cell, bay, row and tier as reported, such as `0340212`.
    pub cell: Option<String>,
    /// Where the container was loaded, UN/LOCODE.
    pub port_of_loading: Option<String>,
    /// Where it is to be discharged, UN/LOCODE.
    pub port_of_discharge: Option<String>,
    /// Gross mass in kilograms; never negative.
    pub gross_mass_kg: Option<f64>,
    /// Whether the gross mass is a verified one.
    pub mass_is_verified: bool,
    /// Carrier or operator of the container.
    pub carrier: Option<String>,
    /// UN numbers of dangerous goods.
    pub dangerous_goods: Vec<String>,
    /// Bill of lading or booking, where it is more than a filler.
    pub transport_document: Option<String>,
}
