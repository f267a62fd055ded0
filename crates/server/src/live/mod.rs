//! The live picture: the current run in memory, with locks and outcomes over it, kept up to date.

mod apply;
mod build;
pub mod cases;
pub mod context;
pub mod intern;
mod keep;
pub mod link;
pub mod order;
pub mod past;
pub mod picture;
mod pool;
pub mod row;
pub mod rows;
mod seeds;
mod snapshot;
mod tasks;
mod usual;
pub mod visits;
mod watch;

pub use apply::Applied;
pub use snapshot::{Base, Cases, Found, Outcomes, Snapshot};
pub(crate) use tasks::aside;
pub use tidewaiter_store::Act;
pub use watch::{AssessState, LastRun, Live, LiveOptions, Notice};
