//! Sessions of signed-in people, and sign-ins that failed.

use crate::StoreError;
use crate::accounts::ACTIVE;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::database::{clean, parse_time, time_text, unsigned};
use crate::open::Store;
use sqlx::Row;
use tidewaiter_model::time::UtcTime;

/// How often at most the use of a session or a key is written down, in seconds.
pub(crate) const TOUCH_SECONDS_MIN: i64 = 60;
/// How long failed sign-ins are kept, in days.
const ATTEMPT_DAYS_MAX: i64 = 1;

/// A session to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewSession<'a> {
    /// SHA-256 of the token in hexadecimal; the token itself is never kept.
    pub token_hash: &'a str,
    /// Whose.
    pub login: &'a str,
    /// Where it was opened from.
    pub origin: &'a str,
    /// When it ends however busy it is.
    pub expires: UtcTime,
}

/// A session that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Whose.
    pub login: String,
    /// When it was opened.
    pub opened: UtcTime,
    /// When it was last used, to the minute.
    pub last_seen: UtcTime,
    /// When it ends.
    pub expires: UtcTime,
}

impl Store {
    /// Opens a session and removes those that are over.
    ///
    /// # Errors
    /// What the database said.
    pub async fn session_open(&self, act: &Act<'_>, new: &NewSession<'_>) -> Result<(), StoreError> {
        let mut transaction = self.database.begin().await?;
        let now = time_text(act.time);
        sqlx::query("DELETE FROM session WHERE expires <= $1")
            .bind(now.clone())
            .execute(&mut *transaction)
            .await?;
        sqlx::query(
            "INSERT INTO session (token_hash, login, origin, opened, last_seen, expires) \
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(new.token_hash.to_owned())
        .bind(clean(new.login))
        .bind(clean(new.origin))
        .bind(now.clone())
        .bind(now.clone())
        .bind(time_text(new.expires))
        .execute(&mut *transaction)
        .await?;
        sqlx::query("UPDATE account SET last_seen = $1 WHERE login = $2")
            .bind(now)
            .bind(clean(new.login))
            .execute(&mut *transaction)
            .await?;
        let after = Some(serde_json::json!({ "expires": time_text(new.expires) }).to_string());
        append(&mut transaction, act, &of_account("session.start", new.login, after)).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The session behind a token, when it has neither ended nor been idle for `idle_seconds` and its account is
    /// active. Notes its use, at most once a minute.
    ///
    /// # Errors
    /// What the database said.
    pub async fn session_of(
        &self,
        token_hash: &str,
        now: UtcTime,
        idle_seconds: i64,
    ) -> Result<Option<SessionRow>, StoreError> {
        let row = sqlx::query(
            "SELECT s.login, s.opened, s.last_seen, s.expires FROM session s JOIN account a ON a.login = s.login \
             WHERE s.token_hash = $1 AND s.expires > $2 AND s.last_seen > $3 AND a.state = $4",
        )
        .bind(clean(token_hash))
        .bind(time_text(now))
        .bind(time_text(seconds_before(now, idle_seconds)))
        .bind(ACTIVE)
        .fetch_optional(&self.database.pool)
        .await?;
        let Some(row) = row else { return Ok(None) };
        const TABLE: &str = "table session";
        let session = SessionRow {
            login: row.try_get("login")?,
            opened: parse_time(row.try_get("opened")?, TABLE)?,
            last_seen: parse_time(row.try_get("last_seen")?, TABLE)?,
            expires: parse_time(row.try_get("expires")?, TABLE)?,
        };
        if session.last_seen <= seconds_before(now, TOUCH_SECONDS_MIN) {
            self.touch_session(token_hash, &session.login, now).await?;
        }
        Ok(Some(session))
    }

    /// How many sessions hold: they have neither ended nor been idle for `idle_seconds`, and their accounts are
    /// active.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sessions_count(&self, now: UtcTime, idle_seconds: i64) -> Result<u64, StoreError> {
        let query = sqlx::query_scalar(
            "SELECT COUNT(*) FROM session s JOIN account a ON a.login = s.login \
             WHERE s.expires > $1 AND s.last_seen > $2 AND a.state = $3",
        );
        let query =
            query.bind(time_text(now)).bind(time_text(seconds_before(now, idle_seconds))).bind(ACTIVE);
        Ok(unsigned(query.fetch_one(&self.database.pool).await?))
    }

    async fn touch_session(&self, token_hash: &str, login: &str, now: UtcTime) -> Result<(), StoreError> {
        let mut transaction = self.database.begin().await?;
        for (query, key) in [
            ("UPDATE session SET last_seen = $1 WHERE token_hash = $2", token_hash),
            ("UPDATE account SET last_seen = $1 WHERE login = $2", login),
        ] {
            sqlx::query(query).bind(time_text(now)).bind(clean(key)).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Ends a session; false when there was none.
    ///
    /// # Errors
    /// What the database said.
    pub async fn session_close(&self, act: &Act<'_>, token_hash: &str) -> Result<bool, StoreError> {
        let mut transaction = self.database.begin().await?;
        let login: Option<String> =
            sqlx::query_scalar("DELETE FROM session WHERE token_hash = $1 RETURNING login")
                .bind(clean(token_hash))
                .fetch_optional(&mut *transaction)
                .await?;
        let Some(login) = login else { return Ok(false) };
        append(&mut transaction, act, &of_account("session.end", &login, None)).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Ends every session of a person and says how many there were.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sessions_close_all(&self, act: &Act<'_>, login: &str) -> Result<u64, StoreError> {
        let mut transaction = self.database.begin().await?;
        let done = sqlx::query("DELETE FROM session WHERE login = $1")
            .bind(clean(login))
            .execute(&mut *transaction)
            .await?;
        let count = done.rows_affected();
        if count > 0 {
            let after = Some(serde_json::json!({ "ended": count }).to_string());
            append(&mut transaction, act, &of_account("session.end_all", login, after)).await?;
            transaction.commit().await?;
        }
        Ok(count)
    }

    /// Notes a sign-in that failed. `login` is what was typed; there may be no such account.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sign_in_failed(&self, act: &Act<'_>, login: &str, address: &str) -> Result<(), StoreError> {
        let mut transaction = self.database.begin().await?;
        sqlx::query("DELETE FROM sign_in_attempt WHERE attempted < $1")
            .bind(time_text(act.time.plus_days(-ATTEMPT_DAYS_MAX)))
            .execute(&mut *transaction)
            .await?;
        sqlx::query("INSERT INTO sign_in_attempt (login, address, attempted) VALUES ($1, $2, $3)")
            .bind(clean(login))
            .bind(clean(address))
            .bind(time_text(act.time))
            .execute(&mut *transaction)
            .await?;
        let after = Some(serde_json::json!({ "address": address }).to_string());
        append(&mut transaction, act, &of_account("session.refuse", login, after)).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// How many sign-ins failed since a time: with this login from anywhere, and from this address with any login.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sign_in_failures(
        &self,
        login: &str,
        address: &str,
        since: UtcTime,
    ) -> Result<(u64, u64), StoreError> {
        let mut counts = [0; 2];
        let queries = [
            ("SELECT COUNT(*) FROM sign_in_attempt WHERE login = $1 AND attempted >= $2", login),
            ("SELECT COUNT(*) FROM sign_in_attempt WHERE address = $1 AND attempted >= $2", address),
        ];
        for (count, (query, key)) in counts.iter_mut().zip(queries) {
            let query = sqlx::query_scalar(query).bind(clean(key)).bind(time_text(since));
            *count = unsigned(query.fetch_one(&self.database.pool).await?);
        }
        Ok(counts.into())
    }

    /// Forgets the failed sign-ins of a login, after one that succeeded. The audit trail keeps them.
    ///
    /// # Errors
    /// What the database said.
    pub async fn sign_in_forget(&self, login: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sign_in_attempt WHERE login = $1")
            .bind(clean(login))
            .execute(&self.database.pool)
            .await?;
        Ok(())
    }
}

/// An instant so many seconds earlier.
pub(crate) fn seconds_before(time: UtcTime, seconds: i64) -> UtcTime {
    UtcTime::from_micros(time.micros().saturating_sub(seconds.saturating_mul(1_000_000)))
}

fn of_account<'a>(action: &'a str, login: &'a str, after: Option<String>) -> AuditEntry<'a> {
    AuditEntry { action, object_kind: "account", object: login, before: None, after }
}
