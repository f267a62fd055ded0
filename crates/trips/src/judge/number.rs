//! ID-CHK: the container number's shape, category and check digit.

use super::{Bench, Verdict, shown_by_event};
use tidewaiter_model::identifier::{ContainerFault, container_check_digit, container_fault};
use tidewaiter_model::reason::{Indicator, Param, Reason};

pub(super) fn judge(bench: &Bench<'_>, verdict: &mut Verdict) {
    let number = &bench.trip.container;
    let Some(fault) = container_fault(number) else { return };
    // A mistyped digit is common and honest; a number of no known shape or category is rarer.
    let (variant, strength) = match fault {
        ContainerFault::CheckDigit(_) => ("check_digit", 0.3),
        ContainerFault::Category => ("category", 0.4),
        ContainerFault::Shape => ("shape", 0.4),
    };
    let mut reason = Reason::new(Indicator::ContainerNumber, variant, strength)
        .with("value", Param::Text(number.clone()))
        .with("population", Param::Count(u64::from(bench.trip.reports)));
    if let Some(digit) = container_check_digit(number.as_bytes()) {
        reason = reason.with("expected_digit", Param::Count(u64::from(digit)));
    }
    if let Some(event) = bench.trip.events.first() {
        reason = shown_by_event(reason, "container_number", event);
    }
    verdict.reasons.push(reason);
}
