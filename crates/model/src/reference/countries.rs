//! Countries, ISO 3166-1.

#[cfg(test)]
use super::table;
use std::sync::LazyLock;

/// A country or territory of ISO 3166-1, or one of the codes customs uses beside it (`XI`, `XK`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// Two-letter code.
    pub code: &'static str,
    /// Three-letter code.
    pub alpha3: &'static str,
    /// Short name in English, as ISO or common use has it. Names are each administration's choice: show another
    /// where the administration wants one.
    pub name: &'static str,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let text: &'static str = include_str!("../../tables/countries.csv");
    let mut countries: Vec<Country> = text.lines().skip(1).filter_map(country_of_line).collect();
    countries.sort_unstable_by_key(|country| country.code);
    countries
});

fn country_of_line(line: &'static str) -> Option<Country> {
    let (code, rest) = line.split_once(',')?;
    let (alpha3, name) = rest.split_once(',')?;
    Some(Country { code, alpha3, name: name.trim_matches('"') })
}

/// Names in languages other than English; no field holds a comma or a quote, the builder sees to it.
struct Names {
    languages: Vec<&'static str>,
    rows: Vec<(&'static str, Vec<&'static str>)>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let text: &'static str = include_str!("../../tables/country_names.csv");
    let mut lines = text.lines();
    let languages = lines.next().unwrap_or_default().split(',').skip(1).collect();
    let row =
        |line: &'static str| line.split_once(',').map(|(code, names)| (code, names.split(',').collect()));
    let mut rows: Vec<(&str, Vec<&str>)> = lines.filter_map(row).collect();
    rows.sort_unstable_by_key(|(code, _)| *code);
    Names { languages, rows }
});

/// The country of a two-letter code in capital letters.
pub fn country(code: &str) -> Option<&'static Country> {
    let found = COUNTRIES.binary_search_by(|country| country.code.cmp(code)).ok()?;
    COUNTRIES.get(found)
}

/// A country's short name in the language of a BCP 47 primary tag (`en`, `fr`, `es`, `ar`), as Unicode's CLDR has it;
/// `None` for an unknown country or a language without names.
pub fn country_name(code: &str, language: &str) -> Option<&'static str> {
    if language == "en" {
        return country(code).map(|country| country.name);
    }
    let column = NAMES.languages.iter().position(|column| *column == language)?;
    let found = NAMES.rows.binary_search_by(|(row, _)| (*row).cmp(code)).ok()?;
    NAMES.rows.get(found).and_then(|(_, names)| names.get(column)).copied()
}

/// Every country, in order of its two-letter code.
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_by_code() {
        for (code, expected) in [
            ("NL", Some("NLD")),
            ("KR", Some("KOR")),
            ("XI", Some("XXI")),
            ("QQ", None),
            ("nl", None),
            ("", None),
        ] {
            assert_eq!(country(code).map(|country| country.alpha3), expected, "{code}");
        }
        assert!(countries().len() >= 249);
        assert!(countries().iter().all(|country| country.code.len() == 2 && !country.name.is_empty()));
    }

    #[test]
    fn every_country_has_a_name_in_each_language() {
        assert_eq!(NAMES.languages, ["fr", "es", "ar"]);
        assert_eq!(NAMES.rows.len(), countries().len());
        for country in countries() {
            for language in ["en", "fr", "es", "ar"] {
                let name = country_name(country.code, language).unwrap_or_default();
                assert!(!name.is_empty() && !name.contains('"'), "{} in {language}", country.code);
            }
        }
        assert_eq!(country_name("NL", "es"), Some("Países Bajos"));
        assert_eq!(country_name("NL", "de"), None);
        assert_eq!(country_name("QQ", "fr"), None);
    }

    #[test]
    fn names_with_commas_are_whole() {
        assert!(table::rows(include_str!("../../tables/countries.csv")).all(|row| row.fields.len() == 3));
        assert!(countries().iter().all(|country| !country.name.contains('"')));
    }
}
