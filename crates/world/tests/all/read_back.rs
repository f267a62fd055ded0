//! Everything written is read back by the formats, and says what it should.

use crate::support::{EASY, HARD, Made};
use std::collections::BTreeSet;
use tidewaiter_formats::{Format, Mapping, Reader, detect};
use tidewaiter_model::event::Classifier;
use tidewaiter_model::identifier::container_fault;
use tidewaiter_model::record::Record;
use tidewaiter_world::{Folder, Profile};

#[derive(Default)]
struct Seen {
    ens: usize,
    csv: usize,
    dcsa: usize,
    declarations: usize,
    outcomes: usize,
    documents: BTreeSet<String>,
    declared_documents: BTreeSet<String>,
    ids: BTreeSet<(String, String)>,
    bad_numbers: usize,
}

fn read_all(made: &Made) -> Seen {
    let mappings = Mapping::builtin();
    let end = made.settings.end();
    let mut seen = Seen::default();
    for ((folder, path), bytes) in &made.files {
        if *folder != Folder::Messages {
            continue;
        }
        let detected = detect(bytes, &mappings).unwrap_or_else(|fault| panic!("{path}: {fault:?}"));
        let format = detected.format;
        let mut last_received = None;
        let mut reader = Reader::new(&detected, &mappings, path);
        let read = reader.read(bytes, 0, true, &mut |message| {
            assert!(message.record.is_some(), "{path}: {:?}", message.diagnostics);
            assert_eq!(message.diagnostics, [], "{path}");
            if let Some(identity) = &message.identity {
                let id = (identity.source.to_string(), identity.id.to_string());
                assert!(seen.ids.insert(id.clone()), "{path}: {id:?} twice");
            }
            match message.record {
                Some(Record::Status(event)) => {
                    assert!(event.created.is_some_and(|created| created <= end), "{path}");
                    assert!(event.classifier != Classifier::Actual || event.event_time <= end.plus_days(3));
                    seen.bad_numbers += usize::from(container_fault(&event.container).is_some());
                    if format == Format::StatusCsv {
                        assert!(message.received >= last_received && message.received <= Some(end), "{path}");
                        last_received = message.received;
                        seen.csv += 1;
                    } else {
                        seen.dcsa += 1;
                    }
                }
                Some(Record::EntrySummary(ens)) => {
                    seen.ens += 1;
                    assert!(ens.prepared.is_some_and(|prepared| prepared <= end), "{path}");
                    let documents = ens.items.iter().flat_map(|item| &item.documents);
                    seen.documents.extend(documents.map(|document| document.reference.clone()));
                }
                Some(Record::Declaration(declaration)) => {
                    seen.declarations += 1;
                    seen.outcomes += usize::from(declaration.outcome.is_some());
                    assert!(declaration.accepted <= end);
                    assert!(declaration.outcome.is_none_or(|outcome| outcome.known <= end));
                    seen.declared_documents.extend(declaration.transport_document);
                }
                Some(other) => panic!("{path}: {other:?}"),
                None => {}
            }
        });
        assert_eq!(read, bytes.len(), "{path}");
    }
    seen
}

#[test]
fn every_message_becomes_a_record() {
    for made in [&*EASY, &*HARD] {
        let seen = read_all(made);
        let profile = made.settings.profile;
        let truth: BTreeSet<String> =
            made.consignments.iter().map(|row| row.transport_document.clone()).collect();
        assert!(truth == seen.documents, "{profile:?}: entry summaries and truth name other documents");
        assert!(seen.declared_documents.is_subset(&truth), "{profile:?}");
        assert!(seen.declarations > truth.len() / 2, "{profile:?}");
        assert!(seen.outcomes > 50, "{profile:?}: {} outcomes", seen.outcomes);
        let share = seen.dcsa as f64 / (seen.dcsa + seen.csv) as f64;
        assert!((0.18..0.35).contains(&share), "{profile:?}: {share} of status events are DCSA");
        let bad = seen.bad_numbers as f64 / (seen.dcsa + seen.csv) as f64;
        let expected = if profile == Profile::Hard { 0.001..0.003 } else { 0.0..1e-9 };
        assert!(expected.contains(&bad), "{profile:?}: {bad} of the container numbers are wrong");
    }
}
