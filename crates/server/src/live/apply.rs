//! One message after another: its report goes to its container, and the consignments of that container are assessed anew.
//!
//! What is usual stays as the last run learned it, so that the state depends on the set of messages and on the tables,
//! not on the order of arrival.

use super::picture::{Kept, Reports, Restored, restore};
use super::row::{Row, RowMaker};
use super::snapshot::Snapshot;
use super::tasks::aside;
use super::watch::{Inner, Live, Notice};
use crate::error::{Error, Result};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::batch::{StatusBatch, TextId, TextTable};
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Arrivals, RestoredEvent, Store};
use tidewaiter_trips::{Kernel, LearnedWords, Trip, rebuild_rows};
use tokio::sync::mpsc;

/// Commits that wait to be applied. Past it they are read from the store later, at once.
pub(super) const WAITING_MAX: usize = 256;
/// Containers that are remembered while nothing can be assessed.
const MOVED_MAX: usize = 1_000_000;
/// How often it is looked whether another process took messages in.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What changed since the current run, and is kept with the next.
#[derive(Default)]
pub(super) struct Fresh {
    /// As of the last change; `None` without one.
    pub(super) as_of: Option<UtcTime>,
    /// The assessments made since, by consignment.
    pub(super) assessments: HashMap<String, Arc<Assessment>>,
    /// The trips rebuilt since, by container in normal form.
    pub(super) trips: HashMap<String, Arc<Vec<Trip>>>,
    /// Containers that moved while there was nothing to assess them with, in normal form.
    pub(super) moved: HashSet<String>,
}

/// How the messages stand that are applied in memory.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Applied {
    /// Every file up to this number is in the picture.
    pub through: i64,
    /// Containers with reports.
    pub containers: u64,
    /// Their status messages, every version of each.
    pub status_messages: u64,
    /// Bytes of their packed reports.
    pub packed_bytes: u64,
    /// Of the status messages, so many are in the file that the next start reads.
    pub kept: u64,
}

impl Live {
    /// How far the messages are applied; `None` until the reports are restored.
    pub fn applied(&self) -> Option<Applied> {
        let picture = self.inner.picture.read().unwrap_or_else(PoisonError::into_inner);
        picture.as_ref().map(|restored| {
            let size = restored.reports.size();
            Applied {
                through: restored.through,
                containers: size.containers,
                status_messages: restored.status_messages,
                packed_bytes: size.packed_bytes,
                kept: restored.kept,
            }
        })
    }

    /// Hands on what a commit took in: it is applied soon, on a thread of its own.
    pub fn arrived(&self, arrivals: Arrivals) {
        // Where too many wait, the next look reads what is missing from the store.
        let _ = self.inner.arrivals.try_send(arrivals);
    }

    /// Restores the reports from the store. Until then nothing is applied.
    ///
    /// # Errors
    /// What the store said.
    pub async fn restore(&self) -> Result<()> {
        let live = self.clone();
        let restored =
            aside(move |runtime| runtime.block_on(restore(&live.inner.store, live.settings().places())))
                .await?;
        *self.inner.picture.write().unwrap_or_else(PoisonError::into_inner) = Some(restored);
        Ok(())
    }

    /// Applies what a commit took in, whichever files were applied before; gives how many status events that were.
    /// Blocks.
    ///
    /// # Errors
    /// What the store said.
    pub async fn apply(&self, arrivals: Arrivals) -> Result<u64> {
        let Some((first, last)) = arrivals.files else { return Ok(0) };
        let Some(Applied { through, .. }) = self.through() else { return Ok(0) };
        if last <= through {
            return Ok(0);
        }
        let arrivals = if first == through + 1 && arrivals.whole {
            arrivals
        } else {
            let store = self.inner.store.clone();
            aside(move |runtime| runtime.block_on(read_after(&store, through))).await?
        };
        let live = self.clone();
        aside(move |_| Ok(live.apply_now(&arrivals))).await
    }

    fn through(&self) -> Option<Applied> {
        let picture = self.inner.picture.read().unwrap_or_else(PoisonError::into_inner);
        picture.as_ref().map(|restored| Applied { through: restored.through, ..Applied::default() })
    }

    /// Applies status events that follow what was applied: reports, trips, assessments, queue. Blocks.
    pub fn apply_now(&self, arrivals: &Arrivals) -> u64 {
        let settings = self.settings();
        let moved = {
            let mut picture = self.inner.picture.write().unwrap_or_else(PoisonError::into_inner);
            let Some(restored) = picture.as_mut() else { return 0 };
            restored.status_messages += arrivals.status.len() as u64;
            match arrivals.files {
                Some((_, last)) => restored.through = restored.through.max(last),
                None => restored.unfiled = true,
            }
            let has = {
                let state = self.read();
                let context = state.context.clone().filter(|_| !state.assessing());
                let shown = state.snapshot().is_some();
                move |container: &str| context.as_ref().map_or(shown, |context| context.seeds.has(container))
            };
            add(&mut restored.reports, arrivals, settings.places(), has)
        };
        if !moved.is_empty() {
            self.reassess(moved);
        }
        arrivals.status.len() as u64
    }

