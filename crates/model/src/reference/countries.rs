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

/// The country of a two-letter code in capital letters.
pub fn country(code: &str) -> Option<&'static Country> {
    let found = COUNTRIES.binary_search_by(|country| country.code.cmp(code)).ok()?;
    COUNTRIES.get(found)
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
    fn names_with_commas_are_whole() {
        assert!(table::rows(include_str!("../../tables/countries.csv")).all(|row| row.fields.len() == 3));
        assert!(countries().iter().all(|country| !country.name.contains('"')));
    }
}
