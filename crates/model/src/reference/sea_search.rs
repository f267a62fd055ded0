//! The search for the shortest way over the sea network.
//!
//! A* with landmarks: the distances of every node from a few far-off nodes are known in advance, and by the triangle
//! inequality they bound what is left of the way from below. It sees around continents, which a bound by great circle
//! does not, so that a route looks at a few hundred nodes.

use super::sea::{LANDMARKS, SeaNetwork};
use super::sphere::{arc_nm, chord_squared, great_circle_nm, is_position, unit_vector};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A point farther than this from every node is not at sea, in nautical miles.
const REACH_NM_MAX: f64 = 250.0;

/// Two points nearer than this that join at the same node are taken as sailed straight, in nautical miles.
const STRAIGHT_NM_MAX: f64 = 60.0;

/// How many nearby nodes a point may join the network at.
const JOINS_MAX: usize = 6;

/// A join may be this many times and this much farther than the nearest one. More would let a port on an isthmus
/// join on the wrong side of the land.
const JOIN_DETOUR: f64 = 1.1;
const JOIN_DETOUR_NM: f64 = 2.0;

/// A passage counts as sailed when the way covers this share of one of its parts: ports stand at both ends of canals.
const PASSAGE_SHARE: f64 = 0.3;

const NOWHERE: u32 = u32::MAX;

/// What the search found: the length and the nodes in order.
pub(super) struct Found {
    pub(super) distance_nm: f64,
    pub(super) nodes: Vec<u32>,
}

/// A node where a point may join the network, and how far it is.
#[derive(Debug, Clone, Copy)]
struct Join {
    node: u32,
    length_nm: f64,
}

/// A node to look at; ordered so that the heap gives the shortest promise first, then the lower number.
#[derive(PartialEq)]
struct Open {
    promise_nm: f64,
    sailed_nm: f64,
    node: u32,
}

impl Eq for Open {}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        other.promise_nm.total_cmp(&self.promise_nm).then_with(|| other.node.cmp(&self.node))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Bounds what is left of the way from any node to the destination.
struct Compass {
    /// For each landmark: the least of (its distance to a join + the join's length), the most of (… - …).
    bounds: [(f32, f32); LANDMARKS],
}

impl Compass {
    fn new(network: &SeaNetwork, joins: &[Join]) -> Compass {
        let mut bounds = [(f32::INFINITY, f32::NEG_INFINITY); LANDMARKS];
        for join in joins {
            let Some(distances) = network.landmarks.get(join.node as usize) else { continue };
            for ((least, most), distance) in bounds.iter_mut().zip(distances) {
                *least = least.min(*distance + join.length_nm as f32);
                *most = most.max(*distance - join.length_nm as f32);
            }
        }
        Compass { bounds }
    }

    fn left_nm(&self, network: &SeaNetwork, node: u32) -> f64 {
        let Some(distances) = network.landmarks.get(node as usize) else { return 0.0 };
        let mut left = 0.0_f32;
        for ((least, most), distance) in self.bounds.iter().zip(distances) {
            left = left.max(*least - *distance).max(*distance - *most);
        }
        f64::from(left)
    }
}

impl SeaNetwork {
    pub(super) fn search(&self, from: (f64, f64), to: (f64, f64)) -> Option<Found> {
        if !is_position(from) || !is_position(to) {
            return None;
        }
        // One direction is searched for both, so that the distance is the same to the last bit.
        let turned = from.0.total_cmp(&to.0).then(from.1.total_cmp(&to.1)) == Ordering::Greater;
        let (start, end) = if turned { (to, from) } else { (from, to) };
        let straight_nm = great_circle_nm(start, end);
        let starts = self.joins(unit_vector(start))?;
        let ends = self.joins(unit_vector(end))?;
        let meet = starts.iter().any(|a| ends.iter().any(|b| a.node == b.node));
        if meet && straight_nm <= STRAIGHT_NM_MAX {
            return Some(Found { distance_nm: straight_nm, nodes: Vec::new() });
        }
        let mut found = self.shortest(&starts, &ends)?;
        found.distance_nm = found.distance_nm.max(straight_nm);
        if turned {
            found.nodes.reverse();
        }
        Some(found)
    }

    /// The nodes a point may join at, nearest first; `None` when all are out of reach.
    fn joins(&self, point: [f64; 3]) -> Option<Vec<Join>> {
        let mut nearest: Vec<(f64, u32)> = Vec::with_capacity(JOINS_MAX + 1);
        for (node, position) in (0_u32..).zip(&self.nodes) {
            let apart = chord_squared(point, *position);
            if nearest.len() == JOINS_MAX && nearest.last().is_some_and(|last| apart >= last.0) {
                continue;
            }
            let at = nearest.partition_point(|other| other.0 <= apart);
            nearest.insert(at, (apart, node));
            nearest.truncate(JOINS_MAX);
        }
        let lengths = nearest.iter().filter_map(|(_, node)| {
            let position = self.nodes.get(*node as usize)?;
            Some(Join { node: *node, length_nm: arc_nm(point, *position) })
        });
        let mut joins: Vec<Join> = lengths.collect();
        let limit_nm = joins.first()?.length_nm * JOIN_DETOUR + JOIN_DETOUR_NM;
        joins.retain(|join| join.length_nm <= limit_nm && join.length_nm <= REACH_NM_MAX);
        (!joins.is_empty()).then_some(joins)
    }

