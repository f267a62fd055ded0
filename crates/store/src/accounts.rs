//! Accounts: who may sign in, and as what.

use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::database::{Database, clean, parse_time, parse_time_maybe, time_text, unsigned};
use crate::open::Store;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};
use tidewaiter_model::time::UtcTime;

/// Most accounts that [`Store::accounts`] gives.
pub const ACCOUNTS_MAX: i64 = 10_000;
/// State of an account that may sign in.
pub const ACTIVE: &str = "active";

const COLUMNS: &str = "SELECT login, name, role, state, password_hash, subject, preferences_json, created, last_seen, \
                       version FROM account";

/// An account.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// What is typed to sign in; never changes.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Role, a word that the caller knows.
    pub role: String,
    /// [`ACTIVE`], or a word for not being so.
    pub state: String,
    /// Password as hashed by the caller; `None` for an account that signs in elsewhere.
    pub password_hash: Option<String>,
    /// `issuer|subject` of OpenID Connect.
    pub subject: Option<String>,
    /// What the person prefers, as JSON; `{}` at first.
    pub preferences_json: String,
    /// When it was made.
    pub created: UtcTime,
    /// When a session of it was last used, to the minute.
    pub last_seen: Option<UtcTime>,
    /// Counts the changes of name, role, state and subject, from 1.
    pub version: i64,
}

impl std::fmt::Debug for AccountRow {
    /// Without the password's hash, which belongs in no log.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let AccountRow { login, role, state, version, .. } = self;
        write!(out, "AccountRow {{ {login}, {role}, {state}, version {version} }}")
    }
}

/// An account to make. Its state is [`ACTIVE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NewAccount<'a> {
    /// See [`AccountRow::login`].
    pub login: &'a str,
    /// See [`AccountRow::name`].
    pub name: &'a str,
    /// See [`AccountRow::role`].
    pub role: &'a str,
    /// See [`AccountRow::password_hash`].
    pub password_hash: Option<&'a str>,
    /// See [`AccountRow::subject`].
    pub subject: Option<&'a str>,
}

/// What to change of an account; what is `None` stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AccountChange<'a> {
    /// See [`AccountRow::name`].
    pub name: Option<&'a str>,
    /// See [`AccountRow::role`].
    pub role: Option<&'a str>,
    /// See [`AccountRow::state`]. Anything but [`ACTIVE`] ends the account's sessions.
    pub state: Option<&'a str>,
    /// See [`AccountRow::subject`].
    pub subject: Option<&'a str>,
    /// A role that at least one active account must have afterwards, or the change is refused.
    pub must_remain: Option<&'a str>,
}

