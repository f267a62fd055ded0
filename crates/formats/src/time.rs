//! RFC 3339 times, fast.

use tidewaiter_model::time::UtcTime;

/// Reads an RFC 3339 time with offset. The answer is that of [`UtcTime`]'s own parser for every text.
///
/// The common shape `YYYY-MM-DDThh:mm:ss[.f{1,6}](Z|±hh:mm)` is read here in a few nanoseconds; whatever else goes
/// to the general parser. That one takes a space or lower-case `t` between date and time, lower-case `z`, and
/// reads second 60 (a leap second) as second 59; we keep those answers so that all readers agree.
#[inline]
pub fn parse_time(text: &str) -> Option<UtcTime> {
    fast(text.as_bytes()).or_else(|| general(text))
}

#[cold]
fn general(text: &str) -> Option<UtcTime> {
    text.parse().ok()
}

#[inline]
fn fast(bytes: &[u8]) -> Option<UtcTime> {
    let (head, rest) = bytes.split_first_chunk::<19>()?;
    // Three overlapping words: year to month, month to hour, hour to second.
    let [y1, y2, y3, y4, d1, m1, m2, d2, e1, e2, t, h1, h2, c1, n1, n2, c2, s1, s2] = *head;
    if [d1, d2, t, c1, c2] != *b"--T::" {
        return None;
    }
    let digits = eight([y1, y2, y3, y4, m1, m2, e1, e2])?;
    let [century, year, month, day] = pairs(digits);
    let [hour, minute, second, _] = pairs(eight([h1, h2, n1, n2, s1, s2, b'0', b'0'])?);
    let year = century * 100 + year;
    // The first and last year are left to the general parser: an offset may lead out of the range.
    let plain = (2..=9998).contains(&year) && hour < 24 && minute < 60 && second < 60;
    if !plain || day == 0 || day > days_in_month(year, month) {
        return None;
    }
    let seconds = days_from_civil(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
    if let [b'Z'] = rest {
        return Some(UtcTime::from_micros(seconds * 1_000_000));
    }
    with_rest(seconds, rest)
}

/// The fraction and the offset.
fn with_rest(seconds: i64, mut rest: &[u8]) -> Option<UtcTime> {
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
            let [hours, minutes, ..] = pairs(eight([h1, h2, m1, m2, b'0', b'0', b'0', b'0'])?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            let total = hours * 60 + minutes;
            if sign == b'-' { -total } else { total }
        }
        _ => return None,
    };
    Some(UtcTime::from_micros((seconds - offset_minutes * 60) * 1_000_000 + micros))
}

/// Eight digits as eight numbers; `None` when one of them is none.
#[inline]
fn eight(text: [u8; 8]) -> Option<u64> {
    const ONES: u64 = u64::MAX / 255;
    let word = u64::from_le_bytes(text);
    let digits = word ^ (ONES * 0x30);
    // What is above 9 reaches the high half of its byte when 6 is added, or stands there already.
    ((digits | (digits.wrapping_add(ONES * 6))) & (ONES * 0xf0) == 0).then_some(digits)
}

/// Eight digits as four numbers of two digits.
#[inline]
fn pairs(digits: u64) -> [i64; 4] {
    let twos = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let pair = |shift: u32| (twos >> shift & 0xff) as i64;
    [pair(0), pair(16), pair(32), pair(48)]
}

#[inline]
pub(crate) fn days_in_month(year: i64, month: i64) -> i64 {
    const DAYS: [u8; 16] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0];
    let leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    DAYS.get(month as usize).map_or(0, |days| i64::from(*days)) + i64::from(leap)
}

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar, counted in years that start in March so
/// that the leap day comes last. The year is at least 1.
#[inline]
pub(crate) fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    const BEFORE: [u16; 16] = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 0, 0, 0];
    let year = (if month <= 2 { year - 1 } else { year }) as u32;
    let century = year / 100;
    let before = BEFORE.get(month as usize).map_or(0, |days| i64::from(*days));
    i64::from(year * 365 + year / 4 - century + century / 4) + before + day - 1 - 719_468
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
