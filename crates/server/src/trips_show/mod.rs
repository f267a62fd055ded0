//! The trips of one container, each judged and set beside what is usual: what the console's trip page, the API and
//! `tidewaiter trips show` show.

pub(crate) mod compare;
mod route;

use crate::assess::rebuild_all;
use crate::cases::{self, Excerpts, STAYS_MIN, place_name, reasons_by_message, trip_view, usual_of};
use crate::error::{Error, Result};
use crate::near::Pattern;
use crate::settings::Settings;
use crate::views::{
    Comparison, ContainerTrips, Distribution, JudgedTrip, NotEvaluated, TripCase, TripLeg, TripSource,
    TripStay,
};
use crate::words::{Words, printable};
use std::collections::BTreeMap;
use tidewaiter_model::assessment::{Assessment, Consignment, Lane, TripSummary};
use tidewaiter_model::event::Classifier;
use tidewaiter_model::identifier::{ContainerFault, container_fault, normal_container};
use tidewaiter_model::reason::{Indicator, Reason};
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::fuse;
use tidewaiter_store::Store;
use tidewaiter_trips::{Bound, NormalRoutes, Trip, judge_bound, stays, trip_score};

/// Trips shown of one container, the latest.
pub const TRIPS_SHOWN_MAX: usize = 50;
/// Sources listed of one trip.
pub const SOURCES_SHOWN_MAX: usize = 64;
/// Times that a leg was sailed below which nothing is said about how long it usually takes.
const LEGS_MIN: u64 = 10;
/// Nearest numbers shown.
const NEAREST_SHOWN_MAX: usize = 5;
/// Errors in a number that may still be the one that was meant.
const NEAREST_ERRORS_MAX: u32 = 2;

/// With what trips are shown: what is usual, as of when, in whose words.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) routes: &'a NormalRoutes,
    pub(crate) as_of: UtcTime,
    pub(crate) settings: &'a Settings,
    pub(crate) words: &'a Words,
}

/// A case in whose papers the container stands.
pub(crate) struct Carried {
    case: TripCase,
    trips: Vec<TripSummary>,
    unloading: Option<String>,
    arrival: Option<UtcTime>,
}

impl Carried {
    /// A case with its consignment as it was assessed.
    pub(crate) fn new(assessment: &Assessment, lane: Option<Lane>) -> Carried {
        let Assessment { consignment, score, .. } = assessment;
        let Consignment { id, trips, place_of_unloading, expected_arrival, .. } = consignment;
        let goods = printable(&crate::queue::goods(consignment));
        Carried {
            case: TripCase { id: id.clone(), score: *score, lane, goods },
            trips: trips.clone(),
            unloading: place_of_unloading.as_deref().map(|place| place.trim().to_owned()),
            arrival: *expected_arrival,
        }
    }

    /// Whether it was this very trip that was joined to the case.
    fn has(&self, trip: &Trip) -> bool {
        let container = normal_container(&trip.container);
        self.trips.iter().any(|summary| {
            normal_container(&summary.container) == container
                && trip.first_load_time() == summary.loaded
                && trip.last_discharge_time() == summary.discharged
                && trip.itinerary() == summary.itinerary
        })
    }

    fn bound<'s>(&self, settings: &'s Settings) -> Option<Bound<'s>> {
        let place = settings.places().get(self.unloading.as_deref()?)?;
        let area = settings.places().area_of(&place.code);
        Some(Bound { area, country: &place.country, arrival: self.arrival })
    }
}

