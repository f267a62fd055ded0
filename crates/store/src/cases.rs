//! Who works on which consignment, and what changed since a reader last looked.

use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::database::{Database, clean, parse_time, time_text};
use crate::open::Store;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};
use std::collections::HashMap;
use std::fmt::Write as _;
use tidewaiter_model::time::UtcTime;

/// Changed consignments given at a time by [`Store::case_changes_since`].
pub const CASE_CHANGES_MAX: i64 = 10_000;
/// Consignments asked for in one query.
const ASKED_MAX: usize = 500;

const LOCK_COLUMNS: &str = "SELECT consignment_id, login, taken, expires FROM consignment_lock";

/// A consignment that somebody works on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockRow {
    /// Which.
    pub consignment_id: String,
    /// Who.
    pub login: String,
    /// Since when.
    pub taken: UtcTime,
    /// Until when, unless it is extended.
    pub expires: UtcTime,
}

/// What became of the wish to work on a consignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockTaken {
    /// It is the actor's now, or still.
    Taken(LockRow),
    /// Another one works on it.
    Held(LockRow),
}

impl Store {
    /// Takes a consignment for [`Act::actor`] until a time. One's own is extended, without an audit record or a new
    /// version; one that ran out at [`Act::time`] is free.
    ///
    /// # Errors
    /// What the database said.
    pub async fn lock_take(
        &self,
        act: &Act<'_>,
        consignment_id: &str,
        until: UtcTime,
    ) -> Result<LockTaken, StoreError> {
        let mut transaction = self.database.begin().await?;
        // First, because it makes every other change of a case wait.
        let change = Database::take_numbers(&mut transaction, "case_change", 1).await?;
        let before = lock_within(&mut transaction, consignment_id).await?;
        let holding = before.as_ref().filter(|lock| lock.expires > act.time);
        if let Some(lock) = holding.filter(|lock| lock.login != act.actor) {
            return Ok(LockTaken::Held(lock.clone()));
        }
        let taken = holding.map_or(act.time, |lock| lock.taken);
        let lock =
            LockRow { consignment_id: clean(consignment_id), login: clean(act.actor), taken, expires: until };
        write_lock(&mut transaction, &lock).await?;
        if holding.is_none() {
            mark_changed(&mut transaction, change, consignment_id).await?;
            let entry = of_case("case.take", consignment_id, before.as_ref().map(json), Some(json(&lock)));
            append(&mut transaction, act, &entry).await?;
        }
        transaction.commit().await?;
        Ok(LockTaken::Taken(lock))
    }

    /// Gives a consignment back: the actor's own, or with `force` anybody's. False when there was nothing to give.
    ///
    /// # Errors
    /// What the database said.
    pub async fn lock_release(
        &self,
        act: &Act<'_>,
        consignment_id: &str,
        force: bool,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.database.begin().await?;
        let change = Database::take_numbers(&mut transaction, "case_change", 1).await?;
        let before = lock_within(&mut transaction, consignment_id).await?;
        let Some(before) = before.filter(|lock| force || lock.login == act.actor) else { return Ok(false) };
        remove_lock(&mut transaction, consignment_id).await?;
        mark_changed(&mut transaction, change, consignment_id).await?;
        append(&mut transaction, act, &of_case("case.release", consignment_id, Some(json(&before)), None))
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Who works on what at `now`, in order of consignment.
    ///
    /// # Errors
    /// What the database said.
    pub async fn locks(&self, now: UtcTime) -> Result<Vec<LockRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{LOCK_COLUMNS} WHERE expires > $1 ORDER BY consignment_id"));
        let rows = sqlx::query(query).bind(time_text(now)).fetch_all(&self.database.pool).await?;
        rows.iter().map(lock_row).collect()
    }

