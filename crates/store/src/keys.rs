//! Sorted runs of message keys on disk: how duplicates are known without keeping every key in memory.
//!
//! A run is a file of 16-byte entries (key, content), both little-endian, sorted. Keys are hashes and so spread
//! evenly: the place of a key in a run can be guessed.

use crate::StoreError;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Key and content hash of one message.
pub(crate) type Entry = (u64, u64);

const ENTRY_BYTES: usize = 16;
/// Entries read at once.
const BLOCK_ENTRIES: u64 = 4096;

/// How many runs of one level are merged into one of the next.
const MERGE_FACTOR: usize = 8;
/// Runs up to this size are of the lowest level.
const LEVEL_ENTRIES: u64 = 1 << 15;

/// A run and its size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// Relative to the data folder.
    pub(crate) path: String,
    pub(crate) entries: u64,
}

impl Run {
    fn level(&self) -> u32 {
        (self.entries / LEVEL_ENTRIES).checked_ilog(MERGE_FACTOR as u64).map_or(0, |level| level + 1)
    }
}

/// Which of `runs` should become one: the smallest level that holds [`MERGE_FACTOR`] of them.
pub(crate) fn to_merge(runs: &[Run]) -> Option<Vec<usize>> {
    let mut levels: Vec<u32> = runs.iter().map(Run::level).collect();
    levels.sort_unstable();
    levels.dedup();
    levels.into_iter().find_map(|level| {
        let of_level: Vec<usize> =
            runs.iter().enumerate().filter(|(_, run)| run.level() == level).map(|(index, _)| index).collect();
        (of_level.len() >= MERGE_FACTOR).then_some(of_level)
    })
}

/// Writes a run; `entries` must be sorted. The file is durable when this returns; on an error it is removed.
pub(crate) fn write_run(path: &Path, entries: impl Iterator<Item = Entry>) -> Result<(), StoreError> {
    let write = || {
        let mut writer = BufWriter::with_capacity(1 << 18, File::create_new(path)?);
        for (key, content) in entries {
            writer.write_all(&encode(key, content))?;
        }
        writer.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()
    };
    write().map_err(|error| {
        let _ = fs::remove_file(path);
        StoreError::write(path)(error)
    })
}

/// Merges sorted runs into one; returns how many entries it has.
pub(crate) fn merge_runs(sources: &[std::path::PathBuf], target: &Path) -> Result<u64, StoreError> {
    let mut cursors = Vec::new();
    for path in sources {
        let file = File::open(path).map_err(StoreError::read(path))?;
        let mut cursor = Sequential { path, reader: BufReader::with_capacity(1 << 18, file), head: None };
        cursor.advance()?;
        cursors.push(cursor);
    }
    let mut count = 0;
    let mut failed = None;
    let entries = std::iter::from_fn(|| {
        let least =
            cursors.iter().enumerate().filter_map(|(index, cursor)| Some((cursor.head?, index))).min();
        let (entry, index) = least?;
        if let Err(error) = cursors.get_mut(index)?.advance() {
            failed = Some(error);
            return None;
        }
        count += 1;
        Some(entry)
    });
    write_run(target, entries)?;
    match failed {
        Some(error) => {
            let _ = fs::remove_file(target);
            Err(error)
        }
        None => Ok(count),
    }
}

struct Sequential<'a> {
    path: &'a Path,
    reader: BufReader<File>,
    head: Option<Entry>,
}

impl Sequential<'_> {
    fn advance(&mut self) -> Result<(), StoreError> {
        let mut bytes = [0; ENTRY_BYTES];
        self.head = match self.reader.read_exact(&mut bytes) {
            Ok(()) => Some(decode(&bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => None,
            Err(error) => return Err(StoreError::read(self.path)(error)),
        };
        Ok(())
    }
}

/// Appends to `found` every entry of a run whose key is one of `keys`, which must ascend.
pub(crate) fn probe(
    path: &Path,
    entries: u64,
    keys: impl Iterator<Item = u64>,
    found: &mut Vec<Entry>,
) -> Result<(), StoreError> {
    let file = File::open(path).map_err(StoreError::read(path))?;
    let size = file.metadata().map_err(StoreError::read(path))?.len();
    if size != entries * ENTRY_BYTES as u64 {
        return Err(StoreError::corrupt(&path.display().to_string(), format!("{size} bytes")));
    }
    let mut cursor = Cursor { path, file, entries, block: Vec::new(), block_start: 0, at: 0 };
    cursor.load(0)?;
    let mut last = None;
    for key in keys {
        if last == Some(key) {
            continue;
        }
        last = Some(key);
        cursor.seek(key)?;
        while let Some(entry) = cursor.head()?.filter(|entry| entry.0 == key) {
            found.push(entry);
            cursor.at += 1;
        }
    }
    Ok(())
}

/// A forward-only reader of a run that jumps over what it need not read.
struct Cursor<'a> {
    path: &'a Path,
    file: File,
    entries: u64,
    block: Vec<Entry>,
    /// Number of the first entry of `block`.
    block_start: u64,
    /// Position within `block`; may stand just past it.
    at: usize,
}

