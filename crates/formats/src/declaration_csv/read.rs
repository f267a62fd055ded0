//! Rows of any declaration layout to import declarations.

use super::field::Field;
use super::mapping::{Mapping, OutcomeColumns};
use crate::DIAGNOSTICS_MAX;
use crate::csv::{Cells, Quotes, Row, Rows, Scratch, row_fault, split, too_long, utf8_fault};
use crate::message::{Identity, ReadMessage};
use crate::status_csv::header;
use std::borrow::Cow;
use tidewaiter_model::declaration::{DeclaredOutcome, ImportDeclaration};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::money::{Decimal, Money};
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;

/// Reader of one file.
#[derive(Debug)]
pub(crate) struct DeclarationCsv {
    rows: Rows,
    mapping: Mapping,
    layout: Option<Layout>,
    scratch: Scratch,
}

/// A mapping's columns found in one file's header.
#[derive(Debug)]
struct Layout {
    names: Vec<String>,
    fields: Vec<(usize, Field)>,
    key: Vec<usize>,
    irregular: Option<usize>,
    critical: Option<usize>,
    known: Option<usize>,
    /// Columns kept as extra.
    extra: Vec<usize>,
    /// Named by the mapping, not in the file.
    missing: Vec<String>,
    /// In the file, not named by the mapping, when that is refused.
    refused: Vec<String>,
}

impl DeclarationCsv {
    pub(crate) fn new(mapping: Mapping) -> DeclarationCsv {
        let layout = mapping.names.clone().map(|names| Layout::new(names, &mapping));
        let rows = Rows::new(mapping.separator);
        DeclarationCsv { rows, mapping, layout, scratch: Scratch::default() }
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
                Row::Line(start, bytes, quotes) => match &self.layout {
                    Some(layout) => {
                        sink(read_row(&self.mapping, layout, start, bytes, quotes, &mut self.scratch));
                    }
                    None => {
                        let line = decode(bytes, self.mapping.latin1).unwrap_or_default();
                        let names =
                            header(line.as_bytes(), self.mapping.separator, quotes, &mut self.scratch);
                        self.layout = Some(Layout::new(names, &self.mapping));
                    }
                },
                Row::TooLong(start, len) => {
                    sink(ReadMessage::refused(ByteSpan::new(start, len), &[], vec![too_long(len)]));
                }
            }
        }
        pos
    }
}

impl Layout {
    fn new(names: Vec<String>, mapping: &Mapping) -> Layout {
        let place = |column: &str| names.iter().position(|name| name.eq_ignore_ascii_case(column));
        let outcome = mapping.outcome.as_ref();
        let mut fields: Vec<_> =
            mapping.columns.iter().filter_map(|(column, field)| Some((place(column)?, *field))).collect();
        // In the order of the file, so that containers of several columns keep it.
        fields.sort_unstable();
        let irregular = outcome.and_then(|outcome| place(&outcome.irregular));
        let critical = outcome.and_then(|outcome| place(outcome.critical.as_deref()?));
        let known = outcome.and_then(|outcome| place(outcome.known.as_deref()?));
        let used = |index: usize| {
            fields.iter().any(|(place, _)| *place == index)
                || [irregular, critical, known].contains(&Some(index))
        };
        let named = mapping.named_columns();
        let is_named = |name: &str| named.iter().any(|column| column.eq_ignore_ascii_case(name));
        let extra: Vec<_> = (0..names.len()).filter(|index| !used(*index)).collect();
        // Every row repeats what is wrong with the header: more than a row can list is never looked at.
        let refused = names.iter().filter(|name| mapping.refuse_unmapped && !is_named(name));
        let refused = refused.take(DIAGNOSTICS_MAX + 1).cloned().collect();
        let missing = mapping.required().into_iter().filter(|column| place(column).is_none());
        Layout {
            missing: missing.take(DIAGNOSTICS_MAX + 1).map(str::to_owned).collect(),
            key: mapping.key.iter().filter_map(|column| place(column)).collect(),
            refused,
            fields,
            irregular,
            critical,
            known,
            extra,
            names,
        }
    }
}

/// The text of a row; `None` when it is not in the mapping's encoding.
fn decode(bytes: &[u8], latin1: bool) -> Option<Cow<'_, str>> {
    if latin1 && !bytes.is_ascii() {
        return Some(bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into());
    }
    std::str::from_utf8(bytes).ok().map(Cow::Borrowed)
}

