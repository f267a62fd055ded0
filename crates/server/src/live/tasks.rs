//! What goes on in the background: assessing what arrived, seeing what other processes did, building contexts.

use super::apply::apply_arrivals;
use super::build::Plan;
use super::context::{Context, Wanted};
use super::keep::keep_reports;
use super::link;
use super::pool::{in_background, leaving_room, on_one_thread_behind};
use super::snapshot::Snapshot;
use super::usual;
use super::watch::{LastRun, Live};
use crate::assess::decided;
use crate::error::{Error, Result};
use crate::queue::extend_list;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, Arrivals};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

/// How often the database is asked what other processes did.
const POLL_EVERY: Duration = Duration::from_secs(1);
/// How often small history files are merged.
const COMPACT_EVERY: Duration = Duration::from_secs(15);
/// Names of people are read again after so many polls.
const POLLS_BETWEEN_NAMES: u32 = 30;

/// Runs work that reads files or computes for long on a thread of its own.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce(&Handle) -> Result<T> + Send + 'static,
) -> Result<T> {
    let runtime = Handle::current();
    let ended = tokio::task::spawn_blocking(move || work(&runtime)).await;
    ended.map_err(|error| Error::Use(format!("work in the background was broken off: {error}")))?
}

impl Live {
    pub(super) fn spawn_tasks(&self, waiting: mpsc::Receiver<Arrivals>) {
        let weak = Arc::downgrade(&self.inner);
        tokio::spawn(assess_arrivals(weak.clone()));
        tokio::spawn(poll(weak.clone()));
        tokio::spawn(compact(weak.clone()));
        tokio::spawn(keep_reports(weak.clone()));
        tokio::spawn(apply_arrivals(weak.clone(), waiting));
        tokio::spawn(async move {
            // First the context, for which an officer may wait; then the cases of earlier days.
            if let Some(live) = upgrade(&weak) {
                let _ = live.current_context().await;
            }
            if let Some(live) = upgrade(&weak) {
                let _ = live.load_latest(true).await;
                if live.applied().is_some() {
                    live.note_unassessed();
                    live.catch_up_moved().await;
                }
            }
        });
    }

    /// Takes the changes so far as seen: what is loaded next holds them.
    pub(super) async fn skip_changes(&self) -> Result<()> {
        loop {
            let seen = self.changes_seen();
            let (ids, newest) = self.inner.store.case_changes_since(seen).await?;
            self.set_changes_seen(newest);
            if ids.is_empty() || newest == seen {
                return Ok(());
            }
        }
    }

    /// Loads the latest run of the store, if there is one.
    pub(super) async fn load_latest(&self, past: bool) -> Result<()> {
        let _publishing = self.inner.publishing.lock().await;
        let Some(run) = self.inner.store.latest_run().await? else { return Ok(()) };
        let live = self.clone();
        let number = run.run;
        let as_of = run.as_of;
        let snapshot = aside(move |runtime| {
            let load = || {
                runtime.block_on(async {
                    let assessments = live.inner.store.assessments(number).await?;
                    live.snapshot_of(number, as_of, &assessments, past).await
                })
            };
            // Until there is a queue, everybody waits for this alone; from then on pages come first.
            if past { in_background(load) } else { load() }
        })
        .await?;
        let last = LastRun { run: number, as_of, assessed: run.count, seconds: None };
        self.publish(snapshot, last, None);
        Ok(())
    }

    async fn snapshot_of(
        &self,
        run: i64,
        as_of: UtcTime,
        assessments: &[Assessment],
        past: bool,
    ) -> Result<Snapshot> {
        let store = &self.inner.store;
        let settings = self.settings();
        let before = self.snapshot().map(|snapshot| snapshot.base.clone()).filter(|_| past);
        let plan = Plan { store, settings: &settings, today: self.day(), before, past };
        let base = plan.base(run, as_of, assessments).await?;
        base.warm();
        let outcomes = link::outcomes(store).await?;
        let cases = link::cases(store, &base, &outcomes, self.clock()).await?;
        let names = link::names(store).await?;
        Ok(Snapshot {
            base: Arc::new(base),
            cases: Arc::new(cases),
            outcomes: Arc::new(outcomes),
            names: Arc::new(names),
        })
    }

    /// Assesses; [`Live::begin_assessing`] has been called.
    pub(super) async fn assess_begun(&self, as_of: Option<UtcTime>) {
        let result = self.make_run(as_of.unwrap_or_else(|| self.now())).await;
        self.end_assessing(result.err().map(|error| error.to_string()));
        self.catch_up_moved().await;
    }

