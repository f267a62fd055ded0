//! How good a ranking was, once the truth is known: precision, recall by kind, lift, beside chance and "sort by tax".

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A consignment with its score and the truth about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged<'a> {
    /// Consignment.
    pub id: &'a str,
    /// Score, 0 to 1.
    pub score: f64,
    /// Duty and tax at stake, in any one currency; 0 when unknown.
    pub tax: f64,
    /// Kind of irregularity; `None` for an honest one.
    pub kind: Option<&'a str>,
}

/// A share of things counted, with the 95 % interval of Wilson (1927).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// How many were hits.
    pub hits: u64,
    /// Of how many.
    pub of: u64,
    /// Hits divided by all; 0 when there are none.
    pub rate: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

impl Rate {
    /// A rate from its counts.
    pub fn new(hits: u64, of: u64) -> Rate {
        let (low, high) = wilson(hits, of);
        let rate = if of == 0 { 0.0 } else { hits as f64 / of as f64 };
        Rate { hits, of, rate, low, high }
    }
}

/// The 95 % score interval for `hits` of `of` (Wilson, JASA 22, 1927); 0 to 1 when nothing was counted.
pub fn wilson(hits: u64, of: u64) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    const Z: f64 = 1.959_963_984_540_054;
    let (count, share) = (of as f64, hits.min(of) as f64 / of as f64);
    let spread = Z * (share * (1.0 - share) / count + Z * Z / (4.0 * count * count)).sqrt();
    let centre = share + Z * Z / (2.0 * count);
    let scale = 1.0 + Z * Z / count;
    (((centre - spread) / scale).max(0.0), ((centre + spread) / scale).min(1.0))
}

