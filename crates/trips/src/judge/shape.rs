//! One trip as numbers, as the judge reads it and the table of normal routes learns from it.

use super::areas::JudgeAreas;
use crate::area::AreaId;
use crate::facts::{CallFact, Doubt, EventFact, Facts, TripFact};
use crate::life::is_sea;
use crate::routes::{Key, Quarter, key_of, mix, quarter_of};
use crate::trip::{CallRole, TripStatus};
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// Reports of one event beyond this number say no more: they copy one another.
pub(crate) const REPORTS_COUNTED_MAX: u32 = 3;

/// A trip with its events and calls, and what their numbers mean.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape<'f> {
    pub(crate) trip: &'f TripFact,
    pub(crate) events: &'f [EventFact],
    pub(crate) calls: &'f [CallFact],
    pub(crate) areas: &'f JudgeAreas,
    pub(crate) texts: &'f TextTable,
    /// Goods are in it.
    pub(crate) laden: bool,
}

impl<'f> Shape<'f> {
    pub(crate) fn new(
        facts: &'f Facts,
        trip: &'f TripFact,
        areas: &'f JudgeAreas,
        texts: &'f TextTable,
    ) -> Shape<'f> {
        let (events, calls) = (facts.events_of(trip), facts.calls_of(trip));
        Shape { trip, events, calls, areas, texts, laden: carries_goods(trip, events) }
    }

    /// The believed events in order of time, with their numbers within the trip.
    pub(crate) fn believed(&self) -> impl DoubleEndedIterator<Item = (usize, &'f EventFact)> + use<'f> {
        self.events.iter().enumerate().filter(|(_, event)| event.doubt == Doubt::None)
    }

    pub(crate) fn carrier(&self) -> Key {
        key_of(self.texts.text(self.trip.carrier))
    }

    /// Where it was first loaded, if known.
    pub(crate) fn load(&self) -> Option<&'f CallFact> {
        self.calls.first().filter(|call| call.role == CallRole::Load)
    }

    /// Where it was last discharged, if it was.
    pub(crate) fn discharge(&self) -> Option<&'f CallFact> {
        self.calls.last().filter(|call| call.role == CallRole::Discharge)
    }

    /// The transhipment areas as one number; 0 when it went direct.
    pub(crate) fn via_key(&self, between: &[CallFact]) -> Key {
        between.iter().fold(0, |via, call| mix(via, self.areas.key(call.area)))
    }

    /// The sea part of a laden trip once both ends are known.
    pub(crate) fn sea_part(&self) -> Option<SeaPart<'f>> {
        let (origin, destination) = (self.load()?, self.discharge()?);
        if !self.laden || self.trip.aboard || self.calls.len() < 2 {
            return None;
        }
        let between = self.calls.get(1..self.calls.len() - 1)?;
        Some(self.part(origin, destination.area, between))
    }

    /// Whether nothing can be added to the sea part any more: the box left the port of discharge, or was returned.
    pub(crate) fn is_over(&self) -> bool {
        self.trip.status == TripStatus::Closed
            || (self.trip.status == TripStatus::Open
                && self.discharge().is_some_and(|call| call.departed.is_some()))
    }

    /// The sea part under way, as far as it has come, with the declared destination for its end.
    pub(crate) fn sea_part_ahead(&self, destination: AreaId) -> Option<SeaPart<'f>> {
        let origin = self.load()?;
        let between = self.calls.get(1..).filter(|_| self.laden)?;
        Some(self.part(origin, destination, between))
    }

    fn part(&self, origin: &'f CallFact, destination: AreaId, between: &'f [CallFact]) -> SeaPart<'f> {
        let loaded = origin.departed.or(origin.arrived).unwrap_or(self.trip.start);
        SeaPart {
            origin: origin.area,
            destination,
            between,
            via: self.via_key(between),
            loaded,
            quarter: quarter_of(loaded),
        }
    }

    /// Loads and discharges that a complete sea part must have had, and how many nobody reported.
    pub(crate) fn milestones(&self) -> (u32, u32) {
        milestones(self.calls)
    }

    /// Whether what went on from a transhipment is not what came there: then the messages may be of two journeys whose
    /// turn nobody reported.
    pub(crate) fn change(&self) -> Change {
        let (mut seal, mut mass, mut discharged) = (TextId::NONE, f32::NAN, false);
        let (mut other_seal, mut other_mass) = (false, false);
        // Reports for laden less those for empty: so far, and the most and the least so far.
        let (mut sum, mut most, mut least) = (0i64, 0i64, 0i64);
        for (_, event) in self.believed().filter(|(_, event)| is_sea(event.event)) {
            if discharged && event.event == EventCode::Loaded {
                other_seal |= seal != TextId::NONE && event.seal != TextId::NONE && event.seal != seal;
                let heavier = mass.max(event.gross_mass_kg);
                other_mass |= (mass - event.gross_mass_kg).abs() > OTHER_LOAD_SHARE * heavier;
            }
            discharged |= event.event == EventCode::Discharged;
            seal = event.seal.some().unwrap_or(seal);
            mass = if event.gross_mass_kg.is_finite() { event.gross_mass_kg } else { mass };
            sum += said(event);
            (most, least) = (most.max(sum), least.min(sum));
        }
        let emptied = most >= TURN_REPORTS_MIN && sum - most <= -TURN_REPORTS_MIN;
        let filled = least <= -TURN_REPORTS_MIN && sum - least >= TURN_REPORTS_MIN;
        match (other_seal, other_mass) {
            _ if emptied || filled => Change::Load,
            (true, true) => Change::Load,
            (true, false) => Change::Seal,
            (false, true) => Change::Mass,
            (false, false) => Change::None,
        }
    }
}

