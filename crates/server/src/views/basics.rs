//! Shapes that stand in many documents.

use serde::{Deserialize, Serialize};
use tidewaiter_model::money::Decimal;
use utoipa::ToSchema;

/// An amount in a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Money {
    /// How much, exact, as a string.
    #[schema(value_type = String, example = "1200.50")]
    pub amount: Decimal,
    /// ISO 4217 code as reported.
    pub currency: String,
}

impl From<&tidewaiter_model::money::Money> for Money {
    fn from(money: &tidewaiter_model::money::Money) -> Money {
        Money { amount: money.amount, currency: money.currency.clone() }
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// What stands on this page.
    pub items: Vec<T>,
    /// Where the next page begins, to be given as `after`; `null` at the end.
    #[schema(required)]
    pub next: Option<String>,
    /// How many there are in all, where that is counted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub total: Option<u64>,
}

/// Who does something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct Person {
    /// Login.
    pub login: String,
    /// Name as shown.
    pub name: String,
}

/// A parameter of a reason: its type says how it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = Param)]
pub struct ParamView {
    /// `text`, `place`, `places`, `country`, `countries`, `hs_code`, `number`, `count`, `share`, `hours`, `mass_kg`,
    /// `distance_nm`, `speed_kmh`, `amount_per_kg`, `time`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The value: a text, a number or a list of texts.
    #[schema(value_type = Value)]
    pub value: serde_json::Value,
}
