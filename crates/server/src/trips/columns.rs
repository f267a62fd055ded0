//! Messages of a record batch: columns by name, texts and times of any usual type.

use super::Fault;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Float32Type, Float64Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use tidewaiter_formats::parse_time;
use tidewaiter_formats::status_csv::StatusFields;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::time::UtcTime;

/// Names of the columns that are read. Our own history calls two of them otherwise.
pub(super) const NAMES: [&str; 19] = [
    "message_id",
    "container",
    "event",
    "event_time",
    "location",
    "full_empty",
    "vessel_imo",
    "voyage",
    "seal",
    "gross_mass_kg",
    "size_type",
    "carrier",
    "source",
    "classifier",
    "created_time",
    "created",
    "received_time",
    "received",
    "transport_document",
];
const REQUIRED: [&str; 5] = ["message_id", "container", "event", "event_time", "location"];

/// The columns of one batch.
pub(super) struct Columns<'a> {
    message_id: Texts<'a>,
    container: Texts<'a>,
    event: Texts<'a>,
    event_time: Times<'a>,
    location: Texts<'a>,
    full_empty: Texts<'a>,
    vessel_imo: Texts<'a>,
    voyage: Texts<'a>,
    seal: Texts<'a>,
    gross_mass_kg: Masses<'a>,
    size_type: Texts<'a>,
    carrier: Texts<'a>,
    source: Texts<'a>,
    classifier: Texts<'a>,
    created: Times<'a>,
    received: Times<'a>,
    transport_document: Texts<'a>,
}

/// One message, or why there is none.
pub(super) type Read<'a> = Result<StatusFields<'a>, Vec<Diagnostic>>;

impl<'a> Columns<'a> {
    /// Finds the columns. A required one that is missing, or one of a type that cannot hold it, is an error.
    pub(super) fn of(batch: &'a RecordBatch, input: &str) -> Result<Columns<'a>, Fault> {
        let missing: Vec<&str> =
            REQUIRED.into_iter().filter(|name| batch.column_by_name(name).is_none()).collect();
        if !missing.is_empty() {
            return Err(Fault::Columns {
                input: input.to_owned(),
                text: format!("has no column {}", missing.join(", ")),
            });
        }
        let find = |names: &[&str]| names.iter().find_map(|name| batch.column_by_name(name));
        let wrong = |name: &str, array: &ArrayRef, expected: &str| Fault::Columns {
            input: input.to_owned(),
            text: format!("holds {} in column {name}; expected {expected}", array.data_type()),
        };
        let texts = |name: &'static str| match find(&[name]) {
            None => Ok(Texts::None),
            Some(array) => Texts::of(array).ok_or_else(|| wrong(name, array, "text")),
        };
        let times = |names: &[&str]| match find(names) {
            None => Ok(Times::None),
            Some(array) => Times::of(array).ok_or_else(|| {
                wrong(names.first().copied().unwrap_or_default(), array, "timestamps or RFC 3339 texts")
            }),
        };
        let mass = match find(&["gross_mass_kg"]) {
            None => Masses::None,
            Some(array) => Masses::of(array).ok_or_else(|| wrong("gross_mass_kg", array, "numbers"))?,
        };
        Ok(Columns {
            message_id: texts("message_id")?,
            container: texts("container")?,
            event: texts("event")?,
            event_time: times(&["event_time"])?,
            location: texts("location")?,
            full_empty: texts("full_empty")?,
            vessel_imo: texts("vessel_imo")?,
            voyage: texts("voyage")?,
            seal: texts("seal")?,
            gross_mass_kg: mass,
            size_type: texts("size_type")?,
            carrier: texts("carrier")?,
            source: texts("source")?,
            classifier: texts("classifier")?,
            created: times(&["created_time", "created"])?,
            received: times(&["received_time", "received"])?,
            transport_document: texts("transport_document")?,
        })
    }

