//! Who ships from where to where, and by which ways: what is normal in this world.

use crate::chance::{Chance, Stream};
use crate::fleet::Fleet;
use crate::geography::Geography;
use crate::routes::{Path, Routes};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use tidewaiter_model::time::UtcTime;

/// A usual pair of ports of one alliance, with its usual ways.
#[derive(Debug, Clone)]
pub(super) struct Lane {
    pub to: usize,
    weight: f64,
    /// Ways with their weight, the most usual first.
    ways: Vec<(Rc<Path>, f64)>,
    /// Two quarters of the year in which the second way is the usual one; 0 for none.
    turned_from_quarter: u8,
}

/// Lanes by alliance and origin, and what may be asked of them.
pub(super) struct Lanes {
    by_origin: BTreeMap<(u8, usize), Vec<Lane>>,
    /// Pairs that somebody ships regularly.
    pub usual_pairs: BTreeSet<(usize, usize)>,
    /// Ports over which the boxes of a pair usually go.
    pub usual_hubs: BTreeMap<(usize, usize), BTreeSet<usize>>,
    /// How much the carriers like each hub: alliance members differ.
    taste: BTreeMap<(usize, usize), f64>,
    routes: Routes,
}

/// Destinations of one origin.
const DESTINATIONS: usize = 6;
/// Weight of a way by its rank.
const RANK_WEIGHTS: [f64; 4] = [1.0, 0.22, 0.07, 0.02];
/// No ordinary box is that long on its way by the schedule.
const PATH_HOURS_MAX: f64 = 46.0 * 24.0;
/// Share of pairs that become lanes, by how often a box must change ship; nothing goes where no way is.
const SHARES_BY_CHANGES: [f64; 4] = [1.0, 0.42, 0.3, 0.0];
/// A box changes ship at most twice on an ordinary way.
const HOPS_MAX: usize = 3;

impl Lanes {
    pub(super) fn new(fleet: &Fleet, geography: &Geography<'_>, seed: u64) -> Lanes {
        let mut lanes = Lanes {
            by_origin: BTreeMap::new(),
            usual_pairs: BTreeSet::new(),
            usual_hubs: BTreeMap::new(),
            taste: BTreeMap::new(),
            routes: Routes::default(),
        };
        let mut alliances: Vec<u8> = fleet.carriers.iter().map(|carrier| carrier.alliance).collect();
        alliances.dedup();
        for alliance in alliances {
            for from in 0..geography.ports.len() {
                let mut chance =
                    Chance::new(seed, Stream::CarriageLanes, (from as u64) << 8 | u64::from(alliance));
                lanes.open(fleet, geography, alliance, from, &mut chance);
            }
        }
        for carrier in 0..fleet.carriers.len() {
            for hub in 0..geography.ports.len() {
                let number = 1 << 32 | (carrier as u64) << 16 | hub as u64;
                let mut chance = Chance::new(seed, Stream::CarriageLanes, number);
                lanes.taste.insert((carrier, hub), chance.log_normal(1.0, 0.8));
            }
        }
        lanes
    }

    /// Chooses the destinations of one origin and their ways.
    fn open(
        &mut self,
        fleet: &Fleet,
        geography: &Geography<'_>,
        alliance: u8,
        from: usize,
        chance: &mut Chance,
    ) {
        let mut weights: Vec<f64> = (0..geography.ports.len())
            .map(|to| {
                let abroad = geography.country(to) != geography.country(from);
                let weight = geography.ports[to].world_weight + 0.3 * geography.ports[to].export_weight;
                if abroad { weight * chance.log_normal(1.0, 0.7) } else { 0.0 }
            })
            .collect();
        let mut lanes: Vec<Lane> = Vec::new();
        while lanes.len() < DESTINATIONS {
            let Some(to) = chance.weighted(&weights) else { break };
            let weight = std::mem::replace(&mut weights[to], 0.0);
            let ways = self.ways(fleet, alliance, from, to, chance);
            // Trade grows where ships go: pairs that need a change of ship, or two, are rarer.
            let changes = ways.first().map_or(HOPS_MAX, |(way, _)| way.hops.len() - 1);
            if !chance.happens(SHARES_BY_CHANGES[changes]) {
                continue;
            }
            let hubs: BTreeSet<usize> = ways.iter().flat_map(|(way, _)| hubs(way, fleet)).collect();
            self.usual_pairs.insert((from, to));
            self.usual_hubs.entry((from, to)).or_default().extend(hubs);
            let turned_from_quarter =
                if ways.len() > 1 && chance.happens(0.25) { 1 + chance.below(4) as u8 } else { 0 };
            lanes.push(Lane { to, weight: weight.max(0.4), ways, turned_from_quarter });
        }
        if !lanes.is_empty() {
            self.by_origin.insert((alliance, from), lanes);
        }
    }

