//! The ports of the world: which of the real ones take part, how much they trade, what else they are called.

use std::collections::BTreeMap;
use tidewaiter_model::reference::{PlaceKind, Places, SeaNetwork, great_circle_nm};

/// A port that takes part.
#[derive(Debug, Clone)]
pub(crate) struct Port {
    /// UN/LOCODE as usually reported.
    pub code: String,
    /// Its port area.
    pub area: String,
    pub country: String,
    pub position: (f64, f64),
    /// Offset of local time from UTC, in minutes, without summer time.
    pub offset_minutes: i32,
    /// Weight as an origin of goods for the importing country.
    pub export_weight: f64,
    /// Weight in trade with the rest of the world.
    pub world_weight: f64,
    /// Other known codes of the same port area, inland depots first.
    pub other_codes: Vec<String>,
    /// A code that no table knows, used by sloppy senders for a depot of this area.
    pub unknown_code: String,
    /// Whether it has a free zone where goods may lie and be handled without customs.
    pub free_zone: bool,
}

/// Code, hours from UTC, weight as origin for the importing country, weight in other trade.
#[rustfmt::skip]
const PORTS: &[(&str, f64, f64, f64)] = &[
    ("CNSHG", 8.0, 16.0, 10.0), ("CNNGB", 8.0, 12.0, 8.0), ("CNYTN", 8.0, 12.0, 8.0), ("CNTAO", 8.0, 6.0, 5.0),
    ("CNXMN", 8.0, 4.0, 3.0), ("CNTXG", 8.0, 3.0, 3.0), ("CNDLC", 8.0, 2.0, 2.0), ("CNNSA", 8.0, 4.0, 3.0),
    ("HKHKG", 8.0, 3.0, 3.0), ("TWKHH", 8.0, 3.0, 2.0), ("KRPUS", 9.0, 3.0, 4.0), ("JPYOK", 9.0, 1.5, 2.0),
    ("JPUKB", 9.0, 1.0, 1.5), ("VNSGN", 7.0, 7.0, 4.0), ("VNHPH", 7.0, 3.0, 2.0), ("THLCH", 7.0, 3.5, 3.0),
    ("SGSIN", 8.0, 1.0, 2.0), ("MYPKG", 8.0, 2.0, 2.0), ("MYTPP", 8.0, 0.5, 1.0), ("IDJKT", 7.0, 3.0, 2.0),
    ("IDSUB", 7.0, 1.5, 1.0), ("PHMNL", 8.0, 1.0, 1.0), ("LKCMB", 5.5, 2.0, 1.0), ("BDCGP", 6.0, 6.0, 2.0),
    ("INNSA", 5.5, 5.0, 3.0), ("INMUN", 5.5, 3.0, 2.0), ("INMAA", 5.5, 2.5, 1.5), ("PKKHI", 5.0, 3.0, 1.5),
    ("AEJEA", 4.0, 0.8, 3.0), ("OMSLL", 4.0, 0.1, 0.5), ("SAJED", 3.0, 0.1, 2.0), ("EGPSD", 2.0, 1.0, 1.0),
    ("TRIST", 3.0, 5.0, 2.0), ("TRMER", 3.0, 2.5, 1.0), ("GRPIR", 2.0, 0.5, 1.0), ("MTMAR", 1.0, 0.1, 0.2),
    ("ITGOA", 1.0, 1.0, 2.0), ("ESALG", 1.0, 0.5, 0.5), ("ESVLC", 1.0, 1.5, 2.0), ("MAPTM", 0.0, 1.5, 1.0),
    ("FRLEH", 1.0, 0.3, 2.0), ("BEANR", 1.0, 0.3, 4.0), ("NLRTM", 1.0, 0.5, 6.0), ("DEHAM", 1.0, 0.3, 4.0),
    ("DEBRV", 1.0, 0.2, 3.0), ("PLGDN", 1.0, 0.5, 2.0), ("SEGOT", 1.0, 0.2, 1.0),
    ("GBFXT", 0.0, 0.0, 4.0), ("GBSOU", 0.0, 0.0, 3.0), ("GBLGP", 0.0, 0.0, 3.0), ("GBLIV", 0.0, 0.0, 1.5),
    ("IEDUB", 0.0, 0.0, 0.5),
    ("USNYC", -5.0, 2.5, 5.0), ("USSAV", -5.0, 2.0, 3.0), ("USHOU", -6.0, 2.0, 3.0), ("USLAX", -8.0, 0.0, 6.0),
    ("USOAK", -8.0, 0.0, 2.0), ("CAVAN", -8.0, 0.0, 2.0), ("CAHAL", -4.0, 0.5, 1.0), ("MXZLO", -6.0, 0.0, 2.0),
    ("PAONX", -5.0, 0.1, 1.0), ("COCTG", -5.0, 1.5, 1.0), ("BRSSZ", -3.0, 3.0, 3.0), ("ARBUE", -3.0, 0.8, 1.5),
    ("PECLL", -5.0, 1.2, 1.5), ("ECGYE", -5.0, 2.0, 1.0), ("CLSAI", -4.0, 1.2, 1.5),
    ("ZADUR", 2.0, 1.5, 1.5), ("ZACPT", 2.0, 2.5, 1.0), ("KEMBA", 3.0, 2.0, 1.0), ("TZDAR", 3.0, 0.6, 0.8),
    ("NGAPP", 1.0, 0.0, 1.5), ("GHTEM", 0.0, 1.0, 1.0), ("CIABJ", 0.0, 1.0, 0.8),
    ("AUMEL", 10.0, 0.6, 2.0), ("AUSYD", 10.0, 0.4, 2.0), ("NZAKL", 12.0, 1.0, 1.0),
];

