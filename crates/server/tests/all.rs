//! Use cases over the live picture, on a small world.

#![allow(clippy::unwrap_used)]

#[path = "all/applied.rs"]
mod applied;
#[path = "all/desk.rs"]
mod desk;
#[path = "all/evidence.rs"]
mod evidence;
#[path = "all/queue.rs"]
mod queue;
#[path = "all/search.rs"]
mod search;
#[path = "all/trips.rs"]
mod trips;
