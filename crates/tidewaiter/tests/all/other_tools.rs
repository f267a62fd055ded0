//! What other programs see: PostgreSQL behind the same commands, DuckDB and pandas on the history, the book's links.

use crate::postgres::Postgres;
use crate::support::{Place, workspace};
use std::process::Command;

/// The same commands give the same list whichever database holds the state.
#[test]
fn the_main_job_is_the_same_on_sqlite_and_postgresql() {
    let Some(server) = Postgres::start() else { return };
    let url = server.url("postgres");
    let place = Place::new();
    let (world, ends) = place.world("world", "4", "500", "120");
    let on_sqlite = list(&place, &world, &ends, "sqlite", &[]);
    let on_postgres = list(&place, &world, &ends, "postgres", &["--database", &url]);
    assert_eq!(on_sqlite, on_postgres);
    // A folder made with one database is not opened with another.
    let data = place.path("postgres");
    let ran = crate::support::run(&["queue", "--data", &data]).exits(2);
    assert!(ran.err.contains("--database"), "{}", ran.err);
}

fn list(place: &Place, world: &str, ends: &str, name: &str, database: &[&str]) -> serde_json::Value {
    let data = place.path(name);
    let run = |arguments: &[&str]| crate::support::run(&[arguments, &["--data", &data], database].concat());
    run(&["ingest", "--known-at-event-time", world]).exits(0);
    run(&["assess", "--as-of", ends]).exits(0);
    let list = run(&["queue", "--capacity", "20", "--json"]).exits(0).json();
    assert!(list["rows"].as_array().is_some_and(|rows| rows.len() > 3));
    list
}

#[test]
fn duckdb_and_pandas_read_the_history() {
    let python = std::env::var("TIDEWAITER_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let modules = Command::new(&python).args(["-c", "import duckdb, pandas, pyarrow"]).output();
    if !modules.is_ok_and(|output| output.status.success()) {
        let required = std::env::var_os("TIDEWAITER_REQUIRE_PYTHON").is_some_and(|value| value == "1");
        assert!(!required, "{python} lacks duckdb, pandas or pyarrow");
        println!("skipped: duckdb, pandas and pyarrow are not installed (pip install duckdb pandas pyarrow)");
        return;
    }
    let place = Place::new();
    let (world, ends) = place.world("world", "6", "200", "80");
    place.run(&["ingest", "--known-at-event-time", &world]).exits(0);
    place.run(&["assess", "--as-of", &ends]).exits(0);
    let script = workspace().join("scripts/history_check.py");
    let output = Command::new(&python).arg(script).arg(place.path("data")).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    for table in ["message", "status_event", "entry_summary", "declaration", "assessment"] {
        assert!(said.contains(table), "{table} was not read: {said}");
    }
}

/// Every link to a file in the book and in the pages at the root leads somewhere.
#[test]
fn links_lead_somewhere() {
    let root = workspace();
    let mut pages: Vec<_> = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        .iter()
        .map(|name| root.join(name))
        .collect();
    let mut folders = vec![root.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("book") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    for page in &pages {
        let text = std::fs::read_to_string(page).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            let outside = file.is_empty() || file.contains("://") || file.contains(' ');
            assert!(outside || page.with_file_name(file).exists(), "{}: {link}", page.display());
        }
    }
    let summary = std::fs::read_to_string(root.join("docs/src/SUMMARY.md")).unwrap();
    for page in pages.iter().filter(|page| page.starts_with(root.join("docs/src"))) {
        let name = page.strip_prefix(root.join("docs/src")).unwrap().display().to_string();
        assert!(name == "SUMMARY.md" || summary.contains(&name), "{name} is not in SUMMARY.md");
    }
}
