//! Container numbers, ISO 6346.

/// What is wrong with a container number. ISO 6346:2022, clauses 3 and annex A.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContainerFault {
    /// Not three letters, a category letter, six digits and a check digit.
    Shape,
    /// The category is neither `U`, `J` nor `Z`.
    Category,
    /// The check digit is wrong; this is what it should be, 0 to 9.
    CheckDigit(u8),
}

/// Upper case without blanks, dots, dashes and slashes: `msku 123456-5` becomes `MSKU1234565`.
pub fn normal_container(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '\u{a0}' | '\t'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// The check digit of the first ten characters; `None` unless they are four letters and six digits.
///
/// Letters count 10, 12 … 38, skipping multiples of 11; each value times 2 to the power of its place from 0; the
/// sum modulo 11, modulo 10.
pub fn container_check_digit(number: &[u8]) -> Option<u8> {
    let head = number.get(..10)?;
    let mut sum = 0u32;
    for (place, byte) in head.iter().enumerate() {
        let value = match (place < 4, byte) {
            (true, b'A'..=b'Z') => {
                let letter = u32::from(byte - b'A') + 10;
                // 11, 22 and 33 are left out of the sequence.
                letter + (letter - 1) / 10
            }
            (false, b'0'..=b'9') => u32::from(byte - b'0'),
            _ => return None,
        };
        sum += value << place;
    }
    Some((sum % 11 % 10) as u8)
}

/// What is wrong with this container number as written; `None` when it is valid.
pub fn container_fault(number: &str) -> Option<ContainerFault> {
    let bytes = number.as_bytes();
    if bytes.len() != 11 || !bytes[10].is_ascii_digit() {
        return Some(ContainerFault::Shape);
    }
    let Some(expected) = container_check_digit(bytes) else { return Some(ContainerFault::Shape) };
    if !matches!(bytes[3], b'U' | b'J' | b'Z') {
        return Some(ContainerFault::Category);
    }
    (bytes[10] - b'0' != expected).then_some(ContainerFault::CheckDigit(expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_from_real_feeds() {
        for (number, expected) in [
            ("APZU4812090", None),
            ("CSQU3054383", None),
            ("OOLU8757889", None),
            ("MSKU1234565", None),
            ("APZU2134567", Some(ContainerFault::CheckDigit(4))),
            ("TRHU4561222", Some(ContainerFault::CheckDigit(5))),
            ("MSTI6415664", Some(ContainerFault::Category)),
            ("", Some(ContainerFault::Shape)),
            ("MSKU123456", Some(ContainerFault::Shape)),
            ("MSKU12345650", Some(ContainerFault::Shape)),
            ("MSK11234565", Some(ContainerFault::Shape)),
            ("ÄSKU123456", Some(ContainerFault::Shape)),
        ] {
            assert_eq!(container_fault(number), expected, "{number}");
        }
    }

    #[test]
    fn writing_is_made_normal() {
        assert_eq!(normal_container(" msku 123456-5 "), "MSKU1234565");
    }

    proptest::proptest! {
        #[test]
        fn the_computed_digit_makes_any_number_valid(head in "[A-Z]{3}[UJZ][0-9]{6}") {
            let digit = container_check_digit(head.as_bytes()).unwrap();
            proptest::prop_assert_eq!(container_fault(&format!("{head}{digit}")), None);
        }

        #[test]
        fn any_text_gets_an_answer(text in ".{0,20}") {
            let _ = container_fault(&text);
            let _ = normal_container(&text);
        }
    }
}
