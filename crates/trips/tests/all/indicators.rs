//! Each indicator: a history, a trip, and what must and must not be said of it.

use crate::life::{at, judged, trips};
use std::sync::LazyLock;
use tidewaiter_model::reason::{Indicator, Reason};
use tidewaiter_trips::{NormalRoutes, Trip, TripSettings};

/// A life from Shanghai to Rotterdam; `change` may alter the lines.
pub(crate) fn life(start: &str, via: &str, destination: &str, stay_days: i64) -> String {
    let day = |days: i64| at(start).plus_days(days).date_text();
    let mut life = format!("{} PICK CNSHG empty c=AAAA\n{} STUF CNSHG\n", day(0), day(1));
    life.push_str(&format!("{} GTIN CNSHG laden x2 s=S1 m=24000\n", day(3)));
    life.push_str(&format!("{} LOAD CNSHG laden x2 s=S1 m=24000\n", day(5)));
    let mut at_day = 12;
    for via in via.split_whitespace() {
        at_day += if via == "BRSSZ" { 20 } else { 0 };
        life.push_str(&format!("{} DISC {via} laden x2 s=S1\n", day(at_day)));
        life.push_str(&format!("{} LOAD {via} laden x2 s=S1\n", day(at_day + 3)));
        at_day += 10;
    }
    let arrived = 35.max(at_day + 10);
    life.push_str(&format!("{} DISC {destination} laden x2 s=S1 m=24000\n", day(arrived)));
    life.push_str(&format!("{} GTOT {destination} laden x2\n", day(arrived + stay_days)));
    life.push_str(&format!("{} STRP {destination}\n", day(arrived + stay_days + 1)));
    life.push_str(&format!("{} DROP {destination} empty", day(arrived + stay_days + 3)));
    life
}

/// A year of direct trips and trips over Singapore to Rotterdam and Hamburg.
pub(crate) static HISTORY: LazyLock<NormalRoutes> = LazyLock::new(|| {
    let mut all: Vec<Trip> = Vec::new();
    for n in 0..600i64 {
        let start = at("2025-01-01").plus_hours(n as f64 * 12.0).date_text();
        let (via, destination) =
            (if n % 3 == 0 { "SGSIN" } else { "" }, if n % 2 == 0 { "NLRTM" } else { "DEHAM" });
        all.append(&mut trips(&life(&start, via, destination, 1 + n / 2 % 5)));
    }
    NormalRoutes::learn(all.iter(), at("2026-03-01"), &TripSettings::default())
});

fn reasons(life: &str, as_of: &str) -> Vec<Reason> {
    let mut trips = trips(life);
    assert_eq!(trips.len(), 1, "{trips:#?}");
    judged(&trips.remove(0), &HISTORY, as_of).0
}

/// The codes with variants that fire, each with its strength between the bounds.
#[track_caller]
pub(crate) fn check(life: &str, expected: &[(&str, f64, f64)]) {
    let found = reasons(life, "2026-09-01");
    let named: Vec<String> = found
        .iter()
        .map(|reason| format!("{} {}", reason.indicator, reason.variant).trim().to_owned())
        .collect();
    let wanted: Vec<&str> = expected.iter().map(|(name, _, _)| *name).collect();
    assert_eq!(named, wanted, "{life}\n{found:#?}");
    for (reason, (name, low, high)) in found.iter().zip(expected) {
        assert!((*low..=*high).contains(&reason.strength), "{name} {}", reason.strength);
        assert!(!reason.evidence.is_empty() && reason.params.contains_key("value"), "{reason:#?}");
    }
}

pub(crate) const START: &str = "2026-03-01";

#[test]
fn ordinary_trips_raise_nothing() {
    check(&life(START, "", "NLRTM", 3), &[]);
    check(&life(START, "SGSIN", "DEHAM", 4), &[]);
    // A storm: five days more.
    check(&life(START, "", "NLRTM", 8), &[]);
}

#[test]
fn a_route_that_loops() {
    check(
        &life(START, "SGSIN LKCMB SGSIN", "NLRTM", 3),
        &[("RT-LOOP visited_twice", 0.8, 1.0), ("RT-TS detour", 0.3, 1.0), ("RT-RARE", 0.5, 1.0)],
    );
}

#[test]
fn a_needless_transhipment() {
    // Santos is a third of the world out of the way.
    let found = reasons(&life(START, "BRSSZ", "NLRTM", 3), "2026-09-01");
    let transhipment =
        found.iter().find(|reason| reason.indicator == Indicator::NeedlessTransshipment).unwrap();
    assert_eq!(transhipment.variant, "detour");
    assert!(transhipment.strength > 0.6, "{transhipment:#?}");
    assert!(found.iter().any(|reason| reason.indicator == Indicator::RareRoute));
    // Colombo lies on the way: hardly ever used, but no detour.
    let found = reasons(&life(START, "LKCMB", "NLRTM", 3), "2026-09-01");
    let on_the_way =
        found.iter().find(|reason| reason.indicator == Indicator::NeedlessTransshipment).unwrap();
    assert_eq!(on_the_way.variant, "support");
    assert!(on_the_way.strength < transhipment.strength);
}

#[test]
fn a_pair_never_seen() {
    check(&life(START, "", "USLAX", 3), &[("RT-NEWOD pair", 0.25, 1.0)]);
    // With little history nobody can say.
    let trip = trips(&life(START, "", "USLAX", 3)).remove(0);
    let (reasons, missing) = judged(&trip, &NormalRoutes::default(), "2026-09-01");
    assert!(reasons.is_empty(), "{reasons:#?}");
    let missing: Vec<(&str, &str)> =
        missing.iter().map(|m| (m.indicator.code(), m.missing.as_str())).collect();
    assert_eq!(
        missing,
        [
            ("RT-RARE", "no_history"),
            ("RT-NEWOD", "no_history"),
            ("TM-DWELL", "no_history"),
            ("ID-SWAP", "no_transhipment"),
            ("RT-HRP", "no_list"),
        ]
    );
}

