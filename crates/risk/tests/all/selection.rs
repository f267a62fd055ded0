//! The day's list: capacity, the random arm, order, and what a larger capacity changes.

use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};
use tidewaiter_model::assessment::{Arm, Lane};
use tidewaiter_model::reason::{Indicator, Reason};
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::{Candidate, Listed, SelectionSettings, select, select_beside};

#[derive(Debug)]
struct Open {
    id: String,
    office: String,
    score: f64,
    arrival: Option<UtcTime>,
}

fn open() -> impl Strategy<Value = Vec<Open>> {
    let one = (0..3u8, prop::sample::select(vec![0.0, 0.1, 0.5, 0.9]), prop::option::of(0..5i64));
    prop::collection::vec(one, 0..60).prop_map(|all| {
        let open = |(number, (office, score, days)): (usize, (u8, f64, Option<i64>))| Open {
            id: format!("C{number:03}"),
            office: format!("GB00000{office}"),
            score,
            arrival: days.map(|days| UtcTime::from_seconds(86_400 * days)),
        };
        all.into_iter().enumerate().map(open).collect()
    })
}

fn candidates(open: &[Open]) -> Vec<Candidate<'_>> {
    open.iter()
        .map(|one| Candidate {
            id: &one.id,
            office: &one.office,
            score: one.score,
            expected_arrival: one.arrival,
            reasons: &[],
        })
        .collect()
}

fn settings(capacity: u32, seed: u64) -> SelectionSettings {
    SelectionSettings {
        capacity_per_office_day: capacity,
        random_share: 0.2,
        seed,
        ..SelectionSettings::default()
    }
}

fn ids(list: &[tidewaiter_model::assessment::Selection]) -> HashSet<String> {
    list.iter().map(|one| one.consignment_id.clone()).collect()
}

