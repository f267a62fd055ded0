//! Import declarations, one record a goods item.

use crate::money::Money;
use crate::time::UtcTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One goods item of an import declaration. Codes stand as declared.
///
/// Which column of an administration's extract feeds which field is said by a mapping file, see the book's chapter
/// on declarations. Fields that the extract does not hold are `None`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ImportDeclaration {
    /// The declaration's number, unique in the source with `item_number`: an MRN or a national number.
    pub declaration_id: String,
    /// Number of the goods item within the declaration, from 1.
    pub item_number: u32,
    /// When the declaration was accepted. Where the message does not say, a reader leaves [`UtcTime::MIN`] and ingest puts
    /// the receipt.
    pub accepted: UtcTime,
    /// Customs office.
    pub office: Option<String>,
    /// Declarant (agent) identifier.
    pub declarant: Option<String>,
    /// Importer identifier.
    pub importer: Option<String>,
    /// Importer name.
    pub importer_name: Option<String>,
    /// Exporter or seller identifier.
    pub exporter: Option<String>,
    /// Exporter or seller name.
    pub exporter_name: Option<String>,
    /// HS code, digits as text.
    pub hs_code: Option<String>,
    /// Description of the goods.
    pub description: Option<String>,
    /// Country of departure (dispatch), ISO 3166-1 alpha-2.
    pub country_departure: Option<String>,
    /// Country of origin, ISO 3166-1 alpha-2.
    pub country_origin: Option<String>,
    /// Duty and tax rate in percent.
    pub tax_rate_percent: Option<f64>,
    /// Net mass in kilograms.
    pub net_mass_kg: Option<f64>,
    /// Gross mass in kilograms.
    pub gross_mass_kg: Option<f64>,
    /// Customs value of the item.
    pub value: Option<Money>,
    /// Transport document (bill of lading) number.
    pub transport_document: Option<String>,
    /// Containers that hold the goods, as declared.
    pub containers: Vec<String>,
    /// MRN of the entry summary declaration named as previous document.
    pub entry_summary_mrn: Option<String>,
    /// What a past inspection of this item found, if the extract says.
    pub outcome: Option<DeclaredOutcome>,
    /// Columns that the mapping keeps without understanding, by the name it gives them.
    pub extra: BTreeMap<String, String>,
}

/// An outcome that came with the extract of declarations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeclaredOutcome {
    /// Whether something was wrong.
    pub irregular: bool,
    /// Whether it was of the graver kind, if the extract tells.
    pub critical: Option<bool>,
    /// When the outcome was known; nothing may use it before.
    pub known: UtcTime,
}
