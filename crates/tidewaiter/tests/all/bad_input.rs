//! What careless colleagues and hostile senders hand in: a clear error or quarantine, the documented exit code, and
//! nothing lost.

use crate::support::{Place, Ran, STATUS_HEADER, command, run, status_rows};
use std::io::Write;
use std::process::{Command, Stdio};

/// The sum that must always hold.
#[track_caller]
fn balanced(ran: &Ran) -> serde_json::Value {
    let report = ran.json();
    let count = |name: &str| report[name].as_u64().unwrap();
    assert_eq!(count("read"), count("accepted") + count("duplicate") + count("quarantined"), "{report}");
    report
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut child =
        Command::new("gzip").arg("-c").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output.stdout
}

#[test]
fn inputs_that_are_no_messages_are_refused_with_the_reason() {
    let place = Place::new();
    let xml = "<?xml version=\"1.0\"?><Invoice/>";
    for (name, content, said) in [
        ("empty.csv", b"".to_vec(), "no bytes at all"),
        ("noise.bin", vec![0, 159, 146, 150, 1, 2, 3], "expected"),
        ("other.xml", xml.as_bytes().to_vec(), "Invoice"),
        ("other.csv", b"colour,shape\nred,round\n".to_vec(), "expected"),
        ("cut.csv.gz", gzip(status_rows(0, 5_000).as_bytes())[..400].to_vec(), "damaged"),
    ] {
        let file = place.file(name, content);
        let ran = place.run(&["ingest", &file, "--json"]).exits(2);
        let report = balanced(&ran);
        assert_eq!(report["read"], 0, "{name}");
        let error = report["files"][0]["error"].as_str().unwrap();
        assert!(error.contains(said), "{name}: {error}");
    }
    assert!(place.run(&["ingest", &place.path("missing.csv")]).exits(2).out.contains("cannot read"));
}

#[test]
fn hostile_and_broken_messages_go_to_quarantine_whole() {
    let place = Place::new();
    let head = "<?xml version=\"1.0\"?>";
    let laughs =
        format!("{head}<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><CC315A>&b;</CC315A>");
    let external =
        format!("{head}<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><CC315A>&a;</CC315A>");
    for (name, content, code) in [
        ("laughs.xml", laughs, "XML-ENTITY"),
        ("external.xml", external, "XML-ENTITY"),
        ("cut.xml", format!("{head}<CC315A><HEAHEA><RefNumHEA4>LRN1</RefNum"), "XML"),
    ] {
        let file = place.file(name, &content);
        let ran = place.run(&["ingest", &file, "--json"]).exits(3);
        let report = balanced(&ran);
        assert_eq!(report["quarantined"], 1, "{name}");
        let diagnostic = &report["files"][0]["diagnostics"][0];
        assert!(diagnostic["code"].as_str().unwrap().starts_with(code), "{name}: {diagnostic}");
        let rows = place.run(&["quarantine", "list", "--json"]).exits(0).json();
        let id = rows.as_array().unwrap().last().unwrap()["id"].to_string();
        let shown = place.run(&["quarantine", "show", &id, "--json"]).exits(0).json();
        assert_eq!(shown["text"].as_str().unwrap(), content, "{name} was not kept whole");
        assert!(!shown["text"].as_str().unwrap().contains("root:"));
    }
}

#[test]
fn bad_rows_cost_only_themselves() {
    let place = Place::new();
    let good = status_rows(0, 3);
    let mut text = format!("{STATUS_HEADER}{good}").into_bytes();
    let row = |id: &str, time: &str| {
        format!("{id},MSKU1234565,GTIN,{time},CNSHG,LADEN,carrier,2026-03-02T00:00:00Z\n")
    };
    text.extend(row("old", "0001-01-01T00:00:00Z").bytes());
    text.extend(row("far", "9999-12-31T23:59:59Z").bytes());
    text.extend(row("never", "10000-01-01T00:00:00Z").bytes());
    text.extend(row("nonsense", "soon").bytes());
    text.extend(b"latin,MSKU1234565,GTIN,2026-03-01T00:00:00Z,CNSHG,LADEN,caf\xe9,2026-03-02T00:00:00Z\n");
    text.extend(b"short,row\n");
    let file = place.file("mixed.csm.csv", text);
    let report = balanced(&place.run(&["ingest", &file, "--json"]).exits(3));
    assert_eq!((report["read"].as_u64(), report["quarantined"].as_u64()), (Some(9), Some(4)));
    place.run(&["assess"]).exits(0);
}

#[test]
fn a_negative_mass_is_refused() {
    let place = Place::new();
    let header = "message_id,container,event,event_time,location,gross_mass_kg\n";
    let file = place.file("m.csm.csv", format!("{header}a,MSKU1234565,LOAD,2026-03-01T00:00:00Z,CNSHG,-5\n"));
    let report = balanced(&place.run(&["ingest", &file, "--json"]).exits(3));
    assert_eq!(report["files"][0]["diagnostics"][0]["path"], "gross_mass_kg");
}

