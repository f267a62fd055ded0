//! Carriers, their alliances' liner services, and each vessel's calls with delays.

use crate::chance::{Chance, Stream};
use crate::geography::Geography;
use crate::services::{CARRIERS, SERVICES};
use crate::settings::WorldSettings;
use tidewaiter_model::time::UtcTime;

/// How a carrier sends its status messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Canonical CSV.
    Csv,
    /// DCSA Track & Trace 2.2.
    Dcsa2,
    /// DCSA Track & Trace 3.0.
    Dcsa3,
}

/// A liner carrier. All are made up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Carrier {
    /// Four letters in the manner of a SCAC.
    pub code: &'static str,
    /// Owner code and category of its containers.
    pub owner: &'static str,
    pub alliance: u8,
    pub dialect: Dialect,
    /// Share of the boxes.
    pub weight: f64,
}

/// A vessel. Numbers are made up and pass the check.
#[derive(Debug, Clone)]
pub(crate) struct Vessel {
    pub imo: String,
    pub calls: Vec<Call>,
}

/// One call of a vessel at a port of its rotation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call {
    pub arrived: UtcTime,
    pub departed: UtcTime,
    /// The vessel loaded nothing here, to catch up with the schedule.
    pub omitted: bool,
}

/// A weekly liner service.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    pub alliance: u8,
    /// Ports in order; after the last comes the first again.
    pub rotation: Vec<usize>,
    /// Hours from the departure at each position to the arrival at the next, by the schedule.
    pub leg_hours: Vec<f64>,
    pub vessels: Vec<Vessel>,
    /// The service takes cargo from this instant on.
    pub opens: UtcTime,
}

/// Hours in port by the schedule.
pub(crate) const STAY_HOURS: f64 = 26.0;
const STAY_HOURS_MIN: f64 = 10.0;
const BUFFER_HOURS: f64 = 6.0;
const WEEK_HOURS: f64 = 168.0;
/// Schedules run on so long after the last day that every trip begun before can end.
const DAYS_AFTER: i64 = 150;

/// All carriers and services.
pub(crate) struct Fleet {
    pub carriers: &'static [Carrier],
    pub services: Vec<Service>,
    /// Ports where boxes of others do not change ship: those of the importing country.
    pub end_ports: Vec<usize>,
}

impl Fleet {
    pub(crate) fn new(settings: &WorldSettings, geography: &mut Geography<'_>) -> Fleet {
        let mut services = Vec::new();
        for (number, template) in SERVICES.iter().enumerate() {
            // By code, so that a service more or less leaves the other vessels' times alone.
            let key = template.code.bytes().fold(0, |key, byte| key << 8 | u64::from(byte));
            let mut chance = Chance::new(settings.seed, Stream::Fleet, key);
            let rotation: Vec<usize> =
                template.rotation.split(' ').filter_map(|code| geography.find(code)).collect();
            if rotation.len() < 2 {
                continue;
            }
            let speed_kn = chance.between(16.0, 20.0);
            let leg_hours: Vec<f64> = (0..rotation.len())
                .map(|place| {
                    let next = rotation[(place + 1) % rotation.len()];
                    geography.distance_nm(rotation[place], next) / speed_kn + BUFFER_HOURS
                })
                .collect();
            let opens = if template.opens_share > 0.0 {
                settings.start.plus_hours(f64::from(settings.days) * 24.0 * template.opens_share)
            } else {
                UtcTime::MIN
            };
            let mut service =
                Service { alliance: template.alliance, rotation, leg_hours, vessels: Vec::new(), opens };
            service.vessels = vessels(&service, settings, number, &mut chance);
            services.push(service);
        }
        let end_ports = (0..geography.ports.len()).filter(|port| geography.is_importing(*port)).collect();
        Fleet { carriers: CARRIERS, services, end_ports }
    }

    pub(crate) fn vessel(&self, service: usize, vessel: usize) -> Option<&Vessel> {
        self.services.get(service)?.vessels.get(vessel)
    }
}

impl Service {
    fn round_hours(&self) -> f64 {
        self.leg_hours.iter().sum::<f64>() + STAY_HOURS * self.rotation.len() as f64
    }

    /// Hours by the schedule from departure at position `from` to arrival at the next call at position `to`.
    pub(crate) fn hours_between(&self, from: usize, to: usize) -> f64 {
        let length = self.rotation.len();
        let mut hours = 0.0;
        let mut place = from;
        loop {
            hours += self.leg_hours.get(place).copied().unwrap_or(0.0);
            place = (place + 1) % length;
            if place == to {
                return hours;
            }
            hours += STAY_HOURS;
        }
    }

    /// The first call at `position` that is not omitted and departs at or after `ready`, over all vessels,
    /// leaving out the first `skipped` such sailings: vessel and number of the call.
    pub(crate) fn sailing(&self, position: usize, ready: UtcTime, skipped: usize) -> Option<(usize, usize)> {
        let ready = ready.max(self.opens);
        let length = self.rotation.len();
        let mut found: Vec<(UtcTime, usize, usize)> = Vec::new();
        for (number, vessel) in self.vessels.iter().enumerate() {
            let start = vessel.calls.partition_point(|call| call.departed < ready);
            let first = start + (position + length - start % length) % length;
            let calls = (first..vessel.calls.len()).step_by(length);
            let open = calls.filter(|call| !vessel.calls[*call].omitted).take(skipped + 1);
            found.extend(open.map(|call| (vessel.calls[call].departed, number, call)));
        }
        found.sort();
        found.get(skipped).map(|(_, vessel, call)| (*vessel, *call))
    }

