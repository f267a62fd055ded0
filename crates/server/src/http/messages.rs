//! Messages in, one file or many, and the bytes of each message out again.

use super::caller::{Caller, Kind};
use super::extract::{In, Params, page_limit, parse};
use super::intake;
use super::limits::{
    BULK_BODY_BYTES_MAX, BULK_ITEMS_MAX, MESSAGE_BYTES_MAX, NAME_CHARS_MAX, RAW_BYTES_MAX, SHOWN_BYTES_MAX,
};
use super::problem::{Answer, Code, Failure, Problem, ProblemItem};
use super::{App, Shared, aside_async};
use crate::input::{InputError, OpenInput};
use crate::upload::{Compression, Received, Upload};
use crate::views::{MessageRef, Page};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tidewaiter_model::diagnostic;
use tidewaiter_model::provenance::{self, ByteSpan};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::FileRow;
use utoipa::{IntoParams, ToSchema};

/// What is wrong with a message, and where.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Diagnostic {
    /// Stable code, such as `CSV-TIME`.
    pub(super) code: String,
    /// `error` or `warning`.
    pub(super) severity: String,
    /// Column, element or JSON path.
    pub(super) path: String,
    /// What the standard wants here.
    pub(super) expected: String,
    /// What stood there.
    pub(super) found: String,
    /// The bytes in question.
    pub(super) span: Span,
    /// All of it in a sentence.
    pub(super) text: String,
}

/// Bytes within a file or a message.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(super) struct Span {
    /// Offset of the first.
    pub(super) start: u64,
    /// How many.
    pub(super) len: u64,
}

pub(super) fn diagnostic_view(one: &diagnostic::Diagnostic) -> Diagnostic {
    let severity = match one.severity {
        diagnostic::Severity::Error => "error",
        diagnostic::Severity::Warning => "warning",
    };
    let found = crate::words::printable(&one.found);
    Diagnostic {
        code: one.code.clone(),
        severity: severity.to_owned(),
        path: one.path.clone(),
        expected: one.expected.clone(),
        span: Span { start: one.span.start, len: one.span.len },
        text: format!("{}: expected {}, found `{found}`", one.path, one.expected),
        found,
    }
}

/// What became of a file's messages: read = accepted + duplicate + quarantined.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FileReceipt {
    /// Number of the file in the store.
    number: i64,
    name: String,
    #[schema(required)]
    sender: Option<String>,
    /// Format that was recognised.
    #[schema(required)]
    format: Option<String>,
    #[schema(value_type = Option<String>, format = DateTime, required)]
    received: Option<UtcTime>,
    read: u64,
    accepted: u64,
    duplicate: u64,
    quarantined: u64,
    /// Accepted messages whose source and id were known with other content.
    conflicts: u64,
    #[schema(required)]
    error: Option<String>,
    /// What is wrong with its messages; spans count from the start of the decompressed file.
    diagnostics: Vec<Diagnostic>,
}

impl From<FileRow> for FileReceipt {
    fn from(row: FileRow) -> FileReceipt {
        let FileRow { receipt, format, received, sender, .. } = row;
        FileReceipt {
            number: receipt.number,
            name: crate::words::file_name(&receipt.name),
            sender,
            format: Some(format),
            received: Some(received),
            read: receipt.read,
            accepted: receipt.accepted,
            duplicate: receipt.duplicate,
            quarantined: receipt.quarantined,
            conflicts: receipt.conflicts,
            error: None,
            diagnostics: Vec::new(),
        }
    }
}

/// How a file is named.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct SendParams {
    /// Name of the file on its receipt.
    name: Option<String>,
}

/// Send one file of messages
///
/// Any format that is read; `Content-Encoding: gzip` or `zstd`. The answer comes when the file is on disk.
#[utoipa::path(post, path = "/messages", tag = "messages",
    params(SendParams, ("Idempotency-Key" = Option<String>, Header), ("Content-Encoding" = Option<String>, Header)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = FileReceipt)))]