    /// Ways with weights; over two hubs where there is none over one.
    fn ways(
        &mut self,
        fleet: &Fleet,
        alliance: u8,
        from: usize,
        to: usize,
        chance: &mut Chance,
    ) -> Vec<(Rc<Path>, f64)> {
        let found = self.routes.options(fleet, alliance, from, to);
        let mut paths: Vec<Path> = found.iter().cloned().collect();
        if paths.is_empty() {
            paths = self.over_two_hubs(fleet, alliance, from, to);
        }
        paths.retain(|path| path.hours < PATH_HOURS_MAX);
        let weights = RANK_WEIGHTS.iter().map(|weight| weight * chance.log_normal(1.0, 0.4));
        paths.into_iter().map(Rc::new).zip(weights).collect()
    }

    fn over_two_hubs(&mut self, fleet: &Fleet, alliance: u8, from: usize, to: usize) -> Vec<Path> {
        let mut ports: Vec<usize> = fleet
            .services
            .iter()
            .filter(|service| service.alliance == alliance && service.rotation.contains(&to))
            .flat_map(|service| service.rotation.iter().copied())
            .filter(|port| *port != from && *port != to && !fleet.end_ports.contains(port))
            .collect();
        ports.sort_unstable();
        ports.dedup();
        let mut paths = Vec::new();
        for hub in ports {
            let firsts = self.routes.options(fleet, alliance, from, hub);
            let lasts = self.routes.options(fleet, alliance, hub, to);
            let (Some(first), Some(last)) = (firsts.first(), lasts.first()) else { continue };
            let hops: Vec<_> = first.hops.iter().chain(&last.hops).copied().collect();
            let path = Path { hops, hours: first.hours + last.hours + 120.0 };
            if path.hops.len() <= HOPS_MAX && calls_are_distinct(&path, fleet) && path.hours < PATH_HOURS_MAX
            {
                paths.push(path);
            }
        }
        paths.sort_by(|a, b| a.hours.total_cmp(&b.hours));
        paths.truncate(2);
        paths
    }

    /// Whether this alliance carries goods out of this port.
    pub(super) fn serves(&self, alliance: u8, from: usize) -> bool {
        self.by_origin.contains_key(&(alliance, from))
    }

    /// Destination and way of an ordinary shipment.
    pub(super) fn choose(
        &self,
        fleet: &Fleet,
        carrier: usize,
        from: usize,
        time: UtcTime,
        chance: &mut Chance,
    ) -> Option<(usize, Rc<Path>)> {
        let alliance = fleet.carriers.get(carrier)?.alliance;
        let lanes = self.by_origin.get(&(alliance, from))?;
        let weights: Vec<f64> = lanes.iter().map(|lane| lane.weight).collect();
        let lane = &lanes[chance.weighted(&weights)?];
        let quarter = time.quarter();
        let turned = lane.turned_from_quarter;
        let is_turned = turned > 0 && (quarter == turned || quarter == turned % 4 + 1);
        let weights: Vec<f64> = (0..lane.ways.len())
            .map(|rank| {
                let (path, _) = &lane.ways[rank];
                // In the other season the two most usual ways change places.
                let rank = if is_turned && rank < 2 { 1 - rank } else { rank };
                let taste = path.hub(fleet).and_then(|hub| self.taste.get(&(carrier, hub))).copied();
                if path.is_open(fleet, time) { lane.ways[rank].1 * taste.unwrap_or(1.0) } else { 0.0 }
            })
            .collect();
        let (path, _) = &lane.ways[chance.weighted(&weights)?];
        Some((lane.to, Rc::clone(path)))
    }

    /// The quickest open way between two ports, for boxes that go where they usually do not.
    pub(super) fn any_way(
        &mut self,
        fleet: &Fleet,
        alliance: u8,
        from: usize,
        to: usize,
        time: UtcTime,
    ) -> Option<Rc<Path>> {
        let found = self.routes.options(fleet, alliance, from, to);
        let open = found.iter().find(|path| path.is_open(fleet, time)).cloned();
        open.or_else(|| self.over_two_hubs(fleet, alliance, from, to).into_iter().next()).map(Rc::new)
    }
}

/// Ports where a path changes ship.
pub(super) fn hubs(path: &Path, fleet: &Fleet) -> Vec<usize> {
    let port = |hop: &crate::routes::Hop| fleet.services.get(hop.service)?.rotation.get(hop.load).copied();
    path.hops.iter().skip(1).filter_map(port).collect()
}

/// No port is called twice.
fn calls_are_distinct(path: &Path, fleet: &Fleet) -> bool {
    let mut calls = hubs(path, fleet);
    let service = |hop: &crate::routes::Hop| fleet.services.get(hop.service);
    calls.extend(path.hops.first().and_then(|hop| service(hop)?.rotation.get(hop.load)));
    calls.extend(path.hops.last().and_then(|hop| service(hop)?.rotation.get(hop.discharge)));
    let distinct: BTreeSet<usize> = calls.iter().copied().collect();
    distinct.len() == calls.len()
}
