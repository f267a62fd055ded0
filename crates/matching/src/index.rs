//! Many listed names, so that those near a query are found without looking at each.
//!
//! Each different word is kept once. Three tables lead from a word to those it is compared with, which is exactly what
//! [`are_comparable`](crate::likeness::are_comparable) and the table of names say: the forms with up to two letters left
//! out (a symmetric-deletion index over the first [`PREFIX`] letters of a form), the skeletons, and the classes of one name.

use crate::compare::{Light, bits_unlisted, pairs};
use crate::latin::Script;
use crate::likeness::apart_max;
use crate::name::{Kind, Name, Sounded, Word, hash};
use crate::sound::Sound;
use crate::words::{WordKind, Words};
use std::collections::HashMap;

/// So many letters of a form are used to find words whose letters differ.
pub(crate) const PREFIX: usize = 7;
/// Weight of what is known of words in general against what the list shows: so many names.
const GENERAL_NAMES: f32 = 4_000.0;
/// A word says at most so much, in bits.
const BITS_MAX: f32 = 11.0;
/// And at least so much.
const BITS_MIN: f32 = 1.8;

/// What is too much for an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexLimits;

impl IndexLimits {
    /// Most names of an index; [`ListIndex::of`] leaves the rest out and says how many it took.
    pub const NAMES: usize = 20_000_000;
}

/// One name of a listed entity.
#[derive(Debug, Clone, Copy)]
pub struct ListedName<'a> {
    /// Number of the entity; the caller's own.
    pub entity: u32,
    /// What bears the name.
    pub kind: Kind,
    /// The name as listed.
    pub text: &'a str,
}

/// A word of the list, its texts in the index's arenas.
#[derive(Debug, Clone, Copy)]
struct Kept {
    text: u32,
    sounds: u32,
    form: u32,
    text_len: u8,
    sounds_len: u8,
    form_len: u8,
    legal: u8,
    kind: WordKind,
    unvoweled: bool,
    joined: bool,
    skeleton: u64,
    /// Which letters its form holds.
    pub(crate) letters: u32,
}

/// A listed name as numbers of words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeptName {
    pub(crate) entity: u32,
    pub(crate) kind: Kind,
    words: u32,
    words_len: u8,
    pairs: u32,
    pairs_len: u8,
    text: u32,
    text_len: u16,
}

/// Listed names, ready to be searched.
#[derive(Debug, Default)]
pub struct ListIndex {
    words: Vec<Kept>,
    pub(crate) light: Vec<Light>,
    texts: String,
    sounds: Vec<Sound>,
    forms: Vec<u8>,
    pub(crate) names: Vec<KeptName>,
    name_words: Vec<u32>,
    name_pairs: Vec<u32>,
    name_pair_first: Vec<u8>,
    name_texts: String,
    /// For each word, where its names start; one more at the end.
    posting_starts: Vec<u32>,
    postings: Vec<u32>,
    /// (hash of a form with letters left out, word), in order.
    deletes: Vec<(u32, u32)>,
    /// Where the hashes with these first bits start.
    delete_starts: Vec<u32>,
    skeletons: Vec<(u64, u32)>,
    classes: HashMap<u16, Vec<u32>>,
    exact: HashMap<u64, Vec<u32>>,
    /// In how many names a form occurs, by its hash.
    counts: HashMap<u64, u32>,
}

/// The first bits of a hash that lead into the table of deletes.
const DIRECTORY_BITS: u32 = 16;

