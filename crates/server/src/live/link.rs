//! What the live picture needs of the store.

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
