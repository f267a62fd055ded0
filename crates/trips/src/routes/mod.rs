//! Normal routes, learned from trips: a small table of counts that can be stored, added to another and explained.

mod distribution;
mod facts;
mod surprise;

pub use distribution::{Distribution, Spread};
pub(crate) use facts::{Dwell, SeaPart, dwells, sea_part, sea_part_ahead};
pub use facts::{DwellRole, Stay, stays};
pub use surprise::Surprise;

use crate::settings::TripSettings;
use crate::trip::Trip;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tidewaiter_model::time::UtcTime;

/// Counts per via: transhipment areas joined by `>`, the empty text for direct.
pub(crate) type Vias = BTreeMap<String, u64>;

/// Trips of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Month {
    pub(crate) trips: u64,
    /// First load of the first of them.
    pub(crate) earliest: UtcTime,
}

/// What is known of one pair of areas.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Pair {
    /// The countries of its areas, `CC>CC`.
    pub(crate) countries: String,
    pub(crate) trips: u64,
    pub(crate) vias: Vias,
    /// The same by carrier.
    pub(crate) carriers: BTreeMap<String, Vias>,
    /// By month of first load, counted from year 0.
    pub(crate) months: BTreeMap<i32, Month>,
}

/// How complete one carrier's messages are, over its complete sea parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Milestones {
    /// Loads and discharges that must have happened.
    pub(crate) expected: u64,
    /// Those that nobody reported.
    pub(crate) missing: u64,
}

/// What is normal: itineraries with their support by pair and carrier, how long boxes stay and sail, when pairs
/// were first seen, how complete carriers report.
///
/// Learned only from what had happened and was known at `as_of`. Deterministic: the same trips in any order give
/// the same table. Tables of disjoint sets of trips can be added with [`NormalRoutes::merge`].
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NormalRoutes {
    as_of: UtcTime,
    /// Complete sea parts learned from.
    trips: u64,
    /// Earliest first load among them.
    since: Option<UtcTime>,
    /// By `ORIGIN>DESTINATION`.
    pairs: BTreeMap<String, Pair>,
    /// By `CC>CC`.
    country_pairs: BTreeMap<String, Vias>,
    world: Vias,
    /// By `role AREA`, and by `role` alone over all areas.
    dwells: BTreeMap<String, Distribution>,
    /// By `FROM>TO`.
    legs: BTreeMap<String, Distribution>,
    /// By carrier; the empty text for all.
    milestones: BTreeMap<String, Milestones>,
    /// Surprise that the given quantile of what was learned stays below, bits.
    alarm_bits: f64,
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
        let mut routes = NormalRoutes { as_of, ..NormalRoutes::default() };
        for trip in trips.filter(|trip| is_known(trip, as_of)) {
            routes.count(trip);
        }
        routes.alarm_bits = routes.learn_alarm_bits(settings);
        routes
    }

    /// Adds the table of other trips to this one.
    pub fn merge(&mut self, other: &NormalRoutes, settings: &TripSettings) {
        self.as_of = self.as_of.max(other.as_of);
        self.trips += other.trips;
        self.since = [self.since, other.since].into_iter().flatten().min();
        for (key, pair) in &other.pairs {
            self.pairs.entry(key.clone()).or_default().merge(pair);
        }
        for (key, vias) in &other.country_pairs {
            add_all(self.country_pairs.entry(key.clone()).or_default(), vias);
        }
        add_all(&mut self.world, &other.world);
        for (mine, theirs) in [(&mut self.dwells, &other.dwells), (&mut self.legs, &other.legs)] {
            for (key, distribution) in theirs {
                mine.entry(key.clone()).or_default().merge(distribution);
            }
        }
        for (carrier, milestones) in &other.milestones {
            let mine = self.milestones.entry(carrier.clone()).or_default();
            mine.expected += milestones.expected;
            mine.missing += milestones.missing;
        }
        self.alarm_bits = self.learn_alarm_bits(settings);
    }

    fn count(&mut self, trip: &Trip) {
        for dwell in dwells(trip).iter().filter(|_| trip.laden) {
            if let Some(to) = dwell.to {
                let hours = to.hours_since(dwell.from);
                self.dwells.entry(dwell_key(dwell.role, &dwell.call.area)).or_default().add(hours);
                self.dwells.entry(dwell.role.as_str().to_owned()).or_default().add(hours);
            }
        }
        for pair in trip.calls.windows(2) {
            if let [from, to] = pair
                && let (Some(departed), Some(arrived)) = (from.departed, to.arrived)
                && arrived > departed
            {
                let key = format!("{}>{}", from.area, to.area);
                self.legs.entry(key).or_default().add(arrived.hours_since(departed));
            }
        }
        let Some(part) = sea_part(trip, true) else { return };
        self.trips += 1;
        self.since = Some(self.since.map_or(part.loaded, |since| since.min(part.loaded)));
        let via = part.via();
        let carrier = trip.carrier.as_deref().unwrap_or("");
        let countries = country_pair_key(&part);
        let pair = self.pairs.entry(pair_key(&part)).or_default();
        pair.countries.clone_from(&countries);
        pair.trips += 1;
        *pair.vias.entry(via.clone()).or_insert(0) += 1;
        *pair.carriers.entry(carrier.to_owned()).or_default().entry(via.clone()).or_insert(0) += 1;
        pair.see(month_number(part.loaded), Month { trips: 1, earliest: part.loaded });
        *self.country_pairs.entry(countries).or_default().entry(via.clone()).or_insert(0) += 1;
        *self.world.entry(via).or_insert(0) += 1;
        let (expected, missing) = milestones(trip);
        for key in ["", carrier] {
            let counts = self.milestones.entry(key.to_owned()).or_default();
            counts.expected += expected;
            counts.missing += missing;
            if carrier.is_empty() {
                break;
            }
        }
    }

    /// The instant up to which it knows.
    pub fn as_of(&self) -> UtcTime {
        self.as_of
    }

    /// How many complete sea parts it was learned from.
    pub fn trips(&self) -> u64 {
        self.trips
    }

    /// The earliest first load it was learned from.
    pub fn since(&self) -> Option<UtcTime> {
        self.since
    }

    /// How many trips went from one area to another.
    pub fn pair_trips(&self, origin: &str, destination: &str) -> u64 {
        self.pairs.get(&format!("{origin}>{destination}")).map_or(0, |pair| pair.trips)
    }

    /// The itineraries of a pair with their trips, most frequent first, then by name.
    pub fn itineraries(&self, origin: &str, destination: &str) -> Vec<(Vec<String>, u64)> {
        let Some(pair) = self.pairs.get(&format!("{origin}>{destination}")) else { return Vec::new() };
        let mut vias: Vec<(&String, u64)> = pair.vias.iter().map(|(via, trips)| (via, *trips)).collect();
        vias.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let areas = |via: &str| {
            let between = via.split('>').filter(|area| !area.is_empty());
            [origin].into_iter().chain(between).chain([destination]).map(str::to_owned).collect()
        };
        vias.into_iter().map(|(via, trips)| (areas(via), trips)).collect()
    }

    /// How long boxes stay in an area in this role; of the role over all areas when `area` is `None`.
    pub fn dwell(&self, role: DwellRole, area: Option<&str>) -> Option<&Distribution> {
        match area {
            Some(area) => self.dwells.get(&dwell_key(role, area)),
            None => self.dwells.get(role.as_str()),
        }
    }

    /// How long the sea leg between two areas takes.
    pub fn leg(&self, from: &str, to: &str) -> Option<&Distribution> {
        self.legs.get(&format!("{from}>{to}"))
    }

    /// Loads and discharges that must have happened under this carrier (under all for the empty text), and how
    /// many of them nobody reported.
    pub fn milestones(&self, carrier: &str) -> (u64, u64) {
        self.milestones.get(carrier).map_or((0, 0), |counts| (counts.expected, counts.missing))
    }

    pub(crate) fn pair(&self, part: &SeaPart<'_>) -> Option<&Pair> {
        self.pairs.get(&pair_key(part))
    }

    /// Whether this trip is one of those that were learned from.
    pub(crate) fn has_learned(&self, trip: &Trip) -> bool {
        is_known(trip, self.as_of)
    }
}

