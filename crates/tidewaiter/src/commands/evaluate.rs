//! `tidewaiter evaluate`

use crate::arguments::{EvaluateArguments, Place};
use crate::output::Answer;
use crate::progress::Bar;
use std::fmt::Write;
use tidewaiter_server::evaluate::{EvaluateReport, evaluate};
use tidewaiter_server::progress::Progress;

pub(super) async fn run(place: &Place, arguments: &EvaluateArguments) -> anyhow::Result<Answer> {
    let store = place.existing().await?;
    let settings = place.settings()?;
    let mut bar = Bar::new();
    let mut show = |progress: Progress<'_>| bar.show(&progress);
    let report = evaluate(&store, &arguments.truth, arguments.capacity, &settings, &mut show).await;
    bar.clear();
    let report = report?;
    if arguments.json { Answer::json(&report) } else { Ok(Answer::text(text(&report))) }
}

fn text(report: &EvaluateReport) -> String {
    let mut out = String::new();
    let base = report.wrong as f64 / report.assessed.max(1) as f64;
    let _ = writeln!(
        out,
        "{} consignments assessed while open, {} wrong ({:.2} %), in {} looks from {} to {}; {} were never open at a look\n",
        report.assessed,
        report.wrong,
        100.0 * base,
        report.looks,
        report.from.date_text(),
        report.to.date_text(),
        report.missed
    );
    let _ = writeln!(
        out,
        "{:>9} {:>9} {:>11} {:>17} {:>8} {:>12} {:>12}",
        "share", "inspected", "precision", "95 % interval", "lift", "random", "sort by tax"
    );
    for at in &report.at {
        let figures = &at.report;
        let _ = writeln!(
            out,
            "{:>7.1} % {:>9} {:>9.1} % {:>7.1} – {:>5.1} % {:>7.1}× {:>10.1} % {:>10.1} %{}",
            100.0 * at.share,
            figures.inspected,
            100.0 * figures.by_score.rate,
            100.0 * figures.by_score.low,
            100.0 * figures.by_score.high,
            figures.lift,
            100.0 * figures.base.rate,
            100.0 * figures.by_tax.rate,
            if at.capacity { "  ← capacity" } else { "" }
        );
    }
    if let Some(at) = report.at.iter().find(|at| at.capacity) {
        let random = at.report.inspected as f64 / at.report.considered.max(1) as f64;
        let _ = writeln!(
            out,
            "\nrecall by kind at capacity {:>20} {:>10} {:>12}",
            "ours", "random", "sort by tax"
        );
        for (kind, rate) in &at.report.recall_by_kind {
            let tax = at.report.recall_by_kind_by_tax.get(kind).map_or(0.0, |rate| rate.rate);
            let _ = writeln!(
                out,
                "  {kind:<26} {:>4} of {:>3} {:>5.1} % {:>8.1} % {:>10.1} %",
                rate.hits,
                rate.of,
                100.0 * rate.rate,
                100.0 * random,
                100.0 * tax
            );
        }
    }
    let _ = writeln!(out, "\nindicator {:>22} {:>12}", "fired", "of those wrong");
    for (code, rate) in &report.indicators {
        let _ = writeln!(out, "  {code:<22} {:>7} {:>12.1} %", rate.of, 100.0 * rate.rate);
    }
    if !report.honest.is_empty() {
        let _ = writeln!(out, "\nhonest oddities within capacity");
        for (oddity, rate) in &report.honest {
            let _ = writeln!(out, "  {oddity:<26} {:>4} of {:>4}", rate.hits, rate.of);
        }
    }
    out
}
