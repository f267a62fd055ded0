//! Each declared indicator: what makes it fire, pass, or say what it lacked.

use crate::fixture::*;
use tidewaiter_model::assessment::{Assessment, KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::batch::StatusBatch;
use tidewaiter_model::money::Money;
use tidewaiter_model::reason::{Indicator, Param};

const BOX: &str = "MSKU1234565";
const DIRECT: &[Stop] = &[("CNSHG", 0, 2), ("GBFXT", 38, 0)];
const OVER_VIETNAM: &[Stop] = &[("CNSHG", 0, 2), ("VNSGN", 10, 14), ("GBFXT", 38, 0)];

/// One consignment with one trip, as of day 45.
fn one(ens: Option<KeptEntrySummary>, declaration: Option<KeptDeclaration>, stops: &[Stop]) -> Assessment {
    let trips = trips(
        |batch: &mut StatusBatch| {
            if !stops.is_empty() {
                voyage(batch, BOX, None, stops);
            }
        },
        day(45),
    );
    let (ens, declarations): (Vec<_>, Vec<_>) =
        (ens.into_iter().collect(), declaration.into_iter().collect());
    let mut all = assess_all(&ens, &declarations, &trips, day(45));
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn usual() -> KeptEntrySummary {
    entry(1, "L1", vec![item(1, "BL1", &[BOX])])
}

fn cleared() -> KeptDeclaration {
    let mut kept = declaration(2, "D1");
    kept.declaration.transport_document = Some("BL1".to_owned());
    kept
}

fn variant(assessment: &Assessment, indicator: Indicator) -> Option<&str> {
    fired(assessment, indicator).map(|reason| reason.variant.as_str())
}

#[test]
fn an_honest_journey_gives_no_reason_of_ours() {
    let honest = one(Some(usual()), Some(cleared()), DIRECT);
    for indicator in [
        Indicator::PlaceOfLoading,
        Indicator::PlaceOfDischarge,
        Indicator::CountriesOfRouting,
        Indicator::OriginNotOnRoute,
        Indicator::LateDeclaration,
        Indicator::WeightAnomaly,
    ] {
        assert_eq!(variant(&honest, indicator), None);
        // Of mass one part lacks: no two events of the trip report one.
        assert_eq!(
            lacked(&honest, indicator).is_some(),
            indicator == Indicator::WeightAnomaly,
            "{indicator}"
        );
    }
}

#[test]
fn every_indicator_is_accounted_for_without_any_trip() {
    let alone = one(Some(usual()), None, &[]);
    for indicator in Indicator::ALL {
        // The number alone can be judged without a trip, and passes.
        assert_eq!(
            lacked(&alone, *indicator).is_some(),
            *indicator != Indicator::ContainerNumber,
            "{indicator}"
        );
    }
    assert_eq!((alone.score, alone.reasons.len()), (0.0, 0));
}

#[test]
fn places_are_judged_only_where_known() {
    for (loading, stops, expected, missing) in [
        ("CNSHG", DIRECT, None, None),
        ("CNSHA", DIRECT, None, None),
        (" shanghai ", DIRECT, None, None),
        ("CNNGB", DIRECT, Some("same_country"), None),
        ("KRPUS", DIRECT, Some("other_country"), None),
        ("VNSGN", OVER_VIETNAM, Some("transhipment_port"), None),
        ("EXAMPLE", DIRECT, None, Some("place_unknown")),
        ("CNSHG", &[], None, Some("no_trip")),
    ] {
        let mut ens = usual();
        ens.entry_summary.place_of_loading = text(loading);
        let found = one(Some(ens), None, stops);
        assert_eq!(variant(&found, Indicator::PlaceOfLoading), expected, "{loading}");
        assert_eq!(lacked(&found, Indicator::PlaceOfLoading), missing, "{loading}");
    }
    let mut ens = usual();
    ens.entry_summary.place_of_unloading = text("NLRTM");
    let found = one(Some(ens), None, DIRECT);
    let reason = fired(&found, Indicator::PlaceOfDischarge).unwrap();
    assert_eq!(reason.params["declared"], Param::Place("NLRTM".to_owned()));
    assert_eq!(reason.evidence[0].role, "place_of_unloading");
    assert!(reason.evidence[0].span.is_some() && reason.evidence.len() > 1);
}

#[test]
fn countries_of_routing() {
    for (declared, stops, expected, missing) in [
        (&["CN", "GB"][..], DIRECT, None, None),
        (&["GB"], DIRECT, None, None),
        (&["GB", "CN"], DIRECT, None, None),
        (&["CN", "VN", "GB"], OVER_VIETNAM, None, None),
        (&["CN", "GB"], OVER_VIETNAM, Some("missing"), None),
        (&["CN", "BR", "GB"], DIRECT, Some("additional"), None),
        (&["AB", "AB"], DIRECT, None, Some("countries_unknown")),
        (&[], DIRECT, None, Some("no_countries_declared")),
    ] {
        let mut ens = usual();
        ens.entry_summary.itinerary =
            declared.iter().filter_map(|code| located((*code).to_owned())).collect();
        let found = one(Some(ens), None, stops);
        assert_eq!(variant(&found, Indicator::CountriesOfRouting), expected, "{declared:?}");
        assert_eq!(lacked(&found, Indicator::CountriesOfRouting), missing, "{declared:?}");
    }
}

#[test]
fn declared_origin() {
    const VIA_HAMBURG: &[Stop] = &[("DEHAM", 0, 2), ("GBFXT", 10, 0)];
    for (origin, departure, stops, expected) in [
        ("CN", "CN", DIRECT, None),
        ("VN", "VN", OVER_VIETNAM, Some("transhipment_only")),
        ("VN", "VN", DIRECT, Some("elsewhere")),
        ("VN", "CN", DIRECT, Some("dispatch_declared")),
        ("CH", "CH", VIA_HAMBURG, None),
        ("AT", "AT", VIA_HAMBURG, None),
        ("MN", "MN", DIRECT, None),
    ] {
        let mut kept = cleared();
        kept.declaration.country_origin = Some(origin.to_owned());
        kept.declaration.country_departure = Some(departure.to_owned());
        let found = one(Some(usual()), Some(kept), stops);
        assert_eq!(variant(&found, Indicator::OriginNotOnRoute), expected, "{origin} from {departure}");
    }
    let found = one(Some(usual()), None, DIRECT);
    assert_eq!(lacked(&found, Indicator::OriginNotOnRoute), Some("no_declaration"));
}

#[test]
fn lateness() {
    const FROM_HAMBURG: &[Stop] = &[("DEHAM", 0, 2), ("GBFXT", 4, 0)];
    for (declared, arrival, stops, expected) in [
        (0, 40, DIRECT, None),
        (1, 40, DIRECT, None),
        (2, 40, DIRECT, Some("late")),
        (5, 40, DIRECT, Some("after_loading")),
        (3, 4, FROM_HAMBURG, None),
        (4, 4, FROM_HAMBURG, Some("late")),
    ] {
        let mut ens = usual();
        ens.entry_summary.declared = located(day(declared));
        ens.entry_summary.expected_arrival = located(day(arrival));
        let found = one(Some(ens), None, stops);
        assert_eq!(variant(&found, Indicator::LateDeclaration), expected, "declared on day {declared}");
    }
}

#[test]
fn a_missing_entry_summary_is_strange_only_where_they_are_usual() {
    let mut kept = cleared();
    kept.declaration.containers = vec![BOX.to_owned()];
    let trips = trips(|batch| voyage(batch, BOX, None, DIRECT), day(45));
    for (others, expected) in [(0, None), (5, Some("missing"))] {
        let ens: Vec<_> =
            (0..others).map(|n| entry(n, &format!("L{n}"), vec![item(1, &format!("X{n}"), &[])])).collect();
        let all = assess_all(&ens, std::slice::from_ref(&kept), &trips, day(45));
        let found = all.iter().find(|one| !one.consignment.declaration_ids.is_empty()).unwrap();
        assert_eq!(variant(found, Indicator::LateDeclaration), expected);
        assert_eq!(lacked(found, Indicator::LateDeclaration).is_some(), expected.is_none());
    }
}

#[test]
fn value_per_kilogram_against_history() {
    let past: Vec<KeptDeclaration> = (0..60)
        .map(|number| {
            let mut kept = declaration(100 + number, &format!("P{number}"));
            let value = (100_000 + (number % 11 - 5) * 4_000).into();
            kept.declaration.value = Some(Money { amount: value, currency: "GBP".to_owned() });
            kept
        })
        .collect();
    for (value, code, currency, expected, missing) in [
        (98_000, "850440", "GBP", None, None),
        (25_000, "850440", "GBP", Some("low"), None),
        (800_000, "850440", "GBP", Some("high"), None),
        (25_000, "850450", "GBP", Some("low"), None),
        (25_000, "010121", "GBP", None, Some("no_history")),
        (25_000, "850440", "KRW", None, Some("no_history")),
        (0, "850440", "GBP", None, Some("no_value_or_mass")),
    ] {
        let mut kept = declaration(2, "D1");
        kept.declaration.hs_code = Some(code.to_owned());
        kept.declaration.value = Some(Money { amount: value.into(), currency: currency.to_owned() });
        let mut all = past.clone();
        all.push(kept);
        let assessments = assess_all(&[], &all, &[], day(45));
        let found = assessments.iter().find(|one| one.consignment.declaration_ids == ["D1"]).unwrap();
        assert_eq!(variant(found, Indicator::ValuePerKilogram), expected, "{value} {code} {currency}");
        assert_eq!(lacked(found, Indicator::ValuePerKilogram), missing, "{value} {code} {currency}");
        if let Some(reason) = fired(found, Indicator::ValuePerKilogram) {
            assert!(
                matches!(reason.params["median"], Param::AmountPerKg(median) if (9.0..11.0).contains(&median))
            );
            assert_eq!(reason.params["samples"], Param::Count(60));
        }
    }
}

#[test]
fn masses_that_differ() {
    for (import_kg, expected) in [(10_500.0, None), (10_900.0, None), (11_500.0, Some("declarations_differ"))]
    {
        let mut kept = cleared();
        kept.declaration.gross_mass_kg = Some(import_kg);
        let found = one(Some(usual()), Some(kept), DIRECT);
        assert_eq!(variant(&found, Indicator::WeightAnomaly), expected, "{import_kg}");
    }
}

#[test]
fn transit_that_stays() {
    let mut transit = usual();
    transit.entry_summary.offices_of_subsequent_entry = vec!["IEDUB100".to_owned()];
    assert_eq!(
        variant(&one(Some(transit.clone()), None, DIRECT), Indicator::TransitDiversion),
        Some("stripped")
    );
    let cleared_here = one(Some(transit), Some(cleared()), DIRECT);
    assert_eq!(lacked(&cleared_here, Indicator::TransitDiversion), Some("import_declared"));
    let plain = one(Some(usual()), None, DIRECT);
    assert_eq!(lacked(&plain, Indicator::TransitDiversion), Some("no_transit_declared"));
}

#[test]
fn first_time_on_a_route_needs_a_history() {
    let at = |number: i64, known: i64, from: &str| {
        let mut kept = entry(number, &format!("L{number}"), vec![item(1, &format!("B{number}"), &[])]);
        kept.entry_summary.place_of_loading = text(from);
        kept.provenance.received = day(known);
        kept
    };
    let past = (0..20).map(|number| at(number, -300 + 10 * number, "CNSHG"));
    for (from, expected) in [("CNSHG", None), ("KRPUS", Some("consignee_route"))] {
        let ens: Vec<_> = past.clone().chain([at(90, 0, from)]).collect();
        let all = assess_all(&ens, &[], &[], day(1));
        let found = all.iter().find(|one| one.consignment.entry_reference.as_deref() == Some("L90")).unwrap();
        assert_eq!(variant(found, Indicator::NewPair), expected);
    }
    let found = &assess_all(&[at(1, 0, "CNSHG")], &[], &[], day(1))[0];
    assert_eq!(variant(found, Indicator::NewPair), None);
    assert!(found.not_evaluated.iter().any(|lack| lack.missing == "short_history"));
}

#[test]
fn declared_numbers_are_checked_without_a_trip() {
    for (number, expected) in [
        ("MSKU1234565", None),
        ("MSKU1234566", Some("check_digit")),
        ("MSTI6415664", Some("category")),
        ("X", Some("shape")),
    ] {
        let found = one(Some(entry(1, "L1", vec![item(1, "BL1", &[number])])), None, &[]);
        assert_eq!(variant(&found, Indicator::ContainerNumber), expected);
    }
}
