//! What really happens to a box on one trip, event by event.

use crate::chance::Chance;
use crate::fleet::Fleet;
use crate::plan::HubWork;
use crate::routes::Leg;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// An event as it happened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TrueEvent {
    pub time: UtcTime,
    pub code: EventCode,
    pub port: usize,
    /// Not in the seaport but at a depot or a trader's place in its area.
    pub inland: bool,
    pub full_empty: FullEmpty,
    pub vessel: TextId,
    pub voyage: TextId,
    pub seal: TextId,
    /// Mass of the goods with packing, without the box; NaN when nobody weighs.
    pub gross_mass_kg: f64,
    /// On the last leg: when the ship was expected, told at its departure.
    pub expected_from: Option<UtcTime>,
}

/// How the trip ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Unloaded at the importer's, the empty box returned.
    Returned,
    /// Unloaded, and the box goes straight to the next shipper.
    StreetTurn,
    /// Brought on by road to another country and unloaded there.
    Onward(usize),
}

/// What is done to the box on the way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Handling {
    pub picked: UtcTime,
    /// The box came straight from the last consignee.
    pub no_pick_up: bool,
    pub hub_work: Option<HubWork>,
    pub destination_hours: f64,
    pub inspected: bool,
    pub ending: Ending,
    pub gross_mass_kg: f64,
    /// Whether the box travels empty though it was stuffed, and is said to be.
    pub empty_at_sea: bool,
}

/// Hours from pick-up until the box stands in the terminal, ready to be loaded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Preparation {
    pub stuffed: UtcTime,
    pub gate_in: UtcTime,
}

impl Preparation {
    pub(crate) fn new(picked: UtcTime, chance: &mut Chance) -> Preparation {
        let stuffed = picked.plus_hours(chance.between(10.0, 50.0));
        Preparation { stuffed, gate_in: stuffed.plus_hours(chance.between(5.0, 36.0)) }
    }

    /// When the box can be loaded at the earliest.
    pub(crate) fn ready(&self) -> UtcTime {
        self.gate_in.plus_hours(20.0)
    }
}

struct Log<'t> {
    events: Vec<TrueEvent>,
    texts: &'t mut TextTable,
    full_empty: FullEmpty,
    seal: TextId,
    gross_mass_kg: f64,
}

impl Log<'_> {
    fn add(&mut self, time: UtcTime, code: EventCode, port: usize) -> &mut TrueEvent {
        self.events.push(TrueEvent {
            time,
            code,
            port,
            inland: false,
            full_empty: self.full_empty,
            vessel: TextId::NONE,
            voyage: TextId::NONE,
            seal: self.seal,
            gross_mass_kg: self.gross_mass_kg,
            expected_from: None,
        });
        let last = self.events.len() - 1;
        &mut self.events[last]
    }

    fn inland(&mut self, time: UtcTime, code: EventCode, port: usize) {
        self.add(time, code, port).inland = true;
    }

    fn new_seal(&mut self, owner: &str, chance: &mut Chance) {
        let letters = owner.get(..2).unwrap_or("SL");
        self.seal = self.texts.intern(&format!("{letters}{}", chance.digits(7)));
    }

    /// The four events of a sea leg; `earliest` is when the box stands in the terminal.
    fn sea_leg(
        &mut self,
        fleet: &Fleet,
        leg: &Leg,
        earliest: UtcTime,
        is_last: bool,
        chance: &mut Chance,
    ) -> UtcTime {
        let vessel = fleet.vessel(leg.service, leg.vessel).map_or("", |vessel| vessel.imo.as_str());
        let (vessel, voyage) = (self.texts.intern(vessel), self.texts.intern(&leg.voyage));
        let within = |from: UtcTime, to: UtcTime, share: f64| from.plus_hours(to.hours_since(from) * share);
        let latest = leg.departed.plus_hours(-1.5);
        let loaded = within(leg.berthed, leg.departed, chance.between(0.2, 0.9))
            .max(earliest.plus_hours(2.0))
            .min(latest);
        let discharged = within(leg.arrived, leg.unberthed, chance.between(0.1, 0.8));
        for (time, code, port) in [
            (loaded, EventCode::Loaded, leg.from),
            (leg.departed, EventCode::Departed, leg.from),
            (leg.arrived, EventCode::Arrived, leg.to),
            (discharged, EventCode::Discharged, leg.to),
        ] {
            let event = self.add(time, code, port);
            (event.vessel, event.voyage) = (vessel, voyage);
            let foreseen = matches!(code, EventCode::Arrived | EventCode::Discharged);
            event.expected_from = (is_last && foreseen).then_some(leg.departed);
        }
        discharged
    }
}

