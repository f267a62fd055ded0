//! A trip in its rich form as the numbers that the judge reads.

use super::areas::JudgeAreas;
use super::shape::Shape;
use crate::area::AreaId;
use crate::facts::{CallFact, Doubt, EventFact, Facts, Repair, TripFact};
use crate::trip::{BelievedEvent, Call, Trip};
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::reference::Places;

/// A trip with its numbers.
pub(crate) struct RichTrip {
    facts: Facts,
    pub(super) areas: JudgeAreas,
    texts: TextTable,
}

impl RichTrip {
    /// The numbers of a trip, as far as they can be had without the table of places.
    pub(crate) fn new(trip: &Trip) -> RichTrip {
        RichTrip::made(trip, None)
    }

    /// The numbers of a trip.
    pub(super) fn placed(trip: &Trip, places: &Places) -> RichTrip {
        RichTrip::made(trip, Some(places))
    }

    /// Reads the trip.
    pub(crate) fn with<R>(&self, read: impl FnOnce(Shape<'_>) -> R) -> R {
        let trip = self.facts.trips.first().unwrap_or(&NOTHING);
        read(Shape::new(&self.facts, trip, &self.areas, &self.texts))
    }

    fn made(trip: &Trip, places: Option<&Places>) -> RichTrip {
        let mut rich =
            RichTrip { facts: Facts::default(), areas: JudgeAreas::default(), texts: TextTable::default() };
        for call in &trip.calls {
            let fact = rich.call(call, places);
            rich.facts.calls.push(fact);
        }
        for event in &trip.events {
            let fact = rich.event(event, places);
            rich.facts.events.push(fact);
        }
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        rich.facts.trips.push(TripFact {
            sequence: trip.sequence,
            physical_box: trip.physical_box,
            status: trip.status,
            start: trip.start,
            end: trip.end,
            inferred: trip.inferred,
            carrier: rich.texts.intern(trip.carrier.as_deref().unwrap_or("")),
            laden: trip.laden,
            aboard: trip.aboard,
            event_count: count(trip.events.len()),
            call_count: count(trip.calls.len()),
            reports: trip.reports,
            longest_silence_hours: trip.longest_silence_hours as f32,
            confidence: trip.confidence as f32,
            ..NOTHING
        });
        rich
    }

    fn area(&mut self, code: &str, country: &str, places: Option<&Places>) -> AreaId {
        match places {
            Some(places) => self.areas.enter(code, places),
            None => self.areas.enter_bare(code, country),
        }
    }

    fn text(&mut self, text: Option<&str>) -> TextId {
        self.texts.intern(text.unwrap_or(""))
    }

    fn call(&mut self, call: &Call, places: Option<&Places>) -> CallFact {
        let shown = |role: &str| if call.evidence.iter().any(|e| e.role == role) { 0 } else { u32::MAX };
        let other = shown("vessel_event").min(shown("gate_event"));
        CallFact {
            area: self.area(&call.area, &call.country, places),
            role: call.role,
            inferred: call.inferred,
            arrived: call.arrived,
            departed: call.departed,
            loaded_on: self.text(call.loaded_on.as_deref()),
            discharged_from: self.text(call.discharged_from.as_deref()),
            shown_by: [shown("load_event"), shown("discharge_event"), other],
        }
    }

    fn event(&mut self, event: &BelievedEvent, places: Option<&Places>) -> EventFact {
        let doubt = match event.doubt.as_str() {
            _ if event.believed => Doubt::None,
            "outvoted" => Doubt::Outvoted,
            "superseded" => Doubt::Superseded,
            "estimate" => Doubt::Estimate,
            "inferred" => Doubt::Inferred,
            _ => Doubt::ContradictsNeighbours,
        };
        EventFact {
            time: event.time,
            area: self.area(&event.area, "", places),
            location: self.texts.intern(&event.location),
            vessel: self.text(event.vessel_imo.as_deref()),
            carrier: self.text(event.carrier.as_deref()),
            seal: self.text(event.seal.as_deref()),
            gross_mass_kg: event.gross_mass_kg.map_or(f32::NAN, |mass| mass as f32),
            first_report: 0,
            report_count: event.reports,
            event: event.event,
            classifier: event.classifier,
            full_empty: event.full_empty,
            doubt,
            repair: Repair::None,
        }
    }
}

/// A trip of which nothing is known.
const NOTHING: TripFact = TripFact {
    sequence: 0,
    physical_box: 0,
    status: crate::trip::TripStatus::Uncertain,
    start: tidewaiter_model::time::UtcTime::MIN,
    end: tidewaiter_model::time::UtcTime::MIN,
    inferred: [false; 2],
    carrier: TextId::NONE,
    laden: false,
    aboard: false,
    first_event: 0,
    event_count: 0,
    first_call: 0,
    call_count: 0,
    reports: 0,
    longest_silence_hours: 0.0,
    confidence: 0.0,
    conflict: None,
};
