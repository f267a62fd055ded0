//! Estimates and plans: which trip each belongs to, and which are superseded.

use crate::area::AreaId;
use crate::facts::Doubt;
use crate::kernel::Draft;
use crate::merge::{Cluster, Merged};
use std::collections::HashMap;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// An estimate may lie this far before the trip's first event and still be of it.
const EARLY_HOURS: f64 = 72.0;

/// Gives each foreseen event to the last trip that had begun by then, and says why it is not believed: an actual
/// report or a later estimate has replaced it, or it is an estimate still.
pub(crate) fn attach_foreseen(drafts: &mut [Draft], merged: &Merged<'_>) {
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
        (merged.rows(cluster).map(|row| row.received).max().unwrap_or_default(), cluster.time)
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
            draft.foreseen.push((*cluster, if current { Doubt::Estimate } else { Doubt::Superseded }));
        }
    }
}
