//! Messages that could not become records.

use crate::StoreError;
use crate::database::{parse_time, unsigned};
use crate::open::Store;
use crate::rows::{QuarantineRow, QuarantineState, Resolution};
use sqlx::Row;
use sqlx::any::AnyRow;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};

const TABLE: &str = "table quarantine";

/// Longest message that [`Store::quarantine_get`] reads back whole.
const MESSAGE_BYTES_MAX: u64 = 64 * 1024 * 1024;

const COLUMNS: &str = "SELECT q.id, q.file, q.span_start, q.span_len, q.diagnostics, q.state, q.resolved_by, \
                       f.name, f.received FROM quarantine q JOIN ingested_file f ON f.number = q.file";

impl Store {
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

    /// Records how a message was dealt with; false when there is no such message.
    ///
    /// # Errors
    /// What the database said.
    pub async fn quarantine_resolve(&self, id: i64, how: Resolution<'_>) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE quarantine SET state = $1, resolved_by = $2 WHERE id = $3")
            .bind(how.state.as_str())
            .bind(how.note.replace('\0', "\u{fffd}"))
            .bind(id)
            .execute(&self.database.pool)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

fn quarantine_row(row: &AnyRow) -> Result<QuarantineRow, StoreError> {
    let state: &str = row.try_get("state")?;
    let diagnostics: &str = row.try_get("diagnostics")?;
    let span = ByteSpan::new(unsigned(row.try_get("span_start")?), unsigned(row.try_get("span_len")?));
    Ok(QuarantineRow {
        id: row.try_get("id")?,
        message: MessageRef { file: row.try_get("file")?, span },
        file_name: row.try_get("name")?,
        received: parse_time(row.try_get("received")?, "table ingested_file")?,
        diagnostics: serde_json::from_str(diagnostics)
            .map_err(|_| StoreError::corrupt(TABLE, diagnostics))?,
        state: QuarantineState::from_word(state).ok_or_else(|| StoreError::corrupt(TABLE, state))?,
        resolved_by: row.try_get("resolved_by")?,
        bytes: None,
    })
}
