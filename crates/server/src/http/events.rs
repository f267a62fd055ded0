//! Server-sent events: what changes on the queue, and on one open case.

use super::caller::Caller;
use super::extract::In;
use super::limits::{STREAM_PING, STREAMS_MAX, STREAMS_PER_SESSION_MAX};
use super::problem::{Answer, Code, Failure};
use super::{App, Shared, words};
use crate::cases::{self, Reader};
use crate::live::Notice;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;

/// How many streams each session has open.
#[derive(Debug, Default, Clone)]
pub(super) struct Streams {
    open: Arc<Mutex<HashMap<String, usize>>>,
}

/// One open stream; counted until it is dropped.
struct Slot {
    streams: Streams,
    key: String,
    app: Arc<App>,
}

impl Streams {
    fn take(&self, app: &Arc<App>, key: String) -> Answer<Slot> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let in_all: usize = open.values().sum();
        let mine = open.get(&key).copied().unwrap_or_default();
        if mine >= STREAMS_PER_SESSION_MAX || in_all >= STREAMS_MAX {
            let detail =
                format!("a session has at most {STREAMS_PER_SESSION_MAX} streams of events; close a tab");
            return Err(Failure::new(Code::RateLimited, detail).retry_after(30));
        }
        *open.entry(key.clone()).or_default() += 1;
        app.metrics.streams.inc();
        Ok(Slot { streams: self.clone(), key, app: app.clone() })
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.key);
            }
        }
        self.app.metrics.streams.dec();
    }
}

/// A stream's state between two events.
struct Feed {
    slot: Slot,
    notices: Receiver<Notice>,
    caller: Caller,
    /// Only this consignment, or the whole queue.
    id: Option<String>,
    greeted: bool,
    ends: Instant,
}

/// What a stream sends next.
enum Next {
    Event(Event),
    Nothing,
    End,
}

/// Changes of the queue
///
/// Events: `hello {run}` at the start and whenever some were missed, `run {run, as_of, total}`, `cases {ids}`,
/// `quarantine {open}`, `ping`.
#[utoipa::path(get, path = "/queue/events", tag = "queue",
    responses((status = 200, content_type = "text/event-stream", body = String)))]
pub(super) async fn queue(
    State(app): Shared,
    caller: Caller,
) -> Answer<Sse<impl Stream<Item = Result<Event, Infallible>>>> {
    open(&app, caller, None)
}

/// Changes of one case
///
/// Events: `hello {run}`, `case {version, state, lock}`, `run {run}`, `ping`.
#[utoipa::path(get, path = "/consignments/{id}/events", tag = "cases", params(("id" = String, Path)),
    responses((status = 200, content_type = "text/event-stream", body = String)))]
pub(super) async fn case(
    State(app): Shared,
    caller: Caller,
    In(id): In<String>,
) -> Answer<Sse<impl Stream<Item = Result<Event, Infallible>>>> {
    let reader = Reader { login: &caller.login, words: words(caller.language)? };
    let row = cases::case_row(&app.live, &id, reader).await?;
    open(&app, caller, Some(row.id))
}

fn open(
    app: &Arc<App>,
    caller: Caller,
    id: Option<String>,
) -> Answer<Sse<impl Stream<Item = Result<Event, Infallible>> + use<>>> {
    let slot = app.streams.take(app, caller.stream_key())?;
    // A stream is no sign of life: it ends when a session without other requests would have ended, and whoever opens
    // it again then has to sign in.
    let idle = u64::try_from(app.idle_seconds()).unwrap_or_default();
    let ends = Instant::now() + Duration::from_secs(idle + 1);
    let feed = Feed { slot, notices: app.live.subscribe(), caller, id, greeted: false, ends };
    let events = unfold(feed, |mut feed| async move {
        loop {
            match feed.next().await {
                Next::Event(event) => return Some((Ok(event), feed)),
                Next::Nothing => {}
                Next::End => return None,
            }
        }
    });
    let ping = KeepAlive::new().interval(STREAM_PING).event(Event::default().event("ping").data("{}"));
    Ok(Sse::new(events).keep_alive(ping))
}

impl Feed {
    async fn next(&mut self) -> Next {
        if !self.greeted {
            self.greeted = true;
            return self.hello();
        }
        let mut stopping = self.slot.app.stopping.clone();
        let stopped = async move {
            let _ = stopping.wait_for(|stop| *stop).await;
        };
        tokio::select! {
            notice = self.notices.recv() => match notice {
                Ok(notice) => self.told(notice).await,
                // Too slow: the reader has to look at everything again.
                Err(RecvError::Lagged(_)) => self.hello(),
                Err(RecvError::Closed) => Next::End,
            },
            () = tokio::time::sleep_until(self.ends) => Next::End,
            () = stopped => Next::End,
        }
    }

    fn hello(&self) -> Next {
        let run = self.slot.app.live.assess_state().last.map(|last| last.run);
        named("hello", &json!({ "run": run }))
    }

    async fn told(&self, notice: Notice) -> Next {
        match (notice, &self.id) {
            (Notice::Run { run, as_of, total }, None) => {
                named("run", &json!({ "run": run, "as_of": as_of, "total": total }))
            }
            (Notice::Run { run, .. }, Some(_)) => named("run", &json!({ "run": run })),
            (Notice::Cases { ids }, None) => named("cases", &json!({ "ids": &ids[..] })),
            (Notice::Cases { ids }, Some(id)) if ids.iter().any(|one| one == id) => self.case(id).await,
            (Notice::Cases { .. }, Some(_)) => Next::Nothing,
            (Notice::Quarantine { open }, None) => named("quarantine", &json!({ "open": open })),
            (Notice::Quarantine { .. }, Some(_)) => Next::Nothing,
        }
    }

    async fn case(&self, id: &str) -> Next {
        let Ok(words) = words(self.caller.language) else { return Next::Nothing };
        let reader = Reader { login: &self.caller.login, words };
        match cases::case_row(&self.slot.app.live, id, reader).await {
            Ok(row) => {
                named("case", &json!({ "version": row.version, "state": row.state, "lock": row.lock }))
            }
            Err(_) => Next::Nothing,
        }
    }
}

fn named(name: &str, data: &Value) -> Next {
    Next::Event(Event::default().event(name).data(data.to_string()))
}
