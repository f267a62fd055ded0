//! Walking the chain from its start and finding the first byte that is not as it was written.

use super::chain::{CHECK_BYTES, Fields, Sealed, seal};
use crate::StoreError;
use crate::open::Store;
use sqlx::Row;
use sqlx::any::AnyRow;

/// Records read at a time; the longest have about half a megabyte.
const PAGE_RECORDS: i64 = 100;

/// What a walk along the audit trail found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditVerification {
    /// Sound records from the start of the chain.
    pub records: u64,
    /// Hash of the last sound record; empty when there is none.
    pub head: String,
    /// The first thing that is not as it was written.
    pub broken: Option<Broken>,
}

/// Where the chain breaks first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Record.
    pub sequence: i64,
    /// Field of it: a column's name, or `record` when it is missing or too many.
    pub field: String,
    /// The first differing byte of the field, from 0; `None` when it is about the record as a whole.
    pub byte_in_field: Option<u64>,
    /// What is wrong.
    pub what: Breakage,
}

/// How a chain can be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breakage {
    /// The bytes are not those that were written.
    Changed,
    /// The record is not there.
    Missing,
    /// The record stands behind the last that was written.
    Added,
    /// The last record is not the one the head names.
    HeadDiffers,
    /// No record has the hash that was expected.
    ExpectedHeadUnknown,
}

impl Breakage {
    /// The stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Breakage::Changed => "changed",
            Breakage::Missing => "missing",
            Breakage::Added => "added",
            Breakage::HeadDiffers => "head_differs",
            Breakage::ExpectedHeadUnknown => "expected_head_unknown",
        }
    }
}

/// A record as it stands, byte for byte: what was tampered with may be no text.
struct Stored {
    sequence: i64,
    recorded: Vec<u8>,
    actor: Vec<u8>,
    action: Vec<u8>,
    object_kind: Vec<u8>,
    object: Vec<u8>,
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
    origin: Vec<u8>,
    request: Vec<u8>,
    trail: Vec<u8>,
    hash: Vec<u8>,
}

impl Store {
    /// Walks the whole audit trail. `expected_head` is the hash of a record noted earlier, elsewhere: it must be in
    /// the chain, which shows that the chain was not written anew.
    ///
    /// # Errors
    /// What the database said. A broken chain is an answer, not an error.
    pub async fn audit_verify(&self, expected_head: Option<&str>) -> Result<AuditVerification, StoreError> {
        // The head is read first: records written meanwhile stand behind it and are not looked at.
        let head =
            sqlx::query("SELECT sequence, hash FROM audit_head").fetch_optional(&self.database.pool).await?;
        let (last, head_hash): (i64, String) = match head {
            Some(row) => (row.try_get("sequence")?, row.try_get("hash")?),
            None => (0, String::new()),
        };
        let mut walk =
            Walk { head: String::new(), records: 0, expected: expected_head, expected_seen: false };
        let mut after = i64::MIN;
        let query = self.stored_query();
        let mut broken = None;
        while broken.is_none() {
            let rows = sqlx::query(sqlx::AssertSqlSafe(query.clone()))
                .bind(after)
                .bind(last)
                .bind(PAGE_RECORDS)
                .fetch_all(&self.database.pool)
                .await?;
            let Some(row) = rows.last() else { break };
            after = row.try_get("sequence")?;
            for row in &rows {
                broken = walk.check(&stored(row)?);
                if broken.is_some() {
                    break;
                }
            }
        }
        let broken = match broken {
            Some(broken) => Some(broken),
            None => self.check_end(&walk, last, &head_hash).await?,
        };
        Ok(AuditVerification { records: walk.records, head: walk.head, broken })
    }

    /// The end of a chain that is sound up to its last record.
    async fn check_end(
        &self,
        walk: &Walk<'_>,
        last: i64,
        head_hash: &str,
    ) -> Result<Option<Broken>, StoreError> {
        let next = walk.next();
        let whole =
            |sequence, what| Some(Broken { sequence, field: "record".to_owned(), byte_in_field: None, what });
        if next <= last {
            return Ok(whole(next, Breakage::Missing));
        }
        if walk.head != head_hash {
            return Ok(whole(last, Breakage::HeadDiffers));
        }
        // What stands behind the head that was read is new and counted by the head that is read now, or too much.
        let added: Option<i64> = sqlx::query_scalar(
            "SELECT MIN(sequence) FROM audit WHERE sequence > (SELECT MAX(sequence) FROM audit_head)",
        )
        .fetch_one(&self.database.pool)
        .await?;
        if let Some(sequence) = added {
            return Ok(whole(sequence, Breakage::Added));
        }
        let unknown = walk.expected.is_some() && !walk.expected_seen;
        Ok(if unknown { whole(last, Breakage::ExpectedHeadUnknown) } else { None })
    }

