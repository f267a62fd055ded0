//! Tables: whose header is it?

use super::{Detected, EXPECTED, Format, listed};
use crate::csv::{Quotes, RowEnd, Scratch, find_row_end};
use crate::declaration_csv::Mapping;
use crate::status_csv::{Columns, REQUIRED, header};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;

pub(crate) fn detect(text: &[u8], mappings: &[Mapping]) -> Result<Detected, Box<Diagnostic>> {
    if !text.contains(&b'\n') && text.contains(&b'\r') {
        let expected = "lines that end in a line feed";
        return Err(refused("FMT-LINES", text.len(), expected, "lines that end in a carriage return alone"));
    }
    let (line, names) = columns_at(text, b',');
    if Columns::of(&names).missing().is_empty() {
        return Ok(Detected { format: Format::StatusCsv, mapping: None });
    }
    if let Some(number) = best_mapping(text, mappings) {
        return Ok(Detected { format: Format::DeclarationCsv, mapping: Some(number) });
    }
    for (separator, name) in [(b';', "semicolon"), (b'\t', "tab"), (b'|', "bar")] {
        if Columns::of(&columns_at(text, separator).1).missing().is_empty() {
            let found = format!("the canonical columns, separated by a {name}");
            return Err(refused("FMT-SEPARATOR", line, "columns separated by a comma", &found));
        }
    }
    Err(nearest(text, line, &names, mappings))
}

fn refused(code: &str, len: usize, expected: &str, found: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(code, ByteSpan::new(0, len as u64), "", expected, found))
}

/// The cells of the first line that is not blank, and the offset of its end.
fn columns_at(text: &[u8], separator: u8) -> (usize, Vec<String>) {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let RowEnd::At(end, quotes) = find_row_end(rest, separator, true) else { break };
        let row = rest.get(..end).unwrap_or_default();
        let row = row.strip_suffix(b"\r").unwrap_or(row);
        if !row.is_empty() {
            let quotes = if quotes == Quotes::Broken { Quotes::Bare } else { quotes };
            return (at + end, header(row, separator, quotes, &mut Scratch::default()));
        }
        at += end + 1;
    }
    (text.len(), Vec::new())
}

fn has(names: &[String], column: &str) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(column))
}

/// The mapping that names most of the columns, among those whose required columns are all there; of equals the
/// first. A layout without header fits when the number of cells does.
fn best_mapping(text: &[u8], mappings: &[Mapping]) -> Option<usize> {
    let fits = mappings.iter().enumerate().filter_map(|(number, mapping)| {
        let names = columns_at(text, mapping.separator).1;
        if let Some(layout) = &mapping.names {
            return (layout.len() == names.len()).then_some((0, number));
        }
        let complete = mapping.required().iter().all(|column| has(&names, column));
        let known = mapping.named_columns().iter().filter(|column| has(&names, column)).count();
        complete.then_some((known, number))
    });
    fits.max_by_key(|(known, number)| (*known, usize::MAX - number)).map(|(_, number)| number)
}

/// The layout that shares most columns, and which of its columns are missing.
fn nearest(text: &[u8], line: usize, names: &[String], mappings: &[Mapping]) -> Box<Diagnostic> {
    let status_shared = REQUIRED.iter().filter(|column| has(names, column)).count();
    let best = mappings
        .iter()
        .map(|mapping| {
            let names = columns_at(text, mapping.separator).1;
            (mapping.named_columns().iter().filter(|column| has(&names, column)).count(), mapping, names)
        })
        .max_by_key(|(shared, ..)| *shared);
    let (layout, missing) = match best {
        Some((shared, mapping, names)) if shared > status_shared => {
            let missing: Vec<_> =
                mapping.required().into_iter().filter(|column| !has(&names, column)).collect();
            (format!("the mapping `{}`", mapping.name()), listed(missing))
        }
        _ if status_shared >= 2 => {
            let missing = Columns::of(names).missing();
            ("the canonical CSV of container status messages".to_owned(), listed(missing))
        }
        _ => {
            let first = String::from_utf8_lossy(text.get(..line.min(200)).unwrap_or_default()).into_owned();
            let found = if first.trim().chars().any(char::is_alphanumeric) {
                first
            } else {
                "nothing of the kind".to_owned()
            };
            return refused("FMT-TEXT", line, EXPECTED, found.trim());
        }
    };
    let expected = format!("{missing} in the header, for {layout}");
    refused("FMT-COLUMNS", line, &expected, &listed(names.iter().map(String::as_str)))
}
