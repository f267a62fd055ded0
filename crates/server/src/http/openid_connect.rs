//! Signing in by OpenID Connect: authorization code with PKCE, bound to the browser that began.

mod pending;
mod provider;

pub(crate) use pending::Pendings;
pub(crate) use provider::{Provider, check_secret_file};

use super::access::Role;
use super::accounts::check_login;
use super::caller::{self, From};
use super::extract::named;
use super::limits::{NAME_CHARS_MAX, PENDING_TIME_MAX};
use super::problem::{Answer, Failure, log};
use super::{App, PREFIX, Shared, secret, session};
use crate::clock;
use crate::settings::claim;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use openidconnect::url::form_urlencoded;
use pending::{Pending, own_path};
use provider::{Fault, Vouched};
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::sync::Arc;
use tidewaiter_store::{ACTIVE, AccountChange, AccountRow, Act, NewAccount};

/// Where a sign-in begins, below the API's prefix.
pub(super) const BEGIN: &str = "/session/openid-connect";
/// Name of the cookie that binds a sign-in to a browser.
const COOKIE: &str = "tidewaiter_openid_connect";

/// Why somebody was not let in, as the sign-in screen is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    /// Nothing is set up.
    NotSetUp,
    /// The provider does not answer.
    Unavailable,
    /// The provider, or the person there, said no.
    Declined,
    /// This browser began nothing, or too long ago.
    Expired,
    /// What came back is not what was asked for.
    Unverified,
    /// The provider names nobody by a claim that can be a login.
    NoLogin,
    /// No value of the role claim gives a role.
    NoRole,
    /// The login belongs to an account with a password.
    LoginTaken,
    /// The account is locked or closed.
    Closed,
    /// Something failed here.
    Internal,
}

impl Refusal {
    const fn as_str(self) -> &'static str {
        match self {
            Refusal::NotSetUp => "not_set_up",
            Refusal::Unavailable => "unavailable",
            Refusal::Declined => "declined",
            Refusal::Expired => "expired",
            Refusal::Unverified => "unverified",
            Refusal::NoLogin => "no_login",
            Refusal::NoRole => "no_role",
            Refusal::LoginTaken => "login_taken",
            Refusal::Closed => "closed",
            Refusal::Internal => "internal",
        }
    }
}

/// A refusal with what the person who runs the server should know.
struct Refused(Refusal, String);

impl std::convert::From<Failure> for Refused {
    fn from(failure: Failure) -> Refused {
        let said = failure.internal.clone().unwrap_or_else(|| failure.said().to_owned());
        Refused(Refusal::Internal, said)
    }
}

impl std::convert::From<tidewaiter_store::StoreError> for Refused {
    fn from(error: tidewaiter_store::StoreError) -> Refused {
        Failure::from(error).into()
    }
}

impl std::convert::From<Fault> for Refused {
    fn from(fault: Fault) -> Refused {
        match fault {
            Fault::Unavailable(said) => Refused(Refusal::Unavailable, said),
            Fault::Unverified(said) => Refused(Refusal::Unverified, said),
        }
    }
}

/// Begin to sign in by OpenID Connect
///
/// Leads to the provider; what goes wrong leads to the sign-in screen.
#[utoipa::path(get, path = "/session/openid-connect", tag = "session",
    params(("return_to" = Option<String>, Query, description = "Path of the console to go to afterwards")),
    responses((status = 302, description = "To the provider")))]
pub(super) async fn begin(
    State(app): Shared,
    Extension(from): Extension<From>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let return_to = own_path(query(&uri).get("return_to").map_or("", String::as_str));
    let begun = async {
        let provider = set_up(&app)?;
        let redirect_uri = redirect_uri(&app, &provider, &uri, &headers)?;
        let (url, asked) = aside(move || provider.ask(&redirect_uri)).await?;
        let token = secret::fresh()?;
        app.pendings.keep(secret::sha256_hex(token.as_bytes()), Pending::new(asked, return_to.clone()));
        let mut response = found(&url)?;
        set_cookie(&app, &mut response, &token, PENDING_TIME_MAX.as_secs())?;
        Ok(response)
    };
    begun.await.unwrap_or_else(|refused| back(&app, refused, &return_to, &from))
}

/// Come back from the provider
///
/// Opens a session and leads to where the sign-in began; what goes wrong leads to the sign-in screen.
#[utoipa::path(get, path = "/session/openid-connect/callback", tag = "session",
    params(
        ("code" = Option<String>, Query), ("state" = Option<String>, Query), ("iss" = Option<String>, Query),
        ("error" = Option<String>, Query)
    ),
    responses((status = 302, description = "To the console")))]
