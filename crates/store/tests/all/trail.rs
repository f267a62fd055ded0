//! The audit trail: everything leaves a record, and no record can be touched unseen.

use crate::fixtures::{act, add_rows, hour, open};
use crate::raw::{raw, run};
use proptest::prelude::*;
use sqlx::{AnyPool, Row};
use std::collections::BTreeSet;
use std::path::Path;
use tidewaiter_model::assessment::{Arm, Lane, Outcome, Selection};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_store::{
    AccountChange, Act, AuditEntry, AuditFilter, Breakage, Broken, NewAccount, NewApiKey, NewFile, NewFilter,
    NewSession, NewSubscription, OutcomeSaved, OutcomeTerms, QuarantineState, Resolution, Store,
};

/// Columns as they are named in SQL and by verification.
const TEXTS: [(&str, &str); 10] = [
    ("recorded", "recorded"),
    ("actor", "actor"),
    ("action", "action"),
    ("object_kind", "object_kind"),
    ("object", "object"),
    ("before_json", "before"),
    ("after_json", "after"),
    ("origin", "origin"),
    ("request", "request"),
    ("hash", "hash"),
];

/// Runs every function that takes an [`Act`] and asserts that each leaves exactly one record of it.
pub(crate) async fn every_change_leaves_a_record(store: &Store) {
    let mut walked: BTreeSet<&str> = BTreeSet::new();
    let mut known = 0;
    macro_rules! walk {
        ($name:literal, $action:literal, $done:expr) => {{
            let done = $done;
            let records = store.audit(&AuditFilter::default(), Some(known), 10, false).await.unwrap();
            let actions: Vec<&str> = records.iter().map(|record| record.action.as_str()).collect();
            assert_eq!(actions, [$action], "{} must leave one record", $name);
            let record = &records[0];
            assert_eq!((record.actor.as_str(), record.origin.as_str()), ("anna", "console 10.0.0.7"));
            assert_eq!((record.request.as_str(), record.time), ("r1", hour(0)));
            known = record.sequence;
            walked.insert($name);
            done
        }};
    }
    let act = act();
    let look =
        AuditEntry { action: "case.look", object_kind: "consignment", object: "C1", ..AuditEntry::default() };
    walk!("note", "case.look", store.note(&act, &look).await.unwrap());
    let new = NewAccount { login: "ann", name: "Ann", role: "officer", ..NewAccount::default() };
    walk!("account_create", "account.create", store.account_create(&act, &new).await.unwrap());
    let change = AccountChange { name: Some("Anna"), ..AccountChange::default() };
    walk!("account_update", "account.update", store.account_update(&act, "ann", 1, &change).await.unwrap());
    let hash = "$argon2id$x";
    walk!(
        "account_set_password",
        "account.password",
        store.account_set_password(&act, "ann", hash).await.unwrap()
    );
    walk!("set_preferences", "account.preferences", store.set_preferences(&act, "ann", "{}").await.unwrap());
    let session = |token_hash| NewSession { token_hash, login: "ann", origin: "o", expires: hour(8) };
    walk!("session_open", "session.start", store.session_open(&act, &session("t1")).await.unwrap());
    walk!("session_close", "session.end", store.session_close(&act, "t1").await.unwrap());
    walk!("session_open", "session.start", store.session_open(&act, &session("t2")).await.unwrap());
    walk!("sessions_close_all", "session.end_all", store.sessions_close_all(&act, "ann").await.unwrap());
    walk!("sign_in_failed", "session.refuse", store.sign_in_failed(&act, "ann", "10.0.0.7").await.unwrap());
    let key =
        NewApiKey { id: "k", name: "n", sender: "s", scopes: &["a:b"], secret_hash: "h", expires: None };
    walk!("api_key_create", "api_key.create", store.api_key_create(&act, &key).await.unwrap());
    walk!("api_key_revoke", "api_key.revoke", store.api_key_revoke(&act, "k").await.unwrap());
    let new = NewSubscription { id: "s", name: "n", sender: "LINE", carrier_id: None, secret: b"sealed" };
    walk!("subscription_create", "subscription.create", store.subscription_create(&act, &new).await.unwrap());
    let changed = walk!(
        "subscription_update",
        "subscription.update",
        store.subscription_update(&act, "s", "n", "LINE", Some("their-id")).await.unwrap()
    );
    assert_eq!(changed.unwrap().carrier_id.as_deref(), Some("their-id"));
    walk!(
        "subscription_rotate",
        "subscription.rotate",
        store.subscription_rotate(&act, "s", b"other", hour(1)).await.unwrap()
    );
    let row = store.subscription("s").await.unwrap().unwrap();
    assert_eq!((row.secret.as_slice(), row.previous), (&b"other"[..], Some((b"sealed".to_vec(), hour(1)))));
    walk!("subscription_remove", "subscription.remove", store.subscription_remove(&act, "s").await.unwrap());
    assert!(!store.subscription_remove(&act, "s").await.unwrap());
    assert_eq!(store.subscriptions().await.unwrap(), []);
    walk!("lock_take", "case.take", store.lock_take(&act, "C1", hour(1)).await.unwrap());
    walk!("lock_release", "case.release", store.lock_release(&act, "C1", false).await.unwrap());
    let filter = NewFilter { name: "f", filter: "lane:red", sort: "risk", shared: true };
    let kept = walk!("filter_create", "filter.create", store.filter_create(&act, &filter).await.unwrap());
    walk!("filter_update", "filter.update", store.filter_update(&act, kept.id, 1, &filter).await.unwrap());
    walk!("filter_delete", "filter.delete", store.filter_delete(&act, kept.id, 2).await.unwrap());
    let selection = Selection {
        consignment_id: "C1".to_owned(),
        day: 20_000,
        office: "O".to_owned(),
        rank: 1,
        lane: Lane::Red,
        arm: Arm::Risk,
        score: 0.5,
    };
    walk!("save_selections", "list.extend", store.save_selections(&act, 1, &[selection]).await.unwrap());
    let (id, recorded) = ("C1".to_owned(), hour(0));
    let outcome = Outcome { consignment_id: id, found: None, value: None, note: None, recorded };
    let terms = OutcomeTerms::default();
    let saved =
        walk!("save_outcome", "outcome.record", store.save_outcome(&act, &outcome, &terms).await.unwrap());
    let OutcomeSaved::Recorded(row) = saved else { panic!("{saved:?}") };
    walk!(
        "withdraw_outcome",
        "outcome.withdraw",
        store.withdraw_outcome(&act, row.id, hour(0)).await.unwrap()
    );
    walk!("setting_set", "setting.set", store.setting_set(&act, "a", "1").await.unwrap());
    walk!("setting_swap", "setting.set", store.setting_swap(&act, "a", Some("1"), "2").await.unwrap());
    walk!("save_assessments", "assessment.run", store.save_assessments(&act, hour(0), &[]).await.unwrap());
    let mut ingest = store.begin_ingest().await.unwrap();
    let file = NewFile { name: "f", format: "csv", received: hour(0), sender: Some("LINE") };
    ingest.open_file(file).unwrap();
    let wrong = Diagnostic::error("X", ByteSpan::new(0, 1), "", "", "");
    ingest.quarantine(ByteSpan::new(0, 3), b"bad", &[wrong]).unwrap();
    ingest.close_file(3).unwrap();
    walk!("commit", "messages.ingest", ingest.commit(&act).await.unwrap());
    let discard = Resolution { state: QuarantineState::Discarded, note: "" };
    walk!(
        "quarantine_resolve",
        "quarantine.discard",
        store.quarantine_resolve(&act, 1, discard).await.unwrap()
    );
    assert_eq!(walked, functions_with_an_act(), "each function that takes an act is walked here");
    let verification = store.audit_verify(None).await.unwrap();
    assert_eq!((verification.records as i64, verification.broken), (known, None));
    assert_filters(store).await;
}

