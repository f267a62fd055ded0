//! From a draft to what is kept and shown.

use super::{Assembled, AssembledItem, Draft};
use tidewaiter_model::assessment::{CallSummary, Consignment, GoodsLine, KeptDeclaration, TripSummary};
use tidewaiter_model::entry_summary::{LocalText, Party};
use tidewaiter_model::money::{Decimal, Money};
use tidewaiter_model::provenance::Provenance;
use tidewaiter_trips::Trip;

/// Copies what an officer needs, and hands on the rest as borrowed.
pub(super) fn finish<'a>(draft: Draft<'a>, trips: &'a [Trip], shared: &[bool]) -> Assembled<'a> {
    let joined: Vec<(&'a Trip, f64, bool)> = draft
        .trips
        .iter()
        .filter_map(|(place, confidence)| {
            Some((trips.get(*place)?, *confidence, shared.get(*place).copied().unwrap_or(false)))
        })
        .collect();
    let sources = sources(&draft);
    let entry = draft.entry_summaries.first().map(|kept| &kept.entry_summary);
    let reference = entry
        .and_then(|entry| entry.local_reference_number.as_ref().or(entry.movement_reference_number.as_ref()));
    let text = |place: Option<&LocalText>| place.map(|place| place.text.clone());
    let consignment = Consignment {
        transport_document: draft.transport_document.map(str::to_owned),
        entry_reference: reference.map(|text| text.value.clone()),
        declaration_ids: declaration_ids(&draft.declarations),
        containers: draft.containers.iter().map(|(_, declared)| (*declared).to_owned()).collect(),
        office: office(&draft),
        expected_arrival: draft.expected_arrival,
        first_known: sources.iter().map(|source| source.received).min().unwrap_or_default(),
        consignor: whole(draft.items.iter().find_map(AssembledItem::consignor), exporters(&draft)),
        consignee: whole(draft.items.iter().find_map(AssembledItem::consignee), importers(&draft)),
        place_of_loading: text(draft.items.iter().find_map(AssembledItem::place_of_loading)),
        place_of_unloading: text(draft.items.iter().find_map(AssembledItem::place_of_unloading)),
        goods: goods(&draft),
        total_value: total(&draft.declarations, |_, value| Some(value)),
        tax: total(&draft.declarations, tax_of),
        trips: joined.iter().map(|(trip, ..)| trip_summary(trip)).collect(),
        seals: sorted(entry.iter().flat_map(|entry| &entry.seals).map(|seal| &seal.identity)),
        arriving_vessel: entry
            .and_then(|entry| entry.means_of_transport.as_ref())
            .map(|means| means.identity.trim().to_owned())
            .filter(|identity| !identity.is_empty()),
        entry_mrn: entry
            .and_then(|entry| entry.movement_reference_number.as_ref())
            .filter(|mrn| reference.is_some_and(|reference| reference.value != mrn.value))
            .map(|mrn| mrn.value.clone()),
        joins: draft.joins,
        sources,
        id: draft.id,
    };
    Assembled {
        consignment,
        entry_summaries: draft.entry_summaries,
        items: draft.items,
        declarations: draft.declarations,
        trip_confidences: joined.iter().map(|(_, confidence, _)| *confidence).collect(),
        trip_shared: joined.iter().map(|(.., shared)| *shared).collect(),
        trips: joined.into_iter().map(|(trip, ..)| trip).collect(),
        declared: draft.declared,
        loading: draft.loading,
        unloading: draft.unloading,
    }
}

fn sources(draft: &Draft<'_>) -> Vec<Provenance> {
    let entries = draft.entry_summaries.iter().map(|kept| kept.provenance);
    let mut sources: Vec<Provenance> =
        entries.chain(draft.declarations.iter().map(|kept| kept.provenance)).collect();
    sources.sort_by_key(|source| (source.received, source.message));
    sources.dedup();
    sources
}

fn declaration_ids(declarations: &[&KeptDeclaration]) -> Vec<String> {
    let mut ids: Vec<&str> =
        declarations.iter().map(|kept| kept.declaration.declaration_id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(str::to_owned).collect()
}

/// Office of first entry, else of lodgement, else of the import declaration; empty when nobody names one.
fn office(draft: &Draft<'_>) -> String {
    let entry = draft.entry_summaries.first().map(|kept| &kept.entry_summary);
    let first_entry =
        entry.and_then(|entry| entry.office_of_first_entry.as_ref()).map(|office| &office.value);
    let lodgement = entry.and_then(|entry| entry.office_of_lodgement.as_ref());
    let declared = draft.declarations.iter().find_map(|kept| kept.declaration.office.as_ref());
    first_entry.or(lodgement).or(declared).map(|office| office.trim().to_owned()).unwrap_or_default()
}

fn party(identifier: Option<&String>, name: Option<&String>) -> Option<Party> {
    let some = identifier.is_some() || name.is_some();
    some.then(|| Party { identifier: identifier.cloned(), name: name.cloned(), ..Party::default() })
}

fn exporters(draft: &Draft<'_>) -> Vec<Party> {
    let declarations = draft.declarations.iter().map(|kept| &kept.declaration);
    declarations.filter_map(|one| party(one.exporter.as_ref(), one.exporter_name.as_ref())).collect()
}

fn importers(draft: &Draft<'_>) -> Vec<Party> {
    let declarations = draft.declarations.iter().map(|kept| &kept.declaration);
    declarations.filter_map(|one| party(one.importer.as_ref(), one.importer_name.as_ref())).collect()
}

/// The party of the entry summary, with the name or identifier that only import declarations give it; without one,
/// that of the first import declaration. A declaration that contradicts the entry summary adds nothing to it: whom
/// the two name differently is for the officer to see.
fn whole(entered: Option<&Party>, imported: Vec<Party>) -> Option<Party> {
    let Some(entered) = entered else { return imported.into_iter().next() };
    let mut party = entered.clone();
    for other in imported {
        if contradicts(party.identifier.as_deref(), other.identifier.as_deref())
            || contradicts(party.name.as_deref(), other.name.as_deref())
        {
            continue;
        }
        party.identifier = party.identifier.filter(|text| is_said(text)).or(other.identifier);
        party.name = party.name.filter(|text| is_said(text)).or(other.name);
    }
    Some(party)
}

fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Whether both say something, and not the same; capitals and blanks do not count.
fn contradicts(one: Option<&str>, other: Option<&str>) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<String>().to_uppercase();
    match (one.filter(|text| is_said(text)), other.filter(|text| is_said(text))) {
        (Some(one), Some(other)) => plain(one) != plain(other),
        _ => false,
    }
}

/// The import declaration's lines, which say more; without one, the entry summary's.
fn goods(draft: &Draft<'_>) -> Vec<GoodsLine> {
    if draft.declarations.is_empty() {
        let line = |item: &AssembledItem<'_>| GoodsLine {
            hs_code: item.item.commodity_code.as_ref().map(|code| code.value.clone()),
            description: item.item.description.as_ref().map(|text| text.text.clone()),
            gross_mass_kg: item.item.gross_mass_kg.as_ref().map(|mass| mass.value),
            ..GoodsLine::default()
        };
        return draft.items.iter().map(line).collect();
    }
    let before_arrival = |hs_code: Option<&str>| {
        let described = |item: &AssembledItem<'_>| {
            let code = item.item.commodity_code.as_ref().map(|code| code.value.as_str());
            let same = code.zip(hs_code).is_some_and(|(a, b)| a.starts_with(b) || b.starts_with(a));
            (same || draft.items.len() == 1).then(|| item.item.description.clone()).flatten()
        };
        draft.items.iter().find_map(described).map(|text| text.text)
    };
    let line = |kept: &&KeptDeclaration| {
        let declaration = &kept.declaration;
        GoodsLine {
            hs_code: declaration.hs_code.clone(),
            description: declaration
                .description
                .clone()
                .or_else(|| before_arrival(declaration.hs_code.as_deref())),
            gross_mass_kg: declaration.gross_mass_kg,
            net_mass_kg: declaration.net_mass_kg,
            value: declaration.value.clone(),
            country_origin: declaration.country_origin.clone(),
        }
    };
    draft.declarations.iter().map(line).collect()
}