pub(super) async fn send(
    State(app): Shared,
    caller: Caller,
    headers: HeaderMap,
    Params(asked): Params<SendParams>,
    body: Bytes,
) -> Answer<Json<FileReceipt>> {
    if body.is_empty() {
        return Err(Failure::new(Code::InvalidRequest, "the body is empty; send one file of messages"));
    }
    let compression = compression(&headers)?;
    let name = file_name(asked.name.as_deref().unwrap_or("message"));
    keep(&app, &caller, name, body, compression).await.map(Json)
}

fn file_name(name: &str) -> String {
    crate::words::printable(name).chars().take(NAME_CHARS_MAX).collect()
}

fn compression(headers: &HeaderMap) -> Answer<Compression> {
    let value = headers.get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap_or("?"));
    match value.map(str::to_ascii_lowercase).as_deref() {
        None | Some("identity") => Ok(Compression::AsRecognised),
        Some("gzip" | "x-gzip") => Ok(Compression::Gzip),
        Some("zstd") => Ok(Compression::Zstd),
        Some(other) => {
            let item = ProblemItem::new("header:content-encoding", "bad_value", &[("found", other)]);
            let detail = format!("the encoding `{other}` is not read; send gzip, zstd or plain");
            Err(Failure::new(Code::UnsupportedEncoding, detail).with(item))
        }
    }
}

async fn keep(
    app: &Arc<App>,
    caller: &Caller,
    name: String,
    bytes: Bytes,
    compression: Compression,
) -> Answer<FileReceipt> {
    let sender = sender(caller);
    let upload = Upload { name, sender: sender.clone(), bytes, compression };
    let received = app.intake.keep(vec![upload], from(caller)).await?.pop();
    receipt(received.ok_or_else(|| Failure::internal("a file gave no receipt"))?, sender)
}

fn sender(caller: &Caller) -> Option<String> {
    match &caller.kind {
        Kind::Key { sender, .. } => Some(sender.clone()),
        Kind::Session { .. } => Some(caller.login.clone()),
        Kind::Local => None,
    }
}

fn from(caller: &Caller) -> intake::From {
    intake::From {
        actor: caller.login.clone(),
        origin: caller.origin.clone(),
        request: caller.request.clone(),
    }
}

pub(super) fn receipt(received: Received, sender: Option<String>) -> Answer<FileReceipt> {
    let Received { number, report, time } = received;
    let diagnostics: Vec<Diagnostic> = report.diagnostics.iter().map(diagnostic_view).collect();
    if let Some(error) = report.error {
        let failure = Failure::new(Code::Unreadable, format!("{error}; nothing of it was kept"));
        return Err(diagnostics.iter().fold(failure, |failure, one| {
            let params = [("expected", one.expected.as_str()), ("found", one.found.as_str())];
            let pointer = format!("bytes:{}-{}", one.span.start, one.span.start + one.span.len);
            failure.with(ProblemItem::new(pointer, &one.code, &params))
        }));
    }
    let counts = report.counts;
    Ok(FileReceipt {
        number: number.unwrap_or_default(),
        name: report.name,
        sender,
        format: report.format,
        received: Some(time),
        read: counts.read,
        accepted: counts.accepted,
        duplicate: counts.duplicate,
        quarantined: counts.quarantined,
        conflicts: counts.conflicts,
        error: None,
        diagnostics,
    })
}

/// Many files in one request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Bulk {
    /// At most 1,000.
    items: Vec<BulkItem>,
}

/// One file of many: either `text` or `base64`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BulkItem {
    name: String,
    /// The file, where it is text.
    text: Option<String>,
    /// The file in base64, where it is not; may be compressed.
    base64: Option<String>,
}

/// What became of each, and in all.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BulkAnswer {
    items: Vec<BulkReceipt>,
    read: u64,
    accepted: u64,
    duplicate: u64,
    quarantined: u64,
}

/// What became of one file of many.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BulkReceipt {
    #[schema(required)]
    receipt: Option<FileReceipt>,
    #[schema(required)]
    problem: Option<Problem>,
}

