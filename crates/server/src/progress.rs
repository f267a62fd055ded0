//! How far long work has come, for whoever wants to show it.

/// A step of long work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress<'a> {
    /// What is under way, a stable word: `ingest`, `trips`, `assess`, `world`, `evaluate`.
    pub work: &'a str,
    /// What is being worked on now, such as a file name.
    pub item: &'a str,
    /// Done so far, in `unit`.
    pub done: u64,
    /// In all, if known.
    pub total: Option<u64>,
    /// `bytes`, `consignments` or `steps`.
    pub unit: &'a str,
}

/// Receives progress. Called often: the receiver decides how often it shows.
pub type Report<'a> = &'a mut (dyn FnMut(Progress<'_>) + Send);

/// A receiver that shows nothing.
pub fn silent() -> impl FnMut(Progress<'_>) + Send {
    |_| {}
}
