//! How much senders may send.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What every sender may send, and who may send more or less.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SendersSettings {
    /// Messages a minute.
    pub messages_a_minute: u32,
    /// Bytes a day (UTC), as they come.
    pub bytes_a_day: u64,
    /// Bytes of one request.
    pub bytes_a_request: u64,
    /// Senders by name.
    pub of: BTreeMap<String, SenderSettings>,
}

/// What one sender may send; what is left out is as for every sender.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SenderSettings {
    /// Messages a minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messages_a_minute: Option<u32>,
    /// Bytes a day (UTC), as they come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes_a_day: Option<u64>,
    /// Bytes of one request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes_a_request: Option<u64>,
}

/// What applies to a sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SenderLimits {
    /// Messages a minute; 0 lets nothing in.
    pub messages_a_minute: u32,
    /// Bytes a day (UTC), as they come.
    pub bytes_a_day: u64,
    /// Bytes of one request.
    pub bytes_a_request: u64,
}

impl Default for SendersSettings {
    fn default() -> Self {
        SendersSettings {
            messages_a_minute: 1_000_000,
            bytes_a_day: 64 << 30,
            bytes_a_request: 64 << 20,
            of: BTreeMap::new(),
        }
    }
}

impl SendersSettings {
    /// What applies to a sender.
    pub fn of(&self, sender: &str) -> SenderLimits {
        let own = self.of.get(sender).copied().unwrap_or_default();
        SenderLimits {
            messages_a_minute: own.messages_a_minute.unwrap_or(self.messages_a_minute),
            bytes_a_day: own.bytes_a_day.unwrap_or(self.bytes_a_day),
            bytes_a_request: own.bytes_a_request.unwrap_or(self.bytes_a_request),
        }
    }
}
