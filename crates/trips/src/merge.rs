//! From reports to events: rows that report one event are put together, and the event gets its consensus.

use crate::area::{AreaId, Gazetteer};
use crate::facts::Report;
use crate::settings::TripSettings;
use std::cmp::Ordering;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// One event of a container, made of one or more rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cluster {
    pub(crate) event: EventCode,
    pub(crate) area: AreaId,
    /// Consensus time.
    pub(crate) time: UtcTime,
    pub(crate) first: UtcTime,
    pub(crate) last: UtcTime,
    pub(crate) full_empty: Option<FullEmpty>,
    pub(crate) vessel: TextId,
    pub(crate) classifier: Classifier,
    /// Members: `members[start..start + reports]` of [`Merged`].
    pub(crate) start: u32,
    pub(crate) reports: u32,
    /// For a cluster of few reports: the same code or the same place was reported near it by many more.
    pub(crate) shadowed: bool,
}

/// The events of one container number, in order of consensus time, and the rows each is made of.
#[derive(Debug, Default)]
pub(crate) struct Merged<'r> {
    /// The reports as they were handed in.
    pub(crate) reports: &'r [Report],
    /// Actual events.
    pub(crate) events: Vec<Cluster>,
    /// Estimates, plans and requests.
    pub(crate) foreseen: Vec<Cluster>,
    /// Numbers of reports by cluster; within a cluster in order of event time.
    pub(crate) members: Vec<u32>,
}

impl<'r> Merged<'r> {
    /// The numbers of a cluster's reports.
    pub(crate) fn members(&self, cluster: &Cluster) -> &[u32] {
        let start = cluster.start as usize;
        self.members.get(start..start + cluster.reports as usize).unwrap_or(&[])
    }

    /// The reports of one cluster.
    pub(crate) fn rows(&self, cluster: &Cluster) -> impl Iterator<Item = &'r Report> + Clone {
        let reports = self.reports;
        self.members(cluster).iter().filter_map(|member| reports.get(*member as usize))
    }
}

/// Total order of reports by content: time first, then everything that can tell two reports apart. Two reports
/// that compare equal say the same, so it does not matter which comes first.
fn by_content(a: &Report, b: &Report, texts: &TextTable) -> Ordering {
    let text = |x: TextId, y: TextId| if x == y { Ordering::Equal } else { texts.text(x).cmp(texts.text(y)) };
    a.time
        .cmp(&b.time)
        .then_with(|| a.event.cmp(&b.event))
        .then_with(|| text(a.location, b.location))
        .then_with(|| text(a.source, b.source))
        .then_with(|| a.received.cmp(&b.received))
        .then_with(|| a.classifier.cmp(&b.classifier))
        .then_with(|| a.full_empty.cmp(&b.full_empty))
        .then_with(|| text(a.vessel, b.vessel))
        .then_with(|| text(a.seal, b.seal))
        .then_with(|| a.gross_mass_kg.total_cmp(&b.gross_mass_kg))
        .then_with(|| text(a.carrier, b.carrier))
        .then_with(|| text(a.document, b.document))
        .then_with(|| text(a.size_type, b.size_type))
        .then_with(|| a.message.cmp(&b.message))
}

/// The event that undoes this one at the same place: between two equal events it shows that they are two.
fn opposite(event: EventCode) -> Option<EventCode> {
    Some(match event {
        EventCode::GateIn => EventCode::GateOut,
        EventCode::GateOut => EventCode::GateIn,
        EventCode::Loaded => EventCode::Discharged,
        EventCode::Discharged => EventCode::Loaded,
        EventCode::Departed => EventCode::Arrived,
        EventCode::Arrived => EventCode::Departed,
        EventCode::Stuffed => EventCode::Stripped,
        EventCode::Stripped => EventCode::Stuffed,
        EventCode::PickedUp => EventCode::Returned,
        EventCode::Returned => EventCode::PickedUp,
        _ => return None,
    })
}

const CODES: usize = EventCode::ALL.len();

/// A cluster that may still take rows.
#[derive(Clone, Copy)]
struct Growing {
    number: u32,
    first: UtcTime,
    last: UtcTime,
}

/// Puts the reports of one container number together into events. Linear in the reports once they are sorted.
pub(crate) fn merge<'r>(
    reports: &'r [Report],
    texts: &TextTable,
    areas: &Gazetteer,
    settings: &TripSettings,
) -> Merged<'r> {
    let mut sorted: Vec<u32> = (0..reports.len() as u32).collect();
    let of = |number: &u32| &reports[*number as usize];
    if !reports.is_sorted_by(|a, b| by_content(a, b, texts) != Ordering::Greater) {
        sorted.sort_unstable_by(|a, b| by_content(of(a), of(b), texts));
    }
    let rows: Vec<&Report> = sorted.iter().map(of).collect();
    let places: Vec<AreaId> = rows.iter().map(|row| areas.of_text(row.location)).collect();
    let (cluster_of_row, clusters) = assign(&rows, &places, areas.len(), settings);
    let mut merged = gather(reports, &sorted, &places, &cluster_of_row, clusters);
    let mut scratch = Vec::new();
    for index in 0..merged.events.len() {
        settle(&mut merged, index, texts, &mut scratch);
    }
    let (events, foreseen) =
        merged.events.iter().partition(|cluster| cluster.classifier == Classifier::Actual);
    (merged.events, merged.foreseen) = (events, foreseen);
    order(&mut merged.events, areas, settings);
    order(&mut merged.foreseen, areas, settings);
    shadow(&mut merged.events, settings);
    merged
}

