//! The columns that every history table of records begins with: where a row came from.

use super::{boolean, int64, time_type, times, uint64};
use crate::StoreError;
use crate::segment::Facts;
use arrow_array::{ArrayRef, BooleanArray, Int64Array, RecordBatch, TimestampMicrosecondArray, UInt64Array};
use arrow_schema::DataType;
use std::sync::Arc;
use tidewaiter_model::provenance::{ByteSpan, MessageRef, Provenance};
use tidewaiter_model::time::UtcTime;

/// The columns read back for provenance and for choosing among conflicting messages.
pub(crate) const NAMES: [&str; 6] = ["message_key", "file", "span_start", "span_len", "received", "conflict"];

/// Names and types of the columns.
pub(crate) fn columns() -> Vec<(&'static str, DataType, bool)> {
    vec![
        ("message_key", DataType::UInt64, false),
        ("file", DataType::Int64, false),
        ("span_start", DataType::Int64, false),
        ("span_len", DataType::Int64, false),
        ("received", time_type(), false),
        ("conflict", DataType::Boolean, false),
    ]
}

/// Where one row came from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin {
    pub(crate) key: u64,
    pub(crate) provenance: Provenance,
    /// The message's source and id were known with other content.
    pub(crate) conflict: bool,
}

/// Arrays of the origin columns, and what the catalogue keeps of them.
pub(crate) fn arrays(origins: impl Iterator<Item = Origin>, rows: usize) -> (Vec<ArrayRef>, Facts) {
    let (mut keys, mut files) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
    let (mut starts, mut lens) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
    let (mut received, mut conflicts) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
    for origin in origins {
        keys.push(origin.key);
        files.push(origin.provenance.message.file);
        starts.push(origin.provenance.message.span.start as i64);
        lens.push(origin.provenance.message.span.len as i64);
        received.push(origin.provenance.received.micros());
        conflicts.push(origin.conflict);
    }
    let mut facts = Facts {
        conflicts: conflicts.iter().filter(|conflict| **conflict).count() as u64,
        ..Facts::default()
    };
    facts.received.add_all(&received);
    facts.file.add_all(&files);
    let arrays: Vec<ArrayRef> = vec![
        Arc::new(UInt64Array::from(keys)),
        Arc::new(Int64Array::from(files)),
        Arc::new(Int64Array::from(starts)),
        Arc::new(Int64Array::from(lens)),
        Arc::new(TimestampMicrosecondArray::from(received).with_timezone("UTC")),
        Arc::new(BooleanArray::from(conflicts)),
    ];
    (arrays, facts)
}

/// The origin columns of a batch that was read.
pub(crate) struct Origins<'a> {
    keys: &'a UInt64Array,
    files: &'a Int64Array,
    starts: &'a Int64Array,
    lens: &'a Int64Array,
    received: &'a TimestampMicrosecondArray,
    conflicts: &'a BooleanArray,
}

impl<'a> Origins<'a> {
    pub(crate) fn of(batch: &'a RecordBatch) -> Result<Origins<'a>, StoreError> {
        Ok(Origins {
            keys: uint64(batch, "message_key")?,
            files: int64(batch, "file")?,
            starts: int64(batch, "span_start")?,
            lens: int64(batch, "span_len")?,
            received: times(batch, "received")?,
            conflicts: boolean(batch, "conflict")?,
        })
    }

    #[inline]
    pub(crate) fn at(&self, row: usize) -> Origin {
        let span = ByteSpan::new(self.starts.value(row) as u64, self.lens.value(row) as u64);
        Origin {
            key: self.keys.value(row),
            provenance: Provenance {
                message: MessageRef { file: self.files.value(row), span },
                received: UtcTime::from_micros(self.received.value(row)),
            },
            conflict: self.conflicts.value(row),
        }
    }
}
