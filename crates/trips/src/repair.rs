//! Clocks that were put right.

use crate::facts::{Repair, Report};
use crate::learned::Learned;
use tidewaiter_model::time::UtcTime;

/// Clocks of one event that are not off agree within this many hours.
pub(crate) const AGREED_HOURS: f64 = 0.1;
/// A clock set to another zone is off by half hours to this many hours.
const EXACT_HOURS: f64 = 0.02;

/// What was put right among reports of one event: a source whose clock is known to run off, or, where most agree to
/// minutes, one that is off by half hours exactly, as a time zone is, or by whole days.
pub(crate) fn repaired_clock<'r>(
    rows: impl Iterator<Item = &'r Report> + Clone,
    time: UtcTime,
    learned: &Learned,
) -> Repair {
    let hours = |row: &Report| row.time.hours_since(time);
    if rows.clone().any(|row| learned.clock_offset_micros(row.source) != 0) {
        return Repair::TimeZone;
    }
    let (mut agreed, mut all) = (0u32, 0u32);
    let mut repair = Repair::None;
    for off in rows.map(|row| hours(row).abs()) {
        all += 1;
        if off <= AGREED_HOURS {
            agreed += 1;
        } else if off <= 14.0 && ((off * 2.0).round() / 2.0 - off).abs() <= EXACT_HOURS {
            repair = repair.max(Repair::TimeZone);
        } else if off > 14.0 && ((off / 24.0).round() * 24.0 - off).abs() <= AGREED_HOURS * 2.0 {
            repair = Repair::WholeDays;
        }
    }
    if agreed >= 2 && agreed * 2 > all { repair } else { Repair::None }
}
