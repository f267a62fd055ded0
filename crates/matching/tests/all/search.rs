//! The index finds what a comparison with every name finds.

use crate::made::Maker;
use std::collections::BTreeMap;
use tidewaiter_matching::{Asked, Kind, ListIndex, ListedName, Searcher};

fn names(maker: &mut Maker, count: usize) -> Vec<String> {
    let mut names: Vec<String> = (0..count).map(|_| maker.name()).collect();
    for _ in 0..count / 2 {
        let name = &names[maker.below(count)].clone();
        names.push(maker.altered(name));
    }
    names
}

fn index(names: &[String]) -> ListIndex {
    // Two names an entity.
    let names = names.iter().enumerate();
    ListIndex::of(names.map(|(at, text)| ListedName { entity: at as u32 / 2, kind: Kind::Person, text }))
}

/// What a comparison with every name shows: entity and score.
fn by_force(
    searcher: &mut Searcher<'_>,
    len: u32,
    index: &ListIndex,
    query: &str,
    least: f32,
) -> BTreeMap<u32, u32> {
    let mut best: BTreeMap<u32, u32> = BTreeMap::new();
    for name in 0..len {
        let Some(compared) = searcher.compare(query, Kind::Person, name) else { continue };
        if compared.score >= least && compared.weighed.query_met >= 0.3 * searcher.bits(query, Kind::Person) {
            let Some(listed) = index.name(name) else { continue };
            let best = best.entry(listed.entity).or_default();
            *best = (*best).max(compared.score.to_bits());
        }
    }
    best
}

#[test]
fn the_index_misses_nothing() {
    let mut maker = Maker::new(1);
    let names = names(&mut maker, 1_500);
    let index = index(&names);
    let mut searcher = Searcher::new(&index);
    let mut shown = 0;
    for round in 0..600 {
        let known = &names[maker.below(names.len())].clone();
        let query = if round % 5 == 0 { maker.name() } else { maker.altered(known) };
        for threshold in [0.2, 0.5, 0.8] {
            let asked = Asked { kind: Kind::Person, threshold, top: usize::MAX };
            let found = searcher.search(&query, &asked);
            let found: BTreeMap<u32, u32> =
                found.iter().map(|found| (found.entity, found.comparison.score.to_bits())).collect();
            shown += found.len();
            if tidewaiter_matching::Name::of(&query, Kind::Person).is_empty() {
                assert!(found.is_empty());
                continue;
            }
            let forced = by_force(&mut searcher, index.len() as u32, &index, &query, threshold);
            assert_eq!(found, forced, "{query} at {threshold}");
        }
    }
    assert!(shown > 500, "{shown}");
}

#[test]
fn a_search_leaves_nothing_behind() {
    let mut maker = Maker::new(2);
    let names = names(&mut maker, 500);
    let index = index(&names);
    let asked = Asked { kind: Kind::Person, threshold: 0.3, top: 5 };
    let queries: Vec<String> = (0..100)
        .map(|_| {
            let at = maker.below(names.len());
            maker.altered(&names[at])
        })
        .collect();
    let mut one = Searcher::new(&index);
    let together: Vec<_> = queries.iter().map(|query| one.search(query, &asked)).collect();
    for (query, found) in queries.iter().zip(&together).rev() {
        assert_eq!(&Searcher::new(&index).search(query, &asked), found);
    }
}

#[test]
fn an_empty_list_and_empty_queries_find_nothing() {
    let empty = ListIndex::of([]);
    assert!(Searcher::new(&empty).search("Anybody", &Asked::default()).is_empty());
    let some = ListIndex::of([ListedName { entity: 7, kind: Kind::Person, text: "Dr" }]);
    assert!(Searcher::new(&some).search("", &Asked::default()).is_empty());
    assert!(Searcher::new(&some).search("Sheikh Dr", &Asked::default()).is_empty());
}

#[test]
fn a_person_is_not_a_vessel() {
    let names = [(1, Kind::Person), (2, Kind::Vessel), (3, Kind::Unknown)];
    let index =
        ListIndex::of(names.map(|(entity, kind)| ListedName { entity, kind, text: "Maria Quorvane" }));
    let asked = Asked { kind: Kind::Vessel, ..Asked::default() };
    let found = Searcher::new(&index).search("Maria Quorvane", &asked);
    assert_eq!(found.iter().map(|found| found.entity).collect::<Vec<_>>(), [2, 3]);
}
