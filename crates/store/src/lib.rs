//! Everything kept: state in SQL, history in Parquet, and the catalogue that joins them.
//!
//! State (receipts, quarantine, selections, outcomes, accounts, the audit trail and the catalogue) lives in SQLite or PostgreSQL,
//! history (status events, entry summaries, declarations, stow positions, manifests, vessel reports, travellers,
//! assessments and the archive of messages) in Parquet.
//! A history file counts from the moment its row in the catalogue is committed. The layout is described in the
//! book's chapter on storage.
//!
//! Reading and writing Parquet blocks the calling thread, in the `async` methods too: a caller that serves many
//! users runs them on a thread of its own.

mod accounts;
mod act;
mod api_keys;
mod archive;
mod audit;
mod cases;
mod catalogue;
mod compact;
mod conditions;
mod database;
mod error;
mod filters;
mod folder;
mod history;
mod idempotency;
mod ingest;
mod inspect;
mod keys;
mod open;
mod outcomes;
mod quarantine;
mod read;
mod rows;
mod segment;
mod selections;
mod senders;
mod sessions;
mod subscriptions;

pub use accounts::{ACCOUNTS_MAX, ACTIVE, AccountChange, AccountRow, NewAccount};
pub use act::{Act, COMMAND_LINE, LOCAL, SYSTEM};
pub use api_keys::{API_KEYS_MAX, ApiKeyRow, NewApiKey};
pub use audit::{
    AUDIT_TEXT_BYTES_MAX, AuditEntry, AuditFilter, AuditRecord, AuditTally, AuditVerification, Breakage,
    Broken,
};
pub use cases::{CASE_CHANGES_MAX, LockRow, LockTaken};
pub use compact::Compacted;
pub use error::StoreError;
pub use filters::{FILTERS_PER_PERSON_MAX, FILTERS_SHOWN_MAX, FilterRow, NewFilter};
pub use history::sender_status::{SAID, SenderStatus};
pub use history::status_parts::RestoredEvent;
pub use idempotency::{Begin, RUNNING_SECONDS_MAX, Step, StepKind};
pub use ingest::{Arrivals, Ingest, MessageKey, NewFile};
pub use open::{Options, Store};
pub use outcomes::{OutcomeRow, OutcomeSaved, OutcomeTerms, Withdrawal};
pub use rows::{
    Counts, FileReceipt, FileRow, QuarantineFilter, QuarantineRow, QuarantineState, QuarantineTotals,
    ReceiptTotals, Resolution, RunRow,
};
pub use senders::{Refusals, SenderTotals};
pub use sessions::{NewSession, SessionRow};
pub use subscriptions::{NewSubscription, SUBSCRIPTIONS_MAX, SubscriptionRow};
