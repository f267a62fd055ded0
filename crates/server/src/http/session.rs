//! Signing in and out, and what a person prefers.

use super::access::{Permission, Role};
use super::caller::{self, COOKIE, Caller, From, Kind, LOCAL_PREFERENCES};
use super::extract::Body;
use super::limits::{
    ATTEMPT_WINDOW, ATTEMPTS_BY_ADDRESS_MAX, ATTEMPTS_BY_LOGIN_MAX, NAME_CHARS_MAX, PASSWORD_BYTES_MAX,
};
use super::problem::{Answer, Code, Failure, ProblemItem};
use super::{App, PREFIX, Shared, VERSION, ago, later, openid_connect, secret};
use crate::clock;
use crate::views::Person;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{AccountRow, Act, NewSession};
use utoipa::ToSchema;

/// Longest name of a time zone.
pub(super) const TIME_ZONE_CHARS_MAX: usize = 64;

/// Whether there are accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mode {
    /// None: whoever is on this machine may do everything.
    Local,
    /// People sign in.
    Accounts,
}

/// What a visitor must know to sign in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SignInOptions {
    mode: Mode,
    /// Signing in elsewhere, where that is set up.
    #[schema(required)]
    openid_connect: Option<OpenIdConnect>,
    /// Version of the server.
    version: String,
}

/// Signing in elsewhere.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OpenIdConnect {
    /// What stands on the button.
    label: String,
    /// Where it leads.
    url: String,
}

/// Who is signed in, and what that person may do.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Session {
    person: Person,
    role: Role,
    permissions: Vec<Permission>,
    mode: Mode,
    /// When the session ends at the latest.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    expires_at: Option<UtcTime>,
    /// After how many seconds without a request it ends.
    #[schema(required)]
    idle_seconds: Option<i64>,
    /// The time at which the data stand, as in the demo.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    world_time: Option<UtcTime>,
    /// The server's clock.
    #[schema(value_type = String, format = DateTime)]
    now: UtcTime,
    preferences: Preferences,
    /// Version of the server.
    version: String,
    /// Whether the data are those of a demo.
    demo: bool,
}

/// How a person wants the console.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Preferences {
    language: PreferredLanguage,
    theme: Theme,
    density: Density,
    /// IANA name, or `UTC`.
    time_zone: String,
    /// Whether single keys do something.
    shortcuts: bool,
    /// Whether the guided first case was seen or skipped.
    guide_done: bool,
}

/// A language of the console.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(super) enum PreferredLanguage {
    En,
    Fr,
    Es,
    Ar,
}

/// Colours of the console.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Theme {
    /// As the system has it.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How much stands on a screen.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Density {
    /// More rows.
    Compact,
    /// More air.
    Comfortable,
}

/// Who wants in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignIn {
    login: String,
    password: String,
}

/// A change of one's own password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangePassword {
    current: String,
    new: String,
}

/// How to sign in here
#[utoipa::path(get, path = "/sign-in-options", tag = "session", responses((status = 200, body = SignInOptions)))]
pub(super) async fn options(State(app): Shared) -> Answer<Json<SignInOptions>> {
    let mode = if app.has_accounts().await? { Mode::Accounts } else { Mode::Local };
    let openid_connect = app.provider().map(|provider| OpenIdConnect {
        label: provider.label().to_owned(),
        url: format!("{PREFIX}{}", openid_connect::BEGIN),
    });
    Ok(Json(SignInOptions { mode, openid_connect, version: VERSION.to_owned() }))
}

/// Who is signed in
#[utoipa::path(get, path = "/session", tag = "session", responses((status = 200, body = Session)))]
pub(super) async fn session(State(app): Shared, caller: Caller, headers: HeaderMap) -> Json<Session> {
    Json(view(&app, &caller, &headers))
}

