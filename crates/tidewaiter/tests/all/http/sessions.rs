//! Signing in and out.

use super::{PASSWORD, Server, account, accounts};
use crate::support::{Place, run_with_input};

#[test]
fn people_sign_in_with_a_cookie_that_pages_cannot_read() {
    let place = Place::new();
    accounts(&place);
    let server = Server::start(&place);
    let nobody = server.client();
    assert_eq!(nobody.get("/sign-in-options").is(200).json()["mode"], "accounts");
    nobody.get("/session").problem(401, "not_signed_in");
    let answer =
        nobody.post("/session", &format!(r#"{{"login":"officer","password":"{PASSWORD}"}}"#)).is(200);
    let cookie = answer.header("set-cookie").unwrap();
    for part in ["tidewaiter_session=", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let officer = server.signed_in("officer");
    let session = officer.get("/session").is(200).json();
    assert_eq!(session["person"]["login"], "officer");
    assert_eq!(session["permissions"], serde_json::json!(["read_cases", "work_cases"]));
    let preferences = r#"{"language":"fr","theme":"dark","density":"compact","time_zone":"Europe/Paris",
        "shortcuts":false,"guide_done":true}"#;
    officer.put("/session/preferences", preferences, "").is(200);
    assert_eq!(officer.get("/session").json()["preferences"]["language"], "fr");
    officer.ask("DELETE", "/session", b"", &[]).is(204);
    officer.get("/session").problem(401, "not_signed_in");
}

#[test]
fn guessing_is_throttled_and_unknown_logins_look_like_wrong_passwords() {
    let place = Place::new();
    account(&place, "administrator", "administrator");
    let server = Server::start(&place);
    let client = server.client();
    let unknown =
        client.post("/session", r#"{"login":"nobody","password":"x"}"#).problem(401, "wrong_credentials");
    for _ in 0..5 {
        let wrong = client.post("/session", r#"{"login":"administrator","password":"x"}"#);
        let wrong = wrong.problem(401, "wrong_credentials");
        assert_eq!(wrong["detail"], unknown["detail"]);
    }
    let right = format!(r#"{{"login":"administrator","password":"{PASSWORD}"}}"#);
    let throttled = client.post("/session", &right);
    assert!(throttled.header("retry-after").unwrap().parse::<u64>().unwrap() > 0);
    throttled.problem(429, "too_many_attempts");
    let data = place.path("data");
    let changed = ["account", "password", "administrator", "--data", &data];
    run_with_input(&changed, format!("{PASSWORD}\n").as_bytes()).exits(0);
    client.post("/session", &right).is(200);
}

#[test]
fn passwords_and_accounts_change_under_their_rules() {
    let place = Place::new();
    accounts(&place);
    let server = Server::start(&place);
    let administrator = server.signed_in("administrator");
    let own = r#"{"name":"A","role":"officer","state":"active"}"#;
    administrator.put("/accounts/administrator", own, "\"1\"").problem(409, "conflict");
    let closed = r#"{"name":"Anna","role":"officer","state":"closed"}"#;
    administrator.put("/accounts/officer", closed, "\"7\"").problem(412, "stale");
    let missing = administrator.ask("PUT", "/accounts/officer", closed.as_bytes(), &[]);
    missing.problem(428, "precondition_required");
    let officer = server.signed_in("officer");
    administrator.put("/accounts/officer", closed, "\"1\"").is(200);
    officer.get("/session").problem(401, "not_signed_in");
    let short = r#"{"login":"new","name":"New","role":"officer","password":"short"}"#;
    let problem = administrator.post("/accounts", short).problem(400, "invalid_request");
    assert_eq!(problem["errors"][0]["pointer"], "/password");
    let analyst = server.signed_in("analyst");
    let other = server.signed_in("analyst");
    let change = format!(r#"{{"current":"{PASSWORD}","new":"another long enough password"}}"#);
    analyst.put("/session/password", &change, "").is(204);
    other.get("/session").problem(401, "not_signed_in");
    let history = administrator.get("/audit?action=account.").is(200).json();
    assert!(history["total"].as_u64().unwrap() >= 6, "{history}");
    assert_eq!(administrator.get("/audit/verification").json()["ok"], true);
}
