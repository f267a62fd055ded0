//! The audit trail: who did what, when and from where, and whether it is as it was written.

use crate::error::{Error, Result};
use crate::shapes::{AuditBroken, AuditVerificationReport, AuditView};
use crate::words::Words;
use serde_json::Value;
pub use tidewaiter_store::AuditFilter;
use tidewaiter_store::{AuditRecord, Broken, Store};

/// Most records listed at a time.
pub const LIST_MAX: i64 = 10_000;
/// Length of a hash, in characters.
const HASH_CHARS: usize = 64;

/// At most `limit` records: the newest first, or those behind record `after` in their order.
pub async fn list(
    store: &Store,
    filter: &AuditFilter,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<AuditView>> {
    if !(1..=LIST_MAX).contains(&limit) {
        return Err(Error::Use(format!(
            "{limit} records at a time cannot be listed; use 1 to {LIST_MAX}, and go on with --after"
        )));
    }
    let records = store.audit(filter, after, limit, after.is_none()).await?;
    Ok(records.into_iter().map(view).collect())
}

fn view(record: AuditRecord) -> AuditView {
    // What is no JSON any more was tampered with, and is shown as it stands.
    let json = |text: Option<String>| {
        text.map_or(Value::Null, |text| serde_json::from_str(&text).unwrap_or(Value::String(text)))
    };
    AuditView {
        sequence: record.sequence,
        time: record.time,
        actor: record.actor,
        action: record.action,
        object_kind: record.object_kind,
        object: record.object,
        before: json(record.before),
        after: json(record.after),
        origin: record.origin,
        request_id: record.request,
        hash: record.hash,
    }
}

/// Walks the whole trail. `expected` is the hash of a record, noted earlier and elsewhere, that must be in it.
pub async fn verify(store: &Store, expected: Option<&str>) -> Result<AuditVerificationReport> {
    if let Some(hash) = expected
        && !(hash.len() == HASH_CHARS && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    {
        return Err(Error::Use(format!(
            "`{hash}` is no hash; use the {HASH_CHARS} hexadecimal digits that an earlier `tidewaiter audit verify` \
             printed as head"
        )));
    }
    let found = store.audit_verify(expected).await?;
    let broken = found.broken.map(|Broken { sequence, field, byte_in_field, what }| AuditBroken {
        sequence,
        field,
        byte: byte_in_field,
        what: what.as_str().to_owned(),
    });
    Ok(AuditVerificationReport { ok: broken.is_none(), records: found.records, head: found.head, broken })
}

/// What somebody did, in words; the stable word where there are none.
pub fn action_text(action: &str, words: &Words) -> String {
    let key = format!("audit-{}", action.replace(['.', '_'], "-"));
    if words.has(&key) { words.label(&key) } else { action.to_owned() }
}

/// What is broken, in a sentence.
pub fn broken_text(broken: &AuditBroken, words: &Words) -> String {
    let AuditBroken { sequence, field, byte, what } = broken;
    let key = format!("audit-broken-{}", what.replace('_', "-"));
    // Numbers are written plainly: they are looked up, not read.
    let numbers = [("sequence", sequence.to_string()), ("byte", byte.unwrap_or_default().to_string())];
    let mut arguments: Vec<_> = numbers.into_iter().map(|(name, text)| (name, text.into())).collect();
    arguments.push(("field", field.as_str().into()));
    words.say(&key, &arguments)
}