fn read_row<'a>(
    mapping: &Mapping,
    layout: &Layout,
    start: u64,
    bytes: &'a [u8],
    quotes: Quotes,
    scratch: &mut Scratch,
) -> ReadMessage<'a> {
    let span = ByteSpan::new(start, bytes.len() as u64);
    if let Some(fault) = row_fault(bytes, quotes) {
        return ReadMessage::refused(span, bytes, vec![fault]);
    }
    let Some(text) = decode(bytes, mapping.latin1) else {
        let faults = std::str::from_utf8(bytes).err().map(|error| utf8_fault(bytes, error));
        return ReadMessage::refused(span, bytes, faults.into_iter().collect());
    };
    let cells = split(&text, mapping.separator, quotes, scratch);
    let reencoded = matches!(text, Cow::Owned(_));
    let mut row =
        RowReader { mapping, layout, cells, text: &text, reencoded, diagnostics: Vec::new(), refused: false };
    if quotes == Quotes::Bare {
        let whole = ByteSpan::new(0, bytes.len() as u64);
        let expected = "quotes only around a whole cell, doubled inside";
        row.diagnostics.push(Diagnostic::warning("CSV-QUOTE", whole, "", expected, &text));
    }
    let Some((declaration, received)) = row.declaration() else {
        return ReadMessage::refused(span, bytes, row.diagnostics);
    };
    let id = if layout.key.is_empty() {
        format!("{}/{}", declaration.declaration_id, declaration.item_number)
    } else {
        layout.key.iter().map(|index| row.cells.text(*index)).collect::<Vec<_>>().join("/")
    };
    ReadMessage {
        span,
        bytes,
        identity: Some(Identity { source: mapping.source.clone().into(), id: id.into() }),
        received,
        event_time: Some(declaration.accepted),
        record: Some(Record::Declaration(Box::new(declaration))),
        more: Vec::new(),
        diagnostics: row.diagnostics,
    }
}

struct RowReader<'a, 's> {
    mapping: &'s Mapping,
    layout: &'s Layout,
    cells: Cells<'a, 's>,
    text: &'s str,
    /// The row was decoded from one byte a character: spans are counted in characters.
    reencoded: bool,
    diagnostics: Vec<Diagnostic>,
    refused: bool,
}

impl RowReader<'_, '_> {
    fn declaration(&mut self) -> Option<(ImportDeclaration, Option<UtcTime>)> {
        let (mapping, layout) = (self.mapping, self.layout);
        self.layout_faults();
        if self.refused {
            return None;
        }
        let mut draft = Draft { currency: mapping.currency.clone(), ..Draft::default() };
        draft.record.item_number = 1;
        for (field, value) in &mapping.constants {
            self.set(&mut draft, *field, None, value);
        }
        for (index, field) in &layout.fields {
            let value = self.cells.text(*index).into_owned();
            self.set(&mut draft, *field, Some(*index), &value);
        }
        for index in &layout.extra {
            let value = self.cells.text(*index);
            if let Some(name) = layout.names.get(*index).filter(|_| !value.is_empty()) {
                draft.record.extra.insert(name.clone(), value.into_owned());
            }
        }
        let accepted = self.finish(&mut draft);
        if let (Some(outcome), Some(accepted)) = (&mapping.outcome, accepted) {
            draft.record.outcome = self.outcome(outcome, accepted);
        }
        (!self.refused).then_some((draft.record, draft.received))
    }

    fn layout_faults(&mut self) {
        let whole = ByteSpan::new(0, self.span_of(self.cells.len().saturating_sub(1)).end());
        let mut fault = |code: &str, path: &str, expected: String, found: &str| {
            self.diagnostics.push(Diagnostic::error(code, whole, path, expected, found));
            self.refused = true;
        };
        for column in &self.layout.missing {
            fault("DECL-COLUMN", column, "this column in the header".to_owned(), "no such column");
        }
        for column in &self.layout.refused {
            let expected = format!("only columns that the mapping `{}` names", self.mapping.name);
            fault("DECL-COLUMN", column, expected, column);
        }
        let (expected, found) = (self.layout.names.len(), self.cells.len());
        if found != expected {
            let expected = format!("{expected} cells, as in the header");
            fault("CSV-CELLS", "", expected, &format!("{found} cells"));
        }
        if self.diagnostics.len() > DIAGNOSTICS_MAX {
            self.diagnostics.truncate(DIAGNOSTICS_MAX - 1);
            let found = "more faults than are listed";
            self.diagnostics.push(Diagnostic::error("DECL-MORE", whole, "", "fewer faults", found));
        }
    }

