//! One binary for all integration tests of the crate.

#[path = "all/as_of.rs"]
mod as_of;
#[path = "all/assembly.rs"]
mod assembly;
#[path = "all/fixture.rs"]
mod fixture;
#[path = "all/goods_on_the_way.rs"]
mod goods_on_the_way;
#[path = "all/indicators.rs"]
mod indicators;
#[path = "all/selection.rs"]
mod selection;
