//! The HTTP API through real sockets: the real binary serves, a client asks.

mod access;
mod book;
mod cases;
mod contract;
mod full_disk;
mod intake;
mod once;
mod serving;
mod sessions;

use crate::support::{Place, command, run_with_input};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use ureq::http::{Method, Request};

/// A password that is long enough.
pub(super) const PASSWORD: &str = "a tide that waits for nobody";

/// A server on a free port, stopped when it goes out of scope.
pub(super) struct Server {
    child: Child,
    pub(super) address: String,
}

impl Server {
    /// Serves a place's data folder.
    pub(super) fn start(place: &Place) -> Server {
        Server::start_with(place, &[])
    }

    pub(super) fn start_with(place: &Place, arguments: &[&str]) -> Server {
        let data = place.path("data");
        let all = [&["serve", "--listen", "127.0.0.1:0", "--data", &data], arguments].concat();
        Server::spawn(command(&all))
    }

    /// Runs a command that serves.
    pub(super) fn spawn(mut command: Command) -> Server {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = loop {
            let line = lines.next().expect("the server ended before it said where it is").unwrap();
            if let Some(rest) = line.split(" at ").nth(1) {
                break rest.split(';').next().unwrap().to_owned();
            }
        };
        // Standard error must be read, or the server stops at a full pipe.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| println!("server: {line}")));
        Server { child, address }
    }

    /// Ends it as an operating system does, without a chance to clean up.
    pub(super) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop and gives its exit code.
    pub(super) fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
        self.child.wait().unwrap().code()
    }

    /// A client without an account.
    pub(super) fn client(&self) -> Client {
        Client { address: self.address.clone(), cookie: None, key: None }
    }

    /// A client that has signed in.
    pub(super) fn signed_in(&self, login: &str) -> Client {
        let mut client = self.client();
        let answer = client.post("/session", &format!(r#"{{"login":"{login}","password":"{PASSWORD}"}}"#));
        let answer = answer.is(200);
        let cookie = answer.header("set-cookie").unwrap();
        client.cookie = Some(cookie.split(';').next().unwrap().to_owned());
        client
    }

    /// Sends bytes as they are and gives what comes back; with `cut` the sender goes away behind them.
    pub(super) fn raw(&self, request: &[u8], cut: bool) -> String {
        let mut stream = TcpStream::connect(self.address.split("://").nth(1).unwrap()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(request).unwrap();
        if cut {
            stream.shutdown(std::net::Shutdown::Write).unwrap();
        }
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Somebody who asks the server.
#[derive(Clone)]
pub(super) struct Client {
    pub(super) address: String,
    pub(super) cookie: Option<String>,
    pub(super) key: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answered {
    #[track_caller]
    pub(super) fn is(self, status: u16) -> Answered {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        self
    }

    #[track_caller]
    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    /// Asserts a problem of this status and code and gives it.
    #[track_caller]
    pub(super) fn problem(self, status: u16, code: &str) -> Value {
        let answered = self.is(status);
        assert_eq!(answered.header("content-type"), Some("application/problem+json"));
        let problem = answered.json();
        assert_eq!(problem["code"], code, "{problem}");
        assert_eq!(problem["status"], status);
        assert_eq!(problem["request_id"].as_str(), answered.header("x-request-id"));
        problem
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Client {
    pub(super) fn ask(&self, method: &str, path: &str, body: &[u8], headers: &[(&str, &str)]) -> Answered {
        let target = if path.starts_with("/metrics") || path.starts_with("//") {
            format!("{}{}", self.address, path.replacen("//", "/", 1))
        } else {
            format!("{}/api/v1{path}", self.address)
        };
        let mut request =
            Request::builder().method(Method::from_bytes(method.as_bytes()).unwrap()).uri(target);
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie).header("sec-fetch-site", "same-origin");
        }
        if let Some(key) = &self.key {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let agent: ureq::Agent = config.timeout_global(Some(Duration::from_secs(60))).build().into();
        let answered = if matches!(method, "GET" | "HEAD" | "DELETE") {
            agent.run(request.body(()).unwrap())
        } else {
            agent.run(request.body(body.to_vec()).unwrap())
        };
        let mut answered = answered.unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        let headers = answered.headers().iter();
        let headers =
            headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or("?").to_owned()));
        let headers: Vec<_> = headers.collect();
        let is_stream = headers.iter().any(|(_, value)| value == "text/event-stream");
        let body = if is_stream { Vec::new() } else { answered.body_mut().read_to_vec().unwrap() };
        Answered { status: answered.status().as_u16(), headers, body }
    }

    pub(super) fn get(&self, path: &str) -> Answered {
        self.ask("GET", path, b"", &[])
    }

    pub(super) fn post(&self, path: &str, body: &str) -> Answered {
        self.ask("POST", path, body.as_bytes(), &[("content-type", "application/json")])
    }

    pub(super) fn put(&self, path: &str, body: &str, version: &str) -> Answered {
        let headers = [("content-type", "application/json"), ("if-match", version)];
        self.ask("PUT", path, body.as_bytes(), &headers)
    }

    /// A POST with an idempotency key.
    pub(super) fn post_once(&self, path: &str, body: &str, key: &str) -> Answered {
        let headers = [("content-type", "application/json"), ("idempotency-key", key)];
        self.ask("POST", path, body.as_bytes(), &headers)
    }
}

/// Makes an account on the command line.
pub(super) fn account(place: &Place, login: &str, role: &str) {
    let data = place.path("data");
    let arguments = ["account", "add", login, "--role", role, "--data", &data];
    run_with_input(&arguments, format!("{PASSWORD}\n").as_bytes()).exits(0);
}

/// An account of each role, named as the role.
pub(super) fn accounts(place: &Place) {
    for role in ["administrator", "officer", "analyst", "supervisor"] {
        account(place, role, role);
    }
}

/// A small world, ingested and assessed as of its end, which is given.
pub(super) fn small_world(place: &Place) -> String {
    let (messages, end) = place.world("world", "11", "150", "60");
    place.run(&["ingest", "--known-at-event-time", &messages]);
    place.run(&["assess", "--as-of", &end]).exits(0);
    end
}
