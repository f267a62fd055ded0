//! Requests that may be sent twice and must be done once.

use crate::StoreError;
use crate::database::{clean, time_text};
use crate::open::Store;
use crate::sessions::seconds_before;
use sqlx::{Any, Row, Transaction};
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

/// A step of a request with a key. `scope` is who asks and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Who asks and for what.
    pub scope: String,
    /// The request's key.
    pub key: String,
    /// Its beginning or its end.
    pub what: StepKind,
}

/// What a [`Step`] does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepKind {
    /// Begins it; `request_hash` tells the request's content.
    Begin {
        /// Tells the request's content.
        request_hash: String,
        /// When.
        now: UtcTime,
    },
    /// Keeps its answer.
    End {
        /// Status of the answer.
        status: i64,
        /// Body of the answer.
        answer: Vec<u8>,
    },
}

impl Store {
    /// Does many steps in one transaction, in their order: a commit costs the same for one as for hundreds. Gives for each
    /// what it came to; an end comes to [`Begin::Done`] without an answer.
    ///
    /// # Errors
    /// What the database said; then none was done.
    pub async fn idempotent_steps(&self, steps: &[Step]) -> Result<Vec<Begin>, StoreError> {
        let mut transaction = self.database.begin().await?;
        let mut done = vec![Begin::Running; steps.len()];
        // In one order everywhere: two servers that wait for each other's rows would wait for ever.
        let mut order: Vec<usize> = (0..steps.len()).collect();
        order.sort_by_key(|at| steps.get(*at).map(|step| (&step.scope, &step.key)));
        for at in order {
            let (Some(Step { scope, key, what }), Some(place)) = (steps.get(at), done.get_mut(at)) else {
                continue;
            };
            *place = match what {
                StepKind::Begin { request_hash, now } => {
                    begin(&mut transaction, scope, key, request_hash, *now).await?
                }
                StepKind::End { status, answer } => {
                    end(&mut transaction, scope, key, *status, answer).await?;
                    Begin::Done { status: *status, answer: Vec::new() }
                }
            };
        }
        transaction.commit().await?;
        Ok(done)
    }

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
        let begun = begin(&mut transaction, scope, key, request_hash, now).await?;
        transaction.commit().await?;
        Ok(begun)
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

async fn begin(
    transaction: &mut Transaction<'static, Any>,
    scope: &str,
    key: &str,
    request_hash: &str,
    now: UtcTime,
) -> Result<Begin, StoreError> {
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
    .execute(&mut **transaction)
    .await?;
    if taken.rows_affected() > 0 {
        return Ok(Begin::New);
    }
    let row = sqlx::query(
        "SELECT request_hash, status, answer FROM idempotency WHERE scope = $1 AND request_key = $2",
    )
    .bind(clean(scope))
    .bind(clean(key))
    .fetch_optional(&mut **transaction)
    .await?;
    // Dropped by another one between the two statements: whoever asks again begins it.
    let Some(row) = row else { return Ok(Begin::Running) };
    let known: String = row.try_get("request_hash")?;
    let (status, answer): (Option<i64>, Option<Vec<u8>>) = (row.try_get("status")?, row.try_get("answer")?);
    Ok(match status {
        _ if known != clean(request_hash) => Begin::Mismatch,
        None => Begin::Running,
        Some(status) => Begin::Done { status, answer: answer.unwrap_or_default() },
    })
}

async fn end(
    transaction: &mut Transaction<'static, Any>,
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
        .execute(&mut **transaction)
        .await?;
    Ok(())
}