impl Store {
    /// Every account, in order of login; at most [`ACCOUNTS_MAX`].
    ///
    /// # Errors
    /// What the database said.
    pub async fn accounts(&self) -> Result<Vec<AccountRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY login LIMIT {ACCOUNTS_MAX}"));
        let rows = sqlx::query(query).fetch_all(&self.database.pool).await?;
        rows.iter().map(account_row).collect()
    }

    /// How many accounts there are.
    ///
    /// # Errors
    /// What the database said.
    pub async fn accounts_count(&self) -> Result<u64, StoreError> {
        let query = sqlx::query_scalar("SELECT COUNT(*) FROM account");
        Ok(unsigned(query.fetch_one(&self.database.pool).await?))
    }

    /// One account.
    ///
    /// # Errors
    /// What the database said.
    pub async fn account(&self, login: &str) -> Result<Option<AccountRow>, StoreError> {
        self.account_where("login", login).await
    }

    /// The account that signs in as `subject` by OpenID Connect.
    ///
    /// # Errors
    /// What the database said.
    pub async fn account_of_subject(&self, subject: &str) -> Result<Option<AccountRow>, StoreError> {
        self.account_where("subject", subject).await
    }

    async fn account_where(&self, column: &str, value: &str) -> Result<Option<AccountRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE {column} = $1"));
        let row = sqlx::query(query).bind(clean(value)).fetch_optional(&self.database.pool).await?;
        row.as_ref().map(account_row).transpose()
    }

    /// Makes an account.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the login or the subject is taken.
    pub async fn account_create(
        &self,
        act: &Act<'_>,
        new: &NewAccount<'_>,
    ) -> Result<AccountRow, StoreError> {
        let mut transaction = self.database.begin().await?;
        let done = sqlx::query(
            "INSERT INTO account (login, name, role, state, password_hash, subject, preferences_json, created, \
             version) VALUES ($1, $2, $3, $4, $5, $6, '{}', $7, 1) ON CONFLICT DO NOTHING",
        )
        .bind(clean(new.login))
        .bind(clean(new.name))
        .bind(clean(new.role))
        .bind(ACTIVE)
        .bind(new.password_hash.map(clean))
        .bind(new.subject.map(clean))
        .bind(time_text(act.time))
        .execute(&mut *transaction)
        .await?;
        if done.rows_affected() == 0 {
            let login = new.login;
            let what = format!("there is an account for `{login}` already; choose another login");
            return Err(StoreError::Conflict { what });
        }
        let row = locked(&mut transaction, new.login).await?.ok_or_else(|| missing(new.login))?;
        note(&mut transaction, act, "account.create", None, Some(&row)).await?;
        transaction.commit().await?;
        Ok(row)
    }

    /// Changes an account that still has `expected_version`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it has another version or does not exist; [`StoreError::Conflict`] when nobody
    /// would be left in [`AccountChange::must_remain`], or the subject is taken.
    pub async fn account_update(
        &self,
        act: &Act<'_>,
        login: &str,
        expected_version: i64,
        change: &AccountChange<'_>,
    ) -> Result<AccountRow, StoreError> {
        let mut transaction = self.database.begin().await?;
        // Two administrators who demote each other at once take turns here.
        Database::take_numbers(&mut transaction, "account", 1).await?;
        let before = locked(&mut transaction, login).await?;
        let Some(before) = before.filter(|row| row.version == expected_version) else {
            return Err(StoreError::Stale { what: format!("account `{login}`") });
        };
        let mut after = before.clone();
        let set = |field: &mut String, value: Option<&str>| {
            if let Some(value) = value {
                *field = clean(value);
            }
        };
        set(&mut after.name, change.name);
        set(&mut after.role, change.role);
        set(&mut after.state, change.state);
        if let Some(subject) = change.subject {
            check_subject(&mut transaction, login, subject).await?;
            after.subject = Some(clean(subject));
        }
        after.version += 1;
        write(&mut transaction, &after).await?;
        if let Some(role) = change.must_remain {
            check_remains(&mut transaction, role).await?;
        }
        if after.state != ACTIVE {
            sqlx::query("DELETE FROM session WHERE login = $1")
                .bind(after.login.clone())
                .execute(&mut *transaction)
                .await?;
        }
        note(&mut transaction, act, "account.update", Some(&before), Some(&after)).await?;
        transaction.commit().await?;
        Ok(after)
    }

    /// Gives an account another password, as hashed by the caller; false when there is no such account. Its sessions
    /// stay: see [`Store::sessions_close_all`].
    ///
    /// # Errors
    /// What the database said.
    pub async fn account_set_password(
        &self,
        act: &Act<'_>,
        login: &str,
        hash: &str,
    ) -> Result<bool, StoreError> {
        let query = "UPDATE account SET password_hash = $1 WHERE login = $2";
        self.account_set(act, login, query, hash, "account.password").await
    }

    /// Keeps what a person prefers; false when there is no such account.
    ///
    /// # Errors
    /// What the database said.
    pub async fn set_preferences(&self, act: &Act<'_>, login: &str, json: &str) -> Result<bool, StoreError> {
        let query = "UPDATE account SET preferences_json = $1 WHERE login = $2";
        self.account_set(act, login, query, json, "account.preferences").await
    }

    async fn account_set(
        &self,
        act: &Act<'_>,
        login: &str,
        query: &'static str,
        value: &str,
        action: &str,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.database.begin().await?;
        let Some(before) = locked(&mut transaction, login).await? else { return Ok(false) };
        sqlx::query(query).bind(clean(value)).bind(clean(login)).execute(&mut *transaction).await?;
        // A password is not told, not even as a hash.
        let is_preference = action == "account.preferences";
        let entry = AuditEntry {
            action,
            object_kind: "account",
            object: login,
            before: is_preference.then_some(before.preferences_json),
            after: is_preference.then(|| value.to_owned()),
        };
        append(&mut transaction, act, &entry).await?;
        transaction.commit().await?;
        Ok(true)
    }
}

