//! Reasons: why an indicator fired, with parameters and evidence. Never prose: words are found at the edge, in
//! the reader's language.

use crate::provenance::{ByteSpan, MessageRef};
use crate::time::UtcTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

macro_rules! indicators {
    ($($variant:ident = $text:literal, $meaning:literal;)+) => {
        /// A named test. Codes are stable; their meaning is in the book's reference of indicators.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum Indicator { $(#[doc = $meaning] #[serde(rename = $text)] $variant),+ }

        impl Indicator {
            /// Every indicator that exists.
            pub const ALL: &'static [Indicator] = &[$(Indicator::$variant),+];

            /// The stable code, such as `RT-LOOP`.
            pub const fn code(self) -> &'static str {
                match self { $(Indicator::$variant => $text),+ }
            }

            /// The indicator with this code.
            pub fn from_code(code: &str) -> Option<Indicator> {
                Self::ALL.iter().copied().find(|indicator| indicator.code() == code)
            }
        }
    };
}

indicators! {
    ContainerNumber = "ID-CHK", "The container number's check digit, category or shape is wrong.";
    DuplicateNumber = "ID-DUP", "Two actual events of one number cannot both be true.";
    RouteLoop = "RT-LOOP", "A port area is visited twice in one sea part, or load and discharge area are the same.";
    RareRoute = "RT-RARE", "The itinerary is a surprise, given origin, destination and carrier.";
    NewPair = "RT-NEWOD", "First time for the pair, the consignee and route, or the shipper and route.";
    OriginNotOnRoute = "OR-ORIG", "The declared origin is no country of loading, stuffing or earlier laden stop.";
    PlaceOfLoading = "OR-POL", "The declared place of loading is not where the trip loaded.";
    PlaceOfDischarge = "OR-POD", "The declared place of unloading is not where the trip discharged.";
    CountriesOfRouting = "OR-ROUTE", "The declared countries of routing are not the trip's countries.";
    LongDwell = "TM-DWELL", "Dwell far beyond what is usual for that port area and role.";
    FullEmptyConflict = "EF-CONF", "Laden turns empty or the reverse without stuffing or stripping between.";
    LateDeclaration = "DC-LATE", "The ENS is missing 24 hours before loading, or was lodged after it.";
    MessageGap = "DC-GAP", "An expected milestone is missing, or nothing was reported for days while laden.";
    ValuePerKilogram = "VL-KG", "Value per kilogram is far from the history of the HS code and origin.";
    WeightAnomaly = "WT-ANOM", "Mass differs from what was declared, or is implausible for the HS code.";
    SealChange = "SL-CHG", "The seal number changes, or a reseal is reported, without a customs order.";
    TransitDiversion = "TX-DIV", "Transit declared, but stripped or returned empty inside the territory.";
    NeedlessTransshipment = "RT-TS", "A transhipment that history and distance say is needless.";
    SwappedBox = "ID-SWAP", "Size-type, seal or mass differs between discharge and reload in one transhipment port.";
    HighRiskPlace = "RT-HRP", "A call in a place or country that the administration lists.";
    LegTime = "TM-LEG", "A sea leg takes longer or shorter than it can or nearly ever does.";
    GateOutOdd = "GT-PIN", "Out through the gate by night as soon as ready, or with an unexpected carrier.";
    ChangedAfterLoading = "DC-COD", "Consignee, notify party or destination changed after loading.";
    StuffingPlace = "ST-LOC", "Stuffed where the shipper is not, or before the empty box was picked up.";
}

impl fmt::Display for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// A parameter of a reason, typed so that each language can write it its own way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Param {
    /// A text as reported: container number, seal, name.
    Text(String),
    /// A port area or place, by UN/LOCODE.
    Place(String),
    /// Places in order.
    Places(Vec<String>),
    /// A country, ISO 3166-1 alpha-2.
    Country(String),
    /// Countries in order.
    Countries(Vec<String>),
    /// An HS code.
    HsCode(String),
    /// A plain number.
    Number(f64),
    /// A count of things.
    Count(u64),
    /// A share, 0 to 1.
    Share(f64),
    /// A length of time in hours.
    Hours(f64),
    /// A mass in kilograms.
    MassKg(f64),
    /// A distance in nautical miles.
    DistanceNm(f64),
    /// A speed in kilometres an hour.
    SpeedKmh(f64),
    /// An amount per kilogram, in the currency of `currency`.
    AmountPerKg(f64),
    /// An instant.
    Time(UtcTime),
}

/// A pointer to what a reason stands on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// What the bytes show, as a stable word such as `place_of_loading`, `discharge_event`, `declared_value`.
    pub role: String,
    /// The message.
    pub message: MessageRef,
    /// The bytes in question within the message; the whole message when `None`.
    pub span: Option<ByteSpan>,
}

/// Why an indicator fired.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The indicator.
    pub indicator: Indicator,
    /// Which wording of the indicator applies, such as `check_digit` or `category`; empty when there is only one.
    pub variant: String,
    /// How strongly it fired, 0 (at the threshold) to 1 (could not be stronger).
    pub strength: f64,
    /// Parameters by name: at least `value` and, where there is one, `threshold` and `population`.
    pub params: BTreeMap<String, Param>,
    /// What it stands on, in order of importance.
    pub evidence: Vec<Evidence>,
}

impl Reason {
    /// A reason of one indicator; `strength` is held between 0 and 1.
    pub fn new(indicator: Indicator, variant: &str, strength: f64) -> Reason {
        let strength = if strength.is_finite() { strength.clamp(0.0, 1.0) } else { 0.0 };
        Reason {
            indicator,
            variant: variant.to_owned(),
            strength,
            params: BTreeMap::new(),
            evidence: Vec::new(),
        }
    }

    /// The same with a parameter.
    #[must_use]
    pub fn with(mut self, name: &str, param: Param) -> Reason {
        self.params.insert(name.to_owned(), param);
        self
    }

    /// The same with a pointer to a whole message.
    #[must_use]
    pub fn shown_by(self, role: &str, message: MessageRef) -> Reason {
        self.shown_at(role, message, None)
    }

    /// The same with a pointer to bytes within a message.
    #[must_use]
    pub fn shown_at(mut self, role: &str, message: MessageRef, span: Option<ByteSpan>) -> Reason {
        self.evidence.push(Evidence { role: role.to_owned(), message, span });
        self
    }
}

/// An indicator that could not be judged, and what was missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotEvaluated {
    /// The indicator.
    pub indicator: Indicator,
    /// What it lacked, as a stable word such as `no_trip`, `no_declaration`, `no_history`.
    pub missing: String,
}
