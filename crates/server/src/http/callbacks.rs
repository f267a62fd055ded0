//! Where carriers send their notifications (DCSA Track & Trace 2.2 and 3.0), and the subscriptions they belong to.

use super::caller::{Caller, From};
use super::cases::All;
use super::extract::{Body, In};
use super::intake;
use super::messages;
use super::problem::{Answer, Code, Failure, ProblemItem};
use super::seal::Seal;
use super::throttle::Why;
use super::{Shared, aside};
use crate::clock;
use crate::subscription::{self, MadeSubscription, Subscription, Terms, is_signed};
use crate::upload::{Compression, Upload};
use axum::Json;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use serde::Deserialize;
use utoipa::ToSchema;

const SIGNATURE: &str = "notification-signature";
const SUBSCRIPTION: &str = "subscription-id";

/// A subscription to make or change.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SubscriptionTerms {
    name: String,
    /// In whose name it sends.
    sender: String,
    /// What the carrier calls it, once that is known; notifications must then name it as `Subscription-ID`.
    carrier_id: Option<String>,
}

impl std::convert::From<SubscriptionTerms> for Terms {
    fn from(asked: SubscriptionTerms) -> Terms {
        let SubscriptionTerms { name, sender, carrier_id } = asked;
        Terms { name, sender, carrier_id }
    }
}

/// Every subscription
#[utoipa::path(get, path = "/subscriptions", tag = "administration", responses((status = 200, body = All<Subscription>)))]
pub(super) async fn list(State(app): Shared) -> Answer<Json<All<Subscription>>> {
    Ok(Json(All { items: subscription::list(&app.store).await? }))
}

/// Make a subscription
///
/// The secret is shown once, in base64: give it to the carrier with the address of the callback.
#[utoipa::path(post, path = "/subscriptions", tag = "administration", request_body = SubscriptionTerms,
    responses((status = 200, body = MadeSubscription)))]
pub(super) async fn create(
    State(app): Shared,
    caller: Caller,
    Body(asked): Body<SubscriptionTerms>,
) -> Answer<Json<MadeSubscription>> {
    Ok(Json(subscription::add(&app.store, &app.folder, &caller.act(), asked.into()).await?))
}

/// Change a subscription
#[utoipa::path(put, path = "/subscriptions/{id}", tag = "administration", params(("id" = String, Path)),
    request_body = SubscriptionTerms, responses((status = 200, body = Subscription)))]
pub(super) async fn update(
    State(app): Shared,
    caller: Caller,
    In(id): In<String>,
    Body(asked): Body<SubscriptionTerms>,
) -> Answer<Json<Subscription>> {
    let changed = subscription::update(&app.store, &caller.act(), &id, asked.into()).await?;
    changed.map(Json).ok_or_else(|| missing(&id))
}

/// Change a subscription's secret
///
/// The one before counts for an hour more.
#[utoipa::path(post, path = "/subscriptions/{id}/secret", tag = "administration", params(("id" = String, Path)),
    responses((status = 200, body = MadeSubscription)))]
pub(super) async fn rotate(
    State(app): Shared,
    caller: Caller,
    In(id): In<String>,
) -> Answer<Json<MadeSubscription>> {
    let rotated = subscription::rotate(&app.store, &app.folder, &caller.act(), &id).await?;
    rotated.map(Json).ok_or_else(|| missing(&id))
}

/// Remove a subscription
#[utoipa::path(delete, path = "/subscriptions/{id}", tag = "administration", params(("id" = String, Path)),
    responses((status = 204)))]
pub(super) async fn remove(State(app): Shared, caller: Caller, In(id): In<String>) -> Answer<StatusCode> {
    let removed = app.store.subscription_remove(&caller.act(), &id).await?;
    if removed { Ok(StatusCode::NO_CONTENT) } else { Err(missing(&id)) }
}

