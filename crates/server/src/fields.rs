//! Which element of which standard each field of the records is.

pub use tidewaiter_formats::fields::{FieldSources, RecordFields, page, records};
