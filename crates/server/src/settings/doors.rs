//! Further doors by which messages come in, besides the API and the command line.

use super::SettingsSource;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// Which doors stand open.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DoorsSettings {
    /// A folder in which senders lay down files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<FolderSettings>,
    /// A broker that speaks MQTT.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mqtt: Option<MqttSettings>,
}

/// A broker and what is subscribed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "UncheckedMqtt")]
pub struct MqttSettings {
    /// `mqtts://host:8883`, or `mqtt://host:1883` without encryption.
    pub address: String,
    /// The name of our session there; no two servers may have the same.
    pub client_id: String,
    /// Topic filter = sender.
    pub topics: BTreeMap<String, String>,
    /// File in the data folder with the user in its first line and the password in its second; a path elsewhere only in
    /// the settings file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credentials_file: Option<String>,
    /// PEM file with the authorities that count, likewise; those of the system where it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ca_file: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UncheckedMqtt {
    address: String,
    #[serde(default = "client_id")]
    client_id: String,
    topics: BTreeMap<String, String>,
    credentials_file: Option<String>,
    ca_file: Option<String>,
}

fn client_id() -> String {
    "tidewaiter".to_owned()
}

/// Topic filters of a broker.
const TOPICS_MAX: usize = 1_000;

/// Where a broker is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MqttAddress {
    /// Name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Whether TLS is spoken.
    pub is_encrypted: bool,
}

fn mqtt_address(address: &str) -> Option<MqttAddress> {
    let (scheme, rest) = address.split_once("://")?;
    let (is_encrypted, usual) = match scheme {
        "mqtts" => (true, 8_883),
        "mqtt" => (false, 1_883),
        _ => return None,
    };
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()?),
        _ => (rest, usual),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let is_plain =
        !host.is_empty() && !host.contains(['/', '@', '?', '#']) && !host.contains(char::is_whitespace);
    is_plain.then(|| MqttAddress { host: host.to_owned(), port, is_encrypted })
}

impl TryFrom<UncheckedMqtt> for MqttSettings {
    type Error = String;

    fn try_from(found: UncheckedMqtt) -> Result<MqttSettings, String> {
        let UncheckedMqtt { address, client_id, topics, credentials_file, ca_file } = found;
        let known = mqtt_address(&address).ok_or_else(|| {
            format!("doors.mqtt.address is `{address}`; it is mqtts://HOST:PORT, or mqtt://HOST:PORT without encryption")
        })?;
        if client_id.is_empty() || client_id.len() > 128 {
            return Err("doors.mqtt.client_id has 1 to 128 bytes".to_owned());
        }
        if topics.is_empty() || topics.len() > TOPICS_MAX {
            return Err(format!(
                "doors.mqtt.topics has 1 to {TOPICS_MAX} lines \"topic filter\" = \"sender\""
            ));
        }
        for (filter, sender) in &topics {
            if !rumqttc::valid_filter(filter) || filter.len() > 1_000 {
                return Err(format!("doors.mqtt.topics: `{filter}` is no topic filter"));
            }
            if sender.trim().is_empty() || sender.trim() != sender || sender.chars().count() > 200 {
                return Err(format!("doors.mqtt.topics: the sender of `{filter}` has 1 to 200 characters"));
            }
        }
        if !known.is_encrypted && ca_file.is_some() {
            return Err("doors.mqtt.ca_file is for an address that begins with mqtts://".to_owned());
        }
        Ok(MqttSettings { address, client_id, topics, credentials_file, ca_file })
    }
}

impl MqttSettings {
    /// Where the broker is.
    pub fn parts(&self) -> MqttAddress {
        let nowhere = MqttAddress { host: String::new(), port: 0, is_encrypted: true };
        mqtt_address(&self.address).unwrap_or(nowhere)
    }
}

