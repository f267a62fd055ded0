//! What is usual, learned from everything known by a time.

mod seen;
mod value;

pub use value::{Compared, Population, unit_value};

use crate::assemble::Assembled;
use crate::settings::RiskSettings;
use seen::Seen;
use std::collections::HashMap;
use tidewaiter_model::assessment::KeptDeclaration;
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::identifier::stable_hash;
use tidewaiter_model::time::UtcTime;
use value::ValueHistory;

/// Who of a consignment has a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Receiver.
    Consignee,
    /// Shipper.
    Shipper,
}

/// How much of a party was seen before a consignment became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before {
    /// Its earlier consignments on any route, within the window.
    pub any_route: u32,
    /// Its earlier consignments on this route, within the window.
    pub this_route: u32,
}

/// Prices and habits as of a time.
#[derive(Debug, Clone)]
pub struct History {
    values: ValueHistory,
    seen: Seen,
    /// Declarations by origin and country of departure, and by origin alone.
    dispatched: HashMap<(String, String), u32>,
    origins: HashMap<String, u32>,
    consignments: usize,
    with_entry_summary: usize,
    first_known: Option<UtcTime>,
    as_of: UtcTime,
}

impl History {
    /// Learns from what was received up to `as_of`. What comes in twice counts twice: give each record once.
    pub fn learn(
        declarations: &[KeptDeclaration],
        assembled: &[Assembled<'_>],
        as_of: UtcTime,
        settings: &RiskSettings,
    ) -> History {
        let known = || declarations.iter().filter(|kept| kept.provenance.received <= as_of);
        let mut by_pair: HashMap<(&str, &str), u32> = HashMap::new();
        let mut by_origin: HashMap<&str, u32> = HashMap::new();
        for kept in known() {
            let Some(origin) = kept.declaration.country_origin.as_deref() else { continue };
            let Some(departure) = kept.declaration.country_departure.as_deref() else { continue };
            *by_origin.entry(origin).or_default() += 1;
            *by_pair.entry((origin, departure)).or_default() += 1;
        }
        let consignments = || assembled.iter().filter(|one| one.consignment.first_known <= as_of);
        let first_consignment = consignments().map(|one| one.consignment.first_known).min();
        let first_declaration = known().map(|kept| kept.provenance.received).min();
        History {
            values: ValueHistory::learn(known().map(|kept| &kept.declaration), &settings.value),
            seen: Seen::learn(consignments()),
            dispatched: by_pair
                .into_iter()
                .map(|((origin, departure), count)| ((origin.to_owned(), departure.to_owned()), count))
                .collect(),
            origins: by_origin.into_iter().map(|(origin, count)| (origin.to_owned(), count)).collect(),
            consignments: consignments().count(),
            with_entry_summary: consignments().filter(|one| !one.entry_summaries.is_empty()).count(),
            first_known: first_consignment.into_iter().chain(first_declaration).min(),
            as_of,
        }
    }

    /// Days from the first record to the time of learning; 0 without records.
    pub fn days(&self) -> f64 {
        self.first_known.map_or(0.0, |first| self.as_of.hours_since(first).max(0.0) / 24.0)
    }

    /// Share of the known consignments for which an entry summary was lodged, 0 to 1; 0 without consignments.
    pub fn entry_summary_share(&self) -> f64 {
        if self.consignments == 0 { 0.0 } else { self.with_entry_summary as f64 / self.consignments as f64 }
    }

    /// How many declarations name this origin, and how many of them were dispatched from that country.
    pub fn dispatched(&self, origin: &str, departure: &str) -> (u32, u32) {
        // The maps own their texts; a look-up key must too, but is short.
        let pair = self.dispatched.get(&(origin.to_owned(), departure.to_owned())).copied();
        (self.origins.get(origin).copied().unwrap_or(0), pair.unwrap_or(0))
    }

    /// Compares a value per kilogram with the history of its HS code and origin. See [`Compared`].
    pub fn compare_value(
        &self,
        declaration: &tidewaiter_model::declaration::ImportDeclaration,
        settings: &RiskSettings,
    ) -> Option<Compared> {
        self.values.compare(declaration, &settings.value)
    }

    /// How the values per kilogram of one of an item's populations are spread, beside the item's own: lower and upper
    /// end of each of `bins` steps of equal ratio, and how many lie within. `None` where the item has no value per
    /// kilogram.
    pub fn value_bins(
        &self,
        declaration: &tidewaiter_model::declaration::ImportDeclaration,
        population: Population,
        bins: usize,
    ) -> Option<Vec<(f64, f64, u64)>> {
        self.values.bins(declaration, population, bins)
    }

    /// What was seen of a party before `known`, within the window of `days`.
    pub fn before(&self, role: Role, party: u64, route: (&str, &str), known: UtcTime, days: i64) -> Before {
        self.seen.before(role, party, route, known, days)
    }
}

/// The key of a party: its identifier, else its name and country in upper case with single blanks.
pub fn party_key(party: &Party) -> Option<u64> {
    if let Some(identifier) = party.identifier.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        return Some(stable_hash(&["identifier", &identifier.to_uppercase()]));
    }
    let name = party.name.as_deref()?.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
    if name.is_empty() {
        return None;
    }
    Some(stable_hash(&["name", &name, party.country.as_deref().unwrap_or("").trim()]))
}

/// The party by which a consignment counts in the history of a role: as declared before arrival, for what an import
/// declaration adds to it comes later and would make the same party look like another; without that, as imported.
pub(crate) fn known_as<'x>(assembled: &'x Assembled<'_>, role: Role) -> Option<&'x Party> {
    let consignment = &assembled.consignment;
    let (declared, whole) = match role {
        Role::Consignee => (assembled.consignee(), &consignment.consignee),
        Role::Shipper => (assembled.consignor(), &consignment.consignor),
    };
    declared.map(|(party, _)| party).or(whole.as_ref())
}

/// Where a consignment is loaded and discharged: as declared where that is a known place, else by its trips. What
/// was declared comes first because it stays the same while a trip is still under way.
pub fn route<'a>(assembled: &'a Assembled<'_>) -> Option<(&'a str, &'a str)> {
    let loaded = || assembled.trips.iter().find_map(|trip| trip.load()).map(|call| call.area.as_str());
    let discharged =
        || assembled.trips.iter().find_map(|trip| trip.discharge()).map(|call| call.area.as_str());
    let from = assembled.loading.as_ref().map(|place| place.area).or_else(loaded)?;
    let to = assembled.unloading.as_ref().map(|place| place.area).or_else(discharged)?;
    Some((from, to))
}
