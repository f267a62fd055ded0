//! Day by day: whose journey begins, what is reported, what arrives.

use super::codes::Codes;
use super::lanes::Lanes;
use super::noise::Noise;
use super::oddly::Plan;
use super::reports::{Reporter, Sent};
use super::sources::Sources;
use super::truth::{CARRIAGE_COLUMNS, TrueTrip};
use super::voyage::{self, Journey, Manner, Ports};
use super::write::{Names, Outbox, Sink};
use super::{CarriageCounts, CarriageSettings};
use crate::anomalies::Anomaly;
use crate::chance::{Chance, Stream};
use crate::fleet::Fleet;
use crate::geography::Geography;
use crate::routes::Path;
use crate::settings::{Folder, WorldSettings};
use std::rc::Rc;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::identifier::container_check_digit;
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;

/// Days a box rests between its trips: median, and standard deviation of the logarithm. Months are not rare.
const REST_DAYS: (f64, f64) = (64.0, 0.9);
const REST_DAYS_MAX: f64 = 500.0;
/// Two boxes under one number make two anomalous trips or three, so that this kind begins more seldom.
const DUPLICATE_SHARE: f64 = 0.45;
/// A trip counts as shared by two boxes when their lives overlap by this many days.
const OVERLAP_DAYS: i64 = 3;
/// The truth is handed over when it is longer than this.
const PART_BYTES: usize = 1 << 20;

/// Where a box is and when it moves next.
#[derive(Debug, Clone, Copy)]
struct Box {
    port: u8,
    carrier: u8,
    journeys: u32,
    moves_empty: bool,
    no_pick_up: bool,
    next: UtcTime,
    /// Until when another box travels under its number.
    doubled_until: UtcTime,
}

struct Run<'g> {
    settings: CarriageSettings,
    noise: Noise,
    end: UtcTime,
    fleet: Fleet,
    geography: Geography<'g>,
    lanes: Lanes,
    ports: Ports,
    codes: Codes,
    sources: Sources,
    vessels: Vec<String>,
    first_vessels: Vec<u16>,
    boxes: Vec<Box>,
    numbers: Vec<[u8; 11]>,
    calendar: Vec<Vec<u32>>,
    outbox: Outbox,
    truth: String,
    counts: CarriageCounts,
    next_anomaly: usize,
    /// An anomaly that was not possible where it was drawn, and is due at the next box where it is.
    owed: Option<Anomaly>,
}

/// A journey that was planned, and what it is.
struct Travel {
    journey: Journey,
    anomaly: Option<Anomaly>,
    no_return: bool,
}

pub(super) fn run(
    settings: CarriageSettings,
    places: &Places,
    sea: &SeaNetwork,
    sink: &mut Sink<'_>,
) -> CarriageCounts {
    let mut run = Run::new(settings, places, sea);
    run.truth = format!("{CARRIAGE_COLUMNS}\n");
    for day in 0..settings.days as usize {
        let mut due = std::mem::take(&mut run.calendar[day]);
        due.sort_unstable();
        for number in due {
            run.move_box(number);
        }
        let carriers: Vec<&'static str> = run.fleet.carriers.iter().map(|carrier| carrier.code).collect();
        let names = Names {
            containers: &run.numbers,
            codes: &run.codes,
            sources: &run.sources,
            vessels: &run.vessels,
            carriers: &carriers,
        };
        run.outbox.close_day(day, &names, sink);
        if run.truth.len() >= PART_BYTES {
            sink(Folder::Truth, "trips.csv", run.truth.as_bytes());
            run.truth.clear();
        }
    }
    run.outbox.finish(sink);
    sink(Folder::Truth, "trips.csv", run.truth.as_bytes());
    sink(Folder::Truth, "areas.csv", run.codes.areas_csv.as_bytes());
    run.counts.messages = run.outbox.written;
    run.counts
}