/// A watched folder: each folder in it is a sender's, and the files in that are theirs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "UncheckedFolder")]
pub struct FolderSettings {
    /// Where it is; relative to the data folder.
    pub path: String,
    /// Pause between two looks, in seconds.
    pub poll_seconds: f64,
    /// A file is taken when it has not changed for so many seconds.
    pub quiet_seconds: f64,
    /// Longest file that is taken, in bytes.
    pub file_bytes_max: u64,
    /// What was read stays in `.done` for so many days; 0 removes it at once and keeps its receipt for a day.
    pub keep_days: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UncheckedFolder {
    path: String,
    #[serde(default = "two")]
    poll_seconds: f64,
    #[serde(default = "two")]
    quiet_seconds: f64,
    #[serde(default = "file_bytes_max")]
    file_bytes_max: u64,
    #[serde(default = "keep_days")]
    keep_days: f64,
}

fn two() -> f64 {
    2.0
}

fn file_bytes_max() -> u64 {
    64 << 20
}

fn keep_days() -> f64 {
    30.0
}

/// Longest file that may be set: it is in memory while it is kept.
const FILE_BYTES_MAX: u64 = 256 << 20;

impl TryFrom<UncheckedFolder> for FolderSettings {
    type Error = String;

    fn try_from(found: UncheckedFolder) -> Result<FolderSettings, String> {
        let UncheckedFolder { path, poll_seconds, quiet_seconds, file_bytes_max, keep_days } = found;
        if path.trim().is_empty() {
            return Err("doors.folder.path is empty; name the folder to watch".to_owned());
        }
        within("doors.folder.poll_seconds", poll_seconds, 0.05, 3_600.0)?;
        within("doors.folder.quiet_seconds", quiet_seconds, 0.0, 3_600.0)?;
        within("doors.folder.keep_days", keep_days, 0.0, 36_500.0)?;
        if file_bytes_max == 0 || file_bytes_max > FILE_BYTES_MAX {
            return Err(format!(
                "doors.folder.file_bytes_max is {file_bytes_max}; it is 1 to {FILE_BYTES_MAX}"
            ));
        }
        Ok(FolderSettings { path, poll_seconds, quiet_seconds, file_bytes_max, keep_days })
    }
}

fn within(name: &str, value: f64, low: f64, high: f64) -> Result<(), String> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(format!("{name} is {value}; it is {low} to {high}"))
}

impl FolderSettings {
    /// Pause between two looks.
    pub fn poll(&self) -> Duration {
        Duration::from_secs_f64(self.poll_seconds)
    }

    /// How long a file must not have changed.
    pub fn quiet(&self) -> Duration {
        Duration::from_secs_f64(self.quiet_seconds)
    }
}

impl DoorsSettings {
    /// Settings that were set over the console open nothing outside the data folder: who may change settings could have
    /// any other file of the machine read and moved.
    ///
    /// # Errors
    /// Which setting names what it must not.
    pub fn check_source(&self, from: SettingsSource) -> Result<(), DoorFault> {
        if from == SettingsSource::File {
            return Ok(());
        }
        let files = self.mqtt.iter().flat_map(|mqtt| [&mqtt.credentials_file, &mqtt.ca_file]).flatten();
        for file in files {
            if Path::new(file).file_name().is_none_or(|name| name != file.as_str()) {
                let text = format!(
                    "doors.mqtt names the file `{file}`; settings kept in the database name a file in the data folder, without \
                     a path"
                );
                return Err(DoorFault { key: "mqtt", text });
            }
        }
        let Some(folder) = &self.folder else { return Ok(()) };
        let path = &folder.path;
        if Path::new(path).file_name().is_some_and(|name| name == path.as_str()) && is_inbox(path) {
            return Ok(());
        }
        let text = format!(
            "doors.folder.path is `{path}`; settings kept in the database name a folder in the data folder whose name begins \
             with `{INBOX}`, without a path"
        );
        Err(DoorFault { key: "path", text })
    }
}

/// A setting of a door that cannot stand where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorFault {
    /// Its key, to find its line by.
    pub key: &'static str,
    /// What is wrong.
    pub text: String,
}

/// What the name of a watched folder in the data folder begins with, so that it is never one of the store's own.
pub const INBOX: &str = "inbox";

