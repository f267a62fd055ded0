//! The indicators that a trip can be judged by without any declaration.

mod condition;
mod gap;
mod number;
mod route;
mod stay;

use crate::routes::NormalRoutes;
use crate::settings::TripSettings;
use crate::trip::{BelievedEvent, Bound, Trip};
use tidewaiter_model::reason::{Indicator, NotEvaluated, Reason};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;

/// What a trip is judged with.
pub(crate) struct Bench<'a> {
    pub(crate) trip: &'a Trip,
    /// Where the trip is declared to end, while it is not there yet.
    pub(crate) ahead: Option<Bound<'a>>,
    pub(crate) routes: &'a NormalRoutes,
    pub(crate) places: &'a Places,
    pub(crate) sea: &'a SeaNetwork,
    pub(crate) as_of: UtcTime,
    pub(crate) settings: &'a TripSettings,
}

impl Bench<'_> {
    /// How much a reason weighs that stands on the shape of the trip: a trip put together over missing and doubted
    /// events may be odd only on paper.
    pub(crate) fn sureness(&self) -> f64 {
        ((self.trip.confidence - 0.2) / 0.6).clamp(0.2, 1.0)
    }
}

/// What judging found.
#[derive(Default)]
pub(crate) struct Verdict {
    pub(crate) reasons: Vec<Reason>,
    pub(crate) not_evaluated: Vec<NotEvaluated>,
}

impl Verdict {
    pub(crate) fn lacks(&mut self, indicator: Indicator, missing: &str) {
        self.not_evaluated.push(NotEvaluated { indicator, missing: missing.to_owned() });
    }
}

/// Judges one trip as of a time: every reason that fires, and every indicator that could not be judged.
///
/// Covers ID-CHK, ID-DUP, RT-LOOP, RT-TS, RT-RARE, RT-NEWOD (of the pair), TM-DWELL, EF-CONF, SL-CHG, DC-GAP and
/// WT-ANOM between events. `trip` must be rebuilt from the rows known at `as_of`, `routes` learned as of the same
/// time or earlier; a trip that the table was learned from is left out of it while it is judged.
pub fn judge(
    trip: &Trip,
    routes: &NormalRoutes,
    places: &Places,
    sea: &SeaNetwork,
    as_of: UtcTime,
    settings: &TripSettings,
) -> (Vec<Reason>, Vec<NotEvaluated>) {
    judge_bound(trip, None, routes, places, sea, as_of, settings)
}

/// The same with what is declared of the trip's end: a box that waits at a hub on its way there is judged as being
/// transhipped, not as having arrived.
pub fn judge_bound(
    trip: &Trip,
    bound: Option<Bound<'_>>,
    routes: &NormalRoutes,
    places: &Places,
    sea: &SeaNetwork,
    as_of: UtcTime,
    settings: &TripSettings,
) -> (Vec<Reason>, Vec<NotEvaluated>) {
    let ahead = bound.filter(|bound| trip.is_under_way(*bound, as_of));
    let bench = Bench { trip, ahead, routes, places, sea, as_of, settings };
    let mut verdict = Verdict::default();
    number::judge(&bench, &mut verdict);
    verdict.reasons.extend(trip.duplicates.iter().cloned());
    route::judge(&bench, &mut verdict);
    stay::judge(&bench, &mut verdict);
    condition::judge(&bench, &mut verdict);
    gap::judge(&bench, &mut verdict);
    (verdict.reasons, verdict.not_evaluated)
}

/// Messages shown per event.
const SHOWN_MAX: usize = 4;

/// The same reason with an event's messages as evidence.
pub(crate) fn shown_by_event(mut reason: Reason, role: &str, event: &BelievedEvent) -> Reason {
    for message in event.messages.iter().take(SHOWN_MAX) {
        reason = reason.shown_by(role, *message);
    }
    reason
}

/// The same reason with a call's messages as evidence.
pub(crate) fn shown_by_call(mut reason: Reason, call: &crate::trip::Call) -> Reason {
    for evidence in call.evidence.iter().take(2 * SHOWN_MAX) {
        reason = reason.shown_at(&evidence.role, evidence.message, evidence.span);
    }
    reason
}

/// 0 at the threshold, one half at `scale` beyond it, towards 1 far beyond.
pub(crate) fn graded(beyond: f64, scale: f64) -> f64 {
    if beyond <= 0.0 { 0.0 } else { beyond / (beyond + scale) }
}
