//! What trips are rebuilt with: how far sources are to be trusted and how their clocks run, what unknown places are, and
//! travel times. Learned from the same containers as [`crate::trips`] learns from, by the same learner.

use crate::live::picture::{Reports, counting};
use crate::trips::is_learned_from;
use rayon::prelude::*;
use tidewaiter_model::batch::{StatusBatch, StatusRow};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Gazetteer, Learned, Learner, Report, TripSettings};

/// Learns from what the reports held as of a time.
pub(crate) fn learn_reports(reports: &Reports, as_of: UtcTime, settings: &TripSettings) -> Learned {
    let parts = || (0..reports.parts()).into_par_iter();
    let count = |part: usize| {
        let mut count = 0;
        reports.each_of(part, |_, all| {
            count += all.iter().filter(|kept| kept.row.received <= as_of).count() as u64;
        });
        count
    };
    let messages: u64 = parts().map(count).sum();
    let learn = |part: usize| {
        let mut learner = Learner::new(&reports.texts, &reports.gazetteer, settings);
        let mut rows = Vec::new();
        reports.each_of(part, |container, all| {
            if is_wanted(container, messages) {
                counting(all, as_of, &mut rows);
                add(&mut learner, &rows);
            }
        });
        learner
    };
    merged(parts().map(learn))
}

/// Learns from a batch that is sorted by container.
pub(crate) fn learn_batch(batch: &StatusBatch, gazetteer: &Gazetteer, settings: &TripSettings) -> Learned {
    let messages = batch.rows().len() as u64;
    let containers: Vec<_> = batch.containers().filter(|(name, _)| is_wanted(name, messages)).collect();
    let learners = containers.par_chunks(CONTAINERS_AT_ONCE).map(|containers| {
        let mut learner = Learner::new(&batch.texts, gazetteer, settings);
        containers.iter().for_each(|(_, rows)| add(&mut learner, rows));
        learner
    });
    merged(learners)
}

/// Containers that one learner takes.
const CONTAINERS_AT_ONCE: usize = 4_096;

/// A vessel's call or a document's state is of no container.
fn is_wanted(container: &str, messages: u64) -> bool {
    !container.is_empty() && is_learned_from(container, messages)
}

fn add(learner: &mut Learner<'_>, rows: &[StatusRow]) {
    let numbered = rows.iter().zip(0..);
    let reports: Vec<Report> =
        numbered.map(|(row, message)| Report { message, ..Report::from(row) }).collect();
    learner.add(&reports);
}

fn merged<'a>(learners: impl ParallelIterator<Item = Learner<'a>>) -> Learned {
    let merged = learners.reduce_with(|mut one, other| {
        one.merge(other);
        one
    });
    merged.map_or_else(Learned::default, |learner| learner.finish())
}
