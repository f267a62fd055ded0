//! Declared places, which may be codes, names or anything else, and the places we know.

use super::{DeclaredPlace, Draft};
use std::collections::HashMap;
use tidewaiter_model::entry_summary::LocalText;
use tidewaiter_model::reference::{Place, Places};

/// Places by code and by exact name. A name that several port areas share names none of them.
pub(super) struct Gazetteer<'a> {
    places: &'a Places,
    by_name: HashMap<String, Option<&'a Place>>,
}

impl<'a> Gazetteer<'a> {
    pub(super) fn new(places: &'a Places) -> Gazetteer<'a> {
        let mut by_name: HashMap<String, Option<&'a Place>> = HashMap::new();
        for place in places.iter() {
            let with_country = format!("{}, {}", place.name, place.country).to_uppercase();
            for name in [place.name.to_uppercase(), with_country] {
                let known = by_name.entry(name).or_insert(Some(place));
                if known.is_some_and(|known| known.area != place.area) {
                    *known = None;
                }
            }
        }
        Gazetteer { places, by_name }
    }

    fn find(&self, text: &str) -> Option<&'a Place> {
        let upper = text.trim().to_uppercase();
        let code: String = upper.chars().filter(|character| *character != ' ').collect();
        let by_code = if code.len() == 5 { self.places.get(&code) } else { None };
        by_code.or_else(|| self.by_name.get(&upper).copied().flatten())
    }
}

/// Looks up the declared places of every draft.
pub(super) fn resolve<'a>(drafts: &mut [Draft<'a>], gazetteer: &Gazetteer<'a>) {
    let mut found: HashMap<&'a str, Option<&'a Place>> = HashMap::new();
    let mut declared = |text: Option<&'a LocalText>, message| {
        let text = text?;
        let place = (*found.entry(&text.text).or_insert_with(|| gazetteer.find(&text.text)))?;
        let area = if place.area.is_empty() { place.code.as_str() } else { place.area.as_str() };
        Some(DeclaredPlace { text: &text.text, area, country: &place.country, message, span: text.span })
    };
    for draft in drafts {
        draft.loading = draft.items.iter().find_map(|item| declared(item.place_of_loading(), item.message));
        draft.unloading =
            draft.items.iter().find_map(|item| declared(item.place_of_unloading(), item.message));
    }
}
