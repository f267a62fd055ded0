//! Keeping the picture up to date.

use crate::clock;
use crate::error::{Error, Result};
use crate::settings::Settings;
use std::sync::Arc;
use std::time::Duration;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::Store;
use tokio::sync::broadcast;

/// Notices that a slow subscriber may fall behind before it misses some.
const NOTICES_KEPT: usize = 1_024;

/// How the picture is kept.
#[derive(Debug, Clone)]
pub struct LiveOptions {
    /// The data stand at this time, as in the demo; `None` follows the clock.
    pub fixed_time: Option<UtcTime>,
    /// New messages are assessed after so long without more.
    pub quiet: Duration,
    /// And at the latest after so long.
    pub at_least_every: Duration,
}

impl Default for LiveOptions {
    fn default() -> Self {
        LiveOptions {
            fixed_time: None,
            quiet: Duration::from_secs(2),
            at_least_every: Duration::from_secs(30),
        }
    }
}

/// What subscribers are told.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// A new run is the current one.
    Run {
        /// Its number.
        run: i64,
        /// As of.
        as_of: UtcTime,
        /// Rows on the queue.
        total: u64,
    },
    /// Locks or outcomes of these consignments changed.
    Cases {
        /// Consignments.
        ids: Arc<[String]>,
    },
    /// How many messages wait in quarantine.
    Quarantine {
        /// Open ones.
        open: u64,
    },
}

/// A run that was made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LastRun {
    /// Its number.
    pub run: i64,
    /// As of.
    pub as_of: UtcTime,
    /// Consignments assessed.
    pub assessed: u64,
    /// How long it took, seconds; `None` for one that another process made.
    pub seconds: Option<f64>,
}

/// Whether an assessment is under way.
#[derive(Debug, Clone, PartialEq)]
pub struct AssessState {
    /// Whether one is under way.
    pub running: bool,
    /// The current run.
    pub last: Option<LastRun>,
    /// Why the last attempt failed.
    pub failed: Option<String>,
}

/// The live picture. Cheap to clone.
#[derive(Clone)]
pub struct Live {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    settings: Settings,
    options: LiveOptions,
    notices: broadcast::Sender<Notice>,
}

impl Live {
    /// Loads the current run and begins to keep the picture.
    pub async fn start(store: Store, settings: Settings, options: LiveOptions) -> Result<Live> {
        let (notices, _) = broadcast::channel(NOTICES_KEPT);
        Ok(Live { inner: Arc::new(Inner { store, settings, options, notices }) })
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// The settings in force.
    pub fn settings(&self) -> Settings {
        self.inner.settings.clone()
    }

    /// The time that counts as now.
    pub fn now(&self) -> UtcTime {
        self.inner.options.fixed_time.unwrap_or_else(clock::now)
    }

    /// The day that counts as today, days since 1970-01-01 UTC.
    pub fn day(&self) -> i64 {
        self.now().day_number()
    }

    /// Tells that messages were taken in: they are assessed soon.
    pub fn messages_arrived(&self) {}

    /// Begins an assessment unless one is under way; whether it was begun.
    pub fn assess_now(&self, _as_of: Option<UtcTime>) -> bool {
        false
    }

    /// Whether an assessment is under way, and the current run.
    pub fn assess_state(&self) -> AssessState {
        AssessState { running: false, last: None, failed: None }
    }

    /// Tells that locks or outcomes of these consignments changed: they are read again, and subscribers are told.
    pub async fn cases_changed(&self, _ids: &[&str]) -> Result<()> {
        Err(Error::NothingAssessed)
    }

    /// Tells subscribers how many messages wait in quarantine.
    pub async fn quarantine_changed(&self) -> Result<()> {
        let open = self.inner.store.counts().await?.quarantine_open;
        let _ = self.inner.notices.send(Notice::Quarantine { open });
        Ok(())
    }

    /// What happens from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Notice> {
        self.inner.notices.subscribe()
    }
}
