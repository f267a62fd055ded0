//! Container numbers as one small number each, so that a row holds its container in six bytes.

use super::Fault;
use super::limits::{BUCKETS, ODD_NUMBER_BYTES_MAX, ODD_NUMBERS_MAX};
use std::cmp::Ordering;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tidewaiter_model::batch::{TextId, TextTable};

/// Four letters and seven digits, counted in the order of the alphabet; anything else is odd and stands in a table.
const ODD: u64 = 1 << 43;
/// Bits that a [`ContainerKey`] may use.
pub(super) const KEY_BITS: u32 = 44;
const SERIALS: u64 = 10_000_000;

/// A container number as reported: the number itself where it is four letters and seven digits, whatever its check
/// digit says; else its place in [`OddNumbers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ContainerKey(pub(super) u64);

impl ContainerKey {
    #[inline]
    pub(super) fn of_shape(text: &[u8]) -> Option<ContainerKey> {
        let text = text.first_chunk::<11>().filter(|_| text.len() == 11)?;
        let (mut letters, mut digits, mut wrong) = (0u64, 0u64, false);
        for byte in &text[..4] {
            let letter = byte.wrapping_sub(b'A');
            wrong |= letter > 25;
            letters = letters * 26 + u64::from(letter);
        }
        for byte in &text[4..] {
            let digit = byte.wrapping_sub(b'0');
            wrong |= digit > 9;
            digits = digits * 10 + u64::from(digit);
        }
        (!wrong).then_some(ContainerKey(letters * SERIALS + digits))
    }

    /// Whether it is not four letters and seven digits.
    pub(super) fn is_odd(self) -> bool {
        self.odd().is_some()
    }

    fn odd(self) -> Option<TextId> {
        (self.0 & ODD != 0).then_some(TextId((self.0 & !ODD) as u32))
    }

    /// Spreads keys evenly over 64 bits.
    #[inline]
    pub(super) fn spread(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 21)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    }

    /// The bucket into which the container is dealt.
    #[inline]
    pub(super) fn bucket(self) -> usize {
        (self.spread() >> (64 - BUCKETS.ilog2())) as usize
    }

    /// Writes the number as it was reported.
    pub(super) fn push(self, odd: &OddTexts, out: &mut Vec<u8>) {
        match self.odd() {
            Some(id) => out.extend_from_slice(odd.0.text(id).as_bytes()),
            None => {
                let (mut letters, mut digits) = (self.0 / SERIALS, self.0 % SERIALS);
                let mut text = [0u8; 11];
                for slot in text[4..].iter_mut().rev() {
                    *slot = b'0' + (digits % 10) as u8;
                    digits /= 10;
                }
                for slot in text[..4].iter_mut().rev() {
                    *slot = b'A' + (letters % 26) as u8;
                    letters /= 26;
                }
                out.extend_from_slice(&text);
            }
        }
    }

    /// The order of the numbers as texts.
    pub(super) fn compare(self, other: ContainerKey, odd: &OddTexts) -> Ordering {
        if (self.0 | other.0) & ODD == 0 {
            return self.0.cmp(&other.0);
        }
        let (mut mine, mut theirs) = (Vec::new(), Vec::new());
        self.push(odd, &mut mine);
        other.push(odd, &mut theirs);
        mine.cmp(&theirs)
    }
}

/// Numbers of another shape, while they are gathered by all threads.
#[derive(Debug, Default)]
pub(super) struct OddNumbers(Mutex<(TextTable, usize)>);

/// The same once all are there.
#[derive(Debug, Default)]
pub(super) struct OddTexts(TextTable);

impl OddNumbers {
    #[inline]
    pub(super) fn key(&self, text: &str) -> Result<ContainerKey, Fault> {
        match ContainerKey::of_shape(text.as_bytes()) {
            Some(key) => Ok(key),
            None => self.odd_key(text),
        }
    }

    #[cold]
    fn odd_key(&self, text: &str) -> Result<ContainerKey, Fault> {
        let mut held: MutexGuard<'_, _> = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (table, bytes) = &mut *held;
        let before = table.len();
        let id = table.intern(text);
        *bytes += if table.len() > before { text.len() } else { 0 };
        if table.len() > ODD_NUMBERS_MAX || *bytes > ODD_NUMBER_BYTES_MAX {
            return Err(Fault::TooManyOddNumbers);
        }
        Ok(ContainerKey(ODD | u64::from(id.0)))
    }

    pub(super) fn finish(self) -> OddTexts {
        OddTexts(self.0.into_inner().unwrap_or_else(PoisonError::into_inner).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_the_text_and_its_order() {
        let numbers = OddNumbers::default();
        let mut texts = [
            "MSKU1234565",
            "AAAA0000000",
            "ZZZZ9999999",
            "msku1234565",
            "MSKU123456",
            "Ä",
            "MSKU1234566",
            "B",
        ];
        texts.sort_unstable();
        let keys: Vec<_> = texts.iter().map(|text| numbers.key(text).unwrap()).collect();
        let odd = numbers.finish();
        for (key, text) in keys.iter().zip(texts) {
            assert!(key.0 < 1 << KEY_BITS);
            let mut out = Vec::new();
            key.push(&odd, &mut out);
            assert_eq!(out, text.as_bytes());
        }
        assert!(keys.is_sorted_by(|a, b| a.compare(*b, &odd) == Ordering::Less));
    }
}
