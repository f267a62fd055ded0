//! What the store promises, checked on SQLite and on PostgreSQL alike.

use crate::fixtures::{act, add_rows, declaration, entry_summary, event, hour, ingest_rows, open};
use crate::postgres::Postgres;
use crate::{casework, people, trail, upgrade};
use std::path::Path;
use tidewaiter_model::assessment::{Arm, Assessment, Consignment, Lane, Outcome, Selection};
use tidewaiter_model::batch::StatusBatch;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{MessageKey, NewFile, OutcomeTerms, QuarantineState, Resolution, Store};

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_keeps_every_promise() {
    let folder = tempfile::tempdir().unwrap();
    for name in NAMES {
        // A path with everything that could mean something in an address.
        check(name, &folder.path().join(format!("{name} ?&#%é")), None).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn postgresql_keeps_every_promise() {
    let Some(server) = Postgres::start() else { return };
    sqlx::any::install_default_drivers();
    let admin = loop {
        // The port answers a moment before the server takes connections.
        match sqlx::AnyPool::connect(&server.url("postgres")).await {
            Ok(pool) => break pool,
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(100)).await,
        }
    };
    let folder = tempfile::tempdir().unwrap();
    for name in NAMES {
        sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&admin).await.unwrap();
        check(name, &folder.path().join(name), Some(&server.url(name))).await;
    }
}

const NAMES: [&str; 27] = [
    "records",
    "duplicates",
    "conflicts",
    "quarantine",
    "quarantine_pages",
    "abandon",
    "assessments",
    "cases",
    "settings",
    "concurrent",
    "accounts",
    "administrators",
    "sessions",
    "sign_ins",
    "api_keys",
    "filters",
    "requests",
    "locks",
    "changes",
    "outcomes",
    "once",
    "audit_all",
    "audit_chain",
    "audit_flips",
    "audit_gaps",
    "race",
    "upgrade",
];

async fn check(name: &str, folder: &Path, database: Option<&str>) {
    match name {
        "race" => return casework::two_programs_race_for_locks(folder, database).await,
        "upgrade" => return upgrade::version_one_keeps_what_it_held(folder, database).await,
        _ => {}
    }
    let store = open(folder, database).await.unwrap();
    match name {
        "records" => records_come_back(&store).await,
        "duplicates" => duplicates_change_nothing(&store).await,
        "conflicts" => the_later_of_conflicting_messages_counts(&store).await,
        "quarantine" => quarantine_keeps_whole_messages(&store).await,
        "quarantine_pages" => casework::quarantine_is_paged_and_counted(&store).await,
        "abandon" => an_abandoned_file_leaves_no_trace(&store).await,
        "assessments" => assessments_come_back(&store).await,
        "cases" => selections_and_outcomes_come_back(&store).await,
        "settings" => settings_outlive_the_process(&store, folder, database).await,
        "concurrent" => ingests_take_turns(&store, folder, database).await,
        "accounts" => people::accounts_change_one_at_a_time(&store).await,
        "administrators" => people::one_administrator_remains(&store).await,
        "sessions" => people::sessions_end(&store).await,
        "sign_ins" => people::failed_sign_ins_are_counted(&store).await,
        "api_keys" => people::keys_hold_until_revoked(&store).await,
        "filters" => people::filters_belong_to_somebody(&store).await,
        "requests" => people::requests_are_done_once(&store).await,
        "locks" => casework::a_case_is_worked_on_by_one(&store).await,
        "changes" => casework::changes_are_seen_in_order(&store).await,
        "outcomes" => casework::outcomes_are_recorded_once_and_taken_back(&store).await,
        "once" => casework::a_request_sent_many_times_at_once_gives_one_outcome(&store).await,
        "audit_all" => trail::every_change_leaves_a_record(&store).await,
        "audit_chain" => trail::eight_who_write_at_once_make_one_chain(&store, folder, database).await,
        "audit_flips" => trail::every_flipped_byte_is_named(&store, folder, database).await,
        "audit_gaps" => trail::missing_swapped_and_added_records_are_found(&store, folder, database).await,
        other => panic!("no test named {other}"),
    }
}

