//! The rich form of trips: what the kernel found, with the words and messages put on.

use crate::area::Gazetteer;
use crate::facts::{CallFact, ConflictFact, Doubt, EventFact, Facts, Report, TripFact};
use crate::kernel::Kernel;
use crate::learned::Learned;
use crate::settings::TripSettings;
use crate::trip::{BelievedEvent, Call, Expectation, MESSAGES_MAX, SOURCES_MAX, Trip, TripStatus};
use tidewaiter_model::batch::{StatusBatch, StatusRow, TextId, TextTable};
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reason::{Evidence, Indicator, Param, Reason};
use tidewaiter_model::reference::Places;

/// Evidence kept per call; an event that a hundred messages report needs no more to be checked.
const EVIDENCE_MAX: usize = 16;
/// Messages shown per event of a conflict.
const SHOWN_MAX: usize = 4;

/// The trips of one container number, in order of start, from its rows in any order.
///
/// `rows` must all be of that number and their texts in `texts`. Whoever rebuilds many containers makes the
/// [`Kernel`] once and calls [`rebuild_rows`].
pub fn rebuild_container(
    container: &str,
    rows: &[StatusRow],
    texts: &TextTable,
    places: &Places,
    settings: &TripSettings,
) -> Vec<Trip> {
    let gazetteer = Gazetteer::of_rows(texts, places, rows);
    let learned = Learned::default();
    rebuild_rows(&mut Kernel::new(texts, &gazetteer, &learned, settings), container, rows)
}

/// The trips of every container of a batch, in order of container number.
pub fn rebuild(batch: &mut StatusBatch, places: &Places, settings: &TripSettings) -> Vec<Trip> {
    batch.sort_by_container();
    let gazetteer = Gazetteer::of_rows(&batch.texts, places, batch.rows());
    let learned = Learned::default();
    let mut kernel = Kernel::new(&batch.texts, &gazetteer, &learned, settings);
    let mut trips = Vec::new();
    for (container, rows) in batch.containers() {
        trips.append(&mut rebuild_rows(&mut kernel, container, rows));
    }
    trips
}

/// The trips of one container number, in order of start, from its rows in any order.
pub fn rebuild_rows(kernel: &mut Kernel<'_>, container: &str, rows: &[StatusRow]) -> Vec<Trip> {
    let reports = reports_of(rows);
    let mut facts = Facts::default();
    kernel.rebuild(&reports, &mut facts);
    let writer = Writer { texts: kernel.texts(), areas: kernel.gazetteer(), rows, facts: &facts };
    facts.trips.iter().enumerate().map(|(number, trip)| writer.trip(container, number, trip)).collect()
}

/// The rows as the kernel reads them, in the same order. Their messages are numbered in order, so that the order of
/// arrival leaves no trace.
fn reports_of(rows: &[StatusRow]) -> Vec<Report> {
    let mut by_message: Vec<u32> = (0..rows.len() as u32).collect();
    by_message.sort_unstable_by_key(|number| rows[*number as usize].message);
    let mut reports: Vec<Report> = rows.iter().map(Report::from).collect();
    for (message, number) in (0..).zip(by_message) {
        reports[number as usize].message = message;
    }
    reports
}

impl From<&StatusRow> for Report {
    /// The row with message 0.
    fn from(row: &StatusRow) -> Report {
        Report {
            time: row.event_time,
            received: row.received,
            location: row.location,
            vessel: row.vessel_imo,
            source: row.source,
            carrier: row.carrier,
            seal: row.seal,
            size_type: row.size_type,
            document: row.transport_document,
            gross_mass_kg: row.gross_mass_kg as f32,
            message: 0,
            event: row.event,
            classifier: row.classifier,
            full_empty: row.full_empty,
        }
    }
}

struct Writer<'w> {
    texts: &'w TextTable,
    areas: &'w Gazetteer,
    rows: &'w [StatusRow],
    facts: &'w Facts,
}

impl<'w> Writer<'w> {
    fn text(&self, id: TextId) -> Option<String> {
        id.some().map(|id| self.texts.text(id).to_owned())
    }

