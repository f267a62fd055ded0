//! One trip as numbers, as the judge reads it and the table of normal routes learns from it.

use super::areas::JudgeAreas;
use crate::area::AreaId;
use crate::facts::{CallFact, Doubt, EventFact, Facts, TripFact};
use crate::life::is_sea;
use crate::routes::{Key, Quarter, key_of, mix, quarter_of};
use crate::trip::{CallRole, TripStatus};
use tidewaiter_model::batch::TextTable;
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// Reports of one event beyond this number say no more: they copy one another.
const REPORTS_COUNTED_MAX: u32 = 3;

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
        let mut shape = Shape { trip, events, calls, areas, texts, laden: trip.laden };
        shape.laden = shape.carries_goods();
        shape
    }

    /// The believed events in order of time, with their numbers within the trip.
    pub(crate) fn believed(&self) -> impl DoubleEndedIterator<Item = (usize, &'f EventFact)> + use<'f> {
        self.events.iter().enumerate().filter(|(_, event)| event.doubt == Doubt::None)
    }

    /// Whether goods are in it: an empty that is carried by sea stays one though a single message says otherwise.
    fn carries_goods(&self) -> bool {
        let (mut goods, mut goods_events, mut empty) = (0, 0, 0);
        if !self.trip.laden {
            return false;
        }
        for (_, event) in self.believed() {
            let reports = event.report_count.min(REPORTS_COUNTED_MAX);
            let packed = matches!(event.event, EventCode::Stuffed | EventCode::Stripped);
            if packed || event.full_empty == Some(FullEmpty::Laden) {
                goods += reports;
                goods_events += 1;
            } else if is_sea(event.event) && event.full_empty == Some(FullEmpty::Empty) {
                empty += reports;
            }
        }
        empty == 0 || (goods_events > 1 && 4 * goods > empty) || goods > empty
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
        let expected = 2 * self.calls.len().saturating_sub(1) as u32;
        let shown = |which: usize| self.calls.iter().filter(|call| call.shown_by[which] != u32::MAX).count();
        (expected, expected.saturating_sub((shown(0) + shown(1)) as u32))
    }
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
