//! One row of the canonical CSV as typed fields that borrow their texts: a plain row costs no allocation.

use super::columns::Columns;
use crate::csv::Cells;
use crate::time::parse_time;
use std::borrow::Cow;
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty, StatusEvent};
use tidewaiter_model::identifier::locode_is_well_formed;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::time::UtcTime;

/// A status event that borrows every text; an empty text stands for absent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StatusFields<'r> {
    /// The sender's id of the message.
    pub message_id: &'r str,
    /// Container number as reported.
    pub container: &'r str,
    /// What happened.
    pub event: EventCode,
    /// When.
    pub event_time: UtcTime,
    /// Place as reported.
    pub location: &'r str,
    /// Laden or empty, if said.
    pub full_empty: Option<FullEmpty>,
    /// IMO number of the vessel.
    pub vessel_imo: &'r str,
    /// Voyage number.
    pub voyage: &'r str,
    /// Seal number.
    pub seal: &'r str,
    /// Gross mass in kilograms.
    pub gross_mass_kg: Option<f64>,
    /// ISO 6346 size and type code.
    pub size_type: &'r str,
    /// Carrier.
    pub carrier: &'r str,
    /// Who reported it.
    pub source: &'r str,
    /// Actual or foreseen.
    pub classifier: Classifier,
    /// When the source recorded it.
    pub created: Option<UtcTime>,
    /// When this administration received it, if the row says.
    pub received: Option<UtcTime>,
    /// Transport document or booking.
    pub transport_document: &'r str,
}

impl<'r> StatusFields<'r> {
    /// The same as a record.
    pub fn event(&self) -> StatusEvent<'r> {
        let optional = |text: &'r str| (!text.is_empty()).then_some(Cow::Borrowed(text));
        StatusEvent {
            message_id: Cow::Borrowed(self.message_id),
            container: Cow::Borrowed(self.container),
            event: self.event,
            event_time: self.event_time,
            location: Cow::Borrowed(self.location),
            full_empty: self.full_empty,
            vessel_imo: optional(self.vessel_imo),
            voyage: optional(self.voyage),
            seal: optional(self.seal),
            gross_mass_kg: self.gross_mass_kg,
            size_type: optional(self.size_type),
            carrier: optional(self.carrier),
            source: Cow::Borrowed(self.source),
            classifier: self.classifier,
            created: self.created,
            received: self.received,
            transport_document: optional(self.transport_document),
        }
    }

    /// When an archive counts it as known: at its event time; what is foreseen, from when it was recorded if that is
    /// earlier.
    pub fn known_at_event_time(&self) -> UtcTime {
        match self.created {
            Some(created) if self.classifier != Classifier::Actual => created.min(self.event_time),
            _ => self.event_time,
        }
    }
}

/// Reads the fields of one row, and says what is wrong with them.
pub(super) struct FieldReader<'a, 's> {
    pub(super) cells: Cells<'a, 's>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether to say of accepted rows what is odd in them.
    pub(super) warn: bool,
    pub(super) refused: bool,
}

