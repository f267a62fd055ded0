//! Applying messages one by one in this process, with many containers in memory beside a demo's open consignments.

use crate::world;
use std::path::Path;
use std::time::{Duration, Instant};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::provenance::{ByteSpan, MessageRef, Provenance};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use tidewaiter_server::clock::world_time;
use tidewaiter_server::live::{Live, LiveOptions};
use tidewaiter_server::settings::Settings;
use tidewaiter_server::{Options, Store};
use tidewaiter_store::Arrivals;

/// Containers filled in at a time.
const FILLED_AT_ONCE: u64 = 20_000;
/// Files of these messages are numbered from here on: no evidence page looks for them.
const FIRST_FILE: i64 = 1 << 40;

/// One message as the store hands it on.
fn arrival(arrivals: &mut Arrivals, row: &str, number: u64, received: UtcTime) {
    let mut cells = row.trim_end().split(',');
    let mut cell = || cells.next().unwrap_or_default();
    let (id, container, event, time, place) = (cell(), cell(), cell(), cell(), cell());
    let (full_empty, vessel, carrier, source) = (cell(), cell(), cell(), cell());
    let event = StatusEvent {
        message_id: id.into(),
        container: container.into(),
        event: EventCode::from_code(event.as_bytes()).unwrap_or(EventCode::Other),
        event_time: time.parse().unwrap_or(received),
        location: place.into(),
        full_empty: FullEmpty::from_code(full_empty.as_bytes()),
        vessel_imo: (!vessel.is_empty()).then(|| vessel.into()),
        voyage: None,
        seal: None,
        gross_mass_kg: None,
        size_type: None,
        carrier: Some(carrier.into()),
        source: source.into(),
        classifier: Classifier::Actual,
        created: None,
        received: None,
        transport_document: None,
    };
    let message = MessageRef {
        file: FIRST_FILE + (number / 1_000) as i64,
        span: ByteSpan::new(number % 1_000 * 110, 110),
    };
    arrivals.status.push_event(&event, Provenance { message, received });
    arrivals.keys.push(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    arrivals.conflicts.push(false);
}

fn resident_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or(0) / 1_024
}

/// How long each message took on the clock, and how long a processor worked on it: on a busy machine they differ.
#[derive(Default)]
struct Times {
    clock: Vec<Duration>,
    processor: Vec<Duration>,
}

impl Times {
    fn add(&mut self, begun: (Instant, Duration)) {
        self.clock.push(begun.0.elapsed());
        self.processor.push(processor_time().saturating_sub(begun.1));
    }

    fn begin() -> (Instant, Duration) {
        (Instant::now(), processor_time())
    }

    fn said(self, what: &str) {
        let count = self.clock.len();
        let [clock, processor] = [self.clock, self.processor].map(|mut times| {
            times.sort_unstable();
            let micros = |share: f64| {
                let at = ((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1));
                times.get(at).map_or(0, |time| time.as_nanos() as u64) as f64 / 1_000.0
            };
            format!("p50 {:.1} us, p99 {:.1} us, max {:.1} us", micros(0.5), micros(0.99), micros(1.0))
        });
        println!("{what}: {count} messages, {clock}; on a processor {processor}");
    }
}

/// What this thread has used of a processor; nothing where the system does not tell.
fn processor_time() -> Duration {
    #[cfg(target_os = "linux")]
    {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        Duration::new(time.tv_sec.cast_unsigned(), time.tv_nsec as u32)
    }
    #[cfg(not(target_os = "linux"))]
    Duration::ZERO
}

