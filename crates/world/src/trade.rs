//! The trade day by day: free boxes are given goods or brought back to where goods are.

use crate::anomalies::{self, Anomaly};
use crate::journeys::{self, Ending, Handling, Preparation, TrueEvent};
use crate::plan::HubWork;
use crate::reports::Sent;
use crate::routes::{Delay, Path, sail};
use crate::status_files::Sink;
use crate::world::World;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::time::UtcTime;

/// A box that is free: where, whose, since when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FreeBox {
    pub port: usize,
    pub carrier: usize,
    pub container: usize,
    pub since: UtcTime,
}

/// Days after which a box without work is looked at again.
const RETRY_DAYS: i64 = 4;

impl World<'_> {
    pub(crate) fn run(&mut self, file: &mut Sink<'_>) {
        for day in 0..self.settings.days {
            let day_end = self.settings.start.plus_days(i64::from(day) + 1);
            let places: Vec<(usize, usize)> = self.free.keys().copied().collect();
            for (port, carrier) in places {
                while let Some((since, container)) = self.next_free(port, carrier, day_end) {
                    self.employ(FreeBox { port, carrier, container, since }, file);
                }
            }
        }
    }

    /// Takes the box out that is free first, if it is free before `limit`.
    pub(crate) fn next_free(
        &mut self,
        port: usize,
        carrier: usize,
        limit: UtcTime,
    ) -> Option<(UtcTime, usize)> {
        let free = self.free.get_mut(&(port, carrier))?;
        let first = *free.first()?;
        if first.0 >= limit {
            return None;
        }
        free.pop_first()
    }

    fn employ(&mut self, free: FreeBox, file: &mut Sink<'_>) {
        let (to_import, to_world) = if self.geography.is_importing(free.port) {
            (0.0, 0.38)
        } else {
            let port = &self.geography.ports[free.port];
            let import = (0.3 * port.export_weight).min(0.78);
            (import, if import > 0.5 { 0.19 } else { 0.3 + 0.03 * port.world_weight.min(5.0) })
        };
        let drawn = self.chance.share();
        let done = if drawn < to_import {
            self.import(free, file)
        } else if drawn < to_import + to_world {
            self.carry_elsewhere(free)
        } else {
            self.bring_back(free)
        };
        if !done {
            self.release(free.container, free.port, free.since.plus_days(RETRY_DAYS));
        }
    }

    /// Goods that have nothing to do with the importing country's customs: status messages only.
    fn carry_elsewhere(&mut self, free: FreeBox) -> bool {
        let from_importing = self.geography.is_importing(free.port);
        let weights: Vec<f64> = (0..self.geography.ports.len())
            .map(|port| {
                let same = self.geography.country(port) == self.geography.country(free.port);
                let own = self.geography.is_importing(port) && !from_importing;
                if same || own { 0.0 } else { self.geography.ports[port].world_weight }
            })
            .collect();
        let anomaly = anomalies::draw(&mut self.chance);
        // An anomaly needs more tries: most pairs of hubs and ports have no way that fits it.
        for _ in 0..if anomaly.is_some() { 25 } else { 5 } {
            let Some(to) = self.chance.weighted(&weights) else { return false };
            let Some((path, anomaly)) = anomalies::path(self, free, to, anomaly) else { continue };
            if self.carry(free, &path, anomaly) {
                return true;
            }
        }
        false
    }

    fn carry(&mut self, free: FreeBox, path: &Path, anomaly: Option<Anomaly>) -> bool {
        let preparation = Preparation::new(free.since, &mut self.chance);
        let hub = Delay { hours: anomalies::hub_hours(anomaly, &mut self.chance), rolled: 0 };
        let Some(legs) = sail(&self.fleet, path, preparation.ready(), Delay::default(), hub) else {
            return false;
        };
        let container = self.containers[free.container];
        let turning = crate::settings::Noise::of(self.settings.profile).street_turn;
        let ending = if self.chance.happens(turning) { Ending::StreetTurn } else { Ending::Returned };
        let handling = Handling {
            picked: free.since,
            no_pick_up: container.turned,
            hub_work: None::<HubWork>,
            destination_hours: 0.0,
            inspected: false,
            ending,
            gross_mass_kg: self.chance.between(6_000.0, 26_000.0).round(),
            empty_at_sea: anomaly == Some(Anomaly::EmptyAtSea),
        };
        let owner = self.fleet.carriers[free.carrier].owner;
        let events = journeys::laden(
            &self.fleet,
            &mut self.texts,
            owner,
            &legs,
            preparation,
            handling,
            &mut self.chance,
        );
        let sent = self.sent(free.container, TextId::NONE);
        self.record(sent, &events);
        self.truth_trip(container.number, &events, &legs, anomaly.map_or("", Anomaly::as_str), &[]);
        if anomaly == Some(Anomaly::DuplicateNumber) {
            self.double(free, &events, 1.0, Anomaly::DuplicateNumber.as_str());
        }
        self.after_trip(free.container, &events, ending);
        true
    }

    /// Another box under the same number travels elsewhere in the world at the same time.
    pub(crate) fn double(&mut self, free: FreeBox, events: &[TrueEvent], share: f64, anomaly: &str) -> bool {
        let carrier = self.fleet.carriers[free.carrier];
        let (Some(first), Some(last)) = (events.first(), events.last()) else { return false };
        // Both are under way together for a good part of the first one's trip.
        let since = first.time.plus_hours(last.time.hours_since(first.time) * self.chance.between(0.0, 0.45));
        let weights: Vec<f64> = self.geography.ports.iter().map(|port| port.world_weight).collect();
        for _ in 0..12 {
            let (Some(from), Some(to)) = (self.chance.weighted(&weights), self.chance.weighted(&weights))
            else {
                return false;
            };
            let near = self.geography.distance_nm(from, free.port) < 3_000.0;
            if near || self.geography.is_importing(from) || self.geography.is_importing(to) {
                continue;
            }
            let options = self.routes.options(&self.fleet, carrier.alliance, from, to);
            let Some(path) = options.iter().find(|path| path.is_open(&self.fleet, since)) else { continue };
            let preparation = Preparation::new(since, &mut self.chance);
            let none = Delay::default();
            let Some(legs) = sail(&self.fleet, path, preparation.ready(), none, none) else { continue };
            let handling = Handling {
                picked: since,
                no_pick_up: false,
                hub_work: None,
                destination_hours: 0.0,
                inspected: false,
                ending: Ending::Returned,
                gross_mass_kg: self.chance.between(6_000.0, 26_000.0).round(),
                empty_at_sea: false,
            };
            let events = journeys::laden(
                &self.fleet,
                &mut self.texts,
                carrier.owner,
                &legs,
                preparation,
                handling,
                &mut self.chance,
            );
            let sent = Sent { share, ..self.sent(free.container, TextId::NONE) };
            self.record(sent, &events);
            self.truth_trip(sent.container, &events, &legs, anomaly, &[]);
            return true;
        }
        false
    }

    /// Brings an empty box to where goods wait.
    fn bring_back(&mut self, free: FreeBox) -> bool {
        let weights: Vec<f64> = (0..self.geography.ports.len())
            .map(|port| if port == free.port { 0.0 } else { self.geography.ports[port].export_weight })
            .collect();
        let alliance = self.fleet.carriers[free.carrier].alliance;
        for _ in 0..5 {
            let Some(to) = self.chance.weighted(&weights) else { return false };
            let options = self.routes.options(&self.fleet, alliance, free.port, to);
            let Some(path) = options.iter().find(|path| path.is_open(&self.fleet, free.since)) else {
                continue;
            };
            let gate_in = free.since.plus_hours(self.chance.between(2.0, 40.0));
            let none = Delay::default();
            let Some(legs) = sail(&self.fleet, path, gate_in.plus_hours(12.0), none, none) else { continue };
            let events = journeys::empty(&self.fleet, &mut self.texts, &legs, gate_in, &mut self.chance);
            let sent = self.sent(free.container, TextId::NONE);
            self.record(sent, &events);
            self.after_trip(free.container, &events, Ending::Returned);
            return true;
        }
        false
    }

    pub(crate) fn sent(&self, container: usize, document: TextId) -> Sent {
        let of = &self.containers[container];
        Sent {
            container: of.number,
            size_type: of.size_type,
            carrier: of.carrier as u8,
            document,
            share: 1.0,
        }
    }

    /// The box rests and is free again.
    pub(crate) fn after_trip(&mut self, container: usize, events: &[TrueEvent], ending: Ending) {
        let Some(last) = events.last() else { return };
        let turned = ending == Ending::StreetTurn;
        self.containers[container].turned = turned;
        let rest_hours = if turned { 6.0 } else { self.chance.log_normal(90.0, 0.6).min(900.0) };
        self.release(container, last.port, last.time.plus_hours(rest_hours));
    }
}
