//! Records to assessments: load as of a time, rebuild trips, join, judge, keep.

use crate::clock;
use crate::error::{Error, Result};
use crate::learn::{learn_batch, learn_reports};
use crate::live::picture::{Reports, counting, restore};
use crate::progress::{Progress, Report};
use crate::settings::Settings;
use crate::shapes::AssessReport;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::time::Instant;
use tidewaiter_model::assessment::{Assessment, KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::batch::StatusBatch;
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::{Assembled, History, ids_alone};
use tidewaiter_store::{Act, Store, StoreError};
use tidewaiter_trips::{
    self as trips, Facts, Gazetteer, JudgeAreas, Kernel, Learned, LearnedWords, NormalRoutes, Trip,
    rebuild_rows,
};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

/// Everything known as of one time, and the trips rebuilt from it.
pub struct Picture {
    /// As of.
    pub as_of: UtcTime,
    /// Status messages looked at.
    pub status_messages: u64,
    /// Entry summary declarations.
    pub entry_summaries: Vec<KeptEntrySummary>,
    /// Import declarations.
    pub declarations: Vec<KeptDeclaration>,
    /// Container trips, by container and sequence.
    pub trips: Vec<Trip>,
    /// How many trips there are of all containers.
    pub all_trips: u64,
    /// What itineraries and dwell times are usual.
    pub routes: NormalRoutes,
    /// What the trips were rebuilt with.
    pub learned: Arc<LearnedWords>,
}

/// What was learned before.
#[derive(Clone)]
pub struct Known {
    /// What trips are rebuilt with.
    pub learned: Arc<LearnedWords>,
    /// What itineraries and dwell times are usual; learned anew where it is not known.
    pub routes: Option<NormalRoutes>,
}

/// What an assessment run says beside the assessments.
pub struct Assessed {
    /// The open consignments' assessments, in order of consignment id.
    pub assessments: Vec<Assessment>,
    /// Consignments known in all.
    pub consignments: u64,
}

/// Of which containers the trips are kept. What is usual is learned from all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boxes {
    /// Of every container.
    All,
    /// Of every container while there are no more than [`BOXES_MAX`], else of the declared ones.
    AllIfFew,
    /// Of those that an entry summary or a declaration names: a country's containers are millions.
    Declared,
}

/// Containers whose trips are kept whole in memory, at some 10 KiB each.
pub const BOXES_MAX: u64 = 200_000;

/// Loads what was received up to `as_of` and rebuilds the trips, by what is `known` or else is learned from them.
pub async fn picture(
    store: &Store,
    as_of: UtcTime,
    places: &Places,
    settings: &Settings,
    boxes: Boxes,
    known: Option<Known>,
) -> Result<Picture> {
    let (entry_store, declaration_store) = (store.clone(), store.clone());
    let entry_summaries = beside(move |runtime| runtime.block_on(entry_store.entry_summaries(as_of)));
    let declarations = beside(move |runtime| runtime.block_on(declaration_store.declarations(as_of)));
    let mut restored = restore(store, places).await?;
    let (entry_summaries, declarations) = (ended(entry_summaries).await?, ended(declarations).await?);
    let declared = declared(&entry_summaries, &declarations);
    let few = boxes == Boxes::AllIfFew && restored.reports.size().containers <= BOXES_MAX;
    let all = few || boxes == Boxes::All;
    let wanted = |container: &str| all || declared.contains(&normal_container(container));
    let (tables, learned, routes) = match known {
        Some(Known { learned, routes }) => (restored.reports.know(&learned, places), learned, routes),
        None => {
            let (reports, trips) = (&restored.reports, &settings.risk.trips);
            let learned = learn_reports(reports, as_of, trips);
            let words = Arc::new(learned.to_words(&reports.texts, &reports.gazetteer));
            (learned, words, None)
        }
    };
    // Where it is known what is usual, nobody needs the trips of the other containers.
    let looked_at = |container: &str| routes.is_none() || wanted(container);
    let rebuilt = rebuild_reports(&restored.reports, as_of, &tables, settings, (&wanted, &looked_at));
    let Rebuilt { trips, all_trips, status_messages, routes: learned_now } = rebuilt;
    let routes = routes.unwrap_or(learned_now);
    Ok(Picture { as_of, status_messages, entry_summaries, declarations, trips, all_trips, routes, learned })
}

