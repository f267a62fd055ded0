//! Where cells and rows end in text without quotes, 64 bytes at a time.

const LANES: usize = 64;
const ONES: u64 = u64::MAX / 255;
const HIGH: u64 = ONES << 7;
const LOW: u64 = ONES * 0x7f;
/// Gathers the highest bit of each byte, moved to the lowest, into the top byte.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// Gives the places of separators and line feeds in ascending order.
#[derive(Debug, Clone)]
pub(crate) struct Separators<'a> {
    bytes: &'a [u8],
    separator: u64,
    /// Where the block begins that `found` is of.
    block: usize,
    /// A bit for each place of the block that is still to be given.
    found: u64,
}

impl<'a> Separators<'a> {
    pub(crate) fn new(bytes: &'a [u8], separator: u8) -> Separators<'a> {
        let mut separators = Separators { bytes, separator: ONES * u64::from(separator), block: 0, found: 0 };
        separators.found = separators.look(0);
        separators
    }

    /// The next place; `None` at the end.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.block += LANES;
            if self.block >= self.bytes.len() {
                return None;
            }
            self.found = self.look(self.block);
        }
        let at = self.block + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }

    #[inline]
    fn look(&self, block: usize) -> u64 {
        let rest = self.bytes.get(block..).unwrap_or_default();
        match rest.first_chunk::<LANES>() {
            Some(lanes) => places(lanes, self.separator),
            None => {
                let mut lanes = [0; LANES];
                for (lane, byte) in lanes.iter_mut().zip(rest) {
                    *lane = *byte;
                }
                places(&lanes, self.separator)
            }
        }
    }
}

#[inline]
fn places(lanes: &[u8; LANES], separator: u64) -> u64 {
    const LINE_FEED: u64 = ONES * b'\n' as u64;
    let mut found = 0;
    for (number, word) in lanes.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // A byte that is equal becomes zero; adding 0x7f then leaves its highest bit clear, and only its.
        let (cell, line) = (word ^ separator, word ^ LINE_FEED);
        let cell = ((cell & LOW) + LOW) | cell;
        let line = ((line & LOW) + LOW) | line;
        let equal = !(cell & line) & HIGH;
        found |= ((equal >> 7).wrapping_mul(GATHER) >> 56) << (8 * number);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_separator_is_found(bytes in proptest::collection::vec(prop_oneof![
            Just(b','), Just(b'\n'), Just(b'-'), Just(0x8a), Just(0xac), Just(b'+'), Just(11), any::<u8>()
        ], 0..300)) {
            let mut separators = Separators::new(&bytes, b',');
            let found: Vec<usize> = std::iter::from_fn(|| separators.next()).collect();
            let expected: Vec<usize> =
                (0..bytes.len()).filter(|at| matches!(bytes[*at], b',' | b'\n')).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
