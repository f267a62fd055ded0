//! ID-CHK: the container number's shape, category and check digit.

use super::Bench;
use super::verdict::Verdict;
use tidewaiter_model::identifier::{ContainerFault, container_check_digit, container_fault};
use tidewaiter_model::reason::{Indicator, Param};

pub(super) fn judge(bench: &Bench<'_>, container: &str, verdict: &mut Verdict<'_>) {
    let Some(fault) = container_fault(container) else { return };
    // A mistyped digit is common and honest; a number of no known shape or category is rarer.
    let (variant, strength) = match fault {
        ContainerFault::CheckDigit(_) => ("check_digit", 0.3),
        ContainerFault::Category => ("category", 0.4),
        ContainerFault::Shape => ("shape", 0.4),
    };
    verdict.fire(Indicator::ContainerNumber, variant, strength, |mut say| {
        say = say
            .with("value", Param::Text(container.to_owned()))
            .with("population", Param::Count(u64::from(bench.shape.trip.reports)));
        if let Some(digit) = container_check_digit(container.as_bytes()) {
            say = say.with("expected_digit", Param::Count(u64::from(digit)));
        }
        match bench.shape.events.iter().find(|event| event.report_count > 0) {
            Some(event) => say.event("container_number", &bench.shape, event),
            None => say,
        }
    });
}
