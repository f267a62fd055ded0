//! Fits the weights by logistic regression with a penalty on large weights.

use crate::measure::{Measured, Trip};
use std::collections::BTreeMap;
use tidewaiter_trips::{BASE, Group, WEIGHTS, damping_of};

/// Half the penalty on a weight's distance from `CENTRE`, squared, in trips.
const PENALTY: f64 = 1.0;
/// Where weights are drawn to: a full strength that turns one chance in a thousand into one in two.
const CENTRE: f64 = 7.0;
/// These are not planted in any world, or are so by accident only, and keep what they have.
const KEPT: [Group; 2] = [Group::Tampering, Group::Rest];
const STEPS: usize = 4_000;
const STEP: f64 = 0.02;

/// A trip on which something fired: its reasons and whether it is wrong.
struct Row {
    groups: Vec<(Group, f32)>,
    wrong: f64,
    weight: f64,
}

fn row(trip: &Trip, weight: f64) -> Row {
    let groups = trip.fired.iter().map(|f| (Group::of(f.indicator, f.variant), f.strength)).collect();
    Row { groups, wrong: f64::from(u8::from(!trip.anomaly.is_empty())), weight }
}

/// Prints the weights that explain all worlds best, each world counting as much.
pub(crate) fn print(all: &[Measured]) {
    let mean = all.iter().map(|world| world.trips.len()).sum::<usize>() as f64 / all.len().max(1) as f64;
    let mut rows: Vec<Row> = Vec::new();
    // Trips of which nothing fired are all alike.
    let mut silent: BTreeMap<bool, f64> = BTreeMap::new();
    for world in all {
        let weight = mean / world.trips.len().max(1) as f64;
        for trip in &world.trips {
            if trip.fired.is_empty() {
                *silent.entry(!trip.anomaly.is_empty()).or_default() += weight;
            } else {
                rows.push(row(trip, weight));
            }
        }
    }
    for (wrong, weight) in silent {
        rows.push(Row { groups: Vec::new(), wrong: f64::from(u8::from(wrong)), weight });
    }
    let (base, weights) = fitted(&rows);
    println!("pub const BASE: f64 = {base:.2};");
    for (group, weight) in Group::ALL.iter().zip(&weights) {
        println!("    {weight:.2}, // {group:?}");
    }
}

/// Gradient descent with Adam's step sizes.
fn fitted(rows: &[Row]) -> (f64, [f64; WEIGHTS.len()]) {
    const N: usize = WEIGHTS.len() + 1;
    let mut at = [0.0; N];
    at[..N - 1].copy_from_slice(&WEIGHTS);
    at[N - 1] = BASE;
    let (mut first, mut second) = ([0.0f64; N], [0.0f64; N]);
    let total: f64 = rows.iter().map(|row| row.weight).sum();
    for step in 1..=STEPS {
        let mut slope = [0.0f64; N];
        for row in rows {
            let factors = damping_of(&row.groups, &at[..N - 1]);
            let parts =
                || row.groups.iter().zip(&factors).map(|((g, s), f)| (*g as usize, f64::from(*s) * f));
            let odds = at[N - 1] + parts().map(|(place, part)| at[place] * part).sum::<f64>();
            let miss = row.weight * (1.0 / (1.0 + (-odds).exp()) - row.wrong);
            parts().for_each(|(place, part)| slope[place] += miss * part);
            slope[N - 1] += miss;
        }
        for place in 0..N {
            let held = place < N - 1;
            if held && KEPT.contains(&Group::ALL[place]) {
                continue;
            }
            let pull = if held { PENALTY * (at[place] - CENTRE) } else { 0.0 };
            let slope = (slope[place] + pull) / total * 1000.0;
            first[place] = 0.9 * first[place] + 0.1 * slope;
            second[place] = 0.999 * second[place] + 0.001 * slope * slope;
            let (a, b) = (1.0 - 0.9f64.powi(step as i32), 1.0 - 0.999f64.powi(step as i32));
            at[place] -= STEP * (first[place] / a) / ((second[place] / b).sqrt() + 1e-9);
            if held {
                at[place] = at[place].max(0.0);
            }
        }
    }
    let mut weights = WEIGHTS;
    weights.copy_from_slice(&at[..N - 1]);
    (at[N - 1], weights)
}