    /// Assesses the consignments anew that name one of these containers, and exchanges their rows. Without a context, or
    /// while a run is made, the containers are remembered: whoever makes the context assesses them.
    pub(super) fn reassess(&self, containers: BTreeSet<String>) {
        // One at a time: ranks move in rows that neighbouring snapshots share.
        let _alone = self.inner.reassessing.lock().unwrap_or_else(PoisonError::into_inner);
        let (context, snapshot) = {
            let mut state = self.write();
            if state.snapshot().is_none() {
                return;
            }
            if state.assessing() || state.context.is_none() {
                state.fresh.moved.extend(containers);
                if state.fresh.moved.len() > MOVED_MAX {
                    // The next run looks at everything.
                    state.fresh.moved.clear();
                    self.messages_arrived();
                }
                return;
            }
            (state.context.clone(), state.snapshot())
        };
        let (Some(context), Some(snapshot)) = (context, snapshot) else { return };
        let containers: Vec<String> =
            containers.into_iter().filter(|container| context.seeds.has(container)).collect();
        let changes = self.changes(&context, &snapshot, &containers);
        self.exchange(snapshot, changes);
    }

    fn changes(
        &self,
        context: &super::context::Context,
        snapshot: &Snapshot,
        containers: &[String],
    ) -> Changes {
        let (settings, as_of) = (self.settings(), self.now());
        self.let_picture_know(&context.learned);
        let mut changes = Changes { as_of, trips: HashMap::new(), assessments: Vec::new(), rows: Vec::new() };
        {
            let picture = self.inner.picture.read().unwrap_or_else(PoisonError::into_inner);
            let Some(restored) = picture.as_ref() else { return changes };
            for container in containers {
                let trips = trips_of(restored, container, as_of, &settings.risk.trips);
                changes.trips.insert(container.clone(), Arc::new(trips));
            }
        }
        let mut maker = RowMaker::new(settings.places(), &settings.queue);
        for at in context.seeds.of(containers) {
            let Some(seed) = context.seeds.get(at) else { continue };
            let Some(place) = snapshot.base.find(seed.id()) else { continue };
            let decided = snapshot.case(place).outcome.is_some();
            let Some(shown) = snapshot.base.row(place).filter(|row| row.open && !decided) else { continue };
            let rebuilt: Vec<Option<Arc<Vec<Trip>>>> = {
                let state = self.read();
                let now =
                    |container| changes.trips.get(container).or_else(|| state.fresh.trips.get(container));
                seed.containers().map(|container| now(container).cloned()).collect()
            };
            let mut of_containers =
                seed.containers().zip(&rebuilt).map(|(container, rebuilt)| match rebuilt {
                    Some(rebuilt) => rebuilt.as_slice(),
                    None => context.trips_of_container(container),
                });
            // Trips are large, and most consignments are of one container.
            let mut trips = Cow::Borrowed(of_containers.next().unwrap_or_default());
            of_containers.for_each(|more| trips.to_mut().extend_from_slice(more));
            let assembled = context.seeds.assemble(context, at, &trips, as_of, &settings.risk);
            let Some(assembled) = assembled else { continue };
            let (places, sea) = (settings.places(), SeaNetwork::builtin());
            let (history, routes) = (&context.history, &context.routes);
            let assessment =
                tidewaiter_risk::assess(&assembled, history, routes, places, sea, as_of, &settings.risk);
            let row = maker.row(&assessment, None, true);
            changes.rows.push((place, Row { listed: shown.listed, ..row }));
            changes.assessments.push(Arc::new(assessment));
        }
        changes
    }

