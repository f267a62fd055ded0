//! The audit trail: who did what, when and from where, in a chain that shows every change made to it.

mod chain;
mod head;
mod verify;

pub use verify::{AuditVerification, Breakage, Broken};

use crate::StoreError;
use crate::act::Act;
use crate::conditions::Conditions;
use crate::database::{clean, parse_time, time_text, unsigned};
use crate::open::Store;
use chain::Fields;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};
use tidewaiter_model::time::UtcTime;

/// What was done to what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditEntry<'a> {
    /// Stable word of two parts, such as `case.look`.
    pub action: &'a str,
    /// Kind of the object: `consignment`, `account`, `session`, `file`, `run`, …
    pub object_kind: &'a str,
    /// Which object; may be empty.
    pub object: &'a str,
    /// What was before, as JSON; `None` when there was nothing.
    pub before: Option<String>,
    /// What is now, as JSON; `None` when nothing is left.
    pub after: Option<String>,
}

/// One record of the audit trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRecord {
    /// Place in the chain, from 1 without gaps.
    pub sequence: i64,
    /// When.
    pub time: UtcTime,
    /// Who; see [`Act::actor`].
    pub actor: String,
    /// What was done.
    pub action: String,
    /// Kind of the object.
    pub object_kind: String,
    /// Which object.
    pub object: String,
    /// What was before, as JSON.
    pub before: Option<String>,
    /// What was afterwards, as JSON.
    pub after: Option<String>,
    /// From where; see [`Act::origin`].
    pub origin: String,
    /// Id of the request, or empty.
    pub request: String,
    /// Hash of the record and of all before it: SHA-256 in hexadecimal.
    pub hash: String,
}

/// Which records to give. What is `None` does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    /// By this actor.
    pub actor: Option<String>,
    /// This action, or every action that begins so when it ends in a dot: `case.`
    pub action: Option<String>,
    /// Kind of the object.
    pub object_kind: Option<String>,
    /// Which object.
    pub object: Option<String>,
    /// Not before this time.
    pub from: Option<UtcTime>,
    /// Before this time.
    pub to: Option<UtcTime>,
}

/// How often somebody did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditTally {
    /// Who.
    pub actor: String,
    /// What.
    pub action: String,
    /// How often.
    pub count: u64,
    /// To how many different things.
    pub objects: u64,
}

/// Longest text of one audit field, in bytes; a longer one is cut and ends in `…`. A longer JSON becomes a JSON
/// string of its beginning.
pub const AUDIT_TEXT_BYTES_MAX: usize = 64 * 1024;

const COLUMNS: &str = "SELECT sequence, recorded, actor, action, object_kind, object, before_json, after_json, origin, \
                       request, hash FROM audit";

impl Store {
    /// Records an act that changes nothing else: a look at a case, an export, a refused sign-in. Gives its place.
    ///
    /// # Errors
    /// What the database said.
    pub async fn note(&self, act: &Act<'_>, entry: &AuditEntry<'_>) -> Result<i64, StoreError> {
        let mut transaction = self.database.begin().await?;
        let sequence = append(&mut transaction, act, entry).await?;
        transaction.commit().await?;
        Ok(sequence)
    }

    /// At most `limit` records, beginning behind the one with sequence `after`, in order or newest first.
    ///
    /// # Errors
    /// What the database said.
    pub async fn audit(
        &self,
        filter: &AuditFilter,
        after: Option<i64>,
        limit: i64,
        newest_first: bool,
    ) -> Result<Vec<AuditRecord>, StoreError> {
        let mut conditions = conditions(filter);
        if let Some(after) = after {
            conditions.number(if newest_first { "sequence < " } else { "sequence > " }, after);
        }
        let order = if newest_first { "DESC" } else { "ASC" };
        let tail = format!(" ORDER BY sequence {order} LIMIT {}", limit.max(0));
        let rows = conditions.query(COLUMNS, &tail).fetch_all(&self.database.pool).await?;
        rows.iter().map(record).collect()
    }

    /// How many records answer to a filter.
    ///
    /// # Errors
    /// What the database said.
    pub async fn audit_count(&self, filter: &AuditFilter) -> Result<u64, StoreError> {
        let query = conditions(filter);
        let row =
            query.query("SELECT COUNT(*) AS many FROM audit", "").fetch_one(&self.database.pool).await?;
        Ok(unsigned(row.try_get("many")?))
    }

