//! Places as small numbers: each location text of a batch is looked up once.

use std::collections::HashMap;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::reference::{PlaceKind, Places, great_circle_nm};

const KM_PER_NM: f64 = 1.852;

/// Number of a port area within one [`AreaTable`]. Numbers follow the order of first sight: never compare them
/// to break a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct AreaId(pub(crate) u32);

#[derive(Debug)]
struct Area<'a> {
    code: &'a str,
    country: &'a str,
    position: Option<(f64, f64)>,
}

/// The port areas of the locations seen so far.
#[derive(Debug)]
pub(crate) struct AreaTable<'a> {
    texts: &'a TextTable,
    places: &'a Places,
    by_text: HashMap<TextId, AreaId>,
    by_code: HashMap<&'a str, AreaId>,
    areas: Vec<Area<'a>>,
    distances_km: HashMap<(u32, u32), Option<f64>>,
}

impl<'a> AreaTable<'a> {
    pub(crate) fn new(texts: &'a TextTable, places: &'a Places) -> AreaTable<'a> {
        AreaTable {
            texts,
            places,
            by_text: HashMap::new(),
            by_code: HashMap::new(),
            areas: Vec::new(),
            distances_km: HashMap::new(),
        }
    }

    /// The texts that the numbers of rows refer to.
    pub(crate) fn texts(&self) -> &'a TextTable {
        self.texts
    }

    /// How many areas have a number.
    pub(crate) fn len(&self) -> usize {
        self.areas.len()
    }

    /// The area of a location as reported. A location nobody knows is its own area; no location is the area "".
    pub(crate) fn of_text(&mut self, location: TextId) -> AreaId {
        if let Some(area) = self.by_text.get(&location) {
            return *area;
        }
        let code = self.places.area_of(self.texts.text(location));
        let (places, areas) = (self.places, &mut self.areas);
        let area = *self.by_code.entry(code).or_insert_with(|| {
            let number = AreaId(u32::try_from(areas.len()).unwrap_or(u32::MAX));
            let country = places.country_of(code).unwrap_or("");
            areas.push(Area { code, country, position: places.area_position(code) });
            number
        });
        self.by_text.insert(location, area);
        area
    }

    /// The area's code.
    pub(crate) fn code(&self, area: AreaId) -> &'a str {
        self.areas.get(area.0 as usize).map_or("", |area| area.code)
    }

    /// The area's country, empty when unknown.
    pub(crate) fn country(&self, area: AreaId) -> &'a str {
        self.areas.get(area.0 as usize).map_or("", |area| area.country)
    }

    /// Whether no place was named.
    pub(crate) fn is_nowhere(&self, area: AreaId) -> bool {
        self.code(area).is_empty()
    }

    /// Whether the place as reported is a seaport or unknown, so that a box may meet a vessel there.
    pub(crate) fn may_be_seaport(&self, location: TextId) -> bool {
        self.places.get(self.texts.text(location)).is_none_or(|place| place.kind == PlaceKind::Seaport)
    }

    /// Great-circle distance between two areas; `None` when a position is unknown.
    pub(crate) fn distance_km(&mut self, a: AreaId, b: AreaId) -> Option<f64> {
        if a == b {
            return Some(0.0);
        }
        let key = (a.0.min(b.0), a.0.max(b.0));
        let position = |number: u32| self.areas.get(number as usize).and_then(|area| area.position);
        let (from, to) = (position(key.0)?, position(key.1)?);
        *self.distances_km.entry(key).or_insert_with(|| Some(great_circle_nm(from, to) * KM_PER_NM))
    }
}
