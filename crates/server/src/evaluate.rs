//! How good the ranking is on a world whose truth is known.
//!
//! The loop is replayed: every few days of the second half of the world, what is open then is assessed with what was
//! known then. Each consignment that was due in that time counts once, with the last assessment it had while open.

use crate::assess::{Boxes, picture};
use crate::error::{Error, Result};
use crate::progress::{Progress, Report};
use crate::settings::Settings;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::measure::{self, Judged, Rate};
use tidewaiter_store::Store;
use tidewaiter_world::truth::{self, TruthRow};

/// Days between two looks: fewer than a consignment stays open after its arrival, so that none slips through.
const STEP_DAYS: i64 = 4;
/// Share of the world's time that only feeds history.
const WARM_UP_SHARE: f64 = 0.5;
/// Shares of consignments at which the ranking is measured beside the capacity asked for.
const SHARES: &[f64] = &[0.01, 0.05];
/// Name of the file in the truth folder.
const TRUTH_FILE: &str = "consignments.csv";

/// `evaluate --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvaluateReport {
    /// Consignments assessed while open.
    pub assessed: u64,
    /// Of those with planted wrongdoing.
    pub wrong: u64,
    /// First look.
    pub from: UtcTime,
    /// Last look.
    pub to: UtcTime,
    /// Looks taken.
    pub looks: u64,
    /// Truth rows due in that time that were never assessed while open.
    pub missed: u64,
    /// The ranking at the capacity asked for and at 1 % and 5 %, smallest first.
    pub at: Vec<AtShare>,
    /// How often each indicator fired, and how often rightly.
    pub indicators: BTreeMap<String, Rate>,
    /// Honest oddities: how many stand within the capacity by score.
    pub honest: BTreeMap<String, Rate>,
}

/// The ranking at one capacity.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AtShare {
    /// Share of consignments inspected.
    pub share: f64,
    /// Whether this is the capacity asked for.
    pub capacity: bool,
    /// Figures for ours, for chance and for sorting by tax.
    #[serde(flatten)]
    pub report: measure::Report,
}

/// Replays the store's messages against the truth folder of their world.
pub async fn evaluate(
    store: &Store,
    folder: &Path,
    capacity: f64,
    settings: &Settings,
    progress: Report<'_>,
) -> Result<EvaluateReport> {
    if !(capacity > 0.0 && capacity <= 1.0) {
        return Err(Error::Use(format!(
            "a capacity of {capacity} is no share; use more than 0 and at most 1"
        )));
    }
    let truth = read_truth(folder)?;
    let latest = store.latest_received().await?.ok_or(Error::NothingAssessed)?;
    let looks = looks(&truth, latest)?;
    let mut last: HashMap<String, Assessment> = HashMap::new();
    let (places, sea) = (settings.places(), SeaNetwork::builtin());
    for (done, as_of) in looks.iter().enumerate() {
        let total = Some(looks.len() as u64);
        progress(Progress {
            work: "evaluate",
            item: &as_of.date_text(),
            done: done as u64,
            total,
            unit: "steps",
        });
        let picture = picture(store, *as_of, places, settings, Boxes::Declared, None).await?;
        for assessment in picture.assess(places, sea, &HashSet::new(), settings).assessments {
            last.insert(assessment.consignment.id.clone(), assessment);
        }
    }
    Ok(report(&truth, &last, &looks, capacity))
}

fn read_truth(folder: &Path) -> Result<Vec<TruthRow>> {
    let path = folder.join(TRUTH_FILE);
    let name = path.display().to_string();
    let text = std::fs::read_to_string(&path).map_err(|source| Error::File { path: name.clone(), source })?;
    let rows = truth::parse(&text);
    if rows.is_empty() {
        return Err(Error::Use(format!(
            "{name} holds no truth; name the truth folder that `tidewaiter world` wrote"
        )));
    }
    Ok(rows)
}

