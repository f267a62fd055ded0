//! Status events of a block, gathered column by column.

use super::origin::{self, Origin};
use super::texts::{Codes, Texts, dictionary};
use super::{schema_of, time_type};
use crate::StoreError;
use crate::segment::Facts;
use arrow_array::{ArrayRef, Float64Array, Int32Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, SchemaRef};
use parquet::basic::{Compression, Encoding};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::time::UtcTime;

/// Stands for an absent time in [`StatusColumns::created`]: outside the years that a time can hold.
const NO_TIME: i64 = i64::MIN;

fn codes_type() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
}

pub(crate) fn schema() -> SchemaRef {
    let mut columns = origin::columns();
    columns.extend([
        ("message_id", DataType::Utf8, true),
        ("container", DataType::Utf8, false),
        ("event", codes_type(), false),
        ("event_time", time_type(), false),
        ("location", codes_type(), true),
        ("full_empty", codes_type(), true),
        ("vessel_imo", codes_type(), true),
        ("voyage", codes_type(), true),
        ("seal", DataType::Utf8, true),
        ("gross_mass_kg", DataType::Float64, true),
        ("size_type", codes_type(), true),
        ("carrier", codes_type(), true),
        ("source", codes_type(), true),
        ("classifier", codes_type(), false),
        ("created", time_type(), true),
        ("transport_document", DataType::Utf8, true),
    ]);
    schema_of(&columns)
}

pub(crate) fn properties() -> WriterProperties {
    let mut builder = WriterProperties::builder()
        .set_compression(Compression::LZ4_RAW)
        // Hashes: nothing to compress.
        .set_column_compression("message_key".into(), Compression::UNCOMPRESSED)
        .set_statistics_enabled(EnabledStatistics::None)
        // Whoever reads what came after a file passes over the row groups before it.
        .set_column_statistics_enabled("file".into(), EnabledStatistics::Chunk)
        .set_write_batch_size(8192)
        .set_data_page_row_count_limit(1 << 20)
        .set_max_row_group_row_count(Some(1 << 20));
    // Values that hardly repeat: a dictionary costs a hash a row and is thrown away in the end.
    for name in ["message_key", "span_start", "message_id", "container", "seal", "transport_document"] {
        builder = builder.set_column_dictionary_enabled(name.into(), false);
    }
    for name in ["event_time", "received", "gross_mass_kg", "created", "file", "span_len"] {
        builder = builder.set_column_dictionary_enabled(name.into(), false);
    }
    // Numbers that ascend or lie close together: cheaper as differences than as bytes to compress, and smaller.
    for name in ["span_start", "span_len", "event_time", "received", "created", "file"] {
        builder = builder
            .set_column_encoding(name.into(), Encoding::DELTA_BINARY_PACKED)
            .set_column_compression(name.into(), Compression::UNCOMPRESSED);
    }
    for name in ["event_time", "received", "file"] {
        builder = builder.set_column_statistics_enabled(name.into(), EnabledStatistics::Chunk);
    }
    builder.build()
}

/// The rows of a block that are not written yet.
#[derive(Default)]
pub(crate) struct StatusColumns {
    /// Which message of the block each row came from.
    pub(crate) message: Vec<u32>,
    message_id: Texts,
    container: Texts,
    event: Vec<u8>,
    event_time: Vec<i64>,
    location: Codes,
    full_empty: Vec<u8>,
    vessel_imo: Codes,
    voyage: Codes,
    seal: Texts,
    gross_mass_kg: Vec<f64>,
    size_type: Codes,
    carrier: Codes,
    source: Codes,
    classifier: Vec<u8>,
    created: Vec<i64>,
    transport_document: Texts,
}

impl StatusColumns {
    pub(crate) fn len(&self) -> usize {
        self.message.len()
    }

