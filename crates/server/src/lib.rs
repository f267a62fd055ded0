//! Use cases, and the shapes of our own JSON documents. The binary and, later, the HTTP API call the same functions.
//!
//! Each module is one thing a user does. What a use case answers is a document of `shapes`; words for a reader are
//! made by `words` from message files, one for each language.

pub mod account;
pub mod answer;
pub mod assess;
pub mod audit;
pub mod cases;
pub mod check;
pub mod clock;
pub mod demo;
pub mod doctor;
mod doors;
pub mod error;
pub mod evaluate;
pub mod explain;
pub mod fields;
pub mod filter;
pub mod http;
pub mod ingest;
pub mod input;
mod learn;
pub mod live;
pub mod near;
pub mod outcome;
pub mod progress;
pub mod quarantine;
pub mod queue;
pub mod screen;
pub mod search;
pub mod senders;
pub mod settings;
pub mod shapes;
pub mod subscription;
pub mod trips;
pub mod trips_show;
pub mod upload;
pub mod views;
pub mod words;
pub mod world;

pub use error::{Error, FilterFault};
pub use tidewaiter_store::{Act, LOCAL, Options, Store};
