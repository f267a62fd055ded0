//! Columnar batches of status events: what kernels work on.

use crate::event::{Classifier, EventCode, FullEmpty};
use crate::provenance::{ByteSpan, MessageRef, Provenance};
use crate::time::UtcTime;
use std::collections::HashMap;

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
    numbers: HashMap<Box<str>, u32>,
}

impl Default for TextTable {
    fn default() -> Self {
        TextTable { texts: vec!["".into()], numbers: HashMap::from([("".into(), 0)]) }
    }
}

impl TextTable {
    /// The number of `text`, given now if it is new. Holds at most 2^32 texts.
    pub fn intern(&mut self, text: &str) -> TextId {
        if let Some(number) = self.numbers.get(text) {
            return TextId(*number);
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        TextId(number)
    }

    /// The number of `text` if it was seen.
    pub fn find(&self, text: &str) -> Option<TextId> {
        self.numbers.get(text).copied().map(TextId)
    }

    /// The text of a number; the empty text for a number that was never given.
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
        let texts = &self.texts;
        // Numbers depend on the order of first sight, so ties are broken by text, never by number.
        self.rows.sort_unstable_by(|a, b| {
            texts
                .text(a.container)
                .cmp(texts.text(b.container))
                .then_with(|| a.event_time.cmp(&b.event_time))
                .then_with(|| a.event.cmp(&b.event))
                .then_with(|| texts.text(a.location).cmp(texts.text(b.location)))
                .then_with(|| texts.text(a.source).cmp(texts.text(b.source)))
                .then_with(|| a.received.cmp(&b.received))
                .then_with(|| a.message.cmp(&b.message))
        });
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
