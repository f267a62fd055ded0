//! Two physical boxes under one number, told apart before trips are cut.
//!
//! Only where one box explains the events badly is it asked whether two explain them better: over the trips around
//! such an event a beam search gives each event to the first box, to the second or to none, at the costs of
//! [`crate::life`]. The second box counts only if it saves more than it costs to assume, and if one of the two goes on
//! with its journey after the other has moved.

use crate::decode::Reading;
use crate::haste::{Haste, haste_cost};
use crate::life::{Life, Meaning, is_neutral, meanings};
use crate::memory::{Memory, remember};
use crate::merge::{Cluster, Reference};
use std::ops::Range;

/// Hypotheses kept after each event.
const BEAM: usize = 16;
/// A hypothesis this much dearer than the cheapest is given up.
const HOPELESS: f32 = 10.0;
/// A single step that costs this much makes one box doubtful.
const SUSPICIOUS: f32 = 2.8;
/// A box must have left at least this many events and reports behind to be one.
const EVENTS_MIN: usize = 2;
const REPORTS_MIN: u32 = 3;

#[derive(Debug, Clone, Copy)]
struct Hypothesis {
    cost: f32,
    tracks: [Memory; 2],
    /// The box that moved last.
    moved: u8,
    /// A box went on with its journey after the other had moved.
    crossed: bool,
    /// Index of the last step in the log.
    log: u32,
}

/// To which box an event was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    To(u8),
    Nobody,
}

/// One way to go on from a hypothesis.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: f32,
    /// Counts up, so that of two as cheap the first is taken.
    number: u16,
    /// Number of the hypothesis.
    before: u8,
    given: Given,
    meaning: Option<Meaning>,
}

/// Tells boxes apart, again and again in the same room.
#[derive(Debug, Default)]
pub(crate) struct Splitter {
    /// For each event of the last container the physical box it belongs to, 0 or 1.
    pub(crate) boxes: Vec<u8>,
    windows: Vec<Range<usize>>,
    trips: Vec<usize>,
    beam: Vec<Hypothesis>,
    next: Vec<Hypothesis>,
    ways: Vec<Way>,
    log: Vec<(u32, Given)>,
    given: Vec<Given>,
}

impl Splitter {
    /// Whether two boxes were told apart. Box 0 is the one with more reports around where they meet.
    pub(crate) fn tell_apart(
        &mut self,
        events: &[Cluster],
        one_box: &[Reading],
        reference: Reference<'_>,
    ) -> bool {
        self.find_windows(events, one_box, reference);
        if self.windows.is_empty() {
            return false;
        }
        self.boxes.clear();
        self.boxes.resize(events.len(), 0);
        let mut two = false;
        for index in 0..self.windows.len() {
            let window = self.windows[index].clone();
            two |= self.split(window, events, one_box, reference);
        }
        two
    }

    /// The trips around each event that one box explains badly.
    fn find_windows(&mut self, events: &[Cluster], one_box: &[Reading], reference: Reference<'_>) {
        self.windows.clear();
        self.trips.clear();
        self.trips.push(0);
        for (index, reading) in one_box.iter().enumerate() {
            if reading.begins && index > 0 {
                self.trips.push(index);
            }
        }
        for index in 0..events.len() {
            if !is_doubtful(index, events, one_box, reference) {
                continue;
            }
            let trip = self.trips.partition_point(|start| *start <= index).saturating_sub(1);
            let from = self.trips.get(trip.saturating_sub(1)).copied().unwrap_or(0);
            let to = self.trips.get(trip + 2).copied().unwrap_or(events.len());
            match self.windows.last_mut().filter(|last| from < last.end) {
                Some(last) => last.end = last.end.max(to),
                None => self.windows.push(from..to),
            }
        }
    }

    /// Searches one window and notes the second box's events.
    fn split(
        &mut self,
        window: Range<usize>,
        events: &[Cluster],
        one_box: &[Reading],
        reference: Reference<'_>,
    ) -> bool {
        let read: f32 = one_box.get(window.clone()).unwrap_or(&[]).iter().map(|reading| reading.cost).sum();
        // No cost is negative: what one box costs in all must pay for the second.
        if f64::from(read) <= reference.settings.second_box_cost {
            return false;
        }
        self.log.clear();
        self.beam.clear();
        self.beam.push(Hypothesis {
            cost: 0.0,
            tracks: [Memory::NEW; 2],
            moved: 0,
            crossed: false,
            log: u32::MAX,
        });
        for index in window.clone() {
            self.advance(index, events, reference);
        }
        let cheapest = |two: bool| {
            self.beam
                .iter()
                .filter(|hypothesis| match two {
                    true => hypothesis.tracks[1].last.is_some() && hypothesis.crossed,
                    false => hypothesis.tracks[1].last.is_none(),
                })
                .min_by(|a, b| a.cost.total_cmp(&b.cost))
        };
        let Some(best) = cheapest(true).copied() else { return false };
        let one = cheapest(false).map_or(read, |one| one.cost.min(read));
        // The search is charged for the second box when it opens it.
        if best.cost >= one {
            return false;
        }
        self.given.clear();
        let mut step = best.log;
        while let Some((before, to)) = self.log.get(step as usize) {
            self.given.push(*to);
            step = *before;
        }
        self.given.reverse();
        self.number_boxes(window, events)
    }

