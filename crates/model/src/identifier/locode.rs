//! UN/LOCODE, the United Nations code for trade and transport locations (UNECE Recommendation 16).

/// Whether this has the shape of a UN/LOCODE: two letters of the country, then three letters or digits 2 to 9.
pub fn locode_is_well_formed(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 5
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..].iter().all(|byte| byte.is_ascii_uppercase() || (b'2'..=b'9').contains(byte))
}

/// The ISO 3166-1 alpha-2 code of the country in a UN/LOCODE.
pub fn country_of(locode: &str) -> Option<&str> {
    locode.get(..2).filter(|country| country.bytes().all(|byte| byte.is_ascii_uppercase()))
}
