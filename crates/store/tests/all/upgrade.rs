//! A database of version 1 becomes one of this version and keeps what it held.

use crate::fixtures::{act, hour, open};
use crate::raw::{raw, run};
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use std::path::Path;
use tidewaiter_model::assessment::Outcome;
use tidewaiter_store::{OutcomeRow, OutcomeTerms, QuarantineFilter, QuarantineState};

const FIRST: &str = include_str!("../../migrations/0001_first.sql");
const DIAGNOSTICS: &str = r#"[{"code":"W-1","severity":"warning","span":{"start":0,"len":1},"path":"","expected":"","found":""},
    {"code":"CSV-TIME","severity":"error","span":{"start":0,"len":1},"path":"t","expected":"a time","found":"x"}]"#;

pub(crate) async fn version_one_keeps_what_it_held(folder: &Path, database: Option<&str>) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("folder_identity"), "0123456789abcdef").unwrap();
    let pool = raw(folder, database).await;
    let first = Migration::new(1, "first".into(), MigrationType::Simple, FIRST.into_sql_str(), false);
    Migrator::with_migrations(vec![first]).run(&pool).await.unwrap();
    for sql in [
        "INSERT INTO setting (name, value) VALUES ('folder_identity', '0123456789abcdef')",
        "UPDATE counter SET value = 2 WHERE name = 'outcome'",
        "INSERT INTO outcome VALUES (1, 'C1', 'drugs', '12.50', 'n', '2026-01-01T01:00:00.000000Z')",
        "INSERT INTO outcome VALUES (2, 'C2', NULL, NULL, NULL, '2026-01-01T02:00:00.000000Z')",
        "INSERT INTO ingested_file VALUES (1, 'f', 'csv', '2026-01-01T00:00:00.000000Z', 9, 2, 0, 0, 2, 0)",
        "INSERT INTO selection VALUES ('C1', 1, 20000, 'O', 1, 'red', 'risk', 0.5)",
    ] {
        run(&pool, sql).await;
    }
    for (id, state) in [(1_i64, "open"), (2, "replayed")] {
        let insert = "INSERT INTO quarantine (id, file, span_start, span_len, bytes_hash, diagnostics, state, \
                      resolved_by) VALUES ($1, 1, 0, 3, '00', $2, $3, '')";
        sqlx::query(insert).bind(id).bind(DIAGNOSTICS).bind(state).execute(&pool).await.unwrap();
    }
    pool.close().await;

    let store = open(folder, database).await.unwrap();
    assert_eq!(store.schema_version().await.unwrap(), 3);
    let outcome = Outcome {
        consignment_id: "C1".to_owned(),
        found: Some("drugs".to_owned()),
        value: Some("12.50".parse().unwrap()),
        note: Some("n".to_owned()),
        recorded: hour(1),
    };
    let row =
        OutcomeRow { id: 1, outcome: outcome.clone(), by: String::new(), entered: hour(1), withdrawn: None };
    assert_eq!(store.outcomes_of("C1").await.unwrap(), [row]);
    assert_eq!(store.outcomes().await.unwrap().len(), 2);
    assert_eq!(store.selections(20_000, None).await.unwrap().len(), 1);
    let file = store.file(1).await.unwrap().unwrap();
    assert_eq!((file.sender, file.recorded_by.as_str()), (None, ""));
    let open_ones = QuarantineFilter { state: Some(QuarantineState::Open), ..QuarantineFilter::default() };
    let waiting = store.quarantine_page(&open_ones, None, 9).await.unwrap();
    assert_eq!(waiting.iter().map(|row| (row.id, row.code.as_str())).collect::<Vec<_>>(), [(1, "CSV-TIME")]);
    let all = store.quarantine_totals(&QuarantineFilter::default()).await.unwrap();
    assert_eq!(all.by_code, [("CSV-TIME".to_owned(), 2)]);
    // What comes now goes on where version 1 ended.
    store.save_outcome(&act(), &outcome, &OutcomeTerms::default()).await.unwrap();
    assert_eq!(store.outcome_rows().await.unwrap().last().unwrap().id, 3);
    assert_eq!(store.audit_verify(None).await.unwrap().records, 1);
    store.close().await;
    assert_eq!(open(folder, database).await.unwrap().outcome_rows().await.unwrap().len(), 3);
}
