//! ID-SWAP: what went on from a transhipment port is not what came there.

use super::verdict::Verdict;
use super::{Bench, Shape};
use crate::facts::{CallFact, Doubt, EventFact};
use crate::trip::CallRole;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::{Indicator, Param};

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    let shape = &bench.shape;
    let (mut compared, mut transhipped) = (false, false);
    for call in shape.calls.iter().filter(|call| call.role == CallRole::Transhipment) {
        transhipped = true;
        let Some((off, on)) = ends(shape, call) else { continue };
        compared |= judge_call(bench, call, off, on, verdict);
    }
    if !transhipped {
        verdict.lacks(Indicator::SwappedBox, "no_transhipment");
    } else if !compared {
        verdict.lacks(Indicator::SwappedBox, "nothing_to_compare");
    }
}

/// The discharge and the load that the call stands on.
fn ends<'f>(shape: &Shape<'f>, call: &CallFact) -> Option<(&'f EventFact, &'f EventFact)> {
    let of = |code: EventCode, time| {
        shape.events.iter().find(|e| {
            e.doubt == Doubt::None && e.event == code && e.area == call.area && Some(e.time) == time
        })
    };
    of(EventCode::Discharged, call.arrived).zip(of(EventCode::Loaded, call.departed))
}

/// Judges one call; false where neither seal nor mass is known on both sides.
fn judge_call(
    bench: &Bench<'_>,
    call: &CallFact,
    off: &EventFact,
    on: &EventFact,
    verdict: &mut Verdict<'_>,
) -> bool {
    let settings = bench.with.settings;
    let sealed = off.seal != TextId::NONE && on.seal != TextId::NONE;
    let weighed = off.gross_mass_kg.is_finite() && on.gross_mass_kg.is_finite();
    let (before, after) = (f64::from(off.gross_mass_kg), f64::from(on.gross_mass_kg));
    let heavier = before.max(after);
    let other_mass = weighed
        && (before - after).abs() > settings.mass_difference_kg_max.max(settings.mass_share_max * heavier);
    // Either alone is SL-CHG or WT-ANOM; both in one port is another box, or another load.
    if sealed && off.seal != on.seal && other_mass {
        let strength = if off.report_count.min(on.report_count) > 1 { 0.85 } else { 0.6 };
        verdict.fire(Indicator::SwappedBox, "seal_and_mass", strength, |say| {
            let seal = |event: &EventFact| Param::Text(bench.shape.texts.text(event.seal).to_owned());
            say.with("value", Param::MassKg((before - after).abs()))
                .with("before", seal(off))
                .with("after", seal(on))
                .place("area", &bench.shape, call.area)
                .event("discharge_event", &bench.shape, off)
                .event("load_event", &bench.shape, on)
        });
    }
    sealed && weighed
}
