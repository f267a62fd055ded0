//! Running the real binary on folders that vanish.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The binary under test.
pub(crate) fn binary() -> &'static str {
    env!("CARGO_BIN_EXE_tidewaiter")
}

/// The root of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// What a run printed and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Asserts the exit code, showing what was printed when it differs.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "out: {}\nerr: {}", self.out, self.err);
        self
    }

    /// The JSON document on standard output.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// A command of the binary in English, away from the user's own settings.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(arguments).stdin(Stdio::null());
    for name in ["TIDEWAITER_DATA", "TIDEWAITER_DATABASE", "LC_ALL", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    command.env("LANG", "C");
    command
}

/// Runs the binary.
pub(crate) fn run(arguments: &[&str]) -> Ran {
    command(arguments).output().unwrap().into()
}

/// Runs the binary with something on standard input.
pub(crate) fn run_with_input(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // The child may stop reading early; that is its right.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output.into()
}

/// A folder for one test with a data folder's name in it.
pub(crate) struct Place {
    pub(crate) folder: tempfile::TempDir,
}

impl Place {
    pub(crate) fn new() -> Place {
        Place { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Writes a file and gives its path.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    /// Runs the binary on this place's data folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let data = self.path("data");
        run(&[arguments, &["--data", &data]].concat())
    }

    /// Makes a small world and gives its message folder and its end.
    pub(crate) fn world(&self, name: &str, seed: &str, containers: &str, days: &str) -> (String, String) {
        let out = self.path(name);
        let report = run(&[
            "world",
            "--out",
            &out,
            "--seed",
            seed,
            "--containers",
            containers,
            "--days",
            days,
            "--json",
        ])
        .exits(0)
        .json();
        (out, report["ends"].as_str().unwrap().to_owned())
    }
}

/// The header of the canonical CSV as the tests write it.
pub(crate) const STATUS_HEADER: &str =
    "message_id,container,event,event_time,location,full_empty,source,received_time\n";

/// `count` rows of canonical CSV with ids from `first`.
pub(crate) fn status_rows(first: usize, count: usize) -> String {
    let mut text = String::new();
    for id in first..first + count {
        let (hour, minute) = (id / 60 % 24, id % 60);
        text.push_str(&format!(
            "m{id},MSKU1234565,GTIN,2026-03-01T{hour:02}:{minute:02}:00Z,CNSHG,LADEN,carrier,2026-03-02T00:00:00Z\n"
        ));
    }
    text
}
