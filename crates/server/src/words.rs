//! Words for a reader, from message files: one for each language, the same keys in each.

use crate::error::{Error, Result};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use tidewaiter_model::reason::{NotEvaluated, Param, Reason};
use tidewaiter_model::reference::{Places, country};
use tidewaiter_model::time::UtcTime;

const ENGLISH: &str = include_str!("../locales/en.ftl");
const FRENCH: &str = include_str!("../locales/fr.ftl");

/// A language with message files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

impl Language {
    /// Every language with message files.
    pub const ALL: &'static [Language] = &[Language::English, Language::French];

    /// BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
        }
    }

    /// The language of a tag or locale name such as `fr`, `fr-CA` or `fr_FR.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or(tag);
        Self::ALL.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    fn source(self) -> &'static str {
        match self {
            Language::English => ENGLISH,
            Language::French => FRENCH,
        }
    }

    /// What stands between groups of three digits, and before the fraction.
    const fn separators(self) -> (&'static str, &'static str) {
        match self {
            Language::English => (",", "."),
            Language::French => ("\u{202f}", ","),
        }
    }
}

/// The messages of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Loads the messages of a language.
    pub fn load(language: Language) -> Result<Words> {
        let resource = FluentResource::try_new(language.source().to_owned())
            .map_err(|(_, errors)| Error::Words(format!("{}: {errors:?}", language.tag())))?;
        let identifier =
            language.tag().parse().map_err(|error| Error::Words(format!("{}: {error}", language.tag())))?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolation marks would be copied along with numbers and codes from a terminal.
        bundle.set_use_isolating(false);
        bundle
            .add_resource(resource)
            .map_err(|errors| Error::Words(format!("{}: {errors:?}", language.tag())))?;
        Ok(Words { language, bundle })
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message of a key with its arguments; the key itself where no message is (a test forbids it).
    pub fn say(&self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// A message without arguments.
    pub fn label(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// The key of a reason's message: the code in lower case, and the variant where there is one.
    pub fn reason_key(code: &str, variant: &str) -> String {
        let code = code.to_lowercase();
        if variant.is_empty() { code } else { format!("{code}-{}", variant.replace('_', "-")) }
    }

    /// A reason in words: what was seen, the threshold, compared with whom.
    pub fn reason(&self, reason: &Reason) -> String {
        let key = Self::reason_key(reason.indicator.code(), &reason.variant);
        let mut arguments = FluentArgs::new();
        for (name, param) in &reason.params {
            arguments.set(name.clone(), FluentValue::from(self.param(param)));
            if let Some(number) = plain_number(param) {
                // The bare number beside the written one, for plural rules.
                arguments.set(format!("{name}_n"), FluentValue::from(number));
            }
        }
        let Some(pattern) = self.bundle.get_message(&key).and_then(|message| message.value()) else {
            return key;
        };
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// Why an indicator could not be judged.
    pub fn not_evaluated(&self, entry: &NotEvaluated) -> String {
        self.label(&format!("missing-{}", entry.missing.replace('_', "-")))
    }

    /// A parameter as this language writes it.
    pub fn param(&self, param: &Param) -> String {
        match param {
            Param::Text(text) => printable(text),
            Param::Place(code) => self.place(code),
            Param::Places(codes) => codes.iter().map(|code| self.place(code)).collect::<Vec<_>>().join(" → "),
            Param::Country(code) => self.country(code),
            Param::Countries(codes) => {
                codes.iter().map(|code| self.country(code)).collect::<Vec<_>>().join(", ")
            }
            Param::HsCode(code) => code.clone(),
            Param::Number(number) => self.number(*number, 2),
            Param::Count(count) => self.number(*count as f64, 0),
            Param::Share(share) => self.share(*share),
            Param::Hours(hours) => self.hours(*hours),
            Param::MassKg(mass) => format!("{}\u{a0}kg", self.number(*mass, 0)),
            Param::DistanceNm(distance) => {
                self.say("unit-distance", &[("value", self.number(*distance, 0).into())])
            }
            Param::SpeedKmh(speed) => format!("{}\u{a0}km/h", self.number(*speed, 0)),
            Param::AmountPerKg(amount) => format!("{}/kg", self.number(*amount, 2)),
            Param::Time(time) => self.time(*time),
        }
    }

    /// A place by name and code; the code alone when nobody knows its name.
    pub fn place(&self, code: &str) -> String {
        match Places::builtin().get(code) {
            Some(place) if !place.name.is_empty() => format!("{} ({code})", place.name),
            _ => printable(code),
        }
    }

    /// A country by name and code. Names are in English, so other languages show the code.
    pub fn country(&self, code: &str) -> String {
        match (self.language, country(code)) {
            (Language::English, Some(country)) => format!("{} ({code})", country.name),
            _ => printable(code),
        }
    }

    /// An instant, to the minute, in UTC.
    pub fn time(&self, time: UtcTime) -> String {
        let text = time.to_string();
        match (text.get(..10), text.get(11..16)) {
            (Some(date), Some(minute)) => format!("{date} {minute} UTC"),
            _ => text,
        }
    }

    /// A length of time: hours up to two days, days beyond.
    pub fn hours(&self, hours: f64) -> String {
        if hours.abs() < 48.0 {
            self.say("unit-hours", &[("value", self.number(hours, 0).into()), ("n", hours.round().into())])
        } else {
            let days = hours / 24.0;
            let places = usize::from(days.abs() < 10.0);
            self.say("unit-days", &[("value", self.number(days, places).into()), ("n", days.into())])
        }
    }

    /// A share in percent, with more digits where it is small.
    pub fn share(&self, share: f64) -> String {
        let percent = share * 100.0;
        let places = if percent.abs() < 1.0 { 2 } else { usize::from(percent.abs() < 10.0) };
        let blank = if self.language == Language::French { "\u{a0}" } else { "" };
        format!("{}{blank}%", self.number(percent, places))
    }

    /// A number with this language's separators; trailing zeros of the fraction are left out.
    pub fn number(&self, number: f64, places: usize) -> String {
        let (group, point) = self.language.separators();
        let text = format!("{:.places$}", number.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                grouped.push_str(group);
            }
            grouped.push(digit);
        }
        let fraction = fraction.trim_end_matches('0');
        let sign = if number < 0.0 { "-" } else { "" };
        if fraction.is_empty() {
            format!("{sign}{grouped}")
        } else {
            format!("{sign}{grouped}{point}{fraction}")
        }
    }
}

fn plain_number(param: &Param) -> Option<f64> {
    match param {
        Param::Number(number) | Param::Share(number) | Param::Hours(number) | Param::MassKg(number) => {
            Some(*number)
        }
        Param::Count(count) => Some(*count as f64),
        _ => None,
    }
}

/// A text from outside, safe to print: control and bidirectional control characters become U+FFFD, and it is cut to
/// 200 characters. A message must not be able to move a terminal's cursor or turn a line around.
pub fn printable(text: &str) -> String {
    let unsafe_character = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().take(200).map(|c| if unsafe_character(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(language: Language) -> Vec<&'static str> {
        let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
        language.source().lines().filter(is_key).filter_map(|line| line.split([' ', '=']).next()).collect()
    }

    #[test]
    fn every_language_has_every_key() {
        let english = keys(Language::English);
        assert!(english.len() > 40);
        for language in Language::ALL {
            let words = Words::load(*language).unwrap();
            for key in &english {
                assert!(words.has(key), "{key} is missing in {}", language.tag());
            }
            assert_eq!(keys(*language).len(), english.len(), "{} has keys of its own", language.tag());
        }
    }

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let english = Words::load(Language::English).unwrap();
        let french = Words::load(Language::French).unwrap();
        assert_eq!(english.number(1_234_567.5, 2), "1,234,567.5");
        assert_eq!(french.number(1_234_567.5, 2), "1\u{202f}234\u{202f}567,5");
        assert_eq!(english.number(-12.0, 0), "-12");
        assert_eq!(english.share(0.004), "0.4%");
        assert_eq!(english.hours(36.0), "36 hours");
        assert_eq!(english.hours(24.0 * 14.0), "14 days");
        assert_eq!(french.hours(24.0 * 14.0), "14 jours");
    }

    #[test]
    fn control_characters_are_made_visible() {
        assert_eq!(printable("a\u{1b}[2Jb\u{202e}c"), "a\u{fffd}[2Jb\u{fffd}c");
    }

    #[test]
    fn locale_names_give_languages() {
        for (tag, expected) in [
            ("fr_FR.UTF-8", Some(Language::French)),
            ("EN-gb", Some(Language::English)),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), expected, "{tag}");
        }
    }
}
