//! Reading back what was ingested: receipts and counts.

use crate::StoreError;
use crate::catalogue::Table;
use crate::conditions::Conditions;
use crate::database::{parse_time, time_text, unsigned};
use crate::open::Store;
use crate::rows::{Counts, FileReceipt, FileRow, ReceiptTotals};
use sqlx::Row;
use sqlx::any::AnyRow;
use tidewaiter_model::time::UtcTime;

const FILE_COLUMNS: &str = "SELECT number, name, format, received, content_size, read_count, accepted, duplicate, \
                            quarantined, conflicts, sender, recorded_by FROM ingested_file";

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

    /// At most `limit` receipts, latest first, of files with numbers below `before`, of one sender or of all.
    ///
    /// # Errors
    /// What the database said.
    pub async fn files_page(
        &self,
        sender: Option<&str>,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<FileRow>, StoreError> {
        let mut conditions = Conditions::default();
        if let Some(sender) = sender {
            conditions.text("sender = ", sender);
        }
        if let Some(before) = before {
            conditions.number("number < ", before);
        }
        let tail = format!(" ORDER BY number DESC LIMIT {}", limit.max(0));
        let rows = conditions.query(FILE_COLUMNS, &tail).fetch_all(&self.database.pool).await?;
        rows.iter().map(file_row).collect()
    }

    /// What each sender's files ingested from `from` on and before `to` came to, in order of sender.
    ///
    /// # Errors
    /// What the database said.
    pub async fn receipts_by_sender(
        &self,
        from: UtcTime,
        to: UtcTime,
    ) -> Result<Vec<ReceiptTotals>, StoreError> {
        self.receipts_by("sender", from, to).await
    }

    /// What the files ingested on each day (UTC) from `from` on and before `to` came to, in order of day.
    ///
    /// # Errors
    /// What the database said.
    pub async fn receipts_by_day(
        &self,
        from: UtcTime,
        to: UtcTime,
    ) -> Result<Vec<ReceiptTotals>, StoreError> {
        self.receipts_by("SUBSTR(received, 1, 10)", from, to).await
    }

    async fn receipts_by(
        &self,
        group: &str,
        from: UtcTime,
        to: UtcTime,
    ) -> Result<Vec<ReceiptTotals>, StoreError> {
        let sum = |column: &str| format!("CAST(SUM({column}) AS BIGINT) AS {column}_sum");
        let sums = ["read_count", "accepted", "duplicate", "quarantined"].map(sum).join(", ");
        let head = format!(
            "SELECT {group} AS of_what, COUNT(*) AS files, {sums}, MAX(received) AS last_received FROM ingested_file"
        );
        let mut conditions = Conditions::default();
        conditions.text("received >= ", &time_text(from));
        conditions.text("received < ", &time_text(to));
        let tail = format!(" GROUP BY {group} ORDER BY {group}");
        let rows = conditions.query(&head, &tail).fetch_all(&self.database.pool).await?;
        rows.iter().map(receipt_totals).collect()
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

fn receipt_totals(row: &AnyRow) -> Result<ReceiptTotals, StoreError> {
    let count = |name: &str| -> Result<u64, StoreError> { Ok(unsigned(row.try_get(name)?)) };
    Ok(ReceiptTotals {
        of: row.try_get("of_what")?,
        files: count("files")?,
        read: count("read_count_sum")?,
        accepted: count("accepted_sum")?,
        duplicate: count("duplicate_sum")?,
        quarantined: count("quarantined_sum")?,
        last_received: parse_time(row.try_get("last_received")?, "table ingested_file")?,
    })
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
        sender: row.try_get("sender")?,
        recorded_by: row.try_get("recorded_by")?,
    })
}
