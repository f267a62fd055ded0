//! Two names word by word: which met which, what is left over, and what that says.

use crate::likeness::{Likeness, Met, likeness};
use crate::name::{Name, Sounded, Word};
use crate::score::{Weighed, score};
use crate::words::{WordKind, Words};

/// What of a query met what of a listed name.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Words of the query: number of the first, and how many.
    pub query: (u8, u8),
    /// Words of the listed name: number of the first, and how many.
    pub listed: (u8, u8),
    /// How alike, 0.7 to 1.
    pub alike: f32,
    /// How they met.
    pub met: Met,
    /// What the agreement is worth, in bits: the rarer the word, the more.
    pub bits: f32,
}

/// Two names compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// 0 to 1: the calibrated probability that the names are meant for one thing.
    pub score: f32,
    /// What the score is made of.
    pub weighed: Weighed,
    /// What met, in the order of the query.
    pub parts: Vec<Part>,
    /// Words of the query that met nothing, by number.
    pub query_left: Vec<u8>,
    /// Words of the listed name that met nothing, by number.
    pub listed_left: Vec<u8>,
}

/// A word, or two neighbours read as one: number of the first, and how many.
pub(crate) type Unit = (u8, u8);

/// What the choice of meetings needs to know of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Light {
    pub(crate) kind: WordKind,
    /// First letter.
    pub(crate) letter: u8,
    /// What the word says, in bits.
    pub(crate) bits: f32,
}

impl Light {
    pub(crate) fn of(word: &Word, bits: f32) -> Light {
        Light { kind: word.kind, letter: word.text.bytes().next().unwrap_or(b' '), bits }
    }

    /// An initial for a name, or for an initial.
    fn initial(self, other: Light) -> Option<f32> {
        let (short, long) = if self.kind == WordKind::Initial { (self, other) } else { (other, self) };
        let fits = short.kind == WordKind::Initial && short.letter == long.letter;
        match long.kind {
            WordKind::Initial if fits => Some(1.0),
            WordKind::Name if fits => Some(0.8),
            _ => None,
        }
    }
}

/// The pairs of a name that might be written as one word.
pub(crate) fn pairs(name: &Name) -> impl Iterator<Item = (Unit, Word)> {
    let pairs = name.words.windows(2).zip(0_u8..);
    pairs
        .filter(|(pair, _)| pair[0].may_join(&pair[1]))
        .map(|(pair, first)| ((first, 2), pair[0].joined(&pair[1])))
}

/// A unit of the query met one of the listed name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Edge {
    /// Number of the query's unit.
    pub(crate) query: u8,
    /// Number of the listed name's unit.
    pub(crate) listed: u8,
    pub(crate) like: Likeness,
}

/// What one word says, in bits, if nothing is known of how often it occurs.
pub(crate) fn bits_unlisted(word: Sounded<'_>) -> f32 {
    let by_length = 2.5 + 1.3 * word.form.len() as f32;
    match word.kind {
        WordKind::Particle => 0.4,
        WordKind::Title => 0.2,
        WordKind::Form => 0.5,
        WordKind::Initial => 1.5,
        WordKind::Number => 4.5,
        WordKind::Trade => by_length.min(3.0),
        WordKind::Name if !Words::builtin().same(word.text).is_empty() => by_length.min(6.0),
        WordKind::Name => by_length.min(10.5),
    }
}

/// Compares two names by themselves, without a list that says how common a word is.
pub fn compare(query: &Name, listed: &Name) -> Comparison {
    let [query, listed] = [query, listed].map(Loose::of);
    let mut edges = Vec::new();
    for (q, (left, left_joined)) in query.words.iter().enumerate() {
        for (l, (right, right_joined)) in listed.words.iter().enumerate() {
            if let Some(like) = likeness(left.sounded(*left_joined), right.sounded(*right_joined)) {
                edges.push(Edge { query: q as u8, listed: l as u8, like });
            }
        }
    }
    Matcher::default().settle(&query.side(), &listed.side(), &edges)
}

/// A name with everything that is compared of it.
struct Loose {
    words: Vec<(Word, bool)>,
    units: Vec<Unit>,
    light: Vec<Light>,
}

impl Loose {
    fn of(name: &Name) -> Loose {
        let light =
            name.words.iter().map(|word| Light::of(word, bits_unlisted(word.sounded(false)))).collect();
        let mut words: Vec<(Word, bool)> = name.words.iter().map(|word| (word.clone(), false)).collect();
        let mut units: Vec<Unit> = (0..words.len() as u8).map(|first| (first, 1)).collect();
        for (unit, word) in pairs(name) {
            units.push(unit);
            words.push((word, true));
        }
        Loose { words, units, light }
    }

    fn side(&self) -> Side<'_> {
        Side { words: &self.light, units: &self.units }
    }
}

/// One of two names. Its units are its words in order, then its pairs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Side<'a> {
    pub(crate) words: &'a [Light],
    pub(crate) units: &'a [Unit],
}

