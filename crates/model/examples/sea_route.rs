//! Prints our sea distances beside published ones, and how long a route takes.
//!
//! `cargo run --release -p tidewaiter-model --example sea_route`
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::time::Instant;
use tidewaiter_model::reference::{Places, SeaNetwork, great_circle_nm};

fn main() {
    let started = busy_ms();
    let places = Places::builtin();
    let places_ms = busy_ms() - started;
    let started = busy_ms();
    let sea = SeaNetwork::builtin();
    let sea_ms = busy_ms() - started;
    print_published(places, sea);
    print_times(places, sea);
    println!("processor time to load: places {places_ms:.1} ms, sea network {sea_ms:.1} ms");
}

/// Processor time this thread has used, so that a busy machine does not count; 0 where the system does not say.
fn busy_ms() -> f64 {
    // Giving up the processor brings the system's account up to date.
    std::thread::yield_now();
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    account.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(0.0) / 1e6
}

fn print_published(places: &Places, sea: &SeaNetwork) {
    println!("{:<12} {:>9} {:>7} {:>7}  passages", "pair", "published", "ours", "error");
    let mut errors = Vec::new();
    for line in include_str!("../tables/published_distances.csv").lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let published: f64 = fields[2].parse().unwrap();
        let position = |code| places.area_position(code).unwrap();
        let route = sea.route(position(fields[0]), position(fields[1])).unwrap();
        let error = route.distance_nm / published - 1.0;
        errors.push(error.abs());
        println!(
            "{}-{:<6} {published:>9.0} {:>7.0} {:>6.1}%  {}",
            fields[0],
            fields[1],
            route.distance_nm,
            error * 100.0,
            route.passages.join(", ")
        );
    }
    let mean = errors.iter().sum::<f64>() / errors.len() as f64;
    println!("mean absolute error of {} pairs: {:.2}%", errors.len(), mean * 100.0);
}

fn print_times(places: &Places, sea: &SeaNetwork) {
    let ports: Vec<(f64, f64)> = include_str!("../tables/container_ports.csv")
        .lines()
        .skip(1)
        .filter_map(|line| places.area_position(line.split(',').next()?))
        .collect();
    let mut micros = Vec::new();
    let mut detour = 0.0;
    for (index, from) in ports.iter().enumerate() {
        for to in ports.iter().skip(index % 23).step_by(23) {
            // The best of five: the others were interrupted by whatever else the machine does.
            let mut best = f64::INFINITY;
            let mut route = None;
            for _ in 0..5 {
                let started = Instant::now();
                route = sea.route(*from, *to);
                best = best.min(started.elapsed().as_secs_f64() * 1e6);
            }
            micros.push(best);
            detour += route.map_or(0.0, |route| route.distance_nm / great_circle_nm(*from, *to).max(1.0));
        }
    }
    micros.sort_by(f64::total_cmp);
    let at = |share: f64| micros[((micros.len() - 1) as f64 * share) as usize];
    println!(
        "{} routes, best of five each: median {:.0} microseconds, p99 {:.0}, slowest {:.0}; mean detour {:.2}",
        micros.len(),
        at(0.5),
        at(0.99),
        at(1.0),
        detour / micros.len() as f64
    );
}
