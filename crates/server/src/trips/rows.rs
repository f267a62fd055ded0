//! Outcomes to rows of the results.

use super::Fault;
use super::numbers::{ContainerKey, OddTexts};
use super::outcome::Outcome;
use super::table::{CARRIERS, EVENTS, LEGS, Sink, TRIPS};
use super::words::Vocabulary;
use super::write::Rows;
use tidewaiter_model::batch::TextId;
use tidewaiter_trips::{
    CallFact, CallRole, Doubt, Fired, Gazetteer, Judge, NormalRoutes, TripFact, listed, weak,
};

/// What a trip is judged to be, as its row has it.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// 0 to 1; `None` when nobody judged.
    pub(super) score: Option<f64>,
    /// Codes of reasons that count, strongest first, joined by `;`.
    pub(super) reasons: String,
    /// Codes of the weaker ones.
    pub(super) weak_reasons: String,
}

impl Judged {
    fn fill(&mut self, judged: &tidewaiter_trips::Judged) {
        self.score = Some(f64::from(judged.score));
        codes(listed(&judged.fired), &mut self.reasons);
        codes(weak(&judged.fired), &mut self.weak_reasons);
    }
}

/// Codes in the order given, each once, joined by `;`.
fn codes<'f>(fired: impl Iterator<Item = &'f Fired>, out: &mut String) {
    out.clear();
    for fired in fired {
        let code = fired.indicator.code();
        if !out.split(';').any(|other| other == code) {
            if !out.is_empty() {
                out.push(';');
            }
            out.push_str(code);
        }
    }
}

/// Puts the words to the numbers of outcomes.
pub(super) struct Wording<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) odd: &'a OddTexts,
    pub(super) gazetteer: &'a Gazetteer,
}

impl<'a> Wording<'a> {
    pub(super) fn container(&self, key: ContainerKey, out: &mut String) {
        let mut bytes = Vec::with_capacity(11);
        key.push(self.odd, &mut bytes);
        out.clear();
        out.push_str(&String::from_utf8_lossy(&bytes));
    }

    fn text(&self, id: TextId) -> &'a str {
        self.vocabulary.texts.text(id)
    }

    fn join(&self, texts: impl Iterator<Item = &'a str>, mark: char, out: &mut String) {
        out.clear();
        for (number, text) in texts.enumerate() {
            if number > 0 {
                out.push(mark);
            }
            out.push_str(text);
        }
    }

    pub(super) fn trip(
        &self,
        container: &str,
        (outcome, number, trip): (&Outcome, usize, &TripFact),
        judged: &Judged,
        scratch: &mut String,
        sink: &mut impl Sink,
    ) {
        let calls = outcome.facts.calls_of(trip);
        let area = |role: CallRole, call: Option<&CallFact>| {
            call.filter(|call| call.role == role).map_or("", |call| self.gazetteer.code(call.area))
        };
        sink.text(container);
        sink.count(trip.sequence);
        sink.text(trip.status.as_str());
        sink.time(Some(trip.start));
        sink.time(Some(trip.end));
        sink.text(area(CallRole::Load, calls.first()));
        sink.text(area(CallRole::Discharge, calls.last()));
        self.join(calls.iter().map(|call| self.gazetteer.code(call.area)), '>', scratch);
        sink.text(scratch);
        sink.count(trip.event_count);
        sink.count(trip.reports);
        self.join(outcome.vessels.get(number).iter().map(|vessel| self.text(*vessel)), ';', scratch);
        sink.text(scratch);
        sink.number(Some(f64::from(trip.longest_silence_hours)));
        sink.number(Some(f64::from(trip.confidence)));
        sink.number(judged.score);
        sink.text(&judged.reasons);
        sink.text(&judged.weak_reasons);
        sink.text(self.text(trip.carrier));
        sink.flag(trip.laden);
        sink.flag(trip.aboard);
        sink.count(u32::from(trip.physical_box));
        sink.text(match trip.inferred {
            [true, true] => "start;end",
            [true, false] => "start",
            [false, true] => "end",
            [false, false] => "",
        });
    }

    pub(super) fn legs(&self, container: &str, outcome: &Outcome, trip: &TripFact, sink: &mut impl Sink) {
        for (leg, pair) in (1..).zip(outcome.facts.calls_of(trip).windows(2)) {
            let [from, to] = pair else { continue };
            // Each end that no load and no discharge shows halves what is sure of it.
            let unseen = i32::from(from.inferred) + i32::from(to.inferred);
            let vessel = if from.loaded_on == TextId::NONE { to.discharged_from } else { from.loaded_on };
            sink.text(container);
            sink.count(trip.sequence);
            sink.count(leg);
            sink.text(self.gazetteer.code(from.area));
            sink.text(self.gazetteer.code(to.area));
            sink.time(from.departed);
            sink.time(to.arrived);
            sink.text(self.text(vessel));
            sink.text(self.text(trip.carrier));
            sink.number(Some(f64::from(trip.confidence) * 0.5f64.powi(unseen)));
        }
    }

    pub(super) fn events(
        &self,
        container: &str,
        outcome: &Outcome,
        trip: &TripFact,
        scratch: &mut String,
        sink: &mut impl Sink,
    ) {
        for (number, event) in (trip.first_event as usize..).zip(outcome.facts.events_of(trip)) {
            sink.text(container);
            sink.count(trip.sequence);
            sink.text(event.event.as_str());
            sink.time(Some(event.time));
            sink.text(self.text(event.location));
            sink.text(self.gazetteer.code(event.area));
            sink.text(event.full_empty.map_or("", |state| state.as_str()));
            sink.text(self.text(event.vessel));
            sink.count(event.report_count);
            self.join(outcome.sources.get(number).iter().map(|source| self.text(*source)), ';', scratch);
            sink.text(scratch);
            sink.flag(event.doubt == Doubt::None);
            sink.text(event.doubt.as_str());
            sink.text(event.repair.as_str());
            sink.text(event.classifier.as_str());
        }
    }
}

