//! Ingest: messages in, in one transaction.

mod arrivals;
mod block;
mod commit;
mod duplicates;
mod known_keys;
mod spool;

use crate::StoreError;
use crate::archive::ArchiveWriter;
use crate::catalogue::Table;
use crate::database::{clean, unsigned};
use crate::folder::{Folder, fresh_token};
use crate::history::{declaration, document, entry_summary, status_columns};
use crate::keys::Run;
use crate::open::{Store, waiting};
use crate::quarantine::main_code;
use crate::rows::FileReceipt;
use crate::segment::TableWriter;
pub use arrivals::Arrivals;
use block::{Block, BlockMark, DOCUMENTS, RecordWriters};
use duplicates::{Mark, Message};
use known_keys::KnownKeys;
use spool::{QUARANTINE_BYTES_MAX, Spool, SpoolMark, Spooled};
use sqlx::Row;
use std::collections::HashSet;
use std::fs::File;
use std::sync::{Arc, OnceLock};
use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;
use xxhash_rust::xxh3::{xxh3_64_with_seed, xxh3_128_with_seed};

/// Messages that one ingest may send to quarantine.
const QUARANTINE_COUNT_MAX: u64 = 5_000_000;

/// A file about to be ingested.
#[derive(Debug, Clone, Copy)]
pub struct NewFile<'a> {
    /// Name to show.
    pub name: &'a str,
    /// Format, as the reader named it.
    pub format: &'a str,
    /// When it is ingested.
    pub received: UtcTime,
    /// Who sent it, where that is known.
    pub sender: Option<&'a str>,
}

/// By what a message is known again.
#[derive(Debug, Clone, Copy)]
pub struct MessageKey<'a> {
    /// Who sent it.
    pub source: &'a str,
    /// The sender's id, unique in the source; `None` when the bytes themselves are the identity.
    pub id: Option<&'a str>,
    /// The whole message.
    pub bytes: &'a [u8],
}

/// One running ingest. Everything since [`Store::begin_ingest`] becomes visible at once with [`Ingest::commit`];
/// dropped without it, the ingest leaves no trace. Its methods block on file input and output.
pub struct Ingest {
    store: Store,
    files: Vec<PendingFile>,
    /// The last of `files` is under way.
    in_file: bool,
    first_number: i64,
    block: Block,
    writers: RecordWriters,
    archive: ArchiveWriter,
    keys: KnownKeys,
    spool: Spool,
    quarantined: HashSet<u128>,
    bytes: u64,
    /// The last source seen and the seed that its ids are hashed with.
    source: (String, u64),
    /// What stayed, if it is wanted.
    arrivals: Option<(Arrivals, Arc<OnceLock<Arrivals>>)>,
    /// A write failed: what was gathered is incomplete and must not be committed.
    failed: bool,
    /// Held until the end: one ingest at a time, and no sweep meanwhile.
    _locks: (File, File),
}

struct PendingFile {
    receipt: FileReceipt,
    format: String,
    sender: Option<String>,
    received: UtcTime,
    content_size: u64,
    block: BlockMark,
    spool: SpoolMark,
    /// Whether it has segments of its own.
    own: bool,
    bytes_before: u64,
    quarantined: Vec<u128>,
}

impl Store {
    /// Begins an ingest; waits until any other one on this data folder has ended.
    ///
    /// # Errors
    /// What the system or the database said.
    pub async fn begin_ingest(&self) -> Result<Ingest, StoreError> {
        let ingesting = waiting(&self.folder, Folder::lock_ingest).await?;
        let locks = (ingesting, waiting(&self.folder, Folder::lock_writing).await?);
        let pool = &self.database.pool;
        let last: i64 =
            sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM ingested_file").fetch_one(pool).await?;
        let mut runs = Vec::new();
        for row in sqlx::query("SELECT path, entries FROM key_run ORDER BY path").fetch_all(pool).await? {
            runs.push(Run { path: row.try_get("path")?, entries: unsigned(row.try_get("entries")?) });
        }
        let mut quarantined = HashSet::new();
        let open =
            sqlx::query("SELECT bytes_hash FROM quarantine WHERE state = 'open'").fetch_all(pool).await?;
        for row in open {
            let text: &str = row.try_get("bytes_hash")?;
            let hash =
                u128::from_str_radix(text, 16).map_err(|_| StoreError::corrupt("table quarantine", text))?;
            quarantined.insert(hash);
        }
        let token = format!("f{:09}-{}", last + 1, fresh_token());
        let writer = |table, schema, properties| {
            TableWriter::new(self.folder.clone(), table, schema, properties, &token)
        };
        let documents = entry_summary::document_properties;
        Ok(Ingest {
            files: Vec::new(),
            in_file: false,
            first_number: last + 1,
            block: Block::default(),
            writers: RecordWriters {
                status: writer(Table::StatusEvent, status_columns::schema(), status_columns::properties()),
                entries: writer(Table::EntrySummary, entry_summary::schema(), documents()),
                declarations: writer(Table::Declaration, declaration::schema(), documents()),
                documents: DOCUMENTS.map(|table| writer(table, document::schema(), documents())),
            },
            archive: ArchiveWriter::new(self.folder.clone(), &token),
            keys: KnownKeys::new(self.folder.clone(), runs, &token),
            spool: Spool::new(&self.folder, &token),
            quarantined,
            bytes: 0,
            source: (String::new(), xxh3_64_with_seed(b"", self.seed)),
            arrivals: None,
            failed: false,
            store: self.clone(),
            _locks: locks,
        })
    }
}

