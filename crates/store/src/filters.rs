//! Filters that somebody saved, for himself or for all.

use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::database::{Database, clean, parse_time, time_text};
use crate::open::Store;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};
use tidewaiter_model::time::UtcTime;

/// Filters one person can keep.
pub const FILTERS_PER_PERSON_MAX: u64 = 200;
/// Most filters that [`Store::filters`] gives.
pub const FILTERS_SHOWN_MAX: i64 = 2_000;

const COLUMNS: &str = "SELECT id, login, name, filter, sort, shared, created, version FROM saved_filter";

/// A filter to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewFilter<'a> {
    /// Its name, one of a kind for its owner.
    pub name: &'a str,
    /// Text of the filter.
    pub filter: &'a str,
    /// How it sorts.
    pub sort: &'a str,
    /// Whether everybody sees it.
    pub shared: bool,
}

/// A filter that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterRow {
    /// Its number.
    pub id: i64,
    /// Owner.
    pub login: String,
    /// Its name.
    pub name: String,
    /// Text of the filter.
    pub filter: String,
    /// How it sorts.
    pub sort: String,
    /// Whether everybody sees it.
    pub shared: bool,
    /// When it was made.
    pub created: UtcTime,
    /// Counts its changes, from 1.
    pub version: i64,
}

impl Store {
    /// A person's own filters and those that others share, in order of name; at most [`FILTERS_SHOWN_MAX`].
    ///
    /// # Errors
    /// What the database said.
    pub async fn filters(&self, login: &str) -> Result<Vec<FilterRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE login = $1 OR shared = 1 ORDER BY name, id LIMIT {FILTERS_SHOWN_MAX}"
        ));
        let rows = sqlx::query(query).bind(clean(login)).fetch_all(&self.database.pool).await?;
        rows.iter().map(filter_row).collect()
    }

    /// One filter, whoever owns it.
    ///
    /// # Errors
    /// What the database said.
    pub async fn filter(&self, id: i64) -> Result<Option<FilterRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
        let row = sqlx::query(query).bind(id).fetch_optional(&self.database.pool).await?;
        row.as_ref().map(filter_row).transpose()
    }

    /// Keeps a filter for [`Act::actor`].
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the actor has one of this name; [`StoreError::Limit`] past
    /// [`FILTERS_PER_PERSON_MAX`].
    pub async fn filter_create(&self, act: &Act<'_>, new: &NewFilter<'_>) -> Result<FilterRow, StoreError> {
        let mut transaction = self.database.begin().await?;
        let id = Database::take_numbers(&mut transaction, "saved_filter", 1).await?;
        let own: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM saved_filter WHERE login = $1")
            .bind(clean(act.actor))
            .fetch_one(&mut *transaction)
            .await?;
        if u64::try_from(own).unwrap_or(0) >= FILTERS_PER_PERSON_MAX {
            return Err(StoreError::Limit {
                what: "the number of your saved filters".to_owned(),
                limit: FILTERS_PER_PERSON_MAX,
                next: "delete one first".to_owned(),
            });
        }
        let row = FilterRow {
            id,
            login: clean(act.actor),
            name: clean(new.name),
            filter: clean(new.filter),
            sort: clean(new.sort),
            shared: new.shared,
            created: act.time,
            version: 1,
        };
        let done = insert(&mut transaction, &row).await?;
        check_name(done, &row.name)?;
        append(&mut transaction, act, &of_filter("filter.create", &id.to_string(), None, Some(&row))).await?;
        transaction.commit().await?;
        Ok(row)
    }

    /// Changes one of the actor's filters that still has `expected_version`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it has another version, is gone or belongs to another one;
    /// [`StoreError::Conflict`] when the actor has another one of this name.
    pub async fn filter_update(
        &self,
        act: &Act<'_>,
        id: i64,
        expected_version: i64,
        new: &NewFilter<'_>,
    ) -> Result<FilterRow, StoreError> {
        let mut transaction = self.database.begin().await?;
        let before = own(&mut transaction, act, id, expected_version).await?;
        let after = FilterRow {
            name: clean(new.name),
            filter: clean(new.filter),
            sort: clean(new.sort),
            shared: new.shared,
            version: before.version + 1,
            ..before.clone()
        };
        // UPDATE has no ON CONFLICT: the row is made anew, and the transaction given up when its name is taken.
        remove(&mut transaction, id).await?;
        let done = insert(&mut transaction, &after).await?;
        check_name(done, &after.name)?;
        let entry = of_filter("filter.update", "", Some(&before), Some(&after));
        append(&mut transaction, act, &AuditEntry { object: &id.to_string(), ..entry }).await?;
        transaction.commit().await?;
        Ok(after)
    }

    /// Removes one of the actor's filters that still has `expected_version`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it has another version, is gone or belongs to another one.
    pub async fn filter_delete(
        &self,
        act: &Act<'_>,
        id: i64,
        expected_version: i64,
    ) -> Result<(), StoreError> {
        let mut transaction = self.database.begin().await?;
        let before = own(&mut transaction, act, id, expected_version).await?;
        remove(&mut transaction, id).await?;
        append(&mut transaction, act, &of_filter("filter.delete", &id.to_string(), Some(&before), None))
            .await?;
        transaction.commit().await?;
        Ok(())
    }
}

