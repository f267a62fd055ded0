//! The store through its public functions, on SQLite and on a real PostgreSQL.

#[path = "all/fixtures.rs"]
mod fixtures;
#[path = "all/postgres.rs"]
mod postgres;
#[path = "all/suite.rs"]
mod suite;
#[path = "all/trouble.rs"]
mod trouble;
