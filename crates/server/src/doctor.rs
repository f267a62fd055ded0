//! Is everything in order, and if not, what to do.

use crate::doors::{folder, mqtt};
use crate::error::Result;
use crate::settings::{SETTINGS_FILE, Settings};
use crate::shapes::Check;
use crate::words::{Language, Words};
use std::path::Path;
use tidewaiter_model::reference::{Places, SeaNetwork, hs_codes};
use tidewaiter_store::{Options, Store};

/// Looks at the data folder, the database, the history, the reference tables and the message files.
pub async fn doctor(options: &Options) -> Result<Vec<Check>> {
    let mut checks = vec![data_folder(&options.folder), settings(&options.folder), reference(), languages()];
    if !options.folder.exists() {
        return Ok(checks);
    }
    match Store::open(options).await {
        Ok(store) => {
            checks.extend(history(&store).await?);
            if let Ok(settings) = Settings::of(&options.folder, &store).await {
                let set = settings.doors.folder.as_ref();
                checks.extend(set.map(|set| folder::check(&options.folder, set)));
                checks.extend(mqtt::check(&options.folder, &settings));
            }
        }
        Err(error) => checks.push(Check { name: "store".to_owned(), ok: false, detail: error.to_string() }),
    }
    Ok(checks)
}

fn data_folder(folder: &Path) -> Check {
    let name = "data folder".to_owned();
    let shown = folder.display();
    if !folder.exists() {
        let detail = format!("{shown} is not there yet; `tidewaiter ingest` or `tidewaiter demo` makes it");
        return Check { name, ok: true, detail };
    }
    let probe = folder.join(".doctor");
    let written = std::fs::write(&probe, b"probe").and_then(|()| std::fs::remove_file(&probe));
    match written {
        Ok(()) => Check { name, ok: true, detail: format!("{shown} can be written") },
        Err(error) => Check { name, ok: false, detail: format!("{shown} cannot be written: {error}") },
    }
}

fn settings(folder: &Path) -> Check {
    let name = "settings".to_owned();
    match Settings::load(folder) {
        Ok(_) if folder.join(SETTINGS_FILE).exists() => {
            Check { name, ok: true, detail: format!("{SETTINGS_FILE} is read") }
        }
        Ok(_) => Check { name, ok: true, detail: format!("no {SETTINGS_FILE}; the defaults apply") },
        Err(error) => Check { name, ok: false, detail: error.to_string() },
    }
}

fn reference() -> Check {
    let places = Places::builtin();
    let ports = places.iter().count();
    let codes = hs_codes().len();
    let position = |area| places.area_position(area);
    let distance = position("CNSHG")
        .zip(position("USLAX"))
        .and_then(|(from, to)| SeaNetwork::builtin().distance_nm(from, to));
    let ok =
        ports > 0 && codes > 0 && distance.is_some_and(|distance| (5_000.0..6_500.0).contains(&distance));
    let across = distance.map_or_else(|| "not found".to_owned(), |nm| format!("{nm:.0} nm"));
    let detail = format!("{ports} places, {codes} HS codes, Shanghai to Los Angeles {across}");
    Check { name: "reference tables".to_owned(), ok, detail }
}

fn languages() -> Check {
    let failing: Vec<_> = Language::ALL.iter().filter(|language| Words::load(**language).is_err()).collect();
    let tags: Vec<_> = Language::ALL.iter().map(|language| language.tag()).collect();
    Check { name: "languages".to_owned(), ok: failing.is_empty(), detail: tags.join(", ") }
}

async fn history(store: &Store) -> Result<Vec<Check>> {
    let counts = store.counts().await?;
    let database = Check {
        name: "database".to_owned(),
        ok: true,
        detail: format!("{}, schema version {}", store.backend(), store.schema_version().await?),
    };
    let (segments, missing) = store.segment_faults().await?;
    let detail = match missing.first() {
        None => format!(
            "{} status messages, {} entry summaries, {} declarations in {} files; every file of the catalogue is there and whole",
            counts.status_events, counts.entry_summaries, counts.declarations, segments
        ),
        Some(path) => format!(
            "{} files of the catalogue are missing or damaged, {path} first; restore the history folder from its backup",
            missing.len()
        ),
    };
    let quarantine = Check {
        name: "quarantine".to_owned(),
        ok: true,
        detail: match counts.quarantine_open {
            0 => "empty".to_owned(),
            open => format!("{open} messages wait; `tidewaiter quarantine list` shows them"),
        },
    };
    Ok(vec![database, Check { name: "history".to_owned(), ok: missing.is_empty(), detail }, quarantine])
}
