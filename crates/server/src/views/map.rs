//! The map.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tidewaiter_model::assessment::Lane;
use tidewaiter_model::time::UtcTime;
use utoipa::ToSchema;

/// A port area on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MapArea {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: String,
    /// Latitude, decimal degrees.
    pub lat: f64,
    /// Longitude, decimal degrees.
    pub lon: f64,
}

/// A call: index in `areas`, arrival and departure in seconds since 1970, `null` where unknown.
pub type MapCall = (u32, Option<i64>, Option<i64>);

/// A consignment on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MapConsignment {
    /// Its id.
    pub id: String,
    /// Its score.
    pub score: f64,
    /// Its lane, where it is listed.
    #[schema(value_type = Option<String>, required)]
    pub lane: Option<Lane>,
    /// Container and goods, short.
    pub label: String,
    /// Its calls in order: `[area, arrived, departed]`.
    #[schema(value_type = Vec<Vec<Option<i64>>>)]
    pub calls: Vec<MapCall>,
}

/// Consignments of a filter on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MapAnswer {
    /// Only what was received up to here was used.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: UtcTime,
    /// How many match.
    pub total: u64,
    /// Whether there are more than the limit.
    pub truncated: bool,
    /// The areas that calls refer to.
    pub areas: Vec<MapArea>,
    /// The consignments, riskiest first.
    pub consignments: Vec<MapConsignment>,
    /// First time of any call.
    #[schema(value_type = String, format = DateTime)]
    pub from: UtcTime,
    /// Last time of any call.
    #[schema(value_type = String, format = DateTime)]
    pub to: UtcTime,
}

/// How the administration wants its map: borders and names are its choice. Table `[map]` of the settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MapSettings {
    /// Longitude and latitude of the centre.
    #[schema(value_type = Vec<f64>)]
    pub center: [f64; 2],
    /// How near; 1 shows the world.
    pub zoom: f64,
    /// Countries drawn as home, ISO 3166-1 alpha-2.
    pub home_countries: Vec<String>,
    /// The administration's name for a country or area, by code.
    pub names: BTreeMap<String, String>,
    /// Codes drawn as disputed.
    pub disputed: Vec<String>,
    /// The administration's own outlines instead of the built-in ones.
    #[schema(required)]
    pub outlines_url: Option<String>,
}

impl Default for MapSettings {
    fn default() -> Self {
        MapSettings {
            center: [20.0, 25.0],
            zoom: 1.0,
            home_countries: Vec::new(),
            names: BTreeMap::new(),
            disputed: Vec::new(),
            outlines_url: None,
        }
    }
}