    /// The call after `call` of this vessel at `position`. An omitted call still discharges.
    pub(crate) fn next_call(&self, vessel: usize, call: usize, position: usize) -> Option<usize> {
        let length = self.rotation.len();
        let next = call + (position + length - call % length - 1) % length + 1;
        (next < self.vessels.get(vessel)?.calls.len()).then_some(next)
    }

    /// The voyage number of a vessel's call: year-like count of the round and direction letter.
    pub(crate) fn voyage(&self, vessel: usize, call: usize) -> String {
        let length = self.rotation.len();
        let (round, half) = (call / length, if call % length < length.div_ceil(2) { 'W' } else { 'E' });
        format!("{:03}{half}", (round * self.vessels.len() + vessel + 1) % 1000)
    }
}

fn vessels(service: &Service, settings: &WorldSettings, number: usize, chance: &mut Chance) -> Vec<Vessel> {
    let round_hours = service.round_hours();
    let count = (round_hours / WEEK_HOURS).ceil().max(1.0) as usize;
    let round_hours = count as f64 * WEEK_HOURS;
    let first = settings.start.plus_hours(-round_hours - chance.between(0.0, WEEK_HOURS));
    let last = settings.end().plus_days(DAYS_AFTER);
    (0..count)
        .map(|vessel| Vessel {
            imo: imo_number(9_100_000 + (number * 40 + vessel) * 137 % 899_999),
            calls: calls(service, first.plus_hours(vessel as f64 * WEEK_HOURS), last, round_hours, chance),
        })
        .collect()
}

/// A vessel's calls until `last`, each a little late, with some of the lateness made up for in port.
fn calls(
    service: &Service,
    first: UtcTime,
    last: UtcTime,
    round_hours: f64,
    chance: &mut Chance,
) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut round_start = first;
    let mut sailed = first.plus_hours(-1.0);
    while round_start < last {
        let mut planned = round_start;
        for (place, leg_hours) in service.leg_hours.iter().enumerate() {
            let lateness = (chance.normal() * 5.0 + 2.0).clamp(-2.0, 22.0);
            let storm = if chance.happens(0.015) { chance.between(24.0, 72.0) } else { 0.0 };
            let previous = match place {
                0 if calls.is_empty() => None,
                0 => service.leg_hours.last(),
                _ => service.leg_hours.get(place - 1),
            };
            let least = previous.map_or(1.0, |hours| (hours - BUFFER_HOURS) * 0.95);
            let arrived = planned.plus_hours(lateness + storm).max(sailed.plus_hours(least));
            let departed = planned
                .plus_hours(STAY_HOURS + chance.between(-2.0, 2.0))
                .max(arrived.plus_hours(STAY_HOURS_MIN));
            calls.push(Call { arrived, departed, omitted: chance.happens(0.015) });
            sailed = departed;
            planned = planned.plus_hours(STAY_HOURS + leg_hours);
        }
        round_start = round_start.plus_hours(round_hours);
    }
    calls
}

/// The IMO number whose first six digits are those of `serial`.
fn imo_number(serial: usize) -> String {
    let head = format!("{:06}", serial / 10 % 1_000_000);
    let sum: u32 =
        head.bytes().zip((2..=7).rev()).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    format!("{head}{}", sum % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use tidewaiter_model::identifier::imo_is_valid;
    use tidewaiter_model::reference::{Places, SeaNetwork};

    #[test]
    fn every_port_is_known_and_schedules_are_possible() {
        let settings = WorldSettings { days: 60, ..WorldSettings::default() };
        let mut geography = Geography::new(Places::builtin(), SeaNetwork::builtin());
        let fleet = Fleet::new(&settings, &mut geography);
        let codes: BTreeSet<&str> = SERVICES.iter().map(|template| template.code).collect();
        assert_eq!(codes.len(), SERVICES.len());
        for template in SERVICES {
            for code in template.rotation.split(' ') {
                assert!(geography.find(code).is_some(), "{}: {code} is not located", template.code);
            }
        }
        let mut numbers = BTreeSet::new();
        for service in &fleet.services {
            for vessel in &service.vessels {
                assert!(imo_is_valid(&vessel.imo) && numbers.insert(&vessel.imo), "{}", vessel.imo);
                for (place, pair) in vessel.calls.windows(2).enumerate() {
                    assert!(pair[0].arrived < pair[0].departed);
                    let port = |place: usize| service.rotation[place % service.rotation.len()];
                    let distance_nm = geography.distance_nm(port(place), port(place + 1));
                    let hours = pair[1].arrived.hours_since(pair[0].departed);
                    assert!(distance_nm / hours < 25.0, "{distance_nm} nm in {hours} h");
                }
            }
        }
    }
}
