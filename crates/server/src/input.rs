//! Inputs as users name them: files, folders, standard input; plain or compressed; changing, endless or hostile.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Most bytes an input may have once decompressed, unless the user says otherwise: 64 GiB.
pub const DECOMPRESSED_BYTES_MAX: u64 = 64 << 30;
/// An input that grows by more than this factor is refused as a decompression bomb …
pub const EXPANSION_MAX: u64 = 200;
/// … once it has given more than this many bytes.
pub const EXPANSION_FREE_BYTES: u64 = 64 << 20;
/// Deepest folder nesting that is followed.
pub const FOLDER_DEPTH_MAX: usize = 32;
const GZIP_MAGIC: &[u8] = &[0x1f, 0x8b];
const ZSTD_MAGIC: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// Window that a zstd frame may ask for: 2^27 = 128 MiB, the `zstd` command's own limit.
const ZSTD_WINDOW_LOG_MAX: u32 = 27;
/// Bytes taken from a file or a stream at a time.
const STREAM_BUFFER_BYTES: usize = 1 << 20;

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    Path(PathBuf),
}

impl Input {
    /// The name that receipts carry.
    pub fn name(&self) -> String {
        match self {
            Input::Stdin => "-".to_owned(),
            Input::Path(path) => path.display().to_string(),
        }
    }
}

/// Why an input could not be read to its end.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// It is not there, or may not be read.
    #[error("cannot read {name}: {source}")]
    Unreadable {
        /// The input.
        name: String,
        /// What the system said.
        source: io::Error,
    },
    /// A device, socket or pipe that was found in a folder.
    #[error("{name} is neither a file nor a folder; pass its content on standard input with `-`")]
    NotAFile {
        /// The input.
        name: String,
    },
    /// A folder nested too deep.
    #[error("{name} is nested deeper than {FOLDER_DEPTH_MAX} folders; ingest the inner folder by itself")]
    TooDeep {
        /// The folder.
        name: String,
    },
    /// The compressed stream is cut off or damaged.
    #[error("{name} is a damaged {kind} stream: {source}; nothing of it was kept, send it again")]
    Damaged {
        /// The input.
        name: String,
        /// gzip or zstd.
        kind: &'static str,
        /// What the decoder said.
        source: io::Error,
    },
    /// It grows too much.
    #[error(
        "{name} grows more than {EXPANSION_MAX} times when decompressed; it was refused as a decompression bomb and \
         nothing of it was kept"
    )]
    Bomb {
        /// The input.
        name: String,
    },
    /// It is too long.
    #[error(
        "{name} is longer than the limit of {limit} bytes; nothing of it was kept; split it or raise --max-bytes"
    )]
    TooLong {
        /// The input.
        name: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// It changed under the reader.
    #[error("{name} changed while it was read; nothing of it was kept; ingest it again once it is complete")]
    Changed {
        /// The input.
        name: String,
    },
}

/// An input opened for reading, decompressed on the way.
pub struct OpenInput {
    name: String,
    stream: Box<dyn Read + Send>,
    compression: Option<&'static str>,
    compressed_bytes: std::sync::Arc<std::sync::atomic::AtomicU64>,
    given_bytes: u64,
    bytes_max: u64,
    before: Option<(PathBuf, Stamp)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    len: u64,
    modified: Option<std::time::SystemTime>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Stamp {
        Stamp { len: metadata.len(), modified: metadata.modified().ok() }
    }
}

/// Counts what goes through it, so that growth can be judged.
struct Counting<R> {
    inner: R,
    count: std::sync::Arc<std::sync::atomic::AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.inner.read(buffer)?;
        self.count.fetch_add(got as u64, std::sync::atomic::Ordering::Relaxed);
        Ok(got)
    }
}