    /// Assesses what moved while a run was made or the context was not there.
    pub(super) async fn catch_up_moved(&self) {
        let live = self.clone();
        let _ = aside(move |_| {
            let moved = live.moved_meanwhile();
            if !moved.is_empty() {
                live.reassess(moved);
            }
            Ok(())
        })
        .await;
    }

    async fn make_run(&self, as_of: UtcTime) -> Result<()> {
        let _publishing = self.inner.publishing.lock().await;
        let begun = Instant::now();
        let live = self.clone();
        let (run, assessed, context, snapshot) = aside(move |runtime| {
            // Officers' pages come first.
            in_background(|| {
                runtime.block_on(async {
                    let store = &live.inner.store;
                    let settings = live.settings();
                    let decided = decided(store, as_of).await?;
                    let wanted = live.wanted().await?;
                    let (context, assessed) =
                        Context::assess(store, as_of, &settings, &decided, &wanted).await?;
                    let assessments = assessed.assessments;
                    let act = Act::by_system(live.clock());
                    let run = store.save_assessments(&act, as_of, &assessments).await?;
                    let day = as_of.day_number();
                    extend_list(store, &act, run, day, &assessments, &settings).await?;
                    usual::keep(store, as_of, &settings, &context.learned, &context.routes).await?;
                    let snapshot = live.snapshot_of(run, as_of, &assessments, true).await?;
                    Ok((run, assessments.len() as u64, Arc::new(context), snapshot))
                })
            })
        })
        .await?;
        let seconds = Some(begun.elapsed().as_secs_f64());
        self.publish(snapshot, LastRun { run, as_of, assessed, seconds }, Some(context));
        Ok(())
    }

    /// The consignments whose records are kept beside those of the open ones.
    async fn wanted(&self) -> Result<Wanted> {
        let store = &self.inner.store;
        let mut ids = store.all_selected_ids().await?;
        ids.extend(store.outcomes().await?.into_iter().map(|outcome| outcome.consignment_id));
        Ok(Wanted::OpenAnd(ids))
    }

    /// The context of the current run; built if it is not there yet.
    ///
    /// # Errors
    /// [`Error::NothingAssessed`], or what the store said.
    pub async fn current_context(&self) -> Result<Arc<Context>> {
        let as_of = self.snapshot().ok_or(Error::NothingAssessed)?.base.as_of;
        self.context_at(as_of).await
    }

    /// The context as of a time: of the current run, or built and remembered, the last one.
    ///
    /// # Errors
    /// What the store said.
    pub async fn context_at(&self, as_of: UtcTime) -> Result<Arc<Context>> {
        if let Some(context) = self.known_context(as_of) {
            return Ok(context);
        }
        let _building = self.inner.building.lock().await;
        if let Some(context) = self.known_context(as_of) {
            return Ok(context);
        }
        let is_current = self.snapshot().is_some_and(|snapshot| snapshot.base.as_of == as_of);
        let live = self.clone();
        let context = aside(move |runtime| {
            leaving_room(|| {
                runtime.block_on(async {
                    let (store, settings) = (&live.inner.store, live.settings());
                    if !is_current {
                        return Context::build(store, as_of, &settings, &Wanted::All, None).await;
                    }
                    let known = usual::load(store, as_of, &settings).await?;
                    Context::build(store, as_of, &settings, &live.wanted().await?, known).await
                })
            })
        })
        .await?;
        let context = Arc::new(context);
        let mut state = self.write();
        if is_current {
            state.context = Some(context.clone());
        } else {
            state.earlier = Some(context.clone());
        }
        Ok(context)
    }

    /// A context of the current run that holds the trips of every container.
    ///
    /// # Errors
    /// What the store said.
    pub async fn whole_context_at(&self, as_of: UtcTime) -> Result<Arc<Context>> {
        let known = self.read().earlier.clone().filter(|context| context.as_of == as_of && context.whole);
        if let Some(context) = known {
            return Ok(context);
        }
        let _building = self.inner.building.lock().await;
        let live = self.clone();
        let context = aside(move |runtime| {
            leaving_room(|| {
                let settings = live.settings();
                runtime.block_on(Context::build(&live.inner.store, as_of, &settings, &Wanted::All, None))
            })
        })
        .await?;
        let context = Arc::new(context);
        self.write().earlier = Some(context.clone());
        Ok(context)
    }

