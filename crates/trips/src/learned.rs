//! What a first pass over containers learned and every kernel reads: how far each source is to be trusted and how
//! its clock runs, what unknown places are, and how long boxes take from area to area.

use crate::area::{AreaId, Gazetteer};
use crate::ends::End;
use serde::{Deserialize, Serialize};
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::EventCode;

/// Small tables learned from many containers; see [`crate::Learner`]. The default knows nothing.
///
/// Numbers are of the same texts and areas as the reports'. To carry it elsewhere, see [`Learned::to_words`].
#[derive(Debug, Clone, Default)]
pub struct Learned {
    /// By number of the source's text.
    pub(crate) sources: Vec<SourceTrust>,
    /// By area: the area that it is, itself unless an alias was learned.
    pub(crate) same_as: Vec<AreaId>,
    /// In order of the two areas.
    pub(crate) travel: Vec<Travel>,
    /// By area: the fewest hours in which a box was anywhere else, and in which it had come from anywhere else.
    pub(crate) nearest_hours: Vec<[f32; 2]>,
    /// In order of end, event and area; [`AreaId::NOWHERE`] is all areas.
    pub(crate) ends: Vec<UsualEnd>,
    /// Trips learned from.
    pub(crate) trips: u64,
}

/// How long boxes usually take between the empty pick-up or return and an event at one area.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UsualEnd {
    pub(crate) end: End,
    pub(crate) event: EventCode,
    pub(crate) area: AreaId,
    /// Half take longer.
    pub(crate) median_hours: f32,
    pub(crate) seen: u32,
}

/// What is known of who reports.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourceTrust {
    pub(crate) weight: u32,
    pub(crate) offset_micros: i64,
}

/// How fast a box goes from one area to another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Travel {
    pub(crate) from: AreaId,
    pub(crate) to: AreaId,
    /// Nearly all take longer.
    pub(crate) least_hours: f32,
    /// How often it was seen, and how often by land.
    pub(crate) seen: u32,
    pub(crate) by_land: u32,
}

/// Weight of a source of which nothing is known.
pub(crate) const WEIGHT_USUAL: u32 = 16;
const UNKNOWN: SourceTrust = SourceTrust { weight: WEIGHT_USUAL, offset_micros: 0 };
/// Trips needed before it says something that a pair was never seen.
const TRIPS_MIN: u64 = 500;
/// Journeys needed before the time of a pair counts.
const SEEN_MIN: u32 = 5;
/// Trips needed before what is usual at an area is.
const ENDS_MIN: u32 = 20;

/// What is learned of a change of place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Passage {
    /// No box is known to be faster.
    pub(crate) least_hours: f32,
    /// Journeys that say so; 0 when only the nearest other areas do.
    pub(crate) seen: u32,
    /// Boxes go from one to the other by land.
    pub(crate) by_land: bool,
}

impl Learned {
    /// Knows nothing.
    pub(crate) const NOTHING: Learned = Learned {
        sources: Vec::new(),
        same_as: Vec::new(),
        travel: Vec::new(),
        nearest_hours: Vec::new(),
        ends: Vec::new(),
        trips: 0,
    };

    /// What is known of a source.
    #[inline]
    pub(crate) fn source(&self, source: TextId) -> SourceTrust {
        self.sources.get(source.0 as usize).copied().unwrap_or(UNKNOWN)
    }

    /// How far the source's clock runs ahead.
    #[inline]
    pub(crate) fn clock_offset_micros(&self, source: TextId) -> i64 {
        self.source(source).offset_micros
    }

    /// The area that an area is: itself, unless it was learned to be another name of one that is known.
    #[inline]
    pub(crate) fn area(&self, area: AreaId) -> AreaId {
        self.same_as.get(area.index()).copied().unwrap_or(area)
    }

    /// What is known of going from one area to another; `None` where too little was seen.
    pub(crate) fn passage(&self, from: AreaId, to: AreaId) -> Option<Passage> {
        if self.trips < TRIPS_MIN {
            return None;
        }
        let found = self.travel.binary_search_by_key(&(from, to), |travel| (travel.from, travel.to));
        let travel = found.ok().and_then(|place| self.travel.get(place));
        if let Some(travel) = travel.filter(|travel| travel.seen >= SEEN_MIN) {
            let by_land = travel.by_land >= SEEN_MIN;
            return Some(Passage { least_hours: travel.least_hours, seen: travel.seen, by_land });
        }
        let out = self.nearest_hours.get(from.index()).map_or(0.0, |hours| hours[0]);
        let into = self.nearest_hours.get(to.index()).map_or(0.0, |hours| hours[1]);
        Some(Passage { least_hours: out.max(into), seen: 0, by_land: false })
    }

