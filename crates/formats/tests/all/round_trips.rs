//! What is written reads back as it was.

use crate::fixtures::records;
use proptest::prelude::*;
use std::borrow::Cow;
use tidewaiter_formats::{Format, dcsa, declaration_csv, ens, status_csv};
use tidewaiter_model::declaration::{DeclaredOutcome, ImportDeclaration};
use tidewaiter_model::entry_summary::*;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, OwnedStatusEvent, StatusEvent};
use tidewaiter_model::money::{Decimal, Money};
use tidewaiter_model::provenance::{ByteSpan, Located};
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;

/// Text as people write it: no blanks at the ends, but quotes, separators, markup and line feeds inside.
fn text() -> impl Strategy<Value = String> {
    "[A-Za-z0-9åÉ中&<>\"'][A-Za-z0-9åÉ中&<>\"', \n;/|-]{0,12}[A-Za-z0-9åÉ中&<>\"']"
}

fn maybe() -> impl Strategy<Value = Option<String>> {
    prop::option::of(text())
}

fn moment() -> impl Strategy<Value = UtcTime> {
    (0_i64..3_000_000_000_000_000).prop_map(UtcTime::from_micros)
}

fn minute() -> impl Strategy<Value = UtcTime> {
    (946_684_800_i64 / 60..4_070_908_800 / 60).prop_map(|minute| UtcTime::from_seconds(minute * 60))
}

fn mass() -> impl Strategy<Value = f64> {
    (0_u32..50_000_000).prop_map(|grams| f64::from(grams) / 1000.0)
}

prop_compose! {
    fn status()(
        message_id in text(), container in text(), event in prop::sample::select(EventCode::ALL),
        event_time in moment(), location in "[A-Z]{2}[A-Z2-9]{3}",
        full_empty in prop::option::of(prop::sample::select(FullEmpty::ALL)),
        texts in prop::array::uniform6(maybe()), gross_mass_kg in prop::option::of(mass()), source in maybe(),
        classifier in prop::sample::select(Classifier::ALL), created in prop::option::of(moment()),
        received in prop::option::of(moment()),
    ) -> OwnedStatusEvent {
        let [vessel_imo, voyage, seal, size_type, carrier, transport_document] = texts.map(|text| text.map(Cow::Owned));
        StatusEvent {
            message_id: message_id.into(), container: container.into(), event, event_time, location: location.into(),
            full_empty, vessel_imo, voyage, seal, gross_mass_kg, size_type, carrier,
            source: source.unwrap_or_default().into(), classifier, created, received, transport_document,
        }
    }
}

prop_compose! {
    fn declaration()(
        declaration_id in text(), item_number in 0_u32..1000, accepted in moment(),
        texts in prop::array::uniform10(maybe()), hs_code in prop::option::of("[0-9]{6,10}"), mrn in maybe(),
        masses in prop::array::uniform3(prop::option::of(mass())),
        value in prop::option::of((0_i64..1_000_000_000_000, 0_u32..4, "[A-Z]{3}")),
        containers in prop::collection::vec("[A-Z]{4}[0-9]{7}", 0..4),
        outcome in prop::option::of((any::<bool>(), prop::option::of(any::<bool>()), moment())),
    ) -> ImportDeclaration {
        let [office, declarant, importer, importer_name, exporter, exporter_name, description, departure, origin,
            transport_document] = texts;
        let [tax_rate_percent, net_mass_kg, gross_mass_kg] = masses;
        ImportDeclaration {
            declaration_id, item_number, accepted, office, declarant, importer, importer_name, exporter, exporter_name,
            hs_code, description, country_departure: departure, country_origin: origin, tax_rate_percent, net_mass_kg,
            gross_mass_kg, transport_document, containers, entry_summary_mrn: mrn,
            value: value.map(|(amount, scale, currency)| Money { amount: Decimal::new(amount, scale), currency }),
            outcome: outcome.map(|(irregular, critical, known)| DeclaredOutcome { irregular, critical, known }),
            extra: Default::default(),
        }
    }
}

