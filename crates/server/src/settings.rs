//! Thresholds and capacities that an administration sets, in `tidewaiter.toml` of the data folder.

use crate::error::{Error, Result};
use crate::views::MapSettings;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;
use tidewaiter_model::diagnostic::Severity;
use tidewaiter_model::reference::Places;
use tidewaiter_risk::{RiskSettings, SelectionSettings};
use tidewaiter_store::Store;

/// The name of the settings file in the data folder.
pub const SETTINGS_FILE: &str = "tidewaiter.toml";
/// The name of the file in the data folder that adds places and port areas to the built-in table.
pub const AREAS_FILE: &str = "areas.csv";

/// Under this name the store keeps the settings that were set over the console or the API.
pub const SETTING: &str = "settings";

/// Everything that can be set. What the file leaves out keeps its default.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Trips, joins, indicators, weights.
    pub risk: RiskSettings,
    /// Capacity, random arm.
    pub selection: SelectionSettings,
    /// The officers' queue.
    pub queue: QueueSettings,
    /// Map of the console: borders and names are the administration's choice.
    pub map: MapSettings,
    /// Sessions, locks, signing in elsewhere.
    pub server: ServerSettings,
    /// The administration's own places over the built-in table; `None` without [`AREAS_FILE`].
    #[serde(skip)]
    own_places: Option<Arc<Places>>,
}

/// The officers' queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QueueSettings {
    /// A case is to be decided within so many hours of its expected arrival.
    pub decide_within_hours_of_arrival: f64,
    /// A case that was taken is free again after so many minutes, unless it is taken anew.
    pub lock_minutes: f64,
    /// An outcome can be taken back for so many seconds.
    pub undo_seconds: f64,
}

impl Default for QueueSettings {
    fn default() -> Self {
        QueueSettings { decide_within_hours_of_arrival: 72.0, lock_minutes: 10.0, undo_seconds: 10.0 }
    }
}

/// How people are let in, and for how long.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServerSettings {
    /// A session ends after so many minutes without a request.
    pub session_idle_minutes: u32,
    /// And after so many hours in any case.
    pub session_hours: u32,
}

impl Default for ServerSettings {
    fn default() -> Self {
        ServerSettings { session_idle_minutes: 30, session_hours: 12 }
    }
}

/// Where the settings that apply come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SettingsSource {
    /// Nothing was set.
    Defaults,
    /// Set over the console or the API.
    Database,
    /// [`SETTINGS_FILE`] in the data folder, which wins.
    File,
}

/// What is wrong with a text of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFault {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub text: String,
}

/// The text of the settings that apply, and where it comes from.
///
/// # Errors
/// What the system or the database said.
pub async fn kept(folder: &Path, store: &Store) -> Result<(String, SettingsSource)> {
    if let Some((_, text)) = read(folder, SETTINGS_FILE)? {
        return Ok((text, SettingsSource::File));
    }
    Ok(match store.setting_get(SETTING).await? {
        Some(text) => (text, SettingsSource::Database),
        None => (String::new(), SettingsSource::Defaults),
    })
}

impl Settings {
    /// The settings of a text.
    ///
    /// # Errors
    /// What is wrong with it, and in which line.
    pub fn from_text(text: &str) -> std::result::Result<Settings, SettingsFault> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            SettingsFault { line, text: error.message().to_owned() }
        })
    }

    /// All of the settings as a text.
    ///
    /// # Errors
    /// [`Error::Use`] when a value cannot stand in TOML.
    pub fn to_text(&self) -> Result<String> {
        toml::to_string(self).map_err(|error| Error::Use(format!("settings: {error}")))
    }

    /// The settings that apply to a store and its data folder.
    ///
    /// # Errors
    /// What is wrong with them; what the system or the database said.
    pub async fn of(folder: &Path, store: &Store) -> Result<Settings> {
        match kept(folder, store).await? {
            (text, SettingsSource::Database) => {
                let settings = Settings::from_text(&text);
                let settings = settings.map_err(|fault| {
                    Error::Use(format!("settings in the database, line {}: {}", fault.line, fault.text))
                });
                settings?.with_places(folder)
            }
            _ => Settings::load(folder),
        }
    }

    /// Reads the settings and the own places of a data folder; the defaults where there is no file.
    pub fn load(folder: &Path) -> Result<Settings> {
        let settings = match read(folder, SETTINGS_FILE)? {
            Some((name, text)) => {
                toml::from_str(&text).map_err(|error| Error::Use(format!("{name}: {error}")))?
            }
            None => Settings::default(),
        };
        settings.with_places(folder)
    }

    fn with_places(mut self, folder: &Path) -> Result<Settings> {
        if let Some((path, text)) = read(folder, AREAS_FILE)? {
            let (places, mut diagnostics) = Places::builtin().extended(&text);
            diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
            if !diagnostics.is_empty() {
                return Err(Error::Settings { path, diagnostics });
            }
            self.own_places = Some(Arc::new(places));
        }
        Ok(self)
    }

    /// The places that apply.
    pub fn places(&self) -> &Places {
        self.own_places.as_deref().unwrap_or_else(|| Places::builtin())
    }
}

/// A file of the data folder by its full name and text; `None` when it is not there.
fn read(folder: &Path, file: &str) -> Result<Option<(String, String)>> {
    let path = folder.join(file);
    let name = path.display().to_string();
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some((name, text))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::File { path: name, source }),
    }
}