impl ListIndex {
    /// Reads the names of a list. Those that hold no letter and no digit, and those beyond [`IndexLimits::NAMES`], are
    /// not in it: [`ListIndex::len`] says how many are.
    pub fn of<'a>(names: impl IntoIterator<Item = ListedName<'a>>) -> ListIndex {
        let mut builder = Builder::default();
        for name in names.into_iter().take(IndexLimits::NAMES) {
            builder.add(name);
        }
        builder.finish()
    }

    /// How many names it holds.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The entity and the text of a name.
    pub fn name(&self, number: u32) -> Option<ListedName<'_>> {
        let name = self.names.get(number as usize)?;
        let from = name.text as usize;
        let text = self.name_texts.get(from..from + usize::from(name.text_len))?;
        Some(ListedName { entity: name.entity, kind: name.kind, text })
    }

    /// Bytes of memory that its tables take.
    pub fn bytes(&self) -> usize {
        let lists: usize =
            self.classes.values().chain(self.exact.values()).map(|list| list.capacity() * 4 + 48).sum();
        self.words.capacity() * size_of::<Kept>()
            + self.light.capacity() * size_of::<Light>()
            + self.texts.capacity()
            + self.sounds.capacity() * size_of::<Sound>()
            + self.forms.capacity()
            + self.names.capacity() * size_of::<KeptName>()
            + (self.name_words.capacity() + self.name_pairs.capacity() + self.postings.capacity()) * 4
            + self.name_pair_first.capacity()
            + self.name_texts.capacity()
            + (self.posting_starts.capacity() + self.delete_starts.capacity()) * 4
            + self.deletes.capacity() * 8
            + self.skeletons.capacity() * 16
            + lists
            + self.counts.capacity() * 13
    }

    pub(crate) fn sounded(&self, word: u32) -> Sounded<'_> {
        let kept = &self.words[word as usize];
        let part = |from: u32, len: u8| from as usize..from as usize + usize::from(len);
        Sounded {
            text: &self.texts[part(kept.text, kept.text_len)],
            sounds: &self.sounds[part(kept.sounds, kept.sounds_len)],
            form: &self.forms[part(kept.form, kept.form_len)],
            skeleton: kept.skeleton,
            kind: kept.kind,
            legal: kept.legal,
            unvoweled: kept.unvoweled,
            joined: kept.joined,
        }
    }

    pub(crate) fn words_len(&self) -> usize {
        self.words.len()
    }

    /// The words of a name, in order.
    pub(crate) fn words_of(&self, name: u32) -> &[u32] {
        let name = &self.names[name as usize];
        &self.name_words[name.words as usize..name.words as usize + usize::from(name.words_len)]
    }

    /// The pairs of a name: which word, and number of the first of the two.
    pub(crate) fn pairs_of(&self, name: u32) -> impl Iterator<Item = (u32, u8)> {
        let name = &self.names[name as usize];
        let range = name.pairs as usize..name.pairs as usize + usize::from(name.pairs_len);
        self.name_pairs[range.clone()].iter().copied().zip(self.name_pair_first[range].iter().copied())
    }

    /// The names that hold a word.
    pub(crate) fn names_of(&self, word: u32) -> &[u32] {
        let word = word as usize;
        &self.postings[self.posting_starts[word] as usize..self.posting_starts[word + 1] as usize]
    }

    /// What a word of a query says in this list, in bits.
    pub(crate) fn bits(&self, word: Sounded<'_>) -> f32 {
        self.bits_counted(word, self.counts.get(&hash(word.form)).copied().unwrap_or(0))
    }

    fn bits_counted(&self, word: Sounded<'_>, count: u32) -> f32 {
        let general = bits_unlisted(word);
        if !matches!(word.kind, WordKind::Name | WordKind::Trade) {
            return general;
        }
        let share =
            (count as f32 + GENERAL_NAMES * (-general).exp2()) / (self.names.len() as f32 + GENERAL_NAMES);
        (-share.log2()).clamp(BITS_MIN, BITS_MAX)
    }

    /// Puts the words that are compared with one of a query into `out`, each once, in order of their numbers.
    pub(crate) fn comparable(&self, word: Sounded<'_>, out: &mut Vec<u32>) {
        out.clear();
        if let Some(same) = self.exact.get(&hash(word.text.as_bytes())) {
            out.extend(same);
        }
        if word.skeleton != 0 {
            let from = self.skeletons.partition_point(|(skeleton, _)| *skeleton < word.skeleton);
            let same = self.skeletons[from..].iter().take_while(|(skeleton, _)| *skeleton == word.skeleton);
            out.extend(same.map(|(_, word)| *word));
        }
        for class in Words::builtin().same(word.text) {
            out.extend(self.classes.get(class).into_iter().flatten());
        }
        let letters = letters_of(word.form);
        let max = apart_max(word);
        each_delete(word.form, max, &mut |key| {
            let first = (key >> (32 - DIRECTORY_BITS)) as usize;
            let range = self.delete_starts[first] as usize..self.delete_starts[first + 1] as usize;
            let bucket = &self.deletes[range];
            let from = bucket.partition_point(|(hash, _)| *hash < key);
            for (_, found) in bucket[from..].iter().take_while(|(hash, _)| *hash == key) {
                let kept = &self.words[*found as usize];
                // Each letter put in, left out or exchanged changes at most two members of the set.
                let near = usize::from(kept.form_len).abs_diff(word.form.len()) <= max
                    && (kept.letters ^ letters).count_ones() as usize <= 2 * max;
                if near {
                    out.push(*found);
                }
            }
        });
        out.sort_unstable();
        out.dedup();
    }
}

