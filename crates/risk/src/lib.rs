//! Consignments and their risk: what was declared is joined with what the containers did, judged by named
//! indicators against history, fused into one score, and picked under the day's capacity.
//!
//! The way through, each step a pure function:
//!
//! 1. [`assemble()`] makes consignments from entry summaries, import declarations and trips, and says why each was joined.
//! 2. [`is_open`] tells those still to be decided on.
//! 3. [`History::learn`] learns prices and habits from everything known by then.
//! 4. [`assess`] gives each consignment its reasons, its not evaluated indicators and one score ([`fuse()`]).
//! 5. [`select()`] picks the day's list under a capacity, with a random arm.
//! 6. [`measure`] says how good a ranking was, once the truth is known.
//!
//! Nothing here reads a clock or a file; every function gives the same answer for the same records in any order.

pub mod assemble;
pub mod fuse;
pub mod history;
pub mod indicators;
pub mod measure;
pub mod open;
pub mod select;
pub mod settings;

pub use assemble::{Assembled, AssembledItem, DeclaredPlace, Records, Seed, assemble, ids_alone};
pub use fuse::{contribution, fuse};
pub use history::History;
pub use indicators::assess;
pub use open::is_open;
pub use select::{Candidate, Listed, SelectionSettings, select, select_beside};
pub use settings::RiskSettings;
