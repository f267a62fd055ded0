//! Names as numbers that are the same in every table, on every machine and in every version.

use std::hash::{BuildHasherDefault, Hasher};
use tidewaiter_model::identifier::stable_hash;
use tidewaiter_model::time::UtcTime;

/// A name's stable hash; 0 for no name. Of 100,000 names, two share a number with a chance of one in four thousand
/// million.
pub(crate) type Key = u64;

/// The number of a name.
pub(crate) fn key_of(name: &str) -> Key {
    if name.is_empty() { 0 } else { stable_hash(&[name]).max(1) }
}

/// One number from several, in order.
pub(crate) fn mixed(parts: &[u64]) -> u64 {
    parts.iter().fold(0x51_7c_c1_b7_27_22_0a_95, |hash, part| mix(hash, *part))
}

/// The next number of a sequence from the one before and a part.
pub(crate) fn mix(hash: u64, part: u64) -> u64 {
    let product = u128::from(hash.rotate_left(23) ^ part) * 0x9e37_79b9_7f4a_7c15;
    (product as u64) ^ ((product >> 64) as u64)
}

/// Hashes keys that are hashes themselves.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            self.write_u64(chunk.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, part: u8) {
        self.0 = mix(self.0, u64::from(part));
    }

    fn write_u16(&mut self, part: u16) {
        self.0 = mix(self.0, u64::from(part));
    }

    fn write_i16(&mut self, part: i16) {
        self.0 = mix(self.0, part as u64);
    }

    fn write_u64(&mut self, part: u64) {
        self.0 = mix(self.0, part);
    }
}

/// A map by such keys.
pub(crate) type KeyMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<KeyHasher>>;

/// A quarter of a calendar year, counted from the year 0.
pub(crate) type Quarter = i16;

/// The quarter of an instant.
pub(crate) fn quarter_of(time: UtcTime) -> Quarter {
    // Days from 0000-03-01 in eras of 400 years; Hinnant, "chrono-compatible low-level date algorithms".
    let day = time.day_number() + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let (year, month) = match month_from_march {
        ..10 => (400 * era + year_of_era, month_from_march + 2),
        _ => (400 * era + year_of_era + 1, month_from_march - 10),
    };
    (year * 4 + month / 3) as Quarter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_are_those_of_the_calendar() {
        for day in (-800_000..2_000_000).step_by(17) {
            let time = UtcTime::from_seconds(day * 86_400);
            let (year, _, _) = time.civil_date();
            if !(1..9999).contains(&year) {
                continue;
            }
            assert_eq!(quarter_of(time), year * 4 + i16::from(time.quarter()) - 1, "{time}");
        }
    }
}
