//! The parties of a consignment with their history, and earlier cases of its container, consignee and route.

use super::compare::Bench;
use crate::live::Snapshot;
use crate::live::context::Context;
use crate::live::past::{PastCase, PastKey, consignee_key, container_key, party_past_key, route_key};
use crate::views::{CaseOutcome, CaseRef, Earlier as EarlierView, PartyHistory, PartyRole, PartyView};
use crate::words::printable;
use std::collections::BTreeSet;
use tidewaiter_model::assessment::Consignment;
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::OutcomeRow;

/// Earlier cases shown of each kind.
const EARLIER_SHOWN_MAX: usize = 20;
/// Earlier cases shown of a party.
const RECENT_SHOWN_MAX: usize = 5;

/// Where earlier cases are found.
pub(super) struct Earlier<'a> {
    pub(super) context: &'a Context,
    pub(super) snapshot: Option<&'a Snapshot>,
    /// What was found later is not told; `None` for everything found by now.
    pub(super) until: Option<UtcTime>,
}

/// A consignment of the past as other pages show it.
pub(in crate::cases) fn case_ref(
    past: &PastCase,
    snapshot: Option<&Snapshot>,
    outcome: Option<&OutcomeRow>,
) -> CaseRef {
    let row = snapshot.and_then(|snapshot| snapshot.base.row(snapshot.base.find(&past.id)?));
    CaseRef {
        id: past.id.to_string(),
        day: Some(past.day.date_text()),
        score: row.map(|row| row.score),
        lane: row.and_then(|row| row.listed).map(|listed| listed.lane),
        goods: printable(&past.goods),
        route: past.route.iter().map(|area| printable(area)).collect(),
        outcome: outcome.map(|row| CaseOutcome {
            found: row.outcome.found.clone(),
            value: row.outcome.value,
            recorded: row.outcome.recorded,
        }),
        open: row.is_some_and(|row| row.open) && outcome.is_none(),
    }
}

impl Earlier<'_> {
    fn outcome(&self, id: &str) -> Option<&OutcomeRow> {
        let outcome = self.snapshot?.outcomes.get(id)?;
        let is_told = self.until.is_none_or(|until| outcome.outcome.recorded <= until);
        is_told.then_some(outcome)
    }

    fn case(&self, past: &PastCase) -> CaseRef {
        case_ref(past, self.snapshot, self.outcome(&past.id))
    }

    fn before(&self, key: Option<PastKey>, consignment: &Consignment) -> Vec<&PastCase> {
        let (id, known) = (&consignment.id, consignment.first_known);
        key.map(|key| self.context.past.before(key, id, known)).unwrap_or_default()
    }

    fn shown(&self, cases: &[&PastCase], most: usize) -> Vec<CaseRef> {
        cases.iter().take(most).map(|past| self.case(past)).collect()
    }

    /// Earlier cases of the containers, the consignee and the route.
    pub(super) fn of(&self, consignment: &Consignment) -> EarlierView {
        let mut of_containers: Vec<&PastCase> = consignment
            .containers
            .iter()
            .flat_map(|container| self.before(Some(container_key(container)), consignment))
            .collect();
        of_containers.sort_by(|a, b| b.first_known.cmp(&a.first_known).then_with(|| a.id.cmp(&b.id)));
        of_containers.dedup_by(|a, b| a.id == b.id);
        EarlierView {
            container: self.shown(&of_containers, EARLIER_SHOWN_MAX),
            consignee: self.shown(&self.before(consignee_key(consignment), consignment), EARLIER_SHOWN_MAX),
            route: self.shown(&self.before(route_key(consignment), consignment), EARLIER_SHOWN_MAX),
        }
    }
}

/// Every party of the consignment's documents; those of one role that say the same stand once.
pub(super) fn parties(bench: &Bench<'_>, earlier: &Earlier<'_>) -> Vec<PartyHistory> {
    let consignment = bench.consignment;
    let mut found: Vec<(PartyRole, Party)> = Vec::new();
    found.extend(consignment.consignor.clone().map(|party| (PartyRole::Consignor, party)));
    found.extend(consignment.consignee.clone().map(|party| (PartyRole::Consignee, party)));
    for kept in bench.context.declarations_of(consignment) {
        let declarant = kept.declaration.declarant.clone();
        let party = declarant.map(|identifier| Party { identifier: Some(identifier), ..Party::default() });
        found.extend(party.map(|party| (PartyRole::Declarant, party)));
    }
    for kept in bench.context.entry_summaries_of(consignment) {
        let entry = &kept.entry_summary;
        let declarant = entry.representative.as_ref().or(entry.lodging_person.as_ref());
        found.extend(declarant.cloned().map(|party| (PartyRole::Declarant, party)));
        found.extend(entry.notify_party.clone().map(|party| (PartyRole::Notify, party)));
        found.extend(entry.entry_carrier.clone().map(|party| (PartyRole::Carrier, party)));
    }
    let mut told = BTreeSet::new();
    found.retain(|(role, party)| {
        let key = party.identifier.clone().or_else(|| party.name.clone()).unwrap_or_default();
        !key.is_empty() && told.insert((role.as_str(), key.to_uppercase()))
    });
    found.into_iter().map(|(role, party)| history(role, &party, bench, earlier)).collect()
}

fn history(role: PartyRole, party: &Party, bench: &Bench<'_>, earlier: &Earlier<'_>) -> PartyHistory {
    let key = match role {
        PartyRole::Consignee => party_past_key(party, true),
        PartyRole::Consignor => party_past_key(party, false),
        _ => None,
    };
    let before = earlier.before(key, bench.consignment);
    let outcomes: Vec<&OutcomeRow> = before.iter().filter_map(|past| earlier.outcome(&past.id)).collect();
    let text = |text: &Option<String>| text.as_deref().map(printable);
    let address: Vec<String> =
        [&party.street, &party.postcode, &party.city].into_iter().filter_map(text).collect();
    PartyHistory {
        role,
        role_text: bench.reader.words.label(&format!("party-{}", role.as_str())),
        party: PartyView {
            name: text(&party.name),
            identifier: text(&party.identifier),
            country: text(&party.country),
        },
        address: (!address.is_empty()).then(|| address.join(", ")),
        consignments: before.len() as u64,
        inspected: outcomes.len() as u64,
        found: outcomes.iter().filter(|row| row.outcome.found.is_some()).count() as u64,
        recent: earlier.shown(&before, RECENT_SHOWN_MAX),
    }
}
