//! What a client is told when something did not work: RFC 9457 problem details, one shape for every error.
//!
//! What goes out never repeats what the database or the system said: that is written to standard error under the same
//! request id, for the person who runs the server.

use crate::Error;
use crate::views::Person;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tidewaiter_store::StoreError;
use utoipa::ToSchema;

/// Media type of a problem (RFC 9457, section 3).
pub const PROBLEM_JSON: &str = "application/problem+json";

/// The kinds of problem that a client may want to tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Code {
    InvalidRequest,
    NotSignedIn,
    WrongCredentials,
    WrongSignature,
    TooManyAttempts,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    NoFreeCase,
    NothingAssessed,
    LockedByOther,
    LockLost,
    Stale,
    PreconditionRequired,
    Conflict,
    IdempotencyMismatch,
    TooLate,
    TooLarge,
    Unreadable,
    UnsupportedEncoding,
    RateLimited,
    Unavailable,
    Internal,
}

impl Code {
    /// The status that goes with it, and a short title.
    pub const fn status_and_title(self) -> (StatusCode, &'static str) {
        match self {
            Code::InvalidRequest => (StatusCode::BAD_REQUEST, "the request is not valid"),
            Code::NotSignedIn => (StatusCode::UNAUTHORIZED, "not signed in"),
            Code::WrongCredentials => (StatusCode::UNAUTHORIZED, "login or password is wrong"),
            Code::WrongSignature => (StatusCode::UNAUTHORIZED, "the signature is wrong"),
            Code::TooManyAttempts => (StatusCode::TOO_MANY_REQUESTS, "too many failed attempts"),
            Code::Forbidden => (StatusCode::FORBIDDEN, "not allowed"),
            Code::NotFound => (StatusCode::NOT_FOUND, "not found"),
            Code::MethodNotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "method not allowed"),
            Code::NoFreeCase => (StatusCode::NOT_FOUND, "no free case"),
            Code::NothingAssessed => (StatusCode::CONFLICT, "nothing has been assessed yet"),
            Code::LockedByOther => (StatusCode::CONFLICT, "a colleague has this case"),
            Code::LockLost => (StatusCode::CONFLICT, "the case is no longer yours"),
            Code::Stale => (StatusCode::PRECONDITION_FAILED, "changed in the meantime"),
            Code::PreconditionRequired => (StatusCode::PRECONDITION_REQUIRED, "If-Match is missing"),
            Code::Conflict => (StatusCode::CONFLICT, "conflict"),
            Code::IdempotencyMismatch => {
                (StatusCode::UNPROCESSABLE_ENTITY, "the key was used for another request")
            }
            Code::TooLate => (StatusCode::CONFLICT, "too late"),
            Code::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too large"),
            Code::Unreadable => (StatusCode::UNPROCESSABLE_ENTITY, "the message cannot be read"),
            Code::UnsupportedEncoding => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported encoding"),
            Code::RateLimited => (StatusCode::TOO_MANY_REQUESTS, "too many requests"),
            Code::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "not available just now"),
            Code::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "something failed here"),
        }
    }
}

/// One thing that is wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProblemItem {
    /// Where: a JSON pointer into the body, `query:limit`, `filter:12-17` or `line:3`.
    pub pointer: String,
    /// What is wrong, a stable word.
    pub code: String,
    /// What was found, what was expected, what is nearest.
    pub params: BTreeMap<String, String>,
}

impl ProblemItem {
    /// One thing that is wrong, with what was found and what to do.
    pub fn new(pointer: impl Into<String>, code: &str, params: &[(&str, &str)]) -> ProblemItem {
        let params = params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        ProblemItem { pointer: pointer.into(), code: code.to_owned(), params }
    }
}

/// RFC 9457 problem details.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `about:blank`: the code says which kind it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// Short, the same for every problem of this code.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Stable word for the kind.
    pub code: Code,
    /// What happened here and what to do next.
    pub detail: String,
    /// Under this id the server has more to say to the person who runs it.
    pub request_id: String,
    /// What exactly is wrong with the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<ProblemItem>>,
    /// Who has the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Person>,
    /// Seconds after which to try again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u64>,
}

/// A problem on its way out; boxed, since it is the rare half of every result.
#[derive(Debug)]
pub struct Failure {
    pub(crate) problem: Box<Problem>,
    /// For standard error only.
    pub(crate) internal: Option<String>,
}

/// The result of a handler.
pub type Answer<T> = Result<T, Failure>;

impl Failure {
    /// A problem of a kind with what happened and what to do.
    pub fn new(code: Code, detail: impl Into<String>) -> Failure {
        let (status, title) = code.status_and_title();
        let problem = Problem {
            kind: "about:blank".to_owned(),
            title: title.to_owned(),
            status: status.as_u16(),
            code,
            detail: detail.into(),
            request_id: String::new(),
            errors: None,
            holder: None,
            retry_after_seconds: None,
        };
        Failure { problem: Box::new(problem), internal: None }
    }

    /// Something failed on our side. `internal` goes to standard error and to nobody else.
    pub fn internal(internal: impl std::fmt::Display) -> Failure {
        let detail = "the server could not do this; tell its administrator the request id";
        let mut failure = Failure::new(Code::Internal, detail);
        failure.internal = Some(internal.to_string());
        failure
    }

    /// The same with what exactly is wrong.
    pub fn with(mut self, item: ProblemItem) -> Failure {
        self.problem.errors.get_or_insert_default().push(item);
        self
    }

    /// The same with who has the case.
    pub fn held_by(mut self, login: &str, name: &str) -> Failure {
        self.problem.holder = Some(Person { login: login.to_owned(), name: name.to_owned() });
        self
    }

