//! Status reports as files: canonical CSV by month, DCSA bodies of some two hundred events, in order of arrival.

use crate::fleet::{Carrier, Dialect};
use crate::reports::Report;
use crate::settings::Folder;
use std::borrow::Cow;
use tidewaiter_formats::dcsa;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{Classifier, StatusEvent};
use tidewaiter_model::time::UtcTime;

/// Where files go: folder, path, bytes.
pub(crate) type Sink<'a> = dyn FnMut(Folder, &str, &[u8]) + 'a;

const HEADER: &str = "message_id,container,event,event_time,location,full_empty,vessel_imo,voyage,seal,\
gross_mass_kg,size_type,carrier,source,classifier,created_time,received_time\n";
/// A file is closed when it is longer than this.
const FILE_BYTES: usize = 24 << 20;
const EVENTS_PER_BODY: usize = 200;

/// Writes all reports.
pub(crate) fn write(reports: &mut [Report], texts: &TextTable, carriers: &[Carrier], file: &mut Sink<'_>) {
    reports.sort_unstable_by_key(|report| (report.received, report.number));
    write_csv(reports, texts, carriers, file);
    for (dialect, name) in [(Dialect::Dcsa2, "tnt22"), (Dialect::Dcsa3, "tnt30")] {
        // A body is complete when its last event is known, so order of creation is order of arrival.
        let mut events: Vec<&Report> = reports.iter().filter(|report| report.dialect == dialect).collect();
        events.sort_by_key(|report| (report.created, report.number));
        for (number, body) in events.chunks(EVENTS_PER_BODY).enumerate() {
            let records: Vec<StatusEvent<'_>> =
                body.iter().map(|report| record(report, texts, carriers)).collect();
            let bytes =
                if dialect == Dialect::Dcsa2 { dcsa::write_v2(&records) } else { dcsa::write_v3(&records) };
            let month = body.last().map_or_else(String::new, |report| month(report.created));
            file(Folder::Messages, &format!("dcsa/{month}-{name}-{:05}.json", number + 1), &bytes);
        }
    }
}

pub(crate) fn month(time: UtcTime) -> String {
    time.date_text().get(..7).unwrap_or_default().to_owned()
}

fn write_csv(reports: &[Report], texts: &TextTable, carriers: &[Carrier], file: &mut Sink<'_>) {
    let mut out = String::new();
    let mut of_month = String::new();
    let mut part = 0;
    for report in reports.iter().filter(|report| report.dialect == Dialect::Csv) {
        let its_month = month(report.received);
        if its_month != of_month || out.len() > FILE_BYTES {
            close(&mut out, &of_month, part, file);
            part = if its_month == of_month { part + 1 } else { 1 };
            of_month = its_month;
            out.push_str(HEADER);
        }
        row(report, texts, carriers, &mut out);
    }
    close(&mut out, &of_month, part, file);
}

fn close(out: &mut String, month: &str, part: usize, file: &mut Sink<'_>) {
    if !out.is_empty() {
        file(Folder::Messages, &format!("status-{month}-{part:03}.csm.csv"), out.as_bytes());
        out.clear();
    }
}

/// One row. Senders other than carriers write local time with its offset, which is why this is not left to the
/// writer of the formats: that one writes UTC. No cell needs quoting: all texts are codes.
fn row(report: &Report, texts: &TextTable, carriers: &[Carrier], out: &mut String) {
    use std::fmt::Write;
    let text = |id: TextId| texts.text(id);
    let carrier = carriers.get(usize::from(report.carrier)).map_or("", |carrier| carrier.code);
    let mass =
        if report.gross_mass_kg.is_nan() { String::new() } else { format!("{:.0}", report.gross_mass_kg) };
    let classifier = if report.classifier == Classifier::Actual { "ACT" } else { report.classifier.as_str() };
    let (time, full_empty) = (local_time(report.time, report.offset_minutes), report.full_empty);
    // Writing into memory cannot fail.
    let _ = writeln!(
        out,
        "{}-{},{},{},{time},{},{},{},{},{},{mass},{},{carrier},{},{classifier},{},{}",
        text(report.source),
        report.number,
        text(report.container),
        report.code.as_str(),
        text(report.location),
        full_empty.map_or("", |state| state.as_str()),
        text(report.vessel),
        text(report.voyage),
        text(report.seal),
        text(report.size_type),
        text(report.source),
        report.created,
        report.received,
    );
}

/// RFC 3339 with `Z` for offset 0, local time with its offset elsewhere.
fn local_time(time: UtcTime, offset_minutes: i16) -> String {
    if offset_minutes == 0 {
        return time.to_string();
    }
    let local = time.plus_hours(f64::from(offset_minutes) / 60.0).to_string();
    let sign = if offset_minutes < 0 { '-' } else { '+' };
    let minutes = offset_minutes.unsigned_abs();
    format!("{}{sign}{:02}:{:02}", local.trim_end_matches('Z'), minutes / 60, minutes % 60)
}

fn record<'t>(report: &Report, texts: &'t TextTable, carriers: &'t [Carrier]) -> StatusEvent<'t> {
    let some = |id: TextId| id.some().map(|id| Cow::Borrowed(texts.text(id)));
    let carrier = carriers.get(usize::from(report.carrier)).map_or("", |carrier| carrier.code);
    StatusEvent {
        message_id: Cow::Owned(event_id(carrier, report.number)),
        container: Cow::Borrowed(texts.text(report.container)),
        event: report.code,
        event_time: report.time,
        location: Cow::Borrowed(texts.text(report.location)),
        full_empty: report.full_empty,
        vessel_imo: some(report.vessel),
        voyage: some(report.voyage),
        seal: some(report.seal),
        gross_mass_kg: None,
        size_type: some(report.size_type),
        carrier: Some(Cow::Borrowed(carrier)),
        source: Cow::Borrowed(carrier),
        classifier: report.classifier,
        created: Some(report.created),
        received: None,
        transport_document: some(report.document),
    }
}

/// An event id in the shape of a UUID, from carrier and number.
fn event_id(carrier: &str, number: u32) -> String {
    let letters = carrier.bytes().fold(0u32, |sum, byte| sum << 8 | u32::from(byte));
    let mixed = number.wrapping_mul(0x9E37_79B9).rotate_left(7) ^ letters;
    format!("{mixed:08x}-{:04x}-4{:03x}-8{:03x}-{number:012x}", letters >> 16, letters & 0xfff, mixed & 0xfff)
}
