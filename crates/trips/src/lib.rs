//! Container trips from status messages: which reports are one event, which events to believe, where one journey
//! ends and the next begins, what is normal on a route, and what does not fit.
//!
//! Pure functions over rows. [`Kernel`] needs the reports of one container number and nothing of the others, so
//! partitions can be rebuilt apart; it gives numbers ([`Facts`]), and [`rebuild_container`] puts the words on. What is
//! global, the table of [`NormalRoutes`], is learned in a pass over trips and handed to [`judge`]. The book's chapter
//! on trips states the model and every threshold.

mod area;
mod boxes;
mod build;
mod calls;
mod decode;
mod duplicates;
mod ends;
mod evidence;
mod facts;
mod foreseen;
mod haste;
mod judge;
mod kernel;
mod learned;
mod learner;
mod learner_words;
mod life;
mod memory;
mod merge;
mod order;
mod place;
mod repair;
mod routes;
mod score;
mod settings;
mod tally;
mod trip;

pub use area::{AreaId, Gazetteer};
pub use build::{rebuild, rebuild_container, rebuild_rows};
pub use facts::{CallFact, ConflictFact, Doubt, EventFact, Facts, Repair, Report, TripFact};
pub use judge::{
    Fired, Judge, JudgeAreas, JudgeWith, Judged, Lacks, is_strong_reason, judge, judge_bound, trip_score,
};
pub use kernel::Kernel;
pub use learned::{Learned, LearnedWords, SourceWords, TravelWords};
pub use learner::Learner;
pub use learner_words::LearnerWords;
pub use routes::{
    Distribution, DwellRole, NormalRoutes, ROUTE_TABLE_VERSION, RouteRow, RouteSupport, RouteTableError,
    Spread, Stay, stays,
};
pub use score::{
    BASE, CarrierLine, CarrierTable, DAMPING, Group, LISTED_SCORE_MIN, SCORE_MAX, WEIGHTS, damping_of,
    is_strong, listed, weak,
};
pub use settings::TripSettings;
pub use trip::{
    BelievedEvent, Bound, Call, CallRole, Expectation, MESSAGES_MAX, SOURCES_MAX, Trip, TripStatus,
};
