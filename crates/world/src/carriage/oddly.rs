//! The six planted anomalies of trips: how such a box goes.

use super::lanes::{Lanes, hubs};
use super::voyage::Manner;
use crate::anomalies::Anomaly;
use crate::chance::Chance;
use crate::fleet::Fleet;
use crate::geography::Geography;
use crate::routes::{Path, Routes};
use std::rc::Rc;
use tidewaiter_model::time::UtcTime;

/// No box is that long at sea.
const PATH_HOURS_MAX: f64 = 85.0 * 24.0;
/// A change of ship is needless when it adds this share to the sea distance.
const DETOUR: f64 = 1.35;
/// What an anomalous trip is planned from.
pub(super) struct Plan<'a, 'g> {
    pub fleet: &'a Fleet,
    pub geography: &'a mut Geography<'g>,
    pub lanes: &'a mut Lanes,
    pub alliance: u8,
    pub from: usize,
    pub picked: UtcTime,
    /// Destination and way if nothing were odd.
    pub to: usize,
    pub path: Rc<Path>,
}

impl Plan<'_, '_> {
    /// The way and the manner of an anomalous trip; `None` when this kind cannot happen here.
    pub(super) fn odd(&mut self, kind: Anomaly, chance: &mut Chance) -> Option<(Rc<Path>, Manner)> {
        let manner = Manner::default();
        match kind {
            Anomaly::Loop => Some((self.tried(chance, Self::loop_path)?, manner)),
            Anomaly::NeedlessTransshipment => Some((self.tried(chance, Self::detour)?, manner)),
            Anomaly::UnseenPair => Some((self.tried(chance, Self::strange_pair)?, manner)),
            Anomaly::LongDwell => {
                Some((Rc::clone(&self.path), Manner { held: Some(self.held(chance)), ..manner }))
            }
            Anomaly::EmptyAtSea => Some((Rc::clone(&self.path), Manner { empty_at_sea: true, ..manner })),
            Anomaly::DuplicateNumber => Some((Rc::clone(&self.path), manner)),
        }
    }

    /// The first port, in an order drawn anew, over or to which there is such a way.
    fn tried(
        &mut self,
        chance: &mut Chance,
        way: fn(&mut Self, usize, &mut Chance) -> Option<Rc<Path>>,
    ) -> Option<Rc<Path>> {
        let mut ports: Vec<usize> = (0..self.geography.ports.len()).collect();
        chance.shuffle(&mut ports);
        ports.into_iter().find_map(|port| way(self, port, chance).filter(|path| path.hours < PATH_HOURS_MAX))
    }

    /// Three to nine weeks more than usual: between two ships, at the terminal before loading, or after discharge.
    fn held(&self, chance: &mut Chance) -> (usize, f64) {
        let last = self.path.hops.len();
        let stop = match last {
            1 => [0, 1, 1][chance.below(3)],
            _ => [0, 1, 1, 1, last][chance.below(5)],
        };
        (stop, 24.0 * chance.between(21.0, 63.0))
    }

    /// Back to where it was loaded, at once or before it goes on; or twice over the same hub.
    fn loop_path(&mut self, turn: usize, chance: &mut Chance) -> Option<Rc<Path>> {
        let (from, to) = (self.from, self.to);
        let other = chance.below(self.geography.ports.len());
        let stops = match chance.below(4) {
            0 | 1 => vec![from, turn, from],
            2 => vec![from, turn, from, to],
            _ => vec![from, turn, other, turn, to],
        };
        let distinct = turn != to && turn != from && other != from && other != to && other != turn;
        distinct.then(|| self.over(&stops)).flatten()
    }

    /// One change of ship more, in a port that nobody uses for this pair and that is far off its way.
    fn detour(&mut self, port: usize, chance: &mut Chance) -> Option<Rc<Path>> {
        let (from, to) = (self.from, self.to);
        let usual = self.lanes.usual_hubs.get(&(from, to)).is_some_and(|hubs| hubs.contains(&port));
        if usual || port == from || port == to {
            return None;
        }
        let mut stops = vec![from];
        stops.extend(hubs(&self.path, self.fleet));
        stops.push(to);
        let usual_nm: f64 = stops.windows(2).map(|pair| self.geography.distance_nm(pair[0], pair[1])).sum();
        // Instead of the hub, or after it.
        let mut odd = if stops.len() > 2 && chance.happens(0.4) { stops } else { vec![from, to] };
        odd.insert(odd.len() - 1, port);
        let odd_nm: f64 = odd.windows(2).map(|pair| self.geography.distance_nm(pair[0], pair[1])).sum();
        (odd_nm > usual_nm * DETOUR).then(|| self.over(&odd)).flatten()
    }

    /// Where nobody ships from here.
    fn strange_pair(&mut self, to: usize, _: &mut Chance) -> Option<Rc<Path>> {
        let strange = self.geography.country(to) != self.geography.country(self.from)
            && !self.lanes.usual_pairs.contains(&(self.from, to));
        strange.then(|| self.lanes.any_way(self.fleet, self.alliance, self.from, to, self.picked)).flatten()
    }

    /// By ship from each stop to the next, on services of any alliance if need be.
    fn over(&self, stops: &[usize]) -> Option<Rc<Path>> {
        let mut hops = Vec::with_capacity(stops.len());
        let mut hours = 0.0;
        for (place, three) in stops.windows(3).enumerate() {
            let part = Routes::over(self.fleet, self.alliance, three[0], three[1], three[2])?;
            hours += part.hours;
            if place == 0 {
                hops.extend(part.hops.first());
            }
            hops.extend(part.hops.last());
        }
        Some(Rc::new(Path { hops, hours }))
    }
}
