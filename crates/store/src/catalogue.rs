//! The catalogue: which history files count.

use crate::StoreError;
use crate::database::{Database, signed, unsigned};
use sqlx::{Any, Row, Transaction};
use tidewaiter_model::time::UtcTime;

const COLUMNS: &str = "SELECT id, path, rows_count, bytes_count, conflicts, received_min_us, received_max_us, \
                       event_min_us, event_max_us, file_min, file_max FROM segment";

/// A history table. Its name is the name of its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    Message,
    StatusEvent,
    EntrySummary,
    Declaration,
    StowPosition,
    Manifest,
    VesselReport,
    Traveller,
    Assessment,
}

impl Table {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Table::Message => "message",
            Table::StatusEvent => "status_event",
            Table::EntrySummary => "entry_summary",
            Table::Declaration => "declaration",
            Table::StowPosition => "stow_position",
            Table::Manifest => "manifest",
            Table::VesselReport => "vessel_report",
            Table::Traveller => "traveller",
            Table::Assessment => "assessment",
        }
    }
}

/// Smallest and largest of what was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Range(pub(crate) Option<(i64, i64)>);

impl Range {
    pub(crate) fn add(&mut self, value: i64) {
        self.0 = Some(self.0.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
    }

    pub(crate) fn add_all(&mut self, values: &[i64]) {
        if let (Some(low), Some(high)) = (values.iter().min(), values.iter().max()) {
            self.add(*low);
            self.add(*high);
        }
    }

    /// The range over both.
    pub(crate) fn with(mut self, other: Range) -> Range {
        if let Some((low, high)) = other.0 {
            self.add(low);
            self.add(high);
        }
        self
    }

    fn low(self) -> Option<i64> {
        self.0.map(|(low, _)| low)
    }

    pub(crate) fn high(self) -> Option<i64> {
        self.0.map(|(_, high)| high)
    }
}

/// One history file as the catalogue knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) table: Table,
    /// Relative to the data folder.
    pub(crate) path: String,
    pub(crate) rows: u64,
    pub(crate) bytes: u64,
    pub(crate) conflicts: u64,
    pub(crate) received: Range,
    pub(crate) event: Range,
    pub(crate) file: Range,
}

/// Writes the rows of `segments`: the commit point is the caller's commit.
pub(crate) async fn insert(
    transaction: &mut Transaction<'static, Any>,
    segments: &[Segment],
) -> Result<(), StoreError> {
    if segments.is_empty() {
        return Ok(());
    }
    let first = Database::take_numbers(transaction, "segment", signed(segments.len() as u64)).await?;
    for (id, segment) in (first..).zip(segments) {
        insert_one(transaction, id, segment).await?;
    }
    Ok(())
}

async fn insert_one(
    transaction: &mut Transaction<'static, Any>,
    id: i64,
    segment: &Segment,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO segment (id, history_table, path, rows_count, bytes_count, conflicts, received_min_us, \
         received_max_us, event_min_us, event_max_us, file_min, file_max) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(id)
    .bind(segment.table.as_str())
    .bind(segment.path.clone())
    .bind(signed(segment.rows))
    .bind(signed(segment.bytes))
    .bind(signed(segment.conflicts))
    .bind(segment.received.low())
    .bind(segment.received.high())
    .bind(segment.event.low())
    .bind(segment.event.high())
    .bind(segment.file.low())
    .bind(segment.file.high())
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// A committed file with its place in the order of commits.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) id: i64,
    pub(crate) segment: Segment,
}

/// The `limit` files of a table that were committed last, latest first.
pub(crate) async fn latest(database: &Database, table: Table, limit: i64) -> Result<Vec<Placed>, StoreError> {
    let query = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE history_table = $1 ORDER BY id DESC LIMIT $2"));
    let rows = sqlx::query(query).bind(table.as_str()).bind(limit).fetch_all(&database.pool).await?;
    rows.iter().map(|row| Ok(Placed { id: row.try_get("id")?, segment: from_row(row, table)? })).collect()
}

/// Puts one file in the place of several neighbours. False when one of them is no longer there: somebody else was
/// faster, and the caller must not commit.
pub(crate) async fn replace(
    transaction: &mut Transaction<'static, Any>,
    removed: &[i64],
    merged: &Segment,
) -> Result<bool, StoreError> {
    for id in removed {
        let gone =
            sqlx::query("DELETE FROM segment WHERE id = $1").bind(*id).execute(&mut **transaction).await?;
        if gone.rows_affected() != 1 {
            return Ok(false);
        }
    }
    let Some(id) = removed.iter().max() else { return Ok(false) };
    insert_one(transaction, *id, merged).await?;
    Ok(true)
}

/// The committed files of a table that may hold rows received up to `as_of`, in order of commit.
pub(crate) async fn list(
    database: &Database,
    table: Table,
    as_of: UtcTime,
) -> Result<Vec<Segment>, StoreError> {
    let query = sqlx::AssertSqlSafe(format!(
        "{COLUMNS} WHERE history_table = $1 AND (received_min_us IS NULL OR received_min_us <= $2) ORDER BY id"
    ));
    let rows = sqlx::query(query).bind(table.as_str()).bind(as_of.micros()).fetch_all(&database.pool).await?;
    rows.iter().map(|row| from_row(row, table)).collect()
}

/// The committed files of a table that may hold something of ingested file `file`.
pub(crate) async fn list_of_file(
    database: &Database,
    table: Table,
    file: i64,
) -> Result<Vec<Segment>, StoreError> {
    let query = sqlx::AssertSqlSafe(format!(
        "{COLUMNS} WHERE history_table = $1 AND file_min <= $2 AND file_max >= $2 ORDER BY id"
    ));
    let rows = sqlx::query(query).bind(table.as_str()).bind(file).fetch_all(&database.pool).await?;
    rows.iter().map(|row| from_row(row, table)).collect()
}

fn from_row(row: &sqlx::any::AnyRow, table: Table) -> Result<Segment, StoreError> {
    let range = |low: &str, high: &str| -> Result<Range, StoreError> {
        let (low, high): (Option<i64>, Option<i64>) = (row.try_get(low)?, row.try_get(high)?);
        Ok(Range(low.zip(high)))
    };
    Ok(Segment {
        table,
        path: row.try_get("path")?,
        rows: unsigned(row.try_get("rows_count")?),
        bytes: unsigned(row.try_get("bytes_count")?),
        conflicts: unsigned(row.try_get("conflicts")?),
        received: range("received_min_us", "received_max_us")?,
        event: range("event_min_us", "event_max_us")?,
        file: range("file_min", "file_max")?,
    })
}