/// Times to look at: from the middle between the first arrival and the last message to that message.
fn looks(truth: &[TruthRow], end: UtcTime) -> Result<Vec<UtcTime>> {
    let first = truth.iter().map(|row| row.expected_arrival).min().ok_or(Error::NothingAssessed)?;
    let span_hours = end.hours_since(first);
    let mut at = first.plus_hours(span_hours * WARM_UP_SHARE);
    let mut looks = Vec::new();
    while at <= end {
        looks.push(at);
        at = at.plus_days(STEP_DAYS);
    }
    Ok(looks)
}

fn report(
    truth: &[TruthRow],
    last: &HashMap<String, Assessment>,
    looks: &[UtcTime],
    capacity: f64,
) -> EvaluateReport {
    let (from, to) = (looks.first().copied().unwrap_or_default(), looks.last().copied().unwrap_or_default());
    let due = |row: &&TruthRow| row.expected_arrival >= from && row.expected_arrival <= to;
    let by_document: HashMap<&str, &TruthRow> =
        truth.iter().filter(due).map(|row| (row.transport_document.as_str(), row)).collect();
    let mut pairs: Vec<(&Assessment, &TruthRow)> = last
        .values()
        .filter_map(|assessment| {
            let document = assessment.consignment.transport_document.as_deref()?;
            by_document.get(document).map(|row| (assessment, *row))
        })
        .collect();
    pairs.sort_by(|a, b| a.0.consignment.id.cmp(&b.0.consignment.id));
    let judged: Vec<Judged<'_>> = pairs
        .iter()
        .map(|(assessment, row)| Judged {
            id: &assessment.consignment.id,
            score: assessment.score,
            tax: row.tax,
            kind: (!row.kind.is_empty()).then_some(row.kind.as_str()),
        })
        .collect();
    let mut shares: Vec<(f64, bool)> = SHARES.iter().map(|share| (*share, false)).collect();
    shares.retain(|(share, _)| (share - capacity).abs() > 1e-9);
    shares.push((capacity, true));
    shares.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = shares
        .into_iter()
        .map(|(share, is_capacity)| AtShare {
            share,
            capacity: is_capacity,
            report: measure::report(&judged, measure::top_count(judged.len(), share)),
        })
        .collect();
    let seen: HashSet<&str> = pairs.iter().map(|(_, row)| row.transport_document.as_str()).collect();
    EvaluateReport {
        assessed: judged.len() as u64,
        wrong: judged.iter().filter(|row| row.kind.is_some()).count() as u64,
        from,
        to,
        looks: looks.len() as u64,
        missed: truth.iter().filter(due).filter(|row| !seen.contains(row.transport_document.as_str())).count()
            as u64,
        at,
        indicators: indicators(&pairs),
        honest: honest(&pairs, &judged, capacity),
    }
}

fn indicators(pairs: &[(&Assessment, &TruthRow)]) -> BTreeMap<String, Rate> {
    let mut counts: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for (assessment, row) in pairs {
        let fired: HashSet<String> = assessment
            .reasons
            .iter()
            .map(|reason| match reason.variant.as_str() {
                "" => reason.indicator.code().to_owned(),
                variant => format!("{} {variant}", reason.indicator.code()),
            })
            .collect();
        for code in fired {
            let count = counts.entry(code).or_default();
            count.0 += u64::from(row.is_wrong());
            count.1 += 1;
        }
    }
    counts.into_iter().map(|(code, (hits, of))| (code, Rate::new(hits, of))).collect()
}

fn honest(
    pairs: &[(&Assessment, &TruthRow)],
    judged: &[Judged<'_>],
    capacity: f64,
) -> BTreeMap<String, Rate> {
    let top = measure::top_count(judged.len(), capacity);
    let inside: HashSet<usize> = measure::rank_by_score(judged).into_iter().take(top).collect();
    let mut counts: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for (place, (_, row)) in pairs.iter().enumerate() {
        if row.oddity.is_empty() || row.is_wrong() {
            continue;
        }
        let count = counts.entry(row.oddity.clone()).or_default();
        count.0 += u64::from(inside.contains(&place));
        count.1 += 1;
    }
    counts.into_iter().map(|(oddity, (hits, of))| (oddity, Rate::new(hits, of))).collect()
}