fn letters_of(form: &[u8]) -> u32 {
    form.iter().fold(0, |letters, letter| letters | 1 << (letter & 31))
}

/// Calls `visit` with the hash of the first letters of a form with up to `max` of them left out.
fn each_delete(form: &[u8], max: usize, visit: &mut impl FnMut(u32)) {
    let prefix = &form[..form.len().min(PREFIX)];
    let key = |skip: [usize; 2]| {
        let kept = prefix.iter().enumerate().filter(|(place, _)| !skip.contains(place));
        let hash = kept
            .fold(0x811c_9dc5_u32, |hash, (_, letter)| (hash ^ u32::from(*letter)).wrapping_mul(0x0100_0193));
        // The low bits of this hash are better than the high ones, which the directory goes by.
        hash ^ hash << 15 ^ hash.rotate_left(7)
    };
    visit(key([PREFIX; 2]));
    if max == 0 {
        return;
    }
    for first in 0..prefix.len() {
        // To leave out either of two equal letters is the same.
        if first > 0 && prefix[first] == prefix[first - 1] {
            continue;
        }
        visit(key([first, PREFIX]));
        if max > 1 {
            for second in first + 1..prefix.len() {
                visit(key([first, second]));
            }
        }
    }
}

#[derive(Default)]
struct Builder {
    index: ListIndex,
    known: HashMap<(String, WordKind, bool, bool), u32>,
    holds: Vec<u32>,
    seen: Vec<u64>,
}

impl Builder {
    fn add(&mut self, listed: ListedName<'_>) {
        let name = Name::of(listed.text, listed.kind);
        if name.is_empty() {
            return;
        }
        let number = self.index.names.len() as u32;
        let words = self.index.name_words.len() as u32;
        self.seen.clear();
        for word in &name.words {
            let form = hash(&word.form);
            if !self.seen.contains(&form) {
                self.seen.push(form);
                *self.index.counts.entry(form).or_default() += 1;
            }
            let word = self.word(word, false);
            self.index.name_words.push(word);
            self.holds.push(number);
        }
        let pairs_start = self.index.name_pairs.len() as u32;
        for ((first, _), word) in pairs(&name) {
            let word = self.word(&word, true);
            self.index.name_pairs.push(word);
            self.index.name_pair_first.push(first);
        }
        let text = self.index.name_texts.len() as u32;
        let end = listed.text.floor_char_boundary(usize::from(u16::MAX));
        self.index.name_texts.push_str(&listed.text[..end]);
        self.index.names.push(KeptName {
            entity: listed.entity,
            kind: listed.kind,
            words,
            words_len: name.words.len() as u8,
            pairs: pairs_start,
            pairs_len: (self.index.name_pairs.len() - pairs_start as usize) as u8,
            text,
            text_len: end as u16,
        });
    }

