//! Merging small history files changes nothing that anybody can read.

use crate::fixtures::{hour, ingest_rows, open};
use std::path::Path;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_store::Store;

/// Every status event with its message, in the order in which the store gives them, and the bytes of each.
async fn everything(store: &Store) -> Vec<String> {
    let batch = store.status_events(hour(1_000)).await.unwrap();
    let mut rows = Vec::new();
    for row in batch.rows() {
        let bytes = store.message_bytes(row.message).await.unwrap();
        let (container, place) = (batch.texts.text(row.container), batch.texts.text(row.location));
        rows.push(format!("{container:?} {place:?} {:?} {}", row.message, String::from_utf8_lossy(&bytes)));
    }
    rows
}

fn files(folder: &Path) -> usize {
    ["status_event", "message"]
        .iter()
        .map(|table| std::fs::read_dir(folder.join("history").join(table)).unwrap().count())
        .sum()
}

async fn small_ingests(store: &Store, numbers: std::ops::Range<u32>) {
    for number in numbers {
        // Every fifth contradicts the one before.
        let id = if number % 5 == 4 { number - 1 } else { number };
        ingest_rows(store, "small", &[(id, &format!("P{number}"), i64::from(number))]).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_the_same_before_and_after() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), None).await.unwrap();
    small_ingests(&store, 0..15).await;
    assert_eq!(store.compact().await.unwrap().files, 0, "too few to pay");
    small_ingests(&store, 15..50).await;
    let before = everything(&store).await;
    let done = store.compact().await.unwrap();
    assert_eq!((done.files, done.into, files(folder.path())), (100, 2, 2));
    assert_eq!(everything(&store).await, before);
    let (segments, faults) = store.segment_faults().await.unwrap();
    assert_eq!((segments, faults.len()), (2, 0));
    // As of an earlier time too, and for a program that opens the folder afterwards.
    let other = open(folder.path(), None).await.unwrap();
    assert_eq!(other.status_events(hour(20)).await.unwrap().len(), 17);
    small_ingests(&other, 50..90).await;
    assert_eq!(store.compact().await.unwrap().into, 2);
    assert_eq!(everything(&store).await.len(), 72);
    let absent = MessageRef { file: 1, span: ByteSpan::new(500, 10) };
    assert!(store.message_bytes(absent).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_and_writers_go_on_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path(), None).await.unwrap();
    small_ingests(&store, 0..40).await;
    let writer = tokio::spawn({
        let store = store.clone();
        async move { small_ingests(&store, 40..120).await }
    });
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                let mut seen = 0;
                for _ in 0..60 {
                    let rows = store.status_events(hour(1_000)).await.unwrap().len();
                    assert!(rows >= seen, "{rows} after {seen}");
                    seen = rows;
                }
            })
        })
        .collect();
    while !writer.is_finished() {
        store.compact().await.unwrap();
        tokio::task::yield_now().await;
    }
    writer.await.unwrap();
    for reader in readers {
        reader.await.unwrap();
    }
    store.compact().await.unwrap();
    assert_eq!(everything(&store).await.len(), 96);
    assert!(files(folder.path()) < 40, "{} files", files(folder.path()));
}
