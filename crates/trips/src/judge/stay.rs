//! TM-DWELL: how long the box stays, against how long boxes stay there.

use super::{Bench, Verdict, shown_by_call};
use crate::routes::{Dwell, DwellRole, Spread, dwells};
use tidewaiter_model::reason::{Indicator, Param, Reason};

/// One deviation of a normal distribution per median absolute deviation.
const DEVIATION_PER_MAD: f64 = 1.4826;
/// A stay that lasts may only look long because its end was not reported.
const ONGOING_WEIGHT: f64 = 0.7;
/// The same of stays whose port gate was not reported.
const CYCLE_WEIGHT: f64 = 0.6;

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict) {
    if !bench.trip.laden {
        return verdict.lacks(Indicator::LongDwell, "empty_box");
    }
    let dwells = dwells(bench.trip);
    if dwells.is_empty() {
        return verdict.lacks(Indicator::LongDwell, "no_stay_with_both_ends");
    }
    let mut judged = false;
    for dwell in &dwells {
        let waits = bench.ahead.is_some() && dwell.to.is_none() && dwell.role == DwellRole::Destination;
        let dwell = &Dwell { role: if waits { DwellRole::Transhipment } else { dwell.role }, ..*dwell };
        let learned = bench.routes.has_learned(bench.trip) && dwell.to.is_some();
        let end = dwell.to.unwrap_or(bench.as_of).min(bench.as_of);
        let hours = end.hours_since(dwell.from);
        let Some((spread, alone)) = usual(bench, dwell, hours, learned) else { continue };
        judged = true;
        verdict.reasons.extend(judge_one(bench, dwell, hours, spread, alone));
    }
    if !judged {
        verdict.lacks(Indicator::LongDwell, "no_history");
    }
}

/// What is usual for the area and role, or for the role alone when the area has too few; and which of the two.
fn usual(bench: &Bench<'_>, dwell: &Dwell<'_>, hours: f64, learned: bool) -> Option<(Spread, bool)> {
    [Some(dwell.call.area.as_str()), None].into_iter().find_map(|area| {
        let distribution = bench.routes.dwell(dwell.role, area)?;
        if distribution.population() < bench.settings.dwell_population_min + u64::from(learned) {
            return None;
        }
        let spread = if learned {
            let mut others = distribution.clone();
            others.remove(hours);
            others.spread()?
        } else {
            distribution.spread()?
        };
        Some((spread, area.is_some()))
    })
}

fn judge_one(
    bench: &Bench<'_>,
    dwell: &Dwell<'_>,
    hours: f64,
    spread: Spread,
    alone: bool,
) -> Option<Reason> {
    let settings = bench.settings;
    let allowed = settings.dwell_deviations * DEVIATION_PER_MAD * spread.mad_hours;
    let threshold = spread.median_hours + allowed.max(settings.dwell_excess_hours_min);
    if hours <= threshold {
        return None;
    }
    // Storms, blank sailings and rolled cargo lengthen a stay by a week or so: what is beyond that counts most.
    let beyond = (hours - threshold) / (threshold - spread.median_hours);
    let ground = if alone { 1.0 } else { 0.7 };
    let ongoing = if dwell.to.is_some() { 1.0 } else { ONGOING_WEIGHT };
    // Between a pick-up and a load that nobody saw gated in, a whole journey may be missing.
    let cycle = matches!(dwell.role, DwellRole::OriginCycle | DwellRole::DestinationCycle);
    let ends = if cycle { CYCLE_WEIGHT } else { 1.0 } * bench.sureness();
    let strength = ground * ongoing * ends * (0.1 + 0.9 * (1.0 - f64::exp(-beyond)));
    let reason = Reason::new(Indicator::LongDwell, variant(dwell), strength)
        .with("value", Param::Hours(hours))
        .with("threshold", Param::Hours(threshold))
        .with("median", Param::Hours(spread.median_hours))
        .with("population", Param::Count(spread.population))
        .with("compared_with", Param::Text(if alone { "area" } else { "all_areas" }.to_owned()))
        .with("area", Param::Place(dwell.call.area.clone()))
        .with("since", Param::Time(dwell.from));
    Some(shown_by_call(reason, dwell.call))
}

fn variant(dwell: &Dwell<'_>) -> &'static str {
    match (dwell.role, dwell.to.is_some()) {
        (DwellRole::Destination, false) => "destination_ongoing",
        (DwellRole::Transhipment, false) => "transhipment_ongoing",
        (role, _) => role.as_str(),
    }
}
