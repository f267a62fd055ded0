//! The queue, one consignment, search, map and overview: documents of the use cases, handed out.

use super::access::Permission;
use super::caller::Caller;
use super::extract::{Body, In, Params, Tagged, page_limit};
use super::problem::{Answer, Code, Failure, ProblemItem};
use super::{App, Shared, aside, aside_async, words};
use crate::cases::{self, QueueAsk, Reader, VisitsAsk};
use crate::clock;
use crate::doors::DoorState;
use crate::views::{
    AreaView, AreaVisit, ContainerTrips, DoorFigures, Evidence, FilterKey, Lock, MapAnswer, MapSettings,
    Overview, Page, QueuePage, QueueRow, SearchAnswer, TripView, VisitRows,
};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{AuditEntry, LockRow, LockTaken};
use utoipa::{IntoParams, ToSchema};

/// A list that is whole.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct All<T> {
    /// Everything.
    pub(super) items: Vec<T>,
}

/// Which page of the queue.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct QueueParams {
    /// In the filter language; all cases without.
    filter: Option<String>,
    /// `risk`, `urgency`, `arrival`, `value`, `at_stake`, `office`, `consignee`, or one of them behind `-`.
    sort: Option<String>,
    /// Rows on the page, 1 to 200.
    limit: Option<i64>,
    /// What the page before gave as `next`.
    after: Option<String>,
}

/// The queue
#[utoipa::path(get, path = "/queue", tag = "queue", params(QueueParams),
    responses((status = 200, body = QueuePage)))]
pub(super) async fn queue(
    State(app): Shared,
    caller: Caller,
    Params(asked): Params<QueueParams>,
) -> Answer<Json<QueuePage>> {
    let limit = usize::try_from(page_limit(asked.limit)?).ok();
    let ask = QueueAsk {
        filter: asked.filter.unwrap_or_default(),
        sort: asked.sort.unwrap_or_default(),
        limit,
        after: asked.after,
    };
    let words = words(caller.language)?;
    let page = aside(move || cases::queue_page(&app.live, &ask, Reader { login: &caller.login, words }));
    Ok(Json(page.await?))
}

/// The keys of the filter language
#[utoipa::path(get, path = "/queue/filter-keys", tag = "queue", responses((status = 200, body = All<FilterKey>)))]
pub(super) async fn filter_keys(caller: Caller) -> Answer<Json<All<FilterKey>>> {
    Ok(Json(All { items: cases::filter_keys(words(caller.language)?) }))
}

/// From which cases to take the next.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TakeNext {
    /// In the filter language; all cases without.
    filter: Option<String>,
    /// A consignment that is passed over.
    after: Option<String>,
}

/// Take the most urgent free case
///
/// It is locked for the caller. Listed cases come first, by deadline and then by score.
#[utoipa::path(post, path = "/queue/take-next", tag = "queue", request_body = TakeNext,
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key gives the same case again")),
    responses((status = 200, body = QueueRow)))]
pub(super) async fn take_next(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<TakeNext>,
) -> Answer<Tagged<QueueRow>> {
    let reader = Reader { login: &caller.login, words: words(caller.language)? };
    let (filter, leave_out) = (asked.filter.as_deref(), asked.after.as_deref());
    let row = cases::take_next(&app.live, filter, leave_out, &caller.act(), reader).await?;
    Ok(Tagged(row.version.clone(), row))
}

/// Take a case, or keep it longer
#[utoipa::path(put, path = "/consignments/{id}/lock", tag = "cases", params(("id" = String, Path)),
    responses((status = 200, body = Lock)))]
pub(super) async fn lock(State(app): Shared, caller: Caller, In(id): In<String>) -> Answer<Json<Lock>> {
    let row = row(&app, &caller, &id).await?;
    let act = caller.act();
    let until = act.time.plus_hours(app.live.settings().queue.lock_minutes / 60.0);
    match app.store.lock_take(&act, &row.id, until).await? {
        LockTaken::Taken(lock) => {
            app.live.cases_changed(&[&row.id]).await?;
            let reader = Reader { login: &caller.login, words: words(caller.language)? };
            Ok(Json(cases::lock_view(&app.live, &lock, reader)))
        }
        LockTaken::Held(lock) => Err(held(&app, &lock).await?),
    }
}

