//! How usual a trip's route is, in words.

use super::{Frame, compare};
use crate::cases::place_name;
use crate::views::RouteSupport;
use crate::words::{Words, printable};
use fluent_bundle::FluentValue;
use tidewaiter_trips::{Bound, Trip};

/// Ways named are those that most boxes go, until this share of them is named.
const NAMED_SHARE: f64 = 0.9;
/// Ways named at most.
const NAMED_MAX: usize = 3;
/// Boxes of a carrier between two areas below which nothing is said of it.
const CARRIER_BOXES_MIN: u64 = 10;

/// The port areas of a trip's sea part and, while it is on its way, where it is bound for.
pub(super) fn areas(trip: &Trip, ahead: Option<Bound<'_>>) -> Vec<String> {
    let mut areas: Vec<String> = trip.itinerary().into_iter().map(str::to_owned).collect();
    if let Some(bound) = ahead
        && !areas.iter().any(|area| area == bound.area)
    {
        areas.push(bound.area.to_owned());
    }
    areas
}

/// The route beside the normal ones. `None` of a route that has no two ends.
pub(super) fn support(this: &[String], carrier: Option<&str>, frame: &Frame<'_>) -> Option<RouteSupport> {
    let (from, to) = (this.first()?, this.last()?);
    if this.len() < 2 || from == to {
        return None;
    }
    let compared = compare::routes(this, frame)?;
    let name = |area: &str| place_name(area, frame.settings).0;
    let words = frame.words;
    let ways: Vec<Way> = compared
        .usual
        .iter()
        .map(|way| Way { count: way.count, names: way.stops.iter().map(|stop| stop.name.clone()).collect() })
        .collect();
    let ends = [("from", name(from).into()), ("to", name(to).into())];
    let text = normal_text("route-normal", compared.population, &ways, &ends, words);
    let carrier_text = carrier.map_or_else(String::new, |carrier| {
        let usual = frame.routes.usual_ways(from, to, Some(carrier));
        let population = usual.iter().map(|way| way.trips).sum();
        let ways: Vec<Way> = usual
            .iter()
            .map(|way| Way { count: way.trips, names: way.areas.iter().map(|area| name(area)).collect() })
            .collect();
        let [_, to] = ends.clone();
        let with = [("carrier", printable(carrier).into()), to];
        // Of few boxes, or of all there are, a carrier's own ways say nothing more.
        if population < CARRIER_BOXES_MIN || population == compared.population {
            return String::new();
        }
        normal_text("route-carrier", population, &ways, &with, words)
    });
    let same = compared.usual.iter().find(|way| way.same);
    let this_text = match same {
        _ if compared.population == 0 => words.label("route-this-first"),
        None => words.say(
            "route-this-never",
            &[("population", count(compared.population, words).into()), ("n", compared.population.into())],
        ),
        Some(way) => words.say(
            "route-this",
            &[
                ("count", count(way.count, words).into()),
                ("population", count(compared.population, words).into()),
                ("share", words.share(way.share).into()),
            ],
        ),
    };
    Some(RouteSupport { text, carrier_text, this_text, compared })
}

fn count(number: u64, words: &Words) -> String {
    words.number(number as f64, 0)
}

/// One of the ways between two areas.
struct Way {
    count: u64,
    /// Names of its areas, the two ends among them.
    names: Vec<String>,
}

/// "97 % of 1,240 boxes from A to B went via D or via E".
fn normal_text(
    key: &str,
    population: u64,
    ways: &[Way],
    with: &[(&str, FluentValue<'_>); 2],
    words: &Words,
) -> String {
    let mut named: Vec<String> = Vec::new();
    let mut boxes = 0;
    // The ways stand most frequent first.
    for way in ways.iter().take(NAMED_MAX) {
        if boxes as f64 >= NAMED_SHARE * population as f64 {
            break;
        }
        boxes += way.count;
        named.push(way_text(way, words));
    }
    if named.is_empty() {
        return words.say("route-none", with);
    }
    let share = boxes as f64 / population.max(1) as f64;
    let mut arguments = vec![
        ("share", words.share(share.min(1.0)).into()),
        ("population", count(population, words).into()),
        ("n", population.into()),
        ("ways", either(named, words).into()),
    ];
    arguments.extend(with.iter().cloned());
    words.say(key, &arguments)
}

fn way_text(way: &Way, words: &Words) -> String {
    let between = way.names.get(1..way.names.len().saturating_sub(1)).unwrap_or_default();
    if between.is_empty() {
        words.label("route-direct")
    } else {
        words.say("route-via", &[("places", between.join(" → ").into())])
    }
}

/// One of several: "a, b or c".
fn either(mut members: Vec<String>, words: &Words) -> String {
    match members.pop() {
        Some(last) if !members.is_empty() => {
            let before = words.list(members.into_iter());
            words.say("route-either", &[("before", before.into()), ("last", last.into())])
        }
        last => last.unwrap_or_default(),
    }
}