/// Reads the trips of a container from the store: as of a time, else of the last assessment, else of the last message.
///
/// # Errors
/// [`Error::NoSuchContainer`], [`Error::NothingAssessed`] of an empty store, or what the store said.
pub async fn show(
    store: &Store,
    asked: &str,
    as_of: Option<UtcTime>,
    settings: &Settings,
    words: &Words,
) -> Result<ContainerTrips> {
    let run = store.latest_run().await?;
    let as_of = match (as_of, &run) {
        (Some(as_of), _) => as_of,
        (None, Some(run)) => run.as_of,
        (None, None) => store.latest_received().await?.ok_or(Error::NothingAssessed)?,
    };
    let mut batch = store.status_events(as_of).await?;
    let all = rebuild_all(&mut batch, settings.places(), settings);
    let routes = NormalRoutes::learn(all.iter(), as_of, &settings.risk.trips);
    let container = normal_container(asked);
    let trips: Vec<&Trip> =
        all.iter().filter(|trip| normal_container(&trip.container) == container).collect();
    if trips.is_empty() {
        let nearest = nearest(&container, all.iter().map(|trip| trip.container.as_str()));
        return Err(Error::NoSuchContainer { asked: printable(asked), nearest });
    }
    let assessments = match run.filter(|run| run.as_of <= as_of) {
        Some(run) => store.assessments(run.run).await?,
        None => Vec::new(),
    };
    let of_container = |assessment: &&Assessment| {
        assessment.consignment.containers.iter().any(|text| normal_container(text) == container)
    };
    let carried: Vec<Carried> =
        assessments.iter().filter(of_container).map(|assessment| Carried::new(assessment, None)).collect();
    let frame = Frame { routes: &routes, as_of, settings, words };
    of_trips(store, &container, &trips, &carried, &frame).await
}

/// The known numbers nearest to one that is not known.
pub(crate) fn nearest<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let Some(pattern) = Pattern::new(wanted) else { return Vec::new() };
    let mut near: Vec<(u32, &str)> =
        known.filter_map(|number| Some((pattern.within(number, NEAREST_ERRORS_MAX)?, number))).collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(NEAREST_SHOWN_MAX).map(|(_, number)| printable(number)).collect()
}

/// The document of a container's trips.
pub(crate) async fn of_trips(
    store: &Store,
    container: &str,
    trips: &[&Trip],
    carried: &[Carried],
    frame: &Frame<'_>,
) -> Result<ContainerTrips> {
    let mut shown = Vec::new();
    for trip in trips.iter().skip(trips.len().saturating_sub(TRIPS_SHOWN_MAX)) {
        shown.push(judged(store, trip, carried, frame).await?);
    }
    Ok(ContainerTrips {
        container: printable(container),
        fault: container_fault(container).map(|fault| fault_text(fault, frame.words)),
        as_of: frame.as_of,
        total: trips.len() as u64,
        trips: shown,
    })
}

fn fault_text(fault: ContainerFault, words: &Words) -> String {
    match fault {
        ContainerFault::Shape => words.label("check-container-shape"),
        ContainerFault::Category => words.label("check-container-category"),
        ContainerFault::CheckDigit(expected) => {
            words.say("check-digit-should-be", &[("expected", expected.to_string().into())])
        }
    }
}

async fn judged(store: &Store, trip: &Trip, carried: &[Carried], frame: &Frame<'_>) -> Result<JudgedTrip> {
    let Frame { routes, as_of, settings, words } = *frame;
    let carried: Vec<&Carried> = carried.iter().filter(|case| case.has(trip)).collect();
    let bound = carried.iter().find_map(|case| case.bound(settings));
    let sea = SeaNetwork::builtin();
    let (mut reasons, lacks) =
        judge_bound(trip, bound, routes, settings.places(), sea, as_of, &settings.risk.trips);
    let weight = |reason: &Reason| fuse(std::slice::from_ref(reason), &settings.risk);
    reasons.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then_with(|| a.indicator.cmp(&b.indicator)));
    let mut excerpts = Excerpts::default();
    excerpts.read(store, &reasons).await?;
    let ahead = bound.filter(|bound| trip.is_under_way(*bound, as_of));
    let shown = reasons.iter().map(|reason| {
        let part = compare::part(reason, &[trip], settings);
        excerpts.reason(reason, comparison(reason, trip, ahead, frame), part, settings, words)
    });
    let mut cases: Vec<TripCase> = carried.iter().map(|carried| carried.case.clone()).collect();
    cases.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    Ok(JudgedTrip {
        trip: trip_view(trip, &reasons_by_message(&reasons), frame),
        physical_box: trip.physical_box,
        laden: trip.laden,
        reports: trip.reports,
        score: trip_score(&reasons),
        not_evaluated: lacks
            .iter()
            .map(|lack| NotEvaluated {
                code: lack.indicator.code().to_owned(),
                title: cases::indicator_title(lack.indicator.code(), words),
                text: words.not_evaluated(lack),
            })
            .collect(),
        reasons: shown.collect(),
        legs: legs(trip, frame),
        stays: shown_stays(trip, &reasons, frame),
        route: route::support(&route::areas(trip, ahead), trip.carrier.as_deref(), frame),
        sources: sources(trip),
        cases,
    })
}

