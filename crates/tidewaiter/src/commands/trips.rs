//! `tidewaiter trips`

use super::ingest::diagnostic_line;
use super::text::printable_path;
use crate::arguments::{FormatArgument, Place, TripsTablesArguments};
use crate::output::{Answer, Ending};
use crate::progress::Bar;
use std::fmt::Write;
use tidewaiter_server::Error;
use tidewaiter_server::trips::{RefusedAt, TableFormat, TripsOptions, TripsReport, trips};
use tidewaiter_server::words::Words;

pub(super) fn run(place: &Place, arguments: Option<TripsTablesArguments>) -> anyhow::Result<Answer> {
    let wanted = || Error::Use("name INPUT and --out, or `tidewaiter trips show CONTAINER`".to_owned());
    let arguments = arguments.ok_or_else(wanted)?;
    let words = place.words()?;
    let json = arguments.json;
    let options = TripsOptions {
        inputs: arguments.inputs,
        out: arguments.out,
        areas: arguments.areas,
        as_of: arguments.as_of,
        format: match arguments.format {
            FormatArgument::Csv => TableFormat::Csv,
            FormatArgument::Parquet => TableFormat::Parquet,
        },
        events: !arguments.no_events,
        score: !arguments.no_score,
        routes: arguments.routes,
        write_routes: arguments.write_routes,
        threads: arguments.threads.map(usize::from),
        memory_bytes_max: arguments.memory_max,
        bytes_max: arguments.max_bytes,
    };
    let mut bar = Bar::new();
    let report = trips(&options, &mut |progress| bar.show(&progress));
    bar.clear();
    let report = report?;
    let ending = if report.counts.refused > 0 { Ending::Quarantined } else { Ending::Done };
    let answer = if json { Answer::json(&report)? } else { Answer::text(String::new()) };
    Ok(answer.note(text(&report, &words).trim_end()).ending(ending))
}

/// The report as lines: what was refused, what was counted, what was written.
fn text(report: &TripsReport, words: &Words) -> String {
    let mut out = String::new();
    for row in &report.refused_rows {
        let file = printable_path(&row.file);
        let at = match row.at {
            RefusedAt::Byte(byte) => {
                words.say("trips-refused-byte", &[("file", file.into()), ("byte", byte.into())])
            }
            RefusedAt::Row(row) => {
                words.say("trips-refused-row", &[("file", file.into()), ("row", row.into())])
            }
        };
        let _ = writeln!(out, "{at}");
        for diagnostic in &row.diagnostics {
            let _ = writeln!(out, "    {}", diagnostic_line(diagnostic, words));
        }
    }
    let counts = report.counts;
    let more = counts.refused.saturating_sub(report.refused_rows.len() as u64);
    if more > 0 {
        let _ = writeln!(out, "{}", words.say("trips-refused-more", &[("rows", more.into())]));
    }
    let totals = [
        ("read", counts.read.into()),
        ("accepted", counts.accepted.into()),
        ("duplicate", counts.duplicate.into()),
        ("refused", counts.refused.into()),
    ];
    let _ = writeln!(out, "{}", words.say("trips-counts", &totals));
    for (key, rows) in [("trips-superseded", counts.superseded), ("trips-later", counts.later)] {
        if rows > 0 {
            let _ = writeln!(out, "{}", words.say(key, &[("rows", rows.into())]));
        }
    }
    let written = [
        ("trips", counts.trips.into()),
        ("containers", counts.containers.into()),
        ("folder", printable_path(&report.out).into()),
        ("seconds", words.fixed(report.seconds, 1).into()),
    ];
    let _ = writeln!(out, "{}", words.say("trips-written", &written));
    out
}
