//! Cargo manifests: the consignments that a carrier reports to customs (EDIFACT CUSCAR).

use crate::entry_summary::Party;
use crate::event::FullEmpty;
use crate::stow::VesselName;
use crate::time::UtcTime;
use serde::{Deserialize, Serialize};

/// A party with the role it plays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ManifestParty {
    /// Role, EDIFACT 3035: `CZ` consignor, `CN` consignee, `NI` notify party, `CA` carrier.
    pub role: String,
    /// Who it is.
    pub party: Party,
}

/// A container of a manifest.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ManifestContainer {
    /// Number as reported.
    pub number: String,
    /// Size and type as reported.
    pub size_type: Option<String>,
    /// Laden or empty, if said.
    pub full_empty: Option<FullEmpty>,
    /// Seals as reported.
    pub seals: Vec<String>,
    /// Gross mass in kilograms; never negative.
    pub gross_mass_kg: Option<f64>,
}

/// One goods item of a manifest consignment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ManifestItem {
    /// Item number as reported.
    pub number: u32,
    /// Number of packages.
    pub packages: Option<u64>,
    /// Kind of packages, UN/ECE Recommendation 21.
    pub package_kind: Option<String>,
    /// Description of the goods.
    pub description: Option<String>,
    /// Gross mass in kilograms; never negative.
    pub gross_mass_kg: Option<f64>,
    /// Commodity code, digits as text.
    pub commodity_code: Option<String>,
    /// Marks and numbers.
    pub marks: Option<String>,
    /// UN numbers of dangerous goods.
    pub dangerous_goods: Vec<String>,
    /// Containers that hold the goods.
    pub containers: Vec<String>,
}

/// One consignment of a manifest: goods under one transport document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ManifestConsignment {
    /// Number of the manifest (BGM 1004), as the sender gave it.
    pub manifest: Option<String>,
    /// Function of the message (1225): 9 original, 5 replacement, 1 cancellation.
    pub function: Option<String>,
    /// Who sent it.
    pub sender: String,
    /// When the manifest was made, taken as UTC.
    pub issued: Option<UtcTime>,
    /// The vessel.
    pub vessel: VesselName,
    /// Voyage.
    pub voyage: Option<String>,
    /// When the vessel is expected or arrived, taken as UTC.
    pub arrival: Option<UtcTime>,
    /// Number of the consignment in the manifest.
    pub sequence: u32,
    /// Transport document (bill of lading).
    pub transport_document: Option<String>,
    /// The document that this one is under: the master of a house bill.
    pub master_document: Option<String>,
    /// Where the goods were loaded, UN/LOCODE.
    pub port_of_loading: Option<String>,
    /// Where they are discharged, UN/LOCODE.
    pub port_of_discharge: Option<String>,
    /// Where the carrier took them over.
    pub place_of_receipt: Option<String>,
    /// Where they are delivered.
    pub place_of_delivery: Option<String>,
    /// Parties.
    pub parties: Vec<ManifestParty>,
    /// Goods items.
    pub items: Vec<ManifestItem>,
    /// Containers named by this consignment, each once, with what the manifest says of them.
    pub containers: Vec<ManifestContainer>,
}
