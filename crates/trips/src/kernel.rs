//! The kernel: the reports of one container number in, its trips as numbers out.

use crate::area::Gazetteer;
use crate::boxes::Splitter;
use crate::calls::read_calls;
use crate::decode::{Decoder, Reading};
use crate::duplicates::{Candidate, find_conflicts};
use crate::ends::{End, Reckoned, reckon_ends};
use crate::evidence::weigh;
use crate::facts::{Doubt, EventFact, Facts, Report, TripFact};
use crate::foreseen::{Ahead, attach_foreseen};
use crate::learned::Learned;
use crate::life::{Life, is_neutral, is_sea};
use crate::merge::{Cluster, Merged, Reference};
use crate::settings::TripSettings;
use crate::tally::Tally;
use crate::trip::TripStatus;
use std::ops::Range;
use tidewaiter_model::batch::TextTable;
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// Rebuilds containers one after another. One kernel a thread; what it reads is shared.
#[derive(Debug)]
pub struct Kernel<'a> {
    reference: Reference<'a>,
    scratch: Scratch,
}

/// Room that is used again for the next container.
#[derive(Debug, Default)]
struct Scratch {
    merged: Merged,
    decoder: Decoder,
    splitter: Splitter,
    of_box: Vec<Cluster>,
    places: Vec<u32>,
    parts: Vec<Part>,
    waiting: Vec<Part>,
    drafts: Vec<Draft>,
    ahead: Vec<Ahead>,
    numbers: Vec<u32>,
    carriers: Tally,
    candidates: Vec<Candidate>,
}

/// An actual event of a trip and how it was read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    /// Number within [`Merged::events`].
    pub(crate) event: u32,
    pub(crate) reading: Reading,
}

/// One trip before it is written down.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) physical_box: u8,
    /// Its actual events in order.
    parts: Range<u32>,
    /// Its estimates and plans, in order of time.
    pub(crate) ahead: Range<u32>,
    followed: bool,
    /// When the earliest and the latest event happened that it stands on.
    pub(crate) start: UtcTime,
    pub(crate) end: UtcTime,
    /// Its pick-up and its return, where nobody reported them.
    reckoned: [Option<Reckoned>; 2],
}

impl Draft {
    pub(crate) fn parts<'p>(&self, parts: &'p [Part]) -> &'p [Part] {
        parts.get(self.parts.start as usize..self.parts.end as usize).unwrap_or(&[])
    }

    /// Takes in an end that nobody reported.
    pub(crate) fn lengthen(&mut self, reckoned: Option<Reckoned>) {
        let Some(reckoned) = reckoned else { return };
        self.reckoned[reckoned.end as usize] = Some(reckoned);
        match reckoned.end {
            End::PickUp => self.start = self.start.min(reckoned.time),
            End::Return => self.end = self.end.max(reckoned.time),
        }
    }

    /// Whether nothing has happened yet.
    pub(crate) fn is_blank(&self) -> bool {
        self.parts.is_empty()
    }
}

