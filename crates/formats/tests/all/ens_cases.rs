//! The published test cases of IE315 and IE313: structure and rules, comments taken out before anything is judged.

use std::path::PathBuf;
use tidewaiter_formats::check::{Verdict, check};

pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) message: Vec<u8>,
    /// Location and code of every error, sorted; `None` where the message is structurally wrong.
    pub(crate) expected: Option<Vec<(String, String)>>,
}

#[expect(clippy::print_stdout, reason = "one line says that a test was skipped")]
pub(crate) fn cases(folder: &str) -> Vec<Case> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/ens/");
    let Ok(entries) = std::fs::read_dir(format!("{root}{folder}")) else {
        println!("skipped: ../shared/data is not here");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "xml"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let control =
                std::fs::read_to_string(path.with_extension("ctl")).expect("every case has its control file");
            Case {
                name: path.display().to_string(),
                message: without_comments(&std::fs::read(&path).expect("a case is readable")),
                expected: expected(&control),
            }
        })
        .collect()
}

fn without_comments(message: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(message.to_vec()).expect("cases are UTF-8");
    let (mut out, mut rest) = (String::new(), text.as_str());
    while let Some((before, behind)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = behind.split_once("-->").expect("comments end").1;
    }
    out.push_str(rest);
    out.into_bytes()
}

fn expected(control: &str) -> Option<Vec<(String, String)>> {
    let value = |error: &str, name: &str| -> Option<String> {
        let behind = error.split_once(&format!("<err:{name}>"))?.1;
        Some(behind.split_once('<')?.0.trim().to_owned())
    };
    let mut errors = Vec::new();
    for error in control.split("<err:Error>").skip(1) {
        errors.push((value(error, "Location")?, value(error, "Number")?));
    }
    errors.sort();
    Some(errors)
}

pub(crate) fn found(verdict: &Verdict) -> Vec<(String, String)> {
    let mut found: Vec<_> =
        verdict.errors.iter().map(|error| (error.location.clone(), error.code.clone())).collect();
    found.sort();
    found
}

/// Every place lies inside the message, and line and column are those of its first byte.
fn places_hold(case: &Case, verdict: &Verdict) {
    for error in &verdict.errors {
        let start = error.span.start as usize;
        assert!(error.span.end() <= case.message.len() as u64, "{}: {error:?}", case.name);
        let before = std::str::from_utf8(&case.message[..start]).expect("a place is no half character");
        let line = before.matches('\n').count() as u32 + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() as u32 + 1;
        assert_eq!((error.line, error.column), (line, column), "{}: {error:?}", case.name);
    }
}

#[test]
fn structure_is_judged_as_published() {
    for folder in ["schema-ie315", "schema-ie313", "rules-ie315", "rules-ie313"] {
        let mut wrong = Vec::new();
        for case in cases(folder) {
            let verdict = check(&case.message, None);
            assert!(verdict.readable, "{}", case.name);
            assert!(verdict.message == "CC315A" || verdict.message == "CC313A");
            places_hold(&case, &verdict);
            if verdict.schema_valid != case.expected.is_some() {
                wrong.push(format!("{} {:?}", case.name, verdict.errors));
            }
        }
        assert!(wrong.is_empty(), "{folder}: {} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }
}

#[test]
fn rules_are_judged_as_published() {
    for folder in ["rules-ie315", "rules-ie313"] {
        let (mut wrong, mut judged) = (Vec::new(), 0);
        for case in cases(folder) {
            let Some(expected) = &case.expected else { continue };
            judged += 1;
            let verdict = check(&case.message, None);
            places_hold(&case, &verdict);
            let found = found(&verdict);
            if found != *expected {
                wrong.push(format!("{}\n  expected {expected:?}\n  found    {found:?}", case.name));
            }
        }
        assert!(wrong.is_empty(), "{folder}: {} of {judged} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }
}

/// What is done to a message at a tag that begins at `at`.
fn mutations(message: &str, at: usize) -> [(&'static str, String); 4] {
    let (before, behind) = message.split_at(at);
    let end = behind.find('>').map_or(behind.len(), |end| end + 1);
    [
        ("cut off", before.to_owned()),
        ("the tag left out", format!("{before}{}", &behind[end..])),
        ("a bracket lost", format!("{before}&{}", &behind[1..])),
        ("a stranger in front", format!("{before}<Q/>{behind}")),
    ]
}

#[test]
fn a_message_broken_at_any_tag_is_refused_with_its_place() {
    for folder in ["schema-ie315", "rules-ie315", "rules-ie313"] {
        let small = cases(folder).into_iter().filter(|case| case.message.len() < 8_000);
        for case in small.step_by(90) {
            let message = String::from_utf8(case.message).expect("cases are UTF-8");
            let root = message.find("<ie:").expect("cases have a root");
            for (at, _) in message.match_indices('<').filter(|(at, _)| *at >= root) {
                for (what, broken) in mutations(&message, at) {
                    let verdict = check(broken.as_bytes(), None);
                    let name = format!("{}: {what} at byte {at}", case.name);
                    assert!(!verdict.schema_valid && !verdict.errors.is_empty(), "{name}");
                    let first = &verdict.errors[0];
                    assert!(first.line > 0 && first.span.end() <= broken.len() as u64, "{name}: {first:?}");
                    if what == "a stranger in front" && verdict.readable {
                        let named = verdict.errors.iter().any(|error| error.location.ends_with("/Q[1]"));
                        assert!(named, "{name}: {:?}", verdict.errors);
                    }
                }
            }
        }
    }
}
