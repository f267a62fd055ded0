//! How complete, how late and how right each carrier's messages are: the figure that no authority has.

use crate::facts::{Doubt, Facts, Report};
use crate::judge::milestones_of;
use crate::routes::Distribution;
use serde::Serialize;
use std::collections::HashMap;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::Classifier;

/// What is counted of one carrier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Tally {
    trips: u64,
    expected: u64,
    missing: u64,
    reports: u64,
    doubted: u64,
    late: Distribution,
}

/// Counts by carrier, over any number of containers. Tables of parts add up in any order.
#[derive(Debug, Clone, Default)]
pub struct CarrierTable {
    carriers: HashMap<TextId, Tally>,
}

/// One carrier's line of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CarrierLine {
    /// The carrier; empty for messages that name none.
    pub carrier: String,
    /// Its laden trips with a complete sea part.
    pub trips: u64,
    /// Loads and discharges that these must have had.
    pub expected: u64,
    /// Those that nobody reported.
    pub missing: u64,
    /// Missing of expected, 0 to 1; `None` of nothing.
    pub missing_share: Option<f64>,
    /// Half of its messages about what had happened were received within so many hours of it.
    pub late_median_hours: Option<f64>,
    /// Its messages about what had happened.
    pub reports: u64,
    /// Of those, the ones that are not believed.
    pub doubted: u64,
    /// Doubted of all, 0 to 1; `None` of nothing.
    pub doubted_share: Option<f64>,
}

fn share(part: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}

impl CarrierTable {
    /// Counts the trips of `facts` from `first_trip` on, which were rebuilt from these reports.
    pub fn add(&mut self, facts: &Facts, first_trip: usize, reports: &[Report]) {
        for trip in facts.trips.get(first_trip..).unwrap_or(&[]) {
            if let Some((expected, missing)) = milestones_of(facts, trip) {
                let tally = self.carriers.entry(trip.carrier).or_default();
                tally.trips += 1;
                tally.expected += u64::from(expected);
                tally.missing += u64::from(missing);
            }
            for event in facts.events_of(trip) {
                let doubted = matches!(event.doubt, Doubt::Outvoted | Doubt::ContradictsNeighbours);
                let own = facts.reports_of(event).iter().filter_map(|number| reports.get(*number as usize));
                for report in own.filter(|report| report.classifier == Classifier::Actual) {
                    let tally = self.carriers.entry(report.carrier).or_default();
                    tally.reports += 1;
                    tally.doubted += u64::from(doubted);
                    tally.late.add(report.received.hours_since(report.time));
                }
            }
        }
    }

    /// Adds the counts of other containers, whose numbers are of the same texts.
    pub fn merge(&mut self, other: &CarrierTable) {
        for (carrier, theirs) in &other.carriers {
            let mine = self.carriers.entry(*carrier).or_default();
            mine.trips += theirs.trips;
            mine.expected += theirs.expected;
            mine.missing += theirs.missing;
            mine.reports += theirs.reports;
            mine.doubted += theirs.doubted;
            mine.late.merge(&theirs.late);
        }
    }

    /// The report, in order of carrier.
    pub fn lines(&self, texts: &TextTable) -> Vec<CarrierLine> {
        let line = |(carrier, tally): (&TextId, &Tally)| CarrierLine {
            carrier: texts.text(*carrier).to_owned(),
            trips: tally.trips,
            expected: tally.expected,
            missing: tally.missing,
            missing_share: share(tally.missing, tally.expected),
            late_median_hours: tally.late.quantile_hours(0.5),
            reports: tally.reports,
            doubted: tally.doubted,
            doubted_share: share(tally.doubted, tally.reports),
        };
        let mut lines: Vec<CarrierLine> = self.carriers.iter().map(line).collect();
        lines.sort_by(|a, b| a.carrier.cmp(&b.carrier));
        lines
    }
}
