//! The life of a box as an automaton: in each state, what each event may mean and what it costs to believe it.
//!
//! Costs are about −ln of how often honest messages look like that: an event that fits costs nothing, each event
//! that must be missing costs [`MISSING`]. A wrong event is cheaper to doubt than to believe.

use crate::area::{AreaId, Gazetteer};
use crate::merge::Cluster;
use crate::settings::TripSettings;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// What a box is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Life {
    /// Empty and nobody's: before the first event and after an empty return.
    Idle,
    /// On its way to its first vessel.
    Export,
    /// On a vessel.
    Aboard,
    /// Discharged: to be loaded again or to leave the port.
    Ashore,
    /// Out of the port, to be stripped and returned.
    Import,
}

pub(crate) const LIVES: [Life; 5] = [Life::Idle, Life::Export, Life::Aboard, Life::Ashore, Life::Import];

/// One event missing: between 6 % (−ln 2.8) and 25 % (1.4) of events never arrive, and several missing in a row
/// are often missing together.
pub(crate) const MISSING: f64 = 1.2;
/// An empty on a vessel that is laden afterwards within one journey: its messages would have to be wrong.
const LADEN_UNSEEN: f64 = 2.5;
/// Before a record begins anything may have happened: its missing events count this much.
const BEFORE_RECORD: f64 = 0.3;
/// Added to believing an event that the box cannot have reached in time.
const IMPOSSIBLE: f64 = 6.0;
/// Added to believing an event that a box reaches only by air.
const IMPLAUSIBLE: f64 = 3.0;
/// Trucks and trains over long distances stay below this.
const LAND_SPEED_KMH_MAX: f64 = 75.0;
/// Below this distance wrong coordinates and short hops make speeds meaningless.
const DISTANCE_KM_MIN: f64 = 300.0;

/// What is remembered of a box while its events are read in order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) life: Life,
    /// Index of the last believed event that moves a box on; `None` before the first.
    pub(crate) last: Option<u32>,
    /// Stripped, or reported empty, since it came ashore.
    pub(crate) emptied: bool,
    /// Stuffed, or reported laden, since its trip began.
    pub(crate) goods: bool,
    /// Where it came on the vessel that it is aboard.
    pub(crate) boarded: Option<AreaId>,
    /// That vessel, if known.
    pub(crate) vessel: TextId,
}

impl Memory {
    pub(crate) const NEW: Memory = Memory {
        life: Life::Idle,
        last: None,
        emptied: false,
        goods: false,
        boarded: None,
        vessel: TextId::NONE,
    };
}

/// One way to believe an event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) to: Life,
    pub(crate) cost: f64,
    /// A new trip begins with this event.
    pub(crate) begins: bool,
}

/// The ways to believe an event: at most three.
pub(crate) type Meanings = [Option<Meaning>; 3];

const fn stay(to: Life, cost: f64) -> Option<Meaning> {
    Some(Meaning { to, cost, begins: false })
}

const fn begin(to: Life, cost: f64) -> Option<Meaning> {
    Some(Meaning { to, cost, begins: true })
}

/// Whether an event says nothing about where in its life a box is.
pub(crate) fn is_neutral(event: EventCode) -> bool {
    use EventCode::{Booked, Inspected, Moved, Other, Repaired, Resealed};
    matches!(event, Moved | Inspected | Resealed | Repaired | Booked | Other)
}

/// Whether an event happens at a vessel.
pub(crate) fn is_sea(event: EventCode) -> bool {
    matches!(event, EventCode::Loaded | EventCode::Discharged | EventCode::Departed | EventCode::Arrived)
}

/// What an event's meaning depends on besides the state.
struct Setting {
    same_area: bool,
    other_vessel: bool,
    gap_days: f64,
    says_empty: bool,
    says_laden: bool,
    emptied: bool,
}

