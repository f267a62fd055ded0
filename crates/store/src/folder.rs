//! The data folder: where each file lies, its locks, and making writes durable.

use crate::StoreError;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Paths below one data folder.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Makes the folder and its fixed subfolders if they are missing.
    pub(crate) fn create(root: &Path) -> Result<Folder, StoreError> {
        let folder = Folder { root: root.to_path_buf() };
        for path in [root.to_path_buf(), folder.history(), folder.keys(), folder.spool()] {
            fs::create_dir_all(&path).map_err(StoreError::write(&path))?;
        }
        Ok(folder)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Says which database the folder belongs to.
    pub(crate) fn identity(&self) -> PathBuf {
        self.root.join("folder_identity")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.root.join("tidewaiter.db")
    }

    pub(crate) fn history(&self) -> PathBuf {
        self.root.join("history")
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// Temporary files of a running ingest.
    pub(crate) fn spool(&self) -> PathBuf {
        self.root.join("spool")
    }

    /// The file behind a catalogue path, which is relative to the folder and uses `/`.
    pub(crate) fn resolve(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Waits for the exclusive right to ingest. Dropping the file gives it back; so does the end of the process.
    pub(crate) fn lock_ingest(&self) -> Result<File, StoreError> {
        let (path, file) = self.lock_file("ingest.lock")?;
        file.lock().map_err(StoreError::write(&path))?;
        Ok(file)
    }

    /// Waits for the exclusive right to migrate.
    pub(crate) fn lock_migration(&self) -> Result<File, StoreError> {
        let (path, file) = self.lock_file("migrate.lock")?;
        file.lock().map_err(StoreError::write(&path))?;
        Ok(file)
    }

    /// Held, shared, by whoever writes history files that have no catalogue row yet.
    pub(crate) fn lock_writing(&self) -> Result<File, StoreError> {
        let (path, file) = self.lock_file("history.lock")?;
        file.lock_shared().map_err(StoreError::write(&path))?;
        Ok(file)
    }

    /// The exclusive right to merge history files; `None` while somebody else does.
    pub(crate) fn try_lock_compaction(&self) -> Result<Option<File>, StoreError> {
        self.try_lock("compact.lock")
    }

    /// The exclusive right to sweep; `None` while somebody writes.
    pub(crate) fn try_lock_sweep(&self) -> Result<Option<File>, StoreError> {
        self.try_lock("history.lock")
    }

    fn try_lock(&self, name: &str) -> Result<Option<File>, StoreError> {
        let (path, file) = self.lock_file(name)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::write(&path)(error)),
        }
    }

    fn lock_file(&self, name: &str) -> Result<(PathBuf, File), StoreError> {
        let path = self.root.join(name);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(StoreError::write(&path))?;
        Ok((path, file))
    }
}

/// Makes a folder's entries durable.
pub(crate) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    File::open(path).and_then(|folder| folder.sync_all()).map_err(StoreError::write(path))
}

/// Every file below `path`, in order of name.
pub(crate) fn files_below(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(StoreError::read(path))? {
        let entry = entry.map_err(StoreError::read(path))?.path();
        if entry.is_dir() {
            found.extend(files_below(&entry)?);
        } else {
            found.push(entry);
        }
    }
    found.sort();
    Ok(found)
}

/// Sixteen hexadecimal digits that cannot be foreseen: the standard library's hasher is seeded by the system.
pub(crate) fn fresh_token() -> String {
    use std::hash::{BuildHasher, Hasher};
    format!("{:016x}", std::collections::hash_map::RandomState::new().build_hasher().finish())
}