impl OpenInput {
    /// Opens an input. gzip and zstd are recognised by their first bytes, never by name.
    pub fn open(input: &Input, bytes_max: u64) -> Result<OpenInput, InputError> {
        let name = input.name();
        let unreadable = |source| InputError::Unreadable { name: name.clone(), source };
        let count = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(0));
        let mut before = None;
        let raw: Box<dyn Read + Send> = match input {
            Input::Stdin => Box::new(io::stdin()),
            Input::Path(path) => {
                let file = File::open(path).map_err(unreadable)?;
                let metadata = file.metadata().map_err(unreadable)?;
                if metadata.is_dir() {
                    return Err(unreadable(io::Error::from(io::ErrorKind::IsADirectory)));
                }
                if metadata.is_file() {
                    before = Some((path.clone(), Stamp::of(&metadata)));
                }
                Box::new(file)
            }
        };
        OpenInput::of_stream(name, raw, STREAM_BUFFER_BYTES, count, bytes_max, before)
    }

    /// Opens bytes that are in memory, such as the body of a request.
    pub fn of_bytes(
        name: &str,
        bytes: impl AsRef<[u8]> + Send + 'static,
        bytes_max: u64,
    ) -> Result<OpenInput, InputError> {
        // A message of a hundred bytes is worth no buffer of a megabyte.
        let capacity = bytes.as_ref().len().clamp(64, STREAM_BUFFER_BYTES);
        let raw: Box<dyn Read + Send> = Box::new(io::Cursor::new(bytes));
        OpenInput::of_stream(name.to_owned(), raw, capacity, std::sync::Arc::default(), bytes_max, None)
    }

    fn of_stream(
        name: String,
        raw: Box<dyn Read + Send>,
        capacity: usize,
        count: std::sync::Arc<std::sync::atomic::AtomicU64>,
        bytes_max: u64,
        before: Option<(PathBuf, Stamp)>,
    ) -> Result<OpenInput, InputError> {
        let unreadable = |source| InputError::Unreadable { name: name.clone(), source };
        let mut raw = BufReader::with_capacity(capacity, Counting { inner: raw, count: count.clone() });
        let head = fill(&mut raw).map_err(unreadable)?;
        let gzip = head.starts_with(GZIP_MAGIC);
        let zstd = head.starts_with(ZSTD_MAGIC);
        let (stream, compression): (Box<dyn Read + Send>, _) = if gzip {
            (Box::new(flate2::bufread::MultiGzDecoder::new(raw)), Some("gzip"))
        } else if zstd {
            let mut decoder = zstd::stream::read::Decoder::with_buffer(raw).map_err(unreadable)?;
            decoder.window_log_max(ZSTD_WINDOW_LOG_MAX).map_err(unreadable)?;
            (Box::new(decoder), Some("zstd"))
        } else {
            (Box::new(raw), None)
        };
        Ok(OpenInput {
            name,
            stream,
            compression,
            compressed_bytes: count,
            given_bytes: 0,
            bytes_max,
            before,
        })
    }

    /// Refuses an input that is not compressed as its sender says it is.
    pub fn must_be(&self, kind: Option<&'static str>) -> Result<(), InputError> {
        match kind {
            Some(kind) if self.compression != Some(kind) => {
                let source = io::Error::new(io::ErrorKind::InvalidData, "it does not begin as one");
                Err(InputError::Damaged { name: self.name.clone(), kind, source })
            }
            _ => Ok(()),
        }
    }

    /// Appends up to `more` bytes to `buffer`; fewer only at the end. Returns whether the end was reached.
    pub fn fill(&mut self, buffer: &mut Vec<u8>, more: usize) -> Result<bool, InputError> {
        let start = buffer.len();
        buffer.resize(start + more, 0);
        let mut filled = start;
        while filled < buffer.len() {
            match self.stream.read(&mut buffer[filled..]) {
                Ok(0) => {
                    buffer.truncate(filled);
                    return Ok(true);
                }
                Ok(got) => {
                    filled += got;
                    self.given_bytes += got as u64;
                    self.check_growth()?;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(source) => {
                    buffer.truncate(filled);
                    let name = self.name.clone();
                    return Err(match self.compression {
                        Some(kind) => InputError::Damaged { name, kind, source },
                        None => InputError::Unreadable { name, source },
                    });
                }
            }
        }
        Ok(false)
    }

    fn check_growth(&self) -> Result<(), InputError> {
        if self.given_bytes > self.bytes_max {
            return Err(InputError::TooLong { name: self.name.clone(), limit: self.bytes_max });
        }
        let read = self.raw_bytes().max(1);
        let grown = self.compression.is_some() && self.given_bytes > EXPANSION_FREE_BYTES;
        if grown && self.given_bytes / read > EXPANSION_MAX {
            return Err(InputError::Bomb { name: self.name.clone() });
        }
        Ok(())
    }

    /// Whether it is decompressed on the way.
    pub fn is_compressed(&self) -> bool {
        self.compression.is_some()
    }

    /// Bytes taken from the input so far, before decompression.
    pub fn raw_bytes(&self) -> u64 {
        self.compressed_bytes.load(std::sync::atomic::Ordering::Relaxed)
    }

    /// Bytes given so far, after decompression.
    pub fn given_bytes(&self) -> u64 {
        self.given_bytes
    }

    /// Says whether the file is still the one that was opened. Standard input has nothing to compare.
    pub fn check_unchanged(&self) -> Result<(), InputError> {
        let Some((path, before)) = &self.before else { return Ok(()) };
        let after = std::fs::metadata(path).map(|metadata| Stamp::of(&metadata));
        let same = after.is_ok_and(|after| after == *before);
        // What was read must also be what the file says it holds.
        let whole = self.raw_bytes() == before.len;
        if same && whole { Ok(()) } else { Err(InputError::Changed { name: self.name.clone() }) }
    }
}

