//! Whether the server is well.

use super::Shared;
use super::caller::Caller;
use super::console;
use super::problem::Answer;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

/// Whether the server is well, and what was looked at.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    status: HealthStatus,
    checks: Vec<HealthCheck>,
}

/// In one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum HealthStatus {
    /// All is well.
    Ok,
    /// Something is not.
    Failing,
}

/// One thing that was looked at.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HealthCheck {
    name: String,
    ok: bool,
    /// Only for those who are signed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

/// Whether the server is well
#[utoipa::path(get, path = "/health", tag = "health",
    responses((status = 200, body = Health), (status = 503, body = Health, description = "Something is not well")))]
pub(super) async fn health(
    State(app): Shared,
    caller: Result<Caller, super::problem::Failure>,
) -> Answer<(StatusCode, Json<Health>)> {
    let signed_in = caller.is_ok();
    let mut checks = Vec::new();
    let mut add = |name: &str, ok: bool, detail: String| {
        checks.push(HealthCheck { name: name.to_owned(), ok, detail: signed_in.then_some(detail) });
    };
    match app.store.schema_version().await {
        Ok(version) => add("database", true, format!("{}, schema version {version}", app.store.backend())),
        Err(error) => add("database", false, error.to_string()),
    }
    let probe = app.folder.join(".health");
    let written = std::fs::write(&probe, b"probe").and_then(|()| std::fs::remove_file(&probe));
    match written {
        Ok(()) => add("data folder", true, "can be written".to_owned()),
        Err(error) => add("data folder", false, error.to_string()),
    }
    let state = app.live.assess_state();
    match (&state.failed, &state.last) {
        (Some(failed), _) => add("assessment", false, failed.clone()),
        (None, Some(last)) => add("assessment", true, format!("run {} as of {}", last.run, last.as_of)),
        (None, None) => add("assessment", true, "nothing has been assessed yet".to_owned()),
    }
    let built = if console::is_built() { "in the binary" } else { "not in the binary" };
    add("console", true, built.to_owned());
    let ok = checks.iter().all(|check| check.ok);
    let (code, status) = if ok {
        (StatusCode::OK, HealthStatus::Ok)
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, HealthStatus::Failing)
    };
    Ok((code, Json(Health { status, checks })))
}