fn located<T>(value: T) -> Located<T> {
    Located::new(value, ByteSpan::default())
}

prop_compose! {
    fn local()(text in text(), language in maybe()) -> LocalText {
        LocalText { text, language, span: ByteSpan::default() }
    }
}

prop_compose! {
    fn party()(texts in prop::array::uniform7(maybe())) -> Party {
        let [identifier, name, street, postcode, city, country, language] = texts;
        Party { identifier, name, street, postcode, city, country, language, span: ByteSpan::default() }
    }
}

prop_compose! {
    fn means()(identity in text(), nationality in maybe(), language in maybe()) -> MeansOfTransport {
        MeansOfTransport { identity, nationality, language }
    }
}

prop_compose! {
    fn packages()(
        kind in text(), count in prop::option::of(any::<u64>()), pieces in prop::option::of(any::<u64>()),
        marks in prop::option::of(local()),
    ) -> Packages {
        Packages { kind, count, pieces, marks }
    }
}

prop_compose! {
    fn item()(
        number in 1_u32.., description in prop::option::of(local()), gross in prop::option::of(mass()),
        texts in prop::array::uniform4(maybe()), places in prop::array::uniform2(prop::option::of(local())),
        documents in prop::collection::vec((text(), text(), maybe()), 0..3),
        special_mentions in prop::collection::vec(text(), 0..2),
        parties in prop::array::uniform3(prop::option::of(party())),
        containers in prop::collection::vec(text(), 0..3),
        means_of_transport in prop::collection::vec(means(), 0..2),
        packages in prop::collection::vec(packages(), 0..3),
    ) -> GoodsItem {
        let [payment_method, unique_consignment_reference, dangerous_goods, code] = texts;
        let [place_of_loading, place_of_unloading] = places;
        let [consignor, consignee, notify_party] = parties;
        let document = |(kind, reference, language)| DocumentReference { kind, reference, language, span: ByteSpan::default() };
        GoodsItem {
            number, description, gross_mass_kg: gross.map(located), payment_method, unique_consignment_reference,
            dangerous_goods, place_of_loading, place_of_unloading,
            documents: documents.into_iter().map(document).collect(), special_mentions, consignor,
            commodity_code: code.map(located), consignee, containers: containers.into_iter().map(located).collect(),
            means_of_transport, packages, notify_party, span: ByteSpan::default(),
        }
    }
}

prop_compose! {
    fn header()(
        amendment in any::<bool>(), sender in text(), recipient in text(), message_identification in text(),
        texts in prop::array::uniform9(maybe()), means_of_transport in prop::option::of(means()),
        totals in prop::array::uniform2(prop::option::of(any::<u64>())), total in prop::option::of(mass()),
        times in prop::array::uniform4(prop::option::of(minute())),
        places in prop::array::uniform4(prop::option::of(local())),
    ) -> EntrySummary {
        let [correlation_identifier, local_reference, movement_reference, transport_mode, special_circumstance,
            payment_method, consignment_reference, conveyance_reference, office_of_lodgement] = texts;
        let [prepared, declared, amended, expected_arrival] = times;
        let [declaration_place, place_of_loading, place_of_unloading, amendment_place] = places;
        EntrySummary {
            kind: if amendment { EnsKind::Amendment } else { EnsKind::Declaration },
            sender, recipient, prepared, message_identification, correlation_identifier,
            envelope: vec![("TesIndMES18".into(), "1".into()), ("MesSeqNumMES22".into(), "2".into())],
            local_reference_number: local_reference.map(located), movement_reference_number: movement_reference.map(located),
            transport_mode, means_of_transport, total_items: totals[0], total_packages: totals[1],
            total_gross_mass_kg: total.map(located), declaration_place, special_circumstance, payment_method,
            unique_consignment_reference: consignment_reference.map(located), conveyance_reference,
            place_of_loading, place_of_unloading, declared: declared.map(located), amended: amended.map(located),
            amendment_place, consignor: None, consignee: None, notify_party: None, items: Vec::new(),
            itinerary: Vec::new(), office_of_lodgement, representative: None, lodging_person: None, seals: Vec::new(),
            office_of_first_entry: None, expected_arrival: expected_arrival.map(located),
            offices_of_subsequent_entry: Vec::new(), entry_carrier: None, carried: Vec::new(),
        }
    }
}

