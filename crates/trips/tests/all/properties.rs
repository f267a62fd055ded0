//! What must hold of any rows at all.

use crate::life::{BOX, at, judged, places, rebuild_rows, rows};
use proptest::prelude::*;
use tidewaiter_model::batch::{StatusBatch, StatusRow, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{NormalRoutes, TripSettings, rebuild};

const LOCATIONS: [&str; 8] = ["CNSHG", "CNSHA", "SGSIN", "NLRTM", "DEDUI", "USLAX", "XXQQQ", ""];

/// A row by numbers, so that rows can be made in any order and with any table of texts.
#[derive(Debug, Clone)]
struct Row {
    event: usize,
    hours: i64,
    location: usize,
    state: usize,
    vessel: usize,
    source: usize,
    classifier: usize,
    received_days: i64,
    mass: f64,
}

fn any_row() -> impl Strategy<Value = Row> {
    (
        0..EventCode::ALL.len(),
        0..4000i64,
        0..LOCATIONS.len(),
        0..3usize,
        0..3usize,
        0..3usize,
        0..8usize,
        0..200i64,
        0..3usize,
    )
        .prop_map(|(event, hours, location, state, vessel, source, classifier, received_days, mass)| {
            Row {
                event,
                hours,
                location,
                state,
                vessel,
                source,
                // Most events happened.
                classifier: classifier.saturating_sub(4),
                received_days,
                mass: [f64::NAN, 12_000.0, 24_000.0][mass],
            }
        })
}

fn status_row(row: &Row, number: usize, texts: &mut TextTable) -> StatusRow {
    let text = |texts: &mut TextTable, kind: &str, n: usize| {
        if n == 0 { texts.intern("") } else { texts.intern(&format!("{kind}{n}")) }
    };
    StatusRow {
        container: texts.intern(BOX),
        event: EventCode::ALL[row.event],
        event_time: at("2026-01-01").plus_hours(row.hours as f64),
        location: texts.intern(LOCATIONS[row.location]),
        full_empty: [None, Some(FullEmpty::Laden), Some(FullEmpty::Empty)][row.state],
        vessel_imo: text(texts, "900000", row.vessel),
        voyage: texts.intern(""),
        seal: text(texts, "SEAL", row.vessel),
        gross_mass_kg: row.mass,
        size_type: texts.intern(""),
        carrier: text(texts, "CARR", row.source),
        source: text(texts, "SRC", row.source),
        classifier: Classifier::ALL[row.classifier % Classifier::ALL.len()],
        received: at("2026-01-01").plus_days(row.received_days),
        transport_document: text(texts, "BL", row.vessel),
        message: MessageRef { file: 1, span: ByteSpan::new(number as u64 * 100, 99) },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Whatever arrives, in whatever order and under whatever text numbers: the same trips, and no row lost.
    #[test]
    fn the_order_of_arrival_does_not_matter(
        made in prop::collection::vec(any_row(), 0..60),
        order in any::<prop::sample::Index>(),
    ) {
        let mut texts = TextTable::default();
        let forwards: Vec<StatusRow> =
            made.iter().enumerate().map(|(number, row)| status_row(row, number, &mut texts)).collect();
        let expected = rebuild_rows(&forwards, &texts);
        let mut other_texts = TextTable::default();
        let mut turned: Vec<(usize, &Row)> = made.iter().enumerate().collect();
        turned.reverse();
        if !turned.is_empty() {
            let by = order.index(turned.len());
            turned.rotate_left(by);
        }
        let turned: Vec<StatusRow> =
            turned.into_iter().map(|(number, row)| status_row(row, number, &mut other_texts)).collect();
        prop_assert_eq!(rebuild_rows(&turned, &other_texts), expected);
    }

    /// A message that comes later never changes what was said before it came.
    #[test]
    fn what_comes_later_changes_nothing_earlier(made in prop::collection::vec(any_row(), 0..60), day in 0..200i64) {
        let as_of = at("2026-01-01").plus_days(day);
        let mut texts = TextTable::default();
        let all: Vec<StatusRow> =
            made.iter().enumerate().map(|(number, row)| status_row(row, number, &mut texts)).collect();
        let known: Vec<StatusRow> = all.iter().copied().filter(|row| row.received <= as_of).collect();
        let trips = rebuild_rows(&known, &texts);
        for trip in &trips {
            prop_assert!(trip.last_known <= as_of && trip.first_known <= trip.last_known);
        }
        let settings = TripSettings::default();
        let routes = NormalRoutes::learn(trips.iter(), as_of, &settings);
        // Trips of other boxes that were known only later are not learned from.
        let later = rebuild_rows(&all, &texts);
        let later: Vec<_> = later.into_iter().filter(|trip| trip.last_known > as_of).collect();
        let with_later = NormalRoutes::learn(trips.iter().chain(&later), as_of, &settings);
        prop_assert_eq!(&routes, &with_later);
    }

    /// Trips are numbered and in order, spans and confidence are sane, judging never fails.
    #[test]
    fn any_rows_give_sound_trips(made in prop::collection::vec(any_row(), 0..80)) {
        let mut texts = TextTable::default();
        let all: Vec<StatusRow> =
            made.iter().enumerate().map(|(number, row)| status_row(row, number, &mut texts)).collect();
        let trips = rebuild_rows(&all, &texts);
        let routes = NormalRoutes::learn(trips.iter(), UtcTime::MAX, &TripSettings::default());
        for (index, trip) in trips.iter().enumerate() {
            prop_assert_eq!(trip.sequence as usize, index + 1);
            prop_assert!(trip.start <= trip.end);
            prop_assert!((0.0..=1.0).contains(&trip.confidence));
            prop_assert!(trip.events.iter().all(|event| event.believed == event.doubt.is_empty()));
            prop_assert!(trip.events.iter().all(|event| !event.messages.is_empty()));
            let (reasons, _) = judged(trip, &routes, "2026-09-01");
            for reason in reasons {
                prop_assert!((0.0..=1.0).contains(&reason.strength), "{:?}", reason);
                prop_assert!(reason.params.contains_key("value") && !reason.evidence.is_empty(), "{:?}", reason);
            }
        }
    }
}

#[test]
fn extreme_times_do_no_harm() {
    let mut batch = StatusBatch::new();
    let mut all = rows("2026-01-01 PICK CNSHG\n2026-01-02 LOAD CNSHG\n2026-01-20 DISC NLRTM", &mut batch, 1);
    all[0].event_time = UtcTime::MIN;
    all[2].event_time = UtcTime::MAX;
    let trips = rebuild_rows(&all, &batch.texts);
    assert!(!trips.is_empty());
    for trip in &trips {
        judged(trip, &NormalRoutes::default(), "2026-03-01");
    }
}

/// 100,000 messages of one number: at one instant, spread out over two ports, at 10,000 places.
#[test]
fn a_container_with_a_hundred_thousand_messages() {
    for shape in ["one instant", "spread", "many places"] {
        let mut batch = StatusBatch::new();
        let template = rows("2026-01-01 PICK CNSHG\n2026-01-02 LOAD CNSHG", &mut batch, 1);
        let places: Vec<_> = (0..10_000).map(|n| batch.texts.intern(&format!("X{n:05}"))).collect();
        let mut all = Vec::with_capacity(100_000);
        for number in 0..100_000usize {
            let mut row = template[number % 2];
            row.event = EventCode::ALL[number % EventCode::ALL.len()];
            row.message.span.start = number as u64;
            match shape {
                "one instant" => {}
                "spread" => {
                    row.event_time = row.event_time.plus_hours(number as f64);
                    row.location =
                        if number / 200 % 2 == 0 { row.location } else { batch.texts.intern("NLRTM") };
                }
                _ => {
                    row.event_time = row.event_time.plus_hours((number % 5000) as f64);
                    row.location = places[number % places.len()];
                }
            }
            all.push(row);
        }
        let before = std::time::Instant::now();
        let trips = rebuild_rows(&all, &batch.texts);
        let elapsed = before.elapsed();
        assert!(elapsed.as_secs() < 20, "{shape}: {elapsed:?}");
        println!("{shape}: {} trips in {elapsed:?}", trips.len());
    }
}

#[test]
fn a_batch_of_several_containers_is_the_containers_apart() {
    let mut batch = StatusBatch::new();
    let one = rows("2026-01-01 PICK CNSHG\n2026-01-02 LOAD CNSHG\n2026-01-30 DISC NLRTM", &mut batch, 1);
    let other = batch.texts.intern("APZU4812090");
    for row in &one {
        batch.push(StatusRow { container: other, ..*row });
        batch.push(*row);
    }
    let trips = rebuild(&mut batch, places(), &TripSettings::default());
    let names: Vec<&str> = trips.iter().map(|trip| trip.container.as_str()).collect();
    assert_eq!(names, ["APZU4812090", BOX]);
    assert_eq!(trips[1], rebuild_rows(&one, &batch.texts)[0]);
}
