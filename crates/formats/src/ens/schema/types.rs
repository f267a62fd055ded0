//! The types of leaf elements.

use std::borrow::Cow;

/// What the text of a leaf may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeafType {
    /// Any characters, so many at least and at most.
    Text(u16, u16),
    /// Letters a to z, of either case, so many.
    Letters(u16),
    /// Capital letters, so many.
    Capitals(u16),
    /// Digits, so many at least and at most.
    Digits(u16, u16),
    /// A decimal number of at most 11 digits, 3 of them behind the point.
    Decimal,
    /// A customs office.
    Office,
    /// A place: country, then a code or a name.
    Place,
    /// A movement reference number.
    Mrn,
    /// A trader's identification number.
    Tin,
    /// YYMMDD.
    Date,
    /// HHMM.
    Time,
    /// YYYYMMDDHHMM.
    DateTime,
    /// A message of ICS.
    Message,
}

/// What is wrong with a text: the code of the list XmlErrorCodes, and what is expected.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) expected: String,
}

/// Messages that ICS knows (list MessageTypes).
const MESSAGES: &[&str] = &[
    "CC304A", "CC305A", "CC313A", "CC315A", "CC316A", "CC323A", "CC324A", "CC325A", "CC328A", "CC351A",
    "CD030C", "CD031C", "CD032C", "CD070B", "CD071B", "CD301A", "CD302A", "CD303A", "CD319A", "CD411C",
    "CD906B", "CD412C", "CD912B", "CD913B", "CD914B", "CD916B", "CD917B", "CD931C", "CD932C", "CD971B",
];

impl LeafType {
    /// A type by its word in the table of the structure.
    pub(crate) fn of(word: &str) -> Option<LeafType> {
        let fixed = match word {
            "decimal" => LeafType::Decimal,
            "office" => LeafType::Office,
            "place" => LeafType::Place,
            "mrn" => LeafType::Mrn,
            "tin" => LeafType::Tin,
            "date6" => LeafType::Date,
            "time4" => LeafType::Time,
            "datetime12" => LeafType::DateTime,
            "message" => LeafType::Message,
            _ => {
                let digits = word.find(|c: char| c.is_ascii_digit() || c == '.')?;
                let (kind, length) = word.split_at(digits);
                let (least, most) = match length.split_once("..") {
                    Some(("", most)) => (1, most.parse().ok()?),
                    Some((least, most)) => (least.parse().ok()?, most.parse().ok()?),
                    None => (length.parse().ok()?, length.parse().ok()?),
                };
                match kind {
                    "an" => LeafType::Text(least, most),
                    "a" => LeafType::Letters(most),
                    "A" => LeafType::Capitals(most),
                    "n" => LeafType::Digits(least, most),
                    _ => return None,
                }
            }
        };
        Some(fixed)
    }

    /// What is wrong with the text of an element of this type.
    pub(crate) fn fault(self, text: &str) -> Option<Fault> {
        if self == LeafType::Tin {
            return tin(text);
        }
        let value = collapsed(text);
        let value = value.as_ref();
        match self {
            LeafType::Text(least, most) => length(value, least, most),
            LeafType::Letters(count) => fits(value, count, count, "letters", u8::is_ascii_alphabetic),
            LeafType::Capitals(count) => fits(value, count, count, "capital letters", u8::is_ascii_uppercase),
            LeafType::Digits(least, most) => fits(value, least, most, "digits", u8::is_ascii_digit),
            LeafType::Decimal => decimal(value),
            LeafType::Office => pattern(office(value), "two letters and six letters or digits"),
            LeafType::Place => length(value, 3, 35).or_else(|| {
                let letters = value.bytes().take(2).all(|byte| byte.is_ascii_alphabetic());
                pattern(letters, "a country's two letters, then a code or a name")
            }),
            LeafType::Mrn => {
                pattern(mrn(value), "two digits, two capitals, 13 capitals or digits, one digit")
            }
            LeafType::Date => pattern(value.len() == 6 && date(value), "a date YYMMDD"),
            LeafType::Time => pattern(time(value), "a time HHMM"),
            LeafType::DateTime => pattern(date_time(value), "a date and time YYYYMMDDHHMM"),
            LeafType::Message => (!MESSAGES.contains(&value)).then(|| Fault {
                code: "12",
                expected: "the type of an ICS message, such as CC315A".to_owned(),
            }),
            LeafType::Tin => None,
        }
    }
}

/// The text with the blanks at its ends taken off and those within made one space each.
fn collapsed(text: &str) -> Cow<'_, str> {
    let blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let bytes = text.as_bytes();
    let plain =
        |at: usize| !blank(bytes[at]) || (bytes[at] == b' ' && at + 1 < bytes.len() && !blank(bytes[at + 1]));
    let unchanged = bytes.first().is_none_or(|first| !blank(*first)) && (0..bytes.len()).all(plain);
    if unchanged {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect();
    Cow::Owned(words.join(" "))
}

fn pattern(holds: bool, expected: &str) -> Option<Fault> {
    (!holds).then(|| Fault { code: "51", expected: expected.to_owned() })
}

fn span(least: u16, most: u16) -> String {
    if least == most { least.to_string() } else { format!("{least} to {most}") }
}

