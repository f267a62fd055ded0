//! TX-DIV: goods declared for transit that stay.

use super::overland::in_european_union;
use super::{Case, Findings};
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::provenance::MessageRef;
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_trips::{BelievedEvent, Trip};

const INDICATOR: Indicator = Indicator::TransitDiversion;

/// The territory a country belongs to: the Union is one.
fn territory(country: &str) -> &str {
    if in_european_union(country) { "EU" } else { country }
}

/// Where the goods are declared to go, if that is outside the territory of the office of first entry: the country of
/// a subsequent office, else of the consignee.
fn destination<'c>(case: &Case<'c, '_>) -> Result<(&'c str, &'c str, MessageRef), &'static str> {
    let kept = case.assembled.entry_summary().ok_or("no_entry_summary")?;
    let entry = case.assembled.consignment.office.get(..2).ok_or("no_office")?;
    let offices = kept.entry_summary.offices_of_subsequent_entry.iter().filter_map(|office| office.get(..2));
    let consignee = case.assembled.consignee().and_then(|(party, _)| party.country.as_deref());
    let beyond = |country: &&str| !country.is_empty() && territory(country) != territory(entry);
    let abroad = offices.chain(consignee).find(beyond).ok_or("no_transit_declared")?;
    Ok((entry, abroad, kept.provenance.message))
}

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    let (entry, abroad, message) = match destination(case) {
        Ok(found) => found,
        Err(missing) => return findings.lack(INDICATOR, missing),
    };
    if !case.assembled.declarations.is_empty() {
        // Cleared here after all, with duty and tax.
        return findings.lack(INDICATOR, "import_declared");
    }
    if case.assembled.trips.is_empty() {
        return findings.lack(INDICATOR, "no_trip");
    }
    let mut judged = false;
    for (trip, sure) in case.trips().filter(|(trip, _)| trip.discharge().is_some()) {
        judged = true;
        let Some((variant, event)) = emptied(case, trip, entry) else { continue };
        let mut reason = Reason::new(INDICATOR, variant, sure)
            .with("value", Param::Place(event.location.clone()))
            .with("declared", Param::Country(abroad.to_owned()))
            .with("emptied", Param::Time(event.time))
            .with("container", Param::Text(trip.container.clone()))
            .shown_by("transit_declared", message);
        for message in event.messages.iter().take(3) {
            reason = reason.shown_by("emptied_event", *message);
        }
        findings.fire(reason);
    }
    if !judged {
        findings.lack(INDICATOR, "no_discharge");
    }
}

/// The event that emptied the box inside the territory, unless it was seen outside before.
fn emptied<'t>(
    case: &Case<'_, '_>,
    trip: &'t Trip,
    entry: &str,
) -> Option<(&'static str, &'t BelievedEvent)> {
    let discharged = trip.last_discharge_time()?;
    let inside = |event: &BelievedEvent| {
        case.places.country_of(&event.location).is_none_or(|country| territory(country) == territory(entry))
    };
    for event in trip.events.iter().filter(|event| event.believed && event.time >= discharged) {
        if !inside(event) {
            return None;
        }
        let empty = event.full_empty == Some(FullEmpty::Empty);
        match event.event {
            EventCode::Stripped => return Some(("stripped", event)),
            EventCode::Returned => return Some(("returned_empty", event)),
            EventCode::GateIn | EventCode::GateOut if empty => return Some(("returned_empty", event)),
            _ => {}
        }
    }
    None
}
