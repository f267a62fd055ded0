//! Finding the files of a watched folder that are whole.

use crate::http::limits::NAME_CHARS_MAX;
use crate::settings::{FolderSettings, is_inbox};
use crate::words::printable;
use std::collections::{BTreeMap, HashMap};
use std::ffi::OsStr;
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// Senders of one folder.
pub(crate) const SENDERS_MAX: usize = 10_000;
/// Entries of a sender's folder that are looked at in one look.
pub(crate) const ENTRIES_MAX: usize = 20_000;
/// Files of one sender taken in one look, so that none keeps the others waiting.
pub(crate) const FILES_A_SENDER_MAX: usize = 200;
/// Files taken in one look.
pub(crate) const FILES_A_LOOK_MAX: usize = 1_000;
/// Bytes taken in one look; the last file may exceed it.
pub(crate) const BYTES_A_LOOK_MAX: u64 = 64 << 20;
/// Files whose last change is remembered; further ones are looked at when these are taken.
const SEEN_MAX: usize = 200_000;

/// Where a file stands from the moment it is taken until it is kept.
pub(super) const TAKEN: &str = ".taken";
/// Endings of files that are still being written.
const UNFINISHED: [&str; 2] = [".part", ".tmp"];

/// A file that was taken: it stands in its sender's [`TAKEN`].
#[derive(Debug, Clone)]
pub(super) struct TakenFile {
    pub(super) sender: String,
    /// The sender's folder.
    pub(super) home: PathBuf,
    /// The file itself.
    pub(super) path: PathBuf,
    pub(super) stamp: Stamp,
}

/// By what a change of a file is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) len: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        Stamp { len: metadata.len(), modified: metadata.modified().ok() }
    }
}

/// The stamp of a plain file, and of nothing else: a link could lead out of the folder.
pub(super) fn stamp(path: &Path) -> io::Result<Stamp> {
    let metadata = fs::symlink_metadata(path)?;
    if metadata.is_file() {
        return Ok(Stamp::of(&metadata));
    }
    Err(io::Error::other("it is no plain file and is left alone"))
}

/// What a look found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) files: Vec<TakenFile>,
    pub(super) troubles: BTreeMap<PathBuf, String>,
    bytes: u64,
}

impl Found {
    fn is_full(&self) -> bool {
        self.files.len() >= FILES_A_LOOK_MAX || self.bytes >= BYTES_A_LOOK_MAX
    }

    fn trouble(&mut self, path: &Path, said: impl std::fmt::Display) {
        self.troubles.insert(path.to_owned(), said.to_string());
    }
}

/// When each file was last seen to change.
#[derive(Debug, Default)]
pub(super) struct Looker {
    seen: HashMap<PathBuf, Seen>,
    look: u64,
}

#[derive(Debug)]
struct Seen {
    stamp: Stamp,
    since: Instant,
    look: u64,
}

impl Looker {
    /// Looks once through the folder and takes the files that have been quiet; those in `settled` are left out.
    ///
    /// # Errors
    /// The folder itself cannot be read, or must not be watched.
    pub(super) fn look(
        &mut self,
        data: &Path,
        set: &FolderSettings,
        settled: &dyn Fn(&Path) -> bool,
    ) -> Result<Found, String> {
        let root = watched(data, &set.path)?;
        self.look += 1;
        let mut found = Found::default();
        let mut homes = Vec::new();
        let entries = fs::read_dir(&root).map_err(|error| format!("it cannot be read: {error}"))?;
        for entry in entries.flatten().take(SENDERS_MAX) {
            match sender(&entry) {
                Ok(Some(sender)) => homes.push((sender, entry.path())),
                Ok(None) => {}
                Err(said) => found.trouble(&entry.path(), said),
            }
        }
        homes.sort();
        // Not always the same ones first.
        let turn = self.look as usize % homes.len().max(1);
        homes.rotate_left(turn);
        for (sender, home) in homes {
            if found.is_full() {
                break;
            }
            self.of_sender(&sender, &home, set.quiet(), settled, &mut found);
        }
        // What a full look did not come to keeps the time it has waited.
        if !found.is_full() {
            let look = self.look;
            self.seen.retain(|_, seen| seen.look == look);
        }
        Ok(found)
    }

