//! A quick map from short codes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map from a place's code to its row.
///
/// Every status event looks its place up, so the hash is a multiplication a word and not the standard one. It gives
/// no shelter from codes chosen to collide; the codes come from our table and the administration's own file.
pub(super) type CodeMap = HashMap<Box<str>, u32, BuildHasherDefault<CodeHasher>>;

/// Mixes the bytes of a code eight at a time.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CodeHasher(u64);

impl CodeHasher {
    fn mix(&mut self, word: u64) {
        // An odd constant from the golden ratio spreads neighbouring codes over the whole word.
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for CodeHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().fold(0, |word, byte| (word << 8) | u64::from(*byte));
            self.mix(word);
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map takes its bucket from the low bits, which a multiplication mixes least.
        self.0 ^ (self.0 >> 32)
    }
}
