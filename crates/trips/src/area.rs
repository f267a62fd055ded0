//! Places as small numbers: a table made once of the locations that occur, read by every kernel.

use std::collections::{BTreeSet, HashMap};
use tidewaiter_model::batch::{StatusRow, TextId, TextTable};
use tidewaiter_model::reference::{Place, PlaceKind, Places};

/// Mean radius of the Earth.
const EARTH_RADIUS_KM: f64 = 6371.0088;

/// Number of a port area within one [`Gazetteer`]. Numbers may depend on the order of arrival: to break a tie
/// compare [`Gazetteer::rank`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct AreaId(pub u32);

impl AreaId {
    /// No place was named.
    pub const NOWHERE: AreaId = AreaId(0);

    /// Its place in tables of areas.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

#[derive(Debug, Clone)]
struct Area {
    code: Box<str>,
    country: Box<str>,
    kind: Option<PlaceKind>,
    is_port: bool,
    /// On the unit sphere; not a number when the position is unknown.
    vector: [f64; 3],
    /// Place in the order of codes.
    rank: u32,
}

/// Texts of one page of the table.
const PAGE: usize = 256;

/// The port areas of all locations that occur in some reports: text to area, and the area's code, country, position
/// and kind. Owns what it knows, so that it can be kept beside the [`TextTable`] whose numbers it reads.
#[derive(Debug, Clone)]
pub struct Gazetteer {
    pages: Vec<Option<Box<[AreaId; PAGE]>>>,
    areas: Vec<Area>,
    by_code: HashMap<Box<str>, AreaId>,
}

impl Gazetteer {
    /// The areas of `locations`, whose numbers are of `texts`.
    pub fn new(texts: &TextTable, places: &Places, locations: impl IntoIterator<Item = TextId>) -> Gazetteer {
        let nowhere = Area {
            code: "".into(),
            country: "".into(),
            kind: None,
            is_port: false,
            vector: [f64::NAN; 3],
            rank: 0,
        };
        let mut gazetteer = Gazetteer {
            pages: Vec::new(),
            areas: vec![nowhere],
            by_code: HashMap::from([("".into(), AreaId::NOWHERE)]),
        };
        let distinct: BTreeSet<TextId> = locations.into_iter().collect();
        for location in distinct {
            gazetteer.enter(location, texts, places);
        }
        gazetteer.rank_areas();
        gazetteer
    }

    /// The areas of the locations in `rows`.
    pub fn of_rows<'r>(
        texts: &TextTable,
        places: &Places,
        rows: impl IntoIterator<Item = &'r StatusRow>,
    ) -> Gazetteer {
        let mut last = TextId::NONE;
        let changes = rows.into_iter().map(|row| row.location).filter(|location| {
            let other = *location != last;
            last = *location;
            other
        });
        Gazetteer::new(texts, places, changes)
    }

    /// Adds one location, if it is new. Numbers given before stay.
    pub fn add(&mut self, location: TextId, texts: &TextTable, places: &Places) {
        let before = self.areas.len();
        self.enter(location, texts, places);
        if self.areas.len() > before {
            self.rank_areas();
        }
    }

