//! GT-PIN: out of the gate as nobody but the thief with the release code goes: by night, minutes after the box is
//! ready, or with a carrier that is not the trip's.

use super::Bench;
use super::verdict::Verdict;
use crate::facts::EventFact;
use crate::routes::{DwellRole, Kind};
use crate::trip::CallRole;
use tidewaiter_model::batch::TextId;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::{Indicator, Param};

/// Ready and gone within this many minutes.
const MINUTES_MAX: f64 = 60.0;
/// Where a known share of all boxes leaves within twice that, quick is usual.
const QUICK_SHARE_MAX: f64 = 0.005;
/// Stays known before quick can be called odd.
const STAYS_MIN: u64 = 200;
/// Night begins and ends at these hours of local solar time.
const NIGHT: (f64, f64) = (22.0, 5.0);

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict<'_>) {
    let shape = &bench.shape;
    let Some(call) = shape.calls.last().filter(|call| call.role == CallRole::Discharge) else {
        return verdict.lacks(Indicator::GateOutOdd, "no_discharge");
    };
    let (Some(ready), Some(out)) = (call.arrived, call.departed) else {
        return verdict.lacks(Indicator::GateOutOdd, "no_gate_out");
    };
    let at_gate = |(_, event): &(usize, &EventFact)| event.event == EventCode::GateOut && event.time == out;
    let Some((_, gate)) = shape.believed().find(at_gate) else {
        return verdict.lacks(Indicator::GateOutOdd, "no_gate_out");
    };
    let others = (shape.trip.carrier, gate.carrier);
    if others.0 != TextId::NONE && others.1 != TextId::NONE && others.0 != others.1 && gate.report_count > 1 {
        verdict.fire(Indicator::GateOutOdd, "carrier", 0.35 * bench.sureness(), |say| {
            let text = |carrier| Param::Text(shape.texts.text(carrier).to_owned());
            say.with("value", text(others.1))
                .with("expected", text(others.0))
                .place("area", shape, call.area)
                .with("time", Param::Time(out))
                .event("gate_event", shape, gate)
        });
    }
    let minutes = out.hours_since(ready) * 60.0;
    if minutes > MINUTES_MAX {
        return;
    }
    // No release message reaches us: the discharge is the earliest that the box can have been ready.
    let stays = bench.with.routes.lengths(Kind::Stay(DwellRole::Destination), shape.areas.key(call.area), 0);
    let known = stays.filter(|stays| stays.population() >= STAYS_MIN);
    let (Some(stays), Some((_, longitude))) = (known, shape.areas.get(call.area).position) else {
        return verdict.lacks(Indicator::GateOutOdd, "no_history");
    };
    let quick = stays.at_most(2.0 * MINUTES_MAX / 60.0) as f64 / stays.population() as f64;
    let local_hour = (out.micros() as f64 / 3.6e9 + longitude / 15.0).rem_euclid(24.0);
    if quick > QUICK_SHARE_MAX || (local_hour < NIGHT.0 && local_hour >= NIGHT.1) {
        return;
    }
    let strength = bench.sureness() * if gate.report_count > 1 { 0.6 } else { 0.35 };
    verdict.fire(Indicator::GateOutOdd, "at_night", strength, |say| {
        say.with("value", Param::Hours(minutes / 60.0))
            .with("threshold", Param::Hours(MINUTES_MAX / 60.0))
            .with("population", Param::Count(stays.population()))
            .place("area", shape, call.area)
            .with("time", Param::Time(out))
            .event("gate_event", shape, gate)
            .call(shape, call)
    });
}
