//! A trip on a line: calls as bars, and under them one line for each source with a letter for each report.

use crate::commands::text::{columns_start, shown};
use std::collections::BTreeMap;
use std::fmt::Write;
use tidewaiter_model::time::UtcTime;
use tidewaiter_server::views::{Belief, JudgedTrip, TripEvent};
use tidewaiter_server::words::Words;

/// Sources drawn; the rest are counted.
const SOURCES_DRAWN_MAX: usize = 12;
/// Characters of a source's name.
const NAME_CHARS_MAX: usize = 16;
/// Characters between two dates of the axis.
const DATE_STEP_CHARS: usize = 14;
const DATE_CHARS: usize = 10;
/// A report may be drawn so many cells later than it is where its own cell is taken.
const NEIGHBOURS: usize = 3;
const DAY_HOURS: f64 = 24.0;

/// The letter of an event, large where it is believed and small where it is doubted.
const LETTERS: [(&str, char); 15] = [
    ("PICK", 'P'),
    ("STUF", 'S'),
    ("GTIN", 'G'),
    ("LOAD", 'L'),
    ("DEPA", 'V'),
    ("ARRI", 'A'),
    ("DISC", 'D'),
    ("GTOT", 'O'),
    ("STRP", 'X'),
    ("DROP", 'R'),
    ("MOVE", 'M'),
    ("INSP", 'I'),
    ("RSEA", 'E'),
    ("BOOK", 'B'),
    ("REPR", 'W'),
];

fn letter(event: &str) -> char {
    LETTERS.iter().find(|(code, _)| *code == event).map_or('Z', |(_, letter)| *letter)
}

pub(super) struct Chart<'a> {
    judged: &'a JudgedTrip,
    words: &'a Words,
    width: usize,
    label: usize,
    from: UtcTime,
    hours: f64,
}

