//! From what happened to what is reported: two to thirteen copies of each event, each a little off.

use super::codes::{CodeId, Codes};
use super::noise::Noise;
use super::sources::{SourceId, Sources};
use super::voyage::Event;
use crate::chance::Chance;
use crate::geography::Geography;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// One report as it will be written; seconds count from the world's first instant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub received: i32,
    pub time: i32,
    pub container: u32,
    pub seal: u32,
    pub mass_kg: u16,
    pub location: CodeId,
    pub source: SourceId,
    /// 1 more than the place in the list of vessels; 0 for none.
    pub vessel: u16,
    pub offset_minutes: i16,
    pub carrier: u8,
    pub code: EventCode,
    pub classifier: Classifier,
    pub full_empty: Option<FullEmpty>,
    /// The check digit if it is a wrong one.
    pub wrong_digit: Option<u8>,
}

/// The box that the reports are of, on one journey.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sent {
    pub container: u32,
    pub check_digit: u8,
    pub carrier: u8,
    pub seal: u32,
    pub mass_kg: u16,
}

/// Weight of 2, 3, … 13 copies: 4.0 in the mean.
const COPIES: [f64; 12] = [0.33, 0.28, 0.18, 0.12, 0.09, 0.06, 0.04, 0.03, 0.02, 0.01, 0.006, 0.004];

/// Makes reports.
pub(super) struct Reporter<'a> {
    pub geography: &'a Geography<'a>,
    pub codes: &'a Codes,
    pub sources: &'a Sources,
    pub noise: Noise,
    pub start: UtcTime,
    /// Where the vessels of each service begin in the list of vessels.
    pub first_vessels: &'a [u16],
}

