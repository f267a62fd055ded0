//! Places: ports, terminals, depots, airports, and the port area each belongs to.

use super::code_hash::CodeMap;
use super::{areas_file, table};
use crate::diagnostic::Diagnostic;
use crate::identifier::{country_of as country_of_locode, locode_is_well_formed};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Longest chain of areas that is followed: a location's area, that area's own area, and so on.
const AREA_STEPS_MAX: usize = 8;

/// What a place is to a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A port that seagoing ships call at, or a terminal of one.
    Seaport,
    /// An inland depot, dry port or river port.
    InlandDepot,
    /// A rail terminal.
    RailTerminal,
    /// An airport. Messages also use an airport's code for the port of its city.
    Airport,
    /// A free zone that is not itself a port.
    FreeZone,
    /// Something else, or not known.
    Other,
}

impl PlaceKind {
    /// The kind as the user's areas file writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            PlaceKind::Seaport => "seaport",
            PlaceKind::InlandDepot => "inland_depot",
            PlaceKind::RailTerminal => "rail_terminal",
            PlaceKind::Airport => "airport",
            PlaceKind::FreeZone => "free_zone",
            PlaceKind::Other => "other",
        }
    }

    /// The kind a word of the user's areas file means, in any case.
    pub fn from_word(word: &str) -> Option<PlaceKind> {
        use PlaceKind::{Airport, FreeZone, InlandDepot, Other, RailTerminal, Seaport};
        let kinds = [Seaport, InlandDepot, RailTerminal, Airport, FreeZone, Other];
        kinds.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(word))
    }

    fn from_letter(letter: &str) -> PlaceKind {
        match letter {
            "P" => PlaceKind::Seaport,
            "D" => PlaceKind::InlandDepot,
            "R" => PlaceKind::RailTerminal,
            "A" => PlaceKind::Airport,
            "F" => PlaceKind::FreeZone,
            _ => PlaceKind::Other,
        }
    }
}

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// UN/LOCODE, or whatever the user's file calls it.
    pub code: String,
    /// Name, without accents.
    pub name: String,
    /// Country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Latitude in decimal degrees, north positive.
    pub latitude: Option<f64>,
    /// Longitude in decimal degrees, east positive.
    pub longitude: Option<f64>,
    /// Port area: the code of its main seaport. A place on its own is its own area.
    pub area: String,
    /// What it is.
    pub kind: PlaceKind,
    /// Where each fact comes from, such as `code:U name:U coord:S kind:U area:A`: U is UN/LOCODE, S searoute, C the
    /// table of corrections, A the table of areas, N nearness to a container port, X the user's file. `flag:far`
    /// says that two sources lie more than 50 km apart, `flag:name` that they give different names.
    pub source: String,
}

impl Place {
    /// Latitude and longitude, when both are known.
    pub fn position(&self) -> Option<(f64, f64)> {
        self.latitude.zip(self.longitude)
    }
}

/// The table of places, with the user's own on top. Cheap to share, never changed once made.
#[derive(Debug, Clone)]
pub struct Places {
    /// In order of code.
    places: Vec<Place>,
    index: CodeMap,
    /// Positions of areas whose own code has none, taken from their members.
    borrowed_positions: BTreeMap<String, (f64, f64)>,
    hubs: BTreeSet<String>,
    free_zones: BTreeSet<String>,
}

static BUILTIN: LazyLock<Places> = LazyLock::new(|| {
    let mut places = Vec::with_capacity(50_000);
    places.extend(include_str!("../../tables/places.csv").lines().skip(1).filter_map(place_of_line));
    Places::assemble(
        places,
        first_column(include_str!("../../tables/hubs.csv")),
        first_column(include_str!("../../tables/free_zones.csv")),
    )
});

fn first_column(text: &str) -> BTreeSet<String> {
    text.lines().skip(1).filter_map(|line| line.split(',').next()).map(str::to_owned).collect()
}

fn place_of_line(line: &str) -> Option<Place> {
    // Few names hold a comma; the others are read without the cost of quotes, for there are 45,000 of them.
    if line.contains('"') {
        let row = table::rows(line).next()?;
        return place_of_fields(row.fields.iter().map(|field| field.text.as_ref()));
    }
    place_of_fields(line.split(','))
}

fn place_of_fields<'a>(mut fields: impl Iterator<Item = &'a str>) -> Option<Place> {
    let code = fields.next()?;
    let name = fields.next()?.to_owned();
    let (latitude, longitude) = (fields.next()?.parse().ok(), fields.next()?.parse().ok());
    let area = fields.next().filter(|area| !area.is_empty()).unwrap_or(code).to_owned();
    let kind = PlaceKind::from_letter(fields.next()?);
    let source = source_in_words(fields.next()?, fields.next().unwrap_or(""));
    let country = country_of_locode(code)?.to_owned();
    Some(Place { code: code.to_owned(), name, country, latitude, longitude, area, kind, source })
}

/// `UUSU-` and `far` become `code:U name:U coord:S kind:U flag:far`.
fn source_in_words(letters: &str, flag: &str) -> String {
    let mut words = String::with_capacity(48);
    for (fact, letter) in ["code", "name", "coord", "kind", "area"].into_iter().zip(letters.chars()) {
        if letter != '-' {
            words.extend([if words.is_empty() { "" } else { " " }, fact, ":"]);
            words.push(letter);
        }
    }
    if !flag.is_empty() {
        words.extend([" flag:", flag]);
    }
    words
}

