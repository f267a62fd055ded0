//! The load of the live bench: `live_load csv CONTAINERS REPORTS` writes canonical CSV, `live_load send ADDRESS …` posts
//! messages as fast as they are answered, `live_load apply FOLDER …` applies them in its own process. See `bench/live.sh`.

#![allow(clippy::print_stdout)]

mod apply;
mod send;
mod world;

use std::io::{BufWriter, Write};

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number =
        |at: usize, otherwise: u64| args.get(at).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    match args.first().map(String::as_str) {
        Some("csv") => {
            let (containers, reports) = (number(1, 1_000_000), number(2, 24));
            let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
            out.write_all(world::HEADER.as_bytes())?;
            let mut row = String::new();
            // In order of arrival: every container's first report, then every container's second.
            for report in 0..reports {
                for container in 0..containers {
                    row.clear();
                    world::row(&mut row, container, report);
                    out.write_all(row.as_bytes())?;
                }
            }
            out.flush()
        }
        Some("send") => send::run(&send::Plan {
            address: args.get(1).cloned().unwrap_or_default(),
            messages: number(2, 400_000),
            containers: number(3, 1_000_000),
            first_report: number(4, 24),
            connections: number(5, 4),
            items: number(6, 1_000),
            rows: number(7, 1),
        }),
        Some("apply") => {
            let folder = args.get(1).cloned().unwrap_or_default();
            let runtime = tokio::runtime::Runtime::new()?;
            let run = apply::run(&folder, number(2, 1_000_000), number(3, 24), number(4, 40_000));
            runtime.block_on(run).map_err(std::io::Error::other)
        }
        _ => Err(std::io::Error::other("use csv, send or apply; see bench/live.sh")),
    }
}
