//! From what happened to what is reported: who tells of an event, when, and what is wrong in it.

use crate::chance::{Chance, Stream};
use crate::fleet::{Carrier, Dialect};
use crate::geography::Geography;
use crate::journeys::TrueEvent;
use crate::settings::{Noise, WorldSettings};
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// One report of an event, as it will be sent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Report {
    pub number: u32,
    pub received: UtcTime,
    pub created: UtcTime,
    pub time: UtcTime,
    pub container: TextId,
    pub location: TextId,
    pub vessel: TextId,
    pub voyage: TextId,
    pub seal: TextId,
    pub size_type: TextId,
    pub source: TextId,
    pub document: TextId,
    pub gross_mass_kg: f32,
    pub offset_minutes: i16,
    pub carrier: u8,
    pub code: EventCode,
    pub classifier: Classifier,
    pub full_empty: Option<FullEmpty>,
    pub dialect: Dialect,
}

/// A box on one trip, as senders know it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sent {
    pub container: TextId,
    pub size_type: TextId,
    pub carrier: u8,
    /// Transport document that the carrier's own messages name.
    pub document: TextId,
    /// Share of the events that get reported at all.
    pub share: f64,
}

/// Who reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sender {
    Carrier,
    Terminal,
    PortCommunity,
    Depot,
}

/// Collects reports; those received after the world's end are never sent.
pub(crate) struct Reports {
    pub sent: Vec<Report>,
    noise: Noise,
    end: UtcTime,
    seed: u64,
    trips: u64,
    hard: bool,
}

impl Reports {
    pub(crate) fn new(settings: &WorldSettings) -> Reports {
        Reports {
            sent: Vec::new(),
            noise: Noise::of(settings.profile),
            end: settings.end(),
            seed: settings.seed,
            trips: 0,
            hard: settings.is_hard(),
        }
    }

    /// Everything that is reported of one trip.
    pub(crate) fn trip(
        &mut self,
        geography: &Geography<'_>,
        carriers: &[Carrier],
        texts: &mut TextTable,
        sent: Sent,
        events: &[TrueEvent],
    ) {
        self.trips += 1;
        let mut chance = Chance::new(self.seed, Stream::Reports, self.trips);
        let silent_pick_up = chance.happens(self.noise.no_pick_up);
        for event in events {
            if event.time > self.end && event.expected_from.is_none_or(|told| told > self.end) {
                continue;
            }
            if event.code == EventCode::PickedUp && silent_pick_up {
                continue;
            }
            if sent.share < 1.0 && !chance.happens(sent.share) {
                continue;
            }
            let place = place(geography, event, &mut chance);
            let mut writer = Writer { geography, carriers, texts, sent, place, chance: &mut chance };
            self.event(&mut writer, event);
        }
    }

    fn event(&mut self, writer: &mut Writer<'_, '_>, event: &TrueEvent) {
        let noise = self.noise;
        if let Some(told) = event.expected_from {
            self.estimates(writer, event, told);
            if noise.estimate_only > 0.0 && writer.chance.happens(noise.estimate_only) {
                return;
            }
        }
        if writer.chance.happens(noise.missing) {
            return;
        }
        for sender in senders(event, writer.chance) {
            let report = writer.report(event, sender, &noise, self.hard);
            self.push(report);
            if sender == Sender::Carrier && writer.chance.happens(noise.repeated) {
                let later = writer.chance.between(4.0, 90.0);
                self.push(Report {
                    created: report.created.plus_hours(later),
                    received: report.received.plus_hours(later),
                    ..report
                });
            }
        }
    }

    /// The carrier foretells arrival and discharge when the last ship leaves, and half way again.
    fn estimates(&mut self, writer: &mut Writer<'_, '_>, event: &TrueEvent, told: UtcTime) {
        let hours = event.time.hours_since(told);
        for (share, spread_hours) in [(0.0, 20.0), (0.5, 8.0)] {
            if !writer.chance.happens(0.6) {
                continue;
            }
            let mut report =
                writer.report(event, Sender::Carrier, &Noise { jitter_hours: 0.0, ..self.noise }, false);
            report.classifier = Classifier::Estimated;
            report.time = whole_minute(event.time.plus_hours(writer.chance.normal() * spread_hours));
            report.created =
                whole_minute(told.plus_hours(1.0 + hours * share + writer.chance.between(0.0, 6.0)));
            report.received = report.created.plus_hours(writer.chance.log_normal(0.4, 0.6));
            (report.seal, report.gross_mass_kg) = (TextId::NONE, f32::NAN);
            self.push(report);
        }
    }

    fn push(&mut self, mut report: Report) {
        report.received = whole_second(report.received).max(report.created);
        if report.received <= self.end {
            report.number = u32::try_from(self.sent.len()).unwrap_or(u32::MAX);
            self.sent.push(report);
        }
    }
}

/// Who tells of an event: nearly always the carrier; the terminal, the port's community system or the depot often.
fn senders(event: &TrueEvent, chance: &mut Chance) -> Vec<Sender> {
    let mut senders = Vec::with_capacity(4);
    let at_sea = matches!(event.code, EventCode::Departed | EventCode::Arrived);
    let terminal_only = matches!(event.code, EventCode::Moved | EventCode::Inspected);
    if chance.happens(if terminal_only { 0.3 } else { 0.93 }) {
        senders.push(Sender::Carrier);
    }
    if event.inland {
        if chance.happens(0.25) {
            senders.push(Sender::Depot);
        }
    } else {
        if !at_sea && chance.happens(0.55) {
            senders.push(Sender::Terminal);
        }
        if chance.happens(0.25) {
            senders.push(Sender::PortCommunity);
        }
    }
    if senders.is_empty() {
        senders.push(if terminal_only { Sender::Terminal } else { Sender::Carrier });
    }
    senders
}

