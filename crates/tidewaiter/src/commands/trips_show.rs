//! `tidewaiter trips show`

mod chart;

use super::text::{shown, wrapped};
use crate::arguments::{Place, TripsShowArguments};
use crate::output::Answer;
use chart::Chart;
use std::collections::BTreeSet;
use std::fmt::Write;
use tidewaiter_model::time::UtcTime;
use tidewaiter_server::trips_show::show;
use tidewaiter_server::views::{
    Belief, ContainerTrips, EvidenceReason, JudgedTrip, StopRole, TripCall, TripEvent, TripLeg, UsualDwell,
};
use tidewaiter_server::words::Words;

/// Narrower than this nothing can be drawn, wider than this nobody reads.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=160;
/// Where standard output is no terminal and nobody says otherwise.
const WIDTH_OTHERWISE: usize = 100;
/// Doubted reports listed of one trip.
const DOUBTED_SHOWN_MAX: usize = 40;
/// Events listed of one trip in which something was put right; `--json` has all.
const REPAIRS_SHOWN_MAX: usize = 20;

pub(super) async fn run(place: &Place, arguments: &TripsShowArguments) -> anyhow::Result<Answer> {
    let store = place.existing().await?;
    let words = place.words()?;
    let settings = place.settings(&store).await?;
    let found = show(&store, &arguments.container, arguments.as_of, &settings, &words).await?;
    if arguments.json {
        return Answer::json(&found);
    }
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = arguments.width.or_else(terminal).unwrap_or(WIDTH_OTHERWISE);
    let page = Page { words: &words, width: width.clamp(*WIDTHS.start(), *WIDTHS.end()) };
    Ok(Answer::text(page.text(&found)))
}

/// What trips are written with.
struct Page<'a> {
    words: &'a Words,
    width: usize,
}

