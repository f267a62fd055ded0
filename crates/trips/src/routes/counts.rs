//! What is counted: whole numbers per quarter, so that neither order nor grouping leaves a trace.

use super::distribution::Distribution;
use super::key::{Key, KeyMap, Quarter, key_of, quarter_of};
use super::stays::{DwellRole, stays_of};
use crate::area::AreaId;
use crate::judge::{JudgeAreas, SeaPart, Shape};

/// Days kept of a pair; a pair with more trips is no rarity, and when they were sailed no longer matters.
pub(super) const PAIR_DAYS_MAX: usize = 16;

/// Which trips of one quarter are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct RouteKey {
    pub(super) origin: Key,
    pub(super) destination: Key,
    /// The transhipment areas; 0 for none.
    pub(super) via: Key,
    pub(super) carrier: Key,
    pub(super) quarter: Quarter,
}

/// Which lengths of time of one quarter are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct LengthKey {
    /// See [`Kind`].
    pub(super) kind: u8,
    pub(super) from: Key,
    /// 0 for a stay.
    pub(super) to: Key,
    pub(super) quarter: Quarter,
}

/// What took a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A stay in an area.
    Stay(DwellRole),
    /// From the departure at one area to the arrival at the next.
    Leg,
    /// From the first departure to the last arrival, over whatever lies between.
    Transit,
}

impl Kind {
    pub(super) const ALL: [Kind; 7] = [
        Kind::Stay(DwellRole::Origin),
        Kind::Stay(DwellRole::OriginCycle),
        Kind::Stay(DwellRole::Transhipment),
        Kind::Stay(DwellRole::Destination),
        Kind::Stay(DwellRole::DestinationCycle),
        Kind::Leg,
        Kind::Transit,
    ];

    pub(super) const fn number(self) -> u8 {
        match self {
            Kind::Stay(role) => role as u8,
            Kind::Leg => 5,
            Kind::Transit => 6,
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Kind::Stay(role) => role.as_str(),
            Kind::Leg => "leg",
            Kind::Transit => "transit",
        }
    }
}

/// When a pair was sailed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PairDays {
    pub(super) trips: u32,
    /// Day numbers of the first loads, sorted; empty of more than [`PAIR_DAYS_MAX`] trips.
    pub(super) days: Vec<i32>,
}

impl PairDays {
    pub(super) fn add(&mut self, day: i32) {
        self.trips = self.trips.saturating_add(1);
        if self.trips as usize > PAIR_DAYS_MAX {
            self.days = Vec::new();
        } else {
            let place = self.days.partition_point(|held| *held <= day);
            self.days.insert(place, day);
        }
    }

    fn merge(&mut self, other: &PairDays) {
        self.trips = self.trips.saturating_add(other.trips);
        if self.trips as usize > PAIR_DAYS_MAX {
            self.days = Vec::new();
        } else {
            self.days.extend_from_slice(&other.days);
            self.days.sort_unstable();
        }
    }
}

/// How complete one carrier's messages are, over its complete sea parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Milestones {
    /// Loads and discharges that must have happened.
    pub(super) expected: u64,
    /// Those that nobody reported.
    pub(super) missing: u64,
}

/// An area or a carrier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Name {
    pub(super) text: Box<str>,
    /// Of an area: its country; empty when unknown.
    pub(super) country: Box<str>,
}

/// All that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub(super) names: KeyMap<Key, Name>,
    /// The areas of each via.
    pub(super) vias: KeyMap<Key, Box<[Key]>>,
    pub(super) routes: KeyMap<RouteKey, u32>,
    pub(super) lengths: KeyMap<LengthKey, Distribution>,
    pub(super) pairs: KeyMap<(Key, Key), PairDays>,
    pub(super) milestones: KeyMap<Key, Milestones>,
    /// Complete sea parts.
    pub(super) trips: u64,
    /// First and last of their first loads, days since 1970; the first is above the last when there is none.
    pub(super) first_day: i32,
    pub(super) last_day: i32,
}

impl Counts {
    pub(super) fn new() -> Counts {
        Counts { first_day: i32::MAX, last_day: i32::MIN, ..Counts::default() }
    }

