//! How far areas lie apart as boxes sail: the quickest way over legs whose time was learned.

use super::counts::Kind;
use super::distribution::Distribution;
use super::key::{Key, KeyMap};
use std::collections::BTreeSet;

/// A leg counts from this many boxes on.
const BOXES_MIN: u64 = 5;
/// Beyond this many areas with legs, only single legs are known: the work grows with the third power.
const AREAS_MAX: usize = 512;

/// Hours at sea between any two areas, without the stays between.
#[derive(Debug, Clone, Default)]
pub(super) struct Ways {
    numbers: KeyMap<Key, usize>,
    /// Square; not finite where no way is known.
    hours: Vec<f32>,
}

impl Ways {
    pub(super) fn new(lengths: &KeyMap<(u8, Key, Key), Distribution>) -> Ways {
        let is_leg = |(key, legs): &(&(u8, Key, Key), &Distribution)| {
            key.0 == Kind::Leg.number() && legs.population() >= BOXES_MIN && key.1 != key.2
        };
        let areas: BTreeSet<Key> =
            lengths.iter().filter(is_leg).flat_map(|(key, _)| [key.1, key.2]).collect();
        let count = areas.len();
        if count > AREAS_MAX {
            return Ways::default();
        }
        let numbers: KeyMap<Key, usize> = areas.into_iter().zip(0..).collect();
        let mut ways = Ways { numbers, hours: vec![f32::INFINITY; count * count] };
        for (key, legs) in lengths.iter().filter(is_leg) {
            if let (Some(place), Some(hours)) = (ways.place(key.1, key.2), legs.quantile_hours(0.5)) {
                ways.hours[place] = hours as f32;
            }
        }
        ways.shorten(count);
        ways
    }

    /// Floyd and Warshall's algorithm.
    fn shorten(&mut self, count: usize) {
        for over in 0..count {
            let after: Vec<f32> = self.hours[over * count..(over + 1) * count].to_vec();
            for from in 0..count {
                let row = &mut self.hours[from * count..(from + 1) * count];
                let before = row[over];
                if before.is_finite() {
                    for (held, after) in row.iter_mut().zip(&after) {
                        *held = held.min(before + after);
                    }
                }
            }
        }
    }

    fn place(&self, from: Key, to: Key) -> Option<usize> {
        Some(self.numbers.get(&from)? * self.numbers.len() + self.numbers.get(&to)?)
    }

    /// Hours at sea by the quickest way known.
    pub(super) fn hours(&self, from: Key, to: Key) -> Option<f64> {
        let hours = self.hours.get(self.place(from, to)?)?;
        hours.is_finite().then_some(f64::from(*hours))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quickest_way_is_found_over_others() {
        let mut lengths: KeyMap<(u8, Key, Key), Distribution> = KeyMap::default();
        for (from, to, hours, boxes) in [(1, 2, 100.0, 9), (2, 3, 50.0, 9), (1, 3, 400.0, 9), (3, 1, 10.0, 1)]
        {
            let legs = lengths.entry((Kind::Leg.number(), from, to)).or_default();
            (0..boxes).for_each(|_| legs.add(hours));
        }
        let ways = Ways::new(&lengths);
        let near = |found: Option<f64>, hours: f64| (found.unwrap() / hours - 1.0).abs() < 0.06;
        assert!(near(ways.hours(1, 3), 150.0), "{:?}", ways.hours(1, 3));
        assert!(near(ways.hours(1, 2), 100.0));
        assert_eq!(ways.hours(3, 1), None);
        assert_eq!(ways.hours(1, 9), None);
    }
}
