//! A synthetic world on disk: its messages in one folder, its truth apart in another.

use crate::error::{Error, Result};
use crate::progress::{Progress, Report};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use tidewaiter_model::reference::{Places, SeaNetwork};
pub use tidewaiter_world::{CarriageSettings, Profile, WorldSettings};
use tidewaiter_world::{Folder, generate, generate_carriage};

/// What was written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WorldReport {
    /// Folder with the messages: give it to `ingest`.
    pub messages: PathBuf,
    /// Folder with the truth: give it to `evaluate`, and to nothing else.
    pub truth: PathBuf,
    /// Message files written.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// The world's last instant, RFC 3339: the time to assess as of.
    pub ends: tidewaiter_model::time::UtcTime,
}

/// The folder beside `out` that holds the truth unless the user names another: `world` gives `world-truth`.
pub fn truth_folder(out: &Path) -> PathBuf {
    let mut name = out.file_name().map(ToOwned::to_owned).unwrap_or_default();
    name.push("-truth");
    out.with_file_name(name)
}

/// Makes a world and writes it. Both folders must be new or empty, so that no world is mixed with another.
pub fn write(
    out: &Path,
    truth: &Path,
    settings: &WorldSettings,
    progress: Report<'_>,
) -> Result<WorldReport> {
    for folder in [out, truth] {
        prepare(folder)?;
    }
    let (mut files, mut bytes) = (0u64, 0u64);
    let mut failed = None;
    generate(settings, Places::builtin(), SeaNetwork::builtin(), &mut |folder, name, content| {
        if failed.is_some() {
            return;
        }
        let is_message = matches!(folder, Folder::Messages);
        let path = if is_message { out } else { truth }.join(name);
        if let Err(source) = write_file(&path, content) {
            failed = Some(Error::File { path: path.display().to_string(), source });
        }
        if is_message {
            files += 1;
            bytes += content.len() as u64;
        }
        progress(Progress { work: "world", item: name, done: bytes, total: None, unit: "bytes" });
    });
    if let Some(error) = failed {
        return Err(error);
    }
    let ends = settings.start.plus_days(i64::from(settings.days));
    Ok(WorldReport { messages: out.to_owned(), truth: truth.to_owned(), files, bytes, ends })
}

/// Makes the workload of container trips and writes it: `status.csm.csv` in one folder, the true trips and
/// `areas.csv` in the other. Both folders must be new or empty.
pub fn write_carriage(
    out: &Path,
    truth: &Path,
    settings: &CarriageSettings,
    progress: Report<'_>,
) -> Result<WorldReport> {
    for folder in [out, truth] {
        prepare(folder)?;
    }
    let mut open: BTreeMap<PathBuf, File> = BTreeMap::new();
    let mut bytes = 0u64;
    let mut failed = None;
    let (places, sea) = (Places::builtin(), SeaNetwork::builtin());
    generate_carriage(settings, places, sea, &mut |folder, name, part| {
        if failed.is_some() {
            return;
        }
        let is_message = matches!(folder, Folder::Messages);
        let path = if is_message { out } else { truth }.join(name);
        if let Err(source) = append(&mut open, &path, part) {
            failed = Some(Error::File { path: path.display().to_string(), source });
        }
        if is_message {
            bytes += part.len() as u64;
        }
        progress(Progress { work: "world", item: name, done: bytes, total: None, unit: "bytes" });
    });
    if let Some(error) = failed {
        return Err(error);
    }
    let files = open.keys().filter(|path| path.starts_with(out) && !path.starts_with(truth)).count() as u64;
    let ends = settings.start.plus_days(i64::from(settings.days));
    Ok(WorldReport { messages: out.to_owned(), truth: truth.to_owned(), files, bytes, ends })
}

fn append(open: &mut BTreeMap<PathBuf, File>, path: &Path, part: &[u8]) -> std::io::Result<()> {
    if !open.contains_key(path) {
        open.insert(path.to_owned(), File::create(path)?);
    }
    open.get_mut(path).map_or(Ok(()), |file| file.write_all(part))
}

fn prepare(folder: &Path) -> Result<()> {
    let path = folder.display().to_string();
    let file = |source| Error::File { path: path.clone(), source };
    std::fs::create_dir_all(folder).map_err(file)?;
    let occupied = std::fs::read_dir(folder).map_err(file)?.next().is_some();
    if occupied {
        return Err(Error::Use(format!("{path} is not empty; name a new folder for the world")));
    }
    Ok(())
}

fn write_file(path: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::write(path, content)
}
