//! The reports of one container in a few bytes each: numbers of texts, and times and places in the archive as
//! differences to the report before. A report takes some 25 bytes where a row takes 112.

use tidewaiter_model::batch::{StatusRow, TextId};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::time::UtcTime;

/// Microseconds in a second: most times are whole seconds.
const SECOND: i64 = 1_000_000;

/// A report with the key of its message. Two reports of one key are versions of one message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kept {
    /// Key of its message.
    pub key: u64,
    /// The report; its container is not kept.
    pub row: StatusRow,
}

/// What the next report is written against.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    time: i64,
    received: i64,
    file: i64,
}

/// The reports of one container, in the order in which they were added.
#[derive(Debug, Clone, Default)]
pub struct Packed {
    bytes: Vec<u8>,
    before: Before,
}

impl Packed {
    /// How much memory it holds.
    pub fn capacity(&self) -> usize {
        self.bytes.capacity()
    }

    /// Adds a report.
    pub fn push(&mut self, kept: &Kept) {
        let mut coded = Coded { bytes: [0; CODED_BYTES_MAX], len: 0 };
        write(&mut coded, self.before, kept);
        self.before = Before::of(&kept.row);
        // Grown by an eighth: a million containers with half of their room empty would be a gigabyte.
        let len = self.bytes.len();
        if self.bytes.capacity() < len + coded.len {
            self.bytes.reserve_exact(coded.len.max(len / 8));
        }
        self.bytes.extend_from_slice(coded.bytes.get(..coded.len).unwrap_or_default());
    }

    /// Puts all reports into `out`, in the order in which they were added.
    pub fn read(&self, out: &mut Vec<Kept>) {
        let mut reader = Reader { bytes: &self.bytes };
        let mut before = Before::default();
        while !reader.bytes.is_empty() {
            let kept = read(&mut reader, before);
            before = Before::of(&kept.row);
            out.push(kept);
        }
    }

    /// Its bytes, and what the next report is written against.
    pub(super) fn raw(&self) -> (&[u8], [i64; 3]) {
        (&self.bytes, [self.before.time, self.before.received, self.before.file])
    }

    /// The same again.
    pub(super) fn from_raw(bytes: &[u8], [time, received, file]: [i64; 3]) -> Packed {
        Packed { bytes: bytes.to_vec(), before: Before { time, received, file } }
    }

    /// Packs reports anew.
    pub fn of(reports: &[Kept]) -> Packed {
        let mut packed = Packed::default();
        reports.iter().for_each(|kept| packed.push(kept));
        packed
    }
}

impl Before {
    fn of(row: &StatusRow) -> Before {
        Before { time: row.event_time.micros(), received: row.received.micros(), file: row.message.file }
    }
}

/// Two bytes of flags, a key and a mass of eight, and at most fourteen numbers of at most ten.
const CODED_BYTES_MAX: usize = 2 + 8 + 8 + 14 * 10;

struct Coded {
    bytes: [u8; CODED_BYTES_MAX],
    len: usize,
}

impl Coded {
    fn byte(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    fn eight(&mut self, number: u64) {
        number.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
    }

    /// Seven bits a byte, the low ones first.
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.byte(number as u8 | 0x80);
            number >>= 7;
        }
        self.byte(number as u8);
    }

    /// Small whichever its sign.
    fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63).cast_unsigned());
    }

    /// In seconds where they are whole. Times lie within the years 1 to 9999, so a difference has bits to spare.
    fn span(&mut self, micros: i64) {
        match micros % SECOND == 0 {
            true => self.signed((micros / SECOND) << 1),
            false => self.signed(micros << 1 | 1),
        }
    }
}

fn write(out: &mut Coded, before: Before, kept: &Kept) {
    let row = &kept.row;
    let full_empty = match row.full_empty {
        None => 0,
        Some(FullEmpty::Laden) => 1,
        Some(FullEmpty::Empty) => 2,
    };
    out.byte(row.event as u8 | (row.classifier as u8) << 4 | full_empty << 6);
    let texts = optional(row);
    let mass = !row.gross_mass_kg.is_nan();
    let present = texts.iter().rev().fold(u8::from(mass), |bits, text| bits << 1 | u8::from(text.0 != 0));
    out.byte(present);
    out.eight(kept.key);
    out.span(row.event_time.micros() - before.time);
    out.span(row.received.micros() - before.received);
    out.signed(row.message.file.wrapping_sub(before.file));
    out.number(row.message.span.start);
    out.number(row.message.span.len);
    out.number(row.location.0.into());
    out.number(row.source.0.into());
    for text in texts.into_iter().filter(|text| text.0 != 0) {
        out.number(text.0.into());
    }
    if mass {
        out.eight(row.gross_mass_kg.to_bits());
    }
}

