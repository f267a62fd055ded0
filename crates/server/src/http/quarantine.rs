//! Messages that could not become records: list, show with the places marked, correct, replay, discard.

use super::caller::Caller;
use super::extract::{Body, In, Params, Tagged, named, page_limit};
use super::limits::{SHOWN_BYTES_MAX, TEXT_CHARS_MAX};
use super::messages::{Diagnostic, Span, diagnostic_view};
use super::problem::{Answer, Code, Failure, ProblemItem};
use super::{App, Shared, aside_async};
use crate::ingest::IngestOptions;
use crate::quarantine::replay;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, QuarantineFilter, QuarantineRow, QuarantineState, Resolution};
use utoipa::{IntoParams, ToSchema};

/// A message in quarantine.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct QuarantineItem {
    id: i64,
    /// `open`, `replayed` or `discarded`.
    state: String,
    /// Name of the file it came in.
    file: String,
    file_number: i64,
    #[schema(required)]
    sender: Option<String>,
    format: String,
    #[schema(value_type = String, format = DateTime)]
    received: UtcTime,
    /// Its bytes within the decompressed file.
    span: Span,
    /// Spans count from the start of the message.
    diagnostics: Vec<Diagnostic>,
    /// Login of whoever replayed or discarded it.
    #[schema(required)]
    resolved_by: Option<String>,
    /// For `If-Match`.
    version: String,
}

/// A page of the quarantine, with how many there are in all and of which kind.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct QuarantinePage {
    items: Vec<QuarantineItem>,
    #[schema(required)]
    next: Option<String>,
    total: u64,
    by_code: Vec<CodeCount>,
    by_sender: Vec<SenderCount>,
}

/// How many were refused with one code.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CodeCount {
    code: String,
    count: u64,
}

/// How many of one sender were refused.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SenderCount {
    /// Empty where it is not known.
    sender: String,
    count: u64,
}

/// A message in quarantine with its content.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct QuarantineMessage {
    #[serde(flatten)]
    item: QuarantineItem,
    /// The content in pieces; those that a diagnostic is about are marked.
    segments: Vec<Segment>,
    /// The whole content.
    text: String,
    /// Whether there is more than is shown.
    truncated: bool,
    /// Whether a corrected text can be sent: it is whole and it is text.
    editable: bool,
}

/// A piece of a message.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct Segment {
    text: String,
    /// Which of the diagnostics it is about.
    #[schema(required)]
    diagnostic: Option<usize>,
}

/// Which messages.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct QuarantineParams {
    /// `open` (if not given), `replayed`, `discarded` or `all`.
    state: Option<String>,
    /// Only those refused with this code.
    code: Option<String>,
    /// Only of this sender.
    sender: Option<String>,
    /// What the page before gave as `next`.
    after: Option<i64>,
    /// Messages on the page, 1 to 200.
    limit: Option<i64>,
}

/// Messages in quarantine, oldest first
#[utoipa::path(get, path = "/quarantine", tag = "quarantine", params(QuarantineParams),
    responses((status = 200, body = QuarantinePage)))]
pub(super) async fn list(
    State(app): Shared,
    Params(asked): Params<QuarantineParams>,
) -> Answer<Json<QuarantinePage>> {
    let limit = page_limit(asked.limit)?;
    let state = match asked.state.as_deref() {
        None => Some(QuarantineState::Open),
        Some("all") => None,
        Some(word) => Some(QuarantineState::from_word(word).ok_or_else(|| {
            let item = ProblemItem::new("query:state", "bad_value", &[("found", word)]);
            Failure::new(Code::InvalidRequest, "a state is open, replayed, discarded or all").with(item)
        })?),
    };
    let filter = QuarantineFilter { state, code: asked.code.as_deref(), sender: asked.sender.as_deref() };
    let rows = app.store.quarantine_page(&filter, asked.after, limit + 1).await?;
    let totals = app.store.quarantine_totals(&filter).await?;
    let page = super::messages::page(rows.into_iter().map(view).collect(), limit, |item| item.id);
    let by_code = totals.by_code.into_iter().map(|(code, count)| CodeCount { code, count }).collect();
    let by_sender = totals.by_sender.into_iter();
    let by_sender =
        by_sender.map(|(sender, count)| SenderCount { sender: sender.unwrap_or_default(), count });
    Ok(Json(QuarantinePage {
        items: page.items,
        next: page.next,
        total: totals.total,
        by_code,
        by_sender: by_sender.collect(),
    }))
}

