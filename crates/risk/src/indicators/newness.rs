//! RT-NEWOD, its part about parties: first time for consignee and route, or for shipper and route.

use super::{Case, Findings};
use crate::history::{Role, known_as, party_key, route};
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::provenance::{ByteSpan, MessageRef};
use tidewaiter_model::reason::{Indicator, Param, Reason};

const INDICATOR: Indicator = Indicator::NewPair;
/// Strength of a consignee that was never seen at all: everybody is new once.
const NEW_CONSIGNEE: f64 = 0.3;
/// Strength of a shipper that was never seen at all: a seller put between maker and buyer is new as a rule.
const NEW_SHIPPER: f64 = 0.9;
/// A shipper that is known and now ships from elsewhere says this much less than a consignee that does.
const KNOWN_SHIPPER: f64 = 0.3;

pub(super) fn check(case: &Case<'_, '_>, findings: &mut Findings) {
    let settings = &case.settings.newness;
    if case.history.days() < settings.history_days_min as f64 {
        return findings.lack(INDICATOR, "short_history");
    }
    let Some(route) = route(case.assembled) else { return findings.lack(INDICATOR, "no_route") };
    let assembled = case.assembled;
    let consignment = &assembled.consignment;
    let roles = [
        (Role::Consignee, "consignee", &consignment.consignee, assembled.consignee()),
        (Role::Shipper, "shipper", &consignment.consignor, assembled.consignor()),
    ];
    for (role, word, party, declared) in roles {
        let key = known_as(assembled, role).and_then(party_key);
        let Some((party, key)) = party.as_ref().zip(key) else {
            findings.lack(INDICATOR, if role == Role::Consignee { "no_consignee" } else { "no_shipper" });
            continue;
        };
        let before = case.history.before(role, key, route, consignment.first_known, settings.window_days);
        if before.this_route > 0 {
            continue;
        }
        let habit = (f64::from(before.any_route) / f64::from(settings.earlier_full.max(1))).min(1.0);
        let strength = match (role, before.any_route) {
            (Role::Consignee, 0) => NEW_CONSIGNEE,
            (Role::Consignee, _) => habit,
            (Role::Shipper, 0) => NEW_SHIPPER,
            (Role::Shipper, _) => habit * KNOWN_SHIPPER,
        };
        let mut reason = Reason::new(INDICATOR, &format!("{word}_route"), strength)
            .with("value", Param::Text(shown(party)))
            .with("route", Param::Places(vec![route.0.to_owned(), route.1.to_owned()]))
            .with("earlier", Param::Count(u64::from(before.any_route)))
            .with("population", Param::Hours(settings.window_days as f64 * 24.0));
        if let Some((message, span)) = stated_at(case, declared) {
            reason = reason.shown_at(word, message, span);
        }
        findings.fire(reason);
    }
}

fn shown(party: &Party) -> String {
    party.name.as_ref().or(party.identifier.as_ref()).cloned().unwrap_or_default()
}

/// Where the party stands: in the entry summary, else in the import declaration.
fn stated_at(
    case: &Case<'_, '_>,
    declared: Option<(&Party, MessageRef)>,
) -> Option<(MessageRef, Option<ByteSpan>)> {
    let in_entry = declared.map(|(party, message)| (message, Some(party.span)));
    in_entry.or_else(|| case.assembled.declarations.first().map(|kept| (kept.provenance.message, None)))
}
