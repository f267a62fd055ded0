//! Reports as canonical CSV in order of arrival, and the truth beside them, handed over in parts.

use super::codes::Codes;
use super::reports::Row;
use super::sources::Sources;
use crate::settings::Folder;
use tidewaiter_model::event::Classifier;
use tidewaiter_model::time::UtcTime;

/// Where the parts of files go: folder, path, bytes that follow what came before of this path.
pub(super) type Sink<'a> = dyn FnMut(Folder, &str, &[u8]) + 'a;

pub(super) const MESSAGES: &str = "status.csm.csv";
const HEADER: &str = "message_id,container,event,event_time,location,full_empty,vessel_imo,seal,gross_mass_kg,\
carrier,source,classifier,received_time\n";

/// A part is handed over when it is longer than this.
const PART_BYTES: usize = 4 << 20;
const DAY_SECONDS: i32 = 86_400;

/// Reports by the day they arrive on, and what was written so far.
pub(super) struct Outbox {
    days: Vec<Vec<Row>>,
    start: UtcTime,
    text: Vec<u8>,
    dates: Dates,
    pub written: u64,
}

/// What stands in a row by number.
pub(super) struct Names<'a> {
    pub containers: &'a [[u8; 11]],
    pub codes: &'a Codes,
    pub sources: &'a Sources,
    pub vessels: &'a [String],
    pub carriers: &'a [&'static str],
}

impl Outbox {
    pub(super) fn new(start: UtcTime, days: u32) -> Outbox {
        let days = days as usize;
        let text = HEADER.as_bytes().to_vec();
        Outbox { days: vec![Vec::new(); days], start, text, dates: Dates::new(start, days), written: 0 }
    }

    /// Keeps a report until its day; what arrives after the last day is never sent.
    pub(super) fn push(&mut self, row: Row) {
        let day = (row.received / DAY_SECONDS).max(0) as usize;
        if let Some(rows) = self.days.get_mut(day) {
            rows.push(row);
        }
    }

    /// Writes what arrives on this day.
    pub(super) fn close_day(&mut self, day: usize, names: &Names<'_>, sink: &mut Sink<'_>) {
        let Some(rows) = self.days.get_mut(day) else { return };
        let mut rows = std::mem::take(rows);
        rows.sort_by_key(|row| row.received);
        for row in &rows {
            self.written += 1;
            self.line(row, names);
            if self.text.len() >= PART_BYTES {
                sink(Folder::Messages, MESSAGES, &self.text);
                self.text.clear();
            }
        }
    }

    pub(super) fn finish(&mut self, sink: &mut Sink<'_>) {
        sink(Folder::Messages, MESSAGES, &self.text);
        self.text.clear();
    }

    fn line(&mut self, row: &Row, names: &Names<'_>) {
        let text = &mut self.text;
        number(text, self.written);
        text.push(b',');
        let container = &names.containers[row.container as usize];
        text.extend_from_slice(&container[..10]);
        text.push(row.wrong_digit.map_or(container[10], |digit| b'0' + digit));
        field(text, row.code.as_str());
        text.push(b',');
        self.dates.time(text, row.time, row.offset_minutes, self.start);
        field(text, &names.codes.texts[usize::from(row.location)]);
        field(text, row.full_empty.map_or("", |said| said.as_str()));
        let vessel = usize::from(row.vessel).checked_sub(1).and_then(|place| names.vessels.get(place));
        field(text, vessel.map_or("", String::as_str));
        text.push(b',');
        if row.seal > 0 {
            text.extend_from_slice(b"SL");
            number(text, u64::from(row.seal));
        }
        text.push(b',');
        if row.mass_kg > 0 {
            number(text, u64::from(row.mass_kg));
        }
        field(text, names.carriers[usize::from(row.carrier)]);
        field(text, &names.sources.all[usize::from(row.source)].name);
        field(text, if row.classifier == Classifier::Actual { "" } else { row.classifier.as_str() });
        text.push(b',');
        self.dates.time(text, row.received, 0, self.start);
        text.push(b'\n');
    }
}

fn field(text: &mut Vec<u8>, value: &str) {
    text.push(b',');
    text.extend_from_slice(value.as_bytes());
}

fn number(text: &mut Vec<u8>, mut value: u64) {
    let mut digits = [0u8; 20];
    let mut place = digits.len();
    loop {
        place -= 1;
        digits[place] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    text.extend_from_slice(&digits[place..]);
}

/// Days as text, each made once.
struct Dates {
    /// Days before the world's first one that are held.
    before: i32,
    texts: Vec<String>,
}

impl Dates {
    fn new(start: UtcTime, days: usize) -> Dates {
        let before = 10;
        let first = start.plus_days(-i64::from(before));
        let texts = (0..days as i64 + 40).map(|day| first.plus_days(day).date_text()).collect();
        Dates { before, texts }
    }

    /// RFC 3339 of an instant given in seconds from `start`, which is a midnight in UTC.
    fn time(&self, text: &mut Vec<u8>, seconds: i32, offset_minutes: i16, start: UtcTime) {
        let local = seconds + i32::from(offset_minutes) * 60;
        let (day, of_day) = (local.div_euclid(DAY_SECONDS), local.rem_euclid(DAY_SECONDS));
        match usize::try_from(day + self.before).ok().and_then(|place| self.texts.get(place)) {
            Some(date) => text.extend_from_slice(date.as_bytes()),
            None => text.extend_from_slice(start.plus_days(i64::from(day)).date_text().as_bytes()),
        }
        text.push(b'T');
        for (unit, separator) in [(of_day / 3600, b':'), (of_day / 60 % 60, b':'), (of_day % 60, 0)] {
            two(text, unit);
            if separator != 0 {
                text.push(separator);
            }
        }
        if offset_minutes == 0 {
            text.push(b'Z');
            return;
        }
        text.push(if offset_minutes < 0 { b'-' } else { b'+' });
        let minutes = i32::from(offset_minutes.unsigned_abs());
        two(text, minutes / 60);
        text.push(b':');
        two(text, minutes % 60);
    }
}

fn two(text: &mut Vec<u8>, value: i32) {
    text.push(b'0' + (value / 10 % 10) as u8);
    text.push(b'0' + (value % 10) as u8);
}
