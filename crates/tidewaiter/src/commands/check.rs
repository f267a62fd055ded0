//! `tidewaiter check`

use super::text::printable_path;
use crate::arguments::{CheckArguments, Place};
use crate::output::{Answer, Ending};
use std::fmt::Write;
use tidewaiter_server::check::{CheckReport, ErrorReport, check_all, rules_listed, rules_of};
use tidewaiter_server::words::{Words, printable};

/// Errors of one file that are spelled out on the terminal; `--jsonl` has all.
const ERRORS_SHOWN_MAX: usize = 50;

pub(super) fn run(place: &Place, arguments: &CheckArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    let rules = rules_of(&place.data, arguments.rules.as_deref())?;
    if arguments.list_rules {
        return Ok(Answer::text(rules_listed(&rules)));
    }
    let mut out = String::new();
    let mut ending = Ending::Done;
    let mut written = Ok(());
    check_all(&arguments.inputs, &rules, &mut |report| {
        ending = worse(ending, &report);
        if arguments.jsonl {
            match serde_json::to_string(&report) {
                Ok(line) => out.extend([line.as_str(), "\n"]),
                Err(error) => written = Err(error),
            }
        } else {
            tell(&report, &words, &mut out);
        }
    });
    written?;
    Ok(Answer::text(out).ending(ending))
}

fn worse(ending: Ending, report: &CheckReport) -> Ending {
    match ending {
        Ending::Unreadable => Ending::Unreadable,
        _ if !report.readable => Ending::Unreadable,
        _ if !report.errors.is_empty() => Ending::No,
        ending => ending,
    }
}

fn tell(report: &CheckReport, words: &Words, out: &mut String) {
    let key = match (report.readable, report.schema_valid, report.errors.is_empty()) {
        (false, ..) => "verdict-unreadable",
        (_, false, _) => "verdict-structure",
        (_, _, false) => "verdict-rules",
        _ => "verdict-ok",
    };
    let file = printable_path(&report.file);
    let message = if report.message.is_empty() { "?" } else { &report.message };
    let arguments =
        [("file", file.into()), ("message", message.into()), ("errors", (report.errors.len() as u64).into())];
    let _ = writeln!(out, "{}", words.say(key, &arguments));
    for error in report.errors.iter().take(ERRORS_SHOWN_MAX) {
        place(error, words, out);
    }
    let hidden = report.errors.len().saturating_sub(ERRORS_SHOWN_MAX);
    if hidden > 0 {
        let _ = writeln!(out, "{}", words.say("verdict-more", &[("errors", (hidden as u64).into())]));
    }
}

fn place(error: &ErrorReport, words: &Words, out: &mut String) {
    let arguments = [
        ("line", u64::from(error.line).into()),
        ("column", u64::from(error.column).into()),
        ("code", error.code.as_str().into()),
        ("text", printable(&error.text).into()),
    ];
    let _ = writeln!(out, "  {}", words.say("verdict-error", &arguments));
    if !error.location.is_empty() {
        let _ = writeln!(out, "    {}", words.isolated(&error.location));
    }
    if let Some(excerpt) = &error.excerpt {
        let _ = writeln!(out, "    | {}", excerpt.line);
        let _ = writeln!(out, "    | {}{}", " ".repeat(excerpt.indent), "^".repeat(excerpt.len));
    }
}
