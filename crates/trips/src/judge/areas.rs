//! Port areas as the judge sees them: by number of one run, and by a number that every run agrees on.

use crate::area::{AreaId, Gazetteer};
use crate::routes::{Key, Region, key_of, region_of};
use tidewaiter_model::reference::Places;

/// What is known of one area.
#[derive(Debug, Clone, Default)]
pub(crate) struct Area {
    pub(crate) key: Key,
    pub(crate) code: Box<str>,
    pub(crate) country: Box<str>,
    pub(crate) country_key: Key,
    pub(crate) region: Option<Region>,
    pub(crate) position: Option<(f64, f64)>,
    pub(crate) hub: bool,
}

/// The areas of one run, in the order of their [`AreaId`]s. Made once, read by every judge.
#[derive(Debug, Clone, Default)]
pub struct JudgeAreas {
    areas: Vec<Area>,
    nowhere: Area,
}

impl JudgeAreas {
    /// The areas with these codes, numbered as they come.
    fn new<'c>(codes: impl IntoIterator<Item = &'c str>, places: &Places) -> JudgeAreas {
        let areas = codes.into_iter().map(|code| area(code, places)).collect();
        JudgeAreas { areas, nowhere: Area::default() }
    }

    /// The areas of a gazetteer, under its numbers.
    pub fn of(gazetteer: &Gazetteer, places: &Places) -> JudgeAreas {
        let numbers = 0..u32::try_from(gazetteer.len()).unwrap_or(u32::MAX);
        JudgeAreas::new(numbers.map(|number| gazetteer.code(AreaId(number))), places)
    }

    /// The number of an area that may not be there yet.
    pub(crate) fn enter(&mut self, code: &str, places: &Places) -> AreaId {
        let found = self.areas.iter().position(|area| *area.code == *code);
        let number = found.unwrap_or_else(|| {
            self.areas.push(area(code, places));
            self.areas.len() - 1
        });
        AreaId(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// The same of an area of which the country is all that is known.
    pub(crate) fn enter_bare(&mut self, code: &str, country: &str) -> AreaId {
        let found = self.areas.iter().position(|area| *area.code == *code);
        let number = found.unwrap_or_else(|| {
            self.areas.push(Area {
                key: key_of(code),
                code: code.into(),
                country: country.into(),
                country_key: key_of(country),
                region: region_of(country),
                ..Area::default()
            });
            self.areas.len() - 1
        });
        AreaId(u32::try_from(number).unwrap_or(u32::MAX))
    }

    pub(crate) fn get(&self, area: AreaId) -> &Area {
        self.areas.get(area.index()).unwrap_or(&self.nowhere)
    }

    pub(crate) fn key(&self, area: AreaId) -> Key {
        self.get(area).key
    }
}

fn area(code: &str, places: &Places) -> Area {
    let country = places.country_of(code).unwrap_or("");
    Area {
        key: key_of(code),
        code: code.into(),
        country: country.into(),
        country_key: key_of(country),
        region: region_of(country),
        position: places.area_position(code),
        hub: places.is_hub(code),
    }
}
