//! The store through its public functions, on SQLite and on a real PostgreSQL.

// A test that cannot go on says where by panicking.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "all/casework.rs"]
mod casework;
#[path = "all/compaction.rs"]
mod compaction;
#[path = "all/fixtures.rs"]
mod fixtures;
#[path = "all/people.rs"]
mod people;
#[path = "all/postgres.rs"]
mod postgres;
#[path = "all/raw.rs"]
mod raw;
#[path = "all/suite.rs"]
mod suite;
#[path = "all/trail.rs"]
mod trail;
#[path = "all/trouble.rs"]
mod trouble;
#[path = "all/upgrade.rs"]
mod upgrade;
