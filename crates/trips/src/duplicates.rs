//! ID-DUP: events of one container number that cannot both be true of one box.

use crate::facts::{ConflictFact, Doubt, EventFact, Facts};
use crate::haste::{Sighting, implied_speed, learned_haste};
use crate::life::is_neutral;
use crate::merge::Reference;

/// One event as far as conflicts go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    sighting: Sighting,
    /// Numbers within [`Facts`].
    event: u32,
    trip: u32,
    physical_box: u8,
    believed: bool,
}

impl From<&EventFact> for Sighting {
    fn from(event: &EventFact) -> Sighting {
        Sighting { event: event.event, area: event.area, time: event.time, reports: event.report_count }
    }
}

/// Finds the clearest conflict of each trip from `first_trip` on, which are of one container number, and notes it
/// with the trips of both sides.
pub(crate) fn find_conflicts(
    facts: &mut Facts,
    first_trip: usize,
    reference: Reference<'_>,
    candidates: &mut Vec<Candidate>,
) {
    collect(facts, first_trip, reference, candidates);
    let mut last: [Option<Candidate>; 2] = [None; 2];
    let mut before: Option<Candidate> = None;
    for later in candidates.iter() {
        let other = last[usize::from(later.physical_box ^ 1) & 1];
        let mut pairs = [before, other];
        if pairs[0].map(|pair| pair.event) == pairs[1].map(|pair| pair.event) {
            pairs[0] = None;
        }
        for earlier in pairs.into_iter().flatten() {
            if let Some(conflict) = conflict(&earlier, later, facts, reference) {
                for trip in [earlier.trip, later.trip] {
                    note(facts, trip, conflict);
                }
            }
        }
        last[usize::from(later.physical_box & 1)] = Some(*later);
        before = Some(*later);
    }
}

/// Keeps the clearest; of two as clear the first.
fn note(facts: &mut Facts, trip: u32, conflict: ConflictFact) {
    let Some(trip) = facts.trips.get_mut(trip as usize) else { return };
    if trip.conflict.is_none_or(|best| clarity(&conflict) > clarity(&best)) {
        trip.conflict = Some(conflict);
    }
}

fn clarity(conflict: &ConflictFact) -> f32 {
    let share = conflict.speed_kmh / conflict.limit_kmh;
    match share.is_nan() {
        // Fewer hours than boxes take is clearer than two journeys at one time.
        true if !conflict.least_hours.is_nan() => 1.0,
        true => 0.0,
        false if conflict.interleaved => share.min(1.0),
        false => 1.0 + share,
    }
}

/// Events that place a box somewhere: believed ones, and doubted ones that more than one message reports.
fn collect(facts: &Facts, first_trip: usize, reference: Reference<'_>, candidates: &mut Vec<Candidate>) {
    candidates.clear();
    for (number, trip) in facts.trips.iter().enumerate().skip(first_trip) {
        for (event, index) in facts.events_of(trip).iter().zip(trip.first_event..) {
            let believed = event.doubt == Doubt::None;
            let heard = believed || (event.doubt == Doubt::ContradictsNeighbours && event.report_count > 1);
            if heard && !is_neutral(event.event) {
                let (trip, physical_box) = (number as u32, trip.physical_box);
                candidates.push(Candidate {
                    sighting: event.into(),
                    event: index,
                    trip,
                    physical_box,
                    believed,
                });
            }
        }
    }
    candidates.sort_by(|a, b| {
        let (one, other) = (&a.sighting, &b.sighting);
        one.time
            .cmp(&other.time)
            .then_with(|| one.event.cmp(&other.event))
            .then_with(|| reference.areas.rank(one.area).cmp(&reference.areas.rank(other.area)))
    });
}

fn conflict(a: &Candidate, b: &Candidate, facts: &Facts, reference: Reference<'_>) -> Option<ConflictFact> {
    let two_boxes = a.physical_box != b.physical_box;
    let overlap = match (facts.trips.get(a.trip as usize), facts.trips.get(b.trip as usize)) {
        (Some(one), Some(other)) => one.start <= other.end && other.start <= one.end,
        _ => false,
    };
    if two_boxes && !overlap {
        return None;
    }
    let speed = implied_speed(a.sighting, b.sighting, reference);
    let haste = if speed.is_none() { learned_haste(a.sighting, b.sighting, reference) } else { None };
    let both = a.believed && b.believed;
    let mut least_hours = f32::NAN;
    let (interleaved, strength) = match (speed, haste) {
        (Some((speed, limit)), _) if speed > limit => {
            let excess = ((speed / limit - 1.0) / 2.0).min(1.0);
            let strength = match (two_boxes, both) {
                (true, _) => 0.75 + 0.25 * excess,
                (false, true) => 0.45 + 0.3 * excess,
                // One box is believed and the other event is not: more likely a wrong report than a clone.
                (false, false) => 0.2 + 0.15 * excess,
            };
            (false, strength)
        }
        // What was learned is less sure than where places lie: it says more of two boxes told apart, and nothing alone.
        (None, Some((least, had))) if two_boxes && had < least => {
            least_hours = least as f32;
            (true, 0.6 + 0.15 * (1.0 - had / least))
        }
        _ if two_boxes && a.sighting.area != b.sighting.area => {
            let share = speed.map_or(0.0, |(speed, limit)| (speed / limit).min(1.0));
            (true, 0.6 + 0.15 * share)
        }
        _ => return None,
    };
    let (speed_kmh, limit_kmh) = speed.unwrap_or((f64::NAN, f64::NAN));
    Some(ConflictFact {
        events: [a.event, b.event],
        speed_kmh: speed_kmh as f32,
        limit_kmh: limit_kmh as f32,
        least_hours,
        interleaved,
        strength: strength as f32,
    })
}
