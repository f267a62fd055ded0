//! Every call of every container in the last half year, in a few words each: what the page of a port area counts.

use crate::settings::Settings;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;
use tidewaiter_model::event::Classifier;
use tidewaiter_model::reason::Indicator;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{CallRole, DwellRole, NormalRoutes, Trip, TripStatus, is_strong_reason, judge, stays};

/// Days whose calls are kept.
pub const KEPT_DAYS: i64 = 182;
/// Calls kept of one area, the latest.
pub const VISITS_MAX: usize = 100_000;
/// Days whose trips are judged: this week and those it is compared with.
pub const JUDGED_DAYS: i64 = 7 * (1 + WEEKS_COMPARED);
/// Weeks that this week is compared with.
pub const WEEKS_COMPARED: i64 = 8;

/// How long a box stayed, or has stayed so far.
#[derive(Debug, Clone, Copy)]
pub struct VisitStay {
    /// What it waited for.
    pub role: DwellRole,
    /// How long.
    pub hours: f32,
    /// Whether it is still there as far as is known.
    pub lasts: bool,
}

/// A text of [`Visits`]: a container number or a port area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextNumber(u32);

/// Indicators, each a bit by its place among all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Indicators(u64);

impl Indicators {
    fn insert(&mut self, indicator: Indicator) {
        self.0 |= 1u64.checked_shl(indicator as u32).unwrap_or(0);
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Indicator> {
        Indicator::ALL.iter().copied().filter(move |indicator| {
            let mut one = Indicators::default();
            one.insert(*indicator);
            self.0 & one.0 != 0
        })
    }
}

/// An instant that may not be known, in eight bytes: there are millions of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaybeTime(i64);

impl MaybeTime {
    fn new(time: Option<UtcTime>) -> MaybeTime {
        MaybeTime(time.map_or(i64::MIN, UtcTime::micros))
    }

    /// The instant, if it is known.
    pub fn get(self) -> Option<UtcTime> {
        (self.0 != i64::MIN).then(|| UtcTime::from_micros(self.0))
    }
}

/// One call of one trip.
#[derive(Debug, Clone)]
pub struct Visit {
    /// When it came, or else the first that is known of it there.
    pub time: UtcTime,
    /// Discharged here, or in through the gate.
    pub arrived: MaybeTime,
    /// Loaded here, or out through the gate.
    pub departed: MaybeTime,
    /// The trip's strong reasons, of trips of the weeks that are compared.
    pub reasons: Indicators,
    /// How long it stayed.
    pub stay: Option<VisitStay>,
    /// Container number.
    pub container: TextNumber,
    /// Which of its trips.
    pub sequence: u32,
    /// Where the trip was first loaded.
    pub from: Option<TextNumber>,
    /// Where it was last discharged, of a journey that is over.
    pub to: Option<TextNumber>,
    /// Reports of what happened in this area on this trip, and those that are not believed.
    pub reports: u32,
    /// Of these, not believed.
    pub doubted: u32,
    /// Which call of the trip, from 0.
    pub call: u16,
    /// Why it was there.
    pub role: CallRole,
}

/// The calls of the last half year by port area, the latest first.
#[derive(Default)]
pub struct Visits {
    texts: Texts,
    by_area: HashMap<TextNumber, Vec<Visit>>,
}

/// Texts with their numbers.
#[derive(Default)]
struct Texts {
    texts: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, TextNumber>,
}

impl Texts {
    fn number(&mut self, text: &str) -> TextNumber {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = TextNumber(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        let text: Arc<str> = text.into();
        self.texts.push(text.clone());
        self.numbers.insert(text, number);
        number
    }
}

impl Visits {
    /// Gathers the calls and judges the trips of the last weeks.
    pub(super) fn of(trips: &[Trip], routes: &NormalRoutes, as_of: UtcTime, settings: &Settings) -> Visits {
        let since = as_of.plus_days(-KEPT_DAYS);
        let recent: Vec<&Trip> = trips.iter().filter(|trip| trip.end >= since).collect();
        let judged_since = as_of.plus_days(-JUDGED_DAYS);
        let judged = |trip: &&Trip| match trip.end < judged_since {
            true => Indicators::default(),
            false => reasons(trip, routes, as_of, settings),
        };
        let found: Vec<Indicators> = recent.par_iter().map(judged).collect();
        let mut visits = Visits::default();
        for (trip, reasons) in recent.into_iter().zip(found) {
            visits.add(trip, reasons, since, as_of);
        }
        visits.by_area.par_iter_mut().for_each(|(_, visits)| {
            visits.sort_unstable_by(|a, b| {
                b.time
                    .cmp(&a.time)
                    .then_with(|| (a.container, a.sequence, a.call).cmp(&(b.container, b.sequence, b.call)))
            });
            visits.truncate(VISITS_MAX);
        });
        visits
    }

