//! Where a record came from: which message, which bytes, known since when.

use crate::time::UtcTime;
use serde::{Deserialize, Serialize};

/// A run of bytes: first byte and length, counted in the decompressed input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct ByteSpan {
    /// Offset of the first byte.
    pub start: u64,
    /// Number of bytes.
    pub len: u64,
}

impl ByteSpan {
    /// A span from its first byte and its length.
    pub const fn new(start: u64, len: u64) -> ByteSpan {
        ByteSpan { start, len }
    }

    /// The offset just past the last byte.
    pub const fn end(self) -> u64 {
        self.start.saturating_add(self.len)
    }

    /// This span, moved `offset` bytes further.
    pub const fn shifted(self, offset: u64) -> ByteSpan {
        ByteSpan { start: self.start.saturating_add(offset), len: self.len }
    }
}

/// One message in the archive: the ingested file's number in the store and the message's bytes in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct MessageRef {
    /// Number of the ingested file; ascending in the order of commit.
    pub file: i64,
    /// The message's bytes within that file.
    pub span: ByteSpan,
}

/// A record's provenance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Provenance {
    /// The message it was read from.
    pub message: MessageRef,
    /// When this administration knew it. An assessment as of an earlier time must not use it.
    pub received: UtcTime,
}

/// A value with the bytes it was read from, counted from the first byte of its message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where it stood in the message.
    pub span: ByteSpan,
}

impl<T> Located<T> {
    /// A value at a place.
    pub const fn new(value: T, span: ByteSpan) -> Located<T> {
        Located { value, span }
    }
}
