//! A broker: messages published under topics, each of which is one sender's (MQTT 3.1.1, quality of service 1).
//!
//! The session is a durable one and acknowledgements are ours: the broker hears that a message has arrived when it is on
//! disk. What it sends again after a broken connection or a kill the store knows again.

use super::{Hall, Told};
use crate::doors::lay::write_whole;
use crate::error::{Error, Result};
use crate::http::intake::From;
use crate::http::receipt_document;
use crate::settings::{MqttAddress, MqttSettings, Settings};
use crate::shapes::Check;
use crate::upload::{Compression, Upload};
use crate::words::printable;
use rumqttc::{
    AsyncClient, ConnectReturnCode, Event, MqttOptions, Packet, Publish, QoS, SubscribeFilter,
    SubscribeReasonCode, TlsConfiguration, Transport,
};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::collections::BTreeMap;
use std::net::ToSocketAddrs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// Under this name it is counted and told of.
pub(crate) const DOOR: &str = "mqtt";
/// Who acts for it, in the audit.
const ACTOR: &str = "door:mqtt";
/// Longest message that is taken from a broker; one that sends a longer one is left and asked again.
const MESSAGE_BYTES_MAX: usize = 64 << 20;
/// Messages that wait to be kept. With more the broker waits.
const QUEUE_MAX: usize = 1_000;
/// Messages kept together.
const BATCH_MAX: usize = 500;
/// Bytes kept together; the last message may exceed it.
const BATCH_BYTES_MAX: usize = 64 << 20;
/// Requests to the broker that wait, which are acknowledgements: more than there can be messages.
const REQUESTS_MAX: usize = 2 * QUEUE_MAX + BATCH_MAX;
/// A broker that hears nothing for so long asks.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// Shortest and longest pause before the next attempt.
const PAUSES: [Duration; 2] = [Duration::from_millis(250), Duration::from_secs(30)];
/// A connection that held so long begins anew with the shortest pause.
const STEADY: Duration = Duration::from_secs(60);
/// How often the settings are looked at.
const LOOK: Duration = Duration::from_secs(1);
/// How long `tidewaiter doctor` waits for the broker.
const PROBE: Duration = Duration::from_secs(3);
/// Where messages that could not be read are kept, in the data folder.
const REFUSED: &str = "refused-mqtt";
/// Most of them. With more the broker keeps what comes.
const REFUSED_MAX: usize = 10_000;

