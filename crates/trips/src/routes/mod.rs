//! Normal routes, learned from trips: a small table of counts that can be stored, added to another and explained.

mod counts;
mod distribution;
mod explain;
mod index;
mod key;
mod region;
mod rows;
mod stays;
mod surprise;
mod ways;

pub(crate) use counts::Kind;
pub use distribution::{Distribution, Spread};
pub use explain::RouteSupport;
pub(crate) use index::Usual;
pub(crate) use key::{Key, Quarter, key_of, mix, quarter_of};
pub(crate) use region::{Region, region_of};
pub use rows::{ROUTE_TABLE_VERSION, RouteRow, RouteTableError};
pub(crate) use stays::stays_of;
pub use stays::{DwellRole, Stay, stays};

use crate::area::AreaId;
use crate::facts::Facts;
use crate::judge::{JudgeAreas, RichTrip, SeaPart, Shape};
use crate::settings::TripSettings;
use crate::trip::Trip;
use counts::{Counts, RouteKey};
use index::{Index, Level, level_key};
use serde::{Deserialize, Serialize};
use tidewaiter_model::batch::TextTable;
use tidewaiter_model::time::UtcTime;

/// Quarters in which a pair is looked for: 24 months.
const PAIR_QUARTERS: u16 = 8;
/// Days in the same: 24 months.
const PAIR_DAYS: i32 = 731;
/// Boxes of one consignment and one sailing are loaded within this many days: they do not make a pair old.
const SAME_SAILING_DAYS: i32 = 7;

/// What is normal: itineraries with their support by pair, carrier and quarter, how long boxes stay and sail, when
/// pairs were sailed, how complete carriers report.
///
/// Learned only from what had happened and was known at `as_of`. Deterministic: the same trips in any order and any
/// grouping give the same table, for it counts whole numbers per quarter; what fades with time is weighed when it is
/// looked up. Tables of disjoint sets of trips can be added with [`NormalRoutes::merge`]. Stored by serde as
/// [`RouteRow`]s with a version.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(into = "rows::Stored", try_from = "rows::Stored")]
pub struct NormalRoutes {
    as_of: UtcTime,
    counts: Counts,
    index: Index,
}

impl PartialEq for NormalRoutes {
    fn eq(&self, other: &NormalRoutes) -> bool {
        // The index is made of the counts.
        self.as_of == other.as_of && self.counts == other.counts
    }
}

