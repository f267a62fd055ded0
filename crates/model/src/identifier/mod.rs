//! Identifiers that carry their own check: container number, HS code, MRN, UN/LOCODE, IMO number.
//!
//! Real feeds carry wrong ones. So nothing here refuses to hold a text that somebody sent: the text is kept, and
//! a check says what is wrong with it.

mod container;
mod hs;
mod imo;
mod locode;
mod mrn;

pub use container::{ContainerFault, container_check_digit, container_fault, normal_container};
pub use hs::{HsFault, chapter, heading, hs_fault, subheading};
pub use imo::imo_is_valid;
pub use locode::{country_of, locode_is_well_formed};
pub use mrn::{MrnFault, mrn_check_character, mrn_fault};

use xxhash_rust::xxh3::xxh3_64;

/// A 64-bit hash of `parts`: the same on every machine and in every version (xxh3 over each part's length and bytes).
pub fn stable_hash(parts: &[&str]) -> u64 {
    let mut bytes = Vec::with_capacity(64);
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    xxh3_64(&bytes)
}

/// A stable short identifier: `prefix` and twelve characters of Crockford's base 32 (60 bits) from the hash of `parts`.
///
/// The same parts give the same identifier on every machine. Of a million identifiers, two are equal with a
/// chance of about one in two million.
pub fn stable_id(prefix: char, parts: &[&str]) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let hash = stable_hash(parts);
    let mut id = String::with_capacity(13);
    id.push(prefix);
    for place in (0..12).rev() {
        let digit = (hash >> (place * 5)) & 31;
        id.push(char::from(ALPHABET[digit as usize]));
    }
    id
}
