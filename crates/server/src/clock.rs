//! The one place where the time of day is read.

use std::time::{SystemTime, UNIX_EPOCH};
use tidewaiter_model::time::UtcTime;

/// The present instant. A clock before 1970 reads as 1970.
pub fn now() -> UtcTime {
    let micros = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros());
    UtcTime::from_micros(i64::try_from(micros).unwrap_or(i64::MAX))
}
