//! Messages that come in by other ways than a request: a watched folder, a broker.
//!
//! Every door hands files to the same intake as the API, so that they are committed together with what others send and
//! are applied at once. A door lets go of a message (moves the file, acknowledges) only when it is on disk; what it takes
//! twice after a crash the store knows again.

pub(crate) mod folder;
mod lay;
mod look;
pub(crate) mod mqtt;

use crate::http::intake::Intake;
use crate::http::throttle::{Senders, Wait, Why};
use crate::live::Live;
use crate::upload::Upload;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// Most troubles that a door remembers having told.
const TROUBLES_MAX: usize = 1_000;

/// What a door needs to do its work.
#[derive(Clone)]
pub(crate) struct Hall {
    pub(crate) live: Live,
    pub(crate) intake: Intake,
    /// The data folder.
    pub(crate) folder: PathBuf,
    pub(crate) senders: Senders,
    pub(crate) states: States,
    pub(crate) stopping: watch::Receiver<bool>,
}

impl Hall {
    /// Whether a file of a sender may be taken now.
    pub(crate) async fn may(&self, sender: &str, bytes: u64) -> Result<(), Wait> {
        let limits = self.live.settings().senders.of(sender);
        self.senders.admit(self.live.store(), sender, limits, bytes, crate::clock::now()).await
    }

    /// Waits until a sender may send this. A door has nobody to refuse, except for its length.
    pub(crate) async fn admit(&self, upload: &Upload) {
        let Some(sender) = &upload.sender else { return };
        while let Err(Wait { why, .. }) = self.may(sender, upload.bytes.len() as u64).await {
            if why == Why::Length {
                return;
            }
            tokio::time::sleep(WAIT).await;
        }
    }
}

/// Pause before a sender that must wait is asked for again.
const WAIT: Duration = Duration::from_secs(1);

/// How a door fares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DoorState {
    /// Whether it stands open; a door that was not asked for has no state.
    pub(crate) ok: bool,
    /// In a sentence.
    pub(crate) detail: String,
    /// Files or messages kept since the start.
    pub(crate) kept: u64,
    /// Files or messages that could not be read since the start.
    pub(crate) refused: u64,
}

/// How the doors that were asked for fare, by name.
#[derive(Debug, Clone, Default)]
pub(crate) struct States(Arc<Mutex<BTreeMap<&'static str, DoorState>>>);

impl States {
    /// All of them.
    pub(crate) fn all(&self) -> BTreeMap<&'static str, DoorState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes what is known of a door.
    pub(crate) fn note(&self, door: &'static str, change: impl FnOnce(&mut DoorState)) {
        change(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(door).or_default());
    }

    /// A door that is no longer asked for.
    pub(crate) fn forget(&self, door: &'static str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(door);
    }
}

/// Opens the doors that the settings ask for, now and whenever they are changed.
pub(crate) fn open(hall: &Hall) {
    tokio::spawn(folder::watch(hall.clone()));
    tokio::spawn(mqtt::watch(hall.clone()));
}

/// Says each trouble once, for as long as it lasts.
#[derive(Debug, Default)]
pub(crate) struct Told(BTreeMap<PathBuf, String>);

impl Told {
    /// Takes what is wrong now, by what it is about; prints what was not so before.
    pub(crate) fn tell(&mut self, door: &str, now: BTreeMap<PathBuf, String>) {
        for (about, trouble) in &now {
            if self.0.get(about) != Some(trouble) {
                crate::http::problem::log_plain(&format!("{door}: {}: {trouble}", about.display()));
            }
        }
        self.0 = now;
        while self.0.len() > TROUBLES_MAX {
            self.0.pop_last();
        }
    }
}