/// Send many files of messages
///
/// At most 1,000, each answered for itself. The JSON may be sent with `Content-Encoding: gzip` or `zstd`.
#[utoipa::path(post, path = "/messages/bulk", tag = "messages", request_body = Bulk,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 200, body = BulkAnswer)))]
pub(super) async fn send_many(
    State(app): Shared,
    caller: Caller,
    headers: HeaderMap,
    body: Bytes,
) -> Answer<Json<BulkAnswer>> {
    let compression = compression(&headers)?;
    let bulk: Bulk = parse(&inflated(body, compression).await?)?;
    if bulk.items.is_empty() || bulk.items.len() > BULK_ITEMS_MAX {
        let item = ProblemItem::new("/items", "bad_length", &[("found", &bulk.items.len().to_string())]);
        let detail = format!("send 1 to {BULK_ITEMS_MAX} files at once");
        return Err(Failure::new(Code::InvalidRequest, detail).with(item));
    }
    let sender = sender(&caller);
    let mut refused = Vec::new();
    let mut uploads = Vec::with_capacity(bulk.items.len());
    for (at, item) in bulk.items.into_iter().enumerate() {
        let (name, sender) = (file_name(&item.name), sender.clone());
        let compression = Compression::AsRecognised;
        match content(at, item.text, item.base64) {
            Ok(bytes) => {
                uploads.push(Upload { name, sender, bytes, compression });
                refused.push(None);
            }
            Err(failure) => refused.push(Some(failure)),
        }
    }
    // With every item refused there is nothing to keep.
    let kept = if uploads.is_empty() { Vec::new() } else { app.intake.keep(uploads, from(&caller)).await? };
    let mut kept = kept.into_iter();
    let missing = || Failure::internal("a file gave no receipt");
    let kept = refused.into_iter().map(|refused| match refused {
        Some(failure) => Err(failure),
        None => kept.next().ok_or_else(missing).and_then(|received| receipt(received, sender.clone())),
    });
    let mut answer = BulkAnswer { items: Vec::new(), read: 0, accepted: 0, duplicate: 0, quarantined: 0 };
    for kept in kept {
        let (receipt, problem) = match kept {
            Ok(receipt) => (Some(receipt), None),
            Err(failure) => (None, Some(failure.into_problem(&caller.request))),
        };
        if let Some(receipt) = &receipt {
            answer.read += receipt.read;
            answer.accepted += receipt.accepted;
            answer.duplicate += receipt.duplicate;
            answer.quarantined += receipt.quarantined;
        }
        answer.items.push(BulkReceipt { receipt, problem });
    }
    Ok(Json(answer))
}

fn content(at: usize, text: Option<String>, base64: Option<String>) -> Answer<Bytes> {
    let wrong = |code: &str, detail: &str| {
        Failure::new(Code::InvalidRequest, detail).with(ProblemItem::new(format!("/items/{at}"), code, &[]))
    };
    match (text, base64) {
        (Some(text), None) => Ok(Bytes::from(text)),
        (None, Some(text)) => {
            STANDARD.decode(text).map(Bytes::from).map_err(|_| wrong("bad_base64", "this is not base64"))
        }
        _ => Err(wrong("bad_value", "a file has either `text` or `base64`")),
    }
}

async fn inflated(body: Bytes, compression: Compression) -> Answer<Bytes> {
    if compression == Compression::AsRecognised {
        return Ok(body);
    }
    let inflated = tokio::task::spawn_blocking(move || -> Result<Vec<u8>, InputError> {
        let mut open = OpenInput::of_bytes("the body", body, BULK_BODY_BYTES_MAX as u64)?;
        open.must_be(compression.word())?;
        let mut bytes = Vec::new();
        while !open.fill(&mut bytes, 1 << 20)? {}
        Ok(bytes)
    });
    match inflated.await.map_err(Failure::internal)? {
        Ok(bytes) => Ok(Bytes::from(bytes)),
        Err(InputError::TooLong { limit, .. }) => Err(Failure::new(
            Code::TooLarge,
            format!("a bulk request has at most {limit} bytes decompressed"),
        )),
        Err(error) => Err(Failure::new(Code::Unreadable, error.to_string())),
    }
}

