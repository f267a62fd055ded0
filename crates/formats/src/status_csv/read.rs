//! Rows of the canonical CSV to status events. The hot path of the project: a plain row costs no allocation.

use super::columns::Columns;
use crate::csv::{Cells, Quotes, Row, Rows, Scratch, row_fault, split, too_long, utf8_fault};
use crate::message::{Identity, ReadMessage};
use crate::time::parse_time;
use std::borrow::Cow;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::identifier::locode_is_well_formed;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;

/// Reader of one file. The first row that is not blank is the header; blank lines are no messages.
#[derive(Debug, Clone)]
pub(crate) struct StatusCsv {
    rows: Rows,
    columns: Option<Columns>,
    scratch: Scratch,
}

impl StatusCsv {
    pub(crate) fn new() -> StatusCsv {
        StatusCsv { rows: Rows::new(b','), columns: None, scratch: Scratch::default() }
    }

    pub(crate) fn read(
        &mut self,
        input: &[u8],
        offset: u64,
        at_end: bool,
        sink: &mut dyn FnMut(ReadMessage<'_>),
    ) -> usize {
        let mut pos = 0;
        while let Some(row) = self.rows.next(input, offset, at_end, &mut pos) {
            match row {
                Row::Line(_, [], _) => {}
                Row::Line(start, bytes, quotes) => match &self.columns {
                    Some(columns) => sink(read_row(columns, start, bytes, quotes, &mut self.scratch)),
                    None => self.columns = Some(Columns::of(&header(bytes, b',', quotes, &mut self.scratch))),
                },
                Row::TooLong(start, len) => {
                    sink(ReadMessage::refused(ByteSpan::new(start, len), &[], vec![too_long(len)]));
                }
            }
        }
        pos
    }
}

/// The names in a header line.
pub(crate) fn header(bytes: &[u8], separator: u8, quotes: Quotes, scratch: &mut Scratch) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    split(&text, separator, quotes, scratch).to_vec()
}

#[inline]
fn read_row<'a>(
    columns: &Columns,
    start: u64,
    bytes: &'a [u8],
    quotes: Quotes,
    scratch: &mut Scratch,
) -> ReadMessage<'a> {
    let span = ByteSpan::new(start, bytes.len() as u64);
    if let Some(fault) = row_fault(bytes, quotes) {
        return ReadMessage::refused(span, bytes, vec![fault]);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return ReadMessage::refused(span, bytes, vec![utf8_fault(bytes, error)]),
    };
    let cells = split(text, b',', quotes, scratch);
    let mut row = RowReader { cells, diagnostics: Vec::new(), refused: false };
    if quotes == Quotes::Bare {
        let whole = ByteSpan::new(0, bytes.len() as u64);
        let expected = "quotes only around a whole cell, doubled inside";
        row.diagnostics.push(Diagnostic::warning("CSV-QUOTE", whole, "", expected, text));
    }
    let Some(event) = row.event(columns) else {
        return ReadMessage::refused(span, bytes, row.diagnostics);
    };
    let identity = Identity { source: event.source.clone(), id: event.message_id.clone() };
    let foreseen = event.classifier != Classifier::Actual;
    let known = match event.created {
        Some(created) if foreseen => created.min(event.event_time),
        _ => event.event_time,
    };
    ReadMessage {
        span,
        bytes,
        identity: Some(identity),
        received: event.received.or(event.created),
        event_time: Some(known),
        record: Some(Record::Status(event)),
        more: Vec::new(),
        diagnostics: row.diagnostics,
    }
}

struct RowReader<'a, 's> {
    cells: Cells<'a, 's>,
    diagnostics: Vec<Diagnostic>,
    refused: bool,
}