impl<'a: 's, 's> FieldReader<'a, 's> {
    #[inline(always)]
    pub(super) fn fields(&mut self, columns: &Columns) -> Option<StatusFields<'s>> {
        if self.cells.len() != columns.count {
            self.wrong_count(columns.count);
            return None;
        }
        let fields = StatusFields {
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
            vessel_imo: self.text(columns.vessel_imo),
            voyage: self.text(columns.voyage),
            seal: self.text(columns.seal),
            gross_mass_kg: self.mass(columns.gross_mass_kg),
            size_type: self.text(columns.size_type),
            carrier: self.text(columns.carrier),
            source: self.text(columns.source),
            classifier: self
                .code(columns.classifier, "classifier", "ACT, EST, PLN, REQ or blank", Classifier::from_code)
                .unwrap_or(Classifier::Actual),
            created: self.time(columns.created_time, "created_time"),
            received: self.time(columns.received_time, "received_time"),
            transport_document: self.text(columns.transport_document),
        };
        (!self.refused).then_some(fields)
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
            column.map(|index| (self.cells.span(index), self.cells.shared(index))).unwrap_or_default();
        self.diagnostics.push(Diagnostic::error(code, span, name, expected, found));
        self.refused = true;
    }

    #[inline(always)]
    fn text(&self, column: Option<usize>) -> &'s str {
        column.map_or("", |index| self.cells.shared(index))
    }

    #[inline]
    fn required(&mut self, column: Option<usize>, name: &str) -> &'s str {
        let text = self.text(column);
        if text.is_empty() {
            self.fault("CSV-REQUIRED", column, name, "a value in this column");
        }
        text
    }

    #[inline]
    fn event_code(&mut self, column: Option<usize>) -> EventCode {
        let text = self.required(column, "event");
        match EventCode::from_code(text.as_bytes()) {
            Some(code) => return code,
            None if text.is_empty() => {}
            None => {
                let codes: Vec<_> = EventCode::ALL.iter().map(|code| code.as_str()).collect();
                self.fault("CSV-EVENT", column, "event", &format!("one of {}", codes.join(", ")));
            }
        }
        EventCode::Other
    }

    #[inline]
    fn event_time(&mut self, column: Option<usize>) -> UtcTime {
        let time = self.time(column, "event_time");
        if time.is_none() && self.text(column).is_empty() {
            self.fault("CSV-REQUIRED", column, "event_time", "a value in this column");
        }
        time.unwrap_or_default()
    }

    #[inline(always)]
    fn time(&mut self, column: Option<usize>, name: &str) -> Option<UtcTime> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let time = parse_time(text);
        if time.is_none() {
            let expected = "an RFC 3339 time with offset, such as 2026-03-01T14:30:00+01:00";
            self.fault("CSV-TIME", column, name, expected);
        }
        time
    }

    #[inline]
    fn location(&mut self, column: Option<usize>) -> &'s str {
        let location = self.required(column, "location");
        if self.warn && !location.is_empty() && !locode_is_well_formed(location) {
            let span = column.map(|index| self.cells.span(index)).unwrap_or_default();
            let expected = "a UN/LOCODE: two letters of the country and three letters or digits 2 to 9";
            self.diagnostics.push(Diagnostic::warning("CSV-LOCATION", span, "location", expected, location));
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
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let code = from_code(text.as_bytes());
        if code.is_none() {
            self.fault("CSV-CODE", column, name, expected);
        }
        code
    }

    #[inline]
    fn mass(&mut self, column: Option<usize>) -> Option<f64> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let plain = plain_mass(text.as_bytes());
        if plain.is_some() { plain } else { self.odd_mass(text, column) }
    }

    fn odd_mass(&mut self, text: &str, column: Option<usize>) -> Option<f64> {
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

/// Digits with at most one point, few enough that one division of two exact numbers is the nearest number.
#[inline]
fn plain_mass(text: &[u8]) -> Option<f64> {
    const POWERS: [f64; 16] =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    if text.len() > 15 || !text.first()?.is_ascii_digit() || !text.last()?.is_ascii_digit() {
        return None;
    }
    let (mut digits, mut point) = (0u64, None);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'0'..=b'9' => digits = digits * 10 + u64::from(byte - b'0'),
            b'.' if point.is_none() => point = Some(at),
            _ => return None,
        }
    }
    let places = point.map_or(0, |point| text.len() - 1 - point);
    POWERS.get(places).map(|power| digits as f64 / power)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_plain_mass_is_what_the_standard_parser_reads(text in "[0-9]{1,9}(\\.[0-9]{1,6})?") {
            if let Some(mass) = plain_mass(text.as_bytes()) {
                proptest::prop_assert_eq!(Some(mass), text.parse().ok());
            }
        }
    }
}