/// The events of a laden trip over `legs`, in order of time, and when the box is free again and where.
pub(crate) fn laden(
    fleet: &Fleet,
    texts: &mut TextTable,
    owner: &str,
    legs: &[Leg],
    preparation: Preparation,
    handling: Handling,
    chance: &mut Chance,
) -> Vec<TrueEvent> {
    let (Some(first), Some(last)) = (legs.first(), legs.last()) else { return Vec::new() };
    let (from, to) = (first.from, last.to);
    let mut log = Log {
        events: Vec::with_capacity(18),
        texts,
        full_empty: FullEmpty::Empty,
        seal: TextId::NONE,
        gross_mass_kg: f64::NAN,
    };
    if !handling.no_pick_up {
        log.inland(handling.picked, EventCode::PickedUp, from);
    }
    log.full_empty = FullEmpty::Laden;
    log.new_seal(owner, chance);
    log.inland(preparation.stuffed, EventCode::Stuffed, from);
    log.gross_mass_kg = handling.gross_mass_kg;
    log.add(preparation.gate_in, EventCode::GateIn, from);
    let mut earliest = preparation.gate_in;
    for (place, leg) in legs.iter().enumerate() {
        let is_last = place + 1 == legs.len();
        let first_event = log.events.len();
        let discharged = log.sea_leg(fleet, leg, earliest, is_last, chance);
        if handling.empty_at_sea {
            log.events[first_event..].iter_mut().for_each(|event| event.full_empty = FullEmpty::Empty);
        }
        earliest = discharged;
        if let Some(onward) = legs.get(place + 1) {
            earliest = at_hub(&mut log, owner, leg, onward, discharged, handling.hub_work, chance);
        }
    }
    at_destination(&mut log, to, earliest, &handling, chance);
    log.events
}

/// What happens between two ships; returns when the box stands ready again.
fn at_hub(
    log: &mut Log<'_>,
    owner: &str,
    leg: &Leg,
    onward: &Leg,
    discharged: UtcTime,
    work: Option<HubWork>,
    chance: &mut Chance,
) -> UtcTime {
    let hub = leg.to;
    let hours = onward.departed.hours_since(discharged);
    let at = |share: f64| discharged.plus_hours(hours * share);
    let Some(work) = work else {
        if chance.happens(0.35) {
            let share = chance.between(0.1, 0.5);
            log.add(at(share), EventCode::Moved, hub);
        }
        return discharged;
    };
    if work.zone {
        log.add(at(0.10), EventCode::GateOut, hub);
    }
    if work.restuffed {
        log.inland(at(0.25), EventCode::Stripped, hub);
        log.full_empty = FullEmpty::Laden;
    }
    if work.opened {
        log.gross_mass_kg += work.mass_added_kg;
        if work.new_seal_seen || work.reseal_reported {
            log.new_seal(owner, chance);
        }
    }
    if work.restuffed {
        log.inland(at(0.55), EventCode::Stuffed, hub);
    }
    if work.opened && work.reseal_reported {
        log.add(at(0.60), EventCode::Resealed, hub);
    }
    if work.opened && !work.new_seal_seen {
        log.seal = TextId::NONE;
    }
    if work.zone {
        log.add(at(0.70), EventCode::GateIn, hub);
        return at(0.70);
    }
    at(0.60)
}

fn at_destination(
    log: &mut Log<'_>,
    to: usize,
    discharged: UtcTime,
    handling: &Handling,
    chance: &mut Chance,
) {
    let mut time = discharged;
    if handling.inspected {
        time = time.plus_hours(chance.between(12.0, 40.0));
        log.add(time, EventCode::Inspected, to);
        log.seal = log.texts.intern(&format!("HMC{}", chance.digits(6)));
        time = time.plus_hours(chance.between(1.0, 6.0));
        log.add(time, EventCode::Resealed, to);
    }
    time = time.plus_hours(chance.log_normal(48.0, 0.5).min(300.0) + handling.destination_hours);
    log.add(time, EventCode::GateOut, to);
    log.gross_mass_kg = f64::NAN;
    let mut place = to;
    if let Ending::Onward(port) = handling.ending {
        time = time.plus_hours(chance.between(14.0, 50.0));
        log.inland(time, EventCode::GateIn, port);
        place = port;
    }
    time = time.plus_hours(chance.between(6.0, 48.0));
    log.inland(time, EventCode::Stripped, place);
    if handling.ending != Ending::StreetTurn {
        log.full_empty = FullEmpty::Empty;
        log.seal = TextId::NONE;
        log.inland(time.plus_hours(chance.between(6.0, 60.0)), EventCode::Returned, place);
    }
}

/// The events of a box brought back empty.
pub(crate) fn empty(
    fleet: &Fleet,
    texts: &mut TextTable,
    legs: &[Leg],
    gate_in: UtcTime,
    chance: &mut Chance,
) -> Vec<TrueEvent> {
    let Some(first) = legs.first() else { return Vec::new() };
    let mut log = Log {
        events: Vec::with_capacity(9),
        texts,
        full_empty: FullEmpty::Empty,
        seal: TextId::NONE,
        gross_mass_kg: f64::NAN,
    };
    log.add(gate_in, EventCode::GateIn, first.from);
    let mut earliest = gate_in;
    for leg in legs {
        earliest = log.sea_leg(fleet, leg, earliest, false, chance);
    }
    log.events
}
