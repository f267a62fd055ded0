//! The queue at one moment: rows of a run, and over them what changed since.

use super::cases::{Case, UNTOUCHED};
use super::order::{Order, Place, Sort};
use super::row::Row;
use super::rows::Rows;
use crate::filter::{Columns, Filter, Moment};
use crate::search::Index;
use crate::views::QueueCounts;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::OutcomeRow;

/// Changed rows are told from the laid out texts up to this share of all; past it the texts are laid out anew.
const CHANGED_SHARE: usize = 16;

/// The rows of a run, never changed once made.
pub struct Base {
    /// Number of the run.
    pub run: i64,
    /// As of.
    pub as_of: UtcTime,
    /// Day of today's list, days since 1970-01-01 UTC.
    pub day: i64,
    /// Open consignments.
    pub open: u64,
    /// Rows in order of id.
    rows: Rows,
    /// Places of the open rows by rank.
    ranked: Vec<u32>,
    orders: [OnceLock<Arc<Vec<u32>>>; Sort::ALL.len()],
    index: OnceLock<Arc<Index>>,
    columns: OnceLock<Arc<Columns>>,
    /// Places of the rows that are no longer as `columns` has them.
    changed: BTreeSet<u32>,
}

impl Base {
    /// Takes rows of a run, each consignment once, and ranks the open ones by score.
    pub fn new(run: i64, as_of: UtcTime, day: i64, mut rows: Vec<Arc<Row>>) -> Base {
        rows.sort_by(|a, b| a.id.cmp(&b.id));
        rows.dedup_by(|a, b| a.id == b.id);
        let mut open: Vec<usize> =
            (0..rows.len()).filter(|at| rows.get(*at).is_some_and(|row| row.open)).collect();
        open.sort_by(|a, b| match (rows.get(*a), rows.get(*b)) {
            (Some(a), Some(b)) => b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)),
            _ => std::cmp::Ordering::Equal,
        });
        for (rank, at) in (1u32..).zip(&open) {
            if let Some(row) = rows.get(*at) {
                row.rank.set(rank);
            }
        }
        let ranked: Vec<u32> = open.into_iter().map(|at| at as u32).collect();
        let orders = std::array::from_fn(|_| OnceLock::new());
        Base {
            run,
            as_of,
            day,
            open: ranked.len() as u64,
            rows: Rows::new(rows),
            ranked,
            orders,
            index: OnceLock::new(),
            columns: OnceLock::new(),
            changed: BTreeSet::new(),
        }
    }

    /// The same with other rows in the place of some, each of the same consignment and as open as the one before. A row
    /// is taken out of each order and put in where it belongs now; nothing is sorted anew.
    pub fn with_rows(&self, changed: Vec<(u32, Row)>) -> Base {
        let mut base = Base {
            run: self.run,
            as_of: self.as_of,
            day: self.day,
            open: self.open,
            rows: self.rows.clone(),
            ranked: self.ranked.clone(),
            orders: self.orders.clone(),
            index: self.index.clone(),
            columns: self.columns.clone(),
            changed: self.changed.clone(),
        };
        for (at, row) in changed {
            base.put(at, row);
        }
        if base.changed.len() > base.rows.len() / CHANGED_SHARE {
            base.columns = OnceLock::new();
        }
        if base.columns.get().is_none() {
            base.changed.clear();
        }
        base
    }

    fn put(&mut self, at: u32, row: Row) {
        let Some(before) = self.rows.get(at as usize).cloned() else { return };
        row.rank.set(before.rank.get());
        if !Index::is_same(&before, &row) {
            self.index = OnceLock::new();
        }
        let row = Arc::new(row);
        self.rows.put(at as usize, row.clone());
        self.changed.insert(at);
        if before.score.total_cmp(&row.score).is_ne() {
            self.rank_anew(at, &before, &row);
        }
        for (sort, slot) in Sort::ALL.into_iter().zip(&mut self.orders) {
            let (from, to) = (sort.place(&before, self.day), sort.place(&row, self.day));
            let Some(order) = slot.get_mut().filter(|_| from != to) else { continue };
            let order = Arc::make_mut(order);
            let place = |other: &u32| self.rows.get(*other as usize).map(|row| sort.place(row, self.day));
            // Every other row stands in order; the one that moves is found by where it stood.
            let stood = order.partition_point(|other| {
                if *other == at { false } else { place(other).is_some_and(|place| place < from) }
            });
            let Some(stood) = order
                .get(stood..)
                .and_then(|rest| rest.iter().position(|other| *other == at))
                .map(|more| stood + more)
            else {
                continue;
            };
            order.remove(stood);
            let belongs = order.partition_point(|other| place(other).is_some_and(|place| place < to));
            order.insert(belongs, at);
        }
    }

    /// Moves an open row to the rank of its new score, and numbers those between.
    fn rank_anew(&mut self, at: u32, before: &Row, row: &Row) {
        let stood = before.rank.get() as usize;
        if stood == 0 || self.ranked.get(stood - 1) != Some(&at) {
            return;
        }
        self.ranked.remove(stood - 1);
        let first = |other: &Row| row.score.total_cmp(&other.score).then_with(|| other.id.cmp(&row.id));
        let belongs = self.ranked.partition_point(|other| {
            self.rows.get(*other as usize).is_some_and(|other| first(other).is_lt())
        });
        self.ranked.insert(belongs, at);
        let between = belongs.min(stood - 1)..=belongs.max(stood - 1);
        for rank in between {
            if let Some(row) = self.ranked.get(rank).and_then(|at| self.rows.get(*at as usize)) {
                row.rank.set(rank as u32 + 1);
            }
        }
    }

    /// Rows in order of id.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The place of a consignment among the rows.
    pub fn find(&self, id: &str) -> Option<u32> {
        u32::try_from(self.rows.find(id)?).ok()
    }

    /// A row by its place.
    pub fn row(&self, at: u32) -> Option<&Arc<Row>> {
        self.rows.get(at as usize)
    }

    /// Places of all rows in this sort. Sorted when first asked for.
    pub fn order(&self, sort: Sort) -> &[u32] {
        let Some(slot) = self.orders.get(sort as usize) else { return &[] };
        slot.get_or_init(|| {
            let mut keyed: Vec<(Place, u32)> =
                self.rows.par_numbered().map(|(at, row)| (sort.place(row, self.day), at)).collect();
            keyed.par_sort_unstable();
            Arc::new(keyed.into_iter().map(|(_, at)| at).collect())
        })
    }

    /// The index for searching. Made when first asked for.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Arc::new(Index::new(&self.rows)))
    }

    /// The texts that filters look through. Laid out when first asked for.
    pub fn columns(&self) -> &Columns {
        self.columns.get_or_init(|| Arc::new(Columns::new(&self.rows)))
    }

    /// Whether dropping it takes as long as a message may: it alone holds an index.
    pub(super) fn is_heavy(&self) -> bool {
        self.index.get().is_some_and(|index| Arc::strong_count(index) == 1)
    }

    /// Sorts and indexes ahead of the first question.
    pub fn warm(&self) {
        self.order(Sort::Urgency);
        self.order(Sort::Risk);
        self.index();
        self.columns();
    }
}

