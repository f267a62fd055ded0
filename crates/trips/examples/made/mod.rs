//! A made world of container numbers in memory: reports with their noise, and the true trips behind them. Its places
//! are known by a table of areas alone, mostly without coordinates.

use std::fmt::Write as _;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::Report;

/// Numbers that only look random: xorshift64*.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..8 {
            dice.share();
        }
        dice
    }
    pub(crate) fn share(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64
    }
    pub(crate) fn chance(&mut self, share: f64) -> bool {
        self.share() < share
    }
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.share() * n as f64) as usize
    }
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share()
    }
    pub(crate) fn normal(&mut self) -> f64 {
        ((0..6).map(|_| self.share()).sum::<f64>() - 3.0) * std::f64::consts::SQRT_2
    }
    /// Right-skewed around `median`, as stays are.
    pub(crate) fn skewed(&mut self, median: f64, spread: f64) -> f64 {
        median * (self.normal() * spread).exp()
    }
}

/// How bad the messages are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noise {
    pub(crate) missing: f64,
    pub(crate) jitter_hours: f64,
    pub(crate) wrong_code: f64,
    pub(crate) depot_named: f64,
    pub(crate) no_vessel: f64,
    pub(crate) off_days: f64,
    pub(crate) off_zone: f64,
    pub(crate) event_off_days: f64,
    pub(crate) street_turn: f64,
    pub(crate) no_pick_up: f64,
    pub(crate) estimates: f64,
    pub(crate) alias: f64,
}

pub(crate) const EASY: Noise = Noise {
    missing: 0.06,
    jitter_hours: 3.0,
    wrong_code: 0.015,
    depot_named: 0.015,
    no_vessel: 0.08,
    off_days: 0.0,
    off_zone: 0.0,
    event_off_days: 0.0,
    street_turn: 0.0,
    no_pick_up: 0.0,
    estimates: 0.0,
    alias: 0.0,
};

pub(crate) const HARD: Noise = Noise {
    missing: 0.25,
    jitter_hours: 3.0,
    wrong_code: 0.015,
    depot_named: 0.015,
    no_vessel: 0.08,
    off_days: 0.03,
    off_zone: 0.03,
    event_off_days: 0.01,
    street_turn: 0.12,
    no_pick_up: 0.12,
    estimates: 0.1,
    alias: 0.05,
};

/// What really happened.
#[derive(Debug, Clone)]
pub(crate) struct Truth {
    pub(crate) start: UtcTime,
    pub(crate) end: UtcTime,
    /// First and last event that anybody reports as having happened.
    pub(crate) seen: Option<(UtcTime, UtcTime)>,
    pub(crate) itinerary: Vec<usize>,
    odd: Option<&'static str>,
}

/// One container number.
#[derive(Debug, Default)]
pub(crate) struct Number {
    pub(crate) reports: Vec<Report>,
    pub(crate) truths: Vec<Truth>,
}

pub(crate) const PORTS: usize = 56;
const REGIONS: usize = 7;

/// The world: its texts, places and numbers.
pub(crate) struct Made {
    pub(crate) texts: TextTable,
    pub(crate) places: Places,
    pub(crate) numbers: Vec<Number>,
}

struct Maker {
    dice: Dice,
    noise: Noise,
    texts: TextTable,
    positions: Vec<(f64, f64)>,
    reports: Vec<Report>,
    sources: Vec<TextId>,
    seen: Option<(UtcTime, UtcTime)>,
}

pub(crate) fn area_code(port: usize) -> String {
    format!("{}{}Z{:02}", (b'A' + (port % REGIONS) as u8) as char, (b'Q' + (port / 20) as u8) as char, port)
}

fn location_code(port: usize, which: usize) -> String {
    format!("{}-{}", area_code(port), ["T1", "T2", "ICD", "DEP"][which % 4])
}

