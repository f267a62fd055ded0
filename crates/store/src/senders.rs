//! What is kept of senders besides their files: what was refused before it became one.

use crate::StoreError;
use crate::database::{clean, signed, time_text, unsigned};
use crate::open::Store;
use sqlx::Row;
use tidewaiter_model::time::UtcTime;

/// Latest files of a sender that are looked at to know what was sent since a time.
const FILES_LOOKED_AT_MAX: i64 = 20_000;

/// Requests or files that were refused for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusals {
    /// Whose.
    pub sender: String,
    /// The day, `2026-06-01`.
    pub day: String,
    /// Why: a stable word.
    pub reason: String,
    /// How many.
    pub count: u64,
}

impl Store {
    /// Adds to the counts of what was refused.
    ///
    /// # Errors
    /// What the database said; then nothing was added.
    pub async fn refusals_add(&self, refused: &[Refusals]) -> Result<(), StoreError> {
        if refused.is_empty() {
            return Ok(());
        }
        let mut transaction = self.database.begin().await?;
        for Refusals { sender, day, reason, count } in refused {
            sqlx::query(
                "INSERT INTO sender_refusal (sender, day, reason, refused) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (sender, day, reason) DO UPDATE SET refused = sender_refusal.refused + excluded.refused",
            )
            .bind(clean(sender))
            .bind(clean(day))
            .bind(clean(reason))
            .bind(signed(*count))
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// What was refused of a sender from a day on, by day and reason.
    ///
    /// # Errors
    /// What the database said.
    pub async fn refusals_of(&self, sender: &str, from_day: &str) -> Result<Vec<Refusals>, StoreError> {
        let rows = sqlx::query(
            "SELECT sender, day, reason, refused FROM sender_refusal WHERE sender = $1 AND day >= $2 ORDER BY day, reason",
        )
        .bind(clean(sender))
        .bind(clean(from_day))
        .fetch_all(&self.database.pool)
        .await?;
        let refusals = |row: &sqlx::any::AnyRow| -> Result<Refusals, StoreError> {
            let count = unsigned(row.try_get("refused")?);
            Ok(Refusals {
                sender: row.try_get("sender")?,
                day: row.try_get("day")?,
                reason: row.try_get("reason")?,
                count,
            })
        };
        rows.iter().map(refusals).collect()
    }

    /// Decompressed bytes of a sender's files received from a time on, of its latest 20,000.
    ///
    /// # Errors
    /// What the database said.
    pub async fn bytes_since(&self, sender: &str, from: UtcTime) -> Result<u64, StoreError> {
        let query = format!(
            "SELECT CAST(COALESCE(SUM(content_size), 0) AS BIGINT) FROM (SELECT content_size, received FROM ingested_file \
             WHERE sender = $1 ORDER BY number DESC LIMIT {FILES_LOOKED_AT_MAX}) AS latest WHERE received >= $2"
        );
        let sum: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
            .bind(clean(sender))
            .bind(time_text(from))
            .fetch_one(&self.database.pool)
            .await?;
        Ok(unsigned(sum))
    }
}
