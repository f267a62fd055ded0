//! Consignments from entry summaries, import declarations and the trips of their containers.
//!
//! The rules, with their reasons, are in the book's chapter on consignments.

mod content;
mod declarations;
mod entries;
mod place;
mod seed;
mod summary;
mod trips;

pub(crate) use entries::declared_time;

use crate::settings::RiskSettings;
pub use declarations::ids_alone;
pub use seed::{Records, Seed};
use std::borrow::Cow;
use tidewaiter_model::assessment::{Consignment, Join, KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::entry_summary::{EntrySummary, GoodsItem, LocalText, Party};
use tidewaiter_model::identifier::{normal_container, stable_id};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::Trip;

/// A goods item with the header that it inherits from.
#[derive(Debug, Clone, Copy)]
pub struct AssembledItem<'a> {
    /// The item.
    pub item: &'a GoodsItem,
    /// The declaration it stands in.
    pub header: &'a EntrySummary,
    /// The message of both.
    pub message: MessageRef,
}

impl<'a> AssembledItem<'a> {
    /// Shipper: the item's own, else the header's.
    pub fn consignor(&self) -> Option<&'a Party> {
        self.item.consignor.as_ref().or(self.header.consignor.as_ref())
    }

    /// Receiver: the item's own, else the header's.
    pub fn consignee(&self) -> Option<&'a Party> {
        self.item.consignee.as_ref().or(self.header.consignee.as_ref())
    }

    /// Place of loading: the item's own, else the header's.
    pub fn place_of_loading(&self) -> Option<&'a LocalText> {
        self.item.place_of_loading.as_ref().or(self.header.place_of_loading.as_ref())
    }

    /// Place of unloading: the item's own, else the header's.
    pub fn place_of_unloading(&self) -> Option<&'a LocalText> {
        self.item.place_of_unloading.as_ref().or(self.header.place_of_unloading.as_ref())
    }
}

/// A declared place that the reference tables know, by code or by exact name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeclaredPlace<'a> {
    /// As declared.
    pub text: &'a str,
    /// Its port area.
    pub area: &'a str,
    /// Its country.
    pub country: &'a str,
    /// The message.
    pub message: MessageRef,
    /// Its bytes in the message.
    pub span: ByteSpan,
}

/// A consignment with the records it was made of, borrowed from the input.
#[derive(Debug, Clone)]
pub struct Assembled<'a> {
    /// What is kept and shown.
    pub consignment: Consignment,
    /// The entry summary and its amendments: the one in force first, then the others in order of receipt.
    pub entry_summaries: Vec<&'a KeptEntrySummary>,
    /// Its goods items, of the entry summary in force.
    pub items: Vec<AssembledItem<'a>>,
    /// Its items of import declarations, by declaration and item number.
    pub declarations: Vec<&'a KeptDeclaration>,
    /// The trips of its containers, by container.
    pub trips: Vec<&'a Trip>,
    /// How sure each of these trips is the consignment's, 0 to 1.
    pub trip_confidences: Vec<f64>,
    /// For each of these trips, whether another consignment travels in the same box.
    pub trip_shared: Vec<bool>,
    /// When the goods were declared.
    pub declared: UtcTime,
    /// Declared place of loading, when it is a known place.
    pub loading: Option<DeclaredPlace<'a>>,
    /// Declared place of unloading, when it is a known place.
    pub unloading: Option<DeclaredPlace<'a>>,
}

impl<'a> Assembled<'a> {
    /// The entry summary in force.
    pub fn entry_summary(&self) -> Option<&'a KeptEntrySummary> {
        self.entry_summaries.first().copied()
    }

    /// Shipper as declared before arrival, with the message it stands in.
    pub fn consignor(&self) -> Option<(&'a Party, MessageRef)> {
        self.items.iter().find_map(|item| item.consignor().map(|party| (party, item.message)))
    }

    /// Receiver as declared before arrival, with the message it stands in.
    pub fn consignee(&self) -> Option<(&'a Party, MessageRef)> {
        self.items.iter().find_map(|item| item.consignee().map(|party| (party, item.message)))
    }
}

/// A consignment under way: what joining needs, before anything is copied for keeping.
struct Draft<'a> {
    id: String,
    entry_summaries: Vec<&'a KeptEntrySummary>,
    items: Vec<AssembledItem<'a>>,
    transport_document: Option<&'a str>,
    /// As declared and in normal form, by normal form.
    containers: Vec<(Cow<'a, str>, &'a str)>,
    /// When the goods were declared: the start of the window for trips.
    declared: UtcTime,
    expected_arrival: Option<UtcTime>,
    /// Whether an entry summary declares it; without one, an import declaration alone made it.
    lodged: bool,
    declarations: Vec<&'a KeptDeclaration>,
    /// Trips by their place in the input.
    trips: Vec<(usize, f64)>,
    joins: Vec<Join>,
    loading: Option<DeclaredPlace<'a>>,
    unloading: Option<DeclaredPlace<'a>>,
}

impl Draft<'_> {
    fn holds(&self, container: &str) -> bool {
        self.containers.binary_search_by(|(normal, _)| normal.as_ref().cmp(container)).is_ok()
    }

    /// The first time that counts as arrival when none was declared.
    fn arrival_or(&self, days_assumed: i64) -> UtcTime {
        self.expected_arrival.unwrap_or_else(|| self.declared.plus_days(days_assumed))
    }
}

/// A container number in the form in which numbers are compared.
fn comparable(container: &str) -> Cow<'_, str> {
    let normal = container.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if normal { Cow::Borrowed(container) } else { Cow::Owned(normal_container(container)) }
}

/// Containers in comparable form, sorted, each once, without empty ones.
fn comparable_containers<'a>(declared: impl Iterator<Item = &'a str>) -> Vec<(Cow<'a, str>, &'a str)> {
    let mut containers: Vec<_> = declared.map(|text| (comparable(text), text.trim())).collect();
    containers.retain(|(normal, _)| !normal.is_empty());
    containers.sort();
    containers.dedup_by(|a, b| a.0 == b.0);
    containers
}

/// Makes consignments from everything that was received up to `as_of`, sorted by id.
///
/// The input may stand in any order; the output borrows from it. Records received later are left out, and so are
/// trips first known later (the caller rebuilds trips from the events known then).
pub fn assemble<'a>(
    ens: &'a [KeptEntrySummary],
    declarations: &'a [KeptDeclaration],
    trips: &'a [Trip],
    places: &'a Places,
    as_of: UtcTime,
    settings: &RiskSettings,
) -> Vec<Assembled<'a>> {
    let known: Vec<&KeptEntrySummary> = ens.iter().filter(|kept| kept.provenance.received <= as_of).collect();
    let declared: Vec<&KeptDeclaration> =
        declarations.iter().filter(|kept| kept.provenance.received <= as_of).collect();
    let mut drafts = entries::drafts(&known);
    let gazetteer = place::Gazetteer::new(places);
    place::resolve(&mut drafts, &gazetteer);
    let alone = declarations::join(&mut drafts, declared, settings);
    drafts.extend(declarations::drafts(alone));
    // One order whatever the input's; equal ids cannot be, save by a collision of the hash. Drafts are large: the
    // keys are sorted, and each draft is moved once.
    drafts.sort_by_cached_key(|draft| draft.id.clone());
    let shared = trips::join(&mut drafts, trips, as_of, settings);
    drafts.into_iter().map(|draft| summary::finish(draft, trips, &shared)).collect()
}

/// The stable identifier of a consignment from what tells it apart.
fn consignment_id(parts: &[&str]) -> String {
    stable_id('C', parts)
}