    fn shortest(&self, starts: &[Join], ends: &[Join]) -> Option<Found> {
        let compass = Compass::new(self, ends);
        let mut sailed = vec![f64::INFINITY; self.nodes.len()];
        let mut before = vec![NOWHERE; self.nodes.len()];
        let mut open = BinaryHeap::with_capacity(1024);
        for join in starts {
            *sailed.get_mut(join.node as usize)? = join.length_nm;
            let promise_nm = join.length_nm + compass.left_nm(self, join.node);
            open.push(Open { promise_nm, sailed_nm: join.length_nm, node: join.node });
        }
        let mut best: Option<(f64, u32)> = None;
        while let Some(next) = open.pop() {
            if best.is_some_and(|(length_nm, _)| next.promise_nm >= length_nm) {
                break;
            }
            if sailed.get(next.node as usize).is_some_and(|shorter| *shorter < next.sailed_nm) {
                continue;
            }
            if let Some(end) = ends.iter().find(|end| end.node == next.node) {
                let length_nm = next.sailed_nm + end.length_nm;
                if best.is_none_or(|(shortest, _)| length_nm < shortest) {
                    best = Some((length_nm, next.node));
                }
            }
            for lane in self.lanes_of(next.node) {
                let sailed_nm = next.sailed_nm + f64::from(lane.length_nm);
                let Some(shortest) = sailed.get_mut(lane.to as usize) else { continue };
                if sailed_nm >= *shortest {
                    continue;
                }
                *shortest = sailed_nm;
                if let Some(entry) = before.get_mut(lane.to as usize) {
                    *entry = next.node;
                }
                let promise_nm = sailed_nm + compass.left_nm(self, lane.to);
                open.push(Open { promise_nm, sailed_nm, node: lane.to });
            }
        }
        let (distance_nm, last) = best?;
        Some(Found { distance_nm, nodes: way_to(last, &before) })
    }

    /// Distances from one node to all; infinite where no lane leads.
    pub(super) fn distances_from(&self, start: u32) -> Vec<f64> {
        let mut sailed = vec![f64::INFINITY; self.nodes.len()];
        let mut open = BinaryHeap::from([Open { promise_nm: 0.0, sailed_nm: 0.0, node: start }]);
        if let Some(own) = sailed.get_mut(start as usize) {
            *own = 0.0;
        }
        while let Some(next) = open.pop() {
            if sailed.get(next.node as usize).is_some_and(|shorter| *shorter < next.sailed_nm) {
                continue;
            }
            for lane in self.lanes_of(next.node) {
                let sailed_nm = next.sailed_nm + f64::from(lane.length_nm);
                let Some(shortest) = sailed.get_mut(lane.to as usize) else { continue };
                if sailed_nm < *shortest {
                    *shortest = sailed_nm;
                    open.push(Open { promise_nm: sailed_nm, sailed_nm, node: lane.to });
                }
            }
        }
        sailed
    }

    /// Chooses landmarks one by one, each the farthest from those chosen before.
    pub(super) fn choose_landmarks(&mut self) {
        self.landmarks = vec![[0.0; LANDMARKS]; self.nodes.len()];
        let mut nearest = self.distances_from(0);
        for landmark in 0..LANDMARKS {
            let farthest =
                (0_u32..).zip(&nearest).filter(|(_, nm)| nm.is_finite()).max_by(|a, b| a.1.total_cmp(b.1));
            let Some((node, _)) = farthest else { return };
            let distances = self.distances_from(node);
            for ((row, near), distance) in self.landmarks.iter_mut().zip(&mut nearest).zip(&distances) {
                // An island of lanes has no distance; 0 promises nothing and is always right.
                let known = if distance.is_finite() { *distance } else { 0.0 };
                if let Some(entry) = row.get_mut(landmark) {
                    *entry = known as f32;
                }
                *near = near.min(*distance);
            }
        }
    }

    /// The passages of which a way covers enough, in the order it meets them.
    pub(super) fn passages_of(&self, nodes: &[u32]) -> Vec<&'static str> {
        let mut covered_nm = vec![0.0; self.parts.len()];
        let mut order = Vec::new();
        for (from, to) in nodes.iter().zip(nodes.iter().skip(1)) {
            let Some(lane) = self.lanes_of(*from).iter().find(|lane| lane.to == *to) else { continue };
            let Some(part) = usize::from(lane.part).checked_sub(1) else { continue };
            if let Some(covered) = covered_nm.get_mut(part) {
                *covered += f64::from(lane.length_nm);
            }
            if !order.contains(&part) {
                order.push(part);
            }
        }
        let mut names = Vec::new();
        for part in order {
            let (Some((length_nm, name)), Some(covered)) = (self.parts.get(part), covered_nm.get(part))
            else {
                continue;
            };
            if *covered >= length_nm * PASSAGE_SHARE && names.last() != Some(name) {
                names.push(*name);
            }
        }
        names
    }
}

fn way_to(last: u32, before: &[u32]) -> Vec<u32> {
    let mut nodes = vec![last];
    let mut at = last;
    while let Some(previous) = before.get(at as usize).copied().filter(|previous| *previous != NOWHERE) {
        nodes.push(previous);
        at = previous;
    }
    nodes.reverse();
    nodes
}
