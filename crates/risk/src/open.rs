//! Which consignments wait for a decision.

use crate::settings::RiskSettings;
use tidewaiter_model::assessment::Consignment;
use tidewaiter_model::time::UtcTime;

/// Whether the consignment waits for a decision as of this time.
///
/// It was known by then, and its expected arrival (of an import declaration alone: its acceptance) lies neither too
/// long ago nor too far ahead. One without any such time is open for as long after it was first known. Consignments
/// with an outcome are not told here: the caller leaves them out by their ids.
pub fn is_open(consignment: &Consignment, as_of: UtcTime, settings: &RiskSettings) -> bool {
    let due = consignment.expected_arrival.unwrap_or(consignment.first_known);
    consignment.first_known <= as_of
        && due >= as_of.plus_days(-settings.open.days_after_arrival)
        && due <= as_of.plus_days(settings.open.days_ahead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_arriving_about_now() {
        let now = UtcTime::from_seconds(1_700_000_000);
        for (arrival_days, known_days, expected) in [
            (Some(0), -10, true),
            (Some(-5), -10, true),
            (Some(-6), -10, false),
            (Some(60), 0, true),
            (Some(61), 0, false),
            (Some(3), 1, false),
            (None, -5, true),
            (None, -6, false),
        ] {
            let consignment = Consignment {
                expected_arrival: arrival_days.map(|days| now.plus_days(days)),
                first_known: now.plus_days(known_days),
                ..Consignment::default()
            };
            let open = is_open(&consignment, now, &RiskSettings::default());
            assert_eq!(open, expected, "arrival {arrival_days:?}, known {known_days}");
        }
    }
}
