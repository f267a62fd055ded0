//! What each document and report says of one consignment, side by side, and where they differ.

mod differ;

use super::compare::Bench;
use crate::views::{Cell, DocumentColumn, DocumentRow, DocumentsTable};
use crate::words::printable;
use differ::{Said, differ};
use tidewaiter_model::assessment::{KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::entry_summary::{EnsKind, EntrySummary, GoodsItem, LocalText, Party};
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::money::{Decimal, Money};
use tidewaiter_model::provenance::MessageRef;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::Trip;

/// Documents and reports shown.
const COLUMNS_MAX: usize = 24;
/// Codes, containers and seals written in one cell.
const LISTED_MAX: usize = 40;

/// The fields, in the order of the rows.
const FIELDS: [Field; 13] = [
    Field::TransportDocument,
    Field::Containers,
    Field::Seals,
    Field::GrossMass,
    Field::Packages,
    Field::HsCode,
    Field::Origin,
    Field::PlaceOfLoading,
    Field::PlaceOfUnloading,
    Field::Consignor,
    Field::Consignee,
    Field::Value,
    Field::Routing,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    TransportDocument,
    Containers,
    Seals,
    GrossMass,
    Packages,
    HsCode,
    Origin,
    PlaceOfLoading,
    PlaceOfUnloading,
    Consignor,
    Consignee,
    Value,
    Routing,
}

impl Field {
    const fn as_str(self) -> &'static str {
        match self {
            Field::TransportDocument => "transport-document",
            Field::Containers => "containers",
            Field::Seals => "seals",
            Field::GrossMass => "gross-mass",
            Field::Packages => "packages",
            Field::HsCode => "hs-code",
            Field::Origin => "origin",
            Field::PlaceOfLoading => "place-of-loading",
            Field::PlaceOfUnloading => "place-of-unloading",
            Field::Consignor => "consignor",
            Field::Consignee => "consignee",
            Field::Value => "value",
            Field::Routing => "routing",
        }
    }
}

/// A column's source.
enum Source<'a> {
    Entry(&'a KeptEntrySummary, Vec<&'a GoodsItem>),
    Import(Vec<&'a KeptDeclaration>),
    Reports(&'a Trip),
}

/// The table of a consignment's documents.
pub(super) fn table(bench: &Bench<'_>) -> DocumentsTable {
    let sources = sources(bench);
    let columns = sources.iter().enumerate().map(|(at, source)| column(bench, at, source)).collect();
    let rows = FIELDS.into_iter().filter_map(|field| {
        let said: Vec<Option<Said>> = sources.iter().map(|source| said(bench, source, field)).collect();
        said.iter().any(Option::is_some).then(|| DocumentRow {
            key: field.as_str().replace('-', "_"),
            label: bench.reader.words.label(&format!("document-{}", field.as_str())),
            disagree: differ(&said, bench.settings, bench.consignment.containers.len()),
            cells: said
                .into_iter()
                .map(|said| said.map(|said| Cell { text: text_of(bench, &said) }))
                .collect(),
        })
    });
    DocumentsTable { rows: rows.collect(), columns }
}

fn sources<'a>(bench: &Bench<'a>) -> Vec<Source<'a>> {
    let consignment = bench.consignment;
    let mut sources = Vec::new();
    for kept in bench.context.entry_summaries_of(consignment) {
        sources.push(Source::Entry(
            kept,
            items_of(&kept.entry_summary, consignment.transport_document.as_deref()),
        ));
    }
    let declarations = bench.context.declarations_of(consignment);
    for of_one in declarations.chunk_by(|a, b| a.declaration.declaration_id == b.declaration.declaration_id) {
        sources.push(Source::Import(of_one.to_vec()));
    }
    sources.extend(bench.trips.iter().map(|trip| Source::Reports(trip)));
    sources.truncate(COLUMNS_MAX);
    sources
}

/// The items under this transport document; all of them where none names it.
fn items_of<'a>(entry: &'a EntrySummary, transport_document: Option<&str>) -> Vec<&'a GoodsItem> {
    let names = |item: &&GoodsItem| {
        item.documents.iter().any(|document| Some(document.reference.trim()) == transport_document)
    };
    let under: Vec<&GoodsItem> = entry.items.iter().filter(names).collect();
    if under.is_empty() { entry.items.iter().collect() } else { under }
}

