//! Reading status events back into the columnar batch that kernels work on.

use super::origin::{NAMES, Origin, Origins};
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

pub(super) const COLUMNS: [&str; 14] = [
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
    let reading = Reading::of(batch, &mut gathered.texts)?;
    for at in 0..batch.num_rows() {
        let origin = reading.origin(at);
        if latest.counts(origin.key, origin.provenance) {
            let container = gathered.texts.intern(reading.container(at));
            gathered.push(StatusRow { container, ..reading.row(at) });
        }
    }
    Ok(())
}

/// A batch whose texts were looked up: rows are made one by one.
pub(super) struct Reading<'a> {
    origins: Origins<'a>,
    containers: &'a StringArray,
    events: Looked<'a, EventCode>,
    full_empties: Looked<'a, FullEmpty>,
    classifiers: Looked<'a, Classifier>,
    locations: Looked<'a, TextId>,
    vessels: Looked<'a, TextId>,
    voyages: Looked<'a, TextId>,
    sizes: Looked<'a, TextId>,
    carriers: Looked<'a, TextId>,
    sources: Looked<'a, TextId>,
    event_times: &'a TimestampMicrosecondArray,
    masses: &'a Float64Array,
    seals: Option<Vec<TextId>>,
    documents: Option<Vec<TextId>>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(batch: &'a RecordBatch, texts: &mut TextTable) -> Result<Reading<'a>, StoreError> {
        Ok(Reading {
            origins: Origins::of(batch)?,
            containers: text(batch, "container")?,
            events: codes(batch, "event", |word| EventCode::from_code(word.as_bytes()))?,
            full_empties: codes(batch, "full_empty", |word| FullEmpty::from_code(word.as_bytes()))?,
            classifiers: codes(batch, "classifier", |word| Classifier::from_code(word.as_bytes()))?,
            locations: ids(batch, "location", texts)?,
            vessels: ids(batch, "vessel_imo", texts)?,
            voyages: ids(batch, "voyage", texts)?,
            sizes: ids(batch, "size_type", texts)?,
            carriers: ids(batch, "carrier", texts)?,
            sources: ids(batch, "source", texts)?,
            event_times: times(batch, "event_time")?,
            masses: float64(batch, "gross_mass_kg")?,
            seals: plain(text(batch, "seal")?, texts),
            documents: plain(text(batch, "transport_document")?, texts),
        })
    }

    pub(super) fn origin(&self, at: usize) -> Origin {
        self.origins.at(at)
    }

    pub(super) fn container(&self, at: usize) -> &'a str {
        self.containers.value(at)
    }

    /// The row without its container.
    pub(super) fn row(&self, at: usize) -> StatusRow {
        let provenance = self.origins.at(at).provenance;
        let plain = |ids: &Option<Vec<TextId>>| ids.as_ref().and_then(|ids| ids.get(at)).copied();
        StatusRow {
            container: TextId::NONE,
            event: self.events.at(at).unwrap_or(EventCode::Other),
            event_time: UtcTime::from_micros(self.event_times.value(at)),
            location: self.locations.at(at).unwrap_or_default(),
            full_empty: self.full_empties.at(at),
            vessel_imo: self.vessels.at(at).unwrap_or_default(),
            voyage: self.voyages.at(at).unwrap_or_default(),
            seal: plain(&self.seals).unwrap_or_default(),
            gross_mass_kg: if self.masses.is_valid(at) { self.masses.value(at) } else { f64::NAN },
            size_type: self.sizes.at(at).unwrap_or_default(),
            carrier: self.carriers.at(at).unwrap_or_default(),
            source: self.sources.at(at).unwrap_or_default(),
            classifier: self.classifiers.at(at).unwrap_or(Classifier::Actual),
            received: provenance.received,
            transport_document: plain(&self.documents).unwrap_or_default(),
            message: provenance.message,
        }
    }
}

/// The numbers of a column of plain texts; `None` when there is none at all.
fn plain(array: &StringArray, texts: &mut TextTable) -> Option<Vec<TextId>> {
    if array.null_count() == array.len() {
        return None;
    }
    Some(array.iter().map(|text| text.map_or(TextId::NONE, |text| texts.intern(text))).collect())
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
