//! From rows to trips: merge, tell boxes apart, decode, cut, and write down what was found.

use crate::area::AreaTable;
use crate::boxes::tell_apart;
use crate::calls::calls;
use crate::decode::{Reading, decode};
use crate::duplicates::attach_duplicates;
use crate::foreseen::attach_foreseen;
use crate::life::{Life, is_neutral, is_sea};
use crate::merge::{Cluster, Merged, merge, most_often};
use crate::settings::TripSettings;
use crate::trip::{BelievedEvent, MESSAGES_MAX, SOURCES_MAX, Trip, TripStatus};
use tidewaiter_model::batch::{StatusBatch, StatusRow, TextId, TextTable};
use tidewaiter_model::event::{EventCode, FullEmpty};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;

/// One trip before it is written down.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) physical_box: u8,
    /// Actual events in order, with how each was read.
    pub(crate) parts: Vec<(Cluster, Reading)>,
    /// Estimates and plans, with the word for their doubt.
    pub(crate) foreseen: Vec<(Cluster, &'static str)>,
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

/// The trips of one container number, in order of start, from its rows in any order.
///
/// `rows` must all be of that number and their texts in `texts`. Every row is counted in exactly one event of
/// exactly one trip. Nothing else is needed: partitions may be rebuilt on different machines.
pub fn rebuild_container(
    container: &str,
    rows: &[StatusRow],
    texts: &TextTable,
    places: &Places,
    settings: &TripSettings,
) -> Vec<Trip> {
    rebuild_with(container, rows, &mut AreaTable::new(texts, places), settings)
}

/// The trips of every container of a batch, in order of container number.
pub fn rebuild(batch: &mut StatusBatch, places: &Places, settings: &TripSettings) -> Vec<Trip> {
    batch.sort_by_container();
    let mut areas = AreaTable::new(&batch.texts, places);
    let mut trips = Vec::new();
    for (container, rows) in batch.containers() {
        trips.append(&mut rebuild_with(container, rows, &mut areas, settings));
    }
    trips
}

fn rebuild_with(
    container: &str,
    rows: &[StatusRow],
    areas: &mut AreaTable<'_>,
    settings: &TripSettings,
) -> Vec<Trip> {
    let merged = merge(rows, areas, settings);
    let one_box = decode(&merged.events, areas, settings);
    let mut drafts = match tell_apart(&merged.events, &one_box, areas, settings) {
        None => cut(&merged.events, &one_box.readings, 0),
        Some(boxes) => {
            let mut drafts = Vec::new();
            for number in [0u8, 1] {
                let events: Vec<Cluster> = merged
                    .events
                    .iter()
                    .zip(&boxes)
                    .filter(|(_, physical_box)| **physical_box == number)
                    .map(|(event, _)| *event)
                    .collect();
                let decoded = decode(&events, areas, settings);
                drafts.append(&mut cut(&events, &decoded.readings, number));
            }
            drafts
        }
    };
    if drafts.is_empty() && !merged.foreseen.is_empty() {
        drafts.push(Draft::default());
    }
    drafts.sort_by_key(|draft| (draft.span(), draft.physical_box));
    attach_foreseen(&mut drafts, &merged);
    let mut trips: Vec<Trip> = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| write(container, index as u32 + 1, draft, &merged, areas, settings))
        .collect();
    attach_duplicates(&mut trips, &drafts, &merged, areas, settings);
    trips
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

fn write(
    container: &str,
    sequence: u32,
    draft: &Draft,
    merged: &Merged,
    areas: &mut AreaTable<'_>,
    settings: &TripSettings,
) -> Trip {
    let texts = areas.texts();
    let mut scratch = Vec::new();
    let mut events: Vec<BelievedEvent> = Vec::with_capacity(draft.parts.len() + draft.foreseen.len());
    for (cluster, reading) in &draft.parts {
        let doubt = match reading.believed {
            true => "",
            false if cluster.shadowed => "outvoted",
            false => "contradicts_neighbours",
        };
        events.push(write_event(cluster, merged, doubt, areas, &mut scratch));
    }
    for (cluster, doubt) in &draft.foreseen {
        events.push(write_event(cluster, merged, doubt, areas, &mut scratch));
    }
    if !draft.foreseen.is_empty() {
        // Stable: actual events keep the order in which they were decoded.
        events.sort_by_key(|event| event.time);
    }
    let (calls, aboard) = calls(&draft.parts, merged, areas);
    let rows = || {
        let actual = draft.parts.iter().map(|(cluster, _)| cluster);
        actual
            .chain(draft.foreseen.iter().map(|(cluster, _)| cluster))
            .flat_map(|cluster| merged.rows(cluster))
    };
    let carrier = most_often(rows().map(|row| row.carrier), texts, &mut scratch);
    let documents = documents(rows(), texts, &mut scratch);
    let (start, end) = draft.span().unwrap_or_default();
    let confidence = confidence(draft);
    let status = status(draft, confidence, settings);
    let expected = if status == TripStatus::Closed || draft.followed {
        None
    } else {
        crate::foreseen::expectation(draft, merged, areas)
    };
    Trip {
        container: container.to_owned(),
        sequence,
        physical_box: draft.physical_box,
        status,
        start,
        end,
        carrier: carrier.some().map(|id| texts.text(id).to_owned()),
        laden: is_laden(draft),
        calls,
        aboard,
        expected,
        transport_documents: documents,
        reports: events.iter().fold(0, |sum, event| event.reports.saturating_add(sum)),
        longest_silence_hours: longest_silence_hours(&events),
        events,
        confidence,
        duplicates: Vec::new(),
        first_known: rows().map(|row| row.received).min().unwrap_or_default(),
        last_known: rows().map(|row| row.received).max().unwrap_or_default(),
    }
}

fn write_event(
    cluster: &Cluster,
    merged: &Merged,
    doubt: &str,
    areas: &AreaTable<'_>,
    scratch: &mut Vec<TextId>,
) -> BelievedEvent {
    let texts = areas.texts();
    let rows = merged.rows(cluster);
    let own = |id: TextId| id.some().map(|id| texts.text(id).to_owned());
    let location = most_often(rows.iter().map(|row| row.location), texts, scratch);
    let seal = most_often(rows.iter().map(|row| row.seal), texts, scratch);
    let carrier = most_often(rows.iter().map(|row| row.carrier), texts, scratch);
    scratch.clear();
    scratch.extend(rows.iter().map(|row| row.source).filter(|source| *source != TextId::NONE));
    scratch.sort_unstable();
    scratch.dedup();
    scratch.sort_by(|a, b| texts.text(*a).cmp(texts.text(*b)));
    let sources = scratch.iter().take(SOURCES_MAX).map(|source| texts.text(*source).to_owned()).collect();
    BelievedEvent {
        event: cluster.event,
        classifier: cluster.classifier,
        time: cluster.time,
        location: texts.text(location).to_owned(),
        area: areas.code(cluster.area).to_owned(),
        full_empty: cluster.full_empty,
        vessel_imo: own(cluster.vessel),
        seal: own(seal),
        gross_mass_kg: median_mass_kg(rows),
        carrier: own(carrier),
        reports: cluster.reports,
        sources,
        messages: rows.iter().take(MESSAGES_MAX).map(|row| row.message).collect(),
        believed: doubt.is_empty(),
        doubt: doubt.to_owned(),
    }
}

fn median_mass_kg(rows: &[StatusRow]) -> Option<f64> {
    let mut masses: Vec<f64> =
        rows.iter().map(|row| row.gross_mass_kg).filter(|mass| mass.is_finite() && *mass > 0.0).collect();
    masses.sort_unstable_by(f64::total_cmp);
    masses.get((masses.len().max(1) - 1) / 2).copied()
}

fn documents<'r>(
    rows: impl Iterator<Item = &'r StatusRow>,
    texts: &TextTable,
    scratch: &mut Vec<TextId>,
) -> Vec<String> {
    scratch.clear();
    scratch.extend(rows.map(|row| row.transport_document).filter(|id| *id != TextId::NONE));
    scratch.sort_unstable();
    scratch.dedup();
    let mut documents: Vec<String> = scratch.iter().map(|id| texts.text(*id).to_owned()).collect();
    documents.sort_unstable();
    documents
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

fn longest_silence_hours(events: &[BelievedEvent]) -> f64 {
    let mut longest = 0.0f64;
    let mut before: Option<UtcTime> = None;
    for event in events.iter().filter(|event| event.believed) {
        longest = longest.max(before.map_or(0.0, |before| event.time.hours_since(before)));
        before = Some(event.time);
    }
    longest
}
