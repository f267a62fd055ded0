//! The indicators that a trip can be judged by without any declaration.

mod areas;
mod condition;
mod duplicate;
mod gap;
mod gate;
mod leg;
mod number;
mod pair;
mod rich;
mod route;
mod shape;
mod stay;
mod swap;
mod tail;
mod transhipment;
mod verdict;

pub use areas::JudgeAreas;
pub(crate) use duplicate::conflict_strength;
pub(crate) use rich::RichTrip;
use shape::Change;
pub(crate) use shape::{SeaPart, Shape, milestones_of};
pub use verdict::{Fired, Lacks};

use crate::area::AreaId;
use crate::facts::{Facts, TripFact};
use crate::routes::NormalRoutes;
use crate::score::{is_strong, score};
use crate::settings::TripSettings;
use crate::trip::{Bound, Trip};
use tidewaiter_model::batch::TextTable;
use tidewaiter_model::reason::{Indicator, NotEvaluated, Reason};
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use verdict::Verdict;

/// What trips are judged with.
#[derive(Debug, Clone, Copy)]
pub struct JudgeWith<'a> {
    /// What is normal, learned as of the same time or earlier.
    pub routes: &'a NormalRoutes,
    /// Distances by sea, where places have coordinates.
    pub sea: &'a SeaNetwork,
    /// Time of judging.
    pub as_of: UtcTime,
    /// Thresholds.
    pub settings: &'a TripSettings,
    /// Whether `routes` has learned the trips that are judged, so that each must be left out of it. Of those, trips
    /// that ended after the table's time were not learned.
    pub own: bool,
}

/// One trip on the bench.
pub(crate) struct Bench<'a> {
    pub(crate) shape: Shape<'a>,
    /// Where the trip is declared to end, while it is not there yet.
    pub(crate) ahead: Option<AreaId>,
    pub(crate) with: &'a JudgeWith<'a>,
    /// Whether the table counted this very trip, so that it must be taken out of it.
    pub(crate) learned: bool,
}

impl Bench<'_> {
    /// How much a reason weighs that stands on the shape of the trip: a trip put together over missing and doubted
    /// events may be odd only on paper.
    pub(crate) fn sureness(&self) -> f64 {
        let one_journey = match self.shape.change() {
            Change::None => 1.0,
            Change::Mass => 0.7,
            Change::Seal => 0.45,
            Change::Load => 0.35,
        };
        one_journey * ((f64::from(self.shape.trip.confidence) - 0.2) / 0.6).clamp(0.2, 1.0)
    }

    /// Whether the table counted this trip's sea part.
    pub(crate) fn route_learned(&self) -> bool {
        self.learned && self.shape.is_over() && self.shape.sea_part().is_some()
    }
}

/// What judging one trip found.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// How likely the trip is wrong, 0 to 1; see the book's chapter on the score.
    pub score: f32,
    /// What fired, strongest contribution to the score first.
    pub fired: Vec<Fired>,
    /// What could not be judged.
    pub lacks: Lacks,
}

/// Judges trips as numbers, one after another, without an allocation where nothing fires.
pub struct Judge<'a> {
    with: JudgeWith<'a>,
    areas: &'a JudgeAreas,
    texts: &'a TextTable,
    verdict: Verdict<'a>,
}

