//! Indicators of what is rare: each with a life that it must speak of, one that it must not, and the two sides of its
//! threshold. And the report of how complete each carrier's messages are.

use crate::indicators::{HISTORY, START, check, life};
use crate::life::{at, judged, places, rows, trips};
use tidewaiter_model::batch::StatusBatch;
use tidewaiter_model::reason::Indicator;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_trips::{CarrierTable, Facts, Gazetteer, Kernel, Learned, Report, Trip, TripSettings, judge};

/// The life with one line replaced by another.
#[track_caller]
fn with_line(life: &str, containing: &str, line: &str) -> String {
    assert_eq!(life.lines().filter(|held| held.contains(containing)).count(), 1, "{containing}\n{life}");
    let lines = life.lines().map(|held| if held.contains(containing) { line } else { held });
    lines.collect::<Vec<_>>().join("\n")
}

fn lacked(trip: &Trip, indicator: Indicator) -> Option<String> {
    let (reasons, lacks) = judged(trip, &HISTORY, "2026-09-01");
    assert!(reasons.iter().all(|reason| reason.indicator != indicator), "{reasons:#?}");
    lacks.into_iter().find(|lack| lack.indicator == indicator).map(|lack| lack.missing)
}

#[test]
fn a_box_that_goes_on_with_another_seal_and_another_mass() {
    let whole = life(START, "SGSIN", "DEHAM", 3);
    let on = "2026-03-16 LOAD SGSIN laden x2 s=";
    let life =
        |off: &str, on_line: &str| with_line(&with_line(&whole, "DISC SGSIN", off), "LOAD SGSIN", on_line);
    let off = "2026-03-13 DISC SGSIN laden x2 s=S1 m=24000";
    // Nothing is another, or the mass is as far off as scales are: five hundred kilograms and five per cent.
    check(&life(off, &format!("{on}S1 m=24000")), &[]);
    check(&life(off, &format!("{on}S1 m=24900")), &[]);
    let swapped = life(off, &format!("{on}S2 m=26000"));
    let swapped = swapped.replace("DISC DEHAM laden x2 s=S1 m=24000", "DISC DEHAM laden x2 s=S2 m=26000");
    let found = judged(&trips(&swapped)[0], &HISTORY, "2026-09-01").0;
    let swap = found.iter().find(|reason| reason.indicator == Indicator::SwappedBox).expect("ID-SWAP");
    assert_eq!((swap.variant.as_str(), swap.strength), ("seal_and_mass", 0.85));
    assert!(swap.evidence.iter().any(|shown| shown.role == "load_event"), "{swap:#?}");
    // Each alone is no swap, and neither is both where the mass is within what scales are off by.
    for alone in [format!("{on}S2 m=24000"), format!("{on}S1 m=26000"), format!("{on}S2 m=25200")] {
        let found = judged(&trips(&life(off, &alone))[0], &HISTORY, "2026-09-01").0;
        assert!(found.iter().all(|reason| reason.indicator != Indicator::SwappedBox), "{alone} {found:#?}");
    }
    // A trip without transhipment, and one of which nobody said.
    let direct = crate::indicators::life(START, "", "NLRTM", 3);
    assert_eq!(lacked(&trips(&direct)[0], Indicator::SwappedBox).as_deref(), Some("no_transhipment"));
    let unsaid = life("2026-03-13 DISC SGSIN laden x2", "2026-03-16 LOAD SGSIN laden x2");
    assert_eq!(lacked(&trips(&unsaid)[0], Indicator::SwappedBox).as_deref(), Some("nothing_to_compare"));
}

#[test]
fn a_call_in_a_place_that_is_listed() {
    let trip = &trips(&life(START, "SGSIN LKCMB", "DEHAM", 3))[0];
    let variant = |settings: &TripSettings| {
        let (reasons, lacks) =
            judge(trip, &HISTORY, places(), SeaNetwork::builtin(), at("2026-09-01"), settings);
        let lack = lacks.into_iter().find(|lack| lack.indicator == Indicator::HighRiskPlace);
        let fired = reasons.into_iter().find(|reason| reason.indicator == Indicator::HighRiskPlace);
        (fired.map(|reason| reason.variant), lack.map(|lack| lack.missing))
    };
    let listed = |places: &[&str], countries: &[&str], stops: usize| TripSettings {
        high_risk_places: places.iter().map(|place| (*place).to_owned()).collect(),
        high_risk_countries: countries.iter().map(|country| (*country).to_owned()).collect(),
        high_risk_stops: stops,
        ..TripSettings::default()
    };
    let fired = |variant: &str| (Some(variant.to_owned()), None);
    assert_eq!(variant(&listed(&["LKCMB"], &[], 3)), fired("place"));
    assert_eq!(variant(&listed(&[], &["SG"], 3)), fired("country"));
    assert_eq!(variant(&listed(&["AEJEA"], &["BR"], 3)), (None, None));
    // Shanghai is the fourth from the last.
    assert_eq!(variant(&listed(&["CNSHG"], &[], 3)), (None, None));
    assert_eq!(variant(&listed(&["CNSHG"], &[], 4)), fired("place"));
    assert_eq!(variant(&TripSettings::default()), (None, Some("no_list".to_owned())));
}

