//! `tidewaiter assess`

use super::text::Table;
use super::{act, user};
use crate::arguments::{AssessArguments, Place};
use crate::output::Answer;
use crate::progress::Bar;
use std::collections::BTreeMap;
use tidewaiter_server::assess::assess;
use tidewaiter_server::shapes::AssessReport;
use tidewaiter_server::words::Words;

/// Least widths of the columns of indicators.
const WIDTHS_MIN: [usize; 3] = [10, 8, 14];

pub(super) async fn run(place: &Place, arguments: &AssessArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    let store = place.existing().await?;
    let settings = place.settings(&store).await?;
    let user = user();
    let act = act(&user);
    let mut bar = Bar::new();
    let report = assess(&store, &act, arguments.as_of, &settings, &mut |progress| bar.show(&progress)).await;
    bar.clear();
    let report = report?;
    let answer = if arguments.json { Answer::json(&report)? } else { Answer::text(text(&report, &words)) };
    Ok(match hint(&report, &words) {
        Some(hint) => answer.note(hint),
        None => answer,
    })
}

/// An archive assessed as of now has nothing open: say what to type instead.
fn hint(report: &AssessReport, words: &Words) -> Option<String> {
    if report.open > 0 {
        return Some(words.label("assess-next"));
    }
    let latest = report.latest_received?;
    let late = report.as_of.hours_since(latest) > 48.0;
    let key = if late { "assess-none-open-later" } else { "assess-none-open" };
    // As they are typed, so that they can be copied.
    let times = [("time", report.as_of.to_string().into()), ("latest", latest.to_string().into())];
    Some(words.say(key, &times))
}

/// The report as lines.
pub(super) fn text(report: &AssessReport, words: &Words) -> String {
    let heading = words.say(
        "assess-heading",
        &[
            ("time", report.as_of.to_string().into()),
            ("open", report.open.into()),
            ("consignments", report.consignments.into()),
            ("messages", report.status_messages.into()),
            ("trips", report.trips.into()),
            ("seconds", words.fixed(report.seconds, 1).into()),
        ],
    );
    let mut codes: Vec<&String> = report.fired.keys().chain(report.not_evaluated.keys()).collect();
    codes.sort();
    codes.dedup();
    if codes.is_empty() {
        return heading + "\n";
    }
    let labels = ["column-indicator", "column-fired", "column-not-evaluated"];
    let mut table = Table::new(&WIDTHS_MIN, labels.map(|key| words.label(key)).to_vec());
    for code in codes {
        let count = |counts: &BTreeMap<String, u64>| counts.get(code).copied().unwrap_or(0).to_string();
        table.row(vec![code.clone(), count(&report.fired), count(&report.not_evaluated)]);
    }
    heading + "\n" + &table.text("  ", words)
}
