//! From a run in the store to the rows of a snapshot.

use super::link::{PAST_DAYS, past_lists};
use super::row::{Rank, Row, RowMaker};
use super::snapshot::Base;
use crate::error::Result;
use crate::queue::assessment_in_any_run;
use crate::settings::Settings;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use tidewaiter_model::assessment::{Assessment, Selection};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{RunRow, Store};

/// Runs looked through for cases of earlier days; what stands in none of them is not shown.
const RUNS_SEARCHED_MAX: usize = 64;
/// Up to so many missing cases are looked up one by one.
const ONE_BY_ONE_MAX: usize = 8;

/// What rows are made for.
pub(super) struct Plan<'a> {
    pub(super) store: &'a Store,
    pub(super) settings: &'a Settings,
    /// Today, days since 1970-01-01 UTC.
    pub(super) today: i64,
    /// The snapshot before, whose rows of earlier days are taken over.
    pub(super) before: Option<Arc<Base>>,
    /// Whether cases of earlier days are wanted, which takes longer.
    pub(super) past: bool,
}

impl Plan<'_> {
    /// The rows of a run: its open consignments, what is listed today, and with `past` what was listed or decided on
    /// earlier days.
    pub(super) async fn base(&self, run: i64, as_of: UtcTime, assessments: &[Assessment]) -> Result<Base> {
        let day = as_of.day_number();
        let lists = if self.past {
            past_lists(self.store, day.max(self.today)).await?
        } else {
            let today = self.store.selections(day, None).await?;
            today.into_iter().map(|selection| (selection.consignment_id.clone(), selection)).collect()
        };
        let mut maker = RowMaker::new(self.settings.places(), &self.settings.queue);
        let mut rows: Vec<Arc<Row>> = Vec::with_capacity(assessments.len());
        for assessment in assessments {
            let listed = lists.get(&assessment.consignment.id);
            rows.push(Arc::new(maker.row(assessment, listed, true)));
        }
        let mut missing = self.missing(&lists, assessments).await?;
        if let Some(before) = &self.before {
            missing.retain(|id| match before.find(id).and_then(|at| before.row(at)) {
                Some(row) => {
                    rows.push(Arc::new(Row { open: false, rank: Rank::default(), ..Row::clone(row) }));
                    false
                }
                None => true,
            });
        }
        for assessment in self.earlier(missing).await? {
            let listed = lists.get(&assessment.consignment.id);
            rows.push(Arc::new(maker.row(&assessment, listed, false)));
        }
        Ok(Base::new(run, as_of, day, rows))
    }

    /// Listed or decided consignments that the run does not hold, sorted.
    async fn missing(
        &self,
        lists: &HashMap<String, Selection>,
        assessments: &[Assessment],
    ) -> Result<Vec<String>> {
        let held: HashSet<&str> =
            assessments.iter().map(|assessment| assessment.consignment.id.as_str()).collect();
        let mut missing: Vec<String> = lists.keys().cloned().collect();
        if self.past {
            let mut outcomes = self.store.outcomes().await?;
            outcomes.retain(|outcome| outcome.recorded.day_number() >= self.today - PAST_DAYS);
            missing.extend(outcomes.into_iter().map(|outcome| outcome.consignment_id));
        }
        missing.retain(|id| !held.contains(id.as_str()));
        missing.sort_unstable();
        missing.dedup();
        Ok(missing)
    }

    /// The latest assessments of these consignments in earlier runs.
    async fn earlier(&self, mut missing: Vec<String>) -> Result<Vec<Assessment>> {
        let mut found = Vec::new();
        if missing.len() <= ONE_BY_ONE_MAX {
            for id in missing {
                found.extend(assessment_in_any_run(self.store, &id).await?);
            }
            return Ok(found);
        }
        let runs: Vec<RunRow> = self.store.runs().await?;
        for run in runs.iter().take(RUNS_SEARCHED_MAX) {
            if missing.is_empty() {
                break;
            }
            for assessment in self.store.assessments(run.run).await? {
                if let Ok(at) = missing.binary_search(&assessment.consignment.id) {
                    missing.remove(at);
                    found.push(assessment);
                }
            }
        }
        Ok(found)
    }
}
