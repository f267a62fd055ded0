//! A watched folder: senders lay files down, over SFTP or a share, and find the receipt beside them.

use super::lay::{self, Settled, lay};
use super::look::{Looker, TakenFile, watched};
use super::{Hall, Told};
use crate::http::intake::From;
use crate::http::problem::{Answer, Code, Failure};
use crate::http::receipt_document;
use crate::settings::FolderSettings;
use crate::shapes::Check;
use crate::upload::{Compression, Upload};
use crate::words::printable;
use bytes::Bytes;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Under this name it is counted and told of.
pub(crate) const DOOR: &str = "folder";
/// Who acts for it, in the audit.
const ACTOR: &str = "door:folder";
/// Pause while no folder is to be watched.
const IDLE: Duration = Duration::from_secs(1);
/// Pause between two removals of what was kept long enough.
const CLEAR: Duration = Duration::from_secs(3_600);
/// Files that are kept and cannot be moved; with more of them the door stays shut until they can.
const SETTLED_MAX: usize = 1_000;

/// Watches, until the server stops.
pub(super) async fn watch(mut hall: Hall) {
    let mut watcher = Watcher {
        hall: hall.clone(),
        looker: Looker::default(),
        settled: Vec::new(),
        told: Told::default(),
        cleared: None,
    };
    loop {
        let settings = hall.live.settings();
        let pause = match &settings.doors.folder {
            Some(set) => match watcher.turn(set).await {
                // There may be more.
                true => Duration::ZERO,
                false => set.poll(),
            },
            None => {
                hall.states.forget(DOOR);
                IDLE
            }
        };
        tokio::select! {
            _ = hall.stopping.wait_for(|stops| *stops) => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

struct Watcher {
    hall: Hall,
    looker: Looker,
    /// Kept or refused, and not yet moved: never read again.
    settled: Vec<Settled>,
    told: Told,
    cleared: Option<Instant>,
}

impl Watcher {
    /// One look: takes, keeps, answers. Whether anything was done.
    async fn turn(&mut self, set: &FolderSettings) -> bool {
        let mut troubles = BTreeMap::new();
        let looked = self.look(set, &mut troubles).await;
        let mut is_open = looked.is_ok();
        let files = looked.unwrap_or_else(|said| {
            troubles.insert(PathBuf::from(&set.path), said);
            Vec::new()
        });
        let mut done = false;
        if !files.is_empty() {
            match self.keep(files, set, &mut troubles).await {
                // Where all must wait there is nothing to do at once.
                Ok(()) => done = !self.settled.is_empty(),
                Err(failure) => {
                    is_open = false;
                    let said = failure.internal.as_deref().unwrap_or(failure.said());
                    troubles.insert(PathBuf::from(&set.path), format!("{said}; tried again"));
                }
            }
        }
        done &= self.lay_down(&mut troubles).await;
        self.clear(set);
        self.note(set, is_open, &troubles);
        self.told.tell("watched folder", troubles);
        done
    }

    async fn look(
        &mut self,
        set: &FolderSettings,
        troubles: &mut BTreeMap<PathBuf, String>,
    ) -> Result<Vec<TakenFile>, String> {
        if self.settled.len() >= SETTLED_MAX {
            return Err(format!("{SETTLED_MAX} files are kept and cannot be moved; nothing more is taken"));
        }
        let mut looker = std::mem::take(&mut self.looker);
        let settled: std::collections::HashSet<PathBuf> =
            self.settled.iter().map(|settled| settled.file.path.clone()).collect();
        let (data, set) = (self.hall.folder.clone(), set.clone());
        let looked = tokio::task::spawn_blocking(move || {
            let found = looker.look(&data, &set, &|path| settled.contains(path));
            (looker, found)
        });
        let (looker, found) = looked.await.map_err(|error| error.to_string())?;
        self.looker = looker;
        let found = found?;
        troubles.extend(found.troubles);
        Ok(found.files)
    }

    /// Keeps the files in one commit. Those that cannot be read now are left where they are.
    async fn keep(
        &mut self,
        files: Vec<TakenFile>,
        set: &FolderSettings,
        troubles: &mut BTreeMap<PathBuf, String>,
    ) -> Answer<()> {
        let bytes_max = set.file_bytes_max;
        let read = tokio::task::spawn_blocking(move || {
            let read = |file: TakenFile| {
                let bytes = lay::read(&file, bytes_max);
                (file, bytes)
            };
            files.into_iter().map(read).collect::<Vec<_>>()
        });
        let (mut taken, mut uploads) = (Vec::new(), Vec::new());
        for (file, bytes) in read.await.map_err(Failure::internal)? {
            match bytes {
                Ok(bytes) if bytes.len() as u64 > bytes_max => self.refuse(file, too_large(bytes_max), set),
                Ok(bytes) if bytes.len() as u64 != file.stamp.len => self.looker.forget(&file.path),
                // One who must wait waits in `.taken`.
                Ok(bytes)
                    if self
                        .hall
                        .may(&file.sender, bytes.len() as u64)
                        .await
                        .is_err_and(|wait| wait.seconds > 0) => {}
                Ok(bytes) => {
                    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
                    let (name, sender) = (printable(&name), Some(file.sender.clone()));
                    let bytes = Bytes::from(bytes);
                    uploads.push(Upload { name, sender, bytes, compression: Compression::AsRecognised });
                    taken.push(file);
                }
                Err(error) => {
                    troubles.insert(file.path, format!("it cannot be read: {error}"));
                }
            }
        }
        if uploads.is_empty() {
            return Ok(());
        }
        let from = From { actor: ACTOR.to_owned(), origin: ACTOR.to_owned(), request: String::new() };
        let received = self.hall.intake.keep(uploads, from).await?;
        for (file, received) in taken.into_iter().zip(received) {
            let time = received.time;
            let (is_kept, document) = receipt_document(received, Some(file.sender.clone()));
            self.count(is_kept);
            let removes = set.keep_days == 0.0;
            self.settled.push(Settled { file, received: time, document, is_kept, removes });
        }
        Ok(())
    }

    fn refuse(&mut self, file: TakenFile, failure: Failure, set: &FolderSettings) {
        self.count(false);
        let document = serde_json::to_vec_pretty(&failure.into_problem("")).unwrap_or_default();
        let (received, removes) = (self.hall.live.now(), set.keep_days == 0.0);
        self.settled.push(Settled { file, received, document, is_kept: false, removes });
    }

    fn count(&self, is_kept: bool) {
        self.hall.states.note(DOOR, |state| {
            state.kept += u64::from(is_kept);
            state.refused += u64::from(!is_kept);
        });
    }

    /// Writes receipts and moves files; whether all could be.
    async fn lay_down(&mut self, troubles: &mut BTreeMap<PathBuf, String>) -> bool {
        let settled = std::mem::take(&mut self.settled);
        if settled.is_empty() {
            return true;
        }
        let laid = tokio::task::spawn_blocking(move || {
            let lay = |settled: Settled| {
                let laid = lay(&settled);
                (settled, laid)
            };
            settled.into_iter().map(lay).collect::<Vec<_>>()
        });
        // A panic there loses the list: the files are still in their place, are read again, and are duplicates.
        for (settled, laid) in laid.await.unwrap_or_default() {
            match laid {
                Ok(_) => self.looker.forget(&settled.file.path),
                Err(error) => {
                    let path = settled.file.path.clone();
                    troubles.insert(path, format!("its messages are kept, and it cannot be moved: {error}"));
                    self.settled.push(settled);
                }
            }
        }
        self.settled.is_empty()
    }

    fn clear(&mut self, set: &FolderSettings) {
        if self.cleared.is_some_and(|at| at.elapsed() < CLEAR) {
            return;
        }
        self.cleared = Some(Instant::now());
        let keep = Duration::from_secs_f64(set.keep_days * 86_400.0);
        let (data, path) = (self.hall.folder.clone(), set.path.clone());
        tokio::task::spawn_blocking(move || watched(&data, &path).map(|root| lay::clear(&root, keep)));
    }

    fn note(&self, set: &FolderSettings, is_open: bool, troubles: &BTreeMap<PathBuf, String>) {
        let first = troubles.iter().next().map(|(path, said)| format!("{}: {said}", path.display()));
        self.hall.states.note(DOOR, |state| {
            state.ok = is_open;
            state.detail = match (first, troubles.len()) {
                (None, _) => format!("{} is watched", set.path),
                (Some(first), 1) => first,
                (Some(first), more) => format!("{first}; and {} more", more - 1),
            };
        });
    }
}

fn too_large(bytes_max: u64) -> Failure {
    let detail = format!(
        "a file in the watched folder has at most {bytes_max} bytes; send less at once, or have it read with `tidewaiter \
         ingest`"
    );
    Failure::new(Code::TooLarge, detail)
}

/// What `tidewaiter doctor` says of it.
pub(crate) fn check(data: &Path, set: &FolderSettings) -> Check {
    let name = "watched folder".to_owned();
    match watched(data, &set.path) {
        Err(said) => Check { name, ok: false, detail: format!("{}: {said}", set.path) },
        Ok(root) => {
            let probe = root.join(".doctor");
            let written = std::fs::write(&probe, b"probe").and_then(|()| std::fs::remove_file(&probe));
            let shown = root.display();
            match (written, lay::refused(&root)) {
                (Err(error), _) => {
                    Check { name, ok: false, detail: format!("{shown} cannot be written: {error}") }
                }
                (Ok(()), 0) => Check { name, ok: true, detail: format!("{shown} can be written") },
                (Ok(()), many) => {
                    let detail =
                        format!("{shown} can be written; {many} files stand in .refused, each beside why");
                    Check { name, ok: true, detail }
                }
            }
        }
    }
}
