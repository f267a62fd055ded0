//! What `trips` takes at most. Listed in the book's reference of limits.

/// Memory that rows and results may fill before they go to temporary files, unless the user says otherwise.
pub const MEMORY_BYTES_DEFAULT: u64 = 320 << 20;
/// Least that can be asked for.
pub const MEMORY_BYTES_MIN: u64 = 1 << 20;
/// Most bytes that one input may have once decompressed, unless the user says otherwise: 1 TiB.
pub const INPUT_BYTES_MAX: u64 = 1 << 40;
/// Most threads.
pub const THREADS_MAX: usize = 64;
/// Different container numbers that are not four letters and seven digits.
pub(super) const ODD_NUMBERS_MAX: usize = 4 << 20;
/// Bytes of them in all.
pub(super) const ODD_NUMBER_BYTES_MAX: usize = 256 << 20;
/// Different places, vessels, sources, carriers and sizes in all.
pub(super) const TEXTS_MAX: usize = 4 << 20;
/// Bytes of them in all.
pub(super) const TEXT_BYTES_MAX: usize = 256 << 20;
/// Rows that were refused and are shown; all are counted.
pub const REFUSED_SHOWN_MAX: usize = 20;
/// Messages of one container.
pub(super) const CONTAINER_ROWS_MAX: usize = 50_000_000;
/// Bytes read from an input at a time.
pub(super) const BLOCK_BYTES: usize = 1 << 20;
/// Parts into which containers are dealt: each is rebuilt by itself.
pub(super) const BUCKETS: usize = 256;
/// Messages that are learned from before containers are rebuilt: at least so many, if there are …
pub(super) const LEARN_MESSAGES_MIN: u64 = 250_000;
/// … and of many the share 2^-4.
pub(super) const LEARN_SHARE_LOG_MAX: u32 = 4;