impl<'a> Chart<'a> {
    pub(super) fn new(judged: &'a JudgedTrip, width: usize, words: &'a Words) -> Chart<'a> {
        let trip = &judged.trip;
        let calls = trip.calls.iter().flat_map(|call| [call.arrived, call.departed]).flatten();
        let events = trip.events.iter().map(|event| event.time);
        let times: Vec<UtcTime> = calls.chain(events).chain([trip.start, trip.end]).collect();
        let from = times.iter().min().copied().unwrap_or(trip.start);
        let to = times.iter().max().copied().unwrap_or(trip.end);
        let names = judged.sources.iter().take(SOURCES_DRAWN_MAX).map(|source| shown(&source.source));
        let rows = names.chain([shown(&words.label("trips-show-calls"))]);
        let label = rows.max().unwrap_or(0).min(NAME_CHARS_MAX) + 3;
        Chart { judged, words, width: width - label, label, from, hours: to.hours_since(from).max(1.0) }
    }

    fn at(&self, time: UtcTime) -> usize {
        let share = (time.hours_since(self.from) / self.hours).clamp(0.0, 1.0);
        (share * (self.width - 1) as f64).round() as usize
    }

    fn row(&self, out: &mut String, label: &str, cells: &[char]) {
        let label: String = label.chars().take(NAME_CHARS_MAX).collect();
        let blanks = " ".repeat(self.label.saturating_sub(2 + shown(&label)));
        let cells: String = cells.iter().collect();
        let label = self.words.isolated(&label);
        let start = columns_start(self.words);
        let _ = writeln!(out, "{start}  {label}{blanks}{start}{}", cells.trim_end());
    }

    pub(super) fn write(&self, out: &mut String) {
        self.dates(out);
        if !self.judged.trip.calls.is_empty() {
            self.row(out, &self.words.label("trips-show-calls"), &self.bars());
        }
        for source in self.judged.sources.iter().take(SOURCES_DRAWN_MAX) {
            self.row(out, &source.source, &self.reports(&source.source));
            if source.doubted > 0 {
                let doubted = self.words.say("trips-show-doubted", &[("n", source.doubted.into())]);
                let _ = writeln!(out, "{}▲ {}", " ".repeat(self.label), self.words.beside(&doubted));
            }
        }
        let more = self.judged.sources.len().saturating_sub(SOURCES_DRAWN_MAX);
        if more > 0 {
            let _ = writeln!(out, "  {}", self.words.say("trips-show-more-sources", &[("n", more.into())]));
        }
        self.key(out);
    }

    /// What the letters mean that were drawn.
    fn key(&self, out: &mut String) {
        let mut used: BTreeMap<char, &str> = BTreeMap::new();
        for event in self.judged.trip.events.iter().filter(|event| event.belief != Belief::Foreseen) {
            used.insert(letter(&event.event), &event.event_text);
        }
        let mut parts: Vec<String> = used
            .into_iter()
            .map(|(letter, text)| format!("{letter} {}", self.words.isolated(text)))
            .collect();
        parts.push(self.words.label("trips-show-key"));
        let text = super::wrapped(&parts.join(" · "), self.width + self.label - 2, "  ");
        let _ = writeln!(out, "  {text}");
    }

    fn dates(&self, out: &mut String) {
        let days = self.hours / DAY_HOURS;
        let most = (self.width / DATE_STEP_CHARS).max(1);
        let step = [1.0, 2.0, 5.0, 7.0, 14.0, 28.0, 56.0, 112.0, 365.0, 730.0];
        let step = step.into_iter().find(|step| days / step <= most as f64).unwrap_or(3_650.0);
        let midnight = UtcTime::from_seconds((self.from.day_number() + 1) * 86_400);
        let mut dates = vec![' '; self.width];
        let mut ticks = vec![' '; self.width];
        for number in 0..=most {
            let time = midnight.plus_hours(number as f64 * step * DAY_HOURS);
            if time.hours_since(self.from) > self.hours {
                break;
            }
            let at = self.at(time);
            if let Some(tick) = ticks.get_mut(at) {
                *tick = '╷';
            }
            let start = at.min(self.width.saturating_sub(DATE_CHARS));
            let text = time.to_string();
            if dates.get(start..start + DATE_CHARS).is_some_and(|room| room.iter().all(|c| *c == ' ')) {
                for (place, c) in text.chars().take(DATE_CHARS).enumerate() {
                    if let Some(cell) = dates.get_mut(start + place) {
                        *cell = c;
                    }
                }
            }
        }
        self.row(out, "", &dates);
        self.row(out, "", &ticks);
    }

    /// Stays as bars with the call's number, the way between them as a line.
    fn bars(&self) -> Vec<char> {
        let trip = &self.judged.trip;
        let mut cells = vec![' '; self.width];
        let last = trip.calls.len().saturating_sub(1);
        let ends = |at: usize| {
            let call = trip.calls.get(at)?;
            let first = call.arrived.or((at == 0).then_some(trip.start)).or(call.departed)?;
            let end = call.departed.or((at == last).then_some(trip.end)).unwrap_or(first);
            Some((self.at(first), self.at(end.max(first))))
        };
        let stays: Vec<(usize, usize)> = (0..=last).filter_map(ends).collect();
        if let (Some(first), Some(end)) = (stays.first(), stays.last()) {
            cells.iter_mut().take(end.1 + 1).skip(first.0).for_each(|cell| *cell = '─');
        }
        for at in 0..=last {
            let Some((first, end)) = ends(at) else { continue };
            cells.iter_mut().take(end + 1).skip(first).for_each(|cell| *cell = '█');
            let number = (at + 1).to_string();
            for (place, digit) in number.chars().enumerate() {
                if let Some(cell) = cells.get_mut(first + place) {
                    *cell = digit;
                }
            }
        }
        cells
    }

    fn reports(&self, source: &str) -> Vec<char> {
        let mut cells = vec![(0u8, ' '); self.width];
        let mine = |event: &&TripEvent| event.sources.iter().any(|name| name == source);
        for event in self.judged.trip.events.iter().filter(mine) {
            // A doubted report is shown wherever it stands, a forecast where nothing else does.
            let (rank, mark) = match event.belief {
                Belief::Doubted => (3, letter(&event.event).to_ascii_lowercase()),
                Belief::Believed => (2, letter(&event.event)),
                Belief::Foreseen => (1, '~'),
            };
            let at = self.at(event.time);
            // Two at nearly one time stand side by side where there is room.
            let free = (at..self.width.min(at + NEIGHBOURS)).find(|at| {
                cells
                    .get(*at)
                    .is_some_and(|(taken, before)| *taken == 0 || (*taken == rank && *before == mark))
            });
            let Some(cell) = cells.get_mut(free.unwrap_or(at)) else { continue };
            *cell = match (*cell, rank) {
                ((2, before), 2) if before != mark => (2, '+'),
                (before, rank) if rank >= before.0 => (rank, mark),
                (before, _) => before,
            };
        }
        cells.into_iter().map(|(_, mark)| mark).collect()
    }
}
