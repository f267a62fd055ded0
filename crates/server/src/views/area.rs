//! What passes a port area.

use super::Bin;
use serde::{Deserialize, Serialize};
use tidewaiter_model::time::UtcTime;
use utoipa::ToSchema;

/// Which calls stand behind a figure: every field narrows them down.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VisitRows {
    /// `load`, `transhipment`, `discharge`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub role: Option<String>,
    /// Port area where the trip was first loaded.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<String>,
    /// Port area where it was last discharged.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<String>,
    /// 0 is this week, 1 the week before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub week: Option<u8>,
    /// Only boxes that are there now.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub there: bool,
    /// Only trips with a strong reason.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub flagged: bool,
    /// Only where a report is doubted.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub doubted: bool,
    /// What the stay was for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub stay: Option<String>,
    /// Stays of at least so many hours.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub min_hours: Option<f64>,
    /// Stays of fewer hours.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub max_hours: Option<f64>,
}

/// A port area: what passes it, how long it stays, what is unusual this week.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AreaView {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its country, ISO 3166-1 alpha-2; empty when unknown.
    pub country: String,
    /// The country in the reader's language.
    pub country_name: String,
    /// Latitude, decimal degrees.
    #[schema(required)]
    pub lat: Option<f64>,
    /// Longitude, decimal degrees.
    #[schema(required)]
    pub lon: Option<f64>,
    /// Only what was received up to here was used.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: UtcTime,
    /// Calls since then are counted.
    #[schema(value_type = String, format = DateTime)]
    pub since: UtcTime,
    /// Whether there were more calls than are kept, so that only the latest are counted.
    pub truncated: bool,
    /// Calls counted.
    pub visits: u64,
    /// Boxes there now, as far as is known.
    pub there: u64,
    /// Why boxes come: loaded, transhipped, discharged.
    pub roles: Vec<AreaRole>,
    /// Where the trips were first loaded, most first.
    pub origins: Vec<AreaFlow>,
    /// Where the trips were last discharged, most first.
    pub destinations: Vec<AreaFlow>,
    /// How long boxes stay, by what they wait for.
    pub stays: Vec<AreaStay>,
    /// This week and those before, latest first.
    pub weeks: Vec<AreaWeek>,
    /// What is unusual this week, farthest out first.
    pub unusual: Vec<Deviation>,
}

/// One reason to be in an area.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AreaRole {
    /// `load`, `transhipment`, `discharge`.
    pub role: String,
    /// Calls counted.
    pub count: u64,
    /// Of these, this week.
    pub this_week: u64,
    /// How many a week, in the weeks before.
    #[schema(required)]
    pub usual_week: Option<f64>,
}

/// Boxes that come from an area, or go to it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AreaFlow {
    /// Port area.
    pub area: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: String,
    /// Calls counted.
    pub count: u64,
    /// Their share of those whose other end is known, 0 to 1.
    pub share: f64,
    /// Of these, this week.
    pub this_week: u64,
    /// How many a week, in the weeks before.
    #[schema(required)]
    pub usual_week: Option<f64>,
}

/// How long boxes stay for one purpose.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AreaStay {
    /// `origin`, `origin_cycle`, `transhipment`, `destination`, `destination_cycle`.
    pub role: String,
    /// What is measured, in words.
    pub role_text: String,
    /// Stays that ended.
    pub count: u64,
    /// Half were shorter.
    pub median_hours: f64,
    /// Nine of ten were shorter.
    pub high_hours: f64,
    /// Stays that began this week and ended.
    pub week_count: u64,
    /// Half of this week's were shorter.
    #[schema(required)]
    pub week_median_hours: Option<f64>,
    /// The counts, ascending, without gaps, in hours.
    pub bins: Vec<Bin>,
}

/// One week of an area.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AreaWeek {
    /// 0 is this week.
    pub week: u8,
    /// Its first instant.
    #[schema(value_type = String, format = DateTime)]
    pub from: UtcTime,
    /// Its end.
    #[schema(value_type = String, format = DateTime)]
    pub to: UtcTime,
    /// Calls.
    pub visits: u64,
    /// First loads.
    pub load: u64,
    /// Transhipments.
    pub transhipment: u64,
    /// Last discharges.
    pub discharge: u64,
    /// Calls of trips with a strong reason.
    pub flagged: u64,
    /// Calls of which a report is doubted.
    pub doubted: u64,
}

/// Something that is unusual this week.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Deviation {
    /// `calls`, `role`, `origin`, `flagged`, `doubted`, `long_stays`.
    pub kind: String,
    /// In words.
    pub text: String,
    /// This week's figure.
    pub value: f64,
    /// What the weeks before let expect.
    pub expected: f64,
    /// How many standard deviations this week lies off.
    pub deviations: f64,
    /// The rows behind it.
    pub rows: VisitRows,
}

/// A reason of a trip in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct VisitReason {
    /// Indicator code.
    pub code: String,
    /// Its short name.
    pub title: String,
}

/// One call of one trip at an area.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AreaVisit {
    /// Container number.
    pub container: String,
    /// Which of its trips.
    pub sequence: u32,
    /// `load`, `transhipment`, `discharge`.
    pub role: String,
    /// Where the trip was first loaded.
    #[schema(required)]
    pub from: Option<String>,
    /// Its name.
    #[schema(required)]
    pub from_name: Option<String>,
    /// Where the trip was last discharged.
    #[schema(required)]
    pub to: Option<String>,
    /// Its name.
    #[schema(required)]
    pub to_name: Option<String>,
    /// When it came.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub arrived: Option<UtcTime>,
    /// When it left.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub departed: Option<UtcTime>,
    /// How long it stayed, or has stayed so far.
    #[schema(required)]
    pub hours: Option<f64>,
    /// Whether the stay lasts, as far as is known.
    pub lasts: bool,
    /// Reports of what happened there.
    pub reports: u32,
    /// Of these, not believed.
    pub doubted: u32,
    /// The trip's strong reasons.
    pub reasons: Vec<VisitReason>,
}