impl Side<'_> {
    pub(crate) fn bits_of(&self, unit: u8) -> f32 {
        let (first, count) = self.units[usize::from(unit)];
        let from = usize::from(first);
        self.words[from..from + usize::from(count)].iter().map(|word| word.bits).sum()
    }

    /// Whether names are found by a unit.
    fn is_searched(&self, unit: u8) -> bool {
        let (first, count) = self.units[usize::from(unit)];
        count > 1 || self.words[usize::from(first)].kind.is_searched()
    }

    fn mask_of(&self, unit: u8) -> u32 {
        let (first, count) = self.units[usize::from(unit)];
        ((1_u32 << count) - 1) << first
    }

    fn left(&self, mask: u32) -> Vec<u8> {
        (0..self.words.len() as u8).filter(|place| mask & 1 << place == 0).collect()
    }
}

/// Chooses which meetings count. Keeps its memory between names.
#[derive(Debug, Default)]
pub(crate) struct Matcher {
    chosen: Vec<Edge>,
    values: Vec<(f32, Edge)>,
}

impl Matcher {
    /// Each word meets at most once, the most telling meetings first; then the comparison is weighed.
    pub(crate) fn settle(&mut self, query: &Side<'_>, listed: &Side<'_>, edges: &[Edge]) -> Comparison {
        let weighed = self.weigh(query, listed, edges);
        let mut comparison = Comparison { score: score(&weighed), weighed, ..Comparison::default() };
        let (mut query_mask, mut listed_mask) = (0_u32, 0_u32);
        for edge in &self.chosen {
            query_mask |= query.mask_of(edge.query);
            listed_mask |= listed.mask_of(edge.listed);
            comparison.parts.push(Part {
                query: query.units[usize::from(edge.query)],
                listed: listed.units[usize::from(edge.listed)],
                alike: edge.like.alike,
                met: edge.like.met,
                bits: query.bits_of(edge.query).min(listed.bits_of(edge.listed)),
            });
        }
        comparison.parts.sort_by_key(|part| part.query);
        comparison.query_left = query.left(query_mask);
        comparison.listed_left = listed.left(listed_mask);
        comparison
    }

    /// The same without the words of it.
    pub(crate) fn weigh(&mut self, query: &Side<'_>, listed: &Side<'_>, edges: &[Edge]) -> Weighed {
        self.values.clear();
        self.values.extend(edges.iter().map(|edge| (value(edge, query, listed), *edge)));
        self.values.sort_by(|(a, one), (b, other)| {
            b.total_cmp(a).then_with(|| (one.query, one.listed).cmp(&(other.query, other.listed)))
        });
        self.chosen.clear();
        let (mut query_mask, mut listed_mask) = (0_u32, 0_u32);
        let mut weighed = Weighed::default();
        for (_, edge) in &self.values {
            let (q, l) = (query.mask_of(edge.query), listed.mask_of(edge.listed));
            if query_mask & q == 0 && listed_mask & l == 0 {
                query_mask |= q;
                listed_mask |= l;
                let is_searched = query.is_searched(edge.query) && listed.is_searched(edge.listed);
                weighed.meet(
                    query.bits_of(edge.query),
                    listed.bits_of(edge.listed),
                    edge.like.apart,
                    is_searched,
                );
                self.chosen.push(*edge);
            }
        }
        self.initials(query, listed, (&mut query_mask, &mut listed_mask), &mut weighed);
        weighed.leave(query, listed, query_mask, listed_mask);
        weighed.order = self.in_order(query, listed);
        weighed
    }

    /// Initials meet what is left, in the order of the words.
    fn initials(
        &mut self,
        query: &Side<'_>,
        listed: &Side<'_>,
        (query_mask, listed_mask): (&mut u32, &mut u32),
        weighed: &mut Weighed,
    ) {
        for (q, left) in (0_u8..).zip(query.words) {
            for (l, right) in (0_u8..).zip(listed.words) {
                if *query_mask & 1 << q != 0 || *listed_mask & 1 << l != 0 {
                    continue;
                }
                if let Some(alike) = left.initial(*right) {
                    *query_mask |= 1 << q;
                    *listed_mask |= 1 << l;
                    weighed.meet_initial(left, right, alike);
                    let like = Likeness { alike, apart: 0.0, met: Met::Initial };
                    self.chosen.push(Edge { query: q, listed: l, like });
                }
            }
        }
    }

    /// Share of neighbouring meetings that stand in the same order on both sides.
    fn in_order(&mut self, query: &Side<'_>, listed: &Side<'_>) -> f32 {
        if self.chosen.len() < 2 {
            return 1.0;
        }
        let first = |side: &Side<'_>, unit: u8| side.units[usize::from(unit)].0;
        self.chosen.sort_by_key(|edge| first(query, edge.query));
        let rising = self.chosen.windows(2);
        let rising =
            rising.filter(|pair| first(listed, pair[0].listed) < first(listed, pair[1].listed)).count();
        rising as f32 / (self.chosen.len() - 1) as f32
    }
}

fn value(edge: &Edge, query: &Side<'_>, listed: &Side<'_>) -> f32 {
    let pair = query.units[usize::from(edge.query)].1 + listed.units[usize::from(edge.listed)].1 > 2;
    // Two words as one win over one of them alone; equal words win over everything.
    let joined = if pair { 0.97 } else { 1.0 };
    query.bits_of(edge.query).max(listed.bits_of(edge.listed)) * edge.like.alike * edge.like.alike * joined
}
