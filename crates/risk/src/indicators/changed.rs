//! DC-COD: who receives the goods, or where they go, was changed once they were on the vessel.

use super::{Case, Findings};
use crate::history::party_key;
use tidewaiter_model::assessment::KeptEntrySummary;
use tidewaiter_model::entry_summary::{EnsKind, EntrySummary, GoodsItem, LocalText, Party};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_model::time::UtcTime;

const INDICATOR: Indicator = Indicator::ChangedAfterLoading;

/// What may be changed, and how much it says. Goods are sold at sea, and lines omit ports; whom to notify is the
/// least.
const PARTS: [(&str, f64); 3] = [("consignee", 0.6), ("destination", 0.45), ("notify_party", 0.3)];

/// One part as one version states it.
struct Stated<'e> {
    /// By what it is compared.
    key: String,
    /// As declared.
    text: &'e str,
    at: (MessageRef, ByteSpan),
}

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    let assembled = case.assembled;
    if assembled.entry_summaries.is_empty() {
        return findings.lack(INDICATOR, "no_entry_summary");
    }
    if assembled.entry_summaries.len() < 2 {
        return findings.lack(INDICATOR, "no_amendment");
    }
    let loads = case.trips().filter_map(|(trip, sure)| Some((trip.first_load_time()?, sure)));
    let Some((loaded, sure)) = loads.min_by(|a, b| a.0.cmp(&b.0)) else {
        return findings.lack(INDICATOR, if assembled.trips.is_empty() { "no_trip" } else { "no_load" });
    };
    let mut versions: Vec<&KeptEntrySummary> = assembled.entry_summaries.clone();
    versions.sort_by_key(|kept| (stated_time(kept), kept.provenance.message));
    for (part, strength) in PARTS {
        for pair in versions.windows(2) {
            let [before, after] = pair else { continue };
            if stated_time(after) <= loaded {
                continue;
            }
            if let Some(reason) = changed(case, part, strength * sure, before, after, loaded) {
                findings.fire(reason);
                break;
            }
        }
    }
}

/// When this version was made: its amendment's or its declaration's time, else its receipt.
fn stated_time(kept: &KeptEntrySummary) -> UtcTime {
    let entry = &kept.entry_summary;
    let amended = entry.amended.as_ref().filter(|_| entry.kind == EnsKind::Amendment).map(|time| time.value);
    amended
        .or_else(|| entry.declared.as_ref().map(|time| time.value))
        .or(entry.prepared)
        .unwrap_or(kept.provenance.received)
}

fn changed(
    case: &Case<'_, '_>,
    part: &str,
    strength: f64,
    before: &KeptEntrySummary,
    after: &KeptEntrySummary,
    loaded: UtcTime,
) -> Option<Reason> {
    let numbers = case.assembled.items.iter().map(|item| item.item.number);
    let item = |entry: &'_ EntrySummary, number| entry.items.iter().position(|item| item.number == number);
    numbers.into_iter().find_map(|number| {
        let (old, new) = (&before.entry_summary, &after.entry_summary);
        let (old_item, new_item) = (old.items.get(item(old, number)?)?, new.items.get(item(new, number)?)?);
        let was = stated(case, part, old, old_item, before.provenance.message)?;
        let is = stated(case, part, new, new_item, after.provenance.message)?;
        if was.key == is.key {
            return None;
        }
        let reason = Reason::new(INDICATOR, part, strength)
            .with("value", Param::Text(is.text.to_owned()))
            .with("before", Param::Text(was.text.to_owned()))
            .with("threshold", Param::Time(loaded))
            .with("changed", Param::Time(stated_time(after)))
            .shown_at("declared_before", was.at.0, Some(was.at.1));
        Some(reason.shown_at("declared_after", is.at.0, Some(is.at.1)))
    })
}

fn stated<'e>(
    case: &Case<'_, '_>,
    part: &str,
    entry: &'e EntrySummary,
    item: &'e GoodsItem,
    message: MessageRef,
) -> Option<Stated<'e>> {
    let party = |party: &'e Party| {
        let text = party.name.as_deref().or(party.identifier.as_deref())?;
        Some(Stated { key: party_key(party)?.to_string(), text, at: (message, party.span) })
    };
    let place = |place: &'e LocalText| {
        let text = place.text.trim();
        let key = case.places.area_of(text).to_uppercase();
        Some(Stated { key, text, at: (message, place.span) })
    };
    match part {
        "consignee" => party(item.consignee.as_ref().or(entry.consignee.as_ref())?),
        "notify_party" => party(item.notify_party.as_ref().or(entry.notify_party.as_ref())?),
        _ => place(item.place_of_unloading.as_ref().or(entry.place_of_unloading.as_ref())?),
    }
}
