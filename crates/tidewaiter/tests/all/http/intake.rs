//! Messages in over HTTP: many at once, compressed, damaged, hostile.

use super::{Client, Server, accounts};
use crate::support::{Place, STATUS_HEADER, status_rows};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn metric(client: &Client, name: &str) -> f64 {
    let text = String::from_utf8(client.get("/metrics").is(200).body).unwrap();
    let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name} in {text}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn fifty_senders_share_commits_and_every_count_adds_up() {
    let place = Place::new();
    let server = Server::start(&place);
    let senders: Vec<_> = (0..50)
        .map(|sender| {
            let client = server.client();
            std::thread::spawn(move || {
                let mut sum = (0, 0, 0, 0);
                for round in 0..4 {
                    // Every second sender repeats what its neighbour sends.
                    let first = (sender / 2 * 4 + round) * 5;
                    let broken =
                        format!("broken-{sender}-{round},NOT A CONTAINER,GTIN,yesterday,X,X,carrier,never\n");
                    let file = format!("{STATUS_HEADER}{}{broken}", status_rows(first, 5));
                    let receipt = client.post("/messages?name=part.csv", &file);
                    let receipt = receipt.is(200).json();
                    let count = |name: &str| receipt[name].as_u64().unwrap();
                    assert_eq!(count("read"), 6, "{receipt}");
                    sum.0 += count("read");
                    sum.1 += count("accepted");
                    sum.2 += count("duplicate");
                    sum.3 += count("quarantined");
                }
                sum
            })
        })
        .collect();
    let sums = senders.into_iter().map(|sender| sender.join().unwrap());
    let sum = sums.fold((0, 0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2, a.3 + b.3));
    assert_eq!(sum, (1_200, 500, 500, 200));
    let client = server.client();
    let commits = metric(&client, "tidewaiter_intake_commits_total");
    assert!((1.0..100.0).contains(&commits), "{commits} commits for 200 files");
    assert!(metric(&client, "tidewaiter_last_assessment_seconds") >= 0.0);
    let open = client.get("/quarantine?limit=1").is(200).json();
    assert_eq!(open["total"], 200);
    assert!(open["next"].is_string());
    let id = open["items"][0]["id"].as_i64().unwrap();
    let message = client.get(&format!("/quarantine/{id}")).is(200).json();
    let marked = message["segments"].as_array().unwrap().iter().any(|piece| piece["diagnostic"].is_u64());
    assert!(marked, "{message}");
    let corrected = format!(r#"{{"text":"{}"}}"#, status_rows(90_000, 1).trim_end());
    let replayed = client.post(&format!("/quarantine/{id}/replay"), &corrected).is(200).json();
    assert_eq!(replayed["resolved"], true, "{replayed}");
    client.post(&format!("/quarantine/{id}/replay"), "{}").problem(409, "conflict");
    let discarded = client.post(&format!("/quarantine/{}/discard", id + 1), r#"{"reason":"a test"}"#);
    assert_eq!(discarded.is(200).json()["state"], "discarded");
}

#[test]
fn a_correction_is_kept_when_it_helps_and_told_when_it_does_not() {
    let place = Place::new();
    accounts(&place);
    let world_time = "2026-04-01T12:00:00Z";
    let server = Server::start_with(&place, &["--open-time", world_time]);
    let key = r#"{"name":"k","sender":"Carrier One","scopes":["messages:write"],"expires":null}"#;
    let made = server.signed_in("administrator").post("/api-keys", key).is(200).json();
    let carrier = Client { key: Some(made["secret"].as_str().unwrap().to_owned()), ..server.client() };
    let row = |time: &str| format!("fix,MSKU1234565,GTIN,{time},CNSHG,LADEN,carrier,");
    let file = format!("{STATUS_HEADER}{}{}\n", status_rows(0, 2), row("never"));
    assert_eq!(carrier.post("/messages", &file).is(200).json()["quarantined"], 1);
    let analyst = server.signed_in("analyst");
    let waiting = analyst.get("/quarantine").is(200).json();
    let id = waiting["items"][0]["id"].as_i64().unwrap();
    let replay = |time: &str| {
        let body = serde_json::json!({ "text": row(time) });
        analyst.post(&format!("/quarantine/{id}/replay"), &body.to_string()).is(200).json()
    };
    let files = || analyst.get("/files").is(200).json()["items"].as_array().unwrap().clone();
    for _ in 0..2 {
        let answer = replay("tomorrow");
        assert_eq!(answer["resolved"], false, "{answer}");
        let span = &answer["diagnostics"][0]["span"];
        let start = row("tomorrow").find("tomorrow").unwrap();
        assert_eq!((span["start"].as_u64(), span["len"].as_u64()), (Some(start as u64), Some(8)), "{answer}");
    }
    assert_eq!(analyst.get("/quarantine?state=all").json()["items"], waiting["items"]);
    assert_eq!(files().len(), 1);
    assert_eq!(replay("2026-03-01T05:00:00Z")["resolved"], true);
    let done = analyst.get("/quarantine?state=all").is(200).json();
    assert_eq!(done["total"], 1, "{done}");
    assert_eq!(done["items"][0]["state"], "replayed");
    assert_eq!(done["items"][0]["resolved_by"], "analyst");
    for file in files() {
        assert_eq!(file["received"], world_time, "{file}");
        assert_eq!(file["sender"], "Carrier One", "{file}");
    }
}

#[test]
fn compressed_damaged_and_hostile_bodies_get_their_answer() {
    let place = Place::new();
    let server = Server::start(&place);
    let client = server.client();
    let file = format!("{STATUS_HEADER}{}", status_rows(0, 10));
    let send = |body: &[u8], encoding: &str| {
        client.ask("POST", "/messages", body, &[("content-encoding", encoding)])
    };
    let packed = gzip(file.as_bytes());
    assert_eq!(send(&packed, "gzip").is(200).json()["accepted"], 10);
    assert_eq!(send(file.as_bytes(), "identity").is(200).json()["duplicate"], 10);
    send(file.as_bytes(), "gzip").problem(422, "unreadable");
    send(&packed[..packed.len() / 2], "gzip").problem(422, "unreadable");
    send(file.as_bytes(), "br").problem(415, "unsupported_encoding");
    let bomb = gzip(&[STATUS_HEADER.as_bytes(), &vec![b'a'; 100 << 20]].concat());
    let refused = send(&bomb, "gzip").problem(422, "unreadable");
    assert!(refused["detail"].as_str().unwrap().contains("bomb"), "{refused}");
    client.post("/messages", "").problem(400, "invalid_request");
    client.post("/messages", "neither one thing nor the other").problem(422, "unreadable");
    let wire = |length: usize, body: &str, cut: bool| {
        let head = "POST /api/v1/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        server.raw(format!("{head}Content-Length: {length}\r\n\r\n{body}").as_bytes(), cut)
    };
    assert!(wire(99_999_999, "", false).starts_with("HTTP/1.1 413"));
    let truncated = wire(500, "message_id,", true);
    assert!(truncated.is_empty() || truncated.starts_with("HTTP/1.1 400"), "{truncated}");
    let large = format!(r#"{{"name":"{}"}}"#, "a".repeat(2 << 20));
    for _ in 0..10 {
        client.post("/filters", &large).problem(413, "too_large");
    }
    // Nobody has this key, and whoever sends a lot with it is still told so.
    let stranger = Client { key: Some("tw_nobody".to_owned()), ..server.client() };
    stranger.post("/messages", &"a".repeat(8 << 20)).problem(401, "not_signed_in");
    assert_eq!(client.get("/files").json()["items"].as_array().unwrap().len(), 2);
}

#[test]
fn bulk_answers_each_file_and_keys_name_their_sender() {
    let place = Place::new();
    accounts(&place);
    let server = Server::start(&place);
    let key = r#"{"name":"k","sender":"Carrier One","scopes":["messages:write"],"expires":null}"#;
    let made = server.signed_in("administrator").post("/api-keys", key).is(200).json();
    let client = Client { key: Some(made["secret"].as_str().unwrap().to_owned()), ..server.client() };
    let good = format!("{STATUS_HEADER}{}", status_rows(0, 3));
    let items = serde_json::json!({ "items": [
        { "name": "good.csv", "text": good }, { "name": "bad", "text": "nonsense" },
        { "name": "neither" }, { "name": "packed", "base64": "H4sIAAAAAAAA" },
    ]});
    let answer = client.post("/messages/bulk", &items.to_string()).is(200).json();
    assert_eq!(answer["accepted"], 3, "{answer}");
    assert_eq!(answer["items"][0]["receipt"]["sender"], "Carrier One");
    assert_eq!(answer["items"][1]["problem"]["code"], "unreadable");
    assert_eq!(answer["items"][2]["problem"]["code"], "invalid_request");
    assert_eq!(answer["items"][3]["problem"]["code"], "unreadable");
    let packed = gzip(items.to_string().as_bytes());
    let headers = [("content-encoding", "gzip"), ("content-type", "application/json")];
    let again = client.ask("POST", "/messages/bulk", &packed, &headers).is(200).json();
    assert_eq!(again["duplicate"], 3);
    let number = answer["items"][0]["receipt"]["number"].as_i64().unwrap();
    let length = good.len();
    let administrator = server.signed_in("administrator");
    let shown = administrator.get(&format!("/messages/{number}/0/{length}")).is(200).json();
    assert_eq!(shown["text"], good.as_str());
    let raw = administrator.get(&format!("/messages/{number}/0/{length}?raw=1")).is(200);
    assert_eq!(raw.body, good.as_bytes());
    administrator.get(&format!("/messages/{number}/0/{}", length + 1)).problem(404, "not_found");
}
