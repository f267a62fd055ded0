//! The table of fields names every field of every record, and the book shows the table.

use crate::wco_fixtures::{Dice, Taste, generate};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use tidewaiter_formats::{fields, wco};
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::entry_summary::*;
use tidewaiter_model::event::{Classifier, EventCode, StatusEvent};
use tidewaiter_model::manifest::{ManifestConsignment, ManifestContainer, ManifestItem, ManifestParty};
use tidewaiter_model::provenance::{ByteSpan, Located};
use tidewaiter_model::stow::{StowPosition, VesselName};
use tidewaiter_model::time::UtcTime;
use tidewaiter_model::traveller::{TravelDocument, Traveller};
use tidewaiter_model::vessel_report::{VesselCall, VesselReport};

/// The dotted names of what stands in a record; spans are places, not content.
fn names(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) if fields.contains_key("value") && fields.contains_key("span") => {
            found.insert(path.to_owned());
        }
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields.iter().filter(|(name, _)| *name != "span") {
                let dot = if path.is_empty() { "" } else { "." };
                names(value, &format!("{path}{dot}{name}"), found);
            }
        }
        Value::Array(values) if values.first().is_some_and(Value::is_object) => {
            values.iter().for_each(|value| names(value, path, found));
        }
        _ => {
            found.insert(path.to_owned());
        }
    }
}

fn check(record: &str, value: &Value) {
    let mut found = BTreeSet::new();
    names(value, "", &mut found);
    let all = fields::records();
    let table = all.iter().find(|one| one.name == record).unwrap_or_else(|| panic!("no record {record}"));
    let listed: BTreeSet<String> = table.fields.iter().map(|field| field.name.clone()).collect();
    assert_eq!(listed.len(), table.fields.len(), "{record}: a field twice");
    let missing: Vec<_> = found.difference(&listed).collect();
    let invented: Vec<_> = listed.difference(&found).collect();
    assert!(
        missing.is_empty() && invented.is_empty(),
        "{record}: missing {missing:?}, invented {invented:?}"
    );
}

#[test]
fn every_field_of_a_status_event_stands_in_the_table() {
    let event = StatusEvent {
        message_id: "1".into(),
        container: "MSKU1234565".into(),
        event: EventCode::Loaded,
        event_time: UtcTime::MIN,
        location: "CNSHG".into(),
        full_empty: None,
        vessel_imo: None,
        voyage: None,
        seal: None,
        gross_mass_kg: None,
        size_type: None,
        carrier: None,
        source: "".into(),
        classifier: Classifier::Actual,
        created: None,
        received: None,
        transport_document: None,
    };
    check("status_event", &json!(event));
}

#[test]
fn every_field_of_an_import_declaration_stands_in_the_table() {
    check("import_declaration", &json!(ImportDeclaration::default()));
}

#[test]
fn every_field_of_an_entry_summary_stands_in_the_table() {
    let text = || Some(LocalText::default());
    let party = || Some(Party::default());
    let located = || Some(Located::new(String::new(), ByteSpan::default()));
    let mass = || Some(Located::new(0.0, ByteSpan::default()));
    let time = || Some(Located::new(UtcTime::MIN, ByteSpan::default()));
    let item = GoodsItem {
        description: text(),
        gross_mass_kg: mass(),
        place_of_loading: text(),
        place_of_unloading: text(),
        documents: vec![DocumentReference::default()],
        consignor: party(),
        commodity_code: located(),
        consignee: party(),
        containers: located().into_iter().collect(),
        means_of_transport: vec![MeansOfTransport::default()],
        packages: vec![Packages { marks: text(), ..Packages::default() }],
        notify_party: party(),
        ..GoodsItem::default()
    };
    let entry = EntrySummary {
        kind: EnsKind::Declaration,
        sender: String::new(),
        recipient: String::new(),
        prepared: None,
        envelope: Vec::new(),
        message_identification: String::new(),
        correlation_identifier: None,
        local_reference_number: located(),
        movement_reference_number: located(),
        transport_mode: None,
        means_of_transport: Some(MeansOfTransport::default()),
        total_items: None,
        total_packages: None,
        total_gross_mass_kg: mass(),
        declaration_place: text(),
        special_circumstance: None,
        payment_method: None,
        unique_consignment_reference: located(),
        conveyance_reference: None,
        place_of_loading: text(),
        place_of_unloading: text(),
        declared: time(),
        amended: time(),
        amendment_place: text(),
        consignor: party(),
        consignee: party(),
        notify_party: party(),
        items: vec![item],
        itinerary: located().into_iter().collect(),
        office_of_lodgement: None,
        representative: party(),
        lodging_person: party(),
        seals: vec![Seal::default()],
        office_of_first_entry: located(),
        expected_arrival: time(),
        offices_of_subsequent_entry: Vec::new(),
        entry_carrier: party(),
        carried: Vec::new(),
    };
    check("entry_summary", &json!(entry));
}

#[test]
fn every_field_of_what_edifact_feeds_stands_in_the_table() {
    let named = || Some("X".to_owned());
    let vessel = || VesselName { imo: named(), call_sign: named(), name: named() };
    let consignment = ManifestConsignment {
        vessel: vessel(),
        parties: vec![ManifestParty::default()],
        items: vec![ManifestItem::default()],
        containers: vec![ManifestContainer::default()],
        ..ManifestConsignment::default()
    };
    check("manifest_consignment", &json!(consignment));
    check("stow_position", &json!(StowPosition { vessel: vessel(), ..StowPosition::default() }));
    let calls = vec![VesselCall::default()];
    check("vessel_report", &json!(VesselReport { vessel: vessel(), calls, ..VesselReport::default() }));
    let documents = vec![TravelDocument::default()];
    check("traveller", &json!(Traveller { documents, ..Traveller::default() }));
}

/// Fields of parts that only some uses of a part have, such as the role of a party.
fn partial(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(_, value)| {
                !value.is_null() && value.as_array().is_none_or(|values| !values.is_empty())
            });
            Value::Object(kept.map(|(name, value)| (name, partial(value))).collect())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(partial).collect()),
        other => other,
    }
}

#[test]
fn every_field_of_customs_messages_stands_in_the_table() {
    for response in [false, true] {
        let xml = generate(response, &Taste { everything: true, strange: false }, &mut Dice(11));
        let message = wco::read(xml.as_bytes()).message.unwrap();
        if response {
            check("customs_response", &partial(json!(message.responses[0])));
        } else {
            check("customs_declaration", &partial(json!(message.declaration)));
            let outside = tidewaiter_model::customs::CustomsMessage { declaration: None, ..message };
            check("customs_message", &json!(outside));
        }
    }
}

#[test]
fn gaps_have_their_reason() {
    for record in fields::records() {
        for field in &record.fields {
            let columns = [&field.wco, &field.eu, &field.ens, &field.edifact, &field.imo];
            let gap = columns.iter().any(|column| column.is_none());
            assert_eq!(gap, field.why.is_some(), "{} {}", record.name, field.name);
        }
    }
}

#[test]
fn the_book_shows_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/reference/fields.md");
    let page = fields::page();
    if std::env::var_os("TIDEWAITER_WRITE_FIELDS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let shown = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        shown == page,
        "docs/src/reference/fields.md is not what the table gives; TIDEWAITER_WRITE_FIELDS=1 writes it"
    );
}