/// The ways to believe `event` after what is remembered.
pub(crate) fn meanings(
    memory: &Memory,
    event: &Cluster,
    events: &[Cluster],
    areas: &Gazetteer,
    settings: &TripSettings,
) -> Meanings {
    let last = memory.last.and_then(|index| events.get(index as usize));
    if is_neutral(event.event) {
        return [stay(memory.life, 0.0), None, None];
    }
    let nowhere = event.area == AreaId::NOWHERE;
    // Of a box aboard it is asked whether it is back where it was loaded; its vessel may have called anywhere since.
    let here = if memory.life == Life::Aboard { memory.boarded } else { last.map(|last| last.area) };
    let known_vessels = memory.vessel != TextId::NONE && event.vessel != TextId::NONE;
    let setting = Setting {
        same_area: here.is_some_and(|here| here == event.area || nowhere || here == AreaId::NOWHERE),
        other_vessel: known_vessels && memory.vessel != event.vessel,
        gap_days: last.map_or(0.0, |last| event.time.hours_since(last.time) / 24.0),
        says_empty: event.full_empty == Some(FullEmpty::Empty),
        says_laden: event.full_empty == Some(FullEmpty::Laden),
        emptied: memory.emptied,
    };
    let turned = turned_laden(memory, event.event).filter(|_| setting.says_laden);
    let mut meanings = match memory.life {
        Life::Idle => from_idle(event.event, &setting),
        Life::Export => from_export(event.event, &setting),
        Life::Aboard => from_aboard(event.event, &setting),
        Life::Ashore => from_ashore(event.event, &setting),
        Life::Import => from_import(event.event, &setting),
    };
    let haste = last.map_or(0.0, |last| haste_cost(last, event, areas, settings));
    for meaning in meanings.iter_mut().flatten() {
        if last.is_none() {
            meaning.cost *= BEFORE_RECORD;
        } else if meaning.begins {
            // Two trips of a box do not follow each other within a few days, unless it was idle between.
            let at_sea = matches!(memory.life, Life::Aboard | Life::Ashore) && turned.is_none();
            let hurried = at_sea && setting.gap_days < 5.0;
            meaning.cost += if hurried { 1.0 } else { 0.0 };
        } else if memory.life != Life::Idle {
            meaning.cost += ((setting.gap_days - 75.0) / 60.0).clamp(0.0, 3.0);
        }
        meaning.cost += haste;
    }
    if let Some(turned) = turned {
        for meaning in meanings.iter_mut().flatten().filter(|meaning| !meaning.begins) {
            meaning.cost += LADEN_UNSEEN;
        }
        let anew = Meaning { cost: turned.cost + haste, ..turned };
        let place = meanings.iter_mut().find(|meaning| meaning.is_none_or(|meaning| meaning.begins));
        if let Some(place) = place
            && place.is_none_or(|meaning| anew.cost < meaning.cost)
        {
            *place = Some(anew);
        }
    }
    meanings
}

/// A box that came empty over sea and is laden now was stuffed between, though nobody reported it: the repositioning
/// is over and a journey with goods begins with this event.
fn turned_laden(memory: &Memory, event: EventCode) -> Option<Meaning> {
    let repositioned = memory.emptied && !memory.goods && matches!(memory.life, Life::Aboard | Life::Ashore);
    match event {
        _ if !repositioned => None,
        EventCode::GateIn | EventCode::Stuffed => begin(Life::Export, 0.4 * MISSING),
        EventCode::Loaded => begin(Life::Aboard, 1.2 * MISSING),
        EventCode::Departed | EventCode::Arrived => begin(Life::Aboard, 1.8 * MISSING),
        EventCode::Discharged => begin(Life::Ashore, 2.2 * MISSING),
        _ => None,
    }
}

fn from_idle(event: EventCode, s: &Setting) -> Meanings {
    let soon = s.same_area && s.gap_days < 4.0;
    match event {
        EventCode::PickedUp => [begin(Life::Export, 0.0), None, None],
        EventCode::GateOut if s.says_laden => [begin(Life::Import, 3.0 * MISSING), None, None],
        EventCode::GateOut => [begin(Life::Export, 0.4), begin(Life::Import, 3.0 * MISSING), None],
        EventCode::Stuffed => [begin(Life::Export, MISSING), None, None],
        EventCode::GateIn if soon && !s.says_laden => {
            [stay(Life::Idle, 0.2), begin(Life::Export, 1.5 * MISSING), None]
        }
        EventCode::GateIn => [begin(Life::Export, 1.5 * MISSING), None, None],
        EventCode::Loaded if s.says_empty => [begin(Life::Aboard, 0.3), None, None],
        EventCode::Loaded => [begin(Life::Aboard, 2.0 * MISSING), None, None],
        EventCode::Departed | EventCode::Arrived => [begin(Life::Aboard, 2.5 * MISSING), None, None],
        EventCode::Discharged => [begin(Life::Ashore, 2.5 * MISSING), None, None],
        EventCode::Stripped if soon => [stay(Life::Idle, 0.8), begin(Life::Import, 3.0 * MISSING), None],
        EventCode::Stripped => [begin(Life::Import, 3.0 * MISSING), None, None],
        EventCode::Returned if soon => [stay(Life::Idle, 0.8), None, None],
        EventCode::Returned => [begin(Life::Idle, 3.5 * MISSING), stay(Life::Idle, 2.0), None],
        _ => [stay(Life::Idle, 0.0), None, None],
    }
}

