//! RT-LOOP, RT-TS, RT-RARE and RT-NEWOD: the itinerary against geography and history.

use super::{Bench, Verdict, graded, shown_by_call};
use crate::routes::{Pair, SeaPart, month_number, pair_key, sea_part, sea_part_ahead};
use crate::trip::Call;
use tidewaiter_model::reason::{Indicator, Param, Reason};

const DAY_HOURS: f64 = 24.0;
/// Boxes of one consignment and one sailing are loaded within this many days: they do not make a pair old.
const SAME_SAILING_DAYS: f64 = 7.0;
/// An itinerary with this share of its pair is usual and no detour, whatever its length.
const USUAL_SHARE: f64 = 0.05;

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict) {
    if bench.trip.calls.is_empty() {
        for indicator in
            [Indicator::RouteLoop, Indicator::NeedlessTransshipment, Indicator::RareRoute, Indicator::NewPair]
        {
            verdict.lacks(indicator, "no_sea_event");
        }
        return;
    }
    judge_loop(bench, verdict);
    let part = match bench.ahead {
        Some(bound) => sea_part_ahead(bench.trip, bound),
        None => sea_part(bench.trip, false),
    };
    let Some(part) = part else {
        let missing = if bench.trip.laden { "sea_part_incomplete" } else { "empty_box" };
        for indicator in [Indicator::NeedlessTransshipment, Indicator::RareRoute, Indicator::NewPair] {
            verdict.lacks(indicator, missing);
        }
        return;
    };
    // An empty being repositioned, or a loop, has no pair to be compared with.
    if part.origin.area == part.destination.area {
        for indicator in [Indicator::NeedlessTransshipment, Indicator::RareRoute, Indicator::NewPair] {
            verdict.lacks(indicator, "origin_is_destination");
        }
        return;
    }
    // The first load known may be a transhipment whose journey began elsewhere: then its pair is not known.
    if bench.ahead.is_some() && !bench.trip.begun_at_load(bench.places) {
        for indicator in [Indicator::NeedlessTransshipment, Indicator::RareRoute, Indicator::NewPair] {
            verdict.lacks(indicator, "no_load");
        }
        return;
    }
    judge_transhipments(bench, &part, verdict);
    if bench.ahead.is_some() {
        // The rest of the way is not known.
        verdict.lacks(Indicator::RareRoute, "journey_not_over");
    } else {
        judge_rarity(bench, &part, verdict);
    }
    judge_pair(bench, &part, verdict);
}

fn itinerary(bench: &Bench<'_>) -> Param {
    Param::Places(bench.trip.itinerary().into_iter().map(str::to_owned).collect())
}

fn judge_loop(bench: &Bench<'_>, verdict: &mut Verdict) {
    let calls = &bench.trip.calls;
    if !bench.trip.laden {
        return verdict.lacks(Indicator::RouteLoop, "empty_box");
    }
    let again = calls.iter().enumerate().find_map(|(index, call)| {
        let earlier = calls.get(..index)?.iter().find(|earlier| earlier.area == call.area)?;
        Some((earlier, call))
    });
    let Some((first, second)) = again else { return };
    let ends_meet = calls.first().map(|call| &call.area) == calls.last().map(|call| &call.area);
    let variant = if ends_meet { "origin_is_destination" } else { "visited_twice" };
    // Where vessel or gate events had to stand for a load or discharge, the loop may be in the messages only.
    let sure = if first.inferred || second.inferred { 0.5 } else { 1.0 };
    // There and back may be two journeys whose turn nobody reported.
    let turn = if ends_meet && calls.len() > 2 { 0.6 } else { 1.0 };
    let strength = sure * turn * bench.sureness() * 0.95;
    let visits = calls.iter().filter(|call| call.area == second.area).count();
    let mut reason = Reason::new(Indicator::RouteLoop, variant, strength)
        .with("value", Param::Count(visits as u64))
        .with("threshold", Param::Count(1))
        .with("population", Param::Count(calls.len() as u64))
        .with("area", Param::Place(second.area.clone()))
        .with("itinerary", itinerary(bench));
    reason = shown_by_call(shown_by_call(reason, first), second);
    verdict.reasons.push(reason);
}

