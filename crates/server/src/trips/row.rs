//! A status message as some thirty bytes, and back.

use super::numbers::{ContainerKey, KEY_BITS};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

const WIDE: u64 = 1 << 11;
const EXTRAS: u64 = 1 << 10;
const CHECK_BITS: u32 = 10;
const MICROS: i64 = 1_000_000;

/// What is kept of a message. Texts are numbers of [`super::words::SharedWords`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PackedRow {
    pub(super) container: ContainerKey,
    pub(super) event: EventCode,
    pub(super) classifier: Classifier,
    pub(super) full_empty: Option<FullEmpty>,
    /// 26 bits of a hash of whatever else stands in the message.
    pub(super) rest: u32,
    /// 48 bits of a hash of source and message id.
    pub(super) identity: u64,
    pub(super) time: UtcTime,
    pub(super) received: UtcTime,
    pub(super) location: u32,
    pub(super) vessel: u32,
    pub(super) source: u32,
    pub(super) carrier: u32,
    /// A hash of the seal; 0 when there is none.
    pub(super) seal: u32,
    pub(super) size_type: u32,
    /// NaN when there is none.
    pub(super) gross_mass_kg: f32,
}

impl PackedRow {
    /// Bits of `rest`.
    pub(super) const REST_BITS: u32 = 26;
    /// Bits of `identity`.
    pub(super) const IDENTITY_BITS: u32 = 48;

    /// Appends the row: 32 bytes, 16 more when times or numbers are out of the ordinary, 12 more with seal, mass or
    /// size.
    #[inline]
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let seconds = |time: UtcTime| {
            u32::try_from(time.micros() / MICROS)
                .ok()
                .filter(|seconds| i64::from(*seconds) * MICROS == time.micros())
        };
        let small = self.location.max(self.vessel).max(self.source).max(self.carrier) <= u32::from(u16::MAX);
        let extras = self.seal != 0 || self.size_type != 0 || !self.gross_mass_kg.is_nan();
        let full_empty = match self.full_empty {
            None => 0,
            Some(FullEmpty::Laden) => 1,
            Some(FullEmpty::Empty) => 2,
        };
        let head = self.container.0 << (64 - KEY_BITS)
            | (self.event as u64) << 16
            | (self.classifier as u64) << 14
            | full_empty << 12
            | if extras { EXTRAS } else { 0 }
            | u64::from(self.rest) >> (PackedRow::REST_BITS - CHECK_BITS);
        let identity = self.identity << 16 | u64::from(self.rest as u16);
        match (seconds(self.time), seconds(self.received)) {
            (Some(time), Some(received)) if small => {
                let mut row = [0u8; 32];
                row[..8].copy_from_slice(&head.to_le_bytes());
                row[8..16].copy_from_slice(&identity.to_le_bytes());
                row[16..20].copy_from_slice(&time.to_le_bytes());
                row[20..24].copy_from_slice(&received.to_le_bytes());
                row[24..26].copy_from_slice(&(self.location as u16).to_le_bytes());
                row[26..28].copy_from_slice(&(self.vessel as u16).to_le_bytes());
                row[28..30].copy_from_slice(&(self.source as u16).to_le_bytes());
                row[30..32].copy_from_slice(&(self.carrier as u16).to_le_bytes());
                out.extend_from_slice(&row);
            }
            _ => {
                out.extend_from_slice(&(head | WIDE).to_le_bytes());
                out.extend_from_slice(&identity.to_le_bytes());
                out.extend_from_slice(&self.time.micros().to_le_bytes());
                out.extend_from_slice(&self.received.micros().to_le_bytes());
                for number in [self.location, self.vessel, self.source, self.carrier] {
                    out.extend_from_slice(&number.to_le_bytes());
                }
            }
        }
        if extras {
            out.extend_from_slice(&self.seal.to_le_bytes());
            out.extend_from_slice(&self.size_type.to_le_bytes());
            out.extend_from_slice(&self.gross_mass_kg.to_le_bytes());
        }
    }

    /// Container and length of the row at the front of `bytes`; `None` at their end.
    #[inline]
    pub(super) fn peek(bytes: &[u8]) -> Option<(ContainerKey, usize)> {
        let head = u64::from_le_bytes(*bytes.first_chunk()?);
        let length = if head & WIDE == 0 { 32 } else { 48 } + if head & EXTRAS == 0 { 0 } else { 12 };
        Some((ContainerKey(head >> (64 - KEY_BITS)), length))
    }

    /// The row at the front of `bytes`.
    #[inline]
    pub(super) fn read(bytes: &[u8]) -> Option<PackedRow> {
        let mut input = Bytes(bytes);
        let (head, identity) = (u64::from_le_bytes(input.take()?), u64::from_le_bytes(input.take()?));
        let (time, received, numbers) = if head & WIDE == 0 {
            let mut time = || Some(UtcTime::from_seconds(i64::from(u32::from_le_bytes(input.take()?))));
            let times = (time()?, time()?);
            let mut number = || Some(u32::from(u16::from_le_bytes(input.take()?)));
            (times.0, times.1, [number()?, number()?, number()?, number()?])
        } else {
            let mut time = || Some(UtcTime::from_micros(i64::from_le_bytes(input.take()?)));
            let times = (time()?, time()?);
            let mut number = || input.take().map(u32::from_le_bytes);
            (times.0, times.1, [number()?, number()?, number()?, number()?])
        };
        let [location, vessel, source, carrier] = numbers;
        let mut read = PackedRow {
            container: ContainerKey(head >> (64 - KEY_BITS)),
            event: *EventCode::ALL.get((head >> 16) as usize & 15)?,
            classifier: *Classifier::ALL.get((head >> 14) as usize & 3)?,
            full_empty: match head >> 12 & 3 {
                1 => Some(FullEmpty::Laden),
                2 => Some(FullEmpty::Empty),
                _ => None,
            },
            rest: ((head & ((1 << CHECK_BITS) - 1)) as u32) << 16 | (identity & 0xffff) as u32,
            identity: identity >> 16,
            time,
            received,
            location,
            vessel,
            source,
            carrier,
            seal: 0,
            size_type: 0,
            gross_mass_kg: f32::NAN,
        };
        if head & EXTRAS != 0 {
            read.seal = u32::from_le_bytes(input.take()?);
            read.size_type = u32::from_le_bytes(input.take()?);
            read.gross_mass_kg = f32::from_le_bytes(input.take()?);
        }
        Some(read)
    }
}

struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    #[inline(always)]
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk::<N>()?;
        self.0 = tail;
        Some(*head)
    }
}

// The numbers of codes must fit into their bits.
const _: () = assert!(EventCode::ALL.len() <= 16 && Classifier::ALL.len() <= 4);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_come_back(
            container in 0..1u64 << KEY_BITS, event in 0..16usize, classifier in 0..4usize, full in 0..3u8,
            rest in 0..1u32 << PackedRow::REST_BITS, identity in 0..1u64 << PackedRow::IDENTITY_BITS,
            time in prop_oneof![(0..4_000_000_000i64).prop_map(|s| s * MICROS), any::<i64>()],
            received in prop_oneof![(0..4_000_000_000i64).prop_map(|s| s * MICROS), any::<i64>()],
            numbers in prop_oneof![any::<[u16; 4]>().prop_map(|n| n.map(u32::from)), any::<[u32; 4]>()],
            extras in prop_oneof![Just((0, 0, f32::NAN)), (any::<u32>(), any::<u32>(), 0.0..1e6f32)],
        ) {
            let row = PackedRow {
                container: ContainerKey(container), event: EventCode::ALL[event],
                classifier: Classifier::ALL[classifier],
                full_empty: [None, Some(FullEmpty::Laden), Some(FullEmpty::Empty)][usize::from(full)],
                rest, identity, time: UtcTime::from_micros(time), received: UtcTime::from_micros(received),
                location: numbers[0], vessel: numbers[1], source: numbers[2], carrier: numbers[3],
                seal: extras.0, size_type: extras.1, gross_mass_kg: extras.2,
            };
            let mut bytes = Vec::new();
            row.write(&mut bytes);
            prop_assert_eq!(PackedRow::peek(&bytes), Some((row.container, bytes.len())));
            bytes.extend_from_slice(&[7; 3]);
            let read = PackedRow::read(&bytes).unwrap();
            prop_assert_eq!(format!("{row:?}"), format!("{read:?}"));
        }
    }
}
