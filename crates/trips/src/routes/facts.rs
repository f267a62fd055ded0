//! What one trip tells about routes: the same facts are learned from and judged.

use crate::trip::{Bound, Call, CallRole, Trip, TripStatus};
use serde::{Deserialize, Serialize};
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// What a box waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DwellRole {
    /// From gate-in to load.
    Origin,
    /// From empty pick-up to load, where the gate-in is not known.
    OriginCycle,
    /// From discharge to load.
    Transhipment,
    /// From discharge to gate-out.
    Destination,
    /// From discharge to stripping or empty return, where the gate-out is not known.
    DestinationCycle,
}

impl DwellRole {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            DwellRole::Origin => "origin",
            DwellRole::OriginCycle => "origin_cycle",
            DwellRole::Transhipment => "transhipment",
            DwellRole::Destination => "destination",
            DwellRole::DestinationCycle => "destination_cycle",
        }
    }
}

impl DwellRole {
    /// Every role.
    pub const ALL: [DwellRole; 5] = [
        DwellRole::Origin,
        DwellRole::OriginCycle,
        DwellRole::Transhipment,
        DwellRole::Destination,
        DwellRole::DestinationCycle,
    ];
}

/// A stay as far as messages tell it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stay {
    /// Place of the call among the trip's calls.
    pub call: usize,
    /// What the box waits for.
    pub role: DwellRole,
    /// From when.
    pub from: UtcTime,
    /// Until when; `None` while it lasts.
    pub to: Option<UtcTime>,
}

/// The stays of a trip, at most one a call.
pub fn stays(trip: &Trip) -> Vec<Stay> {
    let place = |call: &Call| trip.calls.iter().position(|other| std::ptr::eq(other, call));
    let stay = |dwell: Dwell<'_>| {
        Some(Stay { call: place(dwell.call)?, role: dwell.role, from: dwell.from, to: dwell.to })
    };
    dwells(trip).into_iter().filter_map(stay).collect()
}

/// A stay in one port area; `to` is `None` while it lasts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dwell<'t> {
    pub(crate) role: DwellRole,
    pub(crate) call: &'t Call,
    pub(crate) from: UtcTime,
    pub(crate) to: Option<UtcTime>,
}

/// The stays of a trip as far as messages tell them.
pub(crate) fn dwells(trip: &Trip) -> Vec<Dwell<'_>> {
    let mut dwells = Vec::with_capacity(trip.calls.len());
    let last = trip.calls.len().saturating_sub(1);
    for (index, call) in trip.calls.iter().enumerate() {
        let dwell = match call.role {
            CallRole::Load => origin(trip, call),
            CallRole::Transhipment => call
                .arrived
                .filter(|_| !call.inferred)
                .zip(call.departed)
                .map(|(from, to)| Dwell { role: DwellRole::Transhipment, call, from, to: Some(to) }),
            CallRole::Discharge if index == last => destination(trip, call),
            CallRole::Discharge => None,
        };
        dwells.extend(dwell.filter(|dwell| dwell.to.is_none_or(|to| to >= dwell.from)));
    }
    dwells
}

fn origin<'t>(trip: &'t Trip, call: &'t Call) -> Option<Dwell<'t>> {
    let to = call.departed.filter(|_| !call.inferred)?;
    if let Some(from) = call.arrived {
        return Some(Dwell { role: DwellRole::Origin, call, from, to: Some(to) });
    }
    let picked_up = trip.believed().find(|event| event.event == EventCode::PickedUp)?;
    Some(Dwell { role: DwellRole::OriginCycle, call, from: picked_up.time, to: Some(to) })
}

fn destination<'t>(trip: &'t Trip, call: &'t Call) -> Option<Dwell<'t>> {
    let from = call.arrived?;
    if let Some(to) = call.departed {
        return Some(Dwell { role: DwellRole::Destination, call, from, to: Some(to) });
    }
    let ends = |code: EventCode| trip.believed().find(|event| event.event == code && event.time >= from);
    match ends(EventCode::Stripped).or_else(|| ends(EventCode::Returned)) {
        Some(end) => Some(Dwell { role: DwellRole::DestinationCycle, call, from, to: Some(end.time) }),
        None if trip.status == TripStatus::Closed => None,
        None => Some(Dwell { role: DwellRole::Destination, call, from, to: None }),
    }
}

/// Where a sea part ends: the call there, or what was declared while the box is not there yet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'t> {
    pub(crate) area: &'t str,
    pub(crate) country: &'t str,
    pub(crate) call: Option<&'t Call>,
}

/// A sea part with both ends known: where from, where to, over what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SeaPart<'t> {
    pub(crate) origin: &'t Call,
    pub(crate) destination: Place<'t>,
    pub(crate) between: &'t [Call],
    /// First load, or what stands for it.
    pub(crate) loaded: UtcTime,
}

impl SeaPart<'_> {
    /// The transhipment areas, joined by `>`; empty when it went direct.
    pub(crate) fn via(&self) -> String {
        let areas: Vec<&str> = self.between.iter().map(|call| call.area.as_str()).collect();
        areas.join(">")
    }
}

/// The sea part of a laden trip once both ends are known. With `complete`, only if nothing can be added to it
/// any more: it left the port of discharge, or was returned empty.
pub(crate) fn sea_part(trip: &Trip, complete: bool) -> Option<SeaPart<'_>> {
    let (origin, destination) = (trip.load()?, trip.discharge()?);
    let over = trip.status == TripStatus::Closed
        || (trip.status == TripStatus::Open && destination.departed.is_some());
    if !trip.laden || trip.aboard || trip.calls.len() < 2 || (complete && !over) {
        return None;
    }
    let between = trip.calls.get(1..trip.calls.len() - 1)?;
    let loaded = origin.departed.or(origin.arrived).unwrap_or(trip.start);
    let destination =
        Place { area: &destination.area, country: &destination.country, call: Some(destination) };
    Some(SeaPart { origin, destination, between, loaded })
}

/// The sea part of a laden trip under way, as far as it has come, with the declared destination for its end.
pub(crate) fn sea_part_ahead<'t>(trip: &'t Trip, bound: Bound<'t>) -> Option<SeaPart<'t>> {
    let origin = trip.load()?;
    let between = trip.calls.get(1..).filter(|_| trip.laden)?;
    let loaded = origin.departed.or(origin.arrived).unwrap_or(trip.start);
    let destination = Place { area: bound.area, country: bound.country, call: None };
    Some(SeaPart { origin, destination, between, loaded })
}