/// The answer to somebody whom a colleague was quicker than.
pub(super) async fn held(app: &App, lock: &LockRow) -> Answer<Failure> {
    let name =
        app.store.account(&lock.login).await?.map_or_else(|| lock.login.clone(), |account| account.name);
    let detail = format!("{name} has this case until {}", lock.expires);
    Ok(Failure::new(Code::LockedByOther, detail).held_by(&lock.login, &name))
}

/// Give a case back
///
/// One's own; with the right `override_locks` anybody's.
#[utoipa::path(delete, path = "/consignments/{id}/lock", tag = "cases", params(("id" = String, Path)),
    responses((status = 204)))]
pub(super) async fn unlock(State(app): Shared, caller: Caller, In(id): In<String>) -> Answer<StatusCode> {
    let row = row(&app, &caller, &id).await?;
    let force = caller.may(Permission::OverrideLocks);
    if !force
        && let Some(lock) = app.store.lock_of(&row.id, clock::now()).await?
        && lock.login != caller.login
    {
        return Err(held(&app, &lock).await?);
    }
    if app.store.lock_release(&caller.act(), &row.id, force).await? {
        app.live.cases_changed(&[&row.id]).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// One row of the queue, also of a case that is no longer open.
pub(super) async fn row(app: &Arc<App>, caller: &Caller, id: &str) -> Answer<QueueRow> {
    let words = words(caller.language)?;
    Ok(cases::case_row(&app.live, id, Reader { login: &caller.login, words }).await?)
}

/// A consignment and what it was assessed with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConsignmentAnswer {
    row: QueueRow,
    /// The consignment as it was assembled.
    #[schema(value_type = Object)]
    consignment: serde_json::Value,
    /// As of, score, reasons, what was judged and what could not be.
    #[schema(value_type = Object)]
    assessment: serde_json::Value,
}

/// A consignment and its assessment
#[utoipa::path(get, path = "/consignments/{id}", tag = "cases", params(("id" = String, Path)),
    responses((status = 200, body = ConsignmentAnswer)))]
pub(super) async fn consignment(
    State(app): Shared,
    caller: Caller,
    In(id): In<String>,
) -> Answer<Tagged<ConsignmentAnswer>> {
    let row = row(&app, &caller, &id).await?;
    let (store, settings, id) = (app.store.clone(), app.live.settings(), row.id.clone());
    let words = words(caller.language)?;
    let explained =
        aside_async(async move { crate::explain::explain(&store, &id, &settings.risk, words).await }).await?;
    let mut assessment = serde_json::to_value(&explained).map_err(Failure::internal)?;
    let taken = assessment.as_object_mut().and_then(|fields| fields.remove("consignment"));
    let answer = ConsignmentAnswer { consignment: taken.unwrap_or_default(), assessment, row };
    Ok(Tagged(answer.row.version.clone(), answer))
}

/// As of when.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct EvidenceParams {
    /// Only what was received up to this time (RFC 3339); the current assessment without.
    #[param(value_type = Option<String>, format = DateTime)]
    as_of: Option<UtcTime>,
}

/// Everything an assessment stands on
///
/// Reading it is recorded in the audit trail as `case.look`.
#[utoipa::path(get, path = "/consignments/{id}/evidence", tag = "cases",
    params(("id" = String, Path), EvidenceParams), responses((status = 200, body = Evidence)))]
pub(super) async fn evidence(
    State(app): Shared,
    caller: Caller,
    In(id): In<String>,
    Params(asked): Params<EvidenceParams>,
) -> Answer<Tagged<Evidence>> {
    let words = words(caller.language)?;
    let (live, login) = (app.live.clone(), caller.login.clone());
    let evidence = aside_async(async move {
        cases::evidence(&live, &id, asked.as_of, Reader { login: &login, words }).await
    });
    let evidence = evidence.await?;
    look(&app, &caller, &evidence.row).await?;
    Ok(Tagged(evidence.row.version.clone(), evidence))
}