/// The texts that are often absent. The voyage is not kept: no trip depends on it.
fn optional(row: &StatusRow) -> [TextId; 5] {
    [row.vessel_imo, row.seal, row.size_type, row.carrier, row.transport_document]
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *first
    }

    fn eight(&mut self) -> u64 {
        let Some((first, rest)) = self.bytes.split_first_chunk::<8>() else {
            self.bytes = &[];
            return 0;
        };
        self.bytes = rest;
        u64::from_le_bytes(*first)
    }

    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 63 {
                return number;
            }
        }
    }

    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
    }

    fn span(&mut self) -> i64 {
        let coded = self.signed();
        if coded & 1 == 0 { (coded >> 1) * SECOND } else { coded >> 1 }
    }

    fn text(&mut self) -> TextId {
        TextId(self.number() as u32)
    }
}

fn read(reader: &mut Reader<'_>, before: Before) -> Kept {
    let (kind, present) = (reader.byte(), reader.byte());
    let key = reader.eight();
    let event_time = UtcTime::from_micros(before.time + reader.span());
    let received = UtcTime::from_micros(before.received + reader.span());
    let file = before.file.wrapping_add(reader.signed());
    let span = ByteSpan::new(reader.number(), reader.number());
    let (location, source) = (reader.text(), reader.text());
    let mut text = |bit: u8| if present & 1 << bit != 0 { reader.text() } else { TextId::NONE };
    let [vessel_imo, seal, size_type] = [text(0), text(1), text(2)];
    let [carrier, transport_document] = [text(3), text(4)];
    let gross_mass_kg = if present & 1 << 5 != 0 { f64::from_bits(reader.eight()) } else { f64::NAN };
    let row = StatusRow {
        container: TextId::NONE,
        event: EventCode::ALL.get(usize::from(kind & 15)).copied().unwrap_or(EventCode::Other),
        event_time,
        location,
        full_empty: match kind >> 6 {
            1 => Some(FullEmpty::Laden),
            2 => Some(FullEmpty::Empty),
            _ => None,
        },
        vessel_imo,
        voyage: TextId::NONE,
        seal,
        gross_mass_kg,
        size_type,
        carrier,
        source,
        classifier: Classifier::ALL.get(usize::from(kind >> 4 & 3)).copied().unwrap_or(Classifier::Actual),
        received,
        transport_document,
        message: MessageRef { file, span },
    };
    Kept { key, row }
}

const _: () = assert!(EventCode::ALL.len() <= 16 && Classifier::ALL.len() <= 4);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_kept() -> impl Strategy<Value = Kept> {
        let times = UtcTime::MIN.micros()..UtcTime::MAX.micros();
        let codes = (0..EventCode::ALL.len(), 0..Classifier::ALL.len(), 0..3usize);
        let texts = proptest::array::uniform7(prop_oneof![Just(0u32), any::<u32>()]);
        let mass = prop_oneof![Just(None), (0.0..1e6f64).prop_map(Some)];
        let whole = any::<bool>();
        ((any::<u64>(), times.clone(), times, whole), codes, texts, mass, any::<(u32, u64, u64)>()).prop_map(
            |((key, time, received, whole), (event, classifier, full), texts, mass, (file, start, len))| {
                let time = if whole { time / SECOND * SECOND } else { time };
                let [a, b, c, d, e, f, g] = texts.map(TextId);
                let row = StatusRow {
                    container: TextId::NONE,
                    event: EventCode::ALL[event],
                    event_time: UtcTime::from_micros(time),
                    location: a,
                    full_empty: [None, Some(FullEmpty::Laden), Some(FullEmpty::Empty)][full],
                    vessel_imo: b,
                    voyage: TextId::NONE,
                    seal: c,
                    gross_mass_kg: mass.unwrap_or(f64::NAN),
                    size_type: d,
                    carrier: e,
                    source: f,
                    classifier: Classifier::ALL[classifier],
                    received: UtcTime::from_micros(received),
                    transport_document: g,
                    message: MessageRef { file: file.into(), span: ByteSpan::new(start, len) },
                };
                Kept { key, row }
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back(reports in proptest::collection::vec(any_kept(), 0..20)) {
            let mut found = Vec::new();
            Packed::of(&reports).read(&mut found);
            // A mass that is not given is not a number, which equals nothing.
            prop_assert_eq!(format!("{found:?}"), format!("{reports:?}"));
        }
    }
}
