//! Columns of texts while a block is being gathered: plain, or as numbers of a small dictionary.

use crate::StoreError;
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, StringArray, new_null_array};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer};
use arrow_schema::DataType;
use std::ops::Range;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// Texts that rarely repeat, end to end. An empty text stands for absent.
#[derive(Default)]
pub(crate) struct Texts {
    /// Leading rows without a text: a column that never has one costs a counter.
    absent: usize,
    bytes: String,
    ends: Vec<usize>,
}

impl Texts {
    #[inline]
    pub(crate) fn push(&mut self, text: &str) {
        if self.ends.is_empty() && text.is_empty() {
            self.absent += 1;
            return;
        }
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len());
    }

    /// The text of a row; empty when absent.
    pub(crate) fn text(&self, row: usize) -> &str {
        let Some(at) = row.checked_sub(self.absent) else { return "" };
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|end| self.bytes.get(start..*end)).unwrap_or("")
    }

    pub(crate) fn truncate(&mut self, rows: usize) {
        self.ends.truncate(rows.saturating_sub(self.absent));
        self.absent = self.absent.min(rows);
        self.bytes.truncate(self.ends.last().copied().unwrap_or(0));
    }

    /// Some rows as an Arrow array: plain texts when `nullable` is false, else with null for the empty text.
    pub(crate) fn to_array(&self, rows: Range<usize>, nullable: bool) -> Result<ArrayRef, StoreError> {
        let ends = self.ends.get(..rows.end.saturating_sub(self.absent)).unwrap_or_default();
        if nullable && ends.is_empty() {
            return Ok(new_null_array(&DataType::Utf8, rows.len()));
        }
        let absent = self.absent.saturating_sub(rows.start).min(rows.len());
        let ends_before = (rows.start + absent).saturating_sub(self.absent);
        let (before, ends) = ends.split_at(ends_before.min(ends.len()));
        let base = before.last().copied().unwrap_or(0);
        let last = ends.last().copied().unwrap_or(base);
        // A row group's texts of more than 2 GiB do not fit an Arrow array; the array says so below.
        let offset = |end: usize| i32::try_from(end - base).unwrap_or(i32::MAX);
        let mut offsets = Vec::with_capacity(rows.len() + 1);
        offsets.resize(absent + 1, 0);
        offsets.extend(ends.iter().map(|end| offset(*end)));
        let empty = |pair: &[i32]| matches!(pair, [start, end] if start == end);
        let nulls = (nullable && offsets.windows(2).any(empty))
            .then(|| offsets.windows(2).map(|pair| !empty(pair)).collect::<NullBuffer>());
        let bytes = self.bytes.as_bytes().get(base..last).unwrap_or_default();
        let array =
            StringArray::try_new(OffsetBuffer::new(offsets.into()), Buffer::from_slice_ref(bytes), nulls);
        let array = array.map_err(|error| StoreError::corrupt("a column of texts", error.to_string()))?;
        Ok(Arc::new(array))
    }
}

/// Texts up to this long are told apart as one number.
const SHORT_BYTES: usize = 8;
/// A dictionary with more texts than this is begun anew with the next block.
const KEPT_TEXTS_MAX: usize = 1 << 16;

/// Texts that repeat, as numbers. Number 0 is the empty text.
pub(crate) struct Codes {
    /// Leading rows without a text: a column that never has one costs a counter.
    absent: usize,
    codes: Vec<i32>,
    texts: Vec<Box<str>>,
    /// Open addressing, a power of two.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    /// The text itself when it is short, else its hash.
    word: u64,
    /// Length of a short text; [`LONG`] for another.
    len: u32,
    /// Number of the text and 1; 0 in a free slot.
    number: u32,
}

const LONG: u32 = u32::MAX;

impl Default for Codes {
    fn default() -> Self {
        Codes { absent: 0, codes: Vec::new(), texts: vec!["".into()], slots: vec![Slot::default(); 64] }
    }
}

/// What tells a text apart: all of it, with its length, when it is short; a hash of it and [`LONG`] otherwise.
#[inline]
fn word_of(text: &[u8]) -> (u64, u32) {
    let four = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    match (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (Some(head), Some(tail)) if text.len() <= SHORT_BYTES => {
            (four(head) | four(tail) << 32, text.len() as u32)
        }
        (Some(_), _) => (xxh3_64(text), LONG),
        _ => (text.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)), text.len() as u32),
    }
}

/// Where the search for a word begins.
#[inline]
fn place_of(word: u64, slots: usize) -> usize {
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & (slots - 1)
}

impl Codes {
    #[inline]
    pub(crate) fn push(&mut self, text: &str) {
        if text.is_empty() {
            if self.codes.is_empty() {
                self.absent += 1;
            } else {
                self.codes.push(0);
            }
            return;
        }
        let number = self.number(text);
        self.codes.push(number);
    }

    #[inline]
    fn number(&mut self, text: &str) -> i32 {
        let (word, len) = word_of(text.as_bytes());
        let mut at = place_of(word, self.slots.len());
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != 0) {
            let same = slot.word == word && slot.len == len;
            if same && (len != LONG || self.is_text(slot.number, text)) {
                return slot.number as i32 - 1;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.add(text, word, len, at)
    }

    fn is_text(&self, number: u32, text: &str) -> bool {
        self.texts.get(number as usize - 1).is_some_and(|known| **known == *text)
    }

    #[cold]
    fn add(&mut self, text: &str, word: u64, len: u32, at: usize) -> i32 {
        self.texts.push(text.into());
        let number = self.texts.len() as u32;
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { word, len, number };
        }
        if self.texts.len() * 2 > self.slots.len() {
            self.grow();
        }
        number as i32 - 1
    }

