//! Who may do what: every route with every role.

use super::{Client, Server, accounts};
use crate::support::Place;
use tidewaiter_server::http::access::{Need, RULES, Role, Rule, SCOPES};

fn ask(client: &Client, rule: &Rule) -> u16 {
    let path = rule.path.replace("{file}", "1").replace("{start}", "0").replace("{len}", "1");
    let path = path.replace("{id}", "1").replace("{container}", "MSKU1234565").replace("{login}", "nobody");
    let query = if path == "/search" { "?q=a" } else { "" };
    let headers = [("content-type", "application/json"), ("if-match", "1")];
    client.ask(rule.method.as_str(), &format!("{path}{query}"), b"{}", &headers).status
}

#[test]
fn every_route_lets_in_exactly_those_whom_the_table_names() {
    let place = Place::new();
    accounts(&place);
    let server = Server::start(&place);
    let is_own = |rule: &Rule| rule.path.starts_with("/session") || rule.path == "/sign-in-options";
    let is_callback = |rule: &Rule| rule.path.starts_with("/callbacks/");
    let rules = || RULES.iter().filter(|rule| !is_own(rule));
    let nobody = server.client();
    for rule in rules() {
        let status = ask(&nobody, rule);
        // Nobody signs in there: whoever sends is known by the signature.
        let is_signed = rule.path.starts_with("/callbacks/") && rule.method.as_str() == "POST";
        assert_eq!(
            status == 401,
            rule.need != Need::Public || is_signed,
            "{} {}: {status}",
            rule.method.as_str(),
            rule.path
        );
    }
    for role in Role::ALL {
        let client = server.signed_in(role.as_str());
        for rule in rules().filter(|rule| !is_callback(rule)) {
            let may = match rule.need {
                Need::Public | Need::Person => true,
                Need::OneOf(permissions) => permissions.iter().any(|one| role.permissions().contains(one)),
            };
            let status = ask(&client, rule);
            assert_eq!(
                status == 403,
                !may,
                "{} {} as {}: {status}",
                rule.method.as_str(),
                rule.path,
                role.as_str()
            );
            assert_ne!(status, 401, "{} {} as {}", rule.method.as_str(), rule.path, role.as_str());
            assert!(status < 500, "{} {} as {}: {status}", rule.method.as_str(), rule.path, role.as_str());
        }
    }
}

#[test]
fn keys_open_what_their_scopes_name_and_nothing_else() {
    let place = Place::new();
    accounts(&place);
    let server = Server::start(&place);
    let administrator = server.signed_in("administrator");
    for scope in SCOPES {
        let body = format!(r#"{{"name":"test","sender":"carrier","scopes":["{scope}"],"expires":null}}"#);
        let made = administrator.post("/api-keys", &body).is(200).json();
        let client = Client { key: Some(made["secret"].as_str().unwrap().to_owned()), ..server.client() };
        for rule in RULES.iter().filter(|rule| rule.need != Need::Public) {
            let status = ask(&client, rule);
            let may = rule.scope == Some(scope);
            assert_eq!(status == 403, !may, "{} {} with {scope}: {status}", rule.method.as_str(), rule.path);
        }
        let metrics = client.get("/metrics");
        assert_eq!(metrics.status == 200, *scope == "metrics:read");
        if metrics.status == 200 {
            let text = String::from_utf8(metrics.body).unwrap();
            assert!(text.contains("\ntidewaiter_sessions 1\n"), "{text}");
        }
        let id = made["id"].as_str().unwrap();
        administrator.ask("DELETE", &format!("/api-keys/{id}"), b"", &[]).is(204);
        client.get("/queue/filter-keys").problem(401, "not_signed_in");
    }
    let shown = administrator.get("/api-keys").is(200);
    assert!(!String::from_utf8_lossy(&shown.body).contains("tw_"), "a secret is shown once");
}

#[test]
fn requests_from_other_pages_and_other_names_are_refused() {
    let place = Place::new();
    let server = Server::start(&place);
    let client = server.client();
    let post = |headers: &[(&str, &str)]| client.ask("POST", "/filters", b"{}", headers).status;
    assert_eq!(post(&[("origin", "https://evil.example")]), 403);
    assert_eq!(post(&[("origin", "null")]), 403);
    assert_eq!(post(&[("sec-fetch-site", "cross-site")]), 403);
    assert_eq!(post(&[("sec-fetch-site", "same-site")]), 403);
    assert_eq!(post(&[("origin", &server.address)]), 400);
    assert_eq!(post(&[("sec-fetch-site", "same-origin")]), 400);
    for (host, status) in [("evil.example", "403"), ("localhost", "200"), ("[::1]:1", "200")] {
        let request = format!("GET /api/v1/health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let answer = server.raw(request.as_bytes(), false);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{host}: {answer}");
    }
}

#[test]
fn whatever_is_not_there_is_a_problem_with_security_headers() {
    let place = Place::new();
    let server = Server::start(&place);
    let client = server.client();
    client.get("/nothing").problem(404, "not_found");
    client.ask("PATCH", "/queue", b"{}", &[]).problem(405, "method_not_allowed");
    client.get("/queue?colour=red").problem(400, "invalid_request");
    client.get("/queue?limit=5&limit=6").problem(400, "invalid_request");
    client.get("/files?limit=201").problem(400, "invalid_request");
    client.get("/files?limit=ten").problem(400, "invalid_request");
    let problem = client.post("/filters", r#"{"name":7}"#).problem(400, "invalid_request");
    assert_eq!(problem["errors"][0]["pointer"], "/name");
    client.post("/filters", r#"{"name":"a","filter":"","colour":1}"#).problem(400, "invalid_request");
    let page = client.get("//queue").is(200);
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(client.get("/health").header("cache-control"), Some("no-store"));
    client.get("//assets/gone.js").is(404);
}