    /// Appends a row; returns about how many bytes it takes.
    pub(crate) fn push(&mut self, message: u32, event: &StatusEvent<'_>) -> usize {
        self.message.push(message);
        self.message_id.push(&event.message_id);
        self.container.push(&event.container);
        self.event.push(event.event as u8);
        self.event_time.push(event.event_time.micros());
        self.location.push(&event.location);
        self.full_empty.push(match event.full_empty {
            None => 0,
            Some(FullEmpty::Laden) => 1,
            Some(FullEmpty::Empty) => 2,
        });
        self.vessel_imo.push(event.vessel_imo.as_deref().unwrap_or_default());
        self.voyage.push(event.voyage.as_deref().unwrap_or_default());
        self.seal.push(event.seal.as_deref().unwrap_or_default());
        self.gross_mass_kg.push(event.gross_mass_kg.unwrap_or(f64::NAN));
        self.size_type.push(event.size_type.as_deref().unwrap_or_default());
        self.carrier.push(event.carrier.as_deref().unwrap_or_default());
        self.source.push(&event.source);
        self.classifier.push(event.classifier as u8);
        self.created.push(event.created.map_or(NO_TIME, UtcTime::micros));
        self.transport_document.push(event.transport_document.as_deref().unwrap_or_default());
        let long = [&event.vessel_imo, &event.voyage, &event.seal, &event.size_type, &event.carrier];
        128 + event.message_id.len()
            + event.container.len()
            + event.location.len()
            + event.source.len()
            + event.transport_document.as_deref().map_or(0, str::len)
            + long.into_iter().map(|text| text.as_deref().map_or(0, str::len)).sum::<usize>()
    }

    /// A row as the event that was pushed.
    pub(crate) fn event(&self, row: usize) -> StatusEvent<'_> {
        fn some(text: &str) -> Option<Cow<'_, str>> {
            (!text.is_empty()).then_some(Cow::Borrowed(text))
        }
        let byte = |column: &[u8]| column.get(row).copied().unwrap_or_default();
        let created = self.created.get(row).copied().filter(|time| *time != NO_TIME);
        StatusEvent {
            message_id: self.message_id.text(row).into(),
            container: self.container.text(row).into(),
            event: EventCode::ALL.get(usize::from(byte(&self.event))).copied().unwrap_or(EventCode::Other),
            event_time: UtcTime::from_micros(self.event_time.get(row).copied().unwrap_or_default()),
            location: self.location.text(row).into(),
            full_empty: match byte(&self.full_empty) {
                1 => Some(FullEmpty::Laden),
                2 => Some(FullEmpty::Empty),
                _ => None,
            },
            vessel_imo: some(self.vessel_imo.text(row)),
            voyage: some(self.voyage.text(row)),
            seal: some(self.seal.text(row)),
            gross_mass_kg: self.gross_mass_kg.get(row).copied().filter(|mass| !mass.is_nan()),
            size_type: some(self.size_type.text(row)),
            carrier: some(self.carrier.text(row)),
            source: self.source.text(row).into(),
            classifier: Classifier::ALL
                .get(usize::from(byte(&self.classifier)))
                .copied()
                .unwrap_or(Classifier::Actual),
            created: created.map(UtcTime::from_micros),
            // Stands with the message; see its provenance.
            received: None,
            transport_document: some(self.transport_document.text(row)),
        }
    }

    pub(crate) fn truncate(&mut self, rows: usize) {
        self.message.truncate(rows);
        for texts in [&mut self.message_id, &mut self.container, &mut self.seal, &mut self.transport_document]
        {
            texts.truncate(rows);
        }
        for codes in [&mut self.location, &mut self.vessel_imo, &mut self.voyage] {
            codes.truncate(rows);
        }
        for codes in [&mut self.size_type, &mut self.carrier, &mut self.source] {
            codes.truncate(rows);
        }
        for bytes in [&mut self.event, &mut self.full_empty, &mut self.classifier] {
            bytes.truncate(rows);
        }
        self.event_time.truncate(rows);
        self.created.truncate(rows);
        self.gross_mass_kg.truncate(rows);
    }

    /// The dictionaries of all rows; made once for all batches of them.
    pub(crate) fn words(&self) -> Words {
        let words = |words: Vec<&'static str>| Arc::new(StringArray::from_iter_values(words));
        Words {
            event: words(EventCode::ALL.iter().map(|code| code.as_str()).collect()),
            full_empty: words(FullEmpty::ALL.iter().map(|code| code.as_str()).collect()),
            classifier: words(Classifier::ALL.iter().map(|code| code.as_str()).collect()),
            location: self.location.values(),
            vessel_imo: self.vessel_imo.values(),
            voyage: self.voyage.values(),
            size_type: self.size_type.values(),
            carrier: self.carrier.values(),
            source: self.source.values(),
        }
    }

    /// Some rows as one batch; `origin` says where a message of the block came from.
    pub(crate) fn to_batch(
        &self,
        rows: Range<usize>,
        words: &Words,
        origin: impl Fn(u32) -> Origin,
    ) -> Result<(RecordBatch, Facts), StoreError> {
        let message = slice(&self.message, &rows);
        let (mut columns, mut facts) =
            origin::arrays(message.iter().map(|message| origin(*message)), message.len());
        let event_time = slice(&self.event_time, &rows);
        facts.event.add_all(event_time);
        let time = |times: TimestampMicrosecondArray| -> ArrayRef { Arc::new(times.with_timezone("UTC")) };
        let created = slice(&self.created, &rows);
        // Absent altogether, or never: both are far cheaper made whole than value by value.
        let created: TimestampMicrosecondArray = if created.contains(&NO_TIME) {
            created.iter().map(|time| (*time != NO_TIME).then_some(*time)).collect()
        } else {
            created.to_vec().into()
        };
        let mass = slice(&self.gross_mass_kg, &rows);
        let mass: Float64Array = if mass.iter().all(|mass| mass.is_nan()) {
            Float64Array::new_null(message.len())
        } else {
            mass.iter().map(|mass| (!mass.is_nan()).then_some(*mass)).collect()
        };
        columns.extend([
            self.message_id.to_array(rows.clone(), true)?,
            self.container.to_array(rows.clone(), false)?,
            coded(slice(&self.event, &rows), &words.event),
            time(event_time.to_vec().into()),
            self.location.to_array(rows.clone(), &words.location),
            coded_or_null(slice(&self.full_empty, &rows), &words.full_empty),
            self.vessel_imo.to_array(rows.clone(), &words.vessel_imo),
            self.voyage.to_array(rows.clone(), &words.voyage),
            self.seal.to_array(rows.clone(), true)?,
            Arc::new(mass) as ArrayRef,
            self.size_type.to_array(rows.clone(), &words.size_type),
            self.carrier.to_array(rows.clone(), &words.carrier),
            self.source.to_array(rows.clone(), &words.source),
            coded(slice(&self.classifier, &rows), &words.classifier),
            time(created),
            self.transport_document.to_array(rows, true)?,
        ]);
        let batch = RecordBatch::try_new(schema(), columns)
            .map_err(|error| StoreError::corrupt("a batch of status events", error.to_string()))?;
        Ok((batch, facts))
    }
}

