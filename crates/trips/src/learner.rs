//! The first pass: what many containers tell about sources, unknown places and travel times.

use crate::area::{AreaId, Gazetteer};
use crate::ends::End;
use crate::facts::{Doubt, EventFact, Facts, Repair, Report, TripFact};
use crate::kernel::Kernel;
use crate::learned::{Learned, SourceTrust, Travel, UsualEnd, WEIGHT_USUAL};
use crate::life::{is_neutral, is_sea};
use crate::merge::Reference;
use crate::place::kinship;
use crate::settings::TripSettings;
use std::collections::BTreeMap;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::EventCode;

/// Learns [`Learned`] from containers, in any order: everything it keeps is a count. Learners of several threads add
/// up.
#[derive(Debug)]
pub struct Learner<'a> {
    kernel: Kernel<'a>,
    facts: Facts,
    pub(crate) counts: Counts,
}

#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) clocks: BTreeMap<TextId, Clock>,
    /// By unknown area and the area it may be.
    pub(crate) votes: BTreeMap<(AreaId, AreaId), u32>,
    pub(crate) unknown: BTreeMap<AreaId, u32>,
    pub(crate) travel: BTreeMap<(AreaId, AreaId), Hours>,
    /// Hours between the pick-up or return and another event, by the area of that.
    pub(crate) ends: BTreeMap<(End, EventCode, AreaId), Hours>,
    pub(crate) trips: u64,
}

/// Hours of a source's reports from the consensus of their events, one count an hour.
pub(crate) type Clock = [u32; 2 * CLOCK_HOURS + 1];
const CLOCK_HOURS: usize = 24;

/// Journeys by how long they took, in steps of a quarter of an octave from one hour on; and how many went by land.
#[derive(Debug, Clone)]
pub(crate) struct Hours {
    pub(crate) counts: [u32; STEPS],
    pub(crate) by_land: u32,
}

impl Default for Hours {
    fn default() -> Hours {
        Hours { counts: [0; STEPS], by_land: 0 }
    }
}

const STEPS: usize = 48;
const STEPS_PER_OCTAVE: f64 = 4.0;

/// Reports of a source needed before its clock is judged, and of an event to judge by.
const CLOCK_REPORTS_MIN: u32 = 30;
const EVENT_REPORTS_MIN: u32 = 3;
/// A clock that runs off by less is no time zone.
const OFFSET_HOURS_MIN: f64 = 0.75;
/// Votes needed for an alias, how many of them must agree, and how many there must be for each event there.
const VOTES_MIN: u32 = 6;
const VOTES_SHARE: f64 = 0.7;
const VOTES_PER_EVENT: f64 = 0.2;
/// This share of journeys may be faster than what counts as the least time: wrong clocks.
const FASTER_SHARE: f64 = 0.03;

static NOTHING: Learned = Learned::NOTHING;

impl<'a> Learner<'a> {
    /// A learner for reports of `texts` and `gazetteer`.
    pub fn new(texts: &'a TextTable, gazetteer: &'a Gazetteer, settings: &'a TripSettings) -> Learner<'a> {
        let kernel = Kernel::new(texts, gazetteer, &NOTHING, settings);
        Learner { kernel, facts: Facts::default(), counts: Counts::default() }
    }

    /// Learns from one container number.
    pub fn add(&mut self, reports: &[Report]) {
        self.facts.clear();
        self.kernel.rebuild(reports, &mut self.facts);
        let reference = self.kernel.reference();
        let counts = &mut self.counts;
        for trip in &self.facts.trips {
            let events = self.facts.events_of(trip);
            for event in events {
                counts.clocks(event, &self.facts, reports);
                counts.places_within(event, &self.facts, reports, reference);
            }
            counts.places_beside(events, reference);
            counts.travel(trip, events, reference);
            counts.ends(trip, events);
            counts.trips += 1;
        }
    }

    /// Adds what another learner of the same texts and areas counted.
    pub fn merge(&mut self, other: Learner<'_>) {
        let (own, other) = (&mut self.counts, other.counts);
        for (source, clock) in other.clocks {
            let place = own.clocks.entry(source).or_insert([0; 2 * CLOCK_HOURS + 1]);
            place.iter_mut().zip(clock).for_each(|(count, more)| *count += more);
        }
        for (key, count) in other.votes {
            *own.votes.entry(key).or_default() += count;
        }
        for (key, count) in other.unknown {
            *own.unknown.entry(key).or_default() += count;
        }
        for (key, hours) in other.travel {
            let place = own.travel.entry(key).or_default();
            place.counts.iter_mut().zip(hours.counts).for_each(|(count, more)| *count += more);
            place.by_land += hours.by_land;
        }
        for (key, hours) in other.ends {
            let place = own.ends.entry(key).or_default();
            place.counts.iter_mut().zip(hours.counts).for_each(|(count, more)| *count += more);
        }
        own.trips += other.trips;
    }

    pub(crate) fn areas(&self) -> &'a Gazetteer {
        self.kernel.gazetteer()
    }

