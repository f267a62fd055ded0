//! Reading status events back into the columnar batch that kernels work on.

use super::origin::{NAMES, Origins};
use super::{Latest, column, float64, read_columns, text, times};
use crate::StoreError;
use crate::catalogue::{self, Table};
use crate::compact::merged_away;
use crate::open::Store;
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{
    Array, DictionaryArray, Float64Array, RecordBatch, StringArray, TimestampMicrosecondArray,
};
use tidewaiter_model::batch::{StatusBatch, StatusRow, TextId, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

const COLUMNS: [&str; 14] = [
    "container",
    "event",
    "event_time",
    "location",
    "full_empty",
    "vessel_imo",
    "voyage",
    "seal",
    "gross_mass_kg",
    "size_type",
    "carrier",
    "source",
    "classifier",
    "transport_document",
];

impl Store {
    /// Every status event received up to `as_of`, in order of ingest. Of conflicting messages (same source and id)
    /// only the one received last counts.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn status_events(&self, as_of: UtcTime) -> Result<StatusBatch, StoreError> {
        let mut tries = 0;
        loop {
            let result = self.status_events_now(as_of).await;
            if !merged_away(&result, &mut tries) {
                return result;
            }
        }
    }

    async fn status_events_now(&self, as_of: UtcTime) -> Result<StatusBatch, StoreError> {
        let segments = catalogue::list(&self.database, Table::StatusEvent, as_of).await?;
        let latest = Latest::find(&self.folder, &segments, as_of)?;
        let wanted: Vec<&str> = NAMES.iter().chain(&COLUMNS).copied().collect();
        let mut gathered = StatusBatch::new();
        for segment in &segments {
            read_columns(&self.folder.resolve(&segment.path), &wanted, &mut |batch| {
                append(&mut gathered, batch, &latest)
            })?;
        }
        Ok(gathered)
    }
}

fn append(gathered: &mut StatusBatch, batch: &RecordBatch, latest: &Latest) -> Result<(), StoreError> {
    let origins = Origins::of(batch)?;
    let texts = &mut gathered.texts;
    let locations = ids(batch, "location", texts)?;
    let vessels = ids(batch, "vessel_imo", texts)?;
    let voyages = ids(batch, "voyage", texts)?;
    let sizes = ids(batch, "size_type", texts)?;
    let carriers = ids(batch, "carrier", texts)?;
    let sources = ids(batch, "source", texts)?;
    let events = codes(batch, "event", |word| EventCode::from_code(word.as_bytes()))?;
    let full_empties = codes(batch, "full_empty", |word| FullEmpty::from_code(word.as_bytes()))?;
    let classifiers = codes(batch, "classifier", |word| Classifier::from_code(word.as_bytes()))?;
    let event_times: &TimestampMicrosecondArray = times(batch, "event_time")?;
    let masses: &Float64Array = float64(batch, "gross_mass_kg")?;
    let containers: &StringArray = text(batch, "container")?;
    let (seals, documents) = (text(batch, "seal")?, text(batch, "transport_document")?);
    for row in 0..batch.num_rows() {
        let origin = origins.at(row);
        if !latest.counts(origin.key, origin.provenance) {
            continue;
        }
        let row = StatusRow {
            container: gathered.texts.intern(containers.value(row)),
            event: events.at(row).unwrap_or(EventCode::Other),
            event_time: UtcTime::from_micros(event_times.value(row)),
            location: locations.at(row).unwrap_or_default(),
            full_empty: full_empties.at(row),
            vessel_imo: vessels.at(row).unwrap_or_default(),
            voyage: voyages.at(row).unwrap_or_default(),
            seal: plain(seals, row, &mut gathered.texts),
            gross_mass_kg: if masses.is_valid(row) { masses.value(row) } else { f64::NAN },
            size_type: sizes.at(row).unwrap_or_default(),
            carrier: carriers.at(row).unwrap_or_default(),
            source: sources.at(row).unwrap_or_default(),
            classifier: classifiers.at(row).unwrap_or(Classifier::Actual),
            received: origin.provenance.received,
            transport_document: plain(documents, row, &mut gathered.texts),
            message: origin.provenance.message,
        };
        gathered.push(row);
    }
    Ok(())
}

fn plain(array: &StringArray, row: usize, texts: &mut TextTable) -> TextId {
    if array.is_valid(row) { texts.intern(array.value(row)) } else { TextId::NONE }
}

/// A dictionary column whose words were looked up once for the whole batch.
struct Looked<'a, T> {
    keys: &'a arrow_array::Int32Array,
    values: Vec<Option<T>>,
}

impl<T: Copy> Looked<'_, T> {
    #[inline]
    fn at(&self, row: usize) -> Option<T> {
        if self.keys.is_null(row) {
            return None;
        }
        self.values.get(self.keys.value(row) as usize).copied().flatten()
    }
}

fn codes<'a, T: Copy>(
    batch: &'a RecordBatch,
    name: &str,
    mut look: impl FnMut(&str) -> Option<T>,
) -> Result<Looked<'a, T>, StoreError> {
    let array: &DictionaryArray<Int32Type> = column(batch, name)?;
    let words: &StringArray = array.values().as_string_opt().ok_or_else(|| {
        StoreError::corrupt(&format!("history column {name}"), "a dictionary of something else than texts")
    })?;
    let values = words.iter().map(|word| word.and_then(&mut look)).collect();
    Ok(Looked { keys: array.keys(), values })
}

fn ids<'a>(
    batch: &'a RecordBatch,
    name: &str,
    texts: &mut TextTable,
) -> Result<Looked<'a, TextId>, StoreError> {
    codes(batch, name, |word| Some(texts.intern(word)))
}
