//! Pick-ups and returns that nobody reported: the trip began or ended the usual time before or after the event that
//! was reported, and says so.

use crate::area::AreaId;
use crate::facts::{Doubt, EventFact, Repair};
use crate::kernel::{Draft, Part};
use crate::learned::Learned;
use crate::life::{is_neutral, is_sea};
use crate::merge::Cluster;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// Which end of a trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    /// From the empty pick-up to an event.
    PickUp,
    /// From an event to the empty return.
    Return,
}

impl End {
    /// The event that no report need tell of.
    pub(crate) const fn event(self) -> EventCode {
        match self {
            End::PickUp => EventCode::PickedUp,
            End::Return => EventCode::Returned,
        }
    }

    /// The end of this event, if it is one.
    pub(crate) const fn of(event: EventCode) -> Option<End> {
        match event {
            EventCode::PickedUp => Some(End::PickUp),
            EventCode::Returned => Some(End::Return),
            _ => None,
        }
    }

    /// Whether boxes are usually so near to this end after or before an event that it tells when it was.
    pub(crate) const fn is_told_by(self, event: EventCode) -> bool {
        use EventCode::{Arrived, Departed, Discharged, GateIn, GateOut, Loaded, Stripped, Stuffed};
        match self {
            End::PickUp => matches!(event, Stuffed | GateIn | Loaded | Departed),
            End::Return => matches!(event, Arrived | Discharged | GateOut | Stripped),
        }
    }
}

/// A pick-up or return that is reckoned.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reckoned {
    pub(crate) end: End,
    pub(crate) time: UtcTime,
    area: AreaId,
    carrier: TextId,
}

impl Reckoned {
    /// As an event without a report, which is not believed.
    pub(crate) fn event(&self, first_report: u32) -> EventFact {
        EventFact {
            time: self.time,
            area: self.area,
            location: TextId::NONE,
            vessel: TextId::NONE,
            carrier: self.carrier,
            seal: TextId::NONE,
            gross_mass_kg: f32::NAN,
            first_report,
            report_count: 0,
            event: self.end.event(),
            classifier: Classifier::Estimated,
            full_empty: Some(FullEmpty::Empty),
            doubt: Doubt::Inferred,
            repair: Repair::None,
        }
    }
}

/// Fills in the ends that no event tells of, of trips of goods whose other side is known: the trips of each box in
/// order. An end lies within the time between two trips; where that is too short for both, as in a street turn, there
/// was neither return nor pick-up.
pub(crate) fn reckon_ends(drafts: &mut [Draft], parts: &[Part], events: &[Cluster], learned: &Learned) {
    for physical_box in [0u8, 1] {
        let mut before: Option<usize> = None;
        for index in 0..drafts.len() {
            if drafts[index].physical_box != physical_box || drafts[index].is_blank() {
                continue;
            }
            let picked = wanted(End::PickUp, &drafts[index], parts, events, learned);
            let Some(earlier) = before.replace(index) else {
                drafts[index].lengthen(picked.map(|(reckoned, _)| reckoned));
                continue;
            };
            let returned = wanted(End::Return, &drafts[earlier], parts, events, learned);
            let free_hours = drafts[index].start.hours_since(drafts[earlier].end);
            let asked = picked.map_or(0.0, |(_, hours)| hours) + returned.map_or(0.0, |(_, hours)| hours);
            if picked.is_some() && returned.is_some() && asked > free_hours {
                continue;
            }
            let (from, to) = (drafts[earlier].end, drafts[index].start);
            let within = |(reckoned, _): (Reckoned, f64)| Reckoned {
                time: reckoned.time.max(from).min(to),
                ..reckoned
            };
            // Two trips that overlap in time, as clocks may have it, leave no room.
            if free_hours > 0.0 {
                drafts[earlier].lengthen(returned.map(within));
                drafts[index].lengthen(picked.map(within));
            }
        }
    }
}

/// The end that a draft lacks, and how long before its start or after its end that is, hours.
fn wanted(
    end: End,
    draft: &Draft,
    parts: &[Part],
    events: &[Cluster],
    learned: &Learned,
) -> Option<(Reckoned, f64)> {
    let own = draft.parts(parts);
    let moves = own.iter().filter(|part| part.reading.believed);
    let mut moves =
        moves.filter_map(|part| events.get(part.event as usize)).filter(|event| !is_neutral(event.event));
    let outer = match end {
        End::PickUp => moves.clone().next(),
        End::Return => moves.clone().next_back(),
    }?;
    if !end.is_told_by(outer.event) || !moves.clone().any(|event| is_sea(event.event)) {
        return None;
    }
    // An empty being repositioned is not picked up for goods.
    if !moves.any(|event| event.full_empty == Some(FullEmpty::Laden)) {
        return None;
    }
    let hours = learned.end_hours(end, outer.event, outer.area)?;
    let (time, hours) = match end {
        End::PickUp => {
            let time = outer.time.plus_hours(-hours);
            (time, draft.start.hours_since(time))
        }
        End::Return => {
            let time = outer.time.plus_hours(hours);
            (time, time.hours_since(draft.end))
        }
    };
    let reckoned = Reckoned { end, time, area: outer.area, carrier: outer.carrier };
    (hours > 0.0).then_some((reckoned, hours))
}