/// Places of the rows, highest score first; ties by id, so that the same rows always rank alike.
pub fn rank_by_score(rows: &[Judged<'_>]) -> Vec<usize> {
    rank(rows, |a, b| b.score.total_cmp(&a.score))
}

/// Places of the rows, most tax first: what an office without any analysis would do.
pub fn rank_by_tax(rows: &[Judged<'_>]) -> Vec<usize> {
    rank(rows, |a, b| b.tax.total_cmp(&a.tax))
}

fn rank(rows: &[Judged<'_>], order: impl Fn(&Judged<'_>, &Judged<'_>) -> Ordering) -> Vec<usize> {
    let mut places: Vec<(usize, &Judged<'_>)> = rows.iter().enumerate().collect();
    places.sort_by(|(_, a), (_, b)| order(a, b).then_with(|| a.id.cmp(b.id)));
    places.into_iter().map(|(place, _)| place).collect()
}

/// How many rows a share of them is: rounded, at least one unless there are none.
pub fn top_count(rows: usize, share: f64) -> usize {
    let wanted = (rows as f64 * share.clamp(0.0, 1.0)).round() as usize;
    wanted.clamp(usize::from(rows > 0), rows)
}

fn first<'r, 'a>(
    rows: &'r [Judged<'a>],
    ranking: &[usize],
    k: usize,
) -> impl Iterator<Item = &'r Judged<'a>> {
    ranking.iter().take(k).filter_map(|place| rows.get(*place))
}

/// Share of irregular ones among the first `k` of a ranking.
pub fn precision_at(rows: &[Judged<'_>], ranking: &[usize], k: usize) -> Rate {
    let (hits, of) = first(rows, ranking, k)
        .fold((0, 0), |(hits, of), row| (hits + u64::from(row.kind.is_some()), of + 1));
    Rate::new(hits, of)
}

/// Of each kind of irregularity, the share found among the first `k` of a ranking.
pub fn recall_by_kind(rows: &[Judged<'_>], ranking: &[usize], k: usize) -> BTreeMap<String, Rate> {
    let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for kind in rows.iter().filter_map(|row| row.kind) {
        counts.entry(kind).or_default().1 += 1;
    }
    for kind in first(rows, ranking, k).filter_map(|row| row.kind) {
        counts.entry(kind).or_default().0 += 1;
    }
    counts.into_iter().map(|(kind, (hits, of))| (kind.to_owned(), Rate::new(hits, of))).collect()
}

/// A ranking measured at one capacity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Consignments ranked.
    pub considered: u64,
    /// How many were inspected: the capacity, or all there were.
    pub inspected: u64,
    /// Share of irregular ones among all: what chance finds.
    pub base: Rate,
    /// Share of irregular ones among those inspected by score.
    pub by_score: Rate,
    /// The same for those with the most tax.
    pub by_tax: Rate,
    /// Irregular ones that chance is expected to find at this capacity.
    pub random_hits_expected: f64,
    /// Precision by score divided by the base rate; 0 when nothing is irregular.
    pub lift: f64,
    /// The same for sorting by tax.
    pub lift_by_tax: f64,
    /// The best precision that this capacity allows.
    pub best_precision: f64,
    /// Share of each kind found by score.
    pub recall_by_kind: BTreeMap<String, Rate>,
    /// Share of each kind found by tax.
    pub recall_by_kind_by_tax: BTreeMap<String, Rate>,
}

/// Measures the ranking by score at a capacity, beside chance and sorting by tax.
pub fn report(rows: &[Judged<'_>], capacity: usize) -> Report {
    let (by_score, by_tax) = (rank_by_score(rows), rank_by_tax(rows));
    let base = precision_at(rows, &by_score, rows.len());
    let score_rate = precision_at(rows, &by_score, capacity);
    let tax_rate = precision_at(rows, &by_tax, capacity);
    let lift = |rate: Rate| if base.hits == 0 { 0.0 } else { rate.rate / base.rate };
    let inspected = score_rate.of;
    Report {
        considered: base.of,
        inspected,
        base,
        by_score: score_rate,
        by_tax: tax_rate,
        random_hits_expected: inspected as f64 * base.rate,
        lift: lift(score_rate),
        lift_by_tax: lift(tax_rate),
        best_precision: if inspected == 0 { 0.0 } else { base.hits.min(inspected) as f64 / inspected as f64 },
        recall_by_kind: recall_by_kind(rows, &by_score, capacity),
        recall_by_kind_by_tax: recall_by_kind(rows, &by_tax, capacity),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &[Judged<'static>] = &[
        Judged { id: "a", score: 0.9, tax: 10.0, kind: Some("undervaluation") },
        Judged { id: "b", score: 0.5, tax: 90.0, kind: None },
        Judged { id: "c", score: 0.5, tax: 20.0, kind: Some("origin") },
        Judged { id: "d", score: 0.1, tax: 0.0, kind: None },
    ];

    #[test]
    fn precision_recall_and_ties() {
        let ranking = rank_by_score(ROWS);
        assert_eq!(ranking, [0, 1, 2, 3]);
        assert_eq!(rank_by_tax(ROWS), [1, 2, 0, 3]);
        assert_eq!(precision_at(ROWS, &ranking, 1).rate, 1.0);
        assert_eq!(precision_at(ROWS, &ranking, 2).rate, 0.5);
        assert_eq!(precision_at(ROWS, &ranking, 0).of, 0);
        assert_eq!(precision_at(ROWS, &ranking, 99).of, 4);
        let recall = recall_by_kind(ROWS, &ranking, 2);
        assert_eq!(recall["undervaluation"].rate, 1.0);
        assert_eq!((recall["origin"].hits, recall["origin"].of), (0, 1));
    }

    #[test]
    fn a_report_says_it_all() {
        let report = report(ROWS, 2);
        assert_eq!((report.considered, report.inspected), (4, 2));
        assert_eq!((report.base.rate, report.by_score.rate, report.by_tax.rate), (0.5, 0.5, 0.5));
        assert_eq!((report.random_hits_expected, report.lift, report.best_precision), (1.0, 1.0, 1.0));
        assert_eq!(super::report(&[], 5).by_score, Rate::new(0, 0));
    }

    #[test]
    fn intervals_as_published() {
        // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        for (hits, of, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let (found_low, found_high) = wilson(hits, of);
            assert!((found_low - low).abs() < 1e-4 && (found_high - high).abs() < 1e-4, "{hits} of {of}");
        }
    }

    #[test]
    fn the_top_of_a_list() {
        for (rows, share, expected) in [(0, 0.01, 0), (10, 0.01, 1), (1000, 0.01, 10), (5, 2.0, 5)] {
            assert_eq!(top_count(rows, share), expected);
        }
    }
}
