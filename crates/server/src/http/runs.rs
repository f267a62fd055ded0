//! Assessment runs, and the evaluation of a world whose truth is known.

use super::audit::PageParams;
use super::caller::Caller;
use super::extract::{Body, Params, page_limit};
use super::messages::page;
use super::problem::{Answer, Code, Failure, ProblemItem};
use super::{App, Shared};
use crate::evaluate::{EvaluateReport, evaluate};
use crate::progress::silent;
use crate::views::Page;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::AuditEntry;
use utoipa::ToSchema;

/// Capacity that is evaluated unless the client says otherwise: a fiftieth of all consignments.
const CAPACITY_DEFAULT: f64 = 0.02;

/// An assessment run.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(super) struct Run {
    /// Its number.
    run: i64,
    /// Only what was received up to here was used.
    #[schema(value_type = String, format = DateTime)]
    as_of: UtcTime,
    /// Consignments assessed.
    assessed: u64,
}

/// Assessment runs, latest first
#[utoipa::path(get, path = "/assessments", tag = "assessments", params(PageParams),
    responses((status = 200, body = Page<Run>)))]
pub(super) async fn list(State(app): Shared, Params(asked): Params<PageParams>) -> Answer<Json<Page<Run>>> {
    let limit = page_limit(asked.limit)?;
    let before = asked.after.unwrap_or(i64::MAX);
    let mut rows = app.store.runs().await?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.run));
    let wanted = usize::try_from(limit + 1).unwrap_or_default();
    let items = rows.into_iter().filter(|row| row.run < before).take(wanted);
    let items = items.map(|row| Run { run: row.run, as_of: row.as_of, assessed: row.count });
    Ok(Json(page(items.collect(), limit, |run| run.run)))
}

/// As of when to assess.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Assess {
    /// Only what was received up to this time; now if not given.
    #[schema(value_type = Option<String>, format = DateTime)]
    as_of: Option<UtcTime>,
}

/// Whether an assessment was begun.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Begun {
    /// `started`, or `running` when one was under way already.
    state: String,
}

impl Begun {
    fn of(started: bool) -> Begun {
        Begun { state: if started { "started" } else { "running" }.to_owned() }
    }
}

/// Assess what is open
#[utoipa::path(post, path = "/assessments", tag = "assessments", request_body = Assess,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 202, body = Begun)))]
pub(super) async fn assess(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<Assess>,
) -> Answer<(StatusCode, Json<Begun>)> {
    if asked.as_of.is_some_and(|as_of| as_of > app.live.now()) {
        let item = ProblemItem::new("/as_of", "in_the_future", &[]);
        return Err(Failure::new(Code::InvalidRequest, "nothing is known yet of a later time").with(item));
    }
    let started = app.live.assess_now(asked.as_of);
    if started {
        let after = serde_json::json!({ "as_of": asked.as_of }).to_string();
        note(&app, &caller, "assessment.ask", Some(after)).await?;
    }
    Ok((StatusCode::ACCEPTED, Json(Begun::of(started))))
}

async fn note(app: &App, caller: &Caller, action: &str, after: Option<String>) -> Answer<()> {
    let entry = AuditEntry { action, object_kind: "run", object: "", before: None, after };
    app.store.note(&caller.act(), &entry).await?;
    Ok(())
}

/// How assessing goes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AssessStateView {
    /// `idle` or `running`.
    state: String,
    /// The current run.
    #[schema(required)]
    last: Option<Run>,
    /// How long it took.
    #[schema(required)]
    seconds: Option<f64>,
    /// Why the last attempt failed.
    #[schema(required)]
    failed: Option<String>,
}

/// How assessing goes
#[utoipa::path(get, path = "/assessments/state", tag = "assessments",
    responses((status = 200, body = AssessStateView)))]
pub(super) async fn state(State(app): Shared) -> Json<AssessStateView> {
    let state = app.live.assess_state();
    Json(AssessStateView {
        state: if state.running { "running" } else { "idle" }.to_owned(),
        last: state.last.map(|last| Run { run: last.run, as_of: last.as_of, assessed: last.assessed }),
        seconds: state.last.and_then(|last| last.seconds),
        failed: state.failed,
    })
}

/// The evaluations of this server: one at a time, the last one is kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Evaluations {
    state: Arc<Mutex<Evaluated>>,
}

#[derive(Debug, Clone, Default)]
enum Evaluated {
    #[default]
    None,
    Running,
    Done(Arc<EvaluateReport>),
    Failed(String),
}

impl Evaluations {
    fn get(&self) -> Evaluated {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, state: Evaluated) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }

    /// Whether it was idle; it is running then.
    fn begin(&self) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*state, Evaluated::Running) {
            return false;
        }
        *state = Evaluated::Running;
        true
    }
}

/// How good the ranking is on the loaded world.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Evaluation {
    /// `none`, `running`, `done` or `failed`.
    state: String,
    /// As `tidewaiter evaluate --json` prints it.
    #[schema(value_type = Option<Object>, required)]
    report: Option<serde_json::Value>,
    /// Why it failed.
    #[schema(required)]
    failed: Option<String>,
    /// Whether the truth of the loaded world is known to this server.
    available: bool,
}

/// How good the ranking is on the loaded world
#[utoipa::path(get, path = "/evaluation", tag = "assessments", responses((status = 200, body = Evaluation)))]
pub(super) async fn evaluation(State(app): Shared) -> Answer<Json<Evaluation>> {
    let available = app.options.truth.is_some();
    let (state, report, failed) = match app.runs.get() {
        Evaluated::None => ("none", None, None),
        Evaluated::Running => ("running", None, None),
        Evaluated::Done(report) => {
            ("done", Some(serde_json::to_value(&*report).map_err(Failure::internal)?), None)
        }
        Evaluated::Failed(said) => ("failed", None, Some(said)),
    };
    Ok(Json(Evaluation { state: state.to_owned(), report, failed, available }))
}

/// What to evaluate.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Evaluate {
    /// Share of consignments that can be inspected; 0.02 if not given.
    capacity: Option<f64>,
}

/// Evaluate the ranking on the loaded world
#[utoipa::path(post, path = "/evaluation", tag = "assessments", request_body = Evaluate,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 202, body = Begun)))]
pub(super) async fn begin_evaluation(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<Evaluate>,
) -> Answer<(StatusCode, Json<Begun>)> {
    let Some(truth) = app.options.truth.clone() else {
        let detail =
            "the truth of the loaded data is not known; start with --truth and the folder of a world's truth";
        return Err(Failure::new(Code::Conflict, detail));
    };
    let capacity = asked.capacity.unwrap_or(CAPACITY_DEFAULT);
    if !(capacity > 0.0 && capacity <= 1.0) {
        let item = ProblemItem::new("/capacity", "bad_value", &[("found", &capacity.to_string())]);
        let detail = "a capacity is a share: more than 0 and at most 1";
        return Err(Failure::new(Code::InvalidRequest, detail).with(item));
    }
    let started = app.runs.begin();
    if started {
        let after = serde_json::json!({ "capacity": capacity }).to_string();
        note(&app, &caller, "evaluation.ask", Some(after)).await?;
        let runtime = tokio::runtime::Handle::current();
        tokio::task::spawn_blocking(move || {
            let settings = app.live.settings();
            let done = runtime.block_on(evaluate(&app.store, &truth, capacity, &settings, &mut silent()));
            app.runs.set(match done {
                Ok(report) => Evaluated::Done(Arc::new(report)),
                Err(error) => Evaluated::Failed(error.to_string()),
            });
        });
    }
    Ok((StatusCode::ACCEPTED, Json(Begun::of(started))))
}
