//! Subscriptions at carriers, whose notifications come to a callback.

use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::database::{clean, parse_time, parse_time_maybe, time_text};
use crate::open::Store;
use sqlx::Row;
use sqlx::any::AnyRow;
use tidewaiter_model::time::UtcTime;

/// Most subscriptions that are kept.
pub const SUBSCRIPTIONS_MAX: i64 = 10_000;

const TABLE: &str = "table subscription";
const COLUMNS: &str = "SELECT id, name, sender, carrier_id, secret, previous_secret, previous_until, created, created_by, \
                       rotated FROM subscription";

/// A subscription to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewSubscription<'a> {
    /// Its id here, part of the callback's address.
    pub id: &'a str,
    /// What it is for.
    pub name: &'a str,
    /// Who sends by it.
    pub sender: &'a str,
    /// What the carrier calls it, once that is known.
    pub carrier_id: Option<&'a str>,
    /// Its secret, sealed.
    pub secret: &'a [u8],
}

/// A subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscriptionRow {
    /// Its id here.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Who sends by it.
    pub sender: String,
    /// What the carrier calls it.
    pub carrier_id: Option<String>,
    /// Its secret, sealed.
    pub secret: Vec<u8>,
    /// The secret before, sealed, and until when it still counts.
    pub previous: Option<(Vec<u8>, UtcTime)>,
    /// When it was made.
    pub created: UtcTime,
    /// By whom.
    pub created_by: String,
    /// When its secret was changed last.
    pub rotated: Option<UtcTime>,
}

impl Store {
    /// Every subscription, in order of sender; at most [`SUBSCRIPTIONS_MAX`].
    ///
    /// # Errors
    /// What the database said.
    pub async fn subscriptions(&self) -> Result<Vec<SubscriptionRow>, StoreError> {
        let query = format!("{COLUMNS} ORDER BY sender, created, id LIMIT {SUBSCRIPTIONS_MAX}");
        let rows = sqlx::query(sqlx::AssertSqlSafe(query)).fetch_all(&self.database.pool).await?;
        rows.iter().map(row).collect()
    }

