//! `tidewaiter quarantine`

use super::ingest::diagnostic_line;
use super::{act, user};
use crate::arguments::{Place, QuarantineAction, QuarantineArguments};
use crate::output::{Answer, Ending};
use anyhow::Context;
use std::fmt::Write;
use std::io::Read;
use std::path::Path;
use tidewaiter_server::ingest::IngestOptions;
use tidewaiter_server::quarantine::{list, replay, show};
use tidewaiter_server::shapes::{QuarantineView, ReplayReport};
use tidewaiter_server::words::{Words, printable};

/// Longest corrected message that is read.
const CORRECTED_BYTES_MAX: u64 = 64 << 20;
/// Characters of a message that are shown on the terminal.
const CONTENT_CHARS_MAX: usize = 20_000;

pub(super) async fn run(place: &Place, arguments: QuarantineArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    let store = place.existing().await?;
    let json = arguments.json;
    let action = arguments.action.unwrap_or(QuarantineAction::List { limit: 50, all: false });
    match action {
        QuarantineAction::List { limit, all } => {
            let rows = list(&store, limit, !all).await?;
            if json { Answer::json(&rows) } else { Ok(Answer::text(list_text(&rows, &words))) }
        }
        QuarantineAction::Show { id } => {
            let row = show(&store, id).await?;
            if json { Answer::json(&row) } else { Ok(Answer::text(show_text(&row, &words))) }
        }
        QuarantineAction::Replay { ids, corrected, mapping } => {
            let corrected = corrected.as_deref().map(read).transpose()?;
            let options = IngestOptions { mapping_files: mapping, ..IngestOptions::default() };
            let report = replay(&store, &act(&user()), &ids, corrected.as_deref(), &options).await?;
            let ending = if report.remaining > 0 { Ending::Quarantined } else { Ending::Done };
            let answer =
                if json { Answer::json(&report)? } else { Answer::text(replay_text(&report, &words)) };
            Ok(answer.ending(ending))
        }
    }
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let shown = path.display().to_string();
    let stream: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::fs::File::open(path).with_context(|| format!("cannot read {shown}"))?)
    };
    stream
        .take(CORRECTED_BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {shown}"))?;
    anyhow::ensure!(
        bytes.len() as u64 <= CORRECTED_BYTES_MAX,
        "{shown} is longer than the limit of {CORRECTED_BYTES_MAX} bytes for one message"
    );
    Ok(bytes)
}

fn list_text(rows: &[QuarantineView], words: &Words) -> String {
    if rows.is_empty() {
        return words.label("quarantine-empty") + "\n";
    }
    let mut out = String::new();
    for row in rows {
        let place = words.say(
            "quarantine-where",
            &[
                ("file", printable(&row.file).into()),
                ("format", row.format.as_str().into()),
                ("start", row.span.start.into()),
                ("end", row.span.end().into()),
            ],
        );
        let state = match row.state.as_str() {
            "open" => String::new(),
            state => format!(", {}", words.label(&format!("quarantine-state-{state}"))),
        };
        let place = words.beside(&(place + &state));
        let _ = writeln!(out, "{:>5}  {}  {place}", row.id, row.received);
        for diagnostic in &row.diagnostics {
            let _ = writeln!(out, "       {}", diagnostic_line(diagnostic, words));
        }
    }
    let _ = writeln!(out, "{}", words.say("quarantine-next", &[("messages", rows.len().into())]));
    out
}

fn show_text(row: &QuarantineView, words: &Words) -> String {
    let mut out = list_text(std::slice::from_ref(row), words);
    let text = row.text.as_deref().unwrap_or_default();
    out.push('\n');
    // Line breaks and tabs stay; what could move the cursor does not.
    let safe = text.chars().take(CONTENT_CHARS_MAX);
    out.extend(safe.map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }));
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

fn replay_text(report: &ReplayReport, words: &Words) -> String {
    let mut out = String::new();
    for message in &report.messages {
        let state = if message.resolved { "quarantine-resolved" } else { "quarantine-stays" };
        let _ = writeln!(out, "{:>5}  {}", message.id, words.beside(&words.label(state)));
        for diagnostic in message.diagnostics.iter().filter(|_| !message.resolved) {
            let _ = writeln!(out, "       {}", diagnostic_line(diagnostic, words));
        }
    }
    let ReplayReport { tried, resolved, remaining, .. } = *report;
    let counts = [("tried", tried.into()), ("resolved", resolved.into()), ("remaining", remaining.into())];
    let _ = writeln!(out, "{}", words.say("quarantine-replayed", &counts));
    out
}
