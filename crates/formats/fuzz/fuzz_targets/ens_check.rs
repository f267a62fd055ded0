//! Any bytes, and an administration's rules in front of them: the verdict on an entry summary and the faults of a table
//! lie where there is something, the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;
use tidewaiter_formats::{Rules, check_with};

fuzz_target!(|data: &[u8]| {
    // Up to a NUL the input is a table of rules, behind it a message; without one it is a message.
    let (table, message) = match data.iter().position(|byte| *byte == 0) {
        Some(at) => (std::str::from_utf8(&data[..at]).unwrap_or_default(), &data[at + 1..]),
        None => ("", data),
    };
    static BUILTIN: OnceLock<&Rules> = OnceLock::new();
    let builtin = BUILTIN.get_or_init(Rules::builtin);
    let own = if table.is_empty() { None } else { builtin.with(table).ok() };
    let rules = own.as_ref().unwrap_or(builtin);
    let verdict = check_with(message, None, rules);
    assert_eq!(verdict, check_with(message, None, rules));
    assert!(verdict.readable || !verdict.errors.is_empty(), "what is unreadable is so for a reason");
    assert!(verdict.schema_valid || !verdict.errors.is_empty(), "what is invalid is so for a reason");
    for error in &verdict.errors {
        assert!(error.span.end() <= message.len() as u64, "{error:?} is inside {} bytes", message.len());
        assert!(error.line > 0 && error.column > 0 && !error.code.is_empty(), "{error:?} has a place");
    }
    if let Some(leaves) = verdict.leaves {
        assert_eq!(leaves.total, leaves.mapped + leaves.carried);
    }
});