/// Reads an account that is about to be changed: writing to it makes others wait until the end of the transaction.
async fn locked(
    transaction: &mut Transaction<'static, Any>,
    login: &str,
) -> Result<Option<AccountRow>, StoreError> {
    sqlx::query("UPDATE account SET version = version WHERE login = $1")
        .bind(clean(login))
        .execute(&mut **transaction)
        .await?;
    let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE login = $1"));
    let row = sqlx::query(query).bind(clean(login)).fetch_optional(&mut **transaction).await?;
    row.as_ref().map(account_row).transpose()
}

async fn write(transaction: &mut Transaction<'static, Any>, account: &AccountRow) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE account SET name = $1, role = $2, state = $3, subject = $4, version = $5 WHERE login = $6",
    )
    .bind(account.name.clone())
    .bind(account.role.clone())
    .bind(account.state.clone())
    .bind(account.subject.clone())
    .bind(account.version)
    .bind(account.login.clone())
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

async fn check_subject(
    transaction: &mut Transaction<'static, Any>,
    login: &str,
    subject: &str,
) -> Result<(), StoreError> {
    let other: Option<String> =
        sqlx::query_scalar("SELECT login FROM account WHERE subject = $1 AND login <> $2")
            .bind(clean(subject))
            .bind(clean(login))
            .fetch_optional(&mut **transaction)
            .await?;
    let Some(other) = other else { return Ok(()) };
    Err(StoreError::Conflict { what: format!("this identity belongs to the account `{other}`") })
}

async fn check_remains(transaction: &mut Transaction<'static, Any>, role: &str) -> Result<(), StoreError> {
    let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM account WHERE role = $1 AND state = $2")
        .bind(role.to_owned())
        .bind(ACTIVE)
        .fetch_one(&mut **transaction)
        .await?;
    if left > 0 {
        return Ok(());
    }
    let what =
        format!("this is the last active account with the role {role}; give the role to another one first");
    Err(StoreError::Conflict { what })
}

async fn note(
    transaction: &mut Transaction<'static, Any>,
    act: &Act<'_>,
    action: &str,
    before: Option<&AccountRow>,
    after: Option<&AccountRow>,
) -> Result<i64, StoreError> {
    let json = |row: &AccountRow| {
        let AccountRow { name, role, state, subject, password_hash, .. } = row;
        let has_password = password_hash.is_some();
        serde_json::json!({ "name": name, "role": role, "state": state, "subject": subject, "password": has_password })
            .to_string()
    };
    let object = after.or(before).map_or("", |row| row.login.as_str());
    let (before, after) = (before.map(json), after.map(json));
    append(transaction, act, &AuditEntry { action, object_kind: "account", object, before, after }).await
}

fn missing(login: &str) -> StoreError {
    StoreError::corrupt("table account", login)
}

fn account_row(row: &AnyRow) -> Result<AccountRow, StoreError> {
    const TABLE: &str = "table account";
    let last_seen: Option<String> = row.try_get("last_seen")?;
    Ok(AccountRow {
        login: row.try_get("login")?,
        name: row.try_get("name")?,
        role: row.try_get("role")?,
        state: row.try_get("state")?,
        password_hash: row.try_get("password_hash")?,
        subject: row.try_get("subject")?,
        preferences_json: row.try_get("preferences_json")?,
        created: parse_time(row.try_get("created")?, TABLE)?,
        last_seen: parse_time_maybe(last_seen.as_deref(), TABLE)?,
        version: row.try_get("version")?,
    })
}
