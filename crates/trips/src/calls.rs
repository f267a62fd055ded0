//! The sea part of a trip: where it was loaded, transhipped and discharged.

use crate::area::{AreaId, AreaTable};
use crate::decode::Reading;
use crate::life::Life;
use crate::merge::{Cluster, Merged};
use crate::trip::{Call, CallRole};
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::Evidence;
use tidewaiter_model::time::UtcTime;

/// Evidence kept per call; an event that a hundred messages report needs no more to be checked.
const EVIDENCE_MAX: usize = 16;

/// A call while the trip's events are read.
#[derive(Debug, Clone)]
struct Stop {
    area: AreaId,
    arrived: Option<UtcTime>,
    departed: Option<UtcTime>,
    discharged_from: TextId,
    loaded_on: TextId,
    inferred: bool,
    evidence: Vec<Evidence>,
}

/// The calls of a trip, and whether the box is on a vessel after them.
pub(crate) fn calls(
    parts: &[(Cluster, Reading)],
    merged: &Merged,
    areas: &mut AreaTable<'_>,
) -> (Vec<Call>, bool) {
    let mut reader =
        CallReader { merged, areas, stops: Vec::new(), gate: None, arrival: None, aboard: false };
    for (event, reading) in parts {
        if reading.believed {
            reader.read(event, reading);
        }
    }
    let CallReader { areas, stops, aboard, .. } = reader;
    let stops = without_shifts(stops, aboard);
    let last = stops.len().saturating_sub(1);
    let calls = stops.into_iter().enumerate().map(|(index, stop)| {
        let ended = index == last && !aboard;
        // A stop that nothing left is a discharge even when it is the only one known.
        let role = match index {
            _ if ended && (index > 0 || stop.departed.is_none() && !stop.inferred) => CallRole::Discharge,
            0 => CallRole::Load,
            _ => CallRole::Transhipment,
        };
        finish(stop, role, areas)
    });
    (calls.collect(), aboard)
}

/// A box that is put off a vessel where it was loaded, or moved between terminals of one port area, and goes on from
/// there has called once: stops of one area that follow one another are one. Only a box that came back to where it
/// was loaded and went nowhere else keeps both, for it may have been anywhere between.
fn without_shifts(stops: Vec<Stop>, aboard: bool) -> Vec<Stop> {
    if stops.len() == 2 && !aboard {
        return stops;
    }
    let mut kept: Vec<Stop> = Vec::with_capacity(stops.len());
    for stop in stops {
        match kept.last_mut().filter(|last| last.area == stop.area) {
            Some(last) => {
                last.departed = stop.departed;
                last.loaded_on = stop.loaded_on;
                last.inferred &= stop.inferred;
                let free = EVIDENCE_MAX.saturating_sub(last.evidence.len());
                last.evidence.extend(stop.evidence.into_iter().take(free));
            }
            None => kept.push(stop),
        }
    }
    kept
}

fn finish(stop: Stop, role: CallRole, areas: &AreaTable<'_>) -> Call {
    let text = |id: TextId| id.some().map(|id| areas.texts().text(id).to_owned());
    Call {
        area: areas.code(stop.area).to_owned(),
        country: areas.country(stop.area).to_owned(),
        role,
        arrived: stop.arrived,
        departed: stop.departed,
        loaded_on: text(stop.loaded_on),
        discharged_from: text(stop.discharged_from),
        inferred: stop.inferred,
        evidence: stop.evidence,
    }
}

struct CallReader<'r, 'a> {
    merged: &'r Merged,
    areas: &'r mut AreaTable<'a>,
    stops: Vec<Stop>,
    /// Last gate-in before the first load: where it loads if nobody reports the load.
    gate: Option<Cluster>,
    /// Last arrival of its vessel: where it is discharged if nobody reports the discharge.
    arrival: Option<Cluster>,
    aboard: bool,
}