fn from_export(event: EventCode, s: &Setting) -> Meanings {
    match event {
        EventCode::PickedUp if s.same_area && s.gap_days < 2.0 => [stay(Life::Export, 0.2), None, None],
        EventCode::PickedUp => {
            [stay(Life::Export, 1.5 + s.gap_days / 30.0), begin(Life::Export, 2.5 * MISSING), None]
        }
        EventCode::Stuffed | EventCode::GateIn => [stay(Life::Export, s.gap_days / 60.0), None, None],
        EventCode::GateOut => [stay(Life::Export, 0.2), stay(Life::Import, 2.5 * MISSING), None],
        EventCode::Loaded => [stay(Life::Aboard, if s.same_area { 0.0 } else { 0.3 }), None, None],
        EventCode::Departed if s.same_area => [stay(Life::Aboard, MISSING), stay(Life::Export, 0.8), None],
        EventCode::Departed => [stay(Life::Aboard, 1.5 * MISSING), stay(Life::Export, 1.5), None],
        EventCode::Arrived if s.same_area => [stay(Life::Export, 0.1), None, None],
        EventCode::Arrived => [stay(Life::Aboard, MISSING), stay(Life::Export, 0.9), None],
        EventCode::Discharged if s.same_area => [stay(Life::Ashore, 2.5), None, None],
        EventCode::Discharged => [stay(Life::Ashore, MISSING), None, None],
        EventCode::Stripped if s.same_area => [stay(Life::Export, 1.5), stay(Life::Import, 3.0), None],
        EventCode::Stripped => [stay(Life::Import, 2.5 * MISSING), None, None],
        EventCode::Returned if s.same_area => [stay(Life::Idle, 0.8), None, None],
        EventCode::Returned => [stay(Life::Idle, 3.0 * MISSING), None, None],
        _ => [stay(Life::Export, 0.0), None, None],
    }
}

fn from_aboard(event: EventCode, s: &Setting) -> Meanings {
    let soon = s.same_area && s.gap_days < 1.5;
    // An empty on a vessel is on no journey: what follows ashore begins one.
    let ends = if s.emptied { 0.5 } else { 0.0 };
    match event {
        EventCode::Loaded if s.same_area => {
            [stay(Life::Aboard, 2.0), begin(Life::Aboard, 4.0 * MISSING), None]
        }
        EventCode::Loaded => [
            stay(Life::Aboard, MISSING + s.gap_days / 60.0),
            begin(Life::Aboard, (4.5 - s.gap_days / 60.0).max(3.0) * MISSING),
            None,
        ],
        EventCode::Discharged if s.same_area => {
            [stay(Life::Ashore, if s.gap_days < 3.0 { 1.5 } else { 0.8 }), None, None]
        }
        // Off another vessel than it was on: nobody reported a transhipment.
        EventCode::Discharged => [stay(Life::Ashore, if s.other_vessel { 1.2 } else { 0.0 }), None, None],
        EventCode::Departed | EventCode::Arrived => {
            [stay(Life::Aboard, if s.other_vessel { 0.5 } else { 0.0 }), None, None]
        }
        EventCode::GateIn | EventCode::Stuffed if soon => [stay(Life::Aboard, 0.7), None, None],
        EventCode::GateIn => {
            [stay(Life::Ashore, 1.4 * MISSING), begin(Life::Export, (3.5 - ends * 4.0) * MISSING), None]
        }
        EventCode::GateOut if s.same_area => [stay(Life::Import, 2.5), None, None],
        EventCode::GateOut => [stay(Life::Import, MISSING), begin(Life::Export, 4.5 * MISSING), None],
        EventCode::Stripped => {
            [stay(Life::Import, if s.same_area { 3.0 } else { 2.0 * MISSING }), None, None]
        }
        EventCode::Returned if s.emptied => [stay(Life::Idle, MISSING), None, None],
        EventCode::Returned => [stay(Life::Idle, if s.same_area { 3.5 } else { 2.5 * MISSING }), None, None],
        EventCode::PickedUp => [begin(Life::Export, (3.5 - ends * 5.0) * MISSING), None, None],
        EventCode::Stuffed => [begin(Life::Export, (4.5 - ends * 5.0) * MISSING), None, None],
        _ => [stay(Life::Aboard, 0.0), None, None],
    }
}

