//! What a case is judged by: records, trips, what is usual, what was there before. As of one time.

use super::past::Past;
use super::seeds::Seeds;
use super::visits::Visits;
use crate::assess::{Assessed, Boxes, Known, Picture, picture};
use crate::error::Result;
use crate::settings::Settings;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Deref;
use std::sync::Arc;
use tidewaiter_model::assessment::{Consignment, KeptDeclaration, KeptEntrySummary};
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::provenance::MessageRef;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::{Assembled, History};
use tidewaiter_store::Store;
use tidewaiter_trips::{LearnedWords, NormalRoutes, Trip};

/// Records, trips, habits, earlier cases. Only what was received up to `as_of`. Cheap to clone.
#[derive(Clone)]
pub struct Context {
    /// As of.
    pub as_of: UtcTime,
    body: Arc<Body>,
    /// Trips that were rebuilt since, by container in normal form.
    fresh: HashMap<String, Arc<Vec<Trip>>>,
}

impl Deref for Context {
    type Target = Body;

    fn deref(&self) -> &Body {
        &self.body
    }
}

/// What a context holds that stays as it was learned.
pub struct Body {
    /// What itineraries and stays are usual.
    pub routes: NormalRoutes,
    /// What trips are rebuilt with.
    pub learned: Arc<LearnedWords>,
    /// What prices and habits are usual.
    pub history: History,
    /// Every consignment in a few words.
    pub past: Past,
    /// The calls of the last half year by port area; none where the whole of an earlier time is here.
    pub visits: Visits,
    /// Whether records and trips of every consignment are here, not only of those at hand.
    pub whole: bool,
    entry_summaries: HashMap<MessageRef, KeptEntrySummary>,
    declarations: HashMap<MessageRef, Vec<KeptDeclaration>>,
    /// By container in normal form; in order of sequence.
    trips: BTreeMap<String, Vec<Trip>>,
    /// The consignments at hand as they stand without their trips, and those that share a container with them.
    pub(super) seeds: Seeds,
}

/// Whose records are kept.
#[derive(Clone)]
pub enum Wanted {
    /// Everybody's.
    All,
    /// Those of the consignments that are open as of the time, and of these.
    OpenAnd(HashSet<String>),
}

impl Wanted {
    fn boxes(&self) -> Boxes {
        match self {
            Wanted::All => Boxes::All,
            // The page of a port area tells of all of them where that is feasible.
            Wanted::OpenAnd(_) => Boxes::AllIfFew,
        }
    }
}

impl Context {
    /// Builds the context from the store as of a time, without assessing, by what is known of that time.
    pub async fn build(
        store: &Store,
        as_of: UtcTime,
        settings: &Settings,
        wanted: &Wanted,
        known: Option<Known>,
    ) -> Result<Context> {
        let picture = picture(store, as_of, settings.places(), settings, wanted.boxes(), known).await?;
        let (context, ()) = Context::of(picture, settings, wanted, |_, _, _| ());
        Ok(context)
    }

    /// Builds the context from the store as of a time, and assesses what is open.
    pub async fn assess(
        store: &Store,
        as_of: UtcTime,
        settings: &Settings,
        decided: &HashSet<String>,
        wanted: &Wanted,
    ) -> Result<(Context, Assessed)> {
        let picture = picture(store, as_of, settings.places(), settings, wanted.boxes(), None).await?;
        Ok(Context::of(picture, settings, wanted, |picture, assembled, history| {
            let sea = SeaNetwork::builtin();
            picture.assess_assembled(assembled, history, settings.places(), sea, decided, settings)
        }))
    }