fn tax_of(kept: &KeptDeclaration, value: Decimal) -> Option<Decimal> {
    let rate = Decimal::try_from(kept.declaration.tax_rate_percent?).ok()?;
    value.checked_mul(rate)?.checked_div(Decimal::ONE_HUNDRED)
}

/// Sums over the lines in the first line's currency; lines in another are left out, for no rate is at hand.
fn total(
    declarations: &[&KeptDeclaration],
    part: impl Fn(&KeptDeclaration, Decimal) -> Option<Decimal>,
) -> Option<Money> {
    let mut sum: Option<Money> = None;
    for kept in declarations {
        let Some(value) = &kept.declaration.value else { continue };
        let currency = sum.as_ref().map_or(&value.currency, |sum| &sum.currency);
        if *currency != value.currency {
            continue;
        }
        let Some(part) = part(kept, value.amount) else { continue };
        let before = sum.as_ref().map_or(Decimal::ZERO, |sum| sum.amount);
        let amount = before.checked_add(part).unwrap_or(before);
        sum = Some(Money { amount, currency: value.currency.clone() });
    }
    sum
}

/// Texts without blanks around them, sorted, each once.
fn sorted<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut texts: Vec<&str> = texts.map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.into_iter().map(str::to_owned).collect()
}

fn trip_summary(trip: &Trip) -> TripSummary {
    let mut vessels: Vec<String> = Vec::new();
    for call in &trip.calls {
        for vessel in [&call.discharged_from, &call.loaded_on].into_iter().flatten() {
            if vessels.last() != Some(vessel) {
                vessels.push(vessel.clone());
            }
        }
    }
    TripSummary {
        container: trip.container.clone(),
        itinerary: trip.itinerary().into_iter().map(str::to_owned).collect(),
        loaded: trip.first_load_time(),
        discharged: trip.last_discharge_time(),
        vessels,
        calls: trip
            .calls
            .iter()
            .map(|call| CallSummary {
                area: call.area.clone(),
                role: call.role.as_str().to_owned(),
                arrived: call.arrived,
                departed: call.departed,
            })
            .collect(),
        seals: sorted(trip.believed().filter_map(|event| event.seal.as_ref())),
        events: u32::try_from(trip.events.iter().filter(|event| event.believed).count()).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(identifier: Option<&str>, name: Option<&str>) -> Party {
        let text = |text: Option<&str>| text.map(str::to_owned);
        Party { identifier: text(identifier), name: text(name), ..Party::default() }
    }

    #[test]
    fn import_declarations_complete_a_party_but_never_contradict_it() {
        let number = named(Some("GB12"), None);
        let full = named(Some(" gb12"), Some("Acme Ltd"));
        assert_eq!(whole(Some(&number), vec![full.clone()]), Some(named(Some("GB12"), Some("Acme Ltd"))));
        let other = named(Some("GB99"), Some("Other Ltd"));
        assert_eq!(whole(Some(&number), vec![other.clone()]), Some(number.clone()));
        assert_eq!(
            whole(Some(&number), vec![other.clone(), full.clone()]),
            Some(named(Some("GB12"), Some("Acme Ltd")))
        );
        let name = named(None, Some("ACME  LTD"));
        assert_eq!(whole(Some(&name), vec![full.clone()]), Some(named(Some(" gb12"), Some("ACME  LTD"))));
        assert_eq!(whole(Some(&name), vec![other]), Some(name));
        assert_eq!(whole(None, vec![full.clone()]), Some(full));
        assert_eq!(whole(None, Vec::new()), None);
    }
}
