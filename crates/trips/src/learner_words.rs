//! What a learner counted, in words: parts of the containers learned apart, on several machines, add up to exactly
//! what one learner of all of them counts.

use crate::area::{AreaId, Gazetteer};
use crate::ends::End;
use crate::learned::LearnedWords;
use crate::learner::{Clock, Counts, Hours, Learner};
use crate::settings::TripSettings;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tidewaiter_model::batch::TextTable;
use tidewaiter_model::event::EventCode;
use tidewaiter_model::reference::Places;

/// Version of [`LearnerWords`].
const VERSION: u32 = 2;

/// The counts of a [`Learner`] in words, which mean the same everywhere. Only whole numbers, so that the order in which
/// parts are added leaves no trace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnerWords {
    version: u32,
    /// Reports by whole hours from the consensus, by source.
    clocks: BTreeMap<String, Vec<u32>>,
    /// By unknown area and the area that it may be.
    votes: BTreeMap<String, BTreeMap<String, u32>>,
    /// Events by unknown area.
    unknown: BTreeMap<String, u32>,
    travel: BTreeMap<String, BTreeMap<String, HoursWords>>,
    /// Hours between the pick-up or return and another event, by end, event and area.
    ends: BTreeMap<String, BTreeMap<String, BTreeMap<String, HoursWords>>>,
    trips: u64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HoursWords {
    /// Journeys by step of length.
    steps: BTreeMap<u16, u32>,
    by_land: u32,
}

impl Default for LearnerWords {
    fn default() -> LearnerWords {
        LearnerWords {
            version: VERSION,
            clocks: BTreeMap::new(),
            votes: BTreeMap::new(),
            unknown: BTreeMap::new(),
            travel: BTreeMap::new(),
            ends: BTreeMap::new(),
            trips: 0,
        }
    }
}

impl HoursWords {
    fn of(hours: &Hours) -> HoursWords {
        let steps = (0..).zip(hours.counts).filter(|(_, count)| *count > 0).collect();
        HoursWords { steps, by_land: hours.by_land }
    }

    fn add(&mut self, other: &HoursWords) {
        add_counts(&mut self.steps, &other.steps);
        self.by_land = self.by_land.saturating_add(other.by_land);
    }

    fn hours(&self) -> Hours {
        let mut hours = Hours { by_land: self.by_land, ..Hours::default() };
        for (step, count) in &self.steps {
            if let Some(place) = hours.counts.get_mut(usize::from(*step)) {
                *place = *count;
            }
        }
        hours
    }
}

impl Learner<'_> {
    /// What was counted so far, in words.
    pub fn to_words(&self, texts: &TextTable) -> LearnerWords {
        let (counts, areas) = (&self.counts, self.areas());
        let mut words = LearnerWords { trips: counts.trips, ..LearnerWords::default() };
        for (source, clock) in &counts.clocks {
            words.clocks.insert(texts.text(*source).to_owned(), clock.to_vec());
        }
        for ((unknown, known), votes) in &counts.votes {
            let of_unknown = words.votes.entry(areas.code(*unknown).to_owned()).or_default();
            of_unknown.insert(areas.code(*known).to_owned(), *votes);
        }
        for (unknown, events) in &counts.unknown {
            words.unknown.insert(areas.code(*unknown).to_owned(), *events);
        }
        for ((from, to), hours) in &counts.travel {
            let of_from = words.travel.entry(areas.code(*from).to_owned()).or_default();
            of_from.insert(areas.code(*to).to_owned(), HoursWords::of(hours));
        }
        for ((end, event, area), hours) in &counts.ends {
            let of_end = words.ends.entry(end.event().as_str().to_owned()).or_default();
            let of_event = of_end.entry(event.as_str().to_owned()).or_default();
            of_event.insert(areas.code(*area).to_owned(), HoursWords::of(hours));
        }
        words
    }
}

impl LearnerWords {
    /// Whether this program wrote its like.
    pub fn is_of_this_version(&self) -> bool {
        self.version == VERSION
    }

