//! How unusual a length of time is, beyond what its like nearly always take.

use crate::routes::{Distribution, Usual};

/// Never more surprising than this, bits: no tail is known so far out.
const BITS_MAX: f64 = 24.0;
/// What is seen itself may be among the odd ones: a length beyond all others is at most this much more surprising
/// than having seen none so long, bits.
const BEYOND_SEEN_BITS: f64 = 5.0;

/// −log2 of how often an honest length is at least so long: the tail beyond the 95 % quantile is taken as falling
/// like an exponential or like a log-normal one, whichever falls more slowly, from the distance between the median and
/// that quantile. What was seen bounds it: where many lasted as long, long is nothing odd.
pub(super) fn long_bits(hours: f64, usual: &Usual, seen: Option<&Distribution>, learned: bool) -> f64 {
    let (median, q95) = (f64::from(usual.median_hours), f64::from(usual.q95_hours));
    if hours <= q95 {
        return 0.0;
    }
    // Where all are alike, a day of spread is granted: clocks and habits differ by as much.
    let spread = (q95 - median).max(0.15 * median).max(12.0);
    let exponential = 4.32 + 3.32 * (hours - q95) / spread;
    let ratio = ((median + spread) / median.max(1.0)).ln().max(0.1);
    let deviations = 1.645 * (1.0 + (hours / q95.max(1.0)).ln() / ratio);
    let log_normal = 0.7213 * deviations * deviations + (2.507 * deviations).log2();
    let by_tail = exponential.min(log_normal);
    by_tail.min(seen_bits(seen.map(|seen| seen.at_least(hours)), seen, learned)).min(BITS_MAX)
}

/// The same of a length that is shorter than nearly all: the tail below the 0.5 % quantile is taken as falling in the
/// logarithm.
pub(super) fn short_bits(hours: f64, usual: &Usual, seen: Option<&Distribution>, learned: bool) -> f64 {
    let (low, median) = (f64::from(usual.low_hours), f64::from(usual.median_hours));
    if hours >= low {
        return 0.0;
    }
    let deviation = ((median / low.max(1.0)).ln() / 2.576).max(0.08);
    let deviations = (median / hours.max(0.5)).ln() / deviation;
    let by_tail = 0.7213 * deviations * deviations + (2.507 * deviations).log2();
    by_tail.min(seen_bits(seen.map(|seen| seen.at_most(hours)), seen, learned)).min(BITS_MAX)
}

fn seen_bits(as_odd: Option<u64>, seen: Option<&Distribution>, learned: bool) -> f64 {
    let (Some(as_odd), Some(seen)) = (as_odd, seen) else { return BITS_MAX };
    let own = u64::from(learned);
    let (others, all) = (as_odd.saturating_sub(own), seen.population().saturating_sub(own));
    BEYOND_SEEN_BITS - ((others as f64 + 0.5) / (all as f64 + 1.0)).log2()
}
