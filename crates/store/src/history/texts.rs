//! Columns of texts while a block is being gathered: plain, or as numbers of a small dictionary.

use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, StringArray, new_null_array};
use arrow_schema::DataType;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// Texts that rarely repeat, end to end. An empty text stands for absent.
#[derive(Default)]
pub(crate) struct Texts {
    bytes: String,
    ends: Vec<usize>,
}

impl Texts {
    pub(crate) fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len());
    }

    pub(crate) fn truncate(&mut self, rows: usize) {
        self.ends.truncate(rows);
        self.bytes.truncate(self.ends.last().copied().unwrap_or(0));
    }

    /// As an Arrow array: plain texts when `nullable` is false, else with null for the empty text.
    pub(crate) fn to_array(&self, nullable: bool) -> ArrayRef {
        if nullable && self.bytes.is_empty() {
            return new_null_array(&DataType::Utf8, self.ends.len());
        }
        let mut start = 0;
        let texts = self.ends.iter().map(|end| {
            let text = self.bytes.get(start..*end).unwrap_or_default();
            start = *end;
            text
        });
        if nullable {
            Arc::new(texts.map(|text| (!text.is_empty()).then_some(text)).collect::<StringArray>())
        } else {
            Arc::new(StringArray::from_iter_values(texts))
        }
    }
}

/// Texts that repeat, as numbers. Number 0 is the empty text.
pub(crate) struct Codes {
    codes: Vec<i32>,
    texts: Vec<Box<str>>,
    /// Open addressing, a power of two: hash and number + 1.
    slots: Vec<(u32, u32)>,
    last: i32,
}

impl Default for Codes {
    fn default() -> Self {
        Codes { codes: Vec::new(), texts: vec!["".into()], slots: vec![(0, 0); 64], last: 0 }
    }
}

impl Codes {
    #[inline]
    pub(crate) fn push(&mut self, text: &str) {
        // Neighbouring rows often say the same.
        if self.texts.get(self.last as usize).is_none_or(|last| **last != *text) {
            self.last = if text.is_empty() { 0 } else { self.number(text) };
        }
        self.codes.push(self.last);
    }

    fn number(&mut self, text: &str) -> i32 {
        let hash = xxh3_64(text.as_bytes()) as u32;
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some((found, number)) = self.slots.get(at).copied().filter(|slot| slot.1 != 0) {
            if found == hash && self.texts.get(number as usize - 1).is_some_and(|known| **known == *text) {
                return number as i32 - 1;
            }
            at = (at + 1) & mask;
        }
        self.texts.push(text.into());
        let number = self.texts.len() as u32;
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = (hash, number);
        }
        if self.texts.len() * 2 > self.slots.len() {
            self.grow();
        }
        number as i32 - 1
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![(0, 0); old.len() * 2];
        let mask = self.slots.len() - 1;
        for (hash, number) in old.into_iter().filter(|slot| slot.1 != 0) {
            let mut at = hash as usize & mask;
            while self.slots.get(at).is_some_and(|slot| slot.1 != 0) {
                at = (at + 1) & mask;
            }
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = (hash, number);
            }
        }
    }

    pub(crate) fn truncate(&mut self, rows: usize) {
        self.codes.truncate(rows);
    }

    /// As a dictionary array with null for the empty text, unless `nullable` is false.
    pub(crate) fn to_array(&self, nullable: bool) -> ArrayRef {
        let values = Arc::new(StringArray::from_iter_values(&self.texts));
        let keys: Int32Array = if nullable && self.codes.contains(&0) {
            self.codes.iter().map(|code| (*code != 0).then_some(*code)).collect()
        } else {
            self.codes.clone().into()
        };
        dictionary(keys, values)
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

    #[test]
    fn codes_give_back_every_text_however_many_there_are() {
        let mut codes = Codes::default();
        let texts: Vec<String> =
            (0..5000).map(|n| if n % 7 == 0 { String::new() } else { format!("t{}", n % 999) }).collect();
        texts.iter().for_each(|text| codes.push(text));
        let array = codes.to_array(true);
        let typed: TypedDictionaryArray<'_, Int32Type, StringArray> =
            array.as_dictionary::<Int32Type>().downcast_dict().unwrap();
        for (row, text) in texts.iter().enumerate() {
            let found = typed.is_valid(row).then(|| typed.values().value(typed.keys().value(row) as usize));
            assert_eq!(found.unwrap_or(""), text);
        }
    }
}
