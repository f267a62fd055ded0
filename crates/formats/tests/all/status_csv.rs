//! The canonical CSV.

use crate::fixtures::{STATUS, read};
use tidewaiter_formats::{Format, ROW_BYTES_MAX};

#[test]
fn the_fixture_reads() {
    let messages = read(STATUS.as_bytes(), Format::StatusCsv);
    assert_eq!(messages.len(), 3, "{messages:#?}");
    assert_eq!(messages[0].identity, Some(("MAEU".into(), "m1".into())));
    assert_eq!(
        messages[0].received.as_deref(),
        Some("2026-03-01T15:00:00Z"),
        "created stands in for received"
    );
    assert_eq!(messages[0].event_time.as_deref(), Some("2026-03-01T13:30:00Z"));
    assert_eq!(
        messages[1].event_time.as_deref(),
        Some("2026-03-02T00:00:00Z"),
        "an estimate is known when made"
    );
    assert_eq!(messages[1].received.as_deref(), Some("2026-03-02T01:00:00Z"));
    assert!(messages[1].records[0].contains(r#"seal: Some("a \"b\",\nc")"#), "{}", messages[1].records[0]);
    let third = messages[2].codes();
    assert_eq!(third, ["CSV-EVENT", "CSV-TIME", "CSV-REQUIRED", "CSV-CODE", "CSV-MASS"]);
    let place = &messages[2].diagnostics[1];
    assert_eq!((place.path.as_str(), place.found.as_str()), ("event_time", "yesterday"));
    let bytes = &messages[2].bytes[place.span.start as usize..place.span.end() as usize];
    assert_eq!(bytes, b"yesterday");
}

fn check(row: &str, expected: &[&str]) {
    let text = format!("message_id,container,event,event_time,location,gross_mass_kg\n{row}\n");
    let messages = read(text.as_bytes(), Format::StatusCsv);
    assert_eq!(messages.len(), 1, "{row}");
    assert_eq!(messages[0].codes(), expected, "{row}");
}

#[test]
fn rows_are_judged() {
    check("m,BAD NUMBER,LOAD,0001-01-01T00:00:00Z,CNSHG,0", &[]);
    check("m,C,LOAD,9999-12-31T23:59:59Z,CNSHG,1e3", &[]);
    check("m,C,LOAD,2016-12-31T23:59:60Z,CNSHG,", &[]);
    check("m,C,LOAD,2016-12-31 23:59:59z,CNSHG,", &[]);
    check("m,C,load,2016-12-31T23:59:59Z,CNSHG,", &["CSV-EVENT"]);
    check("m,C,LOAD,2016-12-31T23:59:59,CNSHG,", &["CSV-TIME"]);
    check("m,C,LOAD,2016-12-31T23:59:59Z,Shanghai,", &["CSV-LOCATION"]);
    check("m,C,LOAD,2016-12-31T23:59:59Z,CNSHG,-1", &["CSV-MASS"]);
    check("m,C,LOAD,2016-12-31T23:59:59Z,CNSHG,NaN", &["CSV-MASS"]);
    check("m,C,LOAD,2016-12-31T23:59:59Z,CNSHG,1e999", &["CSV-MASS"]);
    check(",,,,,", &["CSV-REQUIRED"; 5]);
    check("m,C,LOAD,2016-12-31T23:59:59Z,CNSHG", &["CSV-CELLS"]);
    check("m,C,LOAD,2016-12-31T23:59:59Z,CNSHG,1,2", &["CSV-CELLS"]);
    check("m,\"C,LOAD,2016-12-31T23:59:59Z,CNSHG,1", &["CSV-QUOTE"]);
    check("m,C\0,LOAD,2016-12-31T23:59:59Z,CNSHG,1", &["CSV-NUL"]);
    check("m,12\" pipe,LOAD,2016-12-31T23:59:59Z,CNSHG,1", &["CSV-QUOTE"]);
}

#[test]
fn bytes_that_are_not_utf8_cost_one_row() {
    let mut text = b"\xEF\xBB\xBFmessage_id,container,event,event_time,location\r\n".to_vec();
    text.extend_from_slice(
        b"m1,\xFFC,LOAD,2026-01-01T00:00:00Z,CNSHG\r\nm2,C,LOAD,2026-01-01T00:00:00Z,CNSHG",
    );
    let messages = read(&text, Format::StatusCsv);
    assert_eq!(messages[0].codes(), ["CSV-UTF8"]);
    assert_eq!((messages[0].diagnostics[0].span.start, messages[0].start), (3, 51));
    assert_eq!(messages[1].records.len(), 1);
}

#[test]
fn an_overlong_row_is_passed_by() {
    let mut text = b"message_id,container,event,event_time,location\n".to_vec();
    text.extend(std::iter::repeat_n(b'x', 3 * ROW_BYTES_MAX));
    text.extend_from_slice(b"\nm2,C,LOAD,2026-01-01T00:00:00Z,CNSHG\n");
    let messages = read(&text, Format::StatusCsv);
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[0].codes(), ["CSV-LENGTH"]);
    assert_eq!((messages[0].len, messages[0].bytes.len()), (3 * ROW_BYTES_MAX as u64, 0));
    assert_eq!(messages[1].records.len(), 1);
}

/// A quote opened on every line must not make reading quadratic.
#[test]
fn hostile_quotes_stay_linear() {
    let mut text = b"message_id,container,event,event_time,location\n".to_vec();
    for _ in 0..200_000 {
        text.extend_from_slice(b"a\",\"\n");
    }
    let messages = read(&text, Format::StatusCsv);
    assert_eq!(messages.len(), 200_000);
}
