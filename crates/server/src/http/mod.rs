//! The HTTP API under `/api/v1`, the console's files, and the server that answers both.
//!
//! A request passes the guard (`guard`), which knows from one table (`access`) who may do what, then its handler,
//! which turns a use case's document into an answer. No handler decides by itself who is let in.

pub mod access;
pub(crate) mod accounts;
mod audit;
mod callbacks;
mod caller;
mod cases;
mod console;
mod events;
mod extract;
mod filters;
mod guard;
mod health;
pub(crate) mod intake;
mod keys;
pub mod limits;
mod linger;
mod messages;
mod metrics;
mod once;
pub mod openapi;
mod openid_connect;
mod outcomes;
pub mod password;
pub mod problem;
mod quarantine;
mod reference;
mod runs;
pub(crate) mod seal;
mod secret;
mod senders;
pub mod serve;
mod session;
mod settings;
pub(crate) mod throttle;

pub use serve::{ServeOptions, serve};

use crate::cases::{QueueAsk, Reader, queue_page};
use crate::doors;
use crate::live::Live;
use crate::settings::ServerSettings;
use crate::upload::Received;
use crate::views::QueueCounts;
use crate::words::{Language, Words};
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use limits::MODE_AGE_MAX;
use problem::{Answer, Failure, log};
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::time::Instant;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::Store;
use tokio::sync::{Semaphore, watch};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Where the API stands.
pub const PREFIX: &str = "/api/v1";
/// Where every version of the API stands: nothing below is ever answered with the console's page.
const API_ROOT: &str = "/api/";
const METRICS_PATH: &str = "/metrics";
/// Version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What all handlers share.
pub(crate) struct App {
    store: Store,
    live: Live,
    folder: PathBuf,
    options: ServeOptions,
    metrics: Arc<metrics::Metrics>,
    passwords: password::Passwords,
    intake: intake::Intake,
    ledger: once::Ledger,
    doors: doors::States,
    senders: throttle::Senders,
    /// Room for bodies, in KiB.
    room: Arc<Semaphore>,
    streams: events::Streams,
    runs: runs::Evaluations,
    /// Signing in elsewhere, as the settings have it.
    provider: RwLock<Option<Arc<openid_connect::Provider>>>,
    /// Held while settings are changed, so that those kept last are those in force.
    changing_settings: tokio::sync::Mutex<()>,
    pendings: openid_connect::Pendings,
    /// Scopes and keys of requests that must be done once and are being done.
    under_way: Mutex<HashSet<(String, String)>>,
    mode: Mutex<Option<(Instant, bool)>>,
    stopping: watch::Receiver<bool>,
}

/// What handlers take as their state.
type Shared = State<Arc<App>>;

impl App {
    /// Whether people sign in: anybody has an account, or can get one by signing in elsewhere. Looked up now and then,
    /// because accounts are made on the command line too.
    async fn has_accounts(&self) -> Answer<bool> {
        if self.provider().is_some() {
            return Ok(true);
        }
        let known = *self.mode.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, has)) = known
            && at.elapsed() < MODE_AGE_MAX
        {
            return Ok(has);
        }
        let has = self.store.accounts_count().await? > 0;
        self.note_accounts(Some(has));
        Ok(has)
    }

    /// Notes that there are accounts now, or that it must be looked up again.
    fn note_accounts(&self, has: Option<bool>) {
        let known = has.map(|has| (Instant::now(), has));
        *self.mode.lock().unwrap_or_else(PoisonError::into_inner) = known;
    }

    /// Signing in elsewhere, where that is set up.
    fn provider(&self) -> Option<Arc<openid_connect::Provider>> {
        self.provider.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How people are let in.
    fn server(&self) -> ServerSettings {
        self.live.settings().server.clone()
    }

    /// Seconds after which a session without requests ends.
    fn idle_seconds(&self) -> i64 {
        i64::from(self.server().session_idle_minutes) * 60
    }

    /// Whether what is sent travels encrypted, so that cookies can insist on it.
    fn is_encrypted(&self) -> bool {
        self.options.tls.is_some() || self.options.behind_proxy.is_some()
    }
}

