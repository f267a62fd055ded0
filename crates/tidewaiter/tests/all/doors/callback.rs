//! Carriers' notifications: signed, or refused and counted.

use super::{receipts, sum, until};
use crate::http::{Answered, Client, Server, accounts};
use crate::support::Place;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;
use serde_json::Value;

fn event(id: &str) -> String {
    format!(
        r#"{{"eventID":"{id}","eventCreatedDateTime":"2026-03-01T05:00:00Z","eventType":"EQUIPMENT","eventClassifierCode":"ACT",
        "eventDateTime":"2026-03-01T04:12:56+01:00","equipmentEventTypeCode":"LOAD","equipmentReference":"MSKU1234565",
        "emptyIndicatorCode":"LADEN","transportCall":{{"transportCallID":"t1","UNLocationCode":"CNSHG","modeOfTransport":"VESSEL"}}}}"#
    )
}

fn signature(secret: &str, body: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, &STANDARD.decode(secret).unwrap());
    let digits = hmac::sign(&key, body.as_bytes());
    digits.as_ref().iter().fold("sha256=".to_owned(), |text, byte| format!("{text}{byte:02x}"))
}

fn notify(client: &Client, made: &Value, signature: &str, body: &str, more: &[(&str, &str)]) -> Answered {
    let path = made["callback"].as_str().unwrap().replacen("/api/v1", "", 1);
    let headers =
        [&[("notification-signature", signature), ("content-type", "application/json")], more].concat();
    client.ask("POST", &path, body.as_bytes(), &headers)
}

#[test]
fn signed_notifications_are_kept_and_others_are_refused_and_counted() {
    let place = Place::new();
    accounts(&place);
    let data = place.path("data");
    let made = crate::support::run(&["subscription", "add", "--sender", "LINE", "--json", "--data", &data]);
    let made = made.exits(0).json();
    let secret = made["secret"].as_str().unwrap();
    let server = Server::start(&place);
    let carrier = server.client();
    let path = made["callback"].as_str().unwrap().replacen("/api/v1", "", 1);
    assert!(carrier.ask("HEAD", &path, b"", &[]).is(204).body.is_empty());
    carrier.get("/callbacks/dcsa/unknown").problem(404, "not_found");
    // An array, one event, an object around the array.
    let bodies = [
        format!("[{},{}]", event("e1"), event("e2")),
        event("e3"),
        format!(r#"{{"events":[{}]}}"#, event("e4")),
    ];
    for body in &bodies {
        let answered = notify(&carrier, &made, &signature(secret, body), body, &[]).is(204);
        assert!(answered.body.is_empty());
    }
    // The same once more is answered the same and changes nothing.
    notify(&carrier, &made, &signature(secret, &bodies[0]), &bodies[0], &[]).is(204);
    let body = &bodies[1];
    let right = signature(secret, body);
    let changed = body.replace("e3", "e9");
    for (signature, body) in [
        (right.as_str(), changed.as_str()),
        (&right[..right.len() - 2], body),
        (&right.replace("sha256=", "sha1="), body),
        (&right.replace("sha256=", ""), body),
        ("sha256=zz", body),
        ("", body),
    ] {
        let problem = notify(&carrier, &made, signature, body, &[]).problem(401, "wrong_signature");
        assert_eq!(problem["errors"][0]["pointer"], "header:notification-signature", "{signature}");
    }
    carrier.ask("POST", &path, body.as_bytes(), &[]).problem(401, "wrong_signature");
    carrier
        .ask("POST", "/callbacks/dcsa/unknown", body.as_bytes(), &[("notification-signature", &right)])
        .problem(401, "wrong_signature");
    let unreadable = "no message";
    notify(&carrier, &made, &signature(secret, unreadable), unreadable, &[]).problem(422, "unreadable");

    let administrator = server.signed_in("administrator");
    let id = made["id"].as_str().unwrap();
    let terms = r#"{"name":"Events","sender":"LINE","carrier_id":"their-id"}"#;
    let changed = administrator.ask(
        "PUT",
        &format!("/subscriptions/{id}"),
        terms.as_bytes(),
        &[("content-type", "application/json")],
    );
    assert_eq!(changed.is(200).json()["carrier_id"], "their-id");
    notify(&carrier, &made, &right, body, &[]).problem(401, "wrong_signature");
    notify(&carrier, &made, &right, body, &[("subscription-id", "another")]).problem(401, "wrong_signature");
    notify(&carrier, &made, &right, body, &[("subscription-id", "their-id")]).is(204);
    // After a change both secrets count for a while.
    let rotated = administrator.post(&format!("/subscriptions/{id}/secret"), "").is(200).json();
    let fresh = signature(rotated["secret"].as_str().unwrap(), body);
    assert_ne!(fresh, right);
    for signature in [&fresh, &right] {
        notify(&carrier, &made, signature, body, &[("subscription-id", "their-id")]).is(204);
    }
    let listed = String::from_utf8(administrator.get("/subscriptions").is(200).body).unwrap();
    assert!(
        listed.contains("their-id") && !listed.contains(secret) && !listed.contains("secret\""),
        "{listed}"
    );
    for file in std::fs::read_dir(&data).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        let bytes = std::fs::read(file.path()).unwrap();
        let raw = STANDARD.decode(secret).unwrap();
        assert!(!bytes.windows(raw.len()).any(|part| part == raw), "{:?} holds the secret", file.path());
    }
    administrator.ask("DELETE", &format!("/subscriptions/{id}"), b"", &[]).is(204);
    notify(&carrier, &made, &fresh, body, &[("subscription-id", "their-id")]).problem(401, "wrong_signature");
    drop(server);
    std::fs::remove_dir_all(place.path("data")).unwrap();
}

#[test]
fn notifications_count_for_their_sender() {
    let place = Place::new();
    let data = place.path("data");
    let made = crate::support::run(&["subscription", "add", "--sender", "LINE", "--json", "--data", &data]);
    let made = made.exits(0).json();
    let server = Server::start(&place);
    let body = format!("[{},{}]", event("e1"), event("e2"));
    let signed = signature(made["secret"].as_str().unwrap(), &body);
    notify(&server.client(), &made, &signed, &body, &[]).is(204);
    let all = receipts(&server);
    assert_eq!((sum(&all, "accepted"), all[0]["sender"].as_str()), (2, Some("LINE")), "{all:?}");
    until("it is applied", || receipts(&server).len() == 1);
}
