//! Container trips from status messages: which reports are one event, which events to believe, where one journey
//! ends and the next begins, what is normal on a route, and what does not fit.
//!
//! Pure functions over rows. [`rebuild_container`] needs the rows of one container number and nothing of the others,
//! so partitions can be rebuilt apart; what is global, the table of [`NormalRoutes`], is learned in a pass over trips
//! and handed to [`judge`]. The book's chapter on trips states the model and every threshold.

mod area;
mod boxes;
mod build;
mod calls;
mod decode;
mod duplicates;
mod foreseen;
mod judge;
mod life;
mod merge;
mod routes;
mod settings;
mod trip;

pub use build::{rebuild, rebuild_container};
pub use judge::{judge, judge_bound};
pub use routes::{Distribution, DwellRole, NormalRoutes, Spread, Stay, Surprise, stays};
pub use settings::TripSettings;
pub use trip::{
    BelievedEvent, Bound, Call, CallRole, Expectation, MESSAGES_MAX, SOURCES_MAX, Trip, TripStatus,
};