impl Reporter<'_> {
    /// Everything that is reported of one event, handed over report by report; whether anything actual was.
    pub(super) fn event(
        &self,
        sent: Sent,
        event: &Event,
        chance: &mut Chance,
        push: &mut dyn FnMut(Row),
    ) -> bool {
        let noise = &self.noise;
        let mut corrected = true;
        if let Some(told) = event.foreseen_from
            && noise.foretold > 0.0
        {
            corrected = !chance.happens(noise.estimate_only);
            if !corrected || chance.happens(noise.foretold) {
                self.foretell(sent, event, told, chance, push);
            }
        }
        if !corrected || chance.happens(noise.missing) {
            return false;
        }
        let copies = 2 + chance.weighted(&COPIES).unwrap_or(0);
        // A sender that tells twice mostly tells the same.
        let mut last: Option<(SourceId, UtcTime)> = None;
        for _ in 0..copies {
            let source = self.source(sent, event, chance);
            let repeated = last.filter(|(before, _)| *before == source && chance.happens(0.6));
            let time = repeated.map_or_else(|| self.told_time(event, source, chance), |(_, time)| time);
            last = Some((source, time));
            let mut lag_hours = self.recording_hours(source, chance);
            if repeated.is_some() {
                lag_hours += chance.between(4.0, 90.0);
            }
            let received = event.time.plus_hours(lag_hours);
            push(self.row(sent, event, source, (time, received, Classifier::Actual), chance));
        }
        true
    }

    /// What the carrier expects, once or twice; the first time perhaps only a plan.
    fn foretell(
        &self,
        sent: Sent,
        event: &Event,
        told: UtcTime,
        chance: &mut Chance,
        push: &mut dyn FnMut(Row),
    ) {
        let hours = event.time.hours_since(told).max(0.0);
        for (share, spread_hours) in [(0.0, 20.0), (0.5, 8.0)] {
            if share > 0.0 && chance.happens(0.4) {
                continue;
            }
            let early = share == 0.0 && chance.happens(0.3);
            let classifier = if early { Classifier::Planned } else { Classifier::Estimated };
            let time = event.time.plus_hours(chance.normal() * spread_hours);
            let received = told.plus_hours(1.0 + hours * share + chance.between(0.0, 6.0));
            let source = SourceId::from(sent.carrier);
            push(self.row(sent, event, source, (time, received, classifier), chance));
        }
    }

    fn source(&self, sent: Sent, event: &Event, chance: &mut Chance) -> SourceId {
        let (carrier, number) = (usize::from(sent.carrier), sent.container as usize);
        self.sources.draw(event.code, event.inland, event.port, carrier, number, chance)
    }

    /// When this source says that it happened.
    fn told_time(&self, event: &Event, source: SourceId, chance: &mut Chance) -> UtcTime {
        let (noise, habits) = (&self.noise, &self.sources.all[usize::from(source)]);
        let spread = noise.jitter_hours * if habits.is_near { 0.33 } else { 1.0 };
        let mut time = event.time.plus_hours(chance.near_normal() * spread + habits.clock_hours);
        if noise.whole_day > 0.0 && chance.happens(noise.whole_day) {
            let days = 1 + chance.below(2) as i64;
            time = time.plus_days(if chance.happens(0.5) { days } else { -days });
        }
        if habits.zone_wrong || noise.time_zone > 0.0 && chance.happens(noise.time_zone) {
            time = time.plus_hours(f64::from(self.geography.ports[event.port].offset_minutes) / 60.0);
        }
        time.plus_days(habits.days_wrong)
    }

    fn recording_hours(&self, source: SourceId, chance: &mut Chance) -> f64 {
        let is_near = self.sources.all[usize::from(source)].is_near;
        if chance.happens(self.noise.late) {
            return chance.between(48.0, 240.0);
        }
        let (spread, median) = if is_near { (0.7, 0.4) } else { (0.9, 2.0) };
        (median * (chance.near_normal() * spread).exp()).min(60.0)
    }

    fn row(
        &self,
        sent: Sent,
        event: &Event,
        source: SourceId,
        (time, received, classifier): (UtcTime, UtcTime, Classifier),
        chance: &mut Chance,
    ) -> Row {
        let noise = &self.noise;
        let habits = &self.sources.all[usize::from(source)];
        let code = match habits.unmapped {
            Some((word, comes_as)) if word == event.code => comes_as,
            _ if chance.happens(noise.wrong_event) => mistaken(event.code, chance),
            _ => event.code,
        };
        let vessel = event.vessel.filter(|_| !chance.happens(noise.no_vessel));
        let vessel = vessel.map_or(0, |(service, vessel)| 1 + self.first_vessels[service] + vessel as u16);
        let full_empty = match event.full_empty {
            FullEmpty::Laden if chance.happens(noise.wrong_full_empty) => FullEmpty::Empty,
            FullEmpty::Empty if chance.happens(noise.wrong_full_empty) => FullEmpty::Laden,
            said => said,
        };
        let is_laden = event.full_empty == FullEmpty::Laden;
        let sealed = is_laden && !event.inland && chance.happens(0.3);
        let weighed =
            is_laden && matches!(event.code, EventCode::GateIn | EventCode::Loaded) && chance.happens(0.4);
        Row {
            received: self.seconds(received),
            time: self.seconds(time).div_euclid(60) * 60,
            container: sent.container,
            seal: if sealed { sent.seal } else { 0 },
            mass_kg: if weighed { sent.mass_kg } else { 0 },
            location: self.location(event, source, chance),
            source,
            vessel,
            offset_minutes: if habits.writes_local {
                self.geography.ports[event.port].offset_minutes as i16
            } else {
                0
            },
            carrier: sent.carrier,
            code,
            classifier,
            full_empty: chance.happens(0.75).then_some(full_empty),
            wrong_digit: chance
                .happens(noise.bad_check_digit)
                .then(|| (sent.check_digit + 1 + chance.below(9) as u8) % 10),
        }
    }

    /// Terminals name themselves now and then, depots mostly; some say the depot where it was the port.
    fn location(&self, event: &Event, source: SourceId, chance: &mut Chance) -> CodeId {
        let port = &self.codes.ports[event.port];
        if let Some((alias, whose)) = port.alias
            && self.sources.own(event.port, source) == Some(whose)
            && chance.happens(0.7)
        {
            return alias;
        }
        let depot = if event.inland { 0.3 } else { self.noise.depot_instead };
        if chance.happens(depot) {
            return chance.pick(&port.depots).copied().unwrap_or(port.seaport);
        }
        if self.sources.all[usize::from(source)].is_near && chance.happens(0.3) {
            return chance.pick(&port.terminals).copied().unwrap_or(port.seaport);
        }
        port.seaport
    }

    fn seconds(&self, time: UtcTime) -> i32 {
        ((time.micros() - self.start.micros()) / 1_000_000) as i32
    }
}

/// The event that a tired clerk takes it for: mostly its opposite, else any.
fn mistaken(code: EventCode, chance: &mut Chance) -> EventCode {
    if chance.happens(0.3) {
        return EventCode::ALL[chance.below(EventCode::ALL.len())];
    }
    code.opposite().unwrap_or(EventCode::Moved)
}
