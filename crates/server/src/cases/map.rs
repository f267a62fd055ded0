//! Consignments of a filter on the map.

use super::Reader;
use super::queue::{moment, parse, place_name};
use crate::error::{Error, Result};
use crate::live::Live;
use crate::live::order::{Order, Sort};
use crate::live::row::Row;
use crate::settings::Settings;
use crate::views::{MapAnswer, MapArea, MapCall, MapConsignment};
use crate::words::printable;
use std::collections::HashMap;
use tidewaiter_model::time::UtcTime;

/// Most consignments on the map, the riskiest.
pub(super) const MAP_CONSIGNMENTS_MAX: usize = 100_000;
/// Characters of a label.
const LABEL_CHARS_MAX: usize = 60;

/// Numbers the areas as they are met.
struct Areas<'s> {
    settings: &'s Settings,
    /// `None` for an area that lies nowhere.
    known: HashMap<std::sync::Arc<str>, Option<u32>>,
    areas: Vec<MapArea>,
}

impl Areas<'_> {
    fn number(&mut self, area: &std::sync::Arc<str>) -> Option<u32> {
        if let Some(number) = self.known.get(area) {
            return *number;
        }
        let position = self.settings.places().area_position(area);
        let number = position.map(|(lat, lon)| {
            let (name, country) = place_name(area, self.settings);
            self.areas.push(MapArea { code: printable(area), name, country, lat, lon });
            u32::try_from(self.areas.len() - 1).unwrap_or(u32::MAX)
        });
        self.known.insert(area.clone(), number);
        number
    }
}

/// See [`super::map`].
pub(super) fn map(live: &Live, filter: &str, reader: Reader<'_>) -> Result<MapAnswer> {
    let filter = parse(filter, reader.words)?;
    let snapshot = live.snapshot().ok_or(Error::NothingAssessed)?;
    let settings = live.settings();
    let moment = moment(&snapshot, &settings, live, reader);
    let matching = snapshot.matching(&filter, Order { sort: Sort::Risk, reversed: false }, &moment);
    let mut areas = Areas { settings: &settings, known: HashMap::new(), areas: Vec::new() };
    let rows = matching.iter().take(MAP_CONSIGNMENTS_MAX).filter_map(|at| snapshot.base.row(*at));
    let consignments: Vec<MapConsignment> = rows.map(|row| consignment(row, &mut areas)).collect();
    let times = || consignments.iter().flat_map(|one| &one.calls).flat_map(|(_, a, d)| [*a, *d]).flatten();
    let at = |seconds: Option<i64>| seconds.map_or(snapshot.base.as_of, UtcTime::from_seconds);
    Ok(MapAnswer {
        as_of: snapshot.base.as_of,
        total: matching.len() as u64,
        truncated: matching.len() > MAP_CONSIGNMENTS_MAX,
        from: at(times().min()),
        to: at(times().max()),
        areas: areas.areas,
        consignments,
    })
}

fn consignment(row: &Row, areas: &mut Areas<'_>) -> MapConsignment {
    let seconds = |time: UtcTime| time.micros().div_euclid(1_000_000);
    let calls: Vec<MapCall> = row
        .route
        .iter()
        .filter_map(|stop| {
            Some((areas.number(&stop.area)?, stop.arrived.map(seconds), stop.departed.map(seconds)))
        })
        .collect();
    let container = row.containers.first().map(|text| printable(text)).unwrap_or_default();
    let label = format!("{container} {}", super::goods_text(row));
    MapConsignment {
        id: row.id.to_string(),
        score: row.score,
        lane: row.listed.map(|listed| listed.lane),
        label: label.trim().chars().take(LABEL_CHARS_MAX).collect(),
        calls,
    }
}