async fn records_come_back(store: &Store) {
    let mut ingest = store.begin_ingest().await.unwrap();
    let bytes = b"first message|second|third";
    let file = ingest.open_file(NewFile { name: "f", format: "x", received: hour(1), sender: None }).unwrap();
    ingest.archive(&bytes[..5]).unwrap();
    ingest.archive(&bytes[5..]).unwrap();
    let spans = [ByteSpan::new(0, 13), ByteSpan::new(14, 6), ByteSpan::new(21, 5)];
    let part = |span: ByteSpan| &bytes[span.start as usize..span.end() as usize];
    let key = |index: usize| MessageKey { source: "", id: None, bytes: part(spans[index]) };
    let both = [Record::Status(event(2)), Record::Status(event(3))];
    ingest.message(key(0), spans[0], hour(2), &both).unwrap();
    let entry = Record::EntrySummary(Box::new(entry_summary("R1")));
    ingest.message(key(1), spans[1], hour(3), &[entry]).unwrap();
    let declarations = [true, false].map(|full| Record::Declaration(Box::new(declaration(full))));
    ingest.message(key(2), spans[2], hour(4), &declarations).unwrap();
    ingest.close_file(bytes.len() as u64).unwrap();
    let receipt = ingest.commit(&act()).await.unwrap().remove(0);
    assert_eq!((receipt.read, receipt.accepted, receipt.number), (3, 3, file));

    let batch = store.status_events(hour(100)).await.unwrap();
    let mut expected = StatusBatch::new();
    let message = MessageRef { file, span: spans[0] };
    for number in [2, 3] {
        let provenance = tidewaiter_model::provenance::Provenance { message, received: hour(2) };
        expected.push_event(&event(number), provenance);
    }
    assert_eq!(described(&batch), described(&expected));
    let entries = store.entry_summaries(hour(100)).await.unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].entry_summary, entry_summary("R1"));
    let kept = store.declarations(hour(100)).await.unwrap();
    assert_eq!(
        kept.iter().map(|row| row.declaration.clone()).collect::<Vec<_>>(),
        [true, false].map(declaration)
    );
    assert_eq!(store.declarations(hour(3)).await.unwrap(), []);
    for span in spans {
        let found = store.message_bytes(MessageRef { file, span }).await.unwrap();
        assert_eq!(found, part(span));
    }
    assert!(store.message_bytes(MessageRef { file, span: ByteSpan::new(20, 50) }).await.is_err());
    assert_eq!(store.file(file).await.unwrap().unwrap().receipt, receipt);
    assert_eq!(store.files(10).await.unwrap().len(), 1);
    assert_eq!(store.latest_received().await.unwrap(), Some(hour(4)));
}

/// Rows with their texts, so that numbers given in another order compare equal.
fn described(batch: &StatusBatch) -> Vec<String> {
    let text = |id| batch.texts.text(id);
    batch
        .rows()
        .iter()
        .map(|row| {
            let texts = [row.container, row.location, row.vessel_imo, row.voyage, row.seal, row.size_type];
            let more = [row.carrier, row.source, row.transport_document].map(text);
            let mass = row.gross_mass_kg.to_bits();
            format!(
                "{:?} {more:?} {mass} {:?} {} {:?} {:?} {} {:?}",
                texts.map(text),
                row.event,
                row.event_time,
                row.full_empty,
                row.classifier,
                row.received,
                row.message
            )
        })
        .collect()
}

async fn duplicates_change_nothing(store: &Store) {
    let first = ingest_rows(store, "a", &[(1, "A", 1), (2, "B", 1), (1, "A", 1)]).await;
    assert_eq!((first.read, first.accepted, first.duplicate, first.conflicts), (3, 2, 1, 0));
    let again = ingest_rows(store, "a", &[(1, "A", 1), (2, "B", 1), (1, "A", 1)]).await;
    assert_eq!((again.read, again.accepted, again.duplicate), (3, 0, 3));
    // Many small ingests: their key runs are merged, and what they knew stays known.
    for number in 10..30 {
        let receipt = ingest_rows(store, "small", &[(number, "C", 1), (number - 1, "C", 1)]).await;
        assert_eq!(receipt.duplicate, u64::from(number > 10), "message {number}");
    }
    let counts = store.counts().await.unwrap();
    assert_eq!(counts.read, counts.accepted + counts.duplicate + counts.quarantined);
    assert_eq!(counts.status_events, counts.accepted);
    assert_eq!(store.status_events(hour(1)).await.unwrap().len() as u64, counts.accepted);
}

async fn the_later_of_conflicting_messages_counts(store: &Store) {
    let first = ingest_rows(store, "a", &[(1, "OLD", 1), (2, "ONLY", 1), (3, "X", 5)]).await;
    assert_eq!(first.conflicts, 0);
    let second = ingest_rows(store, "b", &[(1, "NEW", 3), (3, "EARLIER", 4)]).await;
    assert_eq!((second.accepted, second.conflicts), (2, 2));
    for (as_of, expected) in [
        (0, vec![]),
        (1, vec!["OLD", "ONLY"]),
        (3, vec!["NEW", "ONLY"]),
        (4, vec!["EARLIER", "NEW", "ONLY"]),
        (5, vec!["NEW", "ONLY", "X"]),
    ] {
        let batch = store.status_events(hour(as_of)).await.unwrap();
        let mut found: Vec<&str> = batch.rows().iter().map(|row| batch.texts.text(row.location)).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "as of hour {as_of}");
    }
}

