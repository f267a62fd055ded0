//! OR-ROUTE: declared countries of routing against the countries the box called at.

use super::overland::reached_overland;
use super::{Case, Findings, shown_by_call};
use std::collections::BTreeSet;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_model::reference::country;
use tidewaiter_trips::{CallRole, Trip};

const INDICATOR: Indicator = Indicator::CountriesOfRouting;
/// A transhipment left out is less telling in a hub, through which everything goes.
const AT_HUB: f64 = 0.5;

/// The declared countries that exist, in order of declaration, and where they stand.
struct Declared {
    countries: Vec<String>,
    message: MessageRef,
    span: Option<ByteSpan>,
}

fn declared(case: &Case<'_, '_>) -> Result<Declared, &'static str> {
    let kept = case.assembled.entry_summary().ok_or("no_entry_summary")?;
    let itinerary = &kept.entry_summary.itinerary;
    let (first, last) = itinerary.first().zip(itinerary.last()).ok_or("no_countries_declared")?;
    let mut countries: Vec<String> = Vec::new();
    for located in itinerary {
        let code = located.value.trim().to_uppercase();
        if country(&code).is_some() && !countries.contains(&code) {
            countries.push(code);
        }
    }
    if countries.is_empty() {
        return Err("countries_unknown");
    }
    let len = last.span.end().saturating_sub(first.span.start);
    let span = (len > 0).then(|| ByteSpan::new(first.span.start, len));
    Ok(Declared { countries, message: kept.provenance.message, span })
}

/// Countries at both ends of the journey: declaring them or leaving them out says nothing.
fn ends(case: &Case<'_, '_>, trip: &Trip) -> BTreeSet<String> {
    let assembled = case.assembled;
    let mut ends: BTreeSet<&str> = BTreeSet::new();
    ends.extend(trip.load().map(|call| call.country.as_str()));
    ends.extend(trip.discharge().map(|call| call.country.as_str()));
    ends.extend(assembled.loading.map(|place| place.country));
    ends.extend(assembled.unloading.map(|place| place.country));
    ends.extend(assembled.consignment.office.get(..2));
    let parties = [&assembled.consignment.consignor, &assembled.consignment.consignee];
    ends.extend(parties.into_iter().flatten().filter_map(|party| party.country.as_deref()));
    for kept in &assembled.declarations {
        ends.extend(kept.declaration.country_origin.as_deref());
        ends.extend(kept.declaration.country_departure.as_deref());
    }
    let before_loading = trip.first_load_time();
    let inland = trip
        .events
        .iter()
        .filter(|event| event.believed && before_loading.is_none_or(|load| event.time <= load));
    ends.extend(inland.filter_map(|event| case.places.country_of(&event.location)));
    ends.into_iter().map(|code| code.trim().to_uppercase()).collect()
}

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    let declared = match declared(case) {
        Ok(declared) => declared,
        Err(missing) => return findings.lack(INDICATOR, missing),
    };
    if case.assembled.trips.is_empty() {
        return findings.lack(INDICATOR, "no_trip");
    }
    let mut judged = false;
    for (trip, sure) in case.trips().filter(|(trip, _)| trip.load().is_some()) {
        judged = true;
        let ends = ends(case, trip);
        // Of a round trip, the way out was not theirs.
        if case.began_seen(trip) || !trip.begun_at_load(case.places) {
            left_out(case, trip, sure, &declared, &ends, findings);
        }
        // Until it is discharged the box may still call there.
        if trip.ended_at_discharge() && case.began_seen(trip) {
            added(trip, sure, &declared, &ends, findings);
        }
    }
    if !judged {
        findings.lack(INDICATOR, "no_load");
    }
}

fn reason(variant: &str, strength: f64, trip: &Trip, declared: &Declared) -> Reason {
    let mut travelled: Vec<String> = trip.calls.iter().map(|call| call.country.clone()).collect();
    travelled.dedup();
    Reason::new(INDICATOR, variant, strength)
        .with("declared", Param::Countries(declared.countries.clone()))
        .with("travelled", Param::Countries(travelled))
        .with("container", Param::Text(trip.container.clone()))
        .shown_at("countries_of_routing", declared.message, declared.span)
}

/// Countries where the box was transhipped and that the declaration leaves out.
fn left_out(
    case: &Case<'_, '_>,
    trip: &Trip,
    sure: f64,
    declared: &Declared,
    ends: &BTreeSet<String>,
    findings: &mut Findings,
) {
    let silent = |country: &String| {
        !country.is_empty() && !declared.countries.contains(country) && !ends.contains(country)
    };
    let calls: Vec<_> = trip
        .calls
        .iter()
        .filter(|call| call.role == CallRole::Transhipment && silent(&call.country))
        .collect();
    let Some(telling) = calls.iter().find(|call| !case.places.is_hub(&call.area)).or(calls.first()) else {
        return;
    };
    let hub = if case.places.is_hub(&telling.area) { AT_HUB } else { 1.0 };
    let mut countries: Vec<String> = calls.iter().map(|call| call.country.clone()).collect();
    countries.dedup();
    let reason = reason("missing", hub * sure, trip, declared).with("value", Param::Countries(countries));
    findings.fire(shown_by_call(reason, &telling.evidence));
}

/// Declared countries that the box never touched and that lie at neither end nor on the way overland from one.
fn added(trip: &Trip, sure: f64, declared: &Declared, ends: &BTreeSet<String>, findings: &mut Findings) {
    let touched = |country: &String| {
        trip.calls.iter().any(|call| call.country == *country)
            || ends.contains(country)
            || ends.iter().any(|end| reached_overland(end, country))
    };
    let countries: Vec<String> =
        declared.countries.iter().filter(|country| !touched(country)).cloned().collect();
    if countries.is_empty() {
        return;
    }
    let share = countries.len() as f64 / declared.countries.len() as f64;
    findings
        .fire(reason("additional", share * sure, trip, declared).with("value", Param::Countries(countries)));
}