/// The instant so long before now.
fn ago(span: std::time::Duration) -> UtcTime {
    later(crate::clock::now(), -(span.as_secs() as i64))
}

/// The instant so many seconds later.
fn later(time: UtcTime, seconds: i64) -> UtcTime {
    UtcTime::from_micros(time.micros().saturating_add(seconds.saturating_mul(1_000_000)))
}

/// The words of a language, loaded once.
fn words(language: Language) -> Answer<&'static Words> {
    static WORDS: OnceLock<Vec<Words>> = OnceLock::new();
    let loaded =
        WORDS.get_or_init(|| Language::ALL.iter().filter_map(|one| Words::load(*one).ok()).collect());
    let found = loaded.iter().find(|words| words.language() == language).or(loaded.first());
    found.ok_or_else(|| Failure::internal("no message files could be loaded"))
}

/// Runs a use case that blocks its thread (Parquet, long computing) away from the threads that answer requests.
async fn aside<T, E, F>(work: F) -> Answer<T>
where
    T: Send + 'static,
    E: Into<Failure> + Send + 'static,
    F: FnOnce() -> Result<T, E> + Send + 'static,
{
    tokio::task::spawn_blocking(work).await.map_err(Failure::internal)?.map_err(Into::into)
}

/// The same for an async use case.
async fn aside_async<T, E, F>(work: F) -> Answer<T>
where
    T: Send + 'static,
    E: Into<Failure> + Send + 'static,
    F: Future<Output = Result<T, E>> + Send + 'static,
{
    let runtime = tokio::runtime::Handle::current();
    aside(move || runtime.block_on(work)).await
}

/// The document that answers a file which came by another door, as the API would: whether the file was kept, and its
/// receipt or the problem that refused it, in JSON.
pub(crate) fn receipt_document(received: Received, sender: Option<String>) -> (bool, Vec<u8>) {
    match messages::receipt(received, sender) {
        Ok(receipt) => (true, serde_json::to_vec_pretty(&receipt).unwrap_or_default()),
        Err(failure) => (false, serde_json::to_vec_pretty(&failure.into_problem("")).unwrap_or_default()),
    }
}

/// A fresh id that is no secret.
pub(crate) fn secret_id() -> String {
    secret::id()
}

/// A digest of several parts, in hexadecimal.
pub(crate) fn digest(parts: &[&[u8]]) -> String {
    secret::sha256_parts(parts)
}

/// Everything that is answered.
fn router(app: Arc<App>) -> Router {
    let (api, _) = openapi::api().split_for_parts();
    let panicked = |_: Box<dyn std::any::Any + Send>| Failure::internal("a handler panicked").into_response();
    Router::new()
        .nest(PREFIX, api)
        .route(METRICS_PATH, get(metrics_text))
        .fallback(console::serve)
        .method_not_allowed_fallback(|| async {
            Failure::new(problem::Code::MethodNotAllowed, "this path does not know that method")
        })
        .layer(DefaultBodyLimit::disable())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), guard::guard))
        .layer(CompressionLayer::new())
        .with_state(app)
}

async fn metrics_text(State(app): Shared) -> Answer<impl IntoResponse> {
    app.metrics.quarantine(app.store.quarantine_open().await?);
    app.metrics.applied(app.live.applied().unwrap_or_default());
    app.metrics.doors(&app.doors.all());
    app.metrics.sessions(app.store.sessions_count(crate::clock::now(), app.idle_seconds()).await?);
    if let Some(seconds) = app.live.assess_state().last.and_then(|last| last.seconds) {
        app.metrics.assessment(seconds);
    }
    let ask = QueueAsk { limit: Some(1), ..QueueAsk::default() };
    let reader = Reader { login: "", words: words(Language::English)? };
    if let Ok(page) = queue_page(&app.live, &ask, reader) {
        let QueueCounts { free, taken, decided, overdue, listed } = page.counts;
        let states = [
            ("free", free),
            ("taken", taken),
            ("decided", decided),
            ("overdue", overdue),
            ("listed", listed),
        ];
        for (state, count) in states {
            app.metrics.cases(state, count);
        }
    }
    Ok(([(header::CONTENT_TYPE, metrics::OPEN_METRICS)], app.metrics.text()))
}
