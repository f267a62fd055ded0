//! `tidewaiter outcome`

use super::queue::tally_line;
use super::{act, user};
use crate::arguments::{OutcomeArguments, Place};
use crate::output::Answer;
use std::fmt::Write;
use tidewaiter_server::outcome::{Finding, outcome};
use tidewaiter_server::shapes::OutcomeReport;
use tidewaiter_server::words::Words;

pub(super) async fn run(place: &Place, arguments: OutcomeArguments) -> anyhow::Result<Answer> {
    let store = place.existing().await?;
    let words = place.words()?;
    let finding = Finding { found: arguments.found, value: arguments.value, note: arguments.note };
    let report = outcome(&store, &act(&user()), &arguments.id, finding, &words).await?;
    if arguments.json { Answer::json(&report) } else { Ok(Answer::text(text(&report, &words))) }
}

fn text(report: &OutcomeReport, words: &Words) -> String {
    let mut out = String::new();
    let finding = words.beside(&words.finding(report.outcome.found.as_deref()));
    let _ = writeln!(out, "{}: {finding}", report.outcome.consignment_id);
    for reason in &report.reasons {
        let _ = writeln!(out, "  • {:<8} {}", reason.code, words.beside(&reason.text));
    }
    let _ = writeln!(out, "{}", tally_line(&report.tally, words));
    out
}
