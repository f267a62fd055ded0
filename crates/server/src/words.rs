//! Words for a reader, from message files: one for each language, the same keys in each.

#[cfg(test)]
mod catalogues;
mod language;

pub use language::Language;

use self::language::Habits;
use crate::error::{Error, Result};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use tidewaiter_model::reason::{NotEvaluated, Param, Reason};
use tidewaiter_model::reference::{Places, country_name};
use tidewaiter_model::time::UtcTime;

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
        // Without isolation marks, numbers and codes are jumbled in a line that runs from right to left. Elsewhere they
        // would only be copied along from a terminal.
        bundle.set_use_isolating(language.right_to_left());
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
            Param::Countries(codes) => self.list(codes.iter().map(|code| self.country(code))),
            Param::HsCode(code) => code.clone(),
            Param::Number(number) => self.number(*number, 2),
            Param::Count(count) => self.number(*count as f64, 0),
            Param::Share(share) => self.share(*share),
            Param::Hours(hours) => self.hours(*hours),
            Param::MassKg(mass) => self.measure("unit-mass", *mass, 0),
            Param::DistanceNm(distance) => self.measure("unit-distance", *distance, 0),
            Param::SpeedKmh(speed) => self.measure("unit-speed", *speed, 0),
            Param::AmountPerKg(amount) => self.measure("unit-per-kilogram", *amount, 2),
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

    /// A country by name and code; the code alone when it is no country's.
    pub fn country(&self, code: &str) -> String {
        country_name(code, self.language.tag())
            .map_or_else(|| printable(code), |name| format!("{name} ({code})"))
    }

    /// Words of this language that stand behind a code or a number on a line: in a right-to-left language they are held
    /// together, or the line's own direction, given by the code, would put their last piece first.
    pub fn beside(&self, words: &str) -> String {
        if self.language.right_to_left() && !words.is_empty() {
            format!("\u{2067}{words}\u{2069}")
        } else {
            words.to_owned()
        }
    }

    /// A text of any language that stands beside others on a line, such as a table's cell, held apart from them in a
    /// right-to-left language.
    pub fn isolated(&self, text: &str) -> String {
        if self.language.right_to_left() && !text.is_empty() {
            format!("\u{2068}{text}\u{2069}")
        } else {
            text.to_owned()
        }
    }

    /// What an inspection found, one of the kinds of finding, or that it found nothing.
    pub fn finding(&self, found: Option<&str>) -> String {
        let Some(found) = found else { return self.label("queue-nothing") };
        let key = format!("finding-{}", found.replace('_', "-"));
        // An older store may know kinds that there are no words for.
        let kind = if self.has(&key) { self.label(&key) } else { printable(found) };
        self.say("queue-found", &[("found", kind.into())])
    }

    /// Members of a list, as this language separates them.
    pub fn list(&self, members: impl Iterator<Item = String>) -> String {
        members.collect::<Vec<_>>().join(self.language.habits().between)
    }

    fn measure(&self, unit: &str, value: f64, places: usize) -> String {
        self.say(unit, &[("value", self.number(value, places).into())])
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
        let days = hours / 24.0;
        let (unit, span, places) = match hours.abs() {
            below if below < 48.0 => ("unit-hours", hours, 0),
            _ => ("unit-days", days, usize::from(days.abs() < 10.0)),
        };
        self.say(unit, &[("value", self.number(span, places).into()), ("n", counted(span, places).into())])
    }

    /// A share in percent, with more digits where it is small.
    pub fn share(&self, share: f64) -> String {
        let percent = share * 100.0;
        let places = if percent.abs() < 1.0 { 2 } else { usize::from(percent.abs() < 10.0) };
        format!("{}{}%", self.number(percent, places), self.language.habits().before_percent)
    }

    /// A number with this language's separators; trailing zeros of the fraction are left out.
    pub fn number(&self, number: f64, places: usize) -> String {
        let text = self.fixed(number, places);
        let point = self.language.habits().point;
        match text.split_once(point) {
            Some((whole, fraction)) if places > 0 => {
                let fraction = fraction.trim_end_matches('0');
                if fraction.is_empty() { whole.to_owned() } else { format!("{whole}{point}{fraction}") }
            }
            _ => text,
        }
    }

    /// A share in percent with exactly so many digits after the point, for columns.
    pub fn percent(&self, share: f64, places: usize) -> String {
        format!("{}{}%", self.fixed(100.0 * share, places), self.language.habits().before_percent)
    }

    /// A number with this language's separators and exactly so many digits after the point.
    pub fn fixed(&self, number: f64, places: usize) -> String {
        let Habits { group, point, grouped_digits_min, .. } = self.language.habits();
        let text = format!("{:.places$}", number.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && whole.len() >= grouped_digits_min && (whole.len() - place) % 3 == 0 {
                grouped.push_str(group);
            }
            grouped.push(digit);
        }
        let sign = if number < 0.0 { "-" } else { "" };
        if fraction.is_empty() {
            format!("{sign}{grouped}")
        } else {
            format!("{sign}{grouped}{point}{fraction}")
        }
    }
}

