//! What a trip is: its calls, its believed and doubted events, its state.

use serde::{Deserialize, Serialize};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::provenance::MessageRef;
use tidewaiter_model::reason::{Evidence, Reason};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;

/// Why a box was in a port area during the sea part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallRole {
    /// First loaded here.
    Load,
    /// Discharged from one vessel and loaded on another.
    Transhipment,
    /// Last discharged here.
    Discharge,
}

impl CallRole {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            CallRole::Load => "load",
            CallRole::Transhipment => "transhipment",
            CallRole::Discharge => "discharge",
        }
    }
}

/// One stop of the sea part: a port area where the box was loaded, discharged or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Port area, the UN/LOCODE of its main seaport; a place nobody knows stands for itself.
    pub area: String,
    /// Country of the area, ISO 3166-1 alpha-2; empty when unknown.
    pub country: String,
    /// Why it was there.
    pub role: CallRole,
    /// Discharged here; of a load call, in through the port's gate. `None` when nobody said.
    pub arrived: Option<UtcTime>,
    /// Loaded here; of a discharge call, out through the port's gate. `None` when it did not happen or nobody said.
    pub departed: Option<UtcTime>,
    /// IMO number of the vessel it was loaded on.
    pub loaded_on: Option<String>,
    /// IMO number of the vessel it was discharged from.
    pub discharged_from: Option<String>,
    /// True when neither a load nor a discharge was reported here and vessel or gate events stand for it.
    pub inferred: bool,
    /// The messages it stands on; roles `load_event`, `discharge_event`, `vessel_event`, `gate_event`.
    pub evidence: Vec<Evidence>,
}

/// All reports of one event, made one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BelievedEvent {
    /// What happened.
    pub event: EventCode,
    /// Actual, or foreseen (then `believed` is false).
    pub classifier: Classifier,
    /// Consensus time: the median of the reports (the earlier of two in the middle).
    pub time: UtcTime,
    /// Place as most reports have it.
    pub location: String,
    /// Port area of that place.
    pub area: String,
    /// Laden or empty as most reports have it; `None` when nobody said or they tie.
    pub full_empty: Option<FullEmpty>,
    /// IMO number of the vessel as most reports have it.
    pub vessel_imo: Option<String>,
    /// Seal as most reports have it.
    pub seal: Option<String>,
    /// Median of the reported gross masses, kilograms.
    pub gross_mass_kg: Option<f64>,
    /// Carrier as most reports have it.
    pub carrier: Option<String>,
    /// How many messages report it.
    pub reports: u32,
    /// Who reports it, sorted, each once; at most [`SOURCES_MAX`].
    pub sources: Vec<String>,
    /// The messages, in order of their event time; at most [`MESSAGES_MAX`], `reports` counts all.
    pub messages: Vec<MessageRef>,
    /// Whether the trip is built on it.
    pub believed: bool,
    /// Why not, as a stable word: `outvoted`, `contradicts_neighbours`, `estimate`,
    /// `superseded`; empty when believed.
    pub doubt: String,
    /// What was put right before it was read, as a stable word: `time_zone`, `whole_days`, `place`, `code`; empty when
    /// nothing was.
    #[serde(default)]
    pub repair: String,
}

/// Where and when a trip is declared to end: what tells a box that waits at a hub from one that has arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound<'a> {
    /// Port area of the declared place of unloading.
    pub area: &'a str,
    /// Its country, ISO 3166-1 alpha-2; empty when unknown.
    pub country: &'a str,
    /// Expected arrival, if declared.
    pub arrival: Option<UtcTime>,
}

/// A vessel may be this many days late, and its discharge reported as late, before a journey counts as over.
const OVERDUE_DAYS: i64 = 10;
/// Where no arrival is declared: a box waits for its next vessel no longer than this many days.
const WAIT_DAYS: i64 = 45;

/// Sources named per event; more are counted in `reports` only.
pub const SOURCES_MAX: usize = 64;
/// Messages pointed to per event; more are counted in `reports` only.
pub const MESSAGES_MAX: usize = 256;

/// How far a trip is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TripStatus {
    /// Under way as far as is known.
    Open,
    /// Returned empty, or the next trip of the same box has begun.
    Closed,
    /// Too much of it is doubted to say.
    Uncertain,
}

impl TripStatus {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            TripStatus::Open => "open",
            TripStatus::Closed => "closed",
            TripStatus::Uncertain => "uncertain",
        }
    }
}

/// What is foreseen for an open trip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expectation {
    /// Port area of the foreseen last discharge.
    pub area: String,
    /// When, by the latest known estimate.
    pub time: UtcTime,
    /// The message that says so.
    pub message: MessageRef,
}

