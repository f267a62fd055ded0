//! From entry summaries to drafts of consignments: copies, amendments, transport documents, identifiers.

use super::content::content_hash;
use super::{AssembledItem, Draft, comparable, comparable_containers, consignment_id};
use std::collections::{BTreeMap, HashMap};
use tidewaiter_model::assessment::KeptEntrySummary;
use tidewaiter_model::entry_summary::{EnsKind, EntrySummary, GoodsItem};
use tidewaiter_model::provenance::Located;
use tidewaiter_model::time::UtcTime;

/// Transport document types in order of preference: the lowest level first, because a consignment is what one
/// house document covers, not the whole of a groupage master. UN/CEFACT 1001 as used by EU box 44 and GB S&S.
const TRANSPORT_DOCUMENTS: &[&str] = &[
    "N714", "N703", "N705", "N740", "N710", "N720", "N722", "N730", "N750", "N760", "N704", "N741", "N787",
    "N785",
];

/// One declaration with copies of itself that were sent again.
struct Version<'a> {
    kept: &'a KeptEntrySummary,
    copies: Vec<&'a KeptEntrySummary>,
    content: u64,
}

impl<'a> Version<'a> {
    fn entry(&self) -> &'a EntrySummary {
        &self.kept.entry_summary
    }
}

/// The key under which items are of one consignment: how it was found, and the text.
type GroupKey<'a> = (&'static str, &'a str);

fn text_of(located: Option<&Located<String>>) -> Option<&str> {
    located.map(|text| text.value.trim()).filter(|text| !text.is_empty())
}

fn transport_document(item: &GoodsItem) -> Option<&str> {
    let rank =
        |kind: &str| TRANSPORT_DOCUMENTS.iter().position(|known| known.eq_ignore_ascii_case(kind.trim()));
    let named = item.documents.iter().filter(|document| !document.reference.trim().is_empty());
    let ranked = named.filter_map(|document| Some((rank(&document.kind)?, document.reference.trim())));
    ranked.min().map(|(_, reference)| reference)
}

/// Transport document, else unique consignment reference (item, header), else LRN or MRN, else the message itself.
fn group_key<'a>(entry: &'a EntrySummary, item: &'a GoodsItem) -> GroupKey<'a> {
    let item_reference = item.unique_consignment_reference.as_deref().map(str::trim);
    transport_document(item)
        .map(|text| ("transport_document", text))
        .or_else(|| item_reference.filter(|text| !text.is_empty()).map(|text| ("reference", text)))
        .or_else(|| text_of(entry.unique_consignment_reference.as_ref()).map(|text| ("reference", text)))
        .or_else(|| text_of(entry.local_reference_number.as_ref()).map(|text| ("lrn", text)))
        .or_else(|| text_of(entry.movement_reference_number.as_ref()).map(|text| ("mrn", text)))
        .unwrap_or(("message", ""))
}

fn groups(entry: &EntrySummary) -> BTreeMap<GroupKey<'_>, Vec<&GoodsItem>> {
    let mut groups: BTreeMap<GroupKey<'_>, Vec<&GoodsItem>> = BTreeMap::new();
    for item in &entry.items {
        groups.entry(group_key(entry, item)).or_default().push(item);
    }
    groups
}

/// When the goods were declared: as written, else when the message was prepared, else when it was received.
pub(crate) fn declared_time(kept: &KeptEntrySummary) -> UtcTime {
    let entry = &kept.entry_summary;
    entry.declared.as_ref().map(|time| time.value).or(entry.prepared).unwrap_or(kept.provenance.received)
}

