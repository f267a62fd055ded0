//! Entry summary declarations (ENS): what is said of goods before they arrive.
//!
//! Field names follow EU Customs Data Model Annex B wording; the comments give the element of the ICS messages
//! IE315 and IE313 that feeds each field.

use crate::provenance::{ByteSpan, Located};
use crate::time::UtcTime;
use serde::{Deserialize, Serialize};

/// New declaration or amendment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EnsKind {
    /// IE315, entry summary declaration.
    #[serde(rename = "IE315")]
    Declaration,
    /// IE313, amendment of one.
    #[serde(rename = "IE313")]
    Amendment,
}

/// A party in a message: identifier, or name and address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Party {
    /// Trader identification number (EORI).
    pub identifier: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Postal code.
    pub postcode: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Language of name and address, ISO 639-1.
    pub language: Option<String>,
    /// The party's bytes in the message.
    pub span: ByteSpan,
}

/// A free text with the language it was sent with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LocalText {
    /// The text.
    pub text: String,
    /// ISO 639-1 code of its language, if sent.
    pub language: Option<String>,
    /// Its bytes in the message.
    pub span: ByteSpan,
}

/// Packages of one kind in a goods item (`PACGS2`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Packages {
    /// Kind of packages, UN/ECE Recommendation 21 (`KinOfPacGS23`).
    pub kind: String,
    /// Number of packages (`NumOfPacGS24`).
    pub count: Option<u64>,
    /// Number of pieces, for unpacked goods (`NumOfPieGS25`).
    pub pieces: Option<u64>,
    /// Marks and numbers (`MarNumOfPacGSL21`).
    pub marks: Option<LocalText>,
}

/// A document named by a goods item (`PRODOCDC2`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DocumentReference {
    /// Document type, such as `N705` bill of lading (`DocTypDC21`).
    pub kind: String,
    /// Document number (`DocRefDC23`).
    pub reference: String,
    /// Language of the reference (`DocRefDCLNG`).
    pub language: Option<String>,
    /// Its bytes in the message.
    pub span: ByteSpan,
}

/// A means of transport crossing the border (`IDEMEATRAGI970`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MeansOfTransport {
    /// Identity (`IdeMeaTraGIMEATRA971`).
    pub identity: String,
    /// Nationality (`NatIDEMEATRAGI973`).
    pub nationality: Option<String>,
    /// Language of the identity (`IdeMeaTraGIMEATRA972LNG`).
    pub language: Option<String>,
}

/// One goods item (`GOOITEGDS`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct GoodsItem {
    /// Item number (`IteNumGDS7`).
    pub number: u32,
    /// Description of goods (`GooDesGDS23`).
    pub description: Option<LocalText>,
    /// Gross mass in kilograms (`GroMasGDS46`).
    pub gross_mass_kg: Option<Located<f64>>,
    /// Transport charges, method of payment (`MetOfPayGDI12`).
    pub payment_method: Option<String>,
    /// Unique consignment reference (`ComRefNumGIM1`).
    pub unique_consignment_reference: Option<String>,
    /// UN dangerous goods code (`UNDanGooCodGDI1`).
    pub dangerous_goods: Option<String>,
    /// Place of loading (`PlaLoaGOOITE333`).
    pub place_of_loading: Option<LocalText>,
    /// Place of unloading (`PlaUnlGOOITE333`).
    pub place_of_unloading: Option<LocalText>,
    /// Produced documents (`PRODOCDC2`).
    pub documents: Vec<DocumentReference>,
    /// Special mentions (`SPEMENMT2/AddInfCodMT23`).
    pub special_mentions: Vec<String>,
    /// Consignor (`TRACONCO2`).
    pub consignor: Option<Party>,
    /// Commodity code, HS digits as text (`COMCODGODITM/ComNomCMD1`).
    pub commodity_code: Option<Located<String>>,
    /// Consignee (`TRACONCE2`).
    pub consignee: Option<Party>,
    /// Containers (`CONNR2/ConNumNR21`).
    pub containers: Vec<Located<String>>,
    /// Means of transport at the border (`IDEMEATRAGI970`).
    pub means_of_transport: Vec<MeansOfTransport>,
    /// Packages (`PACGS2`).
    pub packages: Vec<Packages>,
    /// Notify party (`PRTNOT640`).
    pub notify_party: Option<Party>,
    /// The item's bytes in the message.
    pub span: ByteSpan,
}

/// A seal (`SEAID529`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Seal {
    /// Seal identity (`SeaIdSEAID530`).
    pub identity: String,
    /// Language of the identity (`SeaIdSEAID530LNG`).
    pub language: Option<String>,
    /// Its bytes in the message.
    pub span: ByteSpan,
}

