//! Requests that may be sent twice and must be done once.

use crate::StoreError;
use crate::database::{clean, time_text};
use crate::open::Store;
use crate::sessions::seconds_before;
use sqlx::Row;
use tidewaiter_model::time::UtcTime;

/// A request that is under way for longer was lost with the process that did it, and may be begun again.
pub const RUNNING_SECONDS_MAX: i64 = 600;

/// Whether a request is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begin {
    /// It is new: do it, and end it with [`Store::idempotent_end`] or [`Store::idempotent_drop`].
    New,
    /// It was done; this was the answer.
    Done {
        /// Status of the answer.
        status: i64,
        /// Body of the answer.
        answer: Vec<u8>,
    },
    /// It is being done just now.
    Running,
    /// The key was used for another request.
    Mismatch,
}

impl Store {
    /// Begins a request with a key. `scope` is who asks and for what, `request_hash` what tells the request's content.
    ///
    /// # Errors
    /// What the database said.
    pub async fn idempotent_begin(
        &self,
        scope: &str,
        key: &str,
        request_hash: &str,
        now: UtcTime,
    ) -> Result<Begin, StoreError> {
        let mut transaction = self.database.begin().await?;
        // One that was lost is taken over, by one of those who ask.
        let taken = sqlx::query(
            "INSERT INTO idempotency (scope, request_key, request_hash, recorded) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (scope, request_key) DO UPDATE SET recorded = excluded.recorded \
             WHERE idempotency.status IS NULL AND idempotency.recorded < $5 \
             AND idempotency.request_hash = excluded.request_hash",
        )
        .bind(clean(scope))
        .bind(clean(key))
        .bind(clean(request_hash))
        .bind(time_text(now))
        .bind(time_text(seconds_before(now, RUNNING_SECONDS_MAX)))
        .execute(&mut *transaction)
        .await?;
        if taken.rows_affected() > 0 {
            transaction.commit().await?;
            return Ok(Begin::New);
        }
        let row = sqlx::query(
            "SELECT request_hash, status, answer FROM idempotency WHERE scope = $1 AND request_key = $2",
        )
        .bind(clean(scope))
        .bind(clean(key))
        .fetch_optional(&mut *transaction)
        .await?;
        // Dropped by another one between the two statements: whoever asks again begins it.
        let Some(row) = row else { return Ok(Begin::Running) };
        let known: String = row.try_get("request_hash")?;
        let (status, answer): (Option<i64>, Option<Vec<u8>>) =
            (row.try_get("status")?, row.try_get("answer")?);
        Ok(match status {
            _ if known != clean(request_hash) => Begin::Mismatch,
            None => Begin::Running,
            Some(status) => Begin::Done { status, answer: answer.unwrap_or_default() },
        })
    }

    /// Keeps the answer of a request that was begun.
    ///
    /// # Errors
    /// What the database said.
    pub async fn idempotent_end(
        &self,
        scope: &str,
        key: &str,
        status: i64,
        answer: &[u8],
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE idempotency SET status = $1, answer = $2 WHERE scope = $3 AND request_key = $4")
            .bind(status)
            .bind(answer.to_vec())
            .bind(clean(scope))
            .bind(clean(key))
            .execute(&self.database.pool)
            .await?;
        Ok(())
    }

    /// Forgets a request that was begun and could not be done, so that it can be sent again.
    ///
    /// # Errors
    /// What the database said.
    pub async fn idempotent_drop(&self, scope: &str, key: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM idempotency WHERE scope = $1 AND request_key = $2 AND status IS NULL")
            .bind(clean(scope))
            .bind(clean(key))
            .execute(&self.database.pool)
            .await?;
        Ok(())
    }

    /// Forgets requests begun before a time, and which outcomes were recorded for them. Gives how many.
    ///
    /// # Errors
    /// What the database said.
    pub async fn idempotent_sweep(&self, before: UtcTime) -> Result<u64, StoreError> {
        let mut transaction = self.database.begin().await?;
        let mut swept = 0;
        for query in
            ["DELETE FROM idempotency WHERE recorded < $1", "DELETE FROM outcome_once WHERE recorded < $1"]
        {
            let done = sqlx::query(query).bind(time_text(before)).execute(&mut *transaction).await?;
            swept += done.rows_affected();
        }
        transaction.commit().await?;
        Ok(swept)
    }
}