    /// Puts changed rows in place of those shown, unless a run was published meanwhile, and tells subscribers.
    fn exchange(&self, snapshot: Arc<Snapshot>, changes: Changes) {
        let ids: Arc<[String]> = changes.assessments.iter().map(|one| one.consignment.id.clone()).collect();
        let before = {
            // Trips may have changed of decided cases alone, which are not assessed again.
            let base = (!changes.rows.is_empty()).then(|| Arc::new(snapshot.base.with_rows(changes.rows)));
            let mut state = self.write();
            let Some(shown) = state.snapshot() else { return };
            if !Arc::ptr_eq(&shown.base, &snapshot.base) {
                state.fresh.moved.extend(changes.trips.into_keys());
                return;
            }
            let before = base.and_then(|base| {
                let (cases, outcomes) = (shown.cases.clone(), shown.outcomes.clone());
                let names = shown.names.clone();
                state.set_snapshot(Snapshot { base, cases, outcomes, names })
            });
            let fresh = &mut state.fresh;
            fresh.as_of = Some(changes.as_of);
            fresh.trips.extend(changes.trips);
            for assessment in changes.assessments {
                fresh.assessments.insert(assessment.consignment.id.clone(), assessment);
            }
            before
        };
        if snapshot.base.is_heavy() {
            // Nobody needs to wait while its index is given back.
            rayon::spawn(move || drop((snapshot, before)));
        }
        if !ids.is_empty() {
            self.tell(Notice::Cases { ids });
        }
    }

    /// The assessment made since the current run, if messages changed the case.
    pub fn fresh_assessment(&self, id: &str) -> Option<Arc<Assessment>> {
        self.read().fresh.assessments.get(id).cloned()
    }

    /// The context of the current run with the trips rebuilt since.
    pub(crate) fn fresh_context(&self) -> Option<Arc<super::context::Context>> {
        let state = self.read();
        let (context, as_of) = (state.context.as_ref()?, state.fresh.as_of?);
        Some(Arc::new(context.with_fresh(state.fresh.trips.clone(), as_of)))
    }

    /// The trips of any container as they are now, by its number in whatever form; `None` until the reports are restored.
    pub fn trips_now(&self, container: &str) -> Option<Vec<Trip>> {
        let settings = self.settings();
        if let Some(context) = self.context_at_hand() {
            self.let_picture_know(&context.learned);
        }
        let picture = self.inner.picture.read().unwrap_or_else(PoisonError::into_inner);
        let restored = picture.as_ref()?;
        Some(trips_of(restored, &normal_container(container), self.now(), &settings.risk.trips))
    }

    /// Trips are rebuilt with what the run learned by which they are judged.
    fn let_picture_know(&self, learned: &Arc<LearnedWords>) {
        let knows = {
            let picture = self.inner.picture.read().unwrap_or_else(PoisonError::into_inner);
            picture.as_ref().is_none_or(|restored| restored.knows(learned))
        };
        if !knows {
            let settings = self.settings();
            let mut picture = self.inner.picture.write().unwrap_or_else(PoisonError::into_inner);
            if let Some(restored) = picture.as_mut() {
                restored.know(learned, settings.places());
            }
        }
    }

    /// After a start: notes the containers of which something was received since the run that is shown. A server that was
    /// killed may have acknowledged it without assessing it.
    pub(super) fn note_unassessed(&self) {
        let (context, since) = {
            let state = self.read();
            (state.context.clone(), state.snapshot().map(|snapshot| snapshot.base.as_of))
        };
        let (Some(context), Some(since)) = (context, since) else { return };
        let picture = self.inner.picture.read().unwrap_or_else(PoisonError::into_inner);
        let Some(restored) = picture.as_ref() else { return };
        let mut all = Vec::new();
        let mut moved = Vec::new();
        for container in context.seeds.containers() {
            for form in restored.reports.forms(container) {
                restored.reports.read(&form, &mut all);
                if all.iter().any(|kept| kept.row.received >= since) {
                    moved.push(container.to_owned());
                }
            }
        }
        drop(picture);
        self.write().fresh.moved.extend(moved);
    }

    /// The containers that moved while nothing could be assessed.
    pub(super) fn moved_meanwhile(&self) -> BTreeSet<String> {
        std::mem::take(&mut self.write().fresh.moved).into_iter().collect()
    }
}

/// What messages changed.
struct Changes {
    as_of: UtcTime,
    trips: HashMap<String, Arc<Vec<Trip>>>,
    assessments: Vec<Arc<Assessment>>,
    rows: Vec<(u32, Row)>,
}

