//! The canonical CSV of container status messages, the bulk format of this project.

mod columns;
mod fields;
mod read;
mod rows;
mod write;

pub(crate) use columns::{Columns, REQUIRED};
pub use fields::StatusFields;
pub(crate) use read::{StatusCsv, header};
pub use rows::{Block, RowBlocks, StatusLine, StatusRows};
pub use write::{write_header, write_row};
