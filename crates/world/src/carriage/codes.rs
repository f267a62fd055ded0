//! How places are written: real codes, or made-up ones that only `areas.csv` explains.

use super::noise::Noise;
use crate::chance::{Chance, Stream};
use crate::geography::Geography;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use tidewaiter_model::reference::{Place, PlaceKind, Places};

/// A number into [`Codes::texts`].
pub(super) type CodeId = u16;

/// The codes of one port area.
#[derive(Debug, Clone)]
pub(super) struct PortCodes {
    /// What the area is called.
    pub area: String,
    /// The seaport itself.
    pub seaport: CodeId,
    /// Its terminals; at least the seaport.
    pub terminals: Vec<CodeId>,
    /// Inland depots that serve it; at least one.
    pub depots: Vec<CodeId>,
    /// A code that no table knows, and which of the port's own sources writes it; `None` where nobody does.
    pub alias: Option<(CodeId, u8)>,
}

/// All codes of a world.
pub(super) struct Codes {
    pub texts: Vec<String>,
    pub ports: Vec<PortCodes>,
    /// The file that explains them.
    pub areas_csv: String,
}

/// Sources of a port that may use an alias: its two terminals and its depot.
const OWN_SOURCES: usize = 3;

impl Codes {
    pub(super) fn new(
        geography: &Geography<'_>,
        places: &Places,
        made_up: bool,
        noise: &Noise,
        seed: u64,
    ) -> Codes {
        let mut codes = Codes {
            texts: Vec::new(),
            ports: Vec::new(),
            areas_csv: if made_up {
                "location,area\n"
            } else {
                "location,area,latitude,longitude,country,kind\n"
            }
            .to_owned(),
        };
        let mut used = BTreeSet::new();
        for (number, port) in geography.ports.iter().enumerate() {
            let mut chance = Chance::new(seed, Stream::CarriageCodes, number as u64);
            let country = if made_up { user_country(number) } else { port.country.clone() };
            let mut fresh = |chance: &mut Chance| unknown(&country, places, &mut used, chance);
            let (area, mut terminals, mut depots): (String, Vec<String>, Vec<String>) = if made_up {
                let area = fresh(&mut chance);
                let terminals = (0..chance.below(3)).map(|_| fresh(&mut chance)).collect();
                let depots = (0..1 + chance.below(2)).map(|_| fresh(&mut chance)).collect();
                (area, terminals, depots)
            } else {
                let (depots, terminals) = port.other_codes.iter().cloned().partition(|code| {
                    places.get(code).is_some_and(|place| place.kind == PlaceKind::InlandDepot)
                });
                (port.area.clone(), terminals, depots)
            };
            let seaport = if made_up { area.clone() } else { port.code.clone() };
            if depots.is_empty() {
                depots.push(fresh(&mut chance));
            }
            terminals.insert(0, seaport.clone());
            for (code, kind) in terminals
                .iter()
                .map(|code| (code, "seaport"))
                .chain(depots.iter().map(|code| (code, "inland_depot")))
            {
                codes.explain(code, &area, kind, (!made_up).then_some(places));
            }
            let alias = chance.happens(noise.aliases).then(|| {
                let code = fresh(&mut chance);
                (codes.intern(code), chance.below(OWN_SOURCES) as u8)
            });
            let ids = |codes: &mut Codes, texts: Vec<String>| -> Vec<CodeId> {
                texts.into_iter().map(|text| codes.intern(text)).collect()
            };
            let (seaport, terminals, depots) =
                (codes.intern(seaport), ids(&mut codes, terminals), ids(&mut codes, depots));
            codes.ports.push(PortCodes { area, seaport, terminals, depots, alias });
        }
        codes
    }

    /// A line of `areas.csv`; with `places` it says what the table knows of the place, too.
    fn explain(&mut self, code: &str, area: &str, kind: &str, places: Option<&Places>) {
        let Some(places) = places else {
            let _ = writeln!(self.areas_csv, "{code},{area}");
            return;
        };
        let position = places.get(code).and_then(Place::position);
        let (latitude, longitude) = position.unzip();
        let text = |degrees: Option<f64>| degrees.map(|value| format!("{value:.4}")).unwrap_or_default();
        let country = code.get(..2).unwrap_or_default();
        let _ =
            writeln!(self.areas_csv, "{code},{area},{},{},{country},{kind}", text(latitude), text(longitude));
    }

    fn intern(&mut self, text: String) -> CodeId {
        let known = self.texts.iter().position(|code| *code == text);
        known.unwrap_or_else(|| {
            self.texts.push(text);
            self.texts.len() - 1
        }) as CodeId
    }
}

/// Country codes that ISO 3166-1 leaves to its users: `QM` to `QZ` and `XA` to `XZ`.
fn user_country(number: usize) -> String {
    let place = number * 7 % 40;
    let (first, second) =
        if place < 14 { ('Q', b'M' + place as u8) } else { ('X', b'A' + (place - 14) as u8) };
    format!("{first}{}", char::from(second))
}

/// A well-formed code of this country that no table holds.
fn unknown(country: &str, places: &Places, used: &mut BTreeSet<String>, chance: &mut Chance) -> String {
    loop {
        let code = format!("{country}{}", chance.code(3));
        if places.get(&code).is_none() && used.insert(code.clone()) {
            return code;
        }
    }
}
