//! Rebuilds, judges and compares with the truth.

use crate::world::{TrueTrip, World};
use std::collections::BTreeMap;
use std::fmt;
use tidewaiter_model::reference::SeaNetwork;
use tidewaiter_trips::{
    Facts, Fired, Gazetteer, Group, Judge, JudgeAreas, JudgeWith, Kernel, Learner, NormalRoutes, TripFact,
    TripSettings, is_strong, listed,
};

/// Trips by score that count as flagged.
const TOP_SHARE: f64 = 0.02;
/// A true trip is found from this overlap on.
const OVERLAP_MIN: f64 = 0.8;

/// One rebuilt trip.
pub(crate) struct Trip {
    pub(crate) container: String,
    pub(crate) fact: TripFact,
    pub(crate) itinerary: String,
    pub(crate) score: f32,
    pub(crate) fired: Vec<Fired>,
    /// The anomalies of the true trips that overlap it most.
    pub(crate) anomaly: String,
}

/// Figures of one world.
pub(crate) struct Measured {
    pub(crate) trips: Vec<Trip>,
    true_trips: usize,
    exact: usize,
    overlapping: usize,
    honest: usize,
    honest_flagged: usize,
    anomalies: usize,
    /// Anomalies, those in the top 2 %, those with any listed reason, by kind.
    kinds: BTreeMap<String, [usize; 3]>,
    precision: f64,
    /// The lowest score in the top 2 %.
    top_score: f32,
    seconds: Seconds,
    reports: usize,
    /// True trips whose overlap is too small, by where their rebuilt trip differs.
    apart: BTreeMap<&'static str, usize>,
    pub(crate) missed: Vec<String>,
}

/// Processor time.
#[derive(Clone, Copy)]
struct Seconds {
    rebuild: f64,
    learn: f64,
    judge: f64,
}

/// What `work` makes, and the seconds that the processor took for it, as Linux counts them.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = processor_seconds();
    let made = work();
    (made, processor_seconds() - start)
}

fn processor_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1e9
}

pub(crate) fn measure(world: &World) -> Measured {
    let settings = TripSettings::default();
    let locations = world.reports.values().flatten().map(|report| report.location);
    let gazetteer = Gazetteer::new(&world.texts, &world.places, locations);
    let mut learner = Learner::new(&world.texts, &gazetteer, &settings);
    world.reports.values().for_each(|reports| learner.add(reports));
    let learned = learner.finish();
    let mut kernel = Kernel::new(&world.texts, &gazetteer, &learned, &settings);
    let mut containers: Vec<&str> = Vec::new();
    let (facts, rebuild) = timed(|| {
        let mut facts = Facts::default();
        for (container, reports) in &world.reports {
            kernel.rebuild(reports, &mut facts);
            containers.resize(facts.trips.len(), container);
        }
        facts
    });
    let areas = JudgeAreas::of(&gazetteer, &world.places);
    let as_of = world.reports.values().flatten().map(|report| report.received).max().unwrap_or_default();
    let (routes, learn) = timed(|| {
        let mut routes = NormalRoutes::empty(as_of);
        routes.add(&facts, &areas, &world.texts);
        routes.settle(&settings);
        routes
    });
    let with =
        JudgeWith { routes: &routes, sea: SeaNetwork::builtin(), as_of, settings: &settings, own: true };
    let mut judge = Judge::new(with, &areas, &world.texts);
    let (judged, judge) = timed(|| {
        let trips = facts.trips.iter().zip(&containers);
        trips.map(|(trip, container)| judge.judge(container, &facts, trip)).collect::<Vec<_>>()
    });
    let trips = facts.trips.iter().zip(&containers).zip(judged).map(|((fact, container), judged)| {
        let codes: Vec<&str> = facts.calls_of(fact).iter().map(|call| gazetteer.code(call.area)).collect();
        Trip {
            container: (*container).to_owned(),
            fact: fact.clone(),
            itinerary: codes.join(">"),
            score: judged.score,
            fired: judged.fired,
            anomaly: String::new(),
        }
    });
    let reports = world.reports.values().map(Vec::len).sum();
    compared(trips.collect(), &world.truth, reports, Seconds { rebuild, learn, judge })
}

