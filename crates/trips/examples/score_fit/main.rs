//! Measures how well trips are judged on worlds whose truth is known, and fits the weights of the score.
//!
//! `cargo run --release -p tidewaiter-trips --example score_fit -- [--fit] [--misses] FOLDER...`
//!
//! A folder holds `messages/status.csm.csv`, `truth/areas.csv` and `truth/trips.csv`, as `tidewaiter world --workload
//! trips --out FOLDER/messages --truth FOLDER/truth` writes them. Prints, for each folder, the shares that the book's
//! page of measurements quotes, and over all of them what scores were worth. With `--fit` it prints the weights that
//! explain the truth of these folders best; they are copied into `src/score/weights.rs` by hand.

#![allow(clippy::print_stdout)]

mod fit;
mod measure;
mod world;

use measure::{Measured, measure};
use std::path::PathBuf;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut asked = |name: &str| {
        let before = arguments.len();
        arguments.retain(|argument| argument != name);
        arguments.len() < before
    };
    let (fit, misses) = (asked("--fit"), asked("--misses"));
    let folders: Vec<PathBuf> = arguments.iter().map(PathBuf::from).collect();
    let mut all: Vec<Measured> = Vec::new();
    for folder in &folders {
        let measured = measure(&world::read(folder));
        println!("{}\n{measured}", folder.display());
        if misses {
            measured.print_misses();
        }
        all.push(measured);
    }
    measure::print_groups(&all);
    measure::print_reliability(&all);
    if fit {
        fit::print(&all);
    }
}
