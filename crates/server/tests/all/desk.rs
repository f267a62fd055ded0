//! A small world, ingested and assessed once; each test works on a copy of its data folder.

use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;
use tidewaiter_model::time::UtcTime;
use tidewaiter_server::assess::assess;
use tidewaiter_server::cases::Reader;
use tidewaiter_server::ingest::{IngestOptions, ingest};
use tidewaiter_server::live::{Act, Live, LiveOptions};
use tidewaiter_server::settings::Settings;
use tidewaiter_server::words::{Language, Words};
use tidewaiter_server::world::{Profile, WorldSettings, write};
use tidewaiter_server::{Options, Store};

const DATA: &str = "data";
const WORLD: &str = "world";

/// The world's folder, and its last instant.
static MADE: LazyLock<(tempfile::TempDir, UtcTime)> = LazyLock::new(|| {
    // A runtime of its own: this may be called from within another.
    std::thread::spawn(|| tokio::runtime::Runtime::new().unwrap().block_on(make())).join().unwrap()
});

async fn make() -> (tempfile::TempDir, UtcTime) {
    let folder = tempfile::tempdir().unwrap();
    let settings = WorldSettings {
        containers: 2_000,
        days: 150,
        seed: 7,
        profile: Profile::Easy,
        ..WorldSettings::default()
    };
    let world = folder.path().join(WORLD);
    let ends = write(&world, &folder.path().join("truth"), &settings, &mut |_| {}).unwrap().ends;
    let store = open(&folder.path().join(DATA)).await;
    let options = IngestOptions { known_at_event_time: true, ..IngestOptions::default() };
    let act = Act::on_command_line("local", ends);
    ingest(&store, &act, std::slice::from_ref(&world), &options, &mut |_| {}).await.unwrap();
    assess(&store, &act, Some(ends), &Settings::default(), &mut |_| {}).await.unwrap();
    store.close().await;
    (folder, ends)
}

/// Waits until something holds, for at most a minute.
pub(crate) async fn until(holds: impl Fn() -> bool) {
    for _ in 0..600 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it does not come to hold");
}

pub(crate) async fn open(folder: &Path) -> Store {
    std::fs::create_dir_all(folder).unwrap();
    Store::open(&Options { folder: folder.to_owned(), database: None }).await.unwrap()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

/// A copy of the world with its live picture.
pub(crate) struct Desk {
    pub(crate) live: Live,
    pub(crate) words: Words,
    pub(crate) ends: UtcTime,
    pub(crate) folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) async fn new() -> Desk {
        let (made, ends) = &*MADE;
        let folder = tempfile::tempdir().unwrap();
        copy(&made.path().join(DATA), folder.path());
        let live = live(folder.path(), *ends).await;
        // Fills today's list.
        live.assess(None).await.unwrap();
        Desk { live, words: Words::load(Language::English).unwrap(), ends: *ends, folder }
    }

    pub(crate) fn reader<'a>(&'a self, login: &'a str) -> Reader<'a> {
        Reader { login, words: &self.words }
    }

    pub(crate) fn act<'a>(&self, login: &'a str) -> Act<'a> {
        Act { actor: login, origin: "test", request: "", time: self.live.clock() }
    }
}

pub(crate) async fn live(folder: &Path, now: UtcTime) -> Live {
    let options = LiveOptions {
        fixed_time: Some(now),
        quiet: Duration::from_millis(50),
        at_least_every: Duration::from_secs(5),
        ..LiveOptions::default()
    };
    Live::start(open(folder).await, Settings::default(), options).await.unwrap()
}
