//! Import declarations in the world's own layout, which the shipped mapping `tidewaiter` reads.

use crate::csv::push_cell;
use tidewaiter_model::declaration::ImportDeclaration;

const NAMES: &[&str] = &[
    "declaration_id",
    "item_number",
    "accepted",
    "office",
    "declarant",
    "importer",
    "importer_name",
    "exporter",
    "exporter_name",
    "hs_code",
    "description",
    "country_departure",
    "country_origin",
    "tax_rate_percent",
    "net_mass_kg",
    "gross_mass_kg",
    "value",
    "currency",
    "transport_document",
    "containers",
    "entry_summary_mrn",
    "irregular",
    "critical",
    "outcome_known",
];

/// Writes the header line.
pub fn write_header(out: &mut Vec<u8>) {
    out.extend_from_slice(NAMES.join(",").as_bytes());
    out.push(b'\n');
}

/// Writes one goods item as one line, its columns in the order of [`write_header`]. Containers are separated by
/// `;`. What stands in `extra` has no column in this layout.
pub fn write_row(declaration: &ImportDeclaration, out: &mut Vec<u8>) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    let flag = |flag: Option<bool>| flag.map(|flag| u8::from(flag).to_string()).unwrap_or_default();
    let value = declaration.value.as_ref();
    let outcome = declaration.outcome.as_ref();
    let cells = [
        declaration.declaration_id.clone(),
        declaration.item_number.to_string(),
        declaration.accepted.to_string(),
        text(&declaration.office),
        text(&declaration.declarant),
        text(&declaration.importer),
        text(&declaration.importer_name),
        text(&declaration.exporter),
        text(&declaration.exporter_name),
        text(&declaration.hs_code),
        text(&declaration.description),
        text(&declaration.country_departure),
        text(&declaration.country_origin),
        number(declaration.tax_rate_percent),
        number(declaration.net_mass_kg),
        number(declaration.gross_mass_kg),
        value.map(|value| value.amount.to_string()).unwrap_or_default(),
        value.map(|value| value.currency.clone()).unwrap_or_default(),
        text(&declaration.transport_document),
        declaration.containers.join(";"),
        text(&declaration.entry_summary_mrn),
        flag(outcome.map(|outcome| outcome.irregular)),
        flag(outcome.and_then(|outcome| outcome.critical)),
        outcome.map(|outcome| outcome.known.to_string()).unwrap_or_default(),
    ];
    for (number, cell) in cells.iter().enumerate() {
        if number > 0 {
            out.push(b',');
        }
        push_cell(out, cell);
    }
    out.push(b'\n');
}