impl<'g> Run<'g> {
    fn new(settings: CarriageSettings, places: &Places, sea: &'g SeaNetwork) -> Run<'g> {
        let world = WorldSettings {
            days: settings.days,
            seed: settings.seed,
            profile: settings.profile,
            start: settings.start,
            ..WorldSettings::default()
        };
        let noise = Noise::of(settings.profile);
        let mut geography = Geography::new(places, sea);
        let fleet = Fleet::new(&world, &mut geography);
        let lanes = Lanes::new(&fleet, &geography, settings.seed);
        let codes = Codes::new(&geography, places, settings.made_up_places, &noise, settings.seed);
        let sources = Sources::new(&fleet, &geography, &codes, &noise, settings.seed);
        let (mut vessels, mut first_vessels) = (Vec::new(), Vec::new());
        for service in &fleet.services {
            first_vessels.push(vessels.len() as u16);
            vessels.extend(service.vessels.iter().map(|vessel| vessel.imo.clone()));
        }
        let mut run = Run {
            ports: Ports::new(geography.ports.len(), &world),
            end: settings.start.plus_days(i64::from(settings.days)),
            outbox: Outbox::new(settings.start, settings.days),
            calendar: vec![Vec::new(); settings.days as usize],
            boxes: Vec::with_capacity(settings.containers as usize),
            numbers: Vec::with_capacity(settings.containers as usize),
            truth: String::new(),
            counts: CarriageCounts::default(),
            next_anomaly: 0,
            owed: None,
            settings,
            noise,
            fleet,
            geography,
            lanes,
            codes,
            sources,
            vessels,
            first_vessels,
        };
        (0..settings.containers).for_each(|number| run.new_box(number));
        run
    }

    fn new_box(&mut self, number: u32) {
        let mut chance = Chance::new(self.settings.seed, Stream::CarriageBoxes, u64::from(number));
        let weights: Vec<f64> = self.fleet.carriers.iter().map(|carrier| carrier.weight).collect();
        let carrier = chance.weighted(&weights).unwrap_or(0);
        let alliance = self.fleet.carriers[carrier].alliance;
        let weights: Vec<f64> = self
            .geography
            .ports
            .iter()
            .enumerate()
            .map(|(port, facts)| {
                let served = self.lanes.serves(alliance, port);
                if served { facts.world_weight + facts.export_weight } else { 0.0 }
            })
            .collect();
        let port = chance.weighted(&weights).unwrap_or(0) as u8;
        let next = self.settings.start.plus_hours(24.0 * chance.between(0.0, 150.0));
        self.numbers.push(container_number(self.fleet.carriers[carrier].owner, number));
        self.boxes.push(Box {
            port,
            carrier: carrier as u8,
            journeys: 0,
            moves_empty: false,
            no_pick_up: false,
            next,
            doubled_until: UtcTime::MIN,
        });
        self.put_in_calendar(number, next);
    }

    fn put_in_calendar(&mut self, number: u32, time: UtcTime) {
        let day = time.hours_since(self.settings.start) / 24.0;
        if let Some(due) = self.calendar.get_mut(day.max(0.0) as usize) {
            due.push(number);
        }
    }

    /// The next journey of a box, if one can be over before the world's end.
    fn move_box(&mut self, number: u32) {
        let mut own = self.boxes[number as usize];
        own.journeys += 1;
        let key = u64::from(number) << 24 | u64::from(own.journeys);
        let mut chance = Chance::new(self.settings.seed, Stream::Carriage, key);
        let done = if own.moves_empty {
            self.reposition(number, &mut own, &mut chance)
        } else {
            self.ship(number, &mut own, &mut chance)
        };
        if done.is_some() {
            self.boxes[number as usize] = own;
            self.put_in_calendar(number, own.next);
        }
    }

    fn reposition(&mut self, number: u32, own: &mut Box, chance: &mut Chance) -> Option<()> {
        let alliance = self.fleet.carriers[usize::from(own.carrier)].alliance;
        let wanted: Vec<f64> =
            self.geography.ports.iter().map(|port| port.export_weight + 0.2 * port.world_weight).collect();
        let from = usize::from(own.port);
        let path = (0..20).find_map(|_| {
            let to = chance.weighted(&wanted)?;
            let served = to != from && self.lanes.serves(alliance, to);
            served.then(|| self.lanes.any_way(&self.fleet, alliance, from, to, own.next)).flatten()
        })?;
        let journey = voyage::empty(&self.fleet, &self.ports, &path, own.next, chance)?;
        let last = journey.events.last()?.time;
        (last < self.end).then_some(())?;
        self.report(number, own.carrier, &journey, chance);
        own.port = *journey.calls.last()? as u8;
        own.moves_empty = false;
        own.next = last.plus_hours(24.0 * chance.between(3.0, 45.0));
        Some(())
    }

    /// A laden trip.
    fn ship(&mut self, number: u32, own: &mut Box, chance: &mut Chance) -> Option<()> {
        let carrier = usize::from(own.carrier);
        let travel = self.laden(carrier, usize::from(own.port), own.next, own.no_pick_up, chance)?;
        let last = travel.journey.events.last()?.time;
        (last < self.end).then_some(())?;
        let doubled = travel.anomaly == Some(Anomaly::DuplicateNumber);
        let until = if doubled { self.double(number, own, last, chance) } else { None };
        own.doubled_until = own.doubled_until.max(until.unwrap_or(UtcTime::MIN));
        let shared = own.doubled_until > own.next.plus_days(OVERLAP_DAYS);
        let anomaly = match travel.anomaly {
            Some(Anomaly::DuplicateNumber) | None => shared.then_some(Anomaly::DuplicateNumber),
            other => other,
        };
        let reported = self.report(number, own.carrier, &travel.journey, chance);
        self.tell(number, &travel.journey, &reported, anomaly, 1);
        let to = *travel.journey.calls.last()?;
        own.port = to as u8;
        own.no_pick_up = travel.no_return || chance.happens(self.noise.no_pick_up);
        own.moves_empty = !travel.no_return && self.wants_to_leave(carrier, to, chance);
        let rest = chance.log_normal(REST_DAYS.0, REST_DAYS.1).min(REST_DAYS_MAX);
        let rest = if own.moves_empty { rest * 0.5 } else { rest };
        let rest = if travel.no_return { chance.between(0.5, 4.0) } else { rest.max(1.0) };
        own.next = last.plus_hours(24.0 * rest);
        Some(())
    }

    /// Empties pile up where more comes in than goes out.
    fn wants_to_leave(&self, carrier: usize, port: usize, chance: &mut Chance) -> bool {
        let facts = &self.geography.ports[port];
        let share = 0.6 * facts.world_weight / (facts.world_weight + 2.0 * facts.export_weight);
        let alliance = self.fleet.carriers[carrier].alliance;
        !self.lanes.serves(alliance, port) || chance.happens(share)
    }

    fn laden(
        &mut self,
        carrier: usize,
        from: usize,
        picked: UtcTime,
        no_pick_up: bool,
        chance: &mut Chance,
    ) -> Option<Travel> {
        let (to, path) = self.lanes.choose(&self.fleet, carrier, from, picked, chance)?;
        let alliance = self.fleet.carriers[carrier].alliance;
        let no_return = chance.happens(self.noise.street_turn) && self.lanes.serves(alliance, to);
        let mut anomaly = self.draw_anomaly(chance);
        let mut way: (Rc<Path>, Manner) = (Rc::clone(&path), Manner::default());
        if let Some(kind) = anomaly {
            let (fleet, geography, lanes) = (&self.fleet, &mut self.geography, &mut self.lanes);
            let mut plan = Plan { fleet, geography, lanes, alliance, from, picked, to, path };
            match plan.odd(kind, chance) {
                Some(odd) => way = odd,
                None => self.owed = anomaly.take(),
            }
        }
        let manner = Manner { no_pick_up, no_return, ..way.1 };
        let journey = voyage::laden(&self.fleet, &self.ports, &way.0, picked, manner, chance)?;
        Some(Travel { journey, anomaly, no_return })
    }

    /// The six kinds in turn.
    fn draw_anomaly(&mut self, chance: &mut Chance) -> Option<Anomaly> {
        if !chance.happens(self.settings.anomaly_rate) {
            return self.owed.take();
        }
        let kind = Anomaly::ALL[self.next_anomaly % Anomaly::ALL.len()];
        self.next_anomaly += 1;
        (kind != Anomaly::DuplicateNumber || chance.happens(DUPLICATE_SHARE)).then_some(kind)
    }

    /// Another box goes elsewhere under the same number, once or twice; returns until when.
    fn double(&mut self, number: u32, own: &Box, last: UtcTime, chance: &mut Chance) -> Option<UtcTime> {
        let carrier = usize::from(own.carrier);
        let alliance = self.fleet.carriers[carrier].alliance;
        let ports = self.geography.ports.len();
        let mut port = (0..40).find_map(|_| {
            let port = chance.below(ports);
            let far = self.geography.distance_nm(port, usize::from(own.port)) > 1_500.0;
            (far && self.lanes.serves(alliance, port)).then_some(port)
        })?;
        let mut picked = own.next.plus_hours(last.hours_since(own.next) * chance.between(0.0, 0.5));
        let mut until = None;
        for _ in 0..1 + usize::from(chance.happens(0.25)) {
            let (_, path) = self.lanes.choose(&self.fleet, carrier, port, picked, chance)?;
            let journey = voyage::laden(&self.fleet, &self.ports, &path, picked, Manner::default(), chance)?;
            let end = journey.events.last()?.time;
            if end >= self.end {
                break;
            }
            let reported = self.report(number, own.carrier, &journey, chance);
            self.tell(number, &journey, &reported, Some(Anomaly::DuplicateNumber), 2);
            port = *journey.calls.last()?;
            (until, picked) = (Some(end), end.plus_hours(24.0 * chance.between(3.0, 25.0)));
        }
        until
    }

    /// Everything that is reported of a journey; which events were reported as having happened.
    fn report(&mut self, number: u32, carrier: u8, journey: &Journey, chance: &mut Chance) -> Vec<bool> {
        let sent = Sent {
            container: number,
            check_digit: self.numbers[number as usize][10] - b'0',
            carrier,
            seal: 1_000_000 + chance.below(9_000_000) as u32,
            mass_kg: 4_000 + chance.below(24_000) as u16,
        };
        let reporter = Reporter {
            geography: &self.geography,
            codes: &self.codes,
            sources: &self.sources,
            noise: self.noise,
            start: self.settings.start,
            first_vessels: &self.first_vessels,
        };
        let mut sent = sent;
        let outbox = &mut self.outbox;
        let told = journey.events.iter().map(|event| {
            if event.code == EventCode::Resealed {
                sent.seal = 10_000_000 + chance.below(1_000_000) as u32;
            }
            reporter.event(sent, event, chance, &mut |row| outbox.push(row))
        });
        told.collect()
    }

    fn tell(&mut self, number: u32, journey: &Journey, reported: &[bool], anomaly: Option<Anomaly>, own: u8) {
        self.counts.trips += 1;
        self.counts.anomalies += u64::from(anomaly.is_some());
        let trip = TrueTrip {
            container: &self.numbers[number as usize],
            journey,
            reported,
            anomaly: anomaly.map_or("", Anomaly::as_str),
            physical_box: own,
        };
        trip.write(&mut self.truth, |port| &self.codes.ports[port].area);
    }
}

/// The number on the box: owner code of its carrier, serial number, check digit.
fn container_number(owner: &str, number: u32) -> [u8; 11] {
    let mut text = [b'0'; 11];
    text[..4].copy_from_slice(&owner.as_bytes()[..4]);
    // A million boxes to an owner code; the next million has the next letter of the alphabet.
    text[2] = b'A' + (text[2] - b'A' + (number / 1_000_000) as u8) % 26;
    let mut serial = number % 1_000_000;
    for place in (4..10).rev() {
        text[place] = b'0' + (serial % 10) as u8;
        serial /= 10;
    }
    text[10] = container_check_digit(&text[..10]).map_or(b'0', |digit| b'0' + digit);
    text
}
