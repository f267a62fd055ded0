//! Every listed name that a query should show.

use crate::compare::{Comparison, Edge, Light, Matcher, Side, Unit, pairs};
use crate::index::ListIndex;
use crate::likeness::{Likeness, likeness};
use crate::name::{Kind, Name, Word};
use crate::score::{Weighed, score};
use std::collections::HashMap;
use std::rc::Rc;

/// The names, numbers and words of the trade that met hold at least this share of what all words of the query say, in
/// bits; names that share less are not shown.
const SHARE_MIN: f32 = 0.3;
/// Words whose near words are remembered between queries.
const REMEMBERED_MAX: usize = 100_000;

/// What is asked beside the name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// What bears the name.
    pub kind: Kind,
    /// Lowest score that is shown.
    pub threshold: f32,
    /// Most entities that are shown.
    pub top: usize,
}

impl Default for Asked {
    fn default() -> Asked {
        Asked { kind: Kind::Unknown, threshold: 0.5, top: 10 }
    }
}

/// A listed entity that a query shows, by the best of its names.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Number of the entity.
    pub entity: u32,
    /// Number of the name.
    pub name: u32,
    /// What met, and what did not.
    pub comparison: Comparison,
}

/// A word of the list near one of the query.
#[derive(Debug, Clone, Copy)]
struct Hit {
    word: u32,
    like: Likeness,
}

/// Searches an index. Keeps memory between queries; make one for each thread.
#[derive(Debug)]
pub struct Searcher<'a> {
    index: &'a ListIndex,
    remembered: HashMap<(String, u8), Rc<[Hit]>>,
    /// For each word of the list, where its hits of this query start, counted from 1.
    slots: Vec<u32>,
    hits: Vec<(u32, u8, Hit)>,
    /// For each name, the bits of the query that may meet it.
    reach: Vec<f32>,
    touched: Vec<u32>,
    near: Vec<u32>,
    matcher: Matcher,
    edges: Vec<Edge>,
    listed: Vec<Light>,
    listed_units: Vec<Unit>,
}

/// The query in the terms of the index.
struct Query {
    words: Vec<Word>,
    light: Vec<Light>,
    units: Vec<Unit>,
    joined: Vec<Word>,
    bits: f32,
}

impl Query {
    fn of(index: &ListIndex, name: Name) -> Query {
        let light: Vec<Light> =
            name.words.iter().map(|word| Light::of(word, index.bits(word.sounded(false)))).collect();
        let mut units: Vec<Unit> = (0..light.len() as u8).map(|first| (first, 1)).collect();
        let mut joined = Vec::new();
        for (unit, word) in pairs(&name) {
            units.push(unit);
            joined.push(word);
        }
        let bits = light.iter().map(|word| word.bits).sum();
        Query { words: name.words, light, units, joined, bits }
    }

    fn side(&self) -> Side<'_> {
        Side { words: &self.light, units: &self.units }
    }

    fn word(&self, unit: usize) -> (&Word, bool) {
        match self.words.get(unit) {
            Some(word) => (word, false),
            None => (&self.joined[unit - self.words.len()], true),
        }
    }
}

