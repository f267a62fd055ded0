//! Quarantined messages of a running ingest, in a temporary file until the commit: there may be millions.

use crate::StoreError;
use crate::folder::Folder;
use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tidewaiter_model::provenance::ByteSpan;

/// Longest message whose bytes are kept in the quarantine table; longer ones are read from the archive.
pub(crate) const QUARANTINE_BYTES_MAX: usize = 1024 * 1024;

/// One message on its way into quarantine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spooled {
    pub(crate) file: i64,
    pub(crate) span: ByteSpan,
    pub(crate) hash: u128,
    /// Code of the first error.
    pub(crate) code: String,
    /// JSON.
    pub(crate) diagnostics: String,
    /// `None` when longer than [`QUARANTINE_BYTES_MAX`].
    pub(crate) bytes: Option<Vec<u8>>,
}

/// The temporary file. Removed when dropped.
pub(crate) struct Spool {
    path: PathBuf,
    writer: Option<BufWriter<File>>,
    /// Bytes written so far: where the next record begins.
    end: u64,
    /// How many messages it holds.
    pub(crate) count: u64,
}

/// A place in the spool to go back to.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SpoolMark {
    end: u64,
    count: u64,
}

impl Spool {
    pub(crate) fn new(folder: &Folder, token: &str) -> Spool {
        Spool { path: folder.spool().join(format!("{token}.quarantine")), writer: None, end: 0, count: 0 }
    }

    pub(crate) fn mark(&self) -> SpoolMark {
        SpoolMark { end: self.end, count: self.count }
    }

    pub(crate) fn push(&mut self, message: &Spooled) -> Result<(), StoreError> {
        let mut record = Vec::with_capacity(message.diagnostics.len() + 64);
        for number in [message.file as u64, message.span.start, message.span.len] {
            record.extend_from_slice(&number.to_le_bytes());
        }
        record.extend_from_slice(&message.hash.to_le_bytes());
        record.extend_from_slice(&(message.code.len() as u64).to_le_bytes());
        record.extend_from_slice(&(message.diagnostics.len() as u64).to_le_bytes());
        let bytes_len = message.bytes.as_ref().map_or(u64::MAX, |bytes| bytes.len() as u64);
        record.extend_from_slice(&bytes_len.to_le_bytes());
        record.extend_from_slice(message.code.as_bytes());
        record.extend_from_slice(message.diagnostics.as_bytes());
        record.extend_from_slice(message.bytes.as_deref().unwrap_or_default());
        let path = self.path.clone();
        self.writer()?.write_all(&record).map_err(StoreError::write(&path))?;
        self.end += record.len() as u64;
        self.count += 1;
        Ok(())
    }

    /// Forgets what came after `mark`.
    pub(crate) fn truncate(&mut self, mark: SpoolMark) -> Result<(), StoreError> {
        if self.end != mark.end {
            let path = self.path.clone();
            let writer = self.writer()?;
            writer
                .flush()
                .and_then(|()| writer.get_ref().set_len(mark.end))
                .and_then(|()| writer.seek(SeekFrom::Start(mark.end)))
                .map_err(StoreError::write(&path))?;
        }
        (self.end, self.count) = (mark.end, mark.count);
        Ok(())
    }

    /// Reads everything back from the start.
    pub(crate) fn reader(&mut self) -> Result<SpoolReader<'_>, StoreError> {
        let reader = match &mut self.writer {
            None => None,
            Some(writer) => {
                writer.flush().map_err(StoreError::write(&self.path))?;
                Some(BufReader::new(File::open(&self.path).map_err(StoreError::read(&self.path))?))
            }
        };
        Ok(SpoolReader { path: &self.path, reader, left: self.count })
    }

    fn writer(&mut self) -> Result<&mut BufWriter<File>, StoreError> {
        if self.writer.is_none() {
            let file = OpenOptions::new()
                .create_new(true)
                .write(true)
                .open(&self.path)
                .map_err(StoreError::write(&self.path))?;
            self.writer = Some(BufWriter::with_capacity(1 << 16, file));
        }
        self.writer.as_mut().ok_or(StoreError::Misuse("the spool has no file"))
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        if self.writer.take().is_some() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Reads a spool from its start.
pub(crate) struct SpoolReader<'a> {
    path: &'a Path,
    reader: Option<BufReader<File>>,
    left: u64,
}

impl SpoolReader<'_> {
    pub(crate) fn next(&mut self) -> Result<Option<Spooled>, StoreError> {
        let Some(reader) = self.reader.as_mut().filter(|_| self.left > 0) else { return Ok(None) };
        self.left -= 1;
        read_record(reader).map(Some).map_err(StoreError::read(self.path))
    }
}

fn read_record(reader: &mut impl Read) -> std::io::Result<Spooled> {
    let file = read_u64(reader)? as i64;
    let span = ByteSpan::new(read_u64(reader)?, read_u64(reader)?);
    let mut hash = [0; 16];
    reader.read_exact(&mut hash)?;
    let [code_len, text_len, bytes_len] = [read_u64(reader)?, read_u64(reader)?, read_u64(reader)?];
    let (mut code, mut text) = (vec![0; code_len as usize], vec![0; text_len as usize]);
    reader.read_exact(&mut code)?;
    reader.read_exact(&mut text)?;
    let bytes = if bytes_len == u64::MAX {
        None
    } else {
        let mut bytes = vec![0; bytes_len as usize];
        reader.read_exact(&mut bytes)?;
        Some(bytes)
    };
    let code = String::from_utf8(code).map_err(std::io::Error::other)?;
    let diagnostics = String::from_utf8(text).map_err(std::io::Error::other)?;
    Ok(Spooled { file, span, hash: u128::from_le_bytes(hash), code, diagnostics, bytes })
}

fn read_u64(reader: &mut impl Read) -> std::io::Result<u64> {
    let mut bytes = [0; 8];
    reader.read_exact(&mut bytes)?;
    Ok(u64::from_le_bytes(bytes))
}