/// So many reports before and after must contradict each other for a box to have been emptied or filled between.
const TURN_REPORTS_MIN: i64 = 2;

/// Reports that say laden, or with a minus empty.
pub(crate) fn said(event: &EventFact) -> i64 {
    let reports = i64::from(event.report_count.min(REPORTS_COUNTED_MAX));
    match event.full_empty {
        Some(FullEmpty::Laden) => reports,
        Some(FullEmpty::Empty) => -reports,
        None => 0,
    }
}

/// What changed between a discharge and the load that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    None,
    Seal,
    Mass,
    /// Seal and mass, or from laden to empty or back.
    Load,
}

/// Masses that differ by more than this share are of two loads: no scales are as wrong.
const OTHER_LOAD_SHARE: f32 = 0.1;

fn milestones(calls: &[CallFact]) -> (u32, u32) {
    let expected = 2 * calls.len().saturating_sub(1) as u32;
    let shown = |which: usize| calls.iter().filter(|call| call.shown_by[which] != u32::MAX).count();
    (expected, expected.saturating_sub((shown(0) + shown(1)) as u32))
}

/// Loads and discharges that a trip must have had and how many nobody reported; `None` of a trip without a complete
/// sea part, or of an empty.
pub(crate) fn milestones_of(facts: &Facts, trip: &TripFact) -> Option<(u32, u32)> {
    let calls = facts.calls_of(trip);
    let ends = [calls.first()?.role, calls.last()?.role] == [CallRole::Load, CallRole::Discharge];
    let whole = ends && trip.status == TripStatus::Closed && carries_goods(trip, facts.events_of(trip));
    whole.then(|| milestones(calls))
}

/// Whether goods are in it: an empty that is carried by sea stays one though a single message says otherwise.
fn carries_goods(trip: &TripFact, events: &[EventFact]) -> bool {
    if !trip.laden {
        return false;
    }
    let (mut goods, mut goods_events, mut solid, mut empty) = (0, 0, 0, 0);
    for event in events.iter().filter(|event| event.doubt == Doubt::None) {
        let reports = event.report_count.min(REPORTS_COUNTED_MAX);
        let packed = matches!(event.event, EventCode::Stuffed | EventCode::Stripped);
        if packed || event.full_empty == Some(FullEmpty::Laden) {
            goods += reports;
            goods_events += 1;
            solid += u32::from(reports > 1);
        } else if is_sea(event.event) && event.full_empty == Some(FullEmpty::Empty) {
            empty += reports;
        }
    }
    empty == 0 || solid > 1 || (goods_events > 1 && 4 * goods > empty) || goods > empty
}

/// A sea part with both ends known: where from, where to, over what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SeaPart<'f> {
    pub(crate) origin: AreaId,
    pub(crate) destination: AreaId,
    pub(crate) between: &'f [CallFact],
    /// The transhipment areas as one number; 0 for none.
    pub(crate) via: Key,
    /// First load, or what stands for it.
    pub(crate) loaded: UtcTime,
    pub(crate) quarter: Quarter,
}
