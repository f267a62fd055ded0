//! What the live picture needs of the store.

use tidewaiter_model::assessment::Outcome;
use tidewaiter_model::time::UtcTime;

/// Who does something, and from where.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// Login.
    pub actor: &'a str,
    /// Where from, such as `console 10.0.0.7`.
    pub origin: &'a str,
    /// Identifier of the request, or empty.
    pub request: &'a str,
    /// When.
    pub time: UtcTime,
}

/// Who holds a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockRow {
    /// Consignment.
    pub consignment_id: String,
    /// Who.
    pub login: String,
    /// Since when.
    pub taken: UtcTime,
    /// Until when.
    pub expires: UtcTime,
}

/// An outcome as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeRow {
    /// Its number.
    pub id: i64,
    /// What was found.
    pub outcome: Outcome,
    /// Login of whoever recorded it.
    pub by: String,
    /// When it was taken back.
    pub withdrawn: Option<UtcTime>,
}
