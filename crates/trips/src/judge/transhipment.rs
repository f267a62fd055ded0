//! RT-TS: a transhipment that history and distance, or learned travel times, say is needless.

use super::verdict::{Saying, Verdict};
use super::{Bench, SeaPart};
use crate::area::AreaId;
use crate::facts::CallFact;
use crate::routes::{Support, USUAL_SUPPORT};
use tidewaiter_model::reason::{Indicator, Param};

/// How unexpected an area must be for full strength, bits; and from where on it counts.
const BITS: (f64, f64) = (4.3, 11.0);
/// How much longer the way must be for full strength, as a share of the whole.
const LONGER_FULL: f64 = 1.0;
/// An area that is out of use but not out of the way says less: a port may be new in the schedule.
const ON_THE_WAY_WEIGHT: f64 = 0.6;

/// What speaks against one transhipment.
struct Needless<'f> {
    call: &'f CallFact,
    strength: f64,
    support: Support,
    longer: Option<Longer>,
}

/// How much longer the way over the area is.
struct Longer {
    share: f64,
    added: Param,
    whole: Param,
    variant: &'static str,
}

pub(super) fn judge(bench: &Bench<'_>, part: &SeaPart<'_>, verdict: &mut Verdict<'_>) {
    if part.between.is_empty() || bench.with.routes.is_usual_way(part, bench.shape.areas) {
        return;
    }
    if bench.with.routes.trips() < bench.with.settings.route_trips_min {
        return verdict.lacks(Indicator::NeedlessTransshipment, "no_history");
    }
    let own = f64::from(u8::from(bench.route_learned()));
    let carrier = bench.shape.carrier();
    let mut strongest: Option<Needless<'_>> = None;
    for (index, call) in part.between.iter().enumerate() {
        let support = bench.with.routes.support(part, bench.shape.areas, call.area, carrier, own);
        let found = needless(bench, part, index, call, support);
        strongest = strongest.into_iter().chain(found).max_by(|a, b| a.strength.total_cmp(&b.strength));
    }
    if let Some(found) = strongest {
        fire(bench, &found, verdict);
    }
}

fn needless<'f>(
    bench: &Bench<'_>,
    part: &SeaPart<'f>,
    index: usize,
    call: &'f CallFact,
    support: Support,
) -> Option<Needless<'f>> {
    if support.expected >= USUAL_SUPPORT {
        return None;
    }
    let settings = bench.with.settings;
    let unexpected = ((-support.expected.log2() - BITS.0) / (BITS.1 - BITS.0)).clamp(0.0, 1.0);
    let longer = longer(bench, part, index, call).filter(|longer| longer.share > settings.detour_share_max);
    let strength = match &longer {
        // Out of the way and out of use: each makes the other worse.
        Some(longer) => {
            let far = ((longer.share - settings.detour_share_max) / LONGER_FULL).clamp(0.0, 1.0);
            unexpected * (0.6 + 0.4 * far.sqrt())
        }
        None if support.population < settings.detour_population_min as f64 => return None,
        None if support.with_area >= settings.support_share_min * support.population => return None,
        // A hub that vessels omit or add at short notice is less of a surprise than a port no liner calls at.
        None => ON_THE_WAY_WEIGHT * unexpected * if bench.shape.areas.get(call.area).hub { 0.6 } else { 1.0 },
    };
    let strength = (strength * bench.with.routes.unexpected_weight()).min(1.0) * bench.sureness();
    Some(Needless { call, strength, support, longer })
}

/// How much longer the way over this area is: by distance, or where places have no coordinates by the time that
/// legs take.
fn longer(bench: &Bench<'_>, part: &SeaPart<'_>, index: usize, call: &CallFact) -> Option<Longer> {
    // The transhipments stand between the load and the discharge: `index` there is `index + 1` among all calls.
    let before = bench.shape.calls.get(index)?.area;
    let after = match part.between.get(index + 1) {
        Some(next) => next.area,
        None => part.destination,
    };
    let by_distance = Measure::Distance.longer(bench, part, (before, call.area, after));
    by_distance
        .or_else(|| Measure::Time.longer(bench, part, (before, call.area, after)))
        .filter(|longer| longer.share.is_finite())
}

/// By what ways are compared.
#[derive(Clone, Copy)]
enum Measure {
    Distance,
    Time,
}

impl Measure {
    fn between(self, bench: &Bench<'_>, from: AreaId, to: AreaId) -> Option<f64> {
        let (from, to) = (bench.shape.areas.get(from), bench.shape.areas.get(to));
        match self {
            Measure::Distance => bench.with.sea.distance_nm(from.position?, to.position?),
            Measure::Time => bench.with.routes.way_hours(from.key, to.key),
        }
    }

    fn longer(
        self,
        bench: &Bench<'_>,
        part: &SeaPart<'_>,
        (before, over, after): (AreaId, AreaId, AreaId),
    ) -> Option<Longer> {
        let way = |from, to| self.between(bench, from, to);
        let direct = way(before, after)?;
        let added = way(before, over)? + way(over, after)? - direct;
        let whole = way(part.origin, part.destination)?;
        let (variant, param) = match self {
            Measure::Distance => ("detour", Param::DistanceNm as fn(f64) -> Param),
            Measure::Time => ("detour_by_time", Param::Hours as fn(f64) -> Param),
        };
        Some(Longer { share: added / whole.max(1.0), added: param(added), whole: param(whole), variant })
    }
}

fn fire(bench: &Bench<'_>, found: &Needless<'_>, verdict: &mut Verdict<'_>) {
    let settings = bench.with.settings;
    let variant = found.longer.as_ref().map_or("support", |longer| longer.variant);
    let support = &found.support;
    verdict.fire(Indicator::NeedlessTransshipment, variant, found.strength, |say: Saying<'_>| {
        let say = say.with("population", Param::Count(support.population as u64));
        let say = match &found.longer {
            Some(longer) => say
                .with("value", Param::Share(longer.share))
                .with("threshold", Param::Share(settings.detour_share_max))
                .with("added_distance", longer.added.clone())
                .with("direct_distance", longer.whole.clone())
                .with("support", Param::Count(support.with_area as u64)),
            None => say
                .with("value", Param::Share(support.with_area / support.population.max(1.0)))
                .with("threshold", Param::Share(settings.support_share_min)),
        };
        say.place("area", &bench.shape, found.call.area).itinerary().call(&bench.shape, found.call)
    });
}
