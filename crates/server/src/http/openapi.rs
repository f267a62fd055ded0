//! The OpenAPI document, made from the handlers themselves and from the table of rules.

mod terms;

use super::access::{Need, RULES, Rule};
use super::problem::{PROBLEM_JSON, Problem};
use super::{
    App, PREFIX, accounts, audit, callbacks, cases, events, filters, health, keys, messages, openid_connect,
    outcomes, quarantine, reference, runs, senders, session, settings,
};
use axum::Json;
use axum::routing::get;
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What stands at the head of the document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tidewaiter",
        description = "Decide which few consignments deserve an officer's time, and say why.\n\nTimes are RFC 3339 in UTC, \
            decimals are strings, lists are pages with `items` and `next`. Every error is a problem of RFC 9457 with a \
            stable `code`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    components(schemas(Problem))
)]
struct Head;

/// The routes, with their description.
pub(super) fn api() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::with_openapi(Head::openapi())
        .routes(routes!(health::health))
        .route("/openapi.json", get(|| async { Json(document().clone()) }))
        .routes(routes!(session::options))
        .routes(routes!(session::session, session::sign_in, session::sign_out))
        .routes(routes!(openid_connect::begin))
        .routes(routes!(openid_connect::callback))
        .routes(routes!(session::change_password))
        .routes(routes!(session::set_preferences))
        .routes(routes!(cases::queue))
        .routes(routes!(cases::filter_keys))
        .routes(routes!(events::queue))
        .routes(routes!(cases::take_next))
        .routes(routes!(cases::lock, cases::unlock))
        .routes(routes!(filters::list, filters::create))
        .routes(routes!(filters::update, filters::delete))
        .routes(routes!(outcomes::record))
        .routes(routes!(outcomes::record_many))
        .routes(routes!(outcomes::withdraw))
        .routes(routes!(cases::consignment))
        .routes(routes!(cases::evidence))
        .routes(routes!(audit::of_case))
        .routes(routes!(events::case))
        .routes(routes!(cases::trips))
        .routes(routes!(cases::container))
        .routes(routes!(cases::area))
        .routes(routes!(cases::area_visits))
        .routes(routes!(cases::search))
        .routes(routes!(cases::map))
        .routes(routes!(cases::map_settings))
        .routes(routes!(cases::overview))
        .merge(rest())
}

fn rest() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::default()
        .routes(routes!(messages::send))
        .routes(routes!(messages::send_many))
        .routes(routes!(messages::bytes))
        .routes(routes!(messages::files))
        .routes(routes!(senders::list))
        .routes(routes!(senders::show))
        .routes(routes!(quarantine::list))
        .routes(routes!(quarantine::show))
        .routes(routes!(quarantine::replay_one))
        .routes(routes!(quarantine::discard))
        .routes(routes!(quarantine::replay_many))
        .routes(routes!(runs::list, runs::assess))
        .routes(routes!(runs::state))
        .routes(routes!(runs::evaluation, runs::begin_evaluation))
        .routes(routes!(reference::places))
        .routes(routes!(reference::all_countries))
        .routes(routes!(reference::all_hs_codes))
        .routes(routes!(reference::indicators))
        .routes(routes!(reference::findings))
        .routes(routes!(accounts::list, accounts::create))
        .routes(routes!(accounts::update))
        .routes(routes!(accounts::set_password))
        .routes(routes!(keys::list, keys::create))
        .routes(routes!(keys::revoke))
        .routes(routes!(callbacks::list, callbacks::create))
        .routes(routes!(callbacks::update, callbacks::remove))
        .routes(routes!(callbacks::rotate))
        .routes(routes!(callbacks::probe, callbacks::notify))
        .routes(routes!(settings::show, settings::change))
        .routes(routes!(settings::check))
        .routes(routes!(audit::list))
        .routes(routes!(audit::verify))
}

/// The whole document as JSON.
pub fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        let (_, openapi) = api().split_for_parts();
        let mut document = serde_json::to_value(openapi).unwrap_or_default();
        document["info"]["version"] = json!(super::VERSION);
        document["servers"] = json!([{ "url": PREFIX }]);
        document["components"]["securitySchemes"] = json!({
            "session": { "type": "apiKey", "in": "cookie", "name": super::caller::COOKIE },
            "key": { "type": "http", "scheme": "bearer" },
        });
        for rule in RULES {
            let method = rule.method.as_str().to_lowercase();
            // Not indexed, which would make a path of null for what the document does not describe.
            let methods = document["paths"].get_mut(rule.path);
            if let Some(operation) = methods.and_then(|methods| methods.get_mut(&method)) {
                describe(operation, rule);
            }
        }
        terms::complete(&mut document);
        document
    })
}

/// Adds what the table of rules knows: who may, and that every error is a problem.
fn describe(operation: &mut Value, rule: &Rule) {
    let content = json!({ PROBLEM_JSON: { "schema": { "$ref": "#/components/schemas/Problem" } } });
    operation["responses"]["default"] = json!({ "description": "A problem", "content": content });
    operation["security"] = match (rule.need, rule.scope) {
        (Need::Public, _) => json!([]),
        (_, Some(_)) => json!([{ "session": [] }, { "key": [] }]),
        (_, None) => json!([{ "session": [] }]),
    };
    if let Need::OneOf(permissions) = rule.need {
        let words: Vec<String> = permissions.iter().map(|permission| permission.word()).collect();
        operation["x-permissions"] = json!(words);
    }
    if let Some(scope) = rule.scope {
        operation["x-scope"] = json!(scope);
    }
}
