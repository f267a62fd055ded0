//! `tidewaiter queue`

use super::text::wrapped;
use super::{act, user};
use crate::arguments::{Place, QueueArguments};
use crate::output::Answer;
use std::fmt::Write;
use tidewaiter_model::assessment::Arm;
use tidewaiter_server::queue::{QueueOptions, queue};
use tidewaiter_server::shapes::{QueueReport, QueueRow, Tally};
use tidewaiter_server::words::{Words, printable};

/// Width that lines are wrapped to: reasons are sentences, and wider ones are hard to read.
const WIDTH: usize = 100;

pub(super) async fn run(place: &Place, arguments: &QueueArguments) -> anyhow::Result<Answer> {
    let store = place.existing().await?;
    let words = place.words()?;
    let options = QueueOptions { capacity: arguments.capacity, office: arguments.office.clone() };
    let report = queue(&store, &act(&user()), &options, &place.settings(&store).await?, &words).await?;
    if arguments.json {
        return Answer::json(&report);
    }
    let answer = Answer::text(text(&report, &words));
    Ok(if report.rows.is_empty() { answer } else { answer.note(words.label("queue-next")) })
}

/// The list as an officer reads it on a terminal.
pub(super) fn text(report: &QueueReport, words: &Words) -> String {
    let mut out = String::new();
    let heading = words.say(
        "queue-heading",
        &[
            ("day", report.day.as_str().into()),
            ("rows", report.rows.len().into()),
            ("open", report.open.into()),
            ("capacity", report.capacity.into()),
        ],
    );
    let _ = writeln!(out, "{heading}\n");
    for row in &report.rows {
        write_row(&mut out, row, report, words);
    }
    let _ = writeln!(out, "{}", tally_line(&report.tally, words));
    out
}

fn write_row(out: &mut String, row: &QueueRow, report: &QueueReport, words: &Words) {
    let lane = words.beside(&words.label(&format!("lane-{}", row.lane.as_str())));
    let arrival = row.expected_arrival.map_or_else(String::new, |arrival| {
        let hours = arrival.hours_since(report.as_of);
        let key = if hours >= 0.0 { "queue-arrives" } else { "queue-arrived" };
        let span = words.hours(hours.abs());
        words.beside(&words.say(key, &[("time", words.time(arrival).into()), ("span", span.into())]))
    });
    let score = words.number(row.score, 3);
    let _ = writeln!(
        out,
        "{:>3}  {}  {score:<5}  {lane}  {}  {arrival}",
        row.rank,
        row.id,
        printable(&row.office)
    );
    let mut what: Vec<String> = Vec::new();
    what.push(row.containers.iter().map(|text| printable(text)).collect::<Vec<_>>().join(" "));
    what.extend(row.transport_document.as_deref().map(printable));
    what.push(printable(&row.goods));
    what.extend(row.consignee.as_deref().map(printable));
    what.extend(
        row.value
            .as_ref()
            .map(|money| use_number(words, &money.amount.to_string()) + " " + &printable(&money.currency)),
    );
    what.retain(|part| !part.is_empty());
    let _ = writeln!(out, "     {}", wrapped(&what.join(" · "), WIDTH - 5, "     "));
    if !row.route.is_empty() {
        let route: Vec<String> = row.route.iter().map(|area| words.place(area)).collect();
        let bound = row.bound_for.as_ref().map_or_else(String::new, |area| {
            let bound = words.say("route-bound-for", &[("place", words.place(area).into())]);
            format!(" ⇢ {}", words.beside(&bound))
        });
        let line = route.join(" → ") + &bound;
        let _ = writeln!(out, "     {}", wrapped(&line, WIDTH - 5, "     "));
    }
    if row.arm == Arm::Random {
        let _ = writeln!(out, "     · {}", wrapped(&words.label("queue-random"), WIDTH - 7, "       "));
    }
    for reason in &row.reasons {
        let _ = writeln!(
            out,
            "     • {:<8} {}",
            reason.code,
            wrapped(&words.beside(&reason.text), WIDTH - 16, "                ")
        );
    }
    if let Some(outcome) = &row.outcome {
        let _ = writeln!(out, "     ✓ {}", words.finding(outcome.found.as_deref()));
    }
    out.push('\n');
}

/// An exact amount with the language's separators.
pub(super) fn use_number(words: &Words, amount: &str) -> String {
    amount.parse::<f64>().map_or_else(|_| amount.to_owned(), |amount| words.number(amount, 2))
}

/// How the day's list fares, on one line.
pub(super) fn tally_line(tally: &Tally, words: &Words) -> String {
    words.say(
        "tally",
        &[
            ("selected", tally.selected.into()),
            ("random", tally.random.into()),
            ("inspected", tally.inspected.into()),
            ("found", tally.found.into()),
            ("ever", tally.outcomes_ever.into()),
            ("found_ever", tally.found_ever.into()),
        ],
    )
}
