//! Trips as numbers: what the kernel makes and the judge reads. A container's year is some hundred small records in
//! five flat arrays; texts are numbers of one [`TextTable`](tidewaiter_model::batch::TextTable), places are numbers
//! of one [`Gazetteer`](crate::Gazetteer). Words are put on at the edge, and only for what is shown.

use crate::area::AreaId;
use crate::trip::{CallRole, TripStatus};
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// One report of one container as the kernel reads it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Report {
    /// When it happened, as reported.
    pub time: UtcTime,
    /// When this administration knew it.
    pub received: UtcTime,
    /// Place as reported.
    pub location: TextId,
    /// IMO number of the vessel.
    pub vessel: TextId,
    /// Who reported it.
    pub source: TextId,
    /// Carrier.
    pub carrier: TextId,
    /// Seal number.
    pub seal: TextId,
    /// ISO 6346 size and type code.
    pub size_type: TextId,
    /// Transport document or booking.
    pub document: TextId,
    /// Gross mass in kilograms; NaN when absent.
    pub gross_mass_kg: f32,
    /// Number by which the caller finds the message again. Two reports that differ in nothing else are told apart
    /// by it, so it must not depend on the order of arrival where that may differ between runs.
    pub message: u32,
    /// What happened.
    pub event: EventCode,
    /// Actual or foreseen.
    pub classifier: Classifier,
    /// Laden or empty, if said.
    pub full_empty: Option<FullEmpty>,
}

/// Why an event is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Doubt {
    /// It is believed.
    #[default]
    None,
    /// Contradicted by many more reports beside it.
    Outvoted,
    /// Leaving it out explains the rest better than believing it.
    ContradictsNeighbours,
    /// Foreseen, and an actual event or a later estimate replaced it.
    Superseded,
    /// Foreseen, and not yet happened as far as is known.
    Estimate,
    /// Reported by nobody: a pick-up or return that must have been, at the time that is usual.
    Inferred,
}

/// What was put right in an event before it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Repair {
    /// Nothing.
    #[default]
    None,
    /// Its clock ran whole hours off, as a time zone does.
    TimeZone,
    /// Its date was off by whole days.
    WholeDays,
    /// Its place was unknown and was learned from other reports.
    Place,
    /// Its code was outvoted by other reports of the same moment.
    Code,
}

impl Doubt {
    /// The stable word; empty when the event is believed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Doubt::None => "",
            Doubt::Outvoted => "outvoted",
            Doubt::ContradictsNeighbours => "contradicts_neighbours",
            Doubt::Superseded => "superseded",
            Doubt::Estimate => "estimate",
            Doubt::Inferred => "inferred",
        }
    }
}

impl Repair {
    /// The stable word; empty when nothing was put right.
    pub const fn as_str(self) -> &'static str {
        match self {
            Repair::None => "",
            Repair::TimeZone => "time_zone",
            Repair::WholeDays => "whole_days",
            Repair::Place => "place",
            Repair::Code => "code",
        }
    }
}

/// All reports of one event, made one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventFact {
    /// Consensus time.
    pub time: UtcTime,
    /// Port area.
    pub area: AreaId,
    /// Place as most reports have it.
    pub location: TextId,
    /// Vessel as most reports have it.
    pub vessel: TextId,
    /// Carrier as most reports have it.
    pub carrier: TextId,
    /// Seal as most reports have it.
    pub seal: TextId,
    /// Median of the reported masses, kilograms; NaN when nobody said.
    pub gross_mass_kg: f32,
    /// Its reports: `reports[first_report..][..report_count]` of [`Facts`].
    pub first_report: u32,
    /// How many.
    pub report_count: u32,
    /// What happened.
    pub event: EventCode,
    /// Actual, or foreseen (then it is doubted).
    pub classifier: Classifier,
    /// Laden or empty as most reports have it.
    pub full_empty: Option<FullEmpty>,
    /// Why it is not believed.
    pub doubt: Doubt,
    /// What was put right.
    pub repair: Repair,
}

