//! Reference tables: places, countries, HS codes, indicators, findings.

use super::caller::Caller;
use super::cases::All;
use super::extract::{Params, page_limit};
use super::problem::Answer;
use super::{Shared, words};
use crate::outcome::FINDINGS;
use crate::views::Choice;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use tidewaiter_model::reason::Indicator;
use tidewaiter_model::reference::{countries, country_name, hs_codes};
use utoipa::{IntoParams, ToSchema};

/// What to look up.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct LookUpParams {
    /// The beginning of a code, or a part of a name; everything without.
    q: Option<String>,
    /// Most items, 1 to 200.
    limit: Option<i64>,
}

/// A place where containers are handled.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PlaceView {
    /// UN/LOCODE or facility.
    code: String,
    name: String,
    country: String,
    /// The port area it belongs to.
    area: String,
    /// Degrees north.
    #[schema(required)]
    lat: Option<f64>,
    /// Degrees east.
    #[schema(required)]
    lon: Option<f64>,
}

/// Places
#[utoipa::path(get, path = "/reference/places", tag = "reference", params(LookUpParams),
    responses((status = 200, body = All<PlaceView>)))]
pub(super) async fn places(
    State(app): Shared,
    Params(asked): Params<LookUpParams>,
) -> Answer<Json<All<PlaceView>>> {
    let limit = usize::try_from(page_limit(asked.limit)?).unwrap_or_default();
    let settings = app.live.settings();
    let places = settings.places();
    let wanted = Wanted::new(asked.q.as_deref());
    let found = places.iter().filter(|place| wanted.fits(&place.code, &place.name));
    let items = found.take(limit).map(|place| {
        let position = place.position();
        PlaceView {
            code: place.code.clone(),
            name: place.name.clone(),
            country: place.country.clone(),
            area: place.area.clone(),
            lat: position.map(|(lat, _)| lat),
            lon: position.map(|(_, lon)| lon),
        }
    });
    Ok(Json(All { items: items.collect() }))
}

/// What a code or a name must have.
struct Wanted(String);

impl Wanted {
    fn new(query: Option<&str>) -> Wanted {
        Wanted(query.unwrap_or_default().trim().to_lowercase())
    }

    fn fits(&self, code: &str, name: &str) -> bool {
        code.to_lowercase().starts_with(&self.0) || name.to_lowercase().contains(&self.0)
    }
}

/// A country.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CountryView {
    /// ISO 3166-1 alpha-2.
    code: String,
    /// In the reader's language.
    name: String,
}

/// Countries
#[utoipa::path(get, path = "/reference/countries", tag = "reference",
    responses((status = 200, body = All<CountryView>)))]
pub(super) async fn all_countries(caller: Caller) -> Json<All<CountryView>> {
    let language = caller.language.tag();
    let items = countries().iter().map(|country| CountryView {
        code: country.code.to_owned(),
        name: country_name(country.code, language).unwrap_or(country.name).to_owned(),
    });
    Json(All { items: items.collect() })
}

/// An HS code.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HsCodeView {
    /// Six digits.
    code: String,
    description: String,
}

/// HS codes
#[utoipa::path(get, path = "/reference/hs-codes", tag = "reference", params(LookUpParams),
    responses((status = 200, body = All<HsCodeView>)))]
pub(super) async fn all_hs_codes(Params(asked): Params<LookUpParams>) -> Answer<Json<All<HsCodeView>>> {
    let limit = usize::try_from(page_limit(asked.limit)?).unwrap_or_default();
    let wanted = Wanted::new(asked.q.as_deref());
    let items = hs_codes()
        .iter()
        .filter(|code| wanted.fits(&code.code, &code.description))
        .take(limit)
        .map(|code| HsCodeView { code: code.code.clone(), description: code.description.clone() });
    Ok(Json(All { items: items.collect() }))
}

/// An indicator.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct IndicatorView {
    code: String,
    /// Short name.
    title: String,
    /// What it tests, in a sentence.
    meaning: String,
}

/// Indicators
#[utoipa::path(get, path = "/reference/indicators", tag = "reference",
    responses((status = 200, body = All<IndicatorView>)))]
pub(super) async fn indicators(caller: Caller) -> Answer<Json<All<IndicatorView>>> {
    let words = words(caller.language)?;
    let items = Indicator::ALL.iter().map(|indicator| {
        let code = indicator.code();
        let key = code.to_lowercase();
        IndicatorView {
            code: code.to_owned(),
            title: words.label(&format!("indicator-{key}-title")),
            meaning: words.label(&format!("indicator-{key}-meaning")),
        }
    });
    Ok(Json(All { items: items.collect() }))
}

/// What an inspection can find
#[utoipa::path(get, path = "/reference/findings", tag = "reference", responses((status = 200, body = All<Choice>)))]
pub(super) async fn findings(caller: Caller) -> Answer<Json<All<Choice>>> {
    let words = words(caller.language)?;
    let items = FINDINGS.iter().map(|finding| {
        let key = format!("finding-{}", finding.replace('_', "-"));
        let label = if words.has(&key) { words.label(&key) } else { finding.replace('_', " ") };
        Choice { value: (*finding).to_owned(), label }
    });
    Ok(Json(All { items: items.collect() }))
}
