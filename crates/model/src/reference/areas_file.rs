//! The user's areas file: which location belongs to which port area, and what else the user knows of it.

use super::places::{Place, PlaceKind};
use super::{sphere, table};
use crate::diagnostic::Diagnostic;
use crate::identifier as locode;
use crate::provenance::ByteSpan;
use std::collections::BTreeMap;

const COLUMNS: [&str; 7] = ["location", "area", "latitude", "longitude", "country", "kind", "name"];

/// Longest code that is taken, in bytes. UN/LOCODE has five; terminals' own codes are longer.
const CODE_BYTES_MAX: usize = 32;

/// Most findings that are reported; a file of another kind would otherwise give one for each line.
const DIAGNOSTICS_MAX: usize = 1_000;

/// What one row says of a location.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) location: String,
    area: Option<String>,
    position: Option<(f64, f64)>,
    country: Option<String>,
    kind: Option<PlaceKind>,
    name: Option<String>,
}

impl Change {
    /// A place that no table has: only its code is known yet.
    pub(super) fn new_place(&self) -> Place {
        let country = if locode::locode_is_well_formed(&self.location) {
            locode::country_of(&self.location).unwrap_or("")
        } else {
            ""
        };
        Place {
            code: self.location.clone(),
            name: self.location.clone(),
            country: country.to_owned(),
            latitude: None,
            longitude: None,
            area: self.location.clone(),
            kind: PlaceKind::Other,
            source: "code:X".to_owned(),
        }
    }

    /// Writes what the row says over what the place had.
    pub(super) fn apply(self, place: &mut Place) {
        let mut facts = Vec::new();
        if let Some(area) = self.area {
            place.area = area;
            facts.push("area");
        }
        if let Some((latitude, longitude)) = self.position {
            (place.latitude, place.longitude) = (Some(latitude), Some(longitude));
            facts.push("coord");
        }
        if let Some(country) = self.country {
            place.country = country;
            facts.push("country");
        }
        if let Some(kind) = self.kind {
            place.kind = kind;
            facts.push("kind");
        }
        if let Some(name) = self.name {
            place.name = name;
            facts.push("name");
        }
        let kept = place.source.split(' ').filter(|word| {
            let fact = word.split(':').next().unwrap_or("");
            let replaced = facts.contains(&fact) || (fact == "flag" && facts.contains(&"coord"));
            !replaced
        });
        let mut words: Vec<String> = kept.map(str::to_owned).collect();
        words.extend(facts.iter().map(|fact| format!("{fact}:X")));
        place.source = words.join(" ");
    }
}

/// Reads the file: changes in order of the file, and what was wrong with it.
pub(super) fn read(text: &str) -> (Vec<Change>, Vec<Diagnostic>) {
    let mut reader = Reader { columns: BTreeMap::new(), diagnostics: Vec::new() };
    let mut rows = table::rows(text);
    let Some(header) = rows.next() else {
        return (Vec::new(), Vec::new());
    };
    if !reader.read_header(&header) {
        return (Vec::new(), reader.diagnostics);
    }
    let mut first_seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut changes = Vec::new();
    for row in rows {
        let Some(change) = reader.read_row(&row) else { continue };
        if first_seen.insert(change.location.clone(), row.start).is_some() {
            let found = change.location.clone();
            reader.warn(
                "AREA-TWICE",
                span_of_row(&row),
                "location",
                "each location once; this row counts",
                &found,
            );
        }
        changes.push(change);
    }
    (changes, reader.diagnostics)
}

fn span_of_row(row: &table::Row<'_>) -> ByteSpan {
    ByteSpan::new(row.start as u64, row.len as u64)
}

