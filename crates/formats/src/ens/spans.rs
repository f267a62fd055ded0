//! The places in a record, from those of the text to those of the message's bytes.

use crate::xml::Source;
use tidewaiter_model::entry_summary::{EntrySummary, LocalText, Party};
use tidewaiter_model::provenance::ByteSpan;

/// Turns the spans of a record into those of the message's bytes.
pub(crate) fn restore_spans(source: &Source<'_>, record: &mut EntrySummary) {
    spans(record, &mut |span| *span = source.original(*span));
}

/// Calls `change` for every span in a record.
fn spans(record: &mut EntrySummary, change: &mut dyn FnMut(&mut ByteSpan)) {
    let mut located: Vec<&mut ByteSpan> = Vec::new();
    located.extend(record.local_reference_number.iter_mut().map(|text| &mut text.span));
    located.extend(record.movement_reference_number.iter_mut().map(|text| &mut text.span));
    located.extend(record.unique_consignment_reference.iter_mut().map(|text| &mut text.span));
    located.extend(record.office_of_first_entry.iter_mut().map(|text| &mut text.span));
    located.extend(record.total_gross_mass_kg.iter_mut().map(|mass| &mut mass.span));
    let times = [&mut record.declared, &mut record.amended, &mut record.expected_arrival];
    located.extend(times.into_iter().flatten().map(|time| &mut time.span));
    located.extend(record.itinerary.iter_mut().map(|country| &mut country.span));
    located.extend(record.seals.iter_mut().map(|seal| &mut seal.span));
    let texts: [&mut Option<LocalText>; 4] = [
        &mut record.declaration_place,
        &mut record.place_of_loading,
        &mut record.place_of_unloading,
        &mut record.amendment_place,
    ];
    located.extend(texts.into_iter().flatten().map(|text| &mut text.span));
    let parties: [&mut Option<Party>; 6] = [
        &mut record.consignor,
        &mut record.consignee,
        &mut record.notify_party,
        &mut record.representative,
        &mut record.lodging_person,
        &mut record.entry_carrier,
    ];
    located.extend(parties.into_iter().flatten().map(|party| &mut party.span));
    for item in &mut record.items {
        located.push(&mut item.span);
        let texts = [&mut item.description, &mut item.place_of_loading, &mut item.place_of_unloading];
        located.extend(texts.into_iter().flatten().map(|text| &mut text.span));
        let parties = [&mut item.consignor, &mut item.consignee, &mut item.notify_party];
        located.extend(parties.into_iter().flatten().map(|party| &mut party.span));
        located.extend(item.gross_mass_kg.iter_mut().map(|mass| &mut mass.span));
        located.extend(item.commodity_code.iter_mut().map(|code| &mut code.span));
        located.extend(item.documents.iter_mut().map(|document| &mut document.span));
        located.extend(item.containers.iter_mut().map(|container| &mut container.span));
        located.extend(
            item.packages
                .iter_mut()
                .filter_map(|packages| packages.marks.as_mut())
                .map(|text| &mut text.span),
        );
    }
    located.into_iter().for_each(change);
}
