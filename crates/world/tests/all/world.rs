//! The world keeps its promises: same bytes, stated rates, every kind, sensible times.

use crate::support::{EASY, HARD, Made, files, settings};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tidewaiter_model::identifier::{container_fault, mrn_fault};
use tidewaiter_world::{Folder, Oddity, Profile, Wrongdoing};

#[test]
fn same_settings_give_the_same_bytes_and_another_seed_gives_others() {
    for profile in [Profile::Easy, Profile::Hard] {
        let first = files(&settings(150, 90, 11, profile));
        assert!(first == files(&settings(150, 90, 11, profile)), "{profile:?}");
        assert!(first != files(&settings(150, 90, 12, profile)), "{profile:?}");
    }
}

#[test]
fn wrongdoing_has_its_rate_and_every_kind() {
    for made in [&*EASY, &*HARD] {
        let wrong = made.consignments.iter().filter(|row| row.is_wrong()).count();
        let rate = wrong as f64 / made.consignments.len() as f64;
        let profile = made.settings.profile;
        assert!((0.015..0.025).contains(&rate), "{profile:?}: {wrong} of {}", made.consignments.len());
        assert!(made.consignments.len() > 2_500, "{profile:?}");
        for kind in Wrongdoing::ALL {
            let count = made.consignments.iter().filter(|row| row.kind == kind.as_str()).count();
            assert!(count >= 4, "{profile:?} {}: {count}", kind.as_str());
        }
        for oddity in Oddity::ALL {
            let found = made.consignments.iter().any(|row| row.oddity == oddity.as_str());
            assert!(found, "{profile:?}: no {}", oddity.as_str());
        }
        let known = |row: &&tidewaiter_world::truth::TruthRow| {
            (row.kind.is_empty() || Wrongdoing::from_name(&row.kind).is_some())
                && (row.oddity.is_empty() || Oddity::from_name(&row.oddity).is_some())
        };
        assert!(made.consignments.iter().all(|row| known(&row)));
    }
}

#[test]
fn a_rate_of_zero_plants_nothing() {
    let made = crate::support::made(tidewaiter_world::WorldSettings {
        wrongdoing_rate: 0.0,
        ..settings(200, 90, 3, Profile::Easy)
    });
    assert!(!made.consignments.is_empty());
    assert!(made.consignments.iter().all(|row| !row.is_wrong()));
}

#[test]
fn truth_is_keyed_and_its_times_are_in_order() {
    for made in [&*EASY, &*HARD] {
        let mut keys = BTreeSet::new();
        for row in &made.consignments {
            assert!(keys.insert(&row.transport_document), "{} twice", row.transport_document);
            assert!(row.lodged < row.expected_arrival && row.lodged <= made.settings.end(), "{row:?}");
            assert!(row.tax >= 0.0 && row.tax_due >= 0.0, "{row:?}");
            assert!(!row.containers.is_empty());
            assert_eq!(row.containers.iter().find(|number| container_fault(number).is_some()), None);
            assert_eq!(mrn_fault(&row.mrn), None, "{}", row.mrn);
        }
        for trip in &made.trips {
            assert!(trip.start < trip.end && trip.start <= made.settings.end(), "{trip:?}");
            assert!(trip.itinerary.len() >= 2, "{trip:?}");
            for document in &trip.transport_documents {
                let lodged = keys.contains(document);
                assert!(lodged || trip.end > made.settings.end(), "{document} has no consignment");
            }
        }
    }
}

/// Trips of one number must not overlap unless a double was planted: a box is in one place.
#[test]
fn boxes_make_one_trip_at_a_time() {
    for made in [&*EASY, &*HARD] {
        let mut trips: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        made.trips.iter().for_each(|trip| trips.entry(&trip.container).or_default().push(trip));
        for (container, trips) in trips {
            let doubled = |anomaly: &str| matches!(anomaly, "number_cloning" | "duplicate_number");
            let single: Vec<_> = trips.iter().filter(|trip| !doubled(&trip.anomaly)).collect();
            for pair in single.windows(2) {
                assert!(pair[0].end < pair[1].start, "{container}: {pair:?}");
            }
        }
    }
}

#[test]
fn there_is_work_for_today() {
    for made in [&*EASY, &*HARD] {
        let end = made.settings.end();
        let open = made.consignments.iter().filter(|row| row.discharged > end.plus_days(-3)).count();
        assert!(open > 300, "{open} open");
        let share = share_towards_importing(made);
        assert!((0.4..0.75).contains(&share), "{share} of trips lead to the importing country");
    }
}

fn share_towards_importing(made: &Made) -> f64 {
    let imports = made.trips.iter().filter(|trip| !trip.transport_documents.is_empty()).count();
    imports as f64 / made.trips.len() as f64
}

#[test]
fn names_of_kinds_are_stable() {
    let names: Vec<&str> = Wrongdoing::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(
        names,
        [
            "needless_transshipment",
            "origin_fraud",
            "undervaluation",
            "number_cloning",
            "rip_on_rip_off",
            "transit_diversion",
            "misdeclared_goods",
            "free_zone_dwell"
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn small_worlds_never_panic(
        containers in 0u32..6,
        days in 0u32..70,
        seed in any::<u64>(),
        hard in any::<bool>(),
        rate in prop_oneof![Just(0.0), Just(1.0), Just(f64::NAN), -1.0f64..2.0],
        start in any::<i64>(),
    ) {
        let profile = if hard { Profile::Hard } else { Profile::Easy };
        let settings = tidewaiter_world::WorldSettings {
            wrongdoing_rate: rate,
            start: tidewaiter_model::time::UtcTime::from_micros(start),
            ..settings(containers, days, seed, profile)
        };
        let files = files(&settings);
        for name in ["consignments.csv", "trips.csv", "areas.csv", "README.txt"] {
            prop_assert!(files.contains_key(&(Folder::Truth, name.to_owned())));
        }
    }
}