/// One journey of one physical box: from empty pick-up (or first event) to empty return (or last event).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trip {
    /// Container number as reported.
    pub container: String,
    /// Counts from 1 within the container number, in order of start.
    pub sequence: u32,
    /// Which physical box under that number: 0 unless two were told apart.
    pub physical_box: u8,
    /// How far it is.
    pub status: TripStatus,
    /// See [`crate::TripFact::start`].
    pub start: UtcTime,
    /// See [`crate::TripFact::end`].
    pub end: UtcTime,
    /// See [`crate::TripFact::inferred`].
    #[serde(default)]
    pub inferred: [bool; 2],
    /// Carrier as most events have it.
    pub carrier: Option<String>,
    /// False for an empty being repositioned: empty at sea and nothing says that goods were in it.
    pub laden: bool,
    /// The sea part in order; empty when the box was seen at no sea event.
    pub calls: Vec<Call>,
    /// True when the last believed sea event left the box on a vessel.
    pub aboard: bool,
    /// Foreseen last discharge, of a trip that is not closed.
    pub expected: Option<Expectation>,
    /// Believed and doubted events, in order of time.
    pub events: Vec<BelievedEvent>,
    /// Transport documents and bookings named by its messages, sorted.
    pub transport_documents: Vec<String>,
    /// Messages in all; the sum of the events' `reports`.
    pub reports: u32,
    /// Longest time between two believed events in a row, hours.
    pub longest_silence_hours: f64,
    /// How sure the trip is, 0 to 1: falls with doubted reports and with events that must be missing.
    pub confidence: f64,
    /// ID-DUP, found while two boxes under one number were told apart.
    pub duplicates: Vec<Reason>,
    /// When this administration first knew any of it.
    pub first_known: UtcTime,
    /// When this administration knew all of it.
    pub last_known: UtcTime,
}

impl Trip {
    /// The port areas of the sea part, in order.
    pub fn itinerary(&self) -> Vec<&str> {
        self.calls.iter().map(|call| call.area.as_str()).collect()
    }

    /// Where it was first loaded, if known.
    pub fn load(&self) -> Option<&Call> {
        self.calls.first().filter(|call| call.role == CallRole::Load)
    }

    /// Where it was last discharged, if it was.
    pub fn discharge(&self) -> Option<&Call> {
        self.calls.last().filter(|call| call.role == CallRole::Discharge)
    }

    /// Whether its beginning was seen: a pick-up, stuffing or gate event in the country of the first load, no later
    /// than that. Where it was not, the first load known may be a transhipment.
    pub fn begun_at_load(&self, places: &Places) -> bool {
        let Some(load) = self.load() else { return false };
        let ashore = |event: &&BelievedEvent| {
            matches!(
                event.event,
                EventCode::PickedUp | EventCode::Stuffed | EventCode::GateIn | EventCode::GateOut
            ) && load.departed.is_none_or(|departed| event.time <= departed)
        };
        let there = |event: &BelievedEvent| {
            event.area == load.area
                || places.country_of(&event.area).is_some_and(|country| country == load.country)
        };
        self.believed().filter(ashore).any(there)
    }

    /// Whether it was seen to end where it was last discharged: out through the gate, stripped or returned, or
    /// followed by another trip.
    pub fn ended_at_discharge(&self) -> bool {
        let Some(discharge) = self.discharge() else { return false };
        let ends = |event: &BelievedEvent| {
            matches!(event.event, EventCode::GateOut | EventCode::Stripped | EventCode::Returned)
                && event.area == discharge.area
                && discharge.arrived.is_none_or(|arrived| event.time >= arrived)
        };
        self.believed().any(ends)
    }

    /// Whether it only waits at its last port of discharge for another vessel, as of a time: it is bound for another
    /// port, was not seen to leave that port by land, and is not long overdue.
    pub fn is_under_way(&self, bound: Bound<'_>, as_of: UtcTime) -> bool {
        let Some(discharge) = self.discharge() else { return self.aboard };
        let overdue = match (bound.arrival, discharge.arrived) {
            (Some(arrival), _) => as_of > arrival.plus_days(OVERDUE_DAYS),
            (None, Some(discharged)) => as_of > discharged.plus_days(WAIT_DAYS),
            (None, None) => true,
        };
        discharge.area != bound.area && !self.ended_at_discharge() && !overdue
    }

    /// When it was first loaded, if known.
    pub fn first_load_time(&self) -> Option<UtcTime> {
        self.load().and_then(|call| call.departed)
    }

    /// When it was last discharged, if known.
    pub fn last_discharge_time(&self) -> Option<UtcTime> {
        self.discharge().and_then(|call| call.arrived)
    }

    /// The believed events in order of time.
    pub fn believed(&self) -> impl DoubleEndedIterator<Item = &BelievedEvent> {
        self.events.iter().filter(|event| event.believed)
    }

    /// IMO numbers of the vessels that carried it, in order, each once in a row.
    pub fn vessels(&self) -> Vec<&str> {
        let mut vessels: Vec<&str> = Vec::new();
        for call in &self.calls {
            for vessel in [call.discharged_from.as_deref(), call.loaded_on.as_deref()].into_iter().flatten() {
                if vessels.last() != Some(&vessel) {
                    vessels.push(vessel);
                }
            }
        }
        vessels
    }
}
