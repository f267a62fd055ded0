//! How boxes get from port to port: direct, or over a hub where two services of an alliance meet.

use crate::fleet::Fleet;
use std::collections::BTreeMap;
use std::rc::Rc;
use tidewaiter_model::time::UtcTime;

/// Part of a path on one service: positions in its rotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hop {
    pub service: usize,
    pub load: usize,
    pub discharge: usize,
}

/// A way to go, with its hours by the schedule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Path {
    pub hops: Vec<Hop>,
    pub hours: f64,
}

/// A sea leg as sailed.
#[derive(Debug, Clone)]
pub(crate) struct Leg {
    pub service: usize,
    pub vessel: usize,
    pub voyage: String,
    pub from: usize,
    pub to: usize,
    pub berthed: UtcTime,
    pub departed: UtcTime,
    pub arrived: UtcTime,
    pub unberthed: UtcTime,
}

/// Hours that a box waits at a hub by the schedule.
const CONNECTION_HOURS: f64 = 120.0;
/// Least hours between discharge and the next departure.
const CONNECTION_HOURS_MIN: f64 = 30.0;
const PATHS_MAX: usize = 4;
const PATH_HOURS_MAX: f64 = 75.0 * 24.0;

impl Path {
    /// Whether every service of it takes cargo at that time.
    pub(crate) fn is_open(&self, fleet: &Fleet, time: UtcTime) -> bool {
        self.hops
            .iter()
            .all(|hop| fleet.services.get(hop.service).is_some_and(|service| service.opens <= time))
    }

    /// The port where the box changes ship first, if it does.
    pub(crate) fn hub(&self, fleet: &Fleet) -> Option<usize> {
        let onward = self.hops.get(1)?;
        fleet.services.get(onward.service)?.rotation.get(onward.load).copied()
    }
}

type Options = Rc<Vec<Path>>;

/// Paths by alliance, origin and destination, each found once.
#[derive(Default)]
pub(crate) struct Routes {
    known: BTreeMap<(u8, usize, usize), Options>,
}

impl Routes {
    /// The best few ways, quickest first; those of new services among them.
    pub(crate) fn options(&mut self, fleet: &Fleet, alliance: u8, from: usize, to: usize) -> Options {
        let key = (alliance, from, to);
        Rc::clone(self.known.entry(key).or_insert_with(|| Rc::new(options(fleet, alliance, from, to))))
    }

    /// The quickest way that changes ship at `hub`, on services of any alliance if need be.
    pub(crate) fn over(fleet: &Fleet, alliance: u8, from: usize, hub: usize, to: usize) -> Option<Path> {
        let best = |from, to| {
            let mut hops = hops(fleet, None, from, to);
            hops.sort_by(|a, b| {
                let rank = |hop: &(Hop, f64)| {
                    let strange = fleet.services.get(hop.0.service).is_some_and(|s| s.alliance != alliance);
                    hop.1 + if strange { 240.0 } else { 0.0 }
                };
                rank(a).total_cmp(&rank(b))
            });
            hops.first().copied()
        };
        let (first, first_hours) = best(from, hub)?;
        let (second, second_hours) = best(hub, to)?;
        let hours = first_hours + second_hours + CONNECTION_HOURS;
        Some(Path { hops: vec![first, second], hours })
    }
}

/// All direct hops between two ports on services that always ran or opened since, quickest of each service.
fn hops(fleet: &Fleet, alliance: Option<u8>, from: usize, to: usize) -> Vec<(Hop, f64)> {
    let mut found = Vec::new();
    if from == to {
        return found;
    }
    for (number, service) in fleet.services.iter().enumerate() {
        let strange = alliance.is_some_and(|alliance| alliance != service.alliance);
        // Who looks over all alliances' services looks at the established ones.
        if strange || (alliance.is_none() && service.opens > UtcTime::MIN) {
            continue;
        }
        let positions = |port| {
            service.rotation.iter().enumerate().filter(move |(_, at)| **at == port).map(|(place, _)| place)
        };
        let best = positions(from)
            .flat_map(|load| positions(to).map(move |discharge| (load, discharge)))
            .map(|(load, discharge)| {
                (Hop { service: number, load, discharge }, service.hours_between(load, discharge))
            })
            .min_by(|a, b| a.1.total_cmp(&b.1));
        found.extend(best);
    }
    found
}

