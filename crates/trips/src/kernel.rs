//! The kernel: the reports of one container number in, its trips as numbers out.

use crate::area::Gazetteer;
use crate::boxes::tell_apart;
use crate::calls::read_calls;
use crate::decode::{Reading, decode};
use crate::duplicates::{Candidate, find_conflicts};
use crate::facts::{Doubt, EventFact, Facts, Repair, Report, TripFact};
use crate::foreseen::attach_foreseen;
use crate::learned::Learned;
use crate::life::{Life, is_neutral, is_sea};
use crate::merge::{Cluster, Merged, merge, most_often};
use crate::settings::TripSettings;
use crate::trip::TripStatus;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// Rebuilds containers one after another. One kernel a thread; what it reads is shared.
#[derive(Debug)]
pub struct Kernel<'a> {
    texts: &'a TextTable,
    gazetteer: &'a Gazetteer,
    settings: &'a TripSettings,
    scratch: Scratch,
}

/// Room that is used again for the next container.
#[derive(Debug, Default)]
struct Scratch {
    texts: Vec<TextId>,
    masses: Vec<f32>,
    numbers: Vec<u32>,
    candidates: Vec<Candidate>,
}

/// One trip before it is written down.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) physical_box: u8,
    /// Actual events in order, with how each was read.
    pub(crate) parts: Vec<(Cluster, Reading)>,
    /// Estimates and plans, with why they are not believed.
    pub(crate) foreseen: Vec<(Cluster, Doubt)>,
    pub(crate) followed: bool,
}

impl Draft {
    /// When the earliest and the latest event happened that the draft stands on.
    pub(crate) fn span(&self) -> Option<(UtcTime, UtcTime)> {
        let believed =
            || self.parts.iter().filter(|(_, reading)| reading.believed).map(|(event, _)| event.time);
        // Clocks disagree: the first event in order need not be the earliest.
        let (first, last) = (believed().min(), believed().max());
        let any =
            || self.parts.first().map(|(event, _)| event).or(self.foreseen.first().map(|(event, _)| event));
        first.zip(last).or_else(|| any().map(|event| (event.time, event.time)))
    }
}

impl<'a> Kernel<'a> {
    /// A kernel for reports whose numbers are of `texts` and whose locations are in `gazetteer`.
    pub fn new(
        texts: &'a TextTable,
        gazetteer: &'a Gazetteer,
        _learned: &'a Learned,
        settings: &'a TripSettings,
    ) -> Kernel<'a> {
        Kernel { texts, gazetteer, settings, scratch: Scratch::default() }
    }

    /// The texts that the numbers of reports and facts refer to.
    pub fn texts(&self) -> &'a TextTable {
        self.texts
    }

    /// The areas that the numbers of facts refer to.
    pub fn gazetteer(&self) -> &'a Gazetteer {
        self.gazetteer
    }

    /// Rebuilds one container number from all its reports, in any order, and appends its trips to `out` in order of
    /// start. Every report is counted in exactly one event of exactly one trip. Nothing of other containers is
    /// needed: partitions may be rebuilt on different machines.
    pub fn rebuild(&mut self, reports: &[Report], out: &mut Facts) {
        let merged = merge(reports, self.texts, self.gazetteer, self.settings);
        let mut drafts = self.drafts(&merged);
        drafts.sort_by_key(|draft| (draft.span(), draft.physical_box));
        attach_foreseen(&mut drafts, &merged);
        let first_trip = out.trips.len();
        for (index, draft) in drafts.iter().enumerate() {
            self.write(index as u32 + 1, draft, &merged, out);
        }
        find_conflicts(out, first_trip, self.gazetteer, self.settings, &mut self.scratch.candidates);
    }

    fn drafts(&self, merged: &Merged<'_>) -> Vec<Draft> {
        let (areas, settings) = (self.gazetteer, self.settings);
        let one_box = decode(&merged.events, areas, settings);
        let mut drafts = match tell_apart(&merged.events, &one_box, areas, settings) {
            None => cut(&merged.events, &one_box.readings, 0),
            Some(boxes) => {
                let mut drafts = Vec::new();
                for number in [0u8, 1] {
                    let of_box = merged.events.iter().zip(&boxes).filter(|(_, own)| **own == number);
                    let events: Vec<Cluster> = of_box.map(|(event, _)| *event).collect();
                    let decoded = decode(&events, areas, settings);
                    drafts.append(&mut cut(&events, &decoded.readings, number));
                }
                drafts
            }
        };
        if drafts.is_empty() && !merged.foreseen.is_empty() {
            drafts.push(Draft::default());
        }
        drafts
    }

    fn write(&mut self, sequence: u32, draft: &Draft, merged: &Merged<'_>, out: &mut Facts) {
        let (first_event, first_call) = (out.events.len(), out.calls.len());
        self.write_events(draft, merged, out);
        let aboard = read_calls(&draft.parts, &self.scratch.numbers, merged, self.gazetteer, &mut out.calls);
        let events = out.events.get(first_event..).unwrap_or(&[]);
        let actual = draft.parts.iter().map(|(cluster, _)| cluster);
        let all = actual.chain(draft.foreseen.iter().map(|(cluster, _)| cluster));
        let carriers = all.flat_map(|cluster| merged.rows(cluster)).map(|row| row.carrier);
        let carrier = most_often(carriers, self.texts, &mut self.scratch.texts);
        let (start, end) = draft.span().unwrap_or_default();
        let confidence = confidence(draft);
        out.trips.push(TripFact {
            sequence,
            physical_box: draft.physical_box,
            status: status(draft, confidence, self.settings),
            start,
            end,
            carrier,
            laden: is_laden(draft),
            aboard,
            first_event: first_event as u32,
            event_count: events.len() as u32,
            first_call: first_call as u32,
            call_count: (out.calls.len() - first_call) as u32,
            reports: events.iter().fold(0, |sum, event| event.report_count.saturating_add(sum)),
            longest_silence_hours: longest_silence_hours(events) as f32,
            confidence: confidence as f32,
            conflict: None,
        });
    }

    /// Writes the events of a trip in order of time, and into the scratch the number of each part. Actual events
    /// keep the order in which they were decoded.
    fn write_events(&mut self, draft: &Draft, merged: &Merged<'_>, out: &mut Facts) {
        self.scratch.numbers.clear();
        let mut foreseen: Vec<&(Cluster, Doubt)> = draft.foreseen.iter().collect();
        foreseen.sort_by_key(|(cluster, _)| cluster.time);
        let mut foreseen = foreseen.into_iter().peekable();
        let mut number = 0;
        for (cluster, reading) in &draft.parts {
            while let Some((ahead, doubt)) = foreseen.next_if(|(ahead, _)| ahead.time < cluster.time) {
                self.write_event(ahead, *doubt, merged, out);
                number += 1;
            }
            let doubt = match reading.believed {
                true => Doubt::None,
                false if cluster.shadowed => Doubt::Outvoted,
                false => Doubt::ContradictsNeighbours,
            };
            self.write_event(cluster, doubt, merged, out);
            self.scratch.numbers.push(number);
            number += 1;
        }
        for (ahead, doubt) in foreseen {
            self.write_event(ahead, *doubt, merged, out);
        }
    }

    fn write_event(&mut self, cluster: &Cluster, doubt: Doubt, merged: &Merged<'_>, out: &mut Facts) {
        let (texts, scratch) = (self.texts, &mut self.scratch.texts);
        let rows = || merged.rows(cluster);
        let masses = &mut self.scratch.masses;
        masses.clear();
        masses.extend(rows().map(|row| row.gross_mass_kg).filter(|mass| mass.is_finite() && *mass > 0.0));
        masses.sort_unstable_by(f32::total_cmp);
        let gross_mass_kg = masses.get((masses.len().max(1) - 1) / 2).copied().unwrap_or(f32::NAN);
        let first_report = out.reports.len() as u32;
        out.reports.extend_from_slice(merged.members(cluster));
        out.events.push(EventFact {
            time: cluster.time,
            area: cluster.area,
            location: most_often(rows().map(|row| row.location), texts, scratch),
            vessel: cluster.vessel,
            carrier: most_often(rows().map(|row| row.carrier), texts, scratch),
            seal: most_often(rows().map(|row| row.seal), texts, scratch),
            gross_mass_kg,
            first_report,
            report_count: cluster.reports,
            event: cluster.event,
            classifier: cluster.classifier,
            full_empty: cluster.full_empty,
            doubt,
            repair: Repair::None,
        });
    }
}