fn from_ashore(event: EventCode, s: &Setting) -> Meanings {
    let ends = if s.emptied { 1.0 } else { 0.0 };
    match event {
        EventCode::Loaded if s.says_empty && !s.emptied => {
            // The longer it lay there, the likelier a strip and a return were not reported.
            [
                begin(Life::Aboard, (2.0 - s.gap_days / 15.0).max(1.0) * MISSING),
                stay(Life::Aboard, 0.5 + s.gap_days / 15.0),
                None,
            ]
        }
        EventCode::Loaded if s.same_area => [
            stay(Life::Aboard, s.gap_days / 60.0),
            begin(Life::Aboard, (4.0 - s.gap_days / 45.0).max(2.0) * MISSING),
            None,
        ],
        EventCode::Loaded => [stay(Life::Aboard, 1.3 * MISSING), begin(Life::Aboard, 4.0 * MISSING), None],
        EventCode::Discharged if s.same_area => [stay(Life::Ashore, 1.5), None, None],
        EventCode::Discharged => [stay(Life::Ashore, MISSING), begin(Life::Ashore, 5.0 * MISSING), None],
        // On another vessel than it came on: nobody reported that it was loaded again.
        EventCode::Departed if s.other_vessel && s.same_area => {
            [stay(Life::Aboard, 0.4), stay(Life::Ashore, 0.9), None]
        }
        EventCode::Departed => [stay(Life::Ashore, 0.2), stay(Life::Aboard, MISSING), None],
        EventCode::Arrived if s.same_area => [stay(Life::Ashore, 0.2), None, None],
        EventCode::Arrived => [stay(Life::Aboard, 1.1 * MISSING), stay(Life::Ashore, 0.9), None],
        EventCode::GateOut => {
            let leaves = stay(Life::Import, if s.same_area { 0.0 } else { 0.6 });
            [leaves, begin(Life::Export, (3.0 - 2.5 * ends) * MISSING), None]
        }
        EventCode::GateIn => [
            // Between terminals it takes days; after weeks it came in anew, and its turn ashore was not reported.
            stay(
                Life::Ashore,
                if s.same_area { 0.4 } else { 0.8 } + ((s.gap_days - 2.0) / 4.0).clamp(0.0, 3.0),
            ),
            begin(Life::Export, (3.0 - s.gap_days / 8.0 - 1.5 * ends).clamp(1.2, 3.0) * MISSING),
            None,
        ],
        EventCode::Stripped => [stay(Life::Import, 0.5), None, None],
        EventCode::Returned => [stay(Life::Idle, MISSING * (1.0 - 0.8 * ends)), None, None],
        EventCode::PickedUp => [begin(Life::Export, (2.0 - 1.8 * ends) * MISSING), None, None],
        EventCode::Stuffed => [begin(Life::Export, (2.6 - 1.6 * ends) * MISSING), None, None],
        _ => [stay(Life::Ashore, 0.0), None, None],
    }
}

fn from_import(event: EventCode, s: &Setting) -> Meanings {
    let transfer = s.same_area && s.gap_days <= 4.0 && !s.emptied && !s.says_empty;
    match event {
        EventCode::GateOut if s.says_empty => {
            [stay(Life::Import, 0.4), begin(Life::Export, 1.5 * MISSING), None]
        }
        EventCode::GateOut => [stay(Life::Import, 0.3), begin(Life::Export, 2.0 * MISSING), None],
        EventCode::GateIn if s.says_empty => {
            [stay(Life::Import, 0.2), begin(Life::Export, 3.0 * MISSING), None]
        }
        EventCode::GateIn => {
            let anew = if s.emptied {
                0.8
            } else if s.says_laden {
                1.4
            } else {
                1.8
            };
            let carried_on = if s.says_laden { 1.2 } else { 0.7 } + s.gap_days / 20.0;
            let moved = if transfer { stay(Life::Ashore, 0.4) } else { None };
            [stay(Life::Import, carried_on), begin(Life::Export, anew * MISSING), moved]
        }
        EventCode::Stripped | EventCode::Returned => [stay(life_after(event), 0.0), None, None],
        EventCode::PickedUp => [begin(Life::Export, MISSING), None, None],
        EventCode::Stuffed => [begin(Life::Export, if s.emptied { 0.4 } else { 0.8 }), None, None],
        EventCode::Loaded if s.says_empty || s.emptied => [begin(Life::Aboard, 1.5 * MISSING), None, None],
        EventCode::Loaded => {
            let moved = if transfer { stay(Life::Aboard, 1.0) } else { None };
            [begin(Life::Aboard, 2.5 * MISSING), moved, None]
        }
        EventCode::Discharged if s.same_area && s.gap_days < 2.0 => [stay(Life::Import, 1.0), None, None],
        EventCode::Discharged => [begin(Life::Ashore, 3.5 * MISSING), None, None],
        EventCode::Departed | EventCode::Arrived => {
            [stay(Life::Import, 0.3), begin(Life::Aboard, 4.0 * MISSING), None]
        }
        _ => [stay(Life::Import, 0.0), None, None],
    }
}