/// Adds reports to their containers; gives the containers, in normal form, for which `has` says that somebody looks.
fn add(
    reports: &mut Reports,
    arrivals: &Arrivals,
    places: &tidewaiter_model::reference::Places,
    has: impl Fn(&str) -> bool,
) -> BTreeSet<String> {
    let StatusBatchParts { texts, rows } = StatusBatchParts::of(&arrivals.status);
    let mut numbers: HashMap<TextId, TextId> = HashMap::new();
    let mut moved = BTreeSet::new();
    let mut note = |container: &str| {
        let normal = normal_container(container);
        if has(&normal) {
            moved.insert(normal);
        }
    };
    let mut elsewhere = HashSet::new();
    let mut versions = Vec::new();
    for ((row, key), conflict) in rows.iter().zip(&arrivals.keys).zip(&arrivals.conflicts) {
        let mut row = *row;
        let container = texts.text(row.container);
        if container.is_empty() {
            continue;
        }
        for text in [
            &mut row.location,
            &mut row.vessel_imo,
            &mut row.seal,
            &mut row.size_type,
            &mut row.carrier,
            &mut row.source,
            &mut row.transport_document,
        ] {
            *text = *numbers.entry(*text).or_insert_with(|| reports.texts.intern(texts.text(*text)));
        }
        reports.locate(row.location, places);
        if *conflict {
            reports.read(container, &mut versions);
            if versions.iter().all(|other| other.key != *key) {
                elsewhere.insert(*key);
            }
        }
        reports.add(container, &Kept { key: *key, row });
        note(container);
    }
    if !elsewhere.is_empty() {
        reports.settle(&elsewhere).iter().for_each(|container| note(container));
    }
    moved
}

/// The parts of a batch.
struct StatusBatchParts<'a> {
    texts: &'a TextTable,
    rows: &'a [tidewaiter_model::batch::StatusRow],
}

impl<'a> StatusBatchParts<'a> {
    fn of(batch: &'a StatusBatch) -> StatusBatchParts<'a> {
        StatusBatchParts { texts: &batch.texts, rows: batch.rows() }
    }
}

/// The trips of a container as of a time, under every form in which it was reported.
fn trips_of(
    restored: &Restored,
    container: &str,
    as_of: UtcTime,
    settings: &tidewaiter_trips::TripSettings,
) -> Vec<Trip> {
    let Restored { reports, learned, .. } = restored;
    let mut kernel = Kernel::new(&reports.texts, &reports.gazetteer, learned, settings);
    let mut trips = Vec::new();
    for form in reports.forms(container) {
        trips.append(&mut rebuild_rows(&mut kernel, &form, &reports.rows(&form, as_of)));
    }
    trips
}

/// What the store took in after a file, as one commit.
async fn read_after(store: &Store, through: i64) -> Result<Arrivals> {
    loop {
        let last = store.last_file().await?;
        let mut arrivals = Arrivals { files: Some((through + 1, last)), whole: true, ..Arrivals::default() };
        if last <= through {
            arrivals.files = None;
            return Ok(arrivals);
        }
        let texts = Mutex::new(TextTable::default());
        let mut taken = Vec::new();
        let taker = |event: RestoredEvent<'_>| {
            taken.push((event.container.to_owned(), event.key, event.conflict, event.row));
        };
        if store.status_events_in_parts((through, last), &texts, vec![taker]).await?.is_none() {
            continue;
        }
        arrivals.status.texts = texts.into_inner().unwrap_or_else(PoisonError::into_inner);
        for (container, key, conflict, mut row) in taken {
            row.container = arrivals.status.texts.intern(&container);
            arrivals.status.push(row);
            arrivals.keys.push(key);
            arrivals.conflicts.push(conflict);
        }
        return Ok(arrivals);
    }
}

/// Restores the reports, then applies what arrives, and what other processes took in.
pub(super) async fn apply_arrivals(weak: Weak<Inner>, mut waiting: mpsc::Receiver<Arrivals>) {
    let Some(live) = upgrade(&weak) else { return };
    if let Err(error) = live.restore().await {
        live.end_assessing(Some(error.to_string()));
        return;
    }
    live.note_unassessed();
    live.catch_up_moved().await;
    drop(live);
    loop {
        let arrivals = tokio::time::timeout(LOOK_EVERY, waiting.recv()).await;
        let Some(live) = upgrade(&weak) else { return };
        let arrivals = match arrivals {
            Ok(Some(arrivals)) => arrivals,
            Ok(None) => return,
            Err(_) => match live.behind().await {
                Ok(Some(files)) => Arrivals { files: Some(files), ..Arrivals::default() },
                // A database that does not answer now may answer in a second.
                Ok(None) | Err(_) => continue,
            },
        };
        // What cannot be read now is read at the next look.
        let _ = live.apply(arrivals).await;
    }
}

impl Live {
    /// The files that were committed and are not applied.
    async fn behind(&self) -> Result<Option<(i64, i64)>> {
        let Some(Applied { through, .. }) = self.through() else { return Ok(None) };
        let last = self.inner.store.last_file().await.map_err(Error::from)?;
        Ok((last > through).then_some((through + 1, last)))
    }
}

fn upgrade(weak: &Weak<Inner>) -> Option<Live> {
    weak.upgrade().map(|inner| Live { inner })
}

/// What a server holds in memory of the messages; see [`Restored`].
pub(super) type PictureSlot = std::sync::RwLock<Option<Restored>>;
