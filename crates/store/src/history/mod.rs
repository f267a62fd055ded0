//! The history tables: how records become columns of Parquet files, and back.

pub(crate) mod assessment;
pub(crate) mod declaration;
pub(crate) mod document;
pub(crate) mod entry_summary;
mod latest;
pub(crate) mod origin;
pub(crate) mod sender_status;
pub(crate) mod status_columns;
pub(crate) mod status_event;
pub(crate) mod status_parts;
pub(crate) mod texts;

pub(crate) use latest::Latest;

use crate::StoreError;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Float64Array, Int64Array, ListArray, RecordBatch, StringArray,
};
use arrow_array::{TimestampMicrosecondArray, UInt64Array};
use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReaderBuilder, RowSelection, RowSelector};
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use tidewaiter_model::time::UtcTime;

/// An instant in a history table: microseconds in UTC, which every reader of Parquet takes as a time.
pub(crate) fn time_type() -> DataType {
    DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))
}

/// Several texts in one row.
pub(crate) fn texts_type() -> DataType {
    DataType::List(Arc::new(Field::new("item", DataType::Utf8, true)))
}

/// A column of several texts a row.
pub(crate) fn texts_array<'a>(rows: impl Iterator<Item = impl Iterator<Item = &'a str>>) -> ArrayRef {
    let mut builder = ListBuilder::new(StringBuilder::new());
    for row in rows {
        for text in row {
            builder.values().append_value(text);
        }
        builder.append(true);
    }
    Arc::new(builder.finish())
}

/// The texts of a row.
pub(crate) fn texts_at(array: &ListArray, row: usize) -> Vec<String> {
    let values = array.value(row);
    values
        .as_any()
        .downcast_ref::<StringArray>()
        .map(|texts| texts.iter().flatten().map(str::to_owned).collect())
        .unwrap_or_default()
}

/// A schema from names, types and whether a value may be missing.
pub(crate) fn schema_of(columns: &[(&str, DataType, bool)]) -> SchemaRef {
    let fields: Vec<Field> =
        columns.iter().map(|(name, kind, nullable)| Field::new(*name, kind.clone(), *nullable)).collect();
    Arc::new(Schema::new(fields))
}

/// A column by name and type.
pub(crate) fn column<'a, A: Array + 'static>(
    batch: &'a RecordBatch,
    name: &str,
) -> Result<&'a A, StoreError> {
    batch
        .column_by_name(name)
        .and_then(|column| column.as_any().downcast_ref::<A>())
        .ok_or_else(|| StoreError::corrupt(&format!("history column {name}"), "another type or nothing"))
}

pub(crate) fn int64<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a Int64Array, StoreError> {
    column(batch, name)
}

pub(crate) fn uint64<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a UInt64Array, StoreError> {
    column(batch, name)
}

pub(crate) fn text<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a StringArray, StoreError> {
    column(batch, name)
}

pub(crate) fn float64<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a Float64Array, StoreError> {
    column(batch, name)
}

pub(crate) fn boolean<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a BooleanArray, StoreError> {
    column(batch, name)
}

pub(crate) fn times<'a>(
    batch: &'a RecordBatch,
    name: &str,
) -> Result<&'a TimestampMicrosecondArray, StoreError> {
    column(batch, name)
}

/// The text of a row, if there is one.
pub(crate) fn text_at(array: &StringArray, row: usize) -> Option<String> {
    array.is_valid(row).then(|| array.value(row).to_owned())
}

/// The number of a row, if there is one.
pub(crate) fn float_at(array: &Float64Array, row: usize) -> Option<f64> {
    array.is_valid(row).then(|| array.value(row))
}

/// The instant of a row, if there is one.
pub(crate) fn time_at(array: &TimestampMicrosecondArray, row: usize) -> Option<UtcTime> {
    array.is_valid(row).then(|| UtcTime::from_micros(array.value(row)))
}

/// Reads the named columns of a history file, batch after batch.
pub(crate) fn read_columns(
    path: &Path,
    columns: &[&str],
    each: &mut dyn FnMut(&RecordBatch) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let file = File::open(path).map_err(StoreError::read(path))?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(StoreError::read(path))?;
    let mask = ProjectionMask::columns(builder.parquet_schema(), columns.iter().copied());
    let reader =
        builder.with_projection(mask).with_batch_size(1 << 16).build().map_err(StoreError::read(path))?;
    for batch in reader {
        each(&batch.map_err(StoreError::read(path))?)?;
    }
    Ok(())
}

/// The text in column `wanted` of the first row whose column `key` is `value`: only one page of it is read.
pub(crate) fn find_row(
    path: &Path,
    key: &str,
    value: &str,
    wanted: &str,
) -> Result<Option<String>, StoreError> {
    let mut place = None;
    let mut rows = 0;
    read_columns(path, &[key], &mut |batch| {
        if place.is_none() {
            place = text(batch, key)?.iter().position(|found| found == Some(value)).map(|at| rows + at);
        }
        rows += batch.num_rows();
        Ok(())
    })?;
    let Some(place) = place else { return Ok(None) };
    let file = File::open(path).map_err(StoreError::read(path))?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(StoreError::read(path))?;
    let mask = ProjectionMask::columns(builder.parquet_schema(), [wanted]);
    let selection = RowSelection::from(vec![RowSelector::skip(place), RowSelector::select(1)]);
    let reader = builder.with_projection(mask).with_row_selection(selection);
    for batch in reader.build().map_err(StoreError::read(path))? {
        let batch = batch.map_err(StoreError::read(path))?;
        if batch.num_rows() > 0 {
            return Ok(text_at(text(&batch, wanted)?, 0));
        }
    }
    Ok(None)
}
