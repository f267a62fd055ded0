//! Finding cases by any number or name, also half-typed or mistyped.

mod check;
mod index;

pub use check::{SUSPECTS_MAX, check};
pub use index::Index;

use crate::filter::keys;
use crate::live::Snapshot;
use crate::near::Pattern;
use crate::views::{SearchAnswer, SearchConsignment, SearchHit, SearchKind};
use crate::words::{Words, printable};
use index::Match;
use std::collections::{BTreeMap, HashMap};

/// Longest query, characters; the rest is cut off.
pub const QUERY_CHARS_MAX: usize = 80;
/// Most hits.
pub const HITS_MAX: usize = 50;
/// Consignments shown with a hit.
const CONSIGNMENTS_SHOWN_MAX: usize = 3;
/// Shorter words are taken as typed.
const MISTYPED_CHARS_MIN: usize = 4;
/// Words of so many characters may hold two errors; shorter ones one.
const TWO_ERRORS_CHARS_MIN: usize = 7;
/// Half-typed words with errors are looked for from so many characters.
const HALF_TYPED_CHARS_MIN: usize = 6;

/// How many typing errors a word of so many characters may hold.
fn errors_allowed(chars: usize) -> u32 {
    match chars {
        0..MISTYPED_CHARS_MIN => 0,
        MISTYPED_CHARS_MIN..TWO_ERRORS_CHARS_MIN => 1,
        _ => 2,
    }
}

/// Answers a query from a snapshot, best hits first.
///
/// `vessels` holds the names of vessels by IMO number, where they are known.
pub fn answer(
    snapshot: &Snapshot,
    query: &str,
    limit: usize,
    vessels: &BTreeMap<String, String>,
    words: &Words,
) -> SearchAnswer {
    let query: String = query.trim().chars().take(QUERY_CHARS_MAX).collect();
    let index = snapshot.base.index();
    let normal = tidewaiter_model::identifier::normal_container(&query);
    let mut found: HashMap<Match, u32> = HashMap::new();
    let mut note = |matched: Match, distance: u32| {
        let least = found.entry(matched).or_insert(distance);
        *least = distance.min(*least);
    };
    let limit = limit.clamp(1, HITS_MAX);
    if !normal.is_empty() {
        index.beginning_with(&normal, limit, &mut note);
        let most = errors_allowed(normal.chars().count());
        if let Some(pattern) = Pattern::new(&normal).filter(|_| most > 0) {
            let half_typed = normal.chars().count() >= HALF_TYPED_CHARS_MIN;
            index.near(&pattern, most, half_typed, limit, &mut note);
        }
        let upper = query.to_uppercase();
        index.parties(&upper, limit, &mut note);
        index.vessels(&upper, vessels, limit, &mut note);
    }
    let mut ranked: Vec<(u32, bool, SearchKind, Match)> = found
        .into_iter()
        .map(|(matched, distance)| {
            let exact = index.text(&matched) == Some(normal.as_str());
            (distance, !exact, index.kind(&matched), matched)
        })
        .collect();
    ranked.sort_by(|a, b| {
        (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then_with(|| index.text(&a.3).cmp(&index.text(&b.3)))
    });
    let hits = ranked
        .into_iter()
        .take(limit)
        .filter_map(|(distance, _, kind, matched)| hit(snapshot, vessels, kind, &matched, distance))
        .collect();
    let is_known = |kind, number: &str| index.is_known(kind, number);
    SearchAnswer {
        check: check(&normal, &is_known, words),
        query: printable(&query),
        hits,
        older: Vec::new(),
        older_count: 0,
        older_searched: false,
    }
}

/// A vessel by name, where it is known, and number.
fn vessel_label(imo: &str, vessels: &BTreeMap<String, String>) -> String {
    match vessels.get(imo) {
        Some(name) => format!("{name} · IMO {imo}"),
        None => format!("IMO {imo}"),
    }
}

fn hit(
    snapshot: &Snapshot,
    vessels: &BTreeMap<String, String>,
    kind: SearchKind,
    matched: &Match,
    distance: u32,
) -> Option<SearchHit> {
    let index = snapshot.base.index();
    let places = index.rows(matched);
    let first = snapshot.base.row(*places.first()?)?;
    let value = index.written(matched, first)?;
    let mut rows: Vec<_> = places.iter().filter_map(|at| snapshot.base.row(*at)).collect();
    rows.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    let (key, label) = match kind {
        SearchKind::Consignment => ("id", value.clone()),
        SearchKind::Container => ("container", value.clone()),
        SearchKind::TransportDocument => ("document", value.clone()),
        SearchKind::Declaration => ("declaration", value.clone()),
        SearchKind::Vessel => ("vessel", vessel_label(&value, vessels)),
        SearchKind::Seal => ("seal", value.clone()),
        SearchKind::HsCode => ("hs", format!("HS {value}")),
        SearchKind::Party => ("party", index.party_label(matched).unwrap_or_else(|| value.clone())),
    };
    debug_assert!(keys::find(key).is_some());
    let consignments = rows
        .iter()
        .take(CONSIGNMENTS_SHOWN_MAX)
        .map(|row| SearchConsignment {
            id: row.id.to_string(),
            score: row.score,
            lane: row.listed.map(|listed| listed.lane),
            goods: crate::cases::goods_text(row),
        })
        .collect();
    Some(SearchHit {
        kind,
        label: printable(&label),
        distance,
        consignments,
        count: rows.len() as u64,
        filter: format!("{key}:{}", crate::filter::quoted(&value)),
        container: (kind == SearchKind::Container).then(|| value.clone()),
        value: printable(&value),
    })
}