    /// The message of a row, under the rules of the canonical CSV.
    pub(super) fn read(&self, row: usize) -> Read<'a> {
        let mut faults = Faults(Vec::new());
        let event = self.event.at(row);
        let fields = StatusFields {
            message_id: faults.required(self.message_id.at(row), "message_id"),
            container: faults.required(self.container.at(row), "container"),
            event: faults.code(event, "event", "an event code such as LOAD", EventCode::from_code),
            event_time: UtcTime::MIN,
            location: faults.required(self.location.at(row), "location"),
            full_empty: faults.optional(
                self.full_empty.at(row),
                "full_empty",
                "LADEN, EMPTY or blank",
                FullEmpty::from_code,
            ),
            vessel_imo: faults.plain(self.vessel_imo.at(row), "vessel_imo"),
            voyage: faults.plain(self.voyage.at(row), "voyage"),
            seal: faults.plain(self.seal.at(row), "seal"),
            gross_mass_kg: faults.mass(self.gross_mass_kg.at(row)),
            size_type: faults.plain(self.size_type.at(row), "size_type"),
            carrier: faults.plain(self.carrier.at(row), "carrier"),
            source: faults.plain(self.source.at(row), "source"),
            classifier: faults
                .optional(
                    self.classifier.at(row),
                    "classifier",
                    "ACT, EST, PLN, REQ or blank",
                    Classifier::from_code,
                )
                .unwrap_or(Classifier::Actual),
            created: faults.time(&self.created, row, "created_time"),
            received: faults.time(&self.received, row, "received_time"),
            transport_document: faults.plain(self.transport_document.at(row), "transport_document"),
        };
        let event_time = faults.time(&self.event_time, row, "event_time");
        if event_time.is_none() && !faults.0.iter().any(|fault| fault.path == "event_time") {
            faults.push("CSV-REQUIRED", "event_time", "a value in this column", "");
        }
        match event_time {
            Some(event_time) if faults.0.is_empty() => Ok(StatusFields { event_time, ..fields }),
            _ => Err(faults.0),
        }
    }
}

struct Faults(Vec<Diagnostic>);

impl Faults {
    #[cold]
    fn push(&mut self, code: &str, name: &str, expected: &str, found: &str) {
        self.0.push(Diagnostic::error(code, ByteSpan::new(0, 0), name, expected, found));
    }

    fn plain<'a>(&mut self, text: &'a str, name: &str) -> &'a str {
        if text.as_bytes().contains(&0) {
            self.push("CSV-NUL", name, "text without NUL bytes", "\\0");
        }
        text
    }

    fn required<'a>(&mut self, text: &'a str, name: &str) -> &'a str {
        if text.is_empty() {
            self.push("CSV-REQUIRED", name, "a value in this column", "");
        }
        self.plain(text, name)
    }

    fn code(
        &mut self,
        text: &str,
        name: &str,
        expected: &str,
        of: fn(&[u8]) -> Option<EventCode>,
    ) -> EventCode {
        match of(text.as_bytes()) {
            Some(code) => code,
            None => {
                let code = if text.is_empty() { "CSV-REQUIRED" } else { "CSV-EVENT" };
                self.push(code, name, expected, text);
                EventCode::Other
            }
        }
    }

    fn optional<T>(
        &mut self,
        text: &str,
        name: &str,
        expected: &str,
        of: fn(&[u8]) -> Option<T>,
    ) -> Option<T> {
        if text.is_empty() {
            return None;
        }
        let code = of(text.as_bytes());
        if code.is_none() {
            self.push("CSV-CODE", name, expected, text);
        }
        code
    }

    fn time(&mut self, times: &Times<'_>, row: usize, name: &str) -> Option<UtcTime> {
        match times.at(row) {
            Ok(time) => time,
            Err(found) => {
                let expected = "an RFC 3339 time with offset, such as 2026-03-01T14:30:00+01:00";
                self.push("CSV-TIME", name, expected, &found);
                None
            }
        }
    }

    fn mass(&mut self, mass: Result<Option<f64>, String>) -> Option<f64> {
        match mass {
            Ok(mass) => mass,
            Err(found) => {
                let expected = "a mass in kilograms that is not negative";
                self.push("CSV-MASS", "gross_mass_kg", expected, &found);
                None
            }
        }
    }
}

