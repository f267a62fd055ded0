//! The watched folder, through the real binary.

use super::{receipts, sum, until};
use crate::http::Server;
use crate::support::{Place, STATUS_HEADER, command, status_rows};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A place with a watched folder and the folder of the sender LINE in it.
fn watched(settings: &str) -> (Place, PathBuf) {
    let place = Place::new();
    let text =
        format!("[doors.folder]\npath = 'inbox'\npoll_seconds = 0.05\nquiet_seconds = 0.1\n{settings}");
    place.file("data/tidewaiter.toml", text);
    let home = PathBuf::from(place.path("data/inbox/LINE"));
    fs::create_dir_all(&home).unwrap();
    (place, home)
}

/// Lays a file down as SFTP servers do: written under another name, then renamed.
fn drop_file(home: &Path, name: &str, content: &str) {
    let part = home.join(format!("{name}.part"));
    fs::write(&part, content).unwrap();
    fs::rename(part, home.join(name)).unwrap();
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// A server that is killed when it goes out of scope.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn files_are_answered_beside_themselves() {
    let (place, home) = watched("file_bytes_max = 4000");
    let server = Server::start(&place);
    let good = format!("{STATUS_HEADER}{}", status_rows(0, 3));
    drop_file(&home, "good.csv", &good);
    drop_file(&home, "mixed.csv", &format!("{STATUS_HEADER}{}broken row\n", status_rows(3, 2)));
    drop_file(&home, "nothing.bin", "no format that anybody knows");
    drop_file(&home, "long.csv", &format!("{STATUS_HEADER}{}", status_rows(100, 100)));
    for name in [".hidden.csv", "unfinished.csv.part", "unfinished.csv.tmp"] {
        fs::write(home.join(name), &good).unwrap();
    }
    let refused = home.join(".refused");
    until("all four are moved", || {
        let are =
            |folder: &str, names: &[&str]| names.iter().all(|name| home.join(folder).join(name).exists());
        are(".done", &["good.csv", "mixed.csv"]) && are(".refused", &["nothing.bin", "long.csv"])
    });
    let receipt = json(&home.join(".done/good.csv.receipt.json"));
    assert_eq!((receipt["read"].as_u64(), receipt["accepted"].as_u64()), (Some(3), Some(3)), "{receipt}");
    assert_eq!((receipt["sender"].as_str(), receipt["name"].as_str()), (Some("LINE"), Some("good.csv")));
    let receipt = json(&home.join(".done/mixed.csv.receipt.json"));
    assert_eq!((receipt["accepted"].as_u64(), receipt["quarantined"].as_u64()), (Some(2), Some(1)));
    assert!(receipt["diagnostics"][0]["text"].is_string(), "{receipt}");
    // What the API answers to the same bytes.
    let answered = server.client().post("/messages?name=nothing.bin", "no format that anybody knows");
    let answered = answered.problem(422, "unreadable");
    let problem = json(&refused.join("nothing.bin.receipt.json"));
    for key in ["code", "status", "detail", "errors"] {
        assert_eq!(problem[key], answered[key], "{key}");
    }
    let problem = json(&refused.join("long.csv.receipt.json"));
    assert_eq!((problem["status"].as_u64(), problem["code"].as_str()), (Some(413), Some("too_large")));
    assert!(problem["detail"].as_str().unwrap().contains("4000 bytes"), "{problem}");
    // The same file again stands beside the first, and is all duplicates.
    drop_file(&home, "good.csv", &good);
    until("the second is answered", || fs::read_dir(home.join(".done")).unwrap().count() == 6);
    let again = fs::read_dir(home.join(".done")).unwrap().map(|entry| entry.unwrap().path());
    let again = again.filter(|path| path.display().to_string().contains("good.csv.2"));
    let receipt = again.filter(|path| path.extension().unwrap() == "json").map(|path| json(&path)).next();
    assert_eq!(receipt.unwrap()["duplicate"], 3);
    for name in [".hidden.csv", "unfinished.csv.part", "unfinished.csv.tmp"] {
        assert!(home.join(name).exists(), "{name} is left alone");
    }
    let metrics = String::from_utf8(server.client().get("/metrics").is(200).body).unwrap();
    for line in ["door_open{door=\"folder\"} 1", "door_files{door=\"folder\",result=\"refused\"} 2"] {
        assert!(metrics.contains(&format!("tidewaiter_{line}\n")), "{line} in {metrics}");
    }
    let doctor = place.run(&["doctor"]).exits(0).out;
    assert!(doctor.contains("2 files stand in .refused"), "{doctor}");
}

