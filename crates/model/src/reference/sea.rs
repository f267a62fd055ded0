//! Sea distances over a network of shipping lanes with named passages.

use super::sphere::{arc_nm, position, unit_vector};
use super::table::plain_fields;
use std::collections::HashMap;
use std::sync::LazyLock;
use std::sync::RwLock;

/// Nodes from which all distances are known in advance; they tell the search which way leads nearer.
pub(super) const LANDMARKS: usize = 12;

/// A way by sea.
#[derive(Debug, Clone, PartialEq)]
pub struct SeaRoute {
    /// Length in nautical miles.
    pub distance_nm: f64,
    /// Named passages in the order they are sailed, such as `Suez`, `Malacca`; see [`SeaNetwork::passages`].
    pub passages: Vec<&'static str>,
}

/// The network of shipping lanes: nodes on the sphere, lanes between them.
#[derive(Debug)]
pub struct SeaNetwork {
    pub(super) nodes: Vec<[f64; 3]>,
    /// Lanes of node `n` are `lanes[first[n]..first[n + 1]]`.
    first: Vec<u32>,
    lanes: Vec<Lane>,
    /// Length of each part of a passage and the passage's name; part numbers start at 1.
    pub(super) parts: Vec<(f64, &'static str)>,
    /// Distance of every node from each landmark.
    pub(super) landmarks: Vec<[f32; LANDMARKS]>,
    known: RwLock<HashMap<[u64; 4], Option<f64>>>,
}

/// Distances that are remembered; beyond, they are searched for again.
const KNOWN_MAX: usize = 1 << 18;

/// A lane seen from one of its ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lane {
    pub(super) to: u32,
    pub(super) length_nm: f32,
    /// Part of a passage, 0 for none.
    pub(super) part: u8,
}

/// The passages of the lane table and the names they are shown under.
const PASSAGE_NAMES: [(&str, &str); 12] = [
    ("babalmandab", "Bab el-Mandeb"),
    ("bering", "Bering"),
    ("bosporus", "Bosporus"),
    ("chili", "Cape Horn"),
    ("dardanelles", "Dardanelles"),
    ("gibraltar", "Gibraltar"),
    ("malacca", "Malacca"),
    ("ormuz", "Hormuz"),
    ("panama", "Panama"),
    ("south_africa", "Cape of Good Hope"),
    ("suez", "Suez"),
    ("sunda", "Sunda"),
];

static BUILTIN: LazyLock<SeaNetwork> = LazyLock::new(|| {
    SeaNetwork::read(include_str!("../../tables/sea_nodes.csv"), include_str!("../../tables/sea_edges.csv"))
});

impl SeaNetwork {
    /// The network that comes with Tidewaiter, read at first use.
    pub fn builtin() -> &'static SeaNetwork {
        &BUILTIN
    }

    /// Every name that can stand in [`SeaRoute::passages`].
    pub fn passages() -> impl Iterator<Item = &'static str> {
        PASSAGE_NAMES.iter().map(|(_, name)| *name)
    }

    /// The length of the way by sea in nautical miles; see [`SeaNetwork::route`].
    ///
    /// What was asked before is remembered: ports are few, and boxes between them many.
    pub fn distance_nm(&self, from: (f64, f64), to: (f64, f64)) -> Option<f64> {
        let key = [from.0, from.1, to.0, to.1].map(f64::to_bits);
        if let Some(known) = self.known.read().ok().and_then(|known| known.get(&key).copied()) {
            return known;
        }
        let distance = self.search(from, to).map(|found| found.distance_nm);
        if let Ok(mut known) = self.known.write()
            && known.len() < KNOWN_MAX
        {
            known.insert(key, distance);
        }
        distance
    }

    /// The shortest way by sea between two points, latitude and longitude in decimal degrees.
    ///
    /// `None` when a point is not on the Earth or lies more than 250 nautical miles from every lane. The distance is
    /// never shorter than the great circle, and the same in both directions.
    pub fn route(&self, from: (f64, f64), to: (f64, f64)) -> Option<SeaRoute> {
        let found = self.search(from, to)?;
        Some(SeaRoute { distance_nm: found.distance_nm, passages: self.passages_of(&found.nodes) })
    }

    /// The points of the shortest way by sea, both ends included: latitude and longitude in decimal degrees. The
    /// ends alone where [`SeaNetwork::route`] knows no way.
    pub fn path(&self, from: (f64, f64), to: (f64, f64)) -> Vec<(f64, f64)> {
        let nodes = self.search(from, to).map(|found| found.nodes).unwrap_or_default();
        let between =
            nodes.into_iter().filter_map(|node| self.nodes.get(node as usize)).map(|at| position(*at));
        std::iter::once(from).chain(between).chain([to]).collect()
    }

    fn read(nodes: &str, edges: &str) -> SeaNetwork {
        let nodes: Vec<[f64; 3]> = nodes.lines().skip(1).filter_map(node_of_line).collect();
        let mut network = SeaNetwork {
            nodes,
            first: Vec::new(),
            lanes: Vec::new(),
            parts: Vec::new(),
            landmarks: Vec::new(),
            known: RwLock::default(),
        };
        let mut both_ways: Vec<(u32, Lane)> = Vec::new();
        for line in edges.lines().skip(1) {
            network.read_edge(line, &mut both_ways);
        }
        both_ways.sort_by_key(|(from, lane)| (*from, lane.to));
        network.first = vec![0; network.nodes.len() + 1];
        for (from, _) in &both_ways {
            if let Some(count) = network.first.get_mut(*from as usize + 1) {
                *count += 1;
            }
        }
        let mut total = 0;
        for count in &mut network.first {
            total += *count;
            *count = total;
        }
        network.lanes = both_ways.into_iter().map(|(_, lane)| lane).collect();
        network.choose_landmarks();
        network
    }

    fn read_edge(&mut self, line: &str, both_ways: &mut Vec<(u32, Lane)>) {
        let mut fields = plain_fields(line);
        let mut number = || fields.next().and_then(|field| field.parse::<u32>().ok());
        let (Some(a), Some(b)) = (number(), number()) else { return };
        let (Some(from), Some(to)) = (self.nodes.get(a as usize), self.nodes.get(b as usize)) else { return };
        let length_nm = arc_nm(*from, *to);
        let name = fields.next().and_then(|key| PASSAGE_NAMES.iter().find(|(known, _)| *known == key));
        let part = fields.next().and_then(|field| field.parse::<u8>().ok()).unwrap_or(0);
        if let (Some((_, name)), Some(index)) = (name, usize::from(part).checked_sub(1)) {
            if self.parts.len() <= index {
                self.parts.resize(index + 1, (0.0, *name));
            }
            if let Some(entry) = self.parts.get_mut(index) {
                *entry = (entry.0 + length_nm, *name);
            }
        }
        both_ways.push((a, Lane { to: b, length_nm: length_nm as f32, part }));
        both_ways.push((b, Lane { to: a, length_nm: length_nm as f32, part }));
    }

    /// The lanes that leave a node.
    pub(super) fn lanes_of(&self, node: u32) -> &[Lane] {
        let bound = |index: usize| self.first.get(index).map_or(0, |first| *first as usize);
        self.lanes.get(bound(node as usize)..bound(node as usize + 1)).unwrap_or(&[])
    }
}

fn node_of_line(line: &str) -> Option<[f64; 3]> {
    let (latitude, longitude) = line.split_once(',')?;
    Some(unit_vector((latitude.parse().ok()?, longitude.parse().ok()?)))
}
