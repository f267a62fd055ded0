//! What the counts say, made ready for looking up: totals of every level of the hierarchy by quarter, and the usual
//! lengths of stays and legs.

use super::counts::{Counts, Kind, LengthKey, RouteKey};
use super::distribution::{Distribution, Weighted};
use super::key::{Key, KeyMap, Quarter, mix, mixed};
use super::region::{Region, region_of};
use super::ways::Ways;

/// Counts lose half their weight in this many quarters.
pub(super) const HALF_LIFE_QUARTERS: f64 = 4.0;
/// A count of another season weighs this much of one of the same.
const OTHER_SEASON: f64 = 0.6;
/// Beyond this distance in quarters everything weighs the same next to nothing.
const WEIGHTS: usize = 64;
/// Fewer lengths than this are not worth a summary.
const LENGTHS_MIN: u64 = 5;

/// The levels of the hierarchy, from the most special.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub(super) enum Level {
    PairAndCarrier = 1,
    Pair,
    Countries,
    Regions,
    World,
    /// Trips of a pair that were transhipped in an area.
    Support,
    /// Trips anywhere that were transhipped in an area.
    SupportAnywhere,
    /// Trips from an area, and those of them that were transhipped in another.
    From,
    SupportFrom,
    /// Trips to an area, and those of them that were transhipped in another.
    To,
    SupportTo,
    /// Trips of a carrier, and those of them that were transhipped in an area.
    Carrier,
    SupportCarrier,
}

/// The key of a level: of all that counts there.
pub(super) fn level_key(level: Level, a: Key, b: Key, c: Key) -> u64 {
    mixed(&[level as u64, a, b, c])
}

/// A range of buckets or summaries.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    start: u32,
    len: u32,
}

/// What is usual of one kind of length, around one quarter.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Usual {
    pub(crate) median_hours: f32,
    pub(crate) mad_hours: f32,
    pub(crate) low_hours: f32,
    pub(crate) q95_hours: f32,
    pub(crate) high_hours: f32,
    /// How many lengths, each with its weight.
    pub(crate) weight: f32,
    /// How many lengths, whatever their age.
    pub(crate) population: u32,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// By level key, and by level key mixed with a via.
    spans: KeyMap<u64, Span>,
    buckets: Vec<(Quarter, u32)>,
    usual_spans: KeyMap<(u8, Key, Key), Span>,
    usual: Vec<(Quarter, Usual)>,
    /// All quarters together, and over all areas under the key 0.
    pub(super) lengths: KeyMap<(u8, Key, Key), Distribution>,
    /// Sorted.
    pub(super) routes: Vec<(RouteKey, u32)>,
    weights: Vec<f64>,
    /// Hours at sea over the quickest legs that were learned, by area and area.
    pub(super) ways: Ways,
    pub(super) alarm_bits: f64,
    pub(super) unexpected_share: f64,
    /// Trips whose pair has at most this many trips, for one to four.
    pub(super) rare_pairs: [u64; 4],
}

impl Index {
    pub(super) fn new(counts: &Counts) -> Index {
        let mut routes: Vec<(RouteKey, u32)> =
            counts.routes.iter().map(|(key, count)| (*key, *count)).collect();
        routes.sort_unstable();
        let mut index = Index { routes, weights: weights(), ..Index::default() };
        index.fill_levels(counts);
        index.fill_lengths(counts);
        index.ways = Ways::new(&index.lengths);
        for days in counts.pairs.values() {
            for (place, trips) in index.rare_pairs.iter_mut().enumerate() {
                if days.trips as usize <= place + 1 {
                    *trips += u64::from(days.trips);
                }
            }
        }
        index
    }