/// One entry summary declaration or its amendment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntrySummary {
    /// Declaration or amendment.
    pub kind: EnsKind,
    /// Message sender (`MesSenMES3`).
    pub sender: String,
    /// Message recipient (`MesRecMES6`).
    pub recipient: String,
    /// Preparation date and time (`DatOfPreMES9`, `TimOfPreMES10`), taken as UTC.
    pub prepared: Option<UtcTime>,
    /// Interchange priority (`PriMES15`), test indicator (`TesIndMES18`) and other envelope elements that no
    /// record needs, as element name and text.
    pub envelope: Vec<(String, String)>,
    /// Message identification (`MesIdeMES19`). Senders reuse it: never a key.
    pub message_identification: String,
    /// Correlation identifier (`CorIdeMES25`).
    pub correlation_identifier: Option<String>,
    /// Local reference number (`RefNumHEA4`), in a declaration.
    pub local_reference_number: Option<Located<String>>,
    /// Movement reference number (`DocNumHEA5`), in an amendment.
    pub movement_reference_number: Option<Located<String>>,
    /// Transport mode at the border (`TraModAtBorHEA76`): 1 sea, 2 rail, 3 road, 4 air, 8 inland waterway.
    pub transport_mode: Option<String>,
    /// Identity of the means of transport at the border (`IdeOfMeaOfTraCroHEA85`), an IMO number at sea.
    pub means_of_transport: Option<MeansOfTransport>,
    /// Total number of items (`TotNumOfIteHEA305`).
    pub total_items: Option<u64>,
    /// Total number of packages (`TotNumOfPacHEA306`).
    pub total_packages: Option<u64>,
    /// Total gross mass in kilograms (`TotGroMasHEA307`).
    pub total_gross_mass_kg: Option<Located<f64>>,
    /// Place of declaration (`DecPlaHEA394`).
    pub declaration_place: Option<LocalText>,
    /// Specific circumstance indicator (`SpeCirIndHEA1`).
    pub special_circumstance: Option<String>,
    /// Transport charges, method of payment (`TraChaMetOfPayHEA1`).
    pub payment_method: Option<String>,
    /// Commercial (unique consignment) reference number (`ComRefNumHEA`).
    pub unique_consignment_reference: Option<Located<String>>,
    /// Conveyance reference number, the voyage (`ConRefNumHEA`).
    pub conveyance_reference: Option<String>,
    /// Place of loading (`PlaLoaGOOITE334`).
    pub place_of_loading: Option<LocalText>,
    /// Place of unloading (`PlaUnlGOOITE334`).
    pub place_of_unloading: Option<LocalText>,
    /// Declaration date and time (`DecDatTimHEA114`), taken as UTC.
    pub declared: Option<Located<UtcTime>>,
    /// Amendment date and time (`DatTimAmeHEA113`), taken as UTC.
    pub amended: Option<Located<UtcTime>>,
    /// Amendment place (`AmdPlaHEA598`).
    pub amendment_place: Option<LocalText>,
    /// Consignor (`TRACONCO1`).
    pub consignor: Option<Party>,
    /// Consignee (`TRACONCE1`).
    pub consignee: Option<Party>,
    /// Notify party (`NOTPAR670`).
    pub notify_party: Option<Party>,
    /// Goods items (`GOOITEGDS`).
    pub items: Vec<GoodsItem>,
    /// Countries of routing, in order (`ITI/CouOfRouCodITI1`).
    pub itinerary: Vec<Located<String>>,
    /// Customs office of lodgement (`CUSOFFLON/RefNumCOL1`).
    pub office_of_lodgement: Option<String>,
    /// Representative (`TRAREP`).
    pub representative: Option<Party>,
    /// Person lodging the declaration (`PERLODSUMDEC`).
    pub lodging_person: Option<Party>,
    /// Seals (`SEAID529`).
    pub seals: Vec<Seal>,
    /// Customs office of first entry (`CUSOFFFENT730/RefNumCUSOFFFENT731`).
    pub office_of_first_entry: Option<Located<String>>,
    /// Expected date and time of arrival there (`ExpDatOfArrFIRENT733`), taken as UTC.
    pub expected_arrival: Option<Located<UtcTime>>,
    /// Subsequent customs offices of entry (`CUSOFFSENT740/RefNumSUBENR909`).
    pub offices_of_subsequent_entry: Vec<String>,
    /// Entry carrier (`TRACARENT601`).
    pub entry_carrier: Option<Party>,
    /// Leaf elements that no field takes: path and text. Nothing of a message is dropped.
    pub carried: Vec<(String, String)>,
}
