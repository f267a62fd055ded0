//! Telling the format of any bytes, and reading them as what they were told to be.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use tidewaiter_formats::{Format, Mapping, detect};

mod common;

static MAPPINGS: LazyLock<Vec<Mapping>> = LazyLock::new(Mapping::builtin);

fuzz_target!(|data: &[u8]| {
    let Some((cuts, input)) = common::blocks::Cuts::split(data) else { return };
    match detect(input, &MAPPINGS) {
        Ok(detected) => {
            assert_eq!(detected.mapping.is_some(), detected.format == Format::DeclarationCsv);
            common::blocks::check(&cuts, input, &detected, &MAPPINGS);
        }
        Err(said) => common::diagnostics::check(&[said], input.len() as u64),
    }
});
