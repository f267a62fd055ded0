//! How much processor time the kernel takes for a report, on one core, with reports in memory; and how well it
//! rebuilds the trips of that made world, which has nothing in common with the worlds of `tidewaiter world`.
//!
//! `cargo run --release -p tidewaiter-trips --example kernel_speed -- [CONTAINERS] [easy|hard] [SEED]`
#![allow(clippy::print_stdout)]

mod made;

use made::{EASY, HARD, Made, Truth, area_code, make};
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{Facts, Gazetteer, Kernel, Learner, TripFact, TripSettings};

/// Containers of the first pass.
const LEARNED_FROM: usize = 1000;
const ROUNDS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| arguments.get(place).and_then(|text| text.parse::<u64>().ok());
    let containers = number(0).unwrap_or(2000) as usize;
    let noise = if arguments.get(1).is_some_and(|name| name == "hard") { HARD } else { EASY };
    let made = make(containers, noise, number(2).unwrap_or(1));
    let settings = TripSettings::default();
    let locations =
        made.numbers.iter().flat_map(|number| number.reports.iter().map(|report| report.location));
    let gazetteer = Gazetteer::new(&made.texts, &made.places, locations);
    let mut learner = Learner::new(&made.texts, &gazetteer, &settings);
    for number in made.numbers.iter().take(LEARNED_FROM) {
        learner.add(&number.reports);
    }
    let learned = learner.finish();
    let mut kernel = Kernel::new(&made.texts, &gazetteer, &learned, &settings);
    let mut facts = Facts::default();
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        facts.clear();
        let before = processor_seconds();
        for number in &made.numbers {
            kernel.rebuild(&number.reports, &mut facts);
        }
        best = best.min(processor_seconds() - before);
    }
    let reports: usize = made.numbers.iter().map(|number| number.reports.len()).sum();
    println!(
        "{reports} reports, {} events, {} trips of {} numbers: {:.0} ns a report, {:.1} us a number",
        facts.events.len(),
        facts.trips.len(),
        made.numbers.len(),
        best * 1e9 / reports as f64,
        best * 1e6 / made.numbers.len() as f64,
    );
    let [overlap, ends, itinerary, possible] = quality(&made, &mut kernel).map(|share| share * 100.0);
    println!(
        "overlap of 0.8: {overlap:.2} % (at best {possible:.2} %), ends exact {ends:.2} %, itinerary exact {itinerary:.2} %"
    );
}

/// Of the true trips, matched with the trip of their number that overlaps most: overlap of 0.8, both ends exact,
/// itinerary exact; and how many overlap by 0.8 with the best that their reports could tell.
fn quality(made: &Made, kernel: &mut Kernel<'_>) -> [f64; 4] {
    let (mut counts, mut all) = ([0u32; 4], 0u32);
    let mut facts = Facts::default();
    for number in &made.numbers {
        facts.clear();
        kernel.rebuild(&number.reports, &mut facts);
        for truth in &number.truths {
            all += 1;
            let share = |trip: &TripFact| overlap(truth, trip.start, trip.end);
            let Some(best) = facts.trips.iter().max_by(|a, b| share(a).total_cmp(&share(b))) else {
                continue;
            };
            let calls = facts.calls_of(best).iter();
            let found: Vec<&str> = calls.map(|call| kernel.gazetteer().code(call.area)).collect();
            let way: Vec<String> = truth.itinerary.iter().map(|port| area_code(*port)).collect();
            let ends = found.first().zip(found.last()).map(|(a, b)| (*a, *b));
            let right = [
                share(best) >= 0.8,
                ends == way.first().zip(way.last()).map(|(a, b)| (a.as_str(), b.as_str())),
                found == way,
                truth.seen.is_some_and(|(start, end)| overlap(truth, start, end) >= 0.8),
            ];
            counts.iter_mut().zip(right).for_each(|(count, right)| *count += u32::from(right));
        }
    }
    counts.map(|count| f64::from(count) / f64::from(all.max(1)))
}

fn overlap(truth: &Truth, start: UtcTime, end: UtcTime) -> f64 {
    let both = truth.end.min(end).hours_since(truth.start.max(start)).max(0.0);
    both / truth.end.max(end).hours_since(truth.start.min(start)).max(1e-9)
}

/// Processor time of this thread so far, from Linux's own count.
fn processor_seconds() -> f64 {
    let counted = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    counted.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}
