//! Value per kilogram by HS code and origin: robust, and borrowing from the parent where samples are few.

use crate::settings::ValueSettings;
use std::collections::HashMap;
use tidewaiter_model::declaration::ImportDeclaration;

/// Which goods a value was compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Population {
    /// Chapter, two digits.
    Chapter,
    /// Heading, four digits.
    Heading,
    /// Subheading, six digits.
    Subheading,
    /// Subheading and country of origin.
    SubheadingAndOrigin,
}

impl Population {
    const LEVELS: [Population; 4] =
        [Population::Chapter, Population::Heading, Population::Subheading, Population::SubheadingAndOrigin];

    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Population::Chapter => "chapter",
            Population::Heading => "heading",
            Population::Subheading => "subheading",
            Population::SubheadingAndOrigin => "subheading_and_origin",
        }
    }

    /// The population of this word.
    pub fn from_word(word: &str) -> Option<Population> {
        Self::LEVELS.into_iter().find(|level| level.as_str() == word)
    }

    /// How many digits of the HS code this population shares.
    pub const fn digits(self) -> usize {
        match self {
            Population::Chapter => 2,
            Population::Heading => 4,
            Population::Subheading | Population::SubheadingAndOrigin => 6,
        }
    }
}

/// A value per kilogram beside its population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// Value per kilogram, in the item's currency.
    pub value: f64,
    /// The population's median after shrinking, same unit.
    pub median: f64,
    /// Robust deviations from it: log(value/median) divided by 1.4826 times the shrunk median absolute deviation.
    pub deviations: f64,
    /// The narrowest population that holds enough samples, or the widest there is.
    pub population: Population,
    /// Its samples, the item itself left out.
    pub samples: u32,
}

/// Customs value per kilogram of net mass (of gross mass where no net mass is declared), in the item's currency.
/// `None` unless both are above zero.
pub fn unit_value(declaration: &ImportDeclaration) -> Option<f64> {
    let positive = |number: &f64| number.is_finite() && *number > 0.0;
    let mass = declaration.net_mass_kg.filter(positive).or(declaration.gross_mass_kg.filter(positive))?;
    let value = f64::try_from(declaration.value.as_ref()?.amount).ok().filter(positive)?;
    Some(value / mass).filter(positive)
}

/// Log values per kilogram of every population, sorted within each.
#[derive(Debug, Clone, Default)]
pub(super) struct ValueHistory {
    logs: Vec<f32>,
    /// Where each population's logs begin and how many there are.
    groups: HashMap<u64, (u32, u32)>,
}

/// Chapter, heading, subheading, and subheading with origin, each with the currency, as numbers.
///
/// 20 bits of HS digits, 16 of origin, 24 of currency and 2 of level: distinct populations never share a number.
fn keys(declaration: &ImportDeclaration) -> Option<[Option<u64>; 4]> {
    let code = declaration.hs_code.as_deref()?.trim();
    let currency = declaration.value.as_ref()?.currency.trim();
    let short = |text: &str, len: usize| {
        (text.len() <= len && text.is_ascii()).then(|| {
            text.bytes().fold(0u64, |number, byte| number << 8 | u64::from(byte.to_ascii_uppercase()))
        })
    };
    let currency = short(currency, 3)?;
    let origin = declaration.country_origin.as_deref().and_then(|origin| short(origin.trim(), 2));
    let key = |level: Population, origin: u64| {
        let digits =
            code.get(..level.digits()).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
        let number: u64 = digits.parse().ok()?;
        Some((number << 16 | origin) << 26 | currency << 2 | level as u64)
    };
    Some(Population::LEVELS.map(|level| match level {
        Population::SubheadingAndOrigin => key(level, origin.filter(|origin| *origin > 0)?),
        _ => key(level, 0),
    }))
}

