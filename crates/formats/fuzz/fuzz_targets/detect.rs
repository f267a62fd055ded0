//! Telling the format of any bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tidewaiter_formats::{Mapping, detect};

fuzz_target!(|data: &[u8]| {
    let _ = detect(data, &Mapping::builtin());
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = Mapping::from_toml(text);
    }
});
