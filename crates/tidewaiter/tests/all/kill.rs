//! `kill -9` at any moment of an ingest loses nothing that was acknowledged and leaves nothing half-written.

use crate::support::{Place, STATUS_HEADER, command, run, status_rows};
use std::process::Stdio;
use std::time::{Duration, Instant};

const KILLS: u64 = 50;
const FILES: usize = 6;
const ROWS: usize = 20_000;

/// Moments spread over the whole run by a fixed, irregular sequence.
fn moment(kill: u64, whole: Duration) -> Duration {
    let share = (kill.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as f64 / f64::from(1u32 << 24);
    whole.mul_f64(share * 1.05)
}

#[test]
fn fifty_kills_lose_nothing_and_leave_nothing_half_written() {
    let place = Place::new();
    for file in 0..FILES {
        let text = format!("{STATUS_HEADER}{}broken row\n", status_rows(file * ROWS, ROWS));
        place.file(&format!("in/{file}.csm.csv"), text);
    }
    let input = place.path("in");
    let calm = place.path("calm");
    let begun = Instant::now();
    run(&["ingest", &input, "--data", &calm]).exits(3);
    let whole = begun.elapsed();
    let expected = summary(&calm);
    let mut interrupted = 0;
    for kill in 0..KILLS {
        let data = place.path("data");
        let mut child = command(&["ingest", &input, "--data", &data])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(moment(kill, whole));
        child.kill().unwrap();
        interrupted += u64::from(!child.wait().unwrap().success());
        check_whole_files(&data);
        // Every fifth time the data folder begins anew, so that kills also hit its making.
        if kill % 5 == 4 {
            finish_and_compare(&input, &data, &expected);
            std::fs::remove_dir_all(&data).unwrap();
        }
    }
    assert!(interrupted > KILLS / 2, "only {interrupted} of {KILLS} kills hit a running ingest");
}

/// A file is in with all its messages, or not at all.
fn check_whole_files(data: &str) {
    if !std::path::Path::new(data).exists() {
        return;
    }
    let counts = counts(data);
    let rows = counts["accepted"].as_u64().unwrap();
    assert_eq!(rows % ROWS as u64, 0, "a file is half in: {counts}");
}

/// After the interrupted run, ingesting again completes it: as if it had never been interrupted.
fn finish_and_compare(input: &str, data: &str, expected: &serde_json::Value) {
    let report = run(&["ingest", input, "--data", data, "--json"]).json();
    let (read, accepted) = (report["read"].as_u64().unwrap(), report["accepted"].as_u64().unwrap());
    let (duplicate, quarantined) =
        (report["duplicate"].as_u64().unwrap(), report["quarantined"].as_u64().unwrap());
    assert_eq!(read, accepted + duplicate + quarantined);
    assert_eq!(&summary(data), expected);
}

fn counts(data: &str) -> serde_json::Value {
    let checks = run(&["doctor", "--data", data, "--json"]).exits(0).json();
    let history = checks.as_array().unwrap().iter().find(|check| check["name"] == "history").unwrap();
    let detail = history["detail"].as_str().unwrap();
    let accepted: u64 = detail.split(' ').next().unwrap().parse().unwrap();
    serde_json::json!({ "accepted": accepted, "detail": detail })
}

/// What must be the same however often the ingest was interrupted.
fn summary(data: &str) -> serde_json::Value {
    let quarantine =
        run(&["quarantine", "list", "--limit", "1000", "--data", data, "--json"]).exits(0).json();
    let mut texts: Vec<String> = quarantine
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {}", row["file"], row["diagnostics"][0]["code"]))
        .collect();
    texts.sort();
    let run = run(&["assess", "--as-of", "2026-06-01T00:00:00Z", "--data", data, "--json"]).exits(0).json();
    serde_json::json!({
        "accepted": counts(data)["accepted"],
        "quarantine": texts,
        "status_messages": run["status_messages"],
        "trips": run["trips"],
    })
}
