//! Starting: where it is safe, and refusing where it is not.

use super::{Server, account};
use crate::support::Place;
use std::process::Command;
use std::time::Duration;

/// Whoever stops a server waits no longer.
const STOP_MAX: Duration = Duration::from_secs(2);

#[test]
fn beyond_this_machine_it_needs_an_administrator_and_encryption() {
    let place = Place::new();
    let refused = place.run(&["serve", "--listen", "0.0.0.0:0"]).exits(2);
    assert!(refused.err.contains("tidewaiter account add"), "{}", refused.err);
    assert!(refused.err.contains("--tls-cert"), "{}", refused.err);
    account(&place, "administrator", "administrator");
    let refused = place.run(&["serve", "--listen", "0.0.0.0:0"]).exits(2);
    assert!(!refused.err.contains("account add"), "{}", refused.err);
    let other = Place::new();
    let refused = other.run(&["serve", "--listen", "127.0.0.1:0", "--behind-proxy", "127.0.0.1"]).exits(2);
    assert!(refused.err.contains("tidewaiter account add"), "{}", refused.err);
}

/// Signing in elsewhere, where the role of that name comes from the provider.
fn signing_in_elsewhere(role: &str) -> String {
    format!(
        "[openid_connect]\nissuer = \"https://provider.example\"\nclient_id = \"tidewaiter\"\nrole_claim = \"groups\"\n\
         [openid_connect.roles]\ncustoms = \"{role}\"\n"
    )
}

#[test]
fn a_role_map_that_names_administrators_stands_for_an_administrators_account() {
    let place = Place::new();
    place.file("data/tidewaiter.toml", signing_in_elsewhere("administrator"));
    let server = Server::start_with(&place, &["--behind-proxy", "127.0.0.1"]);
    let headers = [("x-forwarded-proto", "https"), ("x-forwarded-for", "203.0.113.9")];
    let answer = server.client().ask("GET", "/sign-in-options", b"", &headers).is(200).json();
    assert_eq!(answer["mode"], "accounts", "nobody comes in without signing in: {answer}");
    server.client().ask("GET", "/queue", b"", &headers).problem(401, "not_signed_in");
    let other = Place::new();
    other.file("data/tidewaiter.toml", signing_in_elsewhere("officer"));
    let refused = other.run(&["serve", "--listen", "127.0.0.1:0", "--behind-proxy", "127.0.0.1"]).exits(2);
    assert!(refused.err.contains("openid_connect.roles"), "{}", refused.err);
}

#[test]
fn the_first_account_is_an_administrator() {
    let place = Place::new();
    let data = place.path("data");
    let add = ["account", "add", "anna", "--role", "officer", "--data", &data];
    let refused = crate::support::run_with_input(&add, b"long enough password\n").exits(2);
    assert!(refused.err.contains("administrator"), "{}", refused.err);
    assert!(place.run(&["account", "list"]).exits(0).out.contains("there are no accounts"));
}

#[test]
fn its_own_certificate_encrypts_and_makes_cookies_secure() {
    let place = Place::new();
    account(&place, "administrator", "administrator");
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let chain = place.file("chain.pem", made.cert.pem());
    let key = place.file("key.pem", made.signing_key.serialize_pem());
    let tls = ["--tls-cert", &chain, "--tls-key", &key];
    let server = Server::start_with(&place, &tls);
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    let body = format!(r#"{{"login":"administrator","password":"{}"}}"#, super::PASSWORD);
    let answered = Command::new("curl")
        .args(["-si", "--cacert", &chain, "-H", "Content-Type: application/json", "-d", &body])
        .arg(format!("https://localhost:{port}/api/v1/session"))
        .output()
        .unwrap();
    let answered = String::from_utf8_lossy(&answered.stdout).to_lowercase();
    assert!(answered.contains("; secure"), "{answered}");
    let broken = place.file("broken.pem", "no certificate");
    let refused = place.run(&["serve", "--listen", "127.0.0.1:0", "--tls-cert", &broken, "--tls-key", &key]);
    assert!(refused.exits(2).err.contains("PEM"));
}

#[test]
fn only_the_stated_proxy_is_believed_about_clients() {
    let place = Place::new();
    account(&place, "administrator", "administrator");
    let server = Server::start_with(&place, &["--behind-proxy", "127.0.0.1"]);
    let client = server.client();
    client.get("/health").problem(403, "forbidden");
    let headers = [("x-forwarded-proto", "https"), ("x-forwarded-for", "203.0.113.9, 198.51.100.7")];
    client.ask("GET", "/health", b"", &headers).is(200);
    let body = format!(r#"{{"login":"administrator","password":"{}"}}"#, super::PASSWORD);
    let signed_in = client.ask("POST", "/session", body.as_bytes(), &headers).is(200);
    assert!(signed_in.header("set-cookie").unwrap().contains("Secure"));
    let other = Server::start_with(&place, &["--behind-proxy", "192.0.2.1"]);
    other.client().ask("GET", "/health", b"", &headers).problem(403, "forbidden");
}

#[test]
fn it_stops_when_it_is_told_to_even_with_open_streams() {
    let place = Place::new();
    let server = Server::start(&place);
    let mut stream = Command::new("curl")
        .args(["-sN", "-o", "/dev/null", &format!("{}/api/v1/queue/events", server.address)])
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(500));
    let begun = std::time::Instant::now();
    assert_eq!(server.stop(), Some(0));
    assert!(begun.elapsed() < STOP_MAX, "{:?}", begun.elapsed());
    let _ = stream.wait();
}

#[test]
fn it_stops_when_it_is_told_to_even_while_it_assesses() {
    let place = Place::new();
    let (messages, end) = place.world("world", "11", "2500", "120");
    place.run(&["ingest", "--known-at-event-time", &messages]);
    let server = Server::start_with(&place, &["--open-time", &end]);
    let client = server.client();
    client.post("/assessments", "{}").is(202);
    assert_eq!(client.get("/assessments/state").json()["state"], "running");
    let begun = std::time::Instant::now();
    assert_eq!(server.stop(), Some(0));
    assert!(begun.elapsed() < STOP_MAX, "{:?}", begun.elapsed());
    // Nothing of it was kept, and what was there is whole.
    let server = Server::start_with(&place, &["--open-time", &end]);
    let client = server.client();
    assert_eq!(client.get("/assessments").is(200).json()["items"], serde_json::json!([]));
    assert_eq!(client.get("/audit/verification").is(200).json()["ok"], true);
}
