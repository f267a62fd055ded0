//! The main job on a small world, from nothing to a list.

use crate::assess::assess;
use crate::clock::WORLD_TIME;
use crate::error::{Error, Result};
use crate::ingest::{IngestOptions, ingest};
use crate::progress::Report;
use crate::queue::{QueueOptions, queue};
use crate::settings::Settings;
use crate::shapes::{AssessReport, IngestReport, QueueReport};
use crate::words::Words;
use crate::world::{Profile, WorldSettings, write};
use std::path::{Path, PathBuf};
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{Act, Store};

/// Folder of the demo world within the data folder.
pub const WORLD_FOLDER: &str = "world";
/// Folder of its truth.
pub const TRUTH_FOLDER: &str = "world-truth";
/// Rows of the list that the demo ends with.
pub const ROWS: u32 = 10;

/// What happened on the way.
pub struct DemoReport {
    /// Where the world's messages are.
    pub messages: PathBuf,
    /// Where its truth is.
    pub truth: PathBuf,
    /// Messages in.
    pub ingest: IngestReport,
    /// Assessments made.
    pub assess: AssessReport,
    /// The list.
    pub queue: QueueReport,
}

/// The demo world: about four thousand containers over five months, ending on 2026-06-01.
pub fn settings() -> Result<WorldSettings> {
    let start = UtcTime::from_civil(2026, 1, 2, 0, 0, 0)
        .ok_or_else(|| Error::Use("the demo's start is no date".to_owned()))?;
    Ok(WorldSettings {
        containers: 3_000,
        days: 150,
        seed: 19,
        profile: Profile::Easy,
        start,
        ..WorldSettings::default()
    })
}

/// Makes the world unless it is there, ingests it, assesses it as of its end and lists ten consignments.
pub async fn demo(
    store: &Store,
    act: &Act<'_>,
    folder: &Path,
    settings: &Settings,
    words: &Words,
    progress: Report<'_>,
) -> Result<DemoReport> {
    let world = self::settings()?;
    let (messages, truth) = (folder.join(WORLD_FOLDER), folder.join(TRUTH_FOLDER));
    if !truth.exists() {
        // A run that was interrupted half-way leaves messages without truth: begin again.
        if messages.exists() {
            std::fs::remove_dir_all(&messages)
                .map_err(|source| Error::File { path: messages.display().to_string(), source })?;
        }
        let unfinished = folder.join("world-truth.unfinished");
        let _ = std::fs::remove_dir_all(&unfinished);
        write(&messages, &unfinished, &world, progress)?;
        std::fs::rename(&unfinished, &truth)
            .map_err(|source| Error::File { path: truth.display().to_string(), source })?;
    }
    let ingest = ingest(
        store,
        act,
        std::slice::from_ref(&messages),
        &IngestOptions { known_at_event_time: true, ..IngestOptions::default() },
        progress,
    )
    .await?;
    let as_of = world.start.plus_days(i64::from(world.days));
    // A server on this folder stands at the world's end, where this list is the day's.
    store.setting_set(act, WORLD_TIME, &as_of.to_string()).await?;
    let assess = assess(store, act, Some(as_of), settings, progress).await?;
    let options = QueueOptions { capacity: Some(ROWS), office: None };
    let queue = queue(store, act, &options, settings, words).await?;
    Ok(DemoReport { messages, truth, ingest, assess, queue })
}
