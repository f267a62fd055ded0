//! What the live picture reads of the store between runs.

use super::cases::Case;
use super::snapshot::{Cases, Outcomes};
use crate::error::Result;
use crate::live::Base;
use std::collections::HashMap;
use tidewaiter_model::assessment::Selection;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::Store;

/// Days of earlier lists and outcomes that stay in memory, so that figures over them open their rows.
pub const PAST_DAYS: i64 = 92;

/// Every outcome that counts, by consignment.
pub(super) async fn outcomes(store: &Store) -> Result<Outcomes> {
    let rows = store.latest_outcome_rows().await?;
    Ok(rows.into_iter().map(|row| (row.outcome.consignment_id.clone(), row)).collect())
}

/// Every case of the rows that was ever touched.
pub(super) async fn cases(store: &Store, base: &Base, outcomes: &Outcomes, now: UtcTime) -> Result<Cases> {
    let mut cases = Cases::new();
    let mut touch = |id: &str, change: &mut dyn FnMut(&mut Case)| {
        if let Some(at) = base.find(id) {
            change(cases.entry(at).or_default());
        }
    };
    for (id, row) in outcomes {
        touch(id, &mut |case| case.outcome = Some(row.clone()));
    }
    for lock in store.locks(now).await? {
        touch(&lock.consignment_id.clone(), &mut |case| case.lock = Some(lock.clone()));
    }
    let ids: Vec<&str> = base.rows().iter().map(|row| row.id.as_ref()).collect();
    for (id, version) in store.case_versions(&ids).await? {
        touch(&id, &mut |case| case.version = version);
    }
    Ok(cases)
}

/// One case as it stands in the store.
pub async fn case(store: &Store, id: &str, now: UtcTime) -> Result<Case> {
    // First, so that what is read with it is as new or newer: whoever changes the case later has a higher one.
    let version = store.case_version(id).await?;
    let mut outcomes = store.outcomes_of(id).await?;
    outcomes.retain(|row| row.withdrawn.is_none());
    Ok(Case { version, lock: store.lock_of(id, now).await?, outcome: outcomes.pop() })
}

/// The lists of the last [`PAST_DAYS`] days, by consignment.
pub(super) async fn past_lists(store: &Store, today: i64) -> Result<HashMap<String, Selection>> {
    let mut lists = HashMap::new();
    for day in today - PAST_DAYS..=today {
        for selection in store.selections(day, None).await? {
            lists.insert(selection.consignment_id.clone(), selection);
        }
    }
    Ok(lists)
}

/// Names by login.
pub(super) async fn names(store: &Store) -> Result<HashMap<String, String>> {
    Ok(store.accounts().await?.into_iter().map(|account| (account.login, account.name)).collect())
}
