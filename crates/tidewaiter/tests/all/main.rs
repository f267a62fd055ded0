//! The product as a whole, through its real binary.

mod architecture;
mod as_of;
mod bad_input;
mod command_line;
mod documents;
mod kill;
mod main_job;
mod other_tools;
#[path = "../../../store/tests/all/postgres.rs"]
mod postgres;
mod support;
