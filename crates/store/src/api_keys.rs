//! Keys by which machines send and read.

use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::database::{clean, parse_time, parse_time_maybe, time_text};
use crate::open::Store;
use crate::sessions::{TOUCH_SECONDS_MIN, seconds_before};
use sqlx::Row;
use sqlx::any::AnyRow;
use tidewaiter_model::time::UtcTime;

/// Most keys that [`Store::api_keys`] gives.
pub const API_KEYS_MAX: i64 = 10_000;

const TABLE: &str = "table api_key";
const COLUMNS: &str =
    "SELECT id, name, sender, scopes, created, created_by, expires, last_used, revoked FROM api_key";

/// A key to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewApiKey<'a> {
    /// Its id, which may be shown.
    pub id: &'a str,
    /// What it is for.
    pub name: &'a str,
    /// Who sends with it.
    pub sender: &'a str,
    /// What it may do; words without blanks.
    pub scopes: &'a [&'a str],
    /// SHA-256 of the secret in hexadecimal; the secret itself is never kept.
    pub secret_hash: &'a str,
    /// When it ends.
    pub expires: Option<UtcTime>,
}

/// A key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKeyRow {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Who sends with it.
    pub sender: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// When it was made.
    pub created: UtcTime,
    /// By whom.
    pub created_by: String,
    /// When it ends.
    pub expires: Option<UtcTime>,
    /// When it was last used, to the minute.
    pub last_used: Option<UtcTime>,
    /// When it was revoked.
    pub revoked: Option<UtcTime>,
}

impl Store {
    /// Every key, latest first, revoked ones too; at most [`API_KEYS_MAX`].
    ///
    /// # Errors
    /// What the database said.
    pub async fn api_keys(&self) -> Result<Vec<ApiKeyRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY created DESC, id LIMIT {API_KEYS_MAX}"));
        let rows = sqlx::query(query).fetch_all(&self.database.pool).await?;
        rows.iter().map(api_key_row).collect()
    }

    /// Makes a key.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the id or the secret is taken.
    pub async fn api_key_create(&self, act: &Act<'_>, new: &NewApiKey<'_>) -> Result<ApiKeyRow, StoreError> {
        let mut transaction = self.database.begin().await?;
        let done = sqlx::query(
            "INSERT INTO api_key (id, name, sender, scopes, secret_hash, created, created_by, expires) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
        )
        .bind(clean(new.id))
        .bind(clean(new.name))
        .bind(clean(new.sender))
        .bind(clean(&new.scopes.join(" ")))
        .bind(clean(new.secret_hash))
        .bind(time_text(act.time))
        .bind(clean(act.actor))
        .bind(new.expires.map(time_text))
        .execute(&mut *transaction)
        .await?;
        if done.rows_affected() == 0 {
            let what = format!("there is a key `{}` already; make another one", new.id);
            return Err(StoreError::Conflict { what });
        }
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
        let row = sqlx::query(query).bind(clean(new.id)).fetch_one(&mut *transaction).await?;
        let row = api_key_row(&row)?;
        let after = serde_json::json!({
            "name": row.name, "sender": row.sender, "scopes": row.scopes, "expires": row.expires,
        });
        append(&mut transaction, act, &of_key("api_key.create", new.id, Some(after.to_string()))).await?;
        transaction.commit().await?;
        Ok(row)
    }

    /// The key behind a secret, when it has neither ended nor been revoked. Notes its use, at most once a minute.
    ///
    /// # Errors
    /// What the database said.
    pub async fn api_key_by_hash(
        &self,
        secret_hash: &str,
        now: UtcTime,
    ) -> Result<Option<ApiKeyRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE secret_hash = $1 AND revoked IS NULL AND (expires IS NULL OR expires > $2)"
        ));
        let query = sqlx::query(query).bind(clean(secret_hash)).bind(time_text(now));
        let Some(row) = query.fetch_optional(&self.database.pool).await? else { return Ok(None) };
        let row = api_key_row(&row)?;
        if row.last_used.is_none_or(|used| used <= seconds_before(now, TOUCH_SECONDS_MIN)) {
            sqlx::query("UPDATE api_key SET last_used = $1 WHERE id = $2")
                .bind(time_text(now))
                .bind(row.id.clone())
                .execute(&self.database.pool)
                .await?;
        }
        Ok(Some(row))
    }

    /// Revokes a key for good; false when there is none or it was revoked before.
    ///
    /// # Errors
    /// What the database said.
    pub async fn api_key_revoke(&self, act: &Act<'_>, id: &str) -> Result<bool, StoreError> {
        let mut transaction = self.database.begin().await?;
        let done = sqlx::query("UPDATE api_key SET revoked = $1 WHERE id = $2 AND revoked IS NULL")
            .bind(time_text(act.time))
            .bind(clean(id))
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        append(&mut transaction, act, &of_key("api_key.revoke", id, None)).await?;
        transaction.commit().await?;
        Ok(true)
    }
}

fn of_key<'a>(action: &'a str, id: &'a str, after: Option<String>) -> AuditEntry<'a> {
    AuditEntry { action, object_kind: "api_key", object: id, before: None, after }
}

fn api_key_row(row: &AnyRow) -> Result<ApiKeyRow, StoreError> {
    let maybe = |column: &str| -> Result<Option<UtcTime>, StoreError> {
        let text: Option<String> = row.try_get(column)?;
        parse_time_maybe(text.as_deref(), TABLE)
    };
    let scopes: String = row.try_get("scopes")?;
    Ok(ApiKeyRow {
        id: row.try_get("id")?,
        name: row.try_get("name")?,
        sender: row.try_get("sender")?,
        scopes: scopes.split_whitespace().map(str::to_owned).collect(),
        created: parse_time(row.try_get("created")?, TABLE)?,
        created_by: row.try_get("created_by")?,
        expires: maybe("expires")?,
        last_used: maybe("last_used")?,
        revoked: maybe("revoked")?,
    })
}
