//! What is changed once the goods are on their way (DC-COD), and where they were put into the box (ST-LOC).

use crate::fixture::*;
use tidewaiter_model::assessment::{Assessment, KeptEntrySummary};
use tidewaiter_model::batch::StatusBatch;
use tidewaiter_model::entry_summary::EntrySummary;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::{Indicator, Param};
use tidewaiter_trips::Trip;

const BOX: &str = "MSKU1234565";

/// A trip loaded on day 2, with some events moved to another hour and said twice.
fn voyage_with(moved: &[(EventCode, f64)]) -> Vec<Trip> {
    let made = |batch: &mut StatusBatch| {
        let mut plain = StatusBatch::new();
        voyage(&mut plain, BOX, None, &[("CNSHG", 0, 2), ("GBFXT", 38, 0)]);
        batch.texts.clone_from(&plain.texts);
        for (number, row) in (0..).zip(plain.rows()) {
            let at = moved.iter().find(|(event, _)| *event == row.event).map(|(_, hours)| *hours);
            for copy in 0..2 {
                let mut row = *row;
                row.event_time = row.event_time.plus_hours(at.unwrap_or_default());
                row.message.file = 1_000 + 2 * number + copy;
                batch.push(row);
            }
        }
    };
    trips(made, day(45))
}

fn assessed(ens: &[KeptEntrySummary], trips: &[Trip]) -> Assessment {
    let mut all = assess_all(ens, &[], trips, day(45));
    assert_eq!(all.len(), 1, "{all:#?}");
    all.remove(0)
}

fn variant(assessment: &Assessment, indicator: Indicator) -> Option<&str> {
    fired(assessment, indicator).map(|reason| reason.variant.as_str())
}

fn usual() -> KeptEntrySummary {
    entry(1, "L1", vec![item(1, "BL1", &[BOX])])
}

/// The declaration and its amendment, so many hours after the box was loaded.
fn amended(hours: f64, change: impl FnOnce(&mut EntrySummary)) -> Assessment {
    let first = usual();
    let later = amendment(2, &first, |entry| {
        entry.amended = located(day(2).plus_hours(hours));
        change(entry);
    });
    assessed(&[later, first], &voyage_with(&[]))
}

#[test]
fn who_receives_the_goods_is_changed_once_they_are_loaded() {
    let sold = |entry: &mut EntrySummary| entry.consignee = party("Other Traders BV", "NL");
    let found = amended(24.0, sold);
    let reason = fired(&found, Indicator::ChangedAfterLoading).expect("DC-COD");
    assert_eq!(reason.variant, "consignee");
    assert_eq!(reason.params["before"], Param::Text("Ipswich Electric plc".to_owned()));
    assert_eq!(reason.params["value"], Param::Text("Other Traders BV".to_owned()));
    let roles: Vec<&str> = reason.evidence.iter().map(|shown| shown.role.as_str()).collect();
    assert_eq!(roles, ["declared_before", "declared_after"]);
    // The moment of loading itself is still before.
    assert_eq!(variant(&amended(0.0, sold), Indicator::ChangedAfterLoading), None);
    assert_eq!(variant(&amended(1.0 / 3600.0, sold), Indicator::ChangedAfterLoading), Some("consignee"));
}

#[test]
fn what_else_is_changed_and_what_is_not() {
    let unloading =
        |place: &'static str| move |entry: &mut EntrySummary| entry.place_of_unloading = text(place);
    let changed = |change| variant(&amended(24.0, change), Indicator::ChangedAfterLoading).map(str::to_owned);
    assert_eq!(changed(Box::new(unloading("GBSOU"))), Some("destination".to_owned()));
    let first = usual();
    let notify = |name: &'static str| move |kept: &mut EntrySummary| kept.notify_party = party(name, "GB");
    let mut named = first.clone();
    notify("Harbour Brokers Ltd")(&mut named.entry_summary);
    let later = amendment(2, &named, notify("Tide Brokers Ltd"));
    let found = assessed(&[named, later], &voyage_with(&[]));
    assert_eq!(variant(&found, Indicator::ChangedAfterLoading), Some("notify_party"));
    // The same place and the same name, written otherwise; and something else altogether.
    let same = |entry: &mut EntrySummary| {
        entry.place_of_unloading = text(" gbfxt ");
        entry.consignee = party("IPSWICH ELECTRIC PLC", "GB");
        entry.office_of_first_entry = located("GB000040".to_owned());
    };
    assert_eq!(variant(&amended(24.0, same), Indicator::ChangedAfterLoading), None);
    let alone = assessed(&[first], &voyage_with(&[]));
    assert_eq!(lacked(&alone, Indicator::ChangedAfterLoading), Some("no_amendment"));
    let first = usual();
    let later = amendment(2, &first, |_| {});
    assert_eq!(lacked(&assessed(&[first, later], &[]), Indicator::ChangedAfterLoading), Some("no_trip"));
}

#[test]
fn goods_are_put_in_where_the_shipper_is_not() {
    let stuffed_for = |country: &str| {
        let mut ens = usual();
        ens.entry_summary.consignor = party("Somebody", country);
        let found = assessed(&[ens], &voyage_with(&[]));
        (
            variant(&found, Indicator::StuffingPlace).map(str::to_owned),
            lacked(&found, Indicator::StuffingPlace).map(str::to_owned),
        )
    };
    assert_eq!(stuffed_for("CN"), (None, None));
    assert_eq!(stuffed_for("US"), (Some("elsewhere".to_owned()), None));
    assert_eq!(stuffed_for(" "), (None, Some("no_shipper".to_owned())));
    assert_eq!(lacked(&assessed(&[usual()], &[]), Indicator::StuffingPlace), Some("no_trip"));
}

#[test]
fn goods_are_put_in_before_the_box_was_fetched() {
    // It is fetched a day before it is stuffed: so many hours later, it is stuffed before.
    for (hours, expected) in [(0.0, None), (59.0, None), (60.0, Some("before_pick_up"))] {
        let trips = voyage_with(&[(EventCode::PickedUp, hours), (EventCode::GateIn, 24.0)]);
        assert_eq!(trips.len(), 1, "{hours}");
        let found = assessed(&[usual()], &trips);
        assert_eq!(variant(&found, Indicator::StuffingPlace), expected, "{hours} {trips:#?}");
    }
}