    /// Reads texts as bytes, which the two databases write differently.
    fn stored_query(&self) -> String {
        let bytes = |column: &str| match self.backend() {
            "sqlite" => format!("CAST({column} AS BLOB) AS {column}_bytes"),
            _ => format!("convert_to({column}, 'UTF8') AS {column}_bytes"),
        };
        let columns = [
            "recorded",
            "actor",
            "action",
            "object_kind",
            "object",
            "before_json",
            "after_json",
            "origin",
            "request",
            "hash",
        ];
        let columns = columns.map(bytes).join(", ");
        format!(
            "SELECT sequence, {columns}, trail FROM audit WHERE sequence > $1 AND sequence <= $2 \
             ORDER BY sequence LIMIT $3"
        )
    }
}

fn stored(row: &AnyRow) -> Result<Stored, StoreError> {
    Ok(Stored {
        sequence: row.try_get("sequence")?,
        recorded: row.try_get("recorded_bytes")?,
        actor: row.try_get("actor_bytes")?,
        action: row.try_get("action_bytes")?,
        object_kind: row.try_get("object_kind_bytes")?,
        object: row.try_get("object_bytes")?,
        before: row.try_get("before_json_bytes")?,
        after: row.try_get("after_json_bytes")?,
        origin: row.try_get("origin_bytes")?,
        request: row.try_get("request_bytes")?,
        trail: row.try_get("trail")?,
        hash: row.try_get("hash_bytes")?,
    })
}

/// How far the walk has come.
struct Walk<'a> {
    head: String,
    records: u64,
    expected: Option<&'a str>,
    expected_seen: bool,
}

impl Walk<'_> {
    /// The sequence that must come next.
    fn next(&self) -> i64 {
        i64::try_from(self.records).unwrap_or(i64::MAX).saturating_add(1)
    }

    fn check(&mut self, stored: &Stored) -> Option<Broken> {
        let sequence = self.next();
        if stored.sequence != sequence {
            let field = "record".to_owned();
            return Some(if stored.sequence > sequence {
                Broken { sequence, field, byte_in_field: None, what: Breakage::Missing }
            } else {
                Broken { sequence: stored.sequence, field, byte_in_field: None, what: Breakage::Added }
            });
        }
        let fields = stored.fields();
        let sealed = seal(&self.head, &fields);
        if let Some((field, byte)) = difference(stored, &fields, &sealed) {
            let (field, byte_in_field) = (field.to_owned(), Some(byte));
            return Some(Broken { sequence, field, byte_in_field, what: Breakage::Changed });
        }
        self.head = sealed.hash;
        self.records += 1;
        self.expected_seen |= self.expected.is_some_and(|expected| expected.eq_ignore_ascii_case(&self.head));
        None
    }
}

impl Stored {
    fn fields(&self) -> Fields<'_> {
        Fields {
            sequence: self.sequence.to_string(),
            recorded: &self.recorded,
            actor: &self.actor,
            action: &self.action,
            object_kind: &self.object_kind,
            object: &self.object,
            before: self.before.as_deref(),
            after: self.after.as_deref(),
            origin: &self.origin,
            request: &self.request,
        }
    }
}

/// The first byte that is not as it was written: of a field, of the trail, or of the hash.
fn difference(stored: &Stored, fields: &Fields<'_>, sealed: &Sealed) -> Option<(&'static str, u64)> {
    let hash_differs = first_difference(&stored.hash, sealed.hash.as_bytes());
    let trail_differs = first_difference(&stored.trail, &sealed.trail);
    match (trail_differs, hash_differs) {
        (None, None) => None,
        (None, Some(byte)) => Some(("hash", byte as u64)),
        // The hash vouches for the fields: it is the trail that was touched.
        (Some(byte), None) => Some(("trail", byte as u64)),
        (Some(byte), Some(_)) => Some(fields.place(byte / CHECK_BYTES)),
    }
}

/// Where two texts begin to differ; the end of the shorter one when it begins the other.
fn first_difference(left: &[u8], right: &[u8]) -> Option<usize> {
    let same = left.iter().zip(right).take_while(|(left, right)| left == right).count();
    (same < left.len().max(right.len())).then_some(same)
}
