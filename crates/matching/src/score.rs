//! From what met and what did not to one probability.

use crate::compare::{Light, Side};
use crate::words::WordKind;

/// A wrong letter speaks against a word with so many bits.
const BITS_A_LETTER: f32 = 5.0;

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
    /// Names of the query that met nothing.
    pub query_names_left: f32,
    /// Names of the listed name that met nothing.
    pub listed_names_left: f32,
    /// Whether numbers are left over on both sides.
    pub numbers_against: bool,
    /// Share of neighbours in the same order.
    pub order: f32,
    /// Of the query's names, numbers and words of the trade that met one of them: what a name is found by.
    pub query_met: f32,
}

impl Weighed {
    /// Two units met. `query` and `listed` are what each of them says, in bits.
    pub(crate) fn meet(&mut self, query: f32, listed: f32, apart: f32, is_searched: bool) {
        let bits = query.min(listed);
        // A wrong letter is as much against it in a short word as in a long one, which has more to say for it.
        let doubt = (apart * BITS_A_LETTER).min(bits);
        self.met += bits - doubt;
        self.doubt += doubt;
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
        (self.query_names_left, self.listed_names_left) = (query_left.1, listed_left.1);
        self.numbers_against = query_left.2 && listed_left.2;
    }

    /// The features that the score is made of.
    pub fn features(&self) -> [f32; FEATURES] {
        let share = |left: f32| (self.met + 0.01) / (self.met + self.doubt + left + 0.01);
        let (query, listed) = (share(self.query_left), share(self.listed_left));
        let flag = |holds: bool| f32::from(u8::from(holds));
        let ramp = |bits: f32, from: f32, to: f32| ((bits - from) / (to - from)).clamp(0.0, 1.0);
        [
            1.0,
            query,
            listed,
            query * listed,
            query.min(listed),
            ramp(self.met, 0.0, 7.0),
            ramp(self.met, 5.0, 12.0),
            ramp(self.met, 10.0, 20.0),
            ramp(self.met, 18.0, 40.0),
            flag(self.names_met > 1.5),
            flag(self.names_met > 2.5),
            flag(self.query_names_left < 0.5),
            flag(self.listed_names_left < 0.5),
            self.names_against.min(1.0),
            (self.names_against - 1.0).clamp(0.0, 2.0),
            ramp(self.query_left, 0.0, 12.0),
            ramp(self.listed_left, 0.0, 12.0),
            ramp(self.doubt, 0.0, 4.0),
            ramp(self.doubt, 4.0, 12.0),
            flag(self.numbers_against),
            self.order,
        ]
    }
}

/// How many features the score is made of.
pub const FEATURES: usize = 21;

/// Fitted by `examples/fit.rs` on names made for it.
const WEIGHTS: [f32; FEATURES] = [
    -4.875, 0.000, 0.000, 0.000, 1.649, 2.033, 1.194, 3.004, 5.025, 0.000, 0.000, 0.312, 0.000, 0.000,
    -0.285, -3.746, -4.445, 0.000, -0.525, 0.000, 0.000,
];

/// 0 to 1.
pub(crate) fn score(weighed: &Weighed) -> f32 {
    let sum: f32 = weighed.features().iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