/// Cases that were touched: locks, outcomes, versions, by place in the rows.
pub type Cases = HashMap<u32, Case>;

/// The outcome that counts for each consignment, also of those that are not among the rows.
pub type Outcomes = HashMap<String, OutcomeRow>;

/// The queue at one moment.
pub struct Snapshot {
    /// The run's rows.
    pub base: Arc<Base>,
    /// What changed since.
    pub cases: Arc<Cases>,
    /// Every outcome that counts.
    pub outcomes: Arc<Outcomes>,
    /// Names by login.
    pub names: Arc<HashMap<String, String>>,
}

/// What matches a filter, counted, and one page of it.
pub struct Found {
    /// Places of the page's rows, in order.
    pub page: Vec<u32>,
    /// Whether more follow.
    pub more: bool,
    /// How many match.
    pub total: u64,
    /// Counts over all that match.
    pub counts: QueueCounts,
}

impl Snapshot {
    /// What is known of a case beside its assessment.
    pub fn case(&self, at: u32) -> &Case {
        self.cases.get(&at).unwrap_or(&UNTOUCHED)
    }

    /// Whether a row belongs to the queue that a filter asks for.
    fn belongs(&self, row: &Row, past: bool) -> bool {
        past || row.open || row.listed.is_some_and(|listed| listed.day == self.base.day)
    }

    /// Places of every row that matches, in order.
    pub fn matching(&self, filter: &Filter, order: Order, moment: &Moment<'_>) -> Vec<u32> {
        let past = filter.asks_for_past();
        let prepared = self.base.columns().prepare(filter);
        // Rows are looked at in the order in which they lie in memory, then put in the order asked for.
        let hits: Vec<bool> = self
            .base
            .rows
            .par_numbered()
            .map(|(at, row)| {
                if self.base.changed.contains(&at) {
                    return self.belongs(row, past) && filter.matches(row, self.case(at), moment);
                }
                prepared.may(at) && self.belongs(row, past) && prepared.matches(row, self.case(at), moment)
            })
            .collect();
        let is_hit = |at: &u32| hits.get(*at as usize).copied().unwrap_or(false);
        let mut found: Vec<u32> = self.base.order(order.sort).iter().copied().filter(is_hit).collect();
        if order.reversed {
            found.reverse();
        }
        found
    }

    /// A page of what matches, after a place.
    pub fn page(
        &self,
        filter: &Filter,
        order: Order,
        after: Option<&Place>,
        limit: usize,
        moment: &Moment<'_>,
    ) -> Found {
        let matching = self.matching(filter, order, moment);
        let passed = |at: &u32| {
            let Some((row, after)) = self.base.row(*at).zip(after) else { return false };
            let place = order.sort.place(row, self.base.day);
            if order.reversed { place >= *after } else { place <= *after }
        };
        let start = if after.is_some() { matching.partition_point(passed) } else { 0 };
        let rest = matching.get(start..).unwrap_or_default();
        Found {
            page: rest.iter().take(limit).copied().collect(),
            more: rest.len() > limit,
            total: matching.len() as u64,
            counts: self.counts(&matching, moment),
        }
    }

    fn counts(&self, matching: &[u32], moment: &Moment<'_>) -> QueueCounts {
        let mut counts = QueueCounts::default();
        let mut in_memory: Vec<u32> = matching.to_vec();
        in_memory.sort_unstable();
        for at in &in_memory {
            let Some(row) = self.base.row(*at) else { continue };
            let case = self.case(*at);
            match case.state(moment.clock) {
                crate::views::CaseState::Free => counts.free += 1,
                crate::views::CaseState::Taken => counts.taken += 1,
                crate::views::CaseState::Decided => counts.decided += 1,
            }
            counts.overdue += u64::from(crate::filter::is_overdue(row, case, moment.now));
            counts.listed += u64::from(row.listed.is_some_and(|listed| listed.day == self.base.day));
        }
        counts
    }
}
