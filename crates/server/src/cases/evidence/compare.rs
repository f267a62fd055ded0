//! What a reason was compared with, and which part of the trip it is about.

use crate::cases::Reader;
use crate::live::context::Context;
use crate::settings::Settings;
use crate::trips_show::Frame;
use crate::trips_show::compare::{self, number, places, text};
use crate::views::{Bin, Comparison, Distribution, RoutesCompared, Scale, TripPart, ValueUnit};
use tidewaiter_model::assessment::Consignment;
use tidewaiter_model::reason::{Indicator, Reason};
use tidewaiter_risk::history::Population;
use tidewaiter_trips::Trip;

/// Steps of a distribution of values.
const BINS: usize = 24;

/// Everything a comparison looks at.
pub(super) struct Bench<'a> {
    pub(super) consignment: &'a Consignment,
    pub(super) trips: &'a [&'a Trip],
    pub(super) context: &'a Context,
    pub(super) settings: &'a Settings,
    pub(super) reader: Reader<'a>,
}

impl Bench<'_> {
    /// What the reason was compared with, where that can be drawn.
    pub(super) fn comparison(&self, reason: &Reason) -> Option<Comparison> {
        match reason.indicator {
            Indicator::ValuePerKilogram => self.values(reason).map(Comparison::Distribution),
            Indicator::LongDwell => {
                compare::reason_stays(reason, &self.frame()).map(Comparison::Distribution)
            }
            Indicator::NeedlessTransshipment | Indicator::RareRoute => {
                self.routes(reason).map(Comparison::Routes)
            }
            _ => None,
        }
    }

    fn values(&self, reason: &Reason) -> Option<Distribution> {
        let message = reason.evidence.first()?.message;
        let declarations = self.context.declarations_of(self.consignment);
        let value = number(reason, "value")?;
        // One message may hold several items: the one of this very value.
        let same = |declaration| tidewaiter_risk::history::unit_value(declaration) == Some(value);
        let kept = declarations
            .into_iter()
            .find(|kept| kept.provenance.message == message && same(&kept.declaration))?;
        let population = Population::from_word(text(reason, "population")?)?;
        let bins = self.context.history.value_bins(&kept.declaration, population, BINS)?;
        let (median, deviations) = (number(reason, "median")?, number(reason, "deviations")?);
        // From how far the value lies follows how wide a deviation is, and so where the indicator fires.
        let spread = (value / median).ln() / deviations;
        let settings = &self.settings.risk.value;
        let threshold = if deviations < 0.0 {
            (median * (-spread * settings.deviations).exp()).min(median * settings.ratio_low_max)
        } else {
            (median * (spread * settings.deviations).exp()).max(median * settings.ratio_high_min)
        };
        let words = self.reader.words;
        let hs_code = text(reason, "hs_code").unwrap_or_default().to_owned();
        let what = match text(reason, "origin") {
            Some(origin) => words.say(
                "compare-value-origin",
                &[("hs_code", hs_code.into()), ("origin", words.country(origin).into())],
            ),
            None => words.say("compare-value", &[("hs_code", hs_code.into())]),
        };
        Some(Distribution {
            what,
            unit: ValueUnit::AmountPerKg,
            currency: text(reason, "currency").map(str::to_owned),
            value,
            threshold: threshold.is_finite().then_some(threshold),
            median: Some(median),
            population: bins.iter().map(|(_, _, count)| count).sum(),
            scale: Scale::Log,
            bins: bins.into_iter().map(|(from, to, count)| Bin { from, to, count }).collect(),
        })
    }

    fn routes(&self, reason: &Reason) -> Option<RoutesCompared> {
        let mut this: Vec<String> = places(reason, "itinerary")?.to_vec();
        let trip = self.trips.iter().find(|trip| trip.itinerary() == this);
        // A journey under way is judged by where it is bound for.
        let unloading = self.consignment.place_of_unloading.as_deref().map(str::trim);
        if let Some(bound) = unloading.map(|place| self.settings.places().area_of(place))
            && trip.is_some()
            && !this.iter().any(|area| area == bound)
        {
            this.push(bound.to_owned());
        }
        compare::routes(&this, &self.frame())
    }

    /// The part of a trip that the reason is about.
    pub(super) fn part(&self, reason: &Reason) -> Option<TripPart> {
        compare::part(reason, self.trips, self.settings)
    }

    /// What trips are shown with.
    pub(super) fn frame(&self) -> Frame<'_> {
        Frame {
            routes: &self.context.routes,
            as_of: self.context.as_of,
            settings: self.settings,
            words: self.reader.words,
        }
    }
}