impl Cursor<'_> {
    fn load(&mut self, start: u64) -> Result<(), StoreError> {
        let count = BLOCK_ENTRIES.min(self.entries.saturating_sub(start));
        let mut bytes = vec![0; count as usize * ENTRY_BYTES];
        self.file
            .seek(SeekFrom::Start(start * ENTRY_BYTES as u64))
            .and_then(|_| self.file.read_exact(&mut bytes))
            .map_err(StoreError::read(self.path))?;
        self.block.clear();
        self.block.extend(bytes.chunks_exact(ENTRY_BYTES).map(decode));
        self.block_start = start;
        self.at = 0;
        Ok(())
    }

    fn next_start(&self) -> u64 {
        self.block_start + self.block.len() as u64
    }

    fn head(&mut self) -> Result<Option<Entry>, StoreError> {
        if self.at >= self.block.len() {
            if self.next_start() >= self.entries {
                return Ok(None);
            }
            self.load(self.next_start())?;
        }
        Ok(self.block.get(self.at).copied())
    }

    /// Moves to the first entry whose key is not below `key`. `key` never descends between calls.
    fn seek(&mut self, key: u64) -> Result<(), StoreError> {
        let behind = |block: &[Entry]| block.last().is_none_or(|last| last.0 < key);
        if behind(&self.block) && self.next_start() < self.entries {
            let guess = (u128::from(key) * u128::from(self.entries)) >> 64;
            let guess = guess as u64 / BLOCK_ENTRIES * BLOCK_ENTRIES;
            let floor = self.next_start();
            self.load(guess.max(floor))?;
            // The guess may be too far: go back until the block begins below the key.
            while self.block_start > floor && self.block.first().is_none_or(|first| first.0 >= key) {
                self.load(self.block_start.saturating_sub(BLOCK_ENTRIES).max(floor))?;
            }
            while behind(&self.block) && self.next_start() < self.entries {
                self.load(self.next_start())?;
            }
        }
        // Neighbouring keys stand close together: a few steps are cheaper than a search.
        let mut steps = 0;
        while let Some(entry) = self.block.get(self.at) {
            if entry.0 >= key {
                return Ok(());
            }
            self.at += 1;
            steps += 1;
            if steps == 16 {
                let rest = self.block.get(self.at..).unwrap_or_default();
                self.at += rest.partition_point(|entry| entry.0 < key);
                return Ok(());
            }
        }
        Ok(())
    }
}

fn encode(key: u64, content: u64) -> [u8; ENTRY_BYTES] {
    ((u128::from(content) << 64) | u128::from(key)).to_le_bytes()
}

fn decode(bytes: &[u8]) -> Entry {
    let mut both = [0; ENTRY_BYTES];
    both.copy_from_slice(bytes);
    let both = u128::from_le_bytes(both);
    (both as u64, (both >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(mut entries: Vec<Entry>) -> Vec<Entry> {
        entries.sort_unstable();
        entries
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn probing_finds_exactly_the_entries_with_wanted_keys(
            seed in any::<u64>(), count in 0_u64..20_000, wanted in 0_u64..300, narrow in any::<bool>(),
        ) {
            let spread = |n: u64| {
                let key = xxhash_rust::xxh3::xxh3_64_with_seed(&n.to_le_bytes(), seed);
                // Narrow keys are not spread evenly: guesses are wrong, answers must not be.
                if narrow { key % 1000 } else { key }
            };
            let entries = sorted((0..count).map(|n| (spread(n), n % 3)).collect());
            let mut keys: Vec<u64> = (0..wanted).map(|n| spread(n * 97)).collect();
            keys.sort_unstable();
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.keys");
            write_run(&path, entries.iter().copied()).unwrap();
            let mut found = Vec::new();
            probe(&path, count, keys.iter().copied(), &mut found).unwrap();
            let expected: Vec<Entry> =
                entries.iter().copied().filter(|entry| keys.binary_search(&entry.0).is_ok()).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn merging_keeps_every_entry_in_order(
            lists in proptest::collection::vec(proptest::collection::vec(any::<(u64, u64)>(), 0..200), 1..9),
        ) {
            let folder = tempfile::tempdir().unwrap();
            let mut paths = Vec::new();
            for (index, list) in lists.iter().enumerate() {
                let path = folder.path().join(format!("{index}.keys"));
                write_run(&path, sorted(list.clone()).into_iter()).unwrap();
                paths.push(path);
            }
            let target = folder.path().join("merged.keys");
            let count = merge_runs(&paths, &target).unwrap();
            let expected = sorted(lists.concat());
            prop_assert_eq!(count, expected.len() as u64);
            let bytes = fs::read(&target).unwrap();
            let merged: Vec<Entry> = bytes.chunks_exact(ENTRY_BYTES).map(decode).collect();
            prop_assert_eq!(merged, expected);
        }
    }
}
