//! The life of a box as an automaton: in each state, what each event may mean and what it costs to believe it.
//!
//! Costs are about −ln of how often honest messages look like that: an event that fits costs nothing, each event
//! that must be missing costs [`MISSING`]. A wrong event is cheaper to doubt than to believe.

use crate::area::AreaId;
use crate::haste::Haste;
use crate::memory::{Memory, other_load_cost};
use crate::merge::{Cluster, Reference};
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::{EventCode, FullEmpty};

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

/// One event missing: between 6 % (−ln 2.8) and 25 % (1.4) of events never arrive.
pub(crate) const MISSING: f32 = 1.2;
/// Several missing in a row: they are often missing together, so each costs less than the one before.
const UNSEEN: [f32; 11] = [0.0, MISSING, 2.1, 2.8, 3.4, 3.9, 4.3, 4.6, 4.8, 5.0, 5.2];

fn unseen(events: usize) -> f32 {
    UNSEEN[events.min(UNSEEN.len() - 1)]
}

/// An empty on a vessel that is laden afterwards within one journey: its messages would have to be wrong.
const LADEN_UNSEEN: f32 = 2.5;
/// The same of a box that was laden on a vessel and is empty on another.
const EMPTY_UNSEEN: f32 = 2.5;
/// Goods out of a box that came empty over sea.
const NO_GOODS: f32 = 1.5;
/// Before a record begins anything may have happened: its missing events count this much.
const BEFORE_RECORD: f32 = 0.3;

/// One way to believe an event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) to: Life,
    pub(crate) cost: f32,
    /// A new trip begins with this event.
    pub(crate) begins: bool,
}

/// The ways to believe an event: at most three.
pub(crate) type Meanings = [Option<Meaning>; 3];

const fn stay(to: Life, cost: f32) -> Option<Meaning> {
    Some(Meaning { to, cost, begins: false })
}

const fn begin(to: Life, cost: f32) -> Option<Meaning> {
    Some(Meaning { to, cost, begins: true })
}

/// Whether an event says nothing about where in its life a box is.
pub(crate) const fn is_neutral(event: EventCode) -> bool {
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
    same_vessel: bool,
    gap_days: f32,
    says_empty: bool,
    says_laden: bool,
    emptied: bool,
    /// Empty, and nothing says that goods were in it since its journey began.
    bare: bool,
}