/// The bare number of a parameter, as it is shown: to it plural rules apply.
fn plain_number(param: &Param) -> Option<f64> {
    match param {
        Param::Number(number) => Some(counted(*number, 2)),
        Param::Count(count) => Some(*count as f64),
        _ => None,
    }
}

/// The number that plural rules look at: as it is shown, for 9.04 days are shown as 9. A fraction that stays counts as
/// Arabic counts 100, for the rules' library judges by the whole part and would take 3.3 for 3; to the other languages
/// both are many, as no fraction below 2 is counted.
fn counted(number: f64, places: usize) -> f64 {
    let shown: f64 = format!("{number:.places$}").parse().unwrap_or(number);
    if shown.fract() == 0.0 { shown } else { 100.0 }
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

/// A text that was copied from an answer in a right-to-left language, without the isolation marks around it.
pub fn without_isolation(text: &str) -> String {
    text.chars().filter(|c| !is_isolation(*c)).collect()
}

/// Whether this is one of the marks that hold a piece of text apart from the direction of the text around it.
pub fn is_isolation(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// The last part of a file's name as it was given. Where a file lay on somebody's machine is nobody else's business.
pub fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty());
    printable(last.unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let [english, french, spanish, arabic] = [0, 1, 2, 3].map(|i| Words::load(Language::ALL[i]).unwrap());
        assert_eq!(english.number(1_234_567.5, 2), "1,234,567.5");
        assert_eq!(french.number(1_234_567.5, 2), "1\u{202f}234\u{202f}567,5");
        assert_eq!(spanish.number(1_234_567.5, 2), "1.234.567,5");
        assert_eq!(spanish.number(1_234.5, 2), "1234,5");
        assert_eq!(spanish.number(12_345.0, 0), "12.345");
        assert_eq!(arabic.number(1_234_567.5, 2), "1,234,567.5");
        assert_eq!(english.number(-12.0, 0), "-12");
        assert_eq!(english.number(100.0, 2), "100");
        assert_eq!(english.fixed(-0.5, 2), "-0.50");
        assert_eq!(spanish.percent(0.025, 2), "2,50\u{a0}%");
        assert_eq!(english.share(0.004), "0.4%");
        assert_eq!(spanish.share(0.5), "50\u{a0}%");
        assert_eq!(arabic.share(0.5), "50%");
        assert_eq!(english.hours(36.0), "36 hours");
        assert_eq!(english.hours(24.0 * 14.0), "14 days");
        assert_eq!(french.hours(24.0 * 14.0), "14 jours");
        assert_eq!(spanish.param(&Param::MassKg(21_500.0)), "21.500\u{a0}kg");
    }

    #[test]
    fn arabic_counts_in_six_ways() {
        let arabic = Words::load(Language::Arabic).unwrap();
        for (hours, expected) in [
            (0.0, "\u{2068}0\u{2069} ساعة"),
            (1.0, "ساعة واحدة"),
            (2.0, "ساعتين"),
            (3.0, "\u{2068}3\u{2069} ساعات"),
            (11.0, "\u{2068}11\u{2069} ساعة"),
            (48.0, "يومين"),
            // Shown as 9, so counted as 9.
            (24.0 * 9.04, "\u{2068}9\u{2069} أيام"),
            (24.0 * 3.3, "\u{2068}3.3\u{2069} يوم"),
            (24.0 * 14.0, "\u{2068}14\u{2069} يومًا"),
            (24.0 * 100.0, "\u{2068}100\u{2069} يوم"),
        ] {
            assert_eq!(arabic.hours(hours), expected, "{hours}");
        }
    }

    #[test]
    fn only_right_to_left_text_isolates_its_codes() {
        let arguments = [("key", "MSKU1234565".into()), ("confidence", "98%".into())];
        for language in Language::ALL {
            let words = Words::load(*language).unwrap();
            let said = words.say("join-trip-container-and-window", &arguments);
            assert_eq!(said.contains("\u{2068}MSKU1234565\u{2069}"), language.right_to_left(), "{said}");
            assert!(!without_isolation(&said).contains(is_isolation));
        }
    }

    #[test]
    fn words_beside_a_code_are_held_together_from_right_to_left() {
        for (language, beside, isolated) in [
            (Language::Spanish, "rojo", "rojo"),
            (Language::Arabic, "\u{2067}rojo\u{2069}", "\u{2068}rojo\u{2069}"),
        ] {
            let words = Words::load(language).unwrap();
            assert_eq!((words.beside("rojo").as_str(), words.isolated("rojo").as_str()), (beside, isolated));
            assert!(words.beside("").is_empty() && words.isolated("").is_empty());
        }
    }

    #[test]
    fn countries_have_names_in_every_language() {
        for (language, expected) in Language::ALL.iter().zip([
            "Netherlands (NL), QQ",
            "Pays-Bas (NL), QQ",
            "Países Bajos (NL), QQ",
            "هولندا (NL)، QQ",
        ]) {
            let words = Words::load(*language).unwrap();
            assert_eq!(words.param(&Param::Countries(vec!["NL".to_owned(), "QQ".to_owned()])), expected);
        }
    }

    #[test]
    fn control_characters_are_made_visible() {
        assert_eq!(printable("a\u{1b}[2Jb\u{202e}c"), "a\u{fffd}[2Jb\u{fffd}c");
    }
}