impl Page<'_> {
    fn text(&self, found: &ContainerTrips) -> String {
        let words = self.words;
        let mut out = String::new();
        let heading = words.say(
            "trips-show-heading",
            &[
                ("container", words.isolated(&found.container).into()),
                ("time", words.time(found.as_of).into()),
                ("n", found.total.into()),
            ],
        );
        let _ = writeln!(out, "{heading}");
        if let Some(fault) = &found.fault {
            self.line(&mut out, "", &format!("▲ {fault}"));
        }
        if found.total > found.trips.len() as u64 {
            let latest = [("shown", (found.trips.len() as u64).into())];
            self.line(&mut out, "", &words.say("trips-show-latest", &latest));
        }
        for judged in &found.trips {
            out.push('\n');
            self.head(&mut out, judged, found.total);
            out.push('\n');
            Chart::new(judged, self.width, words).write(&mut out);
            out.push('\n');
            self.calls(&mut out, judged);
        }
        out
    }

    /// A line broken at the width, its later lines as far in as its first.
    fn line(&self, out: &mut String, indent: &str, text: &str) {
        self.marked(out, indent, "", text);
    }

    /// The same behind a mark that only the first line has.
    fn marked(&self, out: &mut String, indent: &str, mark: &str, text: &str) {
        let further = format!("{indent}{}", " ".repeat(shown(mark)));
        let width = self.width.saturating_sub(shown(&further));
        let _ = writeln!(out, "{indent}{mark}{}", wrapped(&self.words.beside(text), width, &further));
    }

    fn head(&self, out: &mut String, judged: &JudgedTrip, total: u64) {
        let (words, trip) = (self.words, &judged.trip);
        let number = words
            .say("trips-show-trip", &[("number", trip.sequence.to_string().into()), ("total", total.into())]);
        let doubted = trip.events.iter().filter(|event| event.belief == Belief::Doubted).count();
        let carrier = trip.carrier.as_ref();
        let parts = [
            Some(number),
            (judged.physical_box > 0).then(|| {
                words.say("trips-show-box", &[("number", (u64::from(judged.physical_box) + 1).into())])
            }),
            Some(words.label(&format!("trips-show-status-{}", trip.status.as_str()))),
            (!judged.laden).then(|| words.label("trips-show-empty")),
            carrier.map(|carrier| words.say("trips-show-carrier", &[("carrier", carrier.as_str().into())])),
            Some(words.say("trips-show-sure", &[("share", words.percent(trip.confidence, 0).into())])),
            Some(words.say("trips-show-reports", &[("n", judged.reports.into())])),
            (doubted > 0).then(|| words.say("trips-show-doubted", &[("n", doubted.into())])),
            Some(words.say("trips-show-score", &[("score", words.fixed(judged.score, 2).into())])),
        ];
        self.line(out, "", &parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        let route: Vec<String> = trip.calls.iter().map(|call| named(&call.name, &call.area, words)).collect();
        if !route.is_empty() {
            self.line(out, "  ", &route.join(" → "));
        }
        if let Some(route) = &judged.route {
            let texts = [&route.text, &route.carrier_text, &route.this_text];
            let said: Vec<&str> =
                texts.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
            self.line(out, "  ", &said.join(" "));
        }
        for case in &judged.cases {
            let text = words.say(
                "trips-show-case",
                &[
                    ("id", case.id.as_str().into()),
                    ("score", words.fixed(case.score, 2).into()),
                    ("goods", words.isolated(&case.goods).into()),
                ],
            );
            self.line(out, "  ", &text);
        }
    }

    fn calls(&self, out: &mut String, judged: &JudgedTrip) {
        let trip = &judged.trip;
        let doubts: Vec<&TripEvent> =
            trip.events.iter().filter(|event| event.belief == Belief::Doubted).collect();
        let (shown, cut) = doubts.split_at(doubts.len().min(DOUBTED_SHOWN_MAX));
        for at in 0..trip.calls.len() {
            self.call(out, judged, at, shown);
        }
        if trip.calls.is_empty() {
            shown.iter().for_each(|event| self.doubt(out, "     ", event));
        }
        if !cut.is_empty() {
            let n = [("n", cut.len().into())];
            self.line(out, "     ", &self.words.say("trips-show-doubts-cut", &n));
        }
        let whole: Vec<&EvidenceReason> =
            judged.reasons.iter().filter(|reason| part_of(reason, &trip.calls).is_none()).collect();
        if !whole.is_empty() {
            self.marked(out, " ", "▲ ", &self.words.label("trips-show-whole"));
            whole.iter().for_each(|reason| self.reason(out, "     ", reason));
        }
        if judged.reasons.is_empty() {
            self.line(out, "   ", &self.words.label("trips-show-nothing"));
        }
    }

    /// One call with everything that belongs to it, and the way to the next.
    fn call(&self, out: &mut String, judged: &JudgedTrip, at: usize, doubts: &[&TripEvent]) {
        let calls = &judged.trip.calls;
        let Some(call) = calls.get(at) else { return };
        let last = calls.len() - 1;
        let bar = if at < last { "   │ " } else { "     " };
        let knot = match at {
            _ if last == 0 => "─",
            0 => "┬",
            at if at == last => "┴",
            _ => "┼",
        };
        let role = self.words.label(&format!("trips-show-role-{}", role_word(call.role)));
        let name = named(&call.name, &call.area, self.words);
        let _ = writeln!(out, "{:>2} {knot} {name}  {}", at + 1, self.words.beside(&role));
        self.stay(out, bar, call);
        let here = |event: &&&TripEvent| call_at(event.time, calls) == at;
        doubts.iter().filter(here).for_each(|event| self.doubt(out, bar, event));
        let repaired = |event: &&TripEvent| event.belief == Belief::Believed && !event.repair.is_empty();
        let repairs = judged.trip.events.iter().filter(repaired).take(REPAIRS_SHOWN_MAX);
        repairs
            .filter(|event| call_at(event.time, calls) == at)
            .for_each(|event| self.repair(out, bar, event));
        for reason in judged.reasons.iter().filter(|reason| part_of(reason, calls) == Some(at)) {
            self.reason(out, bar, reason);
        }
        if let Some(leg) = judged.legs.get(at) {
            self.leg(out, bar, leg);
        }
    }

    fn stay(&self, out: &mut String, bar: &str, call: &TripCall) {
        let words = self.words;
        let at = |key: &str, time: Option<UtcTime>| {
            time.map(|time| words.say(key, &[("time", words.time(time).into())]))
        };
        let vessel = |key: &str, vessel: &Option<String>| {
            vessel.as_ref().map(|vessel| words.say(key, &[("vessel", vessel.as_str().into())]))
        };
        let hours = call.dwell_hours.map(|hours| {
            let stay = words.say("trips-show-stay", &[("hours", words.hours(hours).into())]);
            match &call.usual_dwell {
                Some(usual) => format!("{stay} ({})", self.usual(usual)),
                None => stay,
            }
        });
        let parts = [
            call.inferred.then(|| words.label("trips-show-inferred")),
            at("trips-show-in", call.arrived),
            vessel("trips-show-from", &call.discharged_from),
            at("trips-show-out", call.departed),
            vessel("trips-show-on", &call.loaded_on),
            hours,
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            self.line(out, bar, &parts.join(" · "));
        }
    }

    fn usual(&self, usual: &UsualDwell) -> String {
        self.words.say(
            "trips-show-usual",
            &[
                ("median", self.words.hours(usual.median_hours).into()),
                ("high", self.words.hours(usual.high_hours).into()),
                ("population", self.words.number(usual.population as f64, 0).into()),
            ],
        )
    }

    fn leg(&self, out: &mut String, bar: &str, leg: &TripLeg) {
        let Some(hours) = leg.hours else { return };
        let text = self.words.say("trips-show-leg", &[("hours", self.words.hours(hours).into())]);
        let usual = leg.usual.as_ref().map(|usual| format!(" ({})", self.usual(usual)));
        self.line(out, bar, &format!("~ {text}{}", usual.unwrap_or_default()));
    }

    fn doubt(&self, out: &mut String, bar: &str, event: &TripEvent) {
        self.marked(out, bar, "? ", &self.event("trips-show-doubt", event, &event.doubt));
    }

    fn repair(&self, out: &mut String, bar: &str, event: &TripEvent) {
        self.marked(out, bar, "! ", &self.event("trips-show-repair", event, &event.repair));
    }

    fn event(&self, key: &str, event: &TripEvent, why: &str) -> String {
        let place = named(&event.area_name, &event.area, self.words);
        self.words.say(
            key,
            &[
                ("event", event.event_text.as_str().into()),
                ("time", self.words.time(event.time).into()),
                ("place", place.into()),
                ("sources", self.words.list(event.sources.iter().cloned()).into()),
                ("why", why.into()),
            ],
        )
    }

    fn reason(&self, out: &mut String, bar: &str, reason: &EvidenceReason) {
        let weight = self.words.fixed(reason.weight, 2);
        let text = format!("{} {} [{weight}]", reason.reason.code, self.words.beside(&reason.reason.text));
        self.marked(out, bar, "▲ ", &text);
        let files: BTreeSet<String> = reason
            .evidence
            .iter()
            .map(|piece| {
                let end = piece.message.start + piece.message.len;
                format!("{} {}-{end}", piece.file_name, piece.message.start)
            })
            .collect();
        if let Some(first) = files.first() {
            let more = files.len() - 1;
            let arguments = [("message", self.words.isolated(first).into()), ("n", more.into())];
            self.line(out, &format!("{bar}  "), &self.words.say("trips-show-message", &arguments));
        }
    }
}

