//! Dates in the many ways extracts write them.

use crate::time::parse_time;
use tidewaiter_model::time::UtcTime;

/// One way to write a date: `rfc3339`, or text with `%Y %y %m %d %H %M %S`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DateFormat {
    Rfc3339,
    Pattern(String),
}

impl DateFormat {
    /// `None` when the pattern has an unknown letter or lacks year, month or day.
    pub(crate) fn new(text: &str) -> Option<DateFormat> {
        if text.eq_ignore_ascii_case("rfc3339") {
            return Some(DateFormat::Rfc3339);
        }
        let mut letters = Vec::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            if character == '%' {
                letters.push(characters.next().filter(|letter| "YymdHMS%".contains(*letter))?);
            }
        }
        let has = |letter| letters.contains(&letter);
        let complete = (has('Y') || has('y')) && has('m') && has('d');
        complete.then(|| DateFormat::Pattern(text.to_owned()))
    }

    /// Reads a whole text; a pattern's civil time is taken at `offset_minutes` east of UTC.
    pub(crate) fn parse(&self, text: &str, offset_minutes: i64) -> Option<UtcTime> {
        match self {
            DateFormat::Rfc3339 => parse_time(text),
            DateFormat::Pattern(pattern) => {
                let civil = parse_pattern(pattern, text)?;
                let micros = civil.micros() - offset_minutes * 60_000_000;
                let time = UtcTime::from_micros(micros);
                (time.micros() == micros).then_some(time)
            }
        }
    }
}

fn parse_pattern(pattern: &str, text: &str) -> Option<UtcTime> {
    let (mut year, mut month, mut day, mut hour, mut minute, mut second) = (0, 0, 0, 0, 0, 0);
    let mut rest = text;
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        if character != '%' {
            rest = rest.strip_prefix(character)?;
            continue;
        }
        match characters.next()? {
            // Exactly four digits, so that a format with two-digit years can follow in the list.
            'Y' => (year, rest) = digits(rest, 4).filter(|(_, tail)| rest.len() - tail.len() == 4)?,
            'y' => {
                (year, rest) = digits(rest, 2)?;
                year += 2000;
            }
            'm' => (month, rest) = digits(rest, 2)?,
            'd' => (day, rest) = digits(rest, 2)?,
            'H' => (hour, rest) = digits(rest, 2)?,
            'M' => (minute, rest) = digits(rest, 2)?,
            'S' => (second, rest) = digits(rest, 2)?,
            _ => rest = rest.strip_prefix('%')?,
        }
    }
    if !rest.is_empty() {
        return None;
    }
    let small = |number: i16| i8::try_from(number).ok();
    UtcTime::from_civil(year, small(month)?, small(day)?, small(hour)?, small(minute)?, small(second)?)
}

/// One to `most` digits, as many as there are.
fn digits(text: &str, most: usize) -> Option<(i16, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(count)?;
    Some((number.parse().ok()?, rest))
}

/// Minutes east of UTC in `Z`, `+09:00` or `-03:30`.
pub(crate) fn offset_minutes(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=18).contains(&hours) && (0..60).contains(&minutes)).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_read_dates() {
        for (pattern, text, offset, expected) in [
            ("%Y-%m-%d", "2020-01-01", 0, Some("2020-01-01T00:00:00Z")),
            ("%Y-%m-%d", "2020-01-01", 540, Some("2019-12-31T15:00:00Z")),
            ("%d.%m.%Y %H:%M", "1.2.2020 7:05", 0, Some("2020-02-01T07:05:00Z")),
            ("%d/%m/%y", "31/12/21", 0, Some("2021-12-31T00:00:00Z")),
            ("%Y%m%d", "20200229", 0, Some("2020-02-29T00:00:00Z")),
            ("%Y-%m-%d", "2020-13-01", 0, None),
            ("%d.%m.%Y", "01.02.26", 0, None),
            ("%Y-%m-%d", "2020-01-01x", 0, None),
            ("%Y-%m-%d", "0001-01-01", 60, None),
            ("rfc3339", "2020-01-01T00:00:00+09:00", 0, Some("2019-12-31T15:00:00Z")),
        ] {
            let format = DateFormat::new(pattern);
            let found = format.and_then(|format| format.parse(text, offset)).map(|time| time.to_string());
            assert_eq!(found.as_deref(), expected, "{pattern} {text}");
        }
        assert_eq!(DateFormat::new("%Y-%m"), None);
        assert_eq!(DateFormat::new("%Y-%m-%d %Q"), None);
    }
}