    /// Checks what must be there and puts the amount together.
    fn finish(&mut self, draft: &mut Draft) -> Option<UtcTime> {
        if let Some(amount) = draft.amount {
            if draft.currency.is_empty() {
                self.fault("DECL-CURRENCY", None, "currency", "a currency for the value", "");
            }
            draft.record.value = Some(Money { amount, currency: std::mem::take(&mut draft.currency) });
        }
        if draft.record.declaration_id.is_empty() {
            let column = self.column_of(Field::DeclarationId);
            self.fault("DECL-REQUIRED", column, "declaration_id", "a declaration number", "");
        }
        if draft.accepted.is_none() && !self.refused {
            let column = self.column_of(Field::Accepted);
            self.fault("DECL-REQUIRED", column, "accepted", "the date of acceptance", "");
        }
        draft.record.accepted = draft.accepted?;
        draft.accepted
    }

    fn column_of(&self, wanted: Field) -> Option<usize> {
        self.layout.fields.iter().find(|(_, field)| *field == wanted).map(|(index, _)| *index)
    }

    fn span_of(&self, index: usize) -> ByteSpan {
        let span = self.cells.span(index);
        if !self.reencoded {
            return span;
        }
        let characters =
            |end: u64| self.text.get(..end as usize).map_or(0, |text| text.chars().count()) as u64;
        let start = characters(span.start);
        ByteSpan::new(start, characters(span.end()).saturating_sub(start))
    }

    fn fault(&mut self, code: &str, column: Option<usize>, field: &str, expected: &str, found: &str) {
        let name = column.and_then(|index| self.layout.names.get(index)).map_or(field, String::as_str);
        let span = column.map(|index| self.span_of(index)).unwrap_or_default();
        self.diagnostics.push(Diagnostic::error(code, span, name, expected, found));
        self.refused = true;
    }

    fn set(&mut self, draft: &mut Draft, field: Field, column: Option<usize>, value: &str) {
        if value.is_empty() {
            return;
        }
        let text = || Some(value.to_owned());
        let record = &mut draft.record;
        match field {
            Field::DeclarationId => record.declaration_id = value.to_owned(),
            Field::ItemNumber => match value.parse() {
                Ok(number) => record.item_number = number,
                Err(_) => {
                    self.fault("DECL-NUMBER", column, field.name(), "a whole number of the item", value);
                }
            },
            Field::Accepted => draft.accepted = self.time(column, field.name(), value),
            Field::Received => draft.received = self.time(column, field.name(), value),
            Field::Office => record.office = text(),
            Field::Declarant => record.declarant = text(),
            Field::Importer => record.importer = text(),
            Field::ImporterName => record.importer_name = text(),
            Field::Exporter => record.exporter = text(),
            Field::ExporterName => record.exporter_name = text(),
            Field::HsCode => record.hs_code = Some(self.hs_code(column, value)),
            Field::Description => record.description = text(),
            Field::CountryDeparture => record.country_departure = text(),
            Field::CountryOrigin => record.country_origin = text(),
            Field::TaxRatePercent => {
                record.tax_rate_percent = self.number(column, field, "DECL-NUMBER", value);
            }
            Field::NetMassKg => record.net_mass_kg = self.number(column, field, "DECL-MASS", value),
            Field::GrossMassKg => record.gross_mass_kg = self.number(column, field, "DECL-MASS", value),
            Field::Value => draft.amount = self.amount(column, value),
            Field::Currency => draft.currency = value.to_owned(),
            Field::TransportDocument => record.transport_document = text(),
            Field::Containers => {
                let containers = value.split(self.mapping.list_separator.as_str()).map(str::trim_ascii);
                record.containers.extend(containers.filter(|text| !text.is_empty()).map(str::to_owned));
            }
            Field::EntrySummaryMrn => record.entry_summary_mrn = text(),
        }
    }

