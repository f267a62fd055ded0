//! Values with a unit of their own.

use crate::money::Decimal;
use crate::time::UtcTime;
use serde::{Deserialize, Serialize};

/// An amount, exact, with the currency it was stated with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Amount {
    /// How much.
    pub amount: Decimal,
    /// ISO 4217 code (`currencyID`), if stated.
    pub currency: Option<String>,
}

/// A measure or quantity, exact, with the unit it was stated with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Measure {
    /// How much.
    pub value: Decimal,
    /// UN/ECE Recommendation 20 code (`unitCode`), if stated.
    pub unit: Option<String>,
}

impl Measure {
    /// Kilograms; without a unit the value is taken as such. `None` for units that are no mass.
    pub fn kilograms(&self) -> Option<f64> {
        let value: f64 = self.value.to_string().parse().ok()?;
        let factor = match self.unit.as_deref().unwrap_or("KGM") {
            "KGM" | "KG" => 1.0,
            "GRM" => 0.001,
            "TNE" => 1_000.0,
            "DTN" => 100.0,
            "LBR" => 0.453_592_37,
            _ => return None,
        };
        Some(value * factor)
    }
}

/// A time as stated, with the format it was stated in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatedTime {
    /// The text, such as `20250731143931+01`.
    pub text: String,
    /// EDIFACT 2379 (`formatCode`): 102 a date, 203 to the minute, 204 to the second, 205 and 304 the same with an
    /// offset; told by its length when not stated.
    pub format: Option<String>,
}

impl StatedTime {
    /// The instant. A date is its first moment, and a time without offset is taken as UTC. `None` when the text is not
    /// of its format.
    pub fn utc(&self) -> Option<UtcTime> {
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let (stamp, zone) = self.text.split_at_checked(digits)?;
        let wanted: &[usize] = match self.format.as_deref() {
            Some("102") => &[8],
            Some("203" | "205") => &[12],
            Some("204" | "304") => &[14],
            None => &[8, 12, 14],
            Some(_) => return None,
        };
        let zoned = matches!(self.format.as_deref(), None | Some("205" | "304"));
        if !wanted.contains(&digits) || (!zone.is_empty() && !zoned) {
            return None;
        }
        let part = |from: usize| stamp.get(from..from + 2).map_or(Some(0), |text| text.parse::<i8>().ok());
        let year = stamp.get(..4)?.parse().ok()?;
        let local = UtcTime::from_civil(year, part(4)?, part(6)?, part(8)?, part(10)?, part(12)?)?;
        Some(UtcTime::from_micros(local.micros() - offset_minutes(zone)? * 60_000_000))
    }
}

/// `Z`, `+01`, `+0100` or `+01:00`, in minutes.
fn offset_minutes(zone: &str) -> Option<i64> {
    if matches!(zone, "" | "Z") {
        return Some(0);
    }
    let (sign, rest) = match zone.as_bytes().first()? {
        b'+' => (1, &zone[1..]),
        b'-' => (-1, &zone[1..]),
        _ => return None,
    };
    let digits: String = rest.chars().filter(|character| *character != ':').collect();
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours: i64 = digits.get(..2)?.parse().ok()?;
    let minutes: i64 =
        digits.get(2..).filter(|text| !text.is_empty()).map_or(Some(0), |text| text.parse().ok())?;
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str, format: Option<&str>) -> Option<String> {
        let time = StatedTime { text: text.to_owned(), format: format.map(str::to_owned) };
        time.utc().map(|time| time.to_string())
    }

    #[test]
    fn stated_times_are_instants() {
        let cases = [
            ("20250731143931+01", Some("304"), Some("2025-07-31T13:39:31Z")),
            ("20230804120919Z", Some("304"), Some("2023-08-04T12:09:19Z")),
            ("20230804120919-0530", None, Some("2023-08-04T17:39:19Z")),
            ("20230804", Some("102"), Some("2023-08-04T00:00:00Z")),
            ("202308041209", Some("203"), Some("2023-08-04T12:09:00Z")),
            ("20230804", Some("304"), None),
            ("20230804120919Z", Some("102"), None),
            ("20231304", Some("102"), None),
            ("20230804120919+99", Some("304"), None),
            ("2023-08-04", None, None),
            ("", None, None),
            ("é", None, None),
        ];
        for (text, format, expected) in cases {
            assert_eq!(utc(text, format).as_deref(), expected, "{text} {format:?}");
        }
    }

    #[test]
    fn masses_come_in_units() {
        let mass = |value: &str, unit: Option<&str>| {
            Measure { value: value.parse().unwrap(), unit: unit.map(str::to_owned) }.kilograms()
        };
        assert_eq!(mass("12.5", None), Some(12.5));
        assert_eq!(mass("2", Some("TNE")), Some(2_000.0));
        assert_eq!(mass("2", Some("NAR")), None);
    }
}
