//! Thresholds and capacities that an administration sets, in `tidewaiter.toml` of the data folder.

mod doors;
mod openid_connect;
mod senders;

pub use doors::{DoorFault, DoorsSettings, FolderSettings, INBOX, MqttAddress, MqttSettings, is_inbox};
pub use openid_connect::{OpenIdConnectSettings, claim};
pub use senders::{SenderLimits, SenderSettings, SendersSettings};

use crate::error::{Error, Result};
use crate::near::Pattern;
use crate::views::MapSettings;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
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

/// A name with more errors than this is not taken for a misspelling.
const NEAR_MAX: u32 = 4;

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
    /// Names of vessels by IMO number, to find them by: no message names one.
    pub vessels: BTreeMap<String, String>,
    /// Sessions.
    pub server: ServerSettings,
    /// Further doors by which messages come in.
    pub doors: DoorsSettings,
    /// How much senders may send.
    pub senders: SendersSettings,
    /// Signing in by OpenID Connect, where that is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openid_connect: Option<OpenIdConnectSettings>,
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

impl SettingsFault {
    fn of(self, source: &str) -> Error {
        Error::Use(format!("{source}, line {}: {}", self.line, self.text))
    }
}

/// What serde says of a name that it does not know, with the nearest of those that it does. Its words are
/// "unknown field `a`, expected one of `b`, `c`"; where they are others, they stay as they are.
fn with_nearest(said: &str) -> String {
    let what = match said.split_once(" `") {
        Some(("unknown field", _)) => "setting",
        Some(("unknown variant", _)) => "value",
        _ => return said.to_owned(),
    };
    // What stands between backticks: the name in question, then those that are known.
    let mut names = said.split('`').skip(1).step_by(2);
    let Some(found) = names.next() else { return said.to_owned() };
    let known: Vec<&str> = names.collect();
    let mut text = format!("unknown {what} `{found}`");
    let pattern = Pattern::new(found);
    let near = known.iter().filter_map(|name| {
        let distance = pattern.as_ref()?.within(name, NEAR_MAX)?;
        Some((distance, *name))
    });
    match near.min() {
        Some((_, name)) => text.push_str(&format!("; did you mean `{name}`?")),
        None => text.push_str(&format!("; there are {}", known.join(", "))),
    }
    text
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
            SettingsFault { line, text: with_nearest(error.message()) }
        })
    }

    /// All of the settings as a text.
    ///
    /// # Errors
    /// [`Error::Use`] when a value cannot stand in TOML.
    pub fn to_text(&self) -> Result<String> {
        toml::to_string(self).map_err(|error| Error::Use(format!("settings: {error}")))
    }

    /// Whether scores, lists and deadlines come out the same with the other settings.
    ///
    /// # Errors
    /// [`Error::Use`] when a value cannot stand in TOML.
    pub fn judges_as(&self, other: &Settings) -> Result<bool> {
        let judging = |settings: &Settings| {
            let Settings { risk, selection, queue, .. } = settings.clone();
            let decide_within_hours_of_arrival = queue.decide_within_hours_of_arrival;
            let queue = QueueSettings { decide_within_hours_of_arrival, ..QueueSettings::default() };
            Settings { risk, selection, queue, ..Settings::default() }.to_text()
        };
        Ok(judging(self)? == judging(other)?)
    }

    /// The settings that apply to a store and its data folder.
    ///
    /// # Errors
    /// What is wrong with them; what the system or the database said.
    pub async fn of(folder: &Path, store: &Store) -> Result<Settings> {
        match kept(folder, store).await? {
            (text, SettingsSource::Database) => {
                let settings = Settings::from_text(&text);
                settings.map_err(|fault| fault.of("settings in the database"))?.with_places(folder)
            }
            _ => Settings::load(folder),
        }
    }

    /// Reads the settings and the own places of a data folder; the defaults where there is no file.
    pub fn load(folder: &Path) -> Result<Settings> {
        let settings = match read(folder, SETTINGS_FILE)? {
            Some((name, text)) => Settings::from_text(&text).map_err(|fault| fault.of(&name))?,
            None => Settings::default(),
        };
        settings.with_places(folder)
    }

    /// With the own places of a data folder.
    ///
    /// # Errors
    /// What is wrong with its [`AREAS_FILE`].
    pub fn with_places(mut self, folder: &Path) -> Result<Settings> {
        if let Some((path, text)) = read(folder, AREAS_FILE)? {
            self.own_places = Some(Arc::new(extended(path, &text)?));
        }
        Ok(self)
    }

    /// The places that apply.
    pub fn places(&self) -> &Places {
        self.own_places.as_deref().unwrap_or_else(|| Places::builtin())
    }
}

/// The built-in places, with those of a file on top if one is named.
///
/// # Errors
/// The file cannot be read, or some of its rows cannot be used.
pub fn places_with(file: Option<&Path>) -> Result<Cow<'static, Places>> {
    let Some(path) = file else { return Ok(Cow::Borrowed(Places::builtin())) };
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|source| Error::File { path: name.clone(), source })?;
    extended(name, &text).map(Cow::Owned)
}

fn extended(path: String, text: &str) -> Result<Places> {
    let (places, mut diagnostics) = Places::builtin().extended(text);
    diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
    if diagnostics.is_empty() { Ok(places) } else { Err(Error::Settings { path, diagnostics }) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_setting_is_refused_with_its_line_and_the_nearest() {
        for (text, line, wrong, right) in [
            ("[selection]\nrandom_shared = 1", 2, "random_shared", "random_share"),
            ("[selecton]\nseed = 1", 1, "selecton", "selection"),
            ("[risk.fusion]\nweight_other = 1.0", 2, "weight_other", "weight_otherwise"),
            ("[risk.trips]\n\njiter_hours = 1.0", 3, "jiter_hours", "jitter_hours"),
            ("[risk.mass]\nkilogram = 1.0", 2, "kilogram", "kilograms"),
            ("[risk.fusion.weights.RT-RARE]\nweight = 0.1\nvariant = {}", 3, "variant", "variants"),
            ("[queue]\nlock_minute = 1.0", 2, "lock_minute", "lock_minutes"),
            ("[server]\nsession_hour = 1", 2, "session_hour", "session_hours"),
        ] {
            let fault = Settings::from_text(text).unwrap_err();
            assert_eq!(fault.line, line, "{text}: {fault:?}");
            assert_eq!(fault.text, format!("unknown setting `{wrong}`; did you mean `{right}`?"));
        }
        let fault = Settings::from_text("[queue]\ncompletely_different = 1").unwrap_err();
        assert!(fault.text.contains("there are decide_within_hours_of_arrival, lock_minutes"), "{fault:?}");
        let fault = Settings::from_text("[queue]\nlock_minutes = 'long'").unwrap_err();
        assert!(fault.text.contains("expected"), "{fault:?}");
    }

    #[test]
    fn what_is_written_out_can_be_read_again() {
        let text = Settings::default().to_text().unwrap();
        assert_eq!(Settings::from_text(&text).unwrap().to_text().unwrap(), text);
    }
}
