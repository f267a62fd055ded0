//! Status events of a block, gathered column by column.

use super::origin::{self, Origin};
use super::texts::{Codes, Texts, dictionary};
use super::{schema_of, time_type};
use crate::StoreError;
use crate::segment::Facts;
use arrow_array::{ArrayRef, Float64Array, Int32Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use arrow_schema::{DataType, SchemaRef};
use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
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

    /// All rows as one batch; `origin` says where a message of the block came from.
    pub(crate) fn to_batch(
        &self,
        origin: impl Fn(u32) -> Origin,
    ) -> Result<(RecordBatch, Facts), StoreError> {
        let (mut columns, mut facts) =
            origin::arrays(self.message.iter().map(|message| origin(*message)), self.len());
        facts.event.add_all(&self.event_time);
        let time = |times: TimestampMicrosecondArray| -> ArrayRef { Arc::new(times.with_timezone("UTC")) };
        // Absent altogether, or never: both are far cheaper made whole than value by value.
        let created: TimestampMicrosecondArray = if self.created.contains(&NO_TIME) {
            self.created.iter().map(|time| (*time != NO_TIME).then_some(*time)).collect()
        } else {
            self.created.clone().into()
        };
        let mass: Float64Array = if self.gross_mass_kg.iter().all(|mass| mass.is_nan()) {
            Float64Array::new_null(self.len())
        } else {
            self.gross_mass_kg.iter().map(|mass| (!mass.is_nan()).then_some(*mass)).collect()
        };
        columns.extend([
            self.message_id.to_array(true),
            self.container.to_array(false),
            coded(&self.event, EventCode::ALL.iter().map(|code| code.as_str())),
            time(self.event_time.clone().into()),
            self.location.to_array(true),
            coded_or_null(&self.full_empty, FullEmpty::ALL.iter().map(|code| code.as_str())),
            self.vessel_imo.to_array(true),
            self.voyage.to_array(true),
            self.seal.to_array(true),
            Arc::new(mass) as ArrayRef,
            self.size_type.to_array(true),
            self.carrier.to_array(true),
            self.source.to_array(true),
            coded(&self.classifier, Classifier::ALL.iter().map(|code| code.as_str())),
            time(created),
            self.transport_document.to_array(true),
        ]);
        let batch = RecordBatch::try_new(schema(), columns)
            .map_err(|error| StoreError::corrupt("a batch of status events", error.to_string()))?;
        Ok((batch, facts))
    }
}

fn coded(numbers: &[u8], words: impl Iterator<Item = &'static str>) -> ArrayRef {
    let keys: Int32Array = numbers.iter().map(|number| i32::from(*number)).collect::<Vec<i32>>().into();
    dictionary(keys, Arc::new(StringArray::from_iter_values(words)))
}

/// Number 0 is absent, number 1 the first word.
fn coded_or_null(numbers: &[u8], words: impl Iterator<Item = &'static str>) -> ArrayRef {
    let keys: Int32Array = numbers.iter().map(|number| number.checked_sub(1).map(i32::from)).collect();
    dictionary(keys, Arc::new(StringArray::from_iter_values(words)))
}
