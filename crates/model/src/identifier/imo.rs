//! IMO ship identification numbers, IMO resolution A.1117(30).

/// Whether this is seven digits whose last is the check digit: the sum of the first six, weighted 7 down to 2,
/// modulo 10.
pub fn imo_is_valid(number: &str) -> bool {
    let bytes = number.as_bytes();
    if bytes.len() != 7 || !bytes.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 =
        bytes.iter().take(6).zip((2..=7).rev()).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    sum % 10 == u32::from(bytes[6] - b'0')
}

#[cfg(test)]
mod tests {
    #[test]
    fn check_digits() {
        for (number, valid) in [("9321483", true), ("9321484", false), ("932148", false), ("IMO9321", false)]
        {
            assert_eq!(super::imo_is_valid(number), valid, "{number}");
        }
    }
}
