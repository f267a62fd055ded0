//! What was found of one container as bytes, and back: the form in which results wait, in memory or on disk, until
//! all containers are in order.

use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{
    AreaId, CallFact, CallRole, ConflictFact, Doubt, EventFact, Facts, Repair, TripFact, TripStatus,
};

const STATUSES: [TripStatus; 3] = [TripStatus::Open, TripStatus::Closed, TripStatus::Uncertain];
const ROLES: [CallRole; 3] = [CallRole::Load, CallRole::Transhipment, CallRole::Discharge];
const DOUBTS: [Doubt; 6] = [
    Doubt::None,
    Doubt::Outvoted,
    Doubt::ContradictsNeighbours,
    Doubt::Superseded,
    Doubt::Estimate,
    Doubt::Inferred,
];
const REPAIRS: [Repair; 5] = [Repair::None, Repair::TimeZone, Repair::WholeDays, Repair::Place, Repair::Code];
/// Stands for no time.
const NEVER: i64 = i64::MIN;

/// One container's trips with what the rows of the results say beyond them.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Trips and calls; events where they are kept, without the numbers of their reports.
    pub(super) facts: Facts,
    /// Vessels by trip, in order of the first believed event that names each.
    pub(super) vessels: Lists,
    /// Sources by event, in order of the alphabet.
    pub(super) sources: Lists,
}

/// Lists of texts, one behind another.
#[derive(Debug, Default, Clone)]
pub(super) struct Lists {
    ends: Vec<u32>,
    texts: Vec<TextId>,
}

impl Lists {
    pub(super) fn clear(&mut self) {
        self.ends.clear();
        self.texts.clear();
    }

    /// Adds a text to the list that is open, unless it stands there.
    pub(super) fn add_once(&mut self, text: TextId) {
        let open = self.ends.last().copied().unwrap_or(0) as usize;
        if !self.texts.get(open..).unwrap_or_default().contains(&text) {
            self.texts.push(text);
        }
    }

    /// Sorts the list that is open.
    pub(super) fn sort(&mut self) {
        let open = self.ends.last().copied().unwrap_or(0) as usize;
        self.texts.get_mut(open..).unwrap_or_default().sort_unstable();
    }

    /// Ends the list that is open.
    pub(super) fn end(&mut self) {
        self.ends.push(self.texts.len() as u32);
    }

    /// The list with this number.
    pub(super) fn get(&self, number: usize) -> &[TextId] {
        let end = |number: usize| self.ends.get(number).copied().unwrap_or(0) as usize;
        let start = number.checked_sub(1).map_or(0, end);
        self.texts.get(start..end(number)).unwrap_or_default()
    }
}

impl Outcome {
    pub(super) fn clear(&mut self) {
        self.facts.clear();
        self.vessels.clear();
        self.sources.clear();
    }

    /// Appends the outcome; its events too if they are asked for.
    pub(super) fn write(&self, events: bool, out: &mut Vec<u8>) {
        let mut out = Writer(out);
        let facts = &self.facts;
        out.int(facts.trips.len() as u32);
        out.int(facts.calls.len() as u32);
        out.int(if events { facts.events.len() as u32 } else { 0 });
        for (number, trip) in facts.trips.iter().enumerate() {
            out.trip(trip);
            out.list(self.vessels.get(number));
        }
        for call in &facts.calls {
            out.call(call);
        }
        for (number, event) in facts.events.iter().enumerate().filter(|_| events) {
            out.event(event);
            out.list(self.sources.get(number));
        }
    }

    /// Reads what [`Outcome::write`] wrote. `None` when it did not.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Option<()> {
        self.clear();
        let mut input = Reader(bytes);
        let (trips, calls, events) = (input.int()?, input.int()?, input.int()?);
        let (mut first_event, mut first_call) = (0, 0);
        for _ in 0..trips {
            let trip = input.trip(first_event, first_call)?;
            (first_event, first_call) = (first_event + trip.event_count, first_call + trip.call_count);
            self.facts.trips.push(trip);
            input.list(&mut self.vessels)?;
        }
        for _ in 0..calls {
            self.facts.calls.push(input.call()?);
        }
        let mut first_report = 0;
        for _ in 0..events {
            let event = input.event(first_report)?;
            first_report += event.report_count;
            self.facts.events.push(event);
            input.list(&mut self.sources)?;
        }
        input.0.is_empty().then_some(())
    }
}

struct Writer<'a>(&'a mut Vec<u8>);