/// The ways to believe `event` after what is remembered.
pub(crate) fn meanings(
    memory: &Memory,
    event: &Cluster,
    events: &[Cluster],
    haste: &mut Haste,
    reference: Reference<'_>,
) -> Meanings {
    let last = memory.last.and_then(|index| events.get(index as usize));
    if is_neutral(event.event) {
        return [stay(memory.life, event.belief_cost), None, None];
    }
    let nowhere = event.area == AreaId::NOWHERE;
    // Of a box aboard it is asked whether it is back where it was loaded; its vessel may have called anywhere since.
    let here = if memory.life == Life::Aboard { memory.boarded } else { last.map(|last| last.area) };
    let known_vessels = memory.vessel != TextId::NONE && event.vessel != TextId::NONE;
    let setting = Setting {
        same_area: here.is_some_and(|here| here == event.area || nowhere || here == AreaId::NOWHERE),
        other_vessel: known_vessels && memory.vessel != event.vessel,
        same_vessel: known_vessels && memory.vessel == event.vessel,
        gap_days: last.map_or(0.0, |last| (event.time.hours_since(last.time) / 24.0).max(0.0) as f32),
        says_empty: event.full_empty == Some(FullEmpty::Empty),
        says_laden: event.full_empty == Some(FullEmpty::Laden),
        emptied: memory.emptied,
        bare: memory.emptied && !memory.goods,
    };
    let (turned, unturned) = match (setting.says_laden, setting.says_empty && event.reports > 1) {
        (true, _) => (turned_laden(memory, event.event), LADEN_UNSEEN),
        (_, true) => (turned_empty(memory, event.event, setting.other_vessel), EMPTY_UNSEEN),
        _ => (None, 0.0),
    };
    let mut meanings = match memory.life {
        Life::Idle => from_idle(event.event, &setting),
        Life::Export => from_export(event.event, &setting),
        Life::Aboard => from_aboard(event.event, &setting),
        Life::Ashore => from_ashore(event.event, &setting),
        Life::Import => from_import(event.event, &setting),
    };
    let haste = haste.cost(memory.last, event, events, reference);
    for meaning in meanings.iter_mut().flatten() {
        if last.is_none() {
            meaning.cost *= BEFORE_RECORD;
        } else if meaning.begins {
            // Two trips of a box do not follow each other within a few days, unless it was idle between.
            let at_sea = matches!(memory.life, Life::Aboard | Life::Ashore) && turned.is_none();
            let hurried = at_sea && setting.gap_days < 5.0;
            meaning.cost += if hurried { 1.0 } else { 0.0 };
        } else {
            meaning.cost += other_load_cost(memory, event);
            meaning.cost += lasting_cost(memory.life, last.map(|last| last.event), setting.gap_days);
        }
        meaning.cost += haste + event.belief_cost;
    }
    if let Some(turned) = turned {
        for meaning in meanings.iter_mut().flatten().filter(|meaning| !meaning.begins) {
            meaning.cost += unturned;
        }
        let anew = Meaning { cost: turned.cost + haste + event.belief_cost, ..turned };
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

/// A box that was laden on its vessel and is empty on the next was emptied between, though nobody reported it: its
/// journey is over, and an empty is being brought elsewhere.
fn turned_empty(memory: &Memory, event: EventCode, other_vessel: bool) -> Option<Meaning> {
    let left_vessel = match memory.life {
        Life::Ashore => true,
        Life::Aboard => other_vessel || !memory.laden_on_leg,
        _ => false,
    };
    match event {
        _ if !memory.laden_at_sea || memory.emptied || !left_vessel => None,
        EventCode::Loaded => begin(Life::Aboard, 1.2 * MISSING),
        EventCode::Departed => begin(Life::Aboard, 1.8 * MISSING),
        EventCode::Arrived => begin(Life::Aboard, 2.2 * MISSING),
        EventCode::Discharged => begin(Life::Ashore, 2.6 * MISSING),
        _ => None,
    }
}

/// What it costs that a box stays in one state, or is on its way to the next, for so long.
fn lasting_cost(life: Life, last: Option<EventCode>, days: f32) -> f32 {
    match life {
        Life::Idle => 0.0,
        // Who picks up an empty pays for each day until it is stuffed.
        Life::Export if matches!(last, Some(EventCode::PickedUp | EventCode::GateOut)) => {
            ((days - 20.0) / 15.0).clamp(0.0, 4.0)
        }
        Life::Export => ((days - 60.0) / 40.0).clamp(0.0, 4.0),
        // No leg by sea takes longer than seven weeks.
        Life::Aboard => ((days - 45.0) / 15.0).clamp(0.0, 5.0),
        Life::Ashore => ((days - 70.0) / 40.0).clamp(0.0, 4.0),
        Life::Import => ((days - 30.0) / 20.0).clamp(0.0, 4.0),
    }
}

/// Events that must be missing before this one where a journey begins with it. Without goods it begins at the vessel.
fn unseen_before(event: EventCode, s: &Setting) -> usize {
    let at_sea = |laden: usize| match (s.says_laden, s.says_empty) {
        (true, _) => laden,
        (_, true) => laden - 3,
        _ => laden - 2,
    };
    match event {
        EventCode::PickedUp => 0,
        EventCode::Stuffed => 1,
        EventCode::GateIn if s.says_empty => 0,
        EventCode::GateIn => 2,
        EventCode::Loaded => at_sea(3),
        EventCode::Departed => at_sea(4),
        EventCode::Arrived => at_sea(5),
        EventCode::Discharged => at_sea(6),
        EventCode::GateOut => 7,
        EventCode::Stripped => 8,
        _ => 9,
    }
}

/// Begins a journey with this event after `ended` events of the one before are missing too.
fn begin_unseen(to: Life, event: EventCode, ended: usize, s: &Setting) -> Option<Meaning> {
    begin(to, unseen(ended + unseen_before(event, s)))
}

/// The state after the first event known of a journey.
const fn first_life(event: EventCode) -> Life {
    match event {
        EventCode::Loaded | EventCode::Departed | EventCode::Arrived => Life::Aboard,
        EventCode::Discharged => Life::Ashore,
        EventCode::Stripped => Life::Import,
        EventCode::Returned => Life::Idle,
        _ => Life::Export,
    }
}

fn from_idle(event: EventCode, s: &Setting) -> Meanings {
    let soon = s.same_area && s.gap_days < 4.0;
    let anew = begin_unseen(first_life(event), event, 0, s);
    match event {
        EventCode::GateOut if s.says_laden => [begin(Life::Import, unseen(7)), None, None],
        // An empty may have come by sea, and nobody reported it.
        EventCode::GateOut if s.says_empty => {
            let came = if s.same_area { 2.0 } else { 0.9 };
            [begin(Life::Export, 0.4), begin(Life::Import, came), None]
        }
        EventCode::GateOut => [begin(Life::Export, 0.4), begin(Life::Import, unseen(7)), None],
        EventCode::GateIn if soon && !s.says_laden => [stay(Life::Idle, 0.2), anew, None],
        EventCode::Loaded if s.says_empty => [begin(Life::Aboard, 0.3), None, None],
        EventCode::Stripped if soon => [stay(Life::Idle, 0.8), anew, None],
        EventCode::Returned if soon => [stay(Life::Idle, 0.8), None, None],
        EventCode::Returned => [anew, stay(Life::Idle, 2.0), None],
        _ => [anew, None, None],
    }
}

fn from_export(event: EventCode, s: &Setting) -> Meanings {
    match event {
        EventCode::PickedUp if s.same_area && s.gap_days < 3.0 => [stay(Life::Export, 0.2), None, None],
        EventCode::PickedUp => {
            [stay(Life::Export, 1.5 + s.gap_days / 30.0), begin(Life::Export, unseen(3)), None]
        }
        EventCode::Stuffed | EventCode::GateIn => {
            // An empty goes to where it is stuffed, and from there to the port: seldom over far.
            let moved = if s.same_area { 0.0 } else { 0.4 };
            let anew = begin_unseen(Life::Export, event, 4, s).filter(|_| s.gap_days > 20.0);
            [stay(Life::Export, moved + s.gap_days / 60.0), anew, None]
        }
        EventCode::GateOut if s.same_area => [stay(Life::Export, 0.2), stay(Life::Import, unseen(4)), None],
        EventCode::GateOut => {
            let moved = if s.says_laden { 2.0 } else { 1.0 };
            [stay(Life::Export, moved), stay(Life::Import, unseen(2)), None]
        }
        EventCode::Loaded => [stay(Life::Aboard, if s.same_area { 0.0 } else { 1.0 }), None, None],
        EventCode::Departed if s.same_area => [stay(Life::Aboard, MISSING), None, None],
        EventCode::Departed => [stay(Life::Aboard, 1.5 * MISSING), None, None],
        EventCode::Arrived if s.same_area => [stay(Life::Export, 0.1), None, None],
        EventCode::Arrived => [stay(Life::Aboard, MISSING), None, None],
        EventCode::Discharged if s.same_area => [stay(Life::Ashore, 2.5), None, None],
        EventCode::Discharged => [stay(Life::Ashore, MISSING), None, None],
        EventCode::Stripped if s.same_area => [stay(Life::Export, 1.5), stay(Life::Import, 3.0), None],
        EventCode::Stripped => [stay(Life::Import, unseen(3)), None, None],
        EventCode::Returned if s.same_area => [stay(Life::Idle, 0.8), None, None],
        EventCode::Returned => [stay(Life::Idle, unseen(4)), None, None],
        _ => [stay(Life::Export, 0.0), None, None],
    }
}

fn from_aboard(event: EventCode, s: &Setting) -> Meanings {
    let soon = s.same_area && s.gap_days < 1.5;
    // An empty on a vessel is on no journey with goods: what follows ashore begins one.
    let ended = if s.bare { 1 } else { 4 };
    let anew = begin_unseen(first_life(event), event, ended, s);
    // Off or on another vessel than it was on: nobody reported a transhipment.
    let changed = if s.other_vessel { MISSING } else { 0.0 };
    match event {
        EventCode::Loaded if s.same_area => [stay(Life::Aboard, 2.0), anew, None],
        EventCode::Loaded => [stay(Life::Aboard, MISSING + s.gap_days / 60.0), anew, None],
        EventCode::Discharged if s.same_area => {
            [stay(Life::Ashore, if s.gap_days < 3.0 { 1.5 } else { 0.8 }), None, None]
        }
        EventCode::Discharged => [stay(Life::Ashore, changed), anew, None],
        EventCode::Departed | EventCode::Arrived if s.same_area => {
            [stay(Life::Aboard, if s.other_vessel { 0.5 } else { 0.0 }), None, None]
        }
        EventCode::Departed | EventCode::Arrived => [stay(Life::Aboard, changed), anew, None],
        EventCode::GateIn | EventCode::Stuffed if soon => [stay(Life::Aboard, 0.7), None, None],
        EventCode::GateIn => {
            // An empty comes in through a gate after an import, not after a voyage with goods.
            let emptied = if s.says_empty && !s.bare { 1.5 } else { 0.0 };
            [stay(Life::Ashore, 1.4 * MISSING + emptied), anew, None]
        }
        EventCode::GateOut if s.same_area => [stay(Life::Import, 2.5), None, None],
        EventCode::GateOut => [stay(Life::Import, MISSING), begin(Life::Export, unseen(ended) + 0.6), None],
        EventCode::Stripped => [stay(Life::Import, if s.same_area { 3.0 } else { unseen(2) }), None, None],
        EventCode::Returned if s.emptied => [stay(Life::Idle, MISSING), None, None],
        EventCode::Returned => [stay(Life::Idle, if s.same_area { 3.5 } else { unseen(3) }), None, None],
        EventCode::PickedUp | EventCode::Stuffed => [anew, None, None],
        _ => [stay(Life::Aboard, 0.0), None, None],
    }
}

fn from_ashore(event: EventCode, s: &Setting) -> Meanings {
    let ended = if s.bare { 1 } else { 3 };
    // A box does not leave a vessel to go on with the same.
    let again = if s.same_vessel { 1.5 } else { 0.0 };
    let anew = begin_unseen(first_life(event), event, ended, s);
    match event {
        EventCode::Loaded if s.says_empty && !s.emptied => {
            // The longer it lay there, the likelier a strip and a return were not reported.
            [
                begin(Life::Aboard, (unseen(3) - s.gap_days / 15.0).max(MISSING)),
                stay(Life::Aboard, 0.5 + s.gap_days / 15.0),
                None,
            ]
        }
        EventCode::Loaded if s.same_area => [stay(Life::Aboard, s.gap_days / 60.0), anew, None],
        EventCode::Loaded => [stay(Life::Aboard, 1.3 * MISSING), anew, None],
        EventCode::Discharged if s.same_area => [stay(Life::Ashore, 1.5), None, None],
        EventCode::Discharged => [stay(Life::Ashore, unseen(1) + again), anew, None],
        // On another vessel than it came on: nobody reported that it was loaded again.
        EventCode::Departed if s.other_vessel && s.same_area => {
            [stay(Life::Aboard, 0.4), stay(Life::Ashore, 0.9), anew]
        }
        EventCode::Departed if s.same_area && s.gap_days < 4.0 => {
            [stay(Life::Ashore, 0.2), stay(Life::Aboard, MISSING), None]
        }
        EventCode::Departed => [stay(Life::Aboard, MISSING), anew, None],
        EventCode::Arrived if s.same_area => [stay(Life::Ashore, 0.2), None, None],
        EventCode::Arrived => [stay(Life::Aboard, 0.9 + again), anew, None],
        EventCode::GateOut => {
            let filled = if s.bare && s.says_laden { NO_GOODS } else { 0.0 };
            let leaves = stay(Life::Import, if s.same_area { 0.0 } else { 0.6 } + filled);
            [leaves, begin(Life::Export, unseen(ended) + 0.6), None]
        }
        EventCode::GateIn => [
            // Between terminals it takes days; after weeks it came in anew, and its turn ashore was not reported.
            stay(
                Life::Ashore,
                if s.same_area { 0.4 } else { 0.8 } + ((s.gap_days - 2.0) / 2.5).clamp(0.0, 4.0),
            ),
            begin(Life::Export, (unseen(5) - s.gap_days / 6.0).clamp(MISSING, unseen(ended + 2))),
            None,
        ],
        EventCode::Stripped => [stay(Life::Import, if s.bare { 0.5 + NO_GOODS } else { 0.5 }), None, None],
        EventCode::Returned => [stay(Life::Idle, if s.emptied { 0.2 } else { MISSING }), None, None],
        EventCode::PickedUp | EventCode::Stuffed if s.same_area => {
            // The longer it lay there, the likelier its turn ashore was not reported.
            let ended = (unseen(ended + unseen_before(event, s)) - s.gap_days / 12.0).max(MISSING);
            [begin(Life::Export, ended), None, None]
        }
        EventCode::PickedUp | EventCode::Stuffed => [anew, None, None],
        _ => [stay(Life::Ashore, 0.0), None, None],
    }
}

fn from_import(event: EventCode, s: &Setting) -> Meanings {
    let transfer = s.same_area && s.gap_days <= 4.0 && !s.emptied && !s.says_empty;
    let ended = if s.emptied { 0 } else { 1 };
    let anew = begin_unseen(first_life(event), event, ended, s);
    match event {
        EventCode::GateOut if s.says_empty => [
            stay(Life::Import, 0.4 + (s.gap_days / 8.0).min(3.0)),
            begin(Life::Export, unseen(ended) + 0.4),
            None,
        ],
        EventCode::GateOut => {
            let moved = if s.same_area { 0.3 } else { 1.5 };
            [
                stay(Life::Import, moved),
                begin(Life::Export, unseen(ended) + 0.6),
                begin(Life::Import, unseen(ended + 7)),
            ]
        }
        // It came back, or after a while goes to its next vessel empty and its return was not reported.
        EventCode::GateIn if s.says_empty => {
            [stay(Life::Import, 0.2 + (s.gap_days / 6.0).min(3.0)), begin(Life::Export, unseen(1)), None]
        }
        EventCode::GateIn => {
            let cost = match (s.emptied, s.says_laden) {
                (true, _) => 0.8,
                (false, true) => 1.4,
                _ => 1.8,
            };
            let carried_on = if s.says_laden { 1.2 } else { 0.7 } + s.gap_days / 20.0;
            let moved = if transfer { stay(Life::Ashore, 0.4) } else { None };
            [stay(Life::Import, carried_on), begin(Life::Export, cost * MISSING), moved]
        }
        EventCode::Stripped | EventCode::Returned => [stay(life_after(event), 0.0), None, None],
        EventCode::PickedUp => [begin(Life::Export, if s.emptied { 0.8 } else { MISSING }), None, None],
        EventCode::Stuffed => [begin(Life::Export, if s.emptied { 0.4 } else { 0.8 }), None, None],
        EventCode::Loaded if !s.says_empty && transfer => [anew, stay(Life::Aboard, 1.0), None],
        EventCode::Loaded => [anew, None, None],
        EventCode::Discharged if s.same_area && s.gap_days < 2.0 => [stay(Life::Import, 1.0), None, None],
        EventCode::Discharged => [anew, None, None],
        EventCode::Departed | EventCode::Arrived if s.same_area && s.gap_days < 4.0 => {
            [stay(Life::Import, 0.3), anew, None]
        }
        EventCode::Departed | EventCode::Arrived => [anew, None, None],
        _ => [stay(Life::Import, 0.0), None, None],
    }
}

fn life_after(event: EventCode) -> Life {
    if event == EventCode::Returned { Life::Idle } else { Life::Import }
}