impl<'a> Kernel<'a> {
    /// A kernel for reports whose numbers are of `texts` and whose locations are in `gazetteer`; `learned` must be of
    /// the same two.
    pub fn new(
        texts: &'a TextTable,
        gazetteer: &'a Gazetteer,
        learned: &'a Learned,
        settings: &'a TripSettings,
    ) -> Kernel<'a> {
        let reference = Reference { texts, areas: gazetteer, learned, settings };
        Kernel { reference, scratch: Scratch::default() }
    }

    /// The texts that the numbers of reports and facts refer to.
    pub fn texts(&self) -> &'a TextTable {
        self.reference.texts
    }

    /// The areas that the numbers of facts refer to.
    pub fn gazetteer(&self) -> &'a Gazetteer {
        self.reference.areas
    }

    pub(crate) fn reference(&self) -> Reference<'a> {
        self.reference
    }

    /// Rebuilds one container number from all its reports, in any order, and appends its trips to `out` in order of
    /// start. Every report is counted in exactly one event of exactly one trip. Nothing of other containers is
    /// needed: partitions may be rebuilt on different machines.
    pub fn rebuild(&mut self, reports: &[Report], out: &mut Facts) {
        let reference = self.reference;
        let Scratch { merged, drafts, parts, .. } = &mut self.scratch;
        merged.read(reports, reference);
        weigh(&mut merged.events, reference.settings);
        parts.clear();
        drafts.clear();
        self.draft();
        let Scratch { merged, drafts, parts, ahead: foreseen, .. } = &mut self.scratch;
        drafts.sort_by_key(|draft| (draft.start, draft.end, draft.physical_box));
        reckon_ends(drafts, parts, &merged.events, reference.learned);
        drafts.sort_by_key(|draft| (draft.start, draft.end, draft.physical_box));
        attach_foreseen(drafts, parts, merged, reports, foreseen);
        let first_trip = out.trips.len();
        for index in 0..self.scratch.drafts.len() {
            self.write(index, out);
        }
        find_conflicts(out, first_trip, reference, &mut self.scratch.candidates);
    }

    /// Reads the events, tells boxes apart, and cuts trips.
    fn draft(&mut self) {
        let reference = self.reference;
        let Scratch { merged, decoder, splitter, of_box, places, parts, waiting, drafts, .. } =
            &mut self.scratch;
        let events = &merged.events;
        decoder.decode(events, reference);
        if splitter.tell_apart(events, &decoder.readings, reference) {
            for number in [0u8, 1] {
                of_box.clear();
                places.clear();
                for (place, (event, own)) in (0..).zip(events.iter().zip(&splitter.boxes)) {
                    if *own == number {
                        of_box.push(*event);
                        places.push(place);
                    }
                }
                decoder.decode(of_box, reference);
                let read = places.iter().zip(&decoder.readings);
                let read = read.map(|(event, reading)| Part { event: *event, reading: *reading });
                cut(read, events, number, parts, waiting, drafts);
            }
        } else {
            let read = (0..).zip(&decoder.readings);
            let read = read.map(|(event, reading)| Part { event, reading: *reading });
            cut(read, events, 0, parts, waiting, drafts);
        }
        if drafts.is_empty()
            && let Some(ahead) = merged.foreseen.first()
        {
            drafts.push(Draft { start: ahead.time, end: ahead.time, ..Draft::default() });
        }
    }

    fn write(&mut self, index: usize, out: &mut Facts) {
        let (first_event, first_call) = (out.events.len(), out.calls.len());
        self.write_events(index, out);
        let Scratch { merged, drafts, parts, numbers, carriers, .. } = &mut self.scratch;
        let Some(draft) = drafts.get(index) else { return };
        let parts = draft.parts(parts);
        let aboard =
            read_calls(&merged.events, parts, numbers, draft.followed, self.reference, &mut out.calls);
        let events = out.events.get(first_event..).unwrap_or(&[]);
        carriers.clear();
        for event in events {
            carriers.add(event.carrier, event.report_count);
        }
        let confidence = confidence(parts, &merged.events);
        out.trips.push(TripFact {
            sequence: index as u32 + 1,
            physical_box: draft.physical_box,
            status: status(draft, parts, &merged.events, confidence, self.reference.settings),
            start: draft.start,
            end: draft.end,
            inferred: draft.reckoned.map(|reckoned| reckoned.is_some()),
            carrier: carriers.most(self.reference.texts),
            laden: is_laden(parts, &merged.events),
            aboard,
            first_event: first_event as u32,
            event_count: events.len() as u32,
            first_call: first_call as u32,
            call_count: (out.calls.len() - first_call) as u32,
            reports: events.iter().fold(0, |sum, event| event.report_count.saturating_add(sum)),
            longest_silence_hours: longest_silence_hours(events) as f32,
            confidence,
            conflict: None,
        });
    }

    /// Writes the events of a trip in order of time, and into the scratch the number of each part. Actual events
    /// keep the order in which they were decoded.
    fn write_events(&mut self, index: usize, out: &mut Facts) {
        let Scratch { merged, drafts, parts, ahead, numbers, .. } = &mut self.scratch;
        numbers.clear();
        let Some(draft) = drafts.get(index) else { return };
        let foreseen = ahead.get(draft.ahead.start as usize..draft.ahead.end as usize).unwrap_or(&[]).iter();
        let mut foreseen = foreseen
            .filter_map(|ahead| Some((merged.foreseen.get(ahead.event as usize)?, ahead.doubt)))
            .peekable();
        let mut reckoned = draft.reckoned.iter().flatten().peekable();
        let mut number = 0;
        for part in draft.parts(parts) {
            let Some(cluster) = merged.events.get(part.event as usize) else { continue };
            while let Some((ahead, doubt)) = foreseen.next_if(|(ahead, _)| ahead.time < cluster.time) {
                write_event(ahead, doubt, merged, out);
                number += 1;
            }
            while let Some(end) = reckoned.next_if(|end| end.time <= cluster.time) {
                out.events.push(end.event(out.reports.len() as u32));
                number += 1;
            }
            let doubt = match part.reading.believed {
                true => Doubt::None,
                false if cluster.shadowed => Doubt::Outvoted,
                false => Doubt::ContradictsNeighbours,
            };
            write_event(cluster, doubt, merged, out);
            numbers.push(number);
            number += 1;
        }
        for end in reckoned {
            while let Some((ahead, doubt)) = foreseen.next_if(|(ahead, _)| ahead.time < end.time) {
                write_event(ahead, doubt, merged, out);
            }
            out.events.push(end.event(out.reports.len() as u32));
        }
        for (ahead, doubt) in foreseen {
            write_event(ahead, doubt, merged, out);
        }
    }
}

