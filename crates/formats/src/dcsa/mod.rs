//! DCSA Track & Trace, versions 2.2 and 3.0, as JSON.

mod codes;
mod locate;
mod read;
mod split;
mod tree;
mod write;

pub(crate) use split::{DcsaJson, looks_like_events};
pub use write::{write_v2, write_v3};