pub(super) async fn callback(
    State(app): Shared,
    Extension(from): Extension<From>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let token = caller::cookie(&headers, COOKIE);
    let pending = token.and_then(|token| app.pendings.take(&secret::sha256_hex(token.as_bytes())));
    let return_to = pending.as_ref().map_or_else(|| own_path(""), |pending| pending.return_to.clone());
    let ended = end(&app, &from, &headers, query(&uri), pending).await;
    let mut response = ended.unwrap_or_else(|refused| back(&app, refused, &return_to, &from));
    // Used or not, it is of no use any more.
    let _ = set_cookie(&app, &mut response, "", 0);
    response
}

async fn end(
    app: &Arc<App>,
    from: &From,
    headers: &HeaderMap,
    mut query: HashMap<String, String>,
    pending: Option<Pending>,
) -> Result<Response, Refused> {
    let provider = set_up(app)?;
    let pending =
        pending.ok_or_else(|| Refused(Refusal::Expired, "this browser has begun no sign-in".to_owned()))?;
    let state = query.get("state").map_or("", String::as_str);
    // Digests, so that the time it takes tells nothing about the state itself.
    if secret::sha256_hex(state.as_bytes()) != secret::sha256_hex(pending.asked.state.as_bytes()) {
        return Err(Refused(Refusal::Unverified, "the state is another one than was given out".to_owned()));
    }
    if query.get("iss").is_some_and(|issuer| *issuer != provider.settings.issuer) {
        return Err(Refused(Refusal::Unverified, "the answer is of another issuer".to_owned()));
    }
    if let Some(error) = query.get("error") {
        let said = query.get("error_description").map_or("", String::as_str);
        return Err(Refused(Refusal::Declined, format!("the provider said {error:?}: {said:?}")));
    }
    let missing = || Refused(Refusal::Unverified, "the provider sent no code".to_owned());
    let code = query.remove("code").ok_or_else(missing)?;
    let asking = provider.clone();
    let Pending { asked, return_to, .. } = pending;
    let vouched = aside(move || asking.redeem(code, &asked)).await?;
    let origin = format!("console {}", from.address);
    let login = login(&provider, &vouched.claims)?;
    let act = Act { actor: &login, origin: &origin, request: &from.request, time: clock::now() };
    let account = match account(app, &provider, &act, &vouched).await {
        Ok(account) => account,
        Err(refused) => {
            // Under the subject, so that failures here never make a person of that login wait who has a password.
            app.store.sign_in_failed(&act, &vouched.subject, &from.address.to_string()).await?;
            return Err(refused);
        }
    };
    let act = Act { actor: &account.login, ..act };
    let opened = session::open(app, &act, &account, from, headers).await?;
    app.metrics.sign_in("accepted");
    let mut response = found(&return_to)?;
    if let Some(cookie) = opened.headers().get(header::SET_COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    Ok(response)
}

/// The login that the claims name.
fn login(provider: &Provider, claims: &Map<String, Value>) -> Result<String, Refused> {
    let name = &provider.settings.login_claim;
    let found = claim(claims, name).and_then(Value::as_str);
    let found =
        found.ok_or_else(|| Refused(Refusal::NoLogin, format!("there is no text in the claim {name}")))?;
    check_login(found)
        .map_err(|failure| Refused(Refusal::NoLogin, format!("{found:?}: {}", failure.said())))?;
    Ok(found.to_owned())
}

/// The account of a person, made at the first sign-in, with the name and role of now.
async fn account(
    app: &App,
    provider: &Provider,
    act: &Act<'_>,
    vouched: &Vouched,
) -> Result<AccountRow, Refused> {
    let settings = &provider.settings;
    let role = settings.role_of(&vouched.claims);
    let role =
        role.ok_or_else(|| Refused(Refusal::NoRole, no_role(&settings.role_claim, &vouched.claims)))?;
    let name = claim(&vouched.claims, &settings.name_claim).and_then(Value::as_str);
    let name = name.and_then(|name| named(name, "/name", NAME_CHARS_MAX).ok());
    let subject = vouched.subject.as_str();
    if let Some(known) = app.store.account_of_subject(subject).await? {
        return refreshed(app, act, known, name.as_deref(), role, None).await;
    }
    if let Some(prepared) = app.store.account(act.actor).await? {
        // Made beforehand without a password, for exactly this.
        if prepared.password_hash.is_none() && prepared.subject.is_none() {
            return refreshed(app, act, prepared, name.as_deref(), role, Some(subject)).await;
        }
        let said =
            format!("there is an account `{}` already, of somebody else or with a password", act.actor);
        return Err(Refused(Refusal::LoginTaken, said));
    }
    let name = name.as_deref().unwrap_or(act.actor);
    let new = NewAccount {
        login: act.actor,
        name,
        role: role.as_str(),
        password_hash: None,
        subject: Some(subject),
    };
    let row = app.store.account_create(act, &new).await?;
    app.note_accounts(None);
    Ok(row)
}

/// What the claims say may have changed since.
async fn refreshed(
    app: &App,
    act: &Act<'_>,
    account: AccountRow,
    name: Option<&str>,
    role: Role,
    subject: Option<&str>,
) -> Result<AccountRow, Refused> {
    if account.state != ACTIVE {
        return Err(Refused(
            Refusal::Closed,
            format!("the account `{}` is {}", account.login, account.state),
        ));
    }
    let is_as_before = account.role == role.as_str() && name.is_none_or(|name| name == account.name);
    if is_as_before && subject.is_none() {
        return Ok(account);
    }
    let act = Act { actor: &account.login, ..*act };
    let change = AccountChange { name, role: Some(role.as_str()), subject, ..AccountChange::default() };
    Ok(app.store.account_update(&act, &account.login, account.version, &change).await?)
}

fn no_role(name: &str, claims: &Map<String, Value>) -> String {
    let found = claim(claims, name).map_or_else(|| "nothing".to_owned(), Value::to_string);
    let found: String = found.chars().take(NAME_CHARS_MAX).collect();
    format!("the claim {name} is {found}, to which openid_connect.roles gives no role")
}

fn set_up(app: &App) -> Result<Arc<Provider>, Refused> {
    let missing = || Refused(Refusal::NotSetUp, "there is no openid_connect in the settings".to_owned());
    app.provider().ok_or_else(missing)
}

/// Where the provider sends people back: our address as the browser knows it. The provider holds it against those it
/// was told of.
fn redirect_uri(app: &App, provider: &Provider, uri: &Uri, headers: &HeaderMap) -> Result<String, Refused> {
    let path = format!("{PREFIX}{BEGIN}/callback");
    if let Some(address) = &provider.settings.address {
        return Ok(format!("{}{path}", address.trim_end_matches('/')));
    }
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok());
    let host = host.or(uri.authority().map(axum::http::uri::Authority::as_str));
    let host = host.ok_or_else(|| Refused(Refusal::Internal, "the request names no host".to_owned()))?;
    let scheme = if app.is_encrypted() { "https" } else { "http" };
    Ok(format!("{scheme}://{host}{path}"))
}

