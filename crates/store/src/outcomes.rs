//! What inspections found.

use crate::StoreError;
use crate::act::Act;
use crate::audit::append;
use crate::cases::{LockRow, lock_within, mark_changed, of_case, remove_lock};
use crate::database::{Database, clean, parse_time, parse_time_maybe, time_text};
use crate::open::Store;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};
use tidewaiter_model::assessment::Outcome;
use tidewaiter_model::time::UtcTime;

const TABLE: &str = "table outcome";
const COLUMNS: &str =
    "SELECT id, consignment_id, found, value, note, recorded, recorded_by, entered, withdrawn FROM outcome";

/// An outcome as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeRow {
    /// Its number; ascending.
    pub id: i64,
    /// What was found.
    pub outcome: Outcome,
    /// Who recorded it; empty for those of before there were accounts.
    pub by: String,
    /// When it was written down, by the program's clock.
    pub entered: UtcTime,
    /// When it was taken back; it counts no more then.
    pub withdrawn: Option<UtcTime>,
}

/// On what an outcome depends. The default asks for nothing but that nobody else works on the consignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutcomeTerms<'a> {
    /// The consignment's version, as [`Store::case_version`] gave it, must still be this.
    pub expected_version: Option<i64>,
    /// Scope and key of the request: the same ones give the outcome that was recorded the first time.
    pub once: Option<(&'a str, &'a str)>,
}

/// What became of an outcome.
#[derive(Debug, Clone, PartialEq)]
pub enum OutcomeSaved {
    /// It was recorded, and the lock given back.
    Recorded(OutcomeRow),
    /// The same request recorded it before.
    Earlier(OutcomeRow),
    /// Another one works on the consignment.
    Held(LockRow),
    /// The consignment changed; this is its version now.
    Stale(i64),
}

/// What became of the wish to take an outcome back.
#[derive(Debug, Clone, PartialEq)]
pub enum Withdrawal {
    /// It counts no more.
    Done(OutcomeRow),
    /// Too long ago.
    TooLate,
    /// Another one recorded it.
    NotYours,
    /// There is none with this number, or it was taken back before.
    Unknown,
}

impl Store {
    /// Keeps what an inspection found and gives the consignment's lock back. Earlier findings stay; the latest counts.
    ///
    /// # Errors
    /// What the database said.
    pub async fn save_outcome(
        &self,
        act: &Act<'_>,
        outcome: &Outcome,
        terms: &OutcomeTerms<'_>,
    ) -> Result<OutcomeSaved, StoreError> {
        let mut transaction = self.database.begin().await?;
        // First, because it makes every other change of a case wait.
        let change = Database::take_numbers(&mut transaction, "case_change", 1).await?;
        if let Some(once) = terms.once
            && let Some(earlier) = earlier(&mut transaction, once).await?
        {
            return Ok(OutcomeSaved::Earlier(earlier));
        }
        let id = &outcome.consignment_id;
        let lock = lock_within(&mut transaction, id).await?;
        if let Some(held) = lock.filter(|lock| lock.expires > act.time && lock.login != act.actor) {
            return Ok(OutcomeSaved::Held(held));
        }
        // Dropped without a commit, the number that was taken here is not counted.
        let version = mark_changed(&mut transaction, change, id).await?;
        if let Some(expected) = terms.expected_version
            && expected != version - 1
        {
            return Ok(OutcomeSaved::Stale(version - 1));
        }
        let row = insert(&mut transaction, act, outcome).await?;
        if let Some(once) = terms.once {
            insert_once(&mut transaction, act, once, row.id).await?;
        }
        remove_lock(&mut transaction, id).await?;
        append(&mut transaction, act, &of_case("outcome.record", id, None, Some(json(&row)))).await?;
        transaction.commit().await?;
        Ok(OutcomeSaved::Recorded(row))
    }

    /// Takes back an outcome that [`Act::actor`] entered not before `not_before`. It stays on record and counts no
    /// more.
    ///
    /// # Errors
    /// What the database said.
    pub async fn withdraw_outcome(
        &self,
        act: &Act<'_>,
        id: i64,
        not_before: UtcTime,
    ) -> Result<Withdrawal, StoreError> {
        let mut transaction = self.database.begin().await?;
        let change = Database::take_numbers(&mut transaction, "case_change", 1).await?;
        let Some(mut row) = outcome_within(&mut transaction, id).await?.filter(|row| row.withdrawn.is_none())
        else {
            return Ok(Withdrawal::Unknown);
        };
        if row.by != act.actor {
            return Ok(Withdrawal::NotYours);
        }
        if row.entered < not_before {
            return Ok(Withdrawal::TooLate);
        }
        sqlx::query("UPDATE outcome SET withdrawn = $1 WHERE id = $2")
            .bind(time_text(act.time))
            .bind(id)
            .execute(&mut *transaction)
            .await?;
        let consignment_id = row.outcome.consignment_id.clone();
        mark_changed(&mut transaction, change, &consignment_id).await?;
        let before = json(&row);
        append(&mut transaction, act, &of_case("outcome.withdraw", &consignment_id, Some(before), None))
            .await?;
        transaction.commit().await?;
        row.withdrawn = Some(act.time);
        Ok(Withdrawal::Done(row))
    }

