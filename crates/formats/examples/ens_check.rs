//! How fast ENS messages are judged: `cargo run --release --example ens_check -- FOLDER [PASSES]`.
//! Reads all `.xml` files under a folder into memory and then, several times over, from bytes to verdict.

use std::path::Path;
use std::time::Instant;
use tidewaiter_formats::check;

fn collect(folder: &Path, files: &mut Vec<Vec<u8>>) -> std::io::Result<()> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    paths.sort_by_key(std::fs::DirEntry::path);
    for entry in paths {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "xml") {
            files.push(std::fs::read(path)?);
        }
    }
    Ok(())
}

/// CPU seconds of this process, user and system, where the system tells; else wall-clock seconds.
fn cpu_seconds(start: Instant) -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return start.elapsed().as_secs_f64() };
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: f64 = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    ticks / 100.0
}

#[expect(clippy::print_stdout, reason = "a program that prints its figures")]
fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| ".".to_owned());
    let passes: u32 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(20);
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files)?;
    let bytes: usize = files.iter().map(Vec::len).sum();
    let start = Instant::now();
    // The tables are made once, before the first message; the time for it is shown beside.
    tidewaiter_formats::Rules::builtin();
    let before = cpu_seconds(start);
    let tables = start.elapsed().as_secs_f64();
    let (mut valid, mut structure, mut rules, mut errors) = (0_u64, 0_u64, 0_u64, 0_usize);
    for _ in 0..passes {
        for file in &files {
            let verdict = check(file, None);
            errors += verdict.errors.len();
            match (verdict.schema_valid, verdict.errors.is_empty()) {
                (false, _) => structure += 1,
                (_, false) => rules += 1,
                _ => valid += 1,
            }
        }
    }
    let seconds = cpu_seconds(start) - before;
    let messages = files.len() as f64 * f64::from(passes);
    println!("{} files, {bytes} bytes, {passes} passes, tables made in {:.0} ms", files.len(), tables * 1e3);
    println!("{valid} right, {structure} of wrong structure, {rules} break rules, {errors} errors");
    let rate = (messages / seconds, bytes as f64 * f64::from(passes) / 1e6 / seconds);
    println!("{seconds:.2} s of CPU, {:.0} messages/s, {:.0} MB/s", rate.0, rate.1);
    Ok(())
}
