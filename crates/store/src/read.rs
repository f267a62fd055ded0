//! Reading back what was ingested: receipts and counts.

use crate::StoreError;
use crate::catalogue::Table;
use crate::database::{parse_time, unsigned};
use crate::open::Store;
use crate::rows::{Counts, FileReceipt, FileRow};
use sqlx::Row;
use sqlx::any::AnyRow;
use tidewaiter_model::time::UtcTime;

const FILE_COLUMNS: &str = "SELECT number, name, format, received, content_size, read_count, accepted, duplicate, \
                            quarantined, conflicts FROM ingested_file";

impl Store {
    /// The receipt of one ingested file.
    ///
    /// # Errors
    /// What the database said.
    pub async fn file(&self, number: i64) -> Result<Option<FileRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{FILE_COLUMNS} WHERE number = $1"));
        let row = sqlx::query(query).bind(number).fetch_optional(&self.database.pool).await?;
        row.as_ref().map(file_row).transpose()
    }

    /// The receipts of the latest `limit` files, latest first.
    ///
    /// # Errors
    /// What the database said.
    pub async fn files(&self, limit: i64) -> Result<Vec<FileRow>, StoreError> {
        let query = sqlx::AssertSqlSafe(format!("{FILE_COLUMNS} ORDER BY number DESC LIMIT $1"));
        let rows = sqlx::query(query).bind(limit.max(0)).fetch_all(&self.database.pool).await?;
        rows.iter().map(file_row).collect()
    }

    /// What is kept, counted.
    ///
    /// # Errors
    /// What the database said.
    pub async fn counts(&self) -> Result<Counts, StoreError> {
        let pool = &self.database.pool;
        let mut counts = Counts::default();
        // A sum of BIGINT is NUMERIC in PostgreSQL, hence the casts.
        let files = sqlx::query(
            "SELECT COUNT(*) AS files, CAST(COALESCE(SUM(read_count), 0) AS BIGINT) AS read_sum, \
             CAST(COALESCE(SUM(accepted), 0) AS BIGINT) AS accepted_sum, \
             CAST(COALESCE(SUM(duplicate), 0) AS BIGINT) AS duplicate_sum, \
             CAST(COALESCE(SUM(quarantined), 0) AS BIGINT) AS quarantined_sum, \
             CAST(COALESCE(SUM(conflicts), 0) AS BIGINT) AS conflicts_sum FROM ingested_file",
        )
        .fetch_one(pool)
        .await?;
        counts.files = unsigned(files.try_get("files")?);
        counts.read = unsigned(files.try_get("read_sum")?);
        counts.accepted = unsigned(files.try_get("accepted_sum")?);
        counts.duplicate = unsigned(files.try_get("duplicate_sum")?);
        counts.quarantined = unsigned(files.try_get("quarantined_sum")?);
        counts.conflicts = unsigned(files.try_get("conflicts_sum")?);
        let tables = sqlx::query(
            "SELECT history_table, CAST(SUM(rows_count) AS BIGINT) AS rows_sum FROM segment GROUP BY history_table",
        )
        .fetch_all(pool)
        .await?;
        for row in &tables {
            let (table, rows): (&str, i64) = (row.try_get("history_table")?, row.try_get("rows_sum")?);
            for (known, count) in [
                (Table::StatusEvent, &mut counts.status_events),
                (Table::EntrySummary, &mut counts.entry_summaries),
                (Table::Declaration, &mut counts.declarations),
            ] {
                if table == known.as_str() {
                    *count = unsigned(rows);
                }
            }
        }
        for (query, count) in [
            ("SELECT COUNT(*) FROM quarantine WHERE state = 'open'", &mut counts.quarantine_open),
            ("SELECT COUNT(*) FROM assessment_run", &mut counts.runs),
            ("SELECT COUNT(*) FROM selection", &mut counts.selections),
            ("SELECT COUNT(*) FROM outcome", &mut counts.outcomes),
        ] {
            *count = unsigned(sqlx::query_scalar(query).fetch_one(pool).await?);
        }
        Ok(counts)
    }

    /// The latest time at which a record was received; `None` when there is no record.
    ///
    /// # Errors
    /// What the database said.
    pub async fn latest_received(&self) -> Result<Option<UtcTime>, StoreError> {
        let latest: Option<i64> = sqlx::query_scalar("SELECT MAX(received_max_us) FROM segment")
            .fetch_one(&self.database.pool)
            .await?;
        Ok(latest.map(UtcTime::from_micros))
    }
}

fn file_row(row: &AnyRow) -> Result<FileRow, StoreError> {
    let count = |name: &str| -> Result<u64, StoreError> { Ok(unsigned(row.try_get(name)?)) };
    Ok(FileRow {
        receipt: FileReceipt {
            number: row.try_get("number")?,
            name: row.try_get("name")?,
            read: count("read_count")?,
            accepted: count("accepted")?,
            duplicate: count("duplicate")?,
            quarantined: count("quarantined")?,
            conflicts: count("conflicts")?,
        },
        format: row.try_get("format")?,
        received: parse_time(row.try_get("received")?, "table ingested_file")?,
        content_size: count("content_size")?,
    })
}
