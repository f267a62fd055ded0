//! The live picture: the current run in memory, with locks and outcomes over it, kept up to date.

pub mod cases;
pub mod intern;
pub mod link;
pub mod order;
pub mod row;
mod snapshot;
mod watch;

pub use link::Act;
pub use snapshot::{Base, Cases, Found, Snapshot};
pub use watch::{AssessState, LastRun, Live, LiveOptions, Notice};
