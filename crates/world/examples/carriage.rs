//! Makes the workload of container trips and prints what is in it: messages, trips by anomaly, copies, lengths.
//!
//! `cargo run --release -p tidewaiter-world --example carriage -- [CONTAINERS] [DAYS] [SEED] [easy|hard] [OUT]`;
//! with OUT the files are written there.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::io::Write as _;
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_world::{CarriageSettings, Folder, Profile, generate_carriage};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| arguments.get(place).and_then(|text| text.parse::<u32>().ok());
    let mut settings = CarriageSettings::default();
    settings.containers = number(0).unwrap_or(settings.containers);
    settings.days = number(1).unwrap_or(settings.days);
    settings.seed = number(2).map_or(settings.seed, u64::from);
    settings.profile = arguments.get(3).and_then(|name| Profile::from_name(name)).unwrap_or_default();
    settings.made_up_places = arguments.get(5).is_some();

    let mut files: BTreeMap<String, std::fs::File> = BTreeMap::new();
    let (mut bytes, mut truth, mut failure) = (0u64, String::new(), Ok(()));
    let begun = std::time::Instant::now();
    let counts =
        generate_carriage(&settings, Places::builtin(), SeaNetwork::builtin(), &mut |folder, path, part| {
            if folder == Folder::Messages {
                bytes += part.len() as u64;
            } else if path == "trips.csv" {
                truth.push_str(&String::from_utf8_lossy(part));
            }
            if let (Some(out), true) = (arguments.get(4), failure.is_ok()) {
                failure = write(out, path, part, &mut files);
            }
        });
    failure?;
    println!("{counts:?}, {:.1} MB, made in {:.2} s", bytes as f64 / 1e6, begun.elapsed().as_secs_f64());
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    let mut calls: BTreeMap<usize, u32> = BTreeMap::new();
    for line in truth.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        *kinds.entry(cells.get(6).copied().unwrap_or_default()).or_default() += 1;
        *calls.entry(cells.get(5).map_or(0, |way| way.split('>').count())).or_default() += 1;
    }
    println!("anomalies {kinds:?}\nports of the sea part {calls:?}");
    Ok(())
}

fn write(
    out: &str,
    path: &str,
    part: &[u8],
    files: &mut BTreeMap<String, std::fs::File>,
) -> std::io::Result<()> {
    std::fs::create_dir_all(out)?;
    if !files.contains_key(path) {
        files.insert(path.to_owned(), std::fs::File::create(std::path::Path::new(out).join(path))?);
    }
    files.get_mut(path).map_or(Ok(()), |file| file.write_all(part))
}