fn view(row: QuarantineRow) -> QuarantineItem {
    QuarantineItem {
        id: row.id,
        state: row.state.as_str().to_owned(),
        file: crate::words::file_name(&row.file_name),
        file_number: row.message.file,
        sender: row.sender,
        format: row.format,
        received: row.received,
        span: Span { start: row.message.span.start, len: row.message.span.len },
        diagnostics: row.diagnostics.iter().map(diagnostic_view).collect(),
        resolved_by: row.resolver,
        version: row.version.to_string(),
    }
}

/// One message with its content
#[utoipa::path(get, path = "/quarantine/{id}", tag = "quarantine", params(("id" = i64, Path)),
    responses((status = 200, body = QuarantineMessage)))]
pub(super) async fn show(State(app): Shared, In(id): In<i64>) -> Answer<Tagged<QuarantineMessage>> {
    let row = get(&app, id).await?;
    let limit = usize::try_from(SHOWN_BYTES_MAX).unwrap_or(usize::MAX);
    let bytes = row.bytes.clone().unwrap_or_default();
    let truncated = bytes.len() > limit || row.bytes.is_none();
    let shown = &bytes[..bytes.len().min(limit)];
    let item = view(row);
    let message = QuarantineMessage {
        segments: segments(shown, &item.diagnostics),
        text: String::from_utf8_lossy(shown).into_owned(),
        truncated,
        editable: !truncated && std::str::from_utf8(shown).is_ok() && item.state == "open",
        item,
    };
    Ok(Tagged(message.item.version.clone(), message))
}

async fn get(app: &App, id: i64) -> Answer<QuarantineRow> {
    let store = app.store.clone();
    let row = aside_async(async move { store.quarantine_get(id).await }).await?;
    row.ok_or_else(|| crate::Error::NoSuchQuarantine(id).into())
}

/// Cuts a message where its diagnostics begin and end. Where two overlap, the one that begins first keeps the bytes.
fn segments(bytes: &[u8], diagnostics: &[Diagnostic]) -> Vec<Segment> {
    let place = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX).min(bytes.len());
    let mut marks: Vec<(usize, usize, usize)> = diagnostics
        .iter()
        .enumerate()
        .map(|(at, one)| (place(one.span.start), place(one.span.start.saturating_add(one.span.len)), at))
        .filter(|(start, end, _)| start < end)
        .collect();
    marks.sort_unstable();
    let text = |from: usize, to: usize| String::from_utf8_lossy(&bytes[from..to]).into_owned();
    let (mut segments, mut done) = (Vec::new(), 0);
    for (start, end, at) in marks {
        let start = start.max(done);
        if start >= end {
            continue;
        }
        if start > done {
            segments.push(Segment { text: text(done, start), diagnostic: None });
        }
        segments.push(Segment { text: text(start, end), diagnostic: Some(at) });
        done = end;
    }
    if done < bytes.len() {
        segments.push(Segment { text: text(done, bytes.len()), diagnostic: None });
    }
    segments
}

/// The corrected message.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Corrected {
    /// In place of what was sent; as it was sent if not given.
    text: Option<String>,
}

/// What became of a replayed message.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Replayed {
    /// Whether it left quarantine.
    resolved: bool,
    /// What is still wrong. Spans count from the start of the text that was sent.
    diagnostics: Vec<Diagnostic>,
}

/// Read a message again, as sent or as corrected
#[utoipa::path(post, path = "/quarantine/{id}/replay", tag = "quarantine", request_body = Corrected,
    params(("id" = i64, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Replayed)))]
pub(super) async fn replay_one(
    State(app): Shared,
    caller: Caller,
    In(id): In<i64>,
    Body(asked): Body<Corrected>,
) -> Answer<Json<Replayed>> {
    must_be_open(&get(&app, id).await?)?;
    let report = run(&app, &caller, vec![id], asked.text.map(String::into_bytes)).await?;
    let message = report.messages.into_iter().next();
    let message = message.ok_or_else(|| Failure::internal(format!("no answer about message {id}")))?;
    let diagnostics = message.diagnostics.iter().map(diagnostic_view).collect();
    Ok(Json(Replayed { resolved: message.resolved, diagnostics }))
}