    fn of_sender(
        &mut self,
        sender: &str,
        home: &Path,
        quiet: Duration,
        settled: &dyn Fn(&Path) -> bool,
        found: &mut Found,
    ) {
        let taken_folder = home.join(TAKEN);
        let mut count = 0;
        // First what was taken before a restart.
        for (folder, is_taken) in [(&*taken_folder, true), (home, false)] {
            let paths = match files(folder) {
                Ok(paths) => paths,
                Err(error) if is_taken && error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => {
                    found.trouble(folder, format!("it cannot be read: {error}"));
                    continue;
                }
            };
            for path in paths {
                if count >= FILES_A_SENDER_MAX || found.is_full() {
                    return;
                }
                if settled(&path) {
                    continue;
                }
                let ready = match self.quiet(&path, quiet) {
                    Ok(None) => continue,
                    Ok(Some(stamp)) if is_taken => Ok(Some((path.clone(), stamp))),
                    Ok(Some(stamp)) => self.take(&path, &taken_folder, stamp),
                    Err(error) => Err(error),
                };
                match ready {
                    Ok(None) => {}
                    Ok(Some((path, stamp))) => {
                        count += 1;
                        found.bytes += stamp.len;
                        let (sender, home) = (sender.to_owned(), home.to_owned());
                        found.files.push(TakenFile { sender, home, path, stamp });
                    }
                    // Its sender took it back.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => found.trouble(&path, error),
                }
            }
        }
    }

    /// The stamp of a file that has not changed for so long.
    fn quiet(&mut self, path: &Path, quiet: Duration) -> io::Result<Option<Stamp>> {
        let stamp = stamp(path)?;
        let (now, look) = (Instant::now(), self.look);
        let is_room = self.seen.len() < SEEN_MAX;
        match self.seen.get_mut(path) {
            Some(seen) if seen.stamp == stamp => {
                seen.look = look;
                Ok((seen.since.elapsed() >= quiet).then_some(stamp))
            }
            Some(seen) => {
                *seen = Seen { stamp, since: now, look };
                Ok(None)
            }
            None => {
                if is_room {
                    self.seen.insert(path.to_owned(), Seen { stamp, since: now, look });
                }
                Ok((quiet.is_zero()).then_some(stamp))
            }
        }
    }

    /// Moves a file aside, so that another one of its name may come meanwhile and cannot be taken for it. `None` when it
    /// changed at that moment: then it must be quiet again.
    fn take(&mut self, path: &Path, folder: &Path, seen: Stamp) -> io::Result<Option<(PathBuf, Stamp)>> {
        let Some(name) = path.file_name() else { return Ok(None) };
        let taken = folder.join(name);
        match fs::create_dir(folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        if fs::symlink_metadata(&taken).is_ok() {
            // An earlier file of this name is still on its way.
            return Ok(None);
        }
        fs::rename(path, &taken)?;
        self.seen.remove(path);
        let now = stamp(&taken)?;
        let (since, look) = (Instant::now(), self.look);
        self.seen.insert(taken.clone(), Seen { stamp: now, since, look });
        Ok((now == seen).then_some((taken, now)))
    }

    /// Forgets a file that has gone.
    pub(super) fn forget(&mut self, path: &Path) {
        self.seen.remove(path);
    }
}

/// The folder, when it may be watched: whoever set the path must not turn the store's own files into messages.
pub(super) fn watched(data: &Path, path: &str) -> Result<PathBuf, String> {
    let root = data.join(path);
    let real = |path: &Path| fs::canonicalize(path).map_err(|error| format!("it cannot be opened: {error}"));
    let (root, data) = (real(&root)?, real(data)?);
    let inside = root.strip_prefix(&data).ok().map(|rest| rest.components().next());
    let is_own = match inside {
        Some(first) => !first.is_some_and(|first| first.as_os_str().to_str().is_some_and(is_inbox)),
        None => data.starts_with(&root),
    };
    if is_own {
        return Err(
            "it holds the store's own files; name another one, or one in the data folder whose name begins \
                    with `inbox`"
                .to_owned(),
        );
    }
    Ok(root)
}

/// Whose folder this is. What lies beside the folders is nobody's.
fn sender(entry: &DirEntry) -> Result<Option<String>, String> {
    let name = entry.file_name();
    if is_hidden(&name) {
        return Ok(None);
    }
    if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
        return Err("a file belongs in the folder of its sender; it is left alone".to_owned());
    }
    let sender = name.to_str().filter(|name| printable(name) == *name && name.trim() == *name);
    let sender = sender.filter(|name| name.chars().count() <= NAME_CHARS_MAX);
    match sender {
        Some(sender) => Ok(Some(sender.to_owned())),
        None => {
            Err(format!("a sender's name has at most {NAME_CHARS_MAX} plain characters; it is left alone"))
        }
    }
}