#[test]
fn the_same_id_with_other_content_is_a_conflict_and_the_later_counts() {
    let place = Place::new();
    let row = |place: &str, received: &str| {
        format!("{STATUS_HEADER}x,MSKU1234565,GTIN,2026-03-01T00:00:00Z,{place},LADEN,carrier,{received}\n")
    };
    let first = place.file("1.csm.csv", row("CNSHG", "2026-03-02T00:00:00Z"));
    let second = place.file("2.csm.csv", row("CNNGB", "2026-03-03T00:00:00Z"));
    place.run(&["ingest", &first]).exits(0);
    let report = balanced(&place.run(&["ingest", &second, "--json"]).exits(0));
    assert_eq!((report["accepted"].as_u64(), report["conflicts"].as_u64()), (Some(1), Some(1)));
    let report = place.run(&["assess", "--json"]).exits(0).json();
    assert_eq!(report["status_messages"], 1, "only the later one counts");
    let before = place.run(&["assess", "--as-of", "2026-03-02T12:00:00Z", "--json"]).exits(0).json();
    assert_eq!(before["status_messages"], 1, "as of then the first one counted");
}

#[test]
fn a_quarantined_row_can_be_corrected_and_replayed() {
    let place = Place::new();
    let good = status_rows(0, 2);
    let bad = "fix,MSKU1234565,GTIN,never,CNSHG,LADEN,carrier,2026-03-02T00:00:00Z";
    let file = place.file("a.csm.csv", format!("{STATUS_HEADER}{good}{bad}\n"));
    place.run(&["ingest", &file]).exits(3);
    let id = place.run(&["quarantine", "list", "--json"]).exits(0).json()[0]["id"].to_string();
    place.run(&["quarantine", "replay", &id]).exits(3);
    // A correction that does not help is told and leaves no trace; places count from its own start.
    let worse = place.file("worse.csv", bad.replace("never", "tomorrow"));
    let report = place.run(&["quarantine", "replay", &id, "--with", &worse, "--json"]).exits(3).json();
    let said = &report["messages"][0]["diagnostics"][0];
    assert_eq!(said["found"], "tomorrow", "{report}");
    assert_eq!(said["span"]["start"].as_u64(), bad.find("never").map(|at| at as u64), "{report}");
    let waiting = place.run(&["quarantine", "list", "--all", "--json"]).exits(0).json();
    assert_eq!(waiting.as_array().unwrap().len(), 1, "{waiting}");
    assert_eq!(waiting[0]["diagnostics"][0]["found"], "never");
    let corrected = place.file("fix.csv", bad.replace("never", "2026-03-01T05:00:00Z"));
    let report = place.run(&["quarantine", "replay", &id, "--with", &corrected, "--json"]).exits(0).json();
    assert_eq!(report["resolved"], 1);
    assert!(place.run(&["quarantine", "list"]).exits(0).out.contains("empty"));
    assert_eq!(place.run(&["assess", "--json"]).exits(0).json()["status_messages"], 3);
}

#[test]
fn compressed_input_is_read_and_a_bomb_is_refused() {
    let place = Place::new();
    let text = format!("{STATUS_HEADER}{}", status_rows(0, 100));
    let file = place.file("a.bin", gzip(text.as_bytes()));
    assert_eq!(balanced(&place.run(&["ingest", &file, "--json"]).exits(0))["accepted"], 100);
    let zstd = place.path("b.zst");
    let plain = place.file("b.csv", format!("{STATUS_HEADER}{}", status_rows(100, 100)));
    if Command::new("zstd").args(["-q", &plain, "-o", &zstd]).status().is_ok_and(|status| status.success()) {
        assert_eq!(balanced(&place.run(&["ingest", &zstd, "--json"]).exits(0))["accepted"], 100);
    } else {
        println!("skipped: no zstd command here; the gzip half ran");
    }
    let bomb = place.file("bomb.gz", gzip(&[STATUS_HEADER.as_bytes(), &vec![b'0'; 150 << 20]].concat()));
    let report = balanced(&place.run(&["ingest", &bomb, "--json"]).exits(2));
    assert!(report["files"][0]["error"].as_str().unwrap().contains("bomb"));
    assert_eq!(report["read"], 0);
}