impl Pair {
    fn see(&mut self, number: i32, seen: Month) {
        let month = self.months.entry(number).or_insert(Month { trips: 0, earliest: seen.earliest });
        month.trips += seen.trips;
        month.earliest = month.earliest.min(seen.earliest);
    }

    fn merge(&mut self, other: &Pair) {
        self.countries.clone_from(&other.countries);
        self.trips += other.trips;
        add_all(&mut self.vias, &other.vias);
        for (carrier, vias) in &other.carriers {
            add_all(self.carriers.entry(carrier.clone()).or_default(), vias);
        }
        for (number, month) in &other.months {
            self.see(*number, *month);
        }
    }
}

fn add_all(mine: &mut Vias, theirs: &Vias) {
    for (via, trips) in theirs {
        *mine.entry(via.clone()).or_insert(0) += trips;
    }
}

/// Known whole at that time, and over by then.
fn is_known(trip: &Trip, as_of: UtcTime) -> bool {
    trip.last_known <= as_of && trip.end <= as_of
}

fn dwell_key(role: DwellRole, area: &str) -> String {
    format!("{} {area}", role.as_str())
}

pub(crate) fn pair_key(part: &SeaPart<'_>) -> String {
    format!("{}>{}", part.origin.area, part.destination.area)
}

pub(crate) fn country_pair_key(part: &SeaPart<'_>) -> String {
    format!("{}>{}", part.origin.country, part.destination.country)
}

/// Months since year 0.
pub(crate) fn month_number(time: UtcTime) -> i32 {
    let (year, month, _) = time.civil_date();
    i32::from(year) * 12 + i32::from(month) - 1
}

/// Loads and discharges that a complete sea part must have had, and how many nobody reported.
pub(crate) fn milestones(trip: &Trip) -> (u64, u64) {
    let legs = trip.calls.len().saturating_sub(1) as u64;
    let reported =
        |role: &str| trip.calls.iter().filter(|call| call.evidence.iter().any(|e| e.role == role)).count();
    let seen = (reported("load_event") + reported("discharge_event")) as u64;
    (2 * legs, (2 * legs).saturating_sub(seen))
}
