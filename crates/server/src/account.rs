//! Accounts made where the server stands: the first administrator, and a password that was forgotten.

use crate::error::{Error, Result};
use crate::http::access::Role;
use crate::http::accounts::check_login;
use crate::http::password::Passwords;
use crate::http::problem::Failure;
use serde::Serialize;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, NewAccount, Store};

/// One line of `account list --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccountLine {
    /// What is typed to sign in.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Role.
    pub role: String,
    /// `active`, `locked` or `closed`.
    pub state: String,
    /// When it was made.
    pub created: UtcTime,
    /// When it was last used.
    pub last_seen: Option<UtcTime>,
}

fn said(failure: Failure) -> Error {
    Error::Use(failure.said().to_owned())
}

/// Makes an account that signs in with a password.
///
/// # Errors
/// [`Error::Use`] for a login, role or password that cannot be one, and when the login is taken.
pub async fn add(
    store: &Store,
    act: &Act<'_>,
    login: &str,
    name: &str,
    role: &str,
    password: &str,
) -> Result<()> {
    check_login(login).map_err(said)?;
    let role = Role::from_word(role).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        Error::Use(format!("`{role}` is no role; there are {}", known.join(", ")))
    })?;
    if role != Role::Administrator && store.accounts_count().await? == 0 {
        let text = "the first account must have the role administrator, or nobody could make others";
        return Err(Error::Use(text.to_owned()));
    }
    let hash = Passwords::default().hash(password, "/password").await.map_err(said)?;
    let new = NewAccount { login, name, role: role.as_str(), password_hash: Some(&hash), subject: None };
    store.account_create(act, &new).await?;
    Ok(())
}

/// Every account.
///
/// # Errors
/// What the store said.
pub async fn list(store: &Store) -> Result<Vec<AccountLine>> {
    let rows = store.accounts().await?.into_iter();
    let line = rows.map(|row| AccountLine {
        login: row.login,
        name: row.name,
        role: row.role,
        state: row.state,
        created: row.created,
        last_seen: row.last_seen,
    });
    Ok(line.collect())
}

/// Gives an account another password and ends its sessions.
///
/// # Errors
/// [`Error::Use`] when there is no such account, or the password cannot be one.
pub async fn set_password(store: &Store, act: &Act<'_>, login: &str, password: &str) -> Result<()> {
    let hash = Passwords::default().hash(password, "/password").await.map_err(said)?;
    if !store.account_set_password(act, login, &hash).await? {
        return Err(Error::Use(format!(
            "there is no account `{login}`; `tidewaiter account list` shows them"
        )));
    }
    store.sessions_close_all(act, login).await?;
    store.sign_in_forget(login).await?;
    Ok(())
}
