//! Who reports, and what each of them habitually gets wrong.

use super::codes::Codes;
use super::noise::Noise;
use crate::chance::{Chance, Stream};
use crate::fleet::{Carrier, Fleet};
use crate::geography::Geography;
use std::collections::BTreeMap;
use tidewaiter_model::event::EventCode;

/// A number into [`Sources::all`].
pub(super) type SourceId = u16;

/// One who sends reports.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub name: String,
    /// Stands beside the box: its times are better.
    pub is_near: bool,
    /// Writes local time with its offset; the others write UTC.
    pub writes_local: bool,
    /// Its clock, hours off.
    pub clock_hours: f64,
    /// Gives local time as UTC, always.
    pub zone_wrong: bool,
    /// Whole days added to every date.
    pub days_wrong: i64,
    /// An event for which it has a word that nobody mapped, and what that word comes as.
    pub unmapped: Option<(EventCode, EventCode)>,
}

/// Everybody who reports in a world.
pub(super) struct Sources {
    pub all: Vec<Source>,
    carriers: usize,
    partners: Vec<Vec<SourceId>>,
    /// By port: two terminals, the depot, the port's community system.
    ports: Vec<[SourceId; 4]>,
    forwarders: Vec<SourceId>,
}

/// Shares of the reports of one event by who sends them: carrier, terminal, depot, community, partner, forwarder.
const SHIP: [f64; 6] = [0.40, 0.25, 0.0, 0.10, 0.10, 0.15];
const SAILING: [f64; 6] = [0.45, 0.0, 0.0, 0.15, 0.20, 0.20];
const GATE: [f64; 6] = [0.35, 0.35, 0.0, 0.12, 0.0, 0.18];
const INLAND: [f64; 6] = [0.45, 0.0, 0.30, 0.0, 0.0, 0.25];
const TERMINAL: [f64; 6] = [0.20, 0.70, 0.0, 0.10, 0.0, 0.0];

const FORWARDERS: usize = 16;

impl Sources {
    pub(super) fn new(
        fleet: &Fleet,
        geography: &Geography<'_>,
        codes: &Codes,
        noise: &Noise,
        seed: u64,
    ) -> Sources {
        let mut sources = Sources {
            all: Vec::new(),
            carriers: fleet.carriers.len(),
            partners: partners(fleet.carriers),
            ports: Vec::new(),
            forwarders: Vec::new(),
        };
        let words = [
            EventCode::Stuffed,
            EventCode::Stripped,
            EventCode::GateIn,
            EventCode::GateOut,
            EventCode::PickedUp,
            EventCode::Returned,
            EventCode::Departed,
            EventCode::Arrived,
        ];
        for carrier in fleet.carriers {
            let id = sources.add(carrier.code.to_owned(), false, false, noise, seed);
            sources.cannot_map(id, &words, 1.0, noise, seed);
        }
        let mut communities: BTreeMap<String, SourceId> = BTreeMap::new();
        for port in 0..geography.ports.len() {
            let code = codes.texts[usize::from(codes.ports[port].seaport)].clone();
            let country = code.get(..2).unwrap_or_default().to_owned();
            let terminals = [1, 2].map(|number| {
                let id = sources.add(format!("TRM-{code}-{number}"), true, true, noise, seed);
                sources.cannot_map(id, &[EventCode::GateIn, EventCode::GateOut], 0.15, noise, seed);
                id
            });
            let depot = sources.add(format!("DEP-{code}"), true, true, noise, seed);
            let community = *communities
                .entry(country)
                .or_insert_with_key(|country| sources.add(format!("PCS-{country}"), true, true, noise, seed));
            sources.ports.push([terminals[0], terminals[1], depot, community]);
        }
        for number in 0..FORWARDERS {
            let id = sources.add(format!("FWD-{number:02}"), false, false, noise, seed);
            sources.forwarders.push(id);
        }
        sources
    }

    fn add(&mut self, name: String, is_near: bool, writes_local: bool, noise: &Noise, seed: u64) -> SourceId {
        let mut chance = Chance::new(seed, Stream::CarriageSources, self.all.len() as u64);
        self.all.push(Source {
            name,
            is_near,
            writes_local,
            clock_hours: chance.normal() * if is_near { 0.2 } else { 0.8 },
            zone_wrong: chance.happens(noise.time_zone_sources),
            days_wrong: i64::from(chance.happens(noise.whole_day_sources)),
            unmapped: None,
        });
        (self.all.len() - 1) as SourceId
    }

    fn cannot_map(&mut self, id: SourceId, words: &[EventCode], share: f64, noise: &Noise, seed: u64) {
        let mut chance = Chance::new(seed, Stream::CarriageSources, 1 << 32 | u64::from(id));
        if noise.dialects && chance.happens(share) {
            let comes_as = if chance.happens(0.5) { EventCode::Moved } else { EventCode::Other };
            self.all[usize::from(id)].unmapped = chance.pick(words).map(|word| (*word, comes_as));
        }
    }

    /// Who sends one report of an event; `box_number` decides which terminal and which forwarder a box has.
    pub(super) fn draw(
        &self,
        code: EventCode,
        inland: bool,
        port: usize,
        carrier: usize,
        box_number: usize,
        chance: &mut Chance,
    ) -> SourceId {
        let shares = match code {
            _ if inland => INLAND,
            EventCode::Loaded | EventCode::Discharged => SHIP,
            EventCode::Departed | EventCode::Arrived => SAILING,
            EventCode::GateIn | EventCode::GateOut => GATE,
            _ => TERMINAL,
        };
        let [first, second, depot, community] = self.ports[port];
        let mut left = chance.share();
        let role = shares.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        match role {
            Some(1) => [first, second][box_number % 2],
            Some(2) => depot,
            Some(3) => community,
            Some(4) => chance.pick(&self.partners[carrier]).copied().unwrap_or(carrier as SourceId),
            Some(5) => self.forwarders[(box_number + chance.below(2)) % self.forwarders.len()],
            _ => carrier.min(self.carriers - 1) as SourceId,
        }
    }

    /// Which of a port's own sources this is: 0 and 1 its terminals, 2 its depot.
    pub(super) fn own(&self, port: usize, source: SourceId) -> Option<u8> {
        self.ports[port].iter().take(3).position(|own| *own == source).map(|place| place as u8)
    }
}

/// The other carriers of each one's alliance: their ships carry its boxes, and they report what they carry.
fn partners(carriers: &[Carrier]) -> Vec<Vec<SourceId>> {
    let others = |own: usize| {
        let alliance = carriers[own].alliance;
        (0..carriers.len())
            .filter(|other| *other != own && carriers[*other].alliance == alliance)
            .map(|other| other as SourceId)
            .collect()
    };
    (0..carriers.len()).map(others).collect()
}
