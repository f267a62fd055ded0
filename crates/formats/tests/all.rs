//! Tests of the readers and writers through their public functions.

#[path = "all/blocks.rs"]
mod blocks;
#[path = "all/dcsa.rs"]
mod dcsa;
#[path = "all/declarations.rs"]
mod declarations;
#[path = "all/edifact.rs"]
mod edifact;
#[path = "all/ens.rs"]
mod ens;
#[path = "all/ens_cases.rs"]
mod ens_cases;
#[path = "all/fields.rs"]
mod fields;
#[path = "all/fixtures.rs"]
mod fixtures;
#[path = "all/round_trips.rs"]
mod round_trips;
#[path = "all/shared_data.rs"]
mod shared_data;
#[path = "all/status_csv.rs"]
mod status_csv;
#[path = "all/wco.rs"]
mod wco;
#[path = "all/wco_fixtures.rs"]
mod wco_fixtures;
