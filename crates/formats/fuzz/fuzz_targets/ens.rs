//! Any bytes as an entry summary declaration: whole and in blocks the same message, and every span of its record
//! inside it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use tidewaiter_formats::{Detected, Format, Reader};
use tidewaiter_model::record::Record;

mod common;

fuzz_target!(|data: &[u8]| {
    let Some((cuts, input)) = common::blocks::Cuts::split(data) else { return };
    let detected = Detected { format: Format::EnsXml, mapping: None };
    common::blocks::check(&cuts, input, &detected, &[]);
    Reader::new(&detected, &[], "fuzz").read(input, 0, true, &mut |message| {
        if let Some(Record::EntrySummary(record)) = &message.record {
            let record = serde_json::to_value(record).expect("a record is written as JSON");
            check_spans(&record, message.span.len);
        }
    });
});

/// Spans are the objects of start and length.
fn check_spans(value: &Value, len: u64) {
    match value {
        Value::Object(fields) => {
            if let (Some(start), Some(length), 2) = (fields.get("start"), fields.get("len"), fields.len()) {
                let end = start.as_u64().zip(length.as_u64()).map(|(start, length)| start + length);
                assert!(end.is_some_and(|end| end <= len), "{value} is inside the message of {len} bytes");
            }
            fields.values().for_each(|field| check_spans(field, len));
        }
        Value::Array(values) => values.iter().for_each(|value| check_spans(value, len)),
        _ => {}
    }
}
