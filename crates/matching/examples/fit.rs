//! Fits the weights of the score, and shows what a set of weights finds.
//!
//! `fit [--fit] LIST QUERIES [LIST QUERIES …]`. A list has lines `entity <tab> kind <tab> name`, queries have lines
//! `entity or - <tab> kind <tab> name`, as `bench/screening/make.py` writes them. With `--fit` the weights of a logistic
//! regression are printed, each kept on the side of zero where it means what its name says; without it, the share of
//! altered names found at the thresholds that let 1 % and 0.13 % of the other names pass.
#![allow(clippy::print_stdout)]

use std::collections::HashMap;
use std::time::Instant;
use tidewaiter_matching::{Asked, FEATURES, Kind, ListIndex, ListedName, Searcher};

/// Sign that each weight may have: 0 is free.
const SIGNS: [f32; FEATURES] = [
    0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0,
    -1.0, 1.0,
];

struct Query {
    entity: Option<u32>,
    kind: Kind,
    text: String,
}

fn kind(word: &str) -> Kind {
    match word {
        "person" => Kind::Person,
        "organisation" => Kind::Organisation,
        "vessel" => Kind::Vessel,
        _ => Kind::Unknown,
    }
}

fn rows(path: &str) -> Vec<(Option<u32>, Kind, String)> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let rows = text.lines().filter_map(|line| {
        let mut fields = line.splitn(3, '\t');
        Some((fields.next()?.parse().ok(), kind(fields.next()?), fields.next()?.to_owned()))
    });
    rows.collect()
}

/// The best score of the right entity for those that are listed; the best of any for the others.
struct Shown {
    listed: Vec<f32>,
    others: Vec<f32>,
    missed: Vec<String>,
    passed: Vec<(f32, String)>,
}

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let fit = arguments.first().is_some_and(|first| first == "--fit");
    if fit {
        arguments.remove(0);
    }
    let mut rows_to_fit = Vec::new();
    for files in arguments.chunks(2) {
        let names = rows(&files[0]);
        let started = Instant::now();
        let index = ListIndex::of(names.iter().map(|(entity, kind, text)| ListedName {
            entity: entity.unwrap_or(u32::MAX),
            kind: *kind,
            text,
        }));
        println!(
            "{}: {} names in {:.2} s, {:.1} MB",
            files[0],
            index.len(),
            started.elapsed().as_secs_f64(),
            index.bytes() as f64 / 1e6
        );
        let queries: Vec<Query> =
            rows(&files[1]).into_iter().map(|(entity, kind, text)| Query { entity, kind, text }).collect();
        if fit {
            gather(&index, &queries, &mut rows_to_fit);
        } else {
            show(&index, &queries);
        }
    }
    if fit {
        println!("{:?}", fitted(&rows_to_fit));
    }
}

fn gather(index: &ListIndex, queries: &[Query], rows: &mut Vec<([f32; FEATURES], bool)>) {
    let mut searcher = Searcher::new(index);
    for query in queries {
        let asked = Asked { kind: query.kind, threshold: 0.001, top: 30 };
        let found = searcher.search(&query.text, &asked);
        // What is measured: the right entity of a listed name against the best of any for the others.
        let best = match query.entity {
            Some(entity) => found.iter().find(|found| found.entity == entity),
            None => found.first(),
        };
        rows.extend(best.map(|found| (found.comparison.weighed.features(), query.entity.is_some())));
    }
}

/// Logistic regression by gradient descent with momentum; weights on the wrong side of zero are set to zero.
fn fitted(rows: &[([f32; FEATURES], bool)]) -> [f32; FEATURES] {
    let positive = rows.iter().filter(|row| row.1).count() as f32;
    println!("{} rows, {positive} of them right", rows.len());
    let mut weights = [0.0_f32; FEATURES];
    let mut pace = [0.0_f32; FEATURES];
    for _ in 0..3_000 {
        let mut gradient = [0.0_f32; FEATURES];
        for (features, right) in rows {
            let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
            let error = f32::from(u8::from(*right)) - 1.0 / (1.0 + (-sum).exp());
            gradient.iter_mut().zip(features).for_each(|(slot, feature)| *slot += error * feature);
        }
        for at in 0..FEATURES {
            pace[at] = 0.95 * pace[at] + gradient[at] / rows.len() as f32 - 1e-5 * weights[at];
            weights[at] += 0.5 * pace[at];
            if weights[at] * SIGNS[at] < 0.0 {
                weights[at] = 0.0;
            }
        }
    }
    weights
}

fn show(index: &ListIndex, queries: &[Query]) {
    let mut searcher = Searcher::new(index);
    let mut shown = Shown { listed: Vec::new(), others: Vec::new(), missed: Vec::new(), passed: Vec::new() };
    let started = Instant::now();
    let mut longest = 0.0_f64;
    for query in queries {
        let asked = Asked { kind: query.kind, threshold: 0.05, top: 50 };
        let one = Instant::now();
        let found = searcher.search(&query.text, &asked);
        longest = longest.max(one.elapsed().as_secs_f64());
        let best = match query.entity {
            Some(entity) => found.iter().find(|found| found.entity == entity),
            None => found.first(),
        };
        let score = best.map_or(0.0, |found| found.comparison.score);
        match query.entity {
            Some(_) => {
                shown.listed.push(score);
                if score < 0.5 {
                    shown.missed.push(format!("{score:.2} {}", query.text));
                }
            }
            None => {
                shown.others.push(score);
                let name = best.and_then(|found| index.name(found.name)).map_or("", |name| name.text);
                shown.passed.push((score, format!("{} / {name}", query.text)));
            }
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    println!("  {:.0} queries a second, longest {:.2} ms", queries.len() as f64 / seconds, longest * 1e3);
    shown.others.sort_by(f32::total_cmp);
    for share in [0.01, 0.0013] {
        let at = ((1.0 - share) * shown.others.len() as f64).ceil() as usize;
        let threshold = shown.others.get(at).copied().unwrap_or(0.0);
        let found = shown.listed.iter().filter(|score| **score > threshold).count();
        println!(
            "  above {threshold:.3} (at most {:.2} % of the others): {:.2} % found",
            share * 100.0,
            100.0 * found as f64 / shown.listed.len().max(1) as f64
        );
    }
    shown.passed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut reliability: HashMap<u32, [u32; 2]> = HashMap::new();
    for (scores, right) in [(&shown.listed, 1), (&shown.others, 0)] {
        for score in scores.iter().filter(|score| **score > 0.05) {
            reliability.entry((score * 10.0) as u32).or_default()[right] += 1;
        }
    }
    let mut reliability: Vec<_> = reliability.into_iter().collect();
    reliability.sort_unstable();
    println!("  tenths of score, wrong and right: {reliability:?}");
    for (score, text) in shown.passed.iter().take(12) {
        println!("    passed {score:.2} {text}");
    }
    for text in shown.missed.iter().take(25) {
        println!("    missed {text}");
    }
}