/// Versions of distinct content. Of copies the first received stands for all.
fn versions<'a>(known: &[&'a KeptEntrySummary]) -> Vec<Version<'a>> {
    let mut hashed: Vec<(u64, &KeptEntrySummary)> =
        known.iter().map(|kept| (content_hash(&kept.entry_summary), *kept)).collect();
    hashed.sort_by_key(|(content, kept)| (*content, kept.provenance.received, kept.provenance.message));
    let mut versions: Vec<Version<'a>> = Vec::with_capacity(hashed.len());
    for (content, kept) in hashed {
        match versions.last_mut() {
            Some(version) if version.content == content => version.copies.push(kept),
            _ => versions.push(Version { kept, copies: Vec::new(), content }),
        }
    }
    versions
}

/// The first identification number of whoever answers for the declaration, else the sender.
fn lodger(entry: &EntrySummary) -> &str {
    let person = entry.lodging_person.as_ref().and_then(|party| party.identifier.as_deref());
    person
        .or(entry.entry_carrier.as_ref().and_then(|party| party.identifier.as_deref()))
        .unwrap_or(&entry.sender)
}

/// Whether an amendment can be one of this declaration: they name the same transport documents or share one, or,
/// where neither names any, the same containers.
fn agree(amendment: &EntrySummary, declaration: &EntrySummary) -> bool {
    let documents = |entry: &'_ EntrySummary| {
        let mut all: Vec<String> =
            entry.items.iter().filter_map(transport_document).map(str::to_owned).collect();
        all.sort();
        all
    };
    let (ours, theirs) = (documents(amendment), documents(declaration));
    if !ours.is_empty() && !theirs.is_empty() {
        return ours.iter().any(|document| theirs.binary_search(document).is_ok());
    }
    let containers = |entry: &EntrySummary| {
        let all = entry.items.iter().flat_map(|item| &item.containers);
        let mut all: Vec<String> = all.map(|container| comparable(&container.value).into_owned()).collect();
        all.sort();
        all.dedup();
        all
    };
    let (ours, theirs) = (containers(amendment), containers(declaration));
    ours.is_empty() == theirs.is_empty() && (ours.is_empty() || ours == theirs)
}

/// Which declaration each amendment amends, by place in `versions`; only where exactly one can be meant.
fn amended(versions: &[Version<'_>]) -> HashMap<usize, usize> {
    let mut by_key: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (place, version) in versions.iter().enumerate() {
        let entry = version.entry();
        if entry.kind != EnsKind::Declaration {
            continue;
        }
        for reference in [&entry.local_reference_number, &entry.movement_reference_number] {
            if let Some(text) = text_of(reference.as_ref()) {
                by_key.entry(("reference", text)).or_default().push(place);
            }
        }
        let mut documents: Vec<&str> = entry.items.iter().filter_map(transport_document).collect();
        documents.sort_unstable();
        documents.dedup();
        for document in documents {
            by_key.entry(("transport_document", document)).or_default().push(place);
        }
    }
    let mut amended = HashMap::new();
    for (place, version) in versions.iter().enumerate() {
        let entry = version.entry();
        if entry.kind != EnsKind::Amendment {
            continue;
        }
        let references = [&entry.movement_reference_number, &entry.local_reference_number]
            .into_iter()
            .filter_map(|reference| Some(("reference", text_of(reference.as_ref())?)));
        let documents = entry.items.iter().filter_map(transport_document);
        let keys = references.chain(documents.map(|document| ("transport_document", document)));
        for key in keys {
            let Some(candidates) = by_key.get(&key) else { continue };
            let mut fitting = candidates.iter().copied().filter(|candidate| {
                let declaration = versions.get(*candidate).map(Version::entry);
                declaration.is_some_and(|declaration| {
                    lodger(declaration) == lodger(entry) && agree(entry, declaration)
                })
            });
            if let (Some(only), None) = (fitting.next(), fitting.next()) {
                amended.insert(place, only);
                break;
            }
        }
    }
    amended
}

/// Drafts of consignments from every entry summary known.
pub(super) fn drafts<'a>(known: &[&'a KeptEntrySummary]) -> Vec<Draft<'a>> {
    let versions = versions(known);
    let amended = amended(&versions);
    let mut chains: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in 0..versions.len() {
        chains.entry(amended.get(&place).copied().unwrap_or(place)).or_default().push(place);
    }
    let mut drafts = Vec::with_capacity(versions.len());
    for places in chains.into_values() {
        let mut chain: Vec<&Version<'a>> = places.iter().filter_map(|place| versions.get(*place)).collect();
        // What counts is the last amendment received; of two at once, the one that says it is later.
        chain.sort_by_key(|version| {
            let entry = version.entry();
            let said = entry.amended.as_ref().map(|time| time.value);
            (version.kept.provenance.received, entry.kind == EnsKind::Amendment, said, version.content)
        });
        chain_drafts(&chain, &mut drafts);
    }
    drafts
}

