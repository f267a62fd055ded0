//! What a monitoring system reads from `/metrics`, in the OpenMetrics text format that Prometheus understands.

use crate::doors::DoorState;
use crate::live::Applied;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

/// Media type of the answer.
pub(super) const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Upper bounds in seconds: the console's promise is 0.2 s, so most of them lie around it.
const SECONDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 10.0];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    method: String,
    route: String,
    status: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    method: String,
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ResultLabels {
    result: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct StateLabels {
    state: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct DoorLabels {
    door: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct DoorResultLabels {
    door: &'static str,
    result: &'static str,
}

/// Everything that is counted.
#[derive(Debug)]
pub(super) struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    seconds: Family<RouteLabels, Histogram, fn() -> Histogram>,
    messages: Family<ResultLabels, Counter>,
    cases: Family<StateLabels, Gauge>,
    quarantine_open: Gauge,
    intake_waiting: Gauge,
    intake_commits: Counter,
    applied_through: Gauge,
    applied_containers: Gauge,
    applied_messages: Gauge,
    doors_open: Family<DoorLabels, Gauge>,
    door_files: Family<DoorResultLabels, Gauge>,
    sign_ins: Family<ResultLabels, Counter>,
    pub(super) streams: Gauge,
    sessions: Gauge,
    last_assessment: Gauge<f64, AtomicU64>,
    memory: Gauge,
}

fn histogram() -> Histogram {
    Histogram::new(SECONDS)
}

impl Metrics {
    pub(super) fn new(version: &str) -> Metrics {
        let mut registry = Registry::with_prefix("tidewaiter");
        let build = Info::new(vec![("version".to_owned(), version.to_owned())]);
        registry.register("build", "What is running", build);
        let requests = Family::<RequestLabels, Counter>::default();
        registry.register("http_requests", "Requests answered", requests.clone());
        let make: fn() -> Histogram = histogram;
        let seconds = Family::<RouteLabels, Histogram, fn() -> Histogram>::new_with_constructor(make);
        let help = "Time until the head of the answer";
        registry.register_with_unit("http_request_duration", help, Unit::Seconds, seconds.clone());
        let messages = Family::<ResultLabels, Counter>::default();
        registry.register("messages", "Messages received by HTTP, by what became of them", messages.clone());
        let cases = Family::<StateLabels, Gauge>::default();
        registry.register("cases", "Open cases by state", cases.clone());
        let quarantine_open = Gauge::default();
        registry.register("quarantine_open", "Messages in quarantine", quarantine_open.clone());
        let intake_waiting = Gauge::default();
        registry.register("intake_waiting", "Files that wait for their commit", intake_waiting.clone());
        let intake_commits = Counter::default();
        registry.register("intake_commits", "Commits of files received by HTTP", intake_commits.clone());
        let applied_through = Gauge::default();
        let help = "Number of the last file whose messages are applied; 0 until they are restored";
        registry.register("applied_through_file", help, applied_through.clone());
        let applied_containers = Gauge::default();
        registry.register(
            "applied_containers",
            "Containers with reports in memory",
            applied_containers.clone(),
        );
        let applied_messages = Gauge::default();
        let help = "Status messages in memory, every version of each";
        registry.register("applied_status_messages", help, applied_messages.clone());
        let doors_open = Family::<DoorLabels, Gauge>::default();
        let help =
            "Whether a door that was asked for stands open: its folder can be read, its broker is connected";
        registry.register("door_open", help, doors_open.clone());
        let door_files = Family::<DoorResultLabels, Gauge>::default();
        let help = "Files or messages that came by a door since the start, by what became of them";
        registry.register("door_files", help, door_files.clone());
        let sign_ins = Family::<ResultLabels, Counter>::default();
        registry.register("sign_ins", "Attempts to sign in", sign_ins.clone());
        let streams = Gauge::default();
        registry.register("event_streams", "Open streams of server-sent events", streams.clone());
        let sessions = Gauge::default();
        registry.register("sessions", "Sessions of signed-in people that hold", sessions.clone());
        let last_assessment = Gauge::default();
        let help = "How long the last assessment of this process took; 0 before the first";
        registry.register_with_unit("last_assessment", help, Unit::Seconds, last_assessment.clone());
        let memory = Gauge::default();
        registry.register_with_unit("process_resident_memory", "Memory in use", Unit::Bytes, memory.clone());
        Metrics {
            registry,
            requests,
            seconds,
            messages,
            cases,
            quarantine_open,
            intake_waiting,
            intake_commits,
            applied_through,
            applied_containers,
            applied_messages,
            doors_open,
            door_files,
            sign_ins,
            streams,
            sessions,
            last_assessment,
            memory,
        }
    }

    pub(super) fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        let (method, route) = (method.to_owned(), route.to_owned());
        let labels =
            RequestLabels { method: method.clone(), route: route.clone(), status: u32::from(status) };
        self.requests.get_or_create(&labels).inc();
        self.seconds.get_or_create(&RouteLabels { method, route }).observe(took.as_secs_f64());
    }

    pub(super) fn messages(&self, counts: &crate::shapes::Counts) {
        let parts = [
            ("accepted", counts.accepted),
            ("duplicate", counts.duplicate),
            ("quarantined", counts.quarantined),
        ];
        for (result, count) in parts {
            self.messages.get_or_create(&ResultLabels { result }).inc_by(count);
        }
    }

    pub(super) fn waiting(&self, files: i64) {
        self.intake_waiting.inc_by(files);
    }

    pub(super) fn committed(&self) {
        self.intake_commits.inc();
    }

    pub(super) fn applied(&self, applied: Applied) {
        self.applied_through.set(applied.through);
        self.applied_containers.set(i64::try_from(applied.containers).unwrap_or(i64::MAX));
        self.applied_messages.set(i64::try_from(applied.status_messages).unwrap_or(i64::MAX));
    }

    pub(super) fn doors(&self, states: &BTreeMap<&'static str, DoorState>) {
        self.doors_open.clear();
        for (door, state) in states {
            self.doors_open.get_or_create(&DoorLabels { door }).set(i64::from(state.ok));
            for (result, count) in [("kept", state.kept), ("refused", state.refused)] {
                let files = self.door_files.get_or_create(&DoorResultLabels { door, result });
                files.set(i64::try_from(count).unwrap_or(i64::MAX));
            }
        }
    }

    pub(super) fn sign_in(&self, result: &'static str) {
        self.sign_ins.get_or_create(&ResultLabels { result }).inc();
    }

    pub(super) fn cases(&self, state: &'static str, count: u64) {
        self.cases.get_or_create(&StateLabels { state }).set(i64::try_from(count).unwrap_or(i64::MAX));
    }

    pub(super) fn quarantine(&self, open: u64) {
        self.quarantine_open.set(i64::try_from(open).unwrap_or(i64::MAX));
    }

    pub(super) fn sessions(&self, holding: u64) {
        self.sessions.set(i64::try_from(holding).unwrap_or(i64::MAX));
    }

    pub(super) fn assessment(&self, seconds: f64) {
        self.last_assessment.set(seconds);
    }

    /// The text.
    pub(super) fn text(&self) -> String {
        self.memory.set(resident_bytes());
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

/// Resident memory as Linux tells it; 0 where it does not.
fn resident_bytes() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kibibytes =
        line.and_then(|line| line.split_whitespace().nth(1)).and_then(|number| number.parse().ok());
    kibibytes.map_or(0, |kibibytes: i64| kibibytes * 1024)
}