    fn fill_levels(&mut self, counts: &Counts) {
        let country = |area: Key| {
            let country = counts.names.get(&area).map_or("", |name| &name.country);
            (super::key::key_of(country), region_of(country))
        };
        let countries: KeyMap<Key, (Key, Option<Region>)> =
            counts.names.keys().map(|area| (*area, country(*area))).collect();
        let mut entries: Vec<(u64, Quarter, u32)> = Vec::with_capacity(self.routes.len() * 10);
        for (route, trips) in &self.routes {
            let place = |area: &Key| countries.get(area).copied().unwrap_or_default();
            let ends = (place(&route.origin), place(&route.destination));
            for level in levels(route, ends).into_iter().flatten() {
                entries.push((level, route.quarter, *trips));
                entries.push((mix(level, route.via), route.quarter, *trips));
            }
            entries.push((level_key(Level::From, route.origin, 0, 0), route.quarter, *trips));
            entries.push((level_key(Level::To, route.destination, 0, 0), route.quarter, *trips));
            entries.push((level_key(Level::Carrier, route.carrier, 0, 0), route.quarter, *trips));
            let between = counts.vias.get(&route.via).map_or(&[][..], |areas| areas);
            for (place, area) in between.iter().enumerate() {
                if between.get(..place).is_some_and(|before| !before.contains(area)) {
                    let support = level_key(Level::Support, route.origin, route.destination, *area);
                    entries.push((support, route.quarter, *trips));
                    for (level, end) in [
                        (Level::SupportAnywhere, 0),
                        (Level::SupportFrom, route.origin),
                        (Level::SupportTo, route.destination),
                        (Level::SupportCarrier, route.carrier),
                    ] {
                        entries.push((level_key(level, *area, end, 0), route.quarter, *trips));
                    }
                }
            }
        }
        entries.sort_unstable();
        for of_key in entries.chunk_by(|a, b| a.0 == b.0) {
            let start = self.buckets.len() as u32;
            for of_quarter in of_key.chunk_by(|a, b| a.1 == b.1) {
                if let Some((_, quarter, _)) = of_quarter.first() {
                    let trips = of_quarter.iter().fold(0u32, |sum, (_, _, trips)| sum.saturating_add(*trips));
                    self.buckets.push((*quarter, trips));
                }
            }
            if let Some((key, _, _)) = of_key.first() {
                self.spans.insert(*key, Span { start, len: self.buckets.len() as u32 - start });
            }
        }
    }

    fn fill_lengths(&mut self, counts: &Counts) {
        let mut sorted: Vec<(LengthKey, &Distribution)> =
            counts.lengths.iter().map(|(key, lengths)| (*key, lengths)).collect();
        sorted.sort_unstable_by_key(|(key, _)| *key);
        let mut over_all: Vec<(u8, Quarter, Distribution)> = Vec::new();
        for group in sorted.chunk_by(|a, b| same_but_quarter(&a.0, &b.0)) {
            let Some((key, _)) = group.first() else { continue };
            let of_group: Vec<(Quarter, &Distribution)> =
                group.iter().map(|(key, lengths)| (key.quarter, *lengths)).collect();
            self.fill_group((key.kind, key.from, key.to), &of_group);
            if key.kind < Kind::Leg.number() {
                for (quarter, lengths) in of_group {
                    let same =
                        |held: &&mut (u8, Quarter, Distribution)| (held.0, held.1) == (key.kind, quarter);
                    match over_all.iter_mut().find(same) {
                        Some((_, _, all)) => all.merge(lengths),
                        None => over_all.push((key.kind, quarter, lengths.clone())),
                    }
                }
            }
        }
        over_all.sort_unstable_by_key(|(kind, quarter, _)| (*kind, *quarter));
        for group in over_all.chunk_by(|a, b| a.0 == b.0) {
            let Some((kind, _, _)) = group.first() else { continue };
            let of_group: Vec<(Quarter, &Distribution)> =
                group.iter().map(|(_, quarter, lengths)| (*quarter, lengths)).collect();
            self.fill_group((*kind, 0, 0), &of_group);
        }
    }

