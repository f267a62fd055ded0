//! How much a sender may send.

use super::{receipts, sum};
use crate::http::{Answered, Client, Server};
use crate::support::{Place, STATUS_HEADER, status_rows};

fn key(server: &Server, sender: &str) -> Client {
    let body = format!(r#"{{"name":"k","sender":"{sender}","scopes":["messages:write"],"expires":null}}"#);
    let made = server.client().post("/api-keys", &body).is(200).json();
    Client { key: Some(made["secret"].as_str().unwrap().to_owned()), ..server.client() }
}

fn send(client: &Client, first: usize, rows: usize) -> Answered {
    client.post("/messages?name=a.csv", &format!("{STATUS_HEADER}{}", status_rows(first, rows)))
}

#[test]
fn each_sender_has_its_own_limits() {
    let place = Place::new();
    place.file(
        "data/tidewaiter.toml",
        "[senders]\nbytes_a_day = 20000\n[senders.of.SLOW]\nmessages_a_minute = 30\n[senders.of.SHORT]\nbytes_a_request = 500\n",
    );
    let server = Server::start(&place);
    let (slow, short, other) = (key(&server, "SLOW"), key(&server, "SHORT"), key(&server, "OTHER"));
    // Let in while there is room; the next one pays for it.
    send(&slow, 0, 40).is(200);
    let refused = send(&slow, 40, 1);
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    let problem = refused.problem(429, "rate_limited");
    assert!((15..=23).contains(&wait), "{wait} s for 11 messages at 30 a minute");
    assert_eq!(problem["retry_after_seconds"], wait);
    // Another key of the same sender is no way around.
    send(&key(&server, "SLOW"), 40, 1).problem(429, "rate_limited");
    send(&other, 100, 40).is(200);

    send(&short, 200, 1).is(200);
    let problem = send(&short, 201, 20).problem(413, "too_large");
    assert!(problem["detail"].as_str().unwrap().contains("500 bytes"), "{problem}");
    // Without a stated length it is cut off where it is too long.
    let secret = short.key.as_deref().unwrap();
    let head = format!(
        "POST /api/v1/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {secret}\r\nTransfer-Encoding: chunked\r\n\
         Connection: close\r\n\r\n400\r\n{}\r\n0\r\n\r\n",
        "x".repeat(0x400)
    );
    assert!(server.raw(head.as_bytes(), false).starts_with("HTTP/1.1 413"));

    // 20,000 bytes a day, also across a restart.
    let mut sent = 0;
    let refused = loop {
        let answered = send(&other, 1_000 + sent * 40, 40);
        if answered.status != 200 {
            break answered;
        }
        sent += 1;
        assert!(sent < 10);
    };
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=86_400).contains(&wait), "{wait}");
    refused.problem(429, "rate_limited");
    let before = sum(&receipts(&server), "accepted");
    server.kill();
    let server = Server::start(&place);
    let again = Client { address: server.address.clone(), ..other };
    send(&again, 9_000, 40).problem(429, "rate_limited");
    assert_eq!(sum(&receipts(&server), "accepted"), before);
    // Nobody's limit is that of people on this machine.
    send(&server.client(), 9_000, 40).is(200);
}