    /// Counts one trip.
    pub(super) fn add(&mut self, shape: &Shape<'_>) {
        let areas = shape.areas;
        if shape.laden {
            for stay in stays_of(shape) {
                if let (Some(call), Some(to)) = (shape.calls.get(stay.call), stay.to) {
                    let hours = to.hours_since(stay.from);
                    self.length(Kind::Stay(stay.role), areas, call.area, None, quarter_of(stay.from), hours);
                }
            }
        }
        for pair in shape.calls.windows(2) {
            if let [from, to] = pair
                && let (Some(departed), Some(arrived)) = (from.departed, to.arrived)
                && arrived > departed
            {
                let (quarter, hours) = (quarter_of(departed), arrived.hours_since(departed));
                self.length(Kind::Leg, areas, from.area, Some(to.area), quarter, hours);
            }
        }
        let Some(part) = shape.sea_part().filter(|_| shape.is_over()) else { return };
        self.add_route(shape, &part);
        if let (Some(departed), Some(arrived)) =
            (shape.load().and_then(|call| call.departed), shape.discharge().and_then(|call| call.arrived))
            && arrived > departed
        {
            let hours = arrived.hours_since(departed);
            self.length(Kind::Transit, areas, part.origin, Some(part.destination), part.quarter, hours);
        }
    }

    fn add_route(&mut self, shape: &Shape<'_>, part: &SeaPart<'_>) {
        let areas = shape.areas;
        let (origin, destination) = (self.name(areas, part.origin), self.name(areas, part.destination));
        if !self.vias.contains_key(&part.via) {
            let between = part.between.iter().map(|call| self.name(areas, call.area)).collect();
            self.vias.insert(part.via, between);
        }
        let carrier = shape.carrier();
        if carrier != 0 && !self.names.contains_key(&carrier) {
            let text = shape.texts.text(shape.trip.carrier).into();
            self.names.insert(carrier, Name { text, country: Box::default() });
        }
        let key = RouteKey { origin, destination, via: part.via, carrier, quarter: part.quarter };
        *self.routes.entry(key).or_insert(0) += 1;
        let day = part.loaded.day_number() as i32;
        self.pairs.entry((origin, destination)).or_default().add(day);
        let (expected, missing) = shape.milestones();
        let counts = self.milestones.entry(carrier).or_default();
        counts.expected += u64::from(expected);
        counts.missing += u64::from(missing);
        self.trips += 1;
        self.first_day = self.first_day.min(day);
        self.last_day = self.last_day.max(day);
    }

    fn length(
        &mut self,
        kind: Kind,
        areas: &JudgeAreas,
        from: AreaId,
        to: Option<AreaId>,
        quarter: Quarter,
        hours: f64,
    ) {
        let (from, to) = (self.name(areas, from), to.map_or(0, |to| self.name(areas, to)));
        self.lengths.entry(LengthKey { kind: kind.number(), from, to, quarter }).or_default().add(hours);
    }

    /// The area's key, its name kept.
    fn name(&mut self, areas: &JudgeAreas, area: AreaId) -> Key {
        let area = areas.get(area);
        self.names
            .entry(area.key)
            .or_insert_with(|| Name { text: area.code.clone(), country: area.country.clone() });
        area.key
    }

    /// Keeps a name and gives its key.
    pub(super) fn named(&mut self, text: &str, country: &str) -> Key {
        let key = key_of(text);
        let name = self.names.entry(key).or_default();
        name.text = text.into();
        if !country.is_empty() {
            name.country = country.into();
        }
        key
    }

    /// Adds all of another.
    pub(super) fn merge(&mut self, other: &Counts) {
        for (key, name) in &other.names {
            let mine = self.names.entry(*key).or_insert_with(|| name.clone());
            // Two tables may know different countries of one area: the same one must win in any order.
            if name.country > mine.country {
                mine.country.clone_from(&name.country);
            }
        }
        for (key, areas) in &other.vias {
            self.vias.entry(*key).or_insert_with(|| areas.clone());
        }
        for (key, count) in &other.routes {
            let mine = self.routes.entry(*key).or_insert(0);
            *mine = mine.saturating_add(*count);
        }
        for (key, lengths) in &other.lengths {
            self.lengths.entry(*key).or_default().merge(lengths);
        }
        for (key, days) in &other.pairs {
            self.pairs.entry(*key).or_default().merge(days);
        }
        for (key, milestones) in &other.milestones {
            let mine = self.milestones.entry(*key).or_default();
            mine.expected += milestones.expected;
            mine.missing += milestones.missing;
        }
        self.trips += other.trips;
        self.first_day = self.first_day.min(other.first_day);
        self.last_day = self.last_day.max(other.last_day);
    }
}
