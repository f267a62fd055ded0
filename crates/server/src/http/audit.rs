//! The audit trail: who did what, when and from where.

use super::caller::Caller;
use super::cases::row;
use super::extract::{In, Params, page_limit};
use super::messages::page;
use super::problem::{Answer, Failure};
use super::{App, Shared, aside_async, words};
use crate::views::{Page, Person};
use crate::words::Words;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{AuditFilter, AuditRecord as Row};
use utoipa::{IntoParams, ToSchema};

/// One record of the audit trail.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditRecord {
    /// Place in the chain, from 1 without gaps.
    sequence: i64,
    #[schema(value_type = String, format = DateTime)]
    time: UtcTime,
    actor: Person,
    /// Stable word, such as `case.look`.
    action: String,
    /// In the reader's language.
    action_text: String,
    object_kind: String,
    object: String,
    /// What was before.
    #[schema(value_type = Value, required)]
    before: Value,
    /// What was afterwards.
    #[schema(value_type = Value, required)]
    after: Value,
    /// From where: `console 10.0.0.7`, `api 10.0.0.7`, `command line`.
    origin: String,
    request_id: String,
    /// SHA-256 over the record and all before it.
    hash: String,
}

/// Which records.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AuditParams {
    /// By this login.
    actor: Option<String>,
    /// This action; every one that begins so when it ends in a dot.
    action: Option<String>,
    /// Of this object.
    object: Option<String>,
    /// Not before this time.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<UtcTime>,
    /// Before this time.
    #[param(value_type = Option<String>, format = DateTime)]
    to: Option<UtcTime>,
    /// What the page before gave as `next`.
    after: Option<i64>,
    /// Records on the page, 1 to 200.
    limit: Option<i64>,
}

/// The audit trail, latest first
#[utoipa::path(get, path = "/audit", tag = "administration", params(AuditParams),
    responses((status = 200, body = Page<AuditRecord>)))]
pub(super) async fn list(
    State(app): Shared,
    caller: Caller,
    Params(asked): Params<AuditParams>,
) -> Answer<Json<Page<AuditRecord>>> {
    let AuditParams { actor, action, object, from, to, after, limit } = asked;
    let filter = AuditFilter { actor, action, object_kind: None, object, from, to };
    records(&app, &caller, &filter, after, limit).await
}

/// Which page.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PageParams {
    /// What the page before gave as `next`.
    pub(super) after: Option<i64>,
    /// Items on the page, 1 to 200.
    pub(super) limit: Option<i64>,
}

/// Who looked at a case, took it and decided it, latest first
#[utoipa::path(get, path = "/consignments/{id}/history", tag = "cases", params(("id" = String, Path), PageParams),
    responses((status = 200, body = Page<AuditRecord>)))]
pub(super) async fn of_case(
    State(app): Shared,
    caller: Caller,
    In(id): In<String>,
    Params(asked): Params<PageParams>,
) -> Answer<Json<Page<AuditRecord>>> {
    let row = row(&app, &caller, &id).await?;
    let object_kind = Some("consignment".to_owned());
    let filter = AuditFilter { object_kind, object: Some(row.id), ..AuditFilter::default() };
    records(&app, &caller, &filter, asked.after, asked.limit).await
}

async fn records(
    app: &App,
    caller: &Caller,
    filter: &AuditFilter,
    after: Option<i64>,
    limit: Option<i64>,
) -> Answer<Json<Page<AuditRecord>>> {
    let limit = page_limit(limit)?;
    let rows = app.store.audit(filter, after, limit + 1, true).await?;
    let total = app.store.audit_count(filter).await?;
    let names: HashMap<String, String> =
        app.store.accounts().await?.into_iter().map(|account| (account.login, account.name)).collect();
    let words = words(caller.language)?;
    let items = rows.into_iter().map(|row| view(row, &names, words)).collect();
    let page = page(items, limit, |record: &AuditRecord| record.sequence);
    Ok(Json(Page { total: Some(total), ..page }))
}

fn view(row: Row, names: &HashMap<String, String>, words: &Words) -> AuditRecord {
    let key = format!("audit-{}", row.action.replace(['.', '_'], "-"));
    let action_text = if words.has(&key) { words.label(&key) } else { row.action.clone() };
    let name = names.get(&row.actor).cloned().unwrap_or_else(|| row.actor.clone());
    // What is no JSON any more was tampered with, and is shown as it stands.
    let json = |text: Option<String>| {
        text.map_or(Value::Null, |text| serde_json::from_str(&text).unwrap_or(Value::String(text)))
    };
    AuditRecord {
        sequence: row.sequence,
        time: row.time,
        actor: Person { login: row.actor, name },
        action: row.action,
        action_text,
        object_kind: row.object_kind,
        object: row.object,
        before: json(row.before),
        after: json(row.after),
        origin: row.origin,
        request_id: row.request,
        hash: row.hash,
    }
}

/// Whether the audit trail is as it was written.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Verification {
    ok: bool,
    /// Sound records from the start of the chain.
    records: u64,
    /// Hash of the last sound record: note it elsewhere, and the chain cannot be written anew unnoticed.
    head: String,
    #[schema(required)]
    broken: Option<BrokenRecord>,
}

/// Where the chain breaks first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BrokenRecord {
    sequence: i64,
    /// Column of the record, or `record`.
    field: String,
    /// The first differing byte of the field, from 0.
    #[schema(required)]
    byte: Option<u64>,
    /// `changed`, `missing`, `added`, `head_differs`, in a sentence.
    text: String,
}

/// Walk the whole audit trail
#[utoipa::path(get, path = "/audit/verification", tag = "administration",
    responses((status = 200, body = Verification)))]
pub(super) async fn verify(State(app): Shared) -> Answer<Json<Verification>> {
    let found = aside_async(async move { app.store.audit_verify(None).await.map_err(Failure::from) }).await?;
    let broken = found.broken.map(|broken| BrokenRecord {
        text: format!("record {}, field {}: {}", broken.sequence, broken.field, broken.what.as_str()),
        sequence: broken.sequence,
        field: broken.field,
        byte: broken.byte_in_field,
    });
    Ok(Json(Verification { ok: broken.is_none(), records: found.records, head: found.head, broken }))
}
