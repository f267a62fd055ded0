//! Clocks that were put right.

use crate::facts::Repair;
use tidewaiter_model::time::UtcTime;

const MINUTE: i64 = 60_000_000;
/// Clocks of one event that are not off agree within this many microseconds.
const AGREED_MICROS: i64 = 6 * MINUTE;
/// A clock set to another zone is off by half hours to this many microseconds.
const EXACT_MICROS: i64 = MINUTE;
/// No two time zones are further apart.
const ZONE_MICROS_MAX: i64 = 14 * 60 * MINUTE;

/// What is wrong with clocks among the times of one event: where most agree to minutes, one that is off by half hours
/// exactly, as a time zone is, or by whole days.
pub(crate) fn repaired_clock(times: &[UtcTime], time: UtcTime) -> Repair {
    let off = times.iter().map(|other| other.micros().saturating_sub(time.micros()).saturating_abs());
    let (mut agreed, mut all) = (0u32, 0u32);
    for off in off.clone() {
        all += 1;
        agreed += u32::from(off <= AGREED_MICROS);
    }
    if agreed < 2 || agreed * 2 <= all || agreed == all {
        return Repair::None;
    }
    let near_multiple = |off: i64, of: i64, slack: i64| {
        let over = off % of;
        over <= slack || of - over <= slack
    };
    let repairs = off.filter(|off| *off > AGREED_MICROS).map(|off| match off {
        _ if off <= ZONE_MICROS_MAX && near_multiple(off, 30 * MINUTE, EXACT_MICROS) => Repair::TimeZone,
        _ if off > ZONE_MICROS_MAX && near_multiple(off, 24 * 60 * MINUTE, AGREED_MICROS) => {
            Repair::WholeDays
        }
        _ => Repair::None,
    });
    repairs.max().unwrap_or_default()
}
