//! From messages to the outcomes of all containers: the part that one machine and a cluster's worker share.

use super::columns::Columns;
use super::feed::{Feed, pack, pack_batch};
use super::hold::{Budget, Piece};
use super::limits::{BUCKETS, LEARN_MESSAGES_MIN, LEARN_SHARE_LOG_MAX};
use super::numbers::{ContainerKey, OddTexts};
use super::pack::{Packer, Shared};
use super::rebuild::{Bench, Rebuilding, Run, learn_bucket};
use super::words::Vocabulary;
use super::{Counts, Fault, Refused};
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Facts, Gazetteer, JudgeAreas, Kernel, Learned, Learner, NormalRoutes, TripSettings};

/// The packed messages of all inputs.
pub(super) struct Packed {
    pub(super) vocabulary: Vocabulary,
    pub(super) odd: OddTexts,
    /// Taken by whoever rebuilds the bucket.
    buckets: Vec<Mutex<Vec<Piece>>>,
    pub(super) counts: Counts,
    /// When the last message was known.
    pub(super) latest: UtcTime,
    pub(super) refused: Vec<Refused>,
}

/// How messages are taken and rebuilt.
pub(super) struct Engine<'a> {
    pub(super) threads: usize,
    pub(super) places: &'a Places,
    pub(super) budget: &'a Budget,
    /// Use only what was received up to this time.
    pub(super) as_of: Option<UtcTime>,
    /// Whether trips are judged, for which more is kept of each message.
    pub(super) score: bool,
    /// Whether events are written.
    pub(super) events: bool,
}

/// The outcomes of all containers, in runs that are each in order.
pub(super) struct Rebuilt {
    pub(super) runs: Vec<Run>,
    pub(super) counts: Counts,
    /// What was learned from the trips; not yet settled.
    pub(super) routes: NormalRoutes,
}

/// What is used to rebuild.
pub(super) struct RebuildWith<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) learned: &'a Learned,
    pub(super) settings: &'a TripSettings,
    /// Areas and time for learning what is normal; nothing is learned if `None`.
    pub(super) learn: Option<(&'a JudgeAreas, UtcTime)>,
}

