//! Records of a small trade between Shanghai and Felixstowe, made by hand.

use tidewaiter_model::assessment::{Assessment, KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::batch::StatusBatch;
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::entry_summary::{
    DocumentReference, EnsKind, EntrySummary, GoodsItem, LocalText, Party,
};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::money::Money;
use tidewaiter_model::provenance::{ByteSpan, Located, MessageRef, Provenance};
use tidewaiter_model::reason::{Indicator, Reason};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::{Assembled, History, RiskSettings, assemble, assess};
use tidewaiter_trips::{NormalRoutes, Trip, rebuild};

/// Day 0 of every test, 2026-01-01.
pub(crate) fn day(number: i64) -> UtcTime {
    UtcTime::from_seconds(1_767_225_600).plus_days(number)
}

fn message(number: i64) -> MessageRef {
    MessageRef { file: number, span: ByteSpan::new(0, 100) }
}

pub(crate) fn kept_at(received: UtcTime, number: i64) -> Provenance {
    Provenance { message: message(number), received }
}

pub(crate) fn located<T>(value: T) -> Option<Located<T>> {
    Some(Located::new(value, ByteSpan::new(10, 5)))
}

pub(crate) fn text(text: &str) -> Option<LocalText> {
    Some(LocalText { text: text.to_owned(), language: None, span: ByteSpan::new(20, 5) })
}

pub(crate) fn party(name: &str, country: &str) -> Option<Party> {
    Some(Party { name: Some(name.to_owned()), country: Some(country.to_owned()), ..Party::default() })
}

pub(crate) fn item(number: u32, document: &str, containers: &[&str]) -> GoodsItem {
    let documents = match document {
        "" => Vec::new(),
        reference => vec![DocumentReference {
            kind: "N705".to_owned(),
            reference: reference.to_owned(),
            ..DocumentReference::default()
        }],
    };
    GoodsItem {
        number,
        documents,
        gross_mass_kg: located(10_500.0),
        commodity_code: located("850440".to_owned()),
        containers: containers
            .iter()
            .map(|one| Located::new((*one).to_owned(), ByteSpan::new(40, 11)))
            .collect(),
        ..GoodsItem::default()
    }
}

/// An entry summary lodged on day 0 for an arrival on day 40, received when lodged.
pub(crate) fn entry(number: i64, lrn: &str, items: Vec<GoodsItem>) -> KeptEntrySummary {
    let entry_summary = EntrySummary {
        kind: EnsKind::Declaration,
        sender: "GB000000000001/1".to_owned(),
        recipient: "GBCD1234".to_owned(),
        prepared: Some(day(0)),
        envelope: Vec::new(),
        message_identification: "ABCD1234".to_owned(),
        correlation_identifier: None,
        local_reference_number: located(lrn.to_owned()),
        movement_reference_number: None,
        transport_mode: Some("1".to_owned()),
        means_of_transport: None,
        total_items: Some(items.len() as u64),
        total_packages: None,
        total_gross_mass_kg: None,
        declaration_place: None,
        special_circumstance: None,
        payment_method: None,
        unique_consignment_reference: None,
        conveyance_reference: None,
        place_of_loading: text("CNSHG"),
        place_of_unloading: text("GBFXT"),
        declared: located(day(0)),
        amended: None,
        amendment_place: None,
        consignor: party("Shanghai Coils Ltd", "CN"),
        consignee: party("Ipswich Electric plc", "GB"),
        notify_party: None,
        items,
        itinerary: ["CN", "GB"].iter().filter_map(|code| located((*code).to_owned())).collect(),
        office_of_lodgement: None,
        representative: None,
        lodging_person: Some(Party { identifier: Some("GB000000000001".to_owned()), ..Party::default() }),
        seals: Vec::new(),
        office_of_first_entry: located("GB000060".to_owned()),
        expected_arrival: located(day(40)),
        offices_of_subsequent_entry: Vec::new(),
        entry_carrier: None,
        carried: Vec::new(),
    };
    KeptEntrySummary { entry_summary, provenance: kept_at(day(0), number) }
}

/// The amendment of an entry summary, ten days later.
pub(crate) fn amendment(
    number: i64,
    of: &KeptEntrySummary,
    change: impl FnOnce(&mut EntrySummary),
) -> KeptEntrySummary {
    let mut entry_summary = of.entry_summary.clone();
    entry_summary.kind = EnsKind::Amendment;
    entry_summary.local_reference_number = None;
    entry_summary.movement_reference_number = located("26GB000000000000A1".to_owned());
    entry_summary.declared = None;
    entry_summary.prepared = Some(day(10));
    entry_summary.amended = located(day(10));
    change(&mut entry_summary);
    KeptEntrySummary { entry_summary, provenance: kept_at(day(10), number) }
}

/// An import declaration accepted on day 39 of 10 t of transformers worth 10 a kilogram.
pub(crate) fn declaration(number: i64, id: &str) -> KeptDeclaration {
    let declaration = ImportDeclaration {
        declaration_id: id.to_owned(),
        item_number: 1,
        accepted: day(39),
        office: Some("GB000060".to_owned()),
        hs_code: Some("850440".to_owned()),
        country_departure: Some("CN".to_owned()),
        country_origin: Some("CN".to_owned()),
        tax_rate_percent: Some(20.0),
        net_mass_kg: Some(10_000.0),
        gross_mass_kg: Some(10_500.0),
        value: Some(Money { amount: 100_000.into(), currency: "GBP".to_owned() }),
        ..ImportDeclaration::default()
    };
    KeptDeclaration { declaration, provenance: kept_at(day(39), number) }
}

/// One stop of a voyage: place and the days of discharge there and of loading there.
pub(crate) type Stop = (&'static str, i64, i64);

/// Status messages of a laden journey over these stops, each received when it happened.
pub(crate) fn voyage(batch: &mut StatusBatch, container: &str, document: Option<&str>, stops: &[Stop]) {
    let mut say = |event, at: UtcTime, place: &str, laden| {
        let number = batch.len() as i64 + 1_000;
        let event = StatusEvent {
            message_id: number.to_string().into(),
            container: container.into(),
            event,
            event_time: at,
            location: place.into(),
            full_empty: Some(if laden { FullEmpty::Laden } else { FullEmpty::Empty }),
            vessel_imo: None,
            voyage: None,
            seal: None,
            gross_mass_kg: None,
            size_type: None,
            carrier: Some("MSK".into()),
            source: "T".into(),
            classifier: Classifier::Actual,
            created: None,
            received: None,
            transport_document: document.map(|text| text.to_owned().into()),
        };
        batch.push_event(&event, kept_at(at, number));
    };
    let last = stops.len().saturating_sub(1);
    for (number, (place, discharged, loaded)) in stops.iter().enumerate() {
        if number == 0 {
            say(EventCode::PickedUp, day(loaded - 4), place, false);
            say(EventCode::Stuffed, day(loaded - 3), place, true);
            say(EventCode::GateIn, day(loaded - 2), place, true);
        } else {
            say(EventCode::Discharged, day(*discharged), place, true);
        }
        if number < last {
            say(EventCode::Loaded, day(*loaded), place, true);
        } else {
            say(EventCode::GateOut, day(discharged + 1), place, true);
            say(EventCode::Stripped, day(discharged + 2), place, true);
            say(EventCode::Returned, day(discharged + 3), place, false);
        }
    }
}

pub(crate) fn trips(voyages: impl FnOnce(&mut StatusBatch), as_of: UtcTime) -> Vec<Trip> {
    let mut all = StatusBatch::new();
    voyages(&mut all);
    let mut known = StatusBatch::new();
    known.texts = all.texts.clone();
    all.rows().iter().filter(|row| row.received <= as_of).for_each(|row| known.push(*row));
    rebuild(&mut known, Places::builtin(), &RiskSettings::default().trips)
}

/// Everything assessed as of a time, in order of id.
pub(crate) fn assess_all(
    ens: &[KeptEntrySummary],
    declarations: &[KeptDeclaration],
    trips: &[Trip],
    as_of: UtcTime,
) -> Vec<Assessment> {
    let (places, settings) = (Places::builtin(), RiskSettings::default());
    let assembled = assemble(ens, declarations, trips, places, as_of, &settings);
    let history = History::learn(declarations, &assembled, as_of, &settings);
    let routes = NormalRoutes::learn(trips.iter(), as_of, &settings.trips);
    let sea = SeaNetwork::builtin();
    assembled.iter().map(|one| assess(one, &history, &routes, places, sea, as_of, &settings)).collect()
}

pub(crate) fn join_of<'a>(
    assembled: &'a Assembled<'_>,
    what: &str,
) -> Option<&'a tidewaiter_model::assessment::Join> {
    assembled.consignment.joins.iter().find(|join| join.what == what)
}

pub(crate) fn fired(assessment: &Assessment, indicator: Indicator) -> Option<&Reason> {
    assessment.reasons.iter().find(|reason| reason.indicator == indicator)
}

pub(crate) fn lacked(assessment: &Assessment, indicator: Indicator) -> Option<&str> {
    assessment.not_evaluated.iter().find(|lack| lack.indicator == indicator).map(|lack| lack.missing.as_str())
}