fn write_event(cluster: &Cluster, doubt: Doubt, merged: &Merged, out: &mut Facts) {
    let first_report = out.reports.len() as u32;
    out.reports.extend_from_slice(merged.members(cluster));
    out.events.push(EventFact {
        time: cluster.time,
        area: cluster.area,
        location: cluster.location,
        vessel: cluster.vessel,
        carrier: cluster.carrier,
        seal: cluster.seal,
        gross_mass_kg: cluster.gross_mass_kg,
        first_report,
        report_count: cluster.reports,
        event: cluster.event,
        classifier: cluster.classifier,
        full_empty: cluster.full_empty,
        doubt,
        repair: cluster.repair,
    });
}

/// Cuts one box's events into trips and appends them to `parts` and `drafts`.
fn cut(
    read: impl Iterator<Item = Part>,
    events: &[Cluster],
    physical_box: u8,
    parts: &mut Vec<Part>,
    waiting: &mut Vec<Part>,
    drafts: &mut Vec<Draft>,
) {
    let first = drafts.len();
    let new = |from: usize| Draft { physical_box, parts: from as u32..from as u32, ..Draft::default() };
    // A booking before the empty is picked up belongs to the trip that follows.
    waiting.clear();
    let mut begun = false;
    for part in read {
        let event = events.get(part.event as usize);
        if part.reading.begins {
            if begun {
                let late = event.map_or(UtcTime::MIN, |event| event.time.plus_days(-NEUTRAL_DAYS_MAX));
                let is_old = |part: &Part| {
                    events
                        .get(part.event as usize)
                        .is_some_and(|event| event.time < late && event.event != EventCode::Booked)
                };
                let old = waiting.iter().take_while(|part| is_old(part)).count();
                parts.extend(waiting.drain(..old));
                close(drafts, parts.len());
            }
            if begun || drafts.len() == first {
                drafts.push(new(parts.len()));
            }
            begun = true;
        }
        if part.reading.after == Life::Idle && event.is_some_and(announces) {
            waiting.push(part);
            continue;
        }
        if drafts.len() == first {
            drafts.push(new(parts.len()));
        }
        parts.append(waiting);
        parts.push(part);
        close(drafts, parts.len());
    }
    if !waiting.is_empty() {
        if drafts.len() == first {
            drafts.push(new(parts.len()));
        }
        parts.append(waiting);
        close(drafts, parts.len());
    }
    let last = drafts.len().saturating_sub(1);
    for (index, draft) in drafts.iter_mut().enumerate().skip(first) {
        draft.followed = index < last;
        (draft.start, draft.end) = span(draft.parts(parts), events);
    }
}

/// Whether an event of an idle box belongs to the trip that follows: a booking, or what happens to it once it has
/// goods in it again.
fn announces(event: &Cluster) -> bool {
    let laden = event.full_empty == Some(FullEmpty::Laden) && event.reports > 1;
    event.event == EventCode::Booked || (is_neutral(event.event) && laden)
}

