//! Any bytes as import declarations in each of the shipped layouts: whole and in blocks the same messages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use tidewaiter_formats::{Detected, Format, Mapping};

mod common;

static MAPPINGS: LazyLock<Vec<Mapping>> = LazyLock::new(Mapping::builtin);

fuzz_target!(|data: &[u8]| {
    let Some((cuts, input)) = common::blocks::Cuts::split(data) else { return };
    for mapping in 0..MAPPINGS.len() {
        let detected = Detected { format: Format::DeclarationCsv, mapping: Some(mapping) };
        common::blocks::check(&cuts, input, &detected, &MAPPINGS);
    }
});
