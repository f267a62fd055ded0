//! Texts that occur many times as small numbers: a table for each thread, and one behind them all.

use super::Fault;
use super::limits::{TEXT_BYTES_MAX, TEXTS_MAX};
use std::sync::{Mutex, PoisonError};
use tidewaiter_model::batch::{TextId, TextTable};

/// What all threads have met so far. Numbers follow the order of first sight and are replaced by
/// [`Vocabulary::number`] once all texts are known.
#[derive(Debug, Default)]
pub(super) struct SharedWords(Mutex<Pool>);

#[derive(Debug, Default)]
struct Pool {
    table: TextTable,
    bytes: usize,
    /// Numbers of those that are places.
    places: Vec<u32>,
}

/// All texts, numbered in the order of the alphabet: comparing numbers is comparing texts, and neither threads nor
/// the order of arrival leave a trace.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// The texts.
    pub(super) texts: TextTable,
    /// Those that are places.
    pub(super) places: Vec<TextId>,
    numbers: Vec<TextId>,
}

impl Vocabulary {
    /// The number of a text that had another number while texts were gathered.
    #[inline]
    pub(super) fn number(&self, gathered: u32) -> TextId {
        self.numbers.get(gathered as usize).copied().unwrap_or_default()
    }
}

impl SharedWords {
    fn number(&self, text: &str, place: bool) -> Result<u32, Fault> {
        let mut pool = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = pool.table.len();
        let number = pool.table.intern(text).0;
        if pool.table.len() > before {
            pool.bytes += text.len();
        }
        if place {
            pool.places.push(number);
        }
        if pool.table.len() > TEXTS_MAX || pool.bytes > TEXT_BYTES_MAX {
            return Err(Fault::TooManyTexts);
        }
        Ok(number)
    }

    pub(super) fn finish(self) -> Vocabulary {
        let pool = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut order: Vec<u32> = (0..).take(pool.table.len()).collect();
        order.sort_unstable_by_key(|number| pool.table.text(TextId(*number)));
        let mut texts = TextTable::default();
        let mut numbers = vec![TextId::NONE; order.len()];
        for gathered in order {
            let number = texts.intern(pool.table.text(TextId(gathered)));
            if let Some(slot) = numbers.get_mut(gathered as usize) {
                *slot = number;
            }
        }
        let number = |gathered: &u32| numbers.get(*gathered as usize).copied().unwrap_or_default();
        let mut places: Vec<TextId> = pool.places.iter().map(number).collect();
        places.sort_unstable();
        places.dedup();
        Vocabulary { texts, places, numbers }
    }
}

/// One thread's table of one kind of texts.
#[derive(Debug)]
pub(super) struct Words<'s> {
    shared: &'s SharedWords,
    place: bool,
    /// Texts of at most seven bytes, as their bytes and length; an open-addressed table, at most half full.
    short: Vec<(u64, u32)>,
    short_count: usize,
    long: TextTable,
    /// Shared numbers of `long`.
    long_numbers: Vec<u32>,
}

impl<'s> Words<'s> {
    pub(super) fn new(shared: &'s SharedWords, place: bool) -> Words<'s> {
        Words {
            shared,
            place,
            short: vec![(0, 0); 1024],
            short_count: 0,
            long: TextTable::default(),
            long_numbers: vec![0],
        }
    }

    /// The number of a text; 0 for the empty one.
    #[inline]
    pub(super) fn number(&mut self, text: &str) -> Result<u32, Fault> {
        if text.is_empty() {
            return Ok(0);
        }
        let Some(key) = short_key(text.as_bytes()) else { return self.long_number(text) };
        let mut slot = self.slot(key);
        loop {
            match self.short.get(slot) {
                Some((found, number)) if *found == key => return Ok(*number),
                Some((0, _)) | None => return self.enter(key, text),
                Some(_) => slot = (slot + 1) & (self.short.len() - 1),
            }
        }
    }

    #[inline]
    fn slot(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (self.short.len() - 1)
    }

    #[cold]
    fn enter(&mut self, key: u64, text: &str) -> Result<u32, Fault> {
        let number = self.shared.number(text, self.place)?;
        self.short_count += 1;
        if self.short_count * 2 > self.short.len() {
            let grown = vec![(0, 0); self.short.len() * 2];
            for (key, number) in std::mem::replace(&mut self.short, grown) {
                if key != 0 {
                    self.put(key, number);
                }
            }
        }
        self.put(key, number);
        Ok(number)
    }

    fn put(&mut self, key: u64, number: u32) {
        let mut slot = self.slot(key);
        while self.short.get(slot).is_some_and(|(found, _)| *found != 0) {
            slot = (slot + 1) & (self.short.len() - 1);
        }
        if let Some(free) = self.short.get_mut(slot) {
            *free = (key, number);
        }
    }

    fn long_number(&mut self, text: &str) -> Result<u32, Fault> {
        let own = self.long.intern(text).0 as usize;
        if own == self.long_numbers.len() {
            self.long_numbers.push(self.shared.number(text, self.place)?);
        }
        Ok(self.long_numbers.get(own).copied().unwrap_or_default())
    }
}

/// A text of at most seven bytes as its bytes, with its length in the top one: never 0.
#[inline]
pub(super) fn short_key(text: &[u8]) -> Option<u64> {
    let length = text.len();
    let low = match length {
        4..=7 => {
            let head = u32::from_le_bytes(*text.first_chunk()?);
            let tail = u32::from_le_bytes(*text.last_chunk()?);
            u64::from(head) | u64::from(tail) << (8 * (length - 4))
        }
        1..=3 => text.iter().rev().fold(0, |key, byte| key << 8 | u64::from(*byte)),
        _ => return None,
    };
    Some(low | (length as u64) << 56)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_of_the_text_whatever_the_thread() {
        let shared = SharedWords::default();
        let mut texts: Vec<String> = (0..5000).map(|n| format!("T{n}")).collect();
        texts.extend((0..5000).map(|n| format!("a longer text {n}")));
        texts.extend(["", "A", "AB", "ABC", "ABCDEFG", "ABCDEFGH"].map(str::to_owned));
        let (mut one, mut two) = (Words::new(&shared, true), Words::new(&shared, false));
        let first: Vec<u32> = texts.iter().map(|text| one.number(text).unwrap()).collect();
        let second: Vec<u32> = texts.iter().rev().map(|text| two.number(text).unwrap()).collect();
        assert!(first.iter().eq(second.iter().rev()));
        drop((one, two));
        let vocabulary = shared.finish();
        let mut numbered: Vec<(TextId, &String)> =
            first.iter().map(|number| vocabulary.number(*number)).zip(&texts).collect();
        numbered.sort_unstable();
        assert!(numbered.is_sorted_by(|a, b| a.1 < b.1));
        assert!(numbered.iter().all(|(number, text)| vocabulary.texts.text(*number) == *text));
        assert_eq!(vocabulary.places.len(), texts.len() - 1, "the empty text is no place");
    }
}
