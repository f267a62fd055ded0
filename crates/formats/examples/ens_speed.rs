//! How fast ENS messages become records: `cargo run --release --example ens_speed -- FOLDER [PASSES]`.
//! Reads all `.xml` files under a folder into memory and then, several times over, into records.

mod folder;

use folder::{collect, cpu_seconds};
use std::path::Path;
use std::time::Instant;
use tidewaiter_formats::{Detected, Format, Reader};

#[expect(clippy::print_stdout, reason = "a program that prints its figures")]
fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| ".".to_owned());
    let passes: u32 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(20);
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files)?;
    let bytes: usize = files.iter().map(Vec::len).sum();
    let detected = Detected { format: Format::EnsXml, mapping: None };
    let start = Instant::now();
    let before = cpu_seconds(start);
    let (mut records, mut refused) = (0_u64, 0_u64);
    for _ in 0..passes {
        for file in &files {
            let mut reader = Reader::new(&detected, &[], "");
            reader.read(file, 0, true, &mut |message| match message.record {
                Some(_) => records += 1,
                None => refused += 1,
            });
        }
    }
    let seconds = cpu_seconds(start) - before;
    let megabytes = bytes as f64 * f64::from(passes) / 1e6;
    println!("{} files, {bytes} bytes, {passes} passes: {records} records, {refused} refused", files.len());
    println!("{seconds:.2} s of CPU, {:.0} MB/s", megabytes / seconds);
    Ok(())
}
