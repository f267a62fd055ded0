//! How much an event stands on its own reports: what it costs to leave it out and what it costs to believe it.
//!
//! Costs are about −ln of a probability. How many reports an event should have is the container's own matter: where
//! five sources report everything, a lone report is odd; where one does, it is all there is.

use crate::life::is_neutral;
use crate::merge::Cluster;
use crate::settings::TripSettings;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::{EventCode, FullEmpty};

/// Events looked at on each side of one that may be contradicted.
const LOOK_AROUND: usize = 6;
/// From this many usual reports on a lone report is odd.
const WELL_REPORTED: u32 = 4;
/// An event of the same code and place this near, by many more reports, shows that a date is wrong.
const SAME_EVENT_DAYS: f64 = 7.0;

/// Fills in the costs of all events.
pub(crate) fn weigh(events: &mut [Cluster], settings: &TripSettings) {
    let usual = usual_reports(events);
    for index in 0..events.len() {
        let event = events[index];
        let from = index.saturating_sub(LOOK_AROUND);
        let around = events[from..(index + LOOK_AROUND + 1).min(events.len())].iter();
        let contradicted = around.map(|other| contradiction(&event, other, settings)).fold(0.0, f32::max);
        let event = &mut events[index];
        event.shadowed = contradicted > 0.0;
        let lone = event.reports == 1 && usual >= WELL_REPORTED;
        let says = if event.reports <= 2 { self_contradiction(event) } else { 0.0 };
        event.belief_cost = if lone { contradicted } else { 0.0 } + says;
        event.doubt_cost = doubt_cost(event, usual);
    }
}

/// What a box that is picked up or returned with goods in it costs to believe: more likely the code is wrong.
fn self_contradiction(event: &Cluster) -> f32 {
    let empty = matches!(event.event, EventCode::PickedUp | EventCode::Returned);
    if empty && event.full_empty == Some(FullEmpty::Laden) { 1.2 } else { 0.0 }
}

/// Reports of the event that the report in the middle belongs to.
fn usual_reports(events: &[Cluster]) -> u32 {
    const MOST: usize = 32;
    let mut reports_of = [0u64; MOST + 1];
    let mut all = 0u64;
    for event in events {
        reports_of[(event.reports as usize).min(MOST)] += u64::from(event.reports);
        all += u64::from(event.reports);
    }
    let mut passed = 0;
    for (size, reports) in (0..).zip(reports_of) {
        passed += reports;
        if passed * 2 >= all {
            return size;
        }
    }
    MOST as u32
}

/// How much `other` speaks against `event`: 0 not at all, else what believing a lone report in spite of it costs.
fn contradiction(event: &Cluster, other: &Cluster, settings: &TripSettings) -> f32 {
    let opposite = event.event.opposite() == Some(other.event) && event.area == other.area;
    let hours = other.time.hours_since(event.time).abs();
    if opposite && is_idle(event.event) && event.reports < other.reports && hours <= settings.jitter_hours {
        return 0.8;
    }
    let outvoted = other.reports >= event.reports.saturating_mul(settings.outvote_factor);
    if !outvoted {
        return 0.0;
    }
    let near = hours <= settings.merge_window_hours / 2.0;
    let same_moment = hours <= settings.jitter_hours;
    match (other.event == event.event, other.area == event.area) {
        // The same at another place, or at the same place on another day.
        (true, false) if near => 1.0,
        (true, true) if hours <= SAME_EVENT_DAYS * 24.0 => 0.7,
        // A wrong code stands where the right one does, and keeps its vessel.
        (false, true) if same_moment && of_vessel(event, other) => 3.0,
        (false, true) if same_moment && !go_together(event.event, other.event) => 2.5,
        (false, true) if same_moment && hours <= settings.jitter_hours / 2.0 => 0.8,
        (false, true) if near && event.event.opposite() == Some(other.event) => 0.8,
        _ => 0.0,
    }
}

/// Whether an event is at a depot of empties, where in and out are taken for each other.
const fn is_idle(event: EventCode) -> bool {
    matches!(event, EventCode::PickedUp | EventCode::Returned)
}

/// Whether two events happen within hours of each other in honest life.
const fn go_together(a: EventCode, b: EventCode) -> bool {
    use EventCode::{
        Arrived, Departed, Discharged, GateIn, GateOut, Loaded, PickedUp, Returned, Stripped, Stuffed,
    };
    matches!(
        (a, b),
        (Loaded | GateIn, Departed | Loaded)
            | (Departed | Loaded, Loaded | GateIn)
            | (Arrived | Discharged | GateOut, Arrived | Discharged | GateOut)
            | (GateOut | Stripped | Returned | GateIn, GateOut | Stripped | Returned | GateIn)
            | (PickedUp | Stuffed | GateIn | GateOut, PickedUp | Stuffed | GateIn | GateOut)
    ) || is_neutral(a)
}

/// Whether an event ashore names the vessel of an event at a vessel, or one at a vessel none where others do.
fn of_vessel(event: &Cluster, other: &Cluster) -> bool {
    use EventCode::{Arrived, Departed, Discharged, Loaded, PickedUp, Returned, Stripped, Stuffed};
    let at_vessel = |code| matches!(code, Loaded | Discharged | Departed | Arrived);
    let ashore = matches!(event.event, PickedUp | Stuffed | Stripped | Returned) || is_neutral(event.event);
    let named = event.vessel != TextId::NONE;
    (ashore && named && at_vessel(other.event) && other.vessel == event.vessel)
        || (at_vessel(event.event) && !named && !at_vessel(other.event))
}

/// What it costs to leave an event out: more with every report, little when others contradict it.
fn doubt_cost(event: &Cluster, usual: u32) -> f32 {
    let more = (event.reports.min(8) - event.reports.min(1)) as f32;
    let lone = event.reports == 1 && usual >= WELL_REPORTED;
    match event.event {
        _ if event.shadowed && lone => 0.2,
        _ if event.shadowed => 0.8 + 0.4 * more,
        EventCode::Departed | EventCode::Arrived => (if lone { 0.8 } else { 1.4 }) + 0.6 * more,
        code if is_neutral(code) => (if lone { 0.6 } else { 1.0 }) + 0.5 * more,
        _ if lone => 1.4,
        _ if usual >= WELL_REPORTED => 1.8 + 1.2 * more,
        _ => 2.6 + 1.2 * more,
    }
}
