//! What the last run learned of all containers, as a file: a start then need not rebuild the trips of every container to
//! know again what is usual.
//!
//! Like the file of reports it is bound to the history by the hash of the audit trail, and to the settings and places by
//! theirs. One that does not fit is passed over, and the tables are learned again.

use crate::assess::Known;
use crate::error::Result;
use crate::settings::Settings;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::sync::Arc;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::Store;
use tidewaiter_trips::{LearnedWords, NormalRoutes};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// Version of the file, and of what a table of it means.
const VERSION: u32 = 1;
/// Name of the file.
const FILE: &str = "usual";

/// What stands in the file, behind its checksum.
#[derive(Serialize, Deserialize)]
struct Kept {
    version: u32,
    as_of: UtcTime,
    /// Number and hash of the last record of the audit trail.
    trail: (i64, String),
    /// Hash of the settings and places that it was learned with.
    settings: u64,
    learned: LearnedWords,
    routes: NormalRoutes,
}

/// Keeps what the run as of a time learned.
pub(super) async fn keep(
    store: &Store,
    as_of: UtcTime,
    settings: &Settings,
    learned: &LearnedWords,
    routes: &NormalRoutes,
) -> Result<()> {
    let (learned, routes) = (learned.clone(), routes.clone());
    let (trail, settings) = (store.trail_end().await?, hash(settings));
    let kept = Kept { version: VERSION, as_of, trail, settings, learned, routes };
    let path = store.derived_file(FILE);
    // Without the file the next start learns again.
    let _ = written(&path, &kept);
    Ok(())
}

fn written(path: &std::path::Path, kept: &Kept) -> io::Result<()> {
    let contents = serde_json::to_vec(kept)?;
    let mut bytes = xxh3_64(&contents).to_le_bytes().to_vec();
    bytes.extend_from_slice(&contents);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let new = path.with_extension(format!("{}.new", std::process::id()));
    fs::write(&new, bytes)?;
    fs::rename(&new, path)
}

/// What the run as of a time learned, if it was kept and fits.
pub(super) async fn load(store: &Store, as_of: UtcTime, settings: &Settings) -> Result<Option<Known>> {
    let Some(kept) = read(store).filter(|kept| kept.version == VERSION && kept.as_of == as_of) else {
        return Ok(None);
    };
    let (sequence, trail) = &kept.trail;
    if kept.settings != hash(settings) || !store.trail_holds(*sequence, trail).await? {
        return Ok(None);
    }
    let Kept { learned, mut routes, .. } = kept;
    routes.settle(&settings.risk.trips);
    Ok(Some(Known { learned: Arc::new(learned), routes: Some(routes) }))
}

fn read(store: &Store) -> Option<Kept> {
    let bytes = fs::read(store.derived_file(FILE)).ok()?;
    let (checksum, contents) = bytes.split_first_chunk()?;
    let is_whole = xxh3_64(contents) == u64::from_le_bytes(*checksum);
    is_whole.then(|| serde_json::from_slice(contents).ok()).flatten()
}

/// A hash of everything that trips and what is usual among them depend on beside the messages.
fn hash(settings: &Settings) -> u64 {
    let mut hash = Xxh3::new();
    // Settings are numbers and texts, which always have a JSON form.
    hash.update(&serde_json::to_vec(&settings.risk).unwrap_or_default());
    for place in settings.places().iter() {
        for text in [&place.code, settings.places().area_of(&place.code), &place.country] {
            hash.update(text.as_bytes());
            hash.update(&[0]);
        }
    }
    hash.update(env!("CARGO_PKG_VERSION").as_bytes());
    hash.digest()
}
