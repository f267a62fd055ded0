//! Bytes to records plus diagnostics, and back: one module per standard.
//!
//! A reader never fails and never panics. What cannot become a record comes out as a [`ReadMessage`] without one,
//! with diagnostics that say where, what was expected and what stood there. Every byte of the input belongs to one
//! message or is a separator (header line, line ends, blank lines, the brackets around a JSON list).
//!
//! Nothing here reads a file or a clock: bytes are pushed into a [`Reader`] in blocks of any size, and the answer
//! does not depend on where the blocks were cut.

pub mod cel;
pub mod check;
mod csv;
pub mod dcsa;
pub mod declaration_csv;
mod detect;
pub mod edifact;
pub mod ens;
pub mod fields;
mod message;
mod reader;
pub mod rules;
pub mod status_csv;
mod time;
pub mod wco;
mod whole;
mod xml;

pub use check::{check, check_with};
pub use csv::push_cell;
pub use declaration_csv::Mapping;
pub use detect::{Detected, Format, detect};
pub use message::{Identity, ReadMessage};
pub use reader::Reader;
pub use rules::Rules;
pub use time::parse_time;

/// Longest message that is read, in bytes: 64 MiB. A longer one is streamed past and comes out without its bytes.
pub const MESSAGE_BYTES_MAX: usize = 64 << 20;
/// Longest row of a CSV file that is read, in bytes up to its line feed: 1 MiB.
pub const ROW_BYTES_MAX: usize = 1 << 20;
/// Longest single event of a DCSA body, in bytes: 16 MiB.
pub const EVENT_BYTES_MAX: usize = 16 << 20;
/// Deepest nesting of JSON and XML that is read.
pub const DEPTH_MAX: usize = 64;
/// Most XML elements in one message.
pub const ELEMENTS_MAX: u64 = 1_000_000;
/// Most attributes of one XML element, namespace declarations among them.
pub const ATTRIBUTES_MAX: usize = 64;
/// Most diagnostics kept for one message; a note that there were more takes the last place.
pub const DIAGNOSTICS_MAX: usize = 100;
