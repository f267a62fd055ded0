//! DCSA Track & Trace.

use crate::fixtures::{DCSA_V2, DCSA_V3, read};
use tidewaiter_formats::Format;

#[test]
fn version_2_reads() {
    let messages = read(DCSA_V2.as_bytes(), Format::DcsaJson);
    assert_eq!(messages.len(), 4, "{messages:#?}");
    assert_eq!(messages[0].identity, Some(("MAEU".into(), "a1".into())));
    for part in [
        "event: Loaded",
        "container: \"CSQU3054383\"",
        "location: \"CNSHG\"",
        "vessel_imo: Some(\"9321483\")",
        "voyage: Some(\"12E\")",
        "transport_document: Some(\"T1\")",
        "size_type: Some(\"22G1\")",
        "full_empty: Some(Laden)",
        "seal: Some(\"S,\\\"1\\\"\")",
        "created: Some(2026-01-09T14:12:56Z)",
    ] {
        assert!(messages[0].records[0].contains(part), "{part} in {}", messages[0].records[0]);
    }
    assert_eq!(messages[0].received, None);
    assert_eq!(messages[1].records.len(), 2, "one record for each container");
    assert!(
        messages[1].records[1].contains("OOLU8757889")
            && messages[1].records[1].contains("voyage: Some(\"12W\")")
    );
    assert_eq!(
        messages[1].event_time.as_deref(),
        Some("2026-01-09T14:12:56Z"),
        "an estimate is known when made"
    );
    assert!(messages[2].records[0].contains("container: \"\""), "kept, though of no container");
    assert_eq!((messages[3].codes(), messages[3].bytes.as_slice()), (vec!["JSON-EVENT"], b"17".as_slice()));
}

#[test]
fn version_3_reads() {
    let messages = read(DCSA_V3.as_bytes(), Format::DcsaJson);
    assert_eq!(messages.len(), 2, "{messages:#?}");
    assert_eq!(messages[0].identity, Some(("EXCO".into(), "b1".into())));
    assert!(messages[0].records[0].contains("event: Other") && messages[0].codes().is_empty());
    assert!(messages[0].records[0].contains("seal: Some(\"V1\")"));
    assert_eq!(messages[1].codes(), ["DCSA-CODE"]);
    let place = &messages[1].diagnostics[0];
    assert_eq!((place.path.as_str(), place.found.as_str()), ("/iotDetails/iotEventCode", "SPLASH"));
    let bytes = &messages[1].bytes[place.span.start as usize..place.span.end() as usize];
    assert_eq!(bytes, b"\"SPLASH\"");
}

const EVENT: &str = r#"{"eventID":"1","eventType":"EQUIPMENT","eventClassifierCode":"ACT",
"eventDateTime":"2026-01-01T00:00:00Z","equipmentEventTypeCode":"GTIN","equipmentReference":"C"}"#;

fn check(body: &str, expected: &[&[&str]]) {
    let messages = read(body.as_bytes(), Format::DcsaJson);
    let found: Vec<_> = messages.iter().map(|message| message.codes()).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn bodies_come_in_many_shapes() {
    check("", &[]);
    check("[]", &[]);
    check(r#"{"events":[]}"#, &[]);
    check(EVENT, &[&[]]);
    check(&format!("[{EVENT},{EVENT}]"), &[&[], &[]]);
    check(&format!(r#"{{"x":{{"y":[1]}},"events":[{EVENT}],"z":[1,2]}}"#), &[&[]]);
    check(
        &format!(r#"{{"page":1,"feedbackElements":[{{"severity":"INFO"}}],"data":[{EVENT},{EVENT}]}}"#),
        &[&[], &[]],
    );
    check(&format!(r#"{{"a":[{EVENT}],"b":[{EVENT}]}}"#), &[&[], &[]]);
    check(&format!("{EVENT}\n{EVENT}\n"), &[&[], &[]]);
    check(r#"{"error":"no"}"#, &[&["JSON-NO-EVENTS"]]);
}

#[test]
fn broken_bodies_cost_as_little_as_possible() {
    let truncated: &[&str] = &["JSON-TRUNCATED"];
    check(&format!("[{EVENT},{}", &EVENT[..50]), &[&[], truncated]);
    check(&format!("[{EVENT}"), &[&[], truncated]);
    check(&format!("[{EVENT},"), &[&[], truncated]);
    check(&EVENT[..60], &[truncated]);
    check(&format!("[{EVENT},oops,{EVENT}]"), &[&[], &["JSON-SYNTAX"], &[]]);
    check(&format!("[{EVENT}]garbage"), &[&[], &["JSON-SYNTAX"]]);
    check(&EVENT.replace("\"C\"", "\"C\",\"equipmentReference\":\"D\""), &[&["JSON-DUPLICATE-KEY"]]);
    check(&EVENT.replace("\"C\"", "\"C\",\"equipmentReference\":\"C\""), &[&["JSON-DUPLICATE-KEY"]]);
    check(&EVENT.replace("\"C\"", "\"\\u0000\""), &[&["JSON-NUL"]]);
    check(&EVENT.replace("ACT", "XXX"), &[&["DCSA-CLASSIFIER"]]);
    check(&EVENT.replace("2026-01-01T00:00:00Z", "2026"), &[&["DCSA-TIME"]]);
    check(&EVENT.replace("\"eventID\":\"1\",", "\"eventID\":\"\","), &[&["DCSA-ID"]]);
    check(
        &EVENT.replace("\"C\"", &format!("\"C\",\"x\":{}{}", "[".repeat(70), "]".repeat(70))),
        &[&["JSON-DEPTH"]],
    );
}