fn column(bench: &Bench<'_>, at: usize, source: &Source<'_>) -> DocumentColumn {
    let words = bench.reader.words;
    let (key, title, reference, known): (_, _, _, Option<(UtcTime, Option<MessageRef>)>) = match source {
        Source::Entry(kept, _) => {
            let entry = &kept.entry_summary;
            let title = match entry.kind {
                EnsKind::Declaration => words.label("column-entry-summary"),
                EnsKind::Amendment => words.label("column-entry-amendment"),
            };
            let reference =
                entry.movement_reference_number.as_ref().or(entry.local_reference_number.as_ref());
            let known = Some((kept.provenance.received, Some(kept.provenance.message)));
            ("entry", title, reference.map(|text| text.value.clone()), known)
        }
        Source::Import(items) => {
            let first = items.first();
            let known = first.map(|kept| (kept.provenance.received, Some(kept.provenance.message)));
            let reference = first.map(|kept| kept.declaration.declaration_id.clone());
            ("import", words.label("column-import-declaration"), reference, known)
        }
        Source::Reports(trip) => {
            let message = trip.believed().next_back().and_then(|event| event.messages.last().copied());
            let title = words.say("column-reports", &[("container", printable(&trip.container).into())]);
            ("reports", title, None, Some((trip.last_known, message)))
        }
    };
    DocumentColumn {
        key: format!("{key}-{}", at + 1),
        title,
        reference: reference.as_deref().map(printable),
        received: known.map(|(received, _)| received),
        message: known.and_then(|(_, message)| message).map(Into::into),
    }
}

fn said(bench: &Bench<'_>, source: &Source<'_>, field: Field) -> Option<Said> {
    match source {
        Source::Entry(kept, items) => entry_says(&kept.entry_summary, items, field),
        Source::Import(items) => import_says(items, field),
        Source::Reports(trip) => reports_say(bench, trip, field),
    }
}

fn list(texts: impl Iterator<Item = String>) -> Option<Said> {
    let mut texts: Vec<String> =
        texts.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    texts.sort();
    texts.dedup();
    (!texts.is_empty()).then_some(Said::List { texts, whole: true })
}

fn part(said: Option<Said>) -> Option<Said> {
    said.map(|said| match said {
        Said::List { texts, .. } => Said::List { texts, whole: false },
        other => other,
    })
}

fn entry_says(entry: &EntrySummary, items: &[&GoodsItem], field: Field) -> Option<Said> {
    let place = |own: fn(&GoodsItem) -> Option<&LocalText>, header: Option<&LocalText>| {
        let text = items.iter().find_map(|item| own(item)).or(header)?;
        Some(Said::Place(text.text.trim().to_owned()))
    };
    let party = |own: fn(&GoodsItem) -> Option<&Party>, header: Option<&Party>| {
        let party = items.iter().find_map(|item| own(item)).or(header)?;
        Some(Said::Party { identifier: party.identifier.clone(), name: party.name.clone() })
    };
    match field {
        Field::TransportDocument => {
            let documents = items.iter().flat_map(|item| &item.documents);
            let transport = documents.filter(|document| document.kind.trim().starts_with("N7"));
            list(transport.map(|document| document.reference.clone()))
        }
        Field::Containers => {
            let containers = items.iter().flat_map(|item| &item.containers);
            list(containers.map(|container| normal_container(&container.value)))
        }
        Field::Seals => list(entry.seals.iter().map(|seal| seal.identity.clone())),
        Field::GrossMass => {
            let masses = items.iter().map(|item| Some(item.gross_mass_kg.as_ref()?.value));
            masses.sum::<Option<f64>>().filter(|mass| *mass > 0.0).map(Said::DeclaredMass)
        }
        Field::Packages => {
            let counts = items.iter().flat_map(|item| &item.packages).filter_map(|packages| packages.count);
            Some(counts.fold(0u64, u64::saturating_add)).filter(|count| *count > 0).map(Said::Count)
        }
        Field::HsCode => {
            let codes = items.iter().filter_map(|item| item.commodity_code.as_ref());
            list(codes.map(|code| code.value.clone())).map(Said::codes)
        }
        Field::PlaceOfLoading => {
            place(|item| item.place_of_loading.as_ref(), entry.place_of_loading.as_ref())
        }
        Field::PlaceOfUnloading => {
            place(|item| item.place_of_unloading.as_ref(), entry.place_of_unloading.as_ref())
        }
        Field::Consignor => party(|item| item.consignor.as_ref(), entry.consignor.as_ref()),
        Field::Consignee => party(|item| item.consignee.as_ref(), entry.consignee.as_ref()),
        Field::Routing => list(entry.itinerary.iter().map(|country| country.value.clone())),
        Field::Origin | Field::Value => None,
    }
}

