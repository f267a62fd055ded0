//! Locks, outcomes and quarantine as officers use them, one beside the other.

use crate::fixtures::{act, hour, open};
use std::collections::HashSet;
use std::path::Path;
use std::process::{Command, Stdio};
use tidewaiter_model::assessment::Outcome;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_store::{
    Act, AuditFilter, LockTaken, NewFile, OutcomeRow, OutcomeSaved, OutcomeTerms, QuarantineFilter,
    QuarantineState, Resolution, Store, Withdrawal,
};

const RACE_FOLDER: &str = "TIDEWAITER_TEST_RACE_FOLDER";
const RACE_DATABASE: &str = "TIDEWAITER_TEST_RACE_DATABASE";
const RACE_ACTOR: &str = "TIDEWAITER_TEST_RACE_ACTOR";
/// Consignments raced for.
const RACES: usize = 60;

fn bert() -> Act<'static> {
    Act { actor: "bert", ..act() }
}

fn outcome(id: &str, found: Option<&str>) -> Outcome {
    Outcome {
        consignment_id: id.to_owned(),
        found: found.map(str::to_owned),
        value: None,
        note: Some("with a \0 in it".to_owned()),
        recorded: hour(1),
    }
}

#[track_caller]
fn recorded(saved: OutcomeSaved) -> OutcomeRow {
    match saved {
        OutcomeSaved::Recorded(row) => row,
        other => panic!("not recorded: {other:?}"),
    }
}

pub(crate) async fn a_case_is_worked_on_by_one(store: &Store) {
    let LockTaken::Taken(lock) = store.lock_take(&act(), "C1", hour(2)).await.unwrap() else { panic!() };
    assert_eq!((lock.login.as_str(), lock.taken, lock.expires), ("anna", hour(0), hour(2)));
    assert_eq!(store.lock_take(&bert().at(hour(1)), "C1", hour(9)).await.unwrap(), LockTaken::Held(lock));
    // One's own is extended without being a change.
    let before = (store.case_version("C1").await.unwrap(), records(store).await);
    let LockTaken::Taken(longer) = store.lock_take(&act().at(hour(1)), "C1", hour(3)).await.unwrap() else {
        panic!()
    };
    assert_eq!((longer.taken, longer.expires), (hour(0), hour(3)));
    assert_eq!((store.case_version("C1").await.unwrap(), records(store).await), before);
    assert_eq!(store.locks(hour(2)).await.unwrap(), std::slice::from_ref(&longer));
    assert_eq!(store.lock_of("C1", hour(2)).await.unwrap(), Some(longer));
    assert_eq!(store.locks(hour(3)).await.unwrap(), []);
    // One that ran out is free; the audit record says from whom it came.
    let LockTaken::Taken(_) = store.lock_take(&bert().at(hour(3)), "C1", hour(4)).await.unwrap() else {
        panic!()
    };
    let last = store.audit(&AuditFilter::default(), None, 1, true).await.unwrap().remove(0);
    assert!(last.before.unwrap().contains("anna"));
    assert!(!store.lock_release(&act(), "C1", false).await.unwrap());
    assert!(store.lock_release(&act(), "C1", true).await.unwrap());
    assert!(!store.lock_release(&bert(), "C1", false).await.unwrap());
    assert_eq!(store.case_version("C1").await.unwrap(), 3);
}

async fn records(store: &Store) -> u64 {
    store.audit_count(&AuditFilter::default()).await.unwrap()
}

pub(crate) async fn changes_are_seen_in_order(store: &Store) {
    assert_eq!(store.case_changes_since(0).await.unwrap(), (vec![], 0));
    for id in ["C1", "C2", "C3"] {
        store.lock_take(&act(), id, hour(2)).await.unwrap();
    }
    let (ids, newest) = store.case_changes_since(0).await.unwrap();
    assert_eq!(ids, ["C1", "C2", "C3"]);
    assert_eq!(store.case_changes_since(newest).await.unwrap(), (vec![], newest));
    recorded(store.save_outcome(&act(), &outcome("C1", None), &OutcomeTerms::default()).await.unwrap());
    let (ids, newer) = store.case_changes_since(newest).await.unwrap();
    assert_eq!(ids, ["C1"]);
    assert!(newer > newest);
    let versions = store.case_versions(&["C1", "C2", "unknown"]).await.unwrap();
    assert_eq!(versions, [("C1".to_owned(), 2), ("C2".to_owned(), 1)].into());
}

