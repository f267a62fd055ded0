//! How long one core takes to assemble and assess open consignments, each with an entry summary, an import
//! declaration and a trip.
//!
//! `cargo run --release -p tidewaiter-risk --example assess_speed -- [CONSIGNMENTS]` (100,000 by default) prints
//! the seconds of each step; the inputs are made by the program itself and the same each time.
#![allow(clippy::print_stdout)]

use std::collections::HashSet;
use std::time::Instant;
use tidewaiter_model::assessment::{Assessment, KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::batch::StatusBatch;
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::entry_summary::{
    DocumentReference, EnsKind, EntrySummary, GoodsItem, LocalText, Party,
};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::identifier::container_check_digit;
use tidewaiter_model::money::Money;
use tidewaiter_model::provenance::{ByteSpan, Located, MessageRef, Provenance};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::{
    Candidate, History, RiskSettings, SelectionSettings, assemble, assess, is_open, select,
};
use tidewaiter_trips::{NormalRoutes, rebuild};

const ORIGINS: [&str; 6] = ["CNSHG", "CNNGB", "VNSGN", "KRPUS", "INNSA", "MYPKG"];
const CODES: [&str; 5] = ["850440", "640399", "940360", "611020", "870899"];

/// A small generator of numbers: splitmix64.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit.max(1)
    }

    fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts.get(self.below(texts.len() as u64) as usize).copied().unwrap_or_default()
    }
}

fn day(number: i64) -> UtcTime {
    UtcTime::from_seconds(1_767_225_600).plus_days(number)
}

fn provenance(file: i64, place: u64, received: UtcTime) -> Provenance {
    Provenance { message: MessageRef { file, span: ByteSpan::new(place * 2_000, 1_900) }, received }
}

fn container(number: u64) -> String {
    let head = format!("TWTU{number:06}");
    let digit = container_check_digit(head.as_bytes()).unwrap_or(0);
    format!("{head}{digit}")
}

fn located<T>(value: T) -> Option<Located<T>> {
    Some(Located::new(value, ByteSpan::new(100, 10)))
}

fn text(text: &str) -> Option<LocalText> {
    Some(LocalText { text: text.to_owned(), language: None, span: ByteSpan::new(200, 10) })
}

fn party(word: &str, number: u64, country: &str) -> Option<Party> {
    let identifier = Some(format!("{country}{number:012}"));
    let (name, country) = (Some(format!("{word} {number} Ltd")), Some(country.to_owned()));
    Some(Party { identifier, name, country, ..Party::default() })
}

/// What one consignment is about, shared by its three kinds of record.
struct Story {
    number: u64,
    origin: &'static str,
    lodged: i64,
    code: &'static str,
    trader: u64,
    mass_kg: f64,
    value: i64,
}

fn entry(story: &Story) -> KeptEntrySummary {
    let item = GoodsItem {
        number: 1,
        description: text("goods as per invoice"),
        gross_mass_kg: located(story.mass_kg * 1.05),
        commodity_code: located(story.code.to_owned()),
        containers: located(container(story.number)).into_iter().collect(),
        documents: vec![DocumentReference {
            kind: "N705".to_owned(),
            reference: format!("BL{:08}", story.number),
            ..DocumentReference::default()
        }],
        ..GoodsItem::default()
    };
    let countries = [story.origin.get(..2).unwrap_or("CN"), "GB"];
    let entry_summary = EntrySummary {
        kind: EnsKind::Declaration,
        sender: "GB000000000001/1".to_owned(),
        recipient: "GBCD1234".to_owned(),
        prepared: Some(day(story.lodged)),
        envelope: Vec::new(),
        message_identification: format!("M{}", story.number),
        correlation_identifier: None,
        local_reference_number: located(format!("LRN{:08}", story.number)),
        movement_reference_number: None,
        transport_mode: Some("1".to_owned()),
        means_of_transport: None,
        total_items: Some(1),
        total_packages: None,
        total_gross_mass_kg: None,
        declaration_place: None,
        special_circumstance: None,
        payment_method: None,
        unique_consignment_reference: None,
        conveyance_reference: None,
        place_of_loading: text(story.origin),
        place_of_unloading: text("GBFXT"),
        declared: located(day(story.lodged)),
        amended: None,
        amendment_place: None,
        consignor: party("Shipper", story.trader * 7 % 5_000, countries[0]),
        consignee: party("Importer", story.trader, "GB"),
        notify_party: None,
        items: vec![item],
        itinerary: countries.iter().filter_map(|code| located((*code).to_owned())).collect(),
        office_of_lodgement: None,
        representative: None,
        lodging_person: party("Carrier", 1, "GB"),
        seals: Vec::new(),
        office_of_first_entry: located("GB000060".to_owned()),
        expected_arrival: located(day(story.lodged + 34)),
        offices_of_subsequent_entry: Vec::new(),
        entry_carrier: None,
        carried: Vec::new(),
    };
    KeptEntrySummary { entry_summary, provenance: provenance(1, story.number, day(story.lodged)) }
}

