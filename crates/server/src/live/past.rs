//! Every consignment known, in a few words each: what was there before a case.

use super::intern::Interner;
use crate::queue::{goods, route};
use std::collections::HashMap;
use std::sync::Arc;
use tidewaiter_model::assessment::Consignment;
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::Assembled;
use tidewaiter_risk::history::party_key;

/// Characters kept of the goods.
const GOODS_CHARS_MAX: usize = 80;

/// A consignment in a few words.
#[derive(Debug, Clone)]
pub struct PastCase {
    /// Consignment.
    pub id: Box<str>,
    /// When it was first known.
    pub first_known: UtcTime,
    /// Its arrival, or when it was first known.
    pub day: UtcTime,
    /// What is declared.
    pub goods: Box<str>,
    /// Port areas in order.
    pub route: Box<[Arc<str>]>,
}

/// By what earlier cases are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PastKey {
    /// A container, by its hash.
    Container(u64),
    /// A receiver.
    Consignee(u64),
    /// A shipper.
    Consignor(u64),
    /// Where from and where to, by their hash.
    Route(u64),
}

/// The index of every consignment.
#[derive(Default)]
pub struct Past {
    cases: Vec<PastCase>,
    /// Places in `cases`, in order.
    by_key: HashMap<PastKey, Vec<u32>>,
    /// The same by the hash of each of their numbers in normal form.
    by_number: HashMap<u64, Vec<u32>>,
}

/// The keys under which a consignment is found.
pub fn keys(consignment: &Consignment) -> Vec<PastKey> {
    let mut keys: Vec<PastKey> = consignment.containers.iter().map(|text| container_key(text)).collect();
    keys.extend(consignee_key(consignment));
    keys.extend(consignment.consignor.as_ref().and_then(party_key).map(PastKey::Consignor));
    keys.extend(route_key(consignment));
    keys.dedup();
    keys
}

/// The hashes of the numbers by which a consignment is looked for.
fn numbers(consignment: &Consignment) -> impl Iterator<Item = u64> {
    let documents = consignment.transport_document.iter().chain(&consignment.entry_reference);
    let declared = documents.chain(&consignment.entry_mrn).chain(&consignment.declaration_ids);
    let all = std::iter::once(&consignment.id).chain(&consignment.containers).chain(declared);
    all.map(|text| normal_container(text)).filter(|text| !text.is_empty()).map(|text| number_hash(&text))
}

fn number_hash(normal: &str) -> u64 {
    tidewaiter_model::identifier::stable_hash(&[normal])
}

/// The key of a container.
pub fn container_key(container: &str) -> PastKey {
    PastKey::Container(tidewaiter_model::identifier::stable_hash(&[&normal_container(container)]))
}

/// The key of a consignment's receiver.
pub fn consignee_key(consignment: &Consignment) -> Option<PastKey> {
    consignment.consignee.as_ref().and_then(party_key).map(PastKey::Consignee)
}

/// The key of a party in one of the two roles that have a history.
pub fn party_past_key(party: &Party, is_consignee: bool) -> Option<PastKey> {
    party_key(party).map(if is_consignee { PastKey::Consignee } else { PastKey::Consignor })
}

/// The key of where a consignment is from and bound for, as declared, else as its trips went.
pub fn route_key(consignment: &Consignment) -> Option<PastKey> {
    let went = route(consignment);
    let from = consignment.place_of_loading.as_deref().or(went.first().map(String::as_str))?;
    let to = consignment.place_of_unloading.as_deref().or(went.last().map(String::as_str))?;
    Some(PastKey::Route(tidewaiter_model::identifier::stable_hash(&[from.trim(), to.trim()])))
}

impl Past {
    /// Indexes every consignment; they come in order of id.
    pub fn new(assembled: &[Assembled<'_>]) -> Past {
        let mut texts = Interner::default();
        let mut past = Past::default();
        for (at, one) in (0u32..).zip(assembled) {
            let consignment = &one.consignment;
            past.cases.push(PastCase {
                id: consignment.id.as_str().into(),
                first_known: consignment.first_known,
                day: consignment.expected_arrival.unwrap_or(consignment.first_known),
                goods: goods(consignment).chars().take(GOODS_CHARS_MAX).collect::<String>().into(),
                route: route(consignment).iter().map(|area| texts.text(area)).collect(),
            });
            for key in keys(consignment) {
                past.by_key.entry(key).or_default().push(at);
            }
            for number in numbers(consignment) {
                let places = past.by_number.entry(number).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        past
    }

    /// The cases with a number, in normal form: their id, a container, a document, an entry summary or a declaration;
    /// latest first.
    pub fn with_number(&self, normal: &str) -> Vec<&PastCase> {
        let places = self.by_number.get(&number_hash(normal)).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<&PastCase> = places.iter().filter_map(|at| self.cases.get(*at as usize)).collect();
        found.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.id.cmp(&b.id)));
        found
    }

    /// The cases of a key that were known before `known`, latest first; `id` itself is left out.
    pub fn before(&self, key: PastKey, id: &str, known: UtcTime) -> Vec<&PastCase> {
        let places = self.by_key.get(&key).map_or(&[][..], Vec::as_slice);
        let cases = places.iter().filter_map(|at| self.cases.get(*at as usize));
        let mut before: Vec<&PastCase> =
            cases.filter(|case| case.first_known < known && &*case.id != id).collect();
        before.sort_by(|a, b| b.first_known.cmp(&a.first_known).then_with(|| a.id.cmp(&b.id)));
        before
    }
}
