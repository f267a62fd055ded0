//! `tidewaiter explain`

use super::queue::use_number;
use super::text::{labelled, wrapped};
use crate::arguments::{ExplainArguments, Place};
use crate::output::Answer;
use std::fmt::Write;
use tidewaiter_model::reason::Param;
use tidewaiter_server::explain::explain;
use tidewaiter_server::shapes::{EvidenceView, ExplainReport, ExplainedReason};
use tidewaiter_server::words::{Words, printable};

const WIDTH: usize = 100;
/// Characters of a message's bytes shown on the terminal; `--json` has up to 4,096 bytes.
const EXCERPT_CHARS_MAX: usize = 400;

pub(super) async fn run(place: &Place, arguments: &ExplainArguments) -> anyhow::Result<Answer> {
    let store = place.existing().await?;
    let words = place.words()?;
    let settings = place.settings(&store).await?;
    let report = explain(&store, &arguments.id, &settings.risk, &words).await?;
    if arguments.json { Answer::json(&report) } else { Ok(Answer::text(text(&report, &words))) }
}

fn text(report: &ExplainReport, words: &Words) -> String {
    let mut out = String::new();
    write_head(&mut out, report, words);
    for reason in &report.reasons {
        write_reason(&mut out, reason, words);
    }
    if report.reasons.is_empty() {
        let _ = writeln!(out, "{}\n", words.label("explain-no-reason"));
    }
    if !report.not_evaluated.is_empty() {
        let _ = writeln!(out, "{}", words.label("explain-not-evaluated"));
        for entry in &report.not_evaluated {
            let _ = writeln!(out, "  {:<8} {}", entry.code, words.beside(&entry.text));
        }
        out.push('\n');
    }
    if !report.passed.is_empty() {
        let passed = report.passed.join(", ");
        let _ = writeln!(out, "{}\n", words.say("explain-passed", &[("codes", passed.into())]));
    }
    for outcome in &report.outcomes {
        let note = outcome.note.as_deref().map_or_else(String::new, |note| format!(" — {}", printable(note)));
        let line = words.beside(&words.finding(outcome.found.as_deref()));
        let _ = writeln!(out, "✓ {}: {line}{note}", words.time(outcome.recorded));
    }
    out
}

