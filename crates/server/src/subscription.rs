//! Subscriptions at carriers: DCSA Track & Trace notifies a callback of events, and signs what it sends with a secret.

use crate::error::{Error, Result};
use crate::http::limits::NAME_CHARS_MAX;
use crate::http::seal::Seal;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;
use serde::Serialize;
use std::path::Path;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, NewSubscription, Store, SubscriptionRow};

/// Bytes of a secret: DCSA's reference takes 32 to 64 for HMAC-SHA256.
const SECRET_BYTES: usize = 48;
/// After a change the secret before counts for so long, for notifications that are on their way.
pub const PREVIOUS_SECONDS: i64 = 3_600;
/// Where notifications of a subscription are to be sent, behind the server's own address.
const CALLBACK: &str = "/api/v1/callbacks/dcsa/";

/// A subscription, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Subscription {
    /// Its id here.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// Who sends by it.
    pub sender: String,
    /// What the carrier calls it; where set, notifications must name it as `Subscription-ID`.
    #[schema(required)]
    pub carrier_id: Option<String>,
    /// Path of the callback on this server.
    pub callback: String,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created: UtcTime,
    /// When its secret was changed last.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub rotated: Option<UtcTime>,
}

/// A subscription with a secret that was just made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct MadeSubscription {
    /// The subscription.
    #[serde(flatten)]
    pub subscription: Subscription,
    /// In base64, as the carrier's API takes it. Shown this once.
    pub secret: String,
}

/// What can be said of a subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What it is for.
    pub name: String,
    /// Who sends by it.
    pub sender: String,
    /// What the carrier calls it.
    pub carrier_id: Option<String>,
}

impl Terms {
    /// Terms without blanks around them.
    ///
    /// # Errors
    /// [`Error::Use`] naming what is empty or too long.
    pub fn checked(self) -> Result<Terms> {
        let trimmed = |what: &str, text: String| {
            let text = text.trim().to_owned();
            if text.is_empty() || text.chars().count() > NAME_CHARS_MAX || text.contains(char::is_control) {
                return Err(Error::Use(format!("the {what} has 1 to {NAME_CHARS_MAX} plain characters")));
            }
            Ok(text)
        };
        let carrier_id = self.carrier_id.map(|id| trimmed("carrier's id", id)).transpose()?;
        Ok(Terms { name: trimmed("name", self.name)?, sender: trimmed("sender", self.sender)?, carrier_id })
    }
}

fn shown(row: SubscriptionRow) -> Subscription {
    let SubscriptionRow { id, name, sender, carrier_id, created, rotated, .. } = row;
    Subscription { callback: format!("{CALLBACK}{id}"), id, name, sender, carrier_id, created, rotated }
}

/// Every subscription.
///
/// # Errors
/// What the database said.
pub async fn list(store: &Store) -> Result<Vec<Subscription>> {
    Ok(store.subscriptions().await?.into_iter().map(shown).collect())
}

/// Makes a subscription and its secret.
///
/// # Errors
/// What the system or the database said.
pub async fn add(store: &Store, folder: &Path, act: &Act<'_>, terms: Terms) -> Result<MadeSubscription> {
    let Terms { name, sender, carrier_id } = terms.checked()?;
    let id = crate::http::secret_id();
    let (secret, sealed) = fresh(folder, &id)?;
    let carrier_id = carrier_id.as_deref();
    let new = NewSubscription { id: &id, name: &name, sender: &sender, carrier_id, secret: &sealed };
    let row = store.subscription_create(act, &new).await?;
    Ok(MadeSubscription { subscription: shown(row), secret })
}

/// Gives a subscription another secret; the one before counts for an hour more.
///
/// # Errors
/// [`Error::Use`] when there is none.
pub async fn rotate(
    store: &Store,
    folder: &Path,
    act: &Act<'_>,
    id: &str,
) -> Result<Option<MadeSubscription>> {
    let (secret, sealed) = fresh(folder, id)?;
    let until = UtcTime::from_micros(act.time.micros().saturating_add(PREVIOUS_SECONDS * 1_000_000));
    if !store.subscription_rotate(act, id, &sealed, until).await? {
        return Ok(None);
    }
    let row = store.subscription(id).await?;
    Ok(row.map(|row| MadeSubscription { subscription: shown(row), secret }))
}

/// Gives a subscription other terms.
///
/// # Errors
/// What the database said.
pub async fn update(store: &Store, act: &Act<'_>, id: &str, terms: Terms) -> Result<Option<Subscription>> {
    let Terms { name, sender, carrier_id } = terms.checked()?;
    let row = store.subscription_update(act, id, &name, &sender, carrier_id.as_deref()).await?;
    Ok(row.map(shown))
}

fn fresh(folder: &Path, id: &str) -> Result<(String, Vec<u8>)> {
    let mut bytes = [0u8; SECRET_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| Error::Use(format!("no randomness: {error}")))?;
    Ok((STANDARD.encode(bytes), Seal::of(folder)?.seal(id, &bytes)?))
}

/// Whether a body was signed with a secret of the subscription. `signature` is the header's value, `sha256=` and the
/// HMAC-SHA256 of the body's bytes in hexadecimal. Compared in constant time.
pub(crate) fn is_signed(
    row: &SubscriptionRow,
    seal: &Seal,
    now: UtcTime,
    signature: &str,
    body: &[u8],
) -> bool {
    let Some((kind, digits)) = signature.trim().split_once('=') else { return false };
    let Some(given) = unhex(digits).filter(|_| kind.eq_ignore_ascii_case("sha256")) else { return false };
    let previous = row.previous.as_ref().filter(|(_, until)| now < *until).map(|(secret, _)| secret);
    let secrets = std::iter::once(&row.secret).chain(previous);
    let mut opened = secrets.filter_map(|sealed| seal.open(&row.id, sealed));
    opened.any(|secret| hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, &secret), body, &given).is_ok())
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.as_bytes();
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    let value = |digit: u8| char::from(digit).to_digit(16).map(|value| value as u8);
    digits.chunks(2).map(|pair| Some(value(pair[0])? << 4 | value(pair[1])?)).collect()
}
