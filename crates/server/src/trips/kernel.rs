//! One partition of a cluster's job: Arrow batches in on a stream, Arrow batches out.
//!
//! A partition holds all messages of its containers and needs nothing of the others. What is global is a small table,
//! made of all partitions in passes before the last one and handed to each.

use super::Fault;
use super::engine::{Engine, RebuildWith};
use super::hold::Budget;
use super::rows::{RangeRows, RowWriter, Wording};
use super::run::{check_memory, judge_with};
use super::stream::{Batches, broken};
use super::table::{ArrowRows, Columns, EVENTS, LEGS, TRIPS, schema};
use super::tables::Tables;
use super::write::{Rows, in_order, ranges, read_range};
use super::{Counts, Refused};
use crate::error::Result;
use crate::settings::places_with;
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BinaryArray, Int64Array, RecordBatch, StructArray};
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Judge, JudgeAreas, NormalRoutes, TripSettings};

/// Which part of the job is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// Learns what rebuilding needs to know of all containers.
    Learn,
    /// Learns what is normal, from the trips of the partition.
    Routes,
    /// Makes one table of the tables of all partitions.
    Merge,
    /// Rebuilds, judges and gives the results.
    Judge,
}

/// How a partition is worked on.
#[derive(Debug, Clone)]
pub struct KernelOptions {
    /// Which part of the job.
    pub pass: Pass,
    /// Files with what earlier passes made of all partitions.
    pub tables: Vec<PathBuf>,
    /// The user's places.
    pub areas: Option<PathBuf>,
    /// Use only what was received up to this time.
    pub as_of: Option<UtcTime>,
    /// Messages of all partitions; those of this one if `None`. Decides of how many containers the first pass learns.
    pub messages: Option<u64>,
    /// Whether events are given.
    pub events: bool,
    /// Whether trips are judged.
    pub score: bool,
    /// Memory for messages and results before they go to temporary files, bytes.
    pub memory_bytes_max: u64,
    /// Where temporary files go.
    pub temporary: PathBuf,
}

/// What was done, for whoever reads the worker's log.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KernelReport {
    /// Messages, trips and events.
    pub counts: Counts,
    /// The first rows that were refused.
    pub refused_rows: Vec<Refused>,
}

/// Columns of the last row, all of them numbers.
const TOTALS: [&str; 10] = [
    "messages",
    "counted",
    "duplicates",
    "refused",
    "superseded",
    "later",
    "containers",
    "trips",
    "legs",
    "events",
];

/// Does one pass over the partition that stands on `input`, an Arrow IPC stream with the columns of the canonical CSV.
/// A stream without the mark of its end is refused, and one without the columns even when it has no rows.
///
/// | pass | answer |
/// |---|---|
/// | learn, routes | one row: `table` (binary) and `messages`, how many were read |
/// | merge | takes rows with a column `table` (binary), gives one |
/// | judge | rows in which one of the structs `trip`, `leg`, `event` is filled; the last row has only `total` |
pub fn kernel(options: &KernelOptions, input: impl Read, output: impl Write) -> Result<KernelReport> {
    check_memory(options.memory_bytes_max)?;
    let tables = Tables::read(&options.tables)?;
    if options.pass == Pass::Merge {
        merge(input, output)?;
        return Ok(KernelReport::default());
    }
    let places = places_with(options.areas.as_deref())?;
    let budget = Budget::new(options.memory_bytes_max, &options.temporary);
    let judging = options.pass == Pass::Judge;
    let engine = Engine {
        threads: 1,
        places: &places,
        budget: &budget,
        as_of: options.as_of,
        score: options.score || !judging,
        events: judging && options.events,
    };
    let batches = Batches::new(input)?;
    let packed = engine.pack_batches("partition", &batches.schema(), batches)?;
    let mut report = KernelReport { counts: packed.counts, refused_rows: packed.refused.clone() };
    let (mut gazetteer, settings) = (engine.gazetteer(&packed), TripSettings::default());
    let texts = &packed.vocabulary.texts;
    if options.pass == Pass::Learn {
        let messages = options.messages.unwrap_or(packed.counts.read);
        let learner = engine.learn(&packed, &gazetteer, &settings, messages)?;
        let learned = Tables::learn(options.as_of.unwrap_or(packed.latest), learner.to_words(texts));
        write_table(&learned, Some(packed.counts.read), output)?;
        return Ok(report);
    }
    let learned = tables.learned(texts, &mut gazetteer, &places, &settings)?;
    let areas = JudgeAreas::of(&gazetteer, &places);
    let as_of = options.as_of.or(tables.as_of).unwrap_or(packed.latest);
    let learn = (options.pass == Pass::Routes).then_some((&areas, as_of));
    let by = RebuildWith { gazetteer: &gazetteer, learned: &learned, settings: &settings, learn };
    let rebuilt = engine.rebuild(&packed, &by)?;
    report.counts = rebuilt.counts;
    if options.pass == Pass::Routes {
        let learned = Tables { as_of: tables.as_of, routes: Some(rebuilt.routes), ..Tables::default() };
        write_table(&learned, Some(packed.counts.read), output)?;
        return Ok(report);
    }
    let mut routes = tables.routes.unwrap_or_else(|| NormalRoutes::empty(as_of));
    routes.settle(&settings);
    let judge = options.score.then(|| Judge::new(judge_with(&routes, as_of, &settings), &areas, texts));
    let words = Wording { vocabulary: &packed.vocabulary, odd: &packed.odd, gazetteer: &gazetteer };
    let mut answer = Answer::begin(output, engine.events)?;
    let order = in_order(&rebuilt.runs, words.odd);
    let mut rows = RangeRows::<ArrowRows>::new();
    let mut writer = RowWriter::new(&words, engine.events, judge);
    for range in ranges(&order) {
        read_range(&rebuilt.runs, order.get(range).unwrap_or_default(), |container, bytes| {
            writer.container(container, bytes, &mut rows)
        })?;
        answer.write(&mut rows)?;
    }
    answer.end(&rebuilt.counts)?;
    Ok(report)
}

