//! Senders: what they sent, and how well.

use super::cases::All;
use super::extract::In;
use super::problem::Answer;
use super::{Shared, aside_async};
use crate::senders::{self, SenderCounts, SenderView};
use axum::Json;
use axum::extract::State;

/// Every sender
///
/// Those with a name, the one heard of last first; at most 1,000.
#[utoipa::path(get, path = "/senders", tag = "messages", responses((status = 200, body = All<SenderCounts>)))]
pub(super) async fn list(State(app): Shared) -> Answer<Json<All<SenderCounts>>> {
    Ok(Json(All { items: senders::list(&app.store).await? }))
}

/// One sender
///
/// What it sent by format and by day, what was refused and why, how late its status messages came and how complete they
/// are.
#[utoipa::path(get, path = "/senders/{sender}", tag = "messages", params(("sender" = String, Path)),
    responses((status = 200, body = SenderView)))]
pub(super) async fn show(State(app): Shared, In(sender): In<String>) -> Answer<Json<SenderView>> {
    let (store, now) = (app.store.clone(), app.live.now());
    Ok(Json(aside_async(async move { senders::show(&store, &sender, now).await }).await?))
}