fn options(fleet: &Fleet, alliance: u8, from: usize, to: usize) -> Vec<Path> {
    let mut paths: Vec<Path> = hops(fleet, Some(alliance), from, to)
        .into_iter()
        .map(|(hop, hours)| Path { hops: vec![hop], hours })
        .collect();
    for hub in hubs(fleet, alliance, from, to) {
        let firsts = hops(fleet, Some(alliance), from, hub);
        let seconds = hops(fleet, Some(alliance), hub, to);
        let quickest = |hops: &[(Hop, f64)]| hops.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
        if let (Some((first, a)), Some((second, b))) = (quickest(&firsts), quickest(&seconds))
            && first.service != second.service
        {
            paths.push(Path { hops: vec![first, second], hours: a + b + CONNECTION_HOURS });
        }
    }
    paths.retain(|path| path.hours < PATH_HOURS_MAX);
    paths.sort_by(|a, b| a.hours.total_cmp(&b.hours));
    // A much slower way is nobody's choice.
    let limit = paths.first().map_or(0.0, |path| path.hours * 1.6 + 72.0);
    paths.retain(|path| path.hours <= limit);
    paths.truncate(PATHS_MAX);
    paths
}

/// Ports where a service from `from` meets a service to `to`.
fn hubs(fleet: &Fleet, alliance: u8, from: usize, to: usize) -> Vec<usize> {
    let reach = |port: usize| {
        let mut ports: Vec<usize> = fleet
            .services
            .iter()
            .filter(|service| service.alliance == alliance && service.rotation.contains(&port))
            .flat_map(|service| service.rotation.iter().copied())
            .collect();
        ports.sort_unstable();
        ports.dedup();
        ports
    };
    let onward = reach(to);
    let passes = |port: &usize| *port != from && *port != to && !fleet.end_ports.contains(port);
    reach(from).into_iter().filter(|port| passes(port) && onward.contains(port)).collect()
}

/// What keeps a box at a place on its way.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Delay {
    /// Hours in port before it is offered for loading again.
    pub hours: f64,
    /// Sailings missed after that.
    pub rolled: usize,
}

/// Sails a path: `ready` is when the box is at the first terminal; `hub` what keeps it at the first hub.
pub(crate) fn sail(
    fleet: &Fleet,
    path: &Path,
    ready: UtcTime,
    origin: Delay,
    hub: Delay,
) -> Option<Vec<Leg>> {
    let mut legs: Vec<Leg> = Vec::with_capacity(path.hops.len());
    let mut ready = ready.plus_hours(origin.hours);
    for (place, hop) in path.hops.iter().enumerate() {
        let service = fleet.services.get(hop.service)?;
        let rolled = if place == 0 { origin.rolled } else { hub.rolled };
        let (vessel, load) = service.sailing(hop.load, ready, rolled)?;
        let discharge = service.next_call(vessel, load, hop.discharge)?;
        let calls = &service.vessels.get(vessel)?.calls;
        let (load_call, discharge_call) = (calls.get(load)?, calls.get(discharge)?);
        legs.push(Leg {
            service: hop.service,
            vessel,
            voyage: service.voyage(vessel, load),
            from: *service.rotation.get(hop.load)?,
            to: *service.rotation.get(hop.discharge)?,
            berthed: load_call.arrived,
            departed: load_call.departed,
            arrived: discharge_call.arrived,
            unberthed: discharge_call.departed,
        });
        ready = discharge_call.arrived.plus_hours(CONNECTION_HOURS_MIN + hub.hours);
    }
    Some(legs)
}
