//! `tidewaiter evaluate`

use super::text::Table;
use crate::arguments::{EvaluateArguments, Place};
use crate::output::Answer;
use crate::progress::Bar;
use tidewaiter_server::evaluate::{AtShare, EvaluateReport, evaluate};
use tidewaiter_server::progress::Progress;
use tidewaiter_server::words::Words;

/// Least widths of the columns of every table.
const WIDTHS_MIN: [usize; 7] = [9, 9, 11, 17, 8, 12, 12];

pub(super) async fn run(place: &Place, arguments: &EvaluateArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    let store = place.existing().await?;
    let settings = place.settings(&store).await?;
    let mut bar = Bar::new();
    let mut show = |progress: Progress<'_>| bar.show(&progress);
    let report = evaluate(&store, &arguments.truth, arguments.capacity, &settings, &mut show).await;
    bar.clear();
    let report = report?;
    if arguments.json { Answer::json(&report) } else { Ok(Answer::text(text(&report, &words))) }
}

fn text(report: &EvaluateReport, words: &Words) -> String {
    let base = report.wrong as f64 / report.assessed.max(1) as f64;
    let summary = words.say(
        "evaluate-summary",
        &[
            ("assessed", report.assessed.into()),
            ("wrong", report.wrong.into()),
            ("share", words.percent(base, 2).into()),
            ("looks", report.looks.into()),
            ("from", report.from.date_text().into()),
            ("to", report.to.date_text().into()),
            ("missed", report.missed.into()),
        ],
    );
    let mut parts = vec![summary + "\n", ranking(report, words).text("", words)];
    parts.extend(report.at.iter().find(|at| at.capacity).map(|at| recall(at, words).text("  ", words)));
    let mut indicators = table(&["column-indicator", "column-fired", "column-wrong"], words);
    for (code, rate) in &report.indicators {
        indicators.row(vec![code.clone(), rate.of.to_string(), words.percent(rate.rate, 1)]);
    }
    parts.push(indicators.text("  ", words));
    if !report.honest.is_empty() {
        let mut honest = table(&["column-honest"], words);
        for (oddity, rate) in &report.honest {
            honest.row(vec![oddity.clone(), value_of(rate.hits, rate.of, words)]);
        }
        parts.push(honest.text("  ", words));
    }
    parts.join("\n")
}

/// How good the ranking is at each share of consignments inspected.
fn ranking(report: &EvaluateReport, words: &Words) -> Table<'static> {
    let mut table = table(
        &[
            "column-share",
            "column-inspected",
            "column-precision",
            "column-interval",
            "column-lift",
            "column-random",
            "column-by-tax",
        ],
        words,
    );
    for at in &report.at {
        let figures = &at.report;
        let mut cells = vec![
            words.percent(at.share, 1),
            figures.inspected.to_string(),
            words.percent(figures.by_score.rate, 1),
            format!(
                "{} – {}",
                words.fixed(100.0 * figures.by_score.low, 1),
                words.percent(figures.by_score.high, 1)
            ),
            format!("{}×", words.fixed(figures.lift, 1)),
            words.percent(figures.base.rate, 1),
            words.percent(figures.by_tax.rate, 1),
        ];
        if at.capacity {
            cells.push(words.label("evaluate-capacity"));
        }
        table.row(cells);
    }
    table
}

/// How much of each kind of wrongdoing is found within the capacity.
fn recall(at: &AtShare, words: &Words) -> Table<'static> {
    let random = at.report.inspected as f64 / at.report.considered.max(1) as f64;
    let mut table =
        table(&["column-recall", "column-found", "column-ours", "column-random", "column-by-tax"], words);
    for (kind, rate) in &at.report.recall_by_kind {
        let tax = at.report.recall_by_kind_by_tax.get(kind).map_or(0.0, |rate| rate.rate);
        table.row(vec![
            kind.clone(),
            value_of(rate.hits, rate.of, words),
            words.percent(rate.rate, 1),
            words.percent(random, 1),
            words.percent(tax, 1),
        ]);
    }
    table
}

fn table(labels: &[&str], words: &Words) -> Table<'static> {
    Table::new(&WIDTHS_MIN, labels.iter().map(|key| words.label(key)).collect())
}

fn value_of(hits: u64, of: u64, words: &Words) -> String {
    words.say("column-value-of", &[("hits", hits.into()), ("of", of.into())])
}
