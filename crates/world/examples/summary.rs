//! Prints what a world holds: consignments and trips by kind, messages by format, sizes, time taken.
//!
//! `cargo run --release -p tidewaiter-world --example summary -- [CONTAINERS] [DAYS] [SEED] [easy|hard] [OUT]`;
//! with OUT the files are written there, in `messages` and `truth`.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_world::{Folder, Profile, WorldSettings, truth};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| arguments.get(place).and_then(|text| text.parse::<u32>().ok());
    let mut settings = WorldSettings::default();
    settings.containers = number(0).unwrap_or(settings.containers);
    settings.days = number(1).unwrap_or(settings.days);
    settings.seed = number(2).map_or(settings.seed, u64::from);
    settings.profile = arguments.get(3).and_then(|name| Profile::from_name(name)).unwrap_or_default();
    let out: Option<PathBuf> = arguments.get(4).map(PathBuf::from);

    let begun = std::time::Instant::now();
    let (places, sea) = (Places::builtin(), SeaNetwork::builtin());
    println!("tables ready after {:.2} s", begun.elapsed().as_secs_f64());
    let mut sizes: BTreeMap<String, (u64, u64, u64)> = BTreeMap::new();
    let (mut consignments, mut trips) = (String::new(), String::new());
    let mut failure = Ok(());
    tidewaiter_world::generate(&settings, places, sea, &mut |folder, path, bytes| {
        let group = match (folder, path) {
            (Folder::Truth, _) => "truth",
            (_, path) if path.starts_with("ens") => "ens",
            (_, path) if path.starts_with("dcsa") => "dcsa",
            (_, path) if path.starts_with("status") => "status csv",
            _ => "declarations",
        };
        let text = String::from_utf8_lossy(bytes);
        let messages = match group {
            "ens" => 1,
            "dcsa" => text.matches("\"eventDateTime\"").count() as u64,
            _ => text.lines().count().saturating_sub(1) as u64,
        };
        let size = sizes.entry(group.to_owned()).or_default();
        *size = (size.0 + 1, size.1 + bytes.len() as u64, size.2 + messages);
        match path {
            "consignments.csv" => consignments = text.into_owned(),
            "trips.csv" => trips = text.into_owned(),
            _ => {}
        }
        if let (Some(out), true) = (&out, failure.is_ok()) {
            let name = if folder == Folder::Truth { "truth" } else { "messages" };
            failure = write(&out.join(name).join(path), bytes);
        }
    });
    failure?;
    println!("made in {:.2} s", begun.elapsed().as_secs_f64());
    for (group, (files, bytes, messages)) in &sizes {
        println!("{group:14} {files:6} files {:9.1} MB {messages:9} messages", *bytes as f64 / 1e6);
    }
    let rows = truth::parse(&consignments);
    let end = settings.end();
    let open = rows.iter().filter(|row| row.discharged > end).count();
    println!("consignments {} (not yet discharged at the end: {open})", rows.len());
    count("wrongdoing", rows.iter().map(|row| row.kind.as_str()));
    count(
        "wrongdoing still at sea",
        rows.iter().filter(|row| row.discharged > end).map(|row| row.kind.as_str()),
    );
    count("honest oddities", rows.iter().map(|row| row.oddity.as_str()));
    let trips = truth::parse_trips(&trips);
    println!("laden trips {}", trips.len());
    count("trip anomalies", trips.iter().map(|trip| trip.anomaly.as_str()));
    Ok(())
}

fn count<'a>(title: &str, names: impl Iterator<Item = &'a str>) {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    println!("{title}:");
    for (name, count) in counts {
        println!("  {:24} {count}", if name.is_empty() { "(none)" } else { name });
    }
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes)
}
