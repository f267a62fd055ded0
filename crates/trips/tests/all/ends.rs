//! Pick-ups and returns that nobody reported.

use crate::life::{BOX, at, line, places, rows};
use tidewaiter_model::batch::{StatusBatch, StatusRow};
use tidewaiter_trips::{Gazetteer, Kernel, Learner, Report, Trip, TripSettings, rebuild_rows};

/// A journey from Shanghai to Rotterdam of which everything is reported: four days from the pick-up to the gate, three
/// from stripping to the return.
fn whole(number: i64) -> String {
    let day = |days: i64| at("2025-01-01").plus_days(100 * number + days).date_text();
    format!(
        "{} PICK CNSHG empty\n{} GTIN CNSHG laden\n{} LOAD CNSHG laden\n{} DISC NLRTM laden\n{} GTOT NLRTM laden\n\
         {} STRP NLRTM\n{} DROP NLRTM empty\n",
        day(0),
        day(4),
        day(6),
        day(36),
        day(38),
        day(40),
        day(43)
    )
}

/// The trips of a life after so many whole ones were seen.
fn trips(life: &str, learned_from: i64) -> Vec<Trip> {
    let mut batch = StatusBatch::new();
    let seen: String = (0..learned_from).map(whole).collect();
    let seen = rows(&seen, &mut batch, 1);
    let own = rows(life, &mut batch, 2);
    let all: Vec<StatusRow> = seen.iter().chain(&own).copied().collect();
    let areas = Gazetteer::of_rows(&batch.texts, places(), &all);
    let settings = TripSettings::default();
    let mut learner = Learner::new(&batch.texts, &areas, &settings);
    learner.add(&seen.iter().map(Report::from).collect::<Vec<_>>());
    let learned = learner.finish();
    rebuild_rows(&mut Kernel::new(&batch.texts, &areas, &learned, &settings), BOX, &own)
}

#[track_caller]
fn check(life: &str, expected: &[&str]) {
    let found: Vec<String> = trips(life, 30).iter().map(line).collect();
    assert_eq!(found, expected, "{life}");
}

const NO_PICK_UP: &str = "2025-02-05 GTIN CNSHG laden x3\n2025-02-07 LOAD CNSHG laden x3\n\
    2025-03-07 DISC NLRTM laden x3\n2025-03-12 DROP NLRTM empty x3\n";

#[test]
fn a_pick_up_that_nobody_reported_is_reckoned_and_says_so() {
    check(NO_PICK_UP, &["closed 2025-02-01..2025-03-12 CNSHG>NLRTM | PICK CNSHG inferred"]);
    let trip = &trips(NO_PICK_UP, 30)[0];
    assert_eq!(trip.inferred, [true, false]);
    let reckoned = &trip.events[0];
    assert!(!reckoned.believed && reckoned.reports == 0 && reckoned.messages.is_empty(), "{reckoned:?}");
    // What nobody reported is no silence and makes nothing surer.
    let bare = &trips(NO_PICK_UP, 0)[0];
    assert_eq!((trip.reports, trip.confidence), (bare.reports, bare.confidence));
    assert_eq!(trip.longest_silence_hours, bare.longest_silence_hours);
}

#[test]
fn nothing_is_reckoned_before_enough_is_learned() {
    let found: Vec<String> = trips(NO_PICK_UP, 5).iter().map(line).collect();
    assert_eq!(found, ["closed 2025-02-05..2025-03-12 CNSHG>NLRTM"]);
}

#[test]
fn a_return_is_reckoned_only_once_the_next_trip_is_known() {
    let open = "2025-02-01 PICK CNSHG empty x3\n2025-02-07 LOAD CNSHG laden x3\n2025-03-07 DISC NLRTM laden x3\n\
        2025-03-12 STRP NLRTM x3\n";
    check(open, &["open 2025-02-01..2025-03-12 CNSHG>NLRTM"]);
    let next = "2025-05-01 PICK NLRTM empty x3\n2025-05-07 LOAD NLRTM laden x3\n";
    check(
        &format!("{open}{next}"),
        &[
            "closed 2025-02-01..2025-03-15 CNSHG>NLRTM | DROP NLRTM inferred",
            "open 2025-05-01..2025-05-07 NLRTM aboard",
        ],
    );
}

#[test]
fn a_street_turn_has_neither_return_nor_pick_up() {
    let stripped = "2025-02-01 PICK CNSHG empty x3\n2025-02-07 LOAD CNSHG laden x3\n2025-03-07 DISC NLRTM laden x3\n\
        2025-03-12 STRP NLRTM x3\n";
    let turned = "2025-03-15 STUF NLRTM x3\n2025-03-17 GTIN NLRTM laden x3\n2025-03-18 LOAD NLRTM laden x3\n\
        2025-04-18 DISC CNSHG laden x3\n2025-04-20 DROP CNSHG empty x3\n";
    // Nothing is known of the time from a pick-up to stuffing: the end has its room all the same.
    check(
        &format!("{stripped}{turned}"),
        &[
            "closed 2025-02-01..2025-03-15 CNSHG>NLRTM | DROP NLRTM inferred",
            "closed 2025-03-15..2025-04-20 NLRTM>CNSHG",
        ],
    );
    // Three days to the return and four to the gate do not fit into five.
    let turned = turned.split_once('\n').unwrap().1;
    check(
        &format!("{stripped}{turned}"),
        &["closed 2025-02-01..2025-03-12 CNSHG>NLRTM", "closed 2025-03-17..2025-04-20 NLRTM>CNSHG"],
    );
}

#[test]
fn an_empty_that_is_brought_elsewhere_is_not_picked_up() {
    check(
        "2025-02-05 GTIN CNSHG empty x3\n2025-02-07 LOAD CNSHG empty x3\n2025-03-07 DISC NLRTM empty x3\n",
        &["open 2025-02-05..2025-03-07 CNSHG>NLRTM empty"],
    );
}