/// One stop of the sea part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CallFact {
    /// Port area.
    pub area: AreaId,
    /// Why it was there.
    pub role: CallRole,
    /// Neither load nor discharge was reported here.
    pub inferred: bool,
    /// See [`crate::Call::arrived`].
    pub arrived: Option<UtcTime>,
    /// See [`crate::Call::departed`].
    pub departed: Option<UtcTime>,
    /// Vessel it left on.
    pub loaded_on: TextId,
    /// Vessel it came on.
    pub discharged_from: TextId,
    /// Events it stands on: numbers within the trip's events; `u32::MAX` for none. Load, discharge, vessel or gate.
    pub shown_by: [u32; 3],
}

/// Two events of one number that cannot both be true of one box, or that show two boxes (ID-DUP).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConflictFact {
    /// Numbers into the events of [`Facts`], the earlier first. They may be of two trips.
    pub events: [u32; 2],
    /// Speed that one box would have had, km/h; NaN when the places tell none.
    pub speed_kmh: f32,
    /// Limit for such a pair, km/h; NaN when the places tell none.
    pub limit_kmh: f32,
    /// Where places tell no speed: the least hours that boxes were seen to take, and they were fewer. NaN otherwise.
    pub least_hours: f32,
    /// Two boxes were told apart by more than speed or time.
    pub interleaved: bool,
    /// 0 to 1.
    pub strength: f32,
}

impl ConflictFact {
    /// The variant of ID-DUP: `interleaved`, `travel_time` where learned times stand for positions, or `speed`.
    pub const fn variant(&self) -> &'static str {
        match (self.interleaved, self.least_hours.is_nan()) {
            (_, false) => "travel_time",
            (true, true) => "interleaved",
            (false, true) => "speed",
        }
    }
}

/// One trip: ranges of the arrays of [`Facts`] and what was found of the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct TripFact {
    /// Counts from 1 within the container number.
    pub sequence: u32,
    /// 0 unless two boxes under one number were told apart.
    pub physical_box: u8,
    /// How far it is.
    pub status: TripStatus,
    /// First believed event, or the pick-up that must have been before it.
    pub start: UtcTime,
    /// Last believed event, or the return that must have been after it.
    pub end: UtcTime,
    /// Whether nobody reported the pick-up that [`TripFact::start`] is, and the return that [`TripFact::end`] is.
    pub inferred: [bool; 2],
    /// Carrier as most events have it.
    pub carrier: TextId,
    /// False for an empty being repositioned.
    pub laden: bool,
    /// On a vessel at the end.
    pub aboard: bool,
    /// Its events: `events[first_event..][..event_count]`, in order of time.
    pub first_event: u32,
    /// How many.
    pub event_count: u32,
    /// Its calls: `calls[first_call..][..call_count]`.
    pub first_call: u32,
    /// How many.
    pub call_count: u32,
    /// Reports in all.
    pub reports: u32,
    /// Longest time between two believed events in a row, hours.
    pub longest_silence_hours: f32,
    /// How sure the trip is, 0 to 1.
    pub confidence: f32,
    /// The clearest sign of a second box under the number.
    pub conflict: Option<ConflictFact>,
}

/// The trips of one container or of many, one after another.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Trips, in order of container as they were rebuilt, then of start.
    pub trips: Vec<TripFact>,
    /// Events of the trips.
    pub events: Vec<EventFact>,
    /// Calls of the trips.
    pub calls: Vec<CallFact>,
    /// Reports by event: numbers into the reports that were handed in.
    pub reports: Vec<u32>,
}

impl Facts {
    /// Forgets everything and keeps the room.
    pub fn clear(&mut self) {
        self.trips.clear();
        self.events.clear();
        self.calls.clear();
        self.reports.clear();
    }

    /// The events of a trip.
    pub fn events_of(&self, trip: &TripFact) -> &[EventFact] {
        range(&self.events, trip.first_event, trip.event_count)
    }

    /// The calls of a trip.
    pub fn calls_of(&self, trip: &TripFact) -> &[CallFact] {
        range(&self.calls, trip.first_call, trip.call_count)
    }

    /// The reports of an event: numbers into the reports that were handed in.
    pub fn reports_of(&self, event: &EventFact) -> &[u32] {
        range(&self.reports, event.first_report, event.report_count)
    }
}

fn range<T>(all: &[T], first: u32, count: u32) -> &[T] {
    all.get(first as usize..first as usize + count as usize).unwrap_or(&[])
}