#[test]
fn a_folder_is_read_in_order_and_its_bad_files_cost_only_themselves() {
    let place = Place::new();
    place.file("in/b.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 5)));
    place.file("in/deep/c.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 7)));
    place.file("in/a.txt", "a note to myself\n");
    let report = balanced(&place.run(&["ingest", &place.path("in"), "--json"]).exits(2));
    assert_eq!((report["accepted"].as_u64(), report["duplicate"].as_u64()), (Some(7), Some(5)));
    assert_eq!(report["unreadable"], 1);
}

#[test]
fn a_file_that_changes_while_it_is_read_leaves_no_trace() {
    let place = Place::new();
    let text = format!("{STATUS_HEADER}{}", status_rows(0, 400_000));
    let file = place.file("grows.csm.csv", &text);
    let data = place.path("data");
    let child = command(&["ingest", &file, "--data", &data, "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut grows = std::fs::OpenOptions::new().append(true).open(&file).unwrap();
    for more in 0..200 {
        let _ = grows.write_all(status_rows(500_000 + more * 10, 10).as_bytes());
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let ran = Ran::from(child.wait_with_output().unwrap()).exits(2);
    assert!(ran.json()["files"][0]["error"].as_str().unwrap().contains("changed"), "{}", ran.out);
    place.run(&["ingest", &file]).exits(0);
}

#[test]
fn two_ingests_at_once_lose_and_double_nothing() {
    let place = Place::new();
    let file = place.file("a.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 50_000)));
    let data = place.path("data");
    let start = || {
        command(&["ingest", &file, "--data", &data, "--json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let (one, two) = (start(), start());
    let reports = [one, two].map(|child| balanced(&Ran::from(child.wait_with_output().unwrap()).exits(0)));
    let sum = |name: &str| reports.iter().map(|report| report[name].as_u64().unwrap()).sum::<u64>();
    assert_eq!((sum("accepted"), sum("duplicate")), (50_000, 50_000));
}

#[test]
fn a_disk_that_fills_up_is_said_and_nothing_is_half_written() {
    let place = Place::new();
    let mount = place.path("small");
    std::fs::create_dir(&mount).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=6m", "tmpfs", &mount])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !mounted {
        println!("skipped: only root may mount a small tmpfs");
        return;
    }
    let data = format!("{mount}/data");
    let small = place.file("small.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 100)));
    let first = run(&["ingest", &small, "--data", &data]);
    let mut rows = STATUS_HEADER.to_owned();
    let mut state = 1u64;
    for id in 0..300_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        rows.push_str(&format!(
            "n{state:016x}{id},MSKU1234565,GTIN,2026-03-01T00:00:00Z,CNSHG,LADEN,carrier,2026-03-02T00:00:00Z\n"
        ));
    }
    let large = place.file("large.csm.csv", rows);
    let second = run(&["ingest", &large, "--data", &data]);
    let doctor = run(&["doctor", "--data", &data]);
    let leftovers = std::fs::read_dir(&data).map_or(0, Iterator::count);
    let unmounted = Command::new("umount").arg(&mount).status().unwrap().success();
    assert!(unmounted && leftovers > 0);
    first.exits(0);
    let second = second.exits(2);
    assert!(second.err.contains("space") || second.err.contains("full"), "{}", second.err);
    assert!(doctor.exits(0).out.contains("100 status messages"));
}

#[test]
fn an_older_database_is_migrated_and_a_newer_one_refused() {
    let place = Place::new();
    let file = place.file("a.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 3)));
    place.run(&["ingest", &file]).exits(0);
    // A folder whose database is empty is the oldest there is.
    let old = place.path("old");
    std::fs::create_dir(&old).unwrap();
    std::fs::write(format!("{old}/tidewaiter.db"), b"").unwrap();
    run(&["ingest", &file, "--data", &old]).exits(0);
    let garbage = place.path("garbage");
    std::fs::create_dir(&garbage).unwrap();
    std::fs::write(
        format!("{garbage}/tidewaiter.db"),
        b"this is no database, whatever its name says, at all",
    )
    .unwrap();
    let ran = run(&["ingest", &file, "--data", &garbage]).exits(2);
    assert!(ran.err.contains(&garbage) && ran.err.contains("SQLite"), "{}", ran.err);
}

#[test]
fn a_row_without_end_is_quarantined_in_bounded_memory() {
    let place = Place::new();
    let data = place.path("data");
    let mut child = command(&["ingest", "-", "--data", &data, "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let pid = child.id();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let block = vec![b'x'; 1 << 20];
        let _ = stdin.write_all(format!("{STATUS_HEADER}{}", status_rows(0, 2)).as_bytes());
        // 4 GB on one line; the peak of the reader is looked at just before the end.
        for _ in 0..4_096 {
            if stdin.write_all(&block).is_err() {
                return 0;
            }
        }
        let peak = peak_kb(pid);
        let _ = stdin.write_all(format!("\n{}", status_rows(5, 1)).as_bytes());
        peak
    });
    let output = child.wait_with_output().unwrap();
    let peak = writer.join().unwrap();
    let report = balanced(&Ran::from(output).exits(3));
    assert_eq!((report["accepted"].as_u64(), report["quarantined"].as_u64()), (Some(3), Some(1)));
    assert!(peak < 700_000, "{peak} kB");
}

fn peak_kb(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}
