//! Dates and times of DTM segments (C507) and of UNB.
//!
//! Most EDIFACT times carry no zone. They are taken as UTC: the sender's own clock is not in the message, and a shift
//! that is the same for all of a terminal's reports keeps their order. Formats with an offset (205, 208) and with a
//! zone of known length (301 to 304: `UTC`, `GMT`, `Z`, or a shift such as `+01`) are turned into UTC.

use crate::time::{days_from_civil, days_in_month};
use tidewaiter_model::time::UtcTime;

/// What a date or time of a message came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) time: UtcTime,
    /// It holds no time of day.
    pub(crate) day_only: bool,
}

/// Reads a value in a format of code list 2379. An unknown or missing format, or one that the value does not have,
/// is told by the number of digits.
pub(crate) fn moment(value: &str, format: &str) -> Option<Moment> {
    let value = value.trim();
    let (digits, rest) = value.split_at(value.bytes().take_while(u8::is_ascii_digit).count());
    if rest.is_empty()
        && let Some(found) = common(digits.as_bytes(), format)
    {
        return found;
    }
    let layout =
        layout(format).filter(|layout| layout.len() == digits.len()).or_else(|| by_length(digits))?;
    let fields = Fields::read(digits, layout)?;
    let shift_minutes = if rest.is_empty() { 0 } else { shift(rest)? };
    let time = fields.time()?;
    let time = UtcTime::from_micros(time.micros() - shift_minutes * 60_000_000);
    Some(Moment { time, day_only: !layout.contains('h') })
}

/// The formats that nearly all times have: 102, 203 and 204. `None`: it is another one.
fn common(digits: &[u8], format: &str) -> Option<Option<Moment>> {
    let wanted = match format.as_bytes() {
        b"203" => 12,
        b"102" => 8,
        b"204" => 14,
        _ => return None,
    };
    if digits.len() != wanted {
        return None;
    }
    let pair = |at: usize| match digits.get(at..at + 2) {
        Some([ten, one]) => i64::from(ten - b'0') * 10 + i64::from(one - b'0'),
        _ => 0,
    };
    let fields = Fields {
        year: pair(0) * 100 + pair(2),
        month: pair(4),
        day: pair(6),
        hour: pair(8),
        minute: pair(10),
        second: pair(12),
    };
    Some(fields.time().map(|time| Moment { time, day_only: wanted == 8 }))
}

/// The digits of a format: year, month, day, hour, minute, second.
fn layout(format: &str) -> Option<&'static str> {
    Some(match format {
        "2" => "DDMMYY",
        "3" => "MMDDYY",
        "4" => "DDMMYYYY",
        "101" => "YYMMDD",
        "102" | "718" => "YYYYMMDD",
        "201" | "301" => "YYMMDDhhmm",
        "202" | "302" => "YYMMDDhhmmss",
        "203" | "205" | "303" | "719" => "YYYYMMDDhhmm",
        "204" | "208" | "304" => "YYYYMMDDhhmmss",
        "610" => "YYYYMM",
        _ => return None,
    })
}

fn by_length(digits: &str) -> Option<&'static str> {
    Some(match digits.len() {
        6 => "YYMMDD",
        8 => "YYYYMMDD",
        10 => "YYMMDDhhmm",
        // 202 is rare without saying so, and its first two digits would be a century.
        12 => "YYYYMMDDhhmm",
        14 => "YYYYMMDDhhmmss",
        // Two instants of one period: the first.
        16 => return Some("YYYYMMDD________"),
        24 => return Some("YYYYMMDDhhmm____________"),
        _ => return None,
    })
}