/// Gives each row the number of its cluster.
fn assign(
    rows: &[&Report],
    places: &[AreaId],
    area_count: usize,
    settings: &TripSettings,
) -> (Vec<u32>, u32) {
    // One growing cluster per area, code and whether it happened: a table, because areas and codes are few.
    let mut growing: Vec<Option<Growing>> = vec![None; area_count * CODES * 2];
    let mut next = 0u32;
    let slot = |area: AreaId, event: EventCode, actual: bool| {
        (area.0 as usize * CODES + event as usize) * 2 + usize::from(actual)
    };
    let numbers = rows
        .iter()
        .zip(places)
        .map(|(row, place)| {
            let actual = row.classifier == Classifier::Actual;
            let between = opposite(row.event)
                .and_then(|event| growing.get(slot(*place, event, actual)).copied().flatten());
            let Some(here) = growing.get_mut(slot(*place, row.event, actual)) else { return 0 };
            if let Some(cluster) = here
                && row.time.hours_since(cluster.first) <= settings.merge_window_hours
                && !parted(cluster, between, row.time, settings)
            {
                cluster.last = row.time;
                return cluster.number;
            }
            *here = Some(Growing { number: next, first: row.time, last: row.time });
            next += 1;
            next - 1
        })
        .collect();
    (numbers, next)
}

/// Whether an opposite event lies clearly between the cluster and the next row.
fn parted(cluster: &Growing, between: Option<Growing>, time: UtcTime, settings: &TripSettings) -> bool {
    let clear = settings.jitter_hours / 2.0;
    between.is_some_and(|other| {
        other.first.hours_since(cluster.last) >= clear && time.hours_since(other.last) >= clear
    })
}

/// Sorts the reports by cluster, keeping their order within.
fn gather<'r>(
    reports: &'r [Report],
    sorted: &[u32],
    places: &[AreaId],
    cluster_of_row: &[u32],
    clusters: u32,
) -> Merged<'r> {
    let mut starts = vec![0u32; clusters as usize + 1];
    for number in cluster_of_row {
        starts[*number as usize + 1] += 1;
    }
    for index in 1..starts.len() {
        starts[index] += starts[index - 1];
    }
    let mut order: Vec<u32> = (0..sorted.len() as u32).collect();
    order.sort_by_key(|row| cluster_of_row[*row as usize]);
    let members: Vec<u32> = order.iter().map(|row| sorted[*row as usize]).collect();
    let events = starts
        .windows(2)
        .filter_map(|bounds| {
            let (start, end) = (bounds[0], bounds[1]);
            let report = |member: u32| reports.get(*members.get(member as usize)? as usize);
            let first = report(start)?;
            let place = places.get(*order.get(start as usize)? as usize)?;
            Some(Cluster {
                event: first.event,
                area: *place,
                time: first.time,
                first: first.time,
                last: report(end - 1)?.time,
                full_empty: None,
                vessel: TextId::NONE,
                classifier: first.classifier,
                start,
                reports: end - start,
                shadowed: false,
            })
        })
        .collect();
    Merged { reports, events, foreseen: Vec::new(), members }
}

/// Fills in the consensus of one cluster that later steps need.
fn settle(merged: &mut Merged<'_>, index: usize, texts: &TextTable, scratch: &mut Vec<TextId>) {
    let Some(before) = merged.events.get(index).copied() else { return };
    let mut cluster = before;
    let rows = || merged.rows(&before);
    if before.classifier == Classifier::Actual {
        if let Some(middle) = rows().nth((before.reports.max(1) as usize - 1) / 2) {
            cluster.time = middle.time;
        }
    } else if let Some(latest) = rows().max_by_key(|row| row.received) {
        // The latest estimate replaces those before it.
        cluster.time = latest.time;
        cluster.classifier = latest.classifier;
    }
    cluster.full_empty = most_said(rows());
    cluster.vessel = most_often(rows().map(|row| row.vessel), texts, scratch);
    if let Some(place) = merged.events.get_mut(index) {
        *place = cluster;
    }
}

/// Laden or empty by majority; `None` when nobody said or both were said equally often.
fn most_said<'r>(rows: impl Iterator<Item = &'r Report> + Clone) -> Option<FullEmpty> {
    let count = |state| rows.clone().filter(|row| row.full_empty == Some(state)).count();
    let (laden, empty) = (count(FullEmpty::Laden), count(FullEmpty::Empty));
    match laden.cmp(&empty) {
        Ordering::Greater => Some(FullEmpty::Laden),
        Ordering::Less => Some(FullEmpty::Empty),
        Ordering::Equal => None,
    }
}

