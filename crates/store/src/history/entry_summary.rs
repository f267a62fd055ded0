//! Entry summary declarations: the header in typed columns, the whole record as JSON beside it.

use super::origin::{self, NAMES, Origin, Origins};
use super::{Latest, read_columns, schema_of, text, texts_array, texts_type, time_type};
use crate::StoreError;
use crate::catalogue::{self, Table};
use crate::compact::merged_away;
use crate::open::Store;
use crate::segment::Facts;
use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use arrow_schema::{DataType, SchemaRef};
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use rayon::prelude::*;
use std::sync::Arc;
use tidewaiter_model::assessment::KeptEntrySummary;
use tidewaiter_model::entry_summary::{EnsKind, EntrySummary, LocalText, Party};
use tidewaiter_model::provenance::{Located, Provenance};
use tidewaiter_model::time::UtcTime;

pub(crate) fn schema() -> SchemaRef {
    let mut columns = origin::columns();
    columns.extend([
        ("kind", DataType::Utf8, false),
        ("sender", DataType::Utf8, false),
        ("local_reference_number", DataType::Utf8, true),
        ("movement_reference_number", DataType::Utf8, true),
        ("declared", time_type(), true),
        ("expected_arrival", time_type(), true),
        ("office_of_first_entry", DataType::Utf8, true),
        ("transport_mode", DataType::Utf8, true),
        ("place_of_loading", DataType::Utf8, true),
        ("place_of_unloading", DataType::Utf8, true),
        ("consignor", DataType::Utf8, true),
        ("consignee", DataType::Utf8, true),
        ("total_gross_mass_kg", DataType::Float64, true),
        ("items", DataType::Int64, false),
        ("containers", texts_type(), false),
        ("record", DataType::Utf8, false),
    ]);
    schema_of(&columns)
}

/// Documents are read whole and compress well.
pub(crate) fn document_properties() -> WriterProperties {
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_column_dictionary_enabled("record".into(), false)
        .set_column_dictionary_enabled("message_key".into(), false)
        .build()
}

/// A record of the block that is not written yet.
pub(crate) struct Pending {
    pub(crate) message: u32,
    kind: EnsKind,
    sender: String,
    local_reference_number: Option<String>,
    movement_reference_number: Option<String>,
    declared: Option<UtcTime>,
    expected_arrival: Option<UtcTime>,
    office_of_first_entry: Option<String>,
    transport_mode: Option<String>,
    place_of_loading: Option<String>,
    place_of_unloading: Option<String>,
    consignor: Option<String>,
    consignee: Option<String>,
    total_gross_mass_kg: Option<f64>,
    items: i64,
    containers: Vec<String>,
    record: String,
}

impl Pending {
    pub(crate) fn new(message: u32, entry: &EntrySummary) -> Result<Pending, StoreError> {
        let record = serde_json::to_string(entry)
            .map_err(|error| StoreError::corrupt("an entry summary", error.to_string()))?;
        let located = |text: &Option<Located<String>>| text.as_ref().map(|text| text.value.clone());
        let place = |place: &Option<LocalText>| place.as_ref().map(|place| place.text.clone());
        let party = |party: &Option<Party>| {
            party.as_ref().and_then(|party| party.identifier.clone().or_else(|| party.name.clone()))
        };
        let mut containers: Vec<&str> =
            entry.items.iter().flat_map(|item| &item.containers).map(|found| found.value.as_str()).collect();
        containers.sort_unstable();
        containers.dedup();
        Ok(Pending {
            message,
            kind: entry.kind,
            sender: entry.sender.clone(),
            local_reference_number: located(&entry.local_reference_number),
            movement_reference_number: located(&entry.movement_reference_number),
            declared: entry.declared.as_ref().or(entry.amended.as_ref()).map(|time| time.value),
            expected_arrival: entry.expected_arrival.as_ref().map(|time| time.value),
            office_of_first_entry: located(&entry.office_of_first_entry),
            transport_mode: entry.transport_mode.clone(),
            place_of_loading: place(&entry.place_of_loading),
            place_of_unloading: place(&entry.place_of_unloading),
            consignor: party(&entry.consignor),
            consignee: party(&entry.consignee),
            total_gross_mass_kg: entry.total_gross_mass_kg.as_ref().map(|mass| mass.value),
            items: entry.items.len() as i64,
            containers: containers.into_iter().map(str::to_owned).collect(),
            record,
        })
    }

