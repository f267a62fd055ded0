//! Cases over HTTP: the queue, taking, deciding, taking back, and who looked.

use super::{Server, account, accounts, small_world};
use crate::support::Place;
use std::collections::HashSet;

#[test]
fn officers_who_take_the_next_case_at_once_get_different_ones() {
    let place = Place::new();
    let end = small_world(&place);
    accounts(&place);
    account(&place, "second", "officer");
    let server = Server::start_with(&place, &["--open-time", &end]);
    let (one, two) = (server.signed_in("officer"), server.signed_in("second"));
    let total = one.get("/queue?limit=1").is(200).json()["counts"]["free"].as_u64().unwrap();
    assert!(total >= 8, "the world is too small: {total}");
    let taking: Vec<_> = (0..8)
        .map(|at| {
            let client = if at % 2 == 0 { one.clone() } else { two.clone() };
            let key = format!("take-{at}");
            std::thread::spawn(move || client.post_once("/queue/take-next", "{}", &key).is(200).json())
        })
        .collect();
    let rows: Vec<_> = taking.into_iter().map(|one| one.join().unwrap()).collect();
    let ids: HashSet<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 8, "{ids:?}");
    for row in &rows {
        assert_eq!(row["lock"]["mine"], true, "{row}");
    }
    // The same key gives the same case, and no second one.
    let again = one.post_once("/queue/take-next", "{}", "take-0").is(200).json();
    assert_eq!(again["id"], rows[0]["id"]);
    assert_eq!(one.get("/queue?limit=1").json()["counts"]["taken"], 8);
    let id = rows[0]["id"].as_str().unwrap();
    let held =
        two.ask("PUT", &format!("/consignments/{id}/lock"), b"{}", &[]).problem(409, "locked_by_other");
    assert_eq!(held["holder"]["login"], "officer");
    two.ask("DELETE", &format!("/consignments/{id}/lock"), b"", &[]).problem(409, "locked_by_other");
    let supervisor = server.signed_in("supervisor");
    supervisor.ask("DELETE", &format!("/consignments/{id}/lock"), b"", &[]).is(204);
    two.ask("PUT", &format!("/consignments/{id}/lock"), b"{}", &[]).is(200);
}

#[test]
fn a_case_is_looked_at_decided_and_taken_back_with_a_trail() {
    let place = Place::new();
    let end = small_world(&place);
    accounts(&place);
    let server = Server::start_with(&place, &["--open-time", &end]);
    let (officer, supervisor) = (server.signed_in("officer"), server.signed_in("supervisor"));
    let row = officer.post("/queue/take-next", "{}").is(200).json();
    let (id, version) = (row["id"].as_str().unwrap(), row["version"].as_str().unwrap());
    let seen = officer.get(&format!("/consignments/{id}")).is(200);
    assert_eq!(seen.header("etag"), Some(format!("\"{version}\"").as_str()));
    assert_eq!(seen.json()["consignment"]["id"], id);
    officer.get(&format!("/consignments/{id}/evidence")).is(200);
    let path = format!("/consignments/{id}/outcomes");
    let finding = r#"{"found":"undervaluation","value":"1200.50","note":"a test"}"#;
    officer.post(&path, finding).problem(428, "precondition_required");
    let record = |client: &super::Client, version: &str, key: &str| {
        let headers = [("if-match", version), ("idempotency-key", key)];
        client.ask("POST", &path, finding.as_bytes(), &headers)
    };
    record(&officer, "\"999\"", "o1").problem(412, "stale");
    record(&supervisor, version, "o1").problem(409, "locked_by_other");
    let outcome = record(&officer, version, "o2").is(200).json();
    assert_eq!(outcome["value"], "1200.50");
    assert!(outcome["undo_until"].is_string(), "{outcome}");
    assert_eq!(record(&officer, version, "o2").is(200).json(), outcome);
    let withdraw = format!(r#"{{"ids":[{}]}}"#, outcome["id"]);
    let not_mine = supervisor.post("/outcomes/withdraw", &withdraw).is(200).json();
    assert_eq!(not_mine["items"][0]["problem"]["code"], "forbidden", "{not_mine}");
    let back = officer.post("/outcomes/withdraw", &withdraw).is(200).json();
    assert_eq!(back["items"][0]["withdrawn"], true, "{back}");
    officer.post(&path, r#"{"found":"no such thing"}"#).is(428);
    let bad = officer.ask("POST", &path, br#"{"found":"no such thing"}"#, &[("if-match", "\"1\"")]);
    bad.problem(400, "invalid_request");
    let history = officer.get(&format!("/consignments/{id}/history")).is(200).json();
    let actions: HashSet<&str> =
        history["items"].as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
    for action in ["case.look", "case.take", "outcome.record", "outcome.withdraw"] {
        assert!(actions.contains(action), "{action} in {actions:?}");
    }
    assert_eq!(supervisor.get("/audit/verification").is(200).json()["ok"], true);
}

#[test]
fn one_finding_for_many_answers_for_each() {
    let place = Place::new();
    let end = small_world(&place);
    let server = Server::start_with(&place, &["--open-time", &end]);
    let client = server.client();
    let page = client.get("/queue?limit=3").is(200).json();
    let ids: Vec<&str> =
        page["items"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    let body = serde_json::json!({ "consignment_ids": [ids[0], ids[1], "nothing"], "found": null });
    let answer = client.post_once("/outcomes", &body.to_string(), "b1").is(200).json();
    assert_eq!(answer["items"][0]["outcome"]["found"], serde_json::Value::Null, "{answer}");
    assert!(answer["items"][1]["outcome"].is_object());
    assert_eq!(answer["items"][2]["problem"]["code"], "not_found");
    assert_eq!(client.post_once("/outcomes", &body.to_string(), "b1").json(), answer);
    let bad = client.get("/queue?filter=colour:red").problem(400, "invalid_request");
    assert!(bad["errors"][0]["pointer"].as_str().unwrap().starts_with("filter:"), "{bad}");
    let next = page["next"].as_str().unwrap();
    client.get(&format!("/queue?limit=3&after={next}")).is(200);
    client.get("/queue?after=nonsense").problem(400, "invalid_request");
}

#[test]
fn the_queue_tells_its_readers_what_changed() {
    let place = Place::new();
    let end = small_world(&place);
    let server = Server::start_with(&place, &["--open-time", &end]);
    let address = server.address.clone();
    let reading = std::thread::spawn(move || {
        let mut child = std::process::Command::new("curl")
            .args(["-sN", "--max-time", "20", &format!("{address}/api/v1/queue/events")])
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut seen = Vec::new();
        let lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
        for line in lines.map_while(Result::ok) {
            seen.push(line);
            if seen.iter().any(|line| line == "event: cases") {
                break;
            }
        }
        let _ = child.kill();
        let _ = child.wait();
        seen
    });
    std::thread::sleep(std::time::Duration::from_secs(2));
    server.client().post("/queue/take-next", "{}").is(200);
    let seen = reading.join().unwrap();
    assert_eq!(seen.first().map(String::as_str), Some("event: hello"), "{seen:?}");
    assert!(seen.iter().any(|line| line == "event: cases"), "{seen:?}");
}