/// Fills the picture, then applies messages one by one and says how long each took.
pub(crate) async fn run(folder: &str, containers: u64, reports: u64, messages: u64) -> Result<(), String> {
    let options = Options { folder: Path::new(folder).to_owned(), database: None };
    let store = Store::open(&options).await.map_err(|error| error.to_string())?;
    let fixed_time = world_time(&store).await.map_err(|error| error.to_string())?;
    let live_options = LiveOptions { fixed_time, ..LiveOptions::default() };
    let live =
        Live::start(store, Settings::default(), live_options).await.map_err(|error| error.to_string())?;
    live.current_context().await.map_err(|error| error.to_string())?;
    while live.applied().is_none() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let now = live.now();
    let before = resident_mib();
    let begun = Instant::now();
    let mut row = String::new();
    for first in (0..containers).step_by(FILLED_AT_ONCE as usize) {
        let mut arrivals = Arrivals::default();
        for container in first..(first + FILLED_AT_ONCE).min(containers) {
            for report in 0..reports {
                row.clear();
                world::row(&mut row, container, report);
                arrival(&mut arrivals, &row, report * containers + container, now);
            }
        }
        live.apply_now(&arrivals);
    }
    let applied = live.applied().unwrap_or_default();
    println!(
        "in memory: {} containers, {} status messages, {} MiB packed, {} MiB resident ({before} MiB before), filled in {:.1} s",
        applied.containers,
        applied.status_messages,
        applied.packed_bytes >> 20,
        resident_mib(),
        begun.elapsed().as_secs_f64()
    );
    any_container(&live, containers, reports, messages, now).await?;
    consignments(&live, containers * (reports + 100), messages / 4, now);
    Ok(())
}

/// Messages of any container: applied, then its trips rebuilt and judged as for a page.
async fn any_container(
    live: &Live,
    containers: u64,
    reports: u64,
    messages: u64,
    now: UtcTime,
) -> Result<(), String> {
    let context = live.current_context().await.map_err(|error| error.to_string())?;
    let (mut applied, mut judged) = (Times::default(), Times::default());
    let (mut trips, mut reasons) = (0, 0);
    let mut row = String::new();
    for number in 0..messages {
        let container = number.wrapping_mul(7_919) % containers;
        row.clear();
        world::row(&mut row, container, reports + number / containers);
        let mut arrivals = Arrivals::default();
        arrival(&mut arrivals, &row, containers * reports + number, now);
        let begun = Times::begin();
        live.apply_now(&arrivals);
        applied.add(begun);
        for trip in live.trips_now(&world::container(container)).unwrap_or_default() {
            trips += 1;
            let (places, sea, settings) = (Places::builtin(), SeaNetwork::builtin(), live.settings());
            let (found, _) =
                tidewaiter_trips::judge(&trip, &context.routes, places, sea, now, &settings.risk.trips);
            reasons += found.len();
        }
        judged.add(begun);
    }
    applied.said("a message of any container, applied");
    judged.said("  and all trips of the container rebuilt and judged");
    println!("  {trips} trips and {reasons} reasons were looked at");
    Ok(())
}

/// Messages of containers that open consignments name: applied, assessed, exchanged on the queue.
fn consignments(live: &Live, first: u64, messages: u64, now: UtcTime) {
    let Some(snapshot) = live.snapshot() else { return };
    let open = snapshot.base.rows().iter().filter(|row| row.open);
    let named: Vec<String> =
        open.flat_map(|row| row.containers.iter()).map(std::string::ToString::to_string).collect();
    snapshot.base.warm();
    let mut times = Times::default();
    for number in 0..messages.min(named.len() as u64 * 4) {
        let Some(container) = named.get((number as usize * 31) % named.len().max(1)) else { return };
        let place = ["SGSIN", "GBFXT", "NLRTM", "MYPKG"][number as usize % 4];
        let event = ["DISC", "LOAD", "GTIN", "GTOT"][number as usize / 7 % 4];
        let time = now.plus_hours(-((number % 700) as f64));
        let row = format!("Q-{number},{container},{event},{time},{place},LADEN,9321483,MAEU,BENCH");
        let mut arrivals = Arrivals::default();
        arrival(&mut arrivals, &row, first + number, now);
        let begun = Times::begin();
        live.apply_now(&arrivals);
        times.add(begun);
    }
    println!("{} open consignments on the queue, all sorts kept in order", snapshot.base.open);
    times.said("a message of an open consignment, assessed and exchanged on the queue");
}