pub(crate) async fn outcomes_are_recorded_once_and_taken_back(store: &Store) {
    let none = OutcomeTerms::default();
    store.lock_take(&act(), "C1", hour(2)).await.unwrap();
    let held = store.save_outcome(&bert(), &outcome("C1", None), &none).await.unwrap();
    assert!(matches!(&held, OutcomeSaved::Held(lock) if lock.login == "anna"), "{held:?}");
    let stale = OutcomeTerms { expected_version: Some(7), ..none };
    let stale = store.save_outcome(&act(), &outcome("C1", None), &stale).await.unwrap();
    assert_eq!(stale, OutcomeSaved::Stale(1));
    assert_eq!(store.case_version("C1").await.unwrap(), 1, "what was refused changed nothing");
    let terms = OutcomeTerms { expected_version: Some(1), once: Some(("anna POST", "k1")) };
    let first = store.save_outcome(&act(), &outcome("C1", Some("drugs")), &terms).await.unwrap();
    let first = recorded(first);
    assert_eq!((first.by.as_str(), first.entered, first.withdrawn), ("anna", hour(0), None));
    assert_eq!(first.outcome.note.as_deref(), Some("with a \u{fffd} in it"));
    assert_eq!(store.lock_of("C1", hour(0)).await.unwrap(), None, "the lock is given back");
    let again = store.save_outcome(&act(), &outcome("C1", Some("drugs")), &terms).await.unwrap();
    assert_eq!(again, OutcomeSaved::Earlier(first.clone()));
    let second = recorded(store.save_outcome(&bert(), &outcome("C1", None), &none).await.unwrap());
    assert_eq!(store.outcomes_of("C1").await.unwrap(), [first.clone(), second.clone()]);
    assert_eq!(store.latest_outcome_rows().await.unwrap(), std::slice::from_ref(&second));

    let later = bert().at(hour(1));
    let refused = [
        (store.withdraw_outcome(&act(), second.id, hour(0)).await.unwrap(), Withdrawal::NotYours),
        (store.withdraw_outcome(&later, second.id, hour(1)).await.unwrap(), Withdrawal::TooLate),
        (store.withdraw_outcome(&later, 99, hour(0)).await.unwrap(), Withdrawal::Unknown),
    ];
    refused.into_iter().for_each(|(found, expected)| assert_eq!(found, expected));
    let done = store.withdraw_outcome(&later, second.id, hour(0)).await.unwrap();
    assert_eq!(done, Withdrawal::Done(OutcomeRow { withdrawn: Some(hour(1)), ..second.clone() }));
    assert_eq!(store.withdraw_outcome(&later, second.id, hour(0)).await.unwrap(), Withdrawal::Unknown);
    // The one before counts again, and both stay on record.
    assert_eq!(store.latest_outcome_rows().await.unwrap(), std::slice::from_ref(&first));
    assert_eq!(store.outcomes().await.unwrap(), [first.outcome]);
    assert_eq!(store.outcome_rows().await.unwrap().len(), 2);
    assert_eq!(store.outcome(second.id).await.unwrap().unwrap().withdrawn, Some(hour(1)));
    assert_eq!(store.case_version("C1").await.unwrap(), 4);
}

pub(crate) async fn a_request_sent_many_times_at_once_gives_one_outcome(store: &Store) {
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                let terms = OutcomeTerms { once: Some(("anna POST", "k")), ..OutcomeTerms::default() };
                store.save_outcome(&act(), &outcome("C1", None), &terms).await.unwrap()
            })
        })
        .collect();
    let mut ids = HashSet::new();
    let mut new = 0;
    for task in tasks {
        match task.await.unwrap() {
            OutcomeSaved::Recorded(row) => {
                new += 1;
                ids.insert(row.id);
            }
            OutcomeSaved::Earlier(row) => drop(ids.insert(row.id)),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((new, ids.len(), store.outcome_rows().await.unwrap().len()), (1, 1, 1));
}

pub(crate) async fn two_programs_race_for_locks(folder: &Path, database: Option<&str>) {
    drop(open(folder, database).await.unwrap());
    let racers = ["anna", "bert"].map(|actor| {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["casework::a_racer_in_a_program_of_its_own", "--exact", "--nocapture"]);
        command.env(RACE_FOLDER, folder).env(RACE_ACTOR, actor);
        database.map(|url| command.env(RACE_DATABASE, url));
        command.stdout(Stdio::piped()).spawn().unwrap()
    });
    let mut taken: Vec<String> = Vec::new();
    for racer in racers {
        let output = racer.wait_with_output().unwrap();
        assert!(output.status.success());
        let text = String::from_utf8(output.stdout).unwrap();
        taken.extend(text.lines().filter_map(|line| line.strip_prefix("taken ")).map(str::to_owned));
    }
    assert_eq!(taken.len(), RACES, "each consignment is taken by exactly one of them");
    assert_eq!(taken.iter().collect::<HashSet<_>>().len(), RACES);
    let store = open(folder, database).await.unwrap();
    assert_eq!(store.locks(hour(0)).await.unwrap().len(), RACES);
    let verification = store.audit_verify(None).await.unwrap();
    assert_eq!((verification.records, verification.broken), (RACES as u64, None));
}

