//! Tests of the trips crate through its public functions.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "all/ends.rs"]
mod ends;
#[path = "all/indicators.rs"]
mod indicators;
#[path = "all/kernel.rs"]
mod kernel;
#[path = "all/life.rs"]
mod life;
#[path = "all/parts.rs"]
mod parts;
#[path = "all/properties.rs"]
mod properties;
#[path = "all/rarer_indicators.rs"]
mod rarer_indicators;
#[path = "all/routes.rs"]
mod routes;
#[path = "all/scenarios.rs"]
mod scenarios;
#[path = "all/world.rs"]
mod world;
