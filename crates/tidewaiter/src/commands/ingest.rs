//! `tidewaiter ingest`

use super::text::{counted, printable_path};
use super::{act, user};
use crate::arguments::{IngestArguments, Place};
use crate::output::{Answer, Ending};
use crate::progress::Bar;
use std::fmt::Write;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_server::ingest::{IngestOptions, ingest};
use tidewaiter_server::shapes::{Counts, FileReport, IngestReport};

/// Files named one by one on the terminal; beyond, only those with something to say.
const FILES_LISTED_MAX: usize = 20;
/// Files with diagnostics that are spelled out on the terminal.
const FILES_EXPLAINED_MAX: usize = 20;

pub(super) async fn run(place: &Place, arguments: &IngestArguments) -> anyhow::Result<Answer> {
    let store = place.open().await?;
    let options = IngestOptions {
        known_at_event_time: arguments.known_at_event_time,
        mapping_files: arguments.mapping.clone(),
        bytes_max: arguments.max_bytes,
        sender: arguments.sender.clone(),
    };
    let user = user();
    let act = act(&user);
    let mut bar = Bar::new();
    let report = ingest(&store, &act, &arguments.inputs, &options, &mut |progress| bar.show(&progress)).await;
    bar.clear();
    let report = report?;
    let ending = ending(&report);
    let answer = if arguments.json { Answer::json(&report)? } else { Answer::text(text(&report)) };
    Ok(next_step(answer, &report).ending(ending))
}

fn ending(report: &IngestReport) -> Ending {
    if report.unreadable > 0 {
        Ending::Unreadable
    } else if report.counts.quarantined > 0 {
        Ending::Quarantined
    } else {
        Ending::Done
    }
}

fn next_step(answer: Answer, report: &IngestReport) -> Answer {
    let answer = if report.unreadable > 0 {
        answer.note(format!(
            "{} could not be read; nothing of them was kept",
            counted(report.unreadable, "input")
        ))
    } else {
        answer
    };
    if report.counts.quarantined > 0 {
        answer.note("`tidewaiter quarantine list` shows what was refused and why")
    } else {
        answer
    }
}

/// The report as lines: files, then the sum.
pub(super) fn text(report: &IngestReport) -> String {
    let mut out = String::new();
    let all = report.files.len() <= FILES_LISTED_MAX;
    let notable = |file: &&FileReport| all || file.error.is_some() || !file.diagnostics.is_empty();
    for file in report.files.iter().filter(notable).take(FILES_EXPLAINED_MAX) {
        let _ = writeln!(out, "{}", file_line(file));
        // Of an unread file the error says it all.
        for diagnostic in file.diagnostics.iter().filter(|_| file.error.is_none()) {
            let _ = writeln!(out, "    {}", diagnostic_line(diagnostic));
        }
    }
    let hidden = report.files.len().saturating_sub(FILES_LISTED_MAX);
    if hidden > 0 && !all {
        let _ = writeln!(out, "… {} in all; --json names each", counted(report.files.len() as u64, "file"));
    }
    let _ = writeln!(out, "{}", counts_line(report.counts));
    out
}

fn file_line(file: &FileReport) -> String {
    let name = printable_path(&file.name);
    match (&file.error, &file.format) {
        (Some(error), _) => format!("{name}: not read: {error}"),
        (None, Some(format)) => format!("{name} ({format}): {}", counts_line(file.counts)),
        (None, None) => format!("{name}: {}", counts_line(file.counts)),
    }
}

fn counts_line(counts: Counts) -> String {
    let Counts { read, accepted, duplicate, quarantined, conflicts } = counts;
    let mut line =
        format!("{read} read = {accepted} accepted + {duplicate} duplicate + {quarantined} quarantined");
    if conflicts > 0 {
        let _ = write!(line, " ({conflicts} in conflict with an earlier message of the same id)");
    }
    line
}

/// A diagnostic on one line: code, place, what was expected, what stood there.
pub(super) fn diagnostic_line(diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, span, path, expected, found, .. } = diagnostic;
    let found = tidewaiter_server::words::printable(found);
    let place = if path.is_empty() { String::new() } else { format!(" {path}") };
    format!("{code} at byte {}{place}: expected {expected}; found `{found}`", span.start)
}