#[test]
fn a_growing_file_is_left_until_it_is_quiet() {
    let (place, home) = watched("");
    // Longer than the pauses of who writes, however busy the machine is.
    let settings = place.path("data/tidewaiter.toml");
    fs::write(
        &settings,
        fs::read_to_string(&settings).unwrap().replace("quiet_seconds = 0.1", "quiet_seconds = 1.5"),
    )
    .unwrap();
    let server = Server::start(&place);
    let mut text = STATUS_HEADER.to_owned();
    for part in 0..15 {
        text.push_str(&status_rows(part * 2, 2));
        fs::write(home.join("slow.csv"), &text).unwrap();
        std::thread::sleep(Duration::from_millis(150));
    }
    until("it is read", || home.join(".done/slow.csv").exists());
    let receipts = receipts(&server);
    assert_eq!((receipts.len(), sum(&receipts, "accepted")), (1, 30), "{receipts:?}");
}

#[test]
fn what_was_read_is_removed_when_nothing_is_to_be_kept() {
    let (place, home) = watched("keep_days = 0.0");
    let server = Server::start(&place);
    drop_file(&home, "good.csv", &format!("{STATUS_HEADER}{}", status_rows(0, 3)));
    until("it is answered", || home.join(".done/good.csv.receipt.json").exists());
    until("it is gone", || !home.join(".taken/good.csv").exists());
    assert!(!home.join(".done/good.csv").exists());
    assert_eq!(sum(&receipts(&server), "accepted"), 3);
}

#[test]
fn killed_in_the_middle_everything_is_in_exactly_once() {
    const FILES: usize = 120;
    const ROWS: usize = 7;
    let (place, home) = watched("");
    let is_laid = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for file in 0..FILES {
                let text = format!("{STATUS_HEADER}{}broken-{file}\n", status_rows(file * ROWS, ROWS));
                drop_file(&home, &format!("f{file}.csv"), &text);
                std::thread::sleep(Duration::from_millis(15));
            }
            is_laid.store(true, Ordering::Relaxed);
        });
        let mut kills = 0;
        while !is_laid.load(Ordering::Relaxed) || kills < 4 {
            let server = Server::start(&place);
            std::thread::sleep(Duration::from_millis(230 + kills * 137 % 400));
            server.kill();
            kills += 1;
        }
    });
    let server = Server::start(&place);
    let moved = || {
        let entries = fs::read_dir(home.join(".done")).into_iter().flatten().flatten();
        entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "csv")).count()
    };
    until("every file is moved", || moved() == FILES);
    let receipts = receipts(&server);
    assert_eq!(sum(&receipts, "accepted"), (FILES * ROWS) as u64);
    assert_eq!(sum(&receipts, "quarantined"), FILES as u64);
    let left = fs::read_dir(home.join(".taken")).unwrap().count();
    let beside =
        fs::read_dir(&home).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_file()).count();
    assert_eq!((left, beside), (0, 0));
}

#[test]
fn a_file_that_cannot_be_moved_is_said_once_and_read_once() {
    let (place, home) = watched("");
    // A file stands where the folder would be made.
    fs::write(home.join(".done"), "in the way").unwrap();
    fs::create_dir_all(place.path("data/inbox/OTHER")).unwrap();
    fs::write(place.path("data/inbox/OTHER/.taken"), "in the way").unwrap();
    drop_file(&home, "good.csv", &format!("{STATUS_HEADER}{}", status_rows(0, 3)));
    drop_file(Path::new(&place.path("data/inbox/OTHER")), "never.csv", STATUS_HEADER);
    let said = place.path("said.txt");
    let data = place.path("data");
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--data", &data];
    let server = command(&arguments).stderr(Stdio::from(fs::File::create(&said).unwrap())).spawn();
    let server = Running(server.unwrap());
    let told = |what: &str| fs::read_to_string(&said).unwrap().matches(what).count();
    until("it is said", || told("its messages are kept, and it cannot be moved") > 0);
    std::thread::sleep(Duration::from_millis(1_000));
    assert_eq!(told("cannot be moved"), 1, "{}", fs::read_to_string(&said).unwrap());
    for what in ["OTHER/.taken: it cannot be read", "OTHER/never.csv"] {
        assert_eq!(told(what), 1, "{what} in {}", fs::read_to_string(&said).unwrap());
    }
    // Out of the way, it is moved without being read again.
    fs::remove_file(home.join(".done")).unwrap();
    until("it is moved", || home.join(".done/good.csv").exists());
    drop(server);
    let server = Server::start(&place);
    let receipts = receipts(&server);
    assert_eq!((receipts.len(), sum(&receipts, "accepted")), (1, 3));
}
