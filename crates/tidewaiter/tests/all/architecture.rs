//! The invariants of ARCHITECTURE.md that can be read off the sources.

use crate::support::workspace;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const PURE: &[&str] = &["model", "formats", "trips", "matching", "risk", "world"];

/// Words that mean input, output, a clock, chance without a seed, or async.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env::",
    "std::process",
    "std::thread",
    "std::io::stdin",
    "std::io::stdout",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "println!",
    "eprintln!",
    "async fn",
    ".await",
    "tokio",
    "rand::rng()",
    "thread_rng",
    "from_os_rng",
    "getrandom",
    "RandomState",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The lines of a source that are neither comment nor within its test module.
fn code_lines(path: &Path) -> Vec<(usize, String)> {
    let text = std::fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let is_code = |line: &str| !line.trim_start().starts_with("//");
    code.lines()
        .enumerate()
        .filter(|(_, line)| is_code(line))
        .map(|(at, line)| (at + 1, line.to_owned()))
        .collect()
}

fn offending(crates: &[&str], words: &[&str]) -> Vec<String> {
    let root = workspace();
    let mut offences = Vec::new();
    for name in crates {
        let files = sources(&root.join("crates").join(name).join("src"));
        assert!(!files.is_empty(), "{name} has no sources");
        for file in files {
            for (number, line) in code_lines(&file) {
                if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                    offences.push(format!("{}:{number}: {word}", file.display()));
                }
            }
        }
    }
    offences
}

#[test]
fn pure_crates_do_no_input_output_read_no_clock_and_are_not_async() {
    let offences = offending(PURE, IMPURE);
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn only_the_store_knows_sql() {
    let others = ["model", "formats", "trips", "matching", "risk", "world", "server", "tidewaiter"];
    let words = ["sqlx", "SELECT ", "INSERT INTO", "UPDATE SET", "CREATE TABLE"];
    let offences = offending(&others, &words);
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn crates_depend_only_on_what_the_house_allows() {
    let allowed: &[(&str, &[&str])] = &[
        ("model", &[]),
        ("formats", &["model"]),
        ("trips", &["model"]),
        ("matching", &["model"]),
        ("risk", &["model", "trips", "matching"]),
        ("store", &["model"]),
        ("world", &["model", "formats"]),
        ("server", &["model", "formats", "trips", "matching", "risk", "store", "world"]),
        ("tidewaiter", &["model", "server"]),
    ];
    let root = workspace();
    let mut folders: BTreeSet<String> = std::fs::read_dir(root.join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    for (name, may_know) in allowed {
        assert!(folders.remove(*name), "crates/{name} is gone");
        let manifest = std::fs::read_to_string(root.join("crates").join(name).join("Cargo.toml")).unwrap();
        let after = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        let section = after.split("\n[").next().unwrap_or_default();
        for line in section.lines() {
            let Some(package) = line.strip_prefix("tidewaiter-") else { continue };
            let known = package.split([' ', '.', '=']).next().unwrap_or_default();
            assert!(may_know.contains(&known), "{name} may not know {known}");
        }
    }
    assert!(folders.is_empty(), "ARCHITECTURE.md does not know {folders:?}");
}

#[test]
fn no_file_of_code_is_over_a_thousand_lines() {
    let root = workspace();
    for file in sources(&root.join("crates")) {
        if file.components().any(|part| part.as_os_str() == "target") {
            continue;
        }
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 1_000, "{} has {lines} lines", file.display());
    }
}