impl Writer<'_> {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn int(&mut self, value: u32) {
        self.bytes(&value.to_le_bytes());
    }

    fn float(&mut self, value: f32) {
        self.bytes(&value.to_le_bytes());
    }

    fn time(&mut self, time: Option<UtcTime>) {
        self.bytes(&time.map_or(NEVER, UtcTime::micros).to_le_bytes());
    }

    fn list(&mut self, texts: &[TextId]) {
        self.int(texts.len() as u32);
        for text in texts {
            self.int(text.0);
        }
    }

    fn trip(&mut self, trip: &TripFact) {
        let [picked_up, returned] = trip.inferred;
        let flags = [trip.laden, trip.aboard, trip.conflict.is_some(), picked_up, returned];
        let flags = (0u8..).zip(flags).fold(0, |flags, (bit, flag)| flags | u8::from(flag) << bit);
        self.bytes(&[trip.physical_box, trip.status as u8, flags]);
        self.time(Some(trip.start));
        self.time(Some(trip.end));
        for value in [trip.sequence, trip.carrier.0, trip.event_count, trip.call_count, trip.reports] {
            self.int(value);
        }
        self.float(trip.longest_silence_hours);
        self.float(trip.confidence);
        if let Some(conflict) = &trip.conflict {
            for event in conflict.events {
                self.int(event);
            }
            for value in [conflict.speed_kmh, conflict.limit_kmh, conflict.least_hours, conflict.strength] {
                self.float(value);
            }
            self.bytes(&[u8::from(conflict.interleaved)]);
        }
    }

    fn call(&mut self, call: &CallFact) {
        self.bytes(&[call.role as u8, u8::from(call.inferred)]);
        self.time(call.arrived);
        self.time(call.departed);
        let [one, two, three] = call.shown_by;
        for value in [call.area.0, call.loaded_on.0, call.discharged_from.0, one, two, three] {
            self.int(value);
        }
    }

    fn event(&mut self, event: &EventFact) {
        let full_empty = event.full_empty.map_or(0, |state| 1 + state as u8);
        self.bytes(&[
            event.event as u8,
            event.classifier as u8,
            full_empty,
            event.doubt as u8,
            event.repair as u8,
        ]);
        self.time(Some(event.time));
        let texts = [event.location.0, event.vessel.0, event.carrier.0, event.seal.0];
        for value in [event.area.0, event.report_count].into_iter().chain(texts) {
            self.int(value);
        }
        self.float(event.gross_mass_kg);
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk::<N>()?;
        self.0 = tail;
        Some(*head)
    }

    fn int(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn text(&mut self) -> Option<TextId> {
        self.int().map(TextId)
    }

    fn float(&mut self) -> Option<f32> {
        self.take().map(f32::from_le_bytes)
    }

    fn time(&mut self) -> Option<Option<UtcTime>> {
        let micros = self.take().map(i64::from_le_bytes)?;
        Some((micros != NEVER).then(|| UtcTime::from_micros(micros)))
    }

    fn list(&mut self, lists: &mut Lists) -> Option<()> {
        for _ in 0..self.int()? {
            let text = self.text()?;
            lists.texts.push(text);
        }
        lists.end();
        Some(())
    }

    fn trip(&mut self, first_event: u32, first_call: u32) -> Option<TripFact> {
        let [physical_box, status, flags] = self.take()?;
        let (start, end) = (self.time()??, self.time()??);
        let (sequence, carrier) = (self.int()?, self.text()?);
        let (event_count, call_count, reports) = (self.int()?, self.int()?, self.int()?);
        let (longest_silence_hours, confidence) = (self.float()?, self.float()?);
        let conflict = if flags & 4 == 0 { None } else { Some(self.conflict()?) };
        Some(TripFact {
            sequence,
            physical_box,
            status: *STATUSES.get(usize::from(status))?,
            start,
            end,
            inferred: [flags & 8 != 0, flags & 16 != 0],
            carrier,
            laden: flags & 1 != 0,
            aboard: flags & 2 != 0,
            first_event,
            event_count,
            first_call,
            call_count,
            reports,
            longest_silence_hours,
            confidence,
            conflict,
        })
    }

    fn conflict(&mut self) -> Option<ConflictFact> {
        let events = [self.int()?, self.int()?];
        let (speed_kmh, limit_kmh) = (self.float()?, self.float()?);
        let (least_hours, strength) = (self.float()?, self.float()?);
        let [interleaved] = self.take()?;
        let interleaved = interleaved != 0;
        Some(ConflictFact { events, speed_kmh, limit_kmh, least_hours, interleaved, strength })
    }

    fn call(&mut self) -> Option<CallFact> {
        let [role, inferred] = self.take()?;
        let (arrived, departed) = (self.time()?, self.time()?);
        let area = AreaId(self.int()?);
        let (loaded_on, discharged_from) = (self.text()?, self.text()?);
        let shown_by = [self.int()?, self.int()?, self.int()?];
        let role = *ROLES.get(usize::from(role))?;
        let inferred = inferred != 0;
        Some(CallFact { area, role, inferred, arrived, departed, loaded_on, discharged_from, shown_by })
    }

    fn event(&mut self, first_report: u32) -> Option<EventFact> {
        let [event, classifier, full_empty, doubt, repair] = self.take()?;
        let time = self.time()??;
        let (area, report_count) = (AreaId(self.int()?), self.int()?);
        let (location, vessel, carrier, seal) = (self.text()?, self.text()?, self.text()?, self.text()?);
        Some(EventFact {
            time,
            area,
            location,
            vessel,
            carrier,
            seal,
            gross_mass_kg: self.float()?,
            first_report,
            report_count,
            event: *EventCode::ALL.get(usize::from(event))?,
            classifier: *Classifier::ALL.get(usize::from(classifier))?,
            full_empty: match full_empty {
                0 => None,
                state => Some(*FullEmpty::ALL.get(usize::from(state) - 1)?),
            },
            doubt: *DOUBTS.get(usize::from(doubt))?,
            repair: *REPAIRS.get(usize::from(repair))?,
        })
    }
}

// Numbers are written by `as u8`: the lists above must stand in the order of the variants.
const _: () = {
    assert!(STATUSES[2] as u8 == 2 && ROLES[2] as u8 == 2 && DOUBTS[4] as u8 == 4 && REPAIRS[4] as u8 == 4);
    assert!(STATUSES[1] as u8 == 1 && ROLES[1] as u8 == 1 && DOUBTS[1] as u8 == 1 && REPAIRS[1] as u8 == 1);
    assert!(
        DOUBTS[5] as u8 == 5
            && DOUBTS[2] as u8 == 2
            && DOUBTS[3] as u8 == 3
            && REPAIRS[2] as u8 == 2
            && REPAIRS[3] as u8 == 3
    );
};