    /// Who works on a consignment at `now`.
    ///
    /// # Errors
    /// What the database said.
    pub async fn lock_of(&self, consignment_id: &str, now: UtcTime) -> Result<Option<LockRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{LOCK_COLUMNS} WHERE consignment_id = $1 AND expires > $2"));
        let query = sqlx::query(query).bind(clean(consignment_id)).bind(time_text(now));
        query.fetch_optional(&self.database.pool).await?.as_ref().map(lock_row).transpose()
    }

    /// How often locks, lists and outcomes changed a consignment; 0 before the first time.
    ///
    /// # Errors
    /// What the database said.
    pub async fn case_version(&self, consignment_id: &str) -> Result<i64, StoreError> {
        let version: Option<i64> =
            sqlx::query_scalar("SELECT version FROM case_state WHERE consignment_id = $1")
                .bind(clean(consignment_id))
                .fetch_optional(&self.database.pool)
                .await?;
        Ok(version.unwrap_or(0))
    }

    /// The same of many; those that never changed are left out.
    ///
    /// # Errors
    /// What the database said.
    pub async fn case_versions(&self, consignment_ids: &[&str]) -> Result<HashMap<String, i64>, StoreError> {
        let mut versions = HashMap::new();
        for asked in consignment_ids.chunks(ASKED_MAX) {
            let mut text =
                "SELECT consignment_id, version FROM case_state WHERE consignment_id IN (".to_owned();
            for place in 1..=asked.len() {
                let _ = write!(text, "{}${place}", if place == 1 { "" } else { ", " });
            }
            text.push(')');
            let query = sqlx::query(sqlx::AssertSqlSafe(text));
            let query = asked.iter().fold(query, |query, id| query.bind(clean(id)));
            for row in query.fetch_all(&self.database.pool).await? {
                versions.insert(row.try_get("consignment_id")?, row.try_get("version")?);
            }
        }
        Ok(versions)
    }

    /// The consignments that changed behind the change numbered `after`, and the number to go on from. Every process
    /// on one database sees the changes of all in one order. At most [`CASE_CHANGES_MAX`] at a time.
    ///
    /// # Errors
    /// What the database said.
    pub async fn case_changes_since(&self, after: i64) -> Result<(Vec<String>, i64), StoreError> {
        let query = sqlx::AssertSqlSafe(format!(
            "SELECT consignment_id, changed FROM case_state WHERE changed > $1 ORDER BY changed, consignment_id \
             LIMIT {CASE_CHANGES_MAX}"
        ));
        let rows = sqlx::query(query).bind(after).fetch_all(&self.database.pool).await?;
        let newest = rows.last().map(|row| row.try_get("changed")).transpose()?.unwrap_or(after);
        let ids = rows.iter().map(|row| row.try_get("consignment_id")).collect::<Result<_, _>>()?;
        Ok((ids, newest))
    }
}

/// Counts a change of a consignment. `change` is the next number of the counter `case_change`, taken at the beginning
/// of the transaction: holding the counter makes numbers become visible in their order.
pub(crate) async fn mark_changed(
    transaction: &mut Transaction<'static, Any>,
    change: i64,
    consignment_id: &str,
) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar(
        "INSERT INTO case_state (consignment_id, version, changed) VALUES ($1, 1, $2) \
         ON CONFLICT (consignment_id) DO UPDATE SET version = case_state.version + 1, changed = excluded.changed \
         RETURNING version",
    )
    .bind(clean(consignment_id))
    .bind(change)
    .fetch_one(&mut **transaction)
    .await?)
}

/// The lock of a consignment, in force or not.
pub(crate) async fn lock_within(
    transaction: &mut Transaction<'static, Any>,
    consignment_id: &str,
) -> Result<Option<LockRow>, StoreError> {
    let query = sqlx::AssertSqlSafe(format!("{LOCK_COLUMNS} WHERE consignment_id = $1"));
    let row = sqlx::query(query).bind(clean(consignment_id)).fetch_optional(&mut **transaction).await?;
    row.as_ref().map(lock_row).transpose()
}

pub(crate) async fn remove_lock(
    transaction: &mut Transaction<'static, Any>,
    consignment_id: &str,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM consignment_lock WHERE consignment_id = $1")
        .bind(clean(consignment_id))
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

async fn write_lock(transaction: &mut Transaction<'static, Any>, lock: &LockRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO consignment_lock (consignment_id, login, taken, expires) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (consignment_id) DO UPDATE SET login = excluded.login, taken = excluded.taken, \
         expires = excluded.expires",
    )
    .bind(lock.consignment_id.clone())
    .bind(lock.login.clone())
    .bind(time_text(lock.taken))
    .bind(time_text(lock.expires))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// An audit entry about a consignment.
pub(crate) fn of_case<'a>(
    action: &'a str,
    consignment_id: &'a str,
    before: Option<String>,
    after: Option<String>,
) -> AuditEntry<'a> {
    AuditEntry { action, object_kind: "consignment", object: consignment_id, before, after }
}

fn json(lock: &LockRow) -> String {
    serde_json::json!({ "holder": lock.login, "taken": lock.taken, "expires": lock.expires }).to_string()
}

fn lock_row(row: &AnyRow) -> Result<LockRow, StoreError> {
    const TABLE: &str = "table consignment_lock";
    Ok(LockRow {
        consignment_id: row.try_get("consignment_id")?,
        login: row.try_get("login")?,
        taken: parse_time(row.try_get("taken")?, TABLE)?,
        expires: parse_time(row.try_get("expires")?, TABLE)?,
    })
}
