//! One run from inputs to results.

use super::engine::{Engine, RebuildWith, Rebuilt};
use super::feed::Feed;
use super::folder::OutFolder;
use super::hold::Budget;
use super::limits::{MEMORY_BYTES_MIN, THREADS_MAX};
use super::rows::{RangeRows, RowWriter, Wording, carrier_rows};
use super::table::{ArrowRows, CARRIERS, CsvRows, EVENTS, LEGS, TRIPS};
use super::tables::Tables;
use super::write::{Place, Rows, TableFile, Turns, in_order, ranges, read_range};
use super::{Fault, TableFormat, TripsOptions, TripsReport};
use crate::error::{Error, Result};
use crate::input;
use crate::progress::{Progress, Report};
use crate::settings::places_with;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Judge, JudgeAreas, JudgeWith, NormalRoutes, TripSettings};

/// Rebuilds the trips of everything that is named and writes them.
///
/// Nothing is written unless every input was read to its end and the totals add up. Rows that cannot be understood
/// are refused, counted and shown; they are no error.
pub fn trips(options: &TripsOptions, progress: Report<'_>) -> Result<TripsReport> {
    let began = Instant::now();
    check_memory(options.memory_bytes_max)?;
    let places = places_with(options.areas.as_deref())?;
    let listing = input::list(&options.inputs);
    if let Some((_, error)) = listing.errors.into_iter().next() {
        return Err(error.into());
    }
    let total = listing.inputs.iter().map(|(_, size)| *size).sum::<Option<u64>>();
    // Whatever is wrong with it is said before messages are read.
    let earlier = options.routes.as_ref().map(|file| Tables::read(std::slice::from_ref(file))).transpose()?;
    let folder = OutFolder::begin(&options.out)?;
    let budget = Budget::new(options.memory_bytes_max, folder.part());
    let inputs = listing.inputs.into_iter().map(|(input, _)| input).collect();
    let engine = Engine {
        threads: options.threads.unwrap_or_else(available).clamp(1, THREADS_MAX),
        places: &places,
        budget: &budget,
        as_of: options.as_of,
        score: options.score,
        events: options.events,
    };
    let mut show = |done| progress(Progress { work: "trips", item: "", done, total, unit: "bytes" });
    let packed = engine.pack(Feed::new(inputs, options.bytes_max), &mut show)?;
    let (gazetteer, settings) = (engine.gazetteer(&packed), TripSettings::default());
    let learned = engine.learn(&packed, &gazetteer, &settings, packed.counts.read)?.finish();
    let as_of = options.as_of.unwrap_or(packed.latest);
    let areas = JudgeAreas::of(&gazetteer, &places);
    let learn = options.score.then_some((&areas, as_of));
    let by = RebuildWith { gazetteer: &gazetteer, learned: &learned, settings: &settings, learn };
    let mut rebuilt = engine.rebuild(&packed, &by)?;
    if let Some(earlier) = &earlier {
        rebuilt.routes.add_table(known_routes(earlier, as_of, options)?);
    }
    rebuilt.routes.settle(&settings);
    let words = Wording { vocabulary: &packed.vocabulary, odd: &packed.odd, gazetteer: &gazetteer };
    let judging = options.score.then(|| (judge_with(&rebuilt.routes, as_of, &settings), &areas));
    let output = Output { engine: &engine, words: &words, folder: &folder, format: options.format, judging };
    let files = match options.format {
        TableFormat::Csv => output.write::<CsvRows>(&rebuilt)?,
        TableFormat::Parquet => output.write::<ArrowRows>(&rebuilt)?,
    };
    folder.commit(&files.keys().cloned().collect::<Vec<_>>())?;
    if let Some(file) = &options.write_routes {
        let table = Tables { as_of: Some(as_of), learner: None, routes: Some(rebuilt.routes) };
        table.write(file)?;
    }
    Ok(TripsReport {
        out: options.out.display().to_string(),
        files,
        counts: rebuilt.counts,
        as_of,
        refused_rows: packed.refused,
        spilled_bytes: budget.spilled_bytes(),
        seconds: began.elapsed().as_secs_f64(),
    })
}

