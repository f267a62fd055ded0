//! Keeping the picture up to date.

use super::apply::{Fresh, PictureSlot, WAITING_MAX};
use super::cases::Case;
use super::context::Context;
use super::link;
use super::snapshot::{Cases, Snapshot};
use crate::clock;
use crate::error::{Error, Result};
use crate::settings::Settings;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, Instant};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Arrivals, Store};
use tokio::sync::{Mutex, Notify, broadcast, mpsc};

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
    /// What status messages changed is kept as a run after so long.
    pub keep_every: Duration,
}

impl Default for LiveOptions {
    fn default() -> Self {
        LiveOptions {
            fixed_time: None,
            quiet: Duration::from_secs(2),
            at_least_every: Duration::from_secs(30),
            keep_every: Duration::from_secs(15 * 60),
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
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) store: Store,
    settings: RwLock<Arc<Settings>>,
    options: LiveOptions,
    notices: broadcast::Sender<Notice>,
    arrived: Notify,
    /// The reports in memory, once they are restored.
    pub(super) picture: PictureSlot,
    /// Commits on their way into it.
    pub(super) arrivals: mpsc::Sender<Arrivals>,
    /// Held while rows are exchanged that messages changed.
    pub(super) reassessing: std::sync::Mutex<()>,
    /// Held while a run is made or loaded, so that snapshots follow one another in order.
    pub(super) publishing: Mutex<()>,
    /// Held while a case is picked, so that two windows of one person are not given the same.
    pub(super) taking: Mutex<()>,
    /// Held while a context is built.
    pub(super) building: Mutex<()>,
    pub(super) state: RwLock<State>,
}

#[derive(Default)]
pub(super) struct State {
    snapshot: Option<Arc<Snapshot>>,
    /// Of the current run.
    pub(super) context: Option<Arc<Context>>,
    /// As of another time, the last that was asked for.
    pub(super) earlier: Option<Arc<Context>>,
    assessing: bool,
    last: Option<LastRun>,
    failed: Option<String>,
    /// Number of the last change of cases that was seen.
    changes_seen: i64,
    /// What messages changed since the current run.
    pub(super) fresh: Fresh,
    /// When the first of these changes came.
    changed: Option<Instant>,
}

impl State {
    pub(super) fn assessing(&self) -> bool {
        self.assessing
    }

    pub(super) fn snapshot(&self) -> Option<Arc<Snapshot>> {
        self.snapshot.clone()
    }

