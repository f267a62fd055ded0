//! OR-POL and OR-POD: declared places of loading and unloading against where the box was loaded and discharged.

use super::{Case, Findings, shown_by_call};
use crate::assemble::DeclaredPlace;
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_trips::{Call, CallRole, Trip};

/// Strength of a place in another country, of another place in the same country, of a place where the box was only
/// transhipped.
const OTHER_COUNTRY: f64 = 1.0;
const SAME_COUNTRY: f64 = 0.6;
const TRANSHIPMENT_PORT: f64 = 0.6;

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    let consignment = &case.assembled.consignment;
    one(
        case,
        findings,
        Indicator::PlaceOfLoading,
        case.assembled.loading.as_ref(),
        consignment.place_of_loading.is_some(),
        ("place_of_loading", "no_load"),
        |trip| Ok(trip.load()),
    );
    one(
        case,
        findings,
        Indicator::PlaceOfDischarge,
        case.assembled.unloading.as_ref(),
        consignment.place_of_unloading.is_some(),
        ("place_of_unloading", "no_discharge"),
        |trip| if case.is_under_way(trip) { Err("journey_not_over") } else { Ok(trip.discharge()) },
    );
}

fn one(
    case: &Case<'_, '_>,
    findings: &mut Findings,
    indicator: Indicator,
    declared: Option<&DeclaredPlace<'_>>,
    said: bool,
    (role, no_call): (&str, &str),
    call_of: impl Fn(&Trip) -> Result<Option<&Call>, &'static str>,
) {
    let Some(declared) = declared else {
        findings.lack(indicator, if said { "place_unknown" } else { "no_place_declared" });
        return;
    };
    if case.assembled.trips.is_empty() {
        findings.lack(indicator, "no_trip");
        return;
    }
    let mut judged = false;
    let mut lacking = no_call;
    for (trip, sure) in case.trips() {
        let call = match call_of(trip) {
            Ok(Some(call)) => call,
            Ok(None) => continue,
            Err(missing) => {
                lacking = missing;
                continue;
            }
        };
        if call.area != declared.area && case.places.get(&call.area).is_none() {
            lacking = "area_unknown";
            continue;
        }
        // A load or discharge that differs may only be the first or last one that anybody reported.
        let end_seen = match indicator {
            Indicator::PlaceOfLoading => case.began_seen(trip),
            _ => trip.ended_at_discharge(),
        };
        if call.area != declared.area && !end_seen {
            continue;
        }
        judged = true;
        if call.area == declared.area {
            continue;
        }
        let transhipped = |call: &&Call| call.role == CallRole::Transhipment && call.area == declared.area;
        let (variant, strength) = if trip.calls.iter().find(transhipped).is_some() {
            ("transhipment_port", TRANSHIPMENT_PORT)
        } else if call.country == declared.country {
            ("same_country", SAME_COUNTRY)
        } else {
            ("other_country", OTHER_COUNTRY)
        };
        let reason = Reason::new(indicator, variant, strength * sure)
            .with("value", Param::Place(call.area.clone()))
            .with("declared", Param::Place(declared.area.to_owned()))
            .with("declared_text", Param::Text(declared.text.to_owned()))
            .with("container", Param::Text(trip.container.clone()))
            .shown_at(role, declared.message, Some(declared.span));
        findings.fire(shown_by_call(reason, &call.evidence));
    }
    if !judged {
        findings.lack(indicator, lacking);
    }
}
