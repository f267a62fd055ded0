//! Names as people, machines and hostile senders write them.

mod made;
mod names;
mod search;
