//! Any bytes as this format: whole and in two blocks the same messages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tidewaiter_formats::Format;

mod common;

fuzz_target!(|data: &[u8]| common::check(data, Format::StatusCsv));
