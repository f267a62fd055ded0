//! A disk that is full while the server runs: what is acknowledged is there, what is refused is not, nothing is half in.
//!
//! The limit of the size of a file stands for the end of the disk: a write past it fails, and nobody needs to be root.

use super::Server;
use crate::support::{Place, STATUS_HEADER, binary, run, status_rows};
use std::process::Command;

/// What a file may have at most, in blocks of 512 bytes.
const FILE_BLOCKS_MAX: u32 = 2_048;
/// Rows whose history and bytes take more.
const TOO_MANY_ROWS: usize = 40_000;
/// Commits after which the database's own log has filled its share.
const COMMITS_MAX: usize = 2_000;

/// A server whose files cannot grow.
fn limited(place: &Place) -> Server {
    let mut command = Command::new("sh");
    // A write past the limit is to fail, not to end the program.
    let script = format!("trap '' XFSZ; ulimit -f {FILE_BLOCKS_MAX} && exec \"$0\" \"$@\"");
    let data = place.path("data");
    command.args(["-c", &script, binary(), "serve", "--listen", "127.0.0.1:0", "--data", &data]);
    Server::spawn(command)
}

/// Rows that compress badly.
fn scattered_rows(count: usize) -> String {
    let mut state = 1u64;
    let mut text = STATUS_HEADER.to_owned();
    for id in 0..count {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        text.push_str(&format!(
            "n{state:016x}{id},MSKU1234565,GTIN,2026-03-01T00:00:00Z,CNSHG,LADEN,carrier,2026-03-02T00:00:00Z\n"
        ));
    }
    text
}

#[test]
fn what_a_full_disk_refuses_is_not_in_and_what_was_acknowledged_is() {
    let place = Place::new();
    let first = place.file("first.csv", format!("{STATUS_HEADER}{}", status_rows(0, 100)));
    place.run(&["ingest", &first]).exits(0);
    let mut acknowledged = 100;
    let large = scattered_rows(TOO_MANY_ROWS);
    let server = limited(&place);
    let client = server.client();
    let mut send = |file: &str| {
        let answer = client.post("/messages?name=part.csv", file);
        if answer.status != 200 {
            assert!(answer.status >= 500, "{}", answer.status);
            return false;
        }
        acknowledged += answer.json()["accepted"].as_u64().unwrap();
        true
    };
    let small = |number: usize| format!("{STATUS_HEADER}{}", status_rows(100 + number, 1));
    assert!(send(&small(0)));
    assert!(!send(&large), "the history does not fit");
    assert!(send(&small(1)), "the next file does");
    // At last the log of the database is full too.
    let refused = (2..COMMITS_MAX).find(|number| !send(&small(*number)));
    let refused = refused.expect("the log of the database ends somewhere");
    server.kill();

    let data = place.path("data");
    let doctor = run(&["doctor", "--data", &data]).exits(0);
    assert!(
        doctor.out.contains(&format!("{acknowledged} status messages")),
        "{acknowledged}: {}",
        doctor.out
    );
    let server = Server::start(&place);
    let client = server.client();
    for (file, rows) in [(large, TOO_MANY_ROWS as u64), (small(refused), 1), (small(refused - 1), 0)] {
        let receipt = client.post("/messages?name=part.csv", &file).is(200).json();
        assert_eq!(receipt["accepted"].as_u64(), Some(rows), "{receipt}");
    }
}