impl Places {
    /// The places that come with Tidewaiter, read at first use.
    pub fn builtin() -> &'static Places {
        &BUILTIN
    }

    /// These places with those of the user's `areas.csv` on top: `location,area` and, in any order, optionally
    /// `latitude,longitude,country,kind,name`.
    ///
    /// Never fails. A row that cannot be used is left out with a diagnostic of severity error; a value that cannot be
    /// used is left as it was, with a warning. Where a location stands twice the later row counts.
    pub fn extended(&self, areas_csv: &str) -> (Places, Vec<Diagnostic>) {
        let (changes, diagnostics) = areas_file::read(areas_csv);
        let mut places = self.places.clone();
        let mut index = self.index.clone();
        for change in changes {
            let position = *index.entry(change.location.as_str().into()).or_insert_with(|| {
                places.push(change.new_place());
                u32::try_from(places.len() - 1).unwrap_or(u32::MAX)
            });
            if let Some(place) = places.get_mut(position as usize) {
                change.apply(place);
            }
        }
        (Places::assemble(places, self.hubs.clone(), self.free_zones.clone()), diagnostics)
    }

    fn assemble(mut places: Vec<Place>, hubs: BTreeSet<String>, free_zones: BTreeSet<String>) -> Places {
        if !places.is_sorted_by(|a, b| a.code < b.code) {
            places.sort_by(|a, b| a.code.cmp(&b.code));
        }
        let mut index = CodeMap::with_capacity_and_hasher(places.len(), Default::default());
        for (position, place) in places.iter().enumerate() {
            index.insert(place.code.as_str().into(), u32::try_from(position).unwrap_or(u32::MAX));
        }
        let mut made = Places { places, index, borrowed_positions: BTreeMap::new(), hubs, free_zones };
        made.follow_areas();
        made.borrow_positions();
        made
    }

    /// Gives each place the last area of its chain, so that an area is always its own area. A chain that turns back
    /// on itself stops at the place's own code.
    fn follow_areas(&mut self) {
        let mut changed = Vec::new();
        let members = self.places.iter().enumerate().filter(|(_, place)| place.area != place.code);
        for (position, place) in members {
            let mut area = place.area.as_str();
            let mut settled = false;
            for _ in 0..AREA_STEPS_MAX {
                let next = self.get(area).map_or(area, |place| place.area.as_str());
                settled = next == area;
                if settled {
                    break;
                }
                area = next;
            }
            let area = if settled { area } else { place.code.as_str() };
            if area != place.area {
                changed.push((position, area.to_owned()));
            }
        }
        for (position, area) in changed {
            if let Some(place) = self.places.get_mut(position) {
                place.area = area;
            }
        }
    }

    fn borrow_positions(&mut self) {
        let mut borrowed: BTreeMap<String, (f64, f64)> = BTreeMap::new();
        for place in self.places.iter().filter(|place| place.area != place.code) {
            let Some(position) = place.position() else { continue };
            let has_own = self.get(&place.area).is_some_and(|area| area.position().is_some());
            if !has_own && !borrowed.contains_key(&place.area) {
                borrowed.insert(place.area.clone(), position);
            }
        }
        self.borrowed_positions = borrowed;
    }

    /// The place with this code.
    pub fn get(&self, code: &str) -> Option<&Place> {
        self.index.get(code).and_then(|position| self.places.get(*position as usize))
    }

    /// The port area of a place: the code of its main seaport. A place nobody knows stands as its own area.
    pub fn area_of<'a>(&'a self, code: &'a str) -> &'a str {
        self.get(code).map_or(code, |place| place.area.as_str())
    }

    /// The country of a place, ISO 3166-1 alpha-2; of an unknown place the first two letters when the code has the
    /// shape of a UN/LOCODE.
    pub fn country_of<'a>(&'a self, code: &'a str) -> Option<&'a str> {
        match self.get(code) {
            Some(place) => Some(place.country.as_str()).filter(|country| !country.is_empty()),
            None if locode_is_well_formed(code) => country_of_locode(code),
            None => None,
        }
    }

    /// Latitude and longitude of a port area in decimal degrees: those of its main seaport, else of the first of its
    /// places that has them. Also takes a place of the area.
    pub fn area_position(&self, area: &str) -> Option<(f64, f64)> {
        let area = self.area_of(area);
        let own = self.get(area).and_then(Place::position);
        own.or_else(|| self.borrowed_positions.get(area).copied())
    }

    /// Whether the port area is a well-known transhipment hub. Also takes a place of the area.
    pub fn is_hub(&self, area: &str) -> bool {
        self.hubs.contains(self.area_of(area))
    }

    /// Whether the place is a free zone or a port with one.
    pub fn is_free_zone(&self, code: &str) -> bool {
        self.free_zones.contains(code)
            || self.get(code).is_some_and(|place| place.kind == PlaceKind::FreeZone)
    }

    /// Every place, in order of code.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.places.iter()
    }
}
