//! Filling the reports from the store, by all processors at once.

use super::packed::Kept;
use super::reports::Reports;
use crate::error::Result;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::reference::Places;
use tidewaiter_store::{RestoredEvent, Store};
use tidewaiter_trips::Gazetteer;

/// What was restored.
pub struct Restored {
    /// The reports.
    pub reports: Reports,
    /// Every file up to this number is in them.
    pub through: i64,
    /// Status events, every version of a message counted.
    pub status_messages: u64,
}

/// What one thread noted on the way.
#[derive(Default)]
struct Noted {
    count: u64,
    locations: HashSet<TextId>,
    last_location: Option<TextId>,
    /// Messages that came again with other content.
    conflicts: HashSet<u64>,
}

/// Reads every status event of the store. Blocks on file input and output.
pub async fn restore(store: &Store, places: &Places) -> Result<Restored> {
    loop {
        if let Some(restored) = restore_once(store, places).await? {
            return Ok(restored);
        }
    }
}

async fn restore_once(store: &Store, places: &Places) -> Result<Option<Restored>> {
    let through = store.last_file().await?;
    let texts = Mutex::new(TextTable::default());
    let mut reports = Reports::new();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut noted: Vec<Noted> = (0..threads).map(|_| Noted::default()).collect();
    {
        let reports = &reports;
        let takers = noted.iter_mut().map(|noted| {
            move |event: RestoredEvent<'_>| {
                noted.take(&event);
                reports.add(event.container, &Kept { key: event.key, row: event.row });
            }
        });
        let read = store.status_events_in_parts((0, through), &texts, takers.collect()).await?;
        if read.is_none() {
            return Ok(None);
        }
    }
    reports.texts = texts.into_inner().unwrap_or_else(PoisonError::into_inner);
    let locations = noted.iter().flat_map(|noted| noted.locations.iter().copied());
    reports.gazetteer = Gazetteer::new(&reports.texts, places, locations);
    let conflicts: HashSet<u64> = noted.iter().flat_map(|noted| noted.conflicts.iter().copied()).collect();
    if !conflicts.is_empty() {
        reports.settle(&conflicts);
    }
    let status_messages = noted.iter().map(|noted| noted.count).sum();
    Ok(Some(Restored { reports, through, status_messages }))
}

impl Noted {
    fn take(&mut self, event: &RestoredEvent<'_>) {
        self.count += 1;
        if event.conflict {
            self.conflicts.insert(event.key);
        }
        if self.last_location != Some(event.row.location) {
            self.last_location = Some(event.row.location);
            self.locations.insert(event.row.location);
        }
    }
}
