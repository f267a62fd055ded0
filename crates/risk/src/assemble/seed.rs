//! One consignment put together again when the trips of its containers changed, and nothing else.
//!
//! Entry summaries and declarations make a consignment whatever the boxes do; trips are joined to it last. A [`Seed`]
//! is what stood before the trips were joined. Given the same records and trips it becomes the very consignment that
//! [`super::assemble()`] makes, because it goes through the same two functions.

use super::{Assembled, AssembledItem, DeclaredPlace, Draft, comparable, summary, trips};
use crate::settings::RiskSettings;
use tidewaiter_model::assessment::{Join, KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::Trip;

/// A consignment before its trips were joined. It owns its texts and points to its records by their places.
#[derive(Debug, Clone)]
pub struct Seed {
    id: String,
    entry_summaries: Vec<u32>,
    /// Goods item: of which of `entry_summaries`, and its place there.
    items: Vec<(u32, u32)>,
    transport_document: Option<String>,
    /// In normal form and as declared.
    containers: Vec<(String, String)>,
    declared: UtcTime,
    expected_arrival: Option<UtcTime>,
    lodged: bool,
    declarations: Vec<u32>,
    joins: Vec<Join>,
    loading: Option<SeedPlace>,
    unloading: Option<SeedPlace>,
}

#[derive(Debug, Clone)]
struct SeedPlace {
    text: String,
    area: String,
    country: String,
    message: MessageRef,
    span: ByteSpan,
}

impl SeedPlace {
    fn of(place: &DeclaredPlace<'_>) -> SeedPlace {
        SeedPlace {
            text: place.text.to_owned(),
            area: place.area.to_owned(),
            country: place.country.to_owned(),
            message: place.message,
            span: place.span,
        }
    }

    fn place(&self) -> DeclaredPlace<'_> {
        let SeedPlace { text, area, country, message, span } = self;
        DeclaredPlace { text, area, country, message: *message, span: *span }
    }
}

impl Seed {
    /// The seed of a consignment. `entry_summary` and `declaration` say under which number each record is found again.
    pub fn of(
        assembled: &Assembled<'_>,
        mut entry_summary: impl FnMut(&KeptEntrySummary) -> u32,
        declaration: impl FnMut(&KeptDeclaration) -> u32,
    ) -> Seed {
        let consignment = &assembled.consignment;
        let header_of = |item: &AssembledItem<'_>| {
            let headers = assembled.entry_summaries.iter();
            headers.map(|kept| &kept.entry_summary).position(|entry| std::ptr::eq(entry, item.header))
        };
        let place_of = |item: &AssembledItem<'_>| {
            let items = item.header.items.iter();
            items
                .enumerate()
                .find(|(_, other)| std::ptr::eq(*other, item.item))
                .map(|(place, _)| place as u32)
        };
        let items = assembled.items.iter();
        let containers = consignment.containers.iter();
        Seed {
            id: consignment.id.clone(),
            items: items.filter_map(|item| Some((header_of(item)? as u32, place_of(item)?))).collect(),
            entry_summaries: assembled.entry_summaries.iter().map(|kept| entry_summary(kept)).collect(),
            transport_document: consignment.transport_document.clone(),
            containers: containers.map(|text| (comparable(text).into_owned(), text.clone())).collect(),
            declared: assembled.declared,
            expected_arrival: consignment.expected_arrival,
            lodged: !assembled.entry_summaries.is_empty(),
            declarations: assembled.declarations.iter().copied().map(declaration).collect(),
            joins: consignment.joins.iter().filter(|join| join.what != "trip").cloned().collect(),
            loading: assembled.loading.as_ref().map(SeedPlace::of),
            unloading: assembled.unloading.as_ref().map(SeedPlace::of),
        }
    }

    /// The consignment's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its containers in normal form.
    pub fn containers(&self) -> impl Iterator<Item = &str> {
        self.containers.iter().map(|(normal, _)| normal.as_str())
    }

    /// The draft as it stood; without records it still says which trip of a box it would take.
    fn draft<'a>(&'a self, records: Option<&Records<'_, 'a>>) -> Option<Draft<'a>> {
        let mut draft = Draft {
            id: self.id.clone(),
            entry_summaries: Vec::new(),
            items: Vec::new(),
            transport_document: self.transport_document.as_deref(),
            containers: self.containers.iter().map(|(a, b)| (a.as_str().into(), b.as_str())).collect(),
            declared: self.declared,
            expected_arrival: self.expected_arrival,
            lodged: self.lodged,
            declarations: Vec::new(),
            trips: Vec::new(),
            joins: self.joins.clone(),
            loading: self.loading.as_ref().map(SeedPlace::place),
            unloading: self.unloading.as_ref().map(SeedPlace::place),
        };
        let Some(records) = records else { return Some(draft) };
        let entry = |number: &u32| (records.entry_summary)(*number);
        draft.entry_summaries = self.entry_summaries.iter().map(entry).collect::<Option<_>>()?;
        let declaration = |number: &u32| (records.declaration)(*number);
        draft.declarations = self.declarations.iter().map(declaration).collect::<Option<_>>()?;
        for (header, place) in &self.items {
            let kept: &'a KeptEntrySummary = draft.entry_summaries.get(*header as usize)?;
            let item = kept.entry_summary.items.get(*place as usize)?;
            let message = kept.provenance.message;
            draft.items.push(AssembledItem { item, header: &kept.entry_summary, message });
        }
        Some(draft)
    }

    /// The consignment with these trips: all those of its containers, rebuilt from what was known at `as_of`.
    /// `companions` are the other consignments that name one of its containers, open or not. `None` when a record is
    /// not among `records`.
    pub fn assemble<'a>(
        &'a self,
        records: &Records<'_, 'a>,
        companions: &[&'a Seed],
        of_containers: &'a [Trip],
        as_of: UtcTime,
        settings: &RiskSettings,
    ) -> Option<Assembled<'a>> {
        let mut drafts = vec![self.draft(Some(records))?];
        for companion in companions.iter().filter(|companion| companion.id != self.id) {
            drafts.extend(companion.draft(None));
        }
        let shared = trips::join(&mut drafts, of_containers, as_of, settings);
        drafts.into_iter().next().map(|draft| summary::finish(draft, of_containers, &shared))
    }
}

/// Where the records of seeds are found, by their numbers.
#[derive(Clone, Copy)]
pub struct Records<'r, 'a> {
    /// Entry summaries.
    pub entry_summary: &'r dyn Fn(u32) -> Option<&'a KeptEntrySummary>,
    /// Import declarations.
    pub declaration: &'r dyn Fn(u32) -> Option<&'a KeptDeclaration>,
}
