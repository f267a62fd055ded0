//! The assessment: every indicator fires, passes or says what it lacked; what fired is fused into one score.

mod changed;
mod identity;
mod late;
mod mass;
mod newness;
mod origin;
mod overland;
mod places;
mod routing;
mod stuffing;
mod transit;
mod value;

use crate::assemble::Assembled;
use crate::fuse::{contribution, fuse};
use crate::history::History;
use crate::settings::RiskSettings;
use std::collections::BTreeMap;
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::reason::{Evidence, Indicator, NotEvaluated, Param, Reason};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Bound, NormalRoutes, Trip, judge_bound};

/// Pointers copied from a trip's call into a reason; a call that thirty messages report is not shown thirty times.
const CALL_EVIDENCE_MAX: usize = 3;

/// Indicators that are judged on trips alone.
const OF_TRIPS: &[Indicator] = &[
    Indicator::DuplicateNumber,
    Indicator::RouteLoop,
    Indicator::RareRoute,
    Indicator::NewPair,
    Indicator::NeedlessTransshipment,
    Indicator::LongDwell,
    Indicator::FullEmptyConflict,
    Indicator::MessageGap,
    Indicator::SealChange,
    Indicator::SwappedBox,
    Indicator::HighRiskPlace,
    Indicator::LegTime,
    Indicator::GateOutOdd,
];

/// What every indicator may look at.
pub(crate) struct Case<'c, 'a> {
    assembled: &'c Assembled<'a>,
    history: &'c History,
    places: &'c Places,
    as_of: UtcTime,
    settings: &'c RiskSettings,
}

impl<'c, 'a> Case<'c, 'a> {
    /// Where the goods are declared to be unloaded, and when.
    fn bound(&self) -> Option<Bound<'a>> {
        let unloading = self.assembled.unloading?;
        let arrival = self.assembled.consignment.expected_arrival;
        Some(Bound { area: unloading.area, country: unloading.country, arrival })
    }

    /// Whether the trip's first load is where these goods began: its beginning was seen, and it is not in the very
    /// country where they are to be unloaded. Of a box that went out and came back, the way back alone carried them,
    /// and nobody reported where it was emptied and filled again.
    fn began_seen(&self, trip: &Trip) -> bool {
        let back =
            |country: &str| !country.is_empty() && trip.load().is_some_and(|load| load.country == country);
        trip.begun_at_load(self.places) && !self.assembled.unloading.is_some_and(|place| back(place.country))
    }

    /// Whether this trip is still on its way to the declared place of unloading.
    fn is_under_way(&self, trip: &Trip) -> bool {
        self.bound().is_some_and(|bound| trip.is_under_way(bound, self.as_of))
    }

    /// The trips with how sure each is: the join's confidence times the trip's own.
    fn trips(&self) -> impl Iterator<Item = (&'a Trip, f64)> + use<'c, 'a> {
        let confidences = self.assembled.trip_confidences.iter();
        self.assembled.trips.iter().zip(confidences).map(|(trip, sure)| (*trip, sure * trip.confidence))
    }
}

/// What fired and what could not be judged, while it is gathered.
#[derive(Default)]
pub(crate) struct Findings {
    reasons: Vec<Reason>,
    missing: Vec<NotEvaluated>,
}