struct Writer<'a, 'b> {
    geography: &'a Geography<'b>,
    carriers: &'a [Carrier],
    texts: &'a mut TextTable,
    sent: Sent,
    /// The code of the place where it happened.
    place: &'a str,
    chance: &'a mut Chance,
}

impl Writer<'_, '_> {
    fn report(&mut self, event: &TrueEvent, sender: Sender, noise: &Noise, hard: bool) -> Report {
        let port = &self.geography.ports[event.port];
        let carrier = &self.carriers[usize::from(self.sent.carrier)];
        let source = match sender {
            Sender::Carrier => carrier.code.to_owned(),
            Sender::Terminal => format!("TRM-{}", port.code),
            Sender::PortCommunity => format!("PCS-{}", port.country),
            Sender::Depot => format!("DEP-{}", port.code),
        };
        let spread = noise.jitter_hours * if sender == Sender::Carrier { 1.0 } else { 0.25 };
        let mut time = event.time.plus_hours(self.chance.normal() * spread);
        let created = time.plus_hours(self.recording_hours(sender, hard)).max(event.time);
        if self.chance.happens(noise.whole_day) {
            let days = 1 + self.chance.below(2) as i64;
            time = time.plus_days(if self.chance.happens(0.5) { days } else { -days });
        }
        if self.chance.happens(noise.time_zone) {
            time = time.plus_hours(f64::from(port.offset_minutes) / 60.0);
        }
        let ships = matches!(
            event.code,
            EventCode::Loaded | EventCode::Discharged | EventCode::Departed | EventCode::Arrived
        );
        let silent = ships && self.chance.happens(noise.no_vessel);
        let seal_told = self.chance.happens(if hard { 0.45 } else { 0.7 });
        let weighed = matches!(event.code, EventCode::GateIn | EventCode::Loaded) && self.chance.happens(0.7);
        let created = whole_second(created);
        Report {
            number: 0,
            received: created.plus_hours(self.chance.log_normal(0.4, 0.7)),
            created,
            time: whole_minute(time),
            container: self.container(noise),
            location: self.location(event, sender, noise),
            vessel: if silent { TextId::NONE } else { event.vessel },
            voyage: if silent || self.chance.happens(0.1) { TextId::NONE } else { event.voyage },
            seal: if seal_told || event.code == EventCode::Resealed { event.seal } else { TextId::NONE },
            size_type: if self.chance.happens(0.8) { self.sent.size_type } else { TextId::NONE },
            source: self.texts.intern(&source),
            document: if sender == Sender::Carrier { self.sent.document } else { TextId::NONE },
            gross_mass_kg: if weighed { event.gross_mass_kg as f32 } else { f32::NAN },
            offset_minutes: if sender == Sender::Carrier { 0 } else { port.offset_minutes as i16 },
            carrier: self.sent.carrier,
            code: if self.chance.happens(noise.wrong_event) {
                // What a tired clerk takes it for.
                event.code.opposite().unwrap_or(event.code)
            } else {
                event.code
            },
            classifier: Classifier::Actual,
            full_empty: (sender != Sender::PortCommunity).then_some(event.full_empty),
            dialect: if sender == Sender::Carrier { carrier.dialect } else { Dialect::Csv },
        }
    }

    fn recording_hours(&mut self, sender: Sender, hard: bool) -> f64 {
        let forgotten = hard && self.chance.happens(0.05);
        match (forgotten, sender) {
            (true, _) => self.chance.between(48.0, 240.0),
            (false, Sender::Carrier) => self.chance.log_normal(2.0, 0.9).min(60.0),
            (false, _) => self.chance.log_normal(0.3, 0.8).min(24.0),
        }
    }

    fn container(&mut self, noise: &Noise) -> TextId {
        if !self.chance.happens(noise.bad_check_digit) {
            return self.sent.container;
        }
        let mut number = self.texts.text(self.sent.container).to_owned();
        if let Some(digit) = number.pop() {
            number.push(char::from(b'0' + (digit as u8 - b'0' + 1 + self.chance.below(8) as u8) % 10));
        }
        self.texts.intern(&number)
    }

    fn location(&mut self, event: &TrueEvent, sender: Sender, noise: &Noise) -> TextId {
        let port = &self.geography.ports[event.port];
        let unknown = event.inland || sender == Sender::Carrier;
        if unknown && self.chance.happens(noise.unknown_place) {
            return self.texts.intern(&port.unknown_code);
        }
        if self.chance.happens(noise.other_place)
            && let Some(code) = self.chance.pick(&port.other_codes)
        {
            return self.texts.intern(code);
        }
        self.texts.intern(self.place)
    }
}

/// The code of the place where it happened: the seaport, or now and then an inland depot of its area.
fn place<'a>(geography: &'a Geography<'_>, event: &TrueEvent, chance: &mut Chance) -> &'a str {
    let port = &geography.ports[event.port];
    if event.inland && chance.happens(0.4) {
        return chance.pick(&port.other_codes).unwrap_or(&port.code);
    }
    &port.code
}

fn whole_minute(time: UtcTime) -> UtcTime {
    UtcTime::from_seconds(time.micros().div_euclid(60_000_000) * 60)
}

fn whole_second(time: UtcTime) -> UtcTime {
    UtcTime::from_seconds(time.micros().div_euclid(1_000_000))
}
