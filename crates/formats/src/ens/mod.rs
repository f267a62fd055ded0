//! Entry summary declarations: the ICS messages IE315 (new) and IE313 (amendment) as XML.

mod fill;
mod leaf;
mod parties;
mod read;
mod scan;
mod source;
mod write;

pub(crate) use read::EnsXml;
pub(crate) use write::root_name;
pub use write::write;
