//! A container's trip: its calls, events and way by sea.

use super::{MessageRef, StopRole};
use serde::Serialize;
use tidewaiter_model::event::{Classifier, FullEmpty};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::TripStatus;
use utoipa::ToSchema;

/// One journey of one box.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TripView {
    /// Container number.
    pub container: String,
    /// Counts from 1 within the container number.
    pub sequence: u32,
    /// `open`, `closed`, `uncertain`.
    #[schema(value_type = String)]
    pub status: TripStatus,
    /// First believed event.
    #[schema(value_type = String, format = DateTime)]
    pub start: UtcTime,
    /// Last believed event.
    #[schema(value_type = String, format = DateTime)]
    pub end: UtcTime,
    /// Carrier as most events have it.
    #[schema(required)]
    pub carrier: Option<String>,
    /// How sure the trip is, 0 to 1.
    pub confidence: f64,
    /// Longest time between two believed events.
    pub longest_silence_hours: f64,
    /// The sea part in order.
    pub calls: Vec<TripCall>,
    /// Believed and doubted events in order of time.
    pub events: Vec<TripEvent>,
    /// Longitude and latitude along the sea routes between the calls.
    #[schema(value_type = Vec<Vec<f64>>)]
    pub track: Vec<[f64; 2]>,
    /// IMO numbers of the vessels, in order.
    pub vessels: Vec<String>,
}

/// One stop of the sea part.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TripCall {
    /// Port area.
    pub area: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: String,
    /// Latitude, decimal degrees.
    #[schema(required)]
    pub lat: Option<f64>,
    /// Longitude, decimal degrees.
    #[schema(required)]
    pub lon: Option<f64>,
    /// Why it was there.
    pub role: StopRole,
    /// Discharged here; of a load, in through the gate.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub arrived: Option<UtcTime>,
    /// Loaded here; of a discharge, out through the gate.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub departed: Option<UtcTime>,
    /// IMO number of the vessel it was discharged from.
    #[schema(required)]
    pub discharged_from: Option<String>,
    /// IMO number of the vessel it was loaded on.
    #[schema(required)]
    pub loaded_on: Option<String>,
    /// True when neither load nor discharge was reported here.
    pub inferred: bool,
    /// How long it stayed, or has stayed so far.
    #[schema(required)]
    pub dwell_hours: Option<f64>,
    /// How long boxes usually stay there.
    #[schema(required)]
    pub usual_dwell: Option<UsualDwell>,
}

/// How long boxes usually stay.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct UsualDwell {
    /// Half stay shorter.
    pub median_hours: f64,
    /// Nine of ten stay shorter.
    pub high_hours: f64,
    /// Of how many stays.
    pub population: u64,
}

/// What to make of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Belief {
    /// The trip is built on it.
    Believed,
    /// It was reported to have happened, and other reports speak against it.
    Doubted,
    /// It was estimated, planned or asked for, not reported to have happened.
    Foreseen,
}

/// All reports of one event, made one.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TripEvent {
    /// Event code.
    pub event: String,
    /// The event in words.
    pub event_text: String,
    /// `ACT`, `EST`, `PLN`, `REQ`.
    #[schema(value_type = String)]
    pub classifier: Classifier,
    /// Consensus time.
    #[schema(value_type = String, format = DateTime)]
    pub time: UtcTime,
    /// Place as most reports have it.
    pub location: String,
    /// Port area of that place.
    pub area: String,
    /// Its name.
    pub area_name: String,
    /// Latitude, decimal degrees.
    #[schema(required)]
    pub lat: Option<f64>,
    /// Longitude, decimal degrees.
    #[schema(required)]
    pub lon: Option<f64>,
    /// `laden`, `empty`, or `null` when nobody said.
    #[serde(serialize_with = "full_empty")]
    #[schema(value_type = Option<String>, required)]
    pub full_empty: Option<FullEmpty>,
    /// IMO number of the vessel.
    #[schema(required)]
    pub vessel_imo: Option<String>,
    /// Seal.
    #[schema(required)]
    pub seal: Option<String>,
    /// Gross mass in kilograms.
    #[schema(required)]
    pub gross_mass_kg: Option<f64>,
    /// How many messages report it.
    pub reports: u32,
    /// Who reports it.
    pub sources: Vec<String>,
    /// Whether the trip is built on it.
    pub believed: bool,
    /// What to make of it: a forecast is no doubted report.
    pub belief: Belief,
    /// Why not, in words; empty when believed.
    pub doubt: String,
    /// What was put right before it was read, in words; empty when nothing was.
    pub repair: String,
    /// The messages.
    pub messages: Vec<MessageRef>,
    /// Codes of the reasons that stand on it.
    pub reasons: Vec<String>,
}

// serde hands the field by reference.
#[expect(clippy::ref_option)]
fn full_empty<S: serde::Serializer>(value: &Option<FullEmpty>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(FullEmpty::Laden) => serializer.serialize_str("laden"),
        Some(FullEmpty::Empty) => serializer.serialize_str("empty"),
        None => serializer.serialize_none(),
    }
}
