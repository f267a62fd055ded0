//! Numbers that an administration gives.

use super::Answerer;
use crate::xml::Tree;
use sha2::{Digest, Sha256};
use tidewaiter_model::identifier::mrn_check_character;
use tidewaiter_model::time::UtcTime;

const DIGITS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The movement reference number of a declaration: the year of acceptance, the country of the office of first entry, 13
/// characters, a check digit.
///
/// The 13 characters are drawn from a hash of the office and the declaration's bytes: the same declaration has the same
/// number whoever computes it and however often it is sent, and of a hundred million declarations of a country and year
/// two share one with a chance of three in a hundred thousand.
pub fn movement_reference_number(office: &str, accepted: UtcTime, declaration: &[u8]) -> String {
    let office = office.trim().to_ascii_uppercase();
    let country: String = office.chars().take(2).filter(char::is_ascii_uppercase).collect();
    let country = if country.len() == 2 { country } else { "XX".to_owned() };
    let (year, ..) = accepted.civil_date();
    let hash = Sha256::new().chain_update(office.as_bytes()).chain_update([0]).chain_update(declaration);
    let head = format!("{:02}{country}{}", year.rem_euclid(100), drawn(&hash.finalize(), 13));
    let check = mrn_check_character(&head).unwrap_or('0');
    format!("{head}{check}")
}

/// Identification of an answer, of its kind, the message it answers and its time.
pub(crate) fn message_identification(root: &str, tree: &Tree<'_>, answerer: &Answerer) -> String {
    let mut hash = Sha256::new().chain_update(root).chain_update(answerer.time.micros().to_le_bytes());
    for node in &tree.nodes {
        hash.update(node.name.as_bytes());
        hash.update([0]);
        hash.update(node.text.as_bytes());
        hash.update([0]);
    }
    drawn(&hash.finalize(), 14)
}

/// So many digits and capitals of a hash, each as likely as another up to one part in 2^60.
fn drawn(hash: &[u8], count: usize) -> String {
    let mut number = hash.iter().take(16).fold(0u128, |number, byte| number << 8 | u128::from(*byte));
    let mut out = String::with_capacity(count);
    for _ in 0..count {
        out.push(char::from(DIGITS[(number % 36) as usize]));
        number /= 36;
    }
    out
}
