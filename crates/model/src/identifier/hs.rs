//! Harmonized System codes, as text: leading zeros count.

/// What is wrong with an HS code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HsFault {
    /// Not 2, 4, 6, 8 or 10 digits.
    Shape,
    /// The chapter is 00, 77 or over 97: the Harmonized System has none such (98 and 99 are national).
    Chapter,
}

/// What is wrong with the shape of this code; `None` when it could be one. Whether the code exists in an edition is
/// the question of [`crate::reference`].
pub fn hs_fault(code: &str) -> Option<HsFault> {
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || !matches!(code.len(), 2 | 4 | 6 | 8 | 10) {
        return Some(HsFault::Shape);
    }
    matches!(&code[..2], "00" | "77").then_some(HsFault::Chapter)
}

/// The first two digits, the chapter.
pub fn chapter(code: &str) -> Option<&str> {
    code.get(..2)
}

/// The first four digits, the heading.
pub fn heading(code: &str) -> Option<&str> {
    code.get(..4)
}

/// The first six digits, the subheading: the part that is the same worldwide.
pub fn subheading(code: &str) -> Option<&str> {
    code.get(..6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_as_declared() {
        for (code, expected) in [
            ("010121", None),
            ("0101", None),
            ("8471300000", None),
            ("77", Some(HsFault::Chapter)),
            ("000000", Some(HsFault::Chapter)),
            ("10121", Some(HsFault::Shape)),
            ("8471.30", Some(HsFault::Shape)),
            ("", Some(HsFault::Shape)),
        ] {
            assert_eq!(hs_fault(code), expected, "{code}");
        }
    }
}
