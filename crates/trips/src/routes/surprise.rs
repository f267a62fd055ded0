//! How surprising an itinerary is: −log2 of its share, smoothed up a hierarchy.

use super::index::{Level, level_key, levels};
use super::key::{Key, key_of, mix};
use super::region::region_of;
use super::{NormalRoutes, Region};
use crate::judge::{JudgeAreas, SeaPart};
use crate::routes::counts::RouteKey;
use crate::settings::TripSettings;

/// An itinerary's surprise and what it was compared with. Counts are weighed by age and season.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Surprise {
    /// −log2 P(itinerary | origin, destination, carrier, quarter), smoothed.
    pub(crate) bits: f64,
    /// Trips of the same pair, this one left out.
    pub(crate) population: f64,
    /// Of those, the ones over the same areas.
    pub(crate) same: f64,
    /// Trips of the same pair of countries, this one left out.
    pub(crate) country_population: f64,
}

/// The country and region of both ends.
type Ends = ((Key, Option<Region>), (Key, Option<Region>));

impl NormalRoutes {
    /// The surprise of a sea part: pair and carrier, smoothed by pair, by pair of countries, by pair of regions, by
    /// the world, and at last by the number of transhipments alone. `learned` takes this one trip out of every level.
    pub(crate) fn surprise(
        &self,
        part: &SeaPart<'_>,
        areas: &JudgeAreas,
        carrier: Key,
        learned: bool,
        settings: &TripSettings,
    ) -> Surprise {
        let (origin, destination) = (areas.get(part.origin), areas.get(part.destination));
        let ends = ((origin.country_key, origin.region), (destination.country_key, destination.region));
        let route = RouteKey {
            origin: origin.key,
            destination: destination.key,
            via: part.via,
            carrier,
            quarter: part.quarter,
        };
        self.surprise_of(&route, ends, part.between.len(), learned, settings)
    }

    fn surprise_of(
        &self,
        route: &RouteKey,
        ends: Ends,
        transhipments: usize,
        learned: bool,
        settings: &TripSettings,
    ) -> Surprise {
        let own = f64::from(u8::from(learned));
        let weight = settings.smoothing_weight;
        let mut share = self.share_of_shape(transhipments);
        let mut counts = [(0.0, 0.0); 5];
        for (level, counted) in levels(route, ends).into_iter().zip(&mut counts) {
            let Some(level) = level else { continue };
            let all = (self.index.count(level, route.quarter) - own).max(0.0);
            let same = (self.index.count(mix(level, route.via), route.quarter) - own).max(0.0);
            share = (same + weight * share) / (all + weight);
            *counted = (all, same);
        }
        let [_, _, countries, pair, _] = counts;
        Surprise {
            bits: -share.max(f64::MIN_POSITIVE).log2(),
            population: pair.0,
            same: pair.1,
            country_population: countries.0,
        }
    }

    /// Before anything is known: each transhipment halves the chance, and any known way is as likely.
    fn share_of_shape(&self, transhipments: usize) -> f64 {
        let ways = self.counts.vias.len().max(8) as f64;
        0.5 * (0.5 / ways).powi(transhipments.min(64) as i32)
    }

    /// The share of its pair that goes the same way, if that is so large that the way is no surprise; cheap.
    pub(crate) fn is_usual_way(&self, part: &SeaPart<'_>, areas: &JudgeAreas) -> bool {
        let pair = level_key(Level::Pair, areas.key(part.origin), areas.key(part.destination), 0);
        let all = self.index.count(pair, part.quarter);
        all >= USUAL_TRIPS && self.index.count(mix(pair, part.via), part.quarter) >= USUAL_SHARE * all
    }

    /// The surprise that the settings' quantile of all learned trips stays below, each judged without itself.
    pub(super) fn learn_alarm_bits(&self, settings: &TripSettings) -> f64 {
        let place = |area: Key| {
            let country = self.counts.names.get(&area).map_or("", |name| &name.country);
            (key_of(country), region_of(country))
        };
        let mut bits: Vec<(f64, u32)> = Vec::new();
        for (route, trips) in &self.index.routes {
            if self.pair_population(route.origin, route.destination) <= settings.rare_population_min {
                continue;
            }
            let transhipments = self.counts.vias.get(&route.via).map_or(0, |areas| areas.len());
            let ends = (place(route.origin), place(route.destination));
            bits.push((self.surprise_of(route, ends, transhipments, true, settings).bits, *trips));
        }
        bits.sort_by(|a, b| a.0.total_cmp(&b.0));
        let all: u64 = bits.iter().map(|(_, trips)| u64::from(*trips)).sum();
        let wanted = settings.rare_quantile.clamp(0.0, 1.0) * all as f64;
        let mut below = 0u64;
        for (bits, trips) in bits {
            below += u64::from(trips);
            if below as f64 >= wanted {
                return bits;
            }
        }
        0.0
    }

    /// Above this surprise RT-RARE fires, bits.
    pub fn alarm_bits(&self, settings: &TripSettings) -> f64 {
        self.index.alarm_bits.max(settings.rare_bits_min)
    }
}

/// A way that this share of at least so many trips of its pair takes is no surprise under any carrier: a carrier's own
/// trips move the share by less than the alarm.
const USUAL_SHARE: f64 = 0.25;
const USUAL_TRIPS: f64 = 50.0;
