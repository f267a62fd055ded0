//! Beginnings and ends of requests with a key, many in one transaction: each commit syncs the disk, and hundreds of
//! senders who waited for one commit of their messages all come at the same moment.

use super::super::limits::{LEDGER_QUEUE_MAX, LEDGER_STEPS_MAX};
use super::super::problem::{Answer, Failure};
use tidewaiter_store::{Begin, Step, StepKind, Store};
use tokio::sync::{mpsc, oneshot};

struct Entry {
    step: Step,
    answer: oneshot::Sender<Result<Begin, String>>,
}

/// Writes down requests with a key. Cheap to clone.
#[derive(Clone)]
pub(in crate::http) struct Ledger {
    entries: mpsc::Sender<Entry>,
}

impl Ledger {
    /// Begins the task that writes.
    pub(in crate::http) fn start(store: Store) -> Ledger {
        let (entries, waiting) = mpsc::channel(LEDGER_QUEUE_MAX);
        tokio::spawn(write(store, waiting));
        Ledger { entries }
    }

    /// Does a step; answers when it is on disk.
    pub(super) async fn step(&self, scope: &str, key: &str, what: StepKind) -> Answer<Begin> {
        let (answer, answered) = oneshot::channel();
        let step = Step { scope: scope.to_owned(), key: key.to_owned(), what };
        let gone = || Failure::internal("requests with a key are no longer written down");
        self.entries.send(Entry { step, answer }).await.map_err(|_| gone())?;
        answered.await.map_err(|_| gone())?.map_err(Failure::internal)
    }
}

/// While one transaction commits, the next ones gather.
async fn write(store: Store, mut waiting: mpsc::Receiver<Entry>) {
    while let Some(first) = waiting.recv().await {
        let (mut steps, mut answers) = (vec![first.step], vec![first.answer]);
        while steps.len() < LEDGER_STEPS_MAX
            && let Ok(Entry { step, answer }) = waiting.try_recv()
        {
            steps.push(step);
            answers.push(answer);
        }
        match store.idempotent_steps(&steps).await {
            Ok(done) => {
                for (answer, done) in answers.into_iter().zip(done) {
                    // A client that has gone asks again under its key.
                    let _ = answer.send(Ok(done));
                }
            }
            Err(error) => {
                for answer in answers {
                    let _ = answer.send(Err(error.to_string()));
                }
            }
        }
    }
}
