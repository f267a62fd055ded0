//! Which records become one consignment, and which must not.

use crate::fixture::*;
use tidewaiter_model::assessment::{KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::reference::Places;
use tidewaiter_risk::{Assembled, RiskSettings, assemble};
use tidewaiter_trips::Trip;

const BOX: &str = "MSKU1234565";

fn assembled<'a>(
    ens: &'a [KeptEntrySummary],
    declarations: &'a [KeptDeclaration],
    trips: &'a [Trip],
) -> Vec<Assembled<'a>> {
    assemble(ens, declarations, trips, Places::builtin(), day(365), &RiskSettings::default())
}

#[test]
fn items_of_one_transport_document_are_one_consignment() {
    let ens = [entry(1, "L1", vec![item(1, "BL1", &[BOX]), item(2, "BL2", &[BOX]), item(3, "BL1", &[])])];
    let found = assembled(&ens, &[], &[]);
    let mut items: Vec<_> =
        found.iter().map(|one| (one.consignment.transport_document.as_deref(), one.items.len())).collect();
    items.sort();
    assert_eq!(items, [(Some("BL1"), 2), (Some("BL2"), 1)]);
    assert!(found.iter().all(|one| one.consignment.place_of_loading.as_deref() == Some("CNSHG")));
    assert!(found.iter().all(|one| one.loading.is_some_and(|place| place.country == "CN")));
}

#[test]
fn the_house_document_counts_before_the_master() {
    let mut one = item(1, "MASTER", &[BOX]);
    one.documents.extend(item(1, "HOUSE", &[]).documents);
    one.documents[0].kind = "N704".to_owned();
    one.documents[1].kind = "N714".to_owned();
    let ens = [entry(1, "L1", vec![one])];
    assert_eq!(assembled(&ens, &[], &[])[0].consignment.transport_document.as_deref(), Some("HOUSE"));
}

#[test]
fn equal_identifiers_alone_merge_nothing() {
    let mut ens: Vec<_> = (0..50).map(|number| entry(number, "ABCD1234", vec![item(1, "", &[])])).collect();
    for (number, kept) in ens.iter_mut().enumerate() {
        kept.entry_summary.total_packages = Some(number as u64);
    }
    let found = assembled(&ens, &[], &[]);
    assert_eq!(found.len(), 50);
    let mut ids: Vec<_> = found.iter().map(|one| one.consignment.id.clone()).collect();
    ids.dedup();
    assert_eq!(ids.len(), 50, "every one has an id of its own");
    // A declaration that names the number they all carry belongs to none of them.
    let mut named = declaration(99, "D1");
    named.declaration.entry_summary_mrn = Some("ABCD1234".to_owned());
    assert_eq!(assembled(&ens, &[named], &[]).len(), 51);
}

#[test]
fn the_same_content_sent_again_is_one_consignment() {
    let first = entry(1, "L1", vec![item(1, "BL1", &[BOX])]);
    let mut again = first.clone();
    again.provenance = kept_at(day(3), 2);
    again.entry_summary.prepared = Some(day(3));
    again.entry_summary.message_identification = "OTHER".to_owned();
    let before = assembled(std::slice::from_ref(&first), &[], &[])[0].consignment.id.clone();
    let both = [again, first];
    let found = assembled(&both, &[], &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].consignment.sources.len(), 2);
    assert_eq!((&found[0].consignment.id, found[0].consignment.first_known), (&before, day(0)));
}

#[test]
fn an_amendment_changes_the_consignment_and_not_its_id() {
    let first = entry(1, "L1", vec![item(1, "BL1", &[BOX])]);
    let amended = amendment(2, &first, |entry| entry.place_of_unloading = text("GBSOU"));
    let renamed = amendment(3, &first, |entry| {
        entry.movement_reference_number = located("L1".to_owned());
        entry.items[0].documents.clear();
    });
    let id = assembled(std::slice::from_ref(&first), &[], &[])[0].consignment.id.clone();
    for (change, unloading) in [(amended, "GBSOU"), (renamed, "GBFXT")] {
        let ens = [change, first.clone()];
        let found = assembled(&ens, &[], &[]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].consignment.id, id);
        assert_eq!(found[0].consignment.place_of_unloading.as_deref(), Some(unloading));
        assert_eq!(found[0].entry_summaries.len(), 2);
    }
}

