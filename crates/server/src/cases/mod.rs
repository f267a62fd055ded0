//! What officers and supervisors do with cases: look at the queue, take the next, look at the evidence, search, look at
//! the map and the overview. No HTTP in here.

use crate::error::{Error, Result};
use crate::live::{Act, Live};
use crate::views::{
    Evidence, FilterKey, MapAnswer, MapSettings, Overview, QueuePage, QueueRow, SearchAnswer, TripView,
};
use crate::words::Words;
use tidewaiter_model::time::UtcTime;

/// Who looks, and in which language.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// Login.
    pub login: &'a str,
    /// The reader's language.
    pub words: &'a Words,
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
pub fn queue_page(_live: &Live, _ask: &QueueAsk, _reader: Reader<'_>) -> Result<QueuePage> {
    Err(Error::NothingAssessed)
}

/// How many cases match a filter.
///
/// # Errors
/// [`Error::Filter`], [`Error::NothingAssessed`].
pub fn count(_live: &Live, _filter: &str, _reader: Reader<'_>) -> Result<u64> {
    Err(Error::NothingAssessed)
}

/// The keys of the filter language.
pub fn filter_keys(_words: &Words) -> Vec<FilterKey> {
    Vec::new()
}

/// One case as the queue shows it, also one that is no longer open.
///
/// # Errors
/// [`Error::NoSuchConsignment`].
pub async fn case_row(_live: &Live, _id: &str, _reader: Reader<'_>) -> Result<QueueRow> {
    Err(Error::NothingAssessed)
}

/// Takes the most urgent free case of a filter: today's listed ones by deadline, then by score. `leave_out` names one
/// that is passed over.
///
/// # Errors
/// [`Error::NoFreeCase`], [`Error::Filter`], [`Error::NothingAssessed`].
pub async fn take_next(
    _live: &Live,
    _filter: Option<&str>,
    _leave_out: Option<&str>,
    _act: &Act<'_>,
    _reader: Reader<'_>,
) -> Result<QueueRow> {
    Err(Error::NoFreeCase)
}

/// Everything a consignment's assessment stands on; as of an earlier time, what was known then.
///
/// # Errors
/// [`Error::NoSuchConsignment`].
pub async fn evidence(
    _live: &Live,
    _id: &str,
    _as_of: Option<UtcTime>,
    _reader: Reader<'_>,
) -> Result<Evidence> {
    Err(Error::NothingAssessed)
}

/// Every trip of a container.
///
/// # Errors
/// What the store said.
pub async fn trips_of(_live: &Live, _container: &str, _reader: Reader<'_>) -> Result<Vec<TripView>> {
    Ok(Vec::new())
}

/// Finds by any number or name, also half-typed or mistyped.
///
/// # Errors
/// [`Error::NothingAssessed`].
pub fn search(_live: &Live, _query: &str, _limit: usize, _reader: Reader<'_>) -> Result<SearchAnswer> {
    Err(Error::NothingAssessed)
}

/// Consignments of a filter with their calls.
///
/// # Errors
/// [`Error::Filter`], [`Error::NothingAssessed`].
pub fn map(_live: &Live, _filter: &str, _reader: Reader<'_>) -> Result<MapAnswer> {
    Err(Error::NothingAssessed)
}

/// How the administration wants its map.
pub fn map_settings(_live: &Live) -> MapSettings {
    MapSettings::default()
}

/// How the work goes.
///
/// # Errors
/// [`Error::NothingAssessed`].
pub async fn overview(_live: &Live, _reader: Reader<'_>) -> Result<Overview> {
    Err(Error::NothingAssessed)
}