    fn rows_of(&self, event: &EventFact) -> impl Iterator<Item = &'w StatusRow> + Clone {
        let rows = self.rows;
        self.facts.reports_of(event).iter().filter_map(|number| rows.get(*number as usize))
    }

    fn trip(&self, container: &str, number: usize, trip: &TripFact) -> Trip {
        let events = self.facts.events_of(trip);
        let rows = || events.iter().flat_map(|event| self.rows_of(event));
        let followed =
            self.facts.trips.iter().skip(number + 1).any(|later| later.physical_box == trip.physical_box);
        Trip {
            container: container.to_owned(),
            sequence: trip.sequence,
            physical_box: trip.physical_box,
            status: trip.status,
            start: trip.start,
            end: trip.end,
            inferred: trip.inferred,
            carrier: self.text(trip.carrier),
            laden: trip.laden,
            calls: self.facts.calls_of(trip).iter().map(|call| self.call(call, events)).collect(),
            aboard: trip.aboard,
            expected: self.expected(events).filter(|_| trip.status != TripStatus::Closed && !followed),
            events: events.iter().map(|event| self.event(event)).collect(),
            transport_documents: self.documents(rows().map(|row| row.transport_document)),
            reports: trip.reports,
            longest_silence_hours: plain(trip.longest_silence_hours),
            confidence: plain(trip.confidence),
            duplicates: trip.conflict.iter().filter_map(|conflict| self.conflict(conflict)).collect(),
            first_known: rows().map(|row| row.received).min().unwrap_or_default(),
            last_known: rows().map(|row| row.received).max().unwrap_or_default(),
        }
    }

    fn event(&self, event: &EventFact) -> BelievedEvent {
        let rows = self.rows_of(event);
        BelievedEvent {
            event: event.event,
            classifier: event.classifier,
            time: event.time,
            location: self.texts.text(event.location).to_owned(),
            area: self.areas.code(event.area).to_owned(),
            full_empty: event.full_empty,
            vessel_imo: self.text(event.vessel),
            seal: self.text(event.seal),
            gross_mass_kg: median_mass_kg(rows.clone()),
            carrier: self.text(event.carrier),
            reports: event.report_count,
            sources: self.sources(rows.clone()),
            messages: rows.take(MESSAGES_MAX).map(|row| row.message).collect(),
            believed: event.doubt == Doubt::None,
            doubt: event.doubt.as_str().to_owned(),
            repair: event.repair.as_str().to_owned(),
        }
    }

    fn sources(&self, rows: impl Iterator<Item = &'w StatusRow>) -> Vec<String> {
        let mut sources: Vec<&str> =
            rows.filter_map(|row| row.source.some()).map(|source| self.texts.text(source)).collect();
        sources.sort_unstable();
        sources.dedup();
        sources.into_iter().take(SOURCES_MAX).map(str::to_owned).collect()
    }

    fn documents(&self, ids: impl Iterator<Item = TextId>) -> Vec<String> {
        let mut ids: Vec<TextId> = ids.filter(|id| *id != TextId::NONE).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut documents: Vec<String> = ids.iter().map(|id| self.texts.text(*id).to_owned()).collect();
        documents.sort_unstable();
        documents
    }

    fn call(&self, call: &CallFact, events: &[EventFact]) -> Call {
        let shown = call.shown_by.iter().filter_map(|number| events.get(*number as usize));
        let evidence = shown.flat_map(|event| {
            let role = match event.event {
                EventCode::Loaded => "load_event",
                EventCode::Discharged => "discharge_event",
                EventCode::Departed | EventCode::Arrived => "vessel_event",
                _ => "gate_event",
            };
            self.rows_of(event).map(move |row| Evidence {
                role: role.to_owned(),
                message: row.message,
                span: None,
            })
        });
        Call {
            area: self.areas.code(call.area).to_owned(),
            country: self.areas.country(call.area).to_owned(),
            role: call.role,
            arrived: call.arrived,
            departed: call.departed,
            loaded_on: self.text(call.loaded_on),
            discharged_from: self.text(call.discharged_from),
            inferred: call.inferred,
            evidence: evidence.take(EVIDENCE_MAX).collect(),
        }
    }

    /// The foreseen last discharge: the latest current estimate of a discharge, or failing that of an arrival, that
    /// lies after the last believed event.
    fn expected(&self, events: &[EventFact]) -> Option<Expectation> {
        let end = events.iter().rev().find(|event| event.doubt == Doubt::None).map(|event| event.time);
        let latest = |code: EventCode| {
            let ahead = events.iter().filter(|event| {
                event.event == code
                    && event.doubt == Doubt::Estimate
                    && end.is_none_or(|end| event.time > end)
            });
            ahead.max_by_key(|event| (event.time, std::cmp::Reverse(self.areas.rank(event.area))))
        };
        let event = latest(EventCode::Discharged).or_else(|| latest(EventCode::Arrived))?;
        let row = self.rows_of(event).max_by_key(|row| (row.received, row.message))?;
        Some(Expectation {
            area: self.areas.code(event.area).to_owned(),
            time: event.time,
            message: row.message,
        })
    }

    fn conflict(&self, conflict: &ConflictFact) -> Option<Reason> {
        let event = |number: u32| self.facts.events.get(number as usize);
        let (earlier, later) = (event(conflict.events[0])?, event(conflict.events[1])?);
        let population = u64::from(earlier.report_count) + u64::from(later.report_count);
        let place = |event: &EventFact| Param::Place(self.areas.code(event.area).to_owned());
        let strength = crate::judge::conflict_strength(self.facts, conflict);
        let mut reason = Reason::new(Indicator::DuplicateNumber, conflict.variant(), strength)
            .with("from", place(earlier))
            .with("to", place(later))
            .with("earlier", Param::Time(earlier.time))
            .with("later", Param::Time(later.time))
            .with("population", Param::Count(population));
        reason = if conflict.speed_kmh.is_nan() {
            let hours = later.time.hours_since(earlier.time);
            let least = if conflict.least_hours.is_nan() { 0.0 } else { plain(conflict.least_hours) };
            reason.with("value", Param::Hours(hours)).with("threshold", Param::Hours(least))
        } else {
            reason
                .with("value", Param::SpeedKmh(plain(conflict.speed_kmh)))
                .with("threshold", Param::SpeedKmh(plain(conflict.limit_kmh)))
        };
        for (role, event) in [("earlier_event", earlier), ("later_event", later)] {
            for row in self.rows_of(event).take(SHOWN_MAX) {
                reason = reason.shown_by(role, row.message);
            }
        }
        Some(reason)
    }
}

/// The number without the digits that only its storage in four bytes makes.
fn plain(number: f32) -> f64 {
    (f64::from(number) * 1e6).round() / 1e6
}

fn median_mass_kg<'r>(rows: impl Iterator<Item = &'r StatusRow>) -> Option<f64> {
    let mut masses: Vec<f64> =
        rows.map(|row| row.gross_mass_kg).filter(|mass| mass.is_finite() && *mass > 0.0).collect();
    masses.sort_unstable_by(f64::total_cmp);
    masses.get((masses.len().max(1) - 1) / 2).copied()
}
