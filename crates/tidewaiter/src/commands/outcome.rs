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
    let found = report.outcome.found.clone().unwrap_or_default();
    let key = if report.outcome.found.is_some() { "queue-found" } else { "queue-nothing" };
    let _ =
        writeln!(out, "{}: {}", report.outcome.consignment_id, words.say(key, &[("found", found.into())]));
    for reason in &report.reasons {
        let _ = writeln!(out, "  • {:<8} {}", reason.code, reason.text);
    }
    let _ = writeln!(out, "{}", tally_line(&report.tally, words));
    out
}
