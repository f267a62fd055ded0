//! Messages that could not become records.

use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::conditions::Conditions;
use crate::database::{Database, clean, parse_time, parse_time_maybe, time_text, unsigned};
use crate::open::Store;
use crate::rows::{QuarantineFilter, QuarantineRow, QuarantineState, QuarantineTotals, Resolution};
use sqlx::Row;
use sqlx::any::AnyRow;
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};

const TABLE: &str = "table quarantine";

/// Longest message that [`Store::quarantine_get`] reads back whole.
const MESSAGE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Codes and senders named in the totals.
const TOTALS_SHOWN_MAX: usize = 200;
/// Rows of version 1 that get their code at a time.
const OLD_ROWS: i64 = 1_000;

const FROM: &str = " FROM quarantine q JOIN ingested_file f ON f.number = q.file";
const COLUMNS: &str = "SELECT q.id, q.file, q.span_start, q.span_len, q.diagnostics, q.code, q.state, q.resolved_by, \
                       q.resolver, q.resolved, q.version, f.name, f.format, f.sender, f.received FROM quarantine q \
                       JOIN ingested_file f ON f.number = q.file";

impl Store {
    /// How many messages wait in quarantine.
    ///
    /// # Errors
    /// What the database said.
    pub async fn quarantine_open(&self) -> Result<u64, StoreError> {
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM quarantine WHERE state = 'open'")
            .fetch_one(&self.database.pool)
            .await?;
        Ok(unsigned(count))
    }

    /// The messages in quarantine, oldest first, without their bytes; with `open_only` those that wait.
    ///
    /// # Errors
    /// What the database said.
    pub async fn quarantine_list(
        &self,
        limit: i64,
        open_only: bool,
    ) -> Result<Vec<QuarantineRow>, StoreError> {
        let filter = if open_only { "WHERE q.state = 'open'" } else { "" };
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} {filter} ORDER BY q.id LIMIT $1"));
        let rows = sqlx::query(query).bind(limit.max(0)).fetch_all(&self.database.pool).await?;
        rows.iter().map(quarantine_row).collect()
    }

    /// One message of the quarantine with its bytes, unless they are more than 64 MiB.
    ///
    /// # Errors
    /// What the database said, or [`StoreError::Corrupt`] when the archive does not hold the bytes.
    pub async fn quarantine_get(&self, id: i64) -> Result<Option<QuarantineRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE q.id = $1"));
        let pool = &self.database.pool;
        let Some(row) = sqlx::query(query).bind(id).fetch_optional(pool).await? else { return Ok(None) };
        let mut row = quarantine_row(&row)?;
        let bytes: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT bytes FROM quarantine WHERE id = $1").bind(id).fetch_one(pool).await?;
        row.bytes = match bytes {
            Some(bytes) => Some(bytes),
            None if row.message.span.len <= MESSAGE_BYTES_MAX => Some(self.message_bytes(row.message).await?),
            None => None,
        };
        Ok(Some(row))
    }

    /// At most `limit` messages, oldest first, behind the one numbered `after`, without their bytes.
    ///
    /// # Errors
    /// What the database said.
    pub async fn quarantine_page(
        &self,
        filter: &QuarantineFilter<'_>,
        after: Option<i64>,
        limit: i64,
    ) -> Result<Vec<QuarantineRow>, StoreError> {
        let mut conditions = conditions(filter);
        if let Some(after) = after {
            conditions.number("q.id > ", after);
        }
        let tail = format!(" ORDER BY q.id LIMIT {}", limit.max(0));
        let rows = conditions.query(COLUMNS, &tail).fetch_all(&self.database.pool).await?;
        rows.iter().map(quarantine_row).collect()
    }

    /// How many messages answer to a filter, in all and by code and sender, of each the 200 commonest.
    ///
    /// # Errors
    /// What the database said.
    pub async fn quarantine_totals(
        &self,
        filter: &QuarantineFilter<'_>,
    ) -> Result<QuarantineTotals, StoreError> {
        let conditions = conditions(filter);
        let pool = &self.database.pool;
        let mut totals = QuarantineTotals::default();
        let tail = |column: &str| {
            format!(" GROUP BY {column} ORDER BY many DESC, {column} LIMIT {TOTALS_SHOWN_MAX}")
        };
        let head = |column: &str| format!("SELECT {column}, COUNT(*) AS many{FROM}");
        let all = conditions.query(&format!("SELECT COUNT(*) AS many{FROM}"), "").fetch_one(pool).await?;
        totals.total = unsigned(all.try_get("many")?);
        for row in conditions.query(&head("q.code"), &tail("q.code")).fetch_all(pool).await? {
            totals.by_code.push((row.try_get("code")?, unsigned(row.try_get("many")?)));
        }
        for row in conditions.query(&head("f.sender"), &tail("f.sender")).fetch_all(pool).await? {
            totals.by_sender.push((row.try_get("sender")?, unsigned(row.try_get("many")?)));
        }
        Ok(totals)
    }

    /// Records how a message was dealt with; false when there is no such message or it stands so already.
    ///
    /// # Errors
    /// What the database said.
    pub async fn quarantine_resolve(
        &self,
        act: &Act<'_>,
        id: i64,
        how: Resolution<'_>,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.database.begin().await?;
        let open = how.state == QuarantineState::Open;
        let done = sqlx::query(
            "UPDATE quarantine SET state = $1, resolved_by = $2, resolver = $3, resolved = $4, \
             version = version + 1 WHERE id = $5 AND state <> $1",
        )
        .bind(how.state.as_str())
        .bind(clean(how.note))
        .bind((!open).then(|| clean(act.actor)))
        .bind((!open).then(|| time_text(act.time)))
        .bind(id)
        .execute(&mut *transaction)
        .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        let action = match how.state {
            QuarantineState::Open => "quarantine.reopen",
            QuarantineState::Replayed => "quarantine.replay",
            QuarantineState::Discarded => "quarantine.discard",
        };
        let after = serde_json::json!({ "state": how.state.as_str(), "note": how.note }).to_string();
        let object = &id.to_string();
        let entry =
            AuditEntry { action, object_kind: "quarantine", object, before: None, after: Some(after) };
        append(&mut transaction, act, &entry).await?;
        transaction.commit().await?;
        Ok(true)
    }
}

