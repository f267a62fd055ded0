//! Reference tables: places, sea distances, countries, HS codes. Facts with their source, built into the library.
//!
//! The tables are text files under `crates/model/tables`, written by `scripts/reference/build.sh`; the book's page
//! `reference/tables.md` says what they hold and where each fact comes from.

mod areas_file;
mod code_hash;
mod countries;
mod hs;
mod places;
mod sea;
mod sea_search;
mod sphere;
mod table;

pub use countries::{Country, countries, country, country_name};
pub use hs::{HsCode, HsEdition, hs_chapter, hs_code, hs_codes};
pub use places::{Place, PlaceKind, Places};
pub use sea::{SeaNetwork, SeaRoute};
pub use sphere::great_circle_nm;