impl Findings {
    fn fire(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    fn lack(&mut self, indicator: Indicator, missing: &str) {
        self.missing.push(NotEvaluated { indicator, missing: missing.to_owned() });
    }

    /// One reason for each indicator and variant: the strongest, with the count of boxes or items it stands for.
    fn merged(self, settings: &RiskSettings) -> (Vec<Reason>, Vec<NotEvaluated>) {
        let mut groups: BTreeMap<(Indicator, String), Vec<Reason>> = BTreeMap::new();
        for reason in self.reasons.into_iter().filter(is_finite) {
            groups.entry((reason.indicator, reason.variant.clone())).or_default().push(reason);
        }
        let mut reasons: Vec<Reason> = groups.into_values().filter_map(strongest).collect();
        // Indicator and variant are unique by now, so the order is total.
        reasons.sort_by(|a, b| {
            let (ours, theirs) = (contribution(a, settings), contribution(b, settings));
            theirs
                .total_cmp(&ours)
                .then_with(|| a.indicator.cmp(&b.indicator))
                .then_with(|| a.variant.cmp(&b.variant))
        });
        let mut missing = self.missing;
        missing.retain(|lack| reasons.iter().all(|reason| reason.indicator != lack.indicator));
        missing.sort_by(|a, b| (a.indicator, &a.missing).cmp(&(b.indicator, &b.missing)));
        missing.dedup();
        (reasons, missing)
    }
}

/// Whether every number of a reason is one: what was judged by no number says nothing.
fn is_finite(reason: &Reason) -> bool {
    reason.params.values().all(|param| match param {
        Param::Number(number)
        | Param::Share(number)
        | Param::Hours(number)
        | Param::MassKg(number)
        | Param::DistanceNm(number)
        | Param::SpeedKmh(number)
        | Param::AmountPerKg(number) => number.is_finite(),
        _ => true,
    })
}

/// The strongest of reasons that say the same of several boxes or items; `times` counts them when there are several.
fn strongest(mut alike: Vec<Reason>) -> Option<Reason> {
    if alike.len() > 1 {
        // Ties are broken by content: whichever record came first must not matter.
        alike.sort_by_cached_key(|reason| {
            (
                std::cmp::Reverse(reason.strength.to_bits()),
                reason.evidence.clone(),
                format!("{:?}", reason.params),
            )
        });
        alike.dedup();
    }
    let times = alike.len() as u64;
    let first = alike.into_iter().next()?;
    Some(if times > 1 { first.with("times", Param::Count(times)) } else { first })
}

/// A reason with the first pointers of a trip's call.
fn shown_by_call(mut reason: Reason, evidence: &[Evidence]) -> Reason {
    reason.evidence.extend(evidence.iter().take(CALL_EVIDENCE_MAX).cloned());
    reason
}

/// Assesses one consignment as of a time, from what `history` and `routes` learned up to then.
///
/// Every indicator that exists is in the reasons, passed, or in the list of those not evaluated. Reasons drawn from a
/// trip are as strong as the trip is surely the consignment's.
pub fn assess(
    assembled: &Assembled<'_>,
    history: &History,
    routes: &NormalRoutes,
    places: &Places,
    sea: &SeaNetwork,
    as_of: UtcTime,
    settings: &RiskSettings,
) -> Assessment {
    let case = Case { assembled, history, places, as_of, settings };
    let mut findings = Findings::default();
    of_trips(&case, routes, sea, &mut findings);
    identity::check(&case, &mut findings);
    places::check(&case, &mut findings);
    routing::check(&case, &mut findings);
    origin::check(&case, &mut findings);
    late::check(&case, &mut findings);
    value::check(&case, &mut findings);
    mass::check(&case, &mut findings);
    newness::check(&case, &mut findings);
    transit::check(&case, &mut findings);
    changed::check(&case, &mut findings);
    stuffing::check(&case, &mut findings);
    let (reasons, not_evaluated) = findings.merged(settings);
    Assessment {
        consignment: assembled.consignment.clone(),
        as_of,
        score: fuse(&reasons, settings),
        reasons,
        not_evaluated,
    }
}

/// The trips' own indicators. One that could be judged on no trip at all is not evaluated.
fn of_trips(case: &Case<'_, '_>, routes: &NormalRoutes, sea: &SeaNetwork, findings: &mut Findings) {
    let mut missing: BTreeMap<Indicator, Vec<String>> = BTreeMap::new();
    let mut trips = 0;
    for (trip, _) in case.trips() {
        trips += 1;
        let joined = case.assembled.trip_confidences.get(trips - 1).copied().unwrap_or(0.0);
        let (reasons, not_evaluated) =
            judge_bound(trip, case.bound(), routes, case.places, sea, case.as_of, &case.settings.trips);
        for mut reason in reasons {
            reason.strength *= joined;
            findings.fire(reason);
        }
        let lacking: BTreeMap<Indicator, String> =
            not_evaluated.into_iter().map(|lack| (lack.indicator, lack.missing)).collect();
        for (indicator, lack) in lacking {
            missing.entry(indicator).or_default().push(lack);
        }
    }
    if trips == 0 {
        OF_TRIPS.iter().for_each(|indicator| findings.lack(*indicator, "no_trip"));
    }
    for (indicator, lacks) in missing {
        if lacks.len() >= trips {
            lacks.iter().for_each(|lack| findings.lack(indicator, lack));
        }
    }
}
