//! Columnar batches of status events: what kernels work on.

use crate::event::{Classifier, EventCode, FullEmpty};
use crate::provenance::{ByteSpan, MessageRef, Provenance};
use crate::time::UtcTime;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use xxhash_rust::xxh3::xxh3_64;

/// Number of a text in a [`TextTable`]; 0 is the empty text and stands for absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct TextId(pub u32);

impl TextId {
    /// The empty text: absent.
    pub const NONE: TextId = TextId(0);

    /// `Some` unless this is the empty text.
    pub fn some(self) -> Option<TextId> {
        (self != TextId::NONE).then_some(self)
    }
}

/// Texts that occur many times, each kept once. Numbers are given in order of first sight.
#[derive(Debug, Clone)]
pub struct TextTable {
    texts: Vec<Box<str>>,
    /// By hash. Two texts of one hash stand at neighbouring keys.
    numbers: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
}

/// The keys are hashes already.
#[derive(Debug, Clone, Copy, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64(bytes);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Default for TextTable {
    fn default() -> Self {
        let mut table = TextTable { texts: Vec::new(), numbers: HashMap::default() };
        table.intern("");
        table
    }
}

impl TextTable {
    /// The number of `text`, given now if it is new. Holds at most 2^32 texts.
    pub fn intern(&mut self, text: &str) -> TextId {
        let (key, found) = self.look_up(text);
        found.unwrap_or_else(|| {
            let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
            self.texts.push(text.into());
            self.numbers.insert(key, number);
            TextId(number)
        })
    }

    /// The key at which a text stands or would stand, and its number.
    fn look_up(&self, text: &str) -> (u64, Option<TextId>) {
        let mut key = xxh3_64(text.as_bytes());
        while let Some(number) = self.numbers.get(&key) {
            let id = TextId(*number);
            if self.text(id) == text {
                return (key, Some(id));
            }
            key = key.wrapping_add(1);
        }
        (key, None)
    }

    /// The place of each number when the texts are sorted: comparing places is comparing texts.
    fn places(&self) -> Vec<u32> {
        let mut sorted: Vec<u32> = (0..).take(self.texts.len()).collect();
        sorted.sort_unstable_by_key(|number| self.text(TextId(*number)));
        let mut places = vec![0; sorted.len()];
        for (place, number) in (0..).zip(sorted) {
            if let Some(slot) = places.get_mut(number as usize) {
                *slot = place;
            }
        }
        places
    }

    /// The number of `text` if it was seen.
    pub fn find(&self, text: &str) -> Option<TextId> {
        self.look_up(text).1
    }

    /// The text of a number; the empty text for a number that was never given.
    #[inline]
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get(id.0 as usize).map_or("", |text| text)
    }

    /// How many texts are kept, the empty one included.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// False: the empty text is always kept.
    pub fn is_empty(&self) -> bool {
        false
    }
}

/// One row of a [`StatusBatch`]: a status event with its texts as numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StatusRow {
    /// Container number as reported.
    pub container: TextId,
    /// What happened.
    pub event: EventCode,
    /// When.
    pub event_time: UtcTime,
    /// UN/LOCODE as reported.
    pub location: TextId,
    /// Laden or empty, if said.
    pub full_empty: Option<FullEmpty>,
    /// IMO number of the vessel.
    pub vessel_imo: TextId,
    /// Voyage number.
    pub voyage: TextId,
    /// Seal number.
    pub seal: TextId,
    /// Gross mass in kilograms; NaN when absent.
    pub gross_mass_kg: f64,
    /// ISO 6346 size and type code.
    pub size_type: TextId,
    /// Carrier.
    pub carrier: TextId,
    /// Who reported it.
    pub source: TextId,
    /// Actual or foreseen.
    pub classifier: Classifier,
    /// When this administration knew it.
    pub received: UtcTime,
    /// Transport document, if named.
    pub transport_document: TextId,
    /// The message's bytes.
    pub message: MessageRef,
}

impl StatusRow {
    /// The row's provenance.
    pub fn provenance(&self) -> Provenance {
        Provenance { message: self.message, received: self.received }
    }
}

/// Status events as columns of equal length, with the texts they refer to.
///
/// Rows of one container need not stand together until [`StatusBatch::sort_by_container`] is called.
#[derive(Debug, Clone, Default)]
pub struct StatusBatch {
    /// The texts that the `TextId` columns refer to.
    pub texts: TextTable,
    /// The rows.
    rows: Vec<StatusRow>,
}

impl StatusBatch {
    /// An empty batch.
    pub fn new() -> StatusBatch {
        StatusBatch::default()
    }

    /// Appends a row whose `TextId`s are of this batch's own table.
    pub fn push(&mut self, row: StatusRow) {
        self.rows.push(row);
    }

    /// Appends a record with its provenance.
    pub fn push_event(&mut self, event: &crate::event::StatusEvent<'_>, provenance: Provenance) {
        let mut id = |text: &Option<std::borrow::Cow<'_, str>>| {
            text.as_deref().map_or(TextId::NONE, |text| self.texts.intern(text))
        };
        let (vessel_imo, voyage, seal) = (id(&event.vessel_imo), id(&event.voyage), id(&event.seal));
        let (size_type, carrier) = (id(&event.size_type), id(&event.carrier));
        let transport_document = id(&event.transport_document);
        let container = self.texts.intern(&event.container);
        let location = self.texts.intern(&event.location);
        let source = self.texts.intern(&event.source);
        self.rows.push(StatusRow {
            container,
            event: event.event,
            event_time: event.event_time,
            location,
            full_empty: event.full_empty,
            vessel_imo,
            voyage,
            seal,
            gross_mass_kg: event.gross_mass_kg.unwrap_or(f64::NAN),
            size_type,
            carrier,
            source,
            classifier: event.classifier,
            received: provenance.received,
            transport_document,
            message: provenance.message,
        });
    }

    /// The rows as they stand.
    pub fn rows(&self) -> &[StatusRow] {
        &self.rows
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Puts the rows of each container together, in order of event time and then of everything else that tells
    /// two rows apart, so that the order of arrival leaves no trace.
    pub fn sort_by_container(&mut self) {
        // Numbers depend on the order of first sight, so texts are compared, by their places in sorted order.
        let places = self.texts.places();
        let place = |id: TextId| places.get(id.0 as usize).copied().unwrap_or(u32::MAX);
        let rows = &self.rows;
        let mut order: Vec<(u32, UtcTime, u32)> =
            rows.iter().zip(0..).map(|(row, at)| (place(row.container), row.event_time, at)).collect();
        let rest = |at: u32| {
            let row = rows.get(at as usize);
            row.map(|row| (row.event, place(row.location), place(row.source), row.received, row.message))
        };
        order.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| rest(a.2).cmp(&rest(b.2))));
        let sorted = order.iter().filter_map(|(_, _, at)| rows.get(*at as usize).copied()).collect();
        self.rows = sorted;
    }

    /// The rows of each container, after [`StatusBatch::sort_by_container`]. Rows that name no container (a vessel's
    /// call, a document's state) are left out.
    pub fn containers(&self) -> impl Iterator<Item = (&str, &[StatusRow])> {
        let of_one = self.rows.chunk_by(|a, b| a.container == b.container);
        of_one.filter_map(|rows| {
            let container = rows.first()?.container.some()?;
            Some((self.texts.text(container), rows))
        })
    }
}

/// A span of zero bytes at the start: the message of a record that was made, not read.
pub const NO_MESSAGE: MessageRef = MessageRef { file: 0, span: ByteSpan { start: 0, len: 0 } };
