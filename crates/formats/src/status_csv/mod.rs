//! The canonical CSV of container status messages, the bulk format of this project.

mod columns;
mod read;
mod write;

pub(crate) use columns::{Columns, REQUIRED};
pub(crate) use read::{StatusCsv, header};
pub use write::{write_header, write_row};