/// The dictionaries of the coded columns.
pub(crate) struct Words {
    event: Arc<StringArray>,
    full_empty: Arc<StringArray>,
    classifier: Arc<StringArray>,
    location: Arc<StringArray>,
    vessel_imo: Arc<StringArray>,
    voyage: Arc<StringArray>,
    size_type: Arc<StringArray>,
    carrier: Arc<StringArray>,
    source: Arc<StringArray>,
}

fn slice<'a, T>(column: &'a [T], rows: &Range<usize>) -> &'a [T] {
    column.get(rows.clone()).unwrap_or_default()
}

fn coded(numbers: &[u8], words: &Arc<StringArray>) -> ArrayRef {
    let keys: Int32Array = numbers.iter().map(|number| i32::from(*number)).collect::<Vec<i32>>().into();
    dictionary(keys, words.clone())
}

/// Number 0 is absent, number 1 the first word.
fn coded_or_null(numbers: &[u8], words: &Arc<StringArray>) -> ArrayRef {
    let keys: Vec<i32> = numbers.iter().map(|number| i32::from(number.saturating_sub(1))).collect();
    let nulls =
        numbers.contains(&0).then(|| numbers.iter().map(|number| *number != 0).collect::<NullBuffer>());
    dictionary(Int32Array::new(keys.into(), nulls), words.clone())
}