/// The finished files of a folder, by name.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let finished = entries.flatten().take(ENTRIES_MAX).filter(|entry| is_finished(&entry.file_name()));
    // Folders in a sender's folder are the sender's own matter.
    let files = finished.filter(|entry| !entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut paths: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn is_finished(name: &OsStr) -> bool {
    let lower = name.to_string_lossy().to_ascii_lowercase();
    !is_hidden(name) && !UNFINISHED.iter().any(|ending| lower.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(path: &str, quiet_seconds: f64) -> FolderSettings {
        let text = format!("[doors.folder]\npath = '{path}'\nquiet_seconds = {quiet_seconds:?}");
        crate::settings::Settings::from_text(&text).unwrap().doors.folder.unwrap()
    }

    fn names(found: &Found) -> Vec<String> {
        let name = |file: &TakenFile| file.path.file_name().unwrap().to_string_lossy().into_owned();
        let mut names: Vec<String> = found.files.iter().map(name).collect();
        names.sort();
        names
    }

    #[test]
    fn only_whole_plain_files_in_a_senders_folder_are_taken() {
        let data = tempfile::tempdir().unwrap();
        let home = data.path().join("inbox/LINE");
        fs::create_dir_all(home.join("deep")).unwrap();
        for name in ["a.csv", "b.csv.part", "C.TMP", ".d.csv", "deep/e.csv"] {
            fs::write(home.join(name), "x").unwrap();
        }
        fs::write(data.path().join("inbox/nobodys.csv"), "x").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/passwd", home.join("passwd")).unwrap();
        let mut looker = Looker::default();
        let found = looker.look(data.path(), &set("inbox", 0.0), &|_| false).unwrap();
        assert_eq!(names(&found), ["a.csv"]);
        assert!(home.join(".taken/a.csv").exists() && !home.join("a.csv").exists());
        let troubled: Vec<_> = found.troubles.keys().map(|path| path.file_name().unwrap()).collect();
        assert_eq!(troubled, if cfg!(unix) { vec!["passwd", "nobodys.csv"] } else { vec!["nobodys.csv"] });
        // A second one of its name waits for the first.
        fs::write(home.join("a.csv"), "y").unwrap();
        let found =
            looker.look(data.path(), &set("inbox", 0.0), &|path| path.ends_with(".taken/a.csv")).unwrap();
        assert!(found.files.is_empty());
    }

    #[test]
    fn what_changes_is_left_until_it_is_quiet() {
        let data = tempfile::tempdir().unwrap();
        let home = data.path().join("inbox/LINE");
        fs::create_dir_all(&home).unwrap();
        let mut looker = Looker::default();
        let settings = set("inbox", 0.05);
        for text in ["x", "xy", "xyz"] {
            fs::write(home.join("a.csv"), text).unwrap();
            let found = looker.look(data.path(), &settings, &|_| false).unwrap();
            assert!(found.files.is_empty(), "{text}");
            std::thread::sleep(Duration::from_millis(60));
        }
        let found = looker.look(data.path(), &settings, &|_| false).unwrap();
        assert_eq!(names(&found), ["a.csv"]);
        assert_eq!(found.files[0].stamp.len, 3);
    }

    #[test]
    fn the_stores_own_folders_are_never_watched() {
        let place = tempfile::tempdir().unwrap();
        let data = place.path().join("data");
        for folder in ["history", "inbox/LINE", "other"] {
            fs::create_dir_all(data.join(folder)).unwrap();
        }
        fs::create_dir_all(place.path().join("drop")).unwrap();
        for path in ["history", "other", ".", "..", "/", "inbox/../history"] {
            let said = watched(&data, path).unwrap_err();
            assert!(said.contains("own files"), "{path}: {said}");
        }
        assert!(watched(&data, "gone").unwrap_err().contains("cannot be opened"));
        assert!(watched(&data, "inbox").is_ok() && watched(&data, "../drop").is_ok());
    }
}