pub(crate) fn make(containers: usize, noise: Noise, seed: u64) -> Made {
    let mut dice = Dice::new(seed);
    let mut areas = String::from("location,area,latitude,longitude,kind\n");
    let mut positions = Vec::new();
    for port in 0..PORTS {
        let region = (port % REGIONS) as f64;
        let position =
            (dice.between(-30.0, 50.0), -170.0 + region * 360.0 / REGIONS as f64 + dice.between(-10.0, 10.0));
        positions.push(position);
        for which in 0..5 {
            let code = if which == 4 { area_code(port) } else { location_code(port, which) };
            let kind = ["seaport", "seaport", "inland_depot", "inland_depot", "seaport"][which];
            let coordinates =
                if port % 5 == 0 { format!("{:.3},{:.3}", position.0, position.1) } else { ",".into() };
            let kind = if port % 3 == 0 { kind } else { "" };
            let _ = writeln!(areas, "{code},{},{coordinates},{kind}", area_code(port));
        }
    }
    let (places, diagnostics) = Places::builtin().extended(&areas);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let mut texts = TextTable::default();
    let sources = (0..12).map(|number| texts.intern(&format!("SOURCE{number}"))).collect();
    let mut maker = Maker { dice, noise, texts, positions, reports: Vec::new(), sources, seen: None };
    let numbers = (0..containers).map(|_| maker.number()).collect();
    Made { texts: maker.texts, places, numbers }
}

/// What is the same for the events of a journey.
#[derive(Clone, Copy)]
struct Journey {
    carrier: TextId,
    seal: TextId,
    mass: f32,
}

impl Maker {
    fn number(&mut self) -> Number {
        self.reports.clear();
        let mut truths = Vec::new();
        let mut time = UtcTime::from_seconds(1_640_995_200).plus_hours(self.dice.between(0.0, 2400.0));
        let end = UtcTime::from_seconds(1_640_995_200).plus_days(3 * 365);
        let mut place = self.dice.below(PORTS);
        let mut turned = false;
        while time < end {
            let truth;
            (truth, turned) = self.journey(place, time, turned);
            (time, place) = (truth.end, truth.itinerary.last().copied().unwrap_or(place));
            if truth.odd == Some("dup") {
                // Another box under the same number, elsewhere, at the same time.
                let elsewhere = (place + 1 + self.dice.below(PORTS - 1)) % PORTS;
                let shift = self.dice.between(-200.0, 400.0);
                let (twin, _) = self.journey_of(elsewhere, truth.start.plus_hours(shift), false, Some("dup"));
                time = time.max(twin.end);
                truths.push(twin);
            }
            truths.push(truth);
            if turned {
                time = time.plus_hours(self.dice.between(10.0, 72.0));
                continue;
            }
            match self.dice.below(10) {
                0..=2 => time = time.plus_hours(self.dice.skewed(600.0, 0.9)),
                3..=5 => {
                    time = time.plus_hours(self.dice.skewed(1200.0, 0.7));
                    place = self.dice.below(PORTS);
                }
                6..=7 => time = time.plus_hours(self.dice.skewed(3600.0, 0.5)),
                _ => {
                    time = time.plus_hours(self.dice.skewed(500.0, 0.6));
                    let to = (place + 1 + self.dice.below(PORTS - 1)) % PORTS;
                    time = self.reposition(place, to, time).plus_hours(self.dice.skewed(400.0, 0.8));
                    place = to;
                }
            }
        }
        let mut reports = std::mem::take(&mut self.reports);
        // They arrive in any order.
        for index in (1..reports.len()).rev() {
            reports.swap(index, self.dice.below(index + 1));
        }
        for (message, report) in (0..).zip(&mut reports) {
            report.message = message;
        }
        Number { reports, truths }
    }

    fn leg_hours(&mut self, from: usize, to: usize) -> f64 {
        let (a, b) = (self.positions[from], self.positions[to]);
        let east = (a.1 - b.1).abs().min(360.0 - (a.1 - b.1).abs()) * 80.0;
        let km = ((a.0 - b.0) * 111.0).hypot(east) * 1.3;
        (km / 30.0 + 20.0) * self.dice.between(0.95, 1.25)
    }

    fn reposition(&mut self, from: usize, to: usize, time: UtcTime) -> UtcTime {
        let journey = Journey { carrier: self.texts.intern("EMTY"), seal: TextId::NONE, mass: f32::NAN };
        let vessel = self.vessel();
        let empty = Some(FullEmpty::Empty);
        let mut time = time;
        self.event(EventCode::Loaded, from, time, empty, vessel, journey);
        self.event(EventCode::Departed, from, time.plus_hours(8.0), None, vessel, journey);
        time = time.plus_hours(self.leg_hours(from, to));
        self.event(EventCode::Arrived, to, time.plus_hours(-8.0), None, vessel, journey);
        self.event(EventCode::Discharged, to, time, empty, vessel, journey);
        time
    }

