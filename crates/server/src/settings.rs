//! Thresholds and capacities that an administration sets, in `tidewaiter.toml` of the data folder.

use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::path::Path;
use tidewaiter_risk::{RiskSettings, SelectionSettings};

/// The name of the settings file in the data folder.
pub const SETTINGS_FILE: &str = "tidewaiter.toml";

/// Everything that can be set. What the file leaves out keeps its default.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Trips, joins, indicators, weights.
    pub risk: RiskSettings,
    /// Capacity, random arm.
    pub selection: SelectionSettings,
}

impl Settings {
    /// Reads the settings of a data folder; the defaults where there is no file.
    pub fn load(folder: &Path) -> Result<Settings> {
        let path = folder.join(SETTINGS_FILE);
        let name = path.display().to_string();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Settings::default()),
            Err(source) => return Err(Error::File { path: name, source }),
        };
        toml::from_str(&text).map_err(|error| Error::Use(format!("{name}: {error}")))
    }
}
