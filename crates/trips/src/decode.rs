//! The cheapest reading of a box's events: which to believe, and where trips begin.
//!
//! Viterbi's algorithm over the automaton of [`crate::life`]. Each state keeps only its best past, so the time is
//! linear in the events.

use crate::area::Gazetteer;
use crate::life::{LIVES, Life, Meaning, Memory, doubt_cost, meanings, remember};
use crate::merge::Cluster;
use crate::settings::TripSettings;

/// How one event was read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    /// False: doubted.
    pub(crate) believed: bool,
    /// A new trip begins with it.
    pub(crate) begins: bool,
    /// The box's state before and after.
    pub(crate) before: Life,
    pub(crate) after: Life,
    /// What believing or doubting it cost.
    pub(crate) cost: f64,
}

/// The readings of all events and what they cost together.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) readings: Vec<Reading>,
    pub(crate) cost: f64,
}

#[derive(Clone, Copy)]
struct Best {
    cost: f64,
    memory: Memory,
    reading: Reading,
}

/// Reads the events in order.
pub(crate) fn decode(events: &[Cluster], areas: &Gazetteer, settings: &TripSettings) -> Decoded {
    let mut steps: Vec<[Option<Reading>; 5]> = Vec::with_capacity(events.len());
    let start = Reading { believed: true, begins: false, before: Life::Idle, after: Life::Idle, cost: 0.0 };
    let mut states: [Option<Best>; 5] = [None; 5];
    states[Life::Idle as usize] = Some(Best { cost: 0.0, memory: Memory::NEW, reading: start });
    for (index, event) in events.iter().enumerate() {
        let mut next: [Option<Best>; 5] = [None; 5];
        for state in states.iter().flatten() {
            let before = state.memory.life;
            let mut offer = |memory: Memory, reading: Reading| {
                let cost = state.cost + reading.cost;
                let place = &mut next[memory.life as usize];
                if place.is_none_or(|best| cost < best.cost) {
                    *place = Some(Best { cost, memory, reading });
                }
            };
            for meaning in meanings(&state.memory, event, events, areas, settings).into_iter().flatten() {
                let Meaning { to: after, cost, begins } = meaning;
                let memory = remember(&state.memory, index as u32, event, &meaning);
                offer(memory, Reading { believed: true, begins, before, after, cost });
            }
            let cost = doubt_cost(event);
            offer(state.memory, Reading { believed: false, begins: false, before, after: before, cost });
        }
        steps.push(next.map(|best| best.map(|best| best.reading)));
        states = next;
    }
    let mut life = Life::Idle;
    let mut cost = f64::INFINITY;
    for candidate in LIVES {
        if let Some(best) = &states[candidate as usize]
            && best.cost < cost
        {
            (life, cost) = (candidate, best.cost);
        }
    }
    Decoded { readings: trace_back(&steps, life), cost }
}

fn trace_back(steps: &[[Option<Reading>; 5]], mut life: Life) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        let Some(reading) = step[life as usize] else { break };
        life = reading.before;
        readings.push(reading);
    }
    readings.reverse();
    readings
}
