//! What a reason was compared with: a value among others, a route among others.

use super::Stop;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One bar of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Bin {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// How many lie within.
    pub count: u64,
}

/// What a distribution's numbers measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ValueUnit {
    /// Amount of money per kilogram.
    AmountPerKg,
    /// Hours.
    Hours,
    /// Kilograms.
    Kg,
    /// 0 to 1.
    Share,
    /// A number of things.
    Count,
}

/// How an axis is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Equal ratios.
    Log,
    /// Equal differences.
    Linear,
}

/// A value among those it was compared with.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Distribution {
    /// What is compared, in words.
    pub what: String,
    /// Unit of every number.
    pub unit: ValueUnit,
    /// Currency of amounts.
    #[schema(required)]
    pub currency: Option<String>,
    /// This consignment's value.
    pub value: f64,
    /// Where the indicator fires.
    #[schema(required)]
    pub threshold: Option<f64>,
    /// Half lie below.
    #[schema(required)]
    pub median: Option<f64>,
    /// How many were counted.
    pub population: u64,
    /// How the axis is divided.
    pub scale: Scale,
    /// The counts, ascending, without gaps.
    pub bins: Vec<Bin>,
}

/// A route that others took.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UsualRoute {
    /// Its stops.
    pub stops: Vec<Stop>,
    /// Trips that went so.
    pub count: u64,
    /// Their share of the population, 0 to 1.
    pub share: f64,
    /// Whether this trip went so.
    pub same: bool,
    /// Longitude and latitude along the sea routes between the stops.
    #[schema(value_type = Vec<Vec<f64>>)]
    pub track: Vec<[f64; 2]>,
}

/// A route beside the usual ones of its origin and destination.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RoutesCompared {
    /// What is compared, in words.
    pub what: String,
    /// Trips of this origin and destination.
    pub population: u64,
    /// The route in question.
    pub this: Vec<Stop>,
    /// The usual ones, most frequent first.
    pub usual: Vec<UsualRoute>,
}

/// What a reason was compared with.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Comparison {
    /// A value among others.
    Distribution(Distribution),
    /// A route among others.
    Routes(RoutesCompared),
}
