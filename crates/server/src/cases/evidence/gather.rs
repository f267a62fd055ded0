//! What an evidence page is made of, read from the store on a thread of its own.

use super::excerpts::Excerpts;
use crate::error::{Error, Result};
use crate::live::cases::Case;
use crate::live::row::{Row, RowMaker};
use crate::live::{Live, link};
use crate::words::printable;
use std::sync::Arc;
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{OutcomeRow, Store};

/// What was read.
pub(super) struct Gathered {
    pub(super) assessment: Assessment,
    pub(super) run: i64,
    /// Consignments assessed in that run, and how many of them score higher.
    pub(super) open: u64,
    pub(super) stronger: u64,
    /// Whether messages changed it since the run.
    pub(super) is_fresh: bool,
    pub(super) row: Arc<Row>,
    pub(super) case: Case,
    pub(super) outcomes: Vec<OutcomeRow>,
    pub(super) excerpts: Excerpts,
}

/// Reads everything of a case: of the current run, or of the last one made as of `as_of` or before.
pub(super) async fn gather(live: &Live, id: &str, as_of: Option<UtcTime>) -> Result<Gathered> {
    let store = live.store();
    let (run, mut assessment) = find(store, id, as_of)
        .await?
        .ok_or_else(|| Error::NoSuchConsignment { asked: printable(id), nearest: Vec::new() })?;
    let snapshot = live.snapshot().filter(|snapshot| snapshot.base.run == run);
    // What messages changed since the run is not kept yet.
    let fresh = live.fresh_assessment(id).filter(|_| as_of.is_none() && snapshot.is_some());
    let is_fresh = fresh.is_some();
    if let Some(fresh) = fresh {
        assessment = Assessment::clone(&fresh);
    }
    let shown = snapshot.as_ref().and_then(|snapshot| {
        let at = snapshot.base.find(id)?;
        snapshot.base.row(at).filter(|row| row.open).cloned()
    });
    let (row, open, stronger) = match (shown, &snapshot) {
        (Some(row), Some(snapshot)) => {
            let stronger = snapshot.base.rows().iter().filter(|other| other.open && other.score > row.score);
            let stronger = stronger.count() as u64;
            (row, snapshot.base.open, stronger)
        }
        _ => {
            let all = store.assessments(run).await?;
            let stronger = all.iter().filter(|other| other.score > assessment.score).count() as u64;
            let settings = live.settings();
            let listed = store.selection_of(id).await?;
            let mut maker = RowMaker::new(settings.places(), &settings.queue);
            (Arc::new(maker.row(&assessment, listed.as_ref(), false)), all.len() as u64, stronger)
        }
    };
    let mut gathered = Gathered {
        run,
        open,
        stronger,
        row,
        case: link::case(store, id, live.clock()).await?,
        outcomes: store.outcomes_of(id).await?,
        excerpts: Excerpts::default(),
        is_fresh,
        assessment,
    };
    gathered.excerpts.read(store, &gathered.assessment.reasons).await?;
    Ok(gathered)
}

/// The assessment of the latest run that holds it, no later than `as_of`.
async fn find(store: &Store, id: &str, as_of: Option<UtcTime>) -> Result<Option<(i64, Assessment)>> {
    for run in store.runs().await? {
        if as_of.is_some_and(|as_of| run.as_of > as_of) {
            continue;
        }
        if let Some(assessment) = store.assessment(run.run, id).await? {
            return Ok(Some((run.run, assessment)));
        }
    }
    Ok(None)
}
