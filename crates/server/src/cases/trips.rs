//! A container's trips as the reader sees them.

use super::Reader;
use super::queue::place_name;
use crate::error::Result;
use crate::live::Live;
use crate::settings::Settings;
use crate::trips_show::Frame;
use crate::views::{Belief, StopRole, TripCall, TripEvent, TripView, UsualDwell};
use crate::words::printable;
use std::collections::{BTreeMap, BTreeSet};
use tidewaiter_model::event::Classifier;
use tidewaiter_model::provenance::MessageRef;
use tidewaiter_model::reason::Reason;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_trips::{BelievedEvent, CallRole, Distribution, DwellRole, NormalRoutes, Stay, Trip, stays};

/// Events shown of one trip; a box that is reported more often is shown its first ones.
const EVENTS_SHOWN_MAX: usize = 500;
/// Messages pointed to of one event.
const MESSAGES_SHOWN_MAX: usize = 20;
/// Nine of ten stays are shorter than what is shown as high.
const HIGH_SHARE: f64 = 0.9;
/// Stays in a port below which all ports are compared with.
pub(crate) const STAYS_MIN: u64 = 30;

/// Which reasons stand on which messages.
pub(crate) type ReasonsOf = BTreeMap<MessageRef, BTreeSet<&'static str>>;

/// Which reasons stand on which messages.
pub(crate) fn reasons_by_message(reasons: &[Reason]) -> ReasonsOf {
    let mut by_message = ReasonsOf::new();
    for reason in reasons {
        for piece in &reason.evidence {
            by_message.entry(piece.message).or_default().insert(reason.indicator.code());
        }
    }
    by_message
}

/// Every trip of a container. See [`super::trips_of`].
pub(super) async fn of_container(live: &Live, container: &str, reader: Reader<'_>) -> Result<Vec<TripView>> {
    let known = super::container::known(live, container).await?;
    let settings = live.settings();
    let (routes, as_of) = (&known.context.routes, known.as_of);
    let frame = Frame { routes, as_of, settings: &settings, words: reader.words };
    let trips = known.trips(container).into_iter();
    Ok(trips.map(|trip| trip_view(trip, &ReasonsOf::new(), &frame)).collect())
}

/// A trip with its calls, events and way by sea.
pub(crate) fn trip_view(trip: &Trip, reasons: &ReasonsOf, frame: &Frame<'_>) -> TripView {
    let Frame { routes, as_of, settings, .. } = *frame;
    let stays = stays(trip);
    let calls = trip.calls.iter().enumerate().map(|(at, call)| {
        let (name, country) = place_name(&call.area, settings);
        let position = settings.places().area_position(&call.area);
        let stay = stays.iter().find(|stay| stay.call == at);
        let until = |stay: &Stay| stay.to.unwrap_or(as_of).min(as_of);
        TripCall {
            area: printable(&call.area),
            name,
            country,
            lat: position.map(|(lat, _)| lat),
            lon: position.map(|(_, lon)| lon),
            role: match call.role {
                CallRole::Load => StopRole::Load,
                CallRole::Transhipment => StopRole::Transhipment,
                CallRole::Discharge => StopRole::Discharge,
            },
            arrived: call.arrived,
            departed: call.departed,
            discharged_from: call.discharged_from.as_deref().map(printable),
            loaded_on: call.loaded_on.as_deref().map(printable),
            inferred: call.inferred,
            dwell_hours: stay.map(|stay| until(stay).hours_since(stay.from).max(0.0)),
            usual_dwell: stay.and_then(|stay| usual(routes, stay.role, &call.area)),
        }
    });
    let events = trip.events.iter().take(EVENTS_SHOWN_MAX);
    TripView {
        container: printable(&trip.container),
        sequence: trip.sequence,
        status: trip.status,
        start: trip.start,
        end: trip.end,
        carrier: trip.carrier.as_deref().map(printable),
        confidence: trip.confidence,
        longest_silence_hours: trip.longest_silence_hours,
        calls: calls.collect(),
        events: events.map(|event| event_view(event, reasons, frame)).collect(),
        track: track(trip.calls.iter().map(|call| call.area.as_str()), settings),
        vessels: trip.vessels().into_iter().map(printable).collect(),
    }
}

fn usual(routes: &NormalRoutes, role: DwellRole, area: &str) -> Option<UsualDwell> {
    let there = routes.dwell(role, Some(area)).filter(|there| there.population() >= STAYS_MIN);
    usual_of(there.or_else(|| routes.dwell(role, None))?)
}

/// The middle and the high end of what is usual.
pub(crate) fn usual_of(distribution: &Distribution) -> Option<UsualDwell> {
    Some(UsualDwell {
        median_hours: distribution.quantile_hours(0.5)?,
        high_hours: distribution.quantile_hours(HIGH_SHARE)?,
        population: distribution.population(),
    })
}

fn event_view(event: &BelievedEvent, reasons: &ReasonsOf, frame: &Frame<'_>) -> TripEvent {
    let Frame { settings, words, .. } = *frame;
    let position = settings.places().area_position(&event.area);
    let codes: BTreeSet<&str> =
        event.messages.iter().filter_map(|message| reasons.get(message)).flatten().copied().collect();
    let doubt = match event.doubt.as_str() {
        "" => String::new(),
        doubt => words.label(&format!("doubt-{}", doubt.replace('_', "-"))),
    };
    let repair = match event.repair.as_str() {
        "" => String::new(),
        repair => words.label(&format!("repair-{}", repair.replace('_', "-"))),
    };
    TripEvent {
        event: event.event.as_str().to_owned(),
        event_text: words.label(&format!("event-{}", event.event.as_str().to_lowercase())),
        classifier: event.classifier,
        time: event.time,
        location: printable(&event.location),
        area: printable(&event.area),
        area_name: place_name(&event.area, settings).0,
        lat: position.map(|(lat, _)| lat),
        lon: position.map(|(_, lon)| lon),
        full_empty: event.full_empty,
        vessel_imo: event.vessel_imo.as_deref().map(printable),
        seal: event.seal.as_deref().map(printable),
        gross_mass_kg: event.gross_mass_kg,
        reports: event.reports,
        sources: event.sources.iter().map(|source| printable(source)).collect(),
        believed: event.believed,
        belief: match event.classifier {
            _ if event.believed => Belief::Believed,
            Classifier::Actual => Belief::Doubted,
            _ => Belief::Foreseen,
        },
        doubt,
        repair,
        messages: event.messages.iter().take(MESSAGES_SHOWN_MAX).map(|message| (*message).into()).collect(),
        reasons: codes.into_iter().map(str::to_owned).collect(),
    }
}

/// Longitude and latitude along the sea routes between port areas.
pub(crate) fn track<'a>(areas: impl Iterator<Item = &'a str>, settings: &Settings) -> Vec<[f64; 2]> {
    let sea = SeaNetwork::builtin();
    let positions: Vec<(f64, f64)> = areas.filter_map(|area| settings.places().area_position(area)).collect();
    let mut track: Vec<[f64; 2]> = Vec::new();
    for (from, to) in positions.iter().zip(positions.iter().skip(1)) {
        for (lat, lon) in sea.path(*from, *to) {
            if track.last() != Some(&[lon, lat]) {
                track.push([lon, lat]);
            }
        }
    }
    track
}
