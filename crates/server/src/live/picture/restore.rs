//! Filling the reports from the store, by all processors at once.

use super::checkpoint::{self, Loaded};
use super::packed::Kept;
use super::reports::{PARTS, Reports, part_of};
use crate::error::Result;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use tidewaiter_model::batch::TextId;
use tidewaiter_model::reference::Places;
use tidewaiter_store::{RestoredEvent, Store};
use tidewaiter_trips::{Gazetteer, Learned, LearnedWords};

/// What was restored.
pub struct Restored {
    /// The reports.
    pub reports: Reports,
    /// Every file up to this number is in them.
    pub through: i64,
    /// Status events, every version of a message counted.
    pub status_messages: u64,
    /// Of these, so many are in the file that the next start reads.
    pub kept: u64,
    /// It holds reports that no file of the history has: they are not kept.
    pub unfiled: bool,
    /// What the run that is shown learned, in the numbers of the reports.
    pub learned: Learned,
    /// The same in words; `None` before the first run.
    known: Option<Arc<LearnedWords>>,
}

impl Restored {
    /// Whether `learned` is this.
    pub fn knows(&self, words: &Arc<LearnedWords>) -> bool {
        self.known.as_ref().is_some_and(|known| Arc::ptr_eq(known, words))
    }

    /// From here on trips are rebuilt with this.
    pub fn know(&mut self, words: &Arc<LearnedWords>, places: &Places) {
        self.learned = self.reports.know(words, places);
        self.known = Some(words.clone());
    }
}

/// What one thread noted on the way.
#[derive(Default)]
struct Noted {
    locations: HashSet<TextId>,
    last_location: Option<TextId>,
    /// Messages that came again with other content.
    conflicts: HashSet<u64>,
}

/// The reports of every status event of the store: those that were kept from the file of them, the others from the
/// history. Blocks on file input and output.
pub async fn restore(store: &Store, places: &Places) -> Result<Restored> {
    loop {
        if let Some(restored) = restore_once(store, places).await? {
            return Ok(restored);
        }
    }
}

async fn restore_once(store: &Store, places: &Places) -> Result<Option<Restored>> {
    let through = store.last_file().await?;
    let loaded = checkpoint::load(store).await?;
    let Loaded { mut reports, through: complete } =
        loaded.unwrap_or_else(|| Loaded { reports: Reports::new(), through: vec![0; PARTS] });
    let kept = reports.added();
    let texts = Mutex::new(std::mem::take(&mut reports.texts));
    // Parts that are complete further on are told the rest once more, for the corrections in it.
    let after = complete.iter().copied().min().unwrap_or_default();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut noted: Vec<Noted> = (0..threads).map(|_| Noted::default()).collect();
    {
        let (reports, complete) = (&reports, &complete);
        let takers = noted.iter_mut().map(|noted| {
            move |event: RestoredEvent<'_>| {
                noted.take(&event);
                let (part, _) = part_of(event.container);
                if complete.get(part).is_none_or(|complete| event.row.message.file > *complete) {
                    reports.add(event.container, &Kept { key: event.key, row: event.row });
                }
            }
        });
        let read = store.status_events_in_parts((after, through), &texts, takers.collect()).await?;
        if read.is_none() {
            return Ok(None);
        }
    }
    reports.texts = texts.into_inner().unwrap_or_else(PoisonError::into_inner);
    reports.located.extend(noted.iter().flat_map(|noted| noted.locations.iter()));
    reports.gazetteer = Gazetteer::new(&reports.texts, places, reports.located.iter().copied());
    let conflicts: HashSet<u64> = noted.iter().flat_map(|noted| noted.conflicts.iter().copied()).collect();
    if !conflicts.is_empty() {
        reports.settle(&conflicts);
    }
    let status_messages = reports.added();
    let learned = Learned::default();
    Ok(Some(Restored { reports, through, status_messages, kept, unfiled: false, learned, known: None }))
}

impl Noted {
    fn take(&mut self, event: &RestoredEvent<'_>) {
        if event.conflict {
            self.conflicts.insert(event.key);
        }
        if self.last_location != Some(event.row.location) {
            self.last_location = Some(event.row.location);
            self.locations.insert(event.row.location);
        }
    }
}
