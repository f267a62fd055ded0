//! TM-DWELL: how long the box stays, against how long boxes stay there.

use super::Bench;
use super::tail::long_bits;
use super::verdict::Verdict;
use crate::facts::CallFact;
use crate::routes::{DwellRole, Key, Kind, Stay, Usual, quarter_of, stays_of};
use crate::trip::CallRole;
use tidewaiter_model::reason::{Indicator, Param};

/// One deviation of a normal distribution per median absolute deviation.
const DEVIATION_PER_MAD: f64 = 1.4826;
/// A stay that lasts may only look long because its end was not reported.
const ONGOING_WEIGHT: f64 = 0.5;
/// A box of which nothing is heard for so long is lost to sight, not staying, days.
const ONGOING_DAYS_MAX: f64 = 150.0;
/// The same of stays whose port gate was not reported.
const CYCLE_WEIGHT: f64 = 0.8;
/// The same of stays of which one end is reckoned back from the next port.
const RECKONED_WEIGHT: f64 = 0.8;
/// The same of a box that waits for a vessel: one that is full, late or left out keeps honest boxes waiting.
const WAITING_WEIGHT: f64 = 0.92;
/// Compared with all areas, for want of an own history.
const ALL_AREAS_WEIGHT: f64 = 0.7;
/// Honest stays this surprising are too many to speak of, bits; and the span to where hardly any honest ones are left.
const BITS_MIN: f64 = 6.0;
const BITS_SPAN: f64 = 8.0;

/// A stay with what it is compared with.
struct Judged<'u> {
    stay: Stay,
    hours: f64,
    /// One end was reckoned over a leg of so many hours.
    leg_hours: Option<f64>,
    usual: &'u Usual,
    /// The area's key, or 0 where all areas are what it is compared with.
    compared: Key,
}

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    if !bench.shape.laden {
        return verdict.lacks(Indicator::LongDwell, "empty_box");
    }
    let (mut any, mut judged) = (false, false);
    for stay in stays_of(&bench.shape) {
        any = true;
        let waits = bench.ahead.is_some() && stay.to.is_none() && stay.role == DwellRole::Destination;
        let stay = Stay { role: if waits { DwellRole::Transhipment } else { stay.role }, ..stay };
        let hours = stay.to.unwrap_or(bench.with.as_of).min(bench.with.as_of).hours_since(stay.from);
        // A box that nobody saw loaded, or that fell out of sight, is not known to stay.
        let known = stay.to.is_some() || (bench.shape.calls.len() > 1 && hours <= ONGOING_DAYS_MAX * 24.0);
        if known {
            judged |= judge_stay(bench, stay, hours, None, verdict);
        }
    }
    for (stay, hours, leg_hours) in reckoned(bench) {
        any = true;
        judged |= judge_stay(bench, stay, hours, Some(leg_hours), verdict);
    }
    if !any {
        verdict.lacks(Indicator::LongDwell, "no_stay_with_both_ends");
    } else if !judged {
        verdict.lacks(Indicator::LongDwell, "no_history");
    }
}

/// Transhipments of which one end was not reported: the next port's discharge, or the last port's load, tells it less
/// what the leg between takes at the most.
fn reckoned<'b>(bench: &'b Bench<'_>) -> impl Iterator<Item = (Stay, f64, f64)> + 'b {
    let shape = &bench.shape;
    let calls = shape.calls.iter().enumerate();
    calls.filter(|(_, call)| call.role == CallRole::Transhipment).filter_map(move |(index, call)| {
        let leg = |from: &CallFact, to: &CallFact| {
            let (from, to) = (shape.areas.key(from.area), shape.areas.key(to.area));
            let quarter = quarter_of(shape.trip.start);
            let usual = bench.with.routes.usual(Kind::Leg, from, to, quarter)?;
            (usual.population >= LEGS_MIN).then(|| f64::from(usual.q95_hours))
        };
        let (from, to, leg_hours) = match (call.arrived.filter(|_| !call.inferred), call.departed) {
            (Some(_), Some(_)) => return None,
            (Some(from), None) => {
                let next = shape.calls.get(index + 1)?;
                (from, next.arrived?, leg(call, next)?)
            }
            (None, Some(to)) => {
                let before = shape.calls.get(index.checked_sub(1)?)?;
                (before.departed?, to, leg(before, call)?)
            }
            (None, None) => {
                let (before, next) = (shape.calls.get(index.checked_sub(1)?)?, shape.calls.get(index + 1)?);
                (before.departed?, next.arrived?, leg(before, call)? + leg(call, next)?)
            }
        };
        let hours = to.hours_since(from) - leg_hours;
        let stay = Stay { call: index, role: DwellRole::Transhipment, from, to: Some(to) };
        (hours > 0.0).then_some((stay, hours, leg_hours))
    })
}

