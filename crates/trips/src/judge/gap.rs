//! DC-GAP: milestones that nobody reported, and silence while laden.

use super::{Bench, Verdict, graded, shown_by_call, shown_by_event};
use crate::life::is_neutral;
use crate::routes::milestones;
use crate::trip::{BelievedEvent, TripStatus};
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::{Indicator, Param, Reason};

const DAY_HOURS: f64 = 24.0;
/// Silence aboard is unusual beyond this many times what nearly all boxes take on the leg.
const LEG_ALLOWANCE: f64 = 1.5;
/// Below this share of missing milestones a carrier is taken to be complete.
const MISSING_SHARE_MIN: f64 = 0.002;

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict) {
    if !bench.trip.laden {
        return verdict.lacks(Indicator::MessageGap, "empty_box");
    }
    if bench.trip.calls.is_empty() {
        return verdict.lacks(Indicator::MessageGap, "no_sea_event");
    }
    judge_milestones(bench, verdict);
    judge_silence(bench, verdict);
}

/// Loads and discharges that must have happened. How much one missing says depends on how often the carrier leaves
/// one out.
fn judge_milestones(bench: &Bench<'_>, verdict: &mut Verdict) {
    let (expected, missing) = milestones(bench.trip);
    if missing == 0 {
        return;
    }
    let carrier = bench.trip.carrier.as_deref().unwrap_or("");
    let enough = |counts: &(u64, u64)| counts.0 >= bench.settings.milestone_population_min;
    let Some((population, usual)) =
        [carrier, ""].into_iter().map(|name| bench.routes.milestones(name)).find(enough)
    else {
        return verdict.lacks(Indicator::MessageGap, "no_history");
    };
    let share = (usual as f64 / population as f64).max(MISSING_SHARE_MIN);
    let surprise = -share.log2() * missing as f64;
    // Six bits: a milestone that one trip in thirty lacks twice over. Missing messages alone prove little.
    let reason = Reason::new(Indicator::MessageGap, "milestone", 0.6 * graded(surprise - 3.0, 8.0))
        .with("value", Param::Count(missing))
        .with("threshold", Param::Count(0))
        .with("expected", Param::Count(expected))
        .with("population", Param::Count(population))
        .with("usual_share", Param::Share(usual as f64 / population as f64));
    let incomplete = bench.trip.calls.iter().find(|call| call.inferred).or(bench.trip.calls.first());
    verdict.reasons.push(match incomplete {
        Some(call) => shown_by_call(reason.with("area", Param::Place(call.area.clone())), call),
        None => reason,
    });
}

/// One stretch without a message.
struct Silence<'t> {
    last: &'t BelievedEvent,
    next: Option<&'t BelievedEvent>,
    hours: f64,
    threshold_hours: f64,
    aboard: bool,
}

fn judge_silence(bench: &Bench<'_>, verdict: &mut Verdict) {
    let events: Vec<&BelievedEvent> = bench.trip.believed().collect();
    let silences = (0..events.len()).filter_map(|index| silence_after(bench, &events, index));
    let longest = silences
        .filter(|silence| silence.hours > silence.threshold_hours)
        .max_by(|a, b| (a.hours / a.threshold_hours).total_cmp(&(b.hours / b.threshold_hours)));
    let Some(silence) = longest else { return };
    let beyond = silence.hours / silence.threshold_hours - 1.0;
    let variant = match (silence.aboard, silence.next.is_some()) {
        (true, true) => "silence_aboard",
        (true, false) => "silence_aboard_ongoing",
        (false, true) => "silence_ashore",
        (false, false) => "silence_ashore_ongoing",
    };
    let mut reason = Reason::new(Indicator::MessageGap, variant, 0.7 * graded(beyond, 1.0))
        .with("value", Param::Hours(silence.hours))
        .with("threshold", Param::Hours(silence.threshold_hours))
        .with("population", Param::Count(events.len() as u64))
        .with("area", Param::Place(silence.last.area.clone()))
        .with("since", Param::Time(silence.last.time));
    reason = shown_by_event(reason, "last_event", silence.last);
    if let Some(next) = silence.next {
        reason = shown_by_event(reason, "next_event", next);
    }
    verdict.reasons.push(reason);
}

/// The silence after one event, while goods are in the box: from stuffing to the gate of the port of discharge.
fn silence_after<'t>(bench: &Bench<'t>, events: &[&'t BelievedEvent], index: usize) -> Option<Silence<'t>> {
    let last = *events.get(index)?;
    let next = events.get(index + 1).copied();
    let until = match next {
        Some(next) => next.time,
        None if bench.trip.status == TripStatus::Open => bench.as_of,
        None => return None,
    };
    let past = events.get(..=index)?;
    let moved = past.iter().rev().find(|event| !is_neutral(event.event))?;
    let aboard = matches!(moved.event, EventCode::Loaded | EventCode::Departed | EventCode::Arrived);
    let out =
        moved.event == EventCode::GateOut && past.iter().any(|event| event.event == EventCode::Discharged);
    let waiting = matches!(
        moved.event,
        EventCode::Stuffed | EventCode::GateIn | EventCode::Discharged | EventCode::GateOut
    ) && !out;
    let before_goods = moved.event == EventCode::GateOut && !out;
    if !aboard && (!waiting || before_goods) {
        return None;
    }
    let threshold_days = if aboard {
        let usual = next.and_then(|next| usual_leg_hours(bench, last, next)).unwrap_or(0.0);
        (usual * LEG_ALLOWANCE / DAY_HOURS).max(bench.settings.silence_aboard_days_max)
    } else {
        bench.settings.silence_ashore_days_max
    };
    let hours = until.min(bench.as_of).hours_since(last.time);
    Some(Silence { last, next, hours, threshold_hours: threshold_days * DAY_HOURS, aboard })
}

/// What nearly all boxes stay below on this leg.
fn usual_leg_hours(bench: &Bench<'_>, last: &BelievedEvent, next: &BelievedEvent) -> Option<f64> {
    let leg = bench.routes.leg(&last.area, &next.area)?;
    (leg.population() >= bench.settings.dwell_population_min).then(|| leg.quantile_hours(0.99))?
}
