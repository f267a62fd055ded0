//! Estimates and plans: which trip each belongs to, which are superseded, and what is expected of an open trip.

use crate::area::{AreaId, AreaTable};
use crate::build::Draft;
use crate::merge::{Cluster, Merged};
use crate::trip::Expectation;
use std::collections::HashMap;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// An estimate may lie this far before the trip's first event and still be of it.
const EARLY_HOURS: f64 = 72.0;

/// Gives each foreseen event to the last trip that had begun by then, and says why it is not believed: an actual
/// report or a later estimate has replaced it, or it is an estimate still.
pub(crate) fn attach_foreseen(drafts: &mut [Draft], merged: &Merged) {
    if merged.foreseen.is_empty() || drafts.is_empty() {
        return;
    }
    let starts: Vec<UtcTime> =
        drafts.iter().map(|draft| draft.span().map_or(UtcTime::MIN, |span| span.0)).collect();
    let mut happened: HashMap<(usize, EventCode, AreaId), ()> = HashMap::new();
    for (trip, draft) in drafts.iter().enumerate() {
        let believed = draft.parts.iter().filter(|(_, reading)| reading.believed);
        happened.extend(believed.map(|(event, _)| ((trip, event.event, event.area), ())));
    }
    let trip_of = |cluster: &Cluster| {
        let time = cluster.time.plus_hours(EARLY_HOURS);
        starts.partition_point(|start| *start <= time).saturating_sub(1)
    };
    // The estimate known last counts; of two known at once, the later event.
    let known = |cluster: &Cluster| {
        (merged.rows(cluster).iter().map(|row| row.received).max().unwrap_or_default(), cluster.time)
    };
    let mut latest: HashMap<(usize, EventCode, AreaId), (UtcTime, UtcTime)> = HashMap::new();
    for cluster in &merged.foreseen {
        let place =
            latest.entry((trip_of(cluster), cluster.event, cluster.area)).or_insert_with(|| known(cluster));
        *place = (*place).max(known(cluster));
    }
    for cluster in &merged.foreseen {
        let trip = trip_of(cluster);
        let key = (trip, cluster.event, cluster.area);
        let current = !happened.contains_key(&key) && latest.get(&key) == Some(&known(cluster));
        if let Some(draft) = drafts.get_mut(trip) {
            draft.foreseen.push((*cluster, if current { "estimate" } else { "superseded" }));
        }
    }
}

/// The foreseen last discharge: the latest current estimate of a discharge, or failing that of an arrival, that
/// lies after the last believed event.
pub(crate) fn expectation(draft: &Draft, merged: &Merged, areas: &AreaTable<'_>) -> Option<Expectation> {
    let end = draft.parts.iter().rev().find(|(_, reading)| reading.believed).map(|(event, _)| event.time);
    let latest = |code: EventCode| {
        let ahead = draft.foreseen.iter().filter(|(event, doubt)| {
            event.event == code && *doubt == "estimate" && end.is_none_or(|end| event.time > end)
        });
        ahead
            .map(|(event, _)| event)
            .max_by(|a, b| a.time.cmp(&b.time).then_with(|| areas.code(b.area).cmp(areas.code(a.area))))
    };
    let cluster = latest(EventCode::Discharged).or_else(|| latest(EventCode::Arrived))?;
    let row = merged.rows(cluster).iter().max_by_key(|row| (row.received, row.message))?;
    Some(Expectation { area: areas.code(cluster.area).to_owned(), time: cluster.time, message: row.message })
}