/// Makes one table of many.
fn merge(input: impl Read, output: impl Write) -> Result<()> {
    let mut merged: Option<Tables> = None;
    for batch in Batches::new(input)? {
        let batch = batch?;
        let column = batch.column_by_name("table").and_then(|column| column.as_binary_opt::<i32>());
        let column = column.ok_or_else(|| Fault::Stream("no binary column `table`".to_owned()))?;
        for bytes in column.iter().flatten() {
            let tables = Tables::of_bytes(bytes, Path::new("partition"))?;
            match &mut merged {
                None => merged = Some(tables),
                Some(merged) => merged.merge(&tables),
            }
        }
    }
    write_table(&merged.unwrap_or_default(), None, output)
}

fn write_table(tables: &Tables, messages: Option<u64>, output: impl Write) -> Result<()> {
    let bytes = tables.to_bytes()?;
    let mut fields = vec![Field::new("table", DataType::Binary, false)];
    let mut arrays: Vec<ArrayRef> = vec![Arc::new(BinaryArray::from_vec(vec![&bytes]))];
    if let Some(messages) = messages {
        fields.push(Field::new("messages", DataType::Int64, false));
        arrays.push(Arc::new(Int64Array::from(vec![messages as i64])));
    }
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new(schema.clone(), arrays).map_err(broken)?;
    let mut writer = StreamWriter::try_new(output, &schema).map_err(broken)?;
    writer.write(&batch).and_then(|()| writer.finish()).map_err(broken)?;
    Ok(())
}

/// The stream of results.
struct Answer<W: Write> {
    schema: SchemaRef,
    writer: StreamWriter<W>,
    events: bool,
    legs: u64,
    trips: u64,
    written_events: u64,
}

impl<W: Write> Answer<W> {
    fn begin(output: W, events: bool) -> Result<Answer<W>> {
        let rows = |name: &str, columns: Columns| {
            Field::new(name, DataType::Struct(schema(columns).fields().clone()), true)
        };
        let mut fields = vec![rows("trip", TRIPS), rows("leg", LEGS)];
        if events {
            fields.push(rows("event", EVENTS));
        }
        fields.push(Field::new("total", DataType::Struct(total_fields()), true));
        let schema = Arc::new(Schema::new(fields));
        let writer = StreamWriter::try_new(output, &schema).map_err(broken)?;
        Ok(Answer { schema, writer, events, legs: 0, trips: 0, written_events: 0 })
    }

    fn write(&mut self, rows: &mut RangeRows<ArrowRows>) -> Result<()> {
        self.trips += rows.trips.len();
        self.legs += rows.legs.len();
        self.written_events += rows.events.len();
        for (column, rows) in [&mut rows.trips, &mut rows.legs, &mut rows.events].into_iter().enumerate() {
            if rows.rows > 0 {
                let batch = rows.take().map_err(broken)?;
                self.put(column, StructArray::from(batch))?;
            }
        }
        Ok(())
    }

    /// Writes rows of which one column is filled.
    fn put(&mut self, column: usize, filled: StructArray) -> Result<()> {
        let length = filled.len();
        let filled: ArrayRef = Arc::new(filled);
        let array = |(number, field): (usize, &Arc<Field>)| match field.data_type() {
            _ if number == column => filled.clone(),
            DataType::Struct(fields) => Arc::new(StructArray::new_null(fields.clone(), length)),
            other => arrow_array::new_null_array(other, length),
        };
        let arrays = self.schema.fields().iter().enumerate().map(array).collect();
        let batch = RecordBatch::try_new(self.schema.clone(), arrays).map_err(broken)?;
        self.writer.write(&batch).map_err(broken)?;
        Ok(())
    }

    fn end(mut self, counts: &Counts) -> Result<()> {
        if self.trips != counts.trips || (self.events && self.written_events != counts.events) {
            return Err(Fault::Defect("other trips or events were given than were rebuilt").into());
        }
        let totals = [
            counts.read,
            counts.counted,
            counts.duplicate,
            counts.refused,
            counts.superseded,
            counts.later,
            counts.containers,
            self.trips,
            self.legs,
            self.written_events,
        ];
        let arrays = totals.map(|total| Arc::new(Int64Array::from(vec![total as i64])) as ArrayRef);
        let row = StructArray::new(total_fields(), arrays.to_vec(), None);
        let last = self.schema.fields().len() - 1;
        self.put(last, row)?;
        self.writer.finish().map_err(broken)?;
        Ok(())
    }
}

fn total_fields() -> Fields {
    TOTALS.iter().map(|name| Field::new(*name, DataType::Int64, false)).collect()
}
