//! Entry summary declarations: the ICS messages IE315 (new) and IE313 (amendment) as XML.

mod answer;
mod check;
mod fill;
mod leaf;
mod parties;
mod read;
mod schema;
mod spans;
mod write;

pub use answer::{Answerer, EnsAnswer, Intervention, answer, intervene, movement_reference_number};
pub(crate) use check::check;
pub(crate) use read::EnsXml;
pub(crate) use schema::{Element, NO_ELEMENT, Schema, Validated, location, text_span, validate};
pub(crate) use write::root_name;
pub use write::write;