/// Does nothing unless [`two_programs_race_for_locks`] starts it.
#[tokio::test(flavor = "multi_thread")]
async fn a_racer_in_a_program_of_its_own() {
    let Ok(folder) = std::env::var(RACE_FOLDER) else { return };
    let (actor, database) = (std::env::var(RACE_ACTOR).unwrap(), std::env::var(RACE_DATABASE).ok());
    let store = open(Path::new(&folder), database.as_deref()).await.unwrap();
    let act = Act { actor: &actor, ..act() };
    for number in 0..RACES {
        let id = format!("C{number}");
        if let LockTaken::Taken(_) = store.lock_take(&act, &id, hour(9)).await.unwrap() {
            println!("\ntaken {id}");
        }
    }
}

pub(crate) async fn quarantine_is_paged_and_counted(store: &Store) {
    let error = |code: &str| Diagnostic::error(code, ByteSpan::new(0, 1), "p", "e", "f");
    let mut ingest = store.begin_ingest().await.unwrap();
    for (sender, codes) in [(Some("LINE"), ["A", "B", "A"]), (None, ["A", "C", "C"])] {
        let file = NewFile { name: "f", format: "csv", received: hour(1), sender };
        ingest.open_file(file).unwrap();
        for (number, code) in codes.iter().enumerate() {
            let bytes = format!("{sender:?} {number}");
            let span = ByteSpan::new(0, bytes.len() as u64);
            ingest.quarantine(span, bytes.as_bytes(), &[error(code), error("Z")]).unwrap();
        }
        ingest.close_file(100).unwrap();
    }
    ingest.commit(&act()).await.unwrap();
    let any = QuarantineFilter::default();
    let ids = async |filter: &QuarantineFilter<'_>, after, limit| -> Vec<i64> {
        let rows = store.quarantine_page(filter, after, limit).await.unwrap();
        rows.iter().map(|row| row.id).collect()
    };
    assert_eq!(ids(&any, None, 4).await, [1, 2, 3, 4]);
    assert_eq!(ids(&any, Some(4), 4).await, [5, 6]);
    let some = |code, sender| QuarantineFilter { code, sender, ..any };
    assert_eq!(ids(&some(Some("A"), None), None, 9).await, [1, 3, 4]);
    assert_eq!(ids(&some(Some("A"), Some("LINE")), None, 9).await, [1, 3]);
    assert_eq!(ids(&some(None, Some("")), None, 9).await, [4, 5, 6]);
    assert!(ids(&some(Some("Z"), None), None, 9).await.is_empty());
    let totals = store.quarantine_totals(&any).await.unwrap();
    let by = |code: &str, count| (code.to_owned(), count);
    assert_eq!((totals.total, totals.by_code), (6, vec![by("A", 3), by("C", 2), by("B", 1)]));
    assert_eq!(totals.by_sender.len(), 2);

    let discard = Resolution { state: QuarantineState::Discarded, note: "nonsense" };
    assert!(store.quarantine_resolve(&bert(), 2, discard.clone()).await.unwrap());
    assert!(!store.quarantine_resolve(&act(), 2, discard).await.unwrap(), "it stands so already");
    let open = QuarantineFilter { state: Some(QuarantineState::Open), ..any };
    assert_eq!(store.quarantine_totals(&open).await.unwrap().total, 5);
    let row = store.quarantine_get(2).await.unwrap().unwrap();
    assert_eq!((row.resolver.as_deref(), row.resolved, row.version), (Some("bert"), Some(hour(0)), 1));
    assert_eq!((row.sender.as_deref(), row.code.as_str(), row.format.as_str()), (Some("LINE"), "B", "csv"));

    let files = store.files_page(Some("LINE"), None, 9).await.unwrap();
    assert_eq!((files.len(), files[0].recorded_by.as_str()), (1, "anna"));
    assert_eq!(store.files_page(None, Some(2), 9).await.unwrap()[0].receipt.number, 1);
    let senders = store.receipts_by_sender(hour(0), hour(2)).await.unwrap();
    assert_eq!(senders.iter().map(|row| row.quarantined).collect::<Vec<_>>(), [3, 3]);
    let days = store.receipts_by_day(hour(0), hour(2)).await.unwrap();
    assert_eq!((days.len(), days[0].of.as_deref(), days[0].read), (1, Some("2026-01-01"), 6));
    assert_eq!(store.receipts_by_day(hour(2), hour(9)).await.unwrap(), []);
}
