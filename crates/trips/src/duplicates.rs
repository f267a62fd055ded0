//! ID-DUP: events of one container number that cannot both be true of one box.

use crate::area::AreaTable;
use crate::build::Draft;
use crate::life::{implied_speed, is_neutral};
use crate::merge::{Cluster, Merged};
use crate::settings::TripSettings;
use crate::trip::Trip;
use std::collections::BTreeMap;
use tidewaiter_model::reason::{Indicator, Param, Reason};

/// One event as far as conflicts go.
#[derive(Clone, Copy)]
struct Sighting {
    event: Cluster,
    trip: usize,
    physical_box: u8,
    believed: bool,
}

/// Messages shown per event of a conflict.
const SHOWN_MAX: usize = 4;

/// Finds the clearest conflict of each trip and attaches it as a reason to that trip, and so to both sides.
pub(crate) fn attach_duplicates(
    trips: &mut [Trip],
    drafts: &[Draft],
    merged: &Merged,
    areas: &mut AreaTable<'_>,
    settings: &TripSettings,
) {
    let sightings = sightings(drafts, areas);
    let mut clearest: BTreeMap<usize, (f64, Reason)> = BTreeMap::new();
    let mut last: [Option<Sighting>; 2] = [None; 2];
    let mut before: Option<Sighting> = None;
    for sighting in sightings {
        let other = last[usize::from(sighting.physical_box ^ 1)];
        let mut pairs = [before, other];
        if pairs[0].map(|pair| pair.event.start) == pairs[1].map(|pair| pair.event.start) {
            pairs[0] = None;
        }
        for earlier in pairs.into_iter().flatten() {
            if let Some((clarity, reason)) = conflict(&earlier, &sighting, trips, merged, areas, settings) {
                for trip in [earlier.trip, sighting.trip] {
                    if clearest.get(&trip).is_none_or(|(best, _)| clarity > *best) {
                        clearest.insert(trip, (clarity, reason.clone()));
                    }
                }
            }
        }
        last[usize::from(sighting.physical_box & 1)] = Some(sighting);
        before = Some(sighting);
    }
    for (trip, (_, reason)) in clearest {
        if let Some(trip) = trips.get_mut(trip) {
            trip.duplicates.push(reason);
        }
    }
}

/// Events that place a box somewhere: believed ones, and doubted ones that more than one message reports.
fn sightings(drafts: &[Draft], areas: &AreaTable<'_>) -> Vec<Sighting> {
    let mut sightings: Vec<Sighting> = Vec::new();
    for (trip, draft) in drafts.iter().enumerate() {
        for (event, reading) in &draft.parts {
            let heard = reading.believed || (event.reports > 1 && !event.shadowed);
            if heard && !is_neutral(event.event) {
                let (event, physical_box, believed) = (*event, draft.physical_box, reading.believed);
                sightings.push(Sighting { event, trip, physical_box, believed });
            }
        }
    }
    sightings.sort_by(|a, b| {
        a.event
            .time
            .cmp(&b.event.time)
            .then_with(|| a.event.event.cmp(&b.event.event))
            .then_with(|| areas.code(a.event.area).cmp(areas.code(b.event.area)))
            .then_with(|| a.event.first.cmp(&b.event.first))
    });
    sightings
}

fn conflict(
    a: &Sighting,
    b: &Sighting,
    trips: &[Trip],
    merged: &Merged,
    areas: &mut AreaTable<'_>,
    settings: &TripSettings,
) -> Option<(f64, Reason)> {
    let two_boxes = a.physical_box != b.physical_box;
    let overlap = match (trips.get(a.trip), trips.get(b.trip)) {
        (Some(one), Some(other)) => one.start <= other.end && other.start <= one.end,
        _ => false,
    };
    if two_boxes && !overlap {
        return None;
    }
    let speed = implied_speed(&a.event, &b.event, areas, settings);
    let (variant, clarity, strength) = match speed {
        Some((speed, limit)) if speed > limit => {
            let excess = ((speed / limit - 1.0) / 2.0).min(1.0);
            let strength = match (two_boxes, a.believed && b.believed) {
                (true, _) => 0.75 + 0.25 * excess,
                (false, true) => 0.45 + 0.3 * excess,
                // One box is believed and the other event is not: more likely a wrong report than a clone.
                (false, false) => 0.2 + 0.15 * excess,
            };
            ("speed", 1.0 + speed / limit, strength)
        }
        _ if two_boxes && a.event.area != b.event.area => {
            let share = speed.map_or(0.0, |(speed, limit)| (speed / limit).min(1.0));
            ("interleaved", share, 0.6 + 0.15 * share)
        }
        _ => return None,
    };
    let mut reason = Reason::new(Indicator::DuplicateNumber, variant, strength)
        .with("from", Param::Place(areas.code(a.event.area).to_owned()))
        .with("to", Param::Place(areas.code(b.event.area).to_owned()))
        .with("earlier", Param::Time(a.event.time))
        .with("later", Param::Time(b.event.time))
        .with("population", Param::Count(u64::from(a.event.reports) + u64::from(b.event.reports)));
    if let Some((speed, limit)) = speed {
        reason = reason.with("value", Param::SpeedKmh(speed)).with("threshold", Param::SpeedKmh(limit));
    } else {
        let hours = b.event.time.hours_since(a.event.time);
        reason = reason.with("value", Param::Hours(hours)).with("threshold", Param::Hours(0.0));
    }
    for (role, event) in [("earlier_event", &a.event), ("later_event", &b.event)] {
        for row in merged.rows(event).iter().take(SHOWN_MAX) {
            reason = reason.shown_by(role, row.message);
        }
    }
    Some((clarity, reason))
}
