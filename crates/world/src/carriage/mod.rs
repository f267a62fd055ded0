//! The workload of container trips: boxes that travel for years, everything that is reported of them, and their
//! true trips. Apart from the consignments of [`crate::generate`]; ports, ships and ways are the same.

mod codes;
mod lanes;
mod noise;
mod oddly;
mod reports;
mod run;
mod sources;
mod truth;
mod voyage;
mod write;

use crate::settings::{CONTAINERS_MAX, DAYS_MAX, Folder, Profile};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
pub use truth::CARRIAGE_COLUMNS;

/// The workload to make. The same settings give the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CarriageSettings {
    /// How many containers travel. At most [`CONTAINERS_MAX`]; more are taken as that many.
    pub containers: u32,
    /// Days of history from `start`. At most [`DAYS_MAX`]. A trip that would not be over by then does not begin.
    pub days: u32,
    /// Seed of all chance.
    pub seed: u64,
    /// How kind the world is.
    pub profile: Profile,
    /// First instant of the world; taken as the midnight before it, UTC.
    pub start: UtcTime,
    /// Share of trips that are anomalous, 0 to 1.
    pub anomaly_rate: f64,
    /// Places have codes that no table knows and no coordinates; only `areas.csv` says which belong together.
    pub made_up_places: bool,
}

impl Default for CarriageSettings {
    /// As in the JRC's published set (arXiv 1305.1946): 50,000 containers, three years, some 300,000 trips.
    fn default() -> CarriageSettings {
        CarriageSettings {
            containers: 50_000,
            days: 1_095,
            seed: 1,
            profile: Profile::Easy,
            start: UtcTime::from_civil(2023, 1, 1, 0, 0, 0).unwrap_or(UtcTime::MIN),
            anomaly_rate: 0.015,
            made_up_places: false,
        }
    }
}

impl CarriageSettings {
    /// The same settings held at the stated limits.
    fn held(&self) -> CarriageSettings {
        let rate = if self.anomaly_rate.is_finite() { self.anomaly_rate.clamp(0.0, 1.0) } else { 0.0 };
        // Some room on both sides, so that schedules before the start and after the end exist.
        let first = UtcTime::MIN.plus_days(400);
        let last = UtcTime::MAX.plus_days(-i64::from(DAYS_MAX) - 400);
        let start = self.start.clamp(first, last);
        let midnight = UtcTime::from_seconds(start.micros().div_euclid(86_400_000_000) * 86_400);
        CarriageSettings {
            containers: self.containers.min(CONTAINERS_MAX),
            days: self.days.min(DAYS_MAX),
            anomaly_rate: rate,
            start: midnight,
            ..*self
        }
    }
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CarriageCounts {
    /// Status messages.
    pub messages: u64,
    /// Laden trips, those of boxes with a borrowed number among them.
    pub trips: u64,
    /// Trips with an anomaly.
    pub anomalies: u64,
}

/// Makes a workload and hands over its files in parts: folder, path relative to it, and bytes that follow those
/// handed over before for the same path. `status.csm.csv` is in order of arrival, `trips.csv` in order of start.
///
/// Memory grows with the containers (about 1.4 kilobytes each), not with the days.
pub fn generate_carriage(
    settings: &CarriageSettings,
    places: &Places,
    sea: &SeaNetwork,
    file: &mut dyn FnMut(Folder, &str, &[u8]),
) -> CarriageCounts {
    run::run(settings.held(), places, sea, file)
}
