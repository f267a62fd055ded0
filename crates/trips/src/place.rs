//! What an unknown place must be: events that belong to one stay happen in one port area.

use crate::area::AreaId;
use crate::facts::Repair;
use crate::haste::Sighting;
use crate::merge::{Cluster, Reference};
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::EventCode;

/// Votes that make a single event's place sure enough without anything learned.
const VOTES_MIN: u32 = 2;

/// How surely two events in a row are of one stay in one port area: 0 not at all, 3 for a vessel's arrival and the
/// discharge from it.
pub(crate) fn kinship(a: Sighting, b: Sighting, vessel_a: TextId, vessel_b: TextId) -> u32 {
    use EventCode::{
        Arrived, Departed, Discharged, GateIn, GateOut, Loaded, PickedUp, Returned, Stripped, Stuffed,
    };
    let (a, b, vessel_a, vessel_b) =
        if a.time <= b.time { (a, b, vessel_a, vessel_b) } else { (b, a, vessel_b, vessel_a) };
    let hours = b.time.hours_since(a.time);
    let other_vessel = vessel_a != vessel_b && vessel_a.some().and(vessel_b.some()).is_some();
    match (a.event, b.event) {
        (Loaded, Departed) | (Arrived, Discharged) if hours <= 60.0 && !other_vessel => 3,
        (Departed, Loaded) | (Discharged, Arrived) if hours <= 12.0 && !other_vessel => 3,
        (GateIn, Loaded | Departed) | (Discharged, GateOut) if hours <= 240.0 => 2,
        // Between two vessels a box stays where it is.
        (Discharged | Arrived, Loaded) | (Discharged, Departed) if hours <= 480.0 => 2,
        (PickedUp, Stuffed) | (Stuffed, GateIn) | (PickedUp, GateIn) if hours <= 168.0 => 1,
        (GateOut, Stripped | Returned) | (Stripped, Returned) if hours <= 168.0 => 1,
        _ => 0,
    }
}

/// Gives events at unknown places the area of the events beside them that belong to the same stay.
pub(crate) fn place_by_neighbours(events: &mut [Cluster], reference: Reference<'_>) {
    for index in 0..events.len() {
        let event = events[index];
        if reference.areas.is_known(event.area) {
            continue;
        }
        let (mut votes, mut area) = (0, None);
        let before = index.checked_sub(1).and_then(|before| events.get(before));
        for other in [before, events.get(index + 1)].into_iter().flatten() {
            let more = kinship((&event).into(), other.into(), event.vessel, other.vessel);
            if more == 0 || !reference.areas.is_known(other.area) {
                continue;
            }
            if area.is_some_and(|area: AreaId| area != other.area) {
                votes = 0;
                break;
            }
            (votes, area) = (votes + more, Some(other.area));
        }
        if votes >= VOTES_MIN
            && let Some(area) = area
        {
            (events[index].area, events[index].repair) = (area, events[index].repair.max(Repair::Place));
        }
    }
}
