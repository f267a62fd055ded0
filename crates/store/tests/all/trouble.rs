//! What must not hurt: killed processes, other versions, other databases, full disks.

use crate::fixtures::{act, add_rows, hour, ingest_rows, open};
use std::path::{Path, PathBuf};
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{MessageKey, NewFile, StoreError};

fn files_below(path: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_a_killed_ingest_are_swept_and_never_read() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), None).await.unwrap();
    ingest_rows(&store, "a", &[(1, "A", 1)]).await;
    let kept: Vec<PathBuf> =
        ["history", "keys", "spool"].map(|below| files_below(&folder.path().join(below))).concat();
    let mut leftovers = Vec::new();
    for kept in &kept {
        // What a killed process leaves: whole files, and files cut short.
        let name = kept.file_name().unwrap().to_str().unwrap();
        leftovers.push(kept.with_file_name(format!("left-{name}")));
        std::fs::copy(kept, leftovers.last().unwrap()).unwrap();
        leftovers.push(kept.with_file_name(format!("cut-{name}")));
        std::fs::write(leftovers.last().unwrap(), &std::fs::read(kept).unwrap()[..5]).unwrap();
    }
    assert_eq!(store.status_events(UtcTime::MAX).await.unwrap().len(), 1);
    // While somebody ingests, nothing is swept: the files may be theirs.
    let ingest = store.begin_ingest().await.unwrap();
    open(folder.path(), None).await.unwrap();
    assert!(leftovers.iter().all(|path| path.exists()));
    drop(ingest);
    let again = open(folder.path(), None).await.unwrap();
    assert!(leftovers.iter().all(|path| !path.exists()));
    assert!(kept.iter().all(|path| path.exists()));
    assert_eq!(again.status_events(UtcTime::MAX).await.unwrap().len(), 1);
    assert_eq!(ingest_rows(&again, "a", &[(1, "A", 1)]).await.duplicate, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_database_is_refused_and_a_foreign_one_too() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), None).await.unwrap();
    ingest_rows(&store, "a", &[(1, "A", 1)]).await;
    store.close().await;
    let foreign = tempfile::tempdir().unwrap();
    open(foreign.path(), None).await.unwrap().close().await;
    let database = folder.path().join("tidewaiter.db");
    std::fs::rename(&database, folder.path().join("own.db")).unwrap();
    for suffix in ["-wal", "-shm"] {
        // Closed, the database is one file: a log left here would be taken for the next one's.
        assert!(!folder.path().join(format!("tidewaiter.db{suffix}")).exists());
    }
    let before = files_below(&folder.path().join("history"));
    std::fs::copy(foreign.path().join("tidewaiter.db"), &database).unwrap();
    let error = open(folder.path(), None).await.unwrap_err();
    assert!(matches!(error, StoreError::OtherDatabase { .. }), "{error}");
    assert_eq!(files_below(&folder.path().join("history")), before);

    sqlx::any::install_default_drivers();
    let url = format!("sqlite://{}", foreign.path().join("tidewaiter.db").display());
    let pool = sqlx::AnyPool::connect(&url).await.unwrap();
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (77, 'later', TRUE, x'00', 0)",
    )
    .execute(&pool)
    .await
    .unwrap();
    pool.close().await;
    let error = open(foreign.path(), None).await.unwrap_err();
    assert!(matches!(error, StoreError::NewerDatabase { found: 77, .. }), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_file_can_be_abandoned_after_blocks_were_written() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), None).await.unwrap();
    let mut ingest = store.begin_ingest().await.unwrap();
    add_rows(&mut ingest, "first", &[(1, "A", 1)]).unwrap();
    ingest.open_file(NewFile { name: "large", format: "csv", received: hour(1), sender: None }).unwrap();
    let event = crate::fixtures::event(1);
    let filler = vec![b'y'; 64 * 1024];
    for number in 0..(1_u32 << 20) + 10 {
        let id = format!("large{number}");
        let key = MessageKey { source: "LINE", id: Some(&id), bytes: id.as_bytes() };
        let span = tidewaiter_model::provenance::ByteSpan::new(u64::from(number), 1);
        ingest.message(key, span, hour(1), &[Record::Status(event.clone())]).unwrap();
        if number % 2048 == 0 {
            ingest.archive(&filler).unwrap();
        }
    }
    assert!(files_below(&folder.path().join("history")).len() >= 3, "blocks were written");
    ingest.abandon_file();
    add_rows(&mut ingest, "third", &[(2, "B", 1), (1, "A", 1)]).unwrap();
    let receipts = ingest.commit(&act()).await.unwrap();
    assert_eq!(receipts.iter().map(|row| row.accepted).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(store.status_events(UtcTime::MAX).await.unwrap().len(), 2);
    assert_eq!(store.counts().await.unwrap().status_events, 2);
    drop(store);
    let before = files_below(folder.path());
    open(folder.path(), None).await.unwrap();
    let history = |files: &[PathBuf]| {
        files.iter().filter(|path| path.extension().is_some_and(|e| e == "parquet")).count()
    };
    assert_eq!(history(&before), history(&files_below(folder.path())), "nothing was left to sweep");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), None).await.unwrap();
    let mut ingest = store.begin_ingest().await.unwrap();
    // A file in the place of the table's folder fails for root too, unlike permissions.
    std::fs::write(folder.path().join("history/status_event"), b"").unwrap();
    add_rows(&mut ingest, "a", &[(1, "A", 1)]).unwrap();
    let error = ingest.commit(&act()).await.unwrap_err();
    assert!(matches!(&error, StoreError::Write { .. }), "{error}");
    assert!(error.to_string().contains("status_event"), "{error}");
    std::fs::remove_file(folder.path().join("history/status_event")).unwrap();
    assert_eq!(store.counts().await.unwrap().files, 0);
    assert_eq!(ingest_rows(&store, "a", &[(1, "A", 1)]).await.accepted, 1);
}
