//! What handlers take from a request, with problems instead of plain text when it does not fit.

use super::problem::{Answer, Code, Failure, ProblemItem};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A JSON body. The guard has read it already, within its limits.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Answer<Body<T>> {
        let media_type = request.headers().get(header::CONTENT_TYPE).cloned();
        let bytes = Bytes::from_request(request, state).await.map_err(|error| {
            Failure::new(Code::InvalidRequest, format!("the body could not be read: {error}"))
        })?;
        let is_json = media_type.as_ref().and_then(|value| value.to_str().ok()).is_none_or(|value| {
            let essence = value.split(';').next().unwrap_or_default().trim();
            essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")
        });
        if !is_json {
            let detail = "this takes JSON; send it with Content-Type: application/json";
            return Err(Failure::new(Code::UnsupportedEncoding, detail));
        }
        parse(&bytes).map(Body)
    }
}

/// Reads JSON; an empty body reads as an empty object. The problem points at the member that is wrong.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Answer<T> {
    let bytes = if bytes.trim_ascii().is_empty() { b"{}" } else { bytes };
    // Derived readers take a list for the members in their order; the document knows objects only.
    if bytes.trim_ascii_start().starts_with(b"[") {
        let item = ProblemItem::new("", "bad_value", &[("found", "a list")]);
        return Err(Failure::new(Code::InvalidRequest, "the body is a list; send a JSON object").with(item));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let parsed = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let pointer = pointer(&error.path().to_string());
        let said = error.into_inner().to_string();
        let item = ProblemItem::new(pointer, "bad_value", &[("found", &said)]);
        Failure::new(Code::InvalidRequest, format!("the body is not what was expected: {said}")).with(item)
    })?;
    deserializer.end().map_err(|error| {
        Failure::new(Code::InvalidRequest, format!("there is something behind the JSON document: {error}"))
    })?;
    Ok(parsed)
}

/// `items[2].name` as a JSON pointer (RFC 6901).
fn pointer(path: &str) -> String {
    if path == "." || path.is_empty() {
        return String::new();
    }
    let dotted = path.replace('[', ".").replace(']', "");
    dotted
        .split('.')
        .filter(|part| !part.is_empty())
        .fold(String::new(), |pointer, part| pointer + "/" + part)
}

/// The query parameters.
pub(super) struct Params<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Params<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Answer<Params<T>> {
        let Query(params) = Query::<T>::from_request_parts(parts, state).await.map_err(|error| {
            let said = error.body_text();
            let item = ProblemItem::new("query", "bad_value", &[("found", &said)]);
            Failure::new(Code::InvalidRequest, said).with(item)
        })?;
        Ok(Params(params))
    }
}

/// What varies in the path.
pub(super) struct In<T>(pub(super) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for In<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Answer<In<T>> {
        let Path(value) = Path::<T>::from_request_parts(parts, state).await.map_err(|error| {
            let said = error.body_text();
            Failure::new(Code::NotFound, said)
        })?;
        Ok(In(value))
    }
}

/// The version that the client has seen, from `If-Match`.
pub(super) struct IfMatch(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Answer<IfMatch> {
        if_match(&parts.headers).map(IfMatch)
    }
}

fn if_match(headers: &HeaderMap) -> Answer<String> {
    let missing = || {
        let detail = "send If-Match with the version you have seen, so that a colleague's change is not lost";
        Failure::new(Code::PreconditionRequired, detail)
    };
    let value = headers.get(header::IF_MATCH).ok_or_else(missing)?;
    let value = value.to_str().map_err(|_| Failure::new(Code::InvalidRequest, "If-Match is not ASCII"))?;
    let tag = value.trim().trim_start_matches("W/").trim_matches('"');
    Ok(tag.to_owned())
}

impl IfMatch {
    /// The version as the number it is for most things. What is no number was never given out: stale.
    pub(super) fn number(&self) -> Answer<i64> {
        self.0.parse().map_err(|_| stale())
    }
}

/// The answer to a version that is not the present one.
pub(super) fn stale() -> Failure {
    Failure::new(Code::Stale, "it was changed since you read it; read it again and repeat your change")
}

/// JSON with an `ETag`.
pub(super) struct Tagged<T>(pub(super) String, pub(super) T);

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        let mut response = axum::Json(self.1).into_response();
        if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", self.0)) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// A page's size from `limit`: 1 to `PAGE_MAX`.
pub(super) fn page_limit(limit: Option<i64>) -> Answer<i64> {
    use super::limits::{PAGE_DEFAULT, PAGE_MAX};
    match limit {
        None => Ok(PAGE_DEFAULT),
        Some(limit) if (1..=PAGE_MAX).contains(&limit) => Ok(limit),
        Some(limit) => {
            let found = limit.to_string();
            let item = ProblemItem::new("query:limit", "bad_value", &[("found", &found), ("maximum", "200")]);
            Err(Failure::new(Code::InvalidRequest, format!("a page has 1 to {PAGE_MAX} items")).with(item))
        }
    }
}

/// A text of a body that must hold something and at most `chars_max` characters, without control characters.
pub(super) fn named(text: &str, pointer: &str, chars_max: usize) -> Answer<String> {
    let text = text.trim();
    let length = text.chars().count();
    let plain = !text.chars().any(char::is_control);
    if (1..=chars_max).contains(&length) && plain {
        return Ok(text.to_owned());
    }
    let item = ProblemItem::new(pointer, "bad_value", &[("maximum", &chars_max.to_string())]);
    Err(Failure::new(
        Code::InvalidRequest,
        format!("{pointer} must have 1 to {chars_max} characters in one line"),
    )
    .with(item))
}
