//! RT-LOOP and RT-RARE, and which of the route's indicators can be judged at all.

use super::verdict::Verdict;
use super::{Bench, SeaPart, graded, pair, transhipment};
use tidewaiter_model::reason::{Indicator, Param};

/// The indicators that need an origin and a destination.
const OF_PAIRS: [Indicator; 3] = [Indicator::NeedlessTransshipment, Indicator::RareRoute, Indicator::NewPair];

/// `begun` says whether the beginning was seen, where that matters.
pub(super) fn judge(bench: &Bench<'_>, begun: bool, verdict: &mut Verdict<'_>) {
    let lack = |verdict: &mut Verdict<'_>, missing| {
        OF_PAIRS.iter().for_each(|indicator| verdict.lacks(*indicator, missing));
    };
    judge_listed(bench, verdict);
    if bench.shape.calls.is_empty() {
        verdict.lacks(Indicator::RouteLoop, "no_sea_event");
        return lack(verdict, "no_sea_event");
    }
    judge_loop(bench, verdict);
    let part = match bench.ahead {
        Some(destination) => bench.shape.sea_part_ahead(destination),
        None => bench.shape.sea_part(),
    };
    let Some(part) = part else {
        return lack(verdict, if bench.shape.laden { "sea_part_incomplete" } else { "empty_box" });
    };
    // An empty being repositioned, or a loop, has no pair to be compared with.
    if part.origin == part.destination {
        return lack(verdict, "origin_is_destination");
    }
    // The first load known may be a transhipment whose journey began elsewhere: then its pair is not known.
    if bench.ahead.is_some() && !begun {
        return lack(verdict, "no_load");
    }
    transhipment::judge(bench, &part, verdict);
    if bench.ahead.is_some() {
        // The rest of the way is not known.
        verdict.lacks(Indicator::RareRoute, "journey_not_over");
    } else {
        judge_rarity(bench, &part, verdict);
    }
    pair::judge(bench, &part, verdict);
}

fn judge_loop(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    let calls = bench.shape.calls;
    if !bench.shape.laden {
        return verdict.lacks(Indicator::RouteLoop, "empty_box");
    }
    let again = calls.iter().enumerate().find_map(|(index, call)| {
        let earlier = calls.get(..index)?.iter().find(|earlier| earlier.area == call.area)?;
        Some((earlier, call))
    });
    let Some((first, second)) = again else { return };
    let ends_meet = calls.first().map(|call| call.area) == calls.last().map(|call| call.area);
    let variant = if ends_meet { "origin_is_destination" } else { "visited_twice" };
    // Where vessel or gate events had to stand for a load or discharge, the loop may be in the messages only.
    let sure = if first.inferred || second.inferred { 0.75 } else { 1.0 };
    let strength = sure * bench.sureness() * 0.95;
    let visits = calls.iter().filter(|call| call.area == second.area).count();
    verdict.fire(Indicator::RouteLoop, variant, strength, |say| {
        say.with("value", Param::Count(visits as u64))
            .with("threshold", Param::Count(1))
            .with("population", Param::Count(calls.len() as u64))
            .place("area", &bench.shape, second.area)
            .itinerary()
            .call(&bench.shape, first)
            .call(&bench.shape, second)
    });
}

fn judge_rarity(bench: &Bench<'_>, part: &SeaPart<'_>, verdict: &mut Verdict<'_>) {
    let (routes, settings) = (bench.with.routes, bench.with.settings);
    if routes.is_usual_way(part, bench.shape.areas) {
        return;
    }
    let surprise =
        routes.surprise(part, bench.shape.areas, bench.shape.carrier(), bench.route_learned(), settings);
    let needed = settings.rare_population_min as f64;
    let enough = surprise.population >= needed || surprise.country_population >= 2.0 * needed;
    if routes.trips() < settings.route_trips_min || !enough {
        return verdict.lacks(Indicator::RareRoute, "no_history");
    }
    let threshold = routes.alarm_bits(settings);
    if surprise.bits <= threshold {
        return;
    }
    // History of the pair itself weighs more than that of its countries.
    let ground = if surprise.population >= needed { 1.0 } else { 0.6 };
    let strength = bench.sureness() * ground * (0.3 + 0.7 * graded(surprise.bits - threshold, 2.5));
    verdict.fire(Indicator::RareRoute, "", strength, |say| {
        let (origin, destination) =
            (&bench.shape.areas.get(part.origin).code, &bench.shape.areas.get(part.destination).code);
        let mut say = say
            .with("value", Param::Number(surprise.bits))
            .with("threshold", Param::Number(threshold))
            .with("population", Param::Count(surprise.population.max(surprise.same) as u64))
            .with("same", Param::Count(surprise.same as u64))
            .with("country_population", Param::Count(surprise.country_population as u64))
            .itinerary();
        if let Some(usual) = routes.usual_ways(origin, destination, None).into_iter().next() {
            say =
                say.with("usual", Param::Places(usual.areas)).with("usual_trips", Param::Count(usual.trips));
        }
        bench.shape.calls.iter().fold(say, |say, call| say.call(&bench.shape, call))
    });
}

/// RT-HRP: a call in a place or country that the administration lists, among the last calls of the sea part.
fn judge_listed(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    let settings = bench.with.settings;
    if settings.high_risk_places.is_empty() && settings.high_risk_countries.is_empty() {
        return verdict.lacks(Indicator::HighRiskPlace, "no_list");
    }
    let calls = bench.shape.calls;
    let first = calls.len().saturating_sub(settings.high_risk_stops);
    let listed = calls.iter().enumerate().skip(first).find_map(|(index, call)| {
        let area = bench.shape.areas.get(call.area);
        let by_place = settings.high_risk_places.iter().any(|place| **place == *area.code);
        let by_country = settings.high_risk_countries.iter().any(|country| **country == *area.country);
        (by_place || by_country).then_some((index, call, if by_place { "place" } else { "country" }))
    });
    let Some((index, call, variant)) = listed else { return };
    let stops = calls.len() - index;
    verdict.fire(Indicator::HighRiskPlace, variant, 0.5, |say| {
        say.place("value", &bench.shape, call.area)
            .with("threshold", Param::Count(settings.high_risk_stops as u64))
            .with("population", Param::Count(calls.len() as u64))
            .with("stops", Param::Count(stops as u64))
            .place("area", &bench.shape, call.area)
            .itinerary()
            .call(&bench.shape, call)
    });
}
