//! The supervisor's overview.

use super::Person;
use serde::{Deserialize, Serialize};
use tidewaiter_model::assessment::Arm;
use tidewaiter_model::time::UtcTime;
use utoipa::ToSchema;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureUnit {
    /// Things.
    Count,
    /// 0 to 1.
    Share,
    /// Money.
    Amount,
    /// Hours.
    Hours,
}

/// One figure with what is behind it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Figure {
    /// Stable key.
    pub key: String,
    /// In words.
    pub label: String,
    /// The figure.
    pub value: f64,
    /// Of how many.
    #[schema(required)]
    pub of: Option<f64>,
    /// Lower end of its 95 % interval.
    #[schema(required)]
    pub low: Option<f64>,
    /// Upper end of its 95 % interval.
    #[schema(required)]
    pub high: Option<f64>,
    /// What it counts.
    pub unit: FigureUnit,
    /// Currency of an amount.
    #[schema(required)]
    pub currency: Option<String>,
    /// Path of the console with the rows behind it.
    #[schema(required)]
    pub link: Option<String>,
}

/// How one arm fares.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ArmFigures {
    /// `risk` or `random`.
    #[schema(value_type = String)]
    pub arm: Arm,
    /// With an outcome.
    pub inspected: u64,
    /// With an irregularity.
    pub found: u64,
    /// Found divided by inspected.
    #[schema(required)]
    pub rate: Option<f64>,
    /// Lower end of its 95 % interval.
    #[schema(required)]
    pub low: Option<f64>,
    /// Upper end of its 95 % interval.
    #[schema(required)]
    pub high: Option<f64>,
    /// Path of the console with the rows behind it.
    pub link: String,
}

/// The risk arm's rate divided by the random arm's, with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Lift {
    /// The ratio; `null` while the random arm has found nothing.
    #[schema(required)]
    pub value: Option<f64>,
    /// Lower end.
    #[schema(required)]
    pub low: Option<f64>,
    /// Upper end.
    #[schema(required)]
    pub high: Option<f64>,
}

/// What a sender sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SenderFigures {
    /// Who; the format where no sender is known.
    pub sender: String,
    /// Messages in all.
    pub messages: u64,
    /// Accepted.
    pub accepted: u64,
    /// Known already.
    pub duplicate: u64,
    /// Refused.
    pub quarantined: u64,
    /// Refused divided by all.
    pub refused_share: f64,
    /// When the last file came.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub last_received: Option<UtcTime>,
    /// Path of the console with what was refused.
    pub link: String,
}

/// What was received on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DayCounts {
    /// The day, `2026-06-01`.
    pub day: String,
    /// Accepted.
    pub accepted: u64,
    /// Known already.
    pub duplicate: u64,
    /// Refused.
    pub quarantined: u64,
}

/// What a person did today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonFigures {
    /// Who.
    pub person: Person,
    /// Cases looked at.
    pub looked: u64,
    /// Cases decided.
    pub decided: u64,
    /// Of those, with an irregularity.
    pub found: u64,
    /// Cases held now.
    pub holding: u64,
    /// Path of the console with the rows behind it.
    pub link: String,
}

/// Cases that have waited for so long.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AgeBand {
    /// At least so many hours.
    pub from_hours: f64,
    /// Less than so many hours; `null` without end.
    #[schema(required)]
    pub to_hours: Option<f64>,
    /// How many.
    pub count: u64,
    /// Path of the console with the rows behind it.
    pub link: String,
}

/// How an indicator fares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IndicatorFigures {
    /// Code.
    pub code: String,
    /// Short name.
    pub title: String,
    /// Open cases in which it fired.
    pub fired: u64,
    /// Cases with an outcome in which it had fired.
    pub inspected: u64,
    /// Of those, with an irregularity.
    pub found: u64,
    /// Path of the console with the rows behind it.
    pub link: String,
}

/// A door by which messages come in, and whether it stands open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DoorFigures {
    /// `folder` or `mqtt`.
    pub door: String,
    /// Whether its folder can be read, its broker is connected.
    pub open: bool,
    /// In a sentence, in English.
    pub detail: String,
    /// Files or messages kept since the server started.
    pub kept: u64,
    /// Files or messages that could not be read since then.
    pub refused: u64,
}

/// How the work goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Overview {
    /// Only what was received up to here was used.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: UtcTime,
    /// Day of today's list.
    pub day: String,
    /// Waiting, taken, overdue, decided today, on the list.
    pub work: Vec<Figure>,
    /// What was found.
    pub found: Vec<Figure>,
    /// Risk arm and random arm.
    pub arms: Vec<ArmFigures>,
    /// The one divided by the other.
    pub lift: Lift,
    /// Messages by sender.
    pub senders: Vec<SenderFigures>,
    /// Doors that the settings ask for.
    pub doors: Vec<DoorFigures>,
    /// Messages by day.
    pub received_by_day: Vec<DayCounts>,
    /// Work by person, today.
    pub people: Vec<PersonFigures>,
    /// How long the waiting ones have waited.
    pub age_of_waiting: Vec<AgeBand>,
    /// Indicators.
    pub indicators: Vec<IndicatorFigures>,
}
