//! Amounts of money, exact.

pub use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An amount in a currency. The amount is exact and written as a string.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// How much.
    pub amount: Decimal,
    /// ISO 4217 code as reported, such as `USD`.
    pub currency: String,
}
