//! The table of normal routes: what it counts, adds up, leaves out and stores.

use crate::life::{at, trips};
use tidewaiter_trips::{DwellRole, NormalRoutes, Trip, TripSettings};

fn trip(start: &str, via: Option<&str>, carrier: &str) -> Trip {
    let day = |days: i64| at(start).plus_days(days).date_text();
    let mut life = format!("{} PICK CNSHG c={carrier}\n{} GTIN CNSHG\n", day(0), day(3));
    life.push_str(&format!("{} LOAD CNSHG x2\n", day(5)));
    if let Some(via) = via {
        life.push_str(&format!("{} DISC {via} x2\n{} LOAD {via} x2\n", day(12), day(16)));
    }
    life.push_str(&format!("{} DISC NLRTM x2\n{} GTOT NLRTM\n{} DROP NLRTM", day(35), day(38), day(42)));
    trips(&life).remove(0)
}

fn learn(trips: &[Trip], as_of: &str) -> NormalRoutes {
    NormalRoutes::learn(trips.iter(), at(as_of), &TripSettings::default())
}

#[test]
fn counts_what_is_complete_and_known() {
    let some = [
        trip("2026-01-01", None, "AAAA"),
        trip("2026-01-03", Some("SGSIN"), "BBBB"),
        trip("2026-01-05", None, "AAAA"),
    ];
    let routes = learn(&some, "2026-06-01");
    assert_eq!(routes.trips(), 3);
    assert_eq!(routes.pair_trips("CNSHG", "NLRTM"), 3);
    let words = |areas: &[&str]| areas.iter().map(|area| (*area).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        routes.itineraries("CNSHG", "NLRTM"),
        [(words(&["CNSHG", "NLRTM"]), 2), (words(&["CNSHG", "SGSIN", "NLRTM"]), 1)]
    );
    let dwell = routes.dwell(DwellRole::Transhipment, Some("SGSIN")).unwrap();
    assert_eq!(dwell.population(), 1);
    assert!((dwell.spread().unwrap().median_hours / 96.0 - 1.0).abs() < 0.1);
    assert_eq!(routes.dwell(DwellRole::Origin, None).unwrap().population(), 3);
    assert_eq!(routes.leg("CNSHG", "NLRTM").unwrap().population(), 2);
    assert_eq!(routes.milestones("AAAA"), (4, 0));
    // Before the trips were over, nothing of them is known.
    assert_eq!(learn(&some, "2026-02-01").trips(), 0);
}

#[test]
fn tables_add_up_in_any_order() {
    let some: Vec<Trip> =
        (1..=20).map(|n| trip(&format!("2026-01-{n:02}"), (n % 3 == 0).then_some("SGSIN"), "AAAA")).collect();
    let whole = learn(&some, "2026-06-01");
    let mut turned = some.clone();
    turned.reverse();
    assert_eq!(learn(&turned, "2026-06-01"), whole);
    let (first, second) = some.split_at(7);
    let mut sum = learn(second, "2026-06-01");
    sum.merge(&learn(first, "2026-06-01"), &TripSettings::default());
    assert_eq!(sum, whole);
}

#[test]
fn is_stored_and_read_back() {
    let routes = learn(&[trip("2026-01-01", Some("SGSIN"), "AAAA")], "2026-06-01");
    let text = serde_json::to_string(&routes).unwrap();
    assert_eq!(serde_json::from_str::<NormalRoutes>(&text).unwrap(), routes);
}

#[test]
fn an_open_trip_teaches_nothing_about_routes() {
    let open = trips("2026-01-01 PICK CNSHG\n2026-01-05 LOAD CNSHG x2\n2026-01-12 DISC SGSIN x2");
    assert_eq!(learn(&open, "2026-06-01").trips(), 0);
}

#[test]
fn rows_hold_the_whole_table_and_another_version_is_refused() {
    let some: Vec<Trip> =
        (1..=20).map(|n| trip(&format!("2026-01-{n:02}"), (n % 3 == 0).then_some("SGSIN"), "AAAA")).collect();
    let (routes, settings) = (learn(&some, "2026-06-01"), TripSettings::default());
    let rows = routes.to_rows();
    assert_eq!(NormalRoutes::from_rows(rows.clone(), &settings).unwrap(), routes);
    let mut other = rows.clone();
    other[0].count += 1;
    let error = NormalRoutes::from_rows(other, &settings).unwrap_err();
    assert!(error.to_string().contains("version"), "{error}");
    let headless = rows.into_iter().skip(1);
    assert!(NormalRoutes::from_rows(headless, &settings).is_err());
}

#[test]
fn a_new_service_becomes_normal_within_weeks() {
    // Two years direct, a box a week; then four weeks of six boxes over Colombo.
    let start = at("2024-01-01");
    let old = (0..104).map(|week| trip(&start.plus_days(week * 7).date_text(), None, "AAAA"));
    let begun = at("2026-01-05");
    let new = (0..24).map(|box_| trip(&begun.plus_days(box_).date_text(), Some("LKCMB"), "AAAA"));
    let all: Vec<Trip> = old.chain(new).collect();
    let judged = |trips: &[Trip]| {
        let routes = learn(trips, "2026-12-01");
        let (reasons, _) = crate::life::judged(&all[all.len() - 1], &routes, "2026-12-01");
        reasons.into_iter().map(|reason| reason.indicator.code()).collect::<Vec<_>>()
    };
    // The first box of it is odd; after four weeks the last is not.
    let first: Vec<Trip> = all[..104].iter().chain(&all[127..]).cloned().collect();
    assert!(judged(&first).contains(&"RT-RARE"), "{:?}", judged(&first));
    assert_eq!(judged(&all), Vec::<&str>::new());
}
