//! EF-CONF, SL-CHG and WT-ANOM: full or empty, seal and mass must stay the same while the box is closed.

use super::shape::{REPORTS_COUNTED_MAX, said};
use super::verdict::Verdict;
use super::{Bench, Change, Shape, graded};
use crate::facts::EventFact;
use crate::life::is_sea;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::reason::{Indicator, Param};

/// An empty box weighs this much, kilograms: sources differ by it when one counts the box and another the goods.
const TARE_KG: std::ops::RangeInclusive<f64> = 1_800.0..=4_900.0;

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    let (start, end) = while_closed(&bench.shape);
    let closed = bench.shape.events.get(start..end).unwrap_or(&[]);
    judge_full_empty(bench, closed, verdict);
    judge_seals(bench, closed, verdict);
    judge_masses(bench, closed, verdict);
}

/// The events, believed or not, between stuffing and stripping: from the last stuffing or gate-in before the first
/// load (that load itself if there is none) to the first gate-out after the last discharge.
fn while_closed(shape: &Shape<'_>) -> (usize, usize) {
    let mut sea = shape.believed().filter(|(_, event)| is_sea(event.event)).map(|(place, _)| place);
    let Some(first) = sea.next() else { return (0, 0) };
    let last = sea.next_back().unwrap_or(first);
    let before = |code| shape.believed().rfind(|(place, event)| *place < first && event.event == code);
    let start = before(EventCode::GateIn).or_else(|| before(EventCode::Stuffed)).map_or(first, |(p, _)| p);
    let out = shape.believed().find(|(place, event)| *place > last && event.event == EventCode::GateOut);
    (start, out.map_or(last, |(place, _)| place) + 1)
}

fn believed(events: &[EventFact]) -> impl DoubleEndedIterator<Item = &EventFact> {
    events.iter().filter(|event| event.doubt == crate::facts::Doubt::None)
}

/// What the reports of one leg say of the box: those for empty less those for laden.
struct Leg<'f> {
    empty: Option<&'f EventFact>,
    balance: i64,
    empty_events: u32,
    /// Another leg's reports say laden: more likely it is of another journey than of another load.
    laden_elsewhere: bool,
}

/// Reports that must say so, and what an empty leg weighs then.
const LADEN_ELSEWHERE_MIN: i64 = 2;
const LADEN_ELSEWHERE_WEIGHT: f64 = 0.4;

fn judge_full_empty(bench: &Bench<'_>, closed: &[EventFact], verdict: &mut Verdict<'_>) {
    let mut said = believed(closed).filter(|event| event.full_empty.is_some()).peekable();
    if said.peek().is_none() {
        return verdict.lacks(Indicator::FullEmptyConflict, "not_reported");
    }
    let empties = |event: &&EventFact| event.full_empty == Some(FullEmpty::Empty);
    if !bench.shape.laden || !believed(closed).any(|event| empties(&event)) {
        return;
    }
    if believed(closed).any(|event| event.event == EventCode::Stripped) {
        return;
    }
    let Some(goods) = goods(&bench.shape, closed) else { return };
    let leg = emptiest_leg(closed);
    let ashore = believed(closed).find(|event| empties(event) && !is_sea(event.event));
    let (empty, strength, variant) = match (leg.empty, ashore) {
        // Reports of the same leg that say laden take away from those that say empty: a wrong flag is not rare.
        (Some(empty), _) if leg.balance > 0 => {
            let other = if leg.laden_elsewhere { LADEN_ELSEWHERE_WEIGHT } else { 1.0 };
            (empty, other * empty_strength(&leg), "empty_at_sea")
        }
        (_, Some(empty)) => {
            let reports = f64::from(empty.report_count.min(REPORTS_COUNTED_MAX));
            (empty, 0.35 * graded(reports, 1.2), "changed")
        }
        (Some(empty), None) => (empty, 0.05, "empty_at_sea"),
        (None, None) => return,
    };
    let reports = |events: &mut dyn Iterator<Item = &EventFact>| {
        Param::Count(events.map(|event| u64::from(event.report_count)).sum())
    };
    verdict.fire(Indicator::FullEmptyConflict, variant, strength, |say| {
        say.with("value", reports(&mut believed(closed).filter(empties)))
            .with("threshold", Param::Count(0))
            .with("population", reports(&mut believed(closed).filter(|event| event.full_empty.is_some())))
            .place("area", &bench.shape, empty.area)
            .with("time", Param::Time(empty.time))
            .event("empty_event", &bench.shape, empty)
            .event("laden_event", &bench.shape, goods)
    });
}

/// One message is a slip of a key, and so may be two of one event; several events that say so are not.
fn empty_strength(leg: &Leg<'_>) -> f64 {
    match (leg.balance, leg.empty_events) {
        (..=1, _) => 0.1,
        (2, 1) => 0.25,
        (_, 1) => 0.4,
        (2, _) => 0.5,
        (3, _) => 0.7,
        (4, _) => 0.85,
        _ => 0.95,
    }
}

/// What shows that goods were in the box.
fn goods<'f>(shape: &Shape<'f>, closed: &'f [EventFact]) -> Option<&'f EventFact> {
    let laden = believed(closed).find(|event| event.full_empty == Some(FullEmpty::Laden));
    laden.or_else(|| {
        let ashore = |event: &&EventFact| {
            matches!(event.event, EventCode::Stuffed | EventCode::Stripped)
                || (!is_sea(event.event) && event.full_empty == Some(FullEmpty::Laden))
        };
        believed(shape.events).find(ashore)
    })
}