async fn quarantine_keeps_whole_messages(store: &Store) {
    let diagnostics = [Diagnostic::error("CSV-TIME", ByteSpan::new(1, 2), "event_time", "a time", "x\0é")];
    let long = vec![b'x'; 1_500_000];
    let mut receipts = Vec::new();
    for _ in 0..2 {
        let mut ingest = store.begin_ingest().await.unwrap();
        ingest
            .open_file(NewFile { name: "bad\0name", format: "csv", received: hour(1), sender: None })
            .unwrap();
        ingest.archive(b"not \xff utf-8").unwrap();
        ingest.archive(&long).unwrap();
        ingest.quarantine(ByteSpan::new(0, 11), b"not \xff utf-8", &diagnostics).unwrap();
        ingest.quarantine(ByteSpan::new(11, long.len() as u64), &long, &diagnostics).unwrap();
        ingest.close_file(11 + long.len() as u64).unwrap();
        receipts.extend(ingest.commit(&act()).await.unwrap());
    }
    assert_eq!((receipts[0].read, receipts[0].quarantined), (2, 2));
    assert_eq!((receipts[1].read, receipts[1].duplicate), (2, 2));
    let listed = store.quarantine_list(10, true).await.unwrap();
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[0].diagnostics, diagnostics);
    let [short, kept_in_archive] = [listed[0].id, listed[1].id];
    let bytes = |row: Option<tidewaiter_store::QuarantineRow>| row.unwrap().bytes.unwrap();
    assert_eq!(bytes(store.quarantine_get(short).await.unwrap()), b"not \xff utf-8");
    assert_eq!(bytes(store.quarantine_get(kept_in_archive).await.unwrap()), long);
    let how = Resolution { state: QuarantineState::Replayed, note: "file 3" };
    assert!(store.quarantine_resolve(&act(), short, how.clone()).await.unwrap());
    assert!(!store.quarantine_resolve(&act(), 999, how).await.unwrap());
    assert_eq!(store.quarantine_list(10, true).await.unwrap().len(), 1);
    let resolved = store.quarantine_get(short).await.unwrap().unwrap();
    assert_eq!((resolved.state, resolved.resolved_by.as_str()), (QuarantineState::Replayed, "file 3"));
    assert_eq!(store.counts().await.unwrap().quarantine_open, 1);
}

async fn an_abandoned_file_leaves_no_trace(store: &Store) {
    let diagnostics = [Diagnostic::error("X", ByteSpan::new(0, 1), "", "", "")];
    let mut ingest = store.begin_ingest().await.unwrap();
    add_rows(&mut ingest, "first", &[(1, "A", 1)]).unwrap();
    let file = NewFile { name: "abandoned", format: "csv", received: hour(1), sender: None };
    ingest.open_file(file).unwrap();
    ingest.archive(b"m2,B").unwrap();
    let key = MessageKey { source: "LINE", id: Some("m2"), bytes: b"m2,B" };
    ingest.message(key, ByteSpan::new(0, 4), hour(1), &[Record::Status(event(2))]).unwrap();
    ingest.quarantine(ByteSpan::new(0, 3), b"bad", &diagnostics).unwrap();
    ingest.abandon_file();
    add_rows(&mut ingest, "second", &[(2, "B", 1), (1, "A", 1)]).unwrap();
    assert_eq!(ingest.pending_bytes(), 15);
    let receipts = ingest.commit(&act()).await.unwrap();
    let shown: Vec<_> = receipts.iter().map(|row| (row.name.as_str(), row.accepted, row.duplicate)).collect();
    assert_eq!(shown, [("first", 1, 0), ("second", 1, 1)]);
    assert_eq!(store.counts().await.unwrap().quarantine_open, 0);
    let message = MessageRef { file: receipts[1].number, span: ByteSpan::new(0, 4) };
    assert_eq!(store.message_bytes(message).await.unwrap(), b"m2,B");
    // An ingest that is dropped leaves nothing either.
    let mut dropped = store.begin_ingest().await.unwrap();
    add_rows(&mut dropped, "third", &[(7, "C", 1)]).unwrap();
    drop(dropped);
    assert_eq!(store.status_events(UtcTime::MAX).await.unwrap().len(), 2);
    assert_eq!(ingest_rows(store, "third", &[(7, "C", 1)]).await.accepted, 1);
}

