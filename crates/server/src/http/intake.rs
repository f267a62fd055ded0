//! Group commit: files that many senders send at once are kept in one transaction, and each gets its own receipt.
//!
//! A commit writes files and syncs them to disk, whether it holds one message or a thousand. One task takes what waits,
//! keeps it, and answers only when it is on disk. While it commits, the next group gathers.

use super::limits::{
    GROUP_BYTES_ENOUGH, GROUP_BYTES_MAX, GROUP_FILES_ENOUGH, GROUP_FILES_MAX, GROUP_QUEUE_MAX,
    GROUP_WAIT_MAX, MESSAGE_BYTES_MAX,
};
use super::metrics::Metrics;
use super::problem::{Answer, Code, Failure};
use super::throttle::{Senders, Why};
use crate::ingest::IngestOptions;
use crate::live::Live;
use crate::upload::{Received, Upload, ingest_uploads};
use std::sync::Arc;
use std::time::Duration;
use tidewaiter_store::{Act, Arrivals, SYSTEM, Store};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, timeout_at};

/// How long a group gathers when nobody sent anything just before: a lone sender need not wait.
const LONE_WAIT: Duration = Duration::from_millis(5);
/// Commits that follow each other this closely are a stream, and gather for the whole of [`GROUP_WAIT_MAX`].
const BUSY: Duration = Duration::from_secs(1);

/// Who sent a file.
#[derive(Debug, Clone)]
pub(crate) struct From {
    pub(crate) actor: String,
    pub(crate) origin: String,
    pub(crate) request: String,
}

/// The files of one request.
struct Job {
    uploads: Vec<Upload>,
    bytes: usize,
    from: From,
    answer: oneshot::Sender<Answer<Vec<Received>>>,
}

/// Takes files and keeps them in groups. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Intake {
    jobs: mpsc::Sender<Job>,
    metrics: Arc<Metrics>,
}

impl Intake {
    /// Begins the task that commits.
    pub(super) fn start(store: Store, live: Live, metrics: Arc<Metrics>, senders: Senders) -> Intake {
        let (jobs, waiting) = mpsc::channel(GROUP_QUEUE_MAX);
        let keeper = Keeper { store, live, metrics: metrics.clone(), senders, waiting, committed: None };
        tokio::spawn(keeper.run());
        Intake { jobs, metrics }
    }

    /// Keeps files; answers once they are on disk, each with its receipt or with what is wrong with it, in their order.
    pub(crate) async fn keep(&self, uploads: Vec<Upload>, from: From) -> Answer<Vec<Received>> {
        let (answer, answered) = oneshot::channel();
        let gone =
            |_| Failure::new(Code::Unavailable, "the server is stopping; send it again").retry_after(5);
        let bytes = uploads.iter().map(|upload| upload.bytes.len()).sum();
        self.metrics.waiting(1);
        let sent = self.jobs.send(Job { uploads, bytes, from, answer }).await;
        let received = match sent {
            Ok(()) => answered.await.map_err(|_| gone(())),
            Err(_) => Err(gone(())),
        };
        self.metrics.waiting(-1);
        received?
    }
}

struct Keeper {
    store: Store,
    live: Live,
    metrics: Arc<Metrics>,
    senders: Senders,
    waiting: mpsc::Receiver<Job>,
    committed: Option<Instant>,
}

impl Keeper {
    async fn run(mut self) {
        while let Some(first) = self.waiting.recv().await {
            let group = self.gather(first).await;
            self.commit(group).await;
            self.committed = Some(Instant::now());
        }
    }

    /// What waits already is taken at once. Small groups of a stream wait for more, because each commit syncs the disk
    /// and leaves files; one that is worth its commit does not.
    async fn gather(&mut self, first: Job) -> Vec<Job> {
        let busy = self.committed.is_some_and(|at| at.elapsed() < BUSY);
        let until = Instant::now() + if busy { GROUP_WAIT_MAX } else { LONE_WAIT };
        let (mut files, mut bytes) = (first.uploads.len(), first.bytes);
        let mut group = vec![first];
        while files < GROUP_FILES_MAX && bytes < GROUP_BYTES_MAX {
            let enough = files >= GROUP_FILES_ENOUGH || bytes >= GROUP_BYTES_ENOUGH;
            let next = match self.waiting.try_recv() {
                Ok(job) => Some(job),
                Err(_) if enough => None,
                Err(_) => timeout_at(until, self.waiting.recv()).await.ok().flatten(),
            };
            let Some(job) = next else { break };
            files += job.uploads.len();
            bytes += job.bytes;
            group.push(job);
        }
        group
    }

    async fn commit(&self, group: Vec<Job>) {
        let from = common(&group);
        let mut uploads = Vec::new();
        let mut answers = Vec::with_capacity(group.len());
        for job in group {
            answers.push((job.uploads.len(), job.answer));
            uploads.extend(job.uploads);
        }
        let senders: Vec<Option<String>> = uploads.iter().map(|upload| upload.sender.clone()).collect();
        match self.keep(uploads, from).await {
            Ok((received, arrivals)) => {
                self.metrics.committed();
                let quarantined = received.iter().any(|one| one.report.counts.quarantined > 0);
                received.iter().for_each(|one| self.metrics.messages(&one.report.counts));
                self.count(&senders, &received);
                let mut received = received.into_iter();
                for (count, answer) in answers {
                    // A sender that has gone can ask again: the messages are known then.
                    let _ = answer.send(Ok(received.by_ref().take(count).collect()));
                }
                if arrivals.documents > 0 || self.live.snapshot().is_none() {
                    self.live.messages_arrived();
                }
                self.live.arrived(arrivals);
                if quarantined {
                    let _ = self.live.quarantine_changed().await;
                }
            }
            Err(said) => {
                for (_, answer) in answers {
                    let _ = answer.send(Err(Failure::internal(&said)));
                }
            }
        }
    }

    fn count(&self, senders: &[Option<String>], received: &[Received]) {
        for (sender, received) in senders.iter().zip(received) {
            let Some(sender) = sender else { continue };
            self.senders.charge(sender, received.report.counts.read);
            if received.report.error.is_some() {
                self.senders.refuse(sender, Why::Unreadable);
            }
        }
    }

    async fn keep(&self, uploads: Vec<Upload>, from: From) -> Result<(Vec<Received>, Arrivals), String> {
        let (store, received) = (self.store.clone(), self.live.now());
        let runtime = tokio::runtime::Handle::current();
        let done = tokio::task::spawn_blocking(move || {
            let From { actor, origin, request } = &from;
            let act = Act { actor, origin, request, time: crate::clock::now() };
            let options = IngestOptions { bytes_max: MESSAGE_BYTES_MAX, ..IngestOptions::default() };
            runtime.block_on(ingest_uploads(&store, &act, uploads, received, &options))
        });
        done.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
    }
}

/// Who acts in the commit of a group: the sender where there is one; the program where there are several, whose names
/// stand with their files.
fn common(group: &[Job]) -> From {
    let Some(first) = group.first().map(|job| &job.from) else {
        return From { actor: SYSTEM.to_owned(), origin: "api".to_owned(), request: String::new() };
    };
    if group.iter().all(|job| job.from.actor == first.actor && job.from.origin == first.origin) {
        let request = if group.len() == 1 { first.request.clone() } else { String::new() };
        return From { request, ..first.clone() };
    }
    From {
        actor: SYSTEM.to_owned(),
        origin: format!("api, {} requests", group.len()),
        request: String::new(),
    }
}
