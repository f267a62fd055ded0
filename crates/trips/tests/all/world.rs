//! A small trading world with known trips, noise and planted oddities: how well trips are rebuilt and judged, and
//! how fast. The seeds are fixed before scoring.

use crate::life::{at, places};
use std::collections::BTreeMap;
use tidewaiter_model::batch::{StatusBatch, StatusRow};
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{NormalRoutes, Trip, TripSettings, judge, rebuild};

/// Numbers that only look random: xorshift64*.
struct Dice(u64);

impl Dice {
    fn share(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64
    }
    fn below(&mut self, n: usize) -> usize {
        (self.share() * n as f64) as usize
    }
    fn hours(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share()
    }
    /// Right-skewed around `median`, as stays are.
    fn stay(&mut self, median: f64) -> f64 {
        let normal: f64 = (0..6).map(|_| self.share()).sum::<f64>() - 3.0;
        median * (normal * 0.75).exp()
    }
}

/// Noise of the messages.
#[derive(Clone, Copy)]
struct Noise {
    missing: f64,
    wrong_code: f64,
    wrong_day: f64,
    street_turn: f64,
}

const EASY: Noise = Noise { missing: 0.06, wrong_code: 0.015, wrong_day: 0.0, street_turn: 0.0 };
const HARD: Noise = Noise { missing: 0.25, wrong_code: 0.015, wrong_day: 0.03, street_turn: 0.1 };

struct Truth {
    container: String,
    start: UtcTime,
    end: UtcTime,
    itinerary: Vec<&'static str>,
    odd: Option<&'static str>,
}

const PORTS: [&str; 8] = ["CNSHG", "SGSIN", "LKCMB", "AEJEA", "NLRTM", "DEHAM", "USLAX", "BRSSZ"];

/// The usual way: direct, or over the hubs of the trade.
fn usual_via(from: usize, to: usize, dice: &mut Dice) -> Vec<usize> {
    match (from * 3 + to * 5) % 4 {
        _ if from == 1 || to == 1 => vec![],
        0 => vec![1],
        1 if dice.share() < 0.3 => vec![1],
        _ => vec![],
    }
}

struct Maker {
    dice: Dice,
    noise: Noise,
    batch: StatusBatch,
    truth: Vec<Truth>,
    messages: u64,
}

impl Maker {
    fn event(
        &mut self,
        container: &str,
        code: EventCode,
        port: usize,
        time: UtcTime,
        state: Option<FullEmpty>,
        vessel: &str,
    ) {
        if self.dice.share() < self.noise.missing {
            return;
        }
        let off = if self.dice.share() < self.noise.wrong_day { 24.0 } else { 0.0 };
        for copy in 0..1 + self.dice.below(4) {
            let wrong = self.dice.share() < self.noise.wrong_code;
            let event = if wrong { EventCode::ALL[self.dice.below(12)] } else { code };
            let time = time.plus_hours(off + self.dice.hours(-4.0, 4.0));
            let id = |batch: &mut StatusBatch, text: &str| batch.texts.intern(text);
            self.messages += 1;
            let batch = &mut self.batch;
            let row = StatusRow {
                container: id(batch, container),
                event,
                event_time: time,
                location: id(batch, PORTS[port]),
                full_empty: state,
                vessel_imo: id(batch, vessel),
                voyage: id(batch, ""),
                seal: id(batch, ""),
                gross_mass_kg: f64::NAN,
                size_type: id(batch, ""),
                carrier: id(batch, "AAAA"),
                source: id(batch, ["LINE", "TERM", "HUB", "PORT"][copy]),
                classifier: tidewaiter_model::event::Classifier::Actual,
                received: time,
                transport_document: id(batch, ""),
                message: MessageRef { file: 1, span: ByteSpan::new(self.messages * 100, 99) },
            };
            self.batch.push(row);
        }
    }

