//! The tables of results, their columns, and how a row becomes CSV or Arrow.

use arrow_array::builder::{
    BooleanBuilder, Float64Builder, StringBuilder, TimestampMicrosecondBuilder, UInt32Builder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef, TimeUnit};
use std::sync::Arc;
use tidewaiter_formats::push_cell;
use tidewaiter_model::time::UtcTime;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Count,
    Time,
    /// With so many decimals in CSV.
    Number(u8),
    Flag,
}

/// A table's columns in order.
pub(super) type Columns = &'static [(&'static str, Kind)];

use Kind::{Count, Flag, Number, Text, Time};

pub(super) const TRIPS: Columns = &[
    ("container", Text),
    ("trip", Count),
    ("status", Text),
    ("start", Time),
    ("end", Time),
    ("load_area", Text),
    ("discharge_area", Text),
    ("itinerary", Text),
    ("events", Count),
    ("reports", Count),
    ("vessels", Text),
    ("longest_silence_hours", Number(1)),
    ("confidence", Number(4)),
    ("score", Number(4)),
    ("reasons", Text),
    ("weak_reasons", Text),
    ("carrier", Text),
    ("laden", Flag),
    ("aboard", Flag),
    ("physical_box", Count),
    ("inferred", Text),
];

pub(super) const LEGS: Columns = &[
    ("container", Text),
    ("trip", Count),
    ("leg", Count),
    ("from_area", Text),
    ("to_area", Text),
    ("departed", Time),
    ("arrived", Time),
    ("vessel_imo", Text),
    ("carrier", Text),
    ("confidence", Number(4)),
];

pub(super) const EVENTS: Columns = &[
    ("container", Text),
    ("trip", Count),
    ("event", Text),
    ("time", Time),
    ("location", Text),
    ("area", Text),
    ("full_empty", Text),
    ("vessel_imo", Text),
    ("reports", Count),
    ("sources", Text),
    ("believed", Flag),
    ("doubt", Text),
    ("repair", Text),
    ("classifier", Text),
];

pub(super) const CARRIERS: Columns =
    &[("carrier", Text), ("expected", Count), ("missing", Count), ("completeness", Number(4))];

/// The schema of a table. Counts, flags and the first columns are always there; the rest may be null.
pub(super) fn schema(columns: Columns) -> SchemaRef {
    let field = |(name, kind): &(&str, Kind)| {
        let data_type = match kind {
            Kind::Text => DataType::Utf8,
            Kind::Count => DataType::UInt32,
            Kind::Time => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
            Kind::Number(_) => DataType::Float64,
            Kind::Flag => DataType::Boolean,
        };
        Field::new(*name, data_type, true)
    };
    Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()))
}

/// Takes the cells of rows, from the first column to the last.
pub(super) trait Sink {
    fn text(&mut self, text: &str);
    fn count(&mut self, count: u32);
    fn time(&mut self, time: Option<UtcTime>);
    fn number(&mut self, number: Option<f64>);
    fn flag(&mut self, flag: bool);
}

/// Rows as CSV.
#[derive(Debug)]
pub(super) struct CsvRows {
    columns: Columns,
    next: usize,
    pub(super) rows: u64,
    pub(super) bytes: Vec<u8>,
    /// The day that was written last, and its text.
    day: (i64, [u8; 11]),
}

impl CsvRows {
    pub(super) fn new(columns: Columns) -> CsvRows {
        CsvRows { columns, next: 0, rows: 0, bytes: Vec::new(), day: (i64::MIN, [0; 11]) }
    }

    pub(super) fn header(columns: Columns) -> String {
        columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",") + "\n"
    }

    fn end_cell(&mut self) {
        self.next += 1;
        if self.next == self.columns.len() {
            self.bytes.push(b'\n');
            self.next = 0;
            self.rows += 1;
        } else {
            self.bytes.push(b',');
        }
    }
}

impl Sink for CsvRows {
    fn text(&mut self, text: &str) {
        push_cell(&mut self.bytes, text);
        self.end_cell();
    }

    fn count(&mut self, count: u32) {
        push_digits(&mut self.bytes, u64::from(count), 1);
        self.end_cell();
    }

    fn time(&mut self, time: Option<UtcTime>) {
        if let Some(time) = time {
            let (day, rest) = (time.day_number(), time.micros().rem_euclid(86_400_000_000));
            if self.day.0 != day {
                let mut text = [b'T'; 11];
                for (slot, byte) in text.iter_mut().zip(time.date_text().bytes()) {
                    *slot = byte;
                }
                self.day = (day, text);
            }
            let (seconds, micros) = (rest / 1_000_000, rest % 1_000_000);
            let two = |number: i64| [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
            let ([h1, h2], [m1, m2], [s1, s2]) =
                (two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60));
            self.bytes.extend_from_slice(&self.day.1);
            self.bytes.extend_from_slice(&[h1, h2, b':', m1, m2, b':', s1, s2]);
            if micros != 0 {
                self.bytes.push(b'.');
                let (mut digits, mut width) = (micros as u64, 6);
                while digits % 10 == 0 {
                    (digits, width) = (digits / 10, width - 1);
                }
                push_digits(&mut self.bytes, digits, width);
            }
            self.bytes.push(b'Z');
        }
        self.end_cell();
    }