/// The containers that records name, in normal form.
fn declared(entry_summaries: &[KeptEntrySummary], declarations: &[KeptDeclaration]) -> HashSet<String> {
    let entered = entry_summaries.iter().flat_map(|kept| &kept.entry_summary.items);
    let entered = entered.flat_map(|item| item.containers.iter().map(|container| container.value.as_str()));
    let declared =
        declarations.iter().flat_map(|kept| kept.declaration.containers.iter().map(String::as_str));
    entered.chain(declared).map(normal_container).collect()
}

/// Runs blocking reading on a thread of its own, so that the tables are read side by side.
fn beside<T: Send + 'static>(
    work: impl FnOnce(Handle) -> std::result::Result<T, StoreError> + Send + 'static,
) -> JoinHandle<std::result::Result<T, StoreError>> {
    let runtime = Handle::current();
    tokio::task::spawn_blocking(move || work(runtime))
}

async fn ended<T>(work: JoinHandle<std::result::Result<T, StoreError>>) -> Result<T> {
    let result =
        work.await.map_err(|error| Error::Use(format!("reading the history was broken off: {error}")))?;
    Ok(result?)
}

/// The trips of every container in a batch; containers are spread over threads and come back in order.
pub(crate) fn rebuild_all(batch: &mut StatusBatch, places: &Places, settings: &Settings) -> Vec<Trip> {
    batch.sort_by_container();
    let gazetteer = Gazetteer::of_rows(&batch.texts, places, batch.rows());
    let learned = learn_batch(batch, &gazetteer, &settings.risk.trips);
    let kernel = || Kernel::new(&batch.texts, &gazetteer, &learned, &settings.risk.trips);
    let containers: Vec<_> = batch.containers().collect();
    containers
        .par_iter()
        .map_init(kernel, |kernel, (name, rows)| rebuild_rows(kernel, name, rows))
        .flatten_iter()
        .collect()
}

/// Trips of some containers, and what is usual among those of all.
#[derive(Default)]
struct Rebuilt {
    trips: Vec<Trip>,
    all_trips: u64,
    status_messages: u64,
    routes: NormalRoutes,
}

/// Rebuilds every container that is looked at, spread over threads, a part of them in memory at a time. The trips come back in order of
/// container.
fn rebuild_reports(
    reports: &Reports,
    as_of: UtcTime,
    learned: &Learned,
    settings: &Settings,
    (wanted, looked_at): (&(impl Fn(&str) -> bool + Sync), &(impl Fn(&str) -> bool + Sync)),
) -> Rebuilt {
    let (settings, areas) = (&settings.risk.trips, JudgeAreas::of(&reports.gazetteer, settings.places()));
    let of_part = |part: usize| {
        let mut kernel = Kernel::new(&reports.texts, &reports.gazetteer, learned, settings);
        let mut rebuilt = Rebuilt { routes: NormalRoutes::empty(as_of), ..Rebuilt::default() };
        let (mut facts, mut rows, mut of_container) = (Facts::default(), Vec::new(), Vec::new());
        reports.each_of(part, |container, all| {
            if !looked_at(container) {
                return;
            }
            counting(all, as_of, &mut rows);
            rebuilt.status_messages += rows.len() as u64;
            if container.is_empty() {
                // A vessel's call or a document's state: of no container.
                return;
            }
            of_container.clear();
            let numbered = rows.iter().zip(0..);
            of_container
                .extend(numbered.map(|(row, message)| trips::Report { message, ..trips::Report::from(row) }));
            facts.clear();
            kernel.rebuild(&of_container, &mut facts);
            rebuilt.all_trips += facts.trips.len() as u64;
            rebuilt.routes.add(&facts, &areas, &reports.texts);
            // Words are put on only for the trips that are kept.
            if wanted(container) {
                rebuilt.trips.append(&mut rebuild_rows(&mut kernel, container, &rows));
            }
        });
        rebuilt
    };
    let parts: Vec<Rebuilt> = (0..reports.parts()).into_par_iter().map(of_part).collect();
    let mut rebuilt = Rebuilt { routes: NormalRoutes::empty(as_of), ..Rebuilt::default() };
    for mut part in parts {
        rebuilt.trips.append(&mut part.trips);
        rebuilt.all_trips += part.all_trips;
        rebuilt.status_messages += part.status_messages;
        rebuilt.routes.add_table(&part.routes);
    }
    rebuilt.routes.settle(settings);
    rebuilt.trips.par_sort_by(|a, b| (&a.container, a.sequence).cmp(&(&b.container, b.sequence)));
    rebuilt
}

