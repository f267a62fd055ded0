//! The one place where the time of day is read, and the time at which a demo's data stand.

use crate::error::Result;
use std::time::{SystemTime, UNIX_EPOCH};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::Store;

/// Name under which the store keeps the time at which a demo's data stand.
pub const WORLD_TIME: &str = "world_time";

/// The present instant. A clock before 1970 reads as 1970.
pub fn now() -> UtcTime {
    let micros = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros());
    UtcTime::from_micros(i64::try_from(micros).unwrap_or(i64::MAX))
}

/// The time at which the data of a store stand; `None` where they follow the clock.
///
/// # Errors
/// What the database said.
pub async fn world_time(store: &Store) -> Result<Option<UtcTime>> {
    Ok(store.setting_get(WORLD_TIME).await?.and_then(|time| time.parse().ok()))
}
