//! How much CPU time the store takes for one status message, by phase, and how fast it is read back.
//!
//! `cargo run --release -p tidewaiter-store --example ingest_speed -- [messages] [folder]`
//! Messages are made before the clock starts, so that only the store is measured. CPU time is of the main thread
//! (the store writes and reads Parquet on it), read from /proc.
#![allow(clippy::print_stdout)]

use std::borrow::Cow;
use std::path::PathBuf;
use std::time::Instant;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, MessageKey, NewFile, Options, Store};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const CHUNK: u32 = 100_000;
const PORTS: [&str; 12] = [
    "CNSHG", "CNNGB", "SGSIN", "MYPKG", "LKCMB", "AEJEA", "EGPSD", "GRPIR", "NLRTM", "DEHAM", "BEANR",
    "GBFXT",
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let messages: u32 = arguments.next().map_or(Ok(2_000_000), |text| text.parse())?;
    let folder =
        arguments.next().map_or_else(|| std::env::temp_dir().join("tidewaiter-ingest-speed"), PathBuf::from);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let store = Store::open(&Options { folder: folder.clone(), database: None }).await?;
    for pass in ["first", "same again"] {
        println!("{pass}:");
        ingest(&store, messages).await?;
    }
    let start = cpu_seconds()?;
    let batch = store.status_events(UtcTime::MAX).await?;
    report("read back", start, cpu_seconds()?, batch.len() as u32);
    let start = Instant::now();
    let last = batch.rows().last().ok_or("no rows")?.message;
    let bytes = store.message_bytes(last).await?;
    println!("  one message: {:.2} ms, {} bytes", start.elapsed().as_secs_f64() * 1e3, bytes.len());
    println!("  peak memory: {} MB", peak_megabytes()?);
    Ok(())
}

async fn ingest(store: &Store, messages: u32) -> Outcome<()> {
    let mut ingest = store.begin_ingest().await?;
    ingest.open_file(NewFile {
        name: "speed",
        format: "status_csv",
        received: UtcTime::MAX,
        sender: None,
    })?;
    let (mut in_archive, mut in_messages, mut offset) = (0.0, 0.0, 0_u64);
    let began = UtcTime::from_seconds(1_767_225_600);
    for chunk in 0..messages.div_ceil(CHUNK) {
        let texts: Vec<Texts> = (chunk * CHUNK..messages.min((chunk + 1) * CHUNK)).map(texts).collect();
        let rows: String = texts.iter().map(|texts| texts.row.as_str()).collect();
        let start = cpu_seconds()?;
        ingest.archive(rows.as_bytes())?;
        in_archive += cpu_seconds()? - start;
        let start = cpu_seconds()?;
        for texts in &texts {
            let record = [Record::Status(event(texts, began))];
            let key = MessageKey { source: "LINE1", id: Some(&texts.id), bytes: texts.row.as_bytes() };
            let span = ByteSpan::new(offset, texts.row.len() as u64 - 1);
            ingest.message(key, span, began.plus_hours(f64::from(texts.number) / 1e3), &record)?;
            offset += texts.row.len() as u64;
        }
        in_messages += cpu_seconds()? - start;
    }
    report("archive", 0.0, in_archive, messages);
    report("messages", 0.0, in_messages, messages);
    let start = cpu_seconds()?;
    ingest.close_file(offset)?;
    let receipt = ingest.commit(&Act::by_system(UtcTime::MAX)).await?.remove(0);
    let commit = cpu_seconds()? - start;
    report("commit", 0.0, commit, messages);
    report("all", 0.0, in_archive + in_messages + commit, messages);
    println!("  accepted {}, duplicate {}", receipt.accepted, receipt.duplicate);
    Ok(())
}

struct Texts {
    number: u32,
    id: String,
    container: String,
    vessel: String,
    row: String,
}

fn texts(number: u32) -> Texts {
    let mixed = number.wrapping_mul(2_654_435_761);
    let id = format!("A{number:09}");
    let container = format!("MSKU{:07}", mixed % 200_000);
    let vessel = format!("9{:06}", mixed % 700);
    let port = PORTS[(mixed >> 8) as usize % PORTS.len()];
    let row = format!(
        "{id},{container},LOAD,2026-01-{:02}T{:02}:{:02}:00Z,{port},LADEN,{vessel},V{:03},MAEU,LINE1,2026-01-01T00:00:00Z\n",
        mixed % 28 + 1,
        mixed % 24,
        mixed % 60,
        mixed % 400
    );
    Texts { number, id, container, vessel, row }
}

fn event(texts: &Texts, began: UtcTime) -> StatusEvent<'_> {
    let mixed = texts.number.wrapping_mul(2_654_435_761);
    StatusEvent {
        message_id: Cow::Borrowed(&texts.id),
        container: Cow::Borrowed(&texts.container),
        event: EventCode::ALL[(mixed >> 4) as usize % 10],
        event_time: began.plus_hours(f64::from(mixed % 50_000) / 60.0),
        location: Cow::Borrowed(PORTS[(mixed >> 8) as usize % PORTS.len()]),
        full_empty: Some(FullEmpty::Laden),
        vessel_imo: Some(Cow::Borrowed(&texts.vessel)),
        voyage: Some(Cow::Borrowed("V001")),
        seal: None,
        gross_mass_kg: None,
        size_type: Some(Cow::Borrowed("22G1")),
        carrier: Some(Cow::Borrowed("MAEU")),
        source: Cow::Borrowed("LINE1"),
        classifier: Classifier::Actual,
        created: Some(began),
        received: None,
        transport_document: None,
    }
}

fn report(what: &str, start: f64, end: f64, count: u32) {
    println!("  {what:<10} {:7.0} ns a row of CPU time", (end - start) / f64::from(count.max(1)) * 1e9);
}

/// CPU time of the main thread so far, in seconds: the store starts no thread of its own but SQLite's.
fn cpu_seconds() -> Outcome<f64> {
    let stat = std::fs::read_to_string("/proc/self/schedstat")?;
    Ok(stat.split_whitespace().next().ok_or("no schedstat")?.parse::<f64>()? / 1e9)
}

fn peak_megabytes() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM")).ok_or("no VmHWM")?;
    Ok(line.split_whitespace().nth(1).ok_or("no number")?.parse::<u64>()? / 1024)
}