/// Notes who looked at what, and at which version of it.
async fn look(app: &App, caller: &Caller, row: &QueueRow) -> Answer<()> {
    let after = serde_json::json!({ "what": "evidence", "version": row.version, "score": row.score });
    let entry = AuditEntry {
        action: "case.look",
        object_kind: "consignment",
        object: &row.id,
        before: None,
        after: Some(after.to_string()),
    };
    app.store.note(&caller.act(), &entry).await?;
    Ok(())
}

/// Every trip of a container
#[utoipa::path(get, path = "/trips/{container}", tag = "cases", params(("container" = String, Path)),
    responses((status = 200, body = All<TripView>)))]
pub(super) async fn trips(
    State(app): Shared,
    caller: Caller,
    In(container): In<String>,
) -> Answer<Json<All<TripView>>> {
    let words = words(caller.language)?;
    let items = aside_async(async move {
        cases::trips_of(&app.live, &container, Reader { login: &caller.login, words }).await
    });
    Ok(Json(All { items: items.await? }))
}

/// The trips of a container, judged
///
/// Each trip with its reasons and the messages they stand on, its reports by source, its stays and legs among the usual
/// ones, its route beside the normal routes of its pair, and the cases it carried. Of a number that no message tells of
/// the problem names the nearest.
#[utoipa::path(get, path = "/containers/{number}/trips", tag = "cases", params(("number" = String, Path)),
    responses((status = 200, body = ContainerTrips)))]
pub(super) async fn container(
    State(app): Shared,
    caller: Caller,
    In(number): In<String>,
) -> Answer<Json<ContainerTrips>> {
    let words = words(caller.language)?;
    let found = aside_async(async move {
        cases::container(&app.live, &number, Reader { login: &caller.login, words }).await
    });
    Ok(Json(found.await?))
}

/// What passes a port area
///
/// From where and to where, how long it stays, and what is unusual this week against the weeks before. Each figure names
/// the rows behind it.
#[utoipa::path(get, path = "/areas/{code}", tag = "cases", params(("code" = String, Path)),
    responses((status = 200, body = AreaView)))]
pub(super) async fn area(State(app): Shared, caller: Caller, In(code): In<String>) -> Answer<Json<AreaView>> {
    let words = words(caller.language)?;
    let found =
        aside_async(
            async move { cases::area(&app.live, &code, Reader { login: &caller.login, words }).await },
        );
    Ok(Json(found.await?))
}

/// Which calls at a port area.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct VisitsParams {
    /// `load`, `transhipment`, `discharge`.
    role: Option<String>,
    /// Port area where the trip was first loaded.
    from: Option<String>,
    /// Port area where it was last discharged.
    to: Option<String>,
    /// 0 is this week, 1 the week before, up to 8.
    week: Option<u8>,
    /// `true`: only boxes that are there now.
    there: Option<bool>,
    /// `true`: only trips with a strong reason.
    flagged: Option<bool>,
    /// `true`: only where a report is doubted.
    doubted: Option<bool>,
    /// What the stay was for: `origin`, `origin_cycle`, `transhipment`, `destination`, `destination_cycle`.
    stay: Option<String>,
    /// Stays of at least so many hours.
    min_hours: Option<f64>,
    /// Stays of fewer hours.
    max_hours: Option<f64>,
    /// Rows on the page, 1 to 200.
    limit: Option<i64>,
    /// What the page before gave as `next`.
    after: Option<String>,
}

impl VisitsParams {
    /// Words and numbers that no call can have are refused rather than answered with nothing.
    fn check(&self) -> Answer<()> {
        let role = |text: &String| ["load", "transhipment", "discharge"].contains(&text.as_str());
        let stay = |text: &String| tidewaiter_trips::DwellRole::ALL.iter().any(|role| role.as_str() == text);
        let length = |hours: &f64| hours.is_finite() && *hours >= 0.0;
        let week = |week: &u8| i64::from(*week) <= crate::live::visits::WEEKS_COMPARED;
        for (name, holds) in [
            ("role", self.role.as_ref().is_none_or(role)),
            ("stay", self.stay.as_ref().is_none_or(stay)),
            ("week", self.week.as_ref().is_none_or(week)),
            ("min_hours", self.min_hours.as_ref().is_none_or(length)),
            ("max_hours", self.max_hours.as_ref().is_none_or(length)),
        ] {
            if !holds {
                let item = ProblemItem::new(format!("query:{name}"), "bad_value", &[]);
                return Err(
                    Failure::new(Code::InvalidRequest, format!("no call has such a {name}")).with(item)
                );
            }
        }
        Ok(())
    }
}

