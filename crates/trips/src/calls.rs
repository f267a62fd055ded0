//! The sea part of a trip: where it was loaded, transhipped and discharged.

use crate::area::{AreaId, Gazetteer};
use crate::decode::Reading;
use crate::facts::CallFact;
use crate::life::Life;
use crate::merge::{Cluster, Merged};
use crate::trip::CallRole;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::EventCode;

/// No event.
const NONE: u32 = u32::MAX;

/// Which of [`CallFact::shown_by`] an event fills.
const LOAD: usize = 0;
const DISCHARGE: usize = 1;
const OTHER: usize = 2;

/// Appends the calls of a trip to `calls` and tells whether the box is on a vessel after them. `numbers` gives each
/// part its number within the trip's events.
pub(crate) fn read_calls(
    parts: &[(Cluster, Reading)],
    numbers: &[u32],
    merged: &Merged<'_>,
    areas: &Gazetteer,
    calls: &mut Vec<CallFact>,
) -> bool {
    let first = calls.len();
    let mut reader =
        CallReader { merged, areas, stops: calls, first, gate: None, arrival: None, aboard: false };
    for ((event, reading), number) in parts.iter().zip(numbers) {
        if reading.believed {
            reader.read(&Seen { cluster: *event, number: *number }, reading);
        }
    }
    let aboard = reader.aboard;
    without_shifts(calls, first, aboard);
    let last = calls.len().saturating_sub(first + 1);
    for (index, stop) in calls.iter_mut().skip(first).enumerate() {
        let ended = index == last && !aboard;
        // A stop that nothing left is a discharge even when it is the only one known.
        stop.role = match index {
            _ if ended && (index > 0 || stop.departed.is_none() && !stop.inferred) => CallRole::Discharge,
            0 => CallRole::Load,
            _ => CallRole::Transhipment,
        };
    }
    aboard
}

/// A box that is put off a vessel where it was loaded, or moved between terminals of one port area, and goes on from
/// there has called once: stops of one area that follow one another are one. Only a box that came back to where it
/// was loaded and went nowhere else keeps both, for it may have been anywhere between.
fn without_shifts(stops: &mut Vec<CallFact>, first: usize, aboard: bool) {
    if stops.len() == first + 2 && !aboard {
        return;
    }
    let mut kept = first;
    for index in first..stops.len() {
        let stop = stops[index];
        match stops.get_mut(kept.wrapping_sub(1)).filter(|last| kept > first && last.area == stop.area) {
            Some(last) => {
                last.departed = stop.departed;
                last.loaded_on = stop.loaded_on;
                last.inferred &= stop.inferred;
                for (shown, other) in last.shown_by.iter_mut().zip(stop.shown_by) {
                    *shown = (*shown).min(other);
                }
            }
            None => {
                stops[kept] = stop;
                kept += 1;
            }
        }
    }
    stops.truncate(kept);
}

/// An event and its number within the trip.
#[derive(Clone, Copy)]
struct Seen {
    cluster: Cluster,
    number: u32,
}

impl std::ops::Deref for Seen {
    type Target = Cluster;
    fn deref(&self) -> &Cluster {
        &self.cluster
    }
}

struct CallReader<'r> {
    merged: &'r Merged<'r>,
    areas: &'r Gazetteer,
    /// The calls of this trip begin at `first`.
    stops: &'r mut Vec<CallFact>,
    first: usize,
    /// Last gate-in before the first load: where it loads if nobody reports the load.
    gate: Option<Seen>,
    /// Last arrival of its vessel: where it is discharged if nobody reports the discharge.
    arrival: Option<Seen>,
    aboard: bool,
}