fn fill(reader: &mut BufReader<impl Read>) -> io::Result<Vec<u8>> {
    loop {
        match reader.fill_buf() {
            Ok(head) => return Ok(head.iter().take(8).copied().collect()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Files to read, in a stable order, and what could not be listed.
#[derive(Debug, Default)]
pub struct Listing {
    /// Inputs with their size in bytes where known.
    pub inputs: Vec<(Input, Option<u64>)>,
    /// What was named or found and cannot be read.
    pub errors: Vec<(String, InputError)>,
}

/// Turns what the user named into inputs: `-` is standard input, folders are walked in the order of names, links to
/// folders are not followed.
pub fn list(names: &[PathBuf]) -> Listing {
    let mut listing = Listing::default();
    for name in names {
        if name.as_os_str() == "-" {
            listing.inputs.push((Input::Stdin, None));
        } else {
            add(name, 0, true, &mut listing);
        }
    }
    listing
}

fn add(path: &Path, depth: usize, named: bool, listing: &mut Listing) {
    let name = path.display().to_string();
    let mut fail = |error| listing.errors.push((name.clone(), error));
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(source) => return fail(InputError::Unreadable { name: name.clone(), source }),
    };
    if metadata.is_file() || (named && !metadata.is_dir()) {
        let size = metadata.is_file().then_some(metadata.len());
        listing.inputs.push((Input::Path(path.to_owned()), size));
        return;
    }
    if !metadata.is_dir() {
        return fail(InputError::NotAFile { name: name.clone() });
    }
    if depth > FOLDER_DEPTH_MAX {
        return fail(InputError::TooDeep { name: name.clone() });
    }
    let entries = std::fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut children: Vec<PathBuf> = match entries {
        Ok(entries) => entries.into_iter().map(|entry| entry.path()).collect(),
        Err(source) => return fail(InputError::Unreadable { name: name.clone(), source }),
    };
    children.sort();
    for child in children {
        let linked_folder = child.is_symlink() && child.is_dir();
        if !linked_folder {
            add(&child, depth + 1, false, listing);
        }
    }
}
