//! Status events as canonical CSV.

use super::columns::NAMES;
use crate::csv::push_cell;
use tidewaiter_model::event::{Classifier, StatusEvent};

/// Writes the header line.
pub fn write_header(out: &mut Vec<u8>) {
    out.extend_from_slice(NAMES.join(",").as_bytes());
    out.push(b'\n');
}

/// Writes one event as one line, its columns in the order of [`write_header`].
pub fn write_row(event: &StatusEvent<'_>, out: &mut Vec<u8>) {
    let optional = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().unwrap_or_default().to_owned();
    let time = |time: Option<tidewaiter_model::time::UtcTime>| time.map(|time| time.to_string());
    let classifier = match event.classifier {
        Classifier::Actual => "",
        other => other.as_str(),
    };
    let cells = [
        event.message_id.to_string(),
        event.container.to_string(),
        event.event.as_str().to_owned(),
        event.event_time.to_string(),
        event.location.to_string(),
        event.full_empty.map_or("", |state| state.as_str()).to_owned(),
        optional(&event.vessel_imo),
        optional(&event.voyage),
        optional(&event.seal),
        event.gross_mass_kg.map(|mass| mass.to_string()).unwrap_or_default(),
        optional(&event.size_type),
        optional(&event.carrier),
        event.source.to_string(),
        classifier.to_owned(),
        time(event.created).unwrap_or_default(),
        time(event.received).unwrap_or_default(),
        optional(&event.transport_document),
    ];
    for (number, cell) in cells.iter().enumerate() {
        if number > 0 {
            out.push(b',');
        }
        push_cell(out, cell);
    }
    out.push(b'\n');
}
