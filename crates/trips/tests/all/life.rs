//! A compact notation for a box's life, and how it is written back.
//!
//! One event per line: `2026-01-05 PICK CNSHG` or `2026-01-05T18:30 LOAD CNSHG`, then any of: `laden`, `empty`,
//! `v=9321483` vessel, `c=CARR` carrier, `s=SEAL`, `m=24000` mass, `est` estimate, `x3` reported by three sources
//! with jitter of hours, `r=2026-02-01` received then (else at the event's time), `d=BL1` transport document.

use std::sync::LazyLock;
use tidewaiter_model::batch::{StatusBatch, StatusRow, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reason::{NotEvaluated, Reason};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{NormalRoutes, Trip, TripSettings, TripStatus, judge, rebuild_container};

/// Real ports by their positions, and the inland depot and alias that belong to one.
static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let (places, diagnostics) = Places::builtin().extended(
        "location,area,latitude,longitude,country\n\
         CNSHG,CNSHG,31.2,122.0,CN\n\
         CNSHA,CNSHG,31.2,121.5,CN\n\
         SGSIN,SGSIN,1.26,103.8,SG\n\
         MYPKG,MYPKG,3.0,101.35,MY\n\
         LKCMB,LKCMB,6.95,79.85,LK\n\
         AEJEA,AEJEA,25.0,55.05,AE\n\
         NLRTM,NLRTM,51.95,4.05,NL\n\
         BEANR,BEANR,51.3,4.3,BE\n\
         DEHAM,DEHAM,53.5,9.95,DE\n\
         DEDUI,NLRTM,51.4,6.7,DE\n\
         USLAX,USLAX,33.73,-118.26,US\n\
         BRSSZ,BRSSZ,-23.97,-46.3,BR\n\
         ZADUR,ZADUR,-29.87,31.03,ZA\n\
         GBFXT,GBFXT,51.95,1.3,GB\n",
    );
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    places
});

pub(crate) const BOX: &str = "MSKU1234565";

pub(crate) fn places() -> &'static Places {
    &PLACES
}

pub(crate) fn at(text: &str) -> UtcTime {
    let text = if text.contains('T') { format!("{text}:00Z") } else { format!("{text}T12:00:00Z") };
    text.parse().unwrap()
}

/// Rows of one container number as the notation has them.
pub(crate) fn rows(life: &str, batch: &mut StatusBatch, file: i64) -> Vec<StatusRow> {
    let mut rows = Vec::new();
    for line in life.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let time = at(words.next().unwrap());
        let event = EventCode::from_code(words.next().unwrap().as_bytes()).expect(line);
        let location = words.next().unwrap_or("-").trim_matches('-').to_owned();
        let mut row = blank_row(batch, event, time, &location);
        let mut copies = 1;
        for word in words {
            let (key, value) = word.split_once('=').unwrap_or((word, ""));
            match key {
                "laden" => row.full_empty = Some(FullEmpty::Laden),
                "empty" => row.full_empty = Some(FullEmpty::Empty),
                "est" => row.classifier = Classifier::Estimated,
                "v" => row.vessel_imo = batch.texts.intern(value),
                "c" => row.carrier = batch.texts.intern(value),
                "s" => row.seal = batch.texts.intern(value),
                "m" => row.gross_mass_kg = value.parse().unwrap(),
                "d" => row.transport_document = batch.texts.intern(value),
                "r" => row.received = at(value),
                _ => copies = word.strip_prefix('x').expect(line).parse().unwrap(),
            }
        }
        for copy in 0..copies {
            // Sources differ by hours, to both sides.
            let hours = f64::from([0, 3, -2, 5, -4, 1][copy as usize % 6]);
            let source =
                batch.texts.intern(["LINE", "TERM", "HUB", "PORT", "AGNT", "YARD"][copy as usize % 6]);
            let message = MessageRef { file, span: ByteSpan::new(rows.len() as u64 * 100, 99) };
            rows.push(StatusRow { event_time: time.plus_hours(hours), source, message, ..row });
        }
    }
    rows
}

fn blank_row(batch: &mut StatusBatch, event: EventCode, time: UtcTime, location: &str) -> StatusRow {
    let none = batch.texts.intern("");
    StatusRow {
        container: batch.texts.intern(BOX),
        event,
        event_time: time,
        location: batch.texts.intern(location),
        full_empty: None,
        vessel_imo: none,
        voyage: none,
        seal: none,
        gross_mass_kg: f64::NAN,
        size_type: none,
        carrier: none,
        source: none,
        classifier: Classifier::Actual,
        received: time,
        transport_document: none,
        message: MessageRef::default(),
    }
}

/// The trips of a life.
pub(crate) fn trips(life: &str) -> Vec<Trip> {
    let mut batch = StatusBatch::new();
    let rows = rows(life, &mut batch, 1);
    rebuild_rows(&rows, &batch.texts)
}

pub(crate) fn rebuild_rows(rows: &[StatusRow], texts: &TextTable) -> Vec<Trip> {
    let trips = rebuild_container(BOX, rows, texts, places(), &TripSettings::default());
    let counted: usize = trips.iter().flat_map(|trip| &trip.events).map(|event| event.reports as usize).sum();
    assert_eq!(counted, rows.len(), "every row is in exactly one event");
    trips
}

/// A trip in one line: `closed 2026-01-01..2026-03-01 CNSHG>SGSIN>NLRTM`, with `doubt EVENT AREA word` behind.
pub(crate) fn line(trip: &Trip) -> String {
    let status = match trip.status {
        TripStatus::Open => "open",
        TripStatus::Closed => "closed",
        TripStatus::Uncertain => "uncertain",
    };
    let route = if trip.calls.is_empty() { "-".to_owned() } else { trip.itinerary().join(">") };
    let aboard = if trip.aboard { " aboard" } else { "" };
    let empty = if trip.laden { "" } else { " empty" };
    let mut line =
        format!("{status} {}..{} {route}{aboard}{empty}", trip.start.date_text(), trip.end.date_text());
    for event in trip.events.iter().filter(|event| !event.believed) {
        line.push_str(&format!(" | {} {} {}", event.event.as_str(), event.area, event.doubt));
    }
    line
}

pub(crate) fn lines(trips: &[Trip]) -> Vec<String> {
    trips.iter().map(line).collect()
}

/// Judges a trip against a table, as of a day.
pub(crate) fn judged(trip: &Trip, routes: &NormalRoutes, as_of: &str) -> (Vec<Reason>, Vec<NotEvaluated>) {
    judge(trip, routes, places(), SeaNetwork::builtin(), at(as_of), &TripSettings::default())
}
