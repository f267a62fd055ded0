//! Consignments as they stand without their trips: what is put together anew when a box moves.

use super::context::Context;
use crate::assess::Picture;
use std::collections::{BTreeSet, HashMap, HashSet};
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::provenance::MessageRef;
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::{Assembled, Records, RiskSettings, Seed};
use tidewaiter_trips::Trip;

/// Seeds of the consignments at hand and of those that share a container with them.
#[derive(Default)]
pub(super) struct Seeds {
    seeds: Vec<Seed>,
    /// Whether its records are kept.
    at_hand: Vec<bool>,
    /// Places in `seeds`, by container in normal form.
    of_container: HashMap<String, Vec<u32>>,
    entry_summaries: Vec<MessageRef>,
    /// Message, and the place among the records of that message.
    declarations: Vec<(MessageRef, u32)>,
}

impl Seeds {
    /// Takes the seeds of those that are `kept`, whose containers are `containers`.
    pub(super) fn new(
        picture: &Picture,
        assembled: &[Assembled<'_>],
        kept: &[bool],
        containers: &HashSet<String>,
    ) -> Seeds {
        let mut seeds = Seeds::default();
        let mut records = Numbers::new(picture);
        for (one, kept) in assembled.iter().zip(kept) {
            let shares =
                || one.consignment.containers.iter().any(|text| containers.contains(&normal_container(text)));
            if !kept && !shares() {
                continue;
            }
            let (entries, declarations) = (&mut seeds.entry_summaries, &mut seeds.declarations);
            let seed = Seed::of(
                one,
                |kept| {
                    entries.push(kept.provenance.message);
                    entries.len() as u32 - 1
                },
                |kept| {
                    declarations.push((kept.provenance.message, records.place(kept)));
                    declarations.len() as u32 - 1
                },
            );
            let at = seeds.seeds.len() as u32;
            for container in seed.containers() {
                seeds.of_container.entry(container.to_owned()).or_default().push(at);
            }
            seeds.seeds.push(seed);
            seeds.at_hand.push(*kept);
        }
        seeds
    }

    /// Whether a consignment names this container, in normal form.
    pub(super) fn has(&self, container: &str) -> bool {
        self.of_container.contains_key(container)
    }

    /// Every container that a consignment names, in normal form.
    pub(super) fn containers(&self) -> impl Iterator<Item = &str> {
        self.of_container.keys().map(String::as_str)
    }

    /// The consignments at hand that name one of these containers, in order of id, each once.
    pub(super) fn of(&self, containers: &[String]) -> Vec<u32> {
        let places = containers.iter().filter_map(|container| self.of_container.get(container)).flatten();
        let at_hand = |at: &&u32| self.at_hand.get(**at as usize).copied().unwrap_or(false);
        places.filter(at_hand).copied().collect::<BTreeSet<u32>>().into_iter().collect()
    }

    /// A seed by its place.
    pub(super) fn get(&self, at: u32) -> Option<&Seed> {
        self.seeds.get(at as usize)
    }

    /// A consignment with these trips, which are all those of its containers.
    pub(super) fn assemble<'a>(
        &'a self,
        context: &'a Context,
        at: u32,
        trips: &'a [Trip],
        as_of: UtcTime,
        settings: &RiskSettings,
    ) -> Option<Assembled<'a>> {
        let seed = self.get(at)?;
        let mut beside: BTreeSet<u32> = BTreeSet::new();
        for container in seed.containers() {
            beside.extend(self.of_container.get(container).into_iter().flatten());
        }
        let companions: Vec<&Seed> = beside.into_iter().filter_map(|at| self.get(at)).collect();
        let entry_summary = |number: u32| context.entry_summary(*self.entry_summaries.get(number as usize)?);
        let declaration = |number: u32| {
            let (message, place) = self.declarations.get(number as usize)?;
            context.declaration(*message, *place)
        };
        let records = Records { entry_summary: &entry_summary, declaration: &declaration };
        seed.assemble(&records, &companions, trips, as_of, settings)
    }
}

/// The places of declarations among those of their message, as a context keeps them.
struct Numbers {
    places: HashMap<*const tidewaiter_model::assessment::KeptDeclaration, u32>,
}

impl Numbers {
    fn new(picture: &Picture) -> Numbers {
        let mut next: HashMap<MessageRef, u32> = HashMap::new();
        let places = picture.declarations.iter().map(|kept| {
            let next = next.entry(kept.provenance.message).or_default();
            *next += 1;
            (std::ptr::from_ref(kept), *next - 1)
        });
        Numbers { places: places.collect() }
    }

    fn place(&mut self, kept: &tidewaiter_model::assessment::KeptDeclaration) -> u32 {
        self.places.get(&std::ptr::from_ref(kept)).copied().unwrap_or(u32::MAX)
    }
}