fn declaration(story: &Story) -> KeptDeclaration {
    let declaration = ImportDeclaration {
        declaration_id: format!("26GB{:013}", story.number),
        item_number: 1,
        accepted: day(story.lodged + 33),
        office: Some("GB000060".to_owned()),
        importer: Some(format!("GB{:012}", story.trader)),
        hs_code: Some(story.code.to_owned()),
        country_departure: story.origin.get(..2).map(str::to_owned),
        country_origin: story.origin.get(..2).map(str::to_owned),
        tax_rate_percent: Some(12.0),
        net_mass_kg: Some(story.mass_kg),
        gross_mass_kg: Some(story.mass_kg * 1.05),
        value: Some(Money { amount: story.value.into(), currency: "GBP".to_owned() }),
        transport_document: Some(format!("BL{:08}", story.number)),
        containers: vec![container(story.number)],
        ..ImportDeclaration::default()
    };
    KeptDeclaration { declaration, provenance: provenance(2, story.number, day(story.lodged + 33)) }
}

fn voyage(story: &Story, batch: &mut StatusBatch) {
    let container = container(story.number);
    let loaded = story.lodged + 2;
    for (event, days, place, laden) in [
        (EventCode::PickedUp, -4, story.origin, false),
        (EventCode::Stuffed, -3, story.origin, true),
        (EventCode::GateIn, -1, story.origin, true),
        (EventCode::Loaded, 0, story.origin, true),
        (EventCode::Discharged, 9, "SGSIN", true),
        (EventCode::Loaded, 12, "SGSIN", true),
        (EventCode::Discharged, 32, "GBFXT", true),
        (EventCode::GateOut, 33, "GBFXT", true),
    ] {
        let time = day(loaded + days);
        let event = StatusEvent {
            message_id: "".into(),
            container: container.as_str().into(),
            event,
            event_time: time,
            location: place.into(),
            full_empty: Some(if laden { FullEmpty::Laden } else { FullEmpty::Empty }),
            vessel_imo: None,
            voyage: None,
            seal: Some("S1".into()),
            gross_mass_kg: Some(story.mass_kg * 1.05),
            size_type: None,
            carrier: Some("MSK".into()),
            source: "T".into(),
            classifier: Classifier::Actual,
            created: None,
            received: None,
            transport_document: None,
        };
        let place = batch.len() as u64;
        batch.push_event(&event, provenance(3, place, time));
    }
}

/// Seconds this thread has had on a processor, as Linux counts them; a busy machine does not change them.
fn processor_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (start, before) = (Instant::now(), processor_seconds());
    let done = work();
    let wall = start.elapsed().as_secs_f64();
    let used = processor_seconds().zip(before).map_or(wall, |(after, before)| after - before);
    println!("{what:<24} {used:>8.3} s of processor time, {wall:>8.3} s of wall time");
    done
}

fn main() {
    let count: u64 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let mut numbers = Numbers(7);
    let stories: Vec<Story> = (0..count)
        .map(|number| Story {
            number,
            origin: numbers.pick(&ORIGINS),
            lodged: numbers.below(30) as i64,
            code: numbers.pick(&CODES),
            trader: numbers.below(5_000),
            mass_kg: 5_000.0 + numbers.below(15_000) as f64,
            value: 20_000 + numbers.below(400_000) as i64,
        })
        .collect();
    let (settings, places, sea) = (RiskSettings::default(), Places::builtin(), SeaNetwork::builtin());
    let as_of = day(66);
    let (ens, declarations, mut batch) = timed("records made", || {
        let mut batch = StatusBatch::new();
        stories.iter().for_each(|story| voyage(story, &mut batch));
        let ens: Vec<_> = stories.iter().map(entry).collect();
        let declarations: Vec<_> = stories.iter().map(declaration).collect();
        (ens, declarations, batch)
    });
    let trips = timed("trips rebuilt", || rebuild(&mut batch, places, &settings.trips));
    let routes = timed("routes learned", || NormalRoutes::learn(trips.iter(), as_of, &settings.trips));
    let assembled =
        timed("consignments assembled", || assemble(&ens, &declarations, &trips, places, as_of, &settings));
    let history = timed("history learned", || History::learn(&declarations, &assembled, as_of, &settings));
    let assessments: Vec<Assessment> = timed("assessed", || {
        assembled.iter().map(|one| assess(one, &history, &routes, places, sea, as_of, &settings)).collect()
    });
    let list = timed("selected", || {
        let open = assessments.iter().filter(|one| is_open(&one.consignment, as_of, &settings));
        let candidates: Vec<Candidate<'_>> = open.map(Candidate::from).collect();
        select(&candidates, &HashSet::new(), as_of.day_number(), &SelectionSettings::default())
    });
    println!(
        "{} consignments, {} trips, {} reasons, {} selected",
        assessments.len(),
        trips.len(),
        assessments.iter().map(|one| one.reasons.len()).sum::<usize>(),
        list.len()
    );
}
