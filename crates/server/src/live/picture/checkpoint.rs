//! The reports as a file: a start then reads the bytes they have in memory, and of the history only what came since.
//!
//! The file is never trusted over the history. It is bound to it by the hash of the audit trail at the time, which covers
//! every commit; each section has a checksum. A file that does not fit, is torn or of another version is passed over, and
//! everything is read from the history. Each part of the containers is taken by itself, so that messages go on being
//! applied; it says up to which file of the history it is complete.

use super::packed::Packed;
use super::reports::{Name, PARTS, Part, Reports};
use super::restore::Restored;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_store::{Store, StoreError};
use xxhash_rust::xxh3::xxh3_64;

/// Version of the file.
const VERSION: u32 = 1;
/// Bytes behind the contents: their length and checksum.
const TAIL_BYTES: u64 = 16;
/// Most bytes of the contents.
const CONTENTS_BYTES_MAX: u64 = 1 << 20;

/// Where the reports of a store are kept.
pub fn reports_file(store: &Store) -> PathBuf {
    store.derived_file("reports")
}

/// A piece of the file.
#[derive(Debug, Serialize, Deserialize)]
struct Section {
    offset: u64,
    len: u64,
    checksum: u64,
    /// Every file of the history up to this number is in it.
    through: i64,
}

/// What stands at the end of the file.
#[derive(Debug, Serialize, Deserialize)]
struct Contents {
    version: u32,
    /// Number and hash of the last record of the audit trail.
    trail: (i64, String),
    parts: Vec<Section>,
    texts: Section,
}

/// Writes the file beside the one before, and puts it in its place when it is whole.
pub struct Writer {
    path: PathBuf,
    new: PathBuf,
    file: BufWriter<File>,
    offset: u64,
    parts: Vec<Section>,
}

impl Writer {
    /// Begins a file.
    ///
    /// # Errors
    /// What the system said.
    pub fn create(path: &Path) -> io::Result<Writer> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
            remove_unfinished(path, folder);
        }
        let new = path.with_extension(format!("{}.new", std::process::id()));
        let file = BufWriter::new(File::create(&new)?);
        Ok(Writer { path: path.to_owned(), new, file, offset: 0, parts: Vec::new() })
    }

    /// A part of the containers, as bytes and up to which file it is complete.
    pub fn part(restored: &Restored, number: usize) -> (Vec<u8>, i64) {
        (coded(&restored.reports.part_numbered(number)), restored.through)
    }

    /// Adds the next part.
    ///
    /// # Errors
    /// What the system said.
    pub fn add(&mut self, (bytes, through): (Vec<u8>, i64)) -> io::Result<()> {
        let section = self.section(&bytes, through)?;
        self.parts.push(section);
        Ok(())
    }

    /// The texts and locations of all parts that were taken before, as bytes.
    pub fn texts(restored: &Restored) -> (Vec<u8>, i64) {
        let Reports { texts, located, .. } = &restored.reports;
        let mut out = Vec::new();
        put(&mut out, texts.len() as u64);
        for number in 0..texts.len() as u32 {
            put_text(&mut out, texts.text(TextId(number)));
        }
        put(&mut out, located.len() as u64);
        located.iter().for_each(|location| put(&mut out, u64::from(location.0)));
        (out, restored.through)
    }

    /// Ends the file and puts it in its place. `trail` is the end of the audit trail, read after the last part was taken.
    ///
    /// # Errors
    /// What the system said.
    pub fn finish(mut self, (texts, through): (Vec<u8>, i64), trail: (i64, String)) -> io::Result<()> {
        let texts = self.section(&texts, through)?;
        let parts = std::mem::take(&mut self.parts);
        let contents = Contents { version: VERSION, trail, parts, texts };
        let contents = serde_json::to_vec(&contents)?;
        self.file.write_all(&contents)?;
        self.file.write_all(&(contents.len() as u64).to_le_bytes())?;
        self.file.write_all(&xxh3_64(&contents).to_le_bytes())?;
        // Not synced: what a failing machine tears is seen by its checksum and read from the history.
        self.file.flush()?;
        fs::rename(&self.new, &self.path)
    }

    fn section(&mut self, bytes: &[u8], through: i64) -> io::Result<Section> {
        let (offset, len) = (self.offset, bytes.len() as u64);
        self.file.write_all(bytes)?;
        self.offset += len;
        Ok(Section { offset, len, checksum: xxh3_64(bytes), through })
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Once it is in its place there is no such file any more.
        let _ = fs::remove_file(&self.new);
    }
}