    /// Adds the areas of these codes, which need not occur in any report: a table learned elsewhere names them.
    pub fn add_areas<'c>(&mut self, codes: impl IntoIterator<Item = &'c str>, places: &Places) {
        let before = self.areas.len();
        for code in codes {
            self.area_named(code, places);
        }
        if self.areas.len() > before {
            self.rank_areas();
        }
    }

    fn enter(&mut self, location: TextId, texts: &TextTable, places: &Places) {
        let text = texts.text(location);
        if text.is_empty() {
            return;
        }
        let number = location.0 as usize;
        if self.pages.len() <= number / PAGE {
            self.pages.resize_with(number / PAGE + 1, || None);
        }
        let area = self.area_named(places.area_of(text), places);
        if let Some(page) = self.pages.get_mut(number / PAGE) {
            let page = page.get_or_insert_with(|| Box::new([AreaId::NOWHERE; PAGE]));
            page[number % PAGE] = area;
        }
    }

    fn area_named(&mut self, code: &str, places: &Places) -> AreaId {
        if let Some(area) = self.by_code.get(code) {
            return *area;
        }
        let area = AreaId(u32::try_from(self.areas.len()).unwrap_or(u32::MAX));
        self.areas.push(Area {
            code: code.into(),
            country: places.country_of(code).unwrap_or("").into(),
            kind: places.get(code).map(|place| place.kind),
            is_port: places.get(code).is_none_or(may_meet_vessels),
            vector: places.area_position(code).map_or([f64::NAN; 3], unit_vector),
            rank: 0,
        });
        self.by_code.insert(code.into(), area);
        area
    }

    fn rank_areas(&mut self) {
        let mut order: Vec<usize> = (0..self.areas.len()).collect();
        order.sort_unstable_by(|a, b| self.areas[*a].code.cmp(&self.areas[*b].code));
        for (rank, index) in (0..).zip(order) {
            self.areas[index].rank = rank;
        }
    }

    fn area(&self, area: AreaId) -> Option<&Area> {
        self.areas.get(area.index())
    }

    /// How many areas there are, [`AreaId::NOWHERE`] included.
    pub fn len(&self) -> usize {
        self.areas.len()
    }

    /// False: [`AreaId::NOWHERE`] is always there.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The area of a location as reported. A location nobody knows is its own area; a text that was not among the
    /// locations is [`AreaId::NOWHERE`].
    pub fn of_text(&self, location: TextId) -> AreaId {
        let number = location.0 as usize;
        match self.pages.get(number / PAGE) {
            Some(Some(page)) => page[number % PAGE],
            _ => AreaId::NOWHERE,
        }
    }

    /// The area with this code, if it occurs.
    pub fn find(&self, code: &str) -> Option<AreaId> {
        self.by_code.get(code).copied()
    }

    /// The area's code, the UN/LOCODE of its main seaport; a place nobody knows stands for itself.
    pub fn code(&self, area: AreaId) -> &str {
        self.area(area).map_or("", |area| &area.code)
    }

    /// The area's country, ISO 3166-1 alpha-2; empty when unknown.
    pub fn country(&self, area: AreaId) -> &str {
        self.area(area).map_or("", |area| &area.country)
    }

    /// What the area's main place is; `None` when nobody knows it.
    pub fn kind(&self, area: AreaId) -> Option<PlaceKind> {
        self.area(area).and_then(|area| area.kind)
    }

    /// Whether vessels may call there: a seaport, a place nobody knows, or what the user's file calls a port area.
    pub fn is_port(&self, area: AreaId) -> bool {
        self.area(area).is_some_and(|area| area.is_port)
    }

    /// Place of the area's code in the order of codes: smaller is earlier in the alphabet.
    pub fn rank(&self, area: AreaId) -> u32 {
        self.area(area).map_or(u32::MAX, |area| area.rank)
    }

    /// Whether the area is in the tables of places.
    pub fn is_known(&self, area: AreaId) -> bool {
        self.kind(area).is_some()
    }

    /// Great-circle distance between two areas; `None` when a position is unknown.
    pub fn distance_km(&self, a: AreaId, b: AreaId) -> Option<f64> {
        if a == b {
            return Some(0.0);
        }
        let (from, to) = (self.area(a)?.vector, self.area(b)?.vector);
        let squared: f64 = from.iter().zip(to).map(|(x, y)| (x - y) * (x - y)).sum();
        // A chord of the unit sphere is twice the sine of half the angle. Comparing leaves out what is not a number.
        (squared >= 0.0).then(|| 2.0 * EARTH_RADIUS_KM * (squared.sqrt() / 2.0).min(1.0).asin())
    }
}

fn may_meet_vessels(place: &Place) -> bool {
    let named_by_user = || place.source.split(' ').any(|word| word == "area:X");
    place.kind == PlaceKind::Seaport || (place.kind == PlaceKind::Other && named_by_user())
}

fn unit_vector((latitude, longitude): (f64, f64)) -> [f64; 3] {
    let (latitude, longitude) = (latitude.to_radians(), longitude.to_radians());
    [latitude.cos() * longitude.cos(), latitude.cos() * longitude.sin(), latitude.sin()]
}
