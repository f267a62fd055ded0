//! Accounts, sessions, keys, saved filters and requests with a key.

use crate::fixtures::{act, hour};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{
    ACTIVE, AccountChange, Act, Begin, FILTERS_PER_PERSON_MAX, NewAccount, NewApiKey, NewFilter, NewSession,
    RUNNING_SECONDS_MAX, Store, StoreError,
};

/// Seconds after hour 0.
fn second(seconds: i64) -> UtcTime {
    UtcTime::from_micros(hour(0).micros() + seconds * 1_000_000)
}

fn administrator(login: &str) -> NewAccount<'_> {
    NewAccount { login, name: "Ann", role: "administrator", password_hash: Some("$x"), subject: None }
}

pub(crate) async fn accounts_change_one_at_a_time(store: &Store) {
    let act = act();
    assert_eq!(store.accounts_count().await.unwrap(), 0);
    let new = NewAccount { subject: Some("https://id|7"), ..administrator("ann") };
    let ann = store.account_create(&act, &new).await.unwrap();
    assert_eq!((ann.state.as_str(), ann.version, ann.preferences_json.as_str()), (ACTIVE, 1, "{}"));
    assert_eq!(store.account("ann").await.unwrap().as_ref(), Some(&ann));
    assert_eq!(store.account_of_subject("https://id|7").await.unwrap().as_ref(), Some(&ann));
    let again = store.account_create(&act, &new).await.unwrap_err();
    assert!(matches!(again, StoreError::Conflict { .. }), "{again}");
    let same_subject = NewAccount { subject: Some("https://id|7"), ..administrator("other") };
    assert!(store.account_create(&act, &same_subject).await.is_err());

    let rename = AccountChange { name: Some("Anna\0"), ..AccountChange::default() };
    let renamed = store.account_update(&act, "ann", 1, &rename).await.unwrap();
    assert_eq!((renamed.name.as_str(), renamed.version), ("Anna\u{fffd}", 2));
    store.account_create(&act, &administrator("other")).await.unwrap();
    let theirs = AccountChange { subject: Some("https://id|7"), ..AccountChange::default() };
    let taken = store.account_update(&act, "other", 1, &theirs).await.unwrap_err();
    assert!(matches!(taken, StoreError::Conflict { .. }), "{taken}");
    assert_eq!(store.account_update(&act, "ann", 2, &theirs).await.unwrap().version, 3);
    let stale = store.account_update(&act, "ann", 1, &rename).await.unwrap_err();
    assert!(matches!(stale, StoreError::Stale { .. }), "{stale}");
    assert!(store.account_update(&act, "nobody", 1, &rename).await.is_err());

    assert!(store.account_set_password(&act, "ann", "$y").await.unwrap());
    assert!(!store.account_set_password(&act, "nobody", "$y").await.unwrap());
    assert!(store.set_preferences(&act, "ann", r#"{"theme":"dark"}"#).await.unwrap());
    let ann = store.account("ann").await.unwrap().unwrap();
    assert_eq!((ann.password_hash.as_deref(), ann.version), (Some("$y"), 3));
    assert_eq!(ann.preferences_json, r#"{"theme":"dark"}"#);
    let records = store.audit(&Default::default(), None, 100, false).await.unwrap();
    assert!(!records.iter().any(|record| format!("{record:?}").contains("$y")), "a hash was told");
}

pub(crate) async fn one_administrator_remains(store: &Store) {
    let act = act();
    for login in ["a", "b"] {
        store.account_create(&act, &administrator(login)).await.unwrap();
    }
    let demote = AccountChange {
        role: Some("officer"),
        must_remain: Some("administrator"),
        ..AccountChange::default()
    };
    let both = ["a", "b"].map(|login| {
        let store = store.clone();
        tokio::spawn(async move { store.account_update(&act, login, 1, &demote).await })
    });
    let mut refused = 0;
    for done in both {
        match done.await.unwrap() {
            Ok(row) => assert_eq!(row.role, "officer"),
            Err(StoreError::Conflict { .. }) => refused += 1,
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(refused, 1);
    let left = store.accounts().await.unwrap();
    assert_eq!(left.iter().filter(|row| row.role == "administrator").count(), 1);
}

pub(crate) async fn sessions_end(store: &Store) {
    let act = act();
    store.account_create(&act, &administrator("ann")).await.unwrap();
    let open = |token_hash, expires| NewSession { token_hash, login: "ann", origin: "10.0.0.7", expires };
    store.session_open(&act, &open("t1", hour(8))).await.unwrap();
    let of = async |token: &str, now| store.session_of(token, now, 1_800).await.unwrap();
    assert_eq!(of("t1", second(10)).await.unwrap().last_seen, hour(0));
    assert_eq!(of("t1", second(1_799)).await.unwrap().login, "ann");
    // That use counted: without it the session were idle for too long now.
    assert_eq!(of("t1", second(3_000)).await.unwrap().last_seen, second(1_799));
    assert_eq!(store.account("ann").await.unwrap().unwrap().last_seen, Some(second(3_000)));
    assert_eq!(of("t1", second(4_800)).await, None, "idle");
    assert_eq!(of("t1", hour(8)).await, None, "over");
    assert_eq!(of("t2", second(10)).await, None, "unknown");
    // Opening another one removes those that are over.
    store.session_open(&act.at(hour(9)), &open("t2", hour(20))).await.unwrap();
    assert!(!store.session_close(&act, "t1").await.unwrap());
    assert!(store.session_close(&act, "t2").await.unwrap());
    for token in ["t3", "t4"] {
        store.session_open(&act.at(hour(9)), &open(token, hour(20))).await.unwrap();
    }
    assert_eq!(store.sessions_close_all(&act, "ann").await.unwrap(), 2);
    assert_eq!(store.sessions_close_all(&act, "ann").await.unwrap(), 0);
    store.session_open(&act.at(hour(9)), &open("t5", hour(20))).await.unwrap();
    let close = AccountChange { state: Some("closed"), ..AccountChange::default() };
    store.account_update(&act, "ann", 1, &close).await.unwrap();
    assert_eq!(of("t5", hour(9)).await, None, "the account is closed");
    assert_eq!(store.sessions_close_all(&act, "ann").await.unwrap(), 0, "the session is gone");
}

pub(crate) async fn failed_sign_ins_are_counted(store: &Store) {
    let failed = async |login: &str, address: &str, at| {
        store.sign_in_failed(&act().at(at), login, address).await.unwrap();
    };
    failed("ann", "10.0.0.7", second(0)).await;
    failed("ann", "10.0.0.8", second(5)).await;
    failed("bob", "10.0.0.8", second(9)).await;
    let count = async |login, address, since| store.sign_in_failures(login, address, since).await.unwrap();
    assert_eq!(count("ann", "10.0.0.8", second(0)).await, (2, 2));
    assert_eq!(count("ann", "10.0.0.8", second(6)).await, (0, 1));
    store.sign_in_forget("ann").await.unwrap();
    assert_eq!(count("ann", "10.0.0.8", second(0)).await, (0, 1));
    failed("eve", "10.0.0.9", hour(25)).await;
    assert_eq!(count("bob", "10.0.0.8", second(0)).await, (0, 0), "kept for a day");
}

pub(crate) async fn keys_hold_until_revoked(store: &Store) {
    let act = act();
    let scopes = ["messages:write", "queue:read"];
    let new = |id, secret_hash, expires| NewApiKey {
        id,
        name: "line",
        sender: "LINE",
        scopes: &scopes,
        secret_hash,
        expires,
    };
    let made = store.api_key_create(&act, &new("k1", "h1", None)).await.unwrap();
    assert_eq!((made.scopes.len(), made.created_by.as_str(), made.last_used), (2, "anna", None));
    assert!(matches!(
        store.api_key_create(&act, &new("k2", "h1", None)).await,
        Err(StoreError::Conflict { .. })
    ));
    store.api_key_create(&act, &new("k3", "h3", Some(hour(2)))).await.unwrap();
    assert_eq!(store.api_key_by_hash("h1", hour(1)).await.unwrap().unwrap().id, "k1");
    assert!(store.api_key_by_hash("h3", hour(1)).await.unwrap().is_some());
    assert!(store.api_key_by_hash("h3", hour(2)).await.unwrap().is_none());
    assert!(store.api_key_by_hash("h", hour(1)).await.unwrap().is_none());
    assert!(store.api_key_revoke(&act, "k1").await.unwrap());
    assert!(!store.api_key_revoke(&act, "k1").await.unwrap());
    assert!(store.api_key_by_hash("h1", hour(1)).await.unwrap().is_none());
    let keys = store.api_keys().await.unwrap();
    let revoked: Vec<_> = keys.iter().map(|key| (key.id.as_str(), key.revoked, key.last_used)).collect();
    assert_eq!(revoked, [("k1", Some(hour(0)), Some(hour(1))), ("k3", None, Some(hour(1)))]);
}

pub(crate) async fn filters_belong_to_somebody(store: &Store) {
    let (anna, bert) = (act(), Act { actor: "bert", ..act() });
    fn new(name: &str, shared: bool) -> NewFilter<'_> {
        NewFilter { name, filter: "from:CNSHG", sort: "-risk", shared }
    }
    let own = store.filter_create(&anna, &new("mine", false)).await.unwrap();
    let shared = store.filter_create(&anna, &new("ours", true)).await.unwrap();
    let of_bert = store.filter_create(&bert, &new("mine", false)).await.unwrap();
    assert!(matches!(store.filter_create(&anna, &new("mine", true)).await, Err(StoreError::Conflict { .. })));
    assert_eq!(store.filters("anna").await.unwrap(), [own.clone(), shared.clone()]);
    assert_eq!(store.filters("bert").await.unwrap(), [of_bert, shared.clone()]);
    let taken = store.filter_update(&anna, own.id, 1, &new("ours", false)).await.unwrap_err();
    assert!(matches!(taken, StoreError::Conflict { .. }), "{taken}");
    assert_eq!(store.filter(own.id).await.unwrap().as_ref(), Some(&own), "a refused change leaves it");
    let changed = store.filter_update(&anna, own.id, 1, &new("better", true)).await.unwrap();
    assert_eq!(store.filter(own.id).await.unwrap().as_ref(), Some(&changed));
    assert_eq!((changed.version, changed.shared, changed.created), (2, true, own.created));
    for error in [
        store.filter_update(&anna, own.id, 1, &new("x", true)).await.unwrap_err(),
        store.filter_update(&bert, shared.id, 1, &new("x", true)).await.unwrap_err(),
        store.filter_delete(&bert, shared.id, 1).await.unwrap_err(),
        store.filter_delete(&anna, 99, 1).await.unwrap_err(),
    ] {
        assert!(matches!(error, StoreError::Stale { .. }), "{error}");
    }
    store.filter_delete(&anna, own.id, 2).await.unwrap();
    assert_eq!(store.filter(own.id).await.unwrap(), None);
    for number in 1..FILTERS_PER_PERSON_MAX {
        store.filter_create(&anna, &new(&number.to_string(), false)).await.unwrap();
    }
    assert!(matches!(
        store.filter_create(&anna, &new("one too many", false)).await,
        Err(StoreError::Limit { .. })
    ));
}

pub(crate) async fn requests_are_done_once(store: &Store) {
    let begin =
        async |key: &str, hash: &str, at| store.idempotent_begin("anna POST", key, hash, at).await.unwrap();
    assert_eq!(begin("k", "h", second(0)).await, Begin::New);
    assert_eq!(begin("k", "h", second(1)).await, Begin::Running);
    assert_eq!(begin("k", "other", second(1)).await, Begin::Mismatch);
    store.idempotent_end("anna POST", "k", 201, b"\0\xff{}").await.unwrap();
    assert_eq!(begin("k", "h", second(2)).await, Begin::Done { status: 201, answer: b"\0\xff{}".to_vec() });
    assert_eq!(begin("k", "other", second(2)).await, Begin::Mismatch);
    // One that failed can be sent again, one that was answered is kept.
    assert_eq!(begin("f", "h", second(0)).await, Begin::New);
    store.idempotent_drop("anna POST", "f").await.unwrap();
    assert_eq!(begin("f", "h", second(0)).await, Begin::New);
    store.idempotent_drop("anna POST", "k").await.unwrap();
    assert!(matches!(begin("k", "h", second(2)).await, Begin::Done { .. }));
    // One that was lost with its process is taken over, by one alone.
    let late = second(RUNNING_SECONDS_MAX + 1);
    let mut taken = 0;
    for _ in 0..3 {
        taken += u32::from(begin("f", "h", late).await == Begin::New);
    }
    assert_eq!(taken, 1);
    assert_eq!(begin("empty", "h", late).await, Begin::New);
    store.idempotent_end("anna POST", "empty", 204, b"").await.unwrap();
    assert_eq!(begin("empty", "h", late).await, Begin::Done { status: 204, answer: Vec::new() });
    assert_eq!(store.idempotent_sweep(second(1)).await.unwrap(), 1);
    assert_eq!(begin("k", "h", late).await, Begin::New);
}
