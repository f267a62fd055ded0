//! Who asks, and from where.

use super::access::{Need, Permission, Role, Rule};
use super::problem::{Answer, Code, Failure};
use super::{App, secret};
use crate::clock;
use crate::views::Person;
use crate::words::Language;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use std::net::IpAddr;
use std::sync::Arc;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::Act;

/// Name of the session's cookie.
pub(super) const COOKIE: &str = "tidewaiter_session";
/// Who acts while there are no accounts.
pub(super) const LOCAL: &str = "local";

/// Setting of the store that keeps what that person prefers.
pub(super) const LOCAL_PREFERENCES: &str = "local_preferences";

/// By what the caller was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// No accounts: whoever is on this machine.
    Local,
    /// A session of an account.
    Session {
        /// SHA-256 of the cookie's value.
        token_hash: String,
        /// When it ends at the latest.
        expires: UtcTime,
    },
    /// A machine's key.
    Key {
        /// In whose name it sends.
        sender: String,
        /// What it is for.
        scopes: Vec<String>,
    },
}

/// The caller of a request, put there by the guard.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    pub(super) login: String,
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) kind: Kind,
    pub(super) preferences: String,
    pub(super) language: Language,
    /// `console 10.0.0.7` or `api 10.0.0.7`, for the audit trail.
    pub(super) origin: String,
    pub(super) request: String,
}

impl Caller {
    /// The act of this caller, now.
    pub(super) fn act(&self) -> Act<'_> {
        Act { actor: &self.login, origin: &self.origin, request: &self.request, time: clock::now() }
    }

    /// As others see the caller.
    pub(super) fn person(&self) -> Person {
        Person { login: self.login.clone(), name: self.name.clone() }
    }

    /// What the caller may do: everything where there are no accounts.
    pub(super) fn permissions(&self) -> &'static [Permission] {
        match self.kind {
            Kind::Local => Permission::ALL,
            Kind::Session { .. } => self.role.permissions(),
            Kind::Key { .. } => &[],
        }
    }

    pub(super) fn may(&self, permission: Permission) -> bool {
        self.permissions().contains(&permission)
    }

    /// Refuses unless the caller may.
    pub(super) fn must(&self, permission: Permission) -> Answer<()> {
        if self.may(permission) { Ok(()) } else { Err(forbidden(&[permission])) }
    }

    /// Whether a route's rule lets this caller in.
    pub(super) fn fits(&self, rule: &Rule) -> Answer<()> {
        if let Kind::Key { scopes, .. } = &self.kind {
            return match rule.scope {
                _ if rule.need == Need::Public => Ok(()),
                Some(scope) if scopes.iter().any(|have| have == scope) => Ok(()),
                Some(scope) => {
                    Err(Failure::new(Code::Forbidden, format!("this key lacks the scope {scope}")))
                }
                None => Err(Failure::new(Code::Forbidden, "this is for people, not for keys: sign in")),
            };
        }
        match rule.need {
            Need::Public | Need::Person => Ok(()),
            Need::OneOf(permissions) if permissions.iter().any(|one| self.may(*one)) => Ok(()),
            Need::OneOf(permissions) => Err(forbidden(permissions)),
        }
    }

    /// The sender that a key stands for.
    pub(super) fn sender(&self) -> Option<&str> {
        match &self.kind {
            Kind::Key { sender, .. } => Some(sender),
            _ => None,
        }
    }

    /// By what the streams of one session are counted.
    pub(super) fn stream_key(&self) -> String {
        match &self.kind {
            Kind::Session { token_hash, .. } => token_hash.clone(),
            _ => self.login.clone(),
        }
    }
}

fn forbidden(permissions: &[Permission]) -> Failure {
    let words: Vec<String> = permissions.iter().map(|permission| permission.word()).collect();
    let roles =
        Role::ALL.iter().filter(|role| permissions.iter().any(|one| role.permissions().contains(one)));
    let roles: Vec<&str> = roles.map(|role| role.as_str()).collect();
    let detail =
        format!("this needs the right {}, which these roles have: {}", words.join(" or "), roles.join(", "));
    Failure::new(Code::Forbidden, detail)
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Answer<Caller> {
        let caller = parts.extensions.get::<Caller>().cloned();
        caller.ok_or_else(|| Failure::new(Code::NotSignedIn, "sign in first"))
    }
}

/// Where a request came from, as far as it can be believed.
#[derive(Debug, Clone)]
pub(super) struct From {
    pub(super) address: IpAddr,
    pub(super) request: String,
}

