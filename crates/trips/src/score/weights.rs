//! The weights of the score. Fitted, not chosen; the book's chapter on the score names the worlds and the command.

use tidewaiter_model::reason::Indicator;

/// What a trip's reasons are grouped by: each group has one weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// ID-DUP with an impossible speed.
    TwoPlaces,
    /// ID-DUP by two journeys at one time.
    TwoJourneys,
    /// RT-LOOP.
    Loop,
    /// RT-TS out of the way.
    Detour,
    /// RT-TS out of use alone.
    Unsupported,
    /// RT-RARE.
    RareRoute,
    /// RT-NEWOD.
    NewPair,
    /// TM-DWELL.
    LongStay,
    /// TM-LEG.
    LegTime,
    /// EF-CONF.
    FullEmpty,
    /// ID-SWAP, SL-CHG and GT-PIN: tampering, of which the worlds hold no example.
    Tampering,
    /// The rest: mistyped numbers, missing messages, masses, listed places.
    Rest,
}

impl Group {
    /// Every group.
    pub const ALL: [Group; 12] = [
        Group::TwoPlaces,
        Group::TwoJourneys,
        Group::Loop,
        Group::Detour,
        Group::Unsupported,
        Group::RareRoute,
        Group::NewPair,
        Group::LongStay,
        Group::LegTime,
        Group::FullEmpty,
        Group::Tampering,
        Group::Rest,
    ];

    /// The group of a reason.
    pub fn of(indicator: Indicator, variant: &str) -> Group {
        match indicator {
            Indicator::DuplicateNumber if matches!(variant, "interleaved" | "travel_time") => {
                Group::TwoJourneys
            }
            Indicator::DuplicateNumber => Group::TwoPlaces,
            Indicator::RouteLoop => Group::Loop,
            Indicator::NeedlessTransshipment if variant == "support" => Group::Unsupported,
            Indicator::NeedlessTransshipment => Group::Detour,
            Indicator::RareRoute => Group::RareRoute,
            Indicator::NewPair => Group::NewPair,
            Indicator::LongDwell => Group::LongStay,
            Indicator::LegTime => Group::LegTime,
            Indicator::FullEmptyConflict => Group::FullEmpty,
            Indicator::SwappedBox | Indicator::SealChange | Indicator::GateOutOdd => Group::Tampering,
            _ => Group::Rest,
        }
    }
}

/// Log-odds of a trip of which nothing fired.
pub const BASE: f64 = -7.18;

/// What a reason of full strength adds to the log-odds, by group.
pub const WEIGHTS: [f64; Group::ALL.len()] =
    [10.0, 14.77, 14.11, 10.18, 7.61, 6.78, 11.28, 9.14, 5.42, 11.29, 2.0, 0.5];