    /// What was learned.
    pub fn finish(&self) -> Learned {
        let areas = self.kernel.gazetteer();
        let mut learned = Learned { trips: self.counts.trips, ..Learned::default() };
        for (source, clock) in &self.counts.clocks {
            if let Some(trust) = trust(clock) {
                learned.set_source(*source, trust);
            }
        }
        learned.set_aliases(self.counts.aliases(areas), areas.len());
        let travel = self.counts.travel.iter().map(|((from, to), hours)| Travel {
            from: *from,
            to: *to,
            least_hours: hours.least_hours(),
            seen: hours.seen(),
            by_land: hours.by_land,
        });
        learned.set_travel(travel.collect(), areas.len());
        learned.set_ends(self.counts.usual_ends());
        learned
    }
}

impl Counts {
    fn clocks(&mut self, event: &EventFact, facts: &Facts, reports: &[Report]) {
        if event.report_count < EVENT_REPORTS_MIN || event.doubt != Doubt::None {
            return;
        }
        for report in facts.reports_of(event).iter().filter_map(|number| reports.get(*number as usize)) {
            let hours = report.time.hours_since(event.time).round();
            let bin = (hours + CLOCK_HOURS as f64).clamp(0.0, 2.0 * CLOCK_HOURS as f64) as usize;
            self.clocks.entry(report.source).or_insert([0; 2 * CLOCK_HOURS + 1])[bin] += 1;
        }
    }

    /// Reports of an unknown place that the merge put to an event of a known one.
    fn places_within(
        &mut self,
        event: &EventFact,
        facts: &Facts,
        reports: &[Report],
        reference: Reference<'_>,
    ) {
        if !reference.areas.is_known(event.area) {
            *self.unknown.entry(event.area).or_default() += 1;
            return;
        }
        if event.repair != Repair::Place {
            return;
        }
        for report in facts.reports_of(event).iter().filter_map(|number| reports.get(*number as usize)) {
            let area = reference.areas.of_text(report.location);
            if area != AreaId::NOWHERE && !reference.areas.is_known(area) {
                *self.votes.entry((area, event.area)).or_default() += 2;
            }
        }
    }

    /// Events at an unknown place beside events that belong to the same stay.
    fn places_beside(&mut self, events: &[EventFact], reference: Reference<'_>) {
        let is_candidate = |event: &EventFact| event.area != AreaId::NOWHERE && event.doubt == Doubt::None;
        for pair in events.windows(2) {
            let [a, b] = pair else { continue };
            let (known, other) = match (reference.areas.is_known(a.area), reference.areas.is_known(b.area)) {
                (true, false) => (a, b),
                (false, true) => (b, a),
                _ => continue,
            };
            let votes = kinship(a.into(), b.into(), a.vessel, b.vessel);
            if votes > 0 && is_candidate(known) && is_candidate(other) {
                *self.votes.entry((other.area, known.area)).or_default() += votes;
            }
        }
    }

    fn travel(&mut self, trip: &TripFact, events: &[EventFact], reference: Reference<'_>) {
        let moves = |event: &&EventFact| {
            event.doubt == Doubt::None && !is_neutral(event.event) && reference.areas.is_known(event.area)
        };
        if trip.conflict.is_some() || trip.physical_box != 0 {
            return;
        }
        let mut before: Option<&EventFact> = None;
        for event in events.iter().filter(moves) {
            if let Some(last) = before.replace(event)
                && last.area != event.area
            {
                let hours = event.time.hours_since(last.time);
                let place = self.travel.entry((last.area, event.area)).or_default();
                place.add(hours);
                place.by_land += u32::from(!is_sea(last.event) && !is_sea(event.event));
            }
        }
    }

    /// Trips whose pick-up or return was reported: how far from it their other events are.
    fn ends(&mut self, trip: &TripFact, events: &[EventFact]) {
        if trip.conflict.is_some() || trip.physical_box != 0 || !trip.laden {
            return;
        }
        let moves = || events.iter().filter(|event| event.doubt == Doubt::None && !is_neutral(event.event));
        let mut out = moves();
        if let Some(first) = out.next().filter(|first| first.event == EventCode::PickedUp) {
            let until_sea = out.take_while(|event| End::PickUp.is_told_by(event.event));
            self.ends_of(End::PickUp, first, until_sea);
        }
        let mut back = moves().rev();
        if let Some(last) = back.next().filter(|last| last.event == EventCode::Returned) {
            let from_sea = back.take_while(|event| End::Return.is_told_by(event.event));
            self.ends_of(End::Return, last, from_sea);
        }
    }