/// The actor's filter, if it stands as expected. Counters are taken first: they make other changes of filters wait.
async fn own(
    transaction: &mut Transaction<'static, Any>,
    act: &Act<'_>,
    id: i64,
    expected_version: i64,
) -> Result<FilterRow, StoreError> {
    Database::take_numbers(transaction, "saved_filter", 0).await?;
    let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1 AND login = $2 AND version = $3"));
    let query = sqlx::query(query).bind(id).bind(clean(act.actor)).bind(expected_version);
    let row = query.fetch_optional(&mut **transaction).await?;
    let row = row.as_ref().map(filter_row).transpose()?;
    row.ok_or_else(|| StoreError::Stale { what: format!("filter {id}") })
}

/// False when the owner has another filter of this name.
async fn insert(transaction: &mut Transaction<'static, Any>, row: &FilterRow) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO saved_filter (id, login, name, filter, sort, shared, created, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    )
    .bind(row.id)
    .bind(row.login.clone())
    .bind(row.name.clone())
    .bind(row.filter.clone())
    .bind(row.sort.clone())
    .bind(i64::from(row.shared))
    .bind(time_text(row.created))
    .bind(row.version)
    .execute(&mut **transaction)
    .await?;
    Ok(done.rows_affected() > 0)
}

async fn remove(transaction: &mut Transaction<'static, Any>, id: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM saved_filter WHERE id = $1").bind(id).execute(&mut **transaction).await?;
    Ok(())
}

fn check_name(done: bool, name: &str) -> Result<(), StoreError> {
    if done {
        return Ok(());
    }
    let what = format!("you have a filter named `{name}` already; choose another name or change that one");
    Err(StoreError::Conflict { what })
}

fn of_filter<'a>(
    action: &'a str,
    object: &'a str,
    before: Option<&FilterRow>,
    after: Option<&FilterRow>,
) -> AuditEntry<'a> {
    let json = |row: &FilterRow| {
        let FilterRow { name, filter, sort, shared, .. } = row;
        serde_json::json!({ "name": name, "filter": filter, "sort": sort, "shared": shared }).to_string()
    };
    AuditEntry { action, object_kind: "filter", object, before: before.map(json), after: after.map(json) }
}

fn filter_row(row: &AnyRow) -> Result<FilterRow, StoreError> {
    let shared: i64 = row.try_get("shared")?;
    Ok(FilterRow {
        id: row.try_get("id")?,
        login: row.try_get("login")?,
        name: row.try_get("name")?,
        filter: row.try_get("filter")?,
        sort: row.try_get("sort")?,
        shared: shared != 0,
        created: parse_time(row.try_get("created")?, "table saved_filter")?,
        version: row.try_get("version")?,
    })
}