fn comparison(
    reason: &Reason,
    trip: &Trip,
    ahead: Option<Bound<'_>>,
    frame: &Frame<'_>,
) -> Option<Comparison> {
    match reason.indicator {
        Indicator::LongDwell => compare::reason_stays(reason, frame).map(Comparison::Distribution),
        Indicator::NeedlessTransshipment | Indicator::RareRoute => {
            compare::routes(&route::areas(trip, ahead), frame).map(Comparison::Routes)
        }
        _ => None,
    }
}

fn legs(trip: &Trip, frame: &Frame<'_>) -> Vec<TripLeg> {
    let leg = |(from, to): (&tidewaiter_trips::Call, &tidewaiter_trips::Call)| {
        let (departed, arrived) = (from.departed, to.arrived);
        let hours = departed.zip(arrived).map(|(departed, arrived)| arrived.hours_since(departed));
        let usual = frame.routes.leg(&from.area, &to.area).filter(|leg| leg.population() >= LEGS_MIN);
        TripLeg {
            from: printable(&from.area),
            to: printable(&to.area),
            departed,
            arrived,
            vessel_imo: from.loaded_on.as_deref().or(to.discharged_from.as_deref()).map(printable),
            hours: hours.filter(|hours| *hours >= 0.0),
            usual: usual.and_then(usual_of),
        }
    };
    trip.calls.iter().zip(trip.calls.iter().skip(1)).map(leg).collect()
}

/// Every stay among those of its place and role; among those of its role where its place has few.
fn shown_stays(trip: &Trip, reasons: &[Reason], frame: &Frame<'_>) -> Vec<TripStay> {
    let shown = stays(trip).into_iter().filter_map(|stay| {
        let call = trip.calls.get(stay.call)?;
        let until = stay.to.unwrap_or(frame.as_of).min(frame.as_of);
        let hours = until.hours_since(stay.from).max(0.0);
        let there = frame.routes.dwell(stay.role, Some(&call.area));
        let alone = there.is_some_and(|there| there.population() >= STAYS_MIN);
        let area = alone.then_some(call.area.as_str());
        let fired = reasons.iter().find(|reason| {
            reason.indicator == Indicator::LongDwell
                && compare::text(reason, "area") == Some(call.area.as_str())
                && compare::dwell_role(reason) == Some(stay.role)
        });
        let distribution: Distribution = fired
            .and_then(|reason| compare::reason_stays(reason, frame))
            .or_else(|| compare::stays(frame, stay.role, area, hours))?;
        let role = stay.role.as_str();
        let place = place_name(&call.area, frame.settings).0;
        let key = format!("stay-{}", role.replace('_', "-"));
        Some(TripStay {
            call: stay.call,
            role: role.to_owned(),
            role_text: frame.words.say(&key, &[("place", place.into())]),
            ongoing: stay.to.is_none(),
            distribution,
        })
    });
    shown.collect()
}

fn sources(trip: &Trip) -> Vec<TripSource> {
    let mut counts: BTreeMap<&str, TripSource> = BTreeMap::new();
    for event in &trip.events {
        for source in &event.sources {
            let counted = counts.entry(source).or_insert_with(|| TripSource {
                source: printable(source),
                believed: 0,
                doubted: 0,
                foreseen: 0,
            });
            match event.classifier {
                _ if event.believed => counted.believed += 1,
                Classifier::Actual => counted.doubted += 1,
                _ => counted.foreseen += 1,
            }
        }
    }
    let mut sources: Vec<TripSource> = counts.into_values().collect();
    let all = |source: &TripSource| source.believed + source.doubted + source.foreseen;
    sources.sort_by(|a, b| all(b).cmp(&all(a)).then_with(|| a.source.cmp(&b.source)));
    sources.truncate(SOURCES_SHOWN_MAX);
    sources
}
