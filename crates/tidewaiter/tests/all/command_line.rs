//! How the command line behaves: help, wrong words, exit codes, pipes.

use crate::support::{Place, STATUS_HEADER, binary, run, run_with_input, status_rows};
use std::io::Read;
use std::process::{Command, Stdio};

#[test]
fn no_arguments_print_a_short_help_with_three_examples() {
    let ran = run(&[]).exits(0);
    assert!(ran.out.lines().count() < 20);
    assert_eq!(ran.out.matches("  tidewaiter ").count(), 3, "{}", ran.out);
}

#[test]
fn wrong_use_ends_with_two_and_says_what_to_do() {
    let place = Place::new();
    let nowhere = place.path("nowhere");
    for (arguments, said) in [
        (vec!["frobnicate"], "unrecognized subcommand"),
        (vec!["ingest"], "required"),
        (vec!["assess", "--as-of", "yesterday"], "RFC 3339"),
        (vec!["queue", "--capacity", "many"], "invalid value"),
        (vec!["queue", "--data", &nowhere], "no data folder"),
        (vec!["outcome", "1"], "--found"),
        (vec!["outcome", "1", "--found", "gold"], "possible values"),
        (vec!["outcome", "1", "--found", "drugs", "--nothing"], "cannot be used"),
        (vec!["world", "--out", "/proc/nowhere/world"], "/proc/nowhere"),
        (vec!["evaluate", "--truth", &nowhere, "--data", &nowhere], "no data folder"),
        (vec!["doctor", "--data", &nowhere, "--lang", "xx", "extra"], "unexpected argument"),
    ] {
        let ran = run(&arguments).exits(2);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        assert!(ran.out.is_empty());
    }
}

#[test]
fn a_negative_answer_ends_with_one() {
    let place = Place::new();
    let file = place.file("a.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 3)));
    place.run(&["ingest", &file]).exits(0);
    assert!(place.run(&["queue"]).exits(1).err.contains("tidewaiter assess"));
    place.run(&["assess"]).exits(0);
    assert!(place.run(&["explain", "CNOTTHERE0000"]).exits(1).err.contains("CNOTTHERE0000"));
    assert!(place.run(&["quarantine", "show", "99"]).exits(1).err.contains("quarantine list"));
}

#[test]
fn standard_input_is_read_and_counted() {
    let place = Place::new();
    let data = place.path("data");
    let text = format!("{STATUS_HEADER}{}", status_rows(0, 10));
    let report = run_with_input(&["ingest", "-", "--data", &data, "--json"], text.as_bytes()).exits(0).json();
    assert_eq!((report["read"].as_u64(), report["accepted"].as_u64()), (Some(10), Some(10)));
}

#[test]
fn answers_are_in_the_readers_language() {
    for (lang, counts, assessed) in [
        ("en", "10 read = 10 accepted + 0 duplicate + 0 quarantined", "10 status messages"),
        ("fr", "10 lus = 10 acceptés + 0 en double + 0 en quarantaine", "10 messages d'état"),
        ("es", "10 leídos = 10 aceptados + 0 duplicados + 0 en cuarentena", "10 mensajes de estado"),
        (
            "ar",
            "المقروء \u{2068}10\u{2069} = المقبول \u{2068}10\u{2069} + المكرر \u{2068}0\u{2069} + المحجور \u{2068}0\u{2069}",
            "\u{2068}10\u{2069} رسائل حالة",
        ),
    ] {
        let place = Place::new();
        let file = place.file("a.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 10)));
        let ingested = place.run(&["ingest", &file, "--lang", lang]).exits(0).out;
        assert!(ingested.ends_with(&format!("{counts}\n")), "{ingested}");
        let answer = place.run(&["assess", "--lang", lang]).exits(0);
        assert!(answer.out.contains(assessed), "{}", answer.out);
        assert!(answer.err.contains("--as-of"), "{}", answer.err);
    }
}

#[test]
fn a_pipe_that_closes_is_not_an_error() {
    let mut child = Command::new(binary())
        .arg("man")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Read one byte and close.
    let mut byte = [0u8; 1];
    child.stdout.take().unwrap().read_exact(&mut byte).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn completions_and_manual_are_made() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(run(&["completions", shell]).exits(0).out.contains("tidewaiter"));
    }
    assert!(run(&["man"]).exits(0).out.starts_with(".ie"));
}

#[test]
fn the_doctor_is_content_before_and_after_the_first_ingest() {
    let place = Place::new();
    place.run(&["doctor"]).exits(0);
    let file = place.file("a.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 3)));
    place.run(&["ingest", &file]).exits(0);
    let ran = place.run(&["doctor"]).exits(0);
    assert!(ran.out.contains("3 status messages"), "{}", ran.out);
}

#[test]
fn the_trips_of_a_container_are_drawn_within_the_width_in_every_language() {
    let place = Place::new();
    let (world, ends) = place.world("world", "5", "400", "120");
    place.run(&["ingest", "--known-at-event-time", &world]).exits(0);
    place.run(&["assess", "--as-of", &ends]).exits(0);
    let list = place.run(&["queue", "--capacity", "200", "--json"]).exits(0).json();
    let with_reasons = |row: &&serde_json::Value| {
        !row["reasons"].as_array().unwrap().is_empty() && !row["containers"].as_array().unwrap().is_empty()
    };
    let rows = list["rows"].as_array().unwrap();
    let containers: Vec<&str> =
        rows.iter().filter(with_reasons).take(5).map(|row| row["containers"][0].as_str().unwrap()).collect();
    assert!(containers.len() > 2);
    for container in &containers {
        for (lang, width) in [("en", "60"), ("en", "100"), ("fr", "80"), ("es", "160"), ("ar", "80")] {
            let arguments = ["trips", "show", container, "--width", width, "--lang", lang];
            let ran = place.run(&arguments).exits(0);
            let most: usize = width.parse().unwrap();
            for line in ran.out.lines() {
                let marks = ['\u{200e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
                let shown = line.chars().filter(|c| !marks.contains(c)).count();
                assert!(shown <= most, "{shown} columns of {most}: {line}");
            }
            assert!(ran.out.contains(container) && !ran.out.contains("trips-show-"), "{}", ran.out);
        }
    }
    let document = place.run(&["trips", "show", containers[0], "--json"]).exits(0).json();
    assert_eq!(document["container"], containers[0]);
    assert_eq!(document["total"].as_u64().unwrap(), document["trips"].as_array().unwrap().len() as u64);
    let last = if containers[0].ends_with('1') { '2' } else { '1' };
    let mistyped = format!("{}{last}", &containers[0][..10]);
    let ran = place.run(&["trips", "show", &mistyped]).exits(1);
    assert!(ran.err.contains(containers[0]), "{}", ran.err);
}