impl Engine<'_> {
    fn packer<'s>(&'s self, shared: &'s Shared) -> Packer<'s> {
        Packer::new(shared, self.budget, self.threads, self.as_of, self.score)
    }

    /// Reads and packs every input of the feed on all threads.
    pub(super) fn pack(&self, feed: Feed, show: &mut (dyn FnMut(u64) + Send)) -> Result<Packed, Fault> {
        let shared = Shared::default();
        let refused = Mutex::new(Vec::new());
        let source = Mutex::new((feed, show));
        let next = |spare| {
            let mut held = source.lock().unwrap_or_else(PoisonError::into_inner);
            let (feed, show) = &mut *held;
            let next = feed.next(spare)?;
            if let Some((_, done)) = &next {
                show(*done);
            }
            Ok::<_, Fault>(next.map(|(work, _)| work))
        };
        let packed = self.on_threads(|| {
            let mut packer = self.packer(&shared);
            let mut spare = None;
            while let Some(work) = next(spare.take())? {
                spare = pack(work, &mut packer, &refused)?;
            }
            Ok(Part::of(packer))
        })?;
        let refused = refused.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(gathered(packed, shared, refused))
    }

    /// Packs record batches, one after another.
    pub(super) fn pack_batches(
        &self,
        name: &str,
        schema: &SchemaRef,
        batches: impl Iterator<Item = Result<RecordBatch, Fault>>,
    ) -> Result<Packed, Fault> {
        let shared = Shared::default();
        let refused = Mutex::new(Vec::new());
        let mut packer = self.packer(&shared);
        // Of a partition without rows too.
        Columns::of(&RecordBatch::new_empty(schema.clone()), name)?;
        let mut row = 0;
        for batch in batches {
            let batch = batch?;
            pack_batch(&batch, name, row, &mut packer, &refused)?;
            row += batch.num_rows() as u64;
        }
        let part = Part::of(packer);
        let refused = refused.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(gathered(vec![part], shared, refused))
    }

    /// The areas of all places that occur.
    pub(super) fn gazetteer(&self, packed: &Packed) -> Gazetteer {
        let places = packed.vocabulary.places.iter().copied();
        Gazetteer::new(&packed.vocabulary.texts, self.places, places)
    }

    /// Learns of sources, places and travel times from a part of the containers.
    ///
    /// Which part depends on the number of messages in all, on this machine and elsewhere, and on each container's
    /// number alone: all machines of a job learn from the same containers as one machine would.
    pub(super) fn learn<'p>(
        &self,
        packed: &'p Packed,
        gazetteer: &'p Gazetteer,
        settings: &'p TripSettings,
        messages: u64,
    ) -> Result<Learner<'p>, Fault> {
        let share_log = learn_share_log(messages);
        let buckets = packed.buckets.get(..BUCKETS >> share_log).unwrap_or_default();
        // Odd numbers are dealt in order of first sight, so they are learned from only where all are.
        let odd = (share_log == 0).then_some(&packed.odd);
        let next = AtomicUsize::new(0);
        let learned = self.on_threads(|| {
            let mut learner = Learner::new(&packed.vocabulary.texts, gazetteer, settings);
            while let Some(bucket) = buckets.get(next.fetch_add(1, Ordering::Relaxed)) {
                let pieces = bucket.lock().unwrap_or_else(PoisonError::into_inner);
                learn_bucket(&pieces, &packed.vocabulary, odd, &mut learner)?;
            }
            Ok(learner)
        })?;
        let mut learned = learned.into_iter();
        let mut all = learned.next().ok_or(Fault::Defect("no thread learned"))?;
        learned.for_each(|one| all.merge(one));
        Ok(all)
    }

    /// Rebuilds all containers, and checks that every message was counted once.
    pub(super) fn rebuild(&self, packed: &Packed, by: &RebuildWith<'_>) -> Result<Rebuilt, Fault> {
        let vocabulary = &packed.vocabulary;
        let events = self.events || self.score;
        let with = Rebuilding { vocabulary, odd: &packed.odd, budget: self.budget, events };
        let next = AtomicUsize::new(0);
        let done = self.on_threads(|| {
            let kernel = Kernel::new(&vocabulary.texts, by.gazetteer, by.learned, by.settings);
            let mut bench = Bench::new(&with, kernel);
            let mut runs = Vec::new();
            let as_of = by.learn.map_or(UtcTime::MIN, |(_, as_of)| as_of);
            let mut routes = NormalRoutes::empty(as_of);
            let mut learn = |facts: &Facts| {
                if let Some((areas, _)) = by.learn {
                    routes.add(facts, areas, &vocabulary.texts);
                }
            };
            while let Some(bucket) = packed.buckets.get(next.fetch_add(1, Ordering::Relaxed)) {
                let pieces = std::mem::take(&mut *bucket.lock().unwrap_or_else(PoisonError::into_inner));
                runs.push(bench.bucket(pieces, &mut learn)?);
            }
            Ok((runs, bench.counts(), routes))
        })?;
        let routes = NormalRoutes::empty(by.learn.map_or(UtcTime::MIN, |(_, as_of)| as_of));
        let mut rebuilt = Rebuilt { runs: Vec::new(), counts: packed.counts, routes };
        for (runs, counts, routes) in done {
            rebuilt.runs.extend(runs);
            rebuilt.counts.add(counts);
            rebuilt.routes.add_table(&routes);
        }
        rebuilt.counts.check()?;
        Ok(rebuilt)
    }

    /// Does the same on every thread; the first fault of any counts.
    pub(super) fn on_threads<T: Send>(
        &self,
        work: impl Fn() -> Result<T, Fault> + Sync,
    ) -> Result<Vec<T>, Fault> {
        let work = &work;
        std::thread::scope(|scope| {
            let threads: Vec<_> = (1..self.threads).map(|_| scope.spawn(work)).collect();
            let mut results = vec![work()];
            let ended = |thread: std::thread::ScopedJoinHandle<'_, _>| {
                thread.join().unwrap_or(Err(Fault::Defect("a thread failed")))
            };
            results.extend(threads.into_iter().map(ended));
            results.into_iter().collect()
        })
    }
}

/// Of so many messages, the containers in a share of 2 to minus this are learned from.
fn learn_share_log(messages: u64) -> u32 {
    (messages / LEARN_MESSAGES_MIN).checked_ilog2().unwrap_or(0).min(LEARN_SHARE_LOG_MAX)
}

/// Whether [`Engine::learn`] learns from a container where there are so many messages.
pub(crate) fn is_learned_from(container: &str, messages: u64) -> bool {
    let share_log = learn_share_log(messages);
    let in_share = |key: ContainerKey| key.bucket() < BUCKETS >> share_log;
    share_log == 0 || ContainerKey::of_shape(container.as_bytes()).is_some_and(in_share)
}

/// What one packer made.
struct Part {
    buckets: Vec<Vec<Piece>>,
    counts: Counts,
    latest: UtcTime,
}

impl Part {
    fn of(packer: Packer<'_>) -> Part {
        Part { counts: packer.counts, latest: packer.latest, buckets: packer.finish() }
    }
}

fn gathered(parts: Vec<Part>, shared: Shared, refused: Vec<Refused>) -> Packed {
    let mut buckets: Vec<Vec<Piece>> = (0..BUCKETS).map(|_| Vec::new()).collect();
    let (mut counts, mut latest) = (Counts::default(), UtcTime::MIN);
    for part in parts {
        for (bucket, pieces) in buckets.iter_mut().zip(part.buckets) {
            bucket.extend(pieces);
        }
        counts.add(part.counts);
        latest = latest.max(part.latest);
    }
    Packed {
        vocabulary: shared.words.finish(),
        odd: shared.odd.finish(),
        buckets: buckets.into_iter().map(Mutex::new).collect(),
        counts,
        latest,
        refused,
    }
}
