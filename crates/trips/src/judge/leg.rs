//! TM-LEG: how long a sea leg takes, against how long it takes others, and against its distance.

use super::Bench;
use super::tail::{long_bits, short_bits};
use super::verdict::Verdict;
use crate::facts::CallFact;
use crate::routes::{Kind, Usual, quarter_of};
use tidewaiter_model::reason::{Indicator, Param};

/// The fastest container ships keep under this speed from port to port, knots.
const KNOTS_MAX: f64 = 27.0;
/// Clocks of two ports may disagree by this much, hours.
const CLOCKS_HOURS: f64 = 12.0;
/// Legs below this distance are lost in what clocks disagree by, nautical miles.
const DISTANCE_MIN_NM: f64 = 300.0;
/// A leg must be off by this much beside being rare, hours: weather makes as much.
const EXCESS_HOURS_MIN: f64 = 72.0;
const SHORTFALL_HOURS_MIN: f64 = 36.0;
const BITS_MIN: f64 = 7.6;
const BITS_SPAN: f64 = 10.0;

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    let shape = &bench.shape;
    let (mut any, mut judged) = (false, false);
    for pair in shape.calls.windows(2) {
        let [from, to] = pair else { continue };
        let (Some(departed), Some(arrived)) = (from.departed, to.arrived) else { continue };
        any = true;
        let hours = arrived.hours_since(departed);
        let keys = (shape.areas.key(from.area), shape.areas.key(to.area));
        let usual = bench.with.routes.usual(Kind::Leg, keys.0, keys.1, quarter_of(departed));
        let known =
            usual.filter(|usual| u64::from(usual.population) >= bench.with.settings.dwell_population_min);
        judged |= known.is_some();
        match known {
            Some(usual) if hours > f64::from(usual.high_hours) + EXCESS_HOURS_MIN => {
                let seen = bench.with.routes.lengths(Kind::Leg, keys.0, keys.1);
                fire(
                    bench,
                    (from, to),
                    hours,
                    long_bits(hours, usual, seen, bench.learned),
                    usual,
                    "slow",
                    verdict,
                );
            }
            Some(usual) if hours < f64::from(usual.low_hours) - SHORTFALL_HOURS_MIN => {
                let seen = bench.with.routes.lengths(Kind::Leg, keys.0, keys.1);
                fire(
                    bench,
                    (from, to),
                    hours,
                    short_bits(hours, usual, seen, bench.learned),
                    usual,
                    "fast",
                    verdict,
                );
            }
            Some(_) => {}
            None => judged |= judge_distance(bench, (from, to), hours, verdict),
        }
    }
    if !any {
        verdict.lacks(Indicator::LegTime, "no_leg_with_both_ends");
    } else if !judged {
        verdict.lacks(Indicator::LegTime, "no_history");
    }
}

fn fire(
    bench: &Bench<'_>,
    (from, to): (&CallFact, &CallFact),
    hours: f64,
    bits: f64,
    usual: &Usual,
    variant: &'static str,
    verdict: &mut Verdict<'_>,
) {
    if bits < BITS_MIN {
        return;
    }
    let strength = bench.sureness() * (0.05 + 0.95 * ((bits - BITS_MIN) / BITS_SPAN).min(1.0));
    let threshold = if variant == "slow" { usual.high_hours } else { usual.low_hours };
    verdict.fire(Indicator::LegTime, variant, strength, |say| {
        say.with("value", Param::Hours(hours))
            .with("threshold", Param::Hours(f64::from(threshold)))
            .with("median", Param::Hours(f64::from(usual.median_hours)))
            .with("population", Param::Count(u64::from(usual.population)))
            .place("from", &bench.shape, from.area)
            .place("to", &bench.shape, to.area)
            .call(&bench.shape, from)
            .call(&bench.shape, to)
    });
}

/// Where too few went before: no ship is as fast. False where the places have no coordinates.
fn judge_distance(
    bench: &Bench<'_>,
    (from, to): (&CallFact, &CallFact),
    hours: f64,
    verdict: &mut Verdict<'_>,
) -> bool {
    let position = |call: &CallFact| bench.shape.areas.get(call.area).position;
    let (Some(start), Some(end)) = (position(from), position(to)) else { return false };
    let Some(distance_nm) = bench.with.sea.distance_nm(start, end) else { return false };
    let least_hours = distance_nm / KNOTS_MAX;
    if distance_nm < DISTANCE_MIN_NM || hours + CLOCKS_HOURS >= least_hours {
        return true;
    }
    let strength = bench.sureness() * (0.2 + 0.6 * (1.0 - ((hours + CLOCKS_HOURS) / least_hours).max(0.0)));
    verdict.fire(Indicator::LegTime, "impossible", strength, |say| {
        say.with("value", Param::Hours(hours))
            .with("threshold", Param::Hours(least_hours))
            .with("distance", Param::DistanceNm(distance_nm))
            .place("from", &bench.shape, from.area)
            .place("to", &bench.shape, to.area)
            .call(&bench.shape, from)
            .call(&bench.shape, to)
    });
    true
}