/// Trips are judged against what was learned from them, each without itself.
pub(super) fn judge_with<'a>(
    routes: &'a NormalRoutes,
    as_of: UtcTime,
    settings: &'a TripSettings,
) -> JudgeWith<'a> {
    JudgeWith { routes, sea: SeaNetwork::builtin(), as_of, settings, own: true }
}

/// The table of normal routes of an earlier run, which must not know more than this one may.
fn known_routes<'t>(
    earlier: &'t Tables,
    as_of: UtcTime,
    options: &TripsOptions,
) -> std::result::Result<&'t NormalRoutes, Fault> {
    let file = options.routes.as_deref().unwrap_or(Path::new("")).display().to_string();
    let wrong = |text: &str| Fault::Tables { file: file.clone(), text: text.to_owned() };
    let routes = earlier.routes.as_ref();
    let routes = routes.ok_or_else(|| wrong("holds no normal routes: give what --write-routes wrote"))?;
    if routes.as_of() > as_of {
        let known =
            format!("knows what was received up to {}, and this run nothing after {as_of}", routes.as_of());
        return Err(wrong(&known));
    }
    Ok(routes)
}

/// Refuses a limit under which nothing works.
pub(super) fn check_memory(bytes: u64) -> Result<()> {
    if bytes >= MEMORY_BYTES_MIN {
        return Ok(());
    }
    Err(Error::Use(format!("--memory-max takes at least {MEMORY_BYTES_MIN} bytes")))
}

fn available() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Where results go.
struct Output<'a> {
    engine: &'a Engine<'a>,
    words: &'a Wording<'a>,
    folder: &'a OutFolder,
    format: TableFormat,
    /// What trips are judged with.
    judging: Option<(JudgeWith<'a>, &'a JudgeAreas)>,
}

impl Output<'_> {
    /// Writes all tables into the part folder; gives their files with their rows.
    fn write<S: Rows>(&self, rebuilt: &Rebuilt) -> std::result::Result<BTreeMap<String, u64>, Fault> {
        let create = |name, columns| TableFile::create(self.folder.part(), name, columns, self.format);
        let mut files = vec![create("trips", TRIPS)?, create("legs", LEGS)?];
        if self.engine.events {
            files.push(create("events", EVENTS)?);
        }
        if self.judging.is_some() {
            let mut carriers = create("carriers", CARRIERS)?;
            carriers.write(&mut carrier_rows::<S>(&rebuilt.routes))?;
            files.push(carriers);
        }
        let places = in_order(&rebuilt.runs, self.words.odd);
        let ranges = ranges(&places);
        let (next, turns) = (AtomicUsize::new(0), Turns::default());
        let files = Mutex::new(files);
        self.engine.on_threads(|| {
            let mut rows = RangeRows::<S>::new();
            let judge =
                self.judging.map(|(with, areas)| Judge::new(with, areas, &self.words.vocabulary.texts));
            let mut writer = RowWriter::new(self.words, self.engine.events, judge);
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let Some(range) = ranges.get(number) else { return Ok(()) };
                let of_range: &[Place] = places.get(range.clone()).unwrap_or_default();
                let made = read_range(&rebuilt.runs, of_range, |container, bytes| {
                    writer.container(container, bytes, &mut rows)
                });
                if let Err(fault) = made {
                    turns.give_up();
                    return Err(fault);
                }
                let written = turns.take(number, || {
                    let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
                    let tables = [&mut rows.trips, &mut rows.legs, &mut rows.events];
                    let events = if self.engine.events { 3 } else { 2 };
                    files.iter_mut().zip(tables).take(events).try_for_each(|(file, rows)| file.write(rows))
                });
                match written {
                    None => return Ok(()),
                    Some(written) => written?,
                }
            }
        })?;
        let files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
        if files.first().map(|trips| trips.rows) != Some(rebuilt.counts.trips) {
            return Err(Fault::Defect("other trips were written than were rebuilt"));
        }
        let close = |file: TableFile| {
            let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok((name, file.close()?))
        };
        files.into_iter().map(close).collect()
    }
}

/// Names of files that a run may write.
pub(super) fn file_names() -> impl Iterator<Item = PathBuf> {
    let tables = ["trips", "legs", "events", "carriers"];
    let formats = [TableFormat::Csv, TableFormat::Parquet];
    tables
        .into_iter()
        .flat_map(move |table| formats.map(|format| PathBuf::from(format!("{table}.{}", format.as_str()))))
}