/// The text that occurs most often among those present; the first in alphabet when several do.
pub(crate) fn most_often(
    ids: impl Iterator<Item = TextId>,
    texts: &TextTable,
    scratch: &mut Vec<TextId>,
) -> TextId {
    scratch.clear();
    scratch.extend(ids.filter(|id| *id != TextId::NONE));
    let (Some(first), Some(last)) = (scratch.first(), scratch.last()) else { return TextId::NONE };
    if first == last && scratch.iter().all(|id| id == first) {
        return *first;
    }
    scratch.sort_unstable();
    let mut best = (0usize, TextId::NONE);
    for run in scratch.chunk_by(|a, b| a == b) {
        let candidate = (run.len(), run.first().copied().unwrap_or(TextId::NONE));
        let earlier = || texts.text(candidate.1) < texts.text(best.1);
        if candidate.0 > best.0 || (candidate.0 == best.0 && earlier()) {
            best = candidate;
        }
    }
    best.1
}

/// Where an event stands in a box's life when clocks cannot tell.
fn rank(event: EventCode) -> u8 {
    match event {
        EventCode::Booked => 0,
        EventCode::Arrived => 1,
        EventCode::Discharged => 2,
        EventCode::GateOut => 4,
        EventCode::Stripped => 5,
        EventCode::Returned => 6,
        EventCode::PickedUp => 7,
        EventCode::Stuffed => 8,
        EventCode::GateIn => 10,
        EventCode::Loaded => 12,
        EventCode::Departed => 13,
        // No order is known for these: they stay where their time puts them.
        EventCode::Moved
        | EventCode::Inspected
        | EventCode::Resealed
        | EventCode::Repaired
        | EventCode::Other => u8::MAX,
    }
}

/// How far back an event may be moved past others whose clocks disagree with its own.
const REORDER_STEPS_MAX: usize = 8;

/// Puts events in order of time and, at one place within the jitter of clocks, in the order of a box's life.
fn order(events: &mut [Cluster], areas: &Gazetteer, settings: &TripSettings) {
    events.sort_by(|a, b| {
        a.time
            .cmp(&b.time)
            .then_with(|| rank(a.event).cmp(&rank(b.event)))
            .then_with(|| a.event.cmp(&b.event))
            .then_with(|| areas.rank(a.area).cmp(&areas.rank(b.area)))
            .then_with(|| b.reports.cmp(&a.reports))
            .then_with(|| a.first.cmp(&b.first))
            .then_with(|| a.last.cmp(&b.last))
    });
    for index in 1..events.len() {
        let mut place = index;
        while place > 0 && index - place < REORDER_STEPS_MAX {
            let (before, after) = (&events[place - 1], &events[place]);
            let near = after.time.hours_since(before.time) <= settings.jitter_hours;
            let known = rank(before.event) != u8::MAX && rank(after.event) != u8::MAX;
            let contrary = rank(before.event) > rank(after.event) && !starts_anew(before.event, after.event);
            if before.area != after.area || !near || !known || !contrary {
                break;
            }
            events.swap(place - 1, place);
            place -= 1;
        }
    }
}

/// Whether `after` follows `before` in honest life although its rank is lower.
fn starts_anew(before: EventCode, after: EventCode) -> bool {
    // An empty leaves the depot through its gate, and an empty return comes in through it.
    matches!(
        (before, after),
        (EventCode::PickedUp, EventCode::GateOut) | (EventCode::GateIn, EventCode::Returned)
    )
}

/// Marks events of few reports that stand beside one of many more that contradicts them: the same code at another
/// place, or another code at the same place, at about the same time. They are the first to be doubted.
fn shadow(events: &mut [Cluster], settings: &TripSettings) {
    const LOOK_AROUND: usize = 6;
    let marked: Vec<bool> = (0..events.len())
        .map(|index| {
            let event = &events[index];
            let around = index.saturating_sub(LOOK_AROUND)..(index + LOOK_AROUND + 1).min(events.len());
            events[around].iter().any(|other| {
                let hours = other.time.hours_since(event.time).abs();
                let near = hours <= settings.merge_window_hours / 2.0;
                let stronger = other.reports >= event.reports.saturating_mul(settings.outvote_factor);
                let same_code = other.event == event.event && other.area != event.area;
                // A wrong code stands where the right one does; further away it must be its very opposite.
                let same_place = other.area == event.area
                    && (opposite(event.event) == Some(other.event) || hours <= settings.jitter_hours / 2.0);
                near && stronger && (same_code || same_place || event.area == AreaId::NOWHERE)
            })
        })
        .collect();
    for (event, marked) in events.iter_mut().zip(marked) {
        event.shadowed = marked;
    }
}
