//! How fast canonical CSV becomes records: `cargo run --release --example status_csv_speed -- [ROWS] [PASSES]`.
//! Rows are made in memory, about 95 bytes each, and read in blocks of 1 MiB.

use std::time::Instant;
use tidewaiter_formats::status_csv::StatusRows;
use tidewaiter_formats::{Detected, Format, Reader};
use tidewaiter_model::record::Record;

fn cpu_seconds(start: Instant) -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return start.elapsed().as_secs_f64() };
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: f64 = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    ticks / 100.0
}

#[expect(clippy::print_stdout, reason = "a program that prints its figures")]
fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|text| text.parse::<u64>().ok());
    let (rows, passes) = (arguments.next().unwrap_or(1_000_000), arguments.next().unwrap_or(5));
    let mut text =
        b"message_id,container,event,event_time,location,full_empty,vessel_imo,carrier,source,created_time\n"
            .to_vec();
    for row in 0..rows {
        let (day, hour, minute) = (row % 28 + 1, row % 24, row % 60);
        let line = format!(
            "m{row:08},CSQU{:07},LOAD,2026-03-{day:02}T{hour:02}:{minute:02}:00Z,CNSHG,LADEN,9321483,MAEU,MAEU,2026-03-{day:02}T{hour:02}:59:00Z\n",
            row % 50_000
        );
        text.extend_from_slice(line.as_bytes());
    }
    let detected = Detected { format: Format::StatusCsv, mapping: None };
    let start = Instant::now();
    let before = cpu_seconds(start);
    let (mut events, mut checksum) = (0_u64, 0_u64);
    for _ in 0..passes {
        let mut reader = Reader::new(&detected, &[], "");
        let mut consumed = 0;
        while consumed < text.len() {
            let end = (consumed + (1 << 20)).min(text.len());
            let block = text.get(consumed..end).unwrap_or_default();
            consumed += reader.read(block, consumed as u64, end == text.len(), &mut |message| {
                if let Some(Record::Status(event)) = &message.record {
                    events += 1;
                    checksum = checksum
                        .wrapping_add(event.event_time.micros() as u64 + event.container.len() as u64);
                }
            });
        }
    }
    let seconds = cpu_seconds(start) - before;
    println!("{events} events, {:.1} bytes a row, checksum {checksum}", text.len() as f64 / rows as f64);
    println!("{seconds:.2} s of CPU, {:.0} ns a row", seconds * 1e9 / events as f64);
    let before = cpu_seconds(start);
    let mut fields = 0_u64;
    for _ in 0..passes {
        let mut reader = StatusRows::new(false);
        reader.read(&text, 0, true, &mut |line| fields += u64::from(line.fields.is_some()));
    }
    let seconds = cpu_seconds(start) - before;
    println!(
        "as borrowed fields: {seconds:.2} s of CPU, {:.0} ns a row",
        seconds * 1e9 / fields.max(1) as f64
    );
}