fn overlap(trip: &Trip, truth: &TrueTrip) -> f64 {
    let common = trip.fact.end.min(truth.end).hours_since(trip.fact.start.max(truth.start));
    let whole = trip.fact.end.max(truth.end).hours_since(trip.fact.start.min(truth.start));
    if whole > 0.0 { common.max(0.0) / whole } else { 0.0 }
}

fn compared(mut trips: Vec<Trip>, truth: &[TrueTrip], reports: usize, seconds: Seconds) -> Measured {
    let mut by_container: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, trip) in trips.iter().enumerate() {
        by_container.entry(trip.container.clone()).or_default().push(place);
    }
    let matched: Vec<Option<usize>> = truth
        .iter()
        .map(|one| {
            let of_box = by_container.get(&one.container)?.iter();
            let best =
                of_box.max_by(|a, b| overlap(&trips[**a], one).total_cmp(&overlap(&trips[**b], one)))?;
            (overlap(&trips[*best], one) > 0.0).then_some(*best)
        })
        .collect();
    for (one, place) in truth.iter().zip(&matched) {
        if let Some(place) = place.filter(|_| !one.anomaly.is_empty()) {
            trips[place].anomaly.clone_from(&one.anomaly);
        }
    }
    let mut order: Vec<usize> = (0..trips.len()).collect();
    order.sort_by(|a, b| trips[*b].score.total_cmp(&trips[*a].score));
    let top_count = (trips.len() as f64 * TOP_SHARE).round() as usize;
    let mut in_top = vec![false; trips.len()];
    order.iter().take(top_count).for_each(|place| in_top[*place] = true);
    let anomalies = truth.iter().filter(|one| !one.anomaly.is_empty()).count();
    let right = order.iter().take(anomalies).filter(|place| !trips[**place].anomaly.is_empty()).count();
    let mut measured = Measured {
        true_trips: truth.len(),
        exact: 0,
        overlapping: 0,
        honest: 0,
        honest_flagged: 0,
        anomalies,
        kinds: BTreeMap::new(),
        precision: right as f64 / anomalies.max(1) as f64,
        top_score: top_count.checked_sub(1).and_then(|last| order.get(last)).map_or(1.0, |p| trips[*p].score),
        seconds,
        reports,
        apart: BTreeMap::new(),
        missed: Vec::new(),
        trips,
    };
    for (one, place) in truth.iter().zip(&matched) {
        let trip = place.map(|place| &measured.trips[place]);
        measured.exact += usize::from(trip.is_some_and(|trip| trip.itinerary == one.itinerary));
        if trip.is_some_and(|trip| overlap(trip, one) >= OVERLAP_MIN) {
            measured.overlapping += 1;
        } else {
            let how = apart(one, trip);
            let span = trip.map_or(String::new(), |t| {
                format!("{}..{}", t.fact.start.date_text(), t.fact.end.date_text())
            });
            let truth = format!("{}..{} {}", one.start.date_text(), one.end.date_text(), one.itinerary);
            *measured.apart.entry(how).or_default() += 1;
            measured.missed.push(format!("{how}: {} {truth} -> {span}", one.container));
        }
        let flagged = trip.is_some_and(|trip| listed(&trip.fired).next().is_some());
        if one.anomaly.is_empty() {
            measured.honest += 1;
            measured.honest_flagged += usize::from(flagged);
            continue;
        }
        let top = place.is_some_and(|place| in_top[place]);
        let kind = measured.kinds.entry(one.anomaly.clone()).or_default();
        kind[0] += 1;
        kind[1] += usize::from(top);
        kind[2] += usize::from(flagged);
        if !top {
            measured.missed.push(missed(one, trip));
        }
    }
    let wrong_top = order.iter().take(anomalies).map(|place| &measured.trips[*place]);
    let wrong_top: Vec<String> = wrong_top.filter(|trip| trip.anomaly.is_empty()).map(told).collect();
    measured.missed.extend(wrong_top.into_iter().map(|told| format!("honest  {told}")));
    measured
}

fn told(trip: &Trip) -> String {
    let fired = trip.fired.iter().map(|f| format!("{} {} {:.2}", f.indicator, f.variant, f.strength));
    format!(
        "{:.2} {} {}.. {} conf {:.2} box {}: {}",
        trip.score,
        trip.container,
        trip.fact.start.date_text(),
        trip.itinerary,
        trip.fact.confidence,
        trip.fact.physical_box,
        fired.collect::<Vec<_>>().join(", ")
    )
}

