//! ID-DUP: how sure it is that two boxes travel under one number.

use super::verdict::{Fired, Verdict};
use super::{Bench, graded};
use crate::facts::{ConflictFact, Doubt, EventFact, Facts, TripFact};
use tidewaiter_model::reason::Indicator;

/// Events that each of two journeys must have while both last, for full strength to be in sight.
const EVENTS_FULL: f64 = 2.0;

pub(super) fn judge(bench: &Bench<'_>, facts: &Facts, verdict: &mut Verdict<'_>) {
    let Some(conflict) = bench.shape.trip.conflict else { return };
    let variant = conflict.variant();
    let strength = conflict_strength(facts, &conflict) as f32;
    verdict.fired.push(Fired { indicator: Indicator::DuplicateNumber, variant, strength });
}

/// How strongly a conflict speaks of a second box. That two journeys were told apart without an impossible speed says more the more events each
/// of them has while both last: a stray message or a date that is off makes no journey.
pub(crate) fn conflict_strength(facts: &Facts, conflict: &ConflictFact) -> f64 {
    let strength = f64::from(conflict.strength);
    let [Some(one), Some(other)] = conflict.events.map(|event| trip_of(facts, event)) else {
        return strength;
    };
    if one.physical_box == other.physical_box || !conflict.interleaved {
        return strength;
    }
    let (from, until) = (one.start.max(other.start), one.end.min(other.end));
    let within = |trip: &TripFact| {
        let counts = |event: &&EventFact| {
            event.doubt == Doubt::None && event.report_count > 1 && (from..=until).contains(&event.time)
        };
        facts.events_of(trip).iter().filter(counts).count() as f64
    };
    let events = within(one).min(within(other));
    let sure = f64::from(one.confidence.min(other.confidence));
    strength * (0.4 + 0.6 * graded(events, EVENTS_FULL)) + 0.35 * graded(events - 1.0, EVENTS_FULL) * sure
}

/// The trip that an event is of.
fn trip_of(facts: &Facts, event: u32) -> Option<&TripFact> {
    let after = facts.trips.partition_point(|trip| trip.first_event <= event);
    facts.trips.get(after.checked_sub(1)?)
}
