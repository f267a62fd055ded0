//! DC-LATE: was the entry summary lodged in time?

use super::overland::in_european_union;
use super::{Case, Findings, shown_by_call};
use crate::assemble::declared_time;
use tidewaiter_model::assessment::KeptEntrySummary;
use tidewaiter_model::entry_summary::EnsKind;
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_model::time::UtcTime;

const INDICATOR: Indicator = Indicator::LateDeclaration;
/// Hours of lateness at which the strength is 1.
const HOURS_FULL: f64 = 24.0;

/// Countries whose sea trade with Europe is short sea beside the Union itself: Delegated Regulation (EU) 2015/2446,
/// article 105(c), taken by country though the text names some ports only.
const SHORT_SEA: &[&str] = &[
    "AL", "BA", "DZ", "EG", "FO", "GB", "GE", "GI", "GL", "IL", "IS", "LB", "LY", "MA", "MC", "MD", "ME",
    "NO", "RU", "SY", "TN", "TR", "UA",
];

fn in_europe(country: &str) -> bool {
    in_european_union(country) || SHORT_SEA.contains(&country) || country == "XI"
}

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    if case.assembled.trips.is_empty() {
        return findings.lack(INDICATOR, "no_trip");
    }
    let loads: Vec<_> = case
        .trips()
        .filter_map(|(trip, sure)| Some((trip, sure, trip.load()?, trip.first_load_time()?)))
        .collect();
    let Some((trip, sure, load, loaded)) =
        loads.into_iter().min_by(|a, b| (a.3, &a.0.container).cmp(&(b.3, &b.0.container)))
    else {
        return findings.lack(INDICATOR, "no_load");
    };
    // An amendment is no reason to call the declaration late: what counts is the first version.
    let first = case
        .assembled
        .entry_summaries
        .iter()
        .copied()
        .min_by_key(|kept| (declared_time(kept), kept.provenance.message));
    let reason = match first {
        Some(kept) if kept.entry_summary.kind == EnsKind::Amendment => {
            return findings.lack(INDICATOR, "only_amendment");
        }
        Some(kept) => match lodged(case, kept, &load.country, loaded) {
            Ok(Some(reason)) => reason,
            Ok(None) => return,
            Err(missing) => return findings.lack(INDICATOR, missing),
        },
        None if case.history.entry_summary_share() < case.settings.lateness.coverage_min => {
            return findings.lack(INDICATOR, "no_entry_summary");
        }
        None => missing(case, loaded),
    };
    let reason = Reason { strength: reason.strength * sure, ..reason }
        .with("loaded", Param::Time(loaded))
        .with("container", Param::Text(trip.container.clone()));
    findings.fire(shown_by_call(reason, &load.evidence));
}

/// Lodged, but when?
fn lodged(
    case: &Case<'_, '_>,
    kept: &KeptEntrySummary,
    loaded_in: &str,
    loaded: UtcTime,
) -> Result<Option<Reason>, &'static str> {
    let settings = &case.settings.lateness;
    let declared = declared_time(kept);
    let short_sea = case.assembled.consignment.office.get(..2).is_some_and(in_europe) && in_europe(loaded_in);
    let due = if short_sea {
        let arrival = case.assembled.consignment.expected_arrival.ok_or("no_arrival")?;
        arrival.plus_hours(-settings.hours_before_arrival_short_sea)
    } else {
        loaded.plus_hours(-settings.hours_before_loading)
    };
    if declared <= due {
        return Ok(None);
    }
    let late_hours = declared.hours_since(due);
    let variant = if declared > loaded && !short_sea { "after_loading" } else { "late" };
    let span = kept.entry_summary.declared.as_ref().map(|time| time.span);
    let reason = Reason::new(INDICATOR, variant, (late_hours / HOURS_FULL).min(1.0))
        .with("value", Param::Time(declared))
        .with("threshold", Param::Time(due))
        .with("late", Param::Hours(late_hours))
        .shown_at("declared_time", kept.provenance.message, span);
    Ok(Some(reason))
}

/// Nothing was lodged, though the box is at sea and most consignments have a declaration.
fn missing(case: &Case<'_, '_>, loaded: UtcTime) -> Reason {
    let mut reason = Reason::new(INDICATOR, "missing", 1.0)
        .with("threshold", Param::Time(loaded.plus_hours(-case.settings.lateness.hours_before_loading)))
        .with("population", Param::Share(case.history.entry_summary_share()));
    for kept in case.assembled.declarations.iter().take(1) {
        reason = reason.shown_by("import_declaration", kept.provenance.message);
    }
    reason
}