    fn grow(&mut self) {
        let slots = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); slots]);
        for slot in old.into_iter().filter(|slot| slot.number != 0) {
            let mut at = place_of(slot.word, slots);
            while self.slots.get(at).is_some_and(|slot| slot.number != 0) {
                at = (at + 1) & (slots - 1);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = slot;
            }
        }
    }

    /// The text of a row; empty when absent.
    pub(crate) fn text(&self, row: usize) -> &str {
        let code = row.checked_sub(self.absent).and_then(|at| self.codes.get(at)).copied().unwrap_or(0);
        self.texts.get(code as usize).map_or("", |text| text)
    }

    /// Forgets the rows from `rows` on. The dictionary stays unless it has grown large.
    pub(crate) fn truncate(&mut self, rows: usize) {
        self.codes.truncate(rows.saturating_sub(self.absent));
        self.absent = self.absent.min(rows);
        if rows == 0 && self.texts.len() > KEPT_TEXTS_MAX {
            *self = Codes::default();
        }
    }

    /// The dictionary that the arrays of this column refer to.
    pub(crate) fn values(&self) -> Arc<StringArray> {
        Arc::new(StringArray::from_iter_values(&self.texts))
    }

    /// Some rows as a dictionary array with null for the empty text.
    pub(crate) fn to_array(&self, rows: Range<usize>, values: &Arc<StringArray>) -> ArrayRef {
        let codes = self.codes.get(..rows.end.saturating_sub(self.absent)).unwrap_or_default();
        let absent = self.absent.saturating_sub(rows.start).min(rows.len());
        let codes = codes.get((rows.start + absent).saturating_sub(self.absent)..).unwrap_or_default();
        let keys: Int32Array = if absent > 0 {
            let leading = std::iter::repeat_n(None, absent);
            leading.chain(codes.iter().map(|code| (*code != 0).then_some(*code))).collect()
        } else {
            let nulls =
                codes.contains(&0).then(|| codes.iter().map(|code| *code != 0).collect::<NullBuffer>());
            Int32Array::new(codes.to_vec().into(), nulls)
        };
        dictionary(keys, values.clone())
    }
}

/// A dictionary array of known texts; keys outside the dictionary never occur.
pub(crate) fn dictionary(keys: Int32Array, values: Arc<StringArray>) -> ArrayRef {
    Arc::new(DictionaryArray::<Int32Type>::new(keys, values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::cast::AsArray;
    use arrow_array::{Array, TypedDictionaryArray};
    use proptest::prelude::*;

    fn codes_of(codes: &Codes, rows: Range<usize>) -> Vec<String> {
        let array = codes.to_array(rows, &codes.values());
        let typed: TypedDictionaryArray<'_, Int32Type, StringArray> =
            array.as_dictionary::<Int32Type>().downcast_dict().unwrap();
        let text = |row| {
            typed.is_valid(row).then(|| typed.values().value(typed.keys().value(row) as usize).to_owned())
        };
        (0..typed.len()).map(|row| text(row).unwrap_or_default()).collect()
    }

    fn texts_of(texts: &Texts, rows: Range<usize>, nullable: bool) -> Vec<String> {
        let array = texts.to_array(rows, nullable).unwrap();
        let array: &StringArray = array.as_string();
        let text = |row| {
            assert_eq!(array.is_valid(row), !nullable || !array.value(row).is_empty());
            array.value(row).to_owned()
        };
        (0..array.len()).map(text).collect()
    }

    proptest! {
        /// Any rows give back any slice of them, before and after rows were taken back.
        #[test]
        fn columns_give_back_what_was_pushed(
            absent in 0_usize..5,
            rows in proptest::collection::vec("[ab]{0,2}|[a-c]{3,9}|\\PC{0,20}", 0..60),
            cut in 0_usize..60, from in 0_usize..70, to in 0_usize..70, nullable in any::<bool>(),
        ) {
            let mut rows: Vec<String> = std::iter::repeat_n(String::new(), absent).chain(rows).collect();
            let (mut codes, mut texts) = (Codes::default(), Texts::default());
            rows.iter().for_each(|row| { codes.push(row); texts.push(row); });
            let cut = cut.min(rows.len());
            rows.truncate(cut);
            codes.truncate(cut);
            texts.truncate(cut);
            for row in ["", "again", "abcdefgh", "abcdefghi"] {
                codes.push(row);
                texts.push(row);
                rows.push(row.to_owned());
            }
            let to = to.min(rows.len());
            let slice = from.min(to)..to;
            prop_assert_eq!(codes_of(&codes, slice.clone()), &rows[slice.clone()]);
            prop_assert_eq!(texts_of(&texts, slice.clone(), nullable), &rows[slice]);
        }
    }

    #[test]
    fn codes_give_back_every_text_however_many_there_are() {
        let mut codes = Codes::default();
        let texts: Vec<String> =
            (0..5000).map(|n| if n % 7 == 0 { String::new() } else { format!("t{}", n % 999) }).collect();
        texts.iter().for_each(|text| codes.push(text));
        assert_eq!(codes_of(&codes, 0..texts.len()), texts);
    }
}