fn view(app: &App, caller: &Caller, headers: &HeaderMap) -> Session {
    let (mode, expires_at, idle_seconds) = match &caller.kind {
        Kind::Session { expires, .. } => (Mode::Accounts, Some(*expires), Some(app.idle_seconds())),
        _ => (Mode::Local, None, None),
    };
    let world_time = app.options.fixed_time;
    Session {
        person: caller.person(),
        role: caller.role,
        permissions: caller.permissions().to_vec(),
        mode,
        expires_at,
        idle_seconds,
        world_time,
        now: clock::now(),
        preferences: preferences(&caller.preferences, headers),
        version: VERSION.to_owned(),
        demo: world_time.is_some(),
    }
}

/// What was kept; what is missing has its default.
fn preferences(kept: &str, headers: &HeaderMap) -> Preferences {
    serde_json::from_str(kept).unwrap_or_else(|_| {
        let tag = caller::language(headers, "").tag();
        let language = serde_json::from_value(tag.into()).unwrap_or(PreferredLanguage::En);
        Preferences {
            language,
            theme: Theme::System,
            density: Density::Compact,
            time_zone: "UTC".to_owned(),
            shortcuts: true,
            guide_done: false,
        }
    })
}

/// Sign in
#[utoipa::path(post, path = "/session", tag = "session", request_body = SignIn,
    responses((status = 200, body = Session)))]
pub(super) async fn sign_in(
    State(app): Shared,
    Extension(from): Extension<From>,
    headers: HeaderMap,
    Body(asked): Body<SignIn>,
) -> Answer<Response> {
    if !app.has_accounts().await? {
        let detail = "there are no accounts here: everybody on this machine may do everything";
        return Err(Failure::new(Code::Conflict, detail));
    }
    let login = asked.login.trim().to_owned();
    let origin = format!("console {}", from.address);
    let act = Act { actor: &login, origin: &origin, request: &from.request, time: clock::now() };
    throttle(&app, &login, &from).await?;
    let account = app.store.account(&login).await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let fits = app.passwords.verify(&asked.password, hash).await?;
    let account = account.filter(|account| fits && account.state == "active");
    let Some(account) = account else {
        app.metrics.sign_in("refused");
        app.store.sign_in_failed(&act, &clipped(&login), &from.address.to_string()).await?;
        return Err(Failure::new(
            Code::WrongCredentials,
            "login or password is wrong, or the account is closed",
        ));
    };
    app.store.sign_in_forget(&login).await?;
    app.metrics.sign_in("accepted");
    open(&app, &act, &account, &from, &headers).await
}

/// Somebody may type a password into the wrong field, or a whole book.
fn clipped(login: &str) -> String {
    login.chars().take(NAME_CHARS_MAX).collect()
}

async fn throttle(app: &App, login: &str, from: &From) -> Answer<()> {
    if login.len() > PASSWORD_BYTES_MAX {
        return Err(Failure::new(
            Code::WrongCredentials,
            "login or password is wrong, or the account is closed",
        ));
    }
    let since = ago(ATTEMPT_WINDOW);
    let failures = app.store.sign_in_failures(login, &from.address.to_string(), since).await?;
    if failures.0 < ATTEMPTS_BY_LOGIN_MAX && failures.1 < ATTEMPTS_BY_ADDRESS_MAX {
        return Ok(());
    }
    app.metrics.sign_in("throttled");
    let seconds = ATTEMPT_WINDOW.as_secs();
    let detail = format!("too many sign-ins failed; wait {} minutes", seconds / 60);
    Err(Failure::new(Code::TooManyAttempts, detail).retry_after(seconds))
}

