//! DC-GAP: milestones that nobody reported, and silence while laden.

use super::verdict::Verdict;
use super::{Bench, graded};
use crate::facts::EventFact;
use crate::life::is_neutral;
use crate::routes::{Kind, quarter_of};
use crate::trip::TripStatus;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::{Indicator, Param};

const DAY_HOURS: f64 = 24.0;
/// Silence aboard is unusual beyond this many times what nearly all boxes take on the leg.
const LEG_ALLOWANCE: f64 = 1.5;
/// Below this share of missing milestones a carrier is taken to be complete.
const MISSING_SHARE_MIN: f64 = 0.002;

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    if !bench.shape.laden {
        return verdict.lacks(Indicator::MessageGap, "empty_box");
    }
    if bench.shape.calls.is_empty() {
        return verdict.lacks(Indicator::MessageGap, "no_sea_event");
    }
    judge_milestones(bench, verdict);
    judge_silence(bench, verdict);
}

/// Loads and discharges that must have happened. How much one missing says depends on how often the carrier leaves
/// one out.
fn judge_milestones(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    let (expected, missing) = bench.shape.milestones();
    if missing == 0 {
        return;
    }
    let enough = |counts: &(u64, u64)| counts.0 >= bench.with.settings.milestone_population_min;
    let own = Some(bench.with.routes.milestones_of(bench.shape.carrier())).filter(enough);
    let Some((population, usual)) = own.or_else(|| Some(bench.with.routes.milestones("")).filter(enough))
    else {
        return verdict.lacks(Indicator::MessageGap, "no_history");
    };
    let share = (usual as f64 / population as f64).max(MISSING_SHARE_MIN);
    let surprise = -share.log2() * f64::from(missing);
    // Six bits: a milestone that one trip in thirty lacks twice over. Missing messages alone prove little.
    let strength = 0.6 * graded(surprise - 3.0, 8.0);
    if strength <= 0.0 {
        return;
    }
    let incomplete = bench.shape.calls.iter().find(|call| call.inferred).or(bench.shape.calls.first());
    verdict.fire(Indicator::MessageGap, "milestone", strength, |say| {
        let say = say
            .with("value", Param::Count(u64::from(missing)))
            .with("threshold", Param::Count(0))
            .with("expected", Param::Count(u64::from(expected)))
            .with("population", Param::Count(population))
            .with("usual_share", Param::Share(usual as f64 / population as f64));
        match incomplete {
            Some(call) => say.place("area", &bench.shape, call.area).call(&bench.shape, call),
            None => say,
        }
    });
}

/// One stretch without a message.
#[derive(Clone, Copy)]
struct Silence<'t> {
    last: &'t EventFact,
    next: Option<&'t EventFact>,
    hours: f64,
    threshold_hours: f64,
    aboard: bool,
}

/// What has happened to the box up to an event.
#[derive(Clone, Copy, Default)]
struct Progress {
    moved: Option<EventCode>,
    discharged: bool,
}

impl Progress {
    fn see(&mut self, event: EventCode) {
        if !is_neutral(event) {
            self.moved = Some(event);
        }
        self.discharged |= event == EventCode::Discharged;
    }

    fn aboard(self) -> bool {
        matches!(self.moved, Some(EventCode::Loaded | EventCode::Departed | EventCode::Arrived))
    }

    /// Ashore with goods in it: from stuffing to the gate of the port of discharge.
    fn waiting(self) -> bool {
        matches!(self.moved, Some(EventCode::Stuffed | EventCode::GateIn | EventCode::Discharged))
    }
}

fn judge_silence(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    let settings = bench.with.settings;
    let least_hours = settings.silence_ashore_days_max.min(settings.silence_aboard_days_max) * DAY_HOURS;
    let open = bench.shape.trip.status == TripStatus::Open;
    if !open && f64::from(bench.shape.trip.longest_silence_hours) < least_hours {
        return;
    }
    let mut progress = Progress::default();
    let mut longest: Option<Silence<'_>> = None;
    let mut events = bench.shape.believed().map(|(_, event)| event).peekable();
    while let Some(last) = events.next() {
        progress.see(last.event);
        let silence = silence_after(bench, last, events.peek().copied(), progress);
        let beyond = |silence: &Silence<'_>| silence.hours / silence.threshold_hours;
        longest = longest.into_iter().chain(silence).max_by(|a, b| beyond(a).total_cmp(&beyond(b)));
    }
    let population = bench.shape.believed().count() as u64;
    let Some(silence) = longest.filter(|silence| silence.hours > silence.threshold_hours) else { return };
    let beyond = silence.hours / silence.threshold_hours - 1.0;
    let variant = match (silence.aboard, silence.next.is_some()) {
        (true, true) => "silence_aboard",
        (true, false) => "silence_aboard_ongoing",
        (false, true) => "silence_ashore",
        (false, false) => "silence_ashore_ongoing",
    };
    verdict.fire(Indicator::MessageGap, variant, 0.7 * graded(beyond, 1.0), |say| {
        let say = say
            .with("value", Param::Hours(silence.hours))
            .with("threshold", Param::Hours(silence.threshold_hours))
            .with("population", Param::Count(population))
            .place("area", &bench.shape, silence.last.area)
            .with("since", Param::Time(silence.last.time))
            .event("last_event", &bench.shape, silence.last);
        match silence.next {
            Some(next) => say.event("next_event", &bench.shape, next),
            None => say,
        }
    });
}

/// The silence after one event, while goods are in the box.
fn silence_after<'t>(
    bench: &Bench<'_>,
    last: &'t EventFact,
    next: Option<&'t EventFact>,
    progress: Progress,
) -> Option<Silence<'t>> {
    let until = match next {
        Some(next) => next.time,
        None if bench.shape.trip.status == TripStatus::Open => bench.with.as_of,
        None => return None,
    };
    let aboard = progress.aboard();
    if !aboard && !progress.waiting() {
        return None;
    }
    let settings = bench.with.settings;
    let hours = until.min(bench.with.as_of).hours_since(last.time);
    let least_days = if aboard { settings.silence_aboard_days_max } else { settings.silence_ashore_days_max };
    if hours <= least_days * DAY_HOURS {
        return None;
    }
    let usual = next.filter(|_| aboard).and_then(|next| usual_leg_hours(bench, last, next)).unwrap_or(0.0);
    let threshold_hours = (usual * LEG_ALLOWANCE).max(least_days * DAY_HOURS);
    Some(Silence { last, next, hours, threshold_hours, aboard })
}

/// What nearly all boxes stay below on this leg.
fn usual_leg_hours(bench: &Bench<'_>, last: &EventFact, next: &EventFact) -> Option<f64> {
    let (from, to) = (bench.shape.areas.key(last.area), bench.shape.areas.key(next.area));
    let usual = bench.with.routes.usual(Kind::Leg, from, to, quarter_of(last.time))?;
    let enough = u64::from(usual.population) >= bench.with.settings.dwell_population_min;
    enough.then_some(f64::from(usual.high_hours))
}
