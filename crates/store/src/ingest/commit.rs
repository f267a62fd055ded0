//! The commit point of an ingest.

use super::known_keys::KeyChange;
use super::spool::SpoolReader;
use super::{Ingest, PendingFile};
use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::catalogue::{self, Segment};
use crate::database::{Database, clean, signed, time_text};
use crate::rows::FileReceipt;
use crate::segment::TableWriter;
use sqlx::{Any, Transaction};
use std::collections::BTreeSet;

impl Ingest {
    /// Makes everything since [`crate::Store::begin_ingest`] durable and visible, in one transaction, and gives
    /// the receipts in order of ingest. When this returns an error, nothing is visible, unless the database was
    /// lost during the commit itself: then either all of it is or nothing.
    ///
    /// # Errors
    /// [`StoreError::Write`] when the history cannot be written, [`StoreError::Database`] when the commit fails,
    /// [`StoreError::Misuse`] while a file is open.
    pub async fn commit(mut self, act: &Act<'_>) -> Result<Vec<FileReceipt>, StoreError> {
        if self.in_file {
            return Err(StoreError::Misuse("a file is still open; close or abandon it before the commit"));
        }
        if self.failed {
            return Err(StoreError::Misuse("an earlier write of this ingest failed: begin another one"));
        }
        if self.files.is_empty() {
            return Ok(Vec::new());
        }
        self.write_block()?;
        let mut segments: Vec<Segment> = Vec::new();
        for writer in self.writers.all() {
            segments.extend_from_slice(writer.finish()?);
        }
        segments.extend_from_slice(self.archive.finish()?.finish()?);
        let change = self.keys.finish()?;

        let mut transaction = self.store.database.begin().await?;
        insert_files(&mut transaction, act, &self.files).await?;
        catalogue::insert(&mut transaction, &segments).await?;
        change_keys(&mut transaction, &change).await?;
        let quarantined = self.spool.count;
        insert_quarantine(&mut transaction, self.spool.reader()?, quarantined).await?;
        note(&mut transaction, act, &self.files).await?;
        // Whether a failed commit took place is unknown: from here on only the sweep may remove files.
        self.writers.all().into_iter().for_each(TableWriter::keep);
        self.archive.writer().keep();
        self.keys.keep();
        transaction.commit().await?;
        self.keys.remove(&change);
        if let Some((mut arrivals, taken)) = self.arrivals.take() {
            arrivals.end(&self.files);
            // Whoever no longer waits for them has the store.
            let _ = taken.set(arrivals);
        }
        Ok(self.files.iter().map(|file| file.receipt.clone()).collect())
    }
}

/// One audit record for all files of the commit, with their counts.
async fn note(
    transaction: &mut Transaction<'static, Any>,
    act: &Act<'_>,
    files: &[PendingFile],
) -> Result<(), StoreError> {
    let [Some(first), Some(last)] = [files.first(), files.last()] else { return Ok(()) };
    let (first, last) = (first.receipt.number, last.receipt.number);
    let object = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let sum = |count: fn(&FileReceipt) -> u64| files.iter().map(|file| count(&file.receipt)).sum::<u64>();
    let senders: BTreeSet<&str> = files.iter().filter_map(|file| file.sender.as_deref()).collect();
    let after = serde_json::json!({
        "files": files.len(),
        "senders": senders,
        "read": sum(|receipt| receipt.read),
        "accepted": sum(|receipt| receipt.accepted),
        "duplicate": sum(|receipt| receipt.duplicate),
        "quarantined": sum(|receipt| receipt.quarantined),
        "conflicts": sum(|receipt| receipt.conflicts),
    });
    let entry = AuditEntry {
        action: "messages.ingest",
        object_kind: "file",
        object: &object,
        before: None,
        after: Some(after.to_string()),
    };
    append(transaction, act, &entry).await?;
    Ok(())
}

/// Receipts in one statement.
const FILES_AT_ONCE: usize = 250;

/// Texts of a statement, each given once as a parameter: SQLite looks for a parameter among all of them.
#[derive(Default)]
struct Parameters(Vec<String>);

impl Parameters {
    fn place(&mut self, text: String) -> usize {
        let known = self.0.iter().position(|other| *other == text);
        known.unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        }) + 1
    }
}

async fn insert_files(
    transaction: &mut Transaction<'static, Any>,
    act: &Act<'_>,
    files: &[PendingFile],
) -> Result<(), StoreError> {
    let actor = clean(act.actor);
    for files in files.chunks(FILES_AT_ONCE) {
        let mut parameters = Parameters::default();
        let rows: Vec<String> = files.iter().map(|file| file_row(file, &actor, &mut parameters)).collect();
        let text = format!(
            "INSERT INTO ingested_file (number, content_size, read_count, accepted, duplicate, quarantined, \
             conflicts, name, format, received, recorded_by, sender) VALUES {}",
            rows.join(", ")
        );
        let mut insert = sqlx::query(sqlx::AssertSqlSafe(text)).persistent(false);
        for text in parameters.0 {
            insert = insert.bind(text);
        }
        insert.execute(&mut **transaction).await?;
    }
    Ok(())
}

/// Numbers stand in the statement itself; texts never do.
fn file_row(file: &PendingFile, actor: &str, parameters: &mut Parameters) -> String {
    let PendingFile { receipt, content_size, .. } = file;
    let FileReceipt { number, read, accepted, duplicate, quarantined, conflicts, .. } = receipt;
    let [content_size, read, accepted] = [*content_size, *read, *accepted].map(signed);
    let [duplicate, quarantined, conflicts] = [*duplicate, *quarantined, *conflicts].map(signed);
    let name = parameters.place(clean(&receipt.name));
    let format = parameters.place(file.format.clone());
    let received = parameters.place(time_text(file.received));
    let actor = parameters.place(actor.to_owned());
    let sender = match &file.sender {
        Some(sender) => format!("${}", parameters.place(sender.clone())),
        None => "NULL".to_owned(),
    };
    format!(
        "({number}, {content_size}, {read}, {accepted}, {duplicate}, {quarantined}, {conflicts}, ${name}, ${format}, \
         ${received}, ${actor}, {sender})"
    )
}

async fn change_keys(
    transaction: &mut Transaction<'static, Any>,
    change: &KeyChange,
) -> Result<(), StoreError> {
    for run in &change.removed {
        sqlx::query("DELETE FROM key_run WHERE path = $1")
            .bind(run.path.clone())
            .execute(&mut **transaction)
            .await?;
    }
    for run in &change.added {
        sqlx::query("INSERT INTO key_run (path, entries) VALUES ($1, $2)")
            .bind(run.path.clone())
            .bind(signed(run.entries))
            .execute(&mut **transaction)
            .await?;
    }
    Ok(())
}

async fn insert_quarantine(
    transaction: &mut Transaction<'static, Any>,
    mut messages: SpoolReader<'_>,
    count: u64,
) -> Result<(), StoreError> {
    if count == 0 {
        return Ok(());
    }
    let mut id = Database::take_numbers(transaction, "quarantine", signed(count)).await?;
    while let Some(message) = messages.next()? {
        sqlx::query(
            "INSERT INTO quarantine (id, file, span_start, span_len, bytes, bytes_hash, diagnostics, code, \
             state, resolved_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', '')",
        )
        .bind(id)
        .bind(message.file)
        .bind(signed(message.span.start))
        .bind(signed(message.span.len))
        .bind(message.bytes)
        .bind(format!("{:032x}", message.hash))
        .bind(message.diagnostics)
        .bind(message.code)
        .execute(&mut **transaction)
        .await?;
        id += 1;
    }
    Ok(())
}