/// The stretch from one load to the next that most reports call empty.
fn emptiest_leg(closed: &[EventFact]) -> Leg<'_> {
    let new = || Leg { empty: None, balance: 0, empty_events: 0, laden_elsewhere: false };
    let (mut most, mut leg, mut laden) = (new(), new(), 0);
    for event in believed(closed).filter(|event| is_sea(event.event)) {
        if event.event == EventCode::Loaded && leg.balance != 0 {
            laden += i64::from(leg.balance < 0) * -leg.balance;
            most = std::mem::replace(&mut leg, new()).or(most);
        }
        leg.balance -= said(event);
        if event.full_empty == Some(FullEmpty::Empty) {
            leg.empty_events += 1;
            leg.empty = leg.empty.or(Some(event));
        }
    }
    laden += i64::from(leg.balance < 0) * -leg.balance;
    let most = leg.or(most);
    Leg { laden_elsewhere: laden >= LADEN_ELSEWHERE_MIN, ..most }
}

impl Leg<'_> {
    /// The one with more for empty.
    fn or(self, other: Self) -> Self {
        let worth = |leg: &Leg<'_>| if leg.empty.is_some() { leg.balance } else { i64::MIN };
        if worth(&other) >= worth(&self) { other } else { self }
    }
}

/// A seal without blanks, dashes and case.
fn plain(seal: &str) -> String {
    seal.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

fn judge_seals(bench: &Bench<'_>, closed: &[EventFact], verdict: &mut Verdict<'_>) {
    let shape = &bench.shape;
    let mut held = believed(closed).filter(|event| event.seal != TextId::NONE);
    let (first, rest) = (held.next(), held.next());
    let (Some(first), Some(_)) = (first, rest) else {
        return verdict.lacks(Indicator::SealChange, "fewer_than_two_seals");
    };
    if believed(closed).all(|event| event.seal == TextId::NONE || event.seal == first.seal) {
        return;
    }
    let sealed: Vec<(usize, &EventFact, String)> = believed(closed)
        .enumerate()
        .map(|(place, event)| (place, event, plain(shape.texts.text(event.seal))))
        .filter(|(_, _, seal)| !seal.is_empty())
        .collect();
    for (index, pair) in sealed.windows(2).enumerate() {
        let [(before, earlier, old), (after, later, new)] = pair else { continue };
        // A seal that comes back, or was there before, is one of several on the box.
        let comes_back = sealed.iter().skip(index + 2).any(|(_, _, seal)| seal == old);
        let was_there = sealed.iter().take(index).any(|(_, _, seal)| seal == new);
        if old == new || comes_back || was_there {
            continue;
        }
        let between = || believed(closed).skip(before + 1).take(after - before);
        if between().chain([*earlier]).any(|event| event.event == EventCode::Inspected) {
            continue;
        }
        let resealed = between().any(|event| event.event == EventCode::Resealed);
        let strength = if earlier.report_count.min(later.report_count) > 1 { 0.8 } else { 0.55 };
        // Another load under another seal may be another journey.
        let strength = strength * if shape.change() == Change::Load { 0.5 } else { 1.0 };
        let variant = if resealed { "resealed" } else { "changed" };
        return verdict.fire(Indicator::SealChange, variant, strength, |say| {
            say.with("value", Param::Text(shape.texts.text(later.seal).to_owned()))
                .with("before", Param::Text(shape.texts.text(earlier.seal).to_owned()))
                .with("population", Param::Count(sealed.len() as u64))
                .place("area", shape, later.area)
                .with("time", Param::Time(later.time))
                .event("seal_before", shape, earlier)
                .event("seal_after", shape, later)
        });
    }
}

fn judge_masses(bench: &Bench<'_>, closed: &[EventFact], verdict: &mut Verdict<'_>) {
    let weighed = || {
        believed(closed)
            .filter(|event| event.full_empty != Some(FullEmpty::Empty) && event.gross_mass_kg.is_finite())
    };
    // The first of equals, for the lightest and the heaviest alike.
    let by_mass = |a: &&EventFact, b: &&EventFact| a.gross_mass_kg.total_cmp(&b.gross_mass_kg);
    let population = weighed().count();
    let lightest = weighed().min_by(by_mass);
    let heaviest = weighed().rev().max_by(by_mass);
    let (Some(light), Some(heavy)) = (lightest, heaviest) else {
        return verdict.lacks(Indicator::WeightAnomaly, "fewer_than_two_masses");
    };
    if population < 2 {
        return verdict.lacks(Indicator::WeightAnomaly, "fewer_than_two_masses");
    }
    let (low, high) = (f64::from(light.gross_mass_kg), f64::from(heavy.gross_mass_kg));
    let difference = high - low;
    let settings = bench.with.settings;
    let threshold = settings.mass_difference_kg_max.max(settings.mass_share_max * high);
    if difference <= threshold {
        return;
    }
    let may_be_tare = TARE_KG.contains(&difference);
    let strength = graded(difference - threshold, 2.0 * threshold) * if may_be_tare { 0.5 } else { 1.0 };
    verdict.fire(Indicator::WeightAnomaly, "between_events", strength, |say| {
        say.with("value", Param::MassKg(difference))
            .with("threshold", Param::MassKg(threshold))
            .with("population", Param::Count(population as u64))
            .with("lightest", Param::MassKg(low))
            .with("heaviest", Param::MassKg(high))
            .with("may_be_tare", Param::Count(u64::from(may_be_tare)))
            .event("lightest_event", &bench.shape, light)
            .event("heaviest_event", &bench.shape, heavy)
    });
}
