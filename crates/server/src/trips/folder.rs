//! The folder of the results: files are made in a part folder beside it and moved in when all are complete.

use super::Fault;
use super::run::file_names;
use crate::error::{Error, Result};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// Results that are not there yet. Removes what it made when it is dropped.
#[derive(Debug)]
pub(super) struct OutFolder {
    out: PathBuf,
    part: PathBuf,
    /// Held while results are made, so that no other run makes them in the same place.
    _lock: File,
}

impl OutFolder {
    /// Makes the part folder; what an earlier run that was killed left there goes.
    pub(super) fn begin(out: &Path) -> Result<OutFolder> {
        if out.exists() && !out.is_dir() {
            return Err(Error::Use(format!(
                "{} is not a folder; name another one with --out",
                out.display()
            )));
        }
        let Some(name) = out.file_name() else {
            return Err(Error::Use(format!("{} is no name for a folder of results", out.display())));
        };
        let mut part_name = std::ffi::OsString::from(".");
        part_name.push(name);
        part_name.push(".part");
        let part = out.with_file_name(part_name);
        let wrong = Fault::spill(&part);
        fs::create_dir_all(&part).map_err(&wrong)?;
        let lock = File::create(part.join("lock")).map_err(&wrong)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let text = format!(
                    "another run is writing to {}; wait for it, or name another folder",
                    out.display()
                );
                return Err(Error::Use(text));
            }
            Err(TryLockError::Error(source)) => return Err(wrong(source).into()),
        }
        for name in file_names() {
            let left = part.join(name);
            if left.exists() {
                fs::remove_file(&left).map_err(&wrong)?;
            }
        }
        Ok(OutFolder { out: out.to_owned(), part, _lock: lock })
    }

    /// Where files are made.
    pub(super) fn part(&self) -> &Path {
        &self.part
    }

    /// Moves the files in; what an earlier run left under the names of other tables goes, so that the folder holds
    /// one run's results.
    pub(super) fn commit(&self, files: &[String]) -> std::result::Result<(), Fault> {
        let wrong = Fault::spill(&self.out);
        fs::create_dir_all(&self.out).map_err(&wrong)?;
        for name in file_names() {
            let stale = self.out.join(&name);
            if !files.iter().any(|file| Path::new(file) == name) && stale.is_file() {
                fs::remove_file(&stale).map_err(&wrong)?;
            }
        }
        for file in files {
            fs::rename(self.part.join(file), self.out.join(file)).map_err(&wrong)?;
        }
        // On Unix a folder is a file too, and its entries are on the disk once it is.
        if let Ok(folder) = File::open(&self.out) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Drop for OutFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.part);
    }
}
