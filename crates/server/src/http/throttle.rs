//! How much each sender may send, and the count of what was refused.

use super::problem::{Answer, Code, Failure};
use super::{App, log};
use crate::clock;
use crate::settings::SenderLimits;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Refusals, Store};

/// Senders that are remembered; past it those that were silent for a day are forgotten, then nobody new is limited.
const SENDERS_MAX: usize = 100_000;
/// Counts of refusals that wait to be kept.
const COUNTS_MAX: usize = 10_000;
/// Pause between two keepings of them: a flood of refusals must not become a flood of commits.
const KEEP: Duration = Duration::from_secs(2);
const DAY_SECONDS: i64 = 86_400;

/// Why something was refused before it became a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// More messages than a minute allows.
    Messages,
    /// More bytes than a day allows.
    Bytes,
    /// One request was too long.
    Length,
    /// It was not signed as it must be.
    Signature,
    /// It is in no format that is known, or damaged.
    Unreadable,
}

impl Why {
    /// Stable word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Why::Messages => "messages_a_minute",
            Why::Bytes => "bytes_a_day",
            Why::Length => "bytes_a_request",
            Why::Signature => "signature",
            Why::Unreadable => "unreadable",
        }
    }
}

/// What a sender has used.
#[derive(Debug)]
struct Used {
    /// Messages that may still come at once; below zero when the last file had more than there was room for.
    room: f64,
    at: Instant,
    day: i64,
    bytes: u64,
}

/// What must wait, and for how many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wait {
    pub(crate) why: Why,
    pub(crate) seconds: u64,
}

/// What all senders have used, and what was refused of each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Senders(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    used: Mutex<HashMap<String, Used>>,
    refused: Mutex<BTreeMap<(String, Why), u64>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Senders {
    /// Whether a sender may send so many bytes now. Its first call of the process asks the store what it sent today.
    pub(crate) async fn admit(
        &self,
        store: &Store,
        sender: &str,
        limits: SenderLimits,
        bytes: u64,
        now: UtcTime,
    ) -> Result<(), Wait> {
        if bytes > limits.bytes_a_request {
            return Err(Wait { why: Why::Length, seconds: 0 });
        }
        let day = now.day_number();
        if !lock(&self.0.used).contains_key(sender) {
            // Without an answer the day begins with nothing: who asks must not be kept out by that.
            let midnight = UtcTime::from_seconds(day * DAY_SECONDS);
            let sent = store.bytes_since(sender, midnight).await.unwrap_or_default();
            self.remember(
                sender,
                Used { room: f64::from(limits.messages_a_minute), at: Instant::now(), day, bytes: sent },
            );
        }
        let mut used = lock(&self.0.used);
        let Some(used) = used.get_mut(sender) else { return Ok(()) };
        used.refill(limits, day);
        if used.room <= 0.0 {
            let a_second = f64::from(limits.messages_a_minute) / 60.0;
            let seconds = ((1.0 - used.room) / a_second).ceil().clamp(1.0, 86_400.0) as u64;
            return Err(Wait { why: Why::Messages, seconds });
        }
        if used.bytes.saturating_add(bytes) > limits.bytes_a_day {
            let seconds = (day + 1) * DAY_SECONDS - now.micros() / 1_000_000;
            return Err(Wait { why: Why::Bytes, seconds: seconds.max(1) as u64 });
        }
        used.bytes += bytes;
        Ok(())
    }

    fn remember(&self, sender: &str, new: Used) {
        let mut used = lock(&self.0.used);
        if used.len() >= SENDERS_MAX {
            let day = new.day;
            used.retain(|_, one| one.day == day);
        }
        if used.len() < SENDERS_MAX {
            used.entry(sender.to_owned()).or_insert(new);
        }
    }

    /// Counts messages that a sender's file turned out to hold.
    pub(crate) fn charge(&self, sender: &str, messages: u64) {
        if let Some(used) = lock(&self.0.used).get_mut(sender) {
            used.room -= messages as f64;
        }
    }

    /// Counts a refusal.
    pub(crate) fn refuse(&self, sender: &str, why: Why) {
        let mut refused = lock(&self.0.refused);
        if refused.len() < COUNTS_MAX || refused.contains_key(&(sender.to_owned(), why)) {
            *refused.entry((sender.to_owned(), why)).or_default() += 1;
        }
    }

    /// Keeps the counts now and then.
    pub(crate) fn keep_counts(&self, store: Store) {
        let senders = self.clone();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(KEEP).await;
                let counted = std::mem::take(&mut *lock(&senders.0.refused));
                let day = clock::now().date_text();
                let refusals = |((sender, why), count): (&(String, Why), &u64)| Refusals {
                    sender: sender.clone(),
                    day: day.clone(),
                    reason: why.word().to_owned(),
                    count: *count,
                };
                let rows: Vec<Refusals> = counted.iter().map(refusals).collect();
                if let Err(error) = store.refusals_add(&rows).await {
                    log("-", &format!("counts of refusals could not be kept: {error}"));
                    let mut refused = lock(&senders.0.refused);
                    for (key, count) in counted {
                        *refused.entry(key).or_default() += count;
                    }
                }
            }
        });
    }
}

impl Used {
    fn refill(&mut self, limits: SenderLimits, day: i64) {
        let a_minute = f64::from(limits.messages_a_minute);
        self.room = (self.room + self.at.elapsed().as_secs_f64() * a_minute / 60.0).min(a_minute);
        self.at = Instant::now();
        if self.day != day {
            (self.day, self.bytes) = (day, 0);
        }
    }
}

impl App {
    /// Refuses unless a sender may send so many bytes now, and counts the refusal.
    pub(super) async fn admit(&self, sender: &str, bytes: u64) -> Answer<()> {
        let limits = self.live.settings().senders.of(sender);
        let admitted = self.senders.admit(&self.store, sender, limits, bytes, clock::now()).await;
        let Err(Wait { why, seconds }) = admitted else { return Ok(()) };
        self.senders.refuse(sender, why);
        Err(failure(why, seconds, limits))
    }
}

fn failure(why: Why, seconds: u64, limits: SenderLimits) -> Failure {
    let SenderLimits { messages_a_minute, bytes_a_day, bytes_a_request } = limits;
    match why {
        Why::Length => {
            let detail =
                format!("this sender's requests have at most {bytes_a_request} bytes; send less at once");
            Failure::new(Code::TooLarge, detail)
        }
        Why::Bytes => {
            let detail =
                format!("this sender may send {bytes_a_day} bytes a day (UTC); go on after midnight");
            Failure::new(Code::RateLimited, detail).retry_after(seconds)
        }
        _ => {
            let detail =
                format!("this sender may send {messages_a_minute} messages a minute; go on in {seconds} s");
            Failure::new(Code::RateLimited, detail).retry_after(seconds)
        }
    }
}
