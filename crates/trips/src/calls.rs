//! The sea part of a trip: where it was loaded, transhipped and discharged.

use crate::area::AreaId;
use crate::decode::Reading;
use crate::facts::CallFact;
use crate::kernel::Part;
use crate::life::{Life, is_neutral};
use crate::merge::{Cluster, Reference};
use crate::trip::CallRole;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// No event.
const NONE: u32 = u32::MAX;

/// Which of [`CallFact::shown_by`] an event fills.
const LOAD: usize = 0;
const DISCHARGE: usize = 1;
const OTHER: usize = 2;

/// Appends the calls of a trip to `calls` and tells whether the box is on a vessel after them. `numbers` gives each
/// part its number within the trip's events.
pub(crate) fn read_calls(
    events: &[Cluster],
    parts: &[Part],
    numbers: &[u32],
    followed: bool,
    reference: Reference<'_>,
    calls: &mut Vec<CallFact>,
) -> bool {
    let first = calls.len();
    let mut reader =
        CallReader { reference, stops: calls, first, origin: None, arrival: None, aboard: false };
    for (part, number) in parts.iter().zip(numbers) {
        if let Some(event) = events.get(part.event as usize).filter(|_| part.reading.believed) {
            reader.read(&Seen { cluster: *event, number: *number }, &part.reading);
        }
    }
    if let Some(arrival) = reader.arrival.filter(|_| followed && reader.aboard) {
        // It travelled again later, so it came off where its vessel arrived.
        reader.discharge_unseen(&arrival);
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

/// How boxes go from one area to another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Land,
    Sea,
    Unknown,
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
    reference: Reference<'r>,
    /// The calls of this trip begin at `first`.
    stops: &'r mut Vec<CallFact>,
    first: usize,
    /// Last gate-in before the first load, or what else was seen before it: where it loads if nobody reports the load.
    origin: Option<Seen>,
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
                self.changed_at_arrival(event);
                self.arrival = Some(*event);
                self.aboard = true;
            }
            EventCode::GateOut if reading.before == Life::Export && reading.after == Life::Import => {
                if self.is_first() && self.origin.is_some_and(|origin| !self.is_land(origin.area, event.area))
                {
                    self.load_unseen();
                    self.discharge_unseen(event);
                }
                self.out(event);
            }
            EventCode::GateOut => {
                self.before_load(event);
                if self.aboard && reading.after != Life::Aboard {
                    self.discharge_unseen(event);
                }
                self.out(event);
            }
            _ if self.aboard && reading.before == Life::Aboard && reading.after != Life::Aboard => {
                self.discharge_unseen(event);
            }
            EventCode::GateIn | EventCode::PickedUp | EventCode::Stuffed => self.before_load(event),
            // Words that nobody understood still say where it was.
            _ if self.aboard && is_neutral(event.event) && self.arrival.is_none() => self.was_there(event),
            EventCode::Stripped if !self.aboard && self.came_unseen(event) => self.discharge_unseen(event),
            _ => {}
        }
    }

    /// It was in another port while it was aboard: on its vessel, or between two.
    fn was_there(&mut self, event: &Seen) {
        let on = self.last().map_or(TextId::NONE, |stop| stop.loaded_on);
        let heard = event.reports > 1 || (event.vessel != TextId::NONE && event.vessel == on);
        if heard && self.meets_vessels(event) && !self.is_last(event.area) {
            self.arrival = Some(*event);
        }
    }

    /// Where it was before its first load; the gate tells most surely.
    fn before_load(&mut self, event: &Seen) {
        let gated = self.origin.is_some_and(|origin| origin.event == EventCode::GateIn);
        if !self.aboard && self.is_first() && (event.event == EventCode::GateIn || !gated) {
            self.origin = Some(*event);
        }
    }

    fn loaded(&mut self, event: &Seen) {
        if self.aboard && !self.is_last(event.area) {
            // Its discharge here was not reported; the vessel's arrival may say when it was.
            self.stop_at_arrival(event.area);
        } else if !self.is_last(event.area) {
            self.loaded_elsewhere(event);
            let origin = self.origin.take();
            self.stop(event.area);
            if let (Some(origin), Some(stop)) = (origin, self.last_mut())
                && origin.area == event.area
            {
                stop.arrived = gate_time(&origin);
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

    /// It went in through the gate of another port: there it was loaded first, though nobody reported it.
    fn loaded_elsewhere(&mut self, event: &Seen) {
        let far = |origin: &Seen| match self.passage(origin.area, event.area) {
            Way::Land => false,
            Way::Sea => true,
            Way::Unknown => origin.event == EventCode::GateIn,
        };
        if self.is_first() && self.origin.is_some_and(|origin| far(&origin)) {
            self.load_unseen();
        }
    }

    fn discharged(&mut self, event: &Seen) {
        if self.is_first() && !self.aboard {
            self.load_unseen();
        }
        self.changed_at_arrival(event);
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

    /// Whether a vessel is another than the one it is known to be on.
    fn is_other_vessel(&self, vessel: TextId) -> bool {
        let on = self.last().map_or(TextId::NONE, |stop| stop.loaded_on);
        on != vessel && on.some().and(vessel.some()).is_some()
    }

    /// It left a port on another vessel than it came on, and nobody reported discharge and load.
    fn changed_vessel(&mut self, event: &Seen) {
        if !self.is_other_vessel(event.vessel) || self.is_last(event.area) {
            return;
        }
        if self.arrival.is_none_or(|arrival| arrival.area != event.area) {
            self.changed_at_arrival(event);
        }
        if self.is_last(event.area) {
            return;
        }
        self.stop_at_arrival(event.area);
        self.show(OTHER, event);
        if let Some(stop) = self.last_mut() {
            stop.departed = Some(event.time);
            stop.loaded_on = event.vessel;
            stop.inferred = true;
        }
    }

    /// Its vessel arrived in a port, and it is next seen elsewhere on another: it changed vessels in that port, though
    /// nobody reported it.
    fn changed_at_arrival(&mut self, event: &Seen) {
        let Some(arrival) = self.arrival.filter(|arrival| arrival.area != event.area) else { return };
        let on = arrival.vessel.some().or(self.last().and_then(|stop| stop.loaded_on.some()));
        let changed = on.zip(event.vessel.some()).is_some_and(|(on, vessel)| on != vessel);
        if !self.aboard || !changed || self.is_last(arrival.area) {
            return;
        }
        self.arrival = None;
        self.stop(arrival.area);
        self.show(OTHER, &arrival);
        if let Some(stop) = self.last_mut() {
            stop.arrived = Some(arrival.time);
            stop.discharged_from = arrival.vessel;
            stop.loaded_on = event.vessel;
            stop.inferred = true;
        }
    }

    /// It was loaded somewhere that only the gate can tell.
    fn load_unseen(&mut self) {
        if !self.is_first() {
            return;
        }
        if let Some(origin) = self.origin.take().filter(|origin| self.meets_vessels(origin)) {
            self.stop(origin.area);
            self.show(OTHER, &origin);
            if let Some(stop) = self.last_mut() {
                stop.arrived = gate_time(&origin);
                stop.inferred = true;
            }
            self.aboard = true;
        }
    }

    /// It came off its vessel and nobody reported it: where the vessel arrived last, or else where `event` was.
    fn discharge_unseen(&mut self, event: &Seen) {
        self.aboard = false;
        let arrival = self.arrival.take();
        if let Some(arrival) = arrival.filter(|arrival| !self.is_last(arrival.area)) {
            self.stop(arrival.area);
            self.show(OTHER, &arrival);
            if let Some(stop) = self.last_mut() {
                stop.arrived = Some(arrival.time);
                stop.discharged_from = arrival.vessel;
                stop.inferred = true;
            }
        }
        let by_land = arrival.is_some_and(|arrival| self.is_land(arrival.area, event.area));
        if self.is_last(event.area) || by_land || !self.meets_vessels(event) {
            return;
        }
        self.stop(event.area);
        self.show(OTHER, event);
        if let Some(stop) = self.last_mut() {
            stop.inferred = true;
        }
    }

    /// Whether boxes go from one area to the other by land, or nothing speaks against it.
    fn is_land(&self, from: AreaId, to: AreaId) -> bool {
        self.passage(from, to) != Way::Sea
    }

    /// How boxes go from one area to another, as was learned, or as far as countries tell.
    fn passage(&self, from: AreaId, to: AreaId) -> Way {
        let (here, there) = (self.reference.areas.country(from), self.reference.areas.country(to));
        match self.reference.learned.passage(from, to) {
            _ if from == to => Way::Land,
            Some(passage) if passage.by_land => Way::Land,
            Some(_) => Way::Sea,
            None if here.is_empty() || there.is_empty() => Way::Unknown,
            None if here == there => Way::Land,
            None => Way::Sea,
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

    /// Whether it was seen ashore where it cannot have come by land, though it was never seen to leave the port of its
    /// last discharge: a leg by sea was not reported.
    fn came_unseen(&self, event: &Seen) -> bool {
        self.last().is_some_and(|stop| stop.departed.is_none() && !self.is_land(stop.area, event.area))
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

    /// Whether a box may have met a vessel in this area.
    fn meets_vessels(&self, event: &Seen) -> bool {
        self.reference.areas.is_port(event.area)
    }
}

/// When it came in through the port's gate, if that is what was seen.
fn gate_time(origin: &Seen) -> Option<UtcTime> {
    (origin.event == EventCode::GateIn).then_some(origin.time)
}