fn life_after(event: EventCode) -> Life {
    if event == EventCode::Returned { Life::Idle } else { Life::Import }
}

/// What is remembered after believing `event` in this meaning.
pub(crate) fn remember(memory: &Memory, index: u32, event: &Cluster, meaning: &Meaning) -> Memory {
    if is_neutral(event.event) {
        return *memory;
    }
    let empty = event.full_empty == Some(FullEmpty::Empty);
    let emptied = match event.event {
        EventCode::Stripped | EventCode::Returned => true,
        EventCode::Stuffed => false,
        EventCode::PickedUp => false,
        _ if meaning.to == Life::Export => false,
        _ if event.full_empty == Some(FullEmpty::Laden) => false,
        _ => empty || (memory.emptied && !meaning.begins),
    };
    let laden = event.full_empty == Some(FullEmpty::Laden) || event.event == EventCode::Stuffed;
    let goods = meaning.to != Life::Idle && (laden || (memory.goods && !meaning.begins));
    let mut after = Memory { life: meaning.to, last: Some(index), emptied, goods, ..*memory };
    if meaning.to == Life::Aboard && (memory.life != Life::Aboard || event.event == EventCode::Loaded) {
        // An arrival that finds it aboard unawares does not say where it was loaded.
        after.boarded = (event.event != EventCode::Arrived).then_some(event.area);
        after.vessel = event.vessel;
    } else if meaning.to == Life::Aboard && event.event == EventCode::Departed && event.vessel != TextId::NONE
    {
        after.vessel = event.vessel;
    }
    after
}

/// What it costs to leave an event out: more with every report, little when it stands in the shadow of another.
pub(crate) fn doubt_cost(event: &Cluster) -> f64 {
    let more = f64::from(event.reports.min(8) - 1);
    match event.event {
        _ if event.shadowed => 0.8 + 0.4 * more,
        EventCode::Departed | EventCode::Arrived => 1.4 + 0.6 * more,
        code if is_neutral(code) => 1.0 + 0.5 * more,
        _ => 2.6 + 1.2 * more,
    }
}

/// Where and when a box was said to be, and by how many reports.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sighting {
    pub(crate) event: EventCode,
    pub(crate) area: AreaId,
    pub(crate) time: UtcTime,
    pub(crate) reports: u32,
}

impl From<&Cluster> for Sighting {
    fn from(event: &Cluster) -> Sighting {
        Sighting { event: event.event, area: event.area, time: event.time, reports: event.reports }
    }
}

/// The speed a box must have had between two events, km/h, and the limit for such a pair. Clocks get the benefit
/// of the doubt: hours for events that several sources report, a day and more for lone reports.
pub(crate) fn implied_speed(
    a: Sighting,
    b: Sighting,
    areas: &Gazetteer,
    settings: &TripSettings,
) -> Option<(f64, f64)> {
    let distance_km = areas.distance_km(a.area, b.area).filter(|distance| *distance >= DISTANCE_KM_MIN)?;
    let slack = |event: Sighting| match event.reports {
        0 | 1 => 26.0,
        2 => 12.0,
        _ => 6.0,
    };
    let hours = b.time.hours_since(a.time).abs() + f64::max(slack(a), slack(b));
    let both_sea = is_sea(a.event) && is_sea(b.event);
    let limit = if both_sea { settings.sea_speed_kmh_max } else { settings.any_speed_kmh_max };
    Some((distance_km / hours, limit))
}

/// The cost of the speed that believing `event` after `last` implies.
pub(crate) fn haste_cost(last: &Cluster, event: &Cluster, areas: &Gazetteer, settings: &TripSettings) -> f64 {
    match implied_speed(last.into(), event.into(), areas, settings) {
        Some((speed, limit)) if speed > limit => IMPOSSIBLE,
        Some((speed, _)) if speed > LAND_SPEED_KMH_MAX => IMPLAUSIBLE,
        _ => 0.0,
    }
}
