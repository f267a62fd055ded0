//! From what met and what did not to one probability.

use crate::compare::{Light, Side};
use crate::words::WordKind;

/// What a comparison found, in bits.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Weighed {
    /// Of the words that met, by how alike they are.
    pub met: f32,
    /// What was lost because they are not quite alike.
    pub doubt: f32,
    /// Of the query's words that met nothing.
    pub query_left: f32,
    /// Of the listed name's words that met nothing.
    pub listed_left: f32,
    /// Names that met.
    pub names_met: f32,
    /// Names left over on the side that has fewer of them left.
    pub names_against: f32,
    /// Whether numbers are left over on both sides.
    pub numbers_against: bool,
    /// Share of neighbours in the same order.
    pub order: f32,
    /// Of the query's names, numbers and words of the trade that met one of them: what a name is found by.
    pub query_met: f32,
}

impl Weighed {
    /// Two units met. `query` and `listed` are what each of them says, in bits.
    pub(crate) fn meet(&mut self, query: f32, listed: f32, alike: f32, is_searched: bool) {
        let bits = query.min(listed);
        // 0.6 would be worth nothing, 1 is worth all.
        let worth = ((alike - 0.6) / 0.4).clamp(0.0, 1.0);
        self.met += bits * worth;
        self.doubt += bits * (1.0 - worth);
        self.query_met += if is_searched { query } else { 0.0 };
        self.names_met += f32::from(u8::from(bits > 1.6));
    }

    /// An initial met. What the other word says beyond it stays in doubt.
    pub(crate) fn meet_initial(&mut self, query: &Light, listed: &Light, alike: f32) {
        let bits = query.bits.min(listed.bits);
        self.met += bits * alike;
        self.doubt += bits * (1.0 - alike) + (query.bits.max(listed.bits) - bits) * 0.5;
    }

    /// What is left over on both sides.
    pub(crate) fn leave(&mut self, query: &Side<'_>, listed: &Side<'_>, query_mask: u32, listed_mask: u32) {
        let left = |side: &Side<'_>, mask: u32| {
            let left = side.words.iter().enumerate().filter(|(place, _)| mask & 1 << place == 0);
            left.fold((0.0, 0.0, false), |(bits, names, number), (_, word)| {
                let name = f32::from(u8::from(word.kind == WordKind::Name));
                (bits + word.bits, names + name, number || word.kind == WordKind::Number)
            })
        };
        let (query_left, listed_left) = (left(query, query_mask), left(listed, listed_mask));
        (self.query_left, self.listed_left) = (query_left.0, listed_left.0);
        self.names_against = query_left.1.min(listed_left.1);
        self.numbers_against = query_left.2 && listed_left.2;
    }

    /// The features that the score is made of.
    pub fn features(&self) -> [f32; FEATURES] {
        let share = |left: f32| (self.met + 0.01) / (self.met + self.doubt + left + 0.01);
        let (query, listed) = (share(self.query_left), share(self.listed_left));
        [
            1.0,
            query,
            listed,
            query * listed,
            query.min(listed),
            (self.met / 10.0).min(3.0),
            (self.met / 10.0).min(1.0),
            self.names_met.min(3.0) / 3.0,
            self.names_against.min(3.0) / 3.0,
            f32::from(u8::from(self.numbers_against)),
            self.order,
            (self.doubt / 10.0).min(2.0),
            query * query,
            listed * listed,
        ]
    }
}

/// How many features the score is made of.
pub const FEATURES: usize = 14;

/// Fitted by `examples/fit.rs` on names made for it.
const WEIGHTS: [f32; FEATURES] = [-9.0, 3.0, 2.0, 4.0, 2.0, 0.5, 2.0, 1.0, -2.0, -4.0, 0.3, -0.5, 1.0, 0.5];

/// 0 to 1.
pub(crate) fn score(weighed: &Weighed) -> f32 {
    let sum: f32 = weighed.features().iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