/// Keeps a connection as the settings have it, until the server stops.
pub(super) async fn watch(mut hall: Hall) {
    let mut running: Option<(MqttSettings, JoinHandle<()>)> = None;
    loop {
        let wanted = hall.live.settings().doors.mqtt.clone();
        if running.as_ref().map(|(set, _)| set) != wanted.as_ref() {
            if let Some((_, task)) = running.take() {
                task.abort();
                // Until it has let go: two connections of one name throw each other out.
                let _ = task.await;
                hall.states.forget(DOOR);
            }
            running = wanted.map(|set| {
                let task = tokio::spawn(stay(hall.clone(), set.clone()));
                (set, task)
            });
        }
        tokio::select! {
            _ = hall.stopping.wait_for(|stops| *stops) => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Connects again and again, later and later.
async fn stay(hall: Hall, set: MqttSettings) {
    let mut told = Told::default();
    let mut pause = PAUSES[0];
    loop {
        let begun = tokio::time::Instant::now();
        let said = match connect(&hall, &set, &mut told).await {
            Ok(never) => match never {},
            Err(said) => said,
        };
        hall.states.note(DOOR, |state| {
            state.ok = false;
            state.detail = format!("{} is not connected: {said}", set.address);
        });
        told.tell("broker", BTreeMap::from([(PathBuf::from(&set.address), said)]));
        if begun.elapsed() > STEADY {
            pause = PAUSES[0];
        }
        // Not all servers of an administration at the same moment.
        let share = 0.5 + f64::from(std::process::id() % 512) / 1_024.0;
        tokio::time::sleep(pause.mul_f64(share)).await;
        pause = (pause * 2).min(PAUSES[1]);
    }
}

enum Never {}

/// One connection, with a client of its own: an acknowledgement of an earlier connection can never reach the broker over
/// a later one, where its number may mean another message.
async fn connect(hall: &Hall, set: &MqttSettings, told: &mut Told) -> std::result::Result<Never, String> {
    let options = options(&hall.folder, set).map_err(|error| error.to_string())?;
    let (client, mut connection) = AsyncClient::new(options, REQUESTS_MAX);
    let (queue, waiting) = mpsc::channel(QUEUE_MAX);
    let keeper = Keeper {
        hall: hall.clone(),
        set: set.clone(),
        client: client.clone(),
        waiting,
        told: Told::default(),
    };
    let _keeper = AbortOnDrop(tokio::spawn(keeper.run()));
    loop {
        // A full queue is no reason to stop listening for long: keeping takes milliseconds.
        let room = queue.reserve().await.map_err(|_| "messages are no longer kept".to_owned())?;
        match connection.poll().await.map_err(|error| error.to_string())? {
            Event::Incoming(Packet::ConnAck(answer)) if answer.code == ConnectReturnCode::Success => {
                let filters =
                    set.topics.keys().map(|topic| SubscribeFilter::new(topic.clone(), QoS::AtLeastOnce));
                client.try_subscribe_many(filters).map_err(|error| error.to_string())?;
            }
            Event::Incoming(Packet::SubAck(answer)) => {
                if answer.return_codes.contains(&SubscribeReasonCode::Failure) {
                    return Err("the broker refuses a subscription; look at its access list".to_owned());
                }
                hall.states.note(DOOR, |state| {
                    state.ok = true;
                    state.detail = format!("{} is connected", set.address);
                });
                told.tell("broker", BTreeMap::new());
            }
            Event::Incoming(Packet::Publish(message)) => room.send(message),
            Event::Incoming(Packet::Disconnect) => return Err("the broker ended the connection".to_owned()),
            _ => {}
        }
    }
}

struct AbortOnDrop(JoinHandle<()>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

struct Keeper {
    hall: Hall,
    set: MqttSettings,
    client: AsyncClient,
    waiting: mpsc::Receiver<Publish>,
    told: Told,
}

impl Keeper {
    async fn run(mut self) {
        while let Some(first) = self.waiting.recv().await {
            let mut bytes = first.payload.len();
            let mut batch = vec![first];
            while batch.len() < BATCH_MAX
                && bytes < BATCH_BYTES_MAX
                && let Ok(next) = self.waiting.try_recv()
            {
                bytes += next.payload.len();
                batch.push(next);
            }
            let mut pause = PAUSES[0];
            while let Err(said) = self.keep(&batch).await {
                // The broker has it still. It is kept as soon as it can be.
                self.told.tell("broker", BTreeMap::from([(PathBuf::from(&self.set.address), said)]));
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(PAUSES[1]);
            }
            self.told.tell("broker", BTreeMap::new());
            for message in &batch {
                // Refused only when the connection has gone: then the broker sends it again.
                if self.client.try_ack(message).is_err() {
                    return;
                }
            }
        }
    }

    /// Keeps a batch in one commit, and what cannot be read beside its problem.
    async fn keep(&self, batch: &[Publish]) -> std::result::Result<(), String> {
        let uploads: Vec<Upload> = batch.iter().map(|message| self.upload(message)).collect();
        for upload in &uploads {
            self.hall.admit(upload).await;
        }
        let from = From { actor: ACTOR.to_owned(), origin: ACTOR.to_owned(), request: String::new() };
        let kept = self.hall.intake.keep(uploads, from).await;
        let kept =
            kept.map_err(|failure| failure.internal.clone().unwrap_or_else(|| failure.said().to_owned()))?;
        for (message, received) in batch.iter().zip(kept) {
            let sender = self.sender(&message.topic);
            let (is_kept, document) = receipt_document(received, sender);
            if !is_kept {
                self.lay_aside(message, document).await?;
            }
            self.hall.states.note(DOOR, |state| {
                state.kept += u64::from(is_kept);
                state.refused += u64::from(!is_kept);
            });
        }
        Ok(())
    }

    fn upload(&self, message: &Publish) -> Upload {
        let (sender, bytes) = (self.sender(&message.topic), message.payload.clone());
        Upload { name: printable(&message.topic), sender, bytes, compression: Compression::AsRecognised }
    }

    /// Whose a topic is: of several filters that fit, the longest counts.
    fn sender(&self, topic: &str) -> Option<String> {
        let fitting = self.set.topics.iter().filter(|(filter, _)| rumqttc::matches(topic, filter));
        fitting.max_by_key(|(filter, _)| filter.len()).map(|(_, sender)| sender.clone())
    }

    /// Nobody waits for an answer, so that a message which cannot be read would be gone once it is acknowledged.
    async fn lay_aside(&self, message: &Publish, document: Vec<u8>) -> std::result::Result<(), String> {
        let folder = self.hall.folder.join(REFUSED);
        // By content: the same message sent again lies there once.
        let name = crate::http::digest(&[message.topic.as_bytes(), &message.payload]);
        let payload = message.payload.clone();
        let laid = tokio::task::spawn_blocking(move || -> std::io::Result<()> {
            std::fs::create_dir_all(&folder)?;
            if std::fs::read_dir(&folder)?.count() >= 2 * REFUSED_MAX {
                let said =
                    format!("{} holds {REFUSED_MAX} messages; look at them and clear it", folder.display());
                return Err(std::io::Error::other(said));
            }
            write_whole(&folder.join(&name), &payload)?;
            write_whole(&folder.join(format!("{name}.receipt.json")), &document)
        });
        laid.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
    }
}

fn options(folder: &Path, set: &MqttSettings) -> Result<MqttOptions> {
    let MqttAddress { host, port, is_encrypted } = set.parts();
    let mut options = MqttOptions::new(&set.client_id, host, port);
    options.set_clean_session(false).set_manual_acks(true).set_keep_alive(KEEP_ALIVE);
    options.set_max_packet_size(MESSAGE_BYTES_MAX, 1 << 20);
    if let Some(file) = &set.credentials_file {
        let (name, password) = credentials(&folder.join(file))?;
        options.set_credentials(name, password);
    }
    if is_encrypted {
        options.set_transport(Transport::tls_with_config(tls(folder, set)?));
    }
    Ok(options)
}

/// The first line is the name, the second the password.
fn credentials(path: &Path) -> Result<(String, String)> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|source| Error::File { path: name.clone(), source })?;
    let mut lines = text.lines().map(|line| line.trim_end_matches('\r').to_owned());
    match (lines.next(), lines.next()) {
        (Some(user), Some(password)) if !user.is_empty() => Ok((user, password)),
        _ => Err(Error::Use(format!(
            "{name}: write the broker's user in the first line and the password in the second"
        ))),
    }
}

fn tls(folder: &Path, set: &MqttSettings) -> Result<TlsConfiguration> {
    let mut roots = rustls::RootCertStore::empty();
    match &set.ca_file {
        Some(file) => {
            let path = folder.join(file);
            let wrong = |said: String| {
                Error::Use(format!("{}: {said}; give a PEM file of authorities", path.display()))
            };
            let found = CertificateDer::pem_file_iter(&path).map_err(|error| wrong(error.to_string()))?;
            for certificate in found {
                let certificate = certificate.map_err(|error| wrong(error.to_string()))?;
                roots.add(certificate).map_err(|error| wrong(error.to_string()))?;
            }
            if roots.is_empty() {
                return Err(wrong("there is no certificate in it".to_owned()));
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|error| Error::Use(error.to_string()))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth().into())
}

/// What `tidewaiter doctor` says of it: a broker knows one connection of a name, so only its address is tried.
pub(crate) fn check(data: &Path, settings: &Settings) -> Option<Check> {
    let set = settings.doors.mqtt.as_ref()?;
    let MqttAddress { host, port, is_encrypted } = set.parts();
    let reach = || -> std::result::Result<(), String> {
        options(data, set).map_err(|error| error.to_string())?;
        let mut found = (host.as_str(), port).to_socket_addrs().map_err(|error| error.to_string())?;
        let address = found.next().ok_or("it has no address")?;
        std::net::TcpStream::connect_timeout(&address, PROBE).map(|_| ()).map_err(|error| error.to_string())
    };
    let refused = std::fs::read_dir(data.join(REFUSED)).map_or(0, |entries| entries.flatten().count() / 2);
    let name = "broker".to_owned();
    Some(match reach() {
        Err(said) => Check { name, ok: false, detail: format!("{}: {said}", set.address) },
        Ok(()) => {
            let mut detail = format!("{} can be reached", set.address);
            if !is_encrypted {
                detail.push_str(", without encryption");
            }
            if refused > 0 {
                detail.push_str(&format!("; {refused} messages that cannot be read stand in {REFUSED}"));
            }
            Check { name, ok: true, detail }
        }
    })
}