    fn number(&mut self, number: Option<f64>) {
        let decimals = match self.columns.get(self.next) {
            Some((_, Kind::Number(decimals))) => usize::from(*decimals),
            _ => 0,
        };
        if let Some(number) = number.filter(|number| number.is_finite()) {
            let scaled = (number.abs() * 10f64.powi(decimals as i32)).round() as u64;
            let unit = 10u64.pow(decimals as u32);
            if number < 0.0 && scaled > 0 {
                self.bytes.push(b'-');
            }
            push_digits(&mut self.bytes, scaled / unit, 1);
            if decimals > 0 {
                self.bytes.push(b'.');
                push_digits(&mut self.bytes, scaled % unit, decimals);
            }
        }
        self.end_cell();
    }

    fn flag(&mut self, flag: bool) {
        self.bytes.extend_from_slice(if flag { b"true" } else { b"false" });
        self.end_cell();
    }
}

/// Appends a number with at least `width` digits.
fn push_digits(out: &mut Vec<u8>, mut number: u64, width: usize) {
    let mut digits = [b'0'; 20];
    let mut first = digits.len();
    while number > 0 || digits.len() - first < width {
        first -= 1;
        digits[first] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    out.extend_from_slice(&digits[first..]);
}

/// Rows as Arrow.
pub(super) struct ArrowRows {
    columns: Columns,
    next: usize,
    pub(super) rows: usize,
    builders: Vec<Builder>,
}

enum Builder {
    Text(StringBuilder),
    Count(UInt32Builder),
    Time(TimestampMicrosecondBuilder),
    Number(Float64Builder),
    Flag(BooleanBuilder),
}

impl ArrowRows {
    pub(super) fn new(columns: Columns) -> ArrowRows {
        let builder = |(_, kind): &(&str, Kind)| match kind {
            Kind::Text => Builder::Text(StringBuilder::new()),
            Kind::Count => Builder::Count(UInt32Builder::new()),
            Kind::Time => Builder::Time(TimestampMicrosecondBuilder::new().with_timezone("UTC")),
            Kind::Number(_) => Builder::Number(Float64Builder::new()),
            Kind::Flag => Builder::Flag(BooleanBuilder::new()),
        };
        ArrowRows { columns, next: 0, rows: 0, builders: columns.iter().map(builder).collect() }
    }

    /// The rows so far, which are forgotten.
    pub(super) fn take(&mut self) -> Result<RecordBatch, ArrowError> {
        self.rows = 0;
        let arrays = self.builders.iter_mut().map(|builder| match builder {
            Builder::Text(builder) => Arc::new(builder.finish()) as ArrayRef,
            Builder::Count(builder) => Arc::new(builder.finish()),
            Builder::Time(builder) => Arc::new(builder.finish()),
            Builder::Number(builder) => Arc::new(builder.finish()),
            Builder::Flag(builder) => Arc::new(builder.finish()),
        });
        RecordBatch::try_new(schema(self.columns), arrays.collect())
    }

    fn next(&mut self) -> Option<&mut Builder> {
        let builder = self.builders.get_mut(self.next);
        self.next += 1;
        if self.next == self.columns.len() {
            (self.next, self.rows) = (0, self.rows + 1);
        }
        builder
    }
}

impl Sink for ArrowRows {
    fn text(&mut self, text: &str) {
        if let Some(Builder::Text(builder)) = self.next() {
            // As CSV has it: nothing said is nothing, not the empty text.
            builder.append_option((!text.is_empty()).then_some(text));
        }
    }

    fn count(&mut self, count: u32) {
        if let Some(Builder::Count(builder)) = self.next() {
            builder.append_value(count);
        }
    }

    fn time(&mut self, time: Option<UtcTime>) {
        if let Some(Builder::Time(builder)) = self.next() {
            builder.append_option(time.map(UtcTime::micros));
        }
    }

    fn number(&mut self, number: Option<f64>) {
        if let Some(Builder::Number(builder)) = self.next() {
            builder.append_option(number.filter(|number| number.is_finite()));
        }
    }

    fn flag(&mut self, flag: bool) {
        if let Some(Builder::Flag(builder)) = self.next() {
            builder.append_value(flag);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_as_they_are_read() {
        let mut rows = CsvRows::new(TRIPS);
        let time = |text: &str| Some(text.parse::<UtcTime>().unwrap());
        rows.text("A\"B,C");
        rows.count(0);
        rows.text("");
        rows.time(time("2026-03-01T14:30:05+01:00"));
        rows.time(time("1969-12-31T23:59:59.000100Z"));
        for _ in 0..3 {
            rows.text("x");
        }
        rows.count(4_294_967_295);
        rows.count(10);
        rows.text("1;2");
        rows.number(Some(-0.04));
        rows.number(Some(0.12344999));
        rows.number(None);
        for _ in 0..3 {
            rows.text("");
        }
        rows.flag(true);
        rows.flag(false);
        rows.count(7);
        rows.text("start");
        assert_eq!(
            String::from_utf8(rows.bytes).unwrap(),
            "\"A\"\"B,C\",0,,2026-03-01T13:30:05Z,1969-12-31T23:59:59.0001Z,x,x,x,4294967295,10,1;2,0.0,0.1234,,,,,\
             true,false,7,start\n"
        );
    }

    proptest::proptest! {
        #[test]
        fn times_are_those_of_the_time_itself(micros in -62_135_596_800_000_000..253_402_300_799_999_999i64) {
            let time = UtcTime::from_micros(micros);
            let mut rows = CsvRows::new(&[("time", Kind::Time)]);
            rows.time(Some(time));
            let written = String::from_utf8(rows.bytes).unwrap();
            proptest::prop_assert_eq!(written.trim_end(), time.to_string());
        }
    }
}