fn length(value: &str, least: u16, most: u16) -> Option<Fault> {
    let count = if value.len() <= usize::from(least) { value.len() } else { value.chars().count() };
    let expected = || format!("{} characters", span(least, most));
    if count > usize::from(most) {
        return Some(Fault { code: "39", expected: expected() });
    }
    let count = value.chars().take(usize::from(least)).count();
    (count < usize::from(least)).then(|| Fault { code: "40", expected: expected() })
}

fn fits(value: &str, least: u16, most: u16, what: &str, allowed: fn(&u8) -> bool) -> Option<Fault> {
    let expected = || format!("{} {what}", span(least, most));
    length(value, least, most).map(|fault| Fault { expected: expected(), ..fault }).or_else(|| {
        let holds = value.as_bytes().iter().all(allowed);
        (!holds).then(|| Fault { code: "51", expected: expected() })
    })
}

/// Sign, digits, and a point anywhere among them; leading zeros and zeros behind the last digit do not count.
fn decimal(value: &str) -> Option<Fault> {
    let number = value.strip_prefix(['+', '-']).unwrap_or(value);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Some(Fault { code: "19", expected: "a decimal number".to_owned() });
    }
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let leading = if whole.is_empty() { fraction.len() - fraction.trim_start_matches('0').len() } else { 0 };
    if whole.len() + fraction.len() - leading > 11 {
        return Some(Fault { code: "39", expected: "at most 11 digits".to_owned() });
    }
    (fraction.len() > 3)
        .then(|| Fault { code: "39", expected: "at most 3 digits behind the point".to_owned() })
}

fn office(value: &str) -> bool {
    value.len() == 8
        && value.bytes().take(2).all(|byte| byte.is_ascii_alphabetic())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn mrn(value: &str) -> bool {
    let bytes = value.as_bytes();
    let capital_or_digit = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    bytes.len() == 18
        && bytes[..2].iter().all(u8::is_ascii_digit)
        && bytes[2..4].iter().all(u8::is_ascii_uppercase)
        && bytes[4..17].iter().all(capital_or_digit)
        && bytes[17].is_ascii_digit()
}

fn tin(text: &str) -> Option<Fault> {
    let capitals = text.bytes().take(2).all(|byte| byte.is_ascii_uppercase());
    let lines = text.bytes().any(|byte| matches!(byte, b'\n' | b'\r'));
    let expected = "two capital letters, then up to 15 ASCII characters on one line";
    length(text, 3, 17).or_else(|| pattern(capitals && !lines && text.is_ascii(), expected))
}

/// Two digits of the year, month and day; every February may have 29 days.
fn date(value: &str) -> bool {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    let number =
        |from: usize| value.get(from..from + 2).and_then(|text| text.parse::<u8>().ok()).unwrap_or(0);
    let days = match number(2) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        _ => 0,
    };
    digits && (1..=days).contains(&number(4))
}

fn time(value: &str) -> bool {
    let number = |from: usize| value.get(from..from + 2).and_then(|text| text.parse::<u8>().ok());
    let digits = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    digits && number(0).is_some_and(|hour| hour < 24) && number(2).is_some_and(|minute| minute < 60)
}

fn date_time(value: &str) -> bool {
    let parts = (value.get(..1), value.get(2..8), value.get(8..));
    let (Some(first), Some(day), Some(minute)) = parts else { return false };
    let year = value.bytes().take(4).all(|byte| byte.is_ascii_digit());
    value.len() == 12 && first != "0" && year && date(day) && time(minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_their_types_or_not() {
        for (word, good, bad) in [
            ("an..3", &["a", " a  b ", "äöü"][..], &["", " \n", "abcd"][..]),
            ("an2", &["VR", " VR "], &["V", "VRX"]),
            ("a2", &["en", "EN"], &["e1", "eng"]),
            ("A2", &["GB"], &["gb", "G", ""]),
            ("n..2", &["1", "01", "1 "], &["+1", "1.0", "123", "1 2"]),
            ("n4..8", &["1234", "12345678"], &["123", "123456789", "12a4"]),
            (
                "decimal",
                &["1", "+01.500", ".5", "5.", "-0", "0000000012345678.123000", "0.001"],
                &["", ".", "1e3", "123456789012", "1.2345", "123456789.123", "1,5", "+-1"],
            ),
            ("office", &["GB000011", "gbABCDEF"], &["12abcdef", "AB1234567", "AB12345-"]),
            ("place", &["GBDVR", "gb x"], &["GB", "1BDVR", "G"]),
            ("mrn", &["99AB1234567890ABC1"], &["99ab1234567890ABC1", "99AB1234567890ABCD"]),
            (
                "tin",
                &["GBx", "GB  ", "GB1234567890ABCDE"],
                &["GB", "gb1", "GBé", "GB1\n", "GB1234567890ABCDEF"],
            ),
            ("date6", &["091231", "000229"], &["091301", "090431", "09123", "09123a"]),
            ("time4", &["2359", "0000"], &["2400", "2360", "235"]),
            (
                "datetime12",
                &["200912312359"],
                &["000912312359", "200902302359", "20091231235", "2009é2312359"],
            ),
            ("message", &["CC315A", " CC313A "], &["IE315", ""]),
        ] {
            let kind = LeafType::of(word).unwrap();
            good.iter().for_each(|text| assert_eq!(kind.fault(text), None, "{word} {text:?}"));
            bad.iter().for_each(|text| assert!(kind.fault(text).is_some(), "{word} {text:?}"));
        }
    }
}