fn import_says(items: &[&KeptDeclaration], field: Field) -> Option<Said> {
    let declarations = || items.iter().map(|kept| &kept.declaration);
    let party = |identifier: Option<&String>, name: Option<&String>| {
        let some = identifier.is_some() || name.is_some();
        some.then(|| Said::Party { identifier: identifier.cloned(), name: name.cloned() })
    };
    match field {
        Field::TransportDocument => list(declarations().filter_map(|one| one.transport_document.clone())),
        Field::Containers => {
            let containers = declarations().flat_map(|one| &one.containers);
            list(containers.map(|text| normal_container(text)))
        }
        Field::GrossMass => {
            let masses = declarations().map(|one| one.gross_mass_kg);
            masses.sum::<Option<f64>>().filter(|mass| *mass > 0.0).map(Said::DeclaredMass)
        }
        Field::HsCode => list(declarations().filter_map(|one| one.hs_code.clone())).map(Said::codes),
        Field::Origin => list(declarations().filter_map(|one| one.country_origin.clone())),
        Field::Consignor => {
            declarations().find_map(|one| party(one.exporter.as_ref(), one.exporter_name.as_ref()))
        }
        Field::Consignee => {
            declarations().find_map(|one| party(one.importer.as_ref(), one.importer_name.as_ref()))
        }
        Field::Value => {
            let values: Vec<&Money> = declarations().filter_map(|one| one.value.as_ref()).collect();
            let currency = values.first()?.currency.clone();
            let of_it = values.iter().filter(|value| value.currency == currency);
            let amount = of_it.fold(Decimal::ZERO, |sum, value| sum.checked_add(value.amount).unwrap_or(sum));
            Some(Said::Value(Money { amount, currency }))
        }
        Field::Seals | Field::Packages | Field::PlaceOfLoading | Field::PlaceOfUnloading | Field::Routing => {
            None
        }
    }
}

fn reports_say(bench: &Bench<'_>, trip: &Trip, field: Field) -> Option<Said> {
    match field {
        Field::TransportDocument => part(list(trip.transport_documents.iter().cloned())),
        Field::Containers => part(list(std::iter::once(normal_container(&trip.container)))),
        Field::Seals => part(list(trip.believed().filter_map(|event| event.seal.clone()))),
        Field::GrossMass => {
            let laden = trip
                .believed()
                .filter(|event| event.full_empty != Some(tidewaiter_model::event::FullEmpty::Empty));
            let mut masses: Vec<f64> =
                laden.filter_map(|event| event.gross_mass_kg.filter(|mass| *mass > 0.0)).collect();
            masses.sort_by(f64::total_cmp);
            masses.get(masses.len() / 2).copied().map(Said::ReportedMass)
        }
        Field::PlaceOfLoading => trip.load().map(|call| Said::Place(call.area.clone())),
        Field::PlaceOfUnloading => {
            // A box that waits at a hub has not arrived.
            let places = bench.settings.places();
            let bound =
                bench.consignment.place_of_unloading.as_deref().map(|place| places.area_of(place.trim()));
            let call = trip.discharge()?;
            let over = trip.ended_at_discharge() || bound == Some(call.area.as_str());
            over.then(|| Said::Place(call.area.clone()))
        }
        Field::Routing => {
            let countries = trip.calls.iter().map(|call| call.country.clone());
            part(list(countries))
        }
        Field::Packages
        | Field::HsCode
        | Field::Origin
        | Field::Consignor
        | Field::Consignee
        | Field::Value => None,
    }
}

fn text_of(bench: &Bench<'_>, said: &Said) -> String {
    let words = bench.reader.words;
    match said {
        Said::List { texts, .. } | Said::Codes(texts) => {
            let shown = texts.iter().take(LISTED_MAX).map(|text| printable(text));
            let mut text = shown.collect::<Vec<_>>().join(", ");
            if texts.len() > LISTED_MAX {
                text.push_str(&format!(" (+{})", texts.len() - LISTED_MAX));
            }
            text
        }
        Said::DeclaredMass(mass) | Said::ReportedMass(mass) => {
            words.param(&tidewaiter_model::reason::Param::MassKg(*mass))
        }
        Said::Count(count) => words.number(*count as f64, 0),
        Said::Place(place) => words.place(place),
        Said::Party { identifier, name } => {
            let parts: Vec<String> =
                [name, identifier].into_iter().flatten().map(|text| printable(text)).collect();
            parts.join(" · ")
        }
        Said::Value(money) => {
            let amount = f64::try_from(money.amount).unwrap_or(0.0);
            format!("{}\u{a0}{}", words.number(amount, 2), printable(&money.currency))
        }
    }
}
