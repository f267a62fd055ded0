//! Requests that come twice are done once.

use super::Server;
use crate::support::{Place, STATUS_HEADER, status_rows};
use std::collections::HashSet;

#[test]
fn equal_requests_at_the_same_moment_make_one_filter() {
    let place = Place::new();
    let server = Server::start(&place);
    let body = r#"{"name":"mine","filter":"","sort":"","shared":false}"#;
    let asked: Vec<_> = (0..8)
        .map(|_| {
            let client = server.client();
            std::thread::spawn(move || client.post_once("/filters", body, "k1").is(200).json()["id"].clone())
        })
        .collect();
    let ids: HashSet<String> = asked.into_iter().map(|one| one.join().unwrap().to_string()).collect();
    assert_eq!(ids.len(), 1, "{ids:?}");
    let client = server.client();
    assert_eq!(client.get("/filters").json()["items"].as_array().unwrap().len(), 1);
    let again = client.post_once("/filters", body, "k1").is(200);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    let other = r#"{"name":"other","filter":"","sort":"","shared":false}"#;
    client.post_once("/filters", other, "k1").problem(422, "idempotency_mismatch");
    // What changed nothing may be sent again under the same key.
    client.post_once("/filters", "{}", "k2").is(400);
    client.post_once("/filters", other, "k2").is(200);
}

#[test]
fn a_retry_after_a_crash_doubles_nothing() {
    let place = Place::new();
    let server = Server::start(&place);
    let file = format!("{STATUS_HEADER}{}", status_rows(0, 20));
    let first = server.client().post_once("/messages", &file, "send-1").is(200).json();
    server.kill();
    let server = Server::start(&place);
    let again = server.client().post_once("/messages", &file, "send-1").is(200).json();
    assert_eq!(first, again);
    let files = server.client().get("/files").is(200).json();
    assert_eq!(files["items"].as_array().unwrap().len(), 1, "{files}");
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn saved_filters_are_changed_only_by_those_who_saw_the_last_version() {
    let place = Place::new();
    let server = Server::start(&place);
    let client = server.client();
    let body = r#"{"name":"mine","filter":"","sort":"","shared":false}"#;
    let made = client.post("/filters", body).is(200);
    let tag = made.header("etag").unwrap().to_owned();
    let path = format!("/filters/{}", made.json()["id"]);
    client.put(&path, body, &tag).is(200);
    client.put(&path, body, &tag).problem(412, "stale");
    client.ask("DELETE", &path, b"", &[]).problem(428, "precondition_required");
    client.ask("DELETE", &path, b"", &[("if-match", &tag)]).problem(412, "stale");
    client.ask("DELETE", &path, b"", &[("if-match", "\"2\"")]).is(204);
}