/// Gives rows of version 1 the code of their first error. The caller holds the migration lock.
pub(crate) async fn fill_codes(database: &Database) -> Result<(), StoreError> {
    loop {
        let rows = sqlx::query("SELECT id, diagnostics FROM quarantine WHERE code = '' ORDER BY id LIMIT $1")
            .bind(OLD_ROWS)
            .fetch_all(&database.pool)
            .await?;
        if rows.is_empty() {
            return Ok(());
        }
        let mut transaction = database.begin().await?;
        for row in &rows {
            let (id, diagnostics): (i64, &str) = (row.try_get("id")?, row.try_get("diagnostics")?);
            let diagnostics: Vec<Diagnostic> =
                serde_json::from_str(diagnostics).map_err(|_| StoreError::corrupt(TABLE, diagnostics))?;
            sqlx::query("UPDATE quarantine SET code = $1 WHERE id = $2")
                .bind(main_code(&diagnostics).to_owned())
                .bind(id)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
    }
}

/// The code by which a message is counted: that of its first error. Never empty.
pub(crate) fn main_code(diagnostics: &[Diagnostic]) -> &str {
    let error = diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
    error.or(diagnostics.first()).map_or("-", |diagnostic| diagnostic.code.as_str())
}

fn conditions(filter: &QuarantineFilter<'_>) -> Conditions {
    let mut conditions = Conditions::default();
    if let Some(state) = filter.state {
        conditions.text("q.state = ", state.as_str());
    }
    if let Some(code) = filter.code {
        conditions.text("q.code = ", code);
    }
    match filter.sender {
        Some("") => conditions.plain("f.sender IS NULL"),
        Some(sender) => conditions.text("f.sender = ", sender),
        None => {}
    }
    conditions
}

fn quarantine_row(row: &AnyRow) -> Result<QuarantineRow, StoreError> {
    let state: &str = row.try_get("state")?;
    let diagnostics: &str = row.try_get("diagnostics")?;
    let resolved: Option<String> = row.try_get("resolved")?;
    let span = ByteSpan::new(unsigned(row.try_get("span_start")?), unsigned(row.try_get("span_len")?));
    Ok(QuarantineRow {
        id: row.try_get("id")?,
        message: MessageRef { file: row.try_get("file")?, span },
        file_name: row.try_get("name")?,
        format: row.try_get("format")?,
        sender: row.try_get("sender")?,
        received: parse_time(row.try_get("received")?, "table ingested_file")?,
        diagnostics: serde_json::from_str(diagnostics)
            .map_err(|_| StoreError::corrupt(TABLE, diagnostics))?,
        state: QuarantineState::from_word(state).ok_or_else(|| StoreError::corrupt(TABLE, state))?,
        code: row.try_get("code")?,
        resolved_by: row.try_get("resolved_by")?,
        resolver: row.try_get("resolver")?,
        resolved: parse_time_maybe(resolved.as_deref(), TABLE)?,
        version: row.try_get("version")?,
        bytes: None,
    })
}
