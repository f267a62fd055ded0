//! Saved filters: a person's own, and those that are shared.

use super::access::Permission;
use super::caller::Caller;
use super::cases::All;
use super::extract::{Body, IfMatch, In, Tagged, named, stale};
use super::limits::{NAME_CHARS_MAX, TEXT_CHARS_MAX};
use super::problem::{Answer, Code, Failure};
use super::{App, Shared, aside, words};
use crate::cases::{self, QueueAsk, Reader};
use crate::views::Person;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;
use tidewaiter_store::{FilterRow, NewFilter, StoreError};
use utoipa::ToSchema;

/// A saved filter.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SavedFilter {
    id: i64,
    name: String,
    /// In the filter language.
    filter: String,
    /// Order of the rows.
    sort: String,
    /// Whether everybody sees it.
    shared: bool,
    owner: Person,
    mine: bool,
    /// Cases that it shows now.
    count: u64,
    /// For `If-Match`.
    version: String,
}

/// A filter to save.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FilterToSave {
    name: String,
    filter: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    shared: bool,
}

/// Saved filters: one's own and the shared ones
#[utoipa::path(get, path = "/filters", tag = "queue", responses((status = 200, body = All<SavedFilter>)))]
pub(super) async fn list(State(app): Shared, caller: Caller) -> Answer<Json<All<SavedFilter>>> {
    let rows = app.store.filters(&caller.login).await?;
    let names: HashMap<String, String> =
        app.store.accounts().await?.into_iter().map(|account| (account.login, account.name)).collect();
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        items.push(view(&app, &caller, row, &names).await?);
    }
    Ok(Json(All { items }))
}

async fn view(
    app: &Arc<App>,
    caller: &Caller,
    row: FilterRow,
    names: &HashMap<String, String>,
) -> Answer<SavedFilter> {
    let (live, filter, login) = (app.live.clone(), row.filter.clone(), caller.login.clone());
    let words = words(caller.language)?;
    // A filter saved under an older language of filters still stands in the list, and shows nothing.
    let count =
        aside(move || cases::count(&live, &filter, Reader { login: &login, words })).await.unwrap_or(0);
    let name = names.get(&row.login).cloned().unwrap_or_else(|| row.login.clone());
    Ok(SavedFilter {
        id: row.id,
        name: row.name,
        filter: row.filter,
        sort: row.sort,
        shared: row.shared,
        mine: row.login == caller.login,
        owner: Person { login: row.login, name },
        count,
        version: row.version.to_string(),
    })
}

async fn view_own(app: &Arc<App>, caller: &Caller, row: FilterRow) -> Answer<Tagged<SavedFilter>> {
    let names = HashMap::from([(caller.login.clone(), caller.name.clone())]);
    let saved = view(app, caller, row, &names).await?;
    Ok(Tagged(saved.version.clone(), saved))
}

fn check(app: &App, caller: &Caller, asked: &FilterToSave) -> Answer<String> {
    if asked.shared {
        caller.must(Permission::ShareFilters)?;
    }
    let name = named(&asked.name, "/name", NAME_CHARS_MAX)?;
    if asked.filter.chars().count() > TEXT_CHARS_MAX {
        let detail = format!("a filter has at most {TEXT_CHARS_MAX} characters");
        return Err(Failure::new(Code::InvalidRequest, detail));
    }
    let ask =
        QueueAsk { filter: asked.filter.clone(), sort: asked.sort.clone(), limit: Some(1), after: None };
    let reader = Reader { login: &caller.login, words: words(caller.language)? };
    match cases::queue_page(&app.live, &ask, reader) {
        // What cannot be read is refused; that there is nothing to show yet is no fault of the filter.
        Ok(_) | Err(crate::Error::NothingAssessed) => Ok(name),
        Err(error) => Err(error.into()),
    }
}

/// Save a filter
#[utoipa::path(post, path = "/filters", tag = "queue", request_body = FilterToSave,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 200, body = SavedFilter)))]
pub(super) async fn create(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<FilterToSave>,
) -> Answer<Tagged<SavedFilter>> {
    let name = check(&app, &caller, &asked)?;
    let new = NewFilter { name: &name, filter: &asked.filter, sort: &asked.sort, shared: asked.shared };
    let row = app.store.filter_create(&caller.act(), &new).await?;
    view_own(&app, &caller, row).await
}

/// Change a saved filter
#[utoipa::path(put, path = "/filters/{id}", tag = "queue", request_body = FilterToSave,
    params(("id" = i64, Path), ("If-Match" = String, Header)), responses((status = 200, body = SavedFilter)))]
pub(super) async fn update(
    State(app): Shared,
    caller: Caller,
    In(id): In<i64>,
    version: IfMatch,
    Body(asked): Body<FilterToSave>,
) -> Answer<Tagged<SavedFilter>> {
    let name = check(&app, &caller, &asked)?;
    own(&app, &caller, id).await?;
    let new = NewFilter { name: &name, filter: &asked.filter, sort: &asked.sort, shared: asked.shared };
    let updated = app.store.filter_update(&caller.act(), id, version.number()?, &new).await;
    view_own(&app, &caller, updated.map_err(or_stale)?).await
}

/// Delete a saved filter
#[utoipa::path(delete, path = "/filters/{id}", tag = "queue",
    params(("id" = i64, Path), ("If-Match" = String, Header)), responses((status = 204)))]
pub(super) async fn delete(
    State(app): Shared,
    caller: Caller,
    In(id): In<i64>,
    version: IfMatch,
) -> Answer<StatusCode> {
    own(&app, &caller, id).await?;
    app.store.filter_delete(&caller.act(), id, version.number()?).await.map_err(or_stale)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn own(app: &App, caller: &Caller, id: i64) -> Answer<()> {
    let missing = || Failure::new(Code::NotFound, format!("there is no filter number {id}"));
    let row = app.store.filter(id).await?.ok_or_else(missing)?;
    match (row.login == caller.login, row.shared) {
        (true, _) => Ok(()),
        (false, true) => Err(Failure::new(Code::Forbidden, "only whoever saved a filter can change it")),
        (false, false) => Err(missing()),
    }
}

/// What the store says about versions, as the client understands it.
pub(super) fn or_stale(error: StoreError) -> Failure {
    match error {
        StoreError::Stale { .. } => stale(),
        other => other.into(),
    }
}
