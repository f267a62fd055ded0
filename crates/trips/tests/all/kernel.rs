//! The kernel on numbers: order of arrival, control totals, bad input.

use crate::life::{at, places};
use proptest::prelude::*;
use std::time::{Duration, Instant};
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_trips::{Facts, Gazetteer, Kernel, Learned, Report, TripSettings};

const PLACES: [&str; 8] = ["CNSHG", "SGSIN", "NLRTM", "DEDUI", "XXAAA", "XXBBB", "BRSSZ", ""];

fn texts() -> TextTable {
    let mut texts = TextTable::default();
    for text in PLACES.into_iter().chain(["9000001", "9000002", "LINE", "TERM", "HUB"]) {
        texts.intern(text);
    }
    texts
}

fn report(texts: &TextTable, hours: f64, event: usize, place: usize, rest: u32, message: u32) -> Report {
    let id = |text: &str| texts.find(text).unwrap_or(TextId::NONE);
    let time = at("2025-01-01").plus_hours(hours);
    Report {
        time,
        received: time.plus_hours(f64::from(rest % 7)),
        location: id(PLACES[place % PLACES.len()]),
        vessel: id(["", "9000001", "9000002"][rest as usize % 3]),
        source: id(["LINE", "TERM", "HUB"][rest as usize / 3 % 3]),
        carrier: TextId::NONE,
        seal: TextId::NONE,
        size_type: TextId::NONE,
        document: TextId::NONE,
        gross_mass_kg: if rest.is_multiple_of(5) { 20_000.0 } else { f32::NAN },
        message,
        event: EventCode::ALL[event % EventCode::ALL.len()],
        classifier: if rest.is_multiple_of(11) { Classifier::Estimated } else { Classifier::Actual },
        full_empty: [None, Some(FullEmpty::Laden), Some(FullEmpty::Empty)][rest as usize / 9 % 3],
    }
}

fn rebuild(reports: &[Report], texts: &TextTable) -> Facts {
    let gazetteer = Gazetteer::new(texts, places(), reports.iter().map(|report| report.location));
    let (learned, settings) = (Learned::default(), TripSettings::default());
    let mut facts = Facts::default();
    Kernel::new(texts, &gazetteer, &learned, &settings).rebuild(reports, &mut facts);
    facts
}

/// Everything but where the reports stood, which stand by their messages here.
fn comparable(facts: &Facts, reports: &[Report]) -> String {
    let messages: Vec<u32> = facts.reports.iter().map(|number| reports[*number as usize].message).collect();
    format!("{:?}\n{:?}\n{:?}\n{messages:?}", facts.trips, facts.events, facts.calls)
}

fn check_totals(facts: &Facts, reports: usize) {
    let mut seen = facts.reports.clone();
    seen.sort_unstable();
    assert!(seen.into_iter().eq(0..reports as u32), "every report is in exactly one event");
    let events: u32 = facts.trips.iter().map(|trip| trip.event_count).sum();
    assert_eq!(events as usize, facts.events.len(), "every event is in exactly one trip");
    let counted: u32 = facts.trips.iter().map(|trip| trip.reports).sum();
    assert_eq!(counted as usize, reports);
    for trip in &facts.trips {
        assert!(trip.start <= trip.end, "{trip:?}");
        assert!((0.0..=1.0).contains(&trip.confidence), "{trip:?}");
    }
}

proptest! {
    #[test]
    fn any_order_of_arrival_gives_the_same_facts(
        life in prop::collection::vec((0.0..3000.0f64, 0..16usize, 0..8usize, 0..99u32), 1..120),
        shuffle in any::<prop::sample::Index>(),
    ) {
        let texts = texts();
        let reports: Vec<Report> = (0..)
            .zip(&life)
            // Hours are rounded so that many reports fall on one instant.
            .map(|(message, (hours, event, place, rest))| report(&texts, (hours / 6.0).round() * 6.0, *event, *place, *rest, message))
            .collect();
        let mut other = reports.clone();
        other.reverse();
        let turn = shuffle.index(other.len());
        other.rotate_left(turn);
        let (facts, again) = (rebuild(&reports, &texts), rebuild(&other, &texts));
        check_totals(&facts, reports.len());
        prop_assert_eq!(comparable(&facts, &reports), comparable(&again, &other));
    }
}

#[test]
fn a_kernel_leaves_nothing_behind_for_the_next_container() {
    let texts = texts();
    let lives: Vec<Vec<Report>> = (1..40u32)
        .map(|box_number| {
            let reports = (0..60u32).map(|n| {
                let hours = f64::from((n * 97 + box_number * 31) % 2400);
                report(&texts, hours, (n * box_number) as usize, (n / 7 + box_number) as usize, n * 13, n)
            });
            reports.collect()
        })
        .collect();
    let gazetteer = Gazetteer::new(&texts, places(), lives.iter().flatten().map(|report| report.location));
    let (learned, settings) = (Learned::default(), TripSettings::default());
    let mut kernel = Kernel::new(&texts, &gazetteer, &learned, &settings);
    for reports in &lives {
        let mut facts = Facts::default();
        kernel.rebuild(reports, &mut facts);
        let mut alone = Facts::default();
        Kernel::new(&texts, &gazetteer, &learned, &settings).rebuild(reports, &mut alone);
        assert_eq!(comparable(&facts, reports), comparable(&alone, reports));
    }
}

#[test]
fn ten_thousand_mistyped_numbers_of_one_report_each() {
    let texts = texts();
    let gazetteer = Gazetteer::new(&texts, places(), texts.find("CNSHG"));
    let (learned, settings) = (Learned::default(), TripSettings::default());
    let mut kernel = Kernel::new(&texts, &gazetteer, &learned, &settings);
    let mut facts = Facts::default();
    let begun = Instant::now();
    for number in 0..10_000u32 {
        kernel.rebuild(&[report(&texts, f64::from(number), number as usize, 0, 1, 0)], &mut facts);
    }
    assert_eq!(facts.trips.len(), 10_000);
    assert_eq!(facts.reports.len(), 10_000);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[test]
fn a_hundred_thousand_reports_at_one_instant_and_at_unknown_places_only() {
    let mut texts = texts();
    let unknown: Vec<TextId> = (0..5000).map(|number| texts.intern(&format!("?{number}"))).collect();
    let mut reports: Vec<Report> =
        (0..100_000u32).map(|n| report(&texts, 0.0, n as usize, 0, n / 16, n)).collect();
    for (report, place) in reports.iter_mut().zip(unknown.iter().cycle()) {
        report.location = *place;
    }
    let begun = Instant::now();
    check_totals(&rebuild(&reports, &texts), reports.len());
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}
