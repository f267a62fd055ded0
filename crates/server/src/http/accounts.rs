//! Accounts: who may sign in, and as what.

use super::access::Role;
use super::caller::{Caller, Kind};
use super::cases::All;
use super::extract::{Body, IfMatch, In, Tagged, named};
use super::filters::or_stale;
use super::limits::NAME_CHARS_MAX;
use super::problem::{Answer, Code, Failure, ProblemItem};
use super::{App, Shared};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{ACTIVE, AccountChange, AccountRow, NewAccount};
use utoipa::ToSchema;

/// Longest login.
pub(super) const LOGIN_CHARS_MAX: usize = 64;

/// Whether an account can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum AccountState {
    /// May sign in.
    Active,
    /// May not for now.
    Locked,
    /// Never again, but its deeds stay on record.
    Closed,
}

impl AccountState {
    const fn as_str(self) -> &'static str {
        match self {
            AccountState::Active => ACTIVE,
            AccountState::Locked => "locked",
            AccountState::Closed => "closed",
        }
    }
}

/// An account.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Account {
    login: String,
    name: String,
    role: Role,
    state: AccountState,
    #[schema(value_type = String, format = DateTime)]
    created: UtcTime,
    #[schema(value_type = Option<String>, format = DateTime, required)]
    last_seen: Option<UtcTime>,
    /// Signs in by OpenID Connect.
    external: bool,
    /// For `If-Match`.
    version: String,
}

/// An account to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountToMake {
    /// Letters, digits and `.-_@`, at most 64; never changes.
    login: String,
    name: String,
    role: Role,
    /// At least 12 characters; without one the account can only sign in by OpenID Connect.
    password: Option<String>,
}

/// What to change of an account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountEdit {
    name: String,
    role: Role,
    state: AccountState,
}

/// A password to set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordToSet {
    /// At least 12 characters.
    password: String,
}

fn view(row: AccountRow) -> Answer<Account> {
    let broken =
        || Failure::internal(format!("account {} has role {} and state {}", row.login, row.role, row.state));
    let states = [AccountState::Active, AccountState::Locked, AccountState::Closed];
    let state = states.into_iter().find(|state| state.as_str() == row.state).ok_or_else(broken)?;
    Ok(Account {
        role: Role::from_word(&row.role).ok_or_else(broken)?,
        state,
        created: row.created,
        last_seen: row.last_seen,
        external: row.subject.is_some(),
        version: row.version.to_string(),
        login: row.login,
        name: row.name,
    })
}

/// Every account
#[utoipa::path(get, path = "/accounts", tag = "administration", responses((status = 200, body = All<Account>)))]
pub(super) async fn list(State(app): Shared) -> Answer<Json<All<Account>>> {
    let items: Answer<Vec<Account>> = app.store.accounts().await?.into_iter().map(view).collect();
    Ok(Json(All { items: items? }))
}

/// Whether a login can be one: it stands in logs, in the audit trail and in filters.
pub(crate) fn check_login(login: &str) -> Answer<()> {
    let known = |c: char| c.is_ascii_alphanumeric() || ".-_@".contains(c);
    let reserved = ["local", "system", "key"];
    let fits = !login.is_empty() && login.len() <= LOGIN_CHARS_MAX && login.chars().all(known);
    if fits && !reserved.contains(&login) {
        return Ok(());
    }
    let item = ProblemItem::new("/login", "bad_value", &[("found", login)]);
    let detail = format!(
        "a login has 1 to {LOGIN_CHARS_MAX} of the characters a-z A-Z 0-9 . - _ @ and is none of {}",
        reserved.join(", ")
    );
    Err(Failure::new(Code::InvalidRequest, detail).with(item))
}

/// Make an account
///
/// The first one must be an administrator: from then on everybody has to sign in.
#[utoipa::path(post, path = "/accounts", tag = "administration", request_body = AccountToMake,
    responses((status = 200, body = Account)))]
pub(super) async fn create(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<AccountToMake>,
) -> Answer<Tagged<Account>> {
    check_login(&asked.login)?;
    let name = named(&asked.name, "/name", NAME_CHARS_MAX)?;
    let is_first = app.store.accounts_count().await? == 0;
    if is_first && (asked.role != Role::Administrator || asked.password.is_none()) {
        let detail =
            "the first account must be an administrator with a password, or nobody could make others";
        return Err(Failure::new(Code::Conflict, detail));
    }
    let hash = match &asked.password {
        Some(password) => Some(app.passwords.hash(password, "/password").await?),
        None => None,
    };
    let new = NewAccount {
        login: &asked.login,
        name: &name,
        role: asked.role.as_str(),
        password_hash: hash.as_deref(),
        subject: None,
    };
    let row = app.store.account_create(&caller.act(), &new).await?;
    app.note_accounts(None);
    tagged(row)
}

fn tagged(row: AccountRow) -> Answer<Tagged<Account>> {
    let account = view(row)?;
    Ok(Tagged(account.version.clone(), account))
}

/// Change an account
///
/// The last active administrator stays; nobody changes the own role or state.
#[utoipa::path(put, path = "/accounts/{login}", tag = "administration", request_body = AccountEdit,
    params(("login" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Account)))]
pub(super) async fn update(
    State(app): Shared,
    caller: Caller,
    In(login): In<String>,
    version: IfMatch,
    Body(asked): Body<AccountEdit>,
) -> Answer<Tagged<Account>> {
    let name = named(&asked.name, "/name", NAME_CHARS_MAX)?;
    let account = existing(&app, &login).await?;
    let is_own = caller.kind != Kind::Local && login == caller.login;
    let changes_power = account.role != asked.role.as_str() || account.state != asked.state.as_str();
    if is_own && changes_power {
        let detail = "nobody changes the own role or state; ask another administrator";
        return Err(Failure::new(Code::Conflict, detail));
    }
    let change = AccountChange {
        name: Some(&name),
        role: Some(asked.role.as_str()),
        state: Some(asked.state.as_str()),
        subject: None,
        must_remain: Some(Role::Administrator.as_str()),
    };
    let row = app.store.account_update(&caller.act(), &login, version.number()?, &change).await;
    tagged(row.map_err(or_stale)?)
}

async fn existing(app: &App, login: &str) -> Answer<AccountRow> {
    let missing = || Failure::new(Code::NotFound, format!("there is no account `{login}`"));
    app.store.account(login).await?.ok_or_else(missing)
}

/// Set somebody's password
///
/// Every session of the account ends.
#[utoipa::path(put, path = "/accounts/{login}/password", tag = "administration", request_body = PasswordToSet,
    params(("login" = String, Path)), responses((status = 204)))]
pub(super) async fn set_password(
    State(app): Shared,
    caller: Caller,
    In(login): In<String>,
    Body(asked): Body<PasswordToSet>,
) -> Answer<StatusCode> {
    existing(&app, &login).await?;
    let hash = app.passwords.hash(&asked.password, "/password").await?;
    app.store.account_set_password(&caller.act(), &login, &hash).await?;
    app.store.sessions_close_all(&caller.act(), &login).await?;
    app.store.sign_in_forget(&login).await?;
    Ok(StatusCode::NO_CONTENT)
}