struct Reader {
    /// Column name to its place in a row.
    columns: BTreeMap<&'static str, usize>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() < DIAGNOSTICS_MAX {
            self.diagnostics.push(diagnostic);
        }
    }

    fn warn(&mut self, code: &str, span: ByteSpan, path: &str, expected: &str, found: &str) {
        self.report(Diagnostic::warning(code, span, path, expected, found));
    }

    fn read_header(&mut self, header: &table::Row<'_>) -> bool {
        for (index, field) in header.fields.iter().enumerate() {
            let span = ByteSpan::new(field.start as u64, field.len as u64);
            match COLUMNS.into_iter().find(|column| column.eq_ignore_ascii_case(&field.text)) {
                Some(column) => {
                    if self.columns.insert(column, index).is_some() {
                        self.warn(
                            "AREA-HEADER",
                            span,
                            column,
                            "each column once; the last one counts",
                            column,
                        );
                    }
                }
                None => self.warn(
                    "AREA-HEADER",
                    span,
                    "header",
                    "one of location, area, latitude, longitude, country, kind, name",
                    &field.text,
                ),
            }
        }
        for needed in ["location", "area"] {
            if !self.columns.contains_key(needed) {
                let found =
                    header.fields.iter().map(|field| field.text.as_ref()).collect::<Vec<_>>().join(",");
                let expected = "a header line with the columns location and area";
                self.report(Diagnostic::error("AREA-HEADER", span_of_row(header), needed, expected, &found));
                return false;
            }
        }
        true
    }

    fn read_row(&mut self, row: &table::Row<'_>) -> Option<Change> {
        if row.open_quote {
            let found = row.fields.last().map_or("", |field| field.text.as_ref());
            let expected = "a closing quote";
            self.report(Diagnostic::error("AREA-QUOTE", span_of_row(row), "row", expected, found));
            return None;
        }
        let (location, span) = self.value(row, "location")?;
        if location.is_empty() || location.len() > CODE_BYTES_MAX {
            let expected = "a UN/LOCODE or another code of at most 32 bytes";
            self.report(Diagnostic::error("AREA-LOCATION", span, "location", expected, location));
            return None;
        }
        let location = location.to_owned();
        let area = self.code_value(row, "area");
        let position = self.position(row);
        let country = self.country(row);
        let kind = self.kind(row);
        let name = self.value(row, "name").map(|(name, _)| name.to_owned()).filter(|name| !name.is_empty());
        Some(Change { location, area, position, country, kind, name })
    }

    /// The value of a column and where it stands; an empty value when the row is short.
    fn value<'r>(&self, row: &'r table::Row<'_>, column: &str) -> Option<(&'r str, ByteSpan)> {
        let index = *self.columns.get(column)?;
        let Some(field) = row.fields.get(index) else {
            return Some(("", span_of_row(row)));
        };
        Some((field.text.as_ref(), ByteSpan::new(field.start as u64, field.len as u64)))
    }

    fn code_value(&mut self, row: &table::Row<'_>, column: &str) -> Option<String> {
        let (code, span) = self.value(row, column)?;
        if code.is_empty() || code.len() > CODE_BYTES_MAX {
            let expected = "the code of the area's main seaport, at most 32 bytes; the place keeps its area";
            self.warn("AREA-AREA", span, column, expected, code);
            return None;
        }
        Some(code.to_owned())
    }

    fn position(&mut self, row: &table::Row<'_>) -> Option<(f64, f64)> {
        let (latitude, span) = self.value(row, "latitude")?;
        let (longitude, other) = self.value(row, "longitude")?;
        if latitude.is_empty() && longitude.is_empty() {
            return None;
        }
        let position = latitude.parse().ok().zip(longitude.parse().ok());
        let position = position.filter(|position| sphere::is_position(*position));
        if position.is_none() {
            let span = ByteSpan::new(
                span.start.min(other.start),
                span.end().max(other.end()) - span.start.min(other.start),
            );
            let expected =
                "decimal degrees, latitude -90 to 90 and longitude -180 to 180; the place keeps its position";
            self.warn("AREA-POSITION", span, "latitude", expected, &format!("{latitude},{longitude}"));
        }
        position
    }

    fn country(&mut self, row: &table::Row<'_>) -> Option<String> {
        let (country, span) = self.value(row, "country")?;
        if country.is_empty() {
            return None;
        }
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            self.warn("AREA-COUNTRY", span, "country", "two capital letters, ISO 3166-1 alpha-2", country);
            return None;
        }
        Some(country.to_owned())
    }

    fn kind(&mut self, row: &table::Row<'_>) -> Option<PlaceKind> {
        let (word, span) = self.value(row, "kind")?;
        if word.is_empty() {
            return None;
        }
        let kind = PlaceKind::from_word(word);
        if kind.is_none() {
            let expected = "one of seaport, inland_depot, rail_terminal, airport, free_zone, other";
            self.warn("AREA-KIND", span, "kind", expected, word);
        }
        kind
    }
}
