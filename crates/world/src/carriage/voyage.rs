//! What really happens to a box on one journey, event by event.

use crate::chance::{Chance, Stream};
use crate::fleet::Fleet;
use crate::routes::{Delay, Leg, Path, sail};
use crate::settings::WorldSettings;
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// An event as it happened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub time: UtcTime,
    pub code: EventCode,
    pub port: usize,
    /// Not in the seaport but at a depot or a trader's place in its area.
    pub inland: bool,
    pub full_empty: FullEmpty,
    /// Service and vessel, for events of a ship.
    pub vessel: Option<(usize, usize)>,
    /// Which stop of the sea part it belongs to.
    pub call: u8,
    /// When it could be foretold first: departure of the ship or, for a loading, arrival in the port.
    pub foreseen_from: Option<UtcTime>,
}

/// A journey as it happened.
#[derive(Debug, Clone, Default)]
pub(super) struct Journey {
    pub events: Vec<Event>,
    /// Ports of the sea part in order.
    pub calls: Vec<usize>,
}

/// What is particular about one laden journey.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner {
    pub no_pick_up: bool,
    pub no_return: bool,
    /// Said to be empty while at sea.
    pub empty_at_sea: bool,
    /// Extra hours, and at which stop: 0 is the port of loading, the last one the port of discharge.
    pub held: Option<(usize, f64)>,
}

/// How long boxes stay in each port, and when they had to stay longer.
pub(super) struct Ports {
    /// Factor on the days before the gate at the origin, between ships, and after discharge.
    factors: Vec<[f64; 3]>,
    /// Strikes and congestion: from, to, hours added.
    held: Vec<Vec<(UtcTime, UtcTime, f64)>>,
}

impl Ports {
    pub(super) fn new(count: usize, settings: &WorldSettings) -> Ports {
        let mut ports = Ports { factors: Vec::new(), held: Vec::new() };
        for port in 0..count {
            let mut chance = Chance::new(settings.seed, Stream::CarriagePorts, port as u64);
            ports.factors.push([0.3, 0.35, 0.45].map(|sigma| chance.log_normal(1.0, sigma)));
            let days = f64::from(settings.days);
            let bad_weeks = (days / 365.0 * chance.between(0.0, 1.2)).round() as usize;
            let held = (0..bad_weeks).map(|_| {
                let from = settings.start.plus_hours(24.0 * chance.between(0.0, days));
                (from, from.plus_hours(24.0 * chance.between(5.0, 14.0)), chance.between(48.0, 200.0))
            });
            ports.held.push(held.collect());
        }
        ports
    }

    /// Hours that everybody lost who was in this port then.
    fn held_hours(&self, port: usize, time: UtcTime, chance: &mut Chance) -> f64 {
        let hours = self.held[port].iter().find(|(from, to, _)| (*from..*to).contains(&time));
        hours.map_or(0.0, |(_, _, hours)| hours * chance.between(0.5, 1.0))
    }
}

struct Log {
    events: Vec<Event>,
    calls: Vec<usize>,
    full_empty: FullEmpty,
    call: u8,
}

impl Log {
    fn add(&mut self, time: UtcTime, code: EventCode, port: usize) -> &mut Event {
        let (full_empty, call) = (self.full_empty, self.call);
        let (inland, vessel, foreseen_from) = (false, None, None);
        self.events.push(Event { time, code, port, inland, full_empty, vessel, call, foreseen_from });
        let last = self.events.len() - 1;
        &mut self.events[last]
    }

    fn inland(&mut self, time: UtcTime, code: EventCode, port: usize) {
        self.add(time, code, port).inland = true;
    }

    /// The four events of a sea leg; returns when the box was discharged.
    fn sea_leg(&mut self, leg: &Leg, earliest: UtcTime, chance: &mut Chance) -> UtcTime {
        let within = |from: UtcTime, to: UtcTime, share: f64| from.plus_hours(to.hours_since(from) * share);
        let latest = leg.departed.plus_hours(-1.5);
        let loaded = within(leg.berthed, leg.departed, chance.between(0.2, 0.9))
            .max(earliest.plus_hours(2.0))
            .min(latest);
        let discharged = within(leg.arrived, leg.unberthed, chance.between(0.1, 0.8));
        for (time, code, port, foreseen) in [
            (loaded, EventCode::Loaded, leg.from, Some(earliest)),
            (leg.departed, EventCode::Departed, leg.from, None),
            (leg.arrived, EventCode::Arrived, leg.to, Some(leg.departed)),
            (discharged, EventCode::Discharged, leg.to, Some(leg.departed)),
        ] {
            if code == EventCode::Arrived {
                self.call += 1;
            }
            let event = self.add(time, code, port);
            event.vessel = Some((leg.service, leg.vessel));
            event.foreseen_from = foreseen;
        }
        discharged
    }
}

