//! Any text as the user's file of port areas, laid over the places that ship with the project. Slow, for there are
//! 45,000 of them; the target `areas` is the one that tries the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tidewaiter_model::reference::Places;

mod common;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (places, diagnostics) = Places::builtin().extended(text);
    common::diagnostics::check(&diagnostics, data.len() as u64);
    assert!(places.iter().is_sorted_by(|a, b| a.code < b.code), "each code once, in order");
    for place in places.iter() {
        assert_eq!(places.area_of(&place.area), place.area, "{place:?}: an area is its own area");
        if let Some((latitude, longitude)) = place.position() {
            assert!(latitude.abs() <= 90.0 && longitude.abs() <= 180.0, "{place:?} is on the globe");
        }
    }
});
