//! What changes between runs: locks, outcomes and versions of cases.

use crate::views::CaseState;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{LockRow, OutcomeRow};

/// What is known of a case beside its assessment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Case {
    /// Counts changes of its lock and outcome.
    pub version: i64,
    /// Who holds it.
    pub lock: Option<LockRow>,
    /// The outcome that counts.
    pub outcome: Option<OutcomeRow>,
}

/// A case nobody has touched.
pub static UNTOUCHED: Case = Case { version: 0, lock: None, outcome: None };

impl Case {
    /// The lock, unless it has ended.
    pub fn lock_at(&self, now: UtcTime) -> Option<&LockRow> {
        self.lock.as_ref().filter(|lock| lock.expires > now)
    }

    /// Free, taken or decided.
    pub fn state(&self, now: UtcTime) -> CaseState {
        if self.outcome.is_some() {
            CaseState::Decided
        } else if self.lock_at(now).is_some() {
            CaseState::Taken
        } else {
            CaseState::Free
        }
    }
}