    fn vessel(&mut self) -> TextId {
        let number = 9_000_000 + self.dice.below(900);
        self.texts.intern(&number.to_string())
    }

    fn journey(&mut self, from: usize, time: UtcTime, turned: bool) -> (Truth, bool) {
        let odd = match self.dice.chance(0.015) {
            false => None,
            true => Some(["loop", "ts", "pair", "dwell", "empty", "dup"][self.dice.below(6)]),
        };
        self.journey_of(from, time, turned, odd)
    }

    fn stops(&mut self, from: usize, odd: Option<&'static str>) -> Vec<usize> {
        let region = from % REGIONS;
        let liked = (from * 7 + 3) % PORTS;
        let mut to = if self.dice.chance(0.6) {
            (liked + self.dice.below(4) * REGIONS) % PORTS
        } else {
            self.dice.below(PORTS)
        };
        if to == from {
            to = (to + 1) % PORTS;
        }
        let hubs = [region, to % REGIONS];
        let mut via: Vec<usize> = match (from * 31 + to * 17) % 5 {
            0 | 1 => vec![],
            2 | 3 => vec![hubs[0]],
            _ => hubs.to_vec(),
        };
        match odd {
            Some("loop") => {
                let there = (to + 5) % PORTS;
                via.push(there);
                via.push((there + 11) % PORTS);
                via.push(there);
            }
            Some("ts") => via.push((from + 29) % PORTS),
            _ => {}
        }
        let mut stops = vec![from];
        stops.extend(via.into_iter().filter(|stop| *stop != from && *stop != to));
        stops.push(to);
        stops.dedup();
        stops
    }

    fn journey_of(
        &mut self,
        from: usize,
        start: UtcTime,
        turned: bool,
        odd: Option<&'static str>,
    ) -> (Truth, bool) {
        let stops = self.stops(from, odd);
        let to = stops[stops.len() - 1];
        let carrier = format!("CAR{}", self.dice.below(9));
        let seal = format!("S{}", self.dice.below(10_000_000));
        let journey = Journey {
            carrier: self.texts.intern(&carrier),
            seal: self.texts.intern(&seal),
            mass: self.dice.between(4000.0, 26000.0) as f32,
        };
        let long_stay = if odd == Some("dwell") { self.dice.below(stops.len()) } else { usize::MAX };
        let (laden, empty) = (Some(FullEmpty::Laden), Some(FullEmpty::Empty));
        let at_sea = if odd == Some("empty") { empty } else { laden };
        let none = TextId::NONE;
        self.seen = None;
        let mut time = start;
        let unpicked = self.dice.chance(self.noise.no_pick_up);
        if !turned && !unpicked {
            self.event(EventCode::PickedUp, from, time, empty, none, journey);
        }
        time = time.plus_hours(self.dice.skewed(30.0, 0.5));
        self.event(EventCode::Stuffed, from, time, laden, none, journey);
        time = time.plus_hours(self.dice.skewed(30.0, 0.5));
        self.event(EventCode::GateIn, from, time, laden, none, journey);
        for (leg, pair) in stops.windows(2).enumerate() {
            let long = if leg == long_stay { self.dice.between(700.0, 2000.0) } else { 0.0 };
            time = time.plus_hours(self.dice.skewed(90.0, 0.5).max(8.0) + long);
            let vessel = self.vessel();
            self.event(EventCode::Loaded, pair[0], time, at_sea, vessel, journey);
            let sailed = time.plus_hours(self.dice.between(4.0, 24.0));
            self.event(EventCode::Departed, pair[0], sailed, at_sea, vessel, journey);
            let arrived = sailed.plus_hours(self.leg_hours(pair[0], pair[1]));
            self.event(EventCode::Arrived, pair[1], arrived, at_sea, vessel, journey);
            time = arrived.plus_hours(self.dice.between(4.0, 24.0));
            self.event(EventCode::Discharged, pair[1], time, at_sea, vessel, journey);
        }
        let long = if long_stay == stops.len() - 1 { self.dice.between(700.0, 2000.0) } else { 0.0 };
        time = time.plus_hours(self.dice.skewed(80.0, 0.6) + long);
        self.event(EventCode::GateOut, to, time, laden, none, journey);
        time = time.plus_hours(self.dice.skewed(40.0, 0.5));
        self.event(EventCode::Stripped, to, time, None, none, journey);
        let turns = self.dice.chance(self.noise.street_turn);
        if !turns {
            time = time.plus_hours(self.dice.skewed(40.0, 0.5));
            self.event(EventCode::Returned, to, time, empty, none, journey);
        }
        (Truth { start, end: time, seen: self.seen, itinerary: stops, odd }, turns)
    }

