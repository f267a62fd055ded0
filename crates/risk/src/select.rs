//! The day's inspection list of each office: the riskiest under a capacity, and a random arm.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use tidewaiter_model::assessment::{Arm, Assessment, Lane, Selection};
use tidewaiter_model::identifier::stable_hash;
use tidewaiter_model::reason::{Indicator, Reason};
use tidewaiter_model::time::UtcTime;

/// How many are picked, and how many of them by chance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SelectionSettings {
    /// Inspections an office can do in a day.
    pub capacity_per_office_day: u32,
    /// Offices whose capacity differs.
    pub by_office: BTreeMap<String, u32>,
    /// Share of the capacity given to chance, 0 to 1.
    pub random_share: f64,
    /// Seed of the random arm. The same seed, day and candidates give the same list.
    pub seed: u64,
}

impl Default for SelectionSettings {
    fn default() -> Self {
        SelectionSettings {
            capacity_per_office_day: 50,
            by_office: BTreeMap::new(),
            random_share: 0.05,
            seed: 0,
        }
    }
}

impl SelectionSettings {
    /// Inspections this office can do in a day.
    pub fn capacity(&self, office: &str) -> u32 {
        self.by_office.get(office).copied().unwrap_or(self.capacity_per_office_day)
    }
}

/// An open consignment that could be picked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate<'a> {
    /// Consignment.
    pub id: &'a str,
    /// Office that decides.
    pub office: &'a str,
    /// Score, 0 to 1.
    pub score: f64,
    /// Expected arrival, or acceptance of the declaration.
    pub expected_arrival: Option<UtcTime>,
    /// What fired, strongest contribution first.
    pub reasons: &'a [Reason],
}

impl<'a> From<&'a Assessment> for Candidate<'a> {
    fn from(assessment: &'a Assessment) -> Self {
        Candidate {
            id: &assessment.consignment.id,
            office: &assessment.consignment.office,
            score: assessment.score,
            expected_arrival: assessment.consignment.expected_arrival,
            reasons: &assessment.reasons,
        }
    }
}

/// What stands on an office's list of the day already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Listed {
    /// Inspections in all.
    pub all: u32,
    /// Of those, drawn by chance.
    pub random: u32,
}