/// Trips of the pair with itself left out, and of those the ones that satisfy `counts`.
fn of_pair(bench: &Bench<'_>, part: &SeaPart<'_>, counts: impl Fn(&str) -> bool) -> (u64, u64) {
    let Some(pair) = bench.routes.pair(part) else { return (0, 0) };
    let own_via = part.via();
    let own = u64::from(is_learned(bench) && pair.vias.contains_key(&own_via));
    let matching = pair.vias.iter().filter(|(via, _)| counts(via)).map(|(_, trips)| trips).sum::<u64>();
    let own_matches = if counts(&own_via) { own } else { 0 };
    (pair.trips.saturating_sub(own), matching.saturating_sub(own_matches))
}

/// Whether the table counted this very trip, so that it must be taken out of it.
fn is_learned(bench: &Bench<'_>) -> bool {
    bench.routes.has_learned(bench.trip) && sea_part(bench.trip, true).is_some()
}

fn judge_transhipments(bench: &Bench<'_>, part: &SeaPart<'_>, verdict: &mut Verdict) {
    if part.between.is_empty() {
        return;
    }
    let (population, _) = of_pair(bench, part, |_| true);
    if population < bench.settings.detour_population_min.min(bench.settings.support_population_min) {
        return verdict.lacks(Indicator::NeedlessTransshipment, "no_history");
    }
    let strongest = part
        .between
        .iter()
        .enumerate()
        .filter_map(|(index, call)| {
            let by_support = unsupported(bench, part, call);
            let by_distance = detour(bench, part, index, call);
            match (by_support, by_distance) {
                // Out of the way and out of use: each makes the other worse.
                (Some(unused), Some(mut far)) => {
                    let (most, least) =
                        (far.strength.max(unused.strength), far.strength.min(unused.strength));
                    far.strength = most + 0.5 * least * (1.0 - most);
                    Some(far)
                }
                // On the way after all, or nobody knows: a port may be new in the schedule.
                (Some(mut unused), None) => {
                    unused.strength *= 0.8;
                    Some(unused)
                }
                (None, far) => far,
            }
        })
        .max_by(|a, b| a.strength.total_cmp(&b.strength));
    verdict.reasons.extend(strongest);
}

/// The transhipment area is hardly ever used between these two.
fn unsupported(bench: &Bench<'_>, part: &SeaPart<'_>, call: &Call) -> Option<Reason> {
    let (population, support) = of_pair(bench, part, |via| via.split('>').any(|area| area == call.area));
    let share = support as f64 / population.max(1) as f64;
    let threshold = bench.settings.support_share_min;
    if population < bench.settings.support_population_min || share >= threshold {
        return None;
    }
    // A hub that vessels omit or add at short notice is less of a surprise than a port no liner calls at.
    let hub = if bench.places.is_hub(&call.area) { 0.6 } else { 1.0 };
    let evidence = graded(population as f64 * threshold, 0.6);
    let reason = Reason::new(
        Indicator::NeedlessTransshipment,
        "support",
        bench.sureness() * hub * (0.35 + 0.5 * evidence),
    )
    .with("value", Param::Share(share))
    .with("threshold", Param::Share(threshold))
    .with("population", Param::Count(population))
    .with("area", Param::Place(call.area.clone()))
    .with("itinerary", itinerary(bench));
    Some(shown_by_call(reason, call))
}

/// History goes without this transhipment, and going there is a long way round.
fn detour(bench: &Bench<'_>, part: &SeaPart<'_>, index: usize, call: &Call) -> Option<Reason> {
    let (population, usual) = of_pair(bench, part, |via| via.split('>').any(|area| area == call.area));
    let (_, shorter) = of_pair(bench, part, |via| {
        let stops = via.split('>').filter(|area| !area.is_empty()).count();
        stops < part.between.len() || !via.split('>').any(|area| area == call.area)
    });
    let share_of = |trips: u64| trips as f64 / population.max(1) as f64;
    if population < bench.settings.detour_population_min
        || share_of(usual) >= USUAL_SHARE
        || share_of(shorter) < 0.2
    {
        return None;
    }
    let calls = &bench.trip.calls;
    // The transhipments stand between the load and the discharge: `index` there is `index + 1` among all calls.
    let before = calls.get(index)?;
    let after = calls.get(index + 2).map_or(part.destination.area, |call| call.area.as_str());
    let position = |area: &str| bench.places.area_position(area);
    let (from, over, to) = (position(&before.area)?, position(&call.area)?, position(after)?);
    let direct = bench.sea.distance_nm(from, to)?;
    let with_call = bench.sea.distance_nm(from, over)? + bench.sea.distance_nm(over, to)?;
    let whole = bench.sea.distance_nm(position(&part.origin.area)?, position(part.destination.area)?)?;
    let added_nm = with_call - direct;
    let share = added_nm / whole.max(1.0);
    let threshold = bench.settings.detour_share_max;
    if !share.is_finite() || share <= threshold {
        return None;
    }
    let reason =
        Reason::new(Indicator::NeedlessTransshipment, "detour", 0.45 + 0.55 * graded(share - threshold, 0.5))
            .with("value", Param::Share(share))
            .with("threshold", Param::Share(threshold))
            .with("population", Param::Count(population))
            .with("added_distance", Param::DistanceNm(added_nm))
            .with("direct_distance", Param::DistanceNm(whole))
            .with("support", Param::Count(usual))
            .with("area", Param::Place(call.area.clone()))
            .with("itinerary", itinerary(bench));
    Some(shown_by_call(reason, call))
}