    /// One outcome, withdrawn or not.
    ///
    /// # Errors
    /// What the database said.
    pub async fn outcome(&self, id: i64) -> Result<Option<OutcomeRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
        let row = sqlx::query(query).bind(id).fetch_optional(&self.database.pool).await?;
        row.as_ref().map(outcome_row).transpose()
    }

    /// The outcome that counts for each consignment, the latest not withdrawn, in order of consignment.
    ///
    /// # Errors
    /// What the database said.
    pub async fn outcomes(&self) -> Result<Vec<Outcome>, StoreError> {
        let rows = self.latest_outcome_rows().await?;
        Ok(rows.into_iter().map(|row| row.outcome).collect())
    }

    /// The same with who recorded them.
    ///
    /// # Errors
    /// What the database said.
    pub async fn latest_outcome_rows(&self) -> Result<Vec<OutcomeRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE id IN (SELECT MAX(id) FROM outcome WHERE withdrawn IS NULL GROUP BY consignment_id) \
             ORDER BY consignment_id"
        ));
        let rows = sqlx::query(query).fetch_all(&self.database.pool).await?;
        rows.iter().map(outcome_row).collect()
    }

    /// Every outcome ever recorded for a consignment, oldest first, withdrawn ones too.
    ///
    /// # Errors
    /// What the database said.
    pub async fn outcomes_of(&self, consignment_id: &str) -> Result<Vec<OutcomeRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE consignment_id = $1 ORDER BY id"));
        let query = sqlx::query(query).bind(clean(consignment_id));
        let rows = query.fetch_all(&self.database.pool).await?;
        rows.iter().map(outcome_row).collect()
    }

    /// Every outcome ever recorded, oldest first, withdrawn ones too.
    ///
    /// # Errors
    /// What the database said.
    pub async fn outcome_rows(&self) -> Result<Vec<OutcomeRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY id"));
        let rows = sqlx::query(query).fetch_all(&self.database.pool).await?;
        rows.iter().map(outcome_row).collect()
    }
}

async fn insert(
    transaction: &mut Transaction<'static, Any>,
    act: &Act<'_>,
    outcome: &Outcome,
) -> Result<OutcomeRow, StoreError> {
    let id = Database::take_numbers(transaction, "outcome", 1).await?;
    let kept = Outcome {
        consignment_id: clean(&outcome.consignment_id),
        found: outcome.found.as_deref().map(clean),
        value: outcome.value,
        note: outcome.note.as_deref().map(clean),
        recorded: outcome.recorded,
    };
    let by = clean(act.actor);
    sqlx::query(
        "INSERT INTO outcome (id, consignment_id, found, value, note, recorded, recorded_by, entered) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id)
    .bind(kept.consignment_id.clone())
    .bind(kept.found.clone())
    .bind(kept.value.map(|value| value.to_string()))
    .bind(kept.note.clone())
    .bind(time_text(kept.recorded))
    .bind(by.clone())
    .bind(time_text(act.time))
    .execute(&mut **transaction)
    .await?;
    Ok(OutcomeRow { id, outcome: kept, by, entered: act.time, withdrawn: None })
}

async fn insert_once(
    transaction: &mut Transaction<'static, Any>,
    act: &Act<'_>,
    (scope, key): (&str, &str),
    id: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO outcome_once (scope, request_key, outcome_id, recorded) VALUES ($1, $2, $3, $4)",
    )
    .bind(clean(scope))
    .bind(clean(key))
    .bind(id)
    .bind(time_text(act.time))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// The outcome that a request recorded before.
async fn earlier(
    transaction: &mut Transaction<'static, Any>,
    (scope, key): (&str, &str),
) -> Result<Option<OutcomeRow>, StoreError> {
    let id: Option<i64> =
        sqlx::query_scalar("SELECT outcome_id FROM outcome_once WHERE scope = $1 AND request_key = $2")
            .bind(clean(scope))
            .bind(clean(key))
            .fetch_optional(&mut **transaction)
            .await?;
    match id {
        Some(id) => outcome_within(transaction, id).await,
        None => Ok(None),
    }
}

async fn outcome_within(
    transaction: &mut Transaction<'static, Any>,
    id: i64,
) -> Result<Option<OutcomeRow>, StoreError> {
    let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
    let row = sqlx::query(query).bind(id).fetch_optional(&mut **transaction).await?;
    row.as_ref().map(outcome_row).transpose()
}

fn json(row: &OutcomeRow) -> String {
    let Outcome { found, value, note, recorded, .. } = &row.outcome;
    serde_json::json!({ "id": row.id, "found": found, "value": value, "note": note, "recorded": recorded })
        .to_string()
}

fn outcome_row(row: &AnyRow) -> Result<OutcomeRow, StoreError> {
    let value: Option<String> = row.try_get("value")?;
    let recorded = parse_time(row.try_get("recorded")?, TABLE)?;
    let (entered, withdrawn): (Option<String>, Option<String>) =
        (row.try_get("entered")?, row.try_get("withdrawn")?);
    Ok(OutcomeRow {
        id: row.try_get("id")?,
        outcome: Outcome {
            consignment_id: row.try_get("consignment_id")?,
            found: row.try_get("found")?,
            value: value
                .map(|text| text.parse().map_err(|_| StoreError::corrupt(TABLE, text)))
                .transpose()?,
            note: row.try_get("note")?,
            recorded,
        },
        by: row.try_get("recorded_by")?,
        entered: parse_time_maybe(entered.as_deref(), TABLE)?.unwrap_or(recorded),
        withdrawn: parse_time_maybe(withdrawn.as_deref(), TABLE)?,
    })
}
