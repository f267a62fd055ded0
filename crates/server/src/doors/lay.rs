//! Laying down what became of a file: its receipt, and the file itself beside it.

use super::look::{Stamp, TakenFile, stamp};
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tidewaiter_model::time::UtcTime;

/// Where files stand that were read.
pub(super) const DONE: &str = ".done";
/// Where files stand that could not be read.
pub(super) const REFUSED: &str = ".refused";
/// What is put behind a file's name for its receipt.
pub(super) const RECEIPT: &str = ".receipt.json";
/// Old files removed in one go.
const REMOVED_MAX: usize = 10_000;
/// A receipt is kept at least so long.
const RECEIPT_KEPT_MIN: Duration = Duration::from_secs(24 * 3600);

/// Reads a taken file, at most so many bytes and one more.
pub(super) fn read(file: &TakenFile, bytes_max: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(file.stamp.len.min(bytes_max)).unwrap_or_default());
    open(&file.path)?.take(bytes_max.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a plain file. Its sender may put a link or a pipe in its place at any moment: neither is followed or waited for.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32);
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::other("it is no plain file and is left alone"))
    }
}

/// What became of a taken file.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) file: TakenFile,
    pub(super) received: UtcTime,
    /// Its receipt, or the problem that refused it; JSON.
    pub(super) document: Vec<u8>,
    pub(super) is_kept: bool,
    /// Whether the file goes when its receipt is written.
    pub(super) removes: bool,
}

/// Writes the receipt and moves the file. False when the file is another one than was read: it must be read again.
///
/// # Errors
/// What the system said; it can be tried again.
pub(super) fn lay(settled: &Settled) -> io::Result<bool> {
    let Settled { file, .. } = settled;
    let folder = file.home.join(if settled.is_kept { DONE } else { REFUSED });
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let is_same = |now: Stamp| now == file.stamp;
    match stamp(&file.path) {
        Ok(now) if !is_same(now) => return Ok(false),
        // Somebody moved it away: what was kept is kept all the same.
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let name = free_name(&folder, &file.path, settled.received);
    let receipt = folder.join(with_receipt(&name));
    write_whole(&receipt, &settled.document)?;
    let moved = if settled.is_kept && settled.removes {
        fs::remove_file(&file.path)
    } else {
        fs::rename(&file.path, folder.join(&name))
    };
    match moved {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(true),
    }
}

fn with_receipt(name: &OsString) -> OsString {
    let mut receipt = name.clone();
    receipt.push(RECEIPT);
    receipt
}

/// The file's name, with its time behind it when there was one of that name before.
fn free_name(folder: &Path, path: &Path, received: UtcTime) -> OsString {
    let name = path.file_name().unwrap_or_default().to_owned();
    let is_free = |name: &OsString| {
        let exists = |name: &OsString| fs::symlink_metadata(folder.join(name)).is_ok();
        !exists(name) && !exists(&with_receipt(name))
    };
    if is_free(&name) {
        return name;
    }
    let stamp = received.to_string().replace([':', '-'], "");
    let numbered = |number: u32| {
        let mut other = name.clone();
        other.push(format!(".{stamp}"));
        if number > 1 {
            other.push(format!(".{number}"));
        }
        other
    };
    (1..1_000).map(numbered).find(is_free).unwrap_or_else(|| numbered(1_000))
}

/// Writes a file so that it is there whole or not at all.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut hidden = OsString::from(".");
    hidden.push(path.file_name().unwrap_or_default());
    let hidden = path.with_file_name(hidden);
    let mut file = File::create(&hidden)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&hidden, path)
}

/// Removes what was read so long ago, of every sender; how many files went. Refused ones stay.
pub(super) fn clear(root: &Path, keep: Duration) -> usize {
    let before = SystemTime::now().checked_sub(keep.max(RECEIPT_KEPT_MIN));
    let Some(before) = before else { return 0 };
    let mut removed = 0;
    for home in fs::read_dir(root).into_iter().flatten().flatten() {
        for entry in fs::read_dir(home.path().join(DONE)).into_iter().flatten().flatten() {
            // When a receipt was written is when its file was kept; the file's own time is its sender's.
            let name = entry.file_name();
            let Some(of) = name.to_str().and_then(|name| name.strip_suffix(RECEIPT)) else { continue };
            let is_old = entry.metadata().and_then(|data| data.modified()).is_ok_and(|at| at < before);
            if !is_old || removed >= REMOVED_MAX {
                continue;
            }
            let file = entry.path().with_file_name(of);
            let gone = match fs::remove_file(&file) {
                Err(error) => error.kind() == io::ErrorKind::NotFound,
                Ok(()) => true,
            };
            removed += usize::from(gone && fs::remove_file(entry.path()).is_ok());
        }
    }
    removed
}

/// How many files stand refused, of every sender.
pub(crate) fn refused(root: &Path) -> u64 {
    let homes = fs::read_dir(root).into_iter().flatten().flatten();
    let folders = homes.map(|home| home.path().join(REFUSED));
    let entries = folders.flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let is_receipt = |path: &PathBuf| path.to_string_lossy().ends_with(RECEIPT);
    entries.map(|entry| entry.path()).filter(is_receipt).count() as u64
}
