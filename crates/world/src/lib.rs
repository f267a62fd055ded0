//! A synthetic trading world with planted wrongdoing and its truth, in the real wire formats.
//!
//! Ports and distances are real; companies, carriers, vessels and containers are made up. The book's page
//! `concepts/world.md` tells how the world works and what is planted in it. Nothing here reads a file or a clock:
//! files are handed to the caller, and the same settings give the same bytes.

mod anomalies;
mod carriage;
mod chance;
mod documents;
mod fleet;
mod geography;
mod goods;
mod imports;
mod journeys;
mod names;
mod oddities;
mod papers;
mod plan;
mod reports;
mod routes;
mod services;
mod settings;
mod shipping;
mod status_files;
mod trade;
mod traders;
pub mod truth;
mod world;
mod wrongdoing;

pub use anomalies::Anomaly;
pub use carriage::{CARRIAGE_COLUMNS, CarriageCounts, CarriageSettings, generate_carriage};
pub use oddities::Oddity;
pub use settings::{CONTAINERS_MAX, DAYS_MAX, Folder, Profile, WorldSettings};
pub use wrongdoing::Wrongdoing;

use tidewaiter_model::reference::{Places, SeaNetwork};

/// Makes a world and hands over its files, each once and whole: folder, path relative to it, bytes.
///
/// Entry summaries come while the world runs, the rest at its end. Files are bounded: CSV by month and 24 MiB, DCSA
/// bodies by 200 events, entry summaries one each. Ports that `places` cannot locate take no part.
pub fn generate(
    settings: &WorldSettings,
    places: &Places,
    sea: &SeaNetwork,
    file: &mut dyn FnMut(Folder, &str, &[u8]),
) {
    let mut world = world::World::new(settings.held(), places, sea);
    world.run(file);
    world.finish(file);
}
