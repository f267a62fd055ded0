//! Import declarations: joined to the consignment they clear, or consignments of their own.

use super::{Draft, comparable, comparable_containers, consignment_id};
use crate::settings::RiskSettings;
use std::collections::{BTreeMap, HashMap};
use tidewaiter_model::assessment::{Consignment, Join, KeptDeclaration};
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::identifier::heading;

/// A key that more consignments share than this tells nothing.
pub(super) const CANDIDATES_MAX: usize = 256;
/// Transport document numbers come round again: acceptance must lie within this many days of the arrival.
const SAME_DOCUMENT_DAYS: i64 = 365;

/// Where each key of an import declaration may lead.
struct Index<'k> {
    references: HashMap<&'k str, Vec<usize>>,
    transport_documents: HashMap<&'k str, Vec<usize>>,
    containers: HashMap<&'k str, Vec<usize>>,
}

fn index<'k>(drafts: &'k [Draft<'_>]) -> Index<'k> {
    let mut index =
        Index { references: HashMap::new(), transport_documents: HashMap::new(), containers: HashMap::new() };
    for (place, draft) in drafts.iter().enumerate() {
        let mut references: Vec<&str> = draft
            .entry_summaries
            .iter()
            .flat_map(|kept| {
                let entry = &kept.entry_summary;
                [&entry.movement_reference_number, &entry.local_reference_number]
            })
            .filter_map(|reference| reference.as_ref().map(|text| text.value.trim()))
            .filter(|text| !text.is_empty())
            .collect();
        references.sort_unstable();
        references.dedup();
        for reference in references {
            index.references.entry(reference).or_default().push(place);
        }
        if let Some(document) = draft.transport_document {
            index.transport_documents.entry(document).or_default().push(place);
        }
        for (container, _) in &draft.containers {
            index.containers.entry(container.as_ref()).or_default().push(place);
        }
    }
    index
}

/// What is compared of an import declaration.
struct Keys<'d> {
    declaration: &'d ImportDeclaration,
    mrn: Option<&'d str>,
    transport_document: Option<&'d str>,
    containers: Vec<std::borrow::Cow<'d, str>>,
}

fn keys(declaration: &ImportDeclaration) -> Keys<'_> {
    fn some(text: Option<&str>) -> Option<&str> {
        text.map(str::trim).filter(|text| !text.is_empty())
    }
    Keys {
        declaration,
        mrn: some(declaration.entry_summary_mrn.as_deref()),
        transport_document: some(declaration.transport_document.as_deref()),
        containers: declaration.containers.iter().map(|text| comparable(text)).collect(),
    }
}

fn shares_container(draft: &Draft<'_>, keys: &Keys<'_>) -> bool {
    keys.containers.iter().any(|container| draft.holds(container))
}

fn same_goods(draft: &Draft<'_>, declaration: &ImportDeclaration) -> bool {
    let declared = declaration.hs_code.as_deref().and_then(heading);
    let codes = draft.items.iter().filter_map(|item| item.item.commodity_code.as_ref());
    declared.is_some() && codes.into_iter().any(|code| heading(&code.value) == declared)
}