    fn add(&mut self, trip: &Trip, reasons: Indicators, since: UtcTime, as_of: UtcTime) {
        let texts = &mut self.texts;
        let container = texts.number(&trip.container);
        let from = trip.load().map(|call| texts.number(&call.area));
        // A box that was discharged and is not known to have left by land may yet go on by sea.
        let over = trip.status == TripStatus::Closed || trip.ended_at_discharge();
        let to = trip.discharge().filter(|_| over).map(|call| texts.number(&call.area));
        let stays = stays(trip);
        for (call, at) in trip.calls.iter().zip(0u16..) {
            let time = call.arrived.or(call.departed).unwrap_or(trip.start);
            if time < since || time > as_of {
                continue;
            }
            let stay = stays.iter().find(|stay| stay.call == usize::from(at)).map(|stay| VisitStay {
                role: stay.role,
                hours: stay.to.unwrap_or(as_of).min(as_of).hours_since(stay.from).max(0.0) as f32,
                lasts: stay.to.is_none(),
            });
            let (reports, doubted) = reports_at(trip, &call.area);
            let visit = Visit {
                time,
                arrived: MaybeTime::new(call.arrived),
                departed: MaybeTime::new(call.departed),
                reasons,
                stay,
                container,
                sequence: trip.sequence,
                from,
                to,
                reports,
                doubted,
                call: at,
                role: call.role,
            };
            self.by_area.entry(texts.number(&call.area)).or_default().push(visit);
        }
    }

    /// The calls at an area, the latest first.
    pub fn at(&self, area: &str) -> &[Visit] {
        let number = self.texts.numbers.get(area);
        number.and_then(|number| self.by_area.get(number)).map_or(&[], Vec::as_slice)
    }

    /// A container number or port area.
    pub fn text(&self, number: TextNumber) -> &str {
        self.texts.texts.get(number.0 as usize).map_or("", |text| text)
    }

    /// The number of a port area that some trip began or ended in, or called at.
    pub fn number(&self, area: &str) -> Option<TextNumber> {
        self.texts.numbers.get(area).copied()
    }
}

/// Reports of what happened in an area on a trip, and those of them that are not believed.
fn reports_at(trip: &Trip, area: &str) -> (u32, u32) {
    let (mut reports, mut doubted) = (0u32, 0u32);
    for event in trip.events.iter().filter(|event| event.area == area) {
        if event.believed || event.classifier == Classifier::Actual {
            reports = reports.saturating_add(event.reports);
            doubted = doubted.saturating_add(if event.believed { 0 } else { event.reports });
        }
    }
    (reports, doubted)
}

/// The indicators whose reasons are strong.
fn reasons(trip: &Trip, routes: &NormalRoutes, as_of: UtcTime, settings: &Settings) -> Indicators {
    let sea = SeaNetwork::builtin();
    let (reasons, _) = judge(trip, routes, settings.places(), sea, as_of, &settings.risk.trips);
    let mut found = Indicators::default();
    for reason in reasons.iter().filter(|reason| is_strong_reason(reason)) {
        found.insert(reason.indicator);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_indicator_has_a_bit_of_its_own() {
        for indicator in Indicator::ALL {
            let mut one = Indicators::default();
            assert!(one.is_empty());
            one.insert(*indicator);
            assert_eq!(one.iter().collect::<Vec<_>>(), [*indicator]);
        }
    }

    #[test]
    fn a_visit_stays_small() {
        assert!(size_of::<Visit>() <= 80, "{}", size_of::<Visit>());
    }
}