impl<'a> Searcher<'a> {
    /// A searcher of an index.
    pub fn new(index: &'a ListIndex) -> Searcher<'a> {
        Searcher {
            index,
            remembered: HashMap::new(),
            slots: vec![0; index.words_len()],
            hits: Vec::new(),
            reach: vec![0.0; index.len()],
            touched: Vec::new(),
            near: Vec::new(),
            matcher: Matcher::default(),
            edges: Vec::new(),
            listed: Vec::new(),
            listed_units: Vec::new(),
        }
    }

    /// The entities whose names fit a query, best first; of equal ones the lower number. Complete: it gives what
    /// comparing the query with every name would, of those whose [`Weighed::query_met`] is at least three tenths of
    /// [`Searcher::bits`].
    pub fn search(&mut self, text: &str, asked: &Asked) -> Vec<Found> {
        let query = Query::of(self.index, Name::of(text, asked.kind));
        if query.words.is_empty() {
            return Vec::new();
        }
        self.find_words(&query);
        let share_min = share_min(&query, asked.threshold).max(SHARE_MIN);
        self.reach_names(&query, share_min);
        let mut best: HashMap<u32, (f32, u32)> = HashMap::new();
        let touched = std::mem::take(&mut self.touched);
        for name in &touched {
            let reach = std::mem::take(&mut self.reach[*name as usize]);
            let listed = &self.index.names[*name as usize];
            if reach < share_min * query.bits || !listed.kind.fits(asked.kind) {
                continue;
            }
            let entity = listed.entity;
            let weighed = self.weigh(&query, *name);
            let score = score(&weighed);
            if score < asked.threshold || weighed.query_met < SHARE_MIN * query.bits {
                continue;
            }
            let entry = best.entry(entity).or_insert((score, *name));
            if (score, std::cmp::Reverse(*name)) > (entry.0, std::cmp::Reverse(entry.1)) {
                *entry = (score, *name);
            }
        }
        self.touched = touched;
        self.touched.clear();
        let mut order: Vec<(u32, (f32, u32))> = best.into_iter().collect();
        order.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then_with(|| a.0.cmp(&b.0)));
        order.truncate(asked.top);
        let found = order.into_iter().map(|(entity, (_, name))| {
            self.meet(&query, name);
            let listed = Side { words: &self.listed, units: &self.listed_units };
            let comparison = self.matcher.settle(&query.side(), &listed, &self.edges);
            Found { entity, name, comparison }
        });
        let found: Vec<Found> = found.collect();
        for (word, _, _) in self.hits.drain(..) {
            self.slots[word as usize] = 0;
        }
        found
    }

    /// What the words of a query say in this list, in bits.
    pub fn bits(&self, text: &str, kind: Kind) -> f32 {
        Query::of(self.index, Name::of(text, kind)).bits
    }

    /// Finds for each unit of the query the words of the list near it.
    fn find_words(&mut self, query: &Query) {
        for unit in 0..query.units.len() {
            let (word, joined) = query.word(unit);
            if word.kind.is_searched() {
                for hit in self.near(word, joined).iter() {
                    self.hits.push((hit.word, unit as u8, *hit));
                }
            }
        }
        self.hits.sort_unstable_by_key(|(word, unit, _)| (*word, *unit));
        for (place, (word, _, _)) in self.hits.iter().enumerate().rev() {
            self.slots[*word as usize] = place as u32 + 1;
        }
    }

    fn near(&mut self, word: &Word, joined: bool) -> Rc<[Hit]> {
        let kind = word.kind as u8 | u8::from(joined) << 4 | (word.script as u8) << 5;
        let key = (word.text.clone(), kind);
        if let Some(hits) = self.remembered.get(&key) {
            return Rc::clone(hits);
        }
        let sounded = word.sounded(joined);
        self.index.comparable(sounded, &mut self.near);
        let hits = self.near.iter().filter_map(|word| {
            Some(Hit { word: *word, like: likeness(sounded, self.index.sounded(*word))? })
        });
        let hits: Rc<[Hit]> = hits.collect();
        if self.remembered.len() >= REMEMBERED_MAX {
            self.remembered.clear();
        }
        self.remembered.insert(key, Rc::clone(&hits));
        hits
    }

    /// Adds up for each name how much of the query may meet it. Words that together say too little to show a name are
    /// left to the comparison: who shares only those is not shown.
    fn reach_names(&mut self, query: &Query, share_min: f32) {
        let mut order: Vec<usize> = (0..query.words.len()).collect();
        order.sort_by(|a, b| query.light[*b].bits.total_cmp(&query.light[*a].bits).then(a.cmp(b)));
        let mut rest = query.bits;
        let mut leading = 0_u32;
        let mut least = 0.0;
        for word in order {
            if rest < share_min * query.bits {
                least = rest;
                break;
            }
            leading |= 1 << word;
            rest -= query.light[word].bits;
        }
        let mut from = 0;
        while from < self.hits.len() {
            let word = self.hits[from].0;
            let len = self.hits[from..].iter().take_while(|hit| hit.0 == word).count();
            let units = self.hits[from..from + len].iter().map(|hit| query.units[usize::from(hit.1)]);
            let mask = units.fold(0_u32, |mask, (first, count)| mask | ((1 << count) - 1) << first);
            from += len;
            if mask & leading == 0 {
                continue;
            }
            let bits: f32 = query
                .light
                .iter()
                .enumerate()
                .filter(|(at, _)| mask & 1 << at != 0)
                .map(|(_, word)| word.bits)
                .sum();
            for name in self.index.names_of(word) {
                let reach = &mut self.reach[*name as usize];
                if *reach == 0.0 {
                    // Whatever is left to the comparison may meet too.
                    *reach = least;
                    self.touched.push(*name);
                }
                *reach += bits;
            }
        }
    }