prop_compose! {
    fn entry_summary()(
        header in header(), parties in prop::array::uniform6(prop::option::of(party())),
        items in prop::collection::vec(item(), 0..3), itinerary in prop::collection::vec(text(), 0..3),
        seals in prop::collection::vec((text(), maybe()), 0..3), first in maybe(),
        offices_of_subsequent_entry in prop::collection::vec(text(), 0..3),
    ) -> EntrySummary {
        let [consignor, consignee, notify_party, representative, lodging_person, entry_carrier] = parties;
        EntrySummary {
            consignor, consignee, notify_party, representative, lodging_person, entry_carrier, items,
            itinerary: itinerary.into_iter().map(located).collect(),
            seals: seals.into_iter().map(|(identity, language)| Seal { identity, language, span: ByteSpan::default() }).collect(),
            office_of_first_entry: first.map(located), offices_of_subsequent_entry, ..header
        }
    }
}

/// Takes every span away, through the record's own text form.
fn without_spans(record: &EntrySummary) -> String {
    let mut out = String::new();
    for part in format!("{record:?}").split("ByteSpan {") {
        out.push_str(
            part.split_once('}')
                .filter(|(front, _)| front.starts_with(" start: "))
                .map_or(part, |(_, rest)| rest),
        );
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn canonical_csv(events in prop::collection::vec(status(), 1..4)) {
        let mut out = Vec::new();
        status_csv::write_header(&mut out);
        events.iter().for_each(|event| status_csv::write_row(event, &mut out));
        let expected: Vec<_> = events.into_iter().map(Record::Status).collect();
        prop_assert_eq!(records(&out, Format::StatusCsv), expected);
    }

    #[test]
    fn declarations(rows in prop::collection::vec(declaration(), 1..4)) {
        let mut out = Vec::new();
        declaration_csv::write_header(&mut out);
        rows.iter().for_each(|row| declaration_csv::write_row(row, &mut out));
        let expected: Vec<_> = rows.into_iter().map(|row| Record::Declaration(Box::new(row))).collect();
        prop_assert_eq!(records(&out, Format::DeclarationCsv), expected);
    }

    #[test]
    fn entry_summaries(record in entry_summary()) {
        let out = ens::write(&record);
        let found = records(&out, Format::EnsXml);
        let [Record::EntrySummary(found)] = found.as_slice() else { panic!("{}", String::from_utf8_lossy(&out)) };
        prop_assert_eq!(without_spans(found), without_spans(&record));
    }

    #[test]
    fn dcsa_both_versions(events in prop::collection::vec(status(), 1..4)) {
        // What the standard has no place for is left out.
        let events: Vec<_> = events.into_iter().map(|event| StatusEvent {
            gross_mass_kg: None, received: None, ..event
        }).collect();
        for (version, out) in [(2, dcsa::write_v2(&events)), (3, dcsa::write_v3(&events))] {
            let expected: Vec<_> = events.iter().map(|event| Record::Status(as_version(event, version))).collect();
            prop_assert_eq!(records(&out, Format::DcsaJson), expected, "version {}", version);
        }
    }
}

/// The event as a version of the standard can hold it.
fn as_version(event: &OwnedStatusEvent, version: u8) -> OwnedStatusEvent {
    let mut event = event.clone();
    let equipment = !matches!(event.event, EventCode::Arrived | EventCode::Departed | EventCode::Booked);
    if version == 2 {
        event.source = event.carrier.clone().unwrap_or_default();
        if !equipment {
            (event.seal, event.size_type, event.full_empty) = (None, None, None);
        }
    } else {
        match (&event.carrier, event.source.is_empty()) {
            (None, false) => event.carrier = Some(event.source.clone()),
            (Some(carrier), true) => event.source = carrier.clone(),
            _ => {}
        }
    }
    event
}
