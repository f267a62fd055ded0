//! Any bytes as this format: whole and in blocks the same messages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tidewaiter_formats::{Detected, Format};

mod common;

fuzz_target!(|data: &[u8]| {
    let Some((cuts, input)) = common::blocks::Cuts::split(data) else { return };
    common::blocks::check(&cuts, input, &Detected { format: Format::Edifact, mapping: None }, &[]);
    let verdict = tidewaiter_formats::check::check(input, None);
    assert!(verdict.errors.iter().all(|error| error.span.end() <= input.len() as u64));
    let _ = tidewaiter_formats::edifact::segments(input);
});
