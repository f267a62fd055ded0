//! The reader of the areas file without the places that ship with the project, from the source of the model.
#![allow(dead_code, reason = "of the sources taken in here only the reader is used")]

#[path = "../../../../model/src/reference/areas_file.rs"]
mod areas_file;
#[path = "../../../../model/src/reference/sphere.rs"]
mod sphere;
#[path = "../../../../model/src/reference/table.rs"]
mod table;

mod places {
    pub(super) use tidewaiter_model::reference::{Place, PlaceKind};
}

use tidewaiter_model::diagnostic::Diagnostic;
use tidewaiter_model::reference::Place;

/// Each row of the file as a place that nobody knew, and what was wrong with the file.
pub(crate) fn read(text: &str) -> (Vec<Place>, Vec<Diagnostic>) {
    let (changes, diagnostics) = areas_file::read(text);
    let places = changes.into_iter().map(|change| {
        let mut place = change.new_place();
        change.apply(&mut place);
        place
    });
    (places.collect(), diagnostics)
}
