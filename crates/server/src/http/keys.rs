//! API keys: how machines send and read.

use super::access::SCOPES;
use super::caller::Caller;
use super::cases::All;
use super::extract::{Body, In, named};
use super::limits::NAME_CHARS_MAX;
use super::problem::{Answer, Code, Failure, ProblemItem};
use super::{Shared, secret};
use crate::clock;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{ApiKeyRow, NewApiKey};
use utoipa::ToSchema;

/// What every secret begins with, so that one that leaked is found by those who look for such things.
const SECRET_PREFIX: &str = "tw_";

/// An API key.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ApiKey {
    id: String,
    name: String,
    /// In whose name it sends.
    sender: String,
    /// What it is for.
    scopes: Vec<String>,
    #[schema(value_type = String, format = DateTime)]
    created: UtcTime,
    #[schema(value_type = Option<String>, format = DateTime, required)]
    expires: Option<UtcTime>,
    #[schema(value_type = Option<String>, format = DateTime, required)]
    last_used: Option<UtcTime>,
    #[schema(value_type = Option<String>, format = DateTime, required)]
    revoked: Option<UtcTime>,
}

/// A key that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MadeKey {
    #[serde(flatten)]
    key: ApiKey,
    /// Shown this once.
    secret: String,
}

/// A key to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyToMake {
    name: String,
    /// In whose name it sends.
    sender: String,
    /// `messages:write`, `queue:read`, `cases:read`, `metrics:read`, `reference:read`.
    scopes: Vec<String>,
    /// When it ends; never if not given.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires: Option<UtcTime>,
}

fn view(row: ApiKeyRow) -> ApiKey {
    let ApiKeyRow { id, name, sender, scopes, created, expires, last_used, revoked, .. } = row;
    ApiKey { id, name, sender, scopes, created, expires, last_used, revoked }
}

/// Every API key
#[utoipa::path(get, path = "/api-keys", tag = "administration", responses((status = 200, body = All<ApiKey>)))]
pub(super) async fn list(State(app): Shared) -> Answer<Json<All<ApiKey>>> {
    Ok(Json(All { items: app.store.api_keys().await?.into_iter().map(view).collect() }))
}

/// Make an API key
///
/// The secret is shown once: this call keeps no answer under an idempotency key.
#[utoipa::path(post, path = "/api-keys", tag = "administration", request_body = KeyToMake,
    responses((status = 200, body = MadeKey)))]
pub(super) async fn create(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<KeyToMake>,
) -> Answer<Json<MadeKey>> {
    let name = named(&asked.name, "/name", NAME_CHARS_MAX)?;
    let sender = named(&asked.sender, "/sender", NAME_CHARS_MAX)?;
    check_scopes(&asked.scopes)?;
    if asked.expires.is_some_and(|expires| expires <= clock::now()) {
        let item = ProblemItem::new("/expires", "in_the_past", &[]);
        return Err(Failure::new(Code::InvalidRequest, "a key cannot end before it begins").with(item));
    }
    let made = format!("{SECRET_PREFIX}{}", secret::fresh()?);
    let scopes: Vec<&str> = asked.scopes.iter().map(String::as_str).collect();
    let new = NewApiKey {
        id: &secret::id(),
        name: &name,
        sender: &sender,
        scopes: &scopes,
        secret_hash: &secret::sha256_hex(made.as_bytes()),
        expires: asked.expires,
    };
    let row = app.store.api_key_create(&caller.act(), &new).await?;
    Ok(Json(MadeKey { key: view(row), secret: made }))
}

fn check_scopes(scopes: &[String]) -> Answer<()> {
    if scopes.is_empty() {
        let item = ProblemItem::new("/scopes", "missing", &[]);
        return Err(Failure::new(Code::InvalidRequest, "a key needs at least one scope").with(item));
    }
    for (at, scope) in scopes.iter().enumerate() {
        if !SCOPES.contains(&scope.as_str()) || scopes[..at].contains(scope) {
            let item = ProblemItem::new(format!("/scopes/{at}"), "bad_value", &[("found", scope)]);
            let detail = format!("`{scope}` is no scope or stands twice; there are {}", SCOPES.join(", "));
            return Err(Failure::new(Code::InvalidRequest, detail).with(item));
        }
    }
    Ok(())
}

/// Revoke an API key
#[utoipa::path(delete, path = "/api-keys/{id}", tag = "administration", params(("id" = String, Path)),
    responses((status = 204)))]
pub(super) async fn revoke(State(app): Shared, caller: Caller, In(id): In<String>) -> Answer<StatusCode> {
    if app.store.api_key_revoke(&caller.act(), &id).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    Err(Failure::new(Code::NotFound, format!("there is no key `{id}` that could be revoked")))
}
