//! The true trips as `trips.csv` tells them.

use super::voyage::Journey;
use std::fmt::Write as _;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::time::UtcTime;

/// Heading of `trips.csv` of this workload: every laden trip. `physical_box` is 2 for a box that travels under another
/// one's number. `first_reported` to `last_reported` is what is reported of the trip as having happened, and
/// `reported_itinerary` holds the areas of which anything is: no method can know more.
pub const CARRIAGE_COLUMNS: &str = "container,start,end,load_area,discharge_area,itinerary,anomaly,physical_box,\
first_reported,last_reported,reported_itinerary";

/// One laden trip and what became known of it.
pub(super) struct TrueTrip<'a> {
    pub container: &'a [u8; 11],
    pub journey: &'a Journey,
    /// Whether each event was reported as having happened.
    pub reported: &'a [bool],
    pub anomaly: &'a str,
    pub physical_box: u8,
}

impl TrueTrip<'_> {
    /// Appends the line; `area` names a port's area.
    pub(super) fn write<'p>(&self, text: &mut String, area: impl Fn(usize) -> &'p str) {
        let (events, calls) = (&self.journey.events, &self.journey.calls);
        let time = |time: Option<UtcTime>| {
            time.map(|time| UtcTime::from_seconds(time.micros().div_euclid(1_000_000)).to_string())
                .unwrap_or_default()
        };
        let names = |calls: &mut dyn Iterator<Item = usize>| calls.map(&area).collect::<Vec<_>>().join(">");
        let mut all = calls.iter().copied();
        let mut known =
            calls.iter().enumerate().filter(|(call, _)| self.is_known(*call)).map(|(_, port)| *port);
        let mut reported =
            events.iter().zip(self.reported).filter(|(_, told)| **told).map(|(event, _)| event.time);
        let first_reported = reported.clone().min();
        let _ = writeln!(
            text,
            "{},{},{},{},{},{},{},{},{},{},{}",
            String::from_utf8_lossy(self.container),
            time(events.first().map(|event| event.time)),
            time(events.last().map(|event| event.time)),
            calls.first().map_or("", |port| area(*port)),
            calls.last().map_or("", |port| area(*port)),
            names(&mut all),
            self.anomaly,
            self.physical_box,
            time(first_reported),
            time(reported.by_ref().max()),
            names(&mut known),
        );
    }

    /// Anything that shows the box in this port during the sea part or at its ends.
    fn is_known(&self, call: usize) -> bool {
        let of_call =
            |event: &super::voyage::Event| usize::from(event.call) == call && event.code != EventCode::Other;
        self.journey.events.iter().zip(self.reported).any(|(event, told)| *told && of_call(event))
    }
}
