//! Idempotency keys: a request that is sent twice is done once, and both get the same answer.

mod ledger;

pub(super) use ledger::Ledger;

use super::access::Rule;
use super::caller::Caller;
use super::limits::{
    IDEMPOTENCY_ANSWER_BYTES_MAX, IDEMPOTENCY_KEY_CHARS_MAX, IDEMPOTENCY_WAIT_MAX, MESSAGE_BODY_BYTES_MAX,
};
use super::problem::{Answer, Code, Failure, finish};
use super::{App, secret};
use crate::clock;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tidewaiter_store::{Begin, StepKind};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Says that an answer is the one given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// Pause between two looks at whether the first of two equal requests has ended.
const POLL: Duration = Duration::from_millis(40);

/// The scope and key of this request, for handlers that must keep a change single even across a crash.
#[derive(Debug, Clone)]
pub(super) struct Once {
    pub(super) scope: String,
    pub(super) key: String,
}

/// The scope and key, where the client gave one.
pub(super) struct MaybeOnce(pub(super) Option<Once>);

impl<S: Send + Sync> FromRequestParts<S> for MaybeOnce {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<MaybeOnce, Infallible> {
        Ok(MaybeOnce(parts.extensions.get::<Once>().cloned()))
    }
}

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    media_type: Option<String>,
    tag: Option<String>,
    #[serde(with = "body_text")]
    body: Vec<u8>,
}

mod body_text {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize, Deserializer, Serializer, de};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        STANDARD.decode(String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// Runs the handler unless this very request was done before.
pub(super) async fn run(
    app: &Arc<App>,
    rule: &Rule,
    caller: Option<&Caller>,
    mut request: Request,
    next: Next,
) -> Answer<Response> {
    let (Some(caller), Some(key)) = (caller, key(request.headers())?) else {
        return Ok(next.run(request).await);
    };
    if !rule.once {
        return Ok(next.run(request).await);
    }
    let once = Once { scope: format!("{} {} {}", caller.login, rule.method.as_str(), rule.path), key };
    let (parts, body) = request.into_parts();
    let limit = rule.body_bytes_max.max(MESSAGE_BODY_BYTES_MAX);
    let bytes = to_bytes(body, limit).await.map_err(Failure::internal)?;
    let hash = request_hash(&parts, &bytes);
    request = Request::from_parts(parts, Body::from(bytes));
    let begun = Instant::now();
    // Of equal requests in this process one asks the store at a time.
    while !under_way(app).insert((once.scope.clone(), once.key.clone())) {
        if begun.elapsed() > IDEMPOTENCY_WAIT_MAX {
            let detail = "a request with this key is still under way; ask again";
            return Err(Failure::new(Code::Unavailable, detail).retry_after(5));
        }
        tokio::time::sleep(POLL).await;
    }
    let marked = Marked { app: app.clone(), once: once.clone() };
    let (app, request_id) = (app.clone(), caller.request.clone());
    // On a task of its own: a client that goes away in the middle must find the change whole when it asks again.
    let done = tokio::spawn(async move {
        let _marked = marked;
        if let Some(kept) = begin(&app, &once, &hash).await? {
            return Ok(kept);
        }
        request.extensions_mut().insert(once.clone());
        let unfinished = Unfinished { app, once: Some(once) };
        let response = finish(next.run(request).await, &request_id);
        unfinished.end(response).await
    });
    done.await.map_err(Failure::internal)?
}

fn key(headers: &HeaderMap) -> Answer<Option<String>> {
    let Some(value) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    if text.is_empty() || text.chars().count() > IDEMPOTENCY_KEY_CHARS_MAX {
        let detail =
            format!("an Idempotency-Key has 1 to {IDEMPOTENCY_KEY_CHARS_MAX} visible ASCII characters");
        return Err(Failure::new(Code::InvalidRequest, detail));
    }
    Ok(Some(text.to_owned()))
}

fn request_hash(parts: &Parts, body: &[u8]) -> String {
    let header = |name| parts.headers.get(name).map(HeaderValue::as_bytes).unwrap_or_default();
    let target = parts.uri.path_and_query().map(PathAndQuery::as_str).unwrap_or_default();
    let encoding = header(header::CONTENT_ENCODING);
    secret::sha256_parts(&[parts.method.as_str().as_bytes(), target.as_bytes(), encoding, body])
}

/// The answer given before; `None` when this request is the first. Waits while another one is under way.
async fn begin(app: &App, once: &Once, hash: &str) -> Answer<Option<Response>> {
    let begun = Instant::now();
    loop {
        let what = StepKind::Begin { request_hash: hash.to_owned(), now: clock::now() };
        match app.ledger.step(&once.scope, &once.key, what).await? {
            Begin::New => return Ok(None),
            Begin::Done { status, answer } => return again(status, &answer).map(Some),
            Begin::Mismatch => {
                let detail =
                    "this Idempotency-Key was used for another request; use a fresh key for each change";
                return Err(Failure::new(Code::IdempotencyMismatch, detail));
            }
            // One process serves an SQLite folder, and in it one request has the key: an earlier process was killed.
            Begin::Running if app.store.backend() == "sqlite" => {
                app.store.idempotent_drop(&once.scope, &once.key).await?;
            }
            Begin::Running if begun.elapsed() < IDEMPOTENCY_WAIT_MAX => tokio::time::sleep(POLL).await,
            Begin::Running => {
                let detail = "a request with this key is still under way; ask again";
                return Err(Failure::new(Code::Unavailable, detail).retry_after(5));
            }
        }
    }
}

fn under_way(app: &App) -> MutexGuard<'_, HashSet<(String, String)>> {
    app.under_way.lock().unwrap_or_else(PoisonError::into_inner)
}

