//! Lives of boxes and the trips they must give.

use crate::life::{lines, trips};

#[track_caller]
fn check(life: &str, expected: &[&str]) {
    let trips = trips(life);
    assert_eq!(lines(&trips), expected);
}

const PLAIN: &str = "
    2026-01-01 PICK CNSHG empty x2
    2026-01-02 STUF CNSHG laden
    2026-01-04 GTIN CNSHG laden x3
    2026-01-06 LOAD CNSHG laden x3 v=9000001
    2026-01-06T20:00 DEPA CNSHG v=9000001
    2026-02-03T06:00 ARRI NLRTM v=9000001
    2026-02-04 DISC NLRTM laden x3 v=9000001
    2026-02-06 GTOT NLRTM laden x2
    2026-02-08 STRP NLRTM
    2026-02-10 DROP NLRTM empty x2";

#[test]
fn a_plain_trip() {
    check(PLAIN, &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM"]);
}

#[test]
fn duplicates_with_jitter_are_one_event() {
    let trips = trips(PLAIN);
    let load = trips[0].events.iter().find(|event| event.event.as_str() == "LOAD").unwrap();
    assert_eq!(load.reports, 3);
    assert_eq!(load.sources, ["HUB", "LINE", "TERM"]);
    // The median of 10:00, 12:00 and 15:00.
    assert_eq!(load.time, crate::life::at("2026-01-06"));
    assert_eq!(trips[0].events.len(), 10);
    assert!(trips[0].confidence > 0.95, "{}", trips[0].confidence);
    assert_eq!(trips[0].vessels(), ["9000001"]);
}

#[test]
fn a_transhipment_is_a_call() {
    check(
        "2026-01-01 PICK CNSHG
         2026-01-04 GTIN CNSHG
         2026-01-06 LOAD CNSHG x2 v=9000001
         2026-01-13 DISC SGSIN x2 v=9000001
         2026-01-18 LOAD SGSIN x2 v=9000002
         2026-02-10 DISC NLRTM x2 v=9000002
         2026-02-12 GTOT NLRTM
         2026-02-14 DROP NLRTM",
        &["closed 2026-01-01..2026-02-14 CNSHG>SGSIN>NLRTM"],
    );
}

#[test]
fn half_reported_transhipments_are_calls() {
    for missing in ["DISC SGSIN", "LOAD SGSIN"] {
        let life = "2026-01-01 PICK CNSHG
            2026-01-06 LOAD CNSHG x2
            2026-01-13 DISC SGSIN x2
            2026-01-18 LOAD SGSIN x2
            2026-02-10 DISC NLRTM x2
            2026-02-14 DROP NLRTM";
        let life: Vec<&str> = life.lines().filter(|line| !line.contains(missing)).collect();
        check(&life.join("\n"), &["closed 2026-01-01..2026-02-14 CNSHG>SGSIN>NLRTM"]);
    }
}

#[test]
fn vessel_and_gate_events_stand_for_missing_loads_and_discharges() {
    check(
        "2026-01-01 PICK CNSHG
         2026-01-04 GTIN CNSHG
         2026-01-06 DEPA CNSHG v=9000001
         2026-02-03 ARRI NLRTM v=9000001
         2026-02-06 GTOT NLRTM
         2026-02-10 DROP NLRTM",
        &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM"],
    );
    check(
        "2026-01-01 PICK CNSHG
         2026-01-04 GTIN CNSHG
         2026-02-04 DISC NLRTM x2
         2026-02-06 GTOT NLRTM
         2026-02-10 DROP NLRTM",
        &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM"],
    );
}

#[test]
fn missing_pick_up_and_missing_return() {
    check(
        "2026-01-04 GTIN CNSHG laden
         2026-01-06 LOAD CNSHG x2
         2026-02-04 DISC NLRTM x2
         2026-02-06 GTOT NLRTM
         # no return, and the next journey begins
         2026-03-01 PICK NLRTM
         2026-03-04 GTIN NLRTM
         2026-03-06 LOAD NLRTM x2
         2026-04-04 DISC CNSHG x2
         2026-04-06 GTOT CNSHG
         2026-04-09 DROP CNSHG
         # no pick-up either
         2026-05-01 STUF CNSHG
         2026-05-03 GTIN CNSHG
         2026-05-05 LOAD CNSHG x2",
        &[
            "closed 2026-01-04..2026-02-06 CNSHG>NLRTM",
            "closed 2026-03-01..2026-04-09 NLRTM>CNSHG",
            "open 2026-05-01..2026-05-05 CNSHG aboard",
        ],
    );
}

#[test]
fn a_street_turn_begins_a_trip() {
    check(
        "2026-01-01 PICK CNSHG
         2026-01-06 LOAD CNSHG x2
         2026-02-04 DISC NLRTM x2
         2026-02-06 GTOT NLRTM laden
         2026-02-08 STRP NLRTM
         2026-02-09 STUF NLRTM
         2026-02-11 GTIN NLRTM laden
         2026-02-13 LOAD NLRTM x2
         2026-02-27 DISC USLAX x2
         2026-03-02 GTOT USLAX
         2026-03-05 DROP USLAX",
        &["closed 2026-01-01..2026-02-08 CNSHG>NLRTM", "closed 2026-02-09..2026-03-05 NLRTM>USLAX"],
    );
    // Neither stripping nor stuffing is reported: only that it leaves laden and comes back laden for another vessel.
    check(
        "2026-01-01 PICK CNSHG
         2026-01-06 LOAD CNSHG x2
         2026-02-04 DISC NLRTM x2
         2026-02-06 GTOT NLRTM laden
         2026-02-16 GTIN NLRTM laden
         2026-02-18 LOAD NLRTM x2
         2026-03-18 DISC USLAX x2
         2026-03-20 GTOT USLAX",
        &["closed 2026-01-01..2026-02-06 CNSHG>NLRTM", "open 2026-02-16..2026-03-20 NLRTM>USLAX"],
    );
}

#[test]
fn a_move_between_terminals_is_no_trip() {
    check(
        "2026-01-01 PICK CNSHG
         2026-01-06 LOAD CNSHG x2
         2026-01-14 DISC SGSIN laden x2
         2026-01-15 GTOT SGSIN laden
         2026-01-15T20:00 GTIN SGSIN laden
         2026-01-20 LOAD SGSIN laden x2
         2026-02-12 DISC NLRTM x2
         2026-02-16 DROP NLRTM",
        &["closed 2026-01-01..2026-02-16 CNSHG>SGSIN>NLRTM"],
    );
}

#[test]
fn an_empty_on_a_vessel_is_no_laden_trip() {
    check(
        "2026-01-01 PICK CNSHG
         2026-01-06 LOAD CNSHG laden x2
         2026-02-04 DISC NLRTM laden x2
         2026-02-10 DROP NLRTM empty
         2026-03-01 LOAD NLRTM empty x2
         2026-04-01 DISC CNSHG empty x2
         2026-04-20 PICK CNSHG empty
         2026-04-23 GTIN CNSHG laden
         2026-04-25 LOAD CNSHG laden x2",
        &[
            "closed 2026-01-01..2026-02-10 CNSHG>NLRTM",
            "closed 2026-03-01..2026-04-01 NLRTM>CNSHG empty",
            "open 2026-04-20..2026-04-25 CNSHG aboard",
        ],
    );
}

#[test]
fn a_loop_is_kept_as_a_loop() {
    check(
        "2026-01-01 PICK CNSHG
         2026-01-06 LOAD CNSHG x2
         2026-01-14 DISC SGSIN x2
         2026-01-18 LOAD SGSIN x2
         2026-01-26 DISC LKCMB x2
         2026-01-30 LOAD LKCMB x2
         2026-02-06 DISC SGSIN x2
         2026-02-09 LOAD SGSIN x2
         2026-03-01 DISC NLRTM x2
         2026-03-06 DROP NLRTM",
        &["closed 2026-01-01..2026-03-06 CNSHG>SGSIN>LKCMB>SGSIN>NLRTM"],
    );
    check(
        "2026-01-01 PICK CNSHG x2
         2026-01-04 GTIN CNSHG x2
         2026-01-06 LOAD CNSHG x3
         2026-01-24 DISC CNSHG x3
         2026-01-26 GTOT CNSHG x2
         2026-01-28 DROP CNSHG",
        &["closed 2026-01-01..2026-01-28 CNSHG>CNSHG"],
    );
}

#[test]
fn a_box_shifted_within_a_port_area_has_called_there_once() {
    check(
        "2026-01-01 PICK CNSHG x2
         2026-01-06 LOAD CNSHG x2
         2026-01-07 DISC CNSHG x2
         2026-01-09 LOAD CNSHG x2
         2026-01-18 DISC SGSIN x2
         2026-01-20 LOAD SGSIN x2
         2026-02-20 DISC NLRTM x2
         2026-02-26 DROP NLRTM",
        &["closed 2026-01-01..2026-02-26 CNSHG>SGSIN>NLRTM"],
    );
}

#[test]
fn two_boxes_under_one_number_are_told_apart() {
    let life = "
        2026-01-01 PICK CNSHG x2
        2026-01-04 GTIN CNSHG x2
        2026-01-06 LOAD CNSHG x3 v=9000001
        2026-02-04 DISC NLRTM x3 v=9000001
        2026-02-06 GTOT NLRTM x2
        2026-02-10 DROP NLRTM x2
        # the other box
        2026-01-08 PICK BRSSZ x2
        2026-01-10 GTIN BRSSZ x2
        2026-01-12 LOAD BRSSZ x2 v=9000009
        2026-01-30 DISC USLAX x2 v=9000009
        2026-02-01 GTOT USLAX x2
        2026-02-05 DROP USLAX x2";
    check(life, &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM", "closed 2026-01-08..2026-02-05 BRSSZ>USLAX"]);
    for trip in trips(life) {
        assert_eq!(trip.duplicates.len(), 1, "{trip:#?}");
        let reason = &trip.duplicates[0];
        assert!(reason.strength >= 0.6, "{reason:#?}");
        let roles: Vec<&str> = reason.evidence.iter().map(|evidence| evidence.role.as_str()).collect();
        assert!(roles.contains(&"earlier_event") && roles.contains(&"later_event"), "{roles:?}");
    }
}

#[test]
fn a_lone_wrong_place_or_code_is_doubted() {
    let life = format!("{PLAIN}\n2026-01-20 GTIN BRSSZ");
    check(&life, &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM | GTIN BRSSZ contradicts_neighbours"]);
    let life = format!("{PLAIN}\n2026-01-06T14:00 DISC CNSHG v=9000001");
    check(&life, &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM | DISC CNSHG outvoted"]);
    // An inland depot of the same port area is the area.
    let life = PLAIN.replace("2026-02-06 GTOT NLRTM laden x2", "2026-02-06 GTOT DEDUI laden x2");
    check(&life, &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM"]);
}

#[test]
fn estimates_are_superseded_or_expected() {
    check(
        "2026-01-01 PICK CNSHG
         2026-01-06 LOAD CNSHG x2
         2026-01-05 LOAD CNSHG est
         2026-02-10 DISC NLRTM est r=2026-01-01
         2026-02-14 DISC NLRTM est r=2026-01-20
         2026-02-13T18:00 ARRI NLRTM est r=2026-01-20",
        &["open 2026-01-01..2026-01-06 CNSHG aboard | LOAD CNSHG superseded | DISC NLRTM superseded \
           | ARRI NLRTM estimate | DISC NLRTM estimate"],
    );
    let trips = trips("2026-01-06 LOAD CNSHG x2\n2026-02-14 DISC NLRTM est r=2026-01-20");
    let expected = trips[0].expected.as_ref().unwrap();
    assert_eq!((expected.area.as_str(), expected.time), ("NLRTM", crate::life::at("2026-02-14")));
    // Never corrected: the return closes the trip all the same, and the discharge is inferred.
    check(
        "2026-01-01 PICK CNSHG
         2026-01-06 LOAD CNSHG x2
         2026-02-04 DISC NLRTM est r=2026-01-20
         2026-02-06 GTOT NLRTM
         2026-02-10 DROP NLRTM",
        &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM | DISC NLRTM estimate"],
    );
    check("2026-02-14 DISC NLRTM est", &["uncertain 2026-02-14..2026-02-14 - | DISC NLRTM estimate"]);
}

#[test]
fn times_going_backwards_and_all_at_one_instant() {
    // The discharge is dated before the load by a lone, wrong clock; the load by three right ones.
    check(
        "2026-01-01 PICK CNSHG x2
         2026-01-06 LOAD CNSHG x3
         2026-01-02 DISC NLRTM
         2026-02-06 GTOT NLRTM x2
         2026-02-10 DROP NLRTM x2",
        &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM | DISC NLRTM contradicts_neighbours"],
    );
    let all = trips(
        "2026-01-01 DROP CNSHG\n2026-01-01 LOAD CNSHG\n2026-01-01 PICK CNSHG\n2026-01-01 DISC NLRTM
         2026-01-01 GTIN CNSHG\n2026-01-01 OTHR -",
    );
    assert!(!all.is_empty());
}

#[test]
fn unknown_places_stand_for_themselves() {
    check(
        "2026-01-01 PICK XXAAA\n2026-01-06 LOAD XXAAA\n2026-01-14 DISC XXBBB\n2026-01-18 DROP XXBBB",
        &["closed 2026-01-01..2026-01-18 XXAAA>XXBBB"],
    );
}

#[test]
fn a_booking_before_the_pick_up_belongs_to_the_next_trip() {
    check(
        "2026-01-01 PICK CNSHG
         2026-01-06 LOAD CNSHG x2
         2026-02-04 DISC NLRTM x2
         2026-02-10 DROP NLRTM
         2026-02-20 BOOK NLRTM
         2026-03-01 PICK NLRTM
         2026-03-06 LOAD NLRTM x2",
        &["closed 2026-01-01..2026-02-10 CNSHG>NLRTM", "open 2026-02-20..2026-03-06 NLRTM aboard"],
    );
}