/// Away from the threads that answer requests: the way to the provider blocks.
async fn aside<T, F>(work: F) -> Result<T, Refused>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T, Fault> + Send + 'static,
{
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Refused(Refusal::Internal, error.to_string()))?.map_err(Into::into)
}

/// The parameters; of one that is given twice, the last.
fn query(uri: &Uri) -> HashMap<String, String> {
    form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect()
}

fn found(address: &str) -> Answer<Response> {
    let address = HeaderValue::from_str(address).map_err(Failure::internal)?;
    Ok((StatusCode::FOUND, [(header::LOCATION, address)]).into_response())
}

/// To the sign-in screen, with why and the request id under which the rest stands in the log.
fn back(app: &App, Refused(refusal, said): Refused, return_to: &str, from: &From) -> Response {
    app.metrics.sign_in("refused");
    log(&from.request, &format!("sign-in by OpenID Connect: {}: {said}", refusal.as_str()));
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("problem", refusal.as_str()).append_pair("request", &from.request);
    query.append_pair("return_to", return_to);
    found(&format!("/sign-in?{}", query.finish())).unwrap_or_else(IntoResponse::into_response)
}

/// Lax and not strict: it must come along when the provider sends the browser back.
fn set_cookie(app: &App, response: &mut Response, value: &str, seconds: u64) -> Answer<()> {
    let secure = if app.is_encrypted() { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={value}; Path={PREFIX}{BEGIN}; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    let cookie = HeaderValue::from_str(&cookie).map_err(Failure::internal)?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(())
}
