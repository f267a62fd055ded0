//! Two physical boxes under one number, told apart before trips are cut.
//!
//! Only when one box explains the events badly is it asked whether two explain them better: a beam search gives
//! each event to the first box, to the second or to none, at the costs of [`crate::life`]. The second box counts
//! only if it saves more than it costs to assume.

use crate::area::Gazetteer;
use crate::decode::Decoded;
use crate::life::{Memory, doubt_cost, haste_cost, is_neutral, meanings, remember};
use crate::merge::Cluster;
use crate::settings::TripSettings;
use std::collections::HashMap;

/// Hypotheses kept after each event.
const BEAM: usize = 32;
/// A single step that costs this much makes one box doubtful.
const SUSPICIOUS: f64 = 2.4;
/// A box must have left at least this many events and reports behind to be one.
const EVENTS_MIN: usize = 2;
const REPORTS_MIN: u32 = 3;

#[derive(Clone, Copy)]
struct Hypothesis {
    cost: f64,
    tracks: [Memory; 2],
    /// Index of the last step in the log.
    log: u32,
}

/// To which box an event was given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    To(u8),
    Nobody,
}

struct Log {
    steps: Vec<(u32, Given)>,
}

impl Log {
    fn push(&mut self, before: u32, given: Given) -> u32 {
        self.steps.push((before, given));
        (self.steps.len() - 1) as u32
    }
}

/// For each event the physical box it belongs to, 0 or 1; `None` when one box explains everything.
///
/// Box 0 is the one with more reports.
pub(crate) fn tell_apart(
    events: &[Cluster],
    one_box: &Decoded,
    areas: &Gazetteer,
    settings: &TripSettings,
) -> Option<Vec<u8>> {
    if !is_doubtful(events, one_box, areas, settings) {
        return None;
    }
    let mut log = Log { steps: Vec::new() };
    let mut beam = vec![Hypothesis { cost: 0.0, tracks: [Memory::NEW; 2], log: u32::MAX }];
    for index in 0..events.len() {
        beam = advance(&beam, index, events, areas, settings, &mut log);
    }
    let best = beam
        .iter()
        .filter(|hypothesis| hypothesis.tracks[1].last.is_some())
        .min_by(|a, b| a.cost.total_cmp(&b.cost))?;
    // The search is charged for the second box when it opens it.
    if best.cost >= one_box.cost {
        return None;
    }
    let mut given = Vec::with_capacity(events.len());
    let mut step = best.log;
    while let Some((before, to)) = log.steps.get(step as usize) {
        given.push(*to);
        step = *before;
    }
    given.reverse();
    number_boxes(events, &given)
}

fn is_doubtful(events: &[Cluster], one_box: &Decoded, areas: &Gazetteer, settings: &TripSettings) -> bool {
    let strained = events.iter().zip(&one_box.readings).any(|(event, reading)| {
        (reading.believed && reading.cost >= SUSPICIOUS)
            || (!reading.believed && !event.shadowed && !is_neutral(event.event))
    });
    strained
        || events.windows(2).any(|pair| match pair {
            [a, b] => !a.shadowed && !b.shadowed && haste_cost(a, b, areas, settings) > 0.0,
            _ => false,
        })
}

/// All ways to go on with one event, the best [`BEAM`] kept.
fn advance(
    beam: &[Hypothesis],
    index: usize,
    events: &[Cluster],
    areas: &Gazetteer,
    settings: &TripSettings,
    log: &mut Log,
) -> Vec<Hypothesis> {
    let Some(event) = events.get(index) else { return Vec::new() };
    let mut next: Vec<(Hypothesis, u32, Given)> = Vec::with_capacity(beam.len() * 6);
    for hypothesis in beam {
        for track in [0u8, 1] {
            let memory = hypothesis.tracks[usize::from(track)];
            let opens = track == 1 && memory.last.is_none();
            // A second box is met by an event that moves boxes, and never before the first.
            if opens && (is_neutral(event.event) || hypothesis.tracks[0].last.is_none()) {
                continue;
            }
            let opening = if opens { settings.second_box_cost } else { 0.0 };
            for meaning in meanings(&memory, event, events, areas, settings).into_iter().flatten() {
                let mut tracks = hypothesis.tracks;
                tracks[usize::from(track)] = remember(&memory, index as u32, event, &meaning);
                let stray = if is_neutral(event.event) {
                    stray_cost(&memory, event, events, areas, settings)
                } else {
                    0.0
                };
                let cost = hypothesis.cost + meaning.cost + opening + stray;
                next.push((Hypothesis { cost, tracks, log: 0 }, hypothesis.log, Given::To(track)));
            }
        }
        let cost = hypothesis.cost + doubt_cost(event);
        next.push((Hypothesis { cost, ..*hypothesis }, hypothesis.log, Given::Nobody));
    }
    next.sort_by(|a, b| a.0.cost.total_cmp(&b.0.cost));
    let mut seen = HashMap::with_capacity(BEAM);
    let mut kept = Vec::with_capacity(BEAM);
    for (mut hypothesis, before, given) in next {
        let key = hypothesis.tracks.map(|memory| (memory.life, memory.last, memory.emptied, memory.goods));
        if seen.insert(key, ()).is_none() {
            hypothesis.log = log.push(before, given);
            kept.push(hypothesis);
            if kept.len() == BEAM {
                break;
            }
        }
    }
    kept
}

/// A neutral event goes with the box that was near it.
fn stray_cost(
    memory: &Memory,
    event: &Cluster,
    events: &[Cluster],
    areas: &Gazetteer,
    settings: &TripSettings,
) -> f64 {
    match memory.last.and_then(|last| events.get(last as usize)) {
        Some(last) if last.area == event.area => 0.0,
        Some(last) => 0.1 + haste_cost(last, event, areas, settings),
        None => 0.2,
    }
}

/// Events given to nobody go with the nearest box before them; the box with more reports is box 0.
fn number_boxes(events: &[Cluster], given: &[Given]) -> Option<Vec<u8>> {
    let mut counts = [(0usize, 0u32); 2];
    for (event, to) in events.iter().zip(given) {
        if let Given::To(track) = to
            && !is_neutral(event.event)
        {
            let count = &mut counts[usize::from(*track)];
            *count = (count.0 + 1, count.1.saturating_add(event.reports));
        }
    }
    if counts.iter().any(|(boxes_events, reports)| *boxes_events < EVENTS_MIN || *reports < REPORTS_MIN) {
        return None;
    }
    let second_is_larger = counts[1].1 > counts[0].1;
    let mut near = 0u8;
    let numbers = given.iter().map(|to| {
        if let Given::To(track) = to {
            near = track ^ u8::from(second_is_larger);
        }
        near
    });
    Some(numbers.collect())
}