/// The one draft that all tests together leave, trying them one after the other only while several remain.
fn only(
    drafts: &[Draft<'_>],
    candidates: &[usize],
    must: impl Fn(&Draft<'_>) -> bool,
    narrowing: &[&dyn Fn(&Draft<'_>) -> bool],
) -> Option<usize> {
    if candidates.len() > CANDIDATES_MAX {
        return None;
    }
    let passes = |place: &usize, test: &dyn Fn(&Draft<'_>) -> bool| drafts.get(*place).is_some_and(test);
    let mut left: Vec<usize> = candidates.iter().copied().filter(|place| passes(place, &must)).collect();
    for test in narrowing {
        if left.len() > 1 {
            left.retain(|place| passes(place, test));
        }
    }
    match left.as_slice() {
        [place] => Some(*place),
        _ => None,
    }
}

/// Where a declaration belongs, and why.
fn find(
    drafts: &[Draft<'_>],
    index: &Index<'_>,
    keys: &Keys<'_>,
    settings: &RiskSettings,
) -> Option<(usize, Join)> {
    let accepted = keys.declaration.accepted;
    let join = |by: &str, key: &str, confidence: f64| Join {
        what: "declaration".to_owned(),
        by: by.to_owned(),
        key: key.to_owned(),
        confidence,
    };
    let same_document = |draft: &Draft<'_>| {
        keys.transport_document.is_some() && draft.transport_document == keys.transport_document
    };
    let boxes = |draft: &Draft<'_>| shares_container(draft, keys);
    let goods = |draft: &Draft<'_>| same_goods(draft, keys.declaration);
    let in_time = |draft: &Draft<'_>| {
        let arrival = draft.arrival_or(settings.joining.journey_days_assumed);
        accepted >= draft.declared.plus_days(-SAME_DOCUMENT_DAYS)
            && accepted <= arrival.plus_days(SAME_DOCUMENT_DAYS)
    };
    let agreement = |place: usize, sure: f64, surer: f64| {
        let more = drafts.get(place).is_some_and(|draft| same_document(draft) || boxes(draft));
        if more { surer } else { sure }
    };
    if let Some((mrn, candidates)) = keys.mrn.and_then(|mrn| Some((mrn, index.references.get(mrn)?)))
        && let Some(place) = only(drafts, candidates, in_time, &[&same_document, &boxes, &goods])
    {
        return Some((place, join("mrn", mrn, agreement(place, 0.95, 0.99))));
    }
    if let Some((document, candidates)) = keys
        .transport_document
        .and_then(|document| Some((document, index.transport_documents.get(document)?)))
        && let Some(place) = only(drafts, candidates, in_time, &[&boxes, &goods])
    {
        let sure = drafts.get(place).is_some_and(boxes);
        return Some((place, join("transport_document", document, if sure { 0.98 } else { 0.92 })));
    }
    by_container(drafts, index, keys, settings)
        .map(|(place, container, confidence)| (place, join("container_and_window", &container, confidence)))
}

/// By container: the consignment that was under way in that box when the declaration was accepted, unless both name
/// transport documents and these differ.
fn by_container(
    drafts: &[Draft<'_>],
    index: &Index<'_>,
    keys: &Keys<'_>,
    settings: &RiskSettings,
) -> Option<(usize, String, f64)> {
    let accepted = keys.declaration.accepted;
    let under_way = |draft: &Draft<'_>| {
        let arrival = draft.arrival_or(settings.joining.journey_days_assumed);
        let other_document = draft.transport_document.is_some()
            && keys.transport_document.is_some()
            && draft.transport_document != keys.transport_document;
        !other_document
            && accepted >= draft.declared.plus_days(-settings.joining.trip_days_before_declared)
            && accepted <= arrival.plus_days(settings.joining.declaration_days_after_arrival)
    };
    let goods = |draft: &Draft<'_>| same_goods(draft, keys.declaration);
    let near = |draft: &Draft<'_>| {
        let arrival = draft.arrival_or(settings.joining.journey_days_assumed);
        accepted.hours_since(arrival).abs() <= 15.0 * 24.0
    };
    keys.containers.iter().find_map(|container| {
        let candidates = index.containers.get(container.as_ref())?;
        let place = only(drafts, candidates, under_way, &[&goods, &near])?;
        let more = drafts.get(place).is_some_and(goods);
        Some((place, container.to_string(), if more { 0.85 } else { 0.7 }))
    })
}

/// Joins declarations to drafts; gives back those that belong to none.
///
/// Items of one declaration that name nothing themselves follow its other items, when these all went to one
/// consignment.
pub(super) fn join<'a>(
    drafts: &mut [Draft<'a>],
    mut declared: Vec<&'a KeptDeclaration>,
    settings: &RiskSettings,
) -> Vec<&'a KeptDeclaration> {
    // A total order of content, so that the order of receipt leaves no trace.
    declared.sort_by_cached_key(|kept| {
        let declaration = &kept.declaration;
        (
            declaration.declaration_id.as_str(),
            declaration.item_number,
            kept.provenance.received,
            kept.provenance.message,
        )
    });
    let mut found: Vec<(Option<(usize, Join)>, &KeptDeclaration)> = {
        let index = index(drafts);
        declared
            .iter()
            .map(|kept| (find(drafts, &index, &keys(&kept.declaration), settings), *kept))
            .collect()
    };
    let mut alone = Vec::new();
    for of_one in found.chunk_by_mut(|a, b| a.1.declaration.declaration_id == b.1.declaration.declaration_id)
    {
        let mut joined = of_one.iter().filter_map(|(found, _)| found.as_ref().map(|(place, _)| *place));
        let first = joined.next();
        let leader = first.filter(|first| joined.all(|place| place == *first));
        for (found, kept) in of_one {
            let declaration = &kept.declaration;
            let keyless = keys_missing(declaration);
            let follow = leader.filter(|_| keyless).map(|place| {
                let (by, key) = ("declaration".to_owned(), declaration.declaration_id.clone());
                (place, Join { what: "declaration".to_owned(), by, key, confidence: 0.8 })
            });
            let target = found
                .take()
                .or(follow)
                .filter(|(_, join)| join.confidence >= settings.joining.confidence_min);
            match target.and_then(|(place, join)| Some((drafts.get_mut(place)?, join))) {
                Some((draft, join)) => {
                    draft.declarations.push(kept);
                    if !draft.joins.contains(&join) {
                        draft.joins.push(join);
                    }
                }
                None => alone.push(*kept),
            }
        }
    }
    alone
}

fn keys_missing(declaration: &ImportDeclaration) -> bool {
    declaration.entry_summary_mrn.is_none()
        && declaration.transport_document.is_none()
        && declaration.containers.is_empty()
}

/// Declarations that joined nothing, each a consignment of its own. They stand sorted by declaration.
pub(super) fn drafts(alone: Vec<&KeptDeclaration>) -> Vec<Draft<'_>> {
    let mut by_declaration: BTreeMap<&str, Vec<&KeptDeclaration>> = BTreeMap::new();
    for kept in alone {
        by_declaration.entry(&kept.declaration.declaration_id).or_default().push(kept);
    }
    let draft = |(id, declarations): (&str, Vec<_>)| own_draft(id, declarations);
    by_declaration.into_iter().map(draft).collect()
}

/// The ids that a consignment's import declarations bore, or would have borne, while each stood alone.
///
/// A declaration that comes before its entry summary is a consignment of its own until then. What was listed or decided
/// under that id is listed and decided for the joined consignment too.
pub fn ids_alone(consignment: &Consignment) -> impl Iterator<Item = String> {
    consignment.declaration_ids.iter().map(|id| id_alone(id))
}

fn id_alone(declaration_id: &str) -> String {
    consignment_id(&["declaration", declaration_id])
}

fn own_draft<'a>(declaration_id: &str, declarations: Vec<&'a KeptDeclaration>) -> Draft<'a> {
    let accepted = declarations.iter().map(|kept| kept.declaration.accepted).min().unwrap_or_default();
    let documents = declarations.iter().filter_map(|kept| kept.declaration.transport_document.as_deref());
    let named = declarations.iter().flat_map(|kept| kept.declaration.containers.iter().map(String::as_str));
    Draft {
        id: id_alone(declaration_id),
        entry_summaries: Vec::new(),
        items: Vec::new(),
        transport_document: documents.map(str::trim).find(|text| !text.is_empty()),
        containers: comparable_containers(named),
        declared: accepted,
        expected_arrival: Some(accepted),
        lodged: false,
        declarations,
        trips: Vec::new(),
        joins: Vec::new(),
        loading: None,
        unloading: None,
    }
}