#[test]
fn a_leg_that_takes_too_long_or_too_short() {
    // Thirty days from Shanghai to Rotterdam for everybody.
    let arrived = |day: &str, gate: &str| {
        let life = life(START, "", "NLRTM", 3);
        let life = with_line(&life, "DISC NLRTM", &format!("{day} DISC NLRTM laden x2 s=S1 m=24000"));
        let life = with_line(&life, "GTOT NLRTM", &format!("{gate} GTOT NLRTM laden x2"));
        life.lines()
            .filter(|line| !line.contains("STRP") && !line.contains("DROP"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    check(&arrived("2026-04-05", "2026-04-08"), &[]);
    // Two days late is weather.
    check(&arrived("2026-04-07", "2026-04-10"), &[]);
    check(
        &arrived("2026-05-05", "2026-05-08"),
        &[("TM-LEG slow", 0.05, 1.0), ("DC-GAP silence_aboard", 0.0, 0.7)],
    );
    check(&arrived("2026-03-26", "2026-03-29"), &[("TM-LEG fast", 0.05, 1.0)]);
    let half = life(START, "", "NLRTM", 3);
    let half: Vec<&str> = half.lines().take_while(|line| !line.contains("DISC")).collect();
    assert_eq!(
        lacked(&trips(&half.join("\n"))[0], Indicator::LegTime).as_deref(),
        Some("no_leg_with_both_ends")
    );
}

#[test]
fn a_box_that_is_out_within_minutes_by_night() {
    let out = |time: &str| {
        let life = life(START, "", "NLRTM", 3);
        let life = with_line(&life, "DISC NLRTM", "2026-04-05T23:00 DISC NLRTM laden s=S1 m=24000");
        with_line(&life, "GTOT NLRTM", &format!("{time} GTOT NLRTM laden"))
    };
    check(&out("2026-04-05T23:40"), &[("GT-PIN at_night", 0.2, 0.6)]);
    check(&out("2026-04-05T23:59"), &[("GT-PIN at_night", 0.2, 0.6)]);
    // An hour and a minute, and the same by day.
    check(&out("2026-04-06T00:01"), &[]);
    check(&out("2026-04-05T23:40").replace("T23:", "T12:"), &[]);
    // Another carrier's truck, said by two.
    let other =
        with_line(&life(START, "", "NLRTM", 3), "GTOT NLRTM", "2026-04-08 GTOT NLRTM laden c=BBBB x2");
    let other: String = other.replace(" laden x2 ", " laden c=AAAA x2 ");
    check(&other, &[("GT-PIN carrier", 0.2, 0.4)]);
    let inside = life(START, "", "NLRTM", 3);
    let inside: Vec<&str> = inside.lines().take_while(|line| !line.contains("GTOT")).collect();
    assert_eq!(lacked(&trips(&inside.join("\n"))[0], Indicator::GateOutOdd).as_deref(), Some("no_gate_out"));
}

/// The report over lives, each of a container of its own, counted in two parts.
fn carriers(lives: &[&str]) -> Vec<(String, u64, u64, u64, u64, Option<f64>)> {
    let (settings, learned) = (TripSettings::default(), Learned::default());
    let mut batch = StatusBatch::new();
    let lives: Vec<Vec<Report>> = lives
        .iter()
        .map(|life| rows(life, &mut batch, 1))
        .map(|rows| rows.iter().map(Report::from).collect())
        .collect();
    let locations = lives.iter().flatten().map(|report| report.location);
    let areas = Gazetteer::new(&batch.texts, places(), locations);
    let mut kernel = Kernel::new(&batch.texts, &areas, &learned, &settings);
    let mut tables = [CarrierTable::default(), CarrierTable::default()];
    for (number, reports) in lives.iter().enumerate() {
        let mut facts = Facts::default();
        kernel.rebuild(reports, &mut facts);
        tables[number % 2].add(&facts, 0, reports);
    }
    let [mut table, other] = tables;
    table.merge(&other);
    let lines = table.lines(&batch.texts).into_iter();
    lines
        .map(|line| {
            let late = line.late_median_hours.map(f64::round);
            (line.carrier, line.trips, line.expected, line.missing, line.reports, late)
        })
        .collect()
}

#[test]
fn the_report_on_carriers_counts_what_each_left_out() {
    let whole = "2026-01-01 PICK CNSHG c=AAAA\n2026-01-05 LOAD CNSHG laden c=AAAA\n2026-02-05 DISC NLRTM laden c=AAAA\n\
        2026-02-08 DROP NLRTM empty c=AAAA";
    let lacking = "2026-01-01 PICK CNSHG c=BBBB r=2026-01-03\n2026-01-04 GTIN CNSHG laden c=BBBB r=2026-01-06\n\
        2026-01-06 DEPA CNSHG laden c=BBBB r=2026-01-08\n2026-02-05 DISC NLRTM laden c=BBBB r=2026-02-07\n\
        2026-02-08 DROP NLRTM empty c=BBBB r=2026-02-10";
    let unnamed = "2026-01-01 PICK CNSHG\n2026-01-05 LOAD CNSHG laden\n2026-02-05 DISC NLRTM laden\n\
        2026-02-08 DROP NLRTM empty";
    let found = carriers(&[whole, lacking, whole, unnamed]);
    let of = |carrier: &str| found.iter().find(|line| line.0 == carrier).cloned().unwrap();
    // A carrier's two loads and two discharges of two trips, all reported, at once.
    assert_eq!((of("AAAA").1, of("AAAA").2, of("AAAA").3, of("AAAA").4), (2, 4, 0, 8));
    // The load was not reported, and messages came two days late.
    assert_eq!((of("BBBB").1, of("BBBB").2, of("BBBB").3, of("BBBB").4), (1, 2, 1, 5));
    assert!(of("BBBB").5.is_some_and(|hours| (40.0..60.0).contains(&hours)), "{found:?}");
    assert_eq!(of("").4, 4);
    let names: Vec<&str> = found.iter().map(|line| line.0.as_str()).collect();
    assert_eq!(names, ["", "AAAA", "BBBB"]);
    assert_eq!(carriers(&[]), []);
}
