//! Container status messages: one message reports one event of one container.

use crate::time::UtcTime;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

macro_rules! codes {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum $name { $($(#[$inner])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every code, in the order of its number.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The code as it stands in messages.
            #[inline]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The code with this text, exactly as written.
            #[inline]
            pub fn from_code(text: &[u8]) -> Option<$name> {
                $(if text == $text.as_bytes() { return Some($name::$variant); })+
                None
            }
        }
    };
}

codes! {
    /// What happened to the container. Codes follow DCSA Track & Trace 2.2, extended by the events that
    /// US 19 CFR 4.7d and EU Implementing Regulation 2016/345 name.
    EventCode {
        /// Empty container picked up for stuffing.
        PickedUp = "PICK",
        /// Goods loaded into the container.
        Stuffed = "STUF",
        /// In through a facility's gate.
        GateIn = "GTIN",
        /// Out through a facility's gate.
        GateOut = "GTOT",
        /// Loaded on a vessel.
        Loaded = "LOAD",
        /// Discharged from a vessel.
        Discharged = "DISC",
        /// The vessel left with the container aboard.
        Departed = "DEPA",
        /// The vessel arrived with the container aboard.
        Arrived = "ARRI",
        /// Moved inside one terminal.
        Moved = "MOVE",
        /// Inspected.
        Inspected = "INSP",
        /// Goods taken out of the container.
        Stripped = "STRP",
        /// Empty container returned.
        Returned = "DROP",
        /// A new seal was put on.
        Resealed = "RSEA",
        /// Booking confirmed.
        Booked = "BOOK",
        /// Under heavy repair.
        Repaired = "REPR",
        /// Anything else a dialect reports: kept, never used to cut a trip.
        Other = "OTHR",
    }
}

impl EventCode {
    /// The event that undoes this one at the same place, and that it is mistaken for: in and out, on and off.
    pub const fn opposite(self) -> Option<EventCode> {
        Some(match self {
            EventCode::GateIn => EventCode::GateOut,
            EventCode::GateOut => EventCode::GateIn,
            EventCode::Loaded => EventCode::Discharged,
            EventCode::Discharged => EventCode::Loaded,
            EventCode::Departed => EventCode::Arrived,
            EventCode::Arrived => EventCode::Departed,
            EventCode::Stuffed => EventCode::Stripped,
            EventCode::Stripped => EventCode::Stuffed,
            EventCode::PickedUp => EventCode::Returned,
            EventCode::Returned => EventCode::PickedUp,
            EventCode::Moved
            | EventCode::Inspected
            | EventCode::Resealed
            | EventCode::Booked
            | EventCode::Repaired
            | EventCode::Other => return None,
        })
    }
}

codes! {
    /// Whether goods are in the container.
    FullEmpty {
        /// Goods inside.
        Laden = "LADEN",
        /// Nothing inside.
        Empty = "EMPTY",
    }
}

codes! {
    /// Whether the event happened or is foreseen.
    Classifier {
        /// It happened.
        Actual = "ACT",
        /// It is foreseen, from what is under way.
        Estimated = "EST",
        /// It is foreseen by the plan.
        Planned = "PLN",
        /// It was asked for.
        Requested = "REQ",
    }
}

/// One container status message as understood. Texts stand as reported; an empty text never occurs in an
/// `Option`: absent is `None`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatusEvent<'a> {
    /// The sender's id of the message, unique per source.
    pub message_id: Cow<'a, str>,
    /// Container number as reported; may be invalid, and is empty when the message is of no container. See [`crate::identifier::ContainerNumber`].
    pub container: Cow<'a, str>,
    /// What happened.
    pub event: EventCode,
    /// When it happened or is foreseen to.
    pub event_time: UtcTime,
    /// UN/LOCODE as reported; may be unknown to us; empty when the message named no place.
    pub location: Cow<'a, str>,
    /// Laden or empty, if said.
    pub full_empty: Option<FullEmpty>,
    /// IMO number of the vessel as reported.
    pub vessel_imo: Option<Cow<'a, str>>,
    /// Voyage number as reported.
    pub voyage: Option<Cow<'a, str>>,
    /// Seal number as reported.
    pub seal: Option<Cow<'a, str>>,
    /// Gross mass in kilograms; never negative.
    pub gross_mass_kg: Option<f64>,
    /// ISO 6346 size and type code, such as `22G1`.
    pub size_type: Option<Cow<'a, str>>,
    /// SMDG liner code or SCAC of the carrier.
    pub carrier: Option<Cow<'a, str>>,
    /// Who reported it; empty when the message does not say.
    pub source: Cow<'a, str>,
    /// Actual, estimated, planned or requested.
    pub classifier: Classifier,
    /// When the source recorded it.
    pub created: Option<UtcTime>,
    /// When this administration received it, if the message says.
    pub received: Option<UtcTime>,
    /// Transport document (bill of lading) or booking that the message names.
    pub transport_document: Option<Cow<'a, str>>,
}

/// A status event that owns its texts.
pub type OwnedStatusEvent = StatusEvent<'static>;