    /// Puts what meets of a query and a listed name into `edges`, and the name into `listed`.
    fn meet(&mut self, query: &Query, name: u32) {
        let index = self.index;
        let words = index.words_of(name);
        self.listed.clear();
        self.listed.extend(words.iter().map(|word| index.light[*word as usize]));
        self.listed_units.clear();
        self.listed_units.extend((0..words.len() as u8).map(|first| (first, 1)));
        self.edges.clear();
        for (at, word) in words.iter().enumerate() {
            self.meet_word(*word, at as u8);
            self.meet_small(query, *word, at as u8);
        }
        for (word, first) in index.pairs_of(name) {
            let at = self.listed_units.len() as u8;
            self.listed_units.push((first, 2));
            self.meet_word(word, at);
        }
    }

    fn meet_word(&mut self, word: u32, at: u8) {
        let slot = self.slots[word as usize] as usize;
        if slot == 0 {
            return;
        }
        for (found, unit, hit) in &self.hits[slot - 1..] {
            if *found != word {
                break;
            }
            self.edges.push(Edge { query: *unit, listed: at, like: hit.like });
        }
    }

    /// Particles, titles and legal forms are in no table of near words: they are compared here.
    fn meet_small(&mut self, query: &Query, word: u32, at: u8) {
        let index = self.index;
        let is_small = !index.light[word as usize].kind.is_searched();
        for (unit, asked) in (0_u8..).zip(&query.words) {
            if (is_small || !asked.kind.is_searched())
                && let Some(like) = likeness(asked.sounded(false), index.sounded(word))
            {
                self.edges.push(Edge { query: unit, listed: at, like });
            }
        }
    }

    /// Compares a query with one listed name without the tables, as [`Searcher::search`] would: to ask why a name was
    /// not shown. `None` when there is no such name, or the query holds no word.
    pub fn compare(&mut self, text: &str, kind: Kind, name: u32) -> Option<Comparison> {
        let query = Query::of(self.index, Name::of(text, kind));
        if query.words.is_empty() || name as usize >= self.index.len() {
            return None;
        }
        self.meet(&query, name);
        self.edges.clear();
        let index = self.index;
        let listed = index.words_of(name).iter().copied().chain(index.pairs_of(name).map(|(word, _)| word));
        for (at, word) in (0_u8..).zip(listed) {
            for unit in 0..query.units.len() {
                let (asked, joined) = query.word(unit);
                if let Some(like) = likeness(asked.sounded(joined), index.sounded(word)) {
                    self.edges.push(Edge { query: unit as u8, listed: at, like });
                }
            }
        }
        let listed = Side { words: &self.listed, units: &self.listed_units };
        Some(self.matcher.settle(&query.side(), &listed, &self.edges))
    }

    fn weigh(&mut self, query: &Query, name: u32) -> Weighed {
        self.meet(query, name);
        let listed = Side { words: &self.listed, units: &self.listed_units };
        self.matcher.weigh(&query.side(), &listed, &self.edges)
    }
}

/// The least share of the query's bits with which a name can reach a score, everything else being perfect.
fn share_min(query: &Query, threshold: f32) -> f32 {
    let steps = 32;
    let names = query.words.len() as f32;
    let best = |share: f32| {
        score(&Weighed {
            met: query.bits * share,
            query_left: query.bits * (1.0 - share),
            names_met: names,
            order: 1.0,
            query_met: query.bits * share,
            ..Weighed::default()
        })
    };
    let reached = (0..=steps).find(|step| best(*step as f32 / steps as f32) >= threshold);
    reached.map_or(1.0, |step| (step as f32 - 1.0).max(0.0) / steps as f32)
}
