//! What officers and supervisors do with cases: look at the queue, take the next, look at the evidence, search, look at
//! the map and the overview. No HTTP in here.

mod area;
mod container;
mod evidence;
mod map;
mod overview;
mod queue;
mod trips;

pub use area::VisitsAsk;
pub(crate) use evidence::Excerpts;
pub(crate) use queue::{Desk, goods_text, indicator_title, place_name, stop_view};
pub(crate) use trips::{STAYS_MIN, reasons_by_message, track, trip_view, usual_of};

use crate::error::{Error, Result};
use crate::filter::KEYS;
use crate::live::{Act, Live};
use crate::views::{
    AreaView, AreaVisit, Choice, ContainerTrips, Evidence, FilterKey, Lock, MapAnswer, MapSettings, Outcome,
    Overview, Page, QueuePage, QueueRow, SearchAnswer, TripView,
};
use crate::words::Words;
use tidewaiter_model::reason::Indicator;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{LockRow, OutcomeRow};

/// Who looks, and in which language.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// Login.
    pub login: &'a str,
    /// The reader's language.
    pub words: &'a Words,
}

/// A lock as the reader sees it.
pub fn lock_view(live: &Live, lock: &LockRow, reader: Reader<'_>) -> Lock {
    with_desk(live, reader, |desk| desk.lock(lock))
}

/// An outcome as the reader sees it.
pub fn outcome_view(live: &Live, row: &OutcomeRow, reader: Reader<'_>) -> Outcome {
    with_desk(live, reader, |desk| desk.outcome(row))
}

fn with_desk<T>(live: &Live, reader: Reader<'_>, make: impl FnOnce(&Desk<'_>) -> T) -> T {
    let settings = live.settings();
    let names = live.snapshot().map(|snapshot| snapshot.names.clone()).unwrap_or_default();
    make(&Desk { reader, settings: &settings, names: &names, now: live.now(), clock: live.clock() })
}

/// Rows on a page unless the reader says otherwise.
pub const PAGE_DEFAULT: usize = 50;
/// Most rows on a page.
pub const PAGE_MAX: usize = 200;

/// Which page of the queue.
#[derive(Debug, Clone, Default)]
pub struct QueueAsk {
    /// In the filter language; empty for all.
    pub filter: String,
    /// `risk`, `urgency`, `arrival`, `value`, `at_stake`, `office`, `consignee`, with `-` before it the other way
    /// round; empty for `urgency`.
    pub sort: String,
    /// Rows on the page, at most [`PAGE_MAX`]; [`PAGE_DEFAULT`] if not said.
    pub limit: Option<usize>,
    /// The token that the page before gave as `next`.
    pub after: Option<String>,
}

/// A page of the queue.
///
/// # Errors
/// [`Error::Filter`], [`Error::Page`] for an unknown sort or token, [`Error::NothingAssessed`].
pub fn queue_page(live: &Live, ask: &QueueAsk, reader: Reader<'_>) -> Result<QueuePage> {
    queue::page(live, ask, reader)
}

/// How many cases match a filter.
///
/// # Errors
/// [`Error::Filter`], [`Error::NothingAssessed`].
pub fn count(live: &Live, filter: &str, reader: Reader<'_>) -> Result<u64> {
    queue::count(live, filter, reader)
}

/// The keys of the filter language.
pub fn filter_keys(words: &Words) -> Vec<FilterKey> {
    KEYS.iter().map(|key| key.view(words)).collect()
}

/// One case as the queue shows it, also one that is no longer open.
///
/// # Errors
/// [`Error::NoSuchConsignment`].
pub async fn case_row(live: &Live, id: &str, reader: Reader<'_>) -> Result<QueueRow> {
    queue::row(live, id, reader).await
}

/// Takes the most urgent free case of a filter: today's listed ones by deadline, then by score. `leave_out` names one
/// that is passed over.
///
/// # Errors
/// [`Error::NoFreeCase`], [`Error::Filter`], [`Error::NothingAssessed`].
pub async fn take_next(
    live: &Live,
    filter: Option<&str>,
    leave_out: Option<&str>,
    act: &Act<'_>,
    reader: Reader<'_>,
) -> Result<QueueRow> {
    queue::take(live, filter, leave_out, act, reader).await
}