/// Picks the day's list of every office. See [`select_beside`]; nothing is on the list yet.
pub fn select(
    candidates: &[Candidate<'_>],
    already: &HashSet<String>,
    day: i64,
    settings: &SelectionSettings,
) -> Vec<Selection> {
    select_beside(candidates, already, &BTreeMap::new(), day, settings)
}

/// Picks what the offices' capacity still allows on this day, beside what is `listed` for it.
///
/// `already` are consignments selected before, on any day: never picked again. `day` counts days since 1970-01-01
/// UTC. Of each office's free capacity, the random share is drawn first and uniformly from everything eligible,
/// whatever its score; the rest goes to the highest scores above 0, at equal scores to the earliest arrival, then by
/// id. The list comes out by office and rank; ranks go on after those listed. The candidates' order leaves no trace,
/// and a larger capacity only adds consignments.
pub fn select_beside(
    candidates: &[Candidate<'_>],
    already: &HashSet<String>,
    listed: &BTreeMap<String, Listed>,
    day: i64,
    settings: &SelectionSettings,
) -> Vec<Selection> {
    let mut offices: BTreeMap<&str, Vec<&Candidate<'_>>> = BTreeMap::new();
    for candidate in candidates.iter().filter(|candidate| !already.contains(candidate.id)) {
        offices.entry(candidate.office).or_default().push(candidate);
    }
    let mut list = Vec::new();
    for (office, mut eligible) in offices {
        eligible.sort_by(|a, b| by_risk(a, b));
        // The same consignment offered twice is one consignment: the riskier offer stands.
        let mut seen = HashSet::new();
        eligible.retain(|candidate| seen.insert(candidate.id));
        let before = listed.get(office).copied().unwrap_or_default();
        let whole = settings.capacity(office);
        let free = whole.saturating_sub(before.all);
        let random = draw(&eligible, office, day, whole, before.random, free, settings);
        let by_chance: HashSet<&str> = random.iter().map(|candidate| candidate.id).collect();
        let risky = eligible
            .iter()
            .filter(|candidate| candidate.score > 0.0 && !by_chance.contains(candidate.id))
            .take((free as usize).saturating_sub(random.len()));
        let mut picked: Vec<(&Candidate<'_>, Arm)> = risky.map(|candidate| (*candidate, Arm::Risk)).collect();
        picked.extend(random.iter().map(|candidate| (*candidate, Arm::Random)));
        picked.sort_by(|a, b| by_risk(a.0, b.0));
        for (place, (candidate, arm)) in (before.all + 1..).zip(picked) {
            // Chance teaches only if the goods are looked at.
            let lane = if arm == Arm::Random { Lane::Red } else { lane(candidate, day) };
            list.push(Selection {
                consignment_id: candidate.id.to_owned(),
                day,
                office: office.to_owned(),
                rank: place,
                lane,
                arm,
                score: candidate.score,
            });
        }
    }
    list
}

/// Highest score first, then the earliest arrival (unknown last), then the id.
fn by_risk(a: &Candidate<'_>, b: &Candidate<'_>) -> std::cmp::Ordering {
    let urgency = |candidate: &Candidate<'_>| candidate.expected_arrival.map_or(i64::MAX, UtcTime::micros);
    b.score.total_cmp(&a.score).then_with(|| urgency(a).cmp(&urgency(b))).then_with(|| a.id.cmp(b.id))
}

/// The random arm of one office: as many as the share of its capacity says, rounded up or down by chance so that
/// over many days the share is kept, drawn by a hash that nobody can steer without knowing the seed.
fn draw<'c, 'a>(
    eligible: &[&'c Candidate<'a>],
    office: &str,
    day: i64,
    capacity: u32,
    drawn_before: u32,
    free: u32,
    settings: &SelectionSettings,
) -> Vec<&'c Candidate<'a>> {
    let (seed, day) = (settings.seed.to_string(), day.to_string());
    let share = if settings.random_share.is_finite() { settings.random_share.clamp(0.0, 1.0) } else { 0.0 };
    let chance = stable_hash(&["random arm", &seed, &day, office]) as f64 / u64::MAX as f64;
    let whole = (f64::from(capacity) * share + chance).floor().min(f64::from(capacity)) as u32;
    // What the day's list has of chance already is not drawn again.
    let wanted = whole.saturating_sub(drawn_before).min(free) as usize;
    let mut drawn: Vec<(u64, &Candidate<'a>)> = eligible
        .iter()
        .map(|candidate| (stable_hash(&["draw", &seed, &day, office, candidate.id]), *candidate))
        .collect();
    drawn.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.id.cmp(b.1.id)));
    drawn.into_iter().take(wanted).map(|(_, candidate)| candidate).collect()
}

/// What is to be done about a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Check {
    Goods,
    Documents,
    Value,
}

const fn check(indicator: Indicator) -> Check {
    match indicator {
        Indicator::DuplicateNumber
        | Indicator::RouteLoop
        | Indicator::NeedlessTransshipment
        | Indicator::LongDwell
        | Indicator::FullEmptyConflict
        | Indicator::WeightAnomaly
        | Indicator::SealChange
        | Indicator::SwappedBox
        | Indicator::GateOutOdd
        | Indicator::TransitDiversion => Check::Goods,
        Indicator::ContainerNumber
        | Indicator::RareRoute
        | Indicator::NewPair
        | Indicator::OriginNotOnRoute
        | Indicator::PlaceOfLoading
        | Indicator::PlaceOfDischarge
        | Indicator::CountriesOfRouting
        | Indicator::LateDeclaration
        | Indicator::LegTime
        | Indicator::HighRiskPlace
        | Indicator::ChangedAfterLoading
        | Indicator::StuffingPlace
        | Indicator::MessageGap => Check::Documents,
        Indicator::ValuePerKilogram => Check::Value,
    }
}

/// The lane that the reasons ask for.
///
/// Green when nothing fired. Red when one of the two leading reasons is about the goods or the box. Blue when value is
/// the leading reason and the goods have arrived before this day: the books can be checked after release. Yellow
/// otherwise.
pub fn lane(candidate: &Candidate<'_>, day: i64) -> Lane {
    let mut checks = candidate.reasons.iter().map(|reason| check(reason.indicator));
    let (first, second) = (checks.next(), checks.next());
    let arrived = candidate.expected_arrival.is_some_and(|arrival| arrival.day_number() < day);
    match (first, second) {
        (None, _) => Lane::Green,
        (Some(Check::Goods), _) | (_, Some(Check::Goods)) => Lane::Red,
        (Some(Check::Value), _) if arrived => Lane::Blue,
        _ => Lane::Yellow,
    }
}
