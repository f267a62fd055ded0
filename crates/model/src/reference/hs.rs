//! Six-digit codes of the Harmonized System, editions 2017 and 2022.

use std::sync::LazyLock;

/// An edition of the Harmonized System nomenclature of the World Customs Organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HsEdition {
    /// Sixth edition, in force from 2017-01-01.
    Hs2017,
    /// Seventh edition, in force from 2022-01-01.
    Hs2022,
}

/// A subheading: six digits as text, for leading zeros count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HsCode {
    /// Six digits.
    pub code: String,
    /// The subheading's words. Empty: the World Customs Organization's texts are not ours to give;
    /// [`hs_chapter`] has a few words of our own for each chapter.
    pub description: String,
    /// Whether the code stands in the 2017 edition.
    pub in_2017: bool,
    /// Whether the code stands in the 2022 edition.
    pub in_2022: bool,
}

impl HsCode {
    /// Whether the code stands in this edition.
    pub fn is_in(&self, edition: HsEdition) -> bool {
        match edition {
            HsEdition::Hs2017 => self.in_2017,
            HsEdition::Hs2022 => self.in_2022,
        }
    }
}

static CODES: LazyLock<Vec<HsCode>> = LazyLock::new(|| {
    let mut codes: Vec<HsCode> =
        include_str!("../../tables/hs_codes.csv").lines().skip(1).filter_map(code_of_line).collect();
    codes.sort_unstable_by(|a, b| a.code.cmp(&b.code));
    codes
});

fn code_of_line(line: &str) -> Option<HsCode> {
    let mut fields = line.split(',');
    let code = fields.next()?.to_owned();
    let (in_2017, in_2022) = (fields.next()? == "1", fields.next()? == "1");
    Some(HsCode { code, description: String::new(), in_2017, in_2022 })
}

/// The subheading with these six digits, in either edition.
pub fn hs_code(six_digits: &str) -> Option<&'static HsCode> {
    let found = CODES.binary_search_by(|code| code.code.as_str().cmp(six_digits)).ok()?;
    CODES.get(found)
}

/// Every subheading of both editions, in order.
pub fn hs_codes() -> &'static [HsCode] {
    &CODES
}

/// What a chapter is about, in a few English words of our own; takes a code of two digits or more.
pub fn hs_chapter(code: &str) -> Option<&'static str> {
    let chapter = code.get(..2)?;
    include_str!("../../tables/hs_chapters.csv").lines().skip(1).find_map(|line| {
        line.split_once(',').filter(|(number, _)| *number == chapter).map(|(_, words)| words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_by_edition() {
        for (code, expected) in [
            ("010121", Some((true, true))),
            ("847130", Some((true, true))),
            ("851770", Some((true, false))),
            ("851712", Some((true, false))),
            ("851771", Some((false, true))),
            ("851713", Some((false, true))),
            ("854140", Some((true, false))),
            ("854143", Some((false, true))),
            ("240411", Some((false, true))),
            ("970600", Some((true, false))),
            ("10121", None),
            ("999999", None),
            ("", None),
        ] {
            assert_eq!(hs_code(code).map(|code| (code.in_2017, code.in_2022)), expected, "{code}");
        }
    }

    #[test]
    fn editions_have_their_published_sizes() {
        let count = |edition| hs_codes().iter().filter(|code| code.is_in(edition)).count();
        assert_eq!(count(HsEdition::Hs2022), 5_612);
        assert_eq!(count(HsEdition::Hs2017), 5_387);
    }

    #[test]
    fn every_code_has_a_chapter() {
        for code in hs_codes() {
            assert!(hs_chapter(&code.code).is_some(), "{}", code.code);
        }
        assert_eq!(hs_chapter("77"), None);
        assert_eq!(hs_chapter("é"), None);
    }
}