    /// One journey; returns when and where the box is free again.
    fn journey(
        &mut self,
        container: &str,
        from: usize,
        mut time: UtcTime,
        turned: bool,
    ) -> (UtcTime, usize, bool) {
        let to = (from + 1 + self.dice.below(PORTS.len() - 1)) % PORTS.len();
        let mut via = usual_via(from, to, &mut self.dice);
        let odd = match self.dice.below(200) {
            0 => Some("loop"),
            1 => Some("dwell"),
            2 => Some("empty"),
            _ => None,
        };
        if odd == Some("loop") {
            let third = (0..PORTS.len()).find(|port| *port != from && *port != to && *port != 1).unwrap_or(2);
            via = vec![1, third, 1].into_iter().filter(|port| *port != from && *port != to).collect();
            if via.len() < 3 {
                via = vec![third, 1, third].into_iter().filter(|port| *port != from && *port != to).collect();
            }
            via.dedup();
        }
        let is_loop = via.len() == 3;
        let odd = odd.filter(|odd| *odd != "loop" || is_loop);
        let laden = Some(FullEmpty::Laden);
        let at_sea = if odd == Some("empty") { Some(FullEmpty::Empty) } else { laden };
        let start = time;
        if !turned {
            self.event(container, EventCode::PickedUp, from, time, Some(FullEmpty::Empty), "");
        }
        time = time.plus_hours(self.dice.hours(20.0, 40.0));
        self.event(container, EventCode::Stuffed, from, time, None, "");
        time = time.plus_hours(self.dice.hours(20.0, 60.0));
        self.event(container, EventCode::GateIn, from, time, laden, "");
        time = time.plus_hours(self.dice.stay(60.0).max(6.0));
        let mut stops = vec![from];
        stops.extend(&via);
        stops.push(to);
        for (leg, pair) in stops.windows(2).enumerate() {
            let vessel = format!("{}", 9_000_000 + self.dice.below(500));
            self.event(container, EventCode::Loaded, pair[0], time, at_sea, &vessel);
            self.event(container, EventCode::Departed, pair[0], time.plus_hours(10.0), None, &vessel);
            time = time.plus_hours(
                self.dice.hours(1.0, 1.2) * 24.0 * (18.0 + (pair[0] as f64 - pair[1] as f64).abs()),
            );
            self.event(container, EventCode::Arrived, pair[1], time.plus_hours(-10.0), None, &vessel);
            self.event(container, EventCode::Discharged, pair[1], time, at_sea, &vessel);
            if leg + 2 < stops.len() {
                time = time.plus_hours(self.dice.stay(96.0).max(12.0));
            }
        }
        let long = if odd == Some("dwell") { 45.0 * 24.0 } else { 0.0 };
        time = time.plus_hours(self.dice.stay(72.0).max(6.0) + long);
        self.event(container, EventCode::GateOut, to, time, laden, "");
        time = time.plus_hours(self.dice.hours(24.0, 72.0));
        self.event(container, EventCode::Stripped, to, time, None, "");
        let turns = self.dice.share() < self.noise.street_turn;
        if !turns {
            time = time.plus_hours(self.dice.hours(20.0, 72.0));
            self.event(container, EventCode::Returned, to, time, Some(FullEmpty::Empty), "");
        }
        let itinerary = stops.into_iter().map(|stop| PORTS[stop]).collect();
        self.truth.push(Truth { container: container.to_owned(), start, end: time, itinerary, odd });
        let idle = if turns { self.dice.hours(24.0, 96.0) } else { self.dice.hours(96.0, 900.0) };
        (time.plus_hours(idle), to, turns)
    }
}

fn make(containers: usize, journeys: usize, noise: Noise, seed: u64) -> Maker {
    let dice = Dice(seed | 1);
    let mut maker = Maker { dice, noise, batch: StatusBatch::new(), truth: Vec::new(), messages: 0 };
    for number in 0..containers {
        let container = format!("TSTU{number:07}");
        let mut place = maker.dice.below(PORTS.len());
        let mut time = at("2025-01-01").plus_hours(maker.dice.hours(0.0, 2000.0));
        let mut turned = false;
        for _ in 0..journeys {
            (time, place, turned) = maker.journey(&container, place, time, turned);
        }
    }
    maker
}

/// Messages of a hard world.
pub(crate) fn hard_messages(containers: usize, journeys: usize, seed: u64) -> StatusBatch {
    make(containers, journeys, HARD, seed).batch
}

fn overlap(truth: &Truth, trip: &Trip) -> f64 {
    let both = truth.end.min(trip.end).hours_since(truth.start.max(trip.start)).max(0.0);
    let either = truth.end.max(trip.end).hours_since(truth.start.min(trip.start));
    if either > 0.0 { both / either } else { 0.0 }
}

