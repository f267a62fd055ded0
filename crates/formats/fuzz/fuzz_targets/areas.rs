//! Any text as the user's file of port areas: the reader alone, without the 45,000 places that it is laid over.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tidewaiter_model::{diagnostic, identifier, provenance};

mod common;
mod reference;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (places, diagnostics) = reference::read(text);
    common::diagnostics::check(&diagnostics, data.len() as u64);
    for said in diagnostics {
        let place = said.span.start as usize..said.span.end() as usize;
        assert!(text.get(place).is_some(), "{said:?} cuts no character");
    }
    for place in places {
        assert!(!place.code.is_empty() && !place.area.is_empty(), "{place:?} has its codes");
        assert_eq!(
            place.latitude.is_some(),
            place.longitude.is_some(),
            "{place:?} has a whole position or none"
        );
    }
});
