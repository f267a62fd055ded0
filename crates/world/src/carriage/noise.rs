//! What is wrong with the reports of each profile. Shares are of events or of reports, as said.

use crate::settings::Profile;

/// How reports differ from what happened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noise {
    /// Events nobody reports.
    pub missing: f64,
    /// Reports that name a wrong event.
    pub wrong_event: f64,
    /// Reports that name the inland depot instead of the place.
    pub depot_instead: f64,
    /// Reports of a vessel event that name no vessel.
    pub no_vessel: f64,
    /// Reports with a wrong check digit.
    pub bad_check_digit: f64,
    /// Reports that say laden for empty or the reverse.
    pub wrong_full_empty: f64,
    /// Standard deviation of carriers' and forwarders' times, hours; a third of it for those who stand beside it.
    pub jitter_hours: f64,
    /// Reports recorded two to ten days late.
    pub late: f64,
    /// Reports off by one or two whole days.
    pub whole_day: f64,
    /// Reports that give local time as UTC.
    pub time_zone: f64,
    /// Sources all of whose times are local time given as UTC.
    pub time_zone_sources: f64,
    /// Sources all of whose dates are a day late.
    pub whole_day_sources: f64,
    /// Carriers and terminals with words that nobody mapped: those events come as `MOVE` or `OTHR`.
    pub dialects: bool,
    /// Arrivals, discharges and loadings that are also foretold.
    pub foretold: f64,
    /// Of all arrivals, discharges and loadings: only ever estimated or planned, never corrected.
    pub estimate_only: f64,
    /// Ports for which one source uses a code that no table knows.
    pub aliases: f64,
    /// Trips without a pick-up message.
    pub no_pick_up: f64,
    /// Boxes that go to their next shipper without being returned.
    pub street_turn: f64,
}

impl Noise {
    pub(super) const fn of(profile: Profile) -> Noise {
        let easy = Noise {
            missing: 0.06,
            wrong_event: 0.015,
            depot_instead: 0.015,
            no_vessel: 0.08,
            bad_check_digit: 0.002,
            wrong_full_empty: 0.002,
            jitter_hours: 2.0,
            late: 0.02,
            whole_day: 0.0,
            time_zone: 0.0,
            time_zone_sources: 0.0,
            whole_day_sources: 0.0,
            dialects: false,
            foretold: 0.0,
            estimate_only: 0.0,
            aliases: 0.0,
            no_pick_up: 0.0,
            street_turn: 0.0,
        };
        match profile {
            Profile::Easy => easy,
            Profile::Hard => Noise {
                missing: 0.25,
                wrong_full_empty: 0.004,
                jitter_hours: 3.0,
                late: 0.05,
                whole_day: 0.01,
                time_zone: 0.015,
                time_zone_sources: 0.06,
                whole_day_sources: 0.01,
                dialects: true,
                foretold: 0.4,
                estimate_only: 0.03,
                aliases: 0.3,
                no_pick_up: 0.10,
                street_turn: 0.05,
                ..easy
            },
        }
    }
}
