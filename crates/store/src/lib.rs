//! Everything kept: state in SQL, history in Parquet, and the catalogue that joins them.
//!
//! State (receipts, quarantine, selections, outcomes, settings and the catalogue) lives in SQLite or PostgreSQL,
//! history (status events, entry summaries, declarations, assessments and the archive of messages) in Parquet.
//! A history file counts from the moment its row in the catalogue is committed. The layout is described in the
//! book's chapter on storage.
//!
//! Reading and writing Parquet blocks the calling thread, in the `async` methods too: a caller that serves many
//! users runs them on a thread of its own.

mod archive;
mod cases;
mod catalogue;
mod database;
mod error;
mod folder;
mod history;
mod ingest;
mod inspect;
mod keys;
mod open;
mod quarantine;
mod read;
mod rows;
mod segment;

pub use error::StoreError;
pub use ingest::{Ingest, MessageKey, NewFile};
pub use open::{Options, Store};
pub use rows::{Counts, FileReceipt, FileRow, QuarantineRow, QuarantineState, Resolution, RunRow};