    /// The same with seconds to wait.
    pub fn retry_after(mut self, seconds: u64) -> Failure {
        self.problem.retry_after_seconds = Some(seconds);
        self
    }

    /// What happened and what to do, as the client reads it.
    pub fn said(&self) -> &str {
        &self.problem.detail
    }

    /// Its code.
    pub fn code(&self) -> Code {
        self.problem.code
    }

    /// The problem by itself, for answers that carry one for each item.
    pub fn into_problem(self, request_id: &str) -> Problem {
        if let Some(internal) = &self.internal {
            log(request_id, internal);
        }
        Problem { request_id: request_id.to_owned(), ..*self.problem }
    }
}

/// A line for the person who runs the server.
pub(crate) fn log(request_id: &str, text: &str) {
    log_plain(&format!("request {request_id}: {text}"));
}

/// The same where no request is behind it.
pub(crate) fn log_plain(text: &str) {
    use std::io::Write;
    // With standard error closed there is nobody to tell.
    let _ = writeln!(std::io::stderr().lock(), "tidewaiter: {text}");
}

/// What the outer layer needs to finish the answer: it knows the request id.
#[derive(Debug, Clone)]
pub(crate) struct Unfinished {
    pub(crate) problem: Problem,
    pub(crate) internal: Option<String>,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let unfinished = Unfinished { problem: *self.problem, internal: self.internal };
        let mut response = status.into_response();
        response.extensions_mut().insert(unfinished);
        response
    }
}

/// Writes a problem's body under its request id.
pub(crate) fn finish(response: Response, request_id: &str) -> Response {
    let Some(unfinished) = response.extensions().get::<Unfinished>().cloned() else { return response };
    if let Some(internal) = &unfinished.internal {
        log(request_id, internal);
    }
    let retry = unfinished.problem.retry_after_seconds;
    let problem = Problem { request_id: request_id.to_owned(), ..unfinished.problem };
    let code = problem.code;
    let headers = response.headers().clone();
    let mut finished = (response.status(), Json(problem)).into_response();
    finished.headers_mut().extend(headers.into_iter().filter(|(name, _)| name.is_some()));
    finished.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
    finished.headers_mut().remove(header::CONTENT_LENGTH);
    if let Some(value) = retry.and_then(|seconds| HeaderValue::from_str(&seconds.to_string()).ok()) {
        finished.headers_mut().insert(header::RETRY_AFTER, value);
    }
    if matches!(code, Code::NotSignedIn) {
        let scheme = HeaderValue::from_static("Bearer realm=\"tidewaiter\"");
        finished.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
    }
    finished
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        match error {
            StoreError::Conflict { what } => Failure::new(Code::Conflict, what),
            StoreError::Stale { what } => Failure::new(
                Code::Stale,
                format!("{what} was changed since you read it; read it again and repeat your change"),
            ),
            StoreError::Limit { .. } => Failure::new(Code::Conflict, error.to_string()),
            other => Failure::internal(other),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::Store(error) => error.into(),
            Error::NothingAssessed => Failure::new(
                Code::NothingAssessed,
                "no assessment has been made yet; send messages, then ask for one with POST /assessments",
            ),
            Error::NoSuchConsignment { asked, nearest } => {
                let near = nearest.join(", ");
                let detail = format!("no assessed consignment answers to `{asked}`");
                let item = ProblemItem::new("path:id", "unknown", &[("found", &asked), ("nearest", &near)]);
                Failure::new(Code::NotFound, detail).with(item)
            }
            Error::NoSuchContainer { asked, nearest } => {
                let near = nearest.join(", ");
                let detail = format!("no message tells of container `{asked}`");
                let item =
                    ProblemItem::new("path:number", "unknown", &[("found", &asked), ("nearest", &near)]);
                Failure::new(Code::NotFound, detail).with(item)
            }
            Error::NoSuchArea { asked, nearest } => {
                let near = nearest.join(", ");
                let detail = format!("no port area has the code `{asked}`");
                let item = ProblemItem::new("path:code", "unknown", &[("found", &asked), ("nearest", &near)]);
                Failure::new(Code::NotFound, detail).with(item)
            }
            Error::NoSuchQuarantine(id) => {
                Failure::new(Code::NotFound, format!("no message number {id} is in quarantine"))
            }
            Error::NoSuchSender(_) => Failure::new(Code::NotFound, error.to_string()),
            Error::NoFreeCase => Failure::new(Code::NoFreeCase, error.to_string()),
            Error::Filter(faults) => {
                let texts: Vec<&str> =
                    faults.iter().map(|fault| fault.text.as_str()).filter(|text| !text.is_empty()).collect();
                let detail =
                    if texts.is_empty() { "the filter cannot be read".to_owned() } else { texts.join(" ") };
                let failure = Failure::new(Code::InvalidRequest, detail);
                faults.iter().fold(failure, |failure, fault| {
                    let params: Vec<(&str, &str)> =
                        fault.params.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    let pointer = format!("filter:{}-{}", fault.start, fault.end);
                    failure.with(ProblemItem::new(pointer, fault.code, &params))
                })
            }
            Error::Page { what, found, next } => {
                let item = ProblemItem::new("query", "bad_value", &[("found", &found)]);
                Failure::new(Code::InvalidRequest, format!("`{found}` is no {what}; {next}")).with(item)
            }
            Error::Use(text) => Failure::new(Code::InvalidRequest, text),
            Error::Input(error) => Failure::new(Code::Unreadable, error.to_string()),
            other => Failure::internal(other),
        }
    }
}