/// Legs known before one may stand for an end that nobody reported.
const LEGS_MIN: u32 = 20;

/// What is usual for the area and role, or for the role alone when the area has too few.
fn usual<'u>(bench: &Bench<'u>, stay: &Stay, area: Key) -> Option<(&'u Usual, Key)> {
    let quarter = quarter_of(stay.from);
    let own = u64::from(bench.learned && stay.to.is_some());
    [area, 0].into_iter().find_map(|area| {
        let usual = bench.with.routes.usual(Kind::Stay(stay.role), area, 0, quarter)?;
        let enough = u64::from(usual.population) >= bench.with.settings.dwell_population_min + own;
        enough.then_some((usual, area))
    })
}

/// Judges one stay; false where nothing is known to compare it with.
fn judge_stay(
    bench: &Bench<'_>,
    stay: Stay,
    hours: f64,
    leg_hours: Option<f64>,
    verdict: &mut Verdict<'_>,
) -> bool {
    let Some(call) = bench.shape.calls.get(stay.call) else { return false };
    let area = bench.shape.areas.key(call.area);
    let Some((usual, compared)) = usual(bench, &stay, area) else { return false };
    let judged = Judged { stay, hours, leg_hours, usual, compared };
    if hours > threshold_hours(bench, usual) {
        judge_long(bench, &judged, call, verdict);
    }
    true
}

fn threshold_hours(bench: &Bench<'_>, usual: &Usual) -> f64 {
    let settings = bench.with.settings;
    let allowed = settings.dwell_deviations * DEVIATION_PER_MAD * f64::from(usual.mad_hours);
    f64::from(usual.median_hours) + allowed.max(settings.dwell_excess_hours_min)
}

fn judge_long(bench: &Bench<'_>, judged: &Judged<'_>, call: &CallFact, verdict: &mut Verdict<'_>) {
    let Judged { stay, hours, usual, .. } = judged;
    let seen = bench.with.routes.lengths(Kind::Stay(stay.role), judged.compared, 0);
    let bits = long_bits(*hours, usual, seen, bench.learned && judged.leg_hours.is_none());
    if bits < BITS_MIN {
        return;
    }
    let alone = judged.compared != 0;
    let ground = if alone { 1.0 } else { ALL_AREAS_WEIGHT };
    let ongoing = if stay.to.is_some() { 1.0 } else { ONGOING_WEIGHT };
    // Between a pick-up and a load that nobody saw gated in, a whole journey may be missing.
    let cycle = matches!(stay.role, DwellRole::OriginCycle | DwellRole::DestinationCycle);
    let waits = !matches!(stay.role, DwellRole::Destination | DwellRole::DestinationCycle);
    let ends = if cycle { CYCLE_WEIGHT } else { 1.0 }
        * if waits { WAITING_WEIGHT } else { 1.0 }
        * if judged.leg_hours.is_some() { RECKONED_WEIGHT } else { 1.0 }
        * bench.sureness();
    let strength = ground * ongoing * ends * (0.05 + 0.95 * ((bits - BITS_MIN) / BITS_SPAN).min(1.0));
    verdict.fire(Indicator::LongDwell, variant(judged), strength, |say| {
        let mut say = say
            .with("value", Param::Hours(*hours))
            .with("threshold", Param::Hours(threshold_hours(bench, usual)))
            .with("median", Param::Hours(f64::from(usual.median_hours)))
            .with("population", Param::Count(u64::from(usual.population)))
            .with("compared_with", Param::Text(if alone { "area" } else { "all_areas" }.to_owned()))
            .with("surprise", Param::Number(bits))
            .place("area", &bench.shape, call.area)
            .with("since", Param::Time(stay.from));
        if let Some(leg_hours) = judged.leg_hours {
            say = say.with("leg", Param::Hours(leg_hours));
        }
        say.call(&bench.shape, call)
    });
}

fn variant(judged: &Judged<'_>) -> &'static str {
    match (judged.stay.role, judged.stay.to.is_some()) {
        _ if judged.leg_hours.is_some() => "transhipment_reckoned",
        (DwellRole::Destination, false) => "destination_ongoing",
        (DwellRole::Transhipment, false) => "transhipment_ongoing",
        (role, _) => role.as_str(),
    }
}