/// Public functions of the store that take an act, from its sources.
fn functions_with_an_act() -> BTreeSet<&'static str> {
    fn texts(folder: &Path, found: &mut Vec<&'static str>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                texts(&path, found);
            } else {
                found.push(String::leak(std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    let mut sources = Vec::new();
    texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let functions = sources.into_iter().flat_map(|text| text.split("pub async fn ").skip(1));
    let heads = functions.filter_map(|text| text.split_once('{')).map(|(head, _)| head);
    heads.filter(|head| head.contains("&Act<")).filter_map(|head| head.split('(').next()).collect()
}

async fn assert_filters(store: &Store) {
    let count = async |filter: AuditFilter| store.audit_count(&filter).await.unwrap();
    let all = count(AuditFilter::default()).await;
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(count(AuditFilter { actor: text("anna"), ..AuditFilter::default() }).await, all);
    assert_eq!(count(AuditFilter { actor: text("bert"), ..AuditFilter::default() }).await, 0);
    assert_eq!(count(AuditFilter { action: text("case."), ..AuditFilter::default() }).await, 3);
    assert_eq!(count(AuditFilter { action: text("case.take"), ..AuditFilter::default() }).await, 1);
    assert_eq!(count(AuditFilter { action: text("CASE.TAKE"), ..AuditFilter::default() }).await, 0);
    let of_case =
        AuditFilter { object_kind: text("consignment"), object: text("C1"), ..AuditFilter::default() };
    assert_eq!(count(of_case).await, 5);
    assert_eq!(
        count(AuditFilter { from: Some(hour(0)), to: Some(hour(1)), ..AuditFilter::default() }).await,
        all
    );
    assert_eq!(count(AuditFilter { from: Some(hour(1)), ..AuditFilter::default() }).await, 0);
    let newest = store.audit(&AuditFilter::default(), None, 3, true).await.unwrap();
    let older = store.audit(&AuditFilter::default(), Some(newest[2].sequence), 3, true).await.unwrap();
    assert_eq!(older[0].sequence, newest[2].sequence - 1);
    let tally = store.audit_tally(&AuditFilter::default()).await.unwrap();
    assert_eq!(tally.iter().map(|row| row.count).sum::<u64>(), all);
    assert!(tally.iter().any(|row| row.action == "session.start" && row.count == 2));
}

pub(crate) async fn eight_who_write_at_once_make_one_chain(
    store: &Store,
    folder: &Path,
    database: Option<&str>,
) {
    let other = open(folder, database).await.unwrap();
    let tasks: Vec<_> = (0..8)
        .map(|number| {
            let store = if number % 2 == 0 { store.clone() } else { other.clone() };
            tokio::spawn(async move {
                let actor = format!("officer{number}");
                let act = Act { actor: &actor, ..act() };
                for turn in 0..10 {
                    let id = format!("C{}", turn % 3);
                    store.lock_take(&act, &id, hour(1)).await.unwrap();
                    store.lock_release(&act, &id, false).await.unwrap();
                    store.setting_set(&act, "shared", &actor).await.unwrap();
                    let entry = AuditEntry { action: "case.look", object: &id, ..AuditEntry::default() };
                    store.note(&act, &entry).await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let verification = store.audit_verify(None).await.unwrap();
    assert_eq!(verification.broken, None);
    assert!(verification.records >= 160, "{}", verification.records);
    assert_eq!(verification.records, store.audit_count(&AuditFilter::default()).await.unwrap());
}

/// A few records with and without what may be missing.
async fn write_records(store: &Store) {
    for (before, after, object) in [
        (None, Some(r#"{"name":"é"}"#), "C1"),
        (Some("{}"), None, ""),
        (Some(r#"{"a":1}"#), Some(r#"{"a":2}"#), "C\"2"),
        (None, None, "货柜"),
    ] {
        let (before, after) = (before.map(str::to_owned), after.map(str::to_owned));
        let entry = AuditEntry { action: "case.look", object_kind: "consignment", object, before, after };
        store.note(&act(), &entry).await.unwrap();
    }
}

fn changed(sequence: i64, field: &str, byte: u64) -> Option<Broken> {
    let (field, byte_in_field) = (field.to_owned(), Some(byte));
    Some(Broken { sequence, field, byte_in_field, what: Breakage::Changed })
}

fn whole(sequence: i64, what: Breakage) -> Option<Broken> {
    Some(Broken { sequence, field: "record".to_owned(), byte_in_field: None, what })
}

async fn broken(store: &Store) -> Option<Broken> {
    store.audit_verify(None).await.unwrap().broken
}

/// A text column of a record as bytes, and how to write bytes there.
struct Column {
    sqlite: bool,
    name: &'static str,
    sequence: i64,
}

impl Column {
    async fn read(&self, pool: &AnyPool) -> Option<Vec<u8>> {
        let Column { name, sequence, .. } = self;
        let bytes = match (self.sqlite, *name) {
            (_, "trail") => "trail".to_owned(),
            (true, name) => format!("CAST({name} AS BLOB)"),
            (false, name) => format!("convert_to({name}, 'UTF8')"),
        };
        let query =
            sqlx::AssertSqlSafe(format!("SELECT {bytes} AS bytes FROM audit WHERE sequence = {sequence}"));
        sqlx::query(query).fetch_one(pool).await.unwrap().try_get("bytes").unwrap()
    }

    async fn write(&self, pool: &AnyPool, bytes: &[u8]) {
        let Column { name, sequence, .. } = self;
        let value = match (self.sqlite, *name) {
            (_, "trail") => "$1",
            (true, _) => "CAST($1 AS TEXT)",
            (false, _) => "convert_from($1, 'UTF8')",
        };
        let query = format!("UPDATE audit SET {name} = {value} WHERE sequence = {sequence}");
        sqlx::query(sqlx::AssertSqlSafe(query)).bind(bytes.to_vec()).execute(pool).await.unwrap();
    }
}

/// Flips every byte of every column of every record, one at a time, and asserts that each is named.
pub(crate) async fn every_flipped_byte_is_named(store: &Store, folder: &Path, database: Option<&str>) {
    write_records(store).await;
    let pool = raw(folder, database).await;
    let sqlite = database.is_none();
    let columns = TEXTS.into_iter().chain([("trail", "trail")]);
    for (sequence, (name, field)) in (1..=4).flat_map(|sequence| columns.clone().map(move |c| (sequence, c)))
    {
        let column = Column { sqlite, name, sequence };
        let Some(bytes) = column.read(&pool).await else { continue };
        for at in 0..bytes.len() {
            // PostgreSQL takes nothing that is no text, and it is slow to ask for every byte of the trail.
            let skip = !sqlite && (!bytes[at].is_ascii() || (name == "trail" && at % 97 != 0));
            if skip {
                continue;
            }
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            column.write(&pool, &flipped).await;
            assert_eq!(broken(store).await, changed(sequence, field, at as u64), "record {sequence}, {name}");
        }
        column.write(&pool, &bytes).await;
    }
    assert_eq!(broken(store).await, None);
    for bit in 3..62 {
        let (from, to) = (2_i64, 2_i64 ^ (1 << bit));
        run(&pool, &format!("UPDATE audit SET sequence = {to} WHERE sequence = {from}")).await;
        assert_eq!(broken(store).await, whole(2, Breakage::Missing));
        run(&pool, &format!("UPDATE audit SET sequence = {from} WHERE sequence = {to}")).await;
    }
    // A text that is missing is something else than an empty one, and one that grew is found where it grew.
    run(&pool, "UPDATE audit SET before_json = '' WHERE sequence = 1").await;
    assert_eq!(broken(store).await, changed(1, "before", 0));
    run(&pool, "UPDATE audit SET before_json = NULL, actor = 'annabel' WHERE sequence = 1").await;
    assert_eq!(broken(store).await, changed(1, "actor", 4));
    run(&pool, "UPDATE audit SET actor = 'ann' WHERE sequence = 1").await;
    assert_eq!(broken(store).await, changed(1, "actor", 3));
}

pub(crate) async fn missing_swapped_and_added_records_are_found(
    store: &Store,
    folder: &Path,
    database: Option<&str>,
) {
    write_records(store).await;
    let pool = raw(folder, database).await;
    let head = store.audit_verify(None).await.unwrap().head;
    let noted = store.audit(&AuditFilter::default(), None, 1, false).await.unwrap().remove(0).hash;
    run(&pool, "CREATE TABLE kept AS SELECT * FROM audit").await;
    let restore = async || {
        run(&pool, "DELETE FROM audit").await;
        run(&pool, "INSERT INTO audit SELECT * FROM kept").await;
        assert_eq!(broken(store).await, None);
    };
    for (sql, expected) in [
        ("DELETE FROM audit WHERE sequence = 2", whole(2, Breakage::Missing)),
        ("DELETE FROM audit WHERE sequence = 1", whole(1, Breakage::Missing)),
        ("DELETE FROM audit WHERE sequence = 4", whole(4, Breakage::Missing)),
        ("DELETE FROM audit WHERE sequence > 2", whole(3, Breakage::Missing)),
        ("DELETE FROM audit", whole(1, Breakage::Missing)),
        // Two records that changed places: what stands second is told by its first field.
        (
            "UPDATE audit SET sequence = 5 - sequence + 10 WHERE sequence IN (2, 3)",
            whole(2, Breakage::Missing),
        ),
    ] {
        run(&pool, sql).await;
        assert_eq!(broken(store).await, expected, "{sql}");
        restore().await;
    }
    for sql in [
        "UPDATE audit SET sequence = 12 WHERE sequence = 2",
        "UPDATE audit SET sequence = 2 WHERE sequence = 3",
        "UPDATE audit SET sequence = 3 WHERE sequence = 12",
    ] {
        run(&pool, sql).await;
    }
    assert_eq!(broken(store).await, changed(2, "sequence", 0), "two changed places");
    restore().await;
    let copy = "INSERT INTO audit SELECT 5, recorded, actor, action, object_kind, object, before_json, after_json, \
                origin, request, trail, hash FROM kept WHERE sequence = 4";
    run(&pool, copy).await;
    assert_eq!(broken(store).await, whole(5, Breakage::Added));
    restore().await;
    run(&pool, &copy.replace("SELECT 5,", "SELECT 0,")).await;
    assert_eq!(broken(store).await, whole(0, Breakage::Added));
    restore().await;
    run(&pool, "UPDATE audit_head SET hash = 'x'").await;
    assert_eq!(broken(store).await, whole(4, Breakage::HeadDiffers));
    run(&pool, &format!("UPDATE audit_head SET hash = '{head}'")).await;
    // A hash that was noted elsewhere is found however far the chain went on since.
    for (expected, found) in
        [(noted.as_str(), None), (&head, None), ("00", whole(4, Breakage::ExpectedHeadUnknown))]
    {
        assert_eq!(store.audit_verify(Some(expected)).await.unwrap().broken, found, "{expected}");
    }
    // The chain goes on behind what is missing, and the gap stays visible.
    run(&pool, "DELETE FROM audit WHERE sequence = 4").await;
    write_records(store).await;
    assert_eq!(broken(store).await, whole(4, Breakage::Missing));
}

#[test]
fn any_flip_in_any_column_is_named() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (store, pool) = runtime.block_on(async {
        let store = open(folder.path(), None).await.unwrap();
        write_records(&store).await;
        let mut ingest = store.begin_ingest().await.unwrap();
        add_rows(&mut ingest, "f", &[(1, "A", 1)]).unwrap();
        ingest.commit(&act()).await.unwrap();
        (store, raw(folder.path(), None).await)
    });
    let columns: Vec<_> = TEXTS.into_iter().chain([("trail", "trail")]).collect();
    let flip = (1..=5_i64, 0..columns.len(), any::<prop::sample::Index>(), 1..=255_u8);
    proptest!(ProptestConfig::with_cases(300), |((sequence, column, place, mask) in flip)| {
        let (name, field) = columns[column];
        let column = Column { sqlite: true, name, sequence };
        let found = runtime.block_on(async {
            let bytes = column.read(&pool).await.filter(|bytes| !bytes.is_empty())?;
            let at = place.index(bytes.len());
            let mut flipped = bytes.clone();
            flipped[at] ^= mask;
            column.write(&pool, &flipped).await;
            let found = broken(&store).await;
            column.write(&pool, &bytes).await;
            Some((at, found))
        });
        if let Some((at, found)) = found {
            prop_assert_eq!(found, changed(sequence, field, at as u64));
        }
    });
    assert_eq!(runtime.block_on(broken(&store)), None);
}
