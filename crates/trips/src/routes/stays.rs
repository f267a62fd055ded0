//! How long a box stays in port areas and sails between them: the same facts are learned from and judged.

use crate::facts::CallFact;
use crate::judge::{RichTrip, Shape};
use crate::trip::{CallRole, Trip, TripStatus};
use serde::{Deserialize, Serialize};
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// What a box waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DwellRole {
    /// From gate-in to load.
    Origin,
    /// From empty pick-up (or failing that stuffing) to load, where the gate-in is not known.
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
    RichTrip::new(trip).with(|shape| stays_of(&shape).collect())
}

/// The stays of a trip as far as messages tell them.
pub(crate) fn stays_of<'f>(shape: &Shape<'f>) -> impl Iterator<Item = Stay> + use<'f> {
    let shape = *shape;
    let last = shape.calls.len().saturating_sub(1);
    shape.calls.iter().enumerate().filter_map(move |(index, call)| {
        let stay = match call.role {
            CallRole::Load => origin(&shape, index, call),
            CallRole::Transhipment => {
                let ends = call.arrived.filter(|_| !call.inferred).zip(call.departed);
                ends.map(|(from, to)| Stay { call: index, role: DwellRole::Transhipment, from, to: Some(to) })
            }
            CallRole::Discharge if index == last => destination(&shape, index, call),
            CallRole::Discharge => None,
        };
        stay.filter(|stay| stay.to.is_none_or(|to| to >= stay.from))
    })
}

fn origin(shape: &Shape<'_>, index: usize, call: &CallFact) -> Option<Stay> {
    let to = call.departed.filter(|_| !call.inferred)?;
    if let Some(from) = call.arrived {
        return Some(Stay { call: index, role: DwellRole::Origin, from, to: Some(to) });
    }
    let first = |code| shape.believed().find(|(_, event)| event.event == code && event.time <= to);
    let (_, begun) = first(EventCode::PickedUp).or_else(|| first(EventCode::Stuffed))?;
    Some(Stay { call: index, role: DwellRole::OriginCycle, from: begun.time, to: Some(to) })
}

fn destination(shape: &Shape<'_>, index: usize, call: &CallFact) -> Option<Stay> {
    let from = call.arrived?;
    if let Some(to) = call.departed {
        return Some(Stay { call: index, role: DwellRole::Destination, from, to: Some(to) });
    }
    let ends = |code: EventCode| {
        shape.believed().find(|(_, event)| event.event == code && event.time >= from).map(|(_, event)| event)
    };
    match ends(EventCode::Stripped).or_else(|| ends(EventCode::Returned)) {
        Some(end) => Some(Stay { call: index, role: DwellRole::DestinationCycle, from, to: Some(end.time) }),
        None if shape.trip.status == TripStatus::Closed => None,
        None => Some(Stay { call: index, role: DwellRole::Destination, from, to: None }),
    }
}
