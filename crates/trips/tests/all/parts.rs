//! Containers rebuilt in parts, as the workers of a cluster do, against all of them at once.

use crate::life::{line, places};
use crate::world::hard_messages;
use std::collections::BTreeMap;
use tidewaiter_model::batch::{StatusBatch, StatusRow, TextId, TextTable};
use tidewaiter_trips::{
    Gazetteer, Kernel, Learned, LearnedWords, Learner, LearnerWords, Report, TripSettings,
};

const PARTS: usize = 3;

/// A hard world in which some ports go by names that nobody knows, and one source's clock runs off.
fn messages() -> StatusBatch {
    let mut made = hard_messages(240, 6, 31);
    let (alias, los_angeles) = (made.texts.intern("XXQQA"), made.texts.find("USLAX").unwrap());
    let shanghai = made.texts.find("CNSHG").unwrap();
    let (other, terminal) = (made.texts.intern("XXQQB"), made.texts.find("TERM").unwrap());
    let rows: Vec<StatusRow> = made.rows().to_vec();
    let mut batch = StatusBatch::new();
    batch.texts.clone_from(&made.texts);
    for (number, mut row) in rows.into_iter().enumerate() {
        row.location = match row.location {
            location if location == los_angeles && number % 3 == 0 => alias,
            location if location == shanghai && number % 4 == 0 => other,
            location => location,
        };
        if row.source == terminal {
            row.event_time = row.event_time.plus_hours(8.0);
        }
        batch.push(row);
    }
    batch.sort_by_container();
    batch
}

/// Every third container with numbers of its own for all texts, given in an order that is not the whole's.
fn part(all: &StatusBatch, part: usize) -> StatusBatch {
    let mut batch = StatusBatch::new();
    for (_, rows) in all.containers().skip(part).step_by(PARTS).collect::<Vec<_>>().into_iter().rev() {
        for row in rows.iter().rev() {
            let mut own = *row;
            let texts = [
                &mut own.container,
                &mut own.location,
                &mut own.vessel_imo,
                &mut own.voyage,
                &mut own.seal,
                &mut own.size_type,
                &mut own.carrier,
                &mut own.source,
                &mut own.transport_document,
            ];
            texts.into_iter().for_each(|text: &mut TextId| *text = batch.texts.intern(all.texts.text(*text)));
            batch.push(own);
        }
    }
    batch.sort_by_container();
    batch
}

fn reports(rows: &[StatusRow]) -> Vec<Report> {
    rows.iter().map(Report::from).collect()
}

fn learner<'a>(batch: &'a StatusBatch, areas: &'a Gazetteer, settings: &'a TripSettings) -> Learner<'a> {
    let mut learner = Learner::new(&batch.texts, areas, settings);
    batch.containers().for_each(|(_, rows)| learner.add(&reports(rows)));
    learner
}

fn lines(batch: &StatusBatch, areas: &Gazetteer, learned: &Learned) -> BTreeMap<String, Vec<String>> {
    let settings = TripSettings::default();
    let mut kernel = Kernel::new(&batch.texts, areas, learned, &settings);
    let mut of = |(name, rows): (&str, &[StatusRow])| {
        let trips = tidewaiter_trips::rebuild_rows(&mut kernel, name, rows);
        (name.to_owned(), trips.iter().map(line).collect())
    };
    batch.containers().map(&mut of).collect()
}

#[test]
fn parts_learn_and_rebuild_as_the_whole_does() {
    let (all, settings) = (messages(), TripSettings::default());
    let areas = Gazetteer::of_rows(&all.texts, places(), all.rows());
    let whole = learner(&all, &areas, &settings);
    let learned = whole.finish();
    let learned_words = learned.to_words(&all.texts, &areas);
    assert!(!learned_words.aliases.is_empty() && !learned_words.travel.is_empty(), "{learned_words:?}");
    assert!(learned_words.sources.iter().any(|source| source.clock_offset_micros != 0), "{learned_words:?}");

    let parts: Vec<StatusBatch> = (0..PARTS).map(|number| part(&all, number)).collect();
    let words: Vec<LearnerWords> = parts
        .iter()
        .map(|part| {
            let areas = Gazetteer::of_rows(&part.texts, places(), part.rows());
            let words = learner(part, &areas, &settings).to_words(&part.texts);
            // As it travels.
            serde_json::from_slice(&serde_json::to_vec(&words).unwrap()).unwrap()
        })
        .collect();
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
        let mut sum = LearnerWords::default();
        order.iter().for_each(|number| sum.add(&words[*number]));
        assert_eq!(sum, whole.to_words(&all.texts));
        assert_eq!(sum.finish(places(), &settings), learned_words);
    }

    let expected = lines(&all, &areas, &learned);
    let mut found = BTreeMap::new();
    for part in &parts {
        let mut areas = Gazetteer::of_rows(&part.texts, places(), part.rows());
        areas.add_areas(learned_words.areas(), places());
        found.extend(lines(part, &areas, &learned_words.resolve(&part.texts, &areas).unwrap()));
    }
    assert_eq!(found, expected);
}

#[test]
fn a_table_names_areas_that_a_part_has_not_seen() {
    let words = LearnedWords {
        aliases: vec![("XXQQA".into(), "USLAX".into())],
        version: Learned::default().to_words(&TextTable::default(), &no_areas()).version,
        ..LearnedWords::default()
    };
    let mut texts = TextTable::default();
    let unknown = texts.intern("XXQQA");
    let mut areas = Gazetteer::new(&texts, places(), [unknown]);
    assert_eq!(words.resolve(&texts, &areas).unwrap().aliases(&areas), []);
    areas.add_areas(words.areas(), places());
    assert_eq!(words.resolve(&texts, &areas).unwrap().aliases(&areas), [("XXQQA", "USLAX")]);
}

fn no_areas() -> Gazetteer {
    Gazetteer::new(&TextTable::default(), places(), [])
}
