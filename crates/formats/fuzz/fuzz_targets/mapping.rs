//! Any text as a mapping file and, behind a NUL, any bytes as a file of the layout that it describes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tidewaiter_formats::{Detected, Format, Mapping, detect};

mod common;

fuzz_target!(|data: &[u8]| {
    let Some((cuts, rest)) = common::blocks::Cuts::split(data) else { return };
    let mut parts = rest.splitn(2, |byte| *byte == 0);
    let Some(Ok(text)) = parts.next().map(std::str::from_utf8) else { return };
    let input = parts.next().unwrap_or_default();
    match Mapping::from_toml(text) {
        Ok(mapping) => {
            let mappings = [mapping];
            let _ = detect(input, &mappings);
            let detected = Detected { format: Format::DeclarationCsv, mapping: Some(0) };
            common::blocks::check(&cuts, input, &detected, &mappings);
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "a refused mapping says why");
            common::diagnostics::check(&faults, text.len() as u64);
        }
    }
});