    /// Adds what was counted elsewhere.
    pub fn add(&mut self, other: &LearnerWords) {
        for (source, clock) in &other.clocks {
            let own = self.clocks.entry(source.clone()).or_default();
            own.resize(own.len().max(clock.len()), 0);
            own.iter_mut().zip(clock).for_each(|(count, more)| *count = count.saturating_add(*more));
        }
        for (unknown, votes) in &other.votes {
            add_counts(self.votes.entry(unknown.clone()).or_default(), votes);
        }
        add_counts(&mut self.unknown, &other.unknown);
        for (from, others) in &other.travel {
            let own = self.travel.entry(from.clone()).or_default();
            for (to, hours) in others {
                own.entry(to.clone()).or_default().add(hours);
            }
        }
        for (end, events) in &other.ends {
            let own = self.ends.entry(end.clone()).or_default();
            for (event, areas) in events {
                let own = own.entry(event.clone()).or_default();
                for (area, hours) in areas {
                    own.entry(area.clone()).or_default().add(hours);
                }
            }
        }
        self.trips += other.trips;
    }

    /// What follows from all that was counted.
    pub fn finish(&self, places: &Places, settings: &TripSettings) -> LearnedWords {
        let mut texts = TextTable::default();
        for source in self.clocks.keys() {
            texts.intern(source);
        }
        let mut areas = Gazetteer::new(&texts, places, []);
        let pairs =
            self.votes.iter().flat_map(|(unknown, known)| std::iter::once(unknown).chain(known.keys()));
        let journeys = self.travel.iter().flat_map(|(from, to)| std::iter::once(from).chain(to.keys()));
        let ends = self.ends.values().flat_map(BTreeMap::values).flat_map(BTreeMap::keys);
        let ends = ends.filter(|area| !area.is_empty());
        areas.add_areas(
            pairs.chain(journeys).chain(ends).chain(self.unknown.keys()).map(String::as_str),
            places,
        );
        let mut learner = Learner::new(&texts, &areas, settings);
        learner.counts = self.counts(&texts, &areas);
        learner.finish().to_words(&texts, &areas)
    }

    fn counts(&self, texts: &TextTable, areas: &Gazetteer) -> Counts {
        let mut counts = Counts { trips: self.trips, ..Counts::default() };
        for (source, clock) in &self.clocks {
            if let (Some(source), Ok(clock)) = (texts.find(source), Clock::try_from(&clock[..])) {
                counts.clocks.insert(source, clock);
            }
        }
        for (unknown, known) in &self.votes {
            for (known, votes) in known {
                if let (Some(unknown), Some(known)) = (areas.find(unknown), areas.find(known)) {
                    counts.votes.insert((unknown, known), *votes);
                }
            }
        }
        for (unknown, events) in &self.unknown {
            counts.unknown.extend(areas.find(unknown).map(|area| (area, *events)));
        }
        for (from, others) in &self.travel {
            for (to, words) in others {
                if let (Some(from), Some(to)) = (areas.find(from), areas.find(to)) {
                    counts.travel.insert((from, to), words.hours());
                }
            }
        }
        let event = |code: &str| EventCode::from_code(code.as_bytes());
        for (end, events) in &self.ends {
            let Some(end) = event(end).and_then(End::of) else { continue };
            for (code, of_areas) in events {
                let Some(code) = event(code) else { continue };
                for (area, words) in of_areas {
                    let area = if area.is_empty() { Some(AreaId::NOWHERE) } else { areas.find(area) };
                    counts.ends.extend(area.map(|area| ((end, code, area), words.hours())));
                }
            }
        }
        counts
    }
}

fn add_counts<K: Ord + Clone>(own: &mut BTreeMap<K, u32>, other: &BTreeMap<K, u32>) {
    for (key, more) in other {
        let count = own.entry(key.clone()).or_default();
        *count = count.saturating_add(*more);
    }
}