    /// One subscription.
    ///
    /// # Errors
    /// What the database said.
    pub async fn subscription(&self, id: &str) -> Result<Option<SubscriptionRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
        let found = sqlx::query(query).bind(clean(id)).fetch_optional(&self.database.pool).await?;
        found.as_ref().map(row).transpose()
    }

    /// Keeps a subscription.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the id is taken; [`StoreError::Limit`] past [`SUBSCRIPTIONS_MAX`].
    pub async fn subscription_create(
        &self,
        act: &Act<'_>,
        new: &NewSubscription<'_>,
    ) -> Result<SubscriptionRow, StoreError> {
        let mut transaction = self.database.begin().await?;
        let many: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM subscription").fetch_one(&mut *transaction).await?;
        if many >= SUBSCRIPTIONS_MAX {
            let (what, next) = ("the number of subscriptions".to_owned(), "remove some".to_owned());
            return Err(StoreError::Limit { what, limit: SUBSCRIPTIONS_MAX as u64, next });
        }
        let done = sqlx::query(
            "INSERT INTO subscription (id, name, sender, carrier_id, secret, created, created_by) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        )
        .bind(clean(new.id))
        .bind(clean(new.name))
        .bind(clean(new.sender))
        .bind(new.carrier_id.map(clean))
        .bind(new.secret.to_vec())
        .bind(time_text(act.time))
        .bind(clean(act.actor))
        .execute(&mut *transaction)
        .await?;
        if done.rows_affected() == 0 {
            let what = format!("there is a subscription `{}` already; make another one", new.id);
            return Err(StoreError::Conflict { what });
        }
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
        let kept = row(&sqlx::query(query).bind(clean(new.id)).fetch_one(&mut *transaction).await?)?;
        append(&mut transaction, act, &entry("subscription.create", new.id, None, Some(told(&kept)))).await?;
        transaction.commit().await?;
        Ok(kept)
    }

    /// Gives a subscription another name and sender, and notes what the carrier calls it; `None` when there is none.
    ///
    /// # Errors
    /// What the database said.
    pub async fn subscription_update(
        &self,
        act: &Act<'_>,
        id: &str,
        name: &str,
        sender: &str,
        carrier_id: Option<&str>,
    ) -> Result<Option<SubscriptionRow>, StoreError> {
        let mut transaction = self.database.begin().await?;
        let query = || sqlx::query(sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"))).bind(clean(id));
        // Changed first, so that two who change it take turns at its row.
        sqlx::query("UPDATE subscription SET name = name WHERE id = $1")
            .bind(clean(id))
            .execute(&mut *transaction)
            .await?;
        let Some(found) = query().fetch_optional(&mut *transaction).await? else { return Ok(None) };
        let before = row(&found)?;
        sqlx::query("UPDATE subscription SET name = $1, sender = $2, carrier_id = $3 WHERE id = $4")
            .bind(clean(name))
            .bind(clean(sender))
            .bind(carrier_id.map(clean))
            .bind(clean(id))
            .execute(&mut *transaction)
            .await?;
        let after = row(&query().fetch_one(&mut *transaction).await?)?;
        let entry = entry("subscription.update", id, Some(told(&before)), Some(told(&after)));
        append(&mut transaction, act, &entry).await?;
        transaction.commit().await?;
        Ok(Some(after))
    }

    /// Gives a subscription another secret; the one before counts until then. False when there is none.
    ///
    /// # Errors
    /// What the database said.
    pub async fn subscription_rotate(
        &self,
        act: &Act<'_>,
        id: &str,
        secret: &[u8],
        previous_until: UtcTime,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.database.begin().await?;
        let done = sqlx::query(
            "UPDATE subscription SET previous_secret = secret, previous_until = $1, secret = $2, rotated = $3 WHERE id = $4",
        )
        .bind(time_text(previous_until))
        .bind(secret.to_vec())
        .bind(time_text(act.time))
        .bind(clean(id))
        .execute(&mut *transaction)
        .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        append(&mut transaction, act, &entry("subscription.rotate", id, None, None)).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Forgets a subscription with its secrets; false when there is none.
    ///
    /// # Errors
    /// What the database said.
    pub async fn subscription_remove(&self, act: &Act<'_>, id: &str) -> Result<bool, StoreError> {
        let mut transaction = self.database.begin().await?;
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
        let found = sqlx::query(query).bind(clean(id)).fetch_optional(&mut *transaction).await?;
        let Some(found) = found else { return Ok(false) };
        let before = row(&found)?;
        sqlx::query("DELETE FROM subscription WHERE id = $1")
            .bind(clean(id))
            .execute(&mut *transaction)
            .await?;
        append(&mut transaction, act, &entry("subscription.remove", id, Some(told(&before)), None)).await?;
        transaction.commit().await?;
        Ok(true)
    }
}

/// What the audit is told: never the secret.
fn told(row: &SubscriptionRow) -> String {
    serde_json::json!({ "name": row.name, "sender": row.sender, "carrier_id": row.carrier_id }).to_string()
}

fn entry<'a>(action: &'a str, id: &'a str, before: Option<String>, after: Option<String>) -> AuditEntry<'a> {
    AuditEntry { action, object_kind: "subscription", object: id, before, after }
}

fn row(row: &AnyRow) -> Result<SubscriptionRow, StoreError> {
    let maybe = |column: &str| -> Result<Option<UtcTime>, StoreError> {
        let text: Option<String> = row.try_get(column)?;
        parse_time_maybe(text.as_deref(), TABLE)
    };
    let previous: Option<Vec<u8>> = row.try_get("previous_secret")?;
    Ok(SubscriptionRow {
        id: row.try_get("id")?,
        name: row.try_get("name")?,
        sender: row.try_get("sender")?,
        carrier_id: row.try_get("carrier_id")?,
        secret: row.try_get("secret")?,
        previous: previous.zip(maybe("previous_until")?),
        created: parse_time(row.try_get("created")?, TABLE)?,
        created_by: row.try_get("created_by")?,
        rotated: maybe("rotated")?,
    })
}
