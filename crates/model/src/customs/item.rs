//! One goods item of a declaration.

use super::parts::{
    Destination, Document, Equipment, PreviousDocument, Statement, TradeParty, Ucr, Valuation,
};
use super::values::{Amount, Measure, StatedTime};
use crate::money::Decimal;
use serde::{Deserialize, Serialize};

/// What is written off from a licence or certificate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WriteOff {
    /// Quantity.
    pub quantity: Option<Measure>,
    /// Amount.
    pub amount: Option<Amount>,
}

/// One code of the goods.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Classification {
    /// The code.
    pub id: Option<String>,
    /// Name of the code list entry.
    pub name: Option<String>,
    /// Which code: `TSP` tariff subheading, `TRC` TARIC digits, `TRA` TARIC additional, `GN` national, `CV` CUS number.
    pub kind: Option<String>,
    /// Reference of binding tariff information.
    pub binding_tariff: Option<String>,
}

/// Goods that are dangerous to carry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DangerousGoods {
    /// United Nations number.
    pub un_number: Option<String>,
}

/// How a duty is paid.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Payment {
    /// Reference of the payment.
    pub reference: Option<String>,
    /// Method of payment.
    pub method: Option<String>,
    /// Amount assessed.
    pub assessed: Option<Amount>,
    /// When it is due.
    pub due: Option<StatedTime>,
    /// Amount to be paid.
    pub payable: Option<Amount>,
    /// Guarantees it is charged to.
    pub guarantees: Vec<super::Guarantee>,
}

/// One line of duty, tax or fee.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Duty {
    /// Value it is charged on.
    pub base: Option<Amount>,
    /// Amount deducted.
    pub deducted: Option<Amount>,
    /// Preference or duty regime, such as `100`.
    pub regime: Option<String>,
    /// Quantity it is charged on.
    pub base_quantity: Option<Measure>,
    /// Rate.
    pub rate: Option<Decimal>,
    /// Type, such as `A00` customs duty, `B00` value added tax.
    pub kind: Option<String>,
    /// Order number of a quota.
    pub quota: Option<String>,
    /// Its payment.
    pub payment: Option<Payment>,
}

/// A customs procedure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Procedure {
    /// Procedure asked for, or an additional procedure code.
    pub current: Option<String>,
    /// Procedure before.
    pub previous: Option<String>,
}

/// Where goods come from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// Country or group of countries.
    pub country: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// 1 non-preferential, 2 preferential origin.
    pub kind: Option<String>,
}

/// Packages of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Packaging {
    /// Its number in the order.
    pub sequence: Option<u64>,
    /// Marks and numbers.
    pub marks: Option<String>,
    /// How many.
    pub count: Option<u64>,
    /// Kind, UN/ECE Recommendation 21.
    pub kind: Option<String>,
    /// Material in words.
    pub material: Option<String>,
    /// Length.
    pub length: Option<Measure>,
    /// Width.
    pub width: Option<Measure>,
    /// Height.
    pub height: Option<Measure>,
    /// Volume.
    pub volume: Option<Measure>,
}

/// One goods item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DeclaredItem {
    /// Customs value.
    pub customs_value: Option<Amount>,
    /// Item number.
    pub number: Option<u64>,
    /// Statistical value.
    pub statistical_value: Option<Amount>,
    /// Nature of transaction.
    pub transaction_nature: Option<String>,
    /// Documents produced.
    pub documents: Vec<Document>,
    /// Additional information.
    pub statements: Vec<Statement>,
    /// Further parties of the supply chain.
    pub actors: Vec<TradeParty>,
    /// Buyer.
    pub buyer: Option<TradeParty>,
    /// Description of the goods.
    pub description: Option<String>,
    /// Codes of the goods.
    pub classifications: Vec<Classification>,
    /// Dangerous goods.
    pub dangerous_goods: Vec<DangerousGoods>,
    /// Duties, taxes and fees.
    pub duties: Vec<Duty>,
    /// Gross mass.
    pub gross_mass: Option<Measure>,
    /// Net mass.
    pub net_mass: Option<Measure>,
    /// Quantity in supplementary units.
    pub supplementary_units: Option<Measure>,
    /// Item price.
    pub price: Option<Amount>,
    /// Containers that hold the item.
    pub equipment: Vec<Equipment>,
    /// Consignee.
    pub consignee: Option<TradeParty>,
    /// Consignor.
    pub consignor: Option<TradeParty>,
    /// Valuation.
    pub valuation: Option<Valuation>,
    /// Destination.
    pub destination: Option<Destination>,
    /// Parties with a tax reference.
    pub tax_parties: Vec<TradeParty>,
    /// Country of dispatch.
    pub export_country: Option<String>,
    /// Procedure, and additional procedures.
    pub procedures: Vec<Procedure>,
    /// Manufacturers.
    pub manufacturers: Vec<TradeParty>,
    /// Origins.
    pub origins: Vec<Origin>,
    /// Packages.
    pub packages: Vec<Packaging>,
    /// Previous documents.
    pub previous_documents: Vec<PreviousDocument>,
    /// Who gets a refund.
    pub refund_recipients: Vec<TradeParty>,
    /// Seller.
    pub seller: Option<TradeParty>,
    /// Unique consignment reference.
    pub ucr: Option<Ucr>,
    /// Four digits on the valuation.
    pub valuation_indicators: Option<String>,
}
