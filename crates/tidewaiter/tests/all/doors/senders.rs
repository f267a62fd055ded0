//! What is said of a sender.

use super::until;
use crate::http::{Client, Server};
use crate::support::Place;
use serde_json::Value;

const HEADER: &str = "message_id,container,event,event_time,location,full_empty,vessel_imo,voyage,seal,gross_mass_kg,size_type,classifier,received_time\n";

fn key(server: &Server, sender: &str) -> Client {
    let body = format!(r#"{{"name":"k","sender":"{sender}","scopes":["messages:write"],"expires":null}}"#);
    let made = server.client().post("/api-keys", &body).is(200).json();
    Client { key: Some(made["secret"].as_str().unwrap().to_owned()), ..server.client() }
}

fn entry<'a>(list: &'a Value, name: &str, value: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|one| one[name] == value);
    found.unwrap_or_else(|| panic!("{value} in {list}"))
}

#[test]
fn a_sender_sees_what_it_sent_how_late_and_how_complete() {
    let place = Place::new();
    place.file("data/tidewaiter.toml", "[senders.of.LINE]\nbytes_a_request = 5000\n");
    let server = Server::start(&place);
    let line = key(&server, "LINE");
    let rows = [
        // Two hours late, complete.
        "a1,MSKU1234565,LOAD,2026-03-01T00:00:00Z,CNSHG,LADEN,9321483,12W,S1,12000,45G1,ACT,2026-03-01T02:00:00Z",
        // Half an hour late, without vessel, voyage, seal and mass.
        "a2,MSKU1234565,DISC,2026-03-02T00:00:00Z,NLRTM,LADEN,,,,,45G1,ACT,2026-03-02T00:30:00Z",
        // Ten days late, empty: nothing to seal or weigh.
        "a3,MSKU1234565,GTIN,2026-03-03T00:00:00Z,NLRTM,EMPTY,,,,,,ACT,2026-03-13T00:00:00Z",
        // Planned: not late.
        "a4,MSKU1234565,LOAD,2026-04-03T00:00:00Z,NLRTM,,9321483,,,,,PLN,2026-03-03T00:00:00Z",
        "a5,MSKU1234565,GTIN,yesterday,NLRTM,EMPTY,,,,,,ACT,2026-03-13T00:00:00Z",
    ];
    let file = format!("{HEADER}{}\n", rows.join("\n"));
    line.post("/messages?name=a.csv", &file).is(200);
    key(&server, "OTHER")
        .post("/messages?name=b.csv", &format!("{HEADER}{}\n", rows[0].replace("a1", "b1")))
        .is(200);
    line.post("/messages?name=c.csv", "no format that anybody knows").problem(422, "unreadable");
    line.post("/messages?name=d.csv", &"x".repeat(6_000)).problem(413, "too_large");

    let reader = server.client();
    let all = reader.get("/senders").is(200).json();
    let counts = entry(&all["items"], "sender", "LINE");
    assert_eq!((counts["files"].as_u64(), counts["read"].as_u64()), (Some(1), Some(5)), "{counts}");
    let shown = reader.get("/senders/LINE").is(200).json();
    assert_eq!(shown["counts"]["quarantined"], 1);
    assert_eq!(shown["formats"][0]["accepted"], 4, "{shown}");
    assert_eq!(shown["days"][0]["accepted"], 4);
    assert_eq!(entry(&shown["quarantined"], "code", "CSV-TIME")["count"], 1);
    assert_eq!((shown["looked_at"].as_u64(), shown["late"]["messages"].as_u64()), (Some(4), Some(3)));
    assert_eq!(
        (shown["late"]["median_hours"].as_f64(), shown["late"]["p90_hours"].as_f64()),
        (Some(2.0), Some(240.0))
    );
    let bins = shown["late"]["bins"].as_array().unwrap();
    let counted: Vec<u64> = bins.iter().map(|bin| bin["count"].as_u64().unwrap()).collect();
    assert_eq!(counted, [0, 1, 1, 0, 0, 0, 1, 0], "{bins:?}");
    for (field, said, of) in [
        ("vessel", 2, 3),
        ("voyage", 1, 3),
        ("full_empty", 3, 4),
        ("size_type", 2, 4),
        ("seal", 1, 2),
        ("gross_mass", 1, 2),
    ] {
        let found = entry(&shown["complete"], "field", field);
        assert_eq!((found["said"].as_u64(), found["of"].as_u64()), (Some(said), Some(of)), "{field}");
    }
    until("what was refused is counted", || {
        let shown = reader.get("/senders/LINE").is(200).json();
        shown["refused"].as_array().unwrap().len() == 2
    });
    let refused = reader.get("/senders/LINE").is(200).json()["refused"].clone();
    assert_eq!(entry(&refused, "code", "unreadable")["count"], 1);
    assert_eq!(entry(&refused, "code", "bytes_a_request")["count"], 1);
    reader.get("/senders/NOBODY").problem(404, "not_found");
    assert_eq!(reader.get("/senders/OTHER").is(200).json()["late"]["messages"], 1);
}
