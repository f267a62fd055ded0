//! XML under limits: the text of a message, its elements as they come, and a light tree of them.
//!
//! No document type, no entity but the five predefined and character references, no fetching; depth, elements and
//! attributes are bounded by the constants of this crate.

mod scan;
mod source;
mod tree;

pub(crate) use scan::{Sink, local_name, scan, without_references};
pub(crate) use source::Source;
pub(crate) use tree::{NONE, Node, Tree};
