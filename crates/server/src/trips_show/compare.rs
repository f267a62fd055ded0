//! What a trip's reasons, stays and route are compared with, and which part of a trip a reason is about.

use super::Frame;
use crate::cases::{place_name, stop_view, track};
use crate::settings::Settings;
use crate::views::{
    Bin, Distribution, RoutesCompared, Scale, Stop, StopRole, TripPart, UsualRoute, ValueUnit,
};
use std::collections::BTreeSet;
use tidewaiter_model::reason::{Param, Reason};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{DwellRole, Trip};

/// Usual routes shown.
const ROUTES_SHOWN_MAX: usize = 8;

/// A reason's parameter as a plain number.
pub(crate) fn number(reason: &Reason, name: &str) -> Option<f64> {
    match reason.params.get(name)? {
        Param::Number(number)
        | Param::Share(number)
        | Param::Hours(number)
        | Param::MassKg(number)
        | Param::AmountPerKg(number) => Some(*number),
        Param::Count(count) => Some(*count as f64),
        _ => None,
    }
}

/// A reason's parameter as a text.
pub(crate) fn text<'r>(reason: &'r Reason, name: &str) -> Option<&'r str> {
    match reason.params.get(name)? {
        Param::Text(text) | Param::Place(text) | Param::Country(text) | Param::HsCode(text) => Some(text),
        _ => None,
    }
}

/// A reason's parameter as places in order.
pub(crate) fn places<'r>(reason: &'r Reason, name: &str) -> Option<&'r [String]> {
    match reason.params.get(name)? {
        Param::Places(places) => Some(places),
        _ => None,
    }
}

fn time(reason: &Reason, names: &[&str]) -> Option<UtcTime> {
    names.iter().find_map(|name| match reason.params.get(*name) {
        Some(Param::Time(time)) => Some(*time),
        _ => None,
    })
}

/// The role of a stay that a TM-DWELL reason is about.
pub(crate) fn dwell_role(reason: &Reason) -> Option<DwellRole> {
    let variant = &reason.variant;
    let word = variant.strip_suffix("_ongoing").or_else(|| variant.strip_suffix("_reckoned"));
    let word = word.unwrap_or(variant);
    DwellRole::ALL.into_iter().find(|role| role.as_str() == word)
}

/// The stays that a TM-DWELL reason compared its own with.
pub(crate) fn reason_stays(reason: &Reason, frame: &Frame<'_>) -> Option<Distribution> {
    let role = dwell_role(reason)?;
    let area = text(reason, "area")?;
    let alone = text(reason, "compared_with") == Some("area");
    let mut shown = stays(frame, role, alone.then_some(area), number(reason, "value")?)?;
    shown.threshold = number(reason, "threshold");
    shown.median = number(reason, "median");
    Some(shown)
}

/// A stay among those of an area in one role, or of all areas. `None` where there are none.
pub(crate) fn stays(
    frame: &Frame<'_>,
    role: DwellRole,
    area: Option<&str>,
    value_hours: f64,
) -> Option<Distribution> {
    let distribution = frame.routes.dwell(role, area)?;
    let what = match area {
        Some(area) => {
            let name = place_name(area, frame.settings).0;
            frame.words.say("compare-dwell-area", &[("area", name.into())])
        }
        None => frame.words.label("compare-dwell-all"),
    };
    Some(Distribution {
        what,
        unit: ValueUnit::Hours,
        currency: None,
        value: value_hours,
        threshold: None,
        median: distribution.quantile_hours(0.5),
        population: distribution.population(),
        scale: Scale::Log,
        bins: distribution.bins().into_iter().map(|(from, to, count)| Bin { from, to, count }).collect(),
    })
}

/// A route beside the usual ones of its first and last area.
pub(crate) fn routes(this: &[String], frame: &Frame<'_>) -> Option<RoutesCompared> {
    let settings = frame.settings;
    let (from, to) = (this.first()?, this.last()?);
    let population = frame.routes.pair_trips(from, to);
    let share = |count: u64| if population == 0 { 0.0 } else { count as f64 / population as f64 };
    let all = frame.routes.itineraries(from, to);
    // This one is shown even when it is not among the most frequent.
    let shown =
        all.iter().enumerate().filter(|(place, (areas, _))| *place < ROUTES_SHOWN_MAX || *areas == *this);
    let usual = shown
        .map(|(_, (areas, count))| UsualRoute {
            stops: stops(areas, settings),
            count: *count,
            share: share(*count),
            same: *areas == *this,
            track: track(areas.iter().map(String::as_str), settings),
        })
        .collect();
    let name = |area: &str| place_name(area, settings).0;
    let arguments = [("from", name(from).into()), ("to", name(to).into())];
    let what = frame.words.say("compare-routes", &arguments);
    Some(RoutesCompared { what, population, this: stops(this, settings), usual })
}

fn stops(areas: &[String], settings: &Settings) -> Vec<Stop> {
    let last = areas.len().saturating_sub(1);
    let role = |place: usize| match place {
        0 => StopRole::Load,
        place if place == last => StopRole::Discharge,
        _ => StopRole::Transhipment,
    };
    let stops = areas.iter().enumerate();
    stops.map(|(place, area)| stop_view(area, role(place), settings)).collect()
}

/// The part of one of the trips that a reason is about: its container, its areas, and the time between them.
pub(crate) fn part(reason: &Reason, trips: &[&Trip], settings: &Settings) -> Option<TripPart> {
    let mut areas: Vec<&str> = Vec::new();
    for param in reason.params.values() {
        if let Param::Place(place) = param {
            areas.push(settings.places().area_of(place));
        }
    }
    if areas.is_empty() {
        areas.extend(places(reason, "itinerary").into_iter().flatten().map(String::as_str));
    }
    let calls_at = |trip: &&&Trip| trip.calls.iter().any(|call| areas.contains(&call.area.as_str()));
    let trip = match text(reason, "container") {
        Some(container) => trips.iter().find(|trip| trip.container == container),
        None => trips.iter().find(calls_at),
    }?;
    areas.retain(|area| trip.events.iter().any(|event| event.area == *area));
    let call = trip.calls.iter().find(|call| areas.contains(&call.area.as_str()));
    let areas: BTreeSet<&str> = areas.into_iter().collect();
    let from = time(reason, &["since", "earlier", "loaded"]).or(call.and_then(|call| call.arrived));
    let to = time(reason, &["later", "emptied", "time"]).or(call.and_then(|call| call.departed));
    Some(TripPart {
        container: trip.container.clone(),
        from,
        to: to.filter(|to| from.is_none_or(|from| *to >= from)),
        areas: areas.into_iter().map(str::to_owned).collect(),
    })
}