    pub(crate) fn bytes(&self) -> usize {
        512 + self.record.len() + self.containers.len() * 40
    }
}

pub(crate) fn to_batch(
    pending: &[Pending],
    origin: impl Fn(u32) -> Origin,
) -> Result<(RecordBatch, Facts), StoreError> {
    let (mut columns, mut facts) =
        origin::arrays(pending.iter().map(|row| origin(row.message)), pending.len());
    let declared: Vec<i64> = pending.iter().filter_map(|row| row.declared).map(UtcTime::micros).collect();
    facts.event.add_all(&declared);
    let texts = |field: fn(&Pending) -> Option<&str>| -> ArrayRef {
        Arc::new(pending.iter().map(field).collect::<StringArray>())
    };
    let times = |field: fn(&Pending) -> Option<UtcTime>| -> ArrayRef {
        let times: TimestampMicrosecondArray =
            pending.iter().map(|row| field(row).map(UtcTime::micros)).collect();
        Arc::new(times.with_timezone("UTC"))
    };
    columns.extend([
        texts(|row| {
            Some(match row.kind {
                EnsKind::Declaration => "IE315",
                EnsKind::Amendment => "IE313",
            })
        }),
        texts(|row| Some(&row.sender)),
        texts(|row| row.local_reference_number.as_deref()),
        texts(|row| row.movement_reference_number.as_deref()),
        times(|row| row.declared),
        times(|row| row.expected_arrival),
        texts(|row| row.office_of_first_entry.as_deref()),
        texts(|row| row.transport_mode.as_deref()),
        texts(|row| row.place_of_loading.as_deref()),
        texts(|row| row.place_of_unloading.as_deref()),
        texts(|row| row.consignor.as_deref()),
        texts(|row| row.consignee.as_deref()),
        Arc::new(pending.iter().map(|row| row.total_gross_mass_kg).collect::<Float64Array>()) as ArrayRef,
        Arc::new(Int64Array::from_iter_values(pending.iter().map(|row| row.items))),
        texts_array(pending.iter().map(|row| row.containers.iter().map(String::as_str))),
        texts(|row| Some(&row.record)),
    ]);
    let batch = RecordBatch::try_new(schema(), columns)
        .map_err(|error| StoreError::corrupt("a batch of entry summaries", error.to_string()))?;
    Ok((batch, facts))
}

impl Store {
    /// Every entry summary declaration received up to `as_of`, in order of ingest; of conflicting messages only
    /// the one received last.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn entry_summaries(&self, as_of: UtcTime) -> Result<Vec<KeptEntrySummary>, StoreError> {
        let mut tries = 0;
        loop {
            let result = self.entry_summaries_now(as_of).await;
            if !merged_away(&result, &mut tries) {
                return result;
            }
        }
    }

    async fn entry_summaries_now(&self, as_of: UtcTime) -> Result<Vec<KeptEntrySummary>, StoreError> {
        let segments = catalogue::list(&self.database, Table::EntrySummary, as_of).await?;
        let latest = Latest::find(&self.folder, &segments, as_of)?;
        let wanted: Vec<&str> = NAMES.iter().copied().chain(["record"]).collect();
        let mut kept = Vec::new();
        for segment in &segments {
            read_columns(&self.folder.resolve(&segment.path), &wanted, &mut |batch| {
                let (origins, records) = (Origins::of(batch)?, text(batch, "record")?);
                // Nearly all the time goes into reading the records, so it is spread over the cores.
                let decoded: Vec<KeptEntrySummary> = (0..batch.num_rows())
                    .into_par_iter()
                    .filter_map(|row| {
                        let Origin { key, provenance, .. } = origins.at(row);
                        latest.counts(key, provenance).then(|| kept_at(records, row, provenance))
                    })
                    .collect::<Result<_, StoreError>>()?;
                kept.extend(decoded);
                Ok(())
            })?;
        }
        Ok(kept)
    }
}

fn kept_at(
    records: &StringArray,
    row: usize,
    provenance: Provenance,
) -> Result<KeptEntrySummary, StoreError> {
    let entry_summary = serde_json::from_str(records.value(row))
        .map_err(|error| StoreError::corrupt("history table entry_summary", error.to_string()))?;
    Ok(KeptEntrySummary { entry_summary, provenance })
}
