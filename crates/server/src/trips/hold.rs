//! Bytes dealt into buckets: held in memory up to a limit, and beyond it in temporary files that vanish with the
//! process.

use super::Fault;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Largest piece of a bucket.
const PIECE_BYTES_MAX: u64 = 64 << 10;
/// First piece of a bucket.
const PIECE_BYTES_MIN: u64 = 1 << 10;

/// What is held in all, by all threads.
#[derive(Debug)]
pub(super) struct Budget {
    held: AtomicU64,
    limit: u64,
    spilled: AtomicU64,
    /// Where temporary files go.
    folder: PathBuf,
}

impl Budget {
    pub(super) fn new(limit: u64, folder: &Path) -> Budget {
        Budget { held: AtomicU64::new(0), limit, spilled: AtomicU64::new(0), folder: folder.to_owned() }
    }

    /// Bytes that went to temporary files.
    pub(super) fn spilled_bytes(&self) -> u64 {
        self.spilled.load(Ordering::Relaxed)
    }

    /// Counts bytes as held; says whether that is too many.
    pub(super) fn take(&self, bytes: usize) -> bool {
        self.held.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64 > self.limit
    }

    pub(super) fn give_back(&self, bytes: usize) {
        self.held.fetch_sub(bytes as u64, Ordering::Relaxed);
    }
}

/// A temporary file to which pieces are appended.
#[derive(Debug)]
pub(super) struct SpillFile {
    file: Mutex<File>,
    folder: PathBuf,
}

impl SpillFile {
    fn new(budget: &Budget) -> Result<SpillFile, Fault> {
        let file = tempfile::tempfile_in(&budget.folder).map_err(Fault::spill(&budget.folder))?;
        Ok(SpillFile { file: Mutex::new(file), folder: budget.folder.clone() })
    }

    fn read(&self, offset: u64, length: usize, out: &mut Vec<u8>) -> Result<(), Fault> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut read = || {
            file.seek(SeekFrom::Start(offset))?;
            let got = (&mut *file).take(length as u64).read_to_end(out)?;
            if got == length { Ok(()) } else { Err(io::Error::from(io::ErrorKind::UnexpectedEof)) }
        };
        read().map_err(Fault::spill(&self.folder))
    }
}

/// Where bytes are.
#[derive(Debug)]
pub(super) enum Piece {
    Held(Vec<u8>),
    Spilled { file: Arc<SpillFile>, offset: u64, length: usize },
}

impl Piece {
    /// Appends a part of the bytes.
    pub(super) fn read(&self, from: usize, length: usize, out: &mut Vec<u8>) -> Result<(), Fault> {
        match self {
            Piece::Held(bytes) => {
                out.extend_from_slice(bytes.get(from..from + length).unwrap_or_default());
                Ok(())
            }
            Piece::Spilled { file, offset, .. } => file.read(offset + from as u64, length, out),
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Piece::Held(bytes) => bytes.len(),
            Piece::Spilled { length, .. } => *length,
        }
    }
}

/// Writes pieces to one temporary file, made when it is first needed.
#[derive(Debug)]
pub(super) struct Spiller<'b> {
    budget: &'b Budget,
    file: Option<Arc<SpillFile>>,
    offset: u64,
}