/// The calls at a port area, the latest first
#[utoipa::path(get, path = "/areas/{code}/visits", tag = "cases", params(("code" = String, Path), VisitsParams),
    responses((status = 200, body = Page<AreaVisit>)))]
pub(super) async fn area_visits(
    State(app): Shared,
    caller: Caller,
    In(code): In<String>,
    Params(asked): Params<VisitsParams>,
) -> Answer<Json<Page<AreaVisit>>> {
    asked.check()?;
    let words = words(caller.language)?;
    let ask = VisitsAsk {
        rows: VisitRows {
            role: asked.role,
            from: asked.from,
            to: asked.to,
            week: asked.week,
            there: asked.there.unwrap_or_default(),
            flagged: asked.flagged.unwrap_or_default(),
            doubted: asked.doubted.unwrap_or_default(),
            stay: asked.stay,
            min_hours: asked.min_hours,
            max_hours: asked.max_hours,
        },
        limit: usize::try_from(page_limit(asked.limit)?).unwrap_or_default(),
        after: asked.after,
    };
    let found = aside_async(async move {
        cases::area_visits(&app.live, &code, &ask, Reader { login: &caller.login, words }).await
    });
    Ok(Json(found.await?))
}

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct SearchParams {
    /// A number or a name, also half-typed or mistyped.
    q: String,
    /// Most hits, 1 to 200.
    limit: Option<i64>,
}

/// Search by any number or name
#[utoipa::path(get, path = "/search", tag = "search", params(SearchParams),
    responses((status = 200, body = SearchAnswer)))]
pub(super) async fn search(
    State(app): Shared,
    caller: Caller,
    Params(asked): Params<SearchParams>,
) -> Answer<Json<SearchAnswer>> {
    let limit = usize::try_from(page_limit(asked.limit)?).unwrap_or_default();
    let words = words(caller.language)?;
    let found =
        aside(move || cases::search(&app.live, &asked.q, limit, Reader { login: &caller.login, words }));
    Ok(Json(found.await?))
}

/// Which cases to draw.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct MapParams {
    /// In the filter language; all cases without.
    filter: Option<String>,
}

/// Consignments and their calls
#[utoipa::path(get, path = "/map", tag = "search", params(MapParams), responses((status = 200, body = MapAnswer)))]
pub(super) async fn map(
    State(app): Shared,
    caller: Caller,
    Params(asked): Params<MapParams>,
) -> Answer<Json<MapAnswer>> {
    let words = words(caller.language)?;
    let filter = asked.filter.unwrap_or_default();
    let drawn = aside(move || cases::map(&app.live, &filter, Reader { login: &caller.login, words }));
    Ok(Json(drawn.await?))
}

/// How the administration wants its map
#[utoipa::path(get, path = "/map/settings", tag = "search", responses((status = 200, body = MapSettings)))]
pub(super) async fn map_settings(State(app): Shared) -> Json<MapSettings> {
    Json(cases::map_settings(&app.live))
}

/// How the work goes
#[utoipa::path(get, path = "/overview", tag = "search", responses((status = 200, body = Overview)))]
pub(super) async fn overview(State(app): Shared, caller: Caller) -> Answer<Json<Overview>> {
    let words = words(caller.language)?;
    let doors = app.doors.all();
    let overview =
        aside_async(async move { cases::overview(&app.live, Reader { login: &caller.login, words }).await });
    let figures = |(door, state): (&str, DoorState)| {
        let DoorState { ok, detail, kept, refused } = state;
        DoorFigures { door: door.to_owned(), open: ok, detail, kept, refused }
    };
    let doors = doors.into_iter().map(figures).collect();
    Ok(Json(Overview { doors, ..overview.await? }))
}