    fn location(&mut self, code: EventCode, port: usize) -> TextId {
        let inland = matches!(code, EventCode::PickedUp | EventCode::Returned) && self.dice.chance(0.5);
        let text = if inland || self.dice.chance(self.noise.depot_named) {
            location_code(port, 2 + self.dice.below(2))
        } else {
            [area_code(port), location_code(port, 0), location_code(port, 1)][port % 3].clone()
        };
        self.texts.intern(&text)
    }

    #[allow(clippy::too_many_arguments)]
    fn event(
        &mut self,
        code: EventCode,
        port: usize,
        time: UtcTime,
        state: Option<FullEmpty>,
        vessel: TextId,
        journey: Journey,
    ) {
        let noise = self.noise;
        if self.dice.chance(noise.estimates) {
            let guess = time.plus_hours(self.dice.normal() * 40.0);
            self.report(code, port, guess, state, vessel, journey, Classifier::Estimated);
        }
        if self.dice.chance(noise.missing) {
            return;
        }
        let (first, last) = self.seen.unwrap_or((time, time));
        self.seen = Some((first.min(time), last.max(time)));
        let off = if self.dice.chance(noise.event_off_days) { self.off_days() } else { 0.0 };
        let aliased = self.dice.chance(noise.alias / 2.0);
        let copies = 2 + (self.dice.share() * self.dice.share() * 12.0) as usize;
        for _ in 0..copies {
            let mut at = time.plus_hours(off + self.dice.normal() * noise.jitter_hours);
            if self.dice.chance(noise.off_days) {
                at = at.plus_hours(self.off_days());
            } else if self.dice.chance(noise.off_zone) {
                at = at.plus_hours(self.dice.between(-11.9, 11.9).round());
            }
            let wrong = self.dice.chance(noise.wrong_code);
            let said = if wrong { EventCode::ALL[self.dice.below(12)] } else { code };
            self.report(said, port, at, state, vessel, journey, Classifier::Actual);
            if aliased || self.dice.chance(noise.alias / 2.0) {
                let alias = format!("{}?", area_code(port));
                let alias = self.texts.intern(&alias);
                if let Some(report) = self.reports.last_mut() {
                    report.location = alias;
                }
            }
        }
    }

    fn off_days(&mut self) -> f64 {
        let days = 1.0 + self.dice.below(3) as f64;
        if self.dice.chance(0.5) { days * 24.0 } else { days * -24.0 }
    }

    #[allow(clippy::too_many_arguments)]
    fn report(
        &mut self,
        event: EventCode,
        port: usize,
        time: UtcTime,
        state: Option<FullEmpty>,
        vessel: TextId,
        journey: Journey,
        classifier: Classifier,
    ) {
        let location = self.location(event, port);
        let number = self.dice.below(self.sources.len());
        let zone = if number == 0 && self.noise.off_zone > 0.0 { 8.0 } else { 0.0 };
        let report = Report {
            time: time.plus_hours(zone),
            received: time.plus_hours(self.dice.between(0.5, 30.0)),
            location,
            vessel: if self.dice.chance(self.noise.no_vessel) { TextId::NONE } else { vessel },
            source: self.sources[number],
            carrier: journey.carrier,
            seal: if self.dice.chance(0.4) { journey.seal } else { TextId::NONE },
            size_type: TextId::NONE,
            document: TextId::NONE,
            gross_mass_kg: if self.dice.chance(0.3) { journey.mass } else { f32::NAN },
            message: 0,
            event,
            classifier,
            full_empty: state.filter(|_| self.dice.chance(0.85)),
        };
        self.reports.push(report);
    }
}