impl ValueHistory {
    pub(super) fn learn<'d>(
        declarations: impl Iterator<Item = &'d ImportDeclaration>,
        _settings: &ValueSettings,
    ) -> ValueHistory {
        let mut levels: [Vec<(u64, f32)>; 4] = Default::default();
        for declaration in declarations {
            let Some(log) = unit_value(declaration).map(|value| value.ln() as f32) else { continue };
            let Some(keys) = keys(declaration) else { continue };
            for (level, key) in levels.iter_mut().zip(keys) {
                level.extend(key.map(|key| (key, log)));
            }
        }
        let mut history = ValueHistory::default();
        for mut rows in levels {
            rows.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.total_cmp(&b.1)));
            for group in rows.chunk_by(|a, b| a.0 == b.0) {
                let Some((key, _)) = group.first() else { continue };
                let start = u32::try_from(history.logs.len()).unwrap_or(u32::MAX);
                let len = u32::try_from(group.len()).unwrap_or(u32::MAX);
                history.groups.insert(*key, (start, len));
                history.logs.extend(group.iter().map(|(_, log)| *log));
            }
        }
        history
    }

    fn logs(&self, key: u64) -> &[f32] {
        let Some((start, len)) = self.groups.get(&key).copied() else { return &[] };
        self.logs.get(start as usize..start as usize + len as usize).unwrap_or(&[])
    }

    /// The values per kilogram of one of an item's populations, counted in `bins` steps of equal ratio from the
    /// least to the greatest of them and the item's own value, which is left out of the counts.
    pub(super) fn bins(
        &self,
        declaration: &ImportDeclaration,
        population: Population,
        bins: usize,
    ) -> Option<Vec<(f64, f64, u64)>> {
        let log = unit_value(declaration)?.ln() as f32;
        let level = Population::LEVELS.iter().position(|level| *level == population)?;
        let key = keys(declaration)?.get(level).copied().flatten()?;
        let others = WithoutOne::new(self.logs(key), log);
        let len = others.len();
        let own = f64::from(log);
        let (least, most) =
            if len == 0 { (own, own) } else { (others.at(0).min(own), others.at(len - 1).max(own)) };
        let step = ((most - least) / bins.max(1) as f64).max(f64::MIN_POSITIVE);
        let mut counts = vec![0u64; bins.max(1)];
        let last = counts.len() - 1;
        for place in 0..len {
            let bin = (((others.at(place) - least) / step) as usize).min(last);
            if let Some(count) = counts.get_mut(bin) {
                *count += 1;
            }
        }
        let end = |bin: usize| (least + step * bin as f64).exp();
        Some(counts.into_iter().enumerate().map(|(bin, count)| (end(bin), end(bin + 1), count)).collect())
    }

    /// Compares an item with its populations, from the chapter down, each shrunk towards the one above it. An equal
    /// value among the samples is taken to be the item itself and left out, once, on each level.
    pub(super) fn compare(
        &self,
        declaration: &ImportDeclaration,
        settings: &ValueSettings,
    ) -> Option<Compared> {
        let value = unit_value(declaration)?;
        let log = value.ln() as f32;
        let (mut median, mut spread) = (0.0, 0.0);
        let mut parent: Option<()> = None;
        let mut told: Option<(Population, u32)> = None;
        for (level, key) in Population::LEVELS.into_iter().zip(keys(declaration)?) {
            let others = WithoutOne::new(key.map_or(&[], |key| self.logs(key)), log);
            let Some(own_median) = others.median() else { continue };
            let own_spread = 1.4826 * others.absolute_deviation(own_median);
            let samples = others.len() as f64;
            let trust =
                if parent.is_some() { samples / (samples + settings.parent_samples.max(0.0)) } else { 1.0 };
            median = trust * own_median + (1.0 - trust) * median;
            spread = trust * own_spread + (1.0 - trust) * spread;
            parent = Some(());
            let count = u32::try_from(others.len()).unwrap_or(u32::MAX);
            if count >= settings.population_min {
                told = Some((level, count));
            }
        }
        let (population, samples) = told?;
        let spread = spread.max(settings.spread_min).max(f64::MIN_POSITIVE);
        let deviations = (f64::from(log) - median) / spread;
        Some(Compared { value, median: median.exp(), deviations, population, samples })
    }
}