/// Drafts of one declaration with its amendments, in order of receipt. What the latest version no longer names is
/// withdrawn; what it still names keeps the identifier that its first version gave it.
fn chain_drafts<'a>(chain: &[&Version<'a>], drafts: &mut Vec<Draft<'a>>) {
    let latest_amendment = chain.iter().rfind(|version| version.entry().kind == EnsKind::Amendment);
    let Some(current) = latest_amendment.or(chain.last()).copied() else { return };
    let grouped: Vec<BTreeMap<GroupKey<'a>, Vec<&'a GoodsItem>>> =
        chain.iter().map(|version| groups(version.entry())).collect();
    let mut everyone: Vec<&'a KeptEntrySummary> = vec![current.kept];
    let mut others: Vec<&'a KeptEntrySummary> =
        chain.iter().flat_map(|version| version.copies.iter().copied().chain([version.kept])).collect();
    others.sort_by_key(|kept| (kept.provenance.received, kept.provenance.message));
    everyone.extend(others.into_iter().filter(|kept| !std::ptr::eq(*kept, current.kept)));
    let declared = everyone.iter().map(|kept| declared_time(kept)).min();
    for (key, items) in groups(current.entry()) {
        let same = |other: &BTreeMap<GroupKey<'a>, Vec<&'a GoodsItem>>| {
            let renamed = other.len() == 1 && grouped.iter().all(|group| group.len() == 1);
            if other.contains_key(&key) {
                Some(key)
            } else {
                other.keys().next().copied().filter(|_| renamed)
            }
        };
        let first = chain.iter().zip(&grouped).find_map(|(version, groups)| Some((version, same(groups)?)));
        let (first_version, first_key) = first.unwrap_or((&current, key));
        let entry = current.entry();
        let message = current.kept.provenance.message;
        let items: Vec<AssembledItem<'a>> =
            items.into_iter().map(|item| AssembledItem { item, header: entry, message }).collect();
        let named =
            items.iter().flat_map(|item| &item.item.containers).map(|container| container.value.as_str());
        drafts.push(Draft {
            id: version_id(first_version, first_key),
            transport_document: (key.0 == "transport_document").then_some(key.1),
            containers: comparable_containers(named),
            declared: declared.unwrap_or(current.kept.provenance.received),
            expected_arrival: entry.expected_arrival.as_ref().map(|time| time.value),
            entry_summaries: everyone.clone(),
            items,
            lodged: true,
            declarations: Vec::new(),
            trips: Vec::new(),
            joins: Vec::new(),
            loading: None,
            unloading: None,
        });
    }
}

/// Senders reuse every number they give; so the content, not only the numbers, tells two consignments apart.
fn version_id(version: &Version<'_>, key: GroupKey<'_>) -> String {
    let entry = version.entry();
    let kind = match entry.kind {
        EnsKind::Declaration => "IE315",
        EnsKind::Amendment => "IE313",
    };
    let lrn = text_of(entry.local_reference_number.as_ref()).unwrap_or("");
    let mrn = text_of(entry.movement_reference_number.as_ref()).unwrap_or("");
    let content = format!("{:016x}", version.content);
    consignment_id(&[kind, &entry.sender, lodger(entry), lrn, mrn, key.0, key.1, &content])
}
