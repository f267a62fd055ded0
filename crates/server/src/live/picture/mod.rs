//! Every container's reports in memory: where a message is applied, and what trips are rebuilt from.

mod checkpoint;
mod packed;
mod reports;
mod restore;

pub use checkpoint::{Writer, reports_file};
pub use packed::{Kept, Packed};
pub use reports::{Reports, Size, counting};
pub use restore::{Restored, restore};