/// Cuts one box's events into trips.
fn cut(events: &[Cluster], readings: &[Reading], physical_box: u8) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    // A booking before the empty is picked up belongs to the trip that follows.
    let mut waiting: Vec<(Cluster, Reading)> = Vec::new();
    let mut begun = false;
    for (event, reading) in events.iter().zip(readings) {
        let part = (*event, *reading);
        if reading.begins {
            if begun || drafts.is_empty() {
                drafts.push(Draft { physical_box, ..Draft::default() });
            }
            begun = true;
        }
        let before_next = reading.after == Life::Idle && event.event == EventCode::Booked;
        match drafts.last_mut() {
            _ if before_next => waiting.push(part),
            Some(draft) => {
                draft.parts.append(&mut waiting);
                draft.parts.push(part);
            }
            None => drafts.push(Draft { physical_box, parts: vec![part], ..Draft::default() }),
        }
    }
    if let Some(draft) = drafts.last_mut() {
        draft.parts.append(&mut waiting);
    } else if !waiting.is_empty() {
        drafts.push(Draft { physical_box, parts: waiting, ..Draft::default() });
    }
    let last = drafts.len().saturating_sub(1);
    for draft in drafts.iter_mut().take(last) {
        draft.followed = true;
    }
    drafts
}

/// Goods are in it unless it is empty at sea and nothing ashore says otherwise.
fn is_laden(draft: &Draft) -> bool {
    let believed = || draft.parts.iter().filter(|(_, reading)| reading.believed).map(|(event, _)| event);
    let goods = |event: &Cluster| {
        matches!(event.event, EventCode::Stuffed | EventCode::Stripped)
            || event.full_empty == Some(FullEmpty::Laden)
    };
    let empty_at_sea = |event: &Cluster| is_sea(event.event) && event.full_empty == Some(FullEmpty::Empty);
    believed().any(goods) || !believed().any(empty_at_sea)
}

fn status(draft: &Draft, confidence: f64, settings: &TripSettings) -> TripStatus {
    let last_move =
        draft.parts.iter().rev().find(|(event, reading)| reading.believed && !is_neutral(event.event));
    match last_move {
        None => TripStatus::Uncertain,
        _ if confidence < settings.uncertain_below => TripStatus::Uncertain,
        Some((_, reading)) if draft.followed || reading.after == Life::Idle => TripStatus::Closed,
        Some(_) => TripStatus::Open,
    }
}

/// exp(−0.12 × the cost of what was believed) × the share of reports believed.
fn confidence(draft: &Draft) -> f64 {
    let (mut cost, mut believed, mut all) = (0.0, 0.0, 0.0);
    for (event, reading) in &draft.parts {
        all += f64::from(event.reports);
        if reading.believed {
            cost += reading.cost;
            believed += f64::from(event.reports);
        }
    }
    if all == 0.0 { 0.0 } else { f64::exp(-0.12 * cost) * believed / all }
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