impl Ingest {
    /// Begins a file and gives its number, by which its messages are found again once committed.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] while another file is open.
    pub fn open_file(&mut self, file: NewFile<'_>) -> Result<i64, StoreError> {
        if self.in_file {
            return Err(StoreError::Misuse("a file is open already; close or abandon it first"));
        }
        let number = self.number(self.files.len() as u32);
        self.files.push(PendingFile {
            receipt: FileReceipt { number, name: file.name.to_owned(), ..FileReceipt::default() },
            format: file.format.to_owned(),
            sender: file.sender.map(clean),
            received: file.received,
            content_size: 0,
            block: self.block.mark(),
            spool: self.spool.mark(),
            own: false,
            bytes_before: self.bytes,
            quarantined: Vec::new(),
        });
        self.in_file = true;
        self.archive.open_file(number);
        Ok(number)
    }

    /// Keeps the next bytes of the file, decompressed and in order, so that any span can be read back.
    ///
    /// # Errors
    /// [`StoreError::Write`] when the history cannot be written.
    pub fn archive(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.current()?;
        self.bytes += bytes.len() as u64;
        let written = self.archive.write(bytes);
        self.noted(written)
    }

    /// Takes a message with the records read from it.
    ///
    /// # Errors
    /// [`StoreError::Write`] when the history cannot be written.
    pub fn message(
        &mut self,
        key: MessageKey<'_>,
        span: ByteSpan,
        received: UtcTime,
        records: &[Record<'_>],
    ) -> Result<(), StoreError> {
        self.current()?.receipt.read += 1;
        let (hash, content) = self.hashes(key);
        let slot = self.files.len() as u32 - 1;
        let pushed = self.block.push(Message { key: hash, content, span, received, slot }, records);
        let written = pushed.and_then(|()| if self.block.is_full() { self.write_block() } else { Ok(()) });
        self.noted(written)
    }

    /// Takes a message that could not become a record. The same bytes in open quarantine make it a duplicate.
    /// Messages longer than 1 MiB are kept in the archive only; `bytes` may then be empty.
    ///
    /// # Errors
    /// [`StoreError::Limit`] past 5,000,000 such messages in one ingest; [`StoreError::Write`] when the temporary
    /// file cannot be written.
    pub fn quarantine(
        &mut self,
        span: ByteSpan,
        bytes: &[u8],
        diagnostics: &[Diagnostic],
    ) -> Result<(), StoreError> {
        let seed = self.store.seed;
        let whole = bytes.len() as u64 == span.len;
        let file = self.current()?;
        file.receipt.read += 1;
        let number = file.receipt.number;
        // Bytes that were too long to hand over are known by their place instead: never taken for duplicates.
        let hash = if whole {
            xxh3_128_with_seed(bytes, seed)
        } else {
            let place = format!("{number} {} {}", span.start, span.len);
            xxh3_128_with_seed(place.as_bytes(), !seed)
        };
        if !self.quarantined.insert(hash) {
            self.current()?.receipt.duplicate += 1;
            return Ok(());
        }
        let file = self.current()?;
        file.receipt.quarantined += 1;
        file.quarantined.push(hash);
        let written = self.spool_message(number, span, hash, bytes, whole, diagnostics);
        self.noted(written)
    }

    fn spool_message(
        &mut self,
        file: i64,
        span: ByteSpan,
        hash: u128,
        bytes: &[u8],
        whole: bool,
        diagnostics: &[Diagnostic],
    ) -> Result<(), StoreError> {
        if self.spool.count >= QUARANTINE_COUNT_MAX {
            return Err(StoreError::Limit {
                what: "the number of messages that this ingest sends to quarantine".to_owned(),
                limit: QUARANTINE_COUNT_MAX,
                next: "nothing of it was stored: check the format and the mapping, or ingest fewer files at once"
                    .to_owned(),
            });
        }
        let code = clean(main_code(diagnostics));
        let diagnostics = serde_json::to_string(diagnostics)
            .map_err(|error| StoreError::corrupt("a diagnostic", error.to_string()))?;
        let bytes = (whole && bytes.len() <= QUARANTINE_BYTES_MAX).then(|| bytes.to_vec());
        self.spool.push(&Spooled { file, span, hash, code, diagnostics, bytes })
    }

    /// Names who sent the current file by what its messages say, where nothing more certain is known.
    ///
    /// # Errors
    /// [`StoreError::Write`] without an open file.
    pub fn name_sender(&mut self, sender: &str) -> Result<(), StoreError> {
        self.current()?.sender.get_or_insert_with(|| sender.to_owned());
        Ok(())
    }

    /// Ends the file. `content_size` is its size after decompression, in bytes.
    ///
    /// # Errors
    /// [`StoreError::Write`] when the history cannot be written.
    pub fn close_file(&mut self, content_size: u64) -> Result<(), StoreError> {
        self.current()?.content_size = content_size;
        self.in_file = false;
        self.writers.all().into_iter().for_each(TableWriter::end_file);
        self.keys.end_file();
        let closed = self.archive.close_file();
        self.noted(closed)
    }

    /// Forgets the current file: it leaves no trace. Without an open file nothing happens.
    pub fn abandon_file(&mut self) {
        if !self.in_file {
            return;
        }
        self.in_file = false;
        let Some(file) = self.files.pop() else { return };
        // What a file with segments of its own has left in the block is all the block holds.
        self.block.truncate(if file.own { BlockMark::default() } else { file.block });
        self.writers.all().into_iter().for_each(TableWriter::abandon_file);
        self.archive.abandon_file();
        self.keys.abandon_file();
        self.bytes = file.bytes_before;
        for hash in &file.quarantined {
            self.quarantined.remove(hash);
        }
        let truncated = self.spool.truncate(file.spool);
        self.failed |= truncated.is_err();
    }

    /// From here on keeps what stays; it is there after the commit.
    pub fn keep_arrivals(&mut self) -> Arc<OnceLock<Arrivals>> {
        let taken = Arc::new(OnceLock::new());
        self.arrivals = Some((Arrivals::new(), taken.clone()));
        taken
    }

    /// How many decompressed bytes wait for the commit.
    pub fn pending_bytes(&self) -> u64 {
        self.bytes
    }

    fn number(&self, slot: u32) -> i64 {
        self.first_number + i64::from(slot)
    }

    fn current(&mut self) -> Result<&mut PendingFile, StoreError> {
        if self.failed {
            return Err(StoreError::Misuse("an earlier write of this ingest failed: begin another one"));
        }
        match self.files.last_mut() {
            Some(file) if self.in_file => Ok(file),
            _ => Err(StoreError::Misuse("no file is open; open one first")),
        }
    }

    fn noted(&mut self, result: Result<(), StoreError>) -> Result<(), StoreError> {
        self.failed |= result.is_err();
        result
    }

    /// Two hashes by which a message is known: of what identifies it, and of its content.
    fn hashes(&mut self, key: MessageKey<'_>) -> (u64, u64) {
        let seed = self.store.seed;
        let Some(id) = key.id else {
            let both = xxh3_128_with_seed(key.bytes, seed);
            return (both as u64, (both >> 64) as u64);
        };
        if self.source.0 != key.source {
            self.source = (key.source.to_owned(), xxh3_64_with_seed(key.source.as_bytes(), seed));
        }
        (xxh3_64_with_seed(id.as_bytes(), self.source.1), xxh3_64_with_seed(key.bytes, seed))
    }

    /// Marks the block's messages, counts them and writes what stays.
    fn write_block(&mut self) -> Result<(), StoreError> {
        if self.block.messages.is_empty() {
            return Ok(());
        }
        let (marks, staying) = self.block.mark_duplicates(|sorted| self.keys.probe(sorted))?;
        for (message, mark) in self.block.messages.iter().zip(&marks) {
            if let Some(file) = self.files.get_mut(message.slot as usize) {
                file.receipt.accepted += u64::from(*mark != Mark::Duplicate);
                file.receipt.duplicate += u64::from(*mark == Mark::Duplicate);
                file.receipt.conflicts += u64::from(*mark == Mark::Conflict);
            }
        }
        // A file that is under way when its block is written gets segments of its own, so that it can be abandoned.
        let own_from = match self.files.last_mut() {
            Some(file) if self.in_file && !file.own => {
                file.own = true;
                Some(file.block.messages)
            }
            _ => None,
        };
        let first = self.first_number;
        let number = |slot: u32| first + i64::from(slot);
        if let Some((arrivals, _)) = &mut self.arrivals {
            self.block.arrive(&marks, number, arrivals);
            // A file may yet be abandoned when part of it was taken.
            arrivals.whole &= !self.in_file;
        }
        self.block.write(&marks, number, own_from.map(|from| from as u32), &mut self.writers)?;
        self.keys.add(&staying, own_from)?;
        self.block.clear();
        Ok(())
    }
}
