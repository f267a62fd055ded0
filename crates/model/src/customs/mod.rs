//! Customs declarations and the answers to them, as the WCO Data Model has them.
//!
//! These are whole messages: header, items, and what no field takes. What the risk side works on, one goods item of an
//! import declaration, is [`crate::declaration::ImportDeclaration`]. Which element feeds which field, under which
//! identifier of the data model, is said in one table; see the book's reference of fields.

mod declaration;
mod item;
mod parts;
mod response;
mod values;

pub use declaration::{
    Authentication, Carriage, Consignment, Declaration, ExchangeRate, GoodsLocation, Guarantee,
};
pub use declaration::{Invoice, TradeTerms, Warehouse};
pub use item::{
    Classification, DangerousGoods, DeclaredItem, Duty, Origin, Packaging, Payment, Procedure, WriteOff,
};
pub use parts::Valuation;
pub use parts::{
    Address, Amendment, Authorisation, Charge, Communication, Contact, Destination, Document, Equipment,
};
pub use parts::{
    Place, Pointer, PreviousDocument, Routing, SealMark, Statement, TradeParty, TransportMeans, Ucr,
};
pub use response::{AnsweredDeclaration, AnsweredItem, Bank, ContactOffice, Response, ResponseError, Status};
pub use values::{Amount, Measure, StatedTime};

use serde::{Deserialize, Serialize};

/// What stands around a declaration or its answers (`MetaData`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Envelope {
    /// Version of the data model, such as `3.6`.
    pub model_version: Option<String>,
    /// Name of the message, `DEC` or `RES`.
    pub type_name: Option<String>,
    /// Country responsible for the message's layout.
    pub country: Option<String>,
    /// Agency responsible for it.
    pub agency: Option<String>,
    /// The agency's code of its variant.
    pub customization: Option<String>,
    /// The version of that variant.
    pub customization_version: Option<String>,
}

/// A leaf, an attribute or a text that no field takes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Carried {
    /// Where it stood, such as `/MetaData[1]/Declaration[1]/Colour[1]` or `…/Colour[1]/@listID`.
    pub path: String,
    /// Its text.
    pub value: String,
}

/// One message: a declaration, or answers to one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomsMessage {
    /// Names of elements around the message, from the outside, when it came wrapped, such as `Body`.
    pub enclosing: Vec<String>,
    /// The envelope, when there is one.
    pub envelope: Option<Envelope>,
    /// The declaration.
    pub declaration: Option<Box<Declaration>>,
    /// The answers.
    pub responses: Vec<Response>,
    /// Everything else, in the order of paths, and every value whose own text differs from what its field would
    /// write: nothing of a message is dropped.
    pub carried: Vec<Carried>,
}