proptest! {
    #[test]
    fn capacity_is_kept_and_nobody_is_picked_twice(open in open(), capacity in 0..12u32, seed in 0..50u64) {
        let candidates = candidates(&open);
        let settings = settings(capacity, seed);
        let list = select(&candidates, &HashSet::new(), 20_000, &settings);
        let mut by_office: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for one in &list {
            by_office.entry(&one.office).or_default().push(one.rank);
        }
        for ranks in by_office.values() {
            prop_assert!(ranks.len() <= capacity as usize);
            prop_assert_eq!(ranks, &(1..=ranks.len() as u32).collect::<Vec<_>>());
        }
        prop_assert_eq!(ids(&list).len(), list.len());
        let next = select(&candidates, &ids(&list), 20_000, &settings);
        prop_assert!(ids(&next).is_disjoint(&ids(&list)));
        prop_assert!(list.iter().all(|one| one.arm == Arm::Random || one.score > 0.0));
    }

    #[test]
    fn the_order_of_candidates_leaves_no_trace(open in open(), seed in 0..50u64, by in any::<prop::sample::Index>()) {
        let list = |candidates: &[Candidate<'_>]| select(candidates, &HashSet::new(), 7, &settings(8, seed));
        let mut turned = candidates(&open);
        if !turned.is_empty() {
            let by = by.index(turned.len());
            turned.rotate_left(by);
            turned.reverse();
        }
        prop_assert_eq!(list(&candidates(&open)), list(&turned));
    }

    #[test]
    fn a_larger_capacity_only_adds(open in open(), capacity in 0..12u32, seed in 0..50u64) {
        let candidates = candidates(&open);
        let small = select(&candidates, &HashSet::new(), 3, &settings(capacity, seed));
        let large = select(&candidates, &HashSet::new(), 3, &settings(capacity + 1, seed));
        prop_assert!(ids(&small).is_subset(&ids(&large)));
        let risky = |list: &[tidewaiter_model::assessment::Selection], office: &str| -> Vec<String> {
            let of_office = list.iter().filter(|one| one.arm == Arm::Risk && one.office == office);
            of_office.map(|one| one.consignment_id.clone()).collect()
        };
        for office in ["GB000000", "GB000001", "GB000002"] {
            // Those that chance now takes leave the risk arm; the rest is a prefix of the longer list.
            let random: HashSet<_> =
                large.iter().filter(|one| one.arm == Arm::Random).map(|one| &one.consignment_id).collect();
            let mut shorter = risky(&small, office);
            shorter.retain(|id| !random.contains(id));
            prop_assert!(risky(&large, office).starts_with(&shorter));
        }
    }

    #[test]
    fn what_is_used_of_the_day_is_not_given_again(open in open(), used in 0..12u32, seed in 0..50u64) {
        let candidates = candidates(&open);
        let listed = Listed { all: used, random: used / 4 };
        let beside = BTreeMap::from([("GB000000".to_owned(), listed)]);
        let list = select_beside(&candidates, &HashSet::new(), &beside, 3, &settings(8, seed));
        let there: Vec<_> = list.iter().filter(|one| one.office == "GB000000").collect();
        prop_assert!(there.len() <= 8usize.saturating_sub(used as usize));
        prop_assert!(there.iter().all(|one| one.rank > used));
    }

    #[test]
    fn asking_again_adds_nothing(open in open(), seed in 0..50u64) {
        let (candidates, settings) = (candidates(&open), settings(8, seed));
        let first = select(&candidates, &HashSet::new(), 3, &settings);
        let mut listed: BTreeMap<String, Listed> = BTreeMap::new();
        for one in &first {
            let count = listed.entry(one.office.clone()).or_default();
            count.all += 1;
            count.random += u32::from(one.arm == Arm::Random);
        }
        let already = first.iter().map(|one| one.consignment_id.clone()).collect();
        prop_assert_eq!(select_beside(&candidates, &already, &listed, 3, &settings), vec![]);
    }
}

#[test]
fn chance_is_uniform_and_keeps_its_share() {
    let ids: Vec<String> = (0..40).map(|number| format!("C{number}")).collect();
    let candidates: Vec<Candidate<'_>> = ids
        .iter()
        .zip(0..)
        .map(|(id, number)| Candidate {
            id,
            office: "GB000060",
            score: f64::from(number) / 40.0,
            expected_arrival: None,
            reasons: &[],
        })
        .collect();
    let settings = SelectionSettings { capacity_per_office_day: 10, ..SelectionSettings::default() };
    let days = 8_000;
    let (mut drawn, mut low) = (0u32, 0u32);
    for day in 0..days {
        for one in select(&candidates, &HashSet::new(), day, &settings) {
            drawn += u32::from(one.arm == Arm::Random);
            low += u32::from(one.arm == Arm::Random && one.score < 0.5);
        }
    }
    let (per_day, half) = (f64::from(drawn) / days as f64, f64::from(low) / f64::from(drawn));
    assert!((per_day - 0.5).abs() < 0.03, "{per_day} a day of a capacity of 10 at 5 %");
    assert!((half - 0.5).abs() < 0.04, "{half} of the draws from the lower half of scores");
}

#[test]
fn reasons_choose_the_lane() {
    let reason = |indicator| Reason::new(indicator, "", 1.0);
    let day = 100;
    let (past, future) = (UtcTime::from_seconds(86_400 * 98), UtcTime::from_seconds(86_400 * 105));
    for (reasons, arrival, expected) in [
        (vec![], future, Lane::Green),
        (vec![reason(Indicator::SealChange)], future, Lane::Red),
        (vec![reason(Indicator::OriginNotOnRoute), reason(Indicator::WeightAnomaly)], future, Lane::Red),
        (vec![reason(Indicator::OriginNotOnRoute)], future, Lane::Yellow),
        (vec![reason(Indicator::ValuePerKilogram)], future, Lane::Yellow),
        (vec![reason(Indicator::ValuePerKilogram)], past, Lane::Blue),
        (vec![reason(Indicator::ValuePerKilogram), reason(Indicator::LateDeclaration)], past, Lane::Blue),
    ] {
        let candidate = Candidate {
            id: "C",
            office: "X",
            score: 0.5,
            expected_arrival: Some(arrival),
            reasons: &reasons,
        };
        assert_eq!(tidewaiter_risk::select::lane(&candidate, day), expected, "{reasons:?}");
    }
}
