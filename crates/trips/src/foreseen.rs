//! Estimates and plans: which trip each belongs to, and which are superseded.

use crate::area::AreaId;
use crate::facts::{Doubt, Report};
use crate::kernel::{Draft, Part};
use crate::merge::Merged;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// An estimate may lie this far before the trip's first event and still be of it.
const EARLY_HOURS: f64 = 72.0;

/// A foreseen event, the trip it is given to, and why it is not believed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ahead {
    pub(crate) draft: u32,
    /// Number within [`Merged::foreseen`].
    pub(crate) event: u32,
    pub(crate) doubt: Doubt,
    /// When the estimate was known, and its time: the estimate known last counts; of two known at once, the later.
    known: (UtcTime, UtcTime),
}

/// Gives each foreseen event to the last trip that had begun by then, and says why it is not believed: an actual
/// report or a later estimate has replaced it, or it is an estimate still. `ahead` comes out in order of trip and
/// time.
pub(crate) fn attach_foreseen(
    drafts: &mut [Draft],
    parts: &[Part],
    merged: &Merged,
    reports: &[Report],
    ahead: &mut Vec<Ahead>,
) {
    ahead.clear();
    if merged.foreseen.is_empty() || drafts.is_empty() {
        return;
    }
    for (event, cluster) in (0..).zip(&merged.foreseen) {
        let time = cluster.time.plus_hours(EARLY_HOURS);
        let begun = drafts.partition_point(|draft| draft.start <= time || draft.is_blank());
        let rows = merged.members(cluster).iter().filter_map(|number| reports.get(*number as usize));
        let received = rows.map(|row| row.received).max().unwrap_or_default();
        ahead.push(Ahead {
            draft: begun.saturating_sub(1) as u32,
            event,
            doubt: Doubt::Superseded,
            known: (received, cluster.time),
        });
    }
    let key = |one: &Ahead| {
        let cluster = merged.foreseen.get(one.event as usize);
        (
            one.draft,
            cluster.map_or((EventCode::Other, AreaId::NOWHERE), |cluster| (cluster.event, cluster.area)),
        )
    };
    ahead.sort_unstable_by_key(|one| (key(one), one.known, one.event));
    for same in ahead.chunk_by_mut(|a, b| key(a) == key(b)) {
        let Some(latest) = same.last().copied() else { continue };
        let (draft, (code, area)) = key(&latest);
        let happened = drafts.get(draft as usize).is_some_and(|draft| {
            draft.parts(parts).iter().filter(|part| part.reading.believed).any(|part| {
                let event = merged.events.get(part.event as usize);
                event.is_some_and(|event| event.event == code && event.area == area)
            })
        });
        for one in same.iter_mut().filter(|one| !happened && one.known == latest.known) {
            one.doubt = Doubt::Estimate;
        }
    }
    ahead.sort_unstable_by_key(|one| (one.draft, one.event));
    let mut from = 0;
    for (number, draft) in (0..).zip(drafts) {
        let count = ahead[from..].iter().take_while(|one| one.draft == number).count();
        draft.ahead = from as u32..(from + count) as u32;
        from += count;
    }
}