/// Opens a session and hands out its cookie.
pub(super) async fn open(
    app: &Arc<App>,
    act: &Act<'_>,
    account: &AccountRow,
    from: &From,
    headers: &HeaderMap,
) -> Answer<Response> {
    let token = secret::fresh()?;
    let token_hash = secret::sha256_hex(token.as_bytes());
    let expires = later(act.time, i64::from(app.server().session_hours) * 3600);
    let new = NewSession { token_hash: &token_hash, login: &account.login, origin: act.origin, expires };
    app.store.session_open(act, &new).await?;
    let role = Role::from_word(&account.role);
    let role = role.ok_or_else(|| Failure::internal(format!("account role {}", account.role)))?;
    let caller = Caller {
        login: account.login.clone(),
        name: account.name.clone(),
        role,
        kind: Kind::Session { token_hash, expires },
        preferences: account.preferences_json.clone(),
        language: caller::language(headers, &account.preferences_json),
        origin: act.origin.to_owned(),
        request: from.request.clone(),
    };
    let mut response = Json(view(app, &caller, headers)).into_response();
    set_cookie(app, &mut response, &token, i64::from(app.server().session_hours) * 3600)?;
    Ok(response)
}

fn set_cookie(app: &App, response: &mut Response, value: &str, seconds: i64) -> Answer<()> {
    let secure = if app.is_encrypted() { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}");
    let cookie = HeaderValue::from_str(&cookie).map_err(Failure::internal)?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(())
}

/// Sign out
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204)))]
pub(super) async fn sign_out(State(app): Shared, caller: Caller) -> Answer<Response> {
    if let Kind::Session { token_hash, .. } = &caller.kind {
        app.store.session_close(&caller.act(), token_hash).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    set_cookie(&app, &mut response, "", 0)?;
    Ok(response)
}

/// Change one's own password
///
/// Every other session of the account ends.
#[utoipa::path(put, path = "/session/password", tag = "session", request_body = ChangePassword,
    responses((status = 204)))]
pub(super) async fn change_password(
    State(app): Shared,
    Extension(from): Extension<From>,
    caller: Caller,
    headers: HeaderMap,
    Body(asked): Body<ChangePassword>,
) -> Answer<Response> {
    let Kind::Session { .. } = &caller.kind else {
        return Err(Failure::new(Code::Conflict, "there are no accounts here, so there is no password"));
    };
    throttle(&app, &caller.login, &from).await?;
    let account = app.store.account(&caller.login).await?;
    let account = account.ok_or_else(|| Failure::new(Code::NotFound, "the account is gone"))?;
    if !app.passwords.verify(&asked.current, account.password_hash.clone()).await? {
        app.store.sign_in_failed(&caller.act(), &caller.login, &from.address.to_string()).await?;
        let item = ProblemItem::new("/current", "wrong_password", &[]);
        return Err(Failure::new(Code::InvalidRequest, "the present password is another one").with(item));
    }
    let hash = app.passwords.hash(&asked.new, "/new").await?;
    app.store.account_set_password(&caller.act(), &caller.login, &hash).await?;
    app.store.sessions_close_all(&caller.act(), &caller.login).await?;
    // The person who just changed it stays signed in, with a fresh token.
    let opened = open(&app, &caller.act(), &account, &from, &headers).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = opened.headers().get(header::SET_COOKIE) {
        response.headers_mut().insert(header::SET_COOKIE, cookie.clone());
    }
    Ok(response)
}

/// Change what one prefers
#[utoipa::path(put, path = "/session/preferences", tag = "session", request_body = Preferences,
    responses((status = 200, body = Preferences)))]
pub(super) async fn set_preferences(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<Preferences>,
) -> Answer<Json<Preferences>> {
    let known = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    if asked.time_zone.is_empty()
        || asked.time_zone.len() > TIME_ZONE_CHARS_MAX
        || !asked.time_zone.chars().all(known)
    {
        let item = ProblemItem::new("/time_zone", "bad_value", &[("found", &asked.time_zone)]);
        return Err(Failure::new(Code::InvalidRequest, "a time zone is an IANA name or UTC").with(item));
    }
    let json = serde_json::to_string(&asked).map_err(Failure::internal)?;
    match caller.kind {
        Kind::Local => app.store.setting_set(&caller.act(), LOCAL_PREFERENCES, &json).await?,
        _ => {
            app.store.set_preferences(&caller.act(), &caller.login, &json).await?;
        }
    }
    Ok(Json(asked))
}
