//! What must hold for every diagnostic.

use tidewaiter_model::diagnostic::{Diagnostic, FOUND_CHARS_MAX};

/// Diagnostics say something, and of bytes that are there.
pub fn check(diagnostics: &[Diagnostic], len: u64) {
    for said in diagnostics {
        assert!(said.span.end() <= len, "{said:?} is inside the {len} bytes");
        assert!(!said.code.is_empty() && !said.expected.is_empty(), "{said:?} says something");
        assert!(said.found.chars().count() <= FOUND_CHARS_MAX, "{said:?} is short");
    }
}