/// A zone behind the digits, as minutes ahead of UTC.
fn shift(rest: &str) -> Option<i64> {
    let rest = rest.trim();
    if matches!(rest, "" | "Z" | "UTC" | "GMT" | "UT") || rest.starts_with('-') && rest.len() > 6 {
        return Some(0);
    }
    let (sign, digits) = match rest.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix('-')?),
    };
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i64>().ok();
    let (hours, minutes) = match digits.len() {
        2 => (number(0..2)?, 0),
        4 => (number(0..2)?, number(2..4)?),
        5 => (number(0..2)?, number(3..5)?),
        _ => return None,
    };
    (hours < 15 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[derive(Default)]
struct Fields {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
}

impl Fields {
    fn read(digits: &str, layout: &str) -> Option<Fields> {
        let mut fields = Fields::default();
        for (digit, kind) in digits.bytes().zip(layout.bytes()) {
            let slot = match kind {
                b'Y' => &mut fields.year,
                b'M' => &mut fields.month,
                b'D' => &mut fields.day,
                b'h' => &mut fields.hour,
                b'm' => &mut fields.minute,
                b's' => &mut fields.second,
                _ => continue,
            };
            *slot = *slot * 10 + i64::from(digit.checked_sub(b'0')?);
        }
        if !layout.contains("YYYY") {
            fields.year += if fields.year < 70 { 2000 } else { 1900 };
        }
        if !layout.contains('D') {
            fields.day = 1;
        }
        Some(fields)
    }

    fn time(&self) -> Option<UtcTime> {
        let midnight = self.hour == 24 && self.minute == 0 && self.second == 0;
        let hour = if midnight { 0 } else { self.hour };
        let exists = (1..=9998).contains(&self.year)
            && (1..=days_in_month(self.year, self.month)).contains(&self.day)
            && hour < 24
            && self.minute < 60
            && self.second < 60;
        if !exists {
            return None;
        }
        let days = days_from_civil(self.year, self.month, self.day);
        let time = UtcTime::from_seconds(days * 86_400 + hour * 3_600 + self.minute * 60 + self.second);
        Some(if midnight { time.plus_days(1) } else { time })
    }
}

/// The date of a DTM as text, `1985-10-15`. A birth in a year of two digits lies before `by`.
pub(crate) fn date(value: &str, format: &str, by: Option<UtcTime>) -> Option<String> {
    let time = moment(value, format)?.time;
    match by {
        Some(by) if time > by => {
            let (year, month, day) = time.civil_date();
            Some(format!("{:04}-{month:02}-{day:02}", year - 100))
        }
        _ => Some(time.date_text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, format: &str, expected: &str) {
        let found = moment(value, format).map(|moment| moment.time.to_string());
        assert_eq!(found.as_deref().unwrap_or(""), expected, "{value}:{format}");
    }

    #[test]
    fn formats_of_the_code_list() {
        check("201602030913", "203", "2016-02-03T09:13:00Z");
        check("20160203", "102", "2016-02-03T00:00:00Z");
        check("0910301200", "201", "2009-10-30T12:00:00Z");
        check("20160203091307", "204", "2016-02-03T09:13:07Z");
        check("2016020309130700", "203", "2016-02-03T00:00:00Z");
        check("201602030913UTC", "303", "2016-02-03T09:13:00Z");
        check("201602030913+0530", "205", "2016-02-03T03:43:00Z");
        check("20160203091307-03", "304", "2016-02-03T12:13:07Z");
        check("160203", "101", "2016-02-03T00:00:00Z");
        check("030216", "2", "2016-02-03T00:00:00Z");
        check("201602032400", "203", "2016-02-04T00:00:00Z");
        check("20160203-20160210", "718", "2016-02-03T00:00:00Z");
    }

    #[test]
    fn what_does_not_fit_its_format_is_told_by_its_length() {
        check("20160203", "203", "2016-02-03T00:00:00Z");
        check("201602030913", "102", "2016-02-03T09:13:00Z");
        check("19851015", "", "1985-10-15T00:00:00Z");
        for wrong in ["", "2016", "20161303", "abc", "201602030961", "201602030913CET"] {
            check(wrong, "203", "");
        }
    }

    #[test]
    fn nobody_is_born_in_the_future() {
        let by = UtcTime::from_civil(2026, 1, 1, 0, 0, 0);
        assert_eq!(date("490101", "101", by).as_deref(), Some("1949-01-01"));
        assert_eq!(date("010101", "101", by).as_deref(), Some("2001-01-01"));
    }
}