const FREE_ZONES: [&str; 7] = ["AEJEA", "MYTPP", "PAONX", "MAPTM", "SGSIN", "EGPSD", "HKHKG"];

/// The country that receives the entry summary declarations.
pub(crate) const IMPORTING_COUNTRY: &str = "GB";

/// Customs office of each port of the importing country. Numbers are made up.
const OFFICES: [(&str, &str); 4] =
    [("GBFXT", "GB000051"), ("GBSOU", "GB000074"), ("GBLGP", "GB000033"), ("GBLIV", "GB000082")];

/// Ports and the sea between them.
pub(crate) struct Geography<'a> {
    pub ports: Vec<Port>,
    sea: &'a SeaNetwork,
    distances_nm: BTreeMap<(usize, usize), f64>,
}

impl<'a> Geography<'a> {
    /// The ports of the table that `places` can locate, one for each port area.
    pub(crate) fn new(places: &Places, sea: &'a SeaNetwork) -> Geography<'a> {
        let mut ports: Vec<Port> = Vec::new();
        for (code, offset_hours, export_weight, world_weight) in PORTS {
            let area = places.area_of(code).to_owned();
            let Some(position) = places.area_position(&area) else { continue };
            if ports.iter().any(|port| port.area == area) {
                continue;
            }
            ports.push(Port {
                code: (*code).to_owned(),
                country: code.chars().take(2).collect(),
                position,
                offset_minutes: (offset_hours * 60.0) as i32,
                export_weight: *export_weight,
                world_weight: *world_weight,
                other_codes: other_codes(places, code, &area),
                unknown_code: unknown_code(places, code),
                free_zone: FREE_ZONES.contains(code),
                area,
            });
        }
        Geography { ports, sea, distances_nm: BTreeMap::new() }
    }

    pub(crate) fn find(&self, code: &str) -> Option<usize> {
        self.ports.iter().position(|port| port.code == code)
    }

    pub(crate) fn country(&self, port: usize) -> &str {
        self.ports.get(port).map_or("", |port| &port.country)
    }

    pub(crate) fn code(&self, port: usize) -> &str {
        self.ports.get(port).map_or("", |port| &port.code)
    }

    pub(crate) fn area(&self, port: usize) -> &str {
        self.ports.get(port).map_or("", |port| &port.area)
    }

    pub(crate) fn is_importing(&self, port: usize) -> bool {
        self.country(port) == IMPORTING_COUNTRY
    }

    /// Sailing distance in nautical miles; where the network knows no way, the great circle and a quarter.
    pub(crate) fn distance_nm(&mut self, from: usize, to: usize) -> f64 {
        let (Some(a), Some(b)) = (self.ports.get(from), self.ports.get(to)) else { return 0.0 };
        let (sea, direct) = (self.sea, great_circle_nm(a.position, b.position) * 1.25);
        let (start, end) = (a.position, b.position);
        *self.distances_nm.entry((from.min(to), from.max(to))).or_insert_with(|| {
            if from == to { 0.0 } else { sea.distance_nm(start, end).unwrap_or(direct).max(10.0) }
        })
    }
}

/// The customs office at a port of the importing country.
pub(crate) fn office(code: &str) -> &'static str {
    OFFICES.iter().find(|(port, _)| *port == code).map_or("GB000051", |(_, office)| office)
}

fn other_codes(places: &Places, code: &str, area: &str) -> Vec<String> {
    let mut codes: Vec<(bool, String)> = places
        .iter()
        .filter(|place| place.area == area && place.code != code && place.country == code[..2])
        .filter(|place| !matches!(place.kind, PlaceKind::Airport))
        .map(|place| (place.kind != PlaceKind::InlandDepot, place.code.clone()))
        .collect();
    codes.sort();
    codes.truncate(4);
    codes.into_iter().map(|(_, code)| code).collect()
}

/// The first code of the country's form `..X??` that no table holds.
fn unknown_code(places: &Places, code: &str) -> String {
    let (country, last) = (&code[..2], &code[4..]);
    ('2'..='9')
        .map(|digit| format!("{country}X{digit}{last}"))
        .find(|candidate| places.get(candidate).is_none())
        .unwrap_or_else(|| format!("{country}X99"))
}
