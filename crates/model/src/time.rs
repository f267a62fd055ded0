//! Instants and how long lies between them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

const MICROS_PER_HOUR: f64 = 3_600_000_000.0;
/// A year of 365 days.
const YEAR_MICROS: i64 = 365 * 86_400_000_000;

/// An instant in UTC, as microseconds since 1970-01-01T00:00:00Z.
///
/// Holds the years 0001 to 9999, as RFC 3339 does. Written as RFC 3339 with `Z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct UtcTime(i64);

/// A text that is not an RFC 3339 time with an offset, or lies outside the years 0001 to 9999.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a time; expected RFC 3339 with an offset, such as 2026-03-01T14:30:00+01:00")]
pub struct TimeError {
    /// What stood there.
    pub found: String,
}

impl UtcTime {
    /// The first instant that can be held, 0001-01-01T00:00:00Z.
    pub const MIN: UtcTime = UtcTime(-62_135_596_800_000_000);
    /// The last instant that can be held, 9999-12-31T23:59:59.999999Z.
    pub const MAX: UtcTime = UtcTime(253_402_300_799_999_999);

    /// From microseconds since the Unix epoch; values outside the years 0001 to 9999 are held at the limit.
    #[inline]
    pub const fn from_micros(micros: i64) -> UtcTime {
        if micros < Self::MIN.0 {
            Self::MIN
        } else if micros > Self::MAX.0 {
            Self::MAX
        } else {
            UtcTime(micros)
        }
    }

    /// Microseconds since the Unix epoch.
    #[inline]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// From whole seconds since the Unix epoch, held at the limits like [`UtcTime::from_micros`].
    #[inline]
    pub const fn from_seconds(seconds: i64) -> UtcTime {
        Self::from_micros(seconds.saturating_mul(1_000_000))
    }

    /// From a civil date and time of day in UTC; `None` when no such day or time exists.
    pub fn from_civil(year: i16, month: i8, day: i8, hour: i8, minute: i8, second: i8) -> Option<UtcTime> {
        let shifted = if year == 9999 { year - 1 } else { year };
        let civil = jiff::civil::DateTime::new(shifted, month, day, hour, minute, second, 0).ok()?;
        let stamp = jiff::tz::Offset::UTC.to_timestamp(civil).ok()?;
        let time = UtcTime(stamp.as_microsecond() + i64::from(year - shifted) * YEAR_MICROS);
        (Self::MIN..=Self::MAX).contains(&time).then_some(time)
    }

    /// Hours from `earlier` to `self`; negative when `self` is before it.
    #[inline]
    pub fn hours_since(self, earlier: UtcTime) -> f64 {
        (self.0 - earlier.0) as f64 / MICROS_PER_HOUR
    }

    /// This instant moved by `hours`, held at the limits.
    #[inline]
    pub fn plus_hours(self, hours: f64) -> UtcTime {
        Self::from_micros(self.0.saturating_add((hours * MICROS_PER_HOUR) as i64))
    }

    /// This instant moved by whole days of 24 hours, held at the limits.
    #[inline]
    pub fn plus_days(self, days: i64) -> UtcTime {
        Self::from_micros(self.0.saturating_add(days.saturating_mul(86_400_000_000)))
    }

    /// Days since the Unix epoch, rounded down: the key of a calendar day in UTC.
    #[inline]
    pub const fn day_number(self) -> i64 {
        self.0.div_euclid(86_400_000_000)
    }

    /// The calendar year, month (1 to 12) and day of month (1 to 31) in UTC.
    pub fn civil_date(self) -> (i16, i8, i8) {
        let (stamp, years) = self.to_jiff();
        let date = stamp.to_zoned(jiff::tz::TimeZone::UTC).date();
        (date.year() + years, date.month(), date.day())
    }

    /// The calendar quarter, 1 to 4, in UTC.
    pub fn quarter(self) -> u8 {
        (self.civil_date().1 as u8).div_ceil(3)
    }

    /// The date alone, `2026-03-01`.
    pub fn date_text(self) -> String {
        let (year, month, day) = self.civil_date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// jiff's instants end a day before the year 9999 does, and end dates of 9999-12-31 are common in the field. An
    /// instant beyond that is taken one year earlier, and how many years that is: 9998 and 9999 are equally long.
    fn to_jiff(self) -> (jiff::Timestamp, i16) {
        let years = i16::from(self.0 > jiff::Timestamp::MAX.as_microsecond());
        let micros = self.0 - i64::from(years) * YEAR_MICROS;
        (jiff::Timestamp::from_microsecond(micros).unwrap_or(jiff::Timestamp::UNIX_EPOCH), years)
    }
}

impl fmt::Display for UtcTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_jiff() {
            (stamp, 0) => fmt::Display::fmt(&stamp, f),
            (stamp, _) => write!(f, "9999{}", stamp.to_string().get(4..).unwrap_or_default()),
        }
    }
}

impl fmt::Debug for UtcTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for UtcTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<UtcTime, TimeError> {
        let wrong = || TimeError { found: text.chars().take(64).collect() };
        let late = text.strip_prefix("9999-12-3").map(|rest| format!("9998-12-3{rest}"));
        let stamp: jiff::Timestamp = late.as_deref().unwrap_or(text).parse().map_err(|_| wrong())?;
        let time = UtcTime(stamp.as_microsecond() + i64::from(late.is_some()) * YEAR_MICROS);
        if (Self::MIN..=Self::MAX).contains(&time) { Ok(time) } else { Err(wrong()) }
    }
}

impl Serialize for UtcTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for UtcTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<UtcTime, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
