//! Any bytes as a WCO declaration or response: the reader's promises, every leaf accounted for, every span inside the
//! message, and what is written back reads as the same record.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tidewaiter_formats::{Detected, Format, check, wco};

mod common;

fuzz_target!(|data: &[u8]| {
    let Some((cuts, input)) = common::blocks::Cuts::split(data) else { return };
    let detected = Detected { format: Format::WcoXml, mapping: None };
    common::blocks::check(&cuts, input, &detected, &[]);
    let reading = wco::read(input);
    let leaves = reading.leaves;
    assert_eq!(leaves.total, leaves.mapped + leaves.carried, "every leaf is mapped or carried");
    common::diagnostics::check(&reading.diagnostics, input.len() as u64);
    if let Some(message) = &reading.message {
        let written = wco::write(message);
        let again = wco::read(&written);
        let shown = String::from_utf8_lossy(&written);
        assert_eq!(again.message.as_ref(), Some(message), "{:?}\n{shown}", again.diagnostics);
        assert_eq!(again.leaves, leaves, "{shown}");
        for error in message.responses.iter().flat_map(|response| &response.errors) {
            wco::location(&error.pointers);
        }
        if message.declaration.is_some() {
            let issued = Default::default();
            let answer = wco::reject(message, &check(input, None).errors, "r", issued);
            assert_eq!(wco::read(&wco::write(&answer)).message, Some(answer));
        }
    }
});
