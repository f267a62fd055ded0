//! How fast EDIFACT becomes records: `edifact_speed make FOLDER MEGABYTES` writes CODECO and CUSCAR interchanges,
//! `edifact_speed read FILE` reads one in blocks of 1 MiB, as ingest does.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::time::Instant;
use tidewaiter_formats::edifact::{Sending, write_manifest, write_moves};
use tidewaiter_formats::{Detected, Format, Reader};
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::manifest::{ManifestConsignment, ManifestContainer, ManifestItem, ManifestParty};
use tidewaiter_model::time::UtcTime;

/// The allocator of the binary: a third of the time of a manifest goes into making and freeing its texts.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn number(seed: u64) -> String {
    format!("TWSU{:07}", seed * 7_919 % 10_000_000)
}

fn time(seed: u64) -> UtcTime {
    UtcTime::from_seconds(1_770_000_000 + (seed % 10_000_000) as i64)
}

fn sending(reference: u64) -> Sending {
    let [sender, recipient] = ["TERMINAL", "CUSTOMS"].map(str::to_owned);
    Sending { sender, recipient, reference: reference.to_string(), prepared: time(reference * 3_600) }
}

fn event(seed: u64) -> StatusEvent<'static> {
    StatusEvent {
        message_id: "".into(),
        container: number(seed).into(),
        event: if (seed / 50).is_multiple_of(2) { EventCode::GateIn } else { EventCode::GateOut },
        event_time: time(seed * 61),
        location: "ESALG".into(),
        full_empty: Some(if seed.is_multiple_of(3) { FullEmpty::Empty } else { FullEmpty::Laden }),
        vessel_imo: Some("9321483".into()),
        voyage: Some("031W".into()),
        seal: Some(format!("S{seed:06}").into()),
        gross_mass_kg: Some(4_000.0 + (seed % 26_000) as f64),
        size_type: Some("45G1".into()),
        carrier: Some("MSCU".into()),
        source: "".into(),
        classifier: Classifier::Actual,
        created: None,
        received: None,
        transport_document: Some(format!("BL{seed:08}").into()),
    }
}

fn consignment(seed: u64) -> ManifestConsignment {
    let container = number(seed);
    let party = |role: &str, name: &str| ManifestParty {
        role: role.to_owned(),
        party: Party {
            name: Some(format!("{name} {}", seed % 997)),
            street: Some("1 HARBOUR ROAD".to_owned()),
            city: Some("MOMBASA".to_owned()),
            country: Some("KE".to_owned()),
            ..Party::default()
        },
    };
    ManifestConsignment {
        manifest: Some(format!("M{}", seed / 200)),
        sequence: (seed % 200) as u32 + 1,
        transport_document: Some(format!("BL{seed:08}")),
        port_of_loading: Some("CNSHG".to_owned()),
        port_of_discharge: Some("KEMBA".to_owned()),
        parties: vec![party("CZ", "SHENZHEN BRIGHT"), party("CN", "NYALI TRADERS")],
        items: vec![ManifestItem {
            number: 1,
            packages: Some(seed % 900 + 1),
            package_kind: Some("CT".to_owned()),
            description: Some("HOUSEHOLD ARTICLES OF PLASTICS AND PARTS THEREOF".to_owned()),
            gross_mass_kg: Some(1_000.0 + (seed % 20_000) as f64),
            commodity_code: Some("392410".to_owned()),
            containers: vec![container.clone()],
            ..ManifestItem::default()
        }],
        containers: vec![ManifestContainer { number: container, ..ManifestContainer::default() }],
        ..ManifestConsignment::default()
    }
}

/// Interchanges of 2,000 reports or 200 consignments until there is enough.
fn make(folder: &Path, megabytes: u64) -> std::io::Result<()> {
    let mut codeco = BufWriter::new(File::create(folder.join("codeco.edi"))?);
    let mut cuscar = BufWriter::new(File::create(folder.join("cuscar.edi"))?);
    let (mut written, mut reference) = (0, 0u64);
    while written < megabytes * 1_000_000 {
        let events: Vec<_> = (reference * 2_000..).take(2_000).map(event).collect();
        let bytes = write_moves(&sending(reference), &events);
        written += bytes.len() as u64;
        codeco.write_all(&bytes)?;
        reference += 1;
    }
    (written, reference) = (0, 0);
    while written < megabytes * 1_000_000 {
        let list: Vec<_> = (reference * 200..).take(200).map(consignment).collect();
        let bytes = write_manifest(&sending(reference), &list);
        written += bytes.len() as u64;
        cuscar.write_all(&bytes)?;
        reference += 1;
    }
    codeco.flush().and_then(|()| cuscar.flush())
}

/// CPU seconds of this process, user and system, where the system tells; else wall-clock seconds.
fn cpu_seconds(start: Instant) -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return start.elapsed().as_secs_f64() };
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: f64 = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    ticks / 100.0
}

#[expect(clippy::print_stdout, reason = "a program that prints its figures")]
fn read(path: &str) -> std::io::Result<()> {
    let mut file = File::open(path)?;
    let mut reader = Reader::new(&Detected { format: Format::Edifact, mapping: None }, &[], path);
    let (mut records, mut refused, mut said) = (0u64, 0u64, 0u64);
    let mut sink = |message: tidewaiter_formats::ReadMessage<'_>| {
        records += u64::from(message.record.is_some()) + message.more.len() as u64;
        refused += u64::from(message.record.is_none());
        said += message.diagnostics.len() as u64;
    };
    let start = Instant::now();
    let before = cpu_seconds(start);
    let mut held: Vec<u8> = Vec::new();
    let (mut offset, mut total) = (0u64, 0u64);
    loop {
        let had = held.len();
        held.resize(had + (1 << 20), 0);
        let got = file.read(held.get_mut(had..).unwrap_or_default())?;
        held.truncate(had + got);
        total += got as u64;
        let consumed = reader.read(&held, offset, got == 0, &mut sink);
        held.drain(..consumed);
        offset += consumed as u64;
        if got == 0 {
            break;
        }
    }
    let seconds = cpu_seconds(start) - before;
    println!("{total} bytes, {records} records, {refused} refused, {said} diagnostics");
    println!("{seconds:.2} s of CPU, {:.0} MB/s", total as f64 / 1e6 / seconds);
    Ok(())
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", folder, megabytes] => make(Path::new(folder), megabytes.parse().unwrap_or(200)),
        ["read", path] => read(path),
        _ => Err(std::io::Error::other("usage: edifact_speed make FOLDER MEGABYTES | read FILE")),
    }
}