/// Sails hop by hop, each port with its own delays, from `ready` on; adds the events and returns the end.
fn at_sea(
    log: &mut Log,
    fleet: &Fleet,
    ports: &Ports,
    path: &Path,
    ready: UtcTime,
    held: Option<(usize, f64)>,
    chance: &mut Chance,
) -> Option<UtcTime> {
    let mut earliest = ready;
    for (stop, hop) in path.hops.iter().enumerate() {
        let port = *fleet.services.get(hop.service)?.rotation.get(hop.load)?;
        let extra = held.filter(|(at, _)| *at == stop).map_or(0.0, |(_, hours)| hours);
        let handling = if stop == 0 { 18.0 } else { 30.0 * ports.factors[port][1] };
        let delay = Delay {
            hours: handling + extra + ports.held_hours(port, earliest, chance),
            rolled: usize::from(chance.happens(0.03)),
        };
        let single = Path { hops: vec![*hop], hours: 0.0 };
        let legs = sail(fleet, &single, earliest, delay, Delay::default())?;
        let leg = legs.first()?;
        if stop > 0 && chance.happens(0.35) {
            let waited = leg.berthed.hours_since(earliest);
            let share = chance.between(0.1, 0.6);
            log.add(earliest.plus_hours(waited.max(4.0) * share), EventCode::Moved, port);
        }
        log.calls.push(port);
        earliest = log.sea_leg(leg, earliest, chance);
        if stop + 1 == path.hops.len() {
            log.calls.push(leg.to);
        }
    }
    Some(earliest)
}

/// A laden journey from the empty pick-up at `picked` over `path`; `None` when no ship goes any more.
pub(super) fn laden(
    fleet: &Fleet,
    ports: &Ports,
    path: &Path,
    picked: UtcTime,
    manner: Manner,
    chance: &mut Chance,
) -> Option<Journey> {
    let first = path.hops.first()?;
    let from = *fleet.services.get(first.service)?.rotation.get(first.load)?;
    let mut log = Log {
        events: Vec::with_capacity(24),
        calls: Vec::with_capacity(4),
        full_empty: FullEmpty::Empty,
        call: 0,
    };
    if !manner.no_pick_up {
        log.inland(picked, EventCode::PickedUp, from);
    }
    log.full_empty = FullEmpty::Laden;
    let stuffed = picked.plus_hours(chance.between(8.0, 50.0));
    log.inland(stuffed, EventCode::Stuffed, from);
    let gate_in = stuffed.plus_hours(chance.between(4.0, 30.0) * ports.factors[from][0]);
    log.add(gate_in, EventCode::GateIn, from);
    if manner.empty_at_sea {
        log.full_empty = FullEmpty::Empty;
    }
    let mut time = at_sea(&mut log, fleet, ports, path, gate_in, manner.held, chance)?;
    log.full_empty = FullEmpty::Laden;
    let to = *log.calls.last()?;
    if chance.happens(0.02) {
        time = time.plus_hours(chance.between(12.0, 40.0));
        log.add(time, EventCode::Inspected, to);
        time = time.plus_hours(chance.between(1.0, 6.0));
        log.add(time, EventCode::Resealed, to);
    }
    let held = manner.held.filter(|(stop, _)| *stop + 1 == log.calls.len()).map_or(0.0, |(_, hours)| hours);
    let waited = chance.log_normal(60.0, 0.55).min(20.0 * 24.0) * ports.factors[to][2].min(2.0);
    time = time.plus_hours(waited + held + ports.held_hours(to, time, chance));
    log.add(time, EventCode::GateOut, to);
    time = time.plus_hours(chance.between(6.0, 60.0));
    log.inland(time, EventCode::Stripped, to);
    if !manner.no_return {
        log.full_empty = FullEmpty::Empty;
        log.inland(time.plus_hours(chance.between(6.0, 60.0)), EventCode::Returned, to);
    }
    Some(Journey { events: log.events, calls: log.calls })
}

/// An empty box brought to where goods are, from the gate on at `gate_in`.
pub(super) fn empty(
    fleet: &Fleet,
    ports: &Ports,
    path: &Path,
    gate_in: UtcTime,
    chance: &mut Chance,
) -> Option<Journey> {
    let first = path.hops.first()?;
    let from = *fleet.services.get(first.service)?.rotation.get(first.load)?;
    let mut log = Log {
        events: Vec::with_capacity(12),
        calls: Vec::with_capacity(4),
        full_empty: FullEmpty::Empty,
        call: 0,
    };
    log.add(gate_in, EventCode::GateIn, from);
    let discharged = at_sea(&mut log, fleet, ports, path, gate_in, None, chance)?;
    let to = *log.calls.last()?;
    if chance.happens(0.6) {
        let out = discharged.plus_hours(chance.between(6.0, 96.0));
        log.add(out, EventCode::GateOut, to);
        log.inland(out.plus_hours(chance.between(1.0, 8.0)), EventCode::Returned, to);
    }
    Some(Journey { events: log.events, calls: log.calls })
}