    /// The context of the current run or of the one before, if one has been built.
    pub fn context_at_hand(&self) -> Option<Arc<Context>> {
        self.read().context.clone()
    }

    fn known_context(&self, as_of: UtcTime) -> Option<Arc<Context>> {
        let state = self.read();
        let known = [&state.context, &state.earlier].into_iter().flatten();
        known.into_iter().find(|context| context.as_of == as_of).cloned()
    }

    /// Sees what other processes did, and locks that ended.
    async fn look_around(&self, names: bool) -> Result<()> {
        let store = &self.inner.store;
        let shown = self.read_run();
        if let Some(latest) = store.latest_run().await?
            && Some(latest.run) > shown
            && !self.assess_state().running
        {
            self.load_latest(true).await?;
            let live = self.clone();
            tokio::spawn(async move {
                // Without it what arrives is remembered and assessed later.
                if live.current_context().await.is_ok() {
                    live.catch_up_moved().await;
                }
            });
        }
        let (mut ids, newest) = store.case_changes_since(self.changes_seen()).await?;
        ids.extend(self.ended_locks());
        ids.sort_unstable();
        ids.dedup();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.refresh_cases(&ids).await?;
        self.set_changes_seen(newest);
        if names {
            self.put_names(link::names(store).await?);
        }
        Ok(())
    }

    fn read_run(&self) -> Option<i64> {
        self.snapshot().map(|snapshot| snapshot.base.run)
    }

    /// Consignments whose lock ended by itself.
    fn ended_locks(&self) -> Vec<String> {
        let Some(snapshot) = self.snapshot() else { return Vec::new() };
        let now = self.clock();
        let ended = snapshot.cases.values().filter_map(|case| case.lock.as_ref());
        ended.filter(|lock| lock.expires <= now).map(|lock| lock.consignment_id.clone()).collect()
    }

    /// Reads cases again and puts those in place that are not as they are shown.
    async fn refresh_cases(&self, ids: &[&str]) -> Result<()> {
        let mut changed = Vec::new();
        for id in ids {
            let case = link::case(&self.inner.store, id, self.clock()).await?;
            let same = self
                .snapshot()
                .is_some_and(|snapshot| snapshot.base.find(id).is_none_or(|at| *snapshot.case(at) == case));
            if !same {
                changed.push(((*id).to_owned(), case));
            }
        }
        self.put_cases(changed);
        Ok(())
    }
}

pub(super) fn upgrade(weak: &Weak<super::watch::Inner>) -> Option<Live> {
    weak.upgrade().map(|inner| Live { inner })
}

/// Assesses after messages arrived: once nothing more came for a while, or at the latest after a time.
async fn assess_arrivals(weak: Weak<super::watch::Inner>) {
    while let Some(live) = upgrade(&weak) {
        let (quiet, at_least_every) = (live.options().quiet, live.options().at_least_every);
        // Woken now and then, so that the task ends with the picture.
        if tokio::time::timeout(at_least_every, live.messages_wait()).await.is_err() {
            if live.is_due() && live.begin_assessing() {
                live.assess_begun(None).await;
            }
            drop(live);
            tokio::time::sleep(Duration::from_millis(1)).await;
            continue;
        }
        let first = Instant::now();
        while first.elapsed() < at_least_every {
            let left = at_least_every.saturating_sub(first.elapsed()).min(quiet);
            if tokio::time::timeout(left, live.messages_wait()).await.is_err() {
                break;
            }
        }
        while !live.begin_assessing() {
            tokio::time::sleep(quiet).await;
        }
        live.assess_begun(None).await;
    }
}

/// Merges small history files now and then: each commit of what arrives leaves some.
async fn compact(weak: Weak<super::watch::Inner>) {
    loop {
        tokio::time::sleep(COMPACT_EVERY).await;
        let Some(live) = upgrade(&weak) else { return };
        let store = live.store().clone();
        drop(live);
        // What is not merged now is merged later.
        let _ = aside(move |runtime| Ok(on_one_thread_behind(|| runtime.block_on(store.compact()))?)).await;
    }
}

/// Looks around every second, until the picture is dropped.
async fn poll(weak: Weak<super::watch::Inner>) {
    let mut polls = 0u32;
    loop {
        tokio::time::sleep(POLL_EVERY).await;
        let Some(live) = upgrade(&weak) else { return };
        polls = polls.wrapping_add(1);
        // A database that does not answer now may answer in a second; the health check tells of it.
        let _ = live.look_around(polls.is_multiple_of(POLLS_BETWEEN_NAMES)).await;
    }
}