/// Whether a name in the data folder is that of a watched folder.
pub fn is_inbox(name: &str) -> bool {
    name.starts_with(INBOX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn read(text: &str) -> Result<FolderSettings, String> {
        let settings = Settings::from_text(&format!("[doors.folder]\n{text}")).map_err(|fault| fault.text)?;
        settings.doors.folder.ok_or_else(|| "no table".to_owned())
    }

    #[test]
    fn a_folder_has_defaults_and_bounds() {
        let folder = read("path = 'inbox'").unwrap();
        assert_eq!((folder.poll_seconds, folder.quiet_seconds, folder.keep_days), (2.0, 2.0, 30.0));
        assert_eq!(folder.file_bytes_max, 64 << 20);
        for (text, said) in [
            ("path = ' '", "path is empty"),
            ("path = 'inbox'\npoll_seconds = 0.0", "poll_seconds is 0"),
            ("path = 'inbox'\nquiet_seconds = -1.0", "quiet_seconds is -1"),
            ("path = 'inbox'\nfile_bytes_max = 0", "file_bytes_max is 0"),
            ("path = 'inbox'\nkeep_days = nan", "keep_days is NaN"),
            ("path = 'inbox'\nquiet_second = 1.0", "did you mean `quiet_seconds`"),
            ("poll_seconds = 1.0", "missing field `path`"),
        ] {
            let fault = read(text).unwrap_err();
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }

    #[test]
    fn settings_of_the_console_open_nothing_outside_the_data_folder() {
        let set = |path: &str| DoorsSettings {
            folder: Some(read(&format!("path = '{path}'")).unwrap()),
            ..DoorsSettings::default()
        };
        for path in ["/srv/inbox", "../inbox", "inbox/deep", "history", "./inbox", ".."] {
            assert!(set(path).check_source(SettingsSource::Database).is_err(), "{path}");
        }
        assert_eq!(set("inbox-2").check_source(SettingsSource::Database), Ok(()));
        assert_eq!(set("/srv/inbox").check_source(SettingsSource::File), Ok(()));
        assert_eq!(DoorsSettings::default().check_source(SettingsSource::Database), Ok(()));
    }

    #[test]
    fn a_broker_has_an_address_and_topics() {
        let read = |text: &str| {
            let settings =
                Settings::from_text(&format!("[doors.mqtt]\n{text}")).map_err(|fault| fault.text)?;
            settings.doors.mqtt.ok_or_else(|| "no table".to_owned())
        };
        let topics = "topics = { 'csm/line/#' = 'LINE' }";
        for (address, host, port, is_encrypted) in [
            ("mqtts://broker.example", "broker.example", 8_883, true),
            ("mqtt://127.0.0.1:18", "127.0.0.1", 18, false),
            ("mqtts://[::1]:99", "::1", 99, true),
            ("mqtts://[::1]", "::1", 8_883, true),
        ] {
            let set = read(&format!("address = '{address}'\n{topics}")).unwrap();
            assert_eq!(set.parts(), MqttAddress { host: host.to_owned(), port, is_encrypted }, "{address}");
            assert_eq!(set.client_id, "tidewaiter");
        }
        for (text, said) in [
            (format!("address = 'http://b'\n{topics}"), "mqtts://HOST"),
            (format!("address = 'mqtt://a@b'\n{topics}"), "mqtts://HOST"),
            (format!("address = 'mqtt://b:port'\n{topics}"), "mqtts://HOST"),
            (format!("address = 'mqtt://b'\nca_file = 'x'\n{topics}"), "mqtts://"),
            ("address = 'mqtt://b'\ntopics = {}".to_owned(), "topics has 1"),
            ("address = 'mqtt://b'\ntopics = { 'a/#/b' = 'LINE' }".to_owned(), "no topic filter"),
            ("address = 'mqtt://b'\ntopics = { 'a/#' = '' }".to_owned(), "the sender of"),
        ] {
            let fault = read(&text).unwrap_err();
            assert!(fault.contains(said), "{text}: {fault}");
        }
        let set = read(&format!("address = 'mqtt://b'\ncredentials_file = '/etc/x'\n{topics}")).unwrap();
        let doors = DoorsSettings { mqtt: Some(set), ..DoorsSettings::default() };
        assert!(doors.check_source(SettingsSource::Database).is_err());
        assert!(doors.check_source(SettingsSource::File).is_ok());
    }
}
