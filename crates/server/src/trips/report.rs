//! What a run says of itself.

use serde::Serialize;
use std::collections::BTreeMap;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::time::UtcTime;

use super::Fault;
use super::limits::REFUSED_SHOWN_MAX;

/// How many messages came to what: read = accepted + duplicate + refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Messages read.
    pub read: u64,
    /// Of them accepted.
    pub accepted: u64,
    /// The same source, id and content as another.
    pub duplicate: u64,
    /// Refused, because they could not be understood.
    pub refused: u64,
    /// Of the accepted: left out because another message of the same source and id was received later.
    pub superseded: u64,
    /// Of the accepted: left out because they were received after the time in question.
    pub later: u64,
    /// Of the accepted: counted in an event of a trip.
    pub counted: u64,
    /// Container numbers.
    pub containers: u64,
    /// Trips.
    pub trips: u64,
    /// Events, believed and doubted.
    pub events: u64,
}

impl Counts {
    /// Adds the counts of another thread.
    pub(super) fn add(&mut self, other: Counts) {
        self.read += other.read;
        // Threads that find duplicates take them back from what others accepted.
        self.accepted = self.accepted.wrapping_add(other.accepted);
        self.duplicate += other.duplicate;
        self.refused += other.refused;
        self.superseded += other.superseded;
        self.later += other.later;
        self.counted += other.counted;
        self.containers += other.containers;
        self.trips += other.trips;
        self.events += other.events;
    }

    /// Refuses counts that do not add up.
    pub(super) fn check(&self) -> Result<(), Fault> {
        let Counts { read, accepted, duplicate, refused, superseded, later, counted, .. } = *self;
        if read == accepted + duplicate + refused && accepted == counted + superseded + later {
            return Ok(());
        }
        Err(Fault::Totals { read, counted, duplicate, refused, superseded, later })
    }
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusedAt {
    /// At this byte of the decompressed input.
    Byte(u64),
    /// In this row, counted from 1.
    Row(u64),
}

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The input.
    pub file: String,
    /// Where in it.
    pub at: RefusedAt,
    /// Why. Places are counted from the first byte of the row.
    pub diagnostics: Vec<Diagnostic>,
}

impl Refused {
    /// Keeps the first rows of all, in order of file and place, whichever thread met them first.
    pub(super) fn keep_first(held: &mut Vec<Refused>, row: Refused) {
        let at = held.partition_point(|other| (&other.file, other.at) <= (&row.file, row.at));
        if at < REFUSED_SHOWN_MAX {
            held.insert(at, row);
            held.truncate(REFUSED_SHOWN_MAX);
        }
    }
}

/// `trips --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TripsReport {
    /// Where the results are.
    pub out: String,
    /// The files written, with their rows.
    pub files: BTreeMap<String, u64>,
    /// Messages, trips and events.
    #[serde(flatten)]
    pub counts: Counts,
    /// Only what was received up to here was used; when the last message was received, if no time was asked for.
    pub as_of: UtcTime,
    /// The first rows that were refused.
    pub refused_rows: Vec<Refused>,
    /// Bytes that went to temporary files for want of memory.
    pub spilled_bytes: u64,
    /// Wall time in seconds.
    pub seconds: f64,
}