/// Which receipts.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct FilesParams {
    /// What the page before gave as `next`.
    after: Option<i64>,
    /// Receipts on the page, 1 to 200.
    limit: Option<i64>,
    /// Only of this sender.
    sender: Option<String>,
}

/// Receipts of files, latest first
///
/// A key sees those of its own sender.
#[utoipa::path(get, path = "/files", tag = "messages", params(FilesParams),
    responses((status = 200, body = Page<FileReceipt>)))]
pub(super) async fn files(
    State(app): Shared,
    caller: Caller,
    Params(asked): Params<FilesParams>,
) -> Answer<Json<Page<FileReceipt>>> {
    let limit = page_limit(asked.limit)?;
    let sender = caller.sender().map(str::to_owned).or(asked.sender);
    let rows = app.store.files_page(sender.as_deref(), asked.after, limit + 1).await?;
    Ok(Json(page(rows.into_iter().map(FileReceipt::from).collect(), limit, |receipt| receipt.number)))
}

/// A page of what was read, one more than fits: whether there is a next page.
pub(super) fn page<T>(mut items: Vec<T>, limit: i64, number: impl Fn(&T) -> i64) -> Page<T> {
    let limit = usize::try_from(limit).unwrap_or_default();
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|last| number(last).to_string());
    Page { items, next, total: None }
}

/// How to hand out a message.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct BytesParams {
    /// `1` for the bytes themselves.
    raw: Option<u8>,
}

/// A message as it was received.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MessageText {
    message: MessageRef,
    file_name: String,
    format: String,
    #[schema(required)]
    sender: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    received: UtcTime,
    /// Bytes that are not UTF-8 are shown as U+FFFD.
    text: String,
    /// Whether there is more than is shown.
    truncated: bool,
    bytes_len: u64,
}

/// The bytes of a message
#[utoipa::path(get, path = "/messages/{file}/{start}/{len}", tag = "messages",
    params(("file" = i64, Path), ("start" = u64, Path), ("len" = u64, Path), BytesParams),
    responses((status = 200, content((MessageText = "application/json"), (Vec<u8> = "application/octet-stream")))))]
pub(super) async fn bytes(
    State(app): Shared,
    In((file, start, len)): In<(i64, u64, u64)>,
    Params(asked): Params<BytesParams>,
) -> Answer<Response> {
    let missing = || Failure::new(Code::NotFound, "there is no such message");
    let row = app.store.file(file).await?.ok_or_else(missing)?;
    let inside = start.checked_add(len).is_some_and(|end| end <= row.content_size);
    if !inside || len == 0 {
        return Err(missing());
    }
    let raw = asked.raw == Some(1);
    let limit = if raw { RAW_BYTES_MAX } else { SHOWN_BYTES_MAX };
    if raw && len > limit {
        return Err(Failure::new(Code::TooLarge, format!("at most {limit} bytes are handed out at once")));
    }
    let message = provenance::MessageRef { file, span: ByteSpan::new(start, len.min(limit)) };
    let store = app.store.clone();
    let bytes = aside_async(async move { store.message_bytes(message).await }).await?;
    if raw {
        let mut response = bytes.into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
        // A message must never be shown as a page of ours.
        headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
        return Ok(response);
    }
    let text = MessageText {
        message: MessageRef { file, start, len },
        file_name: crate::words::file_name(&row.receipt.name),
        format: row.format,
        sender: row.sender,
        received: row.received,
        text: String::from_utf8_lossy(&bytes).into_owned(),
        truncated: len > limit,
        bytes_len: len,
    };
    Ok(Json(text).into_response())
}

const _: () = assert!(MESSAGE_BYTES_MAX >= BULK_BODY_BYTES_MAX as u64);