impl<'b> Spiller<'b> {
    pub(super) fn new(budget: &'b Budget) -> Spiller<'b> {
        Spiller { budget, file: None, offset: 0 }
    }

    pub(super) fn spill(&mut self, bytes: &[u8]) -> Result<Piece, Fault> {
        let file = match &self.file {
            Some(file) => file.clone(),
            None => self.file.insert(Arc::new(SpillFile::new(self.budget)?)).clone(),
        };
        let mut open = file.file.lock().unwrap_or_else(PoisonError::into_inner);
        let wrote = open.seek(SeekFrom::Start(self.offset)).and_then(|_| open.write_all(bytes));
        drop(open);
        wrote.map_err(Fault::spill(&self.budget.folder))?;
        let piece = Piece::Spilled { file, offset: self.offset, length: bytes.len() };
        self.offset += bytes.len() as u64;
        self.budget.spilled.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        Ok(piece)
    }

    /// Keeps bytes in memory while there is room, else in the file.
    pub(super) fn keep(&mut self, bytes: Vec<u8>) -> Result<Piece, Fault> {
        if self.budget.take(bytes.len()) {
            self.budget.give_back(bytes.len());
            return self.spill(&bytes);
        }
        Ok(Piece::Held(bytes))
    }
}

/// One thread's part of all buckets.
#[derive(Debug)]
pub(super) struct Buckets<'b> {
    open: Vec<Vec<u8>>,
    full: Vec<Vec<Piece>>,
    piece_bytes: usize,
    spiller: Spiller<'b>,
}

impl<'b> Buckets<'b> {
    pub(super) fn new(count: usize, threads: usize, budget: &'b Budget) -> Buckets<'b> {
        // What is open in all threads may take an eighth of what may be held.
        let share = budget.limit / 8 / (count * threads).max(1) as u64;
        Buckets {
            open: vec![Vec::new(); count],
            full: (0..count).map(|_| Vec::new()).collect(),
            piece_bytes: share.clamp(PIECE_BYTES_MIN, PIECE_BYTES_MAX) as usize,
            spiller: Spiller::new(budget),
        }
    }

    /// The open piece of a bucket, with room for `more` bytes.
    #[inline]
    pub(super) fn room(&mut self, bucket: usize, more: usize) -> Result<&mut Vec<u8>, Fault> {
        if self.open.get(bucket).is_none_or(|open| open.len() + more > open.capacity()) {
            self.grow(bucket)?;
        }
        self.open.get_mut(bucket).ok_or(Fault::Defect("a bucket beyond the last"))
    }

    #[cold]
    fn grow(&mut self, bucket: usize) -> Result<(), Fault> {
        let room = self.piece_bytes;
        let Some(open) = self.open.get_mut(bucket) else { return Ok(()) };
        if open.capacity() < room {
            // Small inputs do not pay for whole pieces.
            let grown = (open.capacity() * 4).clamp(PIECE_BYTES_MIN as usize, room);
            open.reserve_exact(grown - open.len());
            return Ok(());
        }
        let piece = std::mem::replace(open, Vec::with_capacity(room));
        let too_many = self.spiller.budget.take(piece.len());
        if let Some(full) = self.full.get_mut(bucket) {
            full.push(Piece::Held(piece));
        }
        if too_many { self.spill_full() } else { Ok(()) }
    }

    fn spill_full(&mut self) -> Result<(), Fault> {
        for piece in self.full.iter_mut().flatten() {
            if let Piece::Held(bytes) = piece {
                let bytes = std::mem::take(bytes);
                *piece = self.spiller.spill(&bytes)?;
                self.spiller.budget.give_back(bytes.len());
            }
        }
        Ok(())
    }

    /// The pieces of each bucket.
    pub(super) fn finish(self) -> Vec<Vec<Piece>> {
        let mut all = self.full;
        for (pieces, last) in all.iter_mut().zip(self.open) {
            self.spiller.budget.take(last.len());
            pieces.push(Piece::Held(last));
        }
        all
    }
}

/// All bytes of one bucket, in no order.
pub(super) fn gather(pieces: &[Piece], out: &mut Vec<u8>) -> Result<(), Fault> {
    out.clear();
    out.reserve(pieces.iter().map(Piece::len).sum());
    pieces.iter().try_for_each(|piece| piece.read(0, piece.len(), out))
}

/// Lets go of what is held.
pub(super) fn release(pieces: Vec<Piece>, budget: &Budget) {
    let held = |piece: &Piece| if let Piece::Held(bytes) = piece { bytes.len() } else { 0 };
    budget.give_back(pieces.iter().map(held).sum());
}
