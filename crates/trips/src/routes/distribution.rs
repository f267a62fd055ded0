//! How long things take: a small histogram on a logarithmic scale, that can be added to another.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Steps per doubling: a step is 9 % wide.
const STEPS_PER_OCTAVE: f64 = 8.0;
/// Everything below a quarter of an hour is one step.
const SHORTEST_HOURS: f64 = 0.25;
/// Steps up to 2^18 quarters of an hour, seven years; longer is held there.
const STEP_MAX: u16 = 144;

/// Lengths of time as counts per step of 9 %: so exact is its median. Adding two is adding their counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Distribution {
    counts: BTreeMap<u16, u64>,
    total: u64,
}

/// Median and median absolute deviation, hours, and of how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Half took less.
    pub median_hours: f64,
    /// Half lay nearer to the median.
    pub mad_hours: f64,
    /// How many lengths.
    pub population: u64,
}

impl Distribution {
    /// Counts one length of time; negative lengths count as none.
    pub fn add(&mut self, hours: f64) {
        *self.counts.entry(step_of(hours)).or_insert(0) += 1;
        self.total += 1;
    }

    /// Takes one length out again, if one of its step is there.
    pub fn remove(&mut self, hours: f64) {
        if let Some(count) = self.counts.get_mut(&step_of(hours))
            && *count > 0
        {
            *count -= 1;
            self.total -= 1;
        }
    }

    /// Adds all of another.
    pub fn merge(&mut self, other: &Distribution) {
        for (step, count) in &other.counts {
            *self.counts.entry(*step).or_insert(0) += count;
        }
        self.total += other.total;
    }

    /// How many lengths were counted.
    pub fn population(&self) -> u64 {
        self.total
    }

    /// The counts from the first to the last step that holds any, without gaps: lower and upper end in hours, count.
    pub fn bins(&self) -> Vec<(f64, f64, u64)> {
        let mut held = self.counts.iter().filter(|(_, count)| **count > 0).map(|(step, _)| *step);
        let Some(first) = held.next() else { return Vec::new() };
        let last = held.next_back().unwrap_or(first);
        (first..=last)
            .map(|step| {
                let (low, high) = bounds_hours(step);
                (low, high, self.counts.get(&step).copied().unwrap_or(0))
            })
            .collect()
    }

    /// The length that a share of all stays below, hours; `None` of nothing.
    pub fn quantile_hours(&self, share: f64) -> Option<f64> {
        let steps = self.counts.iter().map(|(step, count)| (bounds_hours(*step), *count));
        quantile(steps, self.total, share)
    }

    /// Median and median absolute deviation; `None` of nothing.
    pub fn spread(&self) -> Option<Spread> {
        let median_hours = self.quantile_hours(0.5)?;
        let mut deviations: Vec<((f64, f64), u64)> = self
            .counts
            .iter()
            .map(|(step, count)| {
                let (low, high) = bounds_hours(*step);
                let (a, b) = ((low - median_hours).abs(), (high - median_hours).abs());
                let nearest = if (low..=high).contains(&median_hours) { 0.0 } else { a.min(b) };
                ((nearest, a.max(b)), *count)
            })
            .collect();
        deviations.sort_by(|a, b| (a.0.0 + a.0.1).total_cmp(&(b.0.0 + b.0.1)));
        let mad_hours = quantile(deviations.into_iter(), self.total, 0.5)?;
        Some(Spread { median_hours, mad_hours, population: self.total })
    }
}

fn step_of(hours: f64) -> u16 {
    let octaves = (hours.max(SHORTEST_HOURS) / SHORTEST_HOURS).log2();
    ((octaves * STEPS_PER_OCTAVE) as u16).min(STEP_MAX)
}

fn bounds_hours(step: u16) -> (f64, f64) {
    let bound = |step: u16| SHORTEST_HOURS * (f64::from(step) / STEPS_PER_OCTAVE).exp2();
    (if step == 0 { 0.0 } else { bound(step) }, bound(step + 1))
}

/// The point a share of the total lies below, taking each step as evenly filled.
fn quantile(steps: impl Iterator<Item = ((f64, f64), u64)>, total: u64, share: f64) -> Option<f64> {
    let wanted = share.clamp(0.0, 1.0) * total as f64;
    let mut below = 0.0;
    let mut last = None;
    for ((low, high), count) in steps {
        let count = count as f64;
        if count > 0.0 {
            if below + count >= wanted {
                return Some(low + (high - low) * ((wanted - below) / count).clamp(0.0, 1.0));
            }
            below += count;
            last = Some(high);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_and_deviation_come_within_a_step() {
        let mut distribution = Distribution::default();
        for hours in 1..=199 {
            distribution.add(f64::from(hours));
        }
        let spread = distribution.spread().unwrap();
        assert!((spread.median_hours / 100.0 - 1.0).abs() < 0.05, "{spread:?}");
        assert!((spread.mad_hours / 50.0 - 1.0).abs() < 0.1, "{spread:?}");
        assert_eq!(spread.population, 199);
        assert_eq!(Distribution::default().spread(), None);
    }

    #[test]
    fn what_is_added_can_be_taken_out_and_two_can_be_one() {
        let mut one = Distribution::default();
        let mut two = Distribution::default();
        let mut all = Distribution::default();
        for (index, hours) in [0.0, -5.0, 3.0, 77.0, 1e9, f64::NAN].into_iter().enumerate() {
            if index % 2 == 0 {
                one.add(hours);
            } else {
                two.add(hours);
            }
            all.add(hours);
        }
        one.merge(&two);
        assert_eq!(one, all);
        one.add(12.0);
        one.remove(12.0);
        assert_eq!(one.population(), all.population());
        one.remove(5000.0);
        assert_eq!(one.spread(), all.spread());
    }
}
