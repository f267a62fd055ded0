//! The product as a whole, through its real binary.

// A test that cannot go on fails: that is what unwrap says.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod architecture;
mod as_of;
mod audit;
mod bad_input;
mod command_line;
mod documents;
mod doors;
mod http;
mod kill;
mod main_job;
mod other_tools;
#[path = "../../../store/tests/all/postgres.rs"]
mod postgres;
mod screening;
mod support;
mod trips;
