//! A declaration: header and shipment.

use super::item::DeclaredItem;
use super::parts::{
    Address, Amendment, Authorisation, Destination, Document, Equipment, Place, PreviousDocument,
};
use super::parts::{Routing, Statement, TradeParty, TransportMeans, Ucr, Valuation};
use super::values::{Amount, Measure, StatedTime};
use crate::money::Decimal;
use serde::{Deserialize, Serialize};

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Authentication {
    /// Signature.
    pub text: Option<String>,
    /// Name of the signatory.
    pub authenticator: Option<String>,
}

/// How goods are carried, for security and safety (`Declaration/Consignment`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Carriage {
    /// Carrier.
    pub carrier: Option<TradeParty>,
    /// Consignor.
    pub consignor: Option<TradeParty>,
    /// How transport charges are paid.
    pub freight_payment: Option<String>,
    /// Countries of routing.
    pub itinerary: Vec<Routing>,
}

/// A rate of exchange.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ExchangeRate {
    /// Currency, ISO 4217.
    pub currency: Option<String>,
    /// Rate.
    pub rate: Option<Decimal>,
}

/// Where goods can be examined.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GoodsLocation {
    /// Name or code of the place.
    pub name: Option<String>,
    /// Further identifier.
    pub id: Option<String>,
    /// Type of location: A designated, B authorised, C approved, D other.
    pub kind: Option<String>,
    /// Country, how it is identified, address.
    pub address: Option<Address>,
}

/// How goods are carried (`GoodsShipment/Consignment`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Consignment {
    /// 1 in containers, 0 not.
    pub containerised: Option<String>,
    /// Means of transport at arrival.
    pub arrival_transport: Option<TransportMeans>,
    /// Means of transport at departure.
    pub departure_transport: Option<TransportMeans>,
    /// How transport charges are paid.
    pub freight_payment: Option<String>,
    /// Where the goods are.
    pub goods_location: Option<GoodsLocation>,
    /// Countries of routing.
    pub itinerary: Vec<Routing>,
    /// Place of loading.
    pub loading_place: Option<Place>,
    /// Containers.
    pub equipment: Vec<Equipment>,
}

/// The invoice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Invoice {
    /// Number.
    pub id: Option<String>,
    /// When it was issued.
    pub issued: Option<StatedTime>,
}

/// Terms of delivery.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TradeTerms {
    /// Incoterm.
    pub incoterm: Option<String>,
    /// Whether the place is in the country, in its union, or abroad.
    pub country_relationship: Option<String>,
    /// Terms in words.
    pub text: Option<String>,
    /// Place, UN/LOCODE.
    pub place: Option<String>,
    /// Place by name.
    pub place_name: Option<String>,
}

/// A customs warehouse.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Warehouse {
    /// Number.
    pub id: Option<String>,
    /// Type.
    pub kind: Option<String>,
}

/// A guarantee.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Guarantee {
    /// Amount.
    pub amount: Option<Amount>,
    /// Number of another guarantee.
    pub id: Option<String>,
    /// Guarantee reference number.
    pub reference: Option<String>,
    /// Type.
    pub kind: Option<String>,
    /// Access code.
    pub access_code: Option<String>,
    /// Office of guarantee.
    pub office: Option<String>,
}

/// One customs declaration, its amendment or cancellation: header, shipment and items.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Declaration {
    /// When it was accepted.
    pub accepted: Option<StatedTime>,
    /// What is asked: 9 original, 13 a change of one lodged before, and so on (EDIFACT 1225).
    pub function: Option<String>,
    /// The trader's own reference (LRN).
    pub reference: Option<String>,
    /// Number given by customs (MRN).
    pub id: Option<String>,
    /// When it was issued.
    pub issued: Option<StatedTime>,
    /// Where, UN/LOCODE.
    pub issue_place: Option<String>,
    /// Declaration type and additional type, such as `IMA`, `EXD`; `INV` and `COR` in changes.
    pub kind: Option<String>,
    /// Number of items.
    pub total_items: Option<u64>,
    /// Customs office.
    pub office: Option<String>,
    /// Total invoiced.
    pub invoice_total: Option<Amount>,
    /// Number of loading lists.
    pub loading_lists: Option<u64>,
    /// Total gross mass.
    pub total_gross_mass: Option<Measure>,
    /// Total number of packages.
    pub total_packages: Option<u64>,
    /// Specific circumstance.
    pub special_circumstance: Option<String>,
    /// Who signed.
    pub authentication: Option<Authentication>,
    /// Who submits.
    pub submitter: Option<TradeParty>,
    /// Deferred payment and other references.
    pub documents: Vec<Document>,
    /// Additional information.
    pub statements: Vec<Statement>,
    /// Representative.
    pub agent: Option<TradeParty>,
    /// What changes, in an amendment or cancellation.
    pub amendments: Vec<Amendment>,
    /// Authorisations.
    pub authorisations: Vec<Authorisation>,
    /// Means of transport crossing the border.
    pub border_transport: Option<TransportMeans>,
    /// Carriage, for security and safety.
    pub carriage: Option<Carriage>,
    /// Rates of exchange.
    pub exchange_rates: Vec<ExchangeRate>,
    /// Declarant.
    pub declarant: Option<TradeParty>,
    /// Customs office of exit.
    pub exit_office: Option<String>,
    /// Exporter.
    pub exporter: Option<TradeParty>,
    /// When the goods left.
    pub exit: Option<StatedTime>,
    /// Nature of transaction.
    pub transaction_nature: Option<String>,
    /// Further parties of the supply chain.
    pub actors: Vec<TradeParty>,
    /// Buyer.
    pub buyer: Option<TradeParty>,
    /// Consignee.
    pub consignee: Option<TradeParty>,
    /// Carriage of the goods.
    pub consignment: Option<Consignment>,
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
    /// Goods items.
    pub items: Vec<DeclaredItem>,
    /// Importer.
    pub importer: Option<TradeParty>,
    /// Invoice.
    pub invoice: Option<Invoice>,
    /// Who pays the duties.
    pub payers: Vec<TradeParty>,
    /// Previous documents.
    pub previous_documents: Vec<PreviousDocument>,
    /// Seller.
    pub seller: Option<TradeParty>,
    /// Who guarantees.
    pub sureties: Vec<TradeParty>,
    /// Terms of delivery.
    pub trade_terms: Option<TradeTerms>,
    /// Unique consignment reference.
    pub ucr: Option<Ucr>,
    /// Warehouse.
    pub warehouse: Option<Warehouse>,
    /// Guarantees.
    pub guarantees: Vec<Guarantee>,
    /// Customs office of presentation.
    pub presentation_office: Option<String>,
    /// Supervising customs office.
    pub supervising_office: Option<String>,
}
