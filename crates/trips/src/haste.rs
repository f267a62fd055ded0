//! Whether a box can have got from one event to the next in the time between: by the speed that positions tell, or
//! by the least time that boxes were seen to take.

use crate::area::AreaId;
use crate::life::is_sea;
use crate::merge::{Cluster, Reference};
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// Added to believing an event that the box cannot have reached in time.
const IMPOSSIBLE: f32 = 6.0;
/// Added to believing an event that a box reaches only by air.
const IMPLAUSIBLE: f32 = 3.0;
/// Trucks and trains over long distances stay below this.
const LAND_SPEED_KMH_MAX: f64 = 75.0;
/// Below this distance wrong coordinates and short hops make speeds meaningless.
const DISTANCE_KM_MIN: f64 = 300.0;

/// Where and when a box was said to be, and by how many reports.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sighting {
    pub(crate) event: EventCode,
    pub(crate) area: AreaId,
    pub(crate) time: UtcTime,
    pub(crate) reports: u32,
}

impl From<&Cluster> for Sighting {
    fn from(event: &Cluster) -> Sighting {
        Sighting { event: event.event, area: event.area, time: event.time, reports: event.reports }
    }
}

/// The speed a box must have had between two events, km/h, and the limit for such a pair. Clocks get the benefit
/// of the doubt: hours for events that several sources report, a day and more for lone reports.
pub(crate) fn implied_speed(a: Sighting, b: Sighting, reference: Reference<'_>) -> Option<(f64, f64)> {
    let distance_km =
        reference.areas.distance_km(a.area, b.area).filter(|distance| *distance >= DISTANCE_KM_MIN)?;
    let hours = b.time.hours_since(a.time).abs() + f64::max(slack_hours(a), slack_hours(b));
    let both_sea = is_sea(a.event) && is_sea(b.event);
    let limit =
        if both_sea { reference.settings.sea_speed_kmh_max } else { reference.settings.any_speed_kmh_max };
    Some((distance_km / hours, limit))
}

/// The hours that a box takes at least between two events where positions do not tell a speed, as boxes were seen to
/// take, and the hours it had.
pub(crate) fn learned_haste(a: Sighting, b: Sighting, reference: Reference<'_>) -> Option<(f64, f64)> {
    if a.area == b.area || a.area == AreaId::NOWHERE || b.area == AreaId::NOWHERE {
        return None;
    }
    let (earlier, later) = if a.time <= b.time { (a, b) } else { (b, a) };
    let passage = reference.learned.passage(earlier.area, later.area)?;
    let hours = b.time.hours_since(a.time).abs() + f64::max(slack_hours(a), slack_hours(b)) / 2.0;
    // Between areas that were seldom seen together only the nearest others speak, and no more than for a day or two.
    let most = if passage.seen == 0 { UNSEEN_PAIR_HOURS_MAX } else { f64::INFINITY };
    Some(((f64::from(passage.least_hours) * LEARNED_SHARE).min(most), hours))
}

const UNSEEN_PAIR_HOURS_MAX: f64 = 36.0;
/// Of the least time learned a box needs at least this share.
const LEARNED_SHARE: f64 = 0.6;

/// Hours that clocks may be off: fewer when several sources report.
fn slack_hours(event: Sighting) -> f64 {
    match event.reports {
        0 | 1 => 26.0,
        2 => 12.0,
        _ => 6.0,
    }
}

/// What getting to one event in time costs from each of the events before it that states remember: few, and asked for
/// again and again.
#[derive(Debug, Default)]
pub(crate) struct Haste {
    known: [(u32, f32); 4],
    len: usize,
}

impl Haste {
    /// The cost of the speed that believing `event` after the event number `last` implies.
    pub(crate) fn cost(
        &mut self,
        last: Option<u32>,
        event: &Cluster,
        events: &[Cluster],
        reference: Reference<'_>,
    ) -> f32 {
        let Some((number, before)) = last.and_then(|last| Some((last, events.get(last as usize)?))) else {
            return 0.0;
        };
        if before.area == event.area {
            return 0.0;
        }
        let known = self.known.get(..self.len).unwrap_or(&[]);
        if let Some((_, cost)) = known.iter().find(|(known, _)| *known == number) {
            return *cost;
        }
        let cost = haste_cost(before, event, reference);
        if let Some(place) = self.known.get_mut(self.len) {
            *place = (number, cost);
            self.len += 1;
        }
        cost
    }
}

/// No box takes longer than this to get anywhere.
const ANYWHERE_HOURS: f64 = 75.0 * 24.0;

/// The cost of the speed that believing `event` after `last` implies.
pub(crate) fn haste_cost(last: &Cluster, event: &Cluster, reference: Reference<'_>) -> f32 {
    if last.area == event.area || event.time.hours_since(last.time) > ANYWHERE_HOURS {
        return 0.0;
    }
    match implied_speed(last.into(), event.into(), reference) {
        Some((speed, limit)) if speed > limit => return IMPOSSIBLE,
        Some((speed, _)) if speed > LAND_SPEED_KMH_MAX => return IMPLAUSIBLE,
        Some(_) => return 0.0,
        None if reference.areas.distance_km(last.area, event.area).is_some() => return 0.0,
        None => {}
    }
    match learned_haste(last.into(), event.into(), reference) {
        Some((needed, had)) if had < needed / 2.0 => IMPOSSIBLE,
        Some((needed, had)) if had < needed => IMPLAUSIBLE,
        _ => 0.0,
    }
}
