//! What an inspection found: of one consignment, of many at once, and taken back within seconds.

use super::caller::Caller;
use super::cases::{held, row};
use super::extract::{Body, IfMatch, In, stale};
use super::limits::BULK_OUTCOMES_MAX;
use super::once::{MaybeOnce, Once};
use super::problem::{Answer, Code, Failure, Problem, ProblemItem};
use super::{App, Shared, words};
use crate::cases::{Reader, outcome_view};
use crate::clock;
use crate::outcome::{Finding, check};
use crate::views::Outcome;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tidewaiter_model::money::Decimal;
use tidewaiter_store::{OutcomeSaved, OutcomeTerms, Withdrawal};
use utoipa::ToSchema;

/// What was found.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewOutcome {
    /// Kind of irregularity; `null` when nothing was found.
    found: Option<String>,
    /// Value of what was found, or duty recovered.
    #[schema(value_type = Option<String>)]
    value: Option<Decimal>,
    /// The officer's words.
    note: Option<String>,
}

impl NewOutcome {
    fn finding(&self) -> Answer<Finding> {
        let finding = Finding { found: self.found.clone(), value: self.value, note: self.note.clone() };
        check(&finding)?;
        Ok(finding)
    }
}

/// Record what an inspection found
///
/// `If-Match` carries the case's version, `Idempotency-Key` makes a repetition harmless. The case's lock is given back.
#[utoipa::path(post, path = "/consignments/{id}/outcomes", tag = "cases", request_body = NewOutcome,
    params(("id" = String, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Outcome)))]
pub(super) async fn record(
    State(app): Shared,
    caller: Caller,
    In(id): In<String>,
    version: IfMatch,
    MaybeOnce(once): MaybeOnce,
    Body(asked): Body<NewOutcome>,
) -> Answer<Json<Outcome>> {
    let finding = asked.finding()?;
    let row = row(&app, &caller, &id).await?;
    let version = version.number()?;
    let outcome = save(&app, &caller, &row.id, finding, Some(version), once.as_ref()).await?;
    app.live.cases_changed(&[&row.id]).await?;
    Ok(Json(outcome))
}

async fn save(
    app: &App,
    caller: &Caller,
    id: &str,
    finding: Finding,
    expected_version: Option<i64>,
    once: Option<&Once>,
) -> Answer<Outcome> {
    let Finding { found, value, note } = finding;
    let outcome = tidewaiter_model::assessment::Outcome {
        consignment_id: id.to_owned(),
        found,
        value,
        note,
        recorded: app.live.now(),
    };
    let once = once.map(|once| (once.scope.as_str(), once.key.as_str()));
    let terms = OutcomeTerms { expected_version, once };
    match app.store.save_outcome(&caller.act(), &outcome, &terms).await? {
        OutcomeSaved::Recorded(row) | OutcomeSaved::Earlier(row) => {
            let reader = Reader { login: &caller.login, words: words(caller.language)? };
            Ok(outcome_view(&app.live, &row, reader))
        }
        OutcomeSaved::Held(lock) => Err(held(app, &lock).await?),
        OutcomeSaved::Stale(_) => Err(stale()),
    }
}

/// One finding for many consignments.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BulkOutcome {
    /// At most 200.
    consignment_ids: Vec<String>,
    /// Kind of irregularity; `null` when nothing was found.
    found: Option<String>,
    /// Value of what was found in each.
    #[schema(value_type = Option<String>)]
    value: Option<Decimal>,
    /// The officer's words.
    note: Option<String>,
}

/// What became of each.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BulkOutcomeAnswer {
    items: Vec<BulkOutcomeItem>,
}

/// What became of one consignment of many.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BulkOutcomeItem {
    consignment_id: String,
    #[schema(required)]
    outcome: Option<Outcome>,
    #[schema(required)]
    problem: Option<Problem>,
}