#[test]
fn an_amendment_of_nobody_stands_by_itself() {
    let first = entry(1, "L1", vec![item(1, "BL1", &[BOX])]);
    let mut other = amendment(2, &first, |_| {});
    other.entry_summary.lodging_person = None;
    let twin = entry(3, "L2", vec![item(1, "BL1", &[BOX])]);
    for (ens, expected) in [
        (vec![first.clone(), other], 2),
        // Two declarations fit equally: neither is amended.
        (vec![first.clone(), twin, amendment(2, &first, |_| {})], 3),
        (vec![amendment(2, &first, |_| {})], 1),
    ] {
        assert_eq!(assembled(&ens, &[], &[]).len(), expected);
    }
}

#[test]
fn declarations_join_by_the_surest_key() {
    let ens = [
        entry(1, "L1", vec![item(1, "BL1", &[BOX])]),
        entry(2, "L2", vec![item(1, "BL2", &["CSQU3054383"])]),
    ];
    let with = |change: &dyn Fn(&mut tidewaiter_model::declaration::ImportDeclaration)| {
        let mut kept = declaration(9, "D1");
        change(&mut kept.declaration);
        [kept]
    };
    for (declarations, expected) in [
        (with(&|d| d.entry_summary_mrn = Some("L1".into())), Some("mrn")),
        (with(&|d| d.transport_document = Some("BL1".into())), Some("transport_document")),
        (with(&|d| d.containers = vec!["msku 123456-5".into()]), Some("container_and_window")),
        (with(&|d| d.transport_document = Some("BL9".into())), None),
        // The same box a year later is another journey.
        (
            with(&|d| {
                d.containers = vec![BOX.into()];
                d.accepted = day(300);
            }),
            None,
        ),
        (with(&|_| {}), None),
    ] {
        let found = assembled(&ens, &declarations, &[]);
        assert_eq!(found.len(), if expected.is_some() { 2 } else { 3 });
        let joined = found.iter().find(|one| !one.declarations.is_empty()).unwrap();
        assert_eq!(join_of(joined, "declaration").map(|join| join.by.as_str()), expected);
        if expected.is_some() {
            assert_eq!(joined.consignment.transport_document.as_deref(), Some("BL1"));
            assert_eq!(joined.consignment.tax.as_ref().unwrap().amount, 20_000.into());
        }
    }
}

#[test]
fn of_many_trips_the_one_in_the_window_is_joined() {
    let ens = [entry(1, "L1", vec![item(1, "BL1", &["msku-123456.5"])])];
    let trips = trips(
        |batch| {
            voyage(batch, BOX, None, &[("CNNGB", 0, -160), ("DEHAM", -120, 0)]);
            voyage(batch, BOX, None, &[("CNSHG", 0, 2), ("SGSIN", 10, 14), ("GBFXT", 40, 0)]);
            voyage(batch, BOX, None, &[("GBFXT", 0, 120), ("USNYC", 140, 0)]);
        },
        day(300),
    );
    let found = assembled(&ens, &[], &trips);
    let joined = &found[0];
    assert_eq!(joined.consignment.trips[0].itinerary, ["CNSHG", "SGSIN", "GBFXT"]);
    let join = join_of(joined, "trip").unwrap();
    assert_eq!((join.by.as_str(), join.key.as_str()), ("container_and_window", BOX));
    assert!(join.confidence > 0.8, "{}", join.confidence);
}

#[test]
fn real_messages_are_kept_apart() {
    // The public test messages all carry ABCD1234; here only their trait is used, not their text.
    let ens: Vec<_> = (0..900)
        .map(|number| {
            let mut kept = entry(number, "ABCD1234", vec![item(1, "", &[])]);
            kept.entry_summary.items[0].number = 1 + number as u32;
            kept
        })
        .collect();
    let amendments: Vec<_> = ens.iter().take(200).map(|kept| amendment(5_000, kept, |_| {})).collect();
    let all: Vec<_> = ens.into_iter().chain(amendments).collect();
    assert_eq!(assembled(&all, &[], &[]).len(), 1_100);
}