    fn time(&mut self, column: Option<usize>, name: &str, value: &str) -> Option<UtcTime> {
        let offset = self.mapping.offset_minutes;
        let time = self.mapping.date_formats.iter().find_map(|format| format.parse(value, offset));
        if time.is_none() {
            let expected = "a date in one of the mapping's formats";
            self.fault("DECL-TIME", column, name, expected, value);
        }
        time
    }

    /// Digits without points or blanks, with leading zeros up to the mapping's length.
    fn hs_code(&mut self, column: Option<usize>, value: &str) -> String {
        let code: String = value.chars().filter(|character| !matches!(character, '.' | ' ')).collect();
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            let span = column.map(|index| self.span_of(index)).unwrap_or_default();
            let expected = "an HS code of digits";
            self.diagnostics.push(Diagnostic::warning("DECL-HS", span, "hs_code", expected, value));
            return value.to_owned();
        }
        format!("{code:0>width$}", width = self.mapping.hs_digits)
    }

    fn plain_number<'t>(&self, value: &'t str) -> Cow<'t, str> {
        if self.mapping.decimal_comma {
            value.replace(['.', ' '], "").replace(',', ".").into()
        } else {
            value.into()
        }
    }

    fn number(&mut self, column: Option<usize>, field: Field, code: &str, value: &str) -> Option<f64> {
        let plain = self.plain_number(value);
        let numeric =
            plain.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'));
        let number =
            plain.parse::<f64>().ok().filter(|number| numeric && number.is_finite() && *number >= 0.0);
        if number.is_none() {
            self.fault(code, column, field.name(), "a number that is not negative", value);
        }
        number.map(f64::abs)
    }

    fn amount(&mut self, column: Option<usize>, value: &str) -> Option<Decimal> {
        let plain = self.plain_number(value);
        let exact = Decimal::from_str_exact(&plain).or_else(|_| Decimal::from_scientific(&plain));
        let amount = exact.ok().filter(|amount| !amount.is_sign_negative() || amount.is_zero());
        if amount.is_none() {
            self.fault("DECL-VALUE", column, "value", "an amount of at most 28 digits, not negative", value);
        }
        amount
    }

    fn outcome(&mut self, columns: &OutcomeColumns, accepted: UtcTime) -> Option<DeclaredOutcome> {
        let irregular = self.flag(columns, self.layout.irregular, &columns.irregular)?;
        let critical_value = self.layout.critical.map(|index| self.cells.text(index).into_owned());
        let is_critical = critical_value.is_some_and(|value| columns.critical_values.contains(&value));
        let critical = match self.layout.critical {
            Some(_) if is_critical => Some(true),
            // Where the critical values have their own list, the plain `true` is merely irregular.
            column => {
                self.flag(columns, column, "critical").map(|flag| flag && columns.critical_values.is_empty())
            }
        };
        let known = match self.layout.known {
            Some(index) => {
                let value = self.cells.text(index).into_owned();
                if value.is_empty() {
                    self.fault(
                        "DECL-REQUIRED",
                        Some(index),
                        "known",
                        "the time when the outcome was known",
                        "",
                    );
                    return None;
                }
                self.time(Some(index), "known", &value)?
            }
            None => accepted.plus_days(columns.lag_days),
        };
        Some(DeclaredOutcome { irregular, critical, known })
    }

    fn flag(&mut self, columns: &OutcomeColumns, column: Option<usize>, name: &str) -> Option<bool> {
        let value = self.cells.text(column?);
        let listed = |values: &[String]| values.iter().any(|listed| listed.eq_ignore_ascii_case(&value));
        match (listed(&columns.true_values), listed(&columns.false_values), value.is_empty()) {
            (true, ..) => Some(true),
            (_, true, _) => Some(false),
            (.., true) => None,
            _ => {
                let expected = format!(
                    "one of {} or {}",
                    columns.true_values.join(", "),
                    columns.false_values.join(", ")
                );
                let value = value.into_owned();
                self.fault("DECL-FLAG", column, name, &expected, &value);
                None
            }
        }
    }
}

#[derive(Default)]
struct Draft {
    record: ImportDeclaration,
    accepted: Option<UtcTime>,
    received: Option<UtcTime>,
    amount: Option<Decimal>,
    currency: String,
}
