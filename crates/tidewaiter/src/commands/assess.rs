//! `tidewaiter assess`

use super::text::counted;
use super::{act, user};
use crate::arguments::{AssessArguments, Place};
use crate::output::Answer;
use crate::progress::Bar;
use std::fmt::Write;
use tidewaiter_server::assess::assess;
use tidewaiter_server::shapes::AssessReport;

pub(super) async fn run(place: &Place, arguments: &AssessArguments) -> anyhow::Result<Answer> {
    let store = place.existing().await?;
    let settings = place.settings()?;
    let user = user();
    let act = act(&user);
    let mut bar = Bar::new();
    let report = assess(&store, &act, arguments.as_of, &settings, &mut |progress| bar.show(&progress)).await;
    bar.clear();
    let report = report?;
    let answer = if arguments.json { Answer::json(&report)? } else { Answer::text(text(&report)) };
    Ok(match hint(&report) {
        Some(hint) => answer.note(hint),
        None => answer,
    })
}

/// An archive assessed as of now has nothing open: say what to type instead.
fn hint(report: &AssessReport) -> Option<String> {
    if report.open > 0 {
        return Some("`tidewaiter queue` lists the strongest".to_owned());
    }
    let latest = report.latest_received?;
    let as_of = report.as_of;
    Some(if as_of.hours_since(latest) > 48.0 {
        format!(
            "nothing is open as of {as_of}; the latest message was received {latest}: try `--as-of {latest}`"
        )
    } else {
        format!(
            "nothing is open as of {as_of}; an archive is loaded with `tidewaiter ingest --known-at-event-time` into a \
             new data folder and assessed with `--as-of` a time in it"
        )
    })
}

/// The report as lines.
pub(super) fn text(report: &AssessReport) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "as of {}: {} of {} assessed from {} and {} in {:.1} s",
        report.as_of,
        counted(report.open, "open consignment"),
        report.consignments,
        counted(report.status_messages, "status message"),
        counted(report.trips, "trip"),
        report.seconds
    );
    let mut codes: Vec<&String> = report.fired.keys().chain(report.not_evaluated.keys()).collect();
    codes.sort();
    codes.dedup();
    if !codes.is_empty() {
        let _ = writeln!(out, "  {:<10} {:>8} {:>14}", "indicator", "fired", "not evaluated");
    }
    for code in codes {
        let fired = report.fired.get(code).copied().unwrap_or(0);
        let not_evaluated = report.not_evaluated.get(code).copied().unwrap_or(0);
        let _ = writeln!(out, "  {code:<10} {fired:>8} {not_evaluated:>14}");
    }
    out
}
