//! Assessments of a run: what an officer sorts by in typed columns, the whole as JSON beside it.

use super::entry_summary::document_properties;
use super::{read_columns, schema_of, text, time_type};
use crate::StoreError;
use crate::act::Act;
use crate::audit::{AuditEntry, append};
use crate::catalogue::{self, Table};
use crate::database::{Database, parse_time, signed, time_text, unsigned};
use crate::folder::{Folder, fresh_token};
use crate::open::{Store, waiting};
use crate::rows::RunRow;
use crate::segment::{Facts, TableWriter};
use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use arrow_schema::{DataType, SchemaRef};
use rayon::prelude::*;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::sync::Arc;
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::time::UtcTime;

/// Assessments written at once: bounds memory, and is what a lookup of one has to read.
const BATCH_ROWS: usize = 8192;

fn schema() -> SchemaRef {
    schema_of(&[
        ("run", DataType::Int64, false),
        ("consignment_id", DataType::Utf8, false),
        ("score", DataType::Float64, false),
        ("office", DataType::Utf8, false),
        ("expected_arrival", time_type(), true),
        ("as_of", time_type(), false),
        ("record", DataType::Utf8, false),
    ])
}

impl Store {
    /// Keeps a run of assessments and gives its number.
    ///
    /// # Errors
    /// [`StoreError::Write`] when the history cannot be written; then nothing is kept.
    pub async fn save_assessments(
        &self,
        act: &Act<'_>,
        as_of: UtcTime,
        assessments: &[Assessment],
    ) -> Result<i64, StoreError> {
        let _writing = waiting(&self.folder, Folder::lock_writing).await?;
        let mut transaction = self.database.begin().await?;
        let run = Database::take_numbers(&mut transaction, "run", 1).await?;
        // The number is taken before the file is written, which may take seconds: others must not wait so long.
        transaction.commit().await?;
        let token = format!("run{run:08}-{}", fresh_token());
        let mut writer =
            TableWriter::new(self.folder.clone(), Table::Assessment, schema(), document_properties(), &token);
        for batch in assessments.chunks(BATCH_ROWS) {
            writer.write(&to_batch(run, batch)?, &Facts::default())?;
            writer.flush()?;
        }
        let segments = writer.finish()?.to_vec();
        let path = segments.first().map(|segment| segment.path.clone()).unwrap_or_default();
        let mut transaction = self.database.begin().await?;
        catalogue::insert(&mut transaction, &segments).await?;
        sqlx::query("INSERT INTO assessment_run (run, as_of, assessed, path) VALUES ($1, $2, $3, $4)")
            .bind(run)
            .bind(time_text(as_of))
            .bind(signed(assessments.len() as u64))
            .bind(path)
            .execute(&mut *transaction)
            .await?;
        let after = serde_json::json!({ "as_of": as_of, "assessed": assessments.len() }).to_string();
        let (action, object_kind, object) = ("assessment.run", "run", &run.to_string());
        let entry = AuditEntry { action, object_kind, object, before: None, after: Some(after) };
        append(&mut transaction, act, &entry).await?;
        // Whether a failed commit took place is unknown: from here on only the sweep may remove the file.
        writer.keep();
        transaction.commit().await?;
        Ok(run)
    }

    /// The latest run, if there is one.
    ///
    /// # Errors
    /// What the database said.
    pub async fn latest_run(&self) -> Result<Option<RunRow>, StoreError> {
        let row =
            sqlx::query("SELECT run, as_of, assessed, path FROM assessment_run ORDER BY run DESC LIMIT 1")
                .fetch_optional(&self.database.pool)
                .await?;
        row.as_ref().map(run_row).transpose()
    }

    /// Every run, latest first.
    ///
    /// # Errors
    /// What the database said.
    pub async fn runs(&self) -> Result<Vec<RunRow>, StoreError> {
        let rows = sqlx::query("SELECT run, as_of, assessed, path FROM assessment_run ORDER BY run DESC")
            .fetch_all(&self.database.pool)
            .await?;
        rows.iter().map(run_row).collect()
    }

    /// The assessments of a run, in the order in which they were saved; none when there is no such run.
    ///
    /// # Errors
    /// [`StoreError::Read`] when the history file cannot be read.
    pub async fn assessments(&self, run: i64) -> Result<Vec<Assessment>, StoreError> {
        let mut found = Vec::new();
        if let Some(path) = self.run_path(run).await? {
            read_columns(&path, &["record"], &mut |batch| {
                let records: Vec<&str> = text(batch, "record")?.iter().flatten().collect();
                let decoded = records.into_par_iter().map(parse).collect::<Result<Vec<_>, StoreError>>()?;
                found.extend(decoded);
                Ok(())
            })?;
        }
        Ok(found)
    }

    /// The assessment of one consignment in a run.
    ///
    /// # Errors
    /// [`StoreError::Read`] when the history file cannot be read.
    pub async fn assessment(&self, run: i64, consignment_id: &str) -> Result<Option<Assessment>, StoreError> {
        let Some(path) = self.run_path(run).await? else { return Ok(None) };
        let record = super::find_row(&path, "consignment_id", consignment_id, "record")?;
        record.as_deref().map(parse).transpose()
    }

    async fn run_path(&self, run: i64) -> Result<Option<std::path::PathBuf>, StoreError> {
        let path: Option<String> = sqlx::query_scalar("SELECT path FROM assessment_run WHERE run = $1")
            .bind(run)
            .fetch_optional(&self.database.pool)
            .await?;
        // A run without assessments has no file.
        Ok(path.filter(|path| !path.is_empty()).map(|path| self.folder.resolve(&path)))
    }
}

fn to_batch(run: i64, assessments: &[Assessment]) -> Result<RecordBatch, StoreError> {
    let records = assessments
        .par_iter()
        .map(serde_json::to_string)
        .collect::<Result<Vec<String>, _>>()
        .map_err(|error| StoreError::corrupt("an assessment", error.to_string()))?;
    let ids = assessments.iter().map(|row| &row.consignment.id);
    let arrivals: TimestampMicrosecondArray =
        assessments.iter().map(|row| row.consignment.expected_arrival.map(UtcTime::micros)).collect();
    let as_of = TimestampMicrosecondArray::from_iter_values(assessments.iter().map(|row| row.as_of.micros()));
    let columns: Vec<ArrayRef> = vec![
        Arc::new(Int64Array::from_iter_values(assessments.iter().map(|_| run))),
        Arc::new(StringArray::from_iter_values(ids)),
        Arc::new(Float64Array::from_iter_values(assessments.iter().map(|row| row.score))),
        Arc::new(StringArray::from_iter_values(assessments.iter().map(|row| &row.consignment.office))),
        Arc::new(arrivals.with_timezone("UTC")),
        Arc::new(as_of.with_timezone("UTC")),
        Arc::new(StringArray::from(records)),
    ];
    RecordBatch::try_new(schema(), columns)
        .map_err(|error| StoreError::corrupt("a batch of assessments", error.to_string()))
}

fn run_row(row: &AnyRow) -> Result<RunRow, StoreError> {
    Ok(RunRow {
        run: row.try_get("run")?,
        as_of: parse_time(row.try_get("as_of")?, "table assessment_run")?,
        count: unsigned(row.try_get("assessed")?),
        file: row.try_get("path")?,
    })
}

fn parse(record: &str) -> Result<Assessment, StoreError> {
    serde_json::from_str(record)
        .map_err(|error| StoreError::corrupt("history table assessment", error.to_string()))
}
