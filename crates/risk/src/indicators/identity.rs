//! ID-CHK: the container numbers that were declared. Boxes with a trip are judged with it; here are the others.

use super::{Case, Findings};
use std::collections::HashSet;
use tidewaiter_model::identifier::{
    ContainerFault, container_check_digit, container_fault, normal_container,
};
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reason::{Indicator, Param, Reason};

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    let assembled = case.assembled;
    if assembled.consignment.containers.is_empty() {
        findings.lack(Indicator::ContainerNumber, "no_container");
        return;
    }
    let judged: HashSet<String> =
        assembled.trips.iter().map(|trip| normal_container(&trip.container)).collect();
    for container in &assembled.consignment.containers {
        let normal = normal_container(container);
        let Some(fault) = container_fault(&normal) else { continue };
        if judged.contains(&normal) {
            continue;
        }
        // As strong as for a trip's own number: a mistyped digit is common and honest.
        let (variant, strength) = match fault {
            ContainerFault::CheckDigit(_) => ("check_digit", 0.3),
            ContainerFault::Category => ("category", 0.4),
            ContainerFault::Shape => ("shape", 0.4),
        };
        let mut reason = Reason::new(Indicator::ContainerNumber, variant, strength)
            .with("value", Param::Text(container.clone()));
        if let Some(digit) = container_check_digit(normal.as_bytes()) {
            reason = reason.with("expected_digit", Param::Count(u64::from(digit)));
        }
        if let Some((message, span)) = declared_at(case, &normal) {
            reason = reason.shown_at("container_number", message, span);
        }
        findings.fire(reason);
    }
}

/// Where the number was declared: in the entry summary, else in an import declaration.
fn declared_at(case: &Case<'_, '_>, normal: &str) -> Option<(MessageRef, Option<ByteSpan>)> {
    let in_entry = case.assembled.items.iter().find_map(|item| {
        let found =
            item.item.containers.iter().find(|container| normal_container(&container.value) == normal)?;
        Some((item.message, Some(found.span)))
    });
    in_entry.or_else(|| {
        case.assembled.declarations.iter().find_map(|kept| {
            let named =
                kept.declaration.containers.iter().any(|container| normal_container(container) == normal);
            named.then_some((kept.provenance.message, None))
        })
    })
}
