//! The order of events, where clocks that disagree do not tell it.

use crate::merge::{Cluster, Reference};
use tidewaiter_model::event::EventCode;

/// Where an event stands in a box's life when clocks cannot tell.
const fn rank(event: EventCode) -> u8 {
    match event {
        EventCode::Booked => 0,
        EventCode::Arrived => 1,
        EventCode::Discharged => 2,
        EventCode::GateOut => 4,
        EventCode::Stripped => 5,
        EventCode::Returned => 6,
        EventCode::PickedUp => 7,
        EventCode::Stuffed => 8,
        EventCode::GateIn => 10,
        EventCode::Loaded => 12,
        EventCode::Departed => 13,
        // No order is known for these: they stay where their time puts them.
        EventCode::Moved
        | EventCode::Inspected
        | EventCode::Resealed
        | EventCode::Repaired
        | EventCode::Other => u8::MAX,
    }
}

/// How far back an event may be moved past others whose clocks disagree with its own.
const REORDER_STEPS_MAX: usize = 8;

/// Room to sort in.
#[derive(Debug, Default)]
pub(crate) struct OrderRoom {
    places: Vec<u32>,
    sorted: Vec<Cluster>,
}

/// Puts events in order of time and, at one place within the jitter of clocks, in the order of a box's life.
pub(crate) fn order(events: &mut Vec<Cluster>, room: &mut OrderRoom, reference: Reference<'_>) {
    let OrderRoom { places, sorted } = room;
    let (areas, settings) = (reference.areas, reference.settings);
    let compare = |a: &Cluster, b: &Cluster| {
        a.time
            .cmp(&b.time)
            .then_with(|| rank(a.event).cmp(&rank(b.event)))
            .then_with(|| a.event.cmp(&b.event))
            .then_with(|| areas.rank(a.area).cmp(&areas.rank(b.area)))
            .then_with(|| b.reports.cmp(&a.reports))
            .then_with(|| a.first.cmp(&b.first))
            .then_with(|| a.last.cmp(&b.last))
            .then_with(|| a.start.cmp(&b.start))
    };
    if !events.is_sorted_by(|a, b| compare(a, b).is_le()) {
        places.clear();
        places.extend(0..events.len() as u32);
        places.sort_unstable_by(|a, b| compare(&events[*a as usize], &events[*b as usize]));
        sorted.clear();
        sorted.extend(places.iter().map(|place| events[*place as usize]));
        std::mem::swap(events, sorted);
    }
    for index in 1..events.len() {
        let mut place = index;
        while place > 0 && index - place < REORDER_STEPS_MAX {
            let (before, after) = (&events[place - 1], &events[place]);
            let near = after.time.hours_since(before.time) <= settings.jitter_hours;
            let known = rank(before.event) != u8::MAX && rank(after.event) != u8::MAX;
            let contrary = rank(before.event) > rank(after.event) && !starts_anew(before.event, after.event);
            if before.area != after.area || !near || !known || !contrary {
                break;
            }
            events.swap(place - 1, place);
            place -= 1;
        }
    }
}

/// Whether `after` follows `before` in honest life although its rank is lower.
const fn starts_anew(before: EventCode, after: EventCode) -> bool {
    // An empty leaves the depot through its gate, and an empty return comes in through it.
    matches!(
        (before, after),
        (EventCode::PickedUp, EventCode::GateOut) | (EventCode::GateIn, EventCode::Returned)
    )
}