/// A column of texts.
enum Texts<'a> {
    None,
    Plain(&'a arrow_array::StringArray),
    Large(&'a arrow_array::LargeStringArray),
    View(&'a arrow_array::StringViewArray),
    Dictionary(&'a arrow_array::Int32Array, Box<Texts<'a>>),
}

impl<'a> Texts<'a> {
    fn of(array: &'a ArrayRef) -> Option<Texts<'a>> {
        Some(match array.data_type() {
            DataType::Null => Texts::None,
            DataType::Utf8 => Texts::Plain(array.as_string()),
            DataType::LargeUtf8 => Texts::Large(array.as_string()),
            DataType::Utf8View => Texts::View(array.as_string_view()),
            DataType::Dictionary(key, _) if **key == DataType::Int32 => {
                let dictionary = array.as_dictionary::<Int32Type>();
                Texts::Dictionary(dictionary.keys(), Box::new(Texts::of(dictionary.values())?))
            }
            _ => return None,
        })
    }

    /// The text without blanks around it; the empty text when there is none.
    fn at(&self, row: usize) -> &'a str {
        let text = match self {
            Texts::Plain(array) if array.is_valid(row) => array.value(row),
            Texts::Large(array) if array.is_valid(row) => array.value(row),
            Texts::View(array) if array.is_valid(row) => array.value(row),
            Texts::Dictionary(keys, values) if keys.is_valid(row) => values.at(keys.value(row) as usize),
            _ => "",
        };
        text.trim_ascii()
    }
}

/// A column of times.
enum Times<'a> {
    None,
    Text(Texts<'a>),
    Seconds(&'a arrow_array::TimestampSecondArray),
    Millis(&'a arrow_array::TimestampMillisecondArray),
    Micros(&'a arrow_array::TimestampMicrosecondArray),
    Nanos(&'a arrow_array::TimestampNanosecondArray),
}

impl<'a> Times<'a> {
    fn of(array: &'a ArrayRef) -> Option<Times<'a>> {
        Some(match array.data_type() {
            // Without a time zone they count as UTC.
            DataType::Timestamp(TimeUnit::Second, _) => {
                Times::Seconds(array.as_primitive::<TimestampSecondType>())
            }
            DataType::Timestamp(TimeUnit::Millisecond, _) => {
                Times::Millis(array.as_primitive::<TimestampMillisecondType>())
            }
            DataType::Timestamp(TimeUnit::Microsecond, _) => {
                Times::Micros(array.as_primitive::<TimestampMicrosecondType>())
            }
            DataType::Timestamp(TimeUnit::Nanosecond, _) => {
                Times::Nanos(array.as_primitive::<TimestampNanosecondType>())
            }
            _ => Times::Text(Texts::of(array)?),
        })
    }

    fn at(&self, row: usize) -> Result<Option<UtcTime>, String> {
        let (value, per_micro, micros) = match self {
            Times::None => return Ok(None),
            Times::Text(texts) => {
                let text = texts.at(row);
                let time = if text.is_empty() { None } else { parse_time(text) };
                return if time.is_none() && !text.is_empty() { Err(text.to_owned()) } else { Ok(time) };
            }
            Times::Seconds(array) => (array.is_valid(row).then(|| array.value(row)), 1, 1_000_000),
            Times::Millis(array) => (array.is_valid(row).then(|| array.value(row)), 1, 1_000),
            Times::Micros(array) => (array.is_valid(row).then(|| array.value(row)), 1, 1),
            Times::Nanos(array) => (array.is_valid(row).then(|| array.value(row)), 1_000, 1),
        };
        let Some(value) = value else { return Ok(None) };
        let in_range = (UtcTime::MIN.micros()..=UtcTime::MAX.micros())
            .contains(&value.div_euclid(per_micro).saturating_mul(micros));
        if !in_range {
            return Err(value.to_string());
        }
        Ok(Some(UtcTime::from_micros(value.div_euclid(per_micro) * micros)))
    }
}

/// A column of masses.
enum Masses<'a> {
    None,
    Double(&'a arrow_array::Float64Array),
    Float(&'a arrow_array::Float32Array),
    Int(&'a arrow_array::Int32Array),
    Long(&'a arrow_array::Int64Array),
    Text(Texts<'a>),
}

impl<'a> Masses<'a> {
    fn of(array: &'a ArrayRef) -> Option<Masses<'a>> {
        Some(match array.data_type() {
            DataType::Float64 => Masses::Double(array.as_primitive::<Float64Type>()),
            DataType::Float32 => Masses::Float(array.as_primitive::<Float32Type>()),
            DataType::Int32 => Masses::Int(array.as_primitive::<Int32Type>()),
            DataType::Int64 => Masses::Long(array.as_primitive::<Int64Type>()),
            _ => Masses::Text(Texts::of(array)?),
        })
    }

    fn at(&self, row: usize) -> Result<Option<f64>, String> {
        let mass = match self {
            Masses::None => None,
            Masses::Double(array) => array.is_valid(row).then(|| array.value(row)),
            Masses::Float(array) => array.is_valid(row).then(|| f64::from(array.value(row))),
            Masses::Int(array) => array.is_valid(row).then(|| f64::from(array.value(row))),
            Masses::Long(array) => array.is_valid(row).then(|| array.value(row) as f64),
            Masses::Text(texts) => match texts.at(row) {
                "" => None,
                text => Some(text.parse().map_err(|_| text.to_owned())?),
            },
        };
        match mass {
            Some(mass) if !mass.is_finite() || mass < 0.0 => Err(mass.to_string()),
            mass => Ok(mass.map(f64::abs)),
        }
    }
}