    /// How long boxes usually take between this end of a trip and an event: at the area, or anywhere where too few
    /// were seen there.
    pub(crate) fn end_hours(&self, end: End, event: EventCode, area: AreaId) -> Option<f64> {
        let usual = |area: AreaId| {
            let found = self.ends.binary_search_by_key(&(end, event, area), |u| (u.end, u.event, u.area));
            found.ok().and_then(|place| self.ends.get(place)).filter(|usual| usual.seen >= ENDS_MIN)
        };
        let usual = usual(area).or_else(|| usual(AreaId::NOWHERE))?;
        Some(f64::from(usual.median_hours))
    }

    /// Unknown places that were learned to be another name of a known area, in order of name.
    pub fn aliases<'g>(&self, areas: &'g Gazetteer) -> Vec<(&'g str, &'g str)> {
        let mut aliases: Vec<_> = (0..)
            .map(AreaId)
            .zip(&self.same_as)
            .filter(|(area, known)| area != *known)
            .map(|(area, known)| (areas.code(area), areas.code(*known)))
            .collect();
        aliases.sort_unstable();
        aliases
    }

    /// The same in words, which mean the same everywhere.
    pub fn to_words(&self, texts: &TextTable, areas: &Gazetteer) -> LearnedWords {
        let sources = (0..).map(TextId).zip(&self.sources);
        let mut sources: Vec<_> = sources
            .filter(|(_, trust)| trust.weight != WEIGHT_USUAL || trust.offset_micros != 0)
            .map(|(source, trust)| SourceWords {
                source: texts.text(source).to_owned(),
                weight: trust.weight,
                clock_offset_micros: trust.offset_micros,
            })
            .collect();
        sources.sort_by(|a, b| a.source.cmp(&b.source));
        let owned = |(name, area): (&str, &str)| (name.to_owned(), area.to_owned());
        let travel = self.travel.iter().map(|travel| TravelWords {
            from: areas.code(travel.from).to_owned(),
            to: areas.code(travel.to).to_owned(),
            least_hours: travel.least_hours,
            seen: travel.seen,
            by_land: travel.by_land,
        });
        let mut travel: Vec<TravelWords> = travel.collect();
        travel.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
        let ends = self.ends.iter().map(|usual| EndWords {
            end: usual.end.event().as_str().to_owned(),
            event: usual.event.as_str().to_owned(),
            area: areas.code(usual.area).to_owned(),
            median_hours: usual.median_hours,
            seen: usual.seen,
        });
        let mut ends: Vec<EndWords> = ends.collect();
        ends.sort_by(|a, b| (&a.end, &a.event, &a.area).cmp(&(&b.end, &b.event, &b.area)));
        let aliases = self.aliases(areas).into_iter().map(owned).collect();
        LearnedWords { version: VERSION, sources, aliases, travel, ends, trips: self.trips }
    }
}

/// Version of [`LearnedWords`].
const VERSION: u32 = 2;

/// [`Learned`] in words: to be stored, shown, and handed to another machine.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnedWords {
    /// 2; a table of another version is not used.
    pub version: u32,
    /// Sources that are not as usual, in order of name.
    pub sources: Vec<SourceWords>,
    /// Unknown places and the areas they were learned to be.
    pub aliases: Vec<(String, String)>,
    /// How fast boxes go from area to area.
    pub travel: Vec<TravelWords>,
    /// How long boxes usually take from the pick-up, and to the return.
    pub ends: Vec<EndWords>,
    /// Trips learned from.
    pub trips: u64,
}

/// A source's trust in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SourceWords {
    /// Who reports.
    pub source: String,
    /// How much a report counts; 16 is usual.
    pub weight: u32,
    /// How far its clock runs ahead, microseconds.
    pub clock_offset_micros: i64,
}

/// Travel between two areas in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TravelWords {
    /// Port area.
    pub from: String,
    /// Port area.
    pub to: String,
    /// Nearly all take longer, hours.
    pub least_hours: f32,
    /// How often it was seen.
    pub seen: u32,
    /// How often by land.
    pub by_land: u32,
}

