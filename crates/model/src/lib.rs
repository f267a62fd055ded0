//! The vocabulary of Tidewaiter: checked identifiers, records, reasons, reference tables.
//!
//! This crate knows nothing else of the project: no input or output, no clock, no random numbers. Everything
//! the other crates say to each other is said in these types.

pub mod assessment;
pub mod batch;
pub mod customs;
pub mod declaration;
pub mod diagnostic;
pub mod entry_summary;
pub mod event;
pub mod identifier;
pub mod manifest;
pub mod money;
pub mod provenance;
pub mod reason;
pub mod record;
pub mod reference;
pub mod stow;
pub mod time;
pub mod traveller;
pub mod vessel_report;
