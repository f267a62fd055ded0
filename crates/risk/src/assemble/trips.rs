//! Which trip of each container carried the consignment.

use super::{DeclaredPlace, Draft, comparable, comparable_containers};
use crate::settings::RiskSettings;
use std::borrow::Cow;
use std::collections::HashMap;
use tidewaiter_model::assessment::Join;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Trip, TripStatus};

/// Joins each draft's containers with their best trip. Says of each trip whether several drafts share it.
pub(super) fn join(
    drafts: &mut [Draft<'_>],
    trips: &[Trip],
    as_of: UtcTime,
    settings: &RiskSettings,
) -> Vec<bool> {
    let mut by_container: HashMap<Cow<'_, str>, Vec<usize>> = HashMap::with_capacity(trips.len());
    for (place, trip) in trips.iter().enumerate().filter(|(_, trip)| trip.first_known <= as_of) {
        by_container.entry(comparable(&trip.container)).or_default().push(place);
    }
    let mut uses = vec![0u32; trips.len()];
    for draft in drafts {
        if draft.containers.is_empty() {
            // An entry summary may leave the boxes to the import declaration.
            let declarations = draft.declarations.iter();
            let named = declarations.flat_map(|kept| kept.declaration.containers.iter().map(String::as_str));
            draft.containers = comparable_containers(named);
        }
        for (container, _) in &draft.containers {
            let Some(candidates) = by_container.get(container) else { continue };
            let Some((place, by, confidence)) = best(draft, candidates, trips, settings) else { continue };
            if let Some(count) = uses.get_mut(place) {
                *count += 1;
            }
            draft.trips.push((place, confidence));
            let key = container.to_string();
            draft.joins.push(Join { what: "trip".to_owned(), by: by.to_owned(), key, confidence });
        }
    }
    uses.into_iter().map(|count| count > 1).collect()
}

/// The surest trip; of two equally sure the one that starts later, then the one of the higher number.
fn best(
    draft: &Draft<'_>,
    candidates: &[usize],
    trips: &[Trip],
    settings: &RiskSettings,
) -> Option<(usize, &'static str, f64)> {
    candidates
        .iter()
        .filter_map(|place| {
            let trip = trips.get(*place)?;
            let (by, confidence) = confidence(draft, trip, settings)?;
            (confidence >= settings.joining.confidence_min).then_some((*place, trip, by, confidence))
        })
        .max_by(|a, b| {
            let key = |trip: &Trip| (trip.start, trip.end, trip.sequence);
            a.3.total_cmp(&b.3).then_with(|| key(a.1).cmp(&key(b.1)))
        })
        .map(|(place, _, by, confidence)| (place, by, confidence))
}

/// Whether a trip was over long before these goods arrive: the box's journey before theirs.
///
/// It ended if it was returned or left its last port of discharge by land, or was discharged where the goods are to be
/// unloaded. A vessel may be early, and a declaration may come after the fact: hence the allowances.
fn is_another_journey(draft: &Draft<'_>, trip: &Trip, declared: UtcTime, settings: &RiskSettings) -> bool {
    let there = |place: DeclaredPlace<'_>| trip.discharge().is_some_and(|call| call.area == place.area);
    let over =
        trip.status == TripStatus::Closed || trip.ended_at_discharge() || draft.unloading.is_some_and(there);
    let landed = trip.last_discharge_time().unwrap_or(trip.end);
    let earliest = match draft.expected_arrival {
        Some(arrival) => arrival.plus_days(-settings.joining.trip_days_early),
        None => declared.plus_days(-settings.joining.trip_days_early),
    };
    over && landed < earliest
}

/// How sure this trip of a declared container is the consignment's: `None` outside the window.
///
/// 0.5 for a trip within the window; up to 0.15 for the share of the time from declaration to arrival that it covers;
/// up to 0.1 for its discharge (or its end) lying near the expected arrival; 0.1 each for the declared places of
/// loading and unloading being its own. 0.98 when it names the transport document.
fn confidence(draft: &Draft<'_>, trip: &Trip, settings: &RiskSettings) -> Option<(&'static str, f64)> {
    let joining = &settings.joining;
    // An import declaration alone is made at the end of the journey, not before it.
    let alone = !draft.lodged;
    let declared =
        if alone { draft.declared.plus_days(-joining.journey_days_assumed) } else { draft.declared };
    let arrival = draft.arrival_or(joining.journey_days_assumed).max(declared);
    let from = declared.plus_days(-joining.trip_days_before_declared);
    let until = arrival.plus_days(joining.trip_days_after_arrival);
    if trip.end < from || trip.start > until {
        return None;
    }
    if !trip.laden || is_another_journey(draft, trip, declared, settings) {
        return None;
    }
    let names_document =
        |document: &str| trip.transport_documents.iter().any(|other| other.eq_ignore_ascii_case(document));
    if draft.transport_document.is_some_and(names_document) {
        return Some(("transport_document", 0.98));
    }
    let journey_hours = arrival.hours_since(declared).max(24.0);
    let covered_hours = trip.end.min(arrival).hours_since(trip.start.max(declared)).max(0.0);
    let covered = (covered_hours / journey_hours).min(1.0);
    let landed = trip.last_discharge_time().unwrap_or(trip.end);
    let near = (1.0 - landed.hours_since(arrival).abs() / (15.0 * 24.0)).max(0.0);
    let same = |declared: Option<&str>, trip: Option<&str>| {
        if declared.is_some() && declared == trip { 0.1 } else { 0.0 }
    };
    let loading = same(draft.loading.map(|place| place.area), trip.load().map(|call| call.area.as_str()));
    let unloading =
        same(draft.unloading.map(|place| place.area), trip.discharge().map(|call| call.area.as_str()));
    Some(("container_and_window", 0.5 + 0.15 * covered + 0.1 * near + loading + unloading))
}