/// Where a rebuilt trip differs from the true one by more than a twelfth of it.
fn apart(one: &TrueTrip, trip: Option<&Trip>) -> &'static str {
    let Some(trip) = trip else { return "no trip" };
    let slack = one.end.hours_since(one.start) / 12.0;
    let (start, end) = (trip.fact.start.hours_since(one.start), trip.fact.end.hours_since(one.end));
    let differs = |hours: f64| {
        if hours.abs() <= slack {
            0
        } else if hours > 0.0 {
            1
        } else {
            -1
        }
    };
    match (differs(start), differs(end)) {
        (-1, 0) => "starts early",
        (1, 0) => "starts late",
        (0, -1) => "ends early",
        (0, 1) => "ends late",
        (1, -1) => "too short",
        (-1, 1) => "too long",
        _ => "elsewhere",
    }
}

fn missed(one: &TrueTrip, trip: Option<&Trip>) -> String {
    let found = trip.map_or("nothing".to_owned(), told);
    format!("{} {} {} -> {found}", one.anomaly, one.start.date_text(), one.itinerary)
}

impl Measured {
    pub(crate) fn print_misses(&self) {
        self.missed.iter().for_each(|line| println!("    {line}"));
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
        writeln!(
            f,
            "  {} true trips, {} rebuilt, overlap {:.2} %, itinerary {:.2} %; {} reports, rebuilding {:.0} ns a report, learning {:.0} ms, judging {:.2} us a trip",
            self.true_trips,
            self.trips.len(),
            share(self.overlapping, self.true_trips),
            share(self.exact, self.true_trips),
            self.reports,
            1e9 * self.seconds.rebuild / self.reports.max(1) as f64,
            1000.0 * self.seconds.learn,
            1e6 * self.seconds.judge / self.trips.len().max(1) as f64,
        )?;
        writeln!(f, "  overlap too small: {:?}", self.apart)?;
        let top: usize = self.kinds.values().map(|kind| kind[1]).sum();
        writeln!(
            f,
            "  precision at {} anomalies {:.1} %, in the top 2 % (from {:.3}) {:.1} %, honest with a strong reason {:.2} %",
            self.anomalies,
            100.0 * self.precision,
            self.top_score,
            share(top, self.anomalies),
            share(self.honest_flagged, self.honest),
        )?;
        for (kind, [all, top, flagged]) in &self.kinds {
            writeln!(
                f,
                "    {kind}: {all}, in the top 2 % {:.1} %, with a strong reason {:.1} %",
                share(*top, *all),
                share(*flagged, *all)
            )?;
        }
        Ok(())
    }
}

/// How often the reasons of each group stood on honest and on wrong trips, over all worlds: all, and strong ones.
pub(crate) fn print_groups(all: &[Measured]) {
    println!("group         honest    wrong   strong: honest   wrong");
    for group in Group::ALL {
        let mut counts = [0usize; 4];
        for trip in all.iter().flat_map(|measured| &measured.trips) {
            let wrong = usize::from(!trip.anomaly.is_empty());
            let mut of_group =
                trip.fired.iter().filter(|f| Group::of(f.indicator, f.variant) == group).peekable();
            counts[wrong] += usize::from(of_group.peek().is_some());
            counts[2 + wrong] += usize::from(of_group.any(is_strong));
        }
        let name = format!("{group:?}");
        println!("{name:12} {:8} {:8} {:15} {:7}", counts[0], counts[1], counts[2], counts[3]);
    }
}

/// What scores were worth, over all worlds.
pub(crate) fn print_reliability(all: &[Measured]) {
    println!("score       trips     mean   wrong");
    for tenth in 0..10 {
        let of_tenth =
            |trip: &&Trip| (trip.score * 10.0) as usize == tenth || (tenth == 9 && trip.score >= 1.0);
        let (mut count, mut sum, mut wrong) = (0usize, 0.0f64, 0usize);
        for trip in all.iter().flat_map(|measured| &measured.trips).filter(of_tenth) {
            count += 1;
            sum += f64::from(trip.score);
            wrong += usize::from(!trip.anomaly.is_empty());
        }
        if count > 0 {
            println!(
                "{:.1} to {:.1} {count:8}   {:.3}   {:.3}",
                tenth as f64 / 10.0,
                (tenth + 1) as f64 / 10.0,
                sum / count as f64,
                wrong as f64 / count as f64
            );
        }
    }
}