fn missing(id: &str) -> Failure {
    Failure::new(Code::NotFound, format!("there is no subscription `{id}`"))
}

/// Whether a callback is there
///
/// Carriers ask with HEAD before they subscribe.
#[utoipa::path(get, path = "/callbacks/dcsa/{subscription}", tag = "messages", params(("subscription" = String, Path)),
    responses((status = 204)))]
pub(super) async fn probe(State(app): Shared, In(id): In<String>) -> Answer<StatusCode> {
    let found = app.store.subscription(&id).await?;
    found.map(|_| StatusCode::NO_CONTENT).ok_or_else(|| missing(&id))
}

/// Take a carrier's notification
///
/// DCSA Track & Trace 2.2 and 3.0: events as an array, one object, or an object around the array. The signature is
/// `sha256=` and the HMAC-SHA256 of the body with the subscription's secret, in hexadecimal.
#[utoipa::path(post, path = "/callbacks/dcsa/{subscription}", tag = "messages",
    params(("subscription" = String, Path), ("Notification-Signature" = String, Header), ("Subscription-ID" = Option<String>, Header)),
    request_body(content = Vec<u8>, content_type = "application/json"),
    responses((status = 204, description = "Kept")))]
pub(super) async fn notify(
    State(app): Shared,
    Extension(from): Extension<From>,
    In(id): In<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer<StatusCode> {
    let unsigned = |item: &str, detail: &str| {
        Failure::new(Code::WrongSignature, detail).with(ProblemItem::new(
            format!("header:{item}"),
            "bad_value",
            &[],
        ))
    };
    let wrong = || unsigned(SIGNATURE, "the signature does not fit the body and this subscription's secret");
    // Who does not know the secret is not told which subscriptions there are.
    let Some(row) = app.store.subscription(&id).await? else { return Err(wrong()) };
    let sender = row.sender.clone();
    let refuse = |failure: Failure| {
        app.senders.refuse(&sender, Why::Signature);
        Err(failure)
    };
    let Ok(signature) = single(&headers, SIGNATURE) else {
        return refuse(unsigned(SIGNATURE, "send exactly one Notification-Signature: sha256=…"));
    };
    let named = single(&headers, SUBSCRIPTION);
    if let Some(carrier_id) = &row.carrier_id
        && named.as_ref().is_ok_and(|named| named != carrier_id)
    {
        return refuse(unsigned(SUBSCRIPTION, "the Subscription-ID is not that of this callback"));
    }
    if row.carrier_id.is_some() && named.is_err() {
        return refuse(unsigned(SUBSCRIPTION, "send exactly one Subscription-ID"));
    }
    let (folder, bytes) = (app.folder.clone(), body.clone());
    let is_signed = aside(move || -> crate::error::Result<bool> {
        Ok(is_signed(&row, &Seal::of(&folder)?, clock::now(), &signature, &bytes))
    });
    if !is_signed.await? {
        return refuse(wrong());
    }
    app.admit(&sender, body.len() as u64).await?;
    let upload = Upload {
        name: "dcsa-notification.json".to_owned(),
        sender: Some(sender.clone()),
        bytes: body,
        compression: Compression::AsRecognised,
    };
    let by = intake::From {
        actor: format!("subscription:{id}"),
        origin: format!("callback {}", from.address),
        request: from.request,
    };
    let received = app.intake.keep(vec![upload], by).await?.pop();
    let received = received.ok_or_else(|| Failure::internal("a notification gave no receipt"))?;
    messages::receipt(received, Some(sender)).map(|_| StatusCode::NO_CONTENT)
}

/// The value of a header that stands there exactly once.
fn single(headers: &HeaderMap, name: &str) -> Result<String, ()> {
    let mut values = headers.get_all(name).iter();
    match (values.next().and_then(|value| value.to_str().ok()), values.next()) {
        (Some(value), None) => Ok(value.trim().to_owned()),
        _ => Err(()),
    }
}
