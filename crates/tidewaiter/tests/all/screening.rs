//! Names against a list, and pairs of names, through the real binary.

use crate::support::{Place, command};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

const LIST: &str = r#"{"id": "Q1", "kind": "person", "names": ["Aymar al-Zawasiri", "أيمار الزواسيري"]}
{"id": "Q2", "kind": "vessel", "names": ["Quorvane Star"]}

{"id": "Q3", "kind": "company", "names": ["Belandohold Trading GmbH"]}
"#;

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_name_as_it_sounds_in_the_wrong_order_is_found_with_reasons() {
    let place = Place::new();
    let list = place.file("list.jsonl", LIST);
    let ran = place.run(&["screen", "Zawaseri, Aimar", "--list", &list]).exits(0);
    assert!(ran.out.contains("(Q1)") && ran.out.contains("“Zawaseri”"), "{}", ran.out);
    place.run(&["screen", "Nobody Whatever", "--list", &list]).exits(1);
    let french = place.run(&["--lang", "fr", "screen", "Nobody", "--list", &list]).exits(1);
    assert!(french.out.contains("rien sur la liste"), "{}", french.out);
}

#[test]
fn many_queries_are_answered_one_a_line_in_order() {
    let place = Place::new();
    let list = place.file("list.jsonl", LIST);
    let queries = place.file("queries", "Belandohold Trading Ltd\r\n\nأيمار الزواسيري\nquorvane star");
    let ran = place.run(&["screen", "--list", &list, "--queries", &queries, "--jsonl"]).exits(0);
    let answers = lines(&ran.out);
    let first = |at: usize| answers[at]["matches"][0]["id"].as_str();
    assert_eq!([first(0), first(1), first(2), first(3)], [Some("Q3"), None, Some("Q1"), Some("Q2")]);
    assert_eq!(answers[1]["query"], "");
    let one = |argument: &str, value: &str| {
        let arguments = ["screen", "--list", &list, "--queries", &queries, "--jsonl", argument, value];
        lines(&place.run(&arguments).out)
    };
    assert_eq!(one("--kind", "vessel")[0]["matches"].as_array().unwrap().len(), 0);
    assert_eq!(one("--threshold", "1")[3]["matches"].as_array().unwrap().len(), 0);
    assert_eq!(one("--top", "0")[3]["matches"].as_array().unwrap().len(), 0);
}

#[test]
fn pairs_are_compared_by_themselves() {
    let place = Place::new();
    let pairs = place.file(
        "pairs.csv",
        "left,right,kind,note\n\"Doe, John\",John Doe,person,\nJohn Doe,Mary Miller,person,x\n",
    );
    let ran = place.run(&["screen", "--pairs", &pairs, "--jsonl"]).exits(0);
    let answers = lines(&ran.out);
    assert_eq!((&answers[0]["match"], &answers[1]["match"]), (&Value::Bool(true), &Value::Bool(false)));
    assert_eq!(answers[0]["left"], "Doe, John");
    assert_eq!(answers[0]["reasons"][0]["code"], "same");
}

#[test]
fn what_cannot_be_read_is_named_by_its_line() {
    let place = Place::new();
    let list = place.file("list.jsonl", LIST);
    let cut = place.file("cut.jsonl", &LIST[..LIST.len() - 20]);
    let empty = place.file("empty", "");
    let binary = place.file("binary", b"ok\n\xff\xfe\n");
    let columns = place.file("pairs.csv", "a,b\n1,2\n");
    for (arguments, said) in [
        (&["screen", "X", "--list", &cut][..], "line 4"),
        (&["screen", "X", "--list", "nowhere"], "nowhere"),
        (&["screen", "--queries", &binary, "--list", &list], "line 2, byte 1: not UTF-8"),
        (&["screen", "--pairs", &columns], "no column `kind`"),
        (&["screen", "X"], "--list"),
        (&["screen", "--list", &list], "NAME"),
        (&["screen", "X", "--list", &list, "--threshold", "2"], "0 to 1"),
    ] {
        let ran = place.run(arguments).exits(2);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
    place.run(&["screen", "X", "--list", &empty]).exits(1);
    place.run(&["screen", "--queries", &empty, "--list", &list]).exits(1);
    place.run(&["screen", &"x".repeat(10_000), "--list", &list]).exits(1);
}

#[test]
fn a_reader_who_has_enough_ends_it() {
    let place = Place::new();
    let list = place.file("list.jsonl", LIST);
    let mut child = command(&["screen", "--list", &list, "--queries", "-", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut queries = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        // Far more than a pipe holds; whoever reads no more ends the writing too.
        (0..400_000).all(|_| queries.write_all(b"Quorvane Star\n").is_ok())
    });
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    answers.read_line(&mut line).unwrap();
    assert!(line.contains("Q2"), "{line}");
    drop(answers);
    assert!(child.wait().unwrap().success());
    assert!(!writer.join().unwrap(), "it read on though nobody listened");
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
}