    fn word(&mut self, word: &Word, joined: bool) -> u32 {
        let unvoweled = word.script == Script::Unvoweled;
        let key = (word.text.clone(), word.kind, unvoweled, joined);
        let index = &mut self.index;
        *self.known.entry(key).or_insert_with(|| {
            let number = index.words.len() as u32;
            index.words.push(Kept {
                text: index.texts.len() as u32,
                sounds: index.sounds.len() as u32,
                form: index.forms.len() as u32,
                text_len: word.text.len().min(255) as u8,
                sounds_len: word.sounds.len() as u8,
                form_len: word.form.len() as u8,
                legal: word.legal,
                kind: word.kind,
                unvoweled,
                joined,
                skeleton: word.skeleton,
                letters: letters_of(&word.form),
            });
            index.texts.push_str(&word.text[..word.text.len().min(255)]);
            index.sounds.extend(&word.sounds);
            index.forms.extend(&word.form);
            number
        })
    }

    fn finish(self) -> ListIndex {
        let mut index = self.index;
        drop(self.known);
        index.light = (0..index.words.len() as u32)
            .map(|word| {
                let sounded = index.sounded(word);
                let letter = sounded.text.bytes().next().unwrap_or(b' ');
                Light { kind: sounded.kind, letter, bits: index.bits(sounded) }
            })
            .collect();
        index.link();
        index.fill_postings();
        for list in index.classes.values_mut().chain(index.exact.values_mut()) {
            list.shrink_to_fit();
        }
        index
    }
}

impl ListIndex {
    /// Fills the tables that lead from a word to those near it.
    fn link(&mut self) {
        for number in 0..self.words.len() as u32 {
            let kind = self.words[number as usize].kind;
            if !kind.is_searched() {
                continue;
            }
            let (text, skeleton) = {
                let word = self.sounded(number);
                (hash(word.text.as_bytes()), word.skeleton)
            };
            self.exact.entry(text).or_default().push(number);
            if kind == WordKind::Number {
                continue;
            }
            if skeleton != 0 {
                self.skeletons.push((skeleton, number));
            }
            for class in Words::builtin().same(self.sounded(number).text) {
                self.classes.entry(*class).or_default().push(number);
            }
            let mut keys = Vec::new();
            let word = self.sounded(number);
            each_delete(word.form, apart_max(word), &mut |key| keys.push((key, number)));
            self.deletes.extend(keys);
        }
        self.skeletons.sort_unstable();
        self.deletes.sort_unstable();
        self.deletes.dedup();
        self.deletes.shrink_to_fit();
        let mut starts = Vec::with_capacity((1 << DIRECTORY_BITS) + 1);
        for first in 0..=1_u64 << DIRECTORY_BITS {
            let least = first << (32 - DIRECTORY_BITS);
            starts.push(self.deletes.partition_point(|(key, _)| u64::from(*key) < least) as u32);
        }
        self.delete_starts = starts;
    }

    fn fill_postings(&mut self) {
        let mut starts = vec![0_u32; self.words.len() + 1];
        let holds = |index: &ListIndex, name: u32, out: &mut Vec<u32>| {
            out.clear();
            out.extend(index.words_of(name));
            out.extend(index.pairs_of(name).map(|(word, _)| word));
            out.retain(|word| index.words[*word as usize].kind.is_searched());
            out.sort_unstable();
            out.dedup();
        };
        let mut words = Vec::new();
        for name in 0..self.names.len() as u32 {
            holds(self, name, &mut words);
            words.iter().for_each(|word| starts[*word as usize + 1] += 1);
        }
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        let mut next = starts.clone();
        let mut postings = vec![0_u32; starts.last().copied().unwrap_or(0) as usize];
        for name in 0..self.names.len() as u32 {
            holds(self, name, &mut words);
            for word in &words {
                let place = &mut next[*word as usize];
                postings[*place as usize] = name;
                *place += 1;
            }
        }
        (self.posting_starts, self.postings) = (starts, postings);
    }
}