/// Recognises the caller: a key, a session, or whoever is on this machine. `None` is nobody.
pub(super) async fn recognise(app: &Arc<App>, headers: &HeaderMap, from: &From) -> Answer<Option<Caller>> {
    if let Some(secret) = bearer(headers) {
        return by_key(app, headers, from, secret).await.map(Some);
    }
    if !app.has_accounts().await? {
        let preferences = app.store.setting_get(LOCAL_PREFERENCES).await?.unwrap_or_default();
        return Ok(Some(local(headers, from, preferences)));
    }
    let Some(token) = cookie(headers, COOKIE) else { return Ok(None) };
    by_session(app, headers, from, token).await
}

async fn by_session(app: &Arc<App>, headers: &HeaderMap, from: &From, token: &str) -> Answer<Option<Caller>> {
    let token_hash = secret::sha256_hex(token.as_bytes());
    let idle = app.idle_seconds();
    let Some(session) = app.store.session_of(&token_hash, clock::now(), idle).await? else { return Ok(None) };
    let Some(account) = app.store.account(&session.login).await? else { return Ok(None) };
    let Some(role) = Role::from_word(&account.role) else { return Ok(None) };
    if account.state != "active" {
        return Ok(None);
    }
    let preferences = account.preferences_json;
    Ok(Some(Caller {
        language: language(headers, &preferences),
        login: account.login,
        name: account.name,
        role,
        kind: Kind::Session { token_hash, expires: session.expires },
        preferences,
        origin: format!("console {}", from.address),
        request: from.request.clone(),
    }))
}

async fn by_key(app: &Arc<App>, headers: &HeaderMap, from: &From, secret: &str) -> Answer<Caller> {
    let unknown = || Failure::new(Code::NotSignedIn, "this key is not known, is revoked or has expired");
    let hash = secret::sha256_hex(secret.as_bytes());
    let key = app.store.api_key_by_hash(&hash, clock::now()).await?.ok_or_else(unknown)?;
    Ok(Caller {
        login: format!("key:{}", key.id),
        name: key.name,
        // A key has scopes instead of a role; the weakest role keeps a mistake harmless.
        role: Role::Officer,
        kind: Kind::Key { sender: key.sender, scopes: key.scopes },
        preferences: String::new(),
        language: language(headers, ""),
        origin: format!("api {}", from.address),
        request: from.request.clone(),
    })
}

fn local(headers: &HeaderMap, from: &From, preferences: String) -> Caller {
    let browser = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    let means = if browser { "console" } else { "api" };
    Caller {
        login: LOCAL.to_owned(),
        name: LOCAL.to_owned(),
        role: Role::Administrator,
        kind: Kind::Local,
        language: language(headers, &preferences),
        preferences,
        origin: format!("{means} {}", from.address),
        request: from.request.clone(),
    }
}

/// The secret of an `Authorization: Bearer` header.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, secret) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

/// The value of a cookie.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let values = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

/// The reader's language: from the preferences, else from `Accept-Language`, else English.
pub(super) fn language(headers: &HeaderMap, preferences: &str) -> Language {
    let chosen = serde_json::from_str::<serde_json::Value>(preferences).ok();
    let chosen = chosen.as_ref().and_then(|value| value.get("language")).and_then(serde_json::Value::as_str);
    if let Some(language) = chosen.and_then(Language::from_tag) {
        return language;
    }
    let header =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut wanted: Vec<(f32, Language)> = header
        .split(',')
        .filter_map(|part| {
            let (tag, quality) = part.split_once(";q=").unwrap_or((part, "1"));
            Some((quality.trim().parse().unwrap_or(0.0), Language::from_tag(tag.trim())?))
        })
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.first().map_or(Language::English, |(_, language)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn languages_come_from_the_profile_before_the_browser() {
        let mut headers = HeaderMap::new();
        assert_eq!(language(&headers, ""), Language::English);
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static("de, en;q=0.5, fr-CA;q=0.8"));
        assert_eq!(language(&headers, ""), Language::French);
        assert_eq!(language(&headers, r#"{"language":"en"}"#), Language::English);
        assert_eq!(language(&headers, "no json"), Language::French);
    }

    #[test]
    fn cookies_are_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; tidewaiter_session=x=y; b"));
        assert_eq!(cookie(&headers, COOKIE), Some("x=y"));
        assert_eq!(cookie(&headers, "c"), None);
    }
}