fn again(status: i64, answer: &[u8]) -> Answer<Response> {
    let kept: Kept = serde_json::from_slice(answer).map_err(Failure::internal)?;
    let status = u16::try_from(status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    let mut response = (status.unwrap_or(StatusCode::OK), kept.body).into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    for (name, value) in [(header::CONTENT_TYPE, kept.media_type), (header::ETAG, kept.tag)] {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            response.headers_mut().insert(name, value);
        }
    }
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    Ok(response)
}

/// A key that this process works on.
struct Marked {
    app: Arc<App>,
    once: Once,
}

impl Drop for Marked {
    fn drop(&mut self) {
        under_way(&self.app).remove(&(self.once.scope.clone(), self.once.key.clone()));
    }
}

/// A key that is taken. If the handler is broken off, the key becomes free again.
struct Unfinished {
    app: Arc<App>,
    once: Option<Once>,
}

impl Unfinished {
    /// Keeps the answer of a change that was made. What changed nothing may be tried again under the same key.
    async fn end(mut self, response: Response) -> Answer<Response> {
        let Some(once) = self.once.take() else { return Ok(response) };
        let store = &self.app.store;
        if !response.status().is_success() {
            store.idempotent_drop(&once.scope, &once.key).await?;
            return Ok(response);
        }
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, IDEMPOTENCY_ANSWER_BYTES_MAX).await.map_err(Failure::internal)?;
        let text = |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let kept =
            Kept { media_type: text(header::CONTENT_TYPE), tag: text(header::ETAG), body: body.to_vec() };
        let answer = serde_json::to_vec(&kept).map_err(Failure::internal)?;
        let status = i64::from(parts.status.as_u16());
        self.app.ledger.step(&once.scope, &once.key, StepKind::End { status, answer }).await?;
        Ok(Response::from_parts(parts, Body::from(body)))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let Some(once) = self.once.take() else { return };
        let store = self.app.store.clone();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { store.idempotent_drop(&once.scope, &once.key).await });
        }
    }
}
