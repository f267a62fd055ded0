//! Tests of the world through its public functions, in one binary.

#[path = "all/carriage.rs"]
mod carriage;
#[path = "all/read_back.rs"]
mod read_back;
#[path = "all/support.rs"]
mod support;
#[path = "all/world.rs"]
mod world;