/// The rows of one range in all tables.
pub(super) struct RangeRows<S> {
    pub(super) trips: S,
    pub(super) legs: S,
    pub(super) events: S,
}

impl<S: Rows> RangeRows<S> {
    pub(super) fn new() -> RangeRows<S> {
        RangeRows { trips: S::begin(TRIPS), legs: S::begin(LEGS), events: S::begin(EVENTS) }
    }
}

/// Makes rows of containers. One for each thread.
pub(super) struct RowWriter<'a> {
    words: &'a Wording<'a>,
    events: bool,
    outcome: Outcome,
    /// Who judges; `None` leaves score and reasons empty.
    judge: Option<Judge<'a>>,
    judged: Judged,
    name: String,
    scratch: String,
}

impl<'a> RowWriter<'a> {
    pub(super) fn new(words: &'a Wording<'a>, events: bool, judge: Option<Judge<'a>>) -> RowWriter<'a> {
        RowWriter {
            words,
            events,
            outcome: Outcome::default(),
            judge,
            judged: Judged::default(),
            name: String::new(),
            scratch: String::new(),
        }
    }

    /// Appends the rows of one container, whose outcome is in `bytes`.
    pub(super) fn container<S: Rows>(
        &mut self,
        container: ContainerKey,
        bytes: &[u8],
        rows: &mut RangeRows<S>,
    ) -> Result<(), Fault> {
        let RowWriter { words, outcome, judge, judged, name, scratch, .. } = self;
        outcome.read(bytes).ok_or(Fault::Defect("a container's outcome cannot be read"))?;
        words.container(container, name);
        for (number, trip) in outcome.facts.trips.iter().enumerate() {
            if let Some(judge) = judge {
                judged.fill(&judge.judge(name, &outcome.facts, trip));
            }
            words.trip(name, (outcome, number, trip), judged, scratch, &mut rows.trips);
            words.legs(name, outcome, trip, &mut rows.legs);
            if self.events {
                words.events(name, outcome, trip, scratch, &mut rows.events);
            }
        }
        Ok(())
    }
}

/// How complete each carrier reports, in order of carrier; the carrier that nobody named comes first.
pub(super) fn carrier_rows<S: Rows>(routes: &NormalRoutes) -> S {
    let mut rows = S::begin(CARRIERS);
    for row in routes.to_rows().into_iter().filter(|row| row.kind == "milestones") {
        let expected = u64::try_from(row.bucket).unwrap_or(0);
        let count = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        rows.text(&row.carrier);
        rows.count(count(expected));
        rows.count(count(row.count));
        rows.number((expected > 0).then(|| 1.0 - row.count as f64 / expected as f64));
    }
    rows
}
