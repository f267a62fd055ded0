//! The live picture: the current run in memory, with locks and outcomes over it, kept up to date.

pub mod link;
mod watch;

pub use link::Act;
pub use watch::{AssessState, LastRun, Live, LiveOptions, Notice};
