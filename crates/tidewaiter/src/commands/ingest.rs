//! `tidewaiter ingest`

use super::text::printable_path;
use super::{act, user};
use crate::arguments::{IngestArguments, Place};
use crate::output::{Answer, Ending};
use crate::progress::Bar;
use std::fmt::Write;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_server::ingest::{IngestOptions, ingest};
use tidewaiter_server::shapes::{Counts, FileReport, IngestReport};
use tidewaiter_server::words::{Words, printable};

/// Files named one by one on the terminal; beyond, only those with something to say.
const FILES_LISTED_MAX: usize = 20;
/// Files with diagnostics that are spelled out on the terminal.
const FILES_EXPLAINED_MAX: usize = 20;

pub(super) async fn run(place: &Place, arguments: &IngestArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    let store = place.open().await?;
    let options = IngestOptions {
        known_at_event_time: arguments.known_at_event_time,
        mapping_files: arguments.mapping.clone(),
        bytes_max: arguments.max_bytes,
        sender: arguments.sender.clone(),
        received: None,
    };
    let user = user();
    let act = act(&user);
    let mut bar = Bar::new();
    let report = ingest(&store, &act, &arguments.inputs, &options, &mut |progress| bar.show(&progress)).await;
    bar.clear();
    let report = report?;
    let ending = ending(&report);
    let answer = if arguments.json { Answer::json(&report)? } else { Answer::text(text(&report, &words)) };
    Ok(next_step(answer, &report, &words).ending(ending))
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

fn next_step(answer: Answer, report: &IngestReport, words: &Words) -> Answer {
    let answer = if report.unreadable > 0 {
        answer.note(words.say("ingest-unreadable", &[("inputs", report.unreadable.into())]))
    } else {
        answer
    };
    if report.counts.quarantined > 0 { answer.note(words.label("ingest-quarantined")) } else { answer }
}

/// The report as lines: files, then the sum.
pub(super) fn text(report: &IngestReport, words: &Words) -> String {
    let mut out = String::new();
    let all = report.files.len() <= FILES_LISTED_MAX;
    let notable = |file: &&FileReport| all || file.error.is_some() || !file.diagnostics.is_empty();
    for file in report.files.iter().filter(notable).take(FILES_EXPLAINED_MAX) {
        let _ = writeln!(out, "{}", file_line(file, words));
        // Of an unread file the error says it all.
        for diagnostic in file.diagnostics.iter().filter(|_| file.error.is_none()) {
            let _ = writeln!(out, "    {}", diagnostic_line(diagnostic, words));
        }
    }
    let hidden = report.files.len().saturating_sub(FILES_LISTED_MAX);
    if hidden > 0 && !all {
        let _ = writeln!(out, "{}", words.say("ingest-hidden", &[("files", report.files.len().into())]));
    }
    let _ = writeln!(out, "{}", counts_line(report.counts, words));
    out
}

fn file_line(file: &FileReport, words: &Words) -> String {
    let name = ("file", printable_path(&file.name).into());
    let counts = || ("counts", counts_line(file.counts, words).into());
    match (&file.error, &file.format) {
        (Some(error), _) => words.say("ingest-file-error", &[name, ("error", error.as_str().into())]),
        (None, Some(format)) => {
            words.say("ingest-file-format", &[name, ("format", format.as_str().into()), counts()])
        }
        (None, None) => words.say("ingest-file", &[name, counts()]),
    }
}

/// How many messages came to what, on one line.
pub(super) fn counts_line(counts: Counts, words: &Words) -> String {
    let Counts { read, accepted, duplicate, quarantined, conflicts } = counts;
    let line = words.say(
        "ingest-counts",
        &[
            ("read", read.into()),
            ("accepted", accepted.into()),
            ("duplicate", duplicate.into()),
            ("quarantined", quarantined.into()),
        ],
    );
    if conflicts == 0 {
        return line;
    }
    line + " " + &words.say("ingest-conflicts", &[("conflicts", conflicts.into())])
}

/// A diagnostic on one line: code, place, what was expected, what stood there.
pub(super) fn diagnostic_line(diagnostic: &Diagnostic, words: &Words) -> String {
    let Diagnostic { code, span, path, expected, found, .. } = diagnostic;
    let key = if path.is_empty() { "diagnostic" } else { "diagnostic-at" };
    words.say(
        key,
        &[
            ("code", code.to_string().into()),
            ("start", span.start.into()),
            ("path", path.as_str().into()),
            ("expected", expected.to_string().into()),
            ("found", printable(found).into()),
        ],
    )
}
