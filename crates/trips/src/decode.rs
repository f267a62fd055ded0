//! The cheapest reading of a box's events: which to believe, and where trips begin.
//!
//! Viterbi's algorithm over the automaton of [`crate::life`]. Each state keeps only its best past, so the time is
//! linear in the events.

use crate::haste::Haste;
use crate::life::{LIVES, Life, Meaning, meanings};
use crate::memory::{Memory, remember};
use crate::merge::{Cluster, Reference};

/// How one event was read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    /// What believing or doubting it cost.
    pub(crate) cost: f32,
    /// False: doubted.
    pub(crate) believed: bool,
    /// A new trip begins with it.
    pub(crate) begins: bool,
    /// The box's state before and after.
    pub(crate) before: Life,
    pub(crate) after: Life,
}

/// Reads events, again and again in the same room.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    /// The readings of the last events decoded.
    pub(crate) readings: Vec<Reading>,
    /// How each state was reached with each event; no cost is infinite where it was not.
    steps: Vec<[Reading; STATES]>,
}

const STATES: usize = LIVES.len();
/// A state this much dearer than the cheapest is given up.
const HOPELESS: f32 = 9.0;

const UNREACHED: Reading =
    Reading { cost: f32::INFINITY, believed: false, begins: false, before: Life::Idle, after: Life::Idle };

#[derive(Clone, Copy)]
struct Best {
    cost: f32,
    memory: Memory,
    reading: Reading,
}

const NOWHERE: Best = Best { cost: f32::INFINITY, memory: Memory::NEW, reading: UNREACHED };

impl Decoder {
    /// Reads `events` in order.
    pub(crate) fn decode(&mut self, events: &[Cluster], reference: Reference<'_>) {
        self.steps.clear();
        let mut states = [NOWHERE; STATES];
        states[Life::Idle as usize] = Best { cost: 0.0, ..NOWHERE };
        for (index, event) in events.iter().enumerate() {
            let mut next = [NOWHERE; STATES];
            let mut haste = Haste::default();
            let least = states.iter().fold(f32::INFINITY, |least, state| least.min(state.cost));
            for state in states.iter().filter(|state| state.cost <= least + HOPELESS) {
                let before = state.memory.life;
                for meaning in
                    meanings(&state.memory, event, events, &mut haste, reference).into_iter().flatten()
                {
                    let Meaning { to: after, cost, begins } = meaning;
                    let place = &mut next[after as usize];
                    if state.cost + cost < place.cost {
                        *place = Best {
                            cost: state.cost + cost,
                            memory: remember(&state.memory, index as u32, event, &meaning),
                            reading: Reading { cost, believed: true, begins, before, after },
                        };
                    }
                }
                let cost = event.doubt_cost;
                let place = &mut next[before as usize];
                if state.cost + cost < place.cost {
                    let reading = Reading { cost, believed: false, begins: false, before, after: before };
                    *place = Best { cost: state.cost + cost, memory: state.memory, reading };
                }
            }
            self.steps.push(next.map(|best| best.reading));
            states = next;
        }
        let mut end = Life::Idle;
        let mut cost = f32::INFINITY;
        for candidate in LIVES {
            let best = &states[candidate as usize];
            if best.cost < cost {
                (end, cost) = (candidate, best.cost);
            }
        }
        self.trace_back(end);
    }

    fn trace_back(&mut self, mut life: Life) {
        self.readings.clear();
        for step in self.steps.iter().rev() {
            let reading = step[life as usize];
            life = reading.before;
            self.readings.push(reading);
        }
        self.readings.reverse();
    }
}