fn must_be_open(row: &QuarantineRow) -> Answer<()> {
    if row.state == QuarantineState::Open {
        return Ok(());
    }
    let detail = format!("message {} has left quarantine already ({})", row.id, row.state.as_str());
    Err(Failure::new(Code::Conflict, detail))
}

async fn run(
    app: &Arc<App>,
    caller: &Caller,
    ids: Vec<i64>,
    corrected: Option<Vec<u8>>,
) -> Answer<crate::shapes::ReplayReport> {
    let (store, caller) = (app.store.clone(), caller.clone());
    let options = IngestOptions { received: app.live.fixed_time(), ..IngestOptions::default() };
    let report = aside_async(async move {
        let act: Act<'_> = caller.act();
        replay(&store, &act, &ids, corrected.as_deref(), &options).await
    });
    let report = report.await?;
    if report.resolved > 0 {
        app.live.messages_arrived();
        app.live.quarantine_changed().await?;
    }
    Ok(report)
}

/// Which messages to read again.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReplayMany {
    /// All that wait if not given.
    ids: Option<Vec<i64>>,
}

/// What became of them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReplayedMany {
    tried: u64,
    resolved: u64,
    remaining: u64,
}

/// Most messages that are read again in one request.
const REPLAY_MAX: usize = 1_000;

/// Read many messages again, as they were sent
#[utoipa::path(post, path = "/quarantine/replay", tag = "quarantine", request_body = ReplayMany,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 200, body = ReplayedMany)))]
pub(super) async fn replay_many(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<ReplayMany>,
) -> Answer<Json<ReplayedMany>> {
    let ids = asked.ids.unwrap_or_default();
    if ids.len() > REPLAY_MAX {
        return Err(Failure::new(
            Code::InvalidRequest,
            format!("name at most {REPLAY_MAX} messages at once"),
        ));
    }
    for id in &ids {
        must_be_open(&get(&app, *id).await?)?;
    }
    let report = run(&app, &caller, ids, None).await?;
    let crate::shapes::ReplayReport { tried, resolved, remaining, .. } = report;
    Ok(Json(ReplayedMany { tried, resolved, remaining }))
}

/// Why nothing is to come of a message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Discard {
    /// Kept with it.
    reason: String,
}

/// Decide that nothing is to come of a message
#[utoipa::path(post, path = "/quarantine/{id}/discard", tag = "quarantine", request_body = Discard,
    params(("id" = i64, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = QuarantineItem)))]
pub(super) async fn discard(
    State(app): Shared,
    caller: Caller,
    In(id): In<i64>,
    Body(asked): Body<Discard>,
) -> Answer<Json<QuarantineItem>> {
    let reason = named(&asked.reason, "/reason", TEXT_CHARS_MAX)?;
    must_be_open(&get(&app, id).await?)?;
    let how = Resolution { state: QuarantineState::Discarded, note: &reason };
    if !app.store.quarantine_resolve(&caller.act(), id, how).await? {
        return Err(Failure::new(Code::Conflict, format!("message {id} has left quarantine already")));
    }
    app.live.quarantine_changed().await?;
    Ok(Json(view(get(&app, id).await?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tidewaiter_model::diagnostic;
    use tidewaiter_model::provenance::ByteSpan;

    #[test]
    fn messages_are_cut_where_diagnostics_are() {
        let about = |start, len| {
            diagnostic_view(&diagnostic::Diagnostic::error("X", ByteSpan::new(start, len), "p", "e", "f"))
        };
        let pieces = segments(b"abcdefgh", &[about(4, 2), about(1, 2), about(2, 1), about(90, 5)]);
        let shown: Vec<(&str, Option<usize>)> =
            pieces.iter().map(|piece| (piece.text.as_str(), piece.diagnostic)).collect();
        assert_eq!(shown, [("a", None), ("bc", Some(1)), ("d", None), ("ef", Some(0)), ("gh", None)]);
    }
}
