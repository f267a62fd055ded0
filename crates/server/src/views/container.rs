//! The trips of one container, each judged: what it is compared with, who reported it, which cases it carried.

use super::{Distribution, EvidenceReason, NotEvaluated, RoutesCompared, TripView, UsualDwell};
use serde::Serialize;
use tidewaiter_model::assessment::Lane;
use tidewaiter_model::time::UtcTime;
use utoipa::ToSchema;

/// Every trip of a container as far as it is known.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ContainerTrips {
    /// Container number in normal form.
    pub container: String,
    /// What is wrong with the number itself, in words; `null` when its check digit holds.
    #[schema(required)]
    pub fault: Option<String>,
    /// Only what was received up to here was used.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: UtcTime,
    /// How many trips there are; the latest are shown.
    pub total: u64,
    /// The trips, earliest first.
    pub trips: Vec<JudgedTrip>,
}

/// One trip with what was found in it and what it was compared with.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct JudgedTrip {
    /// Calls, events, way by sea.
    pub trip: TripView,
    /// Which physical box under that number; 0 unless two were told apart.
    pub physical_box: u8,
    /// False for an empty being repositioned.
    pub laden: bool,
    /// Messages in all.
    pub reports: u32,
    /// The chance that the trip is wrong, from its own reasons, 0 to 1; what declarations say plays no part.
    pub score: f64,
    /// Every reason that stands on the trip alone, strongest contribution first.
    pub reasons: Vec<EvidenceReason>,
    /// What could not be judged without or for lack of something.
    pub not_evaluated: Vec<NotEvaluated>,
    /// The way between the calls: one fewer than the calls.
    pub legs: Vec<TripLeg>,
    /// The stays that have both ends, or last, each among those of its place and role.
    pub stays: Vec<TripStay>,
    /// The route against the normal ones; `null` without a first and a last area.
    #[schema(required)]
    pub route: Option<RouteSupport>,
    /// Who reported it, most events first.
    pub sources: Vec<TripSource>,
    /// The cases that this trip carried, riskiest first.
    pub cases: Vec<TripCase>,
}

/// The way from one call to the next.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TripLeg {
    /// Area it left.
    pub from: String,
    /// Area it came to.
    pub to: String,
    /// When it left.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub departed: Option<UtcTime>,
    /// When it came.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub arrived: Option<UtcTime>,
    /// IMO number of the vessel.
    #[schema(required)]
    pub vessel_imo: Option<String>,
    /// How long it took.
    #[schema(required)]
    pub hours: Option<f64>,
    /// How long it usually takes.
    #[schema(required)]
    pub usual: Option<UsualDwell>,
}

/// A stay among the stays of its place and role.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TripStay {
    /// Place of the call among the trip's calls, from 0.
    pub call: usize,
    /// `origin`, `origin_cycle`, `transhipment`, `destination`, `destination_cycle`.
    pub role: String,
    /// What is measured, in words.
    pub role_text: String,
    /// Whether the stay lasts.
    pub ongoing: bool,
    /// This stay and the others.
    pub distribution: Distribution,
}

/// The normal routes of the pair, in words and one by one.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RouteSupport {
    /// How boxes normally go, in words.
    pub text: String,
    /// How the boxes of this trip's carrier normally go, in words; empty where it has too few.
    pub carrier_text: String,
    /// How usual this route is, in words.
    pub this_text: String,
    /// This route and the others.
    pub compared: RoutesCompared,
}

/// Who reported a trip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TripSource {
    /// The name it goes by.
    pub source: String,
    /// Events that it reported and that are believed.
    pub believed: u64,
    /// Events that it reported to have happened and that are not believed.
    pub doubted: u64,
    /// Events that it foresaw.
    pub foreseen: u64,
}

/// A case that a trip carried.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TripCase {
    /// Consignment.
    pub id: String,
    /// Its score.
    pub score: f64,
    /// Its lane, where it is listed.
    #[schema(value_type = Option<String>, required)]
    pub lane: Option<Lane>,
    /// What is declared.
    pub goods: String,
}