    /// All ways to go on with one event, the best [`BEAM`] kept.
    fn advance(&mut self, index: usize, events: &[Cluster], reference: Reference<'_>) {
        let Some(event) = events.get(index) else { return };
        self.find_ways(event, events, reference);
        self.ways.sort_unstable_by(|a, b| a.cost.total_cmp(&b.cost).then(a.number.cmp(&b.number)));
        let limit = self.ways.first().map_or(0.0, |best| best.cost + HOPELESS);
        self.next.clear();
        for way in &self.ways {
            if self.next.len() == BEAM || way.cost > limit {
                break;
            }
            let Some(before) = self.beam.get(usize::from(way.before)) else { continue };
            let Hypothesis { mut tracks, mut moved, mut crossed, .. } = *before;
            if let (Given::To(track), Some(meaning)) = (way.given, &way.meaning) {
                let memory = &mut tracks[usize::from(track) & 1];
                if !is_neutral(event.event) {
                    crossed |= moved != track && !meaning.begins && memory.life != Life::Idle;
                    moved = track;
                }
                *memory = remember(memory, index as u32, event, meaning);
            }
            let alike = |kept: &Hypothesis| {
                let key = |memory: &Memory| (memory.life, memory.last, memory.emptied, memory.goods);
                kept.tracks.each_ref().map(key) == tracks.each_ref().map(key)
            };
            if !self.next.iter().any(alike) {
                self.log.push((before.log, way.given));
                let log = (self.log.len() - 1) as u32;
                self.next.push(Hypothesis { cost: way.cost, tracks, moved, crossed, log });
            }
        }
        std::mem::swap(&mut self.beam, &mut self.next);
    }

    /// The ways to go on from every hypothesis.
    fn find_ways(&mut self, event: &Cluster, events: &[Cluster], reference: Reference<'_>) {
        self.ways.clear();
        let mut haste = Haste::default();
        for (before, hypothesis) in (0u8..).zip(&self.beam) {
            for track in [0u8, 1] {
                let memory = &hypothesis.tracks[usize::from(track)];
                let opens = track == 1 && memory.last.is_none();
                // A second box is met by an event that moves boxes, and never before the first.
                if opens && (is_neutral(event.event) || hypothesis.tracks[0].last.is_none()) {
                    continue;
                }
                let opening = if opens { reference.settings.second_box_cost as f32 } else { 0.0 };
                let stray = if is_neutral(event.event) {
                    stray_cost(memory, event, events, &mut haste, reference)
                } else {
                    0.0
                };
                for meaning in meanings(memory, event, events, &mut haste, reference).into_iter().flatten() {
                    let cost = hypothesis.cost + meaning.cost + opening + stray;
                    let number = self.ways.len() as u16;
                    let (given, meaning) = (Given::To(track), Some(meaning));
                    self.ways.push(Way { cost, number, before, given, meaning });
                }
            }
            let (cost, number) = (hypothesis.cost + event.doubt_cost, self.ways.len() as u16);
            self.ways.push(Way { cost, number, before, given: Given::Nobody, meaning: None });
        }
    }

    /// Events given to nobody go with the nearest box before them; the box with more reports is box 0.
    fn number_boxes(&mut self, window: Range<usize>, events: &[Cluster]) -> bool {
        let Some(events) = events.get(window.clone()) else { return false };
        let mut counts = [(0usize, 0u32); 2];
        for (event, to) in events.iter().zip(&self.given) {
            if let Given::To(track) = to
                && !is_neutral(event.event)
            {
                let count = &mut counts[usize::from(*track)];
                *count = (count.0 + 1, count.1.saturating_add(event.reports));
            }
        }
        if counts.iter().any(|(events, reports)| *events < EVENTS_MIN || *reports < REPORTS_MIN) {
            return false;
        }
        let second_is_larger = counts[1].1 > counts[0].1;
        let mut near = u8::from(second_is_larger);
        for (number, to) in self.boxes[window].iter_mut().zip(&self.given) {
            if let Given::To(track) = to {
                near = track ^ u8::from(second_is_larger);
            }
            *number = near;
        }
        true
    }
}

/// Whether one box explains an event badly.
fn is_doubtful(index: usize, events: &[Cluster], one_box: &[Reading], reference: Reference<'_>) -> bool {
    let (Some(event), Some(reading)) = (events.get(index), one_box.get(index)) else { return false };
    let strained = match reading.believed {
        true => reading.cost >= SUSPICIOUS,
        false => !event.shadowed && !is_neutral(event.event) && event.reports > 1,
    };
    let hasty = || {
        let Some(next) = events.get(index + 1) else { return false };
        !event.shadowed && !next.shadowed && haste_cost(event, next, reference) > 0.0
    };
    strained || hasty()
}

/// A neutral event goes with the box that was near it.
fn stray_cost(
    memory: &Memory,
    event: &Cluster,
    events: &[Cluster],
    haste: &mut Haste,
    reference: Reference<'_>,
) -> f32 {
    match memory.last.and_then(|last| events.get(last as usize)) {
        Some(last) if last.area == event.area => 0.0,
        Some(_) => 0.1 + haste.cost(memory.last, event, events, reference),
        None if memory.life == Life::Idle => 0.2,
        None => 0.0,
    }
}