    /// Puts a snapshot in place that messages changed; gives the one before, so that it is dropped without the lock.
    pub(super) fn set_snapshot(&mut self, snapshot: Snapshot) -> Option<Arc<Snapshot>> {
        self.changed.get_or_insert_with(Instant::now);
        self.snapshot.replace(Arc::new(snapshot))
    }
}

impl Live {
    /// Loads the current run, so that the queue is there, and goes on in the background: what a case is judged by,
    /// cases of earlier days, messages that arrive, changes by other processes.
    ///
    /// # Errors
    /// What the store said.
    pub async fn start(store: Store, settings: Settings, options: LiveOptions) -> Result<Live> {
        let (notices, _) = broadcast::channel(NOTICES_KEPT);
        let (arrivals, waiting) = mpsc::channel(WAITING_MAX);
        let inner = Inner {
            store,
            settings: RwLock::new(Arc::new(settings)),
            options,
            notices,
            arrived: Notify::new(),
            picture: PictureSlot::default(),
            arrivals,
            reassessing: std::sync::Mutex::new(()),
            publishing: Mutex::new(()),
            taking: Mutex::new(()),
            building: Mutex::new(()),
            state: RwLock::default(),
        };
        let live = Live { inner: Arc::new(inner) };
        live.skip_changes().await?;
        live.load_latest(false).await?;
        live.spawn_tasks(waiting);
        Ok(live)
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// The settings in force.
    pub fn settings(&self) -> Arc<Settings> {
        self.inner.settings.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts other settings in force: from the next assessment on for scores, at once for limits of the queue.
    pub fn set_settings(&self, settings: Settings) {
        *self.inner.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
    }

    /// The time that counts as now.
    pub fn now(&self) -> UtcTime {
        self.inner.options.fixed_time.unwrap_or_else(clock::now)
    }

    /// The fixed time at which the data stand, if they do.
    pub fn fixed_time(&self) -> Option<UtcTime> {
        self.inner.options.fixed_time
    }

    /// The day that counts as today, days since 1970-01-01 UTC.
    pub fn day(&self) -> i64 {
        self.now().day_number()
    }

    /// The queue at this moment; `None` while nothing has been assessed.
    pub fn snapshot(&self) -> Option<Arc<Snapshot>> {
        self.read().snapshot.clone()
    }

    /// Tells that entry summaries or declarations were taken in: a run is made soon.
    pub fn messages_arrived(&self) {
        self.inner.arrived.notify_one();
    }

    /// Whether messages changed the queue so long ago that it is to be kept as a run.
    pub(super) fn is_due(&self) -> bool {
        let keep_every = self.inner.options.keep_every;
        self.read().changed.is_some_and(|changed| changed.elapsed() >= keep_every)
    }

    /// Begins an assessment as of a time (now, unless said) unless one is under way; whether it was begun.
    pub fn assess_now(&self, as_of: Option<UtcTime>) -> bool {
        if !self.begin_assessing() {
            return false;
        }
        let live = self.clone();
        tokio::spawn(async move { live.assess_begun(as_of).await });
        true
    }

    /// Assesses as of a time (now, unless said) and waits for the end.
    ///
    /// # Errors
    /// [`Error::Use`] when one is under way, else what went wrong.
    pub async fn assess(&self, as_of: Option<UtcTime>) -> Result<()> {
        if !self.begin_assessing() {
            return Err(Error::Use("an assessment is under way; wait for its end".to_owned()));
        }
        self.assess_begun(as_of).await;
        self.read().failed.clone().map_or(Ok(()), |failed| Err(Error::Use(failed)))
    }

    /// Whether an assessment is under way, and the current run.
    pub fn assess_state(&self) -> AssessState {
        let state = self.read();
        AssessState { running: state.assessing, last: state.last, failed: state.failed.clone() }
    }

    /// Tells that locks or outcomes of these consignments changed: they are read again, and subscribers are told.
    ///
    /// # Errors
    /// What the store said.
    pub async fn cases_changed(&self, ids: &[&str]) -> Result<()> {
        let mut changed = Vec::with_capacity(ids.len());
        for id in ids {
            changed.push(((*id).to_owned(), link::case(&self.inner.store, id, self.clock()).await?));
        }
        self.put_cases(changed);
        Ok(())
    }

    /// Tells subscribers how many messages wait in quarantine.
    ///
    /// # Errors
    /// What the store said.
    pub async fn quarantine_changed(&self) -> Result<()> {
        let open = self.inner.store.quarantine_open().await?;
        self.tell(Notice::Quarantine { open });
        Ok(())
    }

    /// What happens from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Notice> {
        self.inner.notices.subscribe()
    }

    /// The time by which locks end: the program's clock, for the work goes on where the data stand still.
    pub fn clock(&self) -> UtcTime {
        clock::now()
    }

    /// Waits until no other case is being picked.
    pub(crate) async fn pick(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.inner.taking.lock().await
    }

    pub(super) fn options(&self) -> &LiveOptions {
        &self.inner.options
    }

    pub(super) async fn messages_wait(&self) {
        self.inner.arrived.notified().await;
    }

    pub(super) fn read(&self) -> RwLockReadGuard<'_, State> {
        self.inner.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.inner.state.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn tell(&self, notice: Notice) {
        // Nobody listening is no error.
        let _ = self.inner.notices.send(notice);
    }

    pub(super) fn changes_seen(&self) -> i64 {
        self.read().changes_seen
    }

    pub(super) fn set_changes_seen(&self, seen: i64) {
        self.write().changes_seen = seen;
    }

    pub(super) fn begin_assessing(&self) -> bool {
        !std::mem::replace(&mut self.write().assessing, true)
    }

    pub(super) fn end_assessing(&self, failed: Option<String>) {
        let mut state = self.write();
        state.assessing = false;
        state.failed = failed;
    }

    /// Puts a snapshot in place and tells subscribers.
    pub(super) fn publish(&self, snapshot: Snapshot, last: LastRun, context: Option<Arc<Context>>) {
        let total = snapshot.base.rows().len() as u64;
        let notice = Notice::Run { run: last.run, as_of: last.as_of, total };
        {
            let mut state = self.write();
            let same_run = state.last.is_some_and(|before| before.run == last.run);
            state.snapshot = Some(Arc::new(snapshot));
            state.last = Some(LastRun {
                seconds: last.seconds.or(state.last.filter(|_| same_run).and_then(|l| l.seconds)),
                ..last
            });
            if context.is_some() || !same_run {
                state.context = context;
            }
            if !same_run {
                let moved = std::mem::take(&mut state.fresh.moved);
                state.fresh = Fresh { moved, ..Fresh::default() };
                state.changed = None;
            } else {
                // The rows are those of the run again: what changed since is put in their place anew.
                let moved: Vec<String> = state.fresh.trips.keys().cloned().collect();
                state.fresh.moved.extend(moved);
            }
        }
        self.tell(notice);
    }

    /// Puts changed cases over the snapshot and tells subscribers.
    pub(super) fn put_cases(&self, changed: Vec<(String, Case)>) {
        if changed.is_empty() {
            return;
        }
        let ids: Arc<[String]> = changed.iter().map(|(id, _)| id.clone()).collect();
        {
            let mut state = self.write();
            if let Some(snapshot) = state.snapshot.clone() {
                let mut cases = Cases::clone(&snapshot.cases);
                let mut outcomes = snapshot.outcomes.clone();
                for (id, case) in changed {
                    let at = snapshot.base.find(&id);
                    // Two look at once, and who looked first may come last: the older look must not win.
                    if at.is_some_and(|at| snapshot.case(at).version > case.version) {
                        continue;
                    }
                    if outcomes.get(&id) != case.outcome.as_ref() {
                        let outcomes = Arc::make_mut(&mut outcomes);
                        match case.outcome.clone() {
                            Some(outcome) => outcomes.insert(id.clone(), outcome),
                            None => outcomes.remove(&id),
                        };
                    }
                    if let Some(at) = at {
                        cases.insert(at, case);
                    }
                }
                let (base, names) = (snapshot.base.clone(), snapshot.names.clone());
                let cases = Arc::new(cases);
                state.snapshot = Some(Arc::new(Snapshot { base, cases, outcomes, names }));
            }
        }
        self.tell(Notice::Cases { ids });
    }

    /// Puts the names of people in place.
    pub(super) fn put_names(&self, names: std::collections::HashMap<String, String>) {
        let mut state = self.write();
        if let Some(snapshot) = state.snapshot.clone().filter(|snapshot| *snapshot.names != names) {
            let (base, cases) = (snapshot.base.clone(), snapshot.cases.clone());
            let (outcomes, names) = (snapshot.outcomes.clone(), Arc::new(names));
            state.snapshot = Some(Arc::new(Snapshot { base, cases, outcomes, names }));
        }
    }
}
