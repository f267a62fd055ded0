//! The key runs that an ingest probes and writes.

use super::duplicates::{Staying, run_entries};
use crate::StoreError;
use crate::folder::{Folder, sync_folder};
use crate::keys::{Entry, Run, merge_runs, probe, to_merge, write_run};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

/// Committed runs and those of this ingest. Runs that were not committed are removed when this is dropped.
pub(crate) struct KnownKeys {
    folder: Arc<Folder>,
    token: String,
    next: u32,
    committed: Vec<Run>,
    own: Vec<Run>,
    /// Set while the current input file has runs of its own: how many there were before.
    file_from: Option<usize>,
    kept: bool,
}

/// What a commit changes among the runs.
#[derive(Debug, Default)]
pub(crate) struct KeyChange {
    pub(crate) added: Vec<Run>,
    pub(crate) removed: Vec<Run>,
}

impl KnownKeys {
    pub(crate) fn new(folder: Arc<Folder>, committed: Vec<Run>, token: &str) -> KnownKeys {
        KnownKeys {
            folder,
            token: token.to_owned(),
            next: 0,
            committed,
            own: Vec::new(),
            file_from: None,
            kept: false,
        }
    }

    /// The known entries whose keys occur in `sorted`.
    pub(crate) fn probe(&self, sorted: &[Entry]) -> Result<Vec<Entry>, StoreError> {
        let mut found = Vec::new();
        for run in self.committed.iter().chain(&self.own) {
            let path = self.folder.resolve(&run.path);
            probe(&path, run.entries, sorted.iter().map(|entry| entry.0), &mut found)?;
        }
        Ok(found)
    }

    /// Writes the runs of a block; with `own_from` set, messages from there on are of the current file alone.
    pub(crate) fn add(&mut self, staying: &Staying, own_from: Option<usize>) -> Result<(), StoreError> {
        let Some(own_from) = own_from else { return self.write(run_entries(staying, |_| true)) };
        self.write(run_entries(staying, |place| (place as usize) < own_from))?;
        self.file_from = Some(self.own.len());
        self.write(run_entries(staying, |place| place as usize >= own_from))
    }

    fn write(&mut self, entries: Vec<Entry>) -> Result<(), StoreError> {
        if entries.is_empty() {
            return Ok(());
        }
        let path = self.new_path();
        let count = entries.len() as u64;
        write_run(&self.folder.resolve(&path), entries.into_iter())?;
        self.own.push(Run { path, entries: count });
        // Keeps the number of runs small within a large ingest; runs of an earlier file stay apart from those of
        // the current one, which may yet be abandoned.
        let from = self.file_from.unwrap_or(0);
        while let Some(group) = to_merge(&self.own[from..]) {
            let taken: Vec<usize> = group.into_iter().map(|index| index + from).collect();
            let merged = self.merge(taken.iter().map(|index| self.own[*index].clone()).collect())?;
            let mut index = 0;
            self.own.retain(|run| {
                let goes = taken.contains(&index);
                if goes {
                    let _ = fs::remove_file(self.folder.resolve(&run.path));
                }
                index += 1;
                !goes
            });
            self.own.push(merged);
        }
        Ok(())
    }

    fn merge(&mut self, runs: Vec<Run>) -> Result<Run, StoreError> {
        let path = self.new_path();
        let sources: Vec<PathBuf> = runs.iter().map(|run| self.folder.resolve(&run.path)).collect();
        let entries = merge_runs(&sources, &self.folder.resolve(&path))?;
        Ok(Run { path, entries })
    }

    fn new_path(&mut self) -> String {
        self.next += 1;
        format!("keys/{}-{:04}.keys", self.token, self.next)
    }

    pub(crate) fn end_file(&mut self) {
        self.file_from = None;
    }

    pub(crate) fn abandon_file(&mut self) {
        if let Some(from) = self.file_from.take() {
            for run in self.own.drain(from.min(self.own.len())..) {
                let _ = fs::remove_file(self.folder.resolve(&run.path));
            }
        }
    }

    /// Merges what has become many; what comes out is durable and waits for the commit.
    pub(crate) fn finish(&mut self) -> Result<KeyChange, StoreError> {
        let mut removed = Vec::new();
        let mut all: Vec<Run> = self.committed.iter().chain(&self.own).cloned().collect();
        while let Some(group) = to_merge(&all) {
            let mut taken = Vec::new();
            for index in group.into_iter().rev() {
                taken.push(all.remove(index));
            }
            let merged = self.merge(taken.clone())?;
            self.own.push(merged.clone());
            all.push(merged);
            removed.extend(taken);
        }
        sync_folder(&self.folder.keys())?;
        let added = all.iter().filter(|run| !self.committed.contains(run)).cloned().collect();
        Ok(KeyChange { added, removed })
    }

    /// The runs belong to the catalogue now.
    pub(crate) fn keep(&mut self) {
        self.kept = true;
    }

    /// After the commit: removes the files of runs that were merged away. What remains is swept at the next start.
    pub(crate) fn remove(&self, change: &KeyChange) {
        for run in &change.removed {
            let _ = fs::remove_file(self.folder.resolve(&run.path));
        }
    }
}

impl Drop for KnownKeys {
    fn drop(&mut self) {
        if !self.kept {
            for run in &self.own {
                let _ = fs::remove_file(self.folder.resolve(&run.path));
            }
        }
    }
}
