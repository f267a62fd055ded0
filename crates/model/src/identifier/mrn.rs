//! Movement reference numbers: two digits of the year, two letters of the country, 13 characters, one check
//! character (18 in all), Commission Implementing Regulation (EU) 2015/2447 annex B, data element 12 12 001 000.

/// What is wrong with an MRN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MrnFault {
    /// Not two digits, two letters, 13 letters or digits and a check digit.
    Shape,
    /// The check digit is wrong; this is what it should be.
    CheckDigit(char),
}

/// The check digit of the first 17 characters; `None` when they are not letters and digits.
///
/// ISO 6346 arithmetic carried on over 17 places: the value of each character times 2 to the power of its place,
/// modulo 11, modulo 10.
pub fn mrn_check_character(head: &str) -> Option<char> {
    let bytes = head.as_bytes().get(..17)?;
    let mut sum = 0u64;
    for (place, byte) in bytes.iter().enumerate() {
        let value = match byte {
            b'0'..=b'9' => u64::from(byte - b'0'),
            b'A'..=b'Z' => {
                let letter = u64::from(byte - b'A') + 10;
                letter + (letter - 1) / 10
            }
            _ => return None,
        };
        sum += value << place;
    }
    char::from_digit((sum % 11 % 10) as u32, 10)
}

/// What is wrong with this MRN; `None` when it is valid.
pub fn mrn_fault(mrn: &str) -> Option<MrnFault> {
    let bytes = mrn.as_bytes();
    let shaped = bytes.len() == 18
        && bytes[..2].iter().all(u8::is_ascii_digit)
        && bytes[2..4].iter().all(u8::is_ascii_uppercase)
        && bytes[4..17].iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && bytes[17].is_ascii_digit();
    if !shaped {
        return Some(MrnFault::Shape);
    }
    let expected = mrn_check_character(mrn)?;
    (char::from(bytes[17]) != expected).then_some(MrnFault::CheckDigit(expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_computed_digit_is_accepted_and_others_are_not() {
        let head = "26GB0123456789ABC";
        let digit = mrn_check_character(head).unwrap();
        assert_eq!(mrn_fault(&format!("{head}{digit}")), None);
        let wrong = if digit == '0' { '1' } else { '0' };
        assert_eq!(mrn_fault(&format!("{head}{wrong}")), Some(MrnFault::CheckDigit(digit)));
        assert_eq!(mrn_fault("26GB"), Some(MrnFault::Shape));
    }
}
