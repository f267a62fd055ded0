//! What judging found: codes and strengths for the many, whole reasons for what is shown.

use super::Shape;
use crate::facts::{CallFact, EventFact};
use crate::trip::Trip;
use tidewaiter_model::reason::{Evidence, Indicator, NotEvaluated, Param, Reason};

/// An indicator that fired, without the words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fired {
    /// The indicator.
    pub indicator: Indicator,
    /// Which of its wordings applies.
    pub variant: &'static str,
    /// How strongly it fired, 0 to 1.
    pub strength: f32,
}

/// How many indicators there are.
const INDICATORS: usize = Indicator::ALL.len();

/// What could not be judged, and what was missing for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacks([Option<&'static str>; INDICATORS]);

impl Default for Lacks {
    fn default() -> Self {
        Lacks([None; INDICATORS])
    }
}

impl Lacks {
    /// The indicators that were not evaluated, each with what it lacked as a stable word, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = (Indicator, &'static str)> + '_ {
        Indicator::ALL.iter().zip(&self.0).filter_map(|(indicator, missing)| Some((*indicator, (*missing)?)))
    }

    pub(super) fn set(&mut self, indicator: Indicator, missing: &'static str) {
        if let Some(slot) = self.0.get_mut(indicator as usize) {
            slot.get_or_insert(missing);
        }
    }
}

/// Messages shown per event.
const SHOWN_MAX: usize = 4;

/// Where findings are gathered.
pub(super) struct Verdict<'t> {
    pub(super) fired: Vec<Fired>,
    pub(super) lacks: Lacks,
    /// The trip whose messages are shown, where whole reasons are wanted.
    rich: Option<&'t Trip>,
    /// One for each of `fired`, where whole reasons are wanted.
    pub(super) reasons: Vec<Reason>,
}

impl<'t> Verdict<'t> {
    pub(super) fn new(rich: Option<&'t Trip>) -> Verdict<'t> {
        Verdict { fired: Vec::new(), lacks: Lacks::default(), rich, reasons: Vec::new() }
    }

    pub(super) fn clear(&mut self) {
        self.fired.clear();
        self.reasons.clear();
        self.lacks = Lacks::default();
    }

    pub(super) fn lacks(&mut self, indicator: Indicator, missing: &'static str) {
        self.lacks.set(indicator, missing);
    }

    /// Notes that an indicator fired; `say` adds what the reason tells and is called only where that is wanted.
    pub(super) fn fire(
        &mut self,
        indicator: Indicator,
        variant: &'static str,
        strength: f64,
        say: impl FnOnce(Saying<'t>) -> Saying<'t>,
    ) {
        let strength = if strength.is_finite() { strength.clamp(0.0, 1.0) } else { 0.0 };
        self.fired.push(Fired { indicator, variant, strength: strength as f32 });
        if let Some(trip) = self.rich {
            self.reasons.push(say(Saying { trip, reason: Reason::new(indicator, variant, strength) }).reason);
        }
    }

    /// Takes over reasons that were put into words before.
    pub(super) fn reasons_of(&mut self, reasons: &[Reason]) {
        for reason in reasons {
            self.fired.push(Fired {
                indicator: reason.indicator,
                variant: "",
                strength: reason.strength as f32,
            });
            self.reasons.push(reason.clone());
        }
    }

    pub(super) fn take_reasons(&mut self) -> Vec<Reason> {
        std::mem::take(&mut self.reasons)
    }

    pub(super) fn not_evaluated(&self) -> Vec<NotEvaluated> {
        let lacks = self.lacks.iter();
        lacks.map(|(indicator, missing)| NotEvaluated { indicator, missing: missing.to_owned() }).collect()
    }
}

/// A reason while it is put into words, with the trip whose messages it shows.
pub(super) struct Saying<'t> {
    trip: &'t Trip,
    reason: Reason,
}

impl Saying<'_> {
    pub(super) fn with(mut self, name: &str, param: Param) -> Self {
        self.reason = self.reason.with(name, param);
        self
    }

    pub(super) fn place(self, name: &str, shape: &Shape<'_>, area: crate::area::AreaId) -> Self {
        let code = shape.areas.get(area).code.to_string();
        self.with(name, Param::Place(code))
    }

    /// The itinerary as it was read.
    pub(super) fn itinerary(self) -> Self {
        let areas = self.trip.itinerary().into_iter().map(str::to_owned).collect();
        self.with("itinerary", Param::Places(areas))
    }

    /// Shows an event's messages.
    pub(super) fn event(mut self, role: &str, shape: &Shape<'_>, event: &EventFact) -> Self {
        let place = shape.events.iter().position(|held| std::ptr::eq(held, event));
        if let Some(event) = place.and_then(|place| self.trip.events.get(place)) {
            for message in event.messages.iter().take(SHOWN_MAX) {
                self.reason = self.reason.shown_by(role, *message);
            }
        }
        self
    }

    /// Shows what a call stands on.
    pub(super) fn call(mut self, shape: &Shape<'_>, call: &CallFact) -> Self {
        let place = shape.calls.iter().position(|held| std::ptr::eq(held, call));
        if let Some(call) = place.and_then(|place| self.trip.calls.get(place)) {
            let shown = call.evidence.iter().take(2 * SHOWN_MAX);
            self.reason.evidence.extend(shown.map(|e| Evidence { role: e.role.clone(), ..*e }));
        }
        self
    }
}
