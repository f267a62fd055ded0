//! Random secrets and their digests.

use super::problem::{Answer, Failure};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// Bytes of chance in a secret.
const SECRET_BYTES: usize = 32;

/// A fresh secret of 256 bits, in URL-safe base64.
pub(super) fn fresh() -> Answer<String> {
    let mut bytes = [0u8; SECRET_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| Failure::internal(format!("no randomness: {error}")))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// A fresh id that is no secret: 16 hexadecimal digits.
pub(super) fn id() -> String {
    let mut bytes = [0u8; 8];
    // An id that is not unique makes a log harder to read, nothing else.
    let _ = getrandom::fill(&mut bytes);
    hex(&bytes)
}

/// SHA-256 in hexadecimal. Secrets are kept only as this.
pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256 of several parts, each with its length before it, in hexadecimal.
pub(super) fn sha256_parts(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    hex(&digest.finalize())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