impl CallReader<'_> {
    fn last(&self) -> Option<&CallFact> {
        self.stops.get(self.first..).and_then(<[CallFact]>::last)
    }

    fn last_mut(&mut self) -> Option<&mut CallFact> {
        self.stops.get_mut(self.first..).and_then(<[CallFact]>::last_mut)
    }

    fn is_first(&self) -> bool {
        self.stops.len() == self.first
    }

    fn read(&mut self, event: &Seen, reading: &Reading) {
        match event.event {
            EventCode::Loaded => self.loaded(event),
            EventCode::Discharged => self.discharged(event),
            EventCode::Departed if reading.after == Life::Aboard && !self.aboard => self.left(event),
            EventCode::Departed if self.aboard => self.changed_vessel(event),
            EventCode::Arrived if reading.after == Life::Aboard => {
                if !self.aboard {
                    self.load_unseen();
                }
                self.arrival = Some(*event);
                self.aboard = true;
            }
            EventCode::GateIn if !self.aboard && self.is_first() => self.gate = Some(*event),
            EventCode::GateOut => {
                if self.aboard && reading.after != Life::Aboard {
                    self.discharge_unseen(event);
                }
                self.out(event);
            }
            _ if self.aboard && reading.before == Life::Aboard && reading.after != Life::Aboard => {
                self.discharge_unseen(event);
            }
            _ => {}
        }
    }

    fn loaded(&mut self, event: &Seen) {
        if self.aboard && !self.is_last(event.area) {
            // Its discharge here was not reported; the vessel's arrival may say when it was.
            self.stop_at_arrival(event.area);
        } else if !self.is_last(event.area) {
            let gate = self.gate.take();
            self.stop(event.area);
            if let (Some(gate), Some(stop)) = (gate, self.last_mut())
                && gate.area == event.area
            {
                stop.arrived = Some(gate.time);
            }
        }
        self.show(LOAD, event);
        if let Some(stop) = self.last_mut() {
            stop.departed = stop.departed.max(Some(event.time));
            stop.loaded_on = if event.vessel == TextId::NONE { stop.loaded_on } else { event.vessel };
            stop.inferred = false;
        }
        self.arrival = None;
        self.aboard = true;
    }

    fn discharged(&mut self, event: &Seen) {
        if self.is_first() && !self.aboard {
            self.load_unseen();
        }
        let here = self.last().is_some_and(|stop| stop.area == event.area && stop.departed.is_none());
        if !here || self.aboard {
            self.stop(event.area);
        }
        self.show(DISCHARGE, event);
        if let Some(stop) = self.last_mut() {
            stop.arrived = stop.arrived.or(Some(event.time));
            stop.discharged_from = event.vessel;
            stop.inferred = false;
        }
        self.arrival = None;
        self.aboard = false;
    }

    /// The vessel left with the box, and nobody reported the load.
    fn left(&mut self, event: &Seen) {
        if !self.is_last(event.area) {
            self.stop(event.area);
        }
        self.show(OTHER, event);
        if let Some(stop) = self.last_mut() {
            stop.departed = Some(event.time);
            stop.loaded_on = event.vessel;
            stop.inferred = stop.arrived.is_none();
        }
        self.aboard = true;
    }

    /// It left a port on another vessel than it came on, and nobody reported discharge and load.
    fn changed_vessel(&mut self, event: &Seen) {
        let known = |id: TextId| id != TextId::NONE;
        let on = self.last().map_or(TextId::NONE, |stop| stop.loaded_on);
        let came_here =
            self.arrival.is_some_and(|arrival| arrival.area == event.area && arrival.vessel == on);
        if came_here && known(on) && known(event.vessel) && on != event.vessel && !self.is_last(event.area) {
            self.stop_at_arrival(event.area);
            self.show(OTHER, event);
            if let Some(stop) = self.last_mut() {
                stop.departed = Some(event.time);
                stop.loaded_on = event.vessel;
                stop.inferred = true;
            }
        }
    }

    /// It was loaded somewhere that only the gate can tell.
    fn load_unseen(&mut self) {
        if !self.is_first() {
            return;
        }
        if let Some(gate) = self.gate.take().filter(|gate| self.meets_vessels(gate)) {
            self.stop(gate.area);
            self.show(OTHER, &gate);
            if let Some(stop) = self.last_mut() {
                stop.arrived = Some(gate.time);
                stop.inferred = true;
            }
            self.aboard = true;
        }
    }

    /// It came off its vessel and nobody reported it: where the vessel arrived last, or else where `event` was.
    fn discharge_unseen(&mut self, event: &Seen) {
        self.aboard = false;
        let arrival = self.arrival.take();
        let area = arrival.map_or(event.area, |arrival| arrival.area);
        if area == AreaId::NOWHERE || (arrival.is_none() && !self.meets_vessels(event)) || self.is_last(area)
        {
            return;
        }
        self.stop(area);
        self.show(OTHER, &arrival.unwrap_or(*event));
        if let Some(stop) = self.last_mut() {
            stop.arrived = arrival.map(|arrival| arrival.time);
            stop.discharged_from = arrival.map_or(TextId::NONE, |arrival| arrival.vessel);
            stop.inferred = true;
        }
    }

    /// Out through the gate of the port of discharge.
    fn out(&mut self, event: &Seen) {
        let aboard = self.aboard;
        if let Some(stop) = self.last_mut()
            && !aboard
            && stop.area == event.area
            && stop.departed.is_none()
        {
            stop.departed = Some(event.time);
        } else if !aboard && self.came_unseen(event) {
            self.discharge_unseen(event);
        }
    }

    /// Whether it left through the gate of a seaport abroad, though it was never seen to leave the port of its last
    /// discharge: a leg by sea was not reported.
    fn came_unseen(&self, event: &Seen) -> bool {
        let abroad = |stop: &CallFact| {
            let (here, there) = (self.areas.country(stop.area), self.areas.country(event.area));
            stop.departed.is_none() && !here.is_empty() && !there.is_empty() && here != there
        };
        self.last().is_some_and(abroad)
    }

    fn stop_at_arrival(&mut self, area: AreaId) {
        let arrival = self.arrival.take().filter(|arrival| arrival.area == area);
        self.stop(area);
        if let (Some(arrival), Some(stop)) = (arrival, self.last_mut()) {
            stop.arrived = Some(arrival.time);
            stop.discharged_from = arrival.vessel;
        }
    }

    fn stop(&mut self, area: AreaId) {
        self.stops.push(CallFact {
            area,
            role: CallRole::Transhipment,
            inferred: false,
            arrived: None,
            departed: None,
            loaded_on: TextId::NONE,
            discharged_from: TextId::NONE,
            shown_by: [NONE; 3],
        });
    }

    fn show(&mut self, place: usize, event: &Seen) {
        if let Some(stop) = self.last_mut() {
            stop.shown_by[place] = stop.shown_by[place].min(event.number);
        }
    }

    fn is_last(&self, area: AreaId) -> bool {
        self.last().is_some_and(|stop| stop.area == area || area == AreaId::NOWHERE)
    }

    fn meets_vessels(&self, event: &Seen) -> bool {
        let location = self.merged.rows(event).next().map_or(TextId::NONE, |row| row.location);
        event.area != AreaId::NOWHERE && self.areas.may_be_seaport(location)
    }
}