/// The last trip goes up to here.
fn close(drafts: &mut [Draft], end: usize) {
    if let Some(draft) = drafts.last_mut() {
        draft.parts.end = end as u32;
    }
}

/// Events that do not move a box lengthen its trip by no more than this.
const NEUTRAL_DAYS_MAX: i64 = 7;

/// When the earliest and the latest event happened that a trip stands on: events that move a box, and others that are
/// believed near those, or failing that any that is believed, or failing that any. What happens to an idle box does
/// not lengthen its trip.
fn span(parts: &[Part], events: &[Cluster]) -> (UtcTime, UtcTime) {
    let over = |counts: &dyn Fn(&Part, &Cluster) -> bool| {
        let mut span: Option<(UtcTime, UtcTime)> = None;
        for part in parts {
            if let Some(event) = events.get(part.event as usize)
                && counts(part, event)
            {
                // Clocks disagree: the first event in order need not be the earliest.
                let (start, end) = span.unwrap_or((event.time, event.time));
                span = Some((start.min(event.time), end.max(event.time)));
            }
        }
        span
    };
    let moves = over(&|part, event| part.reading.believed && !is_neutral(event.event));
    let Some((start, end)) = moves else {
        let believed = over(&|part, _| part.reading.believed);
        return believed.or_else(|| over(&|_, _| true)).unwrap_or_default();
    };
    let (first, last) = (start.plus_days(-NEUTRAL_DAYS_MAX), end.plus_days(NEUTRAL_DAYS_MAX));
    let lengthens = |part: &Part, event: &Cluster| {
        let idle = part.reading.after == Life::Idle && !announces(event);
        let near = first <= event.time && event.time <= last && !idle;
        part.reading.believed && (!is_neutral(event.event) || near || event.event == EventCode::Booked)
    };
    over(&lengthens).unwrap_or((start, end))
}

/// The believed events of a trip.
fn believed<'e>(
    parts: &[Part],
    events: &'e [Cluster],
) -> impl DoubleEndedIterator<Item = (&'e Cluster, Reading)> {
    let read = parts.iter().filter(|part| part.reading.believed);
    read.filter_map(|part| Some((events.get(part.event as usize)?, part.reading)))
}

/// Goods are in it unless it is empty at sea and nothing ashore says otherwise.
fn is_laden(parts: &[Part], events: &[Cluster]) -> bool {
    let goods = |event: &Cluster| {
        matches!(event.event, EventCode::Stuffed | EventCode::Stripped)
            || event.full_empty == Some(FullEmpty::Laden)
    };
    let empty_at_sea = |event: &Cluster| is_sea(event.event) && event.full_empty == Some(FullEmpty::Empty);
    believed(parts, events).any(|(event, _)| goods(event))
        || !believed(parts, events).any(|(event, _)| empty_at_sea(event))
}

fn status(
    draft: &Draft,
    parts: &[Part],
    events: &[Cluster],
    confidence: f32,
    settings: &TripSettings,
) -> TripStatus {
    let last_move = believed(parts, events).rev().find(|(event, _)| !is_neutral(event.event));
    match last_move {
        None => TripStatus::Uncertain,
        _ if f64::from(confidence) < settings.uncertain_below => TripStatus::Uncertain,
        Some((_, reading)) if draft.followed || reading.after == Life::Idle => TripStatus::Closed,
        Some(_) => TripStatus::Open,
    }
}

/// exp(−0.12 × the cost of what was believed) × the share of reports believed.
fn confidence(parts: &[Part], events: &[Cluster]) -> f32 {
    let (mut cost, mut believed, mut all) = (0.0, 0.0, 0.0);
    for part in parts {
        let Some(event) = events.get(part.event as usize) else { continue };
        all += event.reports as f32;
        if part.reading.believed {
            cost += part.reading.cost;
            believed += event.reports as f32;
        }
    }
    if all == 0.0 { 0.0 } else { f32::exp(-0.12 * cost) * believed / all }
}

fn longest_silence_hours(events: &[EventFact]) -> f64 {
    let mut longest = 0.0f64;
    let mut before: Option<UtcTime> = None;
    for event in events.iter().filter(|event| event.doubt == Doubt::None) {
        longest = longest.max(before.map_or(0.0, |before| event.time.hours_since(before)));
        before = Some(event.time);
    }
    longest
}
