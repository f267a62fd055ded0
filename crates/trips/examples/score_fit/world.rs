//! Reads a world's files.

use std::collections::BTreeMap;
use std::path::Path;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::Report;

/// One true trip.
pub(crate) struct TrueTrip {
    pub(crate) container: String,
    pub(crate) start: UtcTime,
    pub(crate) end: UtcTime,
    pub(crate) itinerary: String,
    pub(crate) anomaly: String,
}

/// Everything of one world.
pub(crate) struct World {
    pub(crate) texts: TextTable,
    pub(crate) places: Places,
    /// By container number.
    pub(crate) reports: BTreeMap<String, Vec<Report>>,
    pub(crate) truth: Vec<TrueTrip>,
}

/// A line's fields by the heading's names.
struct Row<'t> {
    heading: &'t [&'t str],
    fields: Vec<&'t str>,
}

impl<'t> Row<'t> {
    fn get(&self, name: &str) -> &'t str {
        let place = self.heading.iter().position(|held| *held == name);
        let field = place.and_then(|place| self.fields.get(place).copied()).unwrap_or_default();
        // None of these files holds a comma within quotes.
        field.trim_matches('"')
    }
}

/// Hands each line after the heading to `read`.
fn for_each_row(text: &str, mut read: impl FnMut(Row<'_>)) {
    let mut lines = text.lines();
    let heading: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    lines.for_each(|line| read(Row { heading: &heading, fields: line.split(',').collect() }));
}

fn file(path: &Path) -> String {
    let text = std::fs::read_to_string(path);
    text.unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}

fn time(text: &str) -> Option<UtcTime> {
    text.parse().ok()
}

/// Reads the three files of a world.
pub(crate) fn read(folder: &Path) -> World {
    let mut texts = TextTable::default();
    let mut reports: BTreeMap<String, Vec<Report>> = BTreeMap::new();
    let messages = file(&folder.join("messages/status.csm.csv"));
    let mut number = 0;
    for_each_row(&messages, |row| {
        number += 1;
        let (Some(event), Some(at)) =
            (EventCode::from_code(row.get("event").as_bytes()), time(row.get("event_time")))
        else {
            return;
        };
        let mut text = |name: &str| texts.intern(row.get(name));
        let report = Report {
            time: at,
            received: time(row.get("received_time")).unwrap_or(at),
            location: text("location"),
            vessel: text("vessel_imo"),
            source: text("source"),
            carrier: text("carrier"),
            seal: text("seal"),
            size_type: text("size_type"),
            document: TextId::NONE,
            gross_mass_kg: row.get("gross_mass_kg").parse().unwrap_or(f32::NAN),
            message: number,
            event,
            classifier: Classifier::from_code(row.get("classifier").as_bytes()).unwrap_or(Classifier::Actual),
            full_empty: FullEmpty::from_code(row.get("full_empty").as_bytes()),
        };
        reports.entry(row.get("container").to_owned()).or_default().push(report);
    });
    let trips = file(&folder.join("truth/trips.csv"));
    let mut truth = Vec::new();
    for_each_row(&trips, |row| {
        if let (Some(start), Some(end)) = (time(row.get("start")), time(row.get("end"))) {
            truth.push(TrueTrip {
                container: row.get("container").to_owned(),
                start,
                end,
                itinerary: row.get("itinerary").to_owned(),
                anomaly: row.get("anomaly").to_owned(),
            });
        }
    });
    let (places, _) = Places::builtin().extended(&file(&folder.join("truth/areas.csv")));
    World { texts, places, reports, truth }
}
