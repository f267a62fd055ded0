//! Import declarations as CSV, in any layout that a mapping file describes.

mod dates;
mod field;
mod mapping;
mod parse;
mod read;
mod write;

pub use mapping::Mapping;
pub(crate) use read::DeclarationCsv;
pub use write::{write_header, write_row};
