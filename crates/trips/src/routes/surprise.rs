//! How surprising an itinerary is: −log2 of its share, smoothed up a hierarchy.

use super::{NormalRoutes, Pair, SeaPart, Vias, country_pair_key, pair_key};
use crate::settings::TripSettings;

/// An itinerary's surprise and what it was compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Surprise {
    /// −log2 P(itinerary | origin, destination, carrier), smoothed.
    pub bits: f64,
    /// Trips of the same pair, this one left out.
    pub population: u64,
    /// Of those, the ones over the same areas.
    pub same: u64,
    /// Trips of the same pair of countries, this one left out.
    pub country_population: u64,
}

/// One level of the hierarchy: how many of how many went this way.
#[derive(Clone, Copy, Default)]
struct Level {
    same: f64,
    all: f64,
}

impl Level {
    fn of(vias: Option<&Vias>, via: &str, own: u64) -> Level {
        let Some(vias) = vias else { return Level::default() };
        let same = vias.get(via).copied().unwrap_or(0).saturating_sub(own);
        let all = vias.values().sum::<u64>().saturating_sub(own);
        Level { same: same as f64, all: all as f64 }
    }
}

impl NormalRoutes {
    /// The surprise of a sea part: pair and carrier, smoothed by pair, by pair of countries, by the world, and at
    /// last by the number of transhipments alone. `learned` takes this one trip out of every level.
    pub(crate) fn surprise(
        &self,
        part: &SeaPart<'_>,
        carrier: &str,
        learned: bool,
        settings: &TripSettings,
    ) -> Surprise {
        let pair = self.pairs.get(&pair_key(part));
        let countries = self.country_pairs.get(&country_pair_key(part));
        self.surprise_of(pair, countries, carrier, &part.via(), learned, settings)
    }

    fn surprise_of(
        &self,
        pair: Option<&Pair>,
        countries: Option<&Vias>,
        carrier: &str,
        via: &str,
        learned: bool,
        settings: &TripSettings,
    ) -> Surprise {
        let own = u64::from(learned);
        let by_pair = Level::of(pair.map(|pair| &pair.vias), via, own);
        let by_countries = Level::of(countries, via, own);
        let by_carrier = Level::of(pair.and_then(|pair| pair.carriers.get(carrier)), via, own);
        let mut share = self.share_of_shape(via);
        for level in [Level::of(Some(&self.world), via, own), by_countries, by_pair, by_carrier] {
            let weight = settings.smoothing_weight;
            share = (level.same + weight * share) / (level.all + weight);
        }
        Surprise {
            bits: -share.max(f64::MIN_POSITIVE).log2(),
            population: by_pair.all as u64,
            same: by_pair.same as u64,
            country_population: by_countries.all as u64,
        }
    }

    /// Before anything is known: each transhipment halves the chance, and any known area is as likely.
    fn share_of_shape(&self, via: &str) -> f64 {
        let transhipments = via.split('>').filter(|area| !area.is_empty()).count();
        let areas = self.world.len().max(8) as f64;
        0.5 * (0.5 / areas).powi(transhipments.min(64) as i32)
    }

    /// The surprise that the settings' quantile of all learned trips stays below, each judged without itself.
    pub(super) fn learn_alarm_bits(&self, settings: &TripSettings) -> f64 {
        let mut bits: Vec<(f64, u64)> = Vec::new();
        for pair in self.pairs.values() {
            if pair.trips <= settings.rare_population_min {
                continue;
            }
            let countries = self.country_pairs.get(&pair.countries);
            for (carrier, vias) in &pair.carriers {
                for (via, trips) in vias {
                    let surprise = self.surprise_of(Some(pair), countries, carrier, via, true, settings);
                    bits.push((surprise.bits, *trips));
                }
            }
        }
        bits.sort_by(|a, b| a.0.total_cmp(&b.0));
        let all: u64 = bits.iter().map(|(_, trips)| trips).sum();
        let wanted = settings.rare_quantile.clamp(0.0, 1.0) * all as f64;
        let mut below = 0u64;
        for (bits, trips) in bits {
            below += trips;
            if below as f64 >= wanted {
                return bits;
            }
        }
        0.0
    }

    /// Above this surprise RT-RARE fires, bits.
    pub fn alarm_bits(&self, settings: &TripSettings) -> f64 {
        self.alarm_bits.max(settings.rare_bits_min)
    }

    /// How rare new pairs are, bits: −log2 of the share of trips whose pair was seen only once (Good and Turing's
    /// estimate of the chance that the next trip's pair is new).
    pub fn new_pair_bits(&self) -> f64 {
        if self.trips == 0 {
            return 0.0;
        }
        let once = self.pairs.values().filter(|pair| pair.trips == 1).count() as f64;
        -((once + 0.5) / (self.trips as f64 + 1.0)).log2()
    }
}
