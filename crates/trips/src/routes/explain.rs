//! The parts of "97 % of 1,240 boxes from A to B by carrier C went via D or E".

use super::NormalRoutes;
use super::counts::RouteKey;
use super::key::{Key, key_of};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many trips went one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteSupport {
    /// Port areas from the first load to the last discharge.
    pub areas: Vec<String>,
    /// Trips that went so, whatever their age.
    pub trips: u64,
}

impl NormalRoutes {
    /// The itineraries of a pair with their trips, most frequent first, then by name.
    pub fn itineraries(&self, origin: &str, destination: &str) -> Vec<(Vec<String>, u64)> {
        self.usual_ways(origin, destination, None).into_iter().map(|way| (way.areas, way.trips)).collect()
    }

    /// The ways between two areas, of one carrier's boxes or of all, most frequent first, then by name. Their trips
    /// add up to the boxes of that carrier from there to there.
    pub fn usual_ways(&self, origin: &str, destination: &str, carrier: Option<&str>) -> Vec<RouteSupport> {
        let (from, to) = (key_of(origin), key_of(destination));
        let routes = &self.index.routes;
        let first = routes.partition_point(|(route, _)| (route.origin, route.destination) < (from, to));
        let of_pair = routes.get(first..).unwrap_or(&[]).iter();
        let of_pair = of_pair.take_while(|(route, _)| (route.origin, route.destination) == (from, to));
        let carrier = carrier.map(key_of);
        let counted = |route: &RouteKey| carrier.is_none_or(|carrier| route.carrier == carrier);
        let mut ways: BTreeMap<Key, u64> = BTreeMap::new();
        for (route, trips) in of_pair.filter(|(route, _)| counted(route)) {
            *ways.entry(route.via).or_insert(0) += u64::from(*trips);
        }
        let mut ways: Vec<RouteSupport> = ways
            .into_iter()
            .map(|(via, trips)| RouteSupport { areas: self.areas_of(from, via, to), trips })
            .collect();
        ways.sort_by(|a, b| b.trips.cmp(&a.trips).then_with(|| a.areas.cmp(&b.areas)));
        ways
    }

    fn areas_of(&self, origin: Key, via: Key, destination: Key) -> Vec<String> {
        let between = self.counts.vias.get(&via).map_or(&[][..], |areas| areas);
        let name = |area: &Key| self.counts.names.get(area).map_or("", |name| &name.text).to_owned();
        [&origin].into_iter().chain(between).chain([&destination]).map(name).collect()
    }
}