async fn assessments_come_back(store: &Store) {
    assert_eq!(store.latest_run().await.unwrap(), None);
    let assessment = |number: u32| Assessment {
        consignment: Consignment { id: format!("C{number:012}"), ..Consignment::default() },
        score: 1.0 / f64::from(number + 3),
        ..Assessment::default()
    };
    let all: Vec<Assessment> = (0..20_000).map(assessment).collect();
    let empty = store.save_assessments(&act(), hour(1), &[]).await.unwrap();
    let run = store.save_assessments(&act(), hour(2), &all).await.unwrap();
    assert_eq!(store.assessments(empty).await.unwrap(), []);
    assert_eq!(store.assessments(run).await.unwrap(), all);
    for number in [0, 8191, 8192, 19_999] {
        let found = store.assessment(run, &assessment(number).consignment.id).await.unwrap();
        assert_eq!(found, Some(assessment(number)));
    }
    assert_eq!(store.assessment(run, "C").await.unwrap(), None);
    let latest = store.latest_run().await.unwrap().unwrap();
    assert_eq!((latest.run, latest.count, latest.as_of), (run, 20_000, hour(2)));
    assert_eq!(store.runs().await.unwrap().len(), 2);
}

async fn selections_and_outcomes_come_back(store: &Store) {
    let selection = |id: &str, office: &str, rank| Selection {
        consignment_id: id.to_owned(),
        day: 20_000,
        office: office.to_owned(),
        rank,
        lane: Lane::Red,
        arm: if rank == 1 { Arm::Random } else { Arm::Risk },
        score: 0.1 + 0.2,
    };
    let list = [selection("A", "O1", 2), selection("B", "O1", 1), selection("C", "O2", 1)];
    assert_eq!(store.save_selections(&act(), 1, &list).await.unwrap(), 3);
    assert_eq!(store.save_selections(&act(), 1, &[selection("A", "O9", 1)]).await.unwrap(), 0);
    assert_eq!(store.selections(20_000, Some("O1")).await.unwrap(), [list[1].clone(), list[0].clone()]);
    assert_eq!(store.selections(20_000, None).await.unwrap().len(), 3);
    assert_eq!(store.selections(20_001, None).await.unwrap(), []);
    assert_eq!(store.all_selected_ids().await.unwrap().len(), 3);
    let outcome = |found: Option<&str>, recorded| Outcome {
        consignment_id: "A".to_owned(),
        found: found.map(str::to_owned),
        value: Some("12.50".parse().unwrap()),
        note: None,
        recorded: hour(recorded),
    };
    store.save_outcome(&act(), &outcome(Some("drugs"), 1), &OutcomeTerms::default()).await.unwrap();
    store.save_outcome(&act(), &outcome(None, 2), &OutcomeTerms::default()).await.unwrap();
    assert_eq!(store.outcomes().await.unwrap(), [outcome(None, 2)]);
    assert_eq!(store.outcomes_of("A").await.unwrap().len(), 2);
}

async fn settings_outlive_the_process(store: &Store, folder: &Path, database: Option<&str>) {
    assert_eq!(store.setting_get("a").await.unwrap(), None);
    store.setting_set(&act(), "a", "1").await.unwrap();
    store.setting_set(&act(), "a", "2").await.unwrap();
    for (before, fits) in [(None, false), (Some("1"), false), (Some("2"), true)] {
        let swapped = store.setting_swap(&act(), "a", before, "2").await;
        assert_eq!(swapped.is_ok(), fits, "{before:?}");
    }
    assert!(store.setting_swap(&act(), "new", Some(""), "1").await.is_err());
    assert_eq!(store.setting_get("new").await.unwrap(), None);
    store.setting_swap(&act(), "new", None, "1").await.unwrap();
    let again = open(folder, database).await.unwrap();
    assert_eq!(again.setting_get("a").await.unwrap().as_deref(), Some("2"));
}

async fn ingests_take_turns(store: &Store, folder: &Path, database: Option<&str>) {
    let other = open(folder, database).await.unwrap();
    let mut first = store.begin_ingest().await.unwrap();
    let waiting = tokio::spawn(async move {
        let mut second = other.begin_ingest().await.unwrap();
        add_rows(&mut second, "second", &[(1, "A", 1)]).unwrap();
        second.commit(&act()).await.unwrap().remove(0)
    });
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert!(!waiting.is_finished());
    add_rows(&mut first, "first", &[(1, "A", 1)]).unwrap();
    let first = first.commit(&act()).await.unwrap().remove(0);
    let second = waiting.await.unwrap();
    assert_eq!((first.accepted, second.duplicate), (1, 1));
    assert!(second.number > first.number);
}