impl Picture {
    /// Assesses every consignment that is open and not in `decided`, which holds consignment ids with an outcome.
    pub fn assess(
        &self,
        places: &Places,
        sea: &SeaNetwork,
        decided: &HashSet<String>,
        settings: &Settings,
    ) -> Assessed {
        let (assembled, history) = self.assembled(places, settings);
        self.assess_assembled(&assembled, &history, places, sea, decided, settings)
    }

    /// Every consignment known, and what is usual among them.
    pub fn assembled<'a>(&'a self, places: &'a Places, settings: &Settings) -> (Vec<Assembled<'a>>, History) {
        let assembled = tidewaiter_risk::assemble(
            &self.entry_summaries,
            &self.declarations,
            &self.trips,
            places,
            self.as_of,
            &settings.risk,
        );
        let history = History::learn(&self.declarations, &assembled, self.as_of, &settings.risk);
        (assembled, history)
    }

    /// Assesses those of the consignments that are open and not decided.
    pub fn assess_assembled(
        &self,
        assembled: &[Assembled<'_>],
        history: &History,
        places: &Places,
        sea: &SeaNetwork,
        decided: &HashSet<String>,
        settings: &Settings,
    ) -> Assessed {
        let consignments = assembled.len() as u64;
        let mut assessments: Vec<Assessment> = assembled
            .par_iter()
            .filter(|assembled| {
                let consignment = &assembled.consignment;
                !decided.contains(&consignment.id)
                    && !ids_alone(consignment).any(|id| decided.contains(&id))
                    && tidewaiter_risk::is_open(consignment, self.as_of, &settings.risk)
            })
            .map(|assembled| {
                tidewaiter_risk::assess(
                    assembled,
                    history,
                    &self.routes,
                    places,
                    sea,
                    self.as_of,
                    &settings.risk,
                )
            })
            .collect();
        assessments.sort_by(|a, b| a.consignment.id.cmp(&b.consignment.id));
        Assessed { assessments, consignments }
    }
}

/// The consignments with an outcome recorded up to `as_of`.
pub async fn decided(store: &Store, as_of: UtcTime) -> Result<HashSet<String>> {
    let outcomes = store.outcomes().await?;
    Ok(outcomes
        .into_iter()
        .filter(|outcome| outcome.recorded <= as_of)
        .map(|outcome| outcome.consignment_id)
        .collect())
}

/// Assesses what is open as of a time (now, unless said) and keeps the result as the current run.
pub async fn assess(
    store: &Store,
    act: &Act<'_>,
    as_of: Option<UtcTime>,
    settings: &Settings,
    progress: Report<'_>,
) -> Result<AssessReport> {
    let begun = Instant::now();
    let as_of = as_of.unwrap_or_else(clock::now);
    let (places, sea) = (settings.places(), SeaNetwork::builtin());
    let mut step = |item: &str, done: u64| {
        progress(Progress { work: "assess", item, done, total: Some(4), unit: "steps" });
    };
    step("history and trips", 0);
    let picture = picture(store, as_of, places, settings, Boxes::Declared, None).await?;
    step("consignments", 1);
    let decided = decided(store, as_of).await?;
    let assessed = picture.assess(places, sea, &decided, settings);
    step("keeping", 3);
    let run = store.save_assessments(&act.at(clock::now()), as_of, &assessed.assessments).await?;
    let (status_messages, trips) = (picture.status_messages, picture.all_trips);
    // Millions of small pieces: giving them back takes a second that nobody needs to wait for.
    rayon::spawn(move || drop(picture));
    step("done", 4);
    let mut fired = BTreeMap::new();
    let mut not_evaluated = BTreeMap::new();
    for assessment in &assessed.assessments {
        let codes: HashSet<&str> = assessment.reasons.iter().map(|reason| reason.indicator.code()).collect();
        for code in codes {
            *fired.entry(code.to_owned()).or_insert(0) += 1;
        }
        for entry in &assessment.not_evaluated {
            *not_evaluated.entry(entry.indicator.code().to_owned()).or_insert(0) += 1;
        }
    }
    Ok(AssessReport {
        run,
        as_of,
        status_messages,
        trips,
        consignments: assessed.consignments,
        open: assessed.assessments.len() as u64,
        fired,
        not_evaluated,
        seconds: begun.elapsed().as_secs_f64(),
        latest_received: store.latest_received().await?,
    })
}