    fn of<R>(
        picture: Picture,
        settings: &Settings,
        wanted: &Wanted,
        with: impl FnOnce(&Picture, &[Assembled<'_>], &History) -> R,
    ) -> (Context, R) {
        let as_of = picture.as_of;
        let mut messages: HashSet<MessageRef> = HashSet::new();
        let mut containers: HashSet<String> = HashSet::new();
        let (history, past, seeds, result) = {
            let (assembled, history) = picture.assembled(settings.places(), settings);
            let result = with(&picture, &assembled, &history);
            let mut kept = vec![false; assembled.len()];
            for (one, kept) in assembled.iter().zip(&mut kept) {
                let consignment = &one.consignment;
                let keep = match wanted {
                    Wanted::All => true,
                    Wanted::OpenAnd(ids) => {
                        ids.contains(&consignment.id)
                            || tidewaiter_risk::is_open(consignment, as_of, &settings.risk)
                    }
                };
                *kept = keep;
                if keep {
                    messages.extend(consignment.sources.iter().map(|source| source.message));
                    containers.extend(consignment.containers.iter().map(|text| normal_container(text)));
                }
            }
            let seeds = if matches!(wanted, Wanted::All) {
                Seeds::default()
            } else {
                Seeds::new(&picture, &assembled, &kept, &containers)
            };
            (history, Past::new(&assembled), seeds, result)
        };
        let whole = matches!(wanted, Wanted::All);
        let visits = if whole {
            Visits::default()
        } else {
            Visits::of(&picture.trips, &picture.routes, as_of, settings)
        };
        let Picture { entry_summaries, declarations, trips, routes, learned, .. } = picture;
        let mut body = Body {
            routes,
            learned,
            history,
            past,
            visits,
            whole,
            entry_summaries: HashMap::new(),
            declarations: HashMap::new(),
            trips: BTreeMap::new(),
            seeds,
        };
        for kept in entry_summaries {
            if messages.contains(&kept.provenance.message) {
                body.entry_summaries.insert(kept.provenance.message, kept);
            }
        }
        for kept in declarations {
            if messages.contains(&kept.provenance.message) {
                body.declarations.entry(kept.provenance.message).or_default().push(kept);
            }
        }
        for trip in trips {
            let container = normal_container(&trip.container);
            if whole || containers.contains(&container) {
                body.trips.entry(container).or_default().push(trip);
            }
        }
        (Context { as_of, body: Arc::new(body), fresh: HashMap::new() }, result)
    }

    /// The same with trips that were rebuilt since, as of a later time.
    pub(super) fn with_fresh(&self, fresh: HashMap<String, Arc<Vec<Trip>>>, as_of: UtcTime) -> Context {
        Context { as_of, body: self.body.clone(), fresh }
    }

    /// An entry summary by its message.
    pub(super) fn entry_summary(&self, message: MessageRef) -> Option<&KeptEntrySummary> {
        self.entry_summaries.get(&message)
    }

    /// A record of an import declaration by its message and its place among the message's records.
    pub(super) fn declaration(&self, message: MessageRef, place: u32) -> Option<&KeptDeclaration> {
        self.declarations.get(&message)?.get(place as usize)
    }

    /// The entry summaries of a consignment, in order of receipt.
    pub fn entry_summaries_of(&self, consignment: &Consignment) -> Vec<&KeptEntrySummary> {
        let sources = consignment.sources.iter();
        let mut found: Vec<&KeptEntrySummary> =
            sources.filter_map(|source| self.entry_summaries.get(&source.message)).collect();
        found.sort_by_key(|kept| (kept.provenance.received, kept.provenance.message));
        found
    }

    /// The items of import declarations of a consignment, by declaration and item.
    pub fn declarations_of(&self, consignment: &Consignment) -> Vec<&KeptDeclaration> {
        let sources = consignment.sources.iter();
        let mut found: Vec<&KeptDeclaration> = sources
            .filter_map(|source| self.declarations.get(&source.message))
            .flatten()
            .filter(|kept| consignment.declaration_ids.contains(&kept.declaration.declaration_id))
            .collect();
        found.sort_by(|a, b| {
            let key = |kept: &KeptDeclaration| (kept.declaration.item_number, kept.provenance.message);
            (&a.declaration.declaration_id, key(a)).cmp(&(&b.declaration.declaration_id, key(b)))
        });
        found
    }

    /// The trips that were joined to a consignment, in its order.
    pub fn trips_of(&self, consignment: &Consignment) -> Vec<&Trip> {
        let joined = consignment.trips.iter().filter_map(|summary| {
            let candidates = self.trips_of_container(&summary.container);
            candidates.iter().find(|trip| {
                trip.first_load_time() == summary.loaded
                    && trip.last_discharge_time() == summary.discharged
                    && trip.itinerary() == summary.itinerary
            })
        });
        joined.collect()
    }

    /// The numbers of the containers whose trips are here, in normal form.
    pub fn containers(&self) -> impl Iterator<Item = &str> {
        self.trips.keys().map(String::as_str)
    }

    /// Every trip of a container, in order.
    pub fn trips_of_container(&self, container: &str) -> &[Trip] {
        let normal = normal_container(container);
        match self.fresh.get(&normal) {
            Some(fresh) => fresh,
            None => self.trips.get(&normal).map_or(&[], Vec::as_slice),
        }
    }
}