/// Everything a consignment's assessment stands on; as of an earlier time, what was known then.
///
/// # Errors
/// [`Error::NoSuchConsignment`].
pub async fn evidence(live: &Live, id: &str, as_of: Option<UtcTime>, reader: Reader<'_>) -> Result<Evidence> {
    evidence::evidence(live, id, as_of, reader).await
}

/// Every trip of a container.
///
/// # Errors
/// What the store said.
pub async fn trips_of(live: &Live, container: &str, reader: Reader<'_>) -> Result<Vec<TripView>> {
    trips::of_container(live, container, reader).await
}

/// The trips of a container, each judged and set beside what is usual.
///
/// # Errors
/// [`Error::NoSuchContainer`], [`Error::NothingAssessed`], or what the store said.
pub async fn container(live: &Live, number: &str, reader: Reader<'_>) -> Result<ContainerTrips> {
    container::trips(live, number, reader).await
}

/// What passes a port area, how long it stays, and what is unusual this week.
///
/// # Errors
/// [`Error::NoSuchArea`], [`Error::NothingAssessed`], or what the store said.
pub async fn area(live: &Live, code: &str, reader: Reader<'_>) -> Result<AreaView> {
    area::area(live, code, reader).await
}

/// The calls behind a figure of a port area's page, the latest first.
///
/// # Errors
/// The same, and [`Error::Page`] for an unknown token.
pub async fn area_visits(
    live: &Live,
    code: &str,
    ask: &VisitsAsk,
    reader: Reader<'_>,
) -> Result<Page<AreaVisit>> {
    area::visits(live, code, ask, reader).await
}

/// Most older cases that a search gives.
pub const OLDER_MAX: usize = 20;

/// Finds by any number or name, also half-typed or mistyped; among older cases by a whole number.
///
/// # Errors
/// [`Error::NothingAssessed`].
pub fn search(live: &Live, query: &str, limit: usize, reader: Reader<'_>) -> Result<SearchAnswer> {
    let snapshot = live.snapshot().ok_or(Error::NothingAssessed)?;
    let vessels = &live.settings().vessels;
    let mut answer = crate::search::answer(&snapshot, query, limit, vessels, reader.words);
    if let Some(context) = live.context_at_hand() {
        let mut older = context.past.with_number(&tidewaiter_model::identifier::normal_container(query));
        older.retain(|past| snapshot.base.find(&past.id).is_none());
        let shown = older.iter().take(OLDER_MAX);
        let case = |past: &&_| evidence::case_ref(past, Some(&snapshot), snapshot.outcomes.get(&*past.id));
        answer.older = shown.map(case).collect();
        answer.older_count = older.len() as u64;
        answer.older_searched = true;
    }
    Ok(answer)
}

/// Consignments of a filter with their calls.
///
/// # Errors
/// [`Error::Filter`], [`Error::NothingAssessed`].
pub fn map(live: &Live, filter: &str, reader: Reader<'_>) -> Result<MapAnswer> {
    map::map(live, filter, reader)
}

/// The kinds of finding that can be recorded.
pub fn findings(words: &Words) -> Vec<Choice> {
    evidence::findings(words)
}

/// The indicators: code, short name, and what each tests.
pub fn indicators(words: &Words) -> Vec<(&'static str, String, String)> {
    let codes = Indicator::ALL.iter().map(|indicator| indicator.code());
    codes
        .map(|code| (code, queue::indicator_title(code, words), queue::indicator_meaning(code, words)))
        .collect()
}

/// How the administration wants its map.
pub fn map_settings(live: &Live) -> MapSettings {
    live.settings().map.clone()
}

/// How the work goes.
///
/// # Errors
/// [`Error::NothingAssessed`].
pub async fn overview(live: &Live, reader: Reader<'_>) -> Result<Overview> {
    overview::overview(live, reader).await
}