/// Record one finding for many consignments
///
/// Each is answered for itself; those that a colleague has are left out.
#[utoipa::path(post, path = "/outcomes", tag = "cases", request_body = BulkOutcome,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 200, body = BulkOutcomeAnswer)))]
pub(super) async fn record_many(
    State(app): Shared,
    caller: Caller,
    MaybeOnce(once): MaybeOnce,
    Body(asked): Body<BulkOutcome>,
) -> Answer<Json<BulkOutcomeAnswer>> {
    let count = asked.consignment_ids.len();
    if count == 0 || count > BULK_OUTCOMES_MAX {
        let item = ProblemItem::new("/consignment_ids", "bad_length", &[("found", &count.to_string())]);
        let detail = format!("name 1 to {BULK_OUTCOMES_MAX} consignments at once");
        return Err(Failure::new(Code::InvalidRequest, detail).with(item));
    }
    let BulkOutcome { consignment_ids, found, value, note } = asked;
    let finding = NewOutcome { found, value, note }.finding()?;
    let mut items = Vec::with_capacity(count);
    for id in consignment_ids {
        let of_one =
            once.as_ref().map(|once| Once { scope: once.scope.clone(), key: format!("{} {id}", once.key) });
        let saved = record_one(&app, &caller, &id, finding.clone(), of_one.as_ref()).await;
        let (outcome, problem) = match saved {
            Ok(outcome) => (Some(outcome), None),
            Err(failure) => (None, Some(failure.into_problem(&caller.request))),
        };
        items.push(BulkOutcomeItem { consignment_id: id, outcome, problem });
    }
    let done = items.iter().filter(|item| item.outcome.is_some());
    let changed: Vec<&str> = done.map(|item| item.consignment_id.as_str()).collect();
    app.live.cases_changed(&changed).await?;
    Ok(Json(BulkOutcomeAnswer { items }))
}

async fn record_one(
    app: &Arc<App>,
    caller: &Caller,
    id: &str,
    finding: Finding,
    once: Option<&Once>,
) -> Answer<Outcome> {
    let row = row(app, caller, id).await?;
    save(app, caller, &row.id, finding, None, once).await
}

/// Outcomes to take back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Withdraw {
    /// Their numbers, at most 200.
    ids: Vec<i64>,
}

/// What became of each.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WithdrawAnswer {
    items: Vec<WithdrawItem>,
}

/// What became of one outcome.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WithdrawItem {
    id: i64,
    withdrawn: bool,
    #[schema(required)]
    problem: Option<Problem>,
}

/// Take outcomes back
///
/// Within seconds, by whoever recorded them; they stay on record as withdrawn.
#[utoipa::path(post, path = "/outcomes/withdraw", tag = "cases", request_body = Withdraw,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 200, body = WithdrawAnswer)))]
pub(super) async fn withdraw(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<Withdraw>,
) -> Answer<Json<WithdrawAnswer>> {
    if asked.ids.is_empty() || asked.ids.len() > BULK_OUTCOMES_MAX {
        let item = ProblemItem::new("/ids", "bad_length", &[("found", &asked.ids.len().to_string())]);
        let detail = format!("name 1 to {BULK_OUTCOMES_MAX} outcomes at once");
        return Err(Failure::new(Code::InvalidRequest, detail).with(item));
    }
    let seconds = app.live.settings().queue.undo_seconds;
    let not_before = clock::now().plus_hours(-seconds / 3600.0);
    let (mut items, mut changed) = (Vec::with_capacity(asked.ids.len()), Vec::new());
    for id in asked.ids {
        let failure = match app.store.withdraw_outcome(&caller.act(), id, not_before).await? {
            Withdrawal::Done(row) => {
                changed.push(row.outcome.consignment_id);
                None
            }
            Withdrawal::TooLate => {
                let detail =
                    format!("an outcome can be taken back for {seconds} s; record another one instead");
                Some(Failure::new(Code::TooLate, detail))
            }
            Withdrawal::NotYours => {
                Some(Failure::new(Code::Forbidden, "only whoever recorded an outcome can take it back"))
            }
            Withdrawal::Unknown => {
                Some(Failure::new(Code::NotFound, format!("there is no outcome number {id}")))
            }
        };
        let problem = failure.map(|failure| failure.into_problem(&caller.request));
        items.push(WithdrawItem { id, withdrawn: problem.is_none(), problem });
    }
    let changed: Vec<&str> = changed.iter().map(String::as_str).collect();
    app.live.cases_changed(&changed).await?;
    Ok(Json(WithdrawAnswer { items }))
}
