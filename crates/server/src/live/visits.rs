//! Every call of every container in the last half year, in a few words each: what the page of a port area counts.

use super::intern::Interner;
use crate::settings::Settings;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;
use tidewaiter_model::event::Classifier;
use tidewaiter_model::reason::Indicator;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{CallRole, DwellRole, NormalRoutes, Trip, TripStatus, is_strong_reason, judge, stays};

/// Days whose calls are kept.
pub const KEPT_DAYS: i64 = 182;
/// Calls kept of one area, the latest.
pub const VISITS_MAX: usize = 100_000;
/// Days whose trips are judged: this week and those it is compared with.
pub const JUDGED_DAYS: i64 = 7 * (1 + WEEKS_COMPARED);
/// Weeks that this week is compared with.
pub const WEEKS_COMPARED: i64 = 8;

/// How long a box stayed, or has stayed so far.
#[derive(Debug, Clone, Copy)]
pub struct VisitStay {
    /// What it waited for.
    pub role: DwellRole,
    /// How long.
    pub hours: f32,
    /// Whether it is still there as far as is known.
    pub lasts: bool,
}

/// One call of one trip.
#[derive(Debug, Clone)]
pub struct Visit {
    /// Container number.
    pub container: Arc<str>,
    /// Which of its trips.
    pub sequence: u32,
    /// Which call of the trip, from 0.
    pub call: u32,
    /// Why it was there.
    pub role: CallRole,
    /// Where the trip was first loaded.
    pub from: Option<Arc<str>>,
    /// Where it was last discharged, of a journey that is over.
    pub to: Option<Arc<str>>,
    /// When it came, or else the first that is known of it there.
    pub time: UtcTime,
    /// Discharged here, or in through the gate.
    pub arrived: Option<UtcTime>,
    /// Loaded here, or out through the gate.
    pub departed: Option<UtcTime>,
    /// How long it stayed.
    pub stay: Option<VisitStay>,
    /// Reports of what happened in this area on this trip, and those that are not believed.
    pub reports: u32,
    /// Of these, not believed.
    pub doubted: u32,
    /// The trip's strong reasons, of trips of the weeks that are compared.
    pub reasons: Box<[Indicator]>,
}

/// The calls of the last half year by port area, the latest first.
#[derive(Default)]
pub struct Visits {
    by_area: HashMap<Arc<str>, Vec<Visit>>,
}

impl Visits {
    /// Gathers the calls and judges the trips of the last weeks.
    pub(super) fn of(trips: &[Trip], routes: &NormalRoutes, as_of: UtcTime, settings: &Settings) -> Visits {
        let since = as_of.plus_days(-KEPT_DAYS);
        let recent: Vec<&Trip> = trips.iter().filter(|trip| trip.end >= since).collect();
        let judged_since = as_of.plus_days(-JUDGED_DAYS);
        let found: Vec<Box<[Indicator]>> = recent
            .par_iter()
            .map(|trip| {
                if trip.end < judged_since { Box::default() } else { reasons(trip, routes, as_of, settings) }
            })
            .collect();
        let mut texts = Interner::default();
        let mut by_area: HashMap<Arc<str>, Vec<Visit>> = HashMap::new();
        for (trip, reasons) in recent.into_iter().zip(found) {
            for (area, visit) in of_trip(trip, &reasons, as_of, &mut texts) {
                if visit.time >= since && visit.time <= as_of {
                    by_area.entry(area).or_default().push(visit);
                }
            }
        }
        by_area.par_iter_mut().for_each(|(_, visits)| {
            visits.sort_unstable_by(|a, b| {
                b.time
                    .cmp(&a.time)
                    .then_with(|| (&a.container, a.sequence, a.call).cmp(&(&b.container, b.sequence, b.call)))
            });
            visits.truncate(VISITS_MAX);
        });
        Visits { by_area }
    }

    /// The calls at an area, the latest first.
    pub fn at(&self, area: &str) -> &[Visit] {
        self.by_area.get(area).map_or(&[], Vec::as_slice)
    }
}

/// The indicators whose reasons are strong, each once.
fn reasons(trip: &Trip, routes: &NormalRoutes, as_of: UtcTime, settings: &Settings) -> Box<[Indicator]> {
    let sea = SeaNetwork::builtin();
    let (reasons, _) = judge(trip, routes, settings.places(), sea, as_of, &settings.risk.trips);
    let mut found: Vec<Indicator> =
        reasons.iter().filter(|reason| is_strong_reason(reason)).map(|reason| reason.indicator).collect();
    found.sort_unstable();
    found.dedup();
    found.into()
}

fn of_trip(
    trip: &Trip,
    reasons: &[Indicator],
    as_of: UtcTime,
    texts: &mut Interner,
) -> Vec<(Arc<str>, Visit)> {
    let container = texts.text(&trip.container);
    let from = trip.load().map(|call| texts.text(&call.area));
    // A box that was discharged and is not known to have left by land may yet go on by sea.
    let over = trip.status == TripStatus::Closed || trip.ended_at_discharge();
    let to = trip.discharge().filter(|_| over).map(|call| texts.text(&call.area));
    let stays = stays(trip);
    let calls = trip.calls.iter().zip(0u32..).map(|(call, at)| {
        let stay = stays.iter().find(|stay| stay.call == at as usize).map(|stay| VisitStay {
            role: stay.role,
            hours: stay.to.unwrap_or(as_of).min(as_of).hours_since(stay.from).max(0.0) as f32,
            lasts: stay.to.is_none(),
        });
        let (mut reports, mut doubted) = (0u32, 0u32);
        for event in trip.events.iter().filter(|event| event.area == call.area) {
            if event.believed || event.classifier == Classifier::Actual {
                reports = reports.saturating_add(event.reports);
                doubted = doubted.saturating_add(if event.believed { 0 } else { event.reports });
            }
        }
        let visit = Visit {
            container: container.clone(),
            sequence: trip.sequence,
            call: at,
            role: call.role,
            from: from.clone(),
            to: to.clone(),
            time: call.arrived.or(call.departed).unwrap_or(trip.start),
            arrived: call.arrived,
            departed: call.departed,
            stay,
            reports,
            doubted,
            reasons: reasons.into(),
        };
        (texts.text(&call.area), visit)
    });
    calls.collect()
}