const fn role_word(role: StopRole) -> &'static str {
    match role {
        StopRole::Load => "load",
        StopRole::Transhipment => "transhipment",
        StopRole::Discharge | StopRole::Declared => "discharge",
    }
}

/// A place by name and code, the code alone where it is its name.
fn named(name: &str, area: &str, words: &Words) -> String {
    words.isolated(&if name == area { area.to_owned() } else { format!("{name} ({area})") })
}

/// The call that a reason is about: the one whose area it names and at which it begins, else the last of that area.
fn part_of(reason: &EvidenceReason, calls: &[TripCall]) -> Option<usize> {
    let part = reason.trip.as_ref()?;
    if part.areas.len() != 1 {
        return None;
    }
    let there = |call: &TripCall| part.areas.contains(&call.area);
    let begins = |call: &TripCall| {
        let (Some(from), Some(arrived)) = (part.from, call.arrived) else { return false };
        from >= arrived && call.departed.is_none_or(|departed| from <= departed)
    };
    let exact = calls.iter().position(|call| there(call) && begins(call));
    exact.or_else(|| calls.iter().rposition(there))
}

/// The call during or after which a time lies.
fn call_at(time: UtcTime, calls: &[TripCall]) -> usize {
    let begun = |call: &TripCall| call.arrived.or(call.departed).is_some_and(|begun| begun <= time);
    calls.iter().rposition(begun).unwrap_or(0)
}
