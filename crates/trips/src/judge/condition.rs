//! EF-CONF, SL-CHG and WT-ANOM: full or empty, seal and mass must stay the same while the box is closed.

use super::{Bench, Verdict, graded, shown_by_event};
use crate::life::is_sea;
use crate::trip::BelievedEvent;
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::reason::{Indicator, Param, Reason};

/// An empty box weighs this much, kilograms: sources differ by it when one counts the box and another the goods.
const TARE_KG: std::ops::RangeInclusive<f64> = 1_800.0..=4_900.0;

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict) {
    let closed = while_closed(bench);
    judge_full_empty(bench, &closed, verdict);
    judge_seals(&closed, verdict);
    judge_masses(bench, &closed, verdict);
}

/// The believed events between stuffing and stripping: from the last stuffing or gate-in before the first load
/// (that load itself if there is none) to the first gate-out after the last discharge.
fn while_closed<'t>(bench: &Bench<'t>) -> Vec<&'t BelievedEvent> {
    let events: Vec<&BelievedEvent> = bench.trip.believed().collect();
    let first_sea = events.iter().position(|event| is_sea(event.event));
    let last_sea = events.iter().rposition(|event| is_sea(event.event));
    let (Some(first_sea), Some(last_sea)) = (first_sea, last_sea) else { return Vec::new() };
    let before = events.get(..first_sea).unwrap_or(&[]);
    let start = before
        .iter()
        .rposition(|event| event.event == EventCode::GateIn)
        .or_else(|| before.iter().rposition(|event| event.event == EventCode::Stuffed))
        .unwrap_or(first_sea);
    let after = events.get(last_sea + 1..).unwrap_or(&[]);
    let out = after.iter().position(|event| matches!(event.event, EventCode::GateOut));
    let end = out.map_or(last_sea, |index| last_sea + 1 + index);
    events.get(start..=end).unwrap_or(&[]).to_vec()
}

fn judge_full_empty(bench: &Bench<'_>, closed: &[&BelievedEvent], verdict: &mut Verdict) {
    let said: Vec<(&BelievedEvent, FullEmpty)> =
        closed.iter().filter_map(|event| Some((*event, event.full_empty?))).collect();
    if said.is_empty() {
        return verdict.lacks(Indicator::FullEmptyConflict, "not_reported");
    }
    if !bench.trip.laden || closed.iter().any(|event| event.event == EventCode::Stripped) {
        return;
    }
    let goods_ashore = bench.trip.believed().find(|event| {
        matches!(event.event, EventCode::Stuffed | EventCode::Stripped)
            || (!is_sea(event.event) && event.full_empty == Some(FullEmpty::Laden))
    });
    let laden = said.iter().find(|(_, state)| *state == FullEmpty::Laden).map(|(event, _)| *event);
    let empties: Vec<&BelievedEvent> =
        said.iter().filter(|(_, state)| *state == FullEmpty::Empty).map(|(event, _)| *event).collect();
    let (Some(empty), Some(goods)) = (empties.first(), laden.or(goods_ashore)) else { return };
    let at_sea = empties.iter().any(|event| is_sea(event.event));
    let reports: u32 = empties.iter().fold(0, |sum, event| event.reports.saturating_add(sum));
    // One message is a slip of a key; several events that say so are not.
    let strength = match (reports, empties.len()) {
        (0 | 1, _) => 0.3,
        (2, _) => 0.55,
        (_, 1) => 0.7,
        _ => 0.9,
    };
    let variant = if at_sea { "empty_at_sea" } else { "changed" };
    let reason =
        Reason::new(Indicator::FullEmptyConflict, variant, if at_sea { strength } else { strength * 0.7 })
            .with("value", Param::Count(u64::from(reports)))
            .with("threshold", Param::Count(0))
            .with("population", Param::Count(said.iter().map(|(event, _)| u64::from(event.reports)).sum()))
            .with("area", Param::Place(empty.area.clone()))
            .with("time", Param::Time(empty.time));
    let reason = shown_by_event(reason, "empty_event", empty);
    verdict.reasons.push(shown_by_event(reason, "laden_event", goods));
}