impl<'a> RowReader<'a, '_> {
    fn event(&mut self, columns: &Columns) -> Option<StatusEvent<'a>> {
        if self.cells.len() != columns.count {
            self.wrong_count(columns.count);
            return None;
        }
        let event = StatusEvent {
            message_id: self.required(columns.message_id, "message_id"),
            container: self.required(columns.container, "container"),
            event: self.event_code(columns.event),
            event_time: self.event_time(columns.event_time),
            location: self.location(columns.location),
            full_empty: self.code(
                columns.full_empty,
                "full_empty",
                "LADEN, EMPTY or blank",
                FullEmpty::from_code,
            ),
            vessel_imo: self.optional(columns.vessel_imo),
            voyage: self.optional(columns.voyage),
            seal: self.optional(columns.seal),
            gross_mass_kg: self.mass(columns.gross_mass_kg),
            size_type: self.optional(columns.size_type),
            carrier: self.optional(columns.carrier),
            source: columns.source.map_or(Cow::Borrowed(""), |index| self.cells.text(index)),
            classifier: self
                .code(columns.classifier, "classifier", "ACT, EST, PLN, REQ or blank", Classifier::from_code)
                .unwrap_or(Classifier::Actual),
            created: self.time(columns.created_time, "created_time"),
            received: self.time(columns.received_time, "received_time"),
            transport_document: self.optional(columns.transport_document),
        };
        (!self.refused).then_some(event)
    }

    #[cold]
    fn wrong_count(&mut self, expected: usize) {
        let found = self.cells.len();
        let last = self.cells.span(found.saturating_sub(1));
        let expected = format!("{expected} cells, as in the header");
        let diagnostic = Diagnostic::error(
            "CSV-CELLS",
            ByteSpan::new(0, last.end()),
            "",
            expected,
            &format!("{found} cells"),
        );
        self.diagnostics.push(diagnostic);
    }

    #[cold]
    fn fault(&mut self, code: &str, column: Option<usize>, name: &str, expected: &str) {
        let (span, found) =
            column.map(|index| (self.cells.span(index), self.cells.text(index))).unwrap_or_default();
        self.diagnostics.push(Diagnostic::error(code, span, name, expected, &found));
        self.refused = true;
    }

    #[inline]
    fn optional(&self, column: Option<usize>) -> Option<Cow<'a, str>> {
        column.map(|index| self.cells.text(index)).filter(|text| !text.is_empty())
    }

    #[inline]
    fn required(&mut self, column: Option<usize>, name: &str) -> Cow<'a, str> {
        match self.optional(column) {
            Some(text) => text,
            None => {
                self.fault("CSV-REQUIRED", column, name, "a value in this column");
                Cow::Borrowed("")
            }
        }
    }

    #[inline]
    fn event_code(&mut self, column: Option<usize>) -> EventCode {
        let text = self.optional(column);
        match text.as_deref().map(|text| EventCode::from_code(text.as_bytes())) {
            Some(Some(code)) => code,
            Some(None) => {
                let codes: Vec<_> = EventCode::ALL.iter().map(|code| code.as_str()).collect();
                self.fault("CSV-EVENT", column, "event", &format!("one of {}", codes.join(", ")));
                EventCode::Other
            }
            None => {
                self.fault("CSV-REQUIRED", column, "event", "a value in this column");
                EventCode::Other
            }
        }
    }

    #[inline]
    fn event_time(&mut self, column: Option<usize>) -> UtcTime {
        let time = self.time(column, "event_time");
        if time.is_none() && self.optional(column).is_none() {
            self.fault("CSV-REQUIRED", column, "event_time", "a value in this column");
        }
        time.unwrap_or_default()
    }

    #[inline]
    fn time(&mut self, column: Option<usize>, name: &str) -> Option<UtcTime> {
        let text = self.optional(column)?;
        let time = parse_time(&text);
        if time.is_none() {
            let expected = "an RFC 3339 time with offset, such as 2026-03-01T14:30:00+01:00";
            self.fault("CSV-TIME", column, name, expected);
        }
        time
    }

    #[inline]
    fn location(&mut self, column: Option<usize>) -> Cow<'a, str> {
        let location = self.required(column, "location");
        if !location.is_empty() && !locode_is_well_formed(&location) {
            let span = column.map(|index| self.cells.span(index)).unwrap_or_default();
            let expected = "a UN/LOCODE: two letters of the country and three letters or digits 2 to 9";
            self.diagnostics.push(Diagnostic::warning("CSV-LOCATION", span, "location", expected, &location));
        }
        location
    }

    #[inline]
    fn code<T>(
        &mut self,
        column: Option<usize>,
        name: &str,
        expected: &str,
        from_code: fn(&[u8]) -> Option<T>,
    ) -> Option<T> {
        let text = self.optional(column)?;
        let code = from_code(text.as_bytes());
        if code.is_none() {
            self.fault("CSV-CODE", column, name, expected);
        }
        code
    }

    #[inline]
    fn mass(&mut self, column: Option<usize>) -> Option<f64> {
        let text = self.optional(column)?;
        // Only digits, sign and point begin a mass: the standard parser would also take `inf` and `NaN`.
        let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'));
        match text.parse::<f64>() {
            Ok(mass) if plain && mass.is_finite() && mass >= 0.0 => return Some(mass.abs()),
            Ok(mass) if plain && mass < 0.0 => {
                self.fault("CSV-MASS", column, "gross_mass_kg", "a mass in kilograms that is not negative");
            }
            _ => self.fault("CSV-MASS", column, "gross_mass_kg", "a mass in kilograms, such as 21500.5"),
        }
        None
    }
}
