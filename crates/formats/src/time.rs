//! RFC 3339 times, fast.

use tidewaiter_model::time::UtcTime;

/// Reads an RFC 3339 time with offset. The answer is that of [`UtcTime`]'s own parser for every text.
///
/// The common shape `YYYY-MM-DDThh:mm:ss[.f{1,6}](Z|±hh:mm)` is read here in a few nanoseconds; whatever else goes
/// to the general parser. That one takes a space or lower-case `t` between date and time, lower-case `z`, and
/// reads second 60 (a leap second) as second 59; we keep those answers so that all readers agree.
pub fn parse_time(text: &str) -> Option<UtcTime> {
    fast(text.as_bytes()).or_else(|| text.parse().ok())
}

fn fast(bytes: &[u8]) -> Option<UtcTime> {
    let (head, mut rest) = bytes.split_first_chunk::<19>()?;
    let punctuation = [head[4], head[7], head[10], head[13], head[16]];
    if punctuation != *b"--T::" {
        return None;
    }
    let year = two(head[0], head[1])? * 100 + two(head[2], head[3])?;
    let (month, day) = (two(head[5], head[6])?, two(head[8], head[9])?);
    let (hour, minute, second) =
        (two(head[11], head[12])?, two(head[14], head[15])?, two(head[17], head[18])?);
    // The first and last year are left to the general parser: an offset may lead out of the range.
    let plain = (2..=9998).contains(&year) && hour < 24 && minute < 60 && second < 60;
    if !plain || day == 0 || day > days_in_month(year, month)? {
        return None;
    }
    let mut micros: i64 = 0;
    if let Some((b'.', fraction)) = rest.split_first() {
        let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || digits > 6 {
            return None;
        }
        let (fraction, tail) = fraction.split_at(digits);
        micros = fraction.iter().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
        micros *= 10_i64.pow(6 - digits as u32);
        rest = tail;
    }
    let offset_minutes = match *rest {
        [b'Z'] => 0,
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (two(h1, h2)?, two(m1, m2)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            let total = hours * 60 + minutes;
            if sign == b'-' { -total } else { total }
        }
        _ => return None,
    };
    let seconds = days_from_civil(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
    Some(UtcTime::from_micros((seconds - offset_minutes * 60) * 1_000_000 + micros))
}

fn two(tens: u8, ones: u8) -> Option<i64> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| i64::from(tens) * 10 + i64::from(ones))
}

fn days_in_month(year: i64, month: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar, counted in years that start in March so
/// that the leap day comes last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn general(text: &str) -> Option<UtcTime> {
        text.parse().ok()
    }

    #[test]
    fn agrees_with_the_general_parser_on_edges() {
        for text in [
            "2026-03-01T14:30:00+01:00",
            "2016-12-31T23:59:60Z",
            "0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00+01:00",
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59-01:00",
            "9999-12-30T23:00:00Z",
            "9999-12-31T12:00:00.5+02:00",
            "2024-02-29T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "2026-03-01t14:30:00z",
            "2026-03-01 14:30:00Z",
            "2026-03-01T14:30:00",
            "2026-03-01",
            "2026-03-01T24:00:00Z",
            "2026-03-01T14:30:00.123456789Z",
            "2026-03-01T14:30:00.5Z",
            "2026-03-01T14:30:00-00:00",
            "2026-03-01T14:30:00+23:59",
            "2026-03-01T14:30:00+24:00",
            "1969-12-31T23:59:59.999999Z",
            "",
        ] {
            assert_eq!(parse_time(text), general(text), "{text}");
            if let Some(time) = parse_time(text) {
                assert_eq!(time.to_string().parse().ok(), Some(time), "{text}");
            }
            if let Some(quick) = fast(text.as_bytes()) {
                assert_eq!(Some(quick), general(text), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn fast_equals_general(
            year in 0..=9999_i32, month in 0..=13, day in 0..=32, hour in 0..=24, minute in 0..=60,
            second in 0..=61, fraction in "(\\.[0-9]{0,9})?", offset in "(Z|z|[+-][0-2][0-9]:[0-6][0-9])",
        ) {
            let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{offset}");
            if let Some(quick) = fast(text.as_bytes()) {
                prop_assert_eq!(Some(quick), general(&text));
            }
        }
    }
}