/// A seal without blanks, dashes and case.
fn plain(seal: &str) -> String {
    seal.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

fn judge_seals(closed: &[&BelievedEvent], verdict: &mut Verdict) {
    let sealed: Vec<(usize, String)> = closed
        .iter()
        .enumerate()
        .filter_map(|(index, event)| event.seal.as_deref().map(|seal| (index, plain(seal))))
        .filter(|(_, seal)| !seal.is_empty())
        .collect();
    if sealed.len() < 2 {
        return verdict.lacks(Indicator::SealChange, "fewer_than_two_seals");
    }
    for pair in sealed.windows(2) {
        let [(before, old), (after, new)] = pair else { continue };
        let (Some(earlier), Some(later)) = (closed.get(*before), closed.get(*after)) else { continue };
        // A seal that comes back, or was there before, is one of several on the box.
        let several = sealed
            .iter()
            .any(|(index, seal)| (index > after && seal == old) || (index < before && seal == new));
        if old == new || several {
            continue;
        }
        let between = closed.get(before + 1..=*after).unwrap_or(&[]);
        let on_order = |event: &&BelievedEvent| event.event == EventCode::Inspected;
        if between.iter().any(on_order) || on_order(earlier) {
            continue;
        }
        let resealed = between.iter().any(|event| event.event == EventCode::Resealed);
        let reports = earlier.reports.min(later.reports);
        let sure = if reports > 1 { 0.8 } else { 0.55 };
        let variant = if resealed { "resealed" } else { "changed" };
        let reason = Reason::new(Indicator::SealChange, variant, sure)
            .with("value", Param::Text(later.seal.clone().unwrap_or_default()))
            .with("before", Param::Text(earlier.seal.clone().unwrap_or_default()))
            .with("population", Param::Count(sealed.len() as u64))
            .with("area", Param::Place(later.area.clone()))
            .with("time", Param::Time(later.time));
        let reason = shown_by_event(reason, "seal_before", earlier);
        verdict.reasons.push(shown_by_event(reason, "seal_after", later));
        return;
    }
}

fn judge_masses(bench: &Bench<'_>, closed: &[&BelievedEvent], verdict: &mut Verdict) {
    let mut weighed: Vec<(&BelievedEvent, f64)> = closed
        .iter()
        .filter(|event| event.full_empty != Some(FullEmpty::Empty))
        .filter_map(|event| Some((*event, event.gross_mass_kg?)))
        .collect();
    if weighed.len() < 2 {
        return verdict.lacks(Indicator::WeightAnomaly, "fewer_than_two_masses");
    }
    weighed.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (Some((light, low)), Some((heavy, high))) = (weighed.first(), weighed.last()) else { return };
    let difference = high - low;
    let threshold = bench.settings.mass_difference_kg_max.max(bench.settings.mass_share_max * high);
    if difference <= threshold {
        return;
    }
    let may_be_tare = TARE_KG.contains(&difference);
    let strength = graded(difference - threshold, 2.0 * threshold) * if may_be_tare { 0.5 } else { 1.0 };
    let reason = Reason::new(Indicator::WeightAnomaly, "between_events", strength)
        .with("value", Param::MassKg(difference))
        .with("threshold", Param::MassKg(threshold))
        .with("population", Param::Count(weighed.len() as u64))
        .with("lightest", Param::MassKg(*low))
        .with("heaviest", Param::MassKg(*high))
        .with("may_be_tare", Param::Count(u64::from(may_be_tare)));
    let reason = shown_by_event(reason, "lightest_event", light);
    verdict.reasons.push(shown_by_event(reason, "heaviest_event", heavy));
}
