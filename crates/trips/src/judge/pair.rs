//! RT-NEWOD: an origin and destination between which nobody else ships.

use super::verdict::Verdict;
use super::{Bench, SeaPart};
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::{Indicator, Param};

const DAY_HOURS: f64 = 24.0;
/// With more other trips than this a pair is small, not odd.
const OTHERS_MAX: u64 = 3;
/// From where such pairs are rare enough to speak of to where honest ones are rarer than odd ones, bits.
const BITS_SPAN: f64 = 4.0;
/// Strength of a pair of which no trip was to be expected by what its ends ship otherwise, and how many trips must have
/// been for full strength.
const EXPECTED_NONE_WEIGHT: f64 = 0.55;
const EXPECTED_FULL: f64 = 2.0;
/// Strength of a pair of which an end was not seen ashore.
const UNSEEN_END_WEIGHT: f64 = 0.3;

pub(super) fn judge(bench: &Bench<'_>, part: &SeaPart<'_>, verdict: &mut Verdict<'_>) {
    let (routes, settings) = (bench.with.routes, bench.with.settings);
    let since = routes.since();
    // Where the trip is one of a learned whole, what came after it is known too.
    let history_hours = match since {
        Some(_) if bench.with.own && bench.learned => routes.days() * DAY_HOURS,
        Some(since) => part.loaded.hours_since(since),
        None => 0.0,
    };
    let long_enough = history_hours >= settings.new_pair_history_days_min * DAY_HOURS;
    if !long_enough || routes.trips() < settings.new_pair_trips_min {
        return verdict.lacks(Indicator::NewPair, "no_history");
    }
    let others = routes.others_of_pair(part, bench.shape.areas, bench.route_learned());
    if others > OTHERS_MAX {
        return;
    }
    let bits = routes.rare_pair_bits(others);
    if bits < settings.new_pair_bits_min {
        return;
    }
    let variant = if others == 0 { "pair" } else { "rare_pair" };
    let fewer = if others == 0 { 1.0 } else { 0.6 };
    // Between ports of little trade with anybody a pair that is seen once is no wonder.
    let expected = (routes.expected_of_pair(part, bench.shape.areas) / EXPECTED_FULL).min(1.0);
    let wonder = EXPECTED_NONE_WEIGHT + (1.0 - EXPECTED_NONE_WEIGHT) * expected;
    let strength = bench.sureness()
        * ends_sureness(bench, part)
        * wonder
        * fewer
        * (0.1 + 0.9 * ((bits - settings.new_pair_bits_min) / BITS_SPAN).min(1.0));
    verdict.fire(Indicator::NewPair, variant, strength, |say| {
        let code = |area| &bench.shape.areas.get(area).code;
        let pair = format!("{}>{}", code(part.origin), code(part.destination));
        let say = say
            .with("value", Param::Number(bits))
            .with("threshold", Param::Number(settings.new_pair_bits_min))
            .with("population", Param::Count(routes.trips()))
            .with("others", Param::Count(others))
            .with("months", Param::Count(u64::from(settings.new_pair_months)))
            .with("history", Param::Hours(history_hours))
            .with("pair", Param::Text(pair));
        let say = match bench.shape.load() {
            Some(call) => say.call(&bench.shape, call),
            None => say,
        };
        match bench.shape.discharge().filter(|_| bench.ahead.is_none()) {
            Some(call) => say.call(&bench.shape, call),
            None => say,
        }
    });
}

/// How much is sure of both ends: a pair whose beginning or end nobody saw ashore may be a part of a longer journey.
fn ends_sureness(bench: &Bench<'_>, part: &SeaPart<'_>) -> f64 {
    use EventCode::{GateIn, GateOut, PickedUp, Returned, Stripped, Stuffed};
    let shape = &bench.shape;
    let (load, off) =
        (shape.load().and_then(|call| call.departed), shape.discharge().and_then(|call| call.arrived));
    let begun = shape.believed().any(|(_, event)| {
        let ashore = matches!(event.event, PickedUp | Stuffed | GateIn) && event.area == part.origin;
        ashore && load.is_none_or(|load| event.time <= load)
    });
    let ended = shape.believed().any(|(_, event)| {
        let ashore = matches!(event.event, GateOut | Stripped | Returned) && event.area == part.destination;
        ashore && off.is_none_or(|off| event.time >= off)
    });
    if begun && (ended || bench.ahead.is_some()) { 1.0 } else { UNSEEN_END_WEIGHT }
}
