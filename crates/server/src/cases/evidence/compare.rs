//! What a reason was compared with, and which part of the trip it is about.

use crate::cases::Reader;
use crate::cases::queue::{place_name, stop_view};
use crate::cases::trips::track;
use crate::live::context::Context;
use crate::settings::Settings;
use crate::views::{
    Bin, Comparison, Distribution, RoutesCompared, Scale, Stop, StopRole, TripPart, UsualRoute, ValueUnit,
};
use std::collections::BTreeSet;
use tidewaiter_model::assessment::Consignment;
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::history::Population;
use tidewaiter_trips::{DwellRole, Trip};

/// Steps of a distribution of values.
const BINS: usize = 24;
/// Usual routes shown.
const ROUTES_SHOWN_MAX: usize = 8;

/// Everything a comparison looks at.
pub(super) struct Bench<'a> {
    pub(super) consignment: &'a Consignment,
    pub(super) trips: &'a [&'a Trip],
    pub(super) context: &'a Context,
    pub(super) settings: &'a Settings,
    pub(super) reader: Reader<'a>,
}

fn number(reason: &Reason, name: &str) -> Option<f64> {
    match reason.params.get(name)? {
        Param::Number(number)
        | Param::Share(number)
        | Param::Hours(number)
        | Param::MassKg(number)
        | Param::AmountPerKg(number) => Some(*number),
        Param::Count(count) => Some(*count as f64),
        _ => None,
    }
}

fn text<'r>(reason: &'r Reason, name: &str) -> Option<&'r str> {
    match reason.params.get(name)? {
        Param::Text(text) | Param::Place(text) | Param::Country(text) | Param::HsCode(text) => Some(text),
        _ => None,
    }
}

fn places<'r>(reason: &'r Reason, name: &str) -> Option<&'r [String]> {
    match reason.params.get(name)? {
        Param::Places(places) => Some(places),
        _ => None,
    }
}

fn time(reason: &Reason, names: &[&str]) -> Option<UtcTime> {
    names.iter().find_map(|name| match reason.params.get(*name) {
        Some(Param::Time(time)) => Some(*time),
        _ => None,
    })
}

impl Bench<'_> {
    /// What the reason was compared with, where that can be drawn.
    pub(super) fn comparison(&self, reason: &Reason) -> Option<Comparison> {
        match reason.indicator {
            Indicator::ValuePerKilogram => self.values(reason).map(Comparison::Distribution),
            Indicator::LongDwell => self.stays(reason).map(Comparison::Distribution),
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

    fn stays(&self, reason: &Reason) -> Option<Distribution> {
        let variant = &reason.variant;
        let word = variant.strip_suffix("_ongoing").or_else(|| variant.strip_suffix("_reckoned"));
        let word = word.unwrap_or(variant);
        let role = DwellRole::ALL.into_iter().find(|role| role.as_str() == word)?;
        let area = text(reason, "area")?;
        let alone = text(reason, "compared_with") == Some("area");
        let distribution = self.context.routes.dwell(role, alone.then_some(area))?;
        let words = self.reader.words;
        let name = place_name(area, self.settings).0;
        let what = if alone {
            words.say("compare-dwell-area", &[("area", name.into())])
        } else {
            words.label("compare-dwell-all")
        };
        Some(Distribution {
            what,
            unit: ValueUnit::Hours,
            currency: None,
            value: number(reason, "value")?,
            threshold: number(reason, "threshold"),
            median: number(reason, "median"),
            population: distribution.population(),
            scale: Scale::Log,
            bins: distribution.bins().into_iter().map(|(from, to, count)| Bin { from, to, count }).collect(),
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
        let (from, to) = (this.first()?.clone(), this.last()?.clone());
        let population = self.context.routes.pair_trips(&from, &to);
        let share = |count: u64| if population == 0 { 0.0 } else { count as f64 / population as f64 };
        let all = self.context.routes.itineraries(&from, &to);
        // This one is shown even when it is not among the most frequent.
        let shown =
            all.iter().enumerate().filter(|(place, (areas, _))| *place < ROUTES_SHOWN_MAX || *areas == this);
        let usual = shown
            .map(|(_, (areas, count))| UsualRoute {
                stops: self.stops(areas),
                count: *count,
                share: share(*count),
                same: *areas == this,
                track: track(areas.iter().map(String::as_str), self.settings),
            })
            .collect();
        let name = |area: &str| place_name(area, self.settings).0;
        let arguments = [("from", name(&from).into()), ("to", name(&to).into())];
        let what = self.reader.words.say("compare-routes", &arguments);
        Some(RoutesCompared { what, population, this: self.stops(&this), usual })
    }

    fn stops(&self, areas: &[String]) -> Vec<Stop> {
        let last = areas.len().saturating_sub(1);
        let role = |place: usize| match place {
            0 => StopRole::Load,
            place if place == last => StopRole::Discharge,
            _ => StopRole::Transhipment,
        };
        let stops = areas.iter().enumerate();
        stops.map(|(place, area)| stop_view(area, role(place), self.settings)).collect()
    }

    /// The part of a trip that the reason is about: its container, its areas, and the time between them.
    pub(super) fn part(&self, reason: &Reason) -> Option<TripPart> {
        let mut areas: Vec<&str> = Vec::new();
        for param in reason.params.values() {
            if let Param::Place(place) = param {
                areas.push(self.settings.places().area_of(place));
            }
        }
        if areas.is_empty() {
            areas.extend(places(reason, "itinerary").into_iter().flatten().map(String::as_str));
        }
        let calls_at = |trip: &&&Trip| trip.calls.iter().any(|call| areas.contains(&call.area.as_str()));
        let named = text(reason, "container");
        let trip = match named {
            Some(container) => self.trips.iter().find(|trip| trip.container == container),
            None => self.trips.iter().find(calls_at),
        }?;
        areas.retain(|area| trip.events.iter().any(|event| event.area == *area));
        let call = trip.calls.iter().find(|call| areas.contains(&call.area.as_str()));
        let areas: BTreeSet<&str> = areas.into_iter().collect();
        let from = time(reason, &["since", "earlier", "loaded"]).or(call.and_then(|call| call.arrived));
        let to = time(reason, &["later", "emptied", "time"]).or(call.and_then(|call| call.departed));
        Some(TripPart {
            container: trip.container.clone(),
            from,
            to: to.filter(|to| from.is_none_or(|from| *to >= from)),
            areas: areas.into_iter().map(str::to_owned).collect(),
        })
    }
}