/// Time between the pick-up or return and another event, in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndWords {
    /// `PICK` or `DROP`.
    pub end: String,
    /// The other event.
    pub event: String,
    /// Port area of the other event; empty for all areas.
    pub area: String,
    /// Half of the trips take longer, hours.
    pub median_hours: f32,
    /// Trips that say so.
    pub seen: u32,
}

impl LearnedWords {
    /// The areas that it names, some of them more than once. A part of the reports needs all of them in its gazetteer
    /// ([`Gazetteer::add_areas`]) to be read as the whole is: what an area is, and how near the nearest other one,
    /// does not depend on which areas the part has seen.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.iter().flat_map(|(name, area)| [name, area]);
        let travel = self.travel.iter().flat_map(|travel| [&travel.from, &travel.to]);
        let ends = self.ends.iter().map(|end| &end.area).filter(|area| !area.is_empty());
        aliases.chain(travel).chain(ends).map(String::as_str)
    }

    /// The same in the numbers of `texts` and `areas`; what does not occur in them is left out. `None` when it is of
    /// another version.
    pub fn resolve(&self, texts: &TextTable, areas: &Gazetteer) -> Option<Learned> {
        if self.version != VERSION {
            return None;
        }
        let mut learned = Learned { trips: self.trips, ..Learned::default() };
        for words in &self.sources {
            if let Some(source) = texts.find(&words.source) {
                let trust = SourceTrust { weight: words.weight, offset_micros: words.clock_offset_micros };
                learned.set_source(source, trust);
            }
        }
        let names = self.aliases.iter();
        let known = names.filter_map(|(name, area)| Some((areas.find(name)?, areas.find(area)?)));
        learned.set_aliases(known, areas.len());
        let travel = self.travel.iter().filter_map(|words| {
            let (from, to) = (areas.find(&words.from)?, areas.find(&words.to)?);
            let TravelWords { least_hours, seen, by_land, .. } = *words;
            Some(Travel { from, to, least_hours, seen, by_land })
        });
        learned.set_travel(travel.collect(), areas.len());
        let ends = self.ends.iter().filter_map(|words| {
            let event = |code: &str| EventCode::from_code(code.as_bytes());
            let area = if words.area.is_empty() { AreaId::NOWHERE } else { areas.find(&words.area)? };
            let end = End::of(event(&words.end)?)?;
            let EndWords { median_hours, seen, .. } = *words;
            Some(UsualEnd { end, event: event(&words.event)?, area, median_hours, seen })
        });
        learned.set_ends(ends.collect());
        Some(learned)
    }
}

impl Learned {
    pub(crate) fn set_source(&mut self, source: TextId, trust: SourceTrust) {
        let place = source.0 as usize;
        if self.sources.len() <= place {
            self.sources.resize(place + 1, UNKNOWN);
        }
        self.sources[place] = trust;
    }

    pub(crate) fn set_aliases(&mut self, aliases: impl Iterator<Item = (AreaId, AreaId)>, area_count: usize) {
        self.same_as = (0..area_count as u32).map(AreaId).collect();
        for (area, known) in aliases {
            if let Some(place) = self.same_as.get_mut(area.index()) {
                *place = known;
            }
        }
    }

    pub(crate) fn set_ends(&mut self, mut ends: Vec<UsualEnd>) {
        ends.sort_unstable_by_key(|usual| (usual.end, usual.event, usual.area));
        self.ends = ends;
    }

    pub(crate) fn set_travel(&mut self, mut travel: Vec<Travel>, area_count: usize) {
        travel.sort_unstable_by_key(|travel| (travel.from, travel.to));
        let mut nearest = vec![[f32::INFINITY; 2]; area_count];
        for one in travel.iter().filter(|travel| travel.seen >= SEEN_MIN) {
            for (area, side) in [(one.from, 0), (one.to, 1)] {
                if let Some(hours) = nearest.get_mut(area.index()) {
                    hours[side] = hours[side].min(one.least_hours);
                }
            }
        }
        for hours in nearest.iter_mut().flatten().filter(|hours| hours.is_infinite()) {
            *hours = 0.0;
        }
        (self.travel, self.nearest_hours) = (travel, nearest);
    }
}