fn judge_rarity(bench: &Bench<'_>, part: &SeaPart<'_>, verdict: &mut Verdict) {
    let settings = bench.settings;
    let carrier = bench.trip.carrier.as_deref().unwrap_or("");
    let surprise = bench.routes.surprise(part, carrier, is_learned(bench), settings);
    let enough = surprise.population >= settings.rare_population_min
        || surprise.country_population >= 2 * settings.rare_population_min;
    if bench.routes.trips() < settings.route_trips_min || !enough {
        return verdict.lacks(Indicator::RareRoute, "no_history");
    }
    let threshold = bench.routes.alarm_bits(settings);
    if surprise.bits <= threshold {
        return;
    }
    // History of the pair itself weighs more than that of its countries.
    let ground = if surprise.population >= settings.rare_population_min { 1.0 } else { 0.6 };
    let strength = bench.sureness() * ground * (0.3 + 0.7 * graded(surprise.bits - threshold, 2.5));
    let mut reason = Reason::new(Indicator::RareRoute, "", strength)
        .with("value", Param::Number(surprise.bits))
        .with("threshold", Param::Number(threshold))
        .with("population", Param::Count(surprise.population.max(surprise.same)))
        .with("same", Param::Count(surprise.same))
        .with("country_population", Param::Count(surprise.country_population))
        .with("itinerary", itinerary(bench));
    if let Some((usual, trips)) =
        bench.routes.itineraries(&part.origin.area, part.destination.area).into_iter().next()
    {
        reason = reason.with("usual", Param::Places(usual)).with("usual_trips", Param::Count(trips));
    }
    for call in &bench.trip.calls {
        reason = shown_by_call(reason, call);
    }
    verdict.reasons.push(reason);
}

fn judge_pair(bench: &Bench<'_>, part: &SeaPart<'_>, verdict: &mut Verdict) {
    let settings = bench.settings;
    let history_hours = bench.routes.since().map_or(0.0, |since| part.loaded.hours_since(since));
    let long_enough = history_hours >= settings.new_pair_history_days_min * DAY_HOURS;
    if !long_enough || bench.routes.trips() < settings.new_pair_trips_min {
        return verdict.lacks(Indicator::NewPair, "no_history");
    }
    let bits = bench.routes.new_pair_bits();
    if bits < settings.new_pair_bits_min
        || bench.routes.pair(part).is_some_and(|pair| is_old(bench, part, pair))
    {
        return;
    }
    let reason =
        Reason::new(Indicator::NewPair, "pair", 0.25 + 0.5 * graded(bits - settings.new_pair_bits_min, 4.0))
            .with("value", Param::Number(bits))
            .with("threshold", Param::Number(settings.new_pair_bits_min))
            .with("population", Param::Count(bench.routes.trips()))
            .with("months", Param::Count(u64::from(settings.new_pair_months)))
            .with("history", Param::Hours(history_hours))
            .with("pair", Param::Text(pair_key(part)));
    let reason = shown_by_call(reason, part.origin);
    verdict.reasons.push(match part.destination.call {
        Some(call) => shown_by_call(reason, call),
        None => reason,
    });
}

/// Whether an earlier sailing within the months looked back on went between the same two areas.
fn is_old(bench: &Bench<'_>, part: &SeaPart<'_>, pair: &Pair) -> bool {
    let month = month_number(part.loaded);
    let first = month.saturating_sub(i32::try_from(bench.settings.new_pair_months).unwrap_or(i32::MAX));
    let before = part.loaded.plus_hours(-SAME_SAILING_DAYS * DAY_HOURS);
    pair.months.range(first..=month).any(|(_, seen)| seen.earliest < before)
}
