//! What the caller asks for, and what each profile means in figures.

use tidewaiter_model::time::UtcTime;

/// How kind the world is to whoever reads its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// Few messages are missing or wrong, and wrongdoing leaves all its traces.
    #[default]
    Easy,
    /// A quarter of the events is never reported, clocks are wrong, and wrongdoing leaves few traces.
    Hard,
}

impl Profile {
    /// The name as written on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Profile::Easy => "easy",
            Profile::Hard => "hard",
        }
    }

    /// The profile with this name.
    pub fn from_name(name: &str) -> Option<Profile> {
        [Profile::Easy, Profile::Hard].into_iter().find(|profile| profile.as_str() == name)
    }
}

/// Which of the two folders a file belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Folder {
    /// What an administration would receive; every file in it is meant to be ingested.
    Messages,
    /// What really happened; only an evaluation may read it.
    Truth,
}

/// The world to make. The same settings give the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct WorldSettings {
    /// How many containers travel. At most [`CONTAINERS_MAX`]; more are taken as that many.
    pub containers: u32,
    /// Days of history from `start`; the world's last day is its "today". At most [`DAYS_MAX`].
    pub days: u32,
    /// Seed of all chance.
    pub seed: u64,
    /// How kind the world is.
    pub profile: Profile,
    /// First instant of the world.
    pub start: UtcTime,
    /// Share of import consignments with planted wrongdoing, 0 to 1.
    pub wrongdoing_rate: f64,
}

/// Most containers of one world: the serial numbers of the made-up owner codes.
pub const CONTAINERS_MAX: u32 = 5_000_000;

/// Most days of one world.
pub const DAYS_MAX: u32 = 3_660;

impl Default for WorldSettings {
    fn default() -> WorldSettings {
        WorldSettings {
            containers: 3_000,
            days: 150,
            seed: 7,
            profile: Profile::Easy,
            start: UtcTime::from_civil(2026, 1, 1, 0, 0, 0).unwrap_or(UtcTime::MIN),
            wrongdoing_rate: 0.02,
        }
    }
}

impl WorldSettings {
    /// The world's "today": nothing received later is written.
    pub fn end(&self) -> UtcTime {
        self.start.plus_days(i64::from(self.days))
    }

    /// The same settings held at the stated limits.
    pub(crate) fn held(&self) -> WorldSettings {
        let rate = if self.wrongdoing_rate.is_finite() { self.wrongdoing_rate.clamp(0.0, 1.0) } else { 0.0 };
        // Some room on both sides, so that schedules before the start and after the end exist.
        let first = UtcTime::MIN.plus_days(400);
        let last = UtcTime::MAX.plus_days(-i64::from(DAYS_MAX) - 400);
        WorldSettings {
            containers: self.containers.min(CONTAINERS_MAX),
            days: self.days.min(DAYS_MAX),
            wrongdoing_rate: rate,
            start: self.start.clamp(first, last),
            ..*self
        }
    }

    pub(crate) fn is_hard(&self) -> bool {
        self.profile == Profile::Hard
    }
}

/// How reports differ from what happened. Shares are of events unless said otherwise.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noise {
    /// Nobody reports the event.
    pub missing: f64,
    /// A report names a wrong event.
    pub wrong_event: f64,
    /// A report names an inland depot or another code of the port area.
    pub other_place: f64,
    /// A report names a place that no table knows.
    pub unknown_place: f64,
    /// A report of a vessel event names no vessel.
    pub no_vessel: f64,
    /// A report has a wrong check digit.
    pub bad_check_digit: f64,
    /// A report's time is off by whole days.
    pub whole_day: f64,
    /// A report gives local time as if it were UTC.
    pub time_zone: f64,
    /// The estimate is never followed by an actual event.
    pub estimate_only: f64,
    /// Spread of reported times around the true one, in hours.
    pub jitter_hours: f64,
    /// The trip starts without an empty pick-up message.
    pub no_pick_up: f64,
    /// The box goes to its next shipper without being returned.
    pub street_turn: f64,
    /// A carrier repeats its report under a new id some days later.
    pub repeated: f64,
}

impl Noise {
    pub(crate) const fn of(profile: Profile) -> Noise {
        match profile {
            Profile::Easy => Noise {
                missing: 0.02,
                wrong_event: 0.003,
                other_place: 0.010,
                unknown_place: 0.0,
                no_vessel: 0.02,
                bad_check_digit: 0.0,
                whole_day: 0.0,
                time_zone: 0.002,
                estimate_only: 0.0,
                jitter_hours: 0.4,
                no_pick_up: 0.0,
                street_turn: 0.0,
                repeated: 0.03,
            },
            Profile::Hard => Noise {
                missing: 0.25,
                wrong_event: 0.015,
                other_place: 0.015,
                unknown_place: 0.01,
                no_vessel: 0.08,
                bad_check_digit: 0.002,
                whole_day: 0.01,
                time_zone: 0.02,
                estimate_only: 0.03,
                jitter_hours: 2.0,
                no_pick_up: 0.10,
                street_turn: 0.05,
                repeated: 0.08,
            },
        }
    }
}
