//! ST-LOC: the goods were put into the box where the shipper is not, or before the empty box was fetched.

use super::overland::reached_overland;
use super::{Case, Findings};
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_trips::{BelievedEvent, Trip};

const INDICATOR: Indicator = Indicator::StuffingPlace;
/// Clocks and days reported late make no stuffing early until it is this far before the pick-up, hours.
const EARLY_HOURS: f64 = 36.0;
/// Messages shown per event.
const SHOWN_MAX: usize = 3;

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    if case.assembled.trips.is_empty() {
        return findings.lack(INDICATOR, "no_trip");
    }
    let shipper = case.assembled.consignor().and_then(|(party, _)| party.country.as_deref());
    let shipper = shipper.map(str::trim).filter(|country| !country.is_empty());
    let mut stuffed_anywhere = false;
    for (trip, sure) in case.trips() {
        let Some(stuffed) = believed(trip, EventCode::Stuffed) else { continue };
        stuffed_anywhere = true;
        early(trip, stuffed, sure, findings);
        if let (Some(country), Some(shipper)) = (case.places.country_of(&stuffed.location), shipper)
            && !reached_overland(shipper, country)
        {
            // A trader may have his goods stuffed at the maker's: common, and why the strength is low.
            let reason = Reason::new(INDICATOR, "elsewhere", 0.4 * sure)
                .with("value", Param::Place(stuffed.location.clone()))
                .with("declared", Param::Country(shipper.to_owned()))
                .with("container", Param::Text(trip.container.clone()));
            findings.fire(shown(reason, "stuffed_event", stuffed));
        }
    }
    if !stuffed_anywhere {
        findings.lack(INDICATOR, "no_stuffing");
    } else if shipper.is_none() {
        findings.lack(INDICATOR, "no_shipper");
    }
}

fn early(trip: &Trip, stuffed: &BelievedEvent, sure: f64, findings: &mut Findings) {
    let Some(fetched) = believed(trip, EventCode::PickedUp) else { return };
    let hours = fetched.time.hours_since(stuffed.time);
    if hours < EARLY_HOURS || stuffed.reports.min(fetched.reports) < 2 {
        return;
    }
    let reason = Reason::new(INDICATOR, "before_pick_up", 0.5 * sure)
        .with("value", Param::Hours(hours))
        .with("threshold", Param::Hours(EARLY_HOURS))
        .with("area", Param::Place(stuffed.area.clone()))
        .with("container", Param::Text(trip.container.clone()));
    findings.fire(shown(shown(reason, "stuffed_event", stuffed), "picked_up_event", fetched));
}

fn believed(trip: &Trip, code: EventCode) -> Option<&BelievedEvent> {
    trip.believed().find(|event| event.event == code)
}

fn shown(mut reason: Reason, role: &str, event: &BelievedEvent) -> Reason {
    for message in event.messages.iter().take(SHOWN_MAX) {
        reason = reason.shown_by(role, *message);
    }
    reason
}
