//! How late and how complete a sender's status messages are: its latest ones are looked through.

use super::{column, int64, read_columns, times};
use crate::StoreError;
use crate::catalogue::{self, Table};
use crate::compact::merged_away;
use crate::database::clean;
use crate::open::Store;
use arrow_array::types::Int32Type;
use arrow_array::{Array, DictionaryArray, Float64Array, RecordBatch, StringArray};
use tidewaiter_model::time::UtcTime;

/// Latest files of a sender that are looked at.
pub(crate) const SENDER_FILES_MAX: i64 = 20_000;
/// Status messages of a sender that are looked at.
pub(crate) const SENDER_MESSAGES_MAX: usize = 200_000;
/// Rows read to find them, of all senders.
pub(crate) const SENDER_ROWS_MAX: u64 = 4_000_000;

const NAMES: [&str; 10] = [
    "file",
    "received",
    "event",
    "event_time",
    "full_empty",
    "vessel_imo",
    "voyage",
    "seal",
    "gross_mass_kg",
    "size_type",
];

/// What a status message says, one bit each, in the order of [`SenderStatus::said`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SenderStatus {
    /// Hours from event to receipt, of what had happened; below zero when it was received before.
    pub late_hours: Vec<f32>,
    /// Messages looked at.
    pub messages: u64,
    /// Of those that should say it: vessel, voyage (events of a vessel), full or empty, size and type (all), seal and
    /// gross mass (laden). How many do, and how many should.
    pub said: [(u64, u64); 6],
    /// When the earliest of them was received.
    pub from: Option<UtcTime>,
    /// There are more than were looked at.
    pub is_cut: bool,
}

/// Names of [`SenderStatus::said`].
pub const SAID: [&str; 6] = ["vessel", "voyage", "full_empty", "size_type", "seal", "gross_mass"];

impl Store {
    /// Looks through the latest status messages of a sender, planned and estimated ones left out of lateness. Blocks on file
    /// input and output.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn sender_status(&self, sender: &str) -> Result<SenderStatus, StoreError> {
        let mut tries = 0;
        loop {
            let result = self.sender_status_now(sender).await;
            if !merged_away(&result, &mut tries) {
                return result;
            }
        }
    }

    async fn sender_status_now(&self, sender: &str) -> Result<SenderStatus, StoreError> {
        let mut files: Vec<i64> = sqlx::query_scalar(
            "SELECT number FROM ingested_file WHERE sender = $1 AND accepted > 0 ORDER BY number DESC LIMIT $2",
        )
        .bind(clean(sender))
        .bind(SENDER_FILES_MAX)
        .fetch_all(&self.database.pool)
        .await?;
        files.reverse();
        let mut found =
            SenderStatus { is_cut: files.len() as i64 == SENDER_FILES_MAX, ..SenderStatus::default() };
        let (Some(first), Some(last)) = (files.first(), files.last()) else { return Ok(found) };
        let segments = catalogue::list(&self.database, Table::StatusEvent, UtcTime::MAX).await?;
        let overlaps = |range: (i64, i64)| range.1 >= *first && range.0 <= *last;
        let mut rows = 0;
        for segment in segments.iter().rev().filter(|segment| segment.file.0.is_none_or(overlaps)) {
            if found.messages >= SENDER_MESSAGES_MAX as u64 || rows >= SENDER_ROWS_MAX {
                found.is_cut = true;
                break;
            }
            rows += segment.rows;
            let mut wanted = NAMES.to_vec();
            wanted.push("classifier");
            let path = self.folder.resolve(&segment.path);
            read_columns(&path, &wanted, &mut |batch| look(batch, &files, &mut found))?;
        }
        Ok(found)
    }
}

type Codes = DictionaryArray<Int32Type>;

/// The codes of a dictionary that are among some words.
fn keys_of(codes: &Codes, words: &[&str]) -> Vec<bool> {
    let values = codes.values().as_any().downcast_ref::<StringArray>();
    values
        .map(|values| values.iter().map(|value| value.is_some_and(|value| words.contains(&value))).collect())
        .unwrap_or_default()
}

fn is_among(codes: &Codes, keys: &[bool], row: usize) -> bool {
    codes.key(row).and_then(|key| keys.get(key)).copied().unwrap_or_default()
}

fn look(batch: &RecordBatch, files: &[i64], found: &mut SenderStatus) -> Result<(), StoreError> {
    let of_file = int64(batch, "file")?;
    let (received, event_time) = (times(batch, "received")?, times(batch, "event_time")?);
    let codes = |name| column::<Codes>(batch, name);
    let (event, full_empty, classifier) = (codes("event")?, codes("full_empty")?, codes("classifier")?);
    let (vessel, voyage, size) = (codes("vessel_imo")?, codes("voyage")?, codes("size_type")?);
    let (seal, mass) =
        (column::<StringArray>(batch, "seal")?, column::<Float64Array>(batch, "gross_mass_kg")?);
    let of_vessel = keys_of(event, &["LOAD", "DISC", "ARRI", "DEPA"]);
    let of_box = keys_of(event, &["ARRI", "DEPA"]);
    let (laden, actual) = (keys_of(full_empty, &["LADEN"]), keys_of(classifier, &["ACT"]));
    for row in 0..batch.num_rows() {
        if found.messages >= SENDER_MESSAGES_MAX as u64 || files.binary_search(&of_file.value(row)).is_err() {
            continue;
        }
        found.messages += 1;
        let time = UtcTime::from_micros(received.value(row));
        found.from = Some(found.from.map_or(time, |from| from.min(time)));
        if is_among(classifier, &actual, row) {
            found.late_hours.push(((received.value(row) - event_time.value(row)) as f64 / 3.6e9) as f32);
        }
        let (is_vessel, is_box) = (is_among(event, &of_vessel, row), !is_among(event, &of_box, row));
        let is_laden = is_among(full_empty, &laden, row);
        let said = [
            (is_vessel, vessel.is_valid(row)),
            (is_vessel, voyage.is_valid(row)),
            (is_box, full_empty.is_valid(row)),
            (is_box, size.is_valid(row)),
            (is_laden, seal.is_valid(row)),
            (is_laden, mass.is_valid(row)),
        ];
        for (count, (should, does)) in found.said.iter_mut().zip(said) {
            count.0 += u64::from(should && does);
            count.1 += u64::from(should);
        }
    }
    Ok(())
}
