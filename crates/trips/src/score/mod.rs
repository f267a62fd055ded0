//! From what fired to the chance that a trip is wrong.

mod carriers;
mod weights;

pub use carriers::{CarrierLine, CarrierTable};
pub use weights::{BASE, Group, WEIGHTS};

use crate::judge::Fired;

/// A reason is *strong* when by itself, with nothing else fired, it makes the trip's score at least this: such a trip
/// is among the top 2 % of any traffic in which one or two in a hundred are wrong. Strong reasons stand in the column
/// `reasons` of `trips.csv`, weaker ones in `weak_reasons`.
pub const LISTED_SCORE_MIN: f64 = 0.15;

/// Each further reason adds this share of what the one before it was damped to: several reasons on one trip are
/// oftener one mistake in how it was put together than several wrongs.
pub const DAMPING: f64 = 0.3;

/// No score is higher: something is always unknown.
pub const SCORE_MAX: f64 = 0.97;

/// Whether a reason is strong: see [`LISTED_SCORE_MIN`].
pub fn is_strong(fired: &Fired) -> bool {
    chance(BASE + adds(fired)) >= LISTED_SCORE_MIN
}

/// What fired strongly enough for the column `reasons`, in the order given.
pub fn listed(fired: &[Fired]) -> impl Iterator<Item = &Fired> {
    fired.iter().filter(|fired| is_strong(fired))
}

/// What fired more weakly, for the column `weak_reasons`, in the order given.
pub fn weak(fired: &[Fired]) -> impl Iterator<Item = &Fired> {
    fired.iter().filter(|fired| !is_strong(fired))
}

fn chance(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// What a reason adds to the log-odds by itself.
fn adds(fired: &Fired) -> f64 {
    let group = Group::of(fired.indicator, fired.variant);
    WEIGHTS.get(group as usize).copied().unwrap_or(0.0) * f64::from(fired.strength)
}

/// The chance that the trip is wrong; puts what fired in order of what it adds, most first.
///
/// A logistic model: log-odds are [`BASE`] and what the reasons add, damped in falling order, so that a further or a
/// stronger reason never lowers the score.
pub(crate) fn score(fired: &mut [Fired]) -> f32 {
    fired.sort_by(|a, b| {
        adds(b)
            .total_cmp(&adds(a))
            .then_with(|| a.indicator.cmp(&b.indicator))
            .then_with(|| a.variant.cmp(b.variant))
    });
    let mut damped = 1.0;
    let mut odds = BASE;
    for reason in fired.iter() {
        odds += adds(reason) * damped;
        damped *= DAMPING;
    }
    chance(odds).min(SCORE_MAX) as f32
}

/// How the score damps the reasons of one trip, each by its group: what it is multiplied by, given the weights. For
/// fitting.
pub fn damping_of(groups: &[(Group, f32)], weights: &[f64]) -> Vec<f64> {
    let adds = |place: &usize| {
        let (group, strength) = groups.get(*place).copied().unwrap_or((Group::Rest, 0.0));
        weights.get(group as usize).copied().unwrap_or(0.0) * f64::from(strength)
    };
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by(|a, b| adds(b).total_cmp(&adds(a)).then_with(|| a.cmp(b)));
    let mut damped = 1.0;
    let mut factors = vec![0.0; groups.len()];
    for place in order {
        if let Some(factor) = factors.get_mut(place) {
            *factor = damped;
            damped *= DAMPING;
        }
    }
    factors
}