fn write_head(out: &mut String, report: &ExplainReport, words: &Words) {
    let consignment = &report.consignment;
    let heading = words.say(
        "explain-heading",
        &[
            ("id", consignment.id.as_str().into()),
            ("score", words.number(report.score, 3).into()),
            ("rank", report.rank_by_score.into()),
            ("open", report.open.into()),
            ("time", words.time(report.as_of).into()),
        ],
    );
    let _ = writeln!(out, "{heading}");
    if let Some(selection) = &report.selection {
        let line = words.say(
            "explain-selection",
            &[
                ("day", selection.day.as_str().into()),
                ("rank", selection.rank.into()),
                ("lane", words.label(&format!("lane-{}", selection.lane.as_str())).into()),
                ("arm", words.label(&format!("arm-{}", selection.arm.as_str())).into()),
            ],
        );
        let _ = writeln!(out, "{line}");
    }
    out.push('\n');
    let mut fact = |key: &str, value: String| {
        if !value.is_empty() {
            let label = labelled(&words.label(key), 24, words);
            let value = wrapped(&words.isolated(&value), WIDTH - 27, &" ".repeat(27));
            let _ = writeln!(out, "  {label} {value}");
        }
    };
    let party = |party: &Option<tidewaiter_model::entry_summary::Party>| {
        party.as_ref().map_or_else(String::new, |party| {
            let parts = [&party.name, &party.identifier, &party.city, &party.country];
            parts.iter().filter_map(|part| part.as_deref().map(printable)).collect::<Vec<_>>().join(", ")
        })
    };
    fact(
        "fact-containers",
        consignment.containers.iter().map(|text| printable(text)).collect::<Vec<_>>().join(" "),
    );
    fact(
        "fact-transport-document",
        consignment.transport_document.as_deref().map(printable).unwrap_or_default(),
    );
    fact("fact-entry", consignment.entry_reference.as_deref().map(printable).unwrap_or_default());
    fact(
        "fact-declarations",
        consignment.declaration_ids.iter().map(|text| printable(text)).collect::<Vec<_>>().join(" "),
    );
    fact("fact-office", printable(&consignment.office));
    fact("fact-arrival", consignment.expected_arrival.map(|time| words.time(time)).unwrap_or_default());
    fact("fact-consignor", party(&consignment.consignor));
    fact("fact-consignee", party(&consignment.consignee));
    for line in &consignment.goods {
        let mass = line
            .gross_mass_kg
            .or(line.net_mass_kg)
            .map(|mass| words.isolated(&words.param(&Param::MassKg(mass))));
        let value = line.value.as_ref().map(|value| {
            format!("{} {}", use_number(words, &value.amount.to_string()), printable(&value.currency))
        });
        let parts = [
            line.hs_code.clone(),
            line.description.as_deref().map(printable),
            mass,
            value,
            line.country_origin.as_deref().map(|code| words.isolated(&words.country(code))),
        ];
        fact("fact-goods", parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    }
    for trip in &consignment.trips {
        let route: Vec<String> = trip.itinerary.iter().map(|area| words.place(area)).collect();
        let mut parts = vec![format!("{}: {}", printable(&trip.container), route.join(" → "))];
        for (key, time) in [("trip-loaded", trip.loaded), ("trip-discharged", trip.discharged)] {
            parts
                .extend(time.map(|time| words.beside(&words.say(key, &[("time", words.time(time).into())]))));
        }
        if !trip.vessels.is_empty() {
            let vessels = trip.vessels.iter().map(|vessel| printable(vessel)).collect::<Vec<_>>().join(", ");
            parts.push(words.beside(&words.say("trip-vessels", &[("vessels", vessels.into())])));
        }
        fact("fact-trip", parts.join(" · "));
    }
    for join in &consignment.joins {
        let line = words.say(
            &format!("join-{}-{}", join.what, join.by.replace('_', "-")),
            &[("key", printable(&join.key).into()), ("confidence", words.share(join.confidence).into())],
        );
        fact("fact-join", line);
    }
    out.push('\n');
}

fn write_reason(out: &mut String, explained: &ExplainedReason, words: &Words) {
    let ExplainedReason { reason, weight, evidence } = explained;
    let weight = words.beside(&words.say("explain-weight", &[("weight", words.number(*weight, 2).into())]));
    let _ =
        writeln!(out, "{:<8} {}", reason.code, wrapped(&words.beside(&reason.text), WIDTH - 9, "         "));
    let params: Vec<String> = reason
        .params
        .iter()
        .map(|(name, param)| format!("{name} = {}", words.isolated(&words.param(param))))
        .collect();
    let _ = writeln!(
        out,
        "         {}",
        wrapped(&format!("{weight}; {}", params.join("; ")), WIDTH - 9, "         ")
    );
    for piece in evidence {
        write_evidence(out, piece, words);
    }
    out.push('\n');
}

fn write_evidence(out: &mut String, piece: &EvidenceView, words: &Words) {
    let line = words.say(
        "explain-evidence",
        &[
            ("role", words.label(&format!("role-{}", piece.role.replace('_', "-"))).into()),
            ("file", printable(&piece.file).into()),
            ("start", piece.span.start.into()),
            ("end", piece.span.end().into()),
        ],
    );
    let _ = writeln!(out, "         ↳ {line}");
    let shown: String = piece.text.chars().take(EXCERPT_CHARS_MAX).collect();
    let more = if shown.len() < piece.text.len() { " …" } else { "" };
    let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let flat: String = flat.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    let _ = writeln!(out, "           {}{more}", wrapped(&flat, WIDTH - 11, "           "));
}
