//! Starting and stopping the server.

use super::access::Role;
use super::limits::{BODIES_BYTES_MAX, HEAD_TIME_MAX, IDEMPOTENCY_KEPT, STOP_TIME_MAX};
use super::{App, VERSION, events, intake, metrics, once, openid_connect, password, router, runs, throttle};
use crate::clock::world_time;
use crate::doors;
use crate::error::{Error, Result};
use crate::live::{Live, LiveOptions};
use crate::settings::{Settings, kept};
use crate::words::Language;
use axum_server::Handle;
use axum_server::accept::NoDelayAcceptor;
use axum_server::tls_rustls::RustlsConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::Store;
use tokio::sync::{Semaphore, watch};

/// Pause between two sweeps of what is kept for a while only.
const SWEEP: Duration = Duration::from_secs(3600);

/// How to serve.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// Where to listen; port 0 picks a free one.
    pub listen: SocketAddr,
    /// Certificate chain and key, PEM files.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// Address of the proxy that ends TLS before this server, and that alone is believed about clients.
    pub behind_proxy: Option<IpAddr>,
    /// The time at which the data stand; what the demo kept, else the clock, unless given.
    pub fixed_time: Option<UtcTime>,
    /// Folder with the truth of the world in the store, for the evaluation.
    pub truth: Option<PathBuf>,
}

/// Serves until the process is told to stop. `ready` is given the address once it answers.
///
/// # Errors
/// [`Error::Use`] when the options are not safe together, saying what to do; what the system said when it cannot
/// listen or read the certificate.
pub async fn serve(
    store: Store,
    folder: &Path,
    settings: Settings,
    mut options: ServeOptions,
    ready: impl FnOnce(&str) + Send,
) -> Result<()> {
    check(&store, &settings, &options).await?;
    let provider = provider(&store, folder, &settings).await?;
    let tls = options.tls.as_ref().map(|(chain, key)| tls(chain, key)).transpose()?;
    let listener = listen(options.listen)?;
    // With port 0 the system has chosen.
    options.listen = listener.local_addr().map_err(|source| cannot_listen(options.listen, source))?;
    if options.fixed_time.is_none() {
        options.fixed_time = world_time(&store).await?;
    }
    let live_options = LiveOptions { fixed_time: options.fixed_time, ..LiveOptions::default() };
    let live = Live::start(store.clone(), settings, live_options).await?;
    let (stop, stopping) = watch::channel(false);
    let metrics = Arc::new(metrics::Metrics::new(VERSION));
    let senders = throttle::Senders::default();
    senders.keep_counts(store.clone());
    let intake = intake::Intake::start(store.clone(), live.clone(), metrics.clone(), senders.clone());
    let hall = doors::Hall {
        live: live.clone(),
        intake: intake.clone(),
        folder: folder.to_owned(),
        senders: senders.clone(),
        states: doors::States::default(),
        stopping: stopping.clone(),
    };
    let app = Arc::new(App {
        metrics,
        passwords: password::Passwords::default(),
        intake,
        ledger: once::Ledger::start(store.clone()),
        doors: hall.states.clone(),
        senders,
        room: Arc::new(Semaphore::new(BODIES_BYTES_MAX / 1024)),
        streams: events::Streams::default(),
        runs: runs::Evaluations::default(),
        provider: RwLock::new(provider),
        changing_settings: tokio::sync::Mutex::default(),
        pendings: openid_connect::Pendings::default(),
        under_way: Mutex::default(),
        mode: Mutex::new(None),
        folder: folder.to_owned(),
        options: options.clone(),
        stopping,
        live,
        store,
    });
    sweep_now_and_then(app.store.clone());
    doors::open(&hall);
    // Read once for all languages; nobody's first page waits for it.
    tokio::task::spawn_blocking(|| super::words(Language::English).is_ok());
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let handle = Handle::new();
    stop_on_signal(handle.clone(), stop);
    let scheme = if tls.is_some() { "https" } else { "http" };
    ready(&format!("{scheme}://{}", options.listen));
    let failed = |source| Error::File { path: options.listen.to_string(), source };
    let mut server =
        axum_server::from_tcp(listener).map_err(failed)?.acceptor(NoDelayAcceptor::new()).handle(handle);
    server.http_builder().http1().header_read_timeout(HEAD_TIME_MAX);
    match tls {
        Some(config) => {
            let acceptor =
                axum_server::tls_rustls::RustlsAcceptor::new(config).acceptor(NoDelayAcceptor::new());
            server.acceptor(acceptor).serve(service).await.map_err(failed)
        }
        None => server.serve(service).await.map_err(failed),
    }
}

fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).map_err(|source| cannot_listen(address, source))
}

fn cannot_listen(address: SocketAddr, source: std::io::Error) -> Error {
    Error::Use(format!("cannot listen on {address}: {source}; name another address with --listen"))
}

/// Signing in elsewhere, where that is set up.
pub(super) async fn provider(
    store: &Store,
    folder: &Path,
    settings: &Settings,
) -> Result<Option<Arc<openid_connect::Provider>>> {
    let Some(set) = &settings.openid_connect else { return Ok(None) };
    let (_, from) = kept(folder, store).await?;
    Ok(Some(Arc::new(openid_connect::Provider::new(set, folder, from)?)))
}

/// Beyond this machine nothing is served without accounts and encryption.
pub(super) async fn check(store: &Store, settings: &Settings, options: &ServeOptions) -> Result<()> {
    let is_local = options.listen.ip().is_loopback() && options.behind_proxy.is_none();
    if is_local {
        return Ok(());
    }
    let accounts = store.accounts().await?;
    let is_administrator = |role: &str| role == Role::Administrator.as_str();
    let can_come = settings.openid_connect.as_ref().is_some_and(|set| set.can_give(Role::Administrator));
    let has_administrator = can_come
        || accounts.iter().any(|account| account.state == "active" && is_administrator(&account.role));
    let is_encrypted = options.tls.is_some() || options.behind_proxy.is_some();
    let listen = options.listen;
    let mut missing = Vec::new();
    if !has_administrator {
        missing.push(
            "there is no active administrator account: make one with `tidewaiter account add LOGIN --role administrator`, or \
             name who is one under openid_connect.roles in the settings",
        );
    }
    if !is_encrypted {
        missing.push(
            "there is no encryption: give --tls-cert and --tls-key, or --behind-proxy with the address of the proxy \
             that ends TLS",
        );
    }
    if missing.is_empty() {
        return Ok(());
    }
    let missing = missing.join("; ");
    Err(Error::Use(format!("refusing to serve {listen} beyond this machine: {missing}")))
}

fn tls(chain: &Path, key: &Path) -> Result<RustlsConfig> {
    let unreadable = |path: &Path, said: String| {
        Error::Use(format!(
            "{}: {said}; give PEM files with the certificate chain and its key",
            path.display()
        ))
    };
    let certificates: std::result::Result<Vec<CertificateDer<'static>>, _> =
        CertificateDer::pem_file_iter(chain).and_then(Iterator::collect);
    let certificates = certificates.map_err(|error| unreadable(chain, error.to_string()))?;
    let private = PrivateKeyDer::from_pem_file(key).map_err(|error| unreadable(key, error.to_string()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let mut config = config
        .map_err(|error| unreadable(chain, error.to_string()))?
        .with_no_client_auth()
        .with_single_cert(certificates, private)
        .map_err(|error| unreadable(chain, error.to_string()))?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(RustlsConfig::from_config(Arc::new(config)))
}

/// SIGINT or SIGTERM: streams end, running requests have some time, then it stops.
fn stop_on_signal(handle: Handle<SocketAddr>, stop: watch::Sender<bool>) {
    tokio::spawn(async move {
        asked_to_stop().await;
        let _ = stop.send(true);
        handle.graceful_shutdown(Some(STOP_TIME_MAX));
    });
}

#[cfg(unix)]
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
}

fn sweep_now_and_then(store: Store) {
    tokio::spawn(async move {
        loop {
            let before = super::ago(IDEMPOTENCY_KEPT);
            if let Err(error) = store.idempotent_sweep(before).await {
                super::problem::log("-", &format!("old idempotency keys could not be removed: {error}"));
            }
            tokio::time::sleep(SWEEP).await;
        }
    });
}
