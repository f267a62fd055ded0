//! How fast ENS messages are judged: `cargo run --release --example ens_check -- FOLDER [PASSES]`.
//! Reads all `.xml` files under a folder into memory and then, several times over, from bytes to verdict.

mod folder;

use folder::{collect, cpu_seconds};
use std::path::Path;
use std::time::Instant;
use tidewaiter_formats::check;

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
