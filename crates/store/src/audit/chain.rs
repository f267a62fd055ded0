//! How a record is sealed: one hash over it and all before it, and a check after every byte.

use sha2::{Digest, Sha256};

/// Generator polynomial of the check, x^16 + x^12 + x^5 + 1 (ITU-T V.41, "CRC-16"), without its first term. A changed
/// byte always changes the check that follows it, and every check after that.
const POLYNOMIAL: u16 = 0x1021;
/// Bytes of the check in the trail.
pub(super) const CHECK_BYTES: usize = 2;
/// Stands for the length of a field that is missing, which is something else than an empty one.
const MISSING: u64 = u64::MAX;

/// What is sealed, in this order.
pub(super) struct Fields<'a> {
    pub(super) sequence: String,
    pub(super) recorded: &'a [u8],
    pub(super) actor: &'a [u8],
    pub(super) action: &'a [u8],
    pub(super) object_kind: &'a [u8],
    pub(super) object: &'a [u8],
    pub(super) before: Option<&'a [u8]>,
    pub(super) after: Option<&'a [u8]>,
    pub(super) origin: &'a [u8],
    pub(super) request: &'a [u8],
}

impl Fields<'_> {
    /// Names as verification reports them, with contents.
    fn all(&self) -> [(&'static str, Option<&[u8]>); 10] {
        [
            ("sequence", Some(self.sequence.as_bytes())),
            ("recorded", Some(self.recorded)),
            ("actor", Some(self.actor)),
            ("action", Some(self.action)),
            ("object_kind", Some(self.object_kind)),
            ("object", Some(self.object)),
            ("before", self.before),
            ("after", self.after),
            ("origin", Some(self.origin)),
            ("request", Some(self.request)),
        ]
    }

    /// The bytes that are sealed: each field and behind it its length in eight bytes. The length stands behind, so
    /// that a field that grew differs first where it grew; read from the end, it is no less unambiguous.
    pub(super) fn canonical(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (_, content) in self.all() {
            bytes.extend_from_slice(content.unwrap_or_default());
            let length = content.map_or(MISSING, |content| content.len() as u64);
            bytes.extend_from_slice(&length.to_be_bytes());
        }
        bytes
    }

    /// The field that holds byte `place` of the canonical bytes, and the byte within it. A place within a length
    /// gives the byte behind the field's last.
    pub(super) fn place(&self, place: usize) -> (&'static str, u64) {
        let mut start = 0;
        for (name, content) in self.all() {
            let length = content.unwrap_or_default().len();
            let end = start + length + size_of::<u64>();
            if place < end {
                return (name, (place - start).min(length) as u64);
            }
            start = end;
        }
        ("request", self.request.len() as u64)
    }
}

/// A sealed record.
pub(super) struct Sealed {
    /// Two bytes a byte of the canonical text.
    pub(super) trail: Vec<u8>,
    /// SHA-256 in hexadecimal.
    pub(super) hash: String,
}

/// Seals `fields` behind the record whose hash is `previous`; that of the first record is empty.
pub(super) fn seal(previous: &str, fields: &Fields<'_>) -> Sealed {
    let canonical = fields.canonical();
    let mut check = previous.bytes().fold(u16::MAX, step);
    let mut trail = Vec::with_capacity(canonical.len() * CHECK_BYTES);
    for byte in &canonical {
        check = step(check, *byte);
        trail.extend_from_slice(&check.to_be_bytes());
    }
    let digest = Sha256::new().chain_update(previous).chain_update(&canonical).finalize();
    Sealed { trail, hash: digest.iter().map(|byte| format!("{byte:02x}")).collect() }
}

fn step(check: u16, byte: u8) -> u16 {
    let mut check = check ^ (u16::from(byte) << 8);
    for _ in 0..8 {
        check = if check & 0x8000 == 0 { check << 1 } else { (check << 1) ^ POLYNOMIAL };
    }
    check
}