impl NormalRoutes {
    /// Learns from the trips as they were known at `as_of`.
    ///
    /// Trips of which a message came later are left out, so pass trips rebuilt from the rows known at `as_of`.
    pub fn learn<'a>(
        trips: impl Iterator<Item = &'a Trip>,
        as_of: UtcTime,
        settings: &TripSettings,
    ) -> NormalRoutes {
        let mut routes = NormalRoutes::empty(as_of);
        for trip in trips.filter(|trip| is_known(trip, as_of)) {
            RichTrip::new(trip).with(|shape| routes.counts.add(&shape));
        }
        routes.settle(settings);
        routes
    }

    /// A table that has learned nothing.
    pub fn empty(as_of: UtcTime) -> NormalRoutes {
        NormalRoutes { as_of, counts: Counts::new(), index: Index::default() }
    }

    /// Adds trips that were over by the table's time. Call [`NormalRoutes::settle`] before judging.
    ///
    /// `areas` and `texts` are those that the numbers of `facts` refer to.
    pub fn add(&mut self, facts: &Facts, areas: &JudgeAreas, texts: &TextTable) {
        for trip in facts.trips.iter().filter(|trip| trip.end <= self.as_of) {
            self.counts.add(&Shape::new(facts, trip, areas, texts));
        }
    }

    /// Adds the table of other trips to this one. Call [`NormalRoutes::settle`] before judging.
    pub fn add_table(&mut self, other: &NormalRoutes) {
        self.as_of = self.as_of.max(other.as_of);
        self.counts.merge(&other.counts);
    }

    /// Adds the table of other trips to this one and makes it ready for judging.
    pub fn merge(&mut self, other: &NormalRoutes, settings: &TripSettings) {
        self.add_table(other);
        self.settle(settings);
    }

    /// Makes ready for judging what was added.
    pub fn settle(&mut self, settings: &TripSettings) {
        self.index = Index::new(&self.counts);
        self.index.alarm_bits = self.learn_alarm_bits(settings);
        self.index.unexpected_share = self.learn_unexpected_share();
    }

    /// The instant up to which it knows.
    pub fn as_of(&self) -> UtcTime {
        self.as_of
    }

    /// How many complete sea parts it was learned from.
    pub fn trips(&self) -> u64 {
        self.counts.trips
    }

    /// The day of the earliest first load it was learned from.
    pub fn since(&self) -> Option<UtcTime> {
        (self.counts.trips > 0)
            .then(|| UtcTime::from_seconds(i64::from(self.counts.first_day).saturating_mul(86_400)))
    }

    /// Days from the first to the last first load.
    pub(crate) fn days(&self) -> f64 {
        if self.counts.trips == 0 { 0.0 } else { f64::from(self.counts.last_day - self.counts.first_day) }
    }

    /// How many trips went from one area to another.
    pub fn pair_trips(&self, origin: &str, destination: &str) -> u64 {
        self.pair_population(key_of(origin), key_of(destination))
    }

    pub(crate) fn pair_population(&self, origin: Key, destination: Key) -> u64 {
        self.counts.pairs.get(&(origin, destination)).map_or(0, |days| u64::from(days.trips))
    }

    /// How long boxes stay in an area in this role; of the role over all areas when `area` is `None`.
    pub fn dwell(&self, role: DwellRole, area: Option<&str>) -> Option<&Distribution> {
        let kind = Kind::Stay(role).number();
        self.index.lengths.get(&(kind, area.map_or(0, key_of), 0))
    }

    /// How long the sea leg between two areas takes.
    pub fn leg(&self, from: &str, to: &str) -> Option<&Distribution> {
        self.index.lengths.get(&(Kind::Leg.number(), key_of(from), key_of(to)))
    }

    /// Loads and discharges that must have happened under this carrier (under all for the empty text), and how
    /// many of them nobody reported.
    pub fn milestones(&self, carrier: &str) -> (u64, u64) {
        if carrier.is_empty() {
            let all = self.counts.milestones.values();
            return all.fold((0, 0), |sum, one| (sum.0 + one.expected, sum.1 + one.missing));
        }
        self.milestones_of(key_of(carrier))
    }

    pub(crate) fn milestones_of(&self, carrier: Key) -> (u64, u64) {
        self.counts.milestones.get(&carrier).map_or((0, 0), |counts| (counts.expected, counts.missing))
    }

    /// What is usual of a length of time around a quarter.
    pub(crate) fn usual(&self, kind: Kind, from: Key, to: Key, quarter: Quarter) -> Option<&Usual> {
        self.index.usual(kind, from, to, quarter)
    }

    /// All lengths of a kind, whatever their age.
    pub(crate) fn lengths(&self, kind: Kind, from: Key, to: Key) -> Option<&Distribution> {
        self.index.lengths.get(&(kind.number(), from, to))
    }

    /// How much a transhipment area is used by the pair, by all trips of its origin, of its destination and of the
    /// carrier, and by all there are, around a quarter. `own` is the weight of this trip where it was learned.
    pub(crate) fn support(
        &self,
        part: &SeaPart<'_>,
        areas: &JudgeAreas,
        area: AreaId,
        carrier: Key,
        own: f64,
    ) -> Support {
        let route = RouteKey {
            origin: areas.key(part.origin),
            destination: areas.key(part.destination),
            via: part.via,
            carrier,
            quarter: part.quarter,
        };
        self.support_of(&route, areas.key(area), own)
    }

    fn support_of(&self, route: &RouteKey, over: Key, own: f64) -> Support {
        let RouteKey { origin: from, destination: to, carrier, quarter, .. } = *route;
        let count = |level, a, b, c| self.index.count(level_key(level, a, b, c), quarter) - own;
        let share = |of: f64, all: f64| if all > 0.0 { (of.max(0.0) / all).min(1.0) } else { 0.0 };
        let anywhere = share(count(Level::SupportAnywhere, over, 0, 0), count(Level::World, 0, 0, 0));
        let shares = [
            (Level::From, Level::SupportFrom, from),
            (Level::To, Level::SupportTo, to),
            (Level::Carrier, Level::SupportCarrier, carrier),
        ]
        .map(|(level, of, one)| {
            let all = count(level, one, 0, 0).max(0.0);
            (count(of, over, one, 0).max(0.0) + ENDS_WEIGHT * anywhere) / (all + ENDS_WEIGHT)
        });
        // Taken as independent given the area; never more than the one that uses it most.
        let anywhere = anywhere.max(f64::MIN_POSITIVE);
        let ratio: f64 = shares.iter().map(|share| share / anywhere).product();
        let by_others = (anywhere * ratio).min(shares.iter().copied().fold(0.0, f64::max));
        let population = count(Level::Pair, from, to, 0).max(0.0);
        let with_area = count(Level::Support, from, to, over).max(0.0);
        let expected = (with_area + PAIR_WEIGHT * by_others) / (population + PAIR_WEIGHT);
        Support { population, with_area, expected }
    }

    /// The share of trips with a transhipment that no one would expect of their pair, each judged without itself.
    fn learn_unexpected_share(&self) -> f64 {
        let is_odd = |(route, _): &&(RouteKey, u32)| {
            let mut between = self.counts.vias.get(&route.via).map_or(&[][..], |areas| areas).iter();
            between.any(|over| self.support_of(route, *over, 1.0).expected < USUAL_SUPPORT)
        };
        let odd: u64 = self.index.routes.iter().filter(is_odd).map(|(_, trips)| u64::from(*trips)).sum();
        (odd as f64 + 1.0) / (self.counts.trips as f64 + 100.0)
    }

    /// How much an unexpected transhipment says where so large a share of all trips has one: 1 at one in forty.
    pub(crate) fn unexpected_weight(&self) -> f64 {
        (1.0 - 0.1 * (self.index.unexpected_share * 40.0).max(f64::MIN_POSITIVE).log2()).clamp(0.7, 1.2)
    }

    /// Hours at sea between two areas by the quickest legs learned.
    pub(crate) fn way_hours(&self, from: Key, to: Key) -> Option<f64> {
        self.index.ways.hours(from, to)
    }

    /// Trips of the same pair within 24 months of this one, without it and without those of the same sailing.
    pub(crate) fn others_of_pair(&self, part: &SeaPart<'_>, areas: &JudgeAreas, learned: bool) -> u64 {
        let pair = (areas.key(part.origin), areas.key(part.destination));
        let Some(held) = self.counts.pairs.get(&pair) else { return 0 };
        let day = part.loaded.day_number() as i32;
        if held.days.is_empty() {
            let key = level_key(Level::Pair, pair.0, pair.1, 0);
            return self
                .index
                .plain_count(key, part.quarter, PAIR_QUARTERS)
                .saturating_sub(u64::from(learned));
        }
        let counts = |held: &&i32| {
            let distance = held.saturating_sub(day).saturating_abs();
            distance > SAME_SAILING_DAYS && distance <= PAIR_DAYS
        };
        held.days.iter().filter(counts).count() as u64
    }

    /// Trips of a pair to be expected if destinations did not depend on origins.
    pub(crate) fn expected_of_pair(&self, part: &SeaPart<'_>, areas: &JudgeAreas) -> f64 {
        let count = |level, a| self.index.count(level_key(level, a, 0, 0), part.quarter);
        let all = count(Level::World, 0).max(1.0);
        count(Level::From, areas.key(part.origin)) * count(Level::To, areas.key(part.destination)) / all
    }

    /// How rare pairs with so few other trips are, bits: −log2 of the share of trips whose pair has at most one more
    /// (for none, Good and Turing's estimate of the chance that the next trip's pair is new).
    pub(crate) fn rare_pair_bits(&self, others: u64) -> f64 {
        let place = usize::try_from(others).unwrap_or(usize::MAX);
        let Some(trips) = self.index.rare_pairs.get(place) else { return 0.0 };
        if self.counts.trips == 0 {
            return 0.0;
        }
        -((*trips as f64 + 0.5) / (self.counts.trips as f64 + 1.0)).log2()
    }

    /// Whether this trip is one of those that were learned from.
    pub(crate) fn has_learned(&self, trip: &Trip) -> bool {
        is_known(trip, self.as_of)
    }
}

/// An area that this share of the pair's trips is expected to use is no needless one, whatever its distance.
pub(crate) const USUAL_SUPPORT: f64 = 0.05;
/// Trips that the use of an area anywhere counts for beside that by one end's or the carrier's trips.
const ENDS_WEIGHT: f64 = 10.0;
/// Trips that the use of an area by those counts for beside that by the pair's.
const PAIR_WEIGHT: f64 = 4.0;

/// How much a pair uses a transhipment area.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Support {
    /// Trips of the pair, by weight.
    pub(crate) population: f64,
    /// Of those, the ones transhipped in the area.
    pub(crate) with_area: f64,
    /// The share expected of the pair, smoothed by what other trips of its origin, its destination and its carrier do.
    pub(crate) expected: f64,
}

/// Known whole at that time, and over by then.
fn is_known(trip: &Trip, as_of: UtcTime) -> bool {
    trip.last_known <= as_of && trip.end <= as_of
}