impl CallReader<'_, '_> {
    fn read(&mut self, event: &Cluster, reading: &Reading) {
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
            EventCode::GateIn if !self.aboard && self.stops.is_empty() => self.gate = Some(*event),
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

    fn loaded(&mut self, event: &Cluster) {
        if self.aboard && !self.is_last(event.area) {
            // Its discharge here was not reported; the vessel's arrival may say when it was.
            self.stop_at_arrival(event.area);
        } else if !self.is_last(event.area) {
            let gate = self.gate.take();
            self.stop(event.area);
            if let (Some(gate), Some(stop)) = (gate, self.stops.last_mut())
                && gate.area == event.area
            {
                stop.arrived = Some(gate.time);
            }
        }
        self.show("load_event", event);
        if let Some(stop) = self.stops.last_mut() {
            stop.departed = stop.departed.max(Some(event.time));
            stop.loaded_on = if event.vessel == TextId::NONE { stop.loaded_on } else { event.vessel };
            stop.inferred = false;
        }
        self.arrival = None;
        self.aboard = true;
    }

    fn discharged(&mut self, event: &Cluster) {
        if self.stops.is_empty() && !self.aboard {
            self.load_unseen();
        }
        let here = self.stops.last().is_some_and(|stop| stop.area == event.area && stop.departed.is_none());
        if !here || self.aboard {
            self.stop(event.area);
        }
        self.show("discharge_event", event);
        if let Some(stop) = self.stops.last_mut() {
            stop.arrived = stop.arrived.or(Some(event.time));
            stop.discharged_from = event.vessel;
            stop.inferred = false;
        }
        self.arrival = None;
        self.aboard = false;
    }

    /// The vessel left with the box, and nobody reported the load.
    fn left(&mut self, event: &Cluster) {
        if !self.is_last(event.area) {
            self.stop(event.area);
        }
        self.show("vessel_event", event);
        if let Some(stop) = self.stops.last_mut() {
            stop.departed = Some(event.time);
            stop.loaded_on = event.vessel;
            stop.inferred = stop.arrived.is_none();
        }
        self.aboard = true;
    }

    /// It left a port on another vessel than it came on, and nobody reported discharge and load.
    fn changed_vessel(&mut self, event: &Cluster) {
        let known = |id: TextId| id != TextId::NONE;
        let on = self.stops.last().map_or(TextId::NONE, |stop| stop.loaded_on);
        let came_here =
            self.arrival.is_some_and(|arrival| arrival.area == event.area && arrival.vessel == on);
        if came_here && known(on) && known(event.vessel) && on != event.vessel && !self.is_last(event.area) {
            self.stop_at_arrival(event.area);
            self.show("vessel_event", event);
            if let Some(stop) = self.stops.last_mut() {
                stop.departed = Some(event.time);
                stop.loaded_on = event.vessel;
                stop.inferred = true;
            }
        }
    }

    /// It was loaded somewhere that only the gate can tell.
    fn load_unseen(&mut self) {
        if !self.stops.is_empty() {
            return;
        }
        if let Some(gate) = self.gate.take().filter(|gate| self.meets_vessels(gate)) {
            self.stop(gate.area);
            self.show("gate_event", &gate);
            if let Some(stop) = self.stops.last_mut() {
                stop.arrived = Some(gate.time);
                stop.inferred = true;
            }
            self.aboard = true;
        }
    }

    /// It came off its vessel and nobody reported it: where the vessel arrived last, or else where `event` was.
    fn discharge_unseen(&mut self, event: &Cluster) {
        self.aboard = false;
        let arrival = self.arrival.take();
        let area = arrival.map_or(event.area, |arrival| arrival.area);
        if self.areas.is_nowhere(area)
            || (arrival.is_none() && !self.meets_vessels(event))
            || self.is_last(area)
        {
            return;
        }
        self.stop(area);
        self.show(if arrival.is_some() { "vessel_event" } else { "gate_event" }, &arrival.unwrap_or(*event));
        if let Some(stop) = self.stops.last_mut() {
            stop.arrived = arrival.map(|arrival| arrival.time);
            stop.discharged_from = arrival.map_or(TextId::NONE, |arrival| arrival.vessel);
            stop.inferred = true;
        }
    }

    /// Out through the gate of the port of discharge.
    fn out(&mut self, event: &Cluster) {
        let aboard = self.aboard;
        if let Some(stop) = self.stops.last_mut()
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
    fn came_unseen(&self, event: &Cluster) -> bool {
        let abroad = |stop: &Stop| {
            let (here, there) = (self.areas.country(stop.area), self.areas.country(event.area));
            stop.departed.is_none() && !here.is_empty() && !there.is_empty() && here != there
        };
        self.stops.last().is_some_and(abroad)
    }

    fn stop_at_arrival(&mut self, area: AreaId) {
        let arrival = self.arrival.take().filter(|arrival| arrival.area == area);
        self.stop(area);
        if let (Some(arrival), Some(stop)) = (arrival, self.stops.last_mut()) {
            stop.arrived = Some(arrival.time);
            stop.discharged_from = arrival.vessel;
        }
    }

    fn stop(&mut self, area: AreaId) {
        self.stops.push(Stop {
            area,
            arrived: None,
            departed: None,
            discharged_from: TextId::NONE,
            loaded_on: TextId::NONE,
            inferred: false,
            evidence: Vec::new(),
        });
    }

    fn show(&mut self, role: &str, event: &Cluster) {
        let rows = self.merged.rows(event);
        if let Some(stop) = self.stops.last_mut() {
            let free = EVIDENCE_MAX.saturating_sub(stop.evidence.len());
            let shown = rows.iter().take(free).map(|row| Evidence {
                role: role.to_owned(),
                message: row.message,
                span: None,
            });
            stop.evidence.extend(shown);
        }
    }

    fn is_last(&self, area: AreaId) -> bool {
        self.stops.last().is_some_and(|stop| stop.area == area || self.areas.is_nowhere(area))
    }

    fn meets_vessels(&self, event: &Cluster) -> bool {
        let location = self.merged.rows(event).first().map_or(TextId::NONE, |row| row.location);
        !self.areas.is_nowhere(event.area) && self.areas.may_be_seaport(location)
    }
}