    fn fill_group(&mut self, key: (u8, Key, Key), of_group: &[(Quarter, &Distribution)]) {
        let mut all = Distribution::default();
        of_group.iter().for_each(|(_, lengths)| all.merge(lengths));
        let population = u32::try_from(all.population()).unwrap_or(u32::MAX);
        if all.population() >= LENGTHS_MIN {
            let start = self.usual.len() as u32;
            for (quarter, _) in of_group {
                let mut sum = Weighted::default();
                for (other, lengths) in of_group {
                    sum.add(lengths, self.weight(*quarter, *other));
                }
                self.usual.extend(summary(&sum, population).map(|usual| (*quarter, usual)));
            }
            self.usual_spans.insert(key, Span { start, len: self.usual.len() as u32 - start });
        }
        self.lengths.insert(key, all);
    }

    /// How much a count of one quarter says about another.
    fn weight(&self, quarter: Quarter, other: Quarter) -> f64 {
        let distance = usize::from(quarter.abs_diff(other)).min(WEIGHTS - 1);
        self.weights.get(distance).copied().unwrap_or(0.0)
    }

    /// Trips under a key as they count in a quarter.
    pub(super) fn count(&self, key: u64, quarter: Quarter) -> f64 {
        self.of(key).iter().map(|(other, trips)| self.weight(quarter, *other) * f64::from(*trips)).sum()
    }

    /// Trips under a key in the quarters at most `around` away, each counted once.
    pub(super) fn plain_count(&self, key: u64, quarter: Quarter, around: u16) -> u64 {
        let near = self.of(key).iter().filter(|(other, _)| quarter.abs_diff(*other) <= around);
        near.map(|(_, trips)| u64::from(*trips)).sum()
    }

    fn of(&self, key: u64) -> &[(Quarter, u32)] {
        let Some(span) = self.spans.get(&key) else { return &[] };
        self.buckets.get(span.start as usize..(span.start + span.len) as usize).unwrap_or(&[])
    }

    /// What is usual around a quarter: of the nearest one that anything was learned of.
    pub(super) fn usual(&self, kind: Kind, from: Key, to: Key, quarter: Quarter) -> Option<&Usual> {
        let span = self.usual_spans.get(&(kind.number(), from, to))?;
        let held = self.usual.get(span.start as usize..(span.start + span.len) as usize)?;
        let nearest = held.iter().min_by_key(|(held, _)| (held.abs_diff(quarter), *held))?;
        Some(&nearest.1)
    }
}

fn weights() -> Vec<f64> {
    let weight = |distance: usize| {
        let season = if distance.is_multiple_of(4) { 1.0 } else { OTHER_SEASON };
        season * (-(distance as f64) / HALF_LIFE_QUARTERS).exp2()
    };
    (0..WEIGHTS).map(weight).collect()
}

fn same_but_quarter(a: &LengthKey, b: &LengthKey) -> bool {
    (a.kind, a.from, a.to) == (b.kind, b.from, b.to)
}

fn summary(sum: &Weighted, population: u32) -> Option<Usual> {
    let spread = sum.spread()?;
    let quantile = |share: f64| sum.quantile_hours(share).unwrap_or(0.0) as f32;
    Some(Usual {
        median_hours: spread.median_hours as f32,
        mad_hours: spread.mad_hours as f32,
        low_hours: quantile(0.005),
        q95_hours: quantile(0.95),
        high_hours: quantile(0.995),
        weight: sum.total() as f32,
        population,
    })
}

/// The keys of the levels a route counts on; a level that is not known is passed over.
pub(super) fn levels(
    route: &RouteKey,
    ends: ((Key, Option<Region>), (Key, Option<Region>)),
) -> [Option<u64>; 5] {
    let ((country, region), (to_country, to_region)) = ends;
    let countries =
        (country != 0 && to_country != 0).then(|| level_key(Level::Countries, country, to_country, 0));
    let regions = region
        .zip(to_region)
        .map(|(from, to)| level_key(Level::Regions, u64::from(from.0), u64::from(to.0), 0));
    [
        Some(level_key(Level::World, 0, 0, 0)),
        regions,
        countries,
        Some(level_key(Level::Pair, route.origin, route.destination, 0)),
        Some(level_key(Level::PairAndCarrier, route.origin, route.destination, route.carrier)),
    ]
}
