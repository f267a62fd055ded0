//! The store through its public functions, on SQLite and on a real PostgreSQL.

// A test that cannot go on says where by panicking.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "all/compaction.rs"]
mod compaction;
#[path = "all/fixtures.rs"]
mod fixtures;
#[path = "all/postgres.rs"]
mod postgres;
#[path = "all/suite.rs"]
mod suite;
#[path = "all/trouble.rs"]
mod trouble;