/// Sorted samples with one of them left out.
struct WithoutOne<'s> {
    sorted: &'s [f32],
    /// Place of the one left out; the length when none is.
    out: usize,
}

impl<'s> WithoutOne<'s> {
    fn new(sorted: &'s [f32], log: f32) -> WithoutOne<'s> {
        let place = sorted.partition_point(|other| *other < log);
        let out = if sorted.get(place) == Some(&log) { place } else { sorted.len() };
        WithoutOne { sorted, out }
    }

    fn len(&self) -> usize {
        self.sorted.len() - usize::from(self.out < self.sorted.len())
    }

    fn at(&self, place: usize) -> f64 {
        let place = place + usize::from(place >= self.out);
        self.sorted.get(place).map_or(0.0, |log| f64::from(*log))
    }

    fn median(&self) -> Option<f64> {
        let len = self.len();
        (len > 0).then(|| (self.at((len - 1) / 2) + self.at(len / 2)) / 2.0)
    }

    /// The median absolute deviation from `centre` (the upper one of two in the middle), in logarithmic time: below
    /// and above the centre the deviations stand sorted, so it is the k-th of two sorted lists.
    fn absolute_deviation(&self, centre: f64) -> f64 {
        let len = self.len();
        if len == 0 {
            return 0.0;
        }
        let (mut low, mut high) = (0, len);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.at(middle) < centre { low = middle + 1 } else { high = middle }
        }
        let below = low;
        let left = |k: usize| centre - self.at(below - 1 - k);
        let right = |k: usize| self.at(below + k) - centre;
        let (lefts, rights) = (below, len - below);
        let wanted = len / 2;
        // How many of the `wanted` smallest deviations come from the left.
        let (mut from, mut until) = (wanted.saturating_sub(rights), wanted.min(lefts));
        while from < until {
            let taken = usize::midpoint(from, until);
            if left(taken) < right(wanted - taken - 1) { from = taken + 1 } else { until = taken }
        }
        let next_left = (from < lefts).then(|| left(from));
        let next_right = (wanted - from < rights).then(|| right(wanted - from));
        next_left.into_iter().chain(next_right).fold(f64::INFINITY, f64::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slow(samples: &[f32]) -> Option<(f64, f64)> {
        let mut sorted: Vec<f64> = samples.iter().map(|sample| f64::from(*sample)).collect();
        sorted.sort_by(f64::total_cmp);
        let len = sorted.len();
        let median = (sorted.get(len.checked_sub(1)? / 2)? + sorted.get(len / 2)?) / 2.0;
        let mut deviations: Vec<f64> = sorted.iter().map(|sample| (sample - median).abs()).collect();
        deviations.sort_by(f64::total_cmp);
        Some((median, deviations[len / 2]))
    }

    proptest! {
        #[test]
        fn the_fast_deviation_is_the_slow_one(
            mut samples in prop::collection::vec(-5i8..5, 1..40), out in any::<prop::sample::Index>(),
        ) {
            samples.sort_unstable();
            let logs: Vec<f32> = samples.iter().map(|sample| f32::from(*sample)).collect();
            let left_out = logs[out.index(logs.len())];
            let mut rest = logs.clone();
            rest.remove(logs.iter().position(|log| *log == left_out).unwrap());
            let others = WithoutOne::new(&logs, left_out);
            prop_assert_eq!(others.len(), rest.len());
            let fast = others.median().map(|median| (median, others.absolute_deviation(median)));
            prop_assert_eq!(fast, slow(&rest));
            let all = WithoutOne::new(&logs, 99.5);
            prop_assert_eq!(all.median().map(|median| (median, all.absolute_deviation(median))), slow(&logs));
        }
    }
}
