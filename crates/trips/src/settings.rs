//! Thresholds of trip building and of the trip's indicators. All are configuration; the defaults are the values
//! that the book's chapter on trips explains.

use serde::{Deserialize, Serialize};

/// Every threshold of this crate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TripSettings {
    /// Reports of one event code in one port area are one event if they lie within this many hours.
    pub merge_window_hours: f64,
    /// Clocks of sources disagree by up to this many hours: order within it is no contradiction.
    pub jitter_hours: f64,
    /// A lone report of one code is outvoted by this many reports of the same code at another place in the window.
    pub outvote_factor: u32,
    /// Two sea events further apart than this speed are not of one box.
    pub sea_speed_kmh_max: f64,
    /// Any two events further apart than this speed are not of one box.
    pub any_speed_kmh_max: f64,
    /// Added to the cost of assuming a second physical box; see [`crate::rebuild_container`].
    pub second_box_cost: f64,
    /// A trip less sure than this is [`crate::TripStatus::Uncertain`].
    pub uncertain_below: f64,
    /// Pseudo-count of the level above when a share is smoothed.
    pub smoothing_weight: f64,
    /// Trips needed before any route indicator is judged.
    pub route_trips_min: u64,
    /// Trips of the pair (or, failing that, of the country pair) needed before RT-RARE is judged.
    pub rare_population_min: u64,
    /// RT-RARE never fires below this surprise, in bits, whatever the learned alarm quantile.
    pub rare_bits_min: f64,
    /// The alarm quantile of RT-RARE.
    pub rare_quantile: f64,
    /// Trips of the pair needed before RT-TS speaks of too little support.
    pub support_population_min: u64,
    /// A transhipment area with less than this share of the pair's trips has too little support.
    pub support_share_min: f64,
    /// Trips of the pair needed before RT-TS compares distances.
    pub detour_population_min: u64,
    /// Added share of sea distance above which a transhipment is a detour.
    pub detour_share_max: f64,
    /// RT-NEWOD looks back this many months.
    pub new_pair_months: u32,
    /// Days of history before the trip that RT-NEWOD needs.
    pub new_pair_history_days_min: f64,
    /// Trips of history that RT-NEWOD needs.
    pub new_pair_trips_min: u64,
    /// RT-NEWOD fires only where new pairs are rarer than this many bits (share of pairs seen once).
    pub new_pair_bits_min: f64,
    /// Dwells of an area and role needed before that area is judged by itself; below, the role as a whole.
    pub dwell_population_min: u64,
    /// TM-DWELL: median plus this many deviations, one deviation being 1.4826 times the MAD.
    pub dwell_deviations: f64,
    /// TM-DWELL: and at least this many hours beyond the median, so that quick ports do not cry wolf.
    pub dwell_excess_hours_min: f64,
    /// DC-GAP: nothing reported for this many days while laden and ashore.
    pub silence_ashore_days_max: f64,
    /// DC-GAP: nothing reported for this many days while aboard, unless the leg usually takes longer.
    pub silence_aboard_days_max: f64,
    /// DC-GAP: trips of the carrier needed before a missing milestone is compared with the carrier's own rate.
    pub milestone_population_min: u64,
    /// WT-ANOM: share by which two masses may differ.
    pub mass_share_max: f64,
    /// WT-ANOM: kilograms by which two masses may differ.
    pub mass_difference_kg_max: f64,
    /// RT-HRP: port areas that the administration lists. None by default, and RT-HRP is not evaluated.
    pub high_risk_places: Vec<String>,
    /// RT-HRP: countries that the administration lists, ISO 3166-1 alpha-2. None by default.
    pub high_risk_countries: Vec<String>,
    /// RT-HRP: how many calls are looked at, counted back from the last.
    pub high_risk_stops: usize,
}

impl Default for TripSettings {
    fn default() -> Self {
        TripSettings {
            merge_window_hours: 48.0,
            jitter_hours: 12.0,
            outvote_factor: 3,
            sea_speed_kmh_max: 60.0,
            any_speed_kmh_max: 900.0,
            second_box_cost: 6.0,
            uncertain_below: 0.35,
            smoothing_weight: 4.0,
            route_trips_min: 100,
            rare_population_min: 20,
            rare_bits_min: 6.0,
            rare_quantile: 0.99,
            support_population_min: 60,
            support_share_min: 0.01,
            detour_population_min: 20,
            detour_share_max: 0.30,
            new_pair_months: 24,
            new_pair_history_days_min: 90.0,
            new_pair_trips_min: 500,
            new_pair_bits_min: 4.0,
            dwell_population_min: 30,
            dwell_deviations: 4.0,
            dwell_excess_hours_min: 96.0,
            silence_ashore_days_max: 30.0,
            silence_aboard_days_max: 50.0,
            milestone_population_min: 50,
            mass_share_max: 0.05,
            mass_difference_kg_max: 500.0,
            high_risk_places: Vec::new(),
            high_risk_countries: Vec::new(),
            high_risk_stops: 3,
        }
    }
}
