//! Every container's reports in memory: where a message is applied, and what trips are rebuilt from.

mod packed;
mod reports;
mod restore;

pub use packed::{Kept, Packed};
pub use reports::{Reports, Size, counting};
pub use restore::{Restored, restore};
