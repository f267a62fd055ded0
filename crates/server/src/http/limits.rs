//! Limits of the HTTP API. Each is listed in the book's reference of limits.

use std::time::Duration;

/// Most bytes of a request's body, unless the route takes messages.
pub const BODY_BYTES_MAX: usize = 1 << 20;
/// Most bytes of one message file sent by HTTP, as it is on the wire. Larger files go through the command line.
pub const MESSAGE_BODY_BYTES_MAX: usize = 64 << 20;
/// Most bytes of a bulk request.
pub const BULK_BODY_BYTES_MAX: usize = 64 << 20;
/// Most bytes of a carrier's notification: whoever sends it is known only once it is read.
pub const CALLBACK_BODY_BYTES_MAX: usize = 4 << 20;
/// Most files in a bulk request.
pub const BULK_ITEMS_MAX: usize = 1_000;
/// Most bytes of one file sent by HTTP after decompression.
pub const MESSAGE_BYTES_MAX: u64 = 1 << 30;
/// Bytes of bodies that are in memory at once, in all; further senders wait.
pub const BODIES_BYTES_MAX: usize = 256 << 20;
/// How long a sender waits for room for its body.
pub const ROOM_WAIT_MAX: Duration = Duration::from_secs(20);
/// How long a body may take to arrive.
pub const BODY_TIME_MAX: Duration = Duration::from_secs(120);
/// Bytes that are read and thrown away of a body that was refused, so that its sender comes to read the answer …
pub const LINGER_BYTES_MAX: usize = 64 << 20;
/// … and for how long.
pub const LINGER_TIME_MAX: Duration = Duration::from_secs(5);
/// How long an answer may take, streams excepted.
pub const ANSWER_TIME_MAX: Duration = Duration::from_secs(120);
/// How long the head of a request may take to arrive.
pub const HEAD_TIME_MAX: Duration = Duration::from_secs(15);
/// How long running requests may take to end when the server is told to stop. What they had not yet been told is kept
/// is not kept, and they ask again.
pub const STOP_TIME_MAX: Duration = Duration::from_secs(1);
/// And how long work in the background may: an assessment that is broken off leaves no trace.
pub const STOP_WORK_TIME_MAX: Duration = Duration::from_millis(500);

/// Most files that are committed together; a request is never cut, so the last may exceed it …
pub const GROUP_FILES_MAX: usize = 10_000;
/// … and most bytes.
pub const GROUP_BYTES_MAX: usize = 64 << 20;
/// So many files are worth a commit of their own, and wait for no others …
pub const GROUP_FILES_ENOUGH: usize = 500;
/// … and so many bytes.
pub const GROUP_BYTES_ENOUGH: usize = 48 << 10;
/// Fewer wait this long for more.
pub const GROUP_WAIT_MAX: Duration = Duration::from_millis(80);
/// Requests that wait for the committing task.
pub const GROUP_QUEUE_MAX: usize = 1_024;

/// Most items on a page.
pub const PAGE_MAX: i64 = 200;
/// Items on a page unless the client says otherwise.
pub const PAGE_DEFAULT: i64 = 50;
/// Most consignments in one bulk outcome.
pub const BULK_OUTCOMES_MAX: usize = 200;
/// Most characters of a note or a saved filter.
pub const TEXT_CHARS_MAX: usize = 4_000;
/// Most characters of a person's or a saved filter's name.
pub const NAME_CHARS_MAX: usize = 200;
/// Most bytes of one message that is shown.
pub const SHOWN_BYTES_MAX: u64 = 1 << 20;
/// Most bytes of one message that is handed out raw.
pub const RAW_BYTES_MAX: u64 = 64 << 20;

/// Streams of server-sent events that one session may have open.
pub const STREAMS_PER_SESSION_MAX: usize = 12;
/// Streams in all.
pub const STREAMS_MAX: usize = 2_000;
/// A comment goes out on a silent stream this often, so that proxies keep it open.
pub const STREAM_PING: Duration = Duration::from_secs(15);

/// Failed sign-ins of one login within [`ATTEMPT_WINDOW`] after which it must wait.
pub const ATTEMPTS_BY_LOGIN_MAX: u64 = 5;
/// Failed sign-ins from one address within [`ATTEMPT_WINDOW`] after which it must wait.
pub const ATTEMPTS_BY_ADDRESS_MAX: u64 = 20;
/// Window of both.
pub const ATTEMPT_WINDOW: Duration = Duration::from_secs(15 * 60);
/// Passwords that are checked at once: each takes 19 MiB and a core for some milliseconds.
pub const PASSWORD_CHECKS_MAX: usize = 2;
/// Shortest password of a local account, in characters.
pub const PASSWORD_CHARS_MIN: usize = 12;
/// Longest, in bytes: hashing is not a way to keep the server busy.
pub const PASSWORD_BYTES_MAX: usize = 1_024;

/// Longest `Idempotency-Key`.
pub const IDEMPOTENCY_KEY_CHARS_MAX: usize = 200;
/// How long an answer is kept under its key.
pub const IDEMPOTENCY_KEPT: Duration = Duration::from_secs(24 * 3600);
/// How long the second of two requests with one key waits for the first.
pub const IDEMPOTENCY_WAIT_MAX: Duration = Duration::from_secs(30);
/// Longest answer kept under a key.
pub const IDEMPOTENCY_ANSWER_BYTES_MAX: usize = 4 << 20;

/// Requests with a key that are written down in one transaction …
pub const LEDGER_STEPS_MAX: usize = 500;
/// … and those that wait for it.
pub const LEDGER_QUEUE_MAX: usize = 2_000;

/// Whether there are accounts is looked up this often.
pub const MODE_AGE_MAX: Duration = Duration::from_secs(1);

/// How long a sign-in by OpenID Connect may take from its beginning to the way back.
pub const PENDING_TIME_MAX: Duration = Duration::from_secs(10 * 60);
/// Such sign-ins under way; past it the oldest must begin again.
pub const PENDING_MAX: usize = 10_000;
/// Longest path to return to after it.
pub const RETURN_TO_BYTES_MAX: usize = 2_000;
/// How long the provider may take for one answer.
pub const PROVIDER_TIME_MAX: Duration = Duration::from_secs(10);
/// Longest answer of the provider.
pub const PROVIDER_ANSWER_BYTES_MAX: u64 = 1 << 20;
/// How long the provider's metadata and keys are believed without asking again.
pub const PROVIDER_AGE_MAX: Duration = Duration::from_secs(10 * 60);
/// A provider that did not answer is asked again after this long; keys that do not fit are read again once as old.
pub const PROVIDER_FAILURE_KEPT: Duration = Duration::from_secs(5);
/// Longest secret of a client.
pub const PROVIDER_SECRET_BYTES_MAX: usize = 4_096;
