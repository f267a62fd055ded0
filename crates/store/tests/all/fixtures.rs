//! Records and stores that the tests use.

use std::borrow::Cow;
use std::path::Path;
use tidewaiter_model::declaration::{DeclaredOutcome, ImportDeclaration};
use tidewaiter_model::entry_summary::EntrySummary;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::money::Money;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, FileReceipt, Ingest, MessageKey, NewFile, Options, Store, StoreError};

/// An instant `hours` after 1 January 2026.
pub(crate) fn hour(hours: i64) -> UtcTime {
    UtcTime::from_civil(2026, 1, 1, 0, 0, 0).unwrap().plus_hours(hours as f64)
}

/// Somebody at hour 0.
pub(crate) fn act() -> Act<'static> {
    Act { actor: "anna", origin: "console 10.0.0.7", request: "r1", time: hour(0) }
}

pub(crate) async fn open(folder: &Path, database: Option<&str>) -> Result<Store, StoreError> {
    Store::open(&Options { folder: folder.to_path_buf(), database: database.map(str::to_owned) }).await
}

/// A status event; `number` tells it apart, every optional field is there for even numbers.
pub(crate) fn event(number: u32) -> StatusEvent<'static> {
    let even = number.is_multiple_of(2);
    let text = |prefix: &str| Cow::Owned(format!("{prefix}{}", number % 13));
    let maybe = |prefix: &str| even.then(|| text(prefix));
    StatusEvent {
        message_id: Cow::Owned(format!("m{number}")),
        container: Cow::Owned(format!("MSKU{:07}", number % 100)),
        event: EventCode::ALL[number as usize % EventCode::ALL.len()],
        event_time: hour(i64::from(number)),
        location: text("CN"),
        full_empty: [None, Some(FullEmpty::Laden), Some(FullEmpty::Empty)][number as usize % 3],
        vessel_imo: maybe("91"),
        voyage: maybe("V"),
        seal: maybe("S"),
        gross_mass_kg: even.then_some(f64::from(number) + 0.1),
        size_type: maybe("22G"),
        carrier: maybe("MS"),
        source: Cow::Borrowed("LINE"),
        classifier: Classifier::ALL[number as usize % Classifier::ALL.len()],
        created: even.then(|| hour(i64::from(number) + 1)),
        received: None,
        transport_document: maybe("BL"),
    }
}

/// The bytes that stand for a status message in a file.
pub(crate) fn row(id: u32, content: &str) -> String {
    format!("m{id},{content}\n")
}

/// Adds a file of status messages given as (id, content, hour of receipt).
pub(crate) fn add_rows(
    ingest: &mut Ingest,
    name: &str,
    rows: &[(u32, &str, i64)],
) -> Result<i64, StoreError> {
    let file = ingest.open_file(NewFile { name, format: "status_csv", received: hour(0), sender: None })?;
    let mut offset = 0;
    for (id, content, received) in rows {
        let text = row(*id, content);
        ingest.archive(text.as_bytes())?;
        let bytes = text.trim_end().as_bytes();
        let span = ByteSpan::new(offset, bytes.len() as u64);
        let id_text = format!("m{id}");
        let key = MessageKey { source: "LINE", id: Some(&id_text), bytes };
        let mut event = event(*id);
        event.location = Cow::Owned((*content).to_owned());
        ingest.message(key, span, hour(*received), &[Record::Status(event)])?;
        offset += text.len() as u64;
    }
    ingest.close_file(offset)?;
    Ok(file)
}

/// Ingests one file of status messages.
pub(crate) async fn ingest_rows(store: &Store, name: &str, rows: &[(u32, &str, i64)]) -> FileReceipt {
    let mut ingest = store.begin_ingest().await.unwrap();
    add_rows(&mut ingest, name, rows).unwrap();
    ingest.commit(&act()).await.unwrap().remove(0)
}

/// A declaration with every field, or with none that may be missing.
pub(crate) fn declaration(full: bool) -> ImportDeclaration {
    let text = |text: &str| full.then(|| text.to_owned());
    ImportDeclaration {
        declaration_id: "D1".to_owned(),
        item_number: 2,
        accepted: hour(5),
        office: text("KR001"),
        declarant: text("A"),
        importer: text("I"),
        importer_name: text("Importer, \"Ltd\""),
        exporter: text("E"),
        exporter_name: text("Exporteur é"),
        hs_code: text("010121"),
        description: text("horses"),
        country_departure: text("CN"),
        country_origin: text("VN"),
        tax_rate_percent: full.then_some(8.1),
        net_mass_kg: full.then_some(0.1 + 0.2),
        gross_mass_kg: full.then_some(12.5),
        value: full.then(|| Money { amount: "1234567.8900".parse().unwrap(), currency: "KRW".to_owned() }),
        transport_document: text("BL 7"),
        containers: if full { vec!["MSKU 123456-5".to_owned(), "X".to_owned()] } else { Vec::new() },
        entry_summary_mrn: text("26GB000000000000X1"),
        outcome: full.then(|| DeclaredOutcome { irregular: true, critical: Some(false), known: hour(99) }),
        extra: if full { [("a".to_owned(), "1".to_owned())].into() } else { Default::default() },
    }
}

/// A small entry summary declaration.
pub(crate) fn entry_summary(reference: &str) -> EntrySummary {
    let json = r#"{"kind":"IE315","sender":"S","recipient":"R","prepared":null,"envelope":[["PriMES15","A"]],
        "message_identification":"1","correlation_identifier":null,
        "local_reference_number":{"value":"REF","span":{"start":3,"len":4}},"movement_reference_number":null,
        "transport_mode":"1","means_of_transport":null,"total_items":1,"total_packages":null,
        "total_gross_mass_kg":{"value":0.30000000000000004,"span":{"start":0,"len":1}},"declaration_place":null,
        "special_circumstance":null,"payment_method":null,"unique_consignment_reference":null,
        "conveyance_reference":null,"place_of_loading":null,"place_of_unloading":null,"declared":null,
        "amended":null,"amendment_place":null,"consignor":null,"consignee":null,"notify_party":null,
        "items":[],"itinerary":[],"office_of_lodgement":null,"representative":null,"lodging_person":null,
        "seals":[],"office_of_first_entry":null,"expected_arrival":null,"offices_of_subsequent_entry":[],
        "entry_carrier":null,"carried":[]}"#;
    serde_json::from_str(&json.replace("REF", reference)).unwrap()
}
