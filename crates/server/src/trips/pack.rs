//! Messages of any input packed into buckets, one packer for each thread.

use super::hold::{Buckets, Budget, Piece};
use super::limits::BUCKETS;
use super::numbers::OddNumbers;
use super::row::PackedRow;
use super::words::{SharedWords, Words, short_key};
use super::{Counts, Fault};
use tidewaiter_formats::status_csv::StatusFields;
use tidewaiter_model::time::UtcTime;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Bytes of the longest packed row.
const ROW_BYTES_MAX: usize = 64;

/// What all packers share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) words: SharedWords,
    pub(super) odd: OddNumbers,
}

/// One thread's packer.
#[derive(Debug)]
pub(super) struct Packer<'s> {
    shared: &'s Shared,
    places: Words<'s>,
    vessels: Words<'s>,
    others: Words<'s>,
    buckets: Buckets<'s>,
    as_of: Option<UtcTime>,
    /// Whether seal, mass and size are kept: only judging needs them.
    extras: bool,
    /// What came of the rows so far.
    pub(super) counts: Counts,
    /// When the last of them was known.
    pub(super) latest: UtcTime,
}

impl<'s> Packer<'s> {
    pub(super) fn new(
        shared: &'s Shared,
        budget: &'s Budget,
        threads: usize,
        as_of: Option<UtcTime>,
        extras: bool,
    ) -> Packer<'s> {
        Packer {
            shared,
            places: Words::new(&shared.words, true),
            vessels: Words::new(&shared.words, false),
            others: Words::new(&shared.words, false),
            buckets: Buckets::new(BUCKETS, threads, budget),
            as_of,
            extras,
            counts: Counts::default(),
            latest: UtcTime::MIN,
        }
    }

    /// Takes a message that was understood.
    #[inline]
    pub(super) fn push(&mut self, fields: &StatusFields<'_>) -> Result<(), Fault> {
        self.counts.accepted += 1;
        let known = fields.received.or(fields.created);
        let received = known.unwrap_or_else(|| fields.known_at_event_time());
        if self.as_of.is_some_and(|as_of| received > as_of) {
            self.counts.later += 1;
            return Ok(());
        }
        self.latest = self.latest.max(received);
        let container = self.shared.odd.key(fields.container)?;
        let row = PackedRow {
            container,
            event: fields.event,
            classifier: fields.classifier,
            full_empty: fields.full_empty,
            rest: (rest(fields) >> (64 - PackedRow::REST_BITS)) as u32,
            identity: identity(fields) >> (64 - PackedRow::IDENTITY_BITS),
            time: fields.event_time,
            received,
            location: self.places.number(fields.location)?,
            vessel: self.vessels.number(fields.vessel_imo)?,
            source: self.others.number(fields.source)?,
            carrier: self.others.number(fields.carrier)?,
            seal: if self.extras { seal_number(fields.seal) } else { 0 },
            size_type: if self.extras { self.others.number(fields.size_type)? } else { 0 },
            gross_mass_kg: match fields.gross_mass_kg {
                Some(mass) if self.extras => mass as f32,
                _ => f32::NAN,
            },
        };
        row.write(self.buckets.room(container.bucket(), ROW_BYTES_MAX)?);
        Ok(())
    }

    pub(super) fn finish(self) -> Vec<Vec<Piece>> {
        self.buckets.finish()
    }
}

fn text_hash(text: &str, seed: u64) -> u64 {
    xxh3_64_with_seed(text.as_bytes(), seed)
}

/// A hash of source and message id.
#[inline]
fn identity(fields: &StatusFields<'_>) -> u64 {
    let source = short_key(fields.source.as_bytes()).unwrap_or_else(|| text_hash(fields.source, 0));
    // Not as the seed of the other hash: XXH3 joins a short text with its seed before it mixes them, so that numbered
    // ids of numbered sources would meet.
    let scattered = source.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let scattered = (scattered ^ scattered >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    text_hash(fields.message_id, 0) ^ scattered
}

/// A hash of what tells two messages apart and is not in a packed row, or not always.
#[inline]
fn rest(fields: &StatusFields<'_>) -> u64 {
    let texts = [fields.voyage, fields.transport_document, fields.seal, fields.size_type];
    let mut hash = fields.gross_mass_kg.map_or(0, |mass| mass.to_bits().wrapping_mul(0x9e37_79b9_7f4a_7c15));
    for (seed, text) in (1..).zip(texts) {
        if !text.is_empty() {
            hash = hash.rotate_left(7) ^ text_hash(text, seed);
        }
    }
    let created = fields.created.map_or(0, |created| created.micros() as u64);
    (hash ^ created).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Seals are compared within a container and never shown, so a hash does. Never 0 for a seal.
fn seal_number(seal: &str) -> u32 {
    if seal.is_empty() { 0 } else { (text_hash(seal, 5) >> 32) as u32 | 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use tidewaiter_model::event::{Classifier, EventCode};

    fn kept(source: &str, message_id: &str) -> u64 {
        let message = StatusFields {
            message_id,
            container: "CSQU3054383",
            event: EventCode::Loaded,
            event_time: UtcTime::default(),
            location: "",
            full_empty: None,
            vessel_imo: "",
            voyage: "",
            seal: "",
            gross_mass_kg: None,
            size_type: "",
            carrier: "",
            source,
            classifier: Classifier::Actual,
            created: None,
            received: None,
            transport_document: "",
        };
        identity(&message) >> (64 - PackedRow::IDENTITY_BITS)
    }

    #[test]
    fn numbered_messages_of_numbered_sources_have_identities_of_their_own() {
        // XXH3 takes a short id and its seed together before it mixes them: with the source as the seed, S30 10200 and
        // S50 10000 were one. Of 65,000 in 48 bits two meet by chance in one of 130,000 runs.
        let mut seen = HashSet::new();
        for source in 0..65 {
            for number in 10_000..11_000 {
                let (source, id) = (format!("S{source:02}"), number.to_string());
                assert!(seen.insert(kept(&source, &id)), "{source} {id}");
            }
        }
    }

    #[test]
    fn a_message_id_and_its_source_are_not_taken_for_each_other() {
        assert_ne!(kept("A", "B"), kept("B", "A"));
        assert_ne!(kept("AB", ""), kept("A", "B"));
        assert_ne!(kept("", "X"), kept("X", ""));
        assert_eq!(kept("A", "B"), kept("A", "B"));
    }
}
