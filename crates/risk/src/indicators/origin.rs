//! OR-ORIG: the declared origin against where the goods were loaded, stuffed or stopped before.

use super::overland::reached_overland;
use super::{Case, Findings, shown_by_call};
use std::collections::BTreeSet;
use tidewaiter_model::assessment::KeptDeclaration;
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_model::reference::country;
use tidewaiter_trips::{Call, CallRole, Trip};

const INDICATOR: Indicator = Indicator::OriginNotOnRoute;

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    if case.assembled.declarations.is_empty() {
        return findings.lack(INDICATOR, "no_declaration");
    }
    if case.assembled.trips.is_empty() {
        return findings.lack(INDICATOR, "no_trip");
    }
    let boxes: Vec<Laden<'_>> = case.trips().filter_map(|(trip, sure)| Laden::of(case, trip, sure)).collect();
    if boxes.is_empty() {
        return findings.lack(INDICATOR, "no_load");
    }
    let mut judged = false;
    for kept in &case.assembled.declarations {
        let Some(origin) = kept.declaration.country_origin.as_deref().map(|code| code.trim().to_uppercase())
        else {
            continue;
        };
        if country(&origin).is_none() && origin != "EU" {
            continue;
        }
        judged = true;
        // Goods of several boxes: only an origin that none of them explains is strange.
        let faults: Vec<_> =
            boxes.iter().filter_map(|laden| Some((laden, laden.fault(case, kept, &origin)?))).collect();
        if faults.len() < boxes.len() {
            continue;
        }
        for (laden, variant) in faults {
            findings.fire(laden.reason(kept, &origin, variant));
        }
    }
    if !judged {
        findings.lack(INDICATOR, "no_origin_declared");
    }
}

/// What is known of where a box was laden.
struct Laden<'t> {
    trip: &'t Trip,
    load: &'t Call,
    sure: f64,
    /// Countries of loading, stuffing and every laden event before the first load.
    countries: BTreeSet<&'t str>,
    /// Whether the box was seen picked up or stuffed in the country of loading: its goods did not come by sea.
    filled_there: bool,
}

impl<'t> Laden<'t> {
    fn of<'p: 't>(case: &Case<'p, '_>, trip: &'t Trip, sure: f64) -> Option<Laden<'t>> {
        let load = trip.load().filter(|load| !load.country.is_empty() && case.began_seen(trip))?;
        let loaded = trip.first_load_time();
        let mut countries = BTreeSet::from([load.country.as_str()]);
        let mut filled_there = false;
        for event in trip.events.iter().filter(|event| event.believed) {
            if loaded.is_some_and(|loaded| event.time > loaded) {
                continue;
            }
            let Some(country) = case.places.country_of(&event.location) else { continue };
            let filling = matches!(event.event, EventCode::PickedUp | EventCode::Stuffed);
            filled_there |= filling && country == load.country;
            if event.event != EventCode::PickedUp && event.full_empty != Some(FullEmpty::Empty) {
                countries.insert(country);
            }
        }
        Some(Laden { trip, load, sure, countries, filled_there })
    }

    /// How the origin fails to fit, as a variant; `None` when it fits or is allowed for.
    fn fault(&self, case: &Case<'_, '_>, kept: &KeptDeclaration, origin: &str) -> Option<&'static str> {
        if self.countries.iter().any(|country| reached_overland(origin, country)) {
            return None;
        }
        // Goods of anywhere come to a hub by sea and are put into another box; a box filled there is not such a one.
        if case.places.is_hub(&self.load.area) && !self.filled_there {
            return None;
        }
        let thresholds = &case.settings.places;
        let (all, from_here) = case.history.dispatched(origin, &self.load.country);
        let usual = from_here >= thresholds.origin_dispatch_count_min
            && f64::from(from_here) >= thresholds.origin_dispatch_share_min * f64::from(all);
        if usual {
            return None;
        }
        let transhipped = self
            .trip
            .calls
            .iter()
            .any(|call| call.role == CallRole::Transhipment && reached_overland(origin, &call.country));
        let dispatched = kept.declaration.country_departure.as_deref().map(str::trim);
        Some(if transhipped {
            "transhipment_only"
        } else if dispatched.is_some_and(|country| country.eq_ignore_ascii_case(&self.load.country)) {
            "dispatch_declared"
        } else {
            "elsewhere"
        })
    }

    fn reason(&self, kept: &KeptDeclaration, origin: &str, variant: &str) -> Reason {
        let countries = self.countries.iter().map(|country| (*country).to_owned()).collect();
        let reason = Reason::new(INDICATOR, variant, self.sure)
            .with("value", Param::Country(origin.to_owned()))
            .with("loaded_at", Param::Place(self.load.area.clone()))
            .with("laden_in", Param::Countries(countries))
            .with("container", Param::Text(self.trip.container.clone()))
            .shown_by("declared_origin", kept.provenance.message);
        shown_by_call(reason, &self.load.evidence)
    }
}
