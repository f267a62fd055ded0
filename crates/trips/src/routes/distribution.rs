//! How long things take: a small histogram on a logarithmic scale, that can be added to another.

use serde::{Deserialize, Serialize};

/// Steps per doubling: a step is 9 % wide.
const STEPS_PER_OCTAVE: f64 = 8.0;
/// Everything below a quarter of an hour is one step.
const SHORTEST_HOURS: f64 = 0.25;
/// Steps up to 2^18 quarters of an hour, seven years; longer is held there.
const STEP_MAX: u16 = 144;
/// How many steps there are.
const STEPS: usize = STEP_MAX as usize + 1;

/// Lengths of time as counts per step of 9 %: so exact is its median. Adding two is adding their counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Distribution {
    /// Step and count, in order of step, no count 0.
    counts: Vec<(u16, u32)>,
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
        self.add_step(step_of(hours), 1);
    }

    /// Counts `count` lengths of one step.
    pub(crate) fn add_step(&mut self, step: u16, count: u32) {
        let step = step.min(STEP_MAX);
        self.total += u64::from(count);
        match self.counts.binary_search_by_key(&step, |(step, _)| *step) {
            Ok(found) => {
                if let Some((_, held)) = self.counts.get_mut(found) {
                    *held = held.saturating_add(count);
                }
            }
            Err(place) if count > 0 => self.counts.insert(place, (step, count)),
            Err(_) => {}
        }
    }

    /// Adds all of another.
    pub fn merge(&mut self, other: &Distribution) {
        for (step, count) in &other.counts {
            self.add_step(*step, *count);
        }
    }

    /// Step and count, in order of step.
    pub(crate) fn steps(&self) -> &[(u16, u32)] {
        &self.counts
    }

    /// How many lengths were counted.
    pub fn population(&self) -> u64 {
        self.total
    }

    /// How many are at least as long, as far as steps tell.
    pub(crate) fn at_least(&self, hours: f64) -> u64 {
        let first = self.counts.partition_point(|(step, _)| *step < step_of(hours));
        self.counts.get(first..).unwrap_or(&[]).iter().map(|(_, count)| u64::from(*count)).sum()
    }

    /// How many are at most as long, as far as steps tell.
    pub(crate) fn at_most(&self, hours: f64) -> u64 {
        let end = self.counts.partition_point(|(step, _)| *step <= step_of(hours));
        self.counts.get(..end).unwrap_or(&[]).iter().map(|(_, count)| u64::from(*count)).sum()
    }

    /// The counts from the first to the last step that holds any, without gaps: lower and upper end in hours, count.
    pub fn bins(&self) -> Vec<(f64, f64, u64)> {
        let (Some((first, _)), Some((last, _))) = (self.counts.first(), self.counts.last()) else {
            return Vec::new();
        };
        let count = |step: u16| {
            let found = self.counts.binary_search_by_key(&step, |(step, _)| *step).ok();
            found.and_then(|place| self.counts.get(place)).map_or(0, |(_, count)| u64::from(*count))
        };
        let bin = |step: u16| {
            let (low, high) = bounds_hours(step);
            (low, high, count(step))
        };
        (*first..=*last).map(bin).collect()
    }

    /// The length that a share of all stays below, hours; `None` of nothing.
    pub fn quantile_hours(&self, share: f64) -> Option<f64> {
        Weighted::of(self).quantile_hours(share)
    }

    /// Median and median absolute deviation; `None` of nothing.
    pub fn spread(&self) -> Option<Spread> {
        Weighted::of(self).spread()
    }
}

/// The sum of distributions, each with a weight.
#[derive(Debug, Clone)]
pub(crate) struct Weighted {
    weights: [f64; STEPS],
    total: f64,
}

impl Default for Weighted {
    fn default() -> Self {
        Weighted { weights: [0.0; STEPS], total: 0.0 }
    }
}

impl Weighted {
    pub(crate) fn of(distribution: &Distribution) -> Weighted {
        let mut sum = Weighted::default();
        sum.add(distribution, 1.0);
        sum
    }

    pub(crate) fn add(&mut self, distribution: &Distribution, weight: f64) {
        for (step, count) in distribution.steps() {
            let more = weight * f64::from(*count);
            if let Some(held) = self.weights.get_mut(usize::from(*step)) {
                *held += more;
                self.total += more;
            }
        }
    }

    pub(crate) fn total(&self) -> f64 {
        self.total
    }

    fn held(&self) -> impl Iterator<Item = ((f64, f64), f64)> + '_ {
        let steps = (0u16..).zip(&self.weights).filter(|(_, weight)| **weight > 0.0);
        steps.map(|(step, weight)| (bounds_hours(step), *weight))
    }

    pub(crate) fn quantile_hours(&self, share: f64) -> Option<f64> {
        quantile(self.held(), self.total, share)
    }

    pub(crate) fn spread(&self) -> Option<Spread> {
        let median_hours = self.quantile_hours(0.5)?;
        let mut deviations: Vec<((f64, f64), f64)> = self
            .held()
            .map(|((low, high), weight)| {
                let (a, b) = ((low - median_hours).abs(), (high - median_hours).abs());
                let nearest = if (low..=high).contains(&median_hours) { 0.0 } else { a.min(b) };
                ((nearest, a.max(b)), weight)
            })
            .collect();
        deviations.sort_by(|a, b| (a.0.0 + a.0.1).total_cmp(&(b.0.0 + b.0.1)));
        let mad_hours = quantile(deviations.into_iter(), self.total, 0.5)?;
        Some(Spread { median_hours, mad_hours, population: self.total as u64 })
    }
}

pub(crate) fn step_of(hours: f64) -> u16 {
    let octaves = (hours.max(SHORTEST_HOURS) / SHORTEST_HOURS).log2();
    ((octaves * STEPS_PER_OCTAVE) as u16).min(STEP_MAX)
}

fn bounds_hours(step: u16) -> (f64, f64) {
    let bound = |step: u16| SHORTEST_HOURS * (f64::from(step) / STEPS_PER_OCTAVE).exp2();
    (if step == 0 { 0.0 } else { bound(step) }, bound(step + 1))
}

/// The point a share of the total lies below, taking each step as evenly filled.
fn quantile(steps: impl Iterator<Item = ((f64, f64), f64)>, total: f64, share: f64) -> Option<f64> {
    let wanted = share.clamp(0.0, 1.0) * total;
    let mut below = 0.0;
    let mut last = None;
    for ((low, high), count) in steps {
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
        assert_eq!((distribution.at_least(300.0), distribution.at_most(0.1)), (0, 0));
        assert_eq!(distribution.at_least(0.1), 199);
    }

    #[test]
    fn two_can_be_one() {
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
    }
}
