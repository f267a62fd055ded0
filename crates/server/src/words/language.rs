//! The languages there are words for, and how each writes numbers.

/// A language with message files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Arabic, with Latin digits as messages and documents have them.
    Arabic,
}

/// How a language writes numbers and lists; Unicode's CLDR says so for `en`, `fr`, `es` and, with Latin digits, `ar`.
pub(super) struct Habits {
    /// What stands between groups of three digits.
    pub(super) group: &'static str,
    /// What stands before the fraction.
    pub(super) point: &'static str,
    /// The fewest digits before the fraction that are grouped.
    pub(super) grouped_digits_min: usize,
    /// What stands between a number and its percent sign.
    pub(super) before_percent: &'static str,
    /// What stands between the members of a list.
    pub(super) between: &'static str,
}

impl Language {
    /// Every language with message files.
    pub const ALL: &'static [Language] =
        &[Language::English, Language::French, Language::Spanish, Language::Arabic];

    /// BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Spanish => "es",
            Language::Arabic => "ar",
        }
    }

    /// The language of a tag or locale name such as `fr`, `fr-CA` or `fr_FR.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or(tag);
        Self::ALL.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Whether it is written from right to left.
    pub const fn right_to_left(self) -> bool {
        matches!(self, Language::Arabic)
    }

    pub(super) const fn source(self) -> &'static str {
        match self {
            Language::English => include_str!("../../locales/en.ftl"),
            Language::French => include_str!("../../locales/fr.ftl"),
            Language::Spanish => include_str!("../../locales/es.ftl"),
            Language::Arabic => include_str!("../../locales/ar.ftl"),
        }
    }

    pub(super) const fn habits(self) -> Habits {
        match self {
            Language::English => {
                Habits { group: ",", point: ".", grouped_digits_min: 4, before_percent: "", between: ", " }
            }
            Language::French => Habits {
                group: "\u{202f}",
                point: ",",
                grouped_digits_min: 4,
                before_percent: "\u{a0}",
                between: ", ",
            },
            Language::Spanish => Habits {
                group: ".",
                point: ",",
                grouped_digits_min: 5,
                before_percent: "\u{a0}",
                between: ", ",
            },
            Language::Arabic => {
                Habits { group: ",", point: ".", grouped_digits_min: 4, before_percent: "", between: "، " }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locale_names_give_languages() {
        for (tag, expected) in [
            ("fr_FR.UTF-8", Some(Language::French)),
            ("EN-gb", Some(Language::English)),
            ("es-MX", Some(Language::Spanish)),
            ("ar_EG.UTF-8", Some(Language::Arabic)),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), expected, "{tag}");
        }
    }
}