#[test]
fn a_long_stay() {
    check(
        &life(START, "", "NLRTM", 40),
        &[("TM-DWELL destination", 0.8, 1.0), ("DC-GAP silence_ashore", 0.0, 0.4)],
    );
    check(&life(START, "", "NLRTM", 14), &[("TM-DWELL destination", 0.2, 1.0)]);
    // Still there: judged as of now, with less weight.
    let open: Vec<String> = life(START, "", "NLRTM", 3)
        .lines()
        .filter(|l| !l.contains("GTOT") && !l.contains("STRP") && !l.contains("DROP"))
        .map(str::to_owned)
        .collect();
    let found = reasons(&open.join("\n"), "2026-05-01");
    assert_eq!(
        found.first().map(|reason| reason.variant.as_str()),
        Some("destination_ongoing"),
        "{found:#?}"
    );
    assert!(reasons(&open.join("\n"), "2026-04-10").is_empty());
}

#[test]
fn empty_at_sea() {
    let life = life(START, "", "NLRTM", 3)
        .replace("LOAD CNSHG laden", "LOAD CNSHG empty")
        .replace("DISC NLRTM laden", "DISC NLRTM empty");
    check(&life, &[("EF-CONF empty_at_sea", 0.8, 1.0)]);
    // Leaving the port empty without having been stripped there says less than being empty at sea.
    let life = self::life(START, "", "NLRTM", 3).replace("GTOT NLRTM laden x2", "GTOT NLRTM empty");
    check(&life, &[("EF-CONF changed", 0.1, 0.3)]);
}

#[test]
fn a_seal_that_changes() {
    let changed =
        life(START, "SGSIN", "NLRTM", 3).replace("LOAD SGSIN laden x2 s=S1", "LOAD SGSIN laden x2 s=S2");
    let changed = changed.replace("DISC NLRTM laden x2 s=S1", "DISC NLRTM laden x2 s=S2");
    check(&changed, &[("SL-CHG changed", 0.7, 1.0)]);
    // Customs opened it.
    let inspected = format!("{changed}\n{} INSP SGSIN", at(START).plus_days(13).date_text());
    check(&inspected, &[]);
    // The same seal written otherwise; and one of two seals.
    check(
        &life(START, "SGSIN", "NLRTM", 3).replace("LOAD SGSIN laden x2 s=S1", "LOAD SGSIN laden x2 s=s-1"),
        &[],
    );
    check(
        &life(START, "SGSIN", "NLRTM", 3).replace("LOAD SGSIN laden x2 s=S1", "LOAD SGSIN laden x2 s=Q9"),
        &[],
    );
}

#[test]
fn a_mass_that_differs() {
    let life = life(START, "", "NLRTM", 3);
    let discharge = life.lines().find(|line| line.contains("DISC NLRTM")).unwrap().to_owned();
    check(&life.replace(&discharge, &discharge.replace("24000", "25100")), &[]);
    check(
        &life.replace(&discharge, &discharge.replace("24000", "17000")),
        &[("WT-ANOM between_events", 0.5, 1.0)],
    );
    // The weight of an empty box: one source may have counted it and the other not.
    check(
        &life.replace(&discharge, &discharge.replace("24000", "21700")),
        &[("WT-ANOM between_events", 0.0, 0.35)],
    );
}

#[test]
fn silence_and_missing_milestones() {
    let life = life(START, "", "NLRTM", 3);
    let no_discharge: Vec<&str> = life.lines().filter(|line| !line.contains("DISC NLRTM")).collect();
    check(&no_discharge.join("\n"), &[("DC-GAP milestone", 0.0, 0.6)]);
    let aboard: Vec<&str> = life.lines().take(4).collect();
    let found = reasons(&aboard.join("\n"), "2026-09-01");
    assert_eq!(
        found.first().map(|reason| reason.variant.as_str()),
        Some("silence_aboard_ongoing"),
        "{found:#?}"
    );
    assert!(reasons(&aboard.join("\n"), "2026-04-10").is_empty());
}

#[test]
fn a_container_number_that_is_wrong() {
    for (number, expected) in [
        ("MSKU1234565", None),
        ("APZU2134567", Some("check_digit")),
        ("MSTI6415664", Some("category")),
        ("?", Some("shape")),
    ] {
        let mut trip = trips(&life(START, "", "NLRTM", 3)).remove(0);
        trip.container = number.to_owned();
        let (reasons, _) = judged(&trip, &HISTORY, "2026-09-01");
        assert_eq!(reasons.first().map(|reason| reason.variant.as_str()), expected, "{number}");
    }
}

#[test]
fn what_was_learned_is_left_out_of_its_own_judgement() {
    // The only trip of its pair is as new to the table that has learned it as to one that has not.
    let odd = trips(&life("2025-11-20", "", "USLAX", 3)).remove(0);
    let mut with_it = HISTORY.clone();
    let settings = TripSettings::default();
    with_it.merge(&NormalRoutes::learn([&odd].into_iter(), at("2026-03-01"), &settings), &settings);
    for routes in [&*HISTORY, &with_it] {
        let (reasons, _) = judged(&odd, routes, "2026-03-01");
        let fired: Vec<&str> = reasons.iter().map(|reason| reason.indicator.code()).collect();
        assert_eq!(fired, ["RT-NEWOD"]);
    }
}
