//! What is kept of senders: what their files came to, and what was refused before it became a file.

use crate::StoreError;
use crate::conditions::Conditions;
use crate::database::{clean, parse_time, signed, time_text, unsigned};
use crate::open::Store;
use sqlx::Row;
use sqlx::any::AnyRow;
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

/// Counts over files. Read = accepted + duplicate + quarantined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderTotals {
    /// Of whom, of which format or of which day.
    pub of: String,
    /// Files.
    pub files: u64,
    /// Messages in them.
    pub read: u64,
    /// That became records.
    pub accepted: u64,
    /// Known already.
    pub duplicate: u64,
    /// Refused.
    pub quarantined: u64,
    /// When the last file came.
    pub last_received: UtcTime,
}

impl SenderTotals {
    /// Those of somebody of whom nothing was kept.
    pub fn nothing(of: &str, now: UtcTime) -> SenderTotals {
        SenderTotals {
            of: of.to_owned(),
            files: 0,
            read: 0,
            accepted: 0,
            duplicate: 0,
            quarantined: 0,
            last_received: now,
        }
    }
}

impl Store {
    /// Senders with a name, the one heard of last first.
    ///
    /// # Errors
    /// What the database said.
    pub async fn senders(&self, limit: usize) -> Result<Vec<SenderTotals>, StoreError> {
        let mut conditions = Conditions::default();
        conditions.text("sender <> ", "");
        let tail = format!(" GROUP BY sender ORDER BY last_received DESC, sender LIMIT {limit}");
        self.totals("sender", &conditions, &tail).await
    }

    /// What a sender's files came to; `None` when there is none.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sender_totals(&self, sender: &str) -> Result<Option<SenderTotals>, StoreError> {
        let found = self.totals("sender", &of_sender(sender), " GROUP BY sender").await?;
        Ok(found.into_iter().next())
    }

    /// The same by format.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sender_formats(&self, sender: &str) -> Result<Vec<SenderTotals>, StoreError> {
        let tail = " GROUP BY format ORDER BY format LIMIT 200";
        self.totals("format", &of_sender(sender), tail).await
    }

    /// The same by day (UTC), from a time on.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sender_days(&self, sender: &str, from: UtcTime) -> Result<Vec<SenderTotals>, StoreError> {
        let mut conditions = of_sender(sender);
        conditions.text("received >= ", &time_text(from));
        let day = "SUBSTR(received, 1, 10)";
        self.totals(day, &conditions, &format!(" GROUP BY {day} ORDER BY {day} LIMIT 400")).await
    }

    /// Messages of a sender that ever were in quarantine, by the code of their first error; the most frequent first.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sender_quarantine(&self, sender: &str) -> Result<Vec<(String, u64)>, StoreError> {
        let rows = sqlx::query(
            "SELECT quarantine.code AS code, COUNT(*) AS many FROM quarantine JOIN ingested_file \
             ON ingested_file.number = quarantine.file WHERE ingested_file.sender = $1 \
             GROUP BY quarantine.code ORDER BY COUNT(*) DESC, quarantine.code LIMIT 100",
        )
        .bind(clean(sender))
        .fetch_all(&self.database.pool)
        .await?;
        rows.iter().map(|row| Ok((row.try_get("code")?, unsigned(row.try_get("many")?)))).collect()
    }

    async fn totals(
        &self,
        of: &str,
        conditions: &Conditions,
        tail: &str,
    ) -> Result<Vec<SenderTotals>, StoreError> {
        let sum = |column: &str| format!("CAST(SUM({column}) AS BIGINT) AS {column}_sum");
        let sums = ["read_count", "accepted", "duplicate", "quarantined"].map(sum).join(", ");
        let head = format!(
            "SELECT {of} AS of_what, COUNT(*) AS files, {sums}, MAX(received) AS last_received FROM ingested_file"
        );
        let rows = conditions.query(&head, tail).fetch_all(&self.database.pool).await?;
        let totals = |row: &AnyRow| -> Result<SenderTotals, StoreError> {
            let count = |name: &str| -> Result<u64, StoreError> { Ok(unsigned(row.try_get(name)?)) };
            Ok(SenderTotals {
                of: row.try_get("of_what")?,
                files: count("files")?,
                read: count("read_count_sum")?,
                accepted: count("accepted_sum")?,
                duplicate: count("duplicate_sum")?,
                quarantined: count("quarantined_sum")?,
                last_received: parse_time(row.try_get("last_received")?, "table ingested_file")?,
            })
        };
        rows.iter().map(totals).collect()
    }
}

fn of_sender(sender: &str) -> Conditions {
    let mut conditions = Conditions::default();
    conditions.text("sender = ", sender);
    conditions
}