    /// How often each actor did each thing, of the records that answer to a filter; in order of actor and action.
    ///
    /// # Errors
    /// What the database said.
    pub async fn audit_tally(&self, filter: &AuditFilter) -> Result<Vec<AuditTally>, StoreError> {
        let head = "SELECT actor, action, COUNT(*) AS many, COUNT(DISTINCT object) AS objects FROM audit";
        let tail = " GROUP BY actor, action ORDER BY actor, action";
        let rows = conditions(filter).query(head, tail).fetch_all(&self.database.pool).await?;
        let tally = |row: &AnyRow| -> Result<AuditTally, StoreError> {
            let count = unsigned(row.try_get("many")?);
            let objects = unsigned(row.try_get("objects")?);
            Ok(AuditTally { actor: row.try_get("actor")?, action: row.try_get("action")?, count, objects })
        };
        rows.iter().map(tally).collect()
    }
}

fn conditions(filter: &AuditFilter) -> Conditions {
    let mut conditions = Conditions::default();
    let AuditFilter { actor, action, object_kind, object, from, to } = filter;
    for (condition, value) in [("actor = ", actor), ("object_kind = ", object_kind), ("object = ", object)] {
        if let Some(value) = value {
            conditions.text(condition, value);
        }
    }
    match action {
        // Not LIKE: SQLite's does not tell capitals from small letters, and `_` would stand for any character.
        Some(start) if start.ends_with('.') => {
            let length = start.chars().count();
            conditions.text(&format!("SUBSTR(action, 1, {length}) = "), start);
        }
        Some(action) => conditions.text("action = ", action),
        None => {}
    }
    if let Some(from) = from {
        conditions.text("recorded >= ", &time_text(*from));
    }
    if let Some(to) = to {
        conditions.text("recorded < ", &time_text(*to));
    }
    conditions
}

/// Appends a record within the transaction of what it tells of, as the last thing before the commit: whoever holds
/// the head makes every other writer wait.
pub(crate) async fn append(
    transaction: &mut Transaction<'static, Any>,
    act: &Act<'_>,
    entry: &AuditEntry<'_>,
) -> Result<i64, StoreError> {
    let head = sqlx::query("UPDATE audit_head SET sequence = sequence + 1 RETURNING sequence, hash")
        .fetch_one(&mut **transaction)
        .await?;
    let (sequence, previous): (i64, String) = (head.try_get("sequence")?, head.try_get("hash")?);
    let recorded = time_text(act.time);
    let [action, kind, object] = [entry.action, entry.object_kind, entry.object].map(short);
    let [actor, origin, request] = [act.actor, act.origin, act.request].map(short);
    let [before, after] = [&entry.before, &entry.after].map(|json| json.as_deref().map(short_json));
    let fields = Fields {
        sequence: sequence.to_string(),
        recorded: recorded.as_bytes(),
        actor: actor.as_bytes(),
        action: action.as_bytes(),
        object_kind: kind.as_bytes(),
        object: object.as_bytes(),
        before: before.as_deref().map(str::as_bytes),
        after: after.as_deref().map(str::as_bytes),
        origin: origin.as_bytes(),
        request: request.as_bytes(),
    };
    let sealed = chain::seal(&previous, &fields);
    sqlx::query(
        "INSERT INTO audit (sequence, recorded, actor, action, object_kind, object, before_json, after_json, origin, \
         request, trail, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(sequence)
    .bind(recorded)
    .bind(actor)
    .bind(action)
    .bind(kind)
    .bind(object)
    .bind(before)
    .bind(after)
    .bind(origin)
    .bind(request)
    .bind(sealed.trail)
    .bind(sealed.hash.clone())
    .execute(&mut **transaction)
    .await?;
    sqlx::query("UPDATE audit_head SET hash = $1").bind(sealed.hash).execute(&mut **transaction).await?;
    Ok(sequence)
}

/// A text as it is kept: no zero characters, and not over the limit.
fn short(text: &str) -> String {
    let mut text = clean(text);
    if text.len() > AUDIT_TEXT_BYTES_MAX {
        text.truncate(text.floor_char_boundary(AUDIT_TEXT_BYTES_MAX));
        text.push('…');
    }
    text
}

fn short_json(json: &str) -> String {
    if json.len() <= AUDIT_TEXT_BYTES_MAX {
        return clean(json);
    }
    // Escapes may double its length, hence half.
    let start = json.get(..json.floor_char_boundary(AUDIT_TEXT_BYTES_MAX / 2)).unwrap_or_default();
    clean(&serde_json::Value::String(format!("{start}…")).to_string())
}

fn record(row: &AnyRow) -> Result<AuditRecord, StoreError> {
    Ok(AuditRecord {
        sequence: row.try_get("sequence")?,
        time: parse_time(row.try_get("recorded")?, "table audit")?,
        actor: row.try_get("actor")?,
        action: row.try_get("action")?,
        object_kind: row.try_get("object_kind")?,
        object: row.try_get("object")?,
        before: row.try_get("before_json")?,
        after: row.try_get("after_json")?,
        origin: row.try_get("origin")?,
        request: row.try_get("request")?,
        hash: row.try_get("hash")?,
    })
}