/// Removes what a process that was killed left half written.
fn remove_unfinished(path: &Path, folder: &Path) {
    let Some(name) = path.file_name().map(|name| format!("{}.", name.display())) else { return };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let other = entry.file_name().display().to_string();
        if other.starts_with(&name) && other.ends_with(".new") {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Reports that were read from the file.
pub(super) struct Loaded {
    pub(super) reports: Reports,
    /// Of each part: up to which file of the history it is complete.
    pub(super) through: Vec<i64>,
}

/// The reports as they were kept, where a file of them is there and fits the history.
///
/// # Errors
/// What the database said. A file that cannot be read or does not fit is none.
pub(super) async fn load(store: &Store) -> Result<Option<Loaded>, StoreError> {
    let path = reports_file(store);
    let Some(contents) = contents(&path) else { return Ok(None) };
    let (sequence, hash) = &contents.trail;
    if !store.trail_holds(*sequence, hash).await? {
        return Ok(None);
    }
    Ok(read(&path, &contents))
}

fn contents(path: &Path) -> Option<Contents> {
    let size = fs::metadata(path).ok()?.len();
    let end = size.checked_sub(TAIL_BYTES)?;
    let tail = bytes_at(path, end, TAIL_BYTES)?;
    let mut tail = Reader { bytes: &tail };
    let (len, checksum) = (tail.number()?, tail.number()?);
    let offset = end.checked_sub(len).filter(|_| len <= CONTENTS_BYTES_MAX)?;
    let bytes = section(path, &Section { offset, len, checksum, through: 0 })?;
    let contents: Contents = serde_json::from_slice(&bytes).ok()?;
    (contents.version == VERSION && contents.parts.len() == PARTS).then_some(contents)
}

fn read(path: &Path, contents: &Contents) -> Option<Loaded> {
    let parts: Option<Vec<Part>> =
        contents.parts.par_iter().map(|part| decoded(&section(path, part)?)).collect();
    let texts = section(path, &contents.texts)?;
    let mut reader = Reader { bytes: &texts };
    let mut texts = TextTable::default();
    for number in 0..reader.number()? {
        let id = texts.intern(reader.text()?);
        if u64::from(id.0) != number {
            return None;
        }
    }
    let mut reports = Reports::of_parts(parts?, texts);
    for _ in 0..reader.number()? {
        reports.located.insert(TextId(u32::try_from(reader.number()?).ok()?));
    }
    Some(Loaded { reports, through: contents.parts.iter().map(|part| part.through).collect() })
}

/// The bytes of a section, if they are as they were written.
fn section(path: &Path, section: &Section) -> Option<Vec<u8>> {
    bytes_at(path, section.offset, section.len).filter(|bytes| xxh3_64(bytes) == section.checksum)
}

fn bytes_at(path: &Path, offset: u64, len: u64) -> Option<Vec<u8>> {
    let mut file = File::open(path).ok()?;
    file.seek(SeekFrom::Start(offset)).ok()?;
    let mut bytes = Vec::new();
    file.take(len).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 == len).then_some(bytes)
}

fn put(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// A part: how many reports were added, the odd numbers, and every container's name, state and reports.
fn coded(part: &Part) -> Vec<u8> {
    let bytes: usize = part.containers.iter().map(|packed| packed.raw().0.len() + 40).sum();
    let mut out = Vec::with_capacity(bytes + 64);
    put(&mut out, part.added);
    put(&mut out, part.odd.len() as u64);
    for (text, name) in &part.odd {
        put(&mut out, *name);
        put_text(&mut out, text);
    }
    put(&mut out, part.places.len() as u64);
    for (name, at) in &part.places {
        let Some(packed) = part.containers.get(*at as usize) else { continue };
        let (bytes, before) = packed.raw();
        put(&mut out, *name);
        before.iter().for_each(|number| put(&mut out, number.cast_unsigned()));
        put(&mut out, bytes.len() as u64);
        out.extend_from_slice(bytes);
    }
    out
}

fn decoded(bytes: &[u8]) -> Option<Part> {
    let mut reader = Reader { bytes };
    let mut part = Part { added: reader.number()?, ..Part::default() };
    for _ in 0..reader.number()? {
        let name: Name = reader.number()?;
        part.odd.insert(reader.text()?.to_owned(), name);
    }
    let count = reader.number()?;
    let room = usize::try_from(count).ok().filter(|count| *count <= bytes.len())?;
    part.places.reserve(room);
    part.containers.reserve_exact(room);
    for at in 0..u32::try_from(count).ok()? {
        part.places.insert(reader.number()?, at);
        let before = [reader.number()?, reader.number()?, reader.number()?].map(u64::cast_signed);
        let len = reader.number()?;
        part.containers.push(Packed::from_raw(reader.take(len)?, before));
    }
    reader.bytes.is_empty().then_some(part)
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, len: u64) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(usize::try_from(len).ok()?)?;
        self.bytes = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        let (number, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(u64::from_le_bytes(*number))
    }

    fn text(&mut self) -> Option<&'a str> {
        let len = self.number()?;
        std::str::from_utf8(self.take(len)?).ok()
    }
}