    fn ends_of<'e>(&mut self, end: End, known: &EventFact, others: impl Iterator<Item = &'e EventFact>) {
        for event in others {
            let hours = event.time.hours_since(known.time).abs();
            self.ends.entry((end, event.event, event.area)).or_default().add(hours);
        }
    }

    /// What is usual at each area, and over all.
    fn usual_ends(&self) -> Vec<UsualEnd> {
        let mut over_all: BTreeMap<(End, EventCode, AreaId), Hours> = BTreeMap::new();
        for ((end, event, _), hours) in &self.ends {
            let place = over_all.entry((*end, *event, AreaId::NOWHERE)).or_default();
            place.counts.iter_mut().zip(hours.counts).for_each(|(count, more)| *count += more);
        }
        let known = self.ends.iter().filter(|((_, _, area), _)| *area != AreaId::NOWHERE);
        let usual = known.chain(&over_all).map(|((end, event, area), hours)| UsualEnd {
            end: *end,
            event: *event,
            area: *area,
            median_hours: hours.median_hours(),
            seen: hours.seen(),
        });
        usual.collect()
    }

    /// Unknown areas and what nearly all votes say they are.
    fn aliases(&self, areas: &Gazetteer) -> impl Iterator<Item = (AreaId, AreaId)> {
        let mut best: BTreeMap<AreaId, (u32, u32, AreaId)> = BTreeMap::new();
        for ((unknown, known), votes) in &self.votes {
            let (all, most, area) = best.entry(*unknown).or_insert((0, 0, *known));
            *all += votes;
            if *votes > *most || (*votes == *most && areas.rank(*known) < areas.rank(*area)) {
                (*most, *area) = (*votes, *known);
            }
        }
        best.into_iter().filter_map(|(unknown, (all, most, area))| {
            let events = f64::from(self.unknown.get(&unknown).copied().unwrap_or(0));
            let agreed = f64::from(most) >= VOTES_SHARE * f64::from(all);
            let enough = most >= VOTES_MIN && f64::from(most) >= VOTES_PER_EVENT * events;
            (agreed && enough).then_some((unknown, area))
        })
    }
}

impl Hours {
    fn add(&mut self, hours: f64) {
        let step = (hours.max(1.0).log2() * STEPS_PER_OCTAVE) as usize;
        self.counts[step.min(STEPS - 1)] += 1;
    }

    /// Half are at least so long: the middle of the step that holds it.
    fn median_hours(&self) -> f32 {
        let (all, mut passed) = (self.seen(), 0);
        let step = self.counts.iter().position(|count| {
            passed += count;
            passed * 2 >= all
        });
        f64::exp2((step.unwrap_or(0) as f64 + 0.5) / STEPS_PER_OCTAVE) as f32
    }

    fn seen(&self) -> u32 {
        self.counts.iter().sum()
    }

    fn least_hours(&self) -> f32 {
        let allowed = f64::from(self.seen()) * FASTER_SHARE;
        let mut passed = 0u32;
        for (step, count) in self.counts.iter().enumerate() {
            passed += count;
            if f64::from(passed) > allowed {
                return f64::exp2(step as f64 / STEPS_PER_OCTAVE) as f32;
            }
        }
        0.0
    }
}

/// A source's weight by how far its reports lie apart, and its clock's offset where most of them share it.
fn trust(clock: &Clock) -> Option<SourceTrust> {
    let all: u32 = clock.iter().sum();
    if all < CLOCK_REPORTS_MIN {
        return None;
    }
    let hours_at = |share: f64| {
        let mut passed = 0;
        let bin = clock.iter().position(|count| {
            passed += count;
            f64::from(passed) >= share * f64::from(all)
        });
        bin.unwrap_or(CLOCK_HOURS) as f64 - CLOCK_HOURS as f64
    };
    let (median, spread) = (hours_at(0.5), hours_at(0.75) - hours_at(0.25));
    // The middle half must lie clear of right clocks, or it is no offset but a bad clock.
    let is_offset = median.abs() >= OFFSET_HOURS_MIN && (hours_at(0.25) * hours_at(0.75) > 0.0);
    let offset_hours = if is_offset { median } else { 0.0 };
    // Clocks within two hours of each other are as good as any.
    let weight = (f64::from(WEIGHT_USUAL) * 4.0 / (2.0 + spread.max(2.0))).round() as u32;
    Some(SourceTrust { weight: weight.max(1), offset_micros: (offset_hours * 3.6e9) as i64 })
}