impl<'a> Judge<'a> {
    /// A judge of trips whose numbers are of `areas` and `texts`.
    pub fn new(with: JudgeWith<'a>, areas: &'a JudgeAreas, texts: &'a TextTable) -> Judge<'a> {
        Judge { with, areas, texts, verdict: Verdict::new(None) }
    }

    /// Judges one trip of `facts` that goes by this container number.
    pub fn judge(&mut self, container: &str, facts: &Facts, trip: &TripFact) -> Judged {
        let shape = Shape::new(facts, trip, self.areas, self.texts);
        let learned = self.with.own && trip.end <= self.with.routes.as_of();
        let bench = Bench { shape, ahead: None, with: &self.with, learned };
        self.verdict.clear();
        run(&bench, container, Given::Facts(facts), &mut self.verdict);
        for indicator in OF_DECLARATIONS {
            self.verdict.lacks(*indicator, "no_declaration");
        }
        let fired = &mut self.verdict.fired;
        let score = score(fired);
        Judged { score, fired: fired.clone(), lacks: self.verdict.lacks }
    }
}

/// Judges one trip as of a time: every reason that fires, and every indicator that could not be judged.
///
/// Covers ID-CHK, ID-DUP, ID-SWAP, RT-LOOP, RT-TS, RT-RARE, RT-NEWOD (of the pair), RT-HRP, TM-DWELL, TM-LEG, EF-CONF,
/// SL-CHG, GT-PIN, DC-GAP and WT-ANOM between events. `trip` must be rebuilt from the rows known at `as_of`, `routes`
/// learned as of the same time or earlier; a trip that the table was learned from is left out of it while it is judged.
pub fn judge(
    trip: &Trip,
    routes: &NormalRoutes,
    places: &Places,
    sea: &SeaNetwork,
    as_of: UtcTime,
    settings: &TripSettings,
) -> (Vec<Reason>, Vec<NotEvaluated>) {
    judge_bound(trip, None, routes, places, sea, as_of, settings)
}

/// The same with what is declared of the trip's end: a box that waits at a hub on its way there is judged as being
/// transhipped, not as having arrived.
pub fn judge_bound(
    trip: &Trip,
    bound: Option<Bound<'_>>,
    routes: &NormalRoutes,
    places: &Places,
    sea: &SeaNetwork,
    as_of: UtcTime,
    settings: &TripSettings,
) -> (Vec<Reason>, Vec<NotEvaluated>) {
    let mut rich = RichTrip::placed(trip, places);
    let bound = bound.filter(|bound| trip.is_under_way(*bound, as_of));
    let ahead = bound.map(|bound| rich.areas.enter(bound.area, places));
    let with = JudgeWith { routes, sea, as_of, settings, own: true };
    let mut verdict = Verdict::new(Some(trip));
    rich.with(|shape| {
        let bench = Bench { shape, ahead, with: &with, learned: routes.has_learned(trip) };
        run(&bench, &trip.container, Given::Rich(trip, places), &mut verdict);
    });
    (verdict.take_reasons(), verdict.not_evaluated())
}

/// The reason without its words, as far as the score tells wordings apart.
fn bare(reason: &Reason) -> Fired {
    let variant = ["interleaved", "travel_time", "support"]
        .into_iter()
        .find(|held| *held == reason.variant)
        .unwrap_or("");
    Fired { indicator: reason.indicator, variant, strength: reason.strength as f32 }
}

/// The score of one trip by itself, 0 to 1: of trips scored 0.9 about nine in ten are wrong. `reasons` are those that
/// [`judge`] found of it.
pub fn trip_score(reasons: &[Reason]) -> f64 {
    let mut fired: Vec<Fired> = reasons.iter().map(bare).collect();
    f64::from(score(&mut fired))
}

/// Whether a reason that [`judge`] found is strong: see [`crate::LISTED_SCORE_MIN`].
pub fn is_strong_reason(reason: &Reason) -> bool {
    is_strong(&bare(reason))
}

/// In what form a trip is judged.
enum Given<'g, 't> {
    /// With the numbers of its container's other trips.
    Facts(&'g Facts),
    /// With its words, where whole reasons are wanted.
    Rich(&'t Trip, &'g Places),
}

/// Every indicator on one trip.
fn run<'t>(bench: &Bench<'_>, container: &str, given: Given<'_, 't>, verdict: &mut Verdict<'t>) {
    number::judge(bench, container, verdict);
    let begun = match given {
        Given::Facts(facts) => {
            duplicate::judge(bench, facts, verdict);
            true
        }
        Given::Rich(trip, places) => {
            // The rebuilding has put the conflict into words already.
            verdict.reasons_of(&trip.duplicates);
            trip.begun_at_load(places)
        }
    };
    route::judge(bench, begun, verdict);
    stay::judge(bench, verdict);
    leg::judge(bench, verdict);
    condition::judge(bench, verdict);
    swap::judge(bench, verdict);
    gate::judge(bench, verdict);
    gap::judge(bench, verdict);
}

/// Indicators that compare the trip with what was declared: the assessment of consignments judges them.
const OF_DECLARATIONS: &[Indicator] = &[
    Indicator::OriginNotOnRoute,
    Indicator::PlaceOfLoading,
    Indicator::PlaceOfDischarge,
    Indicator::CountriesOfRouting,
    Indicator::TransitDiversion,
    Indicator::StuffingPlace,
    Indicator::ChangedAfterLoading,
];

/// 0 at the threshold, one half at `scale` beyond it, towards 1 far beyond.
pub(crate) fn graded(beyond: f64, scale: f64) -> f64 {
    if beyond <= 0.0 { 0.0 } else { beyond / (beyond + scale) }
}