/// Shares of the true trips: overlap of 0.8, both ends exact, itinerary exact; of the odd ones: found among the top
/// 2 %; of the honest ones: with a strong reason.
fn score(maker: &mut Maker) -> BTreeMap<&'static str, f64> {
    let settings = TripSettings::default();
    let trips = rebuild(&mut maker.batch, places(), &settings);
    let routes = NormalRoutes::learn(trips.iter(), UtcTime::MAX, &settings);
    let mut by_container: BTreeMap<&str, Vec<(&Trip, f64, String)>> = BTreeMap::new();
    let as_of = trips.iter().map(|trip| trip.end).max().unwrap();
    for trip in &trips {
        let (reasons, _) = judge(trip, &routes, places(), SeaNetwork::builtin(), as_of, &settings);
        let skipped = |reason: &&tidewaiter_model::reason::Reason| reason.indicator.code() != "ID-CHK";
        let strongest = reasons.iter().filter(skipped).map(|reason| reason.strength).fold(0.0, f64::max);
        let named =
            |reason: &tidewaiter_model::reason::Reason| format!("{} {}", reason.indicator, reason.variant);
        let first = reasons.iter().filter(|reason| reason.strength >= 0.7).map(named).next();
        by_container.entry(&trip.container).or_default().push((trip, strongest, first.unwrap_or_default()));
    }
    let mut scores = BTreeMap::new();
    let count = maker.truth.len() as f64;
    let mut ranked: Vec<(f64, Option<&str>)> = Vec::new();
    let mut missed: BTreeMap<String, u32> = BTreeMap::new();
    for truth in &maker.truth {
        let nearest = by_container.get(truth.container.as_str()).and_then(|trips| {
            trips.iter().max_by(|a, b| overlap(truth, a.0).total_cmp(&overlap(truth, b.0)))
        });
        let Some((trip, strongest, named)) = nearest else { continue };
        let itinerary = trip.itinerary();
        *scores.entry("overlap").or_insert(0.0) += f64::from(u8::from(overlap(truth, trip) >= 0.8)) / count;
        let ends = itinerary.first() == truth.itinerary.first() && itinerary.last() == truth.itinerary.last();
        *scores.entry("ends").or_insert(0.0) += f64::from(u8::from(ends)) / count;
        *scores.entry("itinerary").or_insert(0.0) +=
            f64::from(u8::from(itinerary == truth.itinerary)) / count;
        ranked.push((*strongest, truth.odd));
        if truth.odd.is_none() && !named.is_empty() {
            *missed.entry(format!("honest {named}")).or_insert(0) += 1;
        }
        if truth.odd.is_some() && named.is_empty() {
            *missed.entry(format!("weak {:?}", truth.odd)).or_insert(0) += 1;
        }
        if itinerary != truth.itinerary {
            *missed.entry(format!("{} calls for {}", itinerary.len(), truth.itinerary.len())).or_insert(0) +=
                1;
        }
    }
    let odd = ranked.iter().filter(|(_, odd)| odd.is_some()).count().max(1) as f64;
    let honest = ranked.len() as f64 - odd;
    let strong = ranked.iter().filter(|(strength, odd)| odd.is_none() && *strength >= 0.7).count() as f64;
    scores.insert("honest strong", strong / honest);
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let top = ranked.len() / 50;
    let found = ranked.iter().take(top).filter(|(_, odd)| odd.is_some()).count() as f64;
    scores.insert("found in top 2 %", found / odd);
    let exact = ranked.iter().take(odd as usize).filter(|(_, odd)| odd.is_some()).count() as f64;
    scores.insert("precision", exact / odd);
    println!("{scores:?}\n  trips {} for {}; {missed:?}", trips.len(), maker.truth.len());
    scores
}

#[test]
fn an_easy_world_is_rebuilt() {
    let scores = score(&mut make(400, 6, EASY, 11));
    for (name, least) in [("overlap", 0.985), ("ends", 0.985), ("itinerary", 0.98), ("found in top 2 %", 0.9)]
    {
        assert!(scores[name] >= least, "{name}: {scores:?}");
    }
    assert!(scores["honest strong"] <= 0.01, "{scores:?}");
}

#[test]
fn a_hard_world_is_rebuilt() {
    let scores = score(&mut make(400, 6, HARD, 12));
    for (name, least) in [("overlap", 0.88), ("ends", 0.89), ("itinerary", 0.88), ("found in top 2 %", 0.5)] {
        assert!(scores[name] >= least, "{name}: {scores:?}");
    }
    assert!(scores["honest strong"] <= 0.02, "{scores:?}");
}
