//! What the types cannot say of a request: lengths, ranges, patterns and words, from the constants that the checks use.

use crate::http::access::SCOPES;
use crate::http::accounts::LOGIN_CHARS_MAX;
use crate::http::limits::{
    BULK_ITEMS_MAX, BULK_OUTCOMES_MAX, IDEMPOTENCY_KEY_CHARS_MAX, NAME_CHARS_MAX, PAGE_MAX,
    PASSWORD_BYTES_MAX, PASSWORD_CHARS_MIN, TEXT_CHARS_MAX,
};
use crate::http::session::TIME_ZONE_CHARS_MAX;
use crate::live::visits::WEEKS_COMPARED;
use crate::outcome::{FINDINGS, NOTE_CHARS_MAX};
use serde_json::{Value, json};
use tidewaiter_trips::DwellRole;

/// One line with something in it.
const LINE: &str =
    r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$";
/// An amount that is not negative, in digits that a decimal of 96 bits holds.
const AMOUNT: &str = r"^[0-9]{1,18}(\.[0-9]{1,6})?$";
/// Orders of the queue.
const SORT: &str = "^(-?(risk|urgency|arrival|value|at_stake|office|consignee))?$";
const LOGIN: &str = "^[A-Za-z0-9._@-]+$";
const TIME_ZONE: &str = "^[A-Za-z0-9/_+-]+$";
/// ASCII with something to see in it; blanks around it do not count.
const VISIBLE_ASCII: &str = r"^[\t -~]*[!-~][\t -~]*$";
const VISITS: &str = "/areas/{code}/visits";
const BYTES: &str = "application/octet-stream";
/// Largest number of a row that a client can have been given.
const NUMBER_MAX: i64 = i64::MAX;

const LANES: &[&str] = &["red", "yellow", "blue", "green"];
/// Why a box calls at a port area.
const ROLES: &[&str] = &["load", "transhipment", "discharge"];
const ARMS: &[&str] = &["risk", "random"];
/// Words that the types of answers hold as text.
const WORDS: &[(&str, &str, &[&str])] = &[
    ("QueueRow", "lane", LANES),
    ("CaseRef", "lane", LANES),
    ("SearchConsignment", "lane", LANES),
    ("MapConsignment", "lane", LANES),
    ("TripCase", "lane", LANES),
    ("AreaRole", "role", ROLES),
    ("AreaVisit", "role", ROLES),
    ("QueueRow", "arm", ARMS),
    ("ArmFigures", "arm", ARMS),
    ("TripView", "status", &["open", "closed", "uncertain"]),
    ("TripEvent", "classifier", &["ACT", "EST", "PLN"]),
    ("TripEvent", "full_empty", &["laden", "empty"]),
    ("Diagnostic", "severity", &["error", "warning"]),
    ("QuarantineItem", "state", &["open", "replayed", "discarded"]),
    ("Evaluation", "state", &["none", "running", "done", "failed"]),
    ("Begun", "state", &["started", "running"]),
    ("AssessStateView", "state", &["idle", "running"]),
];
/// Lists whose items are lists of a fixed length: longitude and latitude; area, arrival and departure.
const TUPLES: &[(&str, &str, &[&[&str]])] = &[
    ("TripView", "track", &[&["number"], &["number"]]),
    ("MapConsignment", "calls", &[&["integer"], &["integer", "null"], &["integer", "null"]]),
];

/// Adds to every parameter and to every body what the types leave open.
pub(super) fn complete(document: &mut Value) {
    for (pointer, terms) in of_bodies() {
        let (schema, field) = pointer.split_once('/').unwrap_or((pointer, ""));
        add(&mut document["components"]["schemas"][schema]["properties"][field], terms);
    }
    // Findings can be left out as well as be `null`.
    for schema in ["NewOutcome", "BulkOutcome"] {
        let words: Vec<Value> = FINDINGS.iter().map(|word| json!(word)).chain([Value::Null]).collect();
        add(&mut document["components"]["schemas"][schema]["properties"]["found"], json!({ "enum": words }));
    }
    for (schema, field, words) in WORDS {
        let field = &mut document["components"]["schemas"][schema]["properties"][field];
        let or_null = field["type"].is_array().then_some(Value::Null);
        let words: Vec<Value> = words.iter().map(|word| json!(word)).chain(or_null).collect();
        add(field, json!({ "enum": words }));
    }
    for (schema, field, kinds) in TUPLES {
        let items: Vec<Value> = kinds.iter().map(|kind| json!({ "type": kind })).collect();
        let tuple = json!({ "type": "array", "prefixItems": items, "minItems": kinds.len(), "maxItems": kinds.len() });
        document["components"]["schemas"][schema]["properties"][field]["items"] = tuple;
    }
    // Settings have defaults when they are read; in an answer every one of them stands.
    document["components"]["schemas"]["MapSettings"]["required"] =
        json!(["center", "zoom", "home_countries", "names", "disputed", "outlines_url"]);
    add(
        &mut document["components"]["schemas"]["MapSettings"]["properties"]["center"],
        json!({ "minItems": 2, "maxItems": 2 }),
    );
    let optional = optional_bodies(document);
    let Some(paths) = document["paths"].as_object_mut() else { return };
    for (path, methods) in paths {
        let Some(methods) = methods.as_object_mut() else { continue };
        for (method, operation) in methods {
            name(operation, method, path);
            let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
            for parameter in parameters.into_iter().flatten() {
                if let Some(terms) = of_parameter(path, parameter) {
                    parameter["schema"] = terms;
                }
            }
            let schema = operation.pointer("/requestBody/content/application~1json/schema/$ref");
            if schema.is_some_and(|schema| optional.contains(schema)) {
                operation["requestBody"]["required"] = json!(false);
            }
            bytes(operation);
        }
    }
}

/// Names of handlers repeat; a method and a path do not. `GET /api-keys/{id}` is `get_api_keys_id`.
fn name(operation: &mut Value, method: &str, path: &str) {
    let words = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = std::iter::once(method).chain(words).collect();
    operation["operationId"] = json!(words.join("_"));
    let summary = operation["summary"].clone();
    let Some(responses) = operation["responses"].as_object_mut() else { return };
    for response in responses.values_mut() {
        if response["description"].as_str().is_none_or(str::is_empty) {
            response["description"] = summary.clone();
        }
    }
}

/// References to bodies that demand nothing: an empty body reads as an empty object.
fn optional_bodies(document: &Value) -> Vec<Value> {
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    let free = schemas.filter(|(_, schema)| schema["required"].as_array().is_none_or(Vec::is_empty));
    free.map(|(name, _)| json!(format!("#/components/schemas/{name}"))).collect()
}

/// Bodies of bytes are no lists of numbers.
fn bytes(operation: &mut Value) {
    let is_asked = operation["requestBody"]["content"].get(BYTES).is_some();
    if is_asked {
        operation["requestBody"]["content"][BYTES]["schema"] =
            json!({ "type": "string", "format": "binary", "minLength": 1 });
    }
    if let Some(answered) = operation.pointer_mut("/responses/200/content/application~1octet-stream") {
        answered["schema"] = json!({ "type": "string", "format": "binary" });
    }
}

fn add(schema: &mut Value, terms: Value) {
    if let (Some(schema), Value::Object(terms)) = (schema.as_object_mut(), terms) {
        schema.extend(terms);
    }
}

fn of_parameter(path: &str, parameter: &Value) -> Option<Value> {
    let is_number = parameter["schema"]["type"] == "integer";
    let terms = match parameter["name"].as_str()? {
        "limit" => json!({ "type": "integer", "format": "int64", "minimum": 1, "maximum": PAGE_MAX }),
        "raw" => json!({ "type": "integer", "format": "int32", "minimum": 0, "maximum": 1 }),
        "id" | "file" if is_number => {
            json!({ "type": "integer", "format": "int64", "minimum": 0, "maximum": NUMBER_MAX })
        }
        "start" | "len" => {
            json!({ "type": "integer", "format": "int64", "minimum": 0, "maximum": NUMBER_MAX })
        }
        "sort" => json!({ "type": "string", "pattern": SORT }),
        // Signing in elsewhere has a parameter of the same name.
        "state" if path == "/quarantine" => {
            json!({ "type": "string", "enum": ["open", "replayed", "discarded", "all"] })
        }
        "role" if path == VISITS => json!({ "type": "string", "enum": ROLES }),
        "stay" if path == VISITS => {
            json!({ "type": "string", "enum": DwellRole::ALL.map(DwellRole::as_str) })
        }
        "week" if path == VISITS => {
            json!({ "type": "integer", "format": "int32", "minimum": 0, "maximum": WEEKS_COMPARED })
        }
        "min_hours" | "max_hours" => json!({ "type": "number", "format": "double", "minimum": 0 }),
        "Idempotency-Key" => json!({
            "type": "string", "minLength": 1, "maxLength": IDEMPOTENCY_KEY_CHARS_MAX, "pattern": VISIBLE_ASCII,
        }),
        "Content-Encoding" => json!({ "type": "string", "enum": ["gzip", "zstd", "identity"] }),
        _ => return None,
    };
    Some(terms)
}

fn of_bodies() -> Vec<(&'static str, Value)> {
    let line = |max: usize| json!({ "minLength": 1, "maxLength": max, "pattern": LINE });
    let text = |max: usize| json!({ "maxLength": max });
    let list = |max: usize| json!({ "minItems": 1, "maxItems": max });
    let password =
        || json!({ "format": "password", "minLength": PASSWORD_CHARS_MIN, "maxLength": PASSWORD_BYTES_MAX });
    let mut scopes = list(SCOPES.len());
    add(&mut scopes, json!({ "uniqueItems": true, "items": { "type": "string", "enum": SCOPES } }));
    vec![
        ("AccountToMake/login", json!({ "minLength": 1, "maxLength": LOGIN_CHARS_MAX, "pattern": LOGIN })),
        ("AccountToMake/name", line(NAME_CHARS_MAX)),
        ("AccountToMake/password", password()),
        ("AccountEdit/name", line(NAME_CHARS_MAX)),
        ("PasswordToSet/password", password()),
        ("ChangePassword/new", password()),
        ("KeyToMake/name", line(NAME_CHARS_MAX)),
        ("KeyToMake/sender", line(NAME_CHARS_MAX)),
        ("KeyToMake/scopes", scopes),
        ("FilterToSave/name", line(NAME_CHARS_MAX)),
        ("FilterToSave/filter", text(TEXT_CHARS_MAX)),
        ("FilterToSave/sort", json!({ "pattern": SORT })),
        ("NewOutcome/note", text(NOTE_CHARS_MAX)),
        ("NewOutcome/value", json!({ "pattern": AMOUNT })),
        ("BulkOutcome/note", text(NOTE_CHARS_MAX)),
        ("BulkOutcome/value", json!({ "pattern": AMOUNT })),
        ("BulkOutcome/consignment_ids", list(BULK_OUTCOMES_MAX)),
        ("Withdraw/ids", list(BULK_OUTCOMES_MAX)),
        ("Bulk/items", list(BULK_ITEMS_MAX)),
        // Each file is answered for itself, so one that is no base64 does not make the request wrong.
        ("BulkItem/base64", json!({ "contentEncoding": "base64" })),
        ("Discard/reason", line(TEXT_CHARS_MAX)),
        ("Evaluate/capacity", json!({ "exclusiveMinimum": 0, "maximum": 1 })),
        (
            "Preferences/time_zone",
            json!({ "minLength": 1, "maxLength": TIME_ZONE_CHARS_MAX, "pattern": TIME_ZONE }),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::openapi::document;

    #[test]
    fn every_term_finds_its_field() {
        for (pointer, terms) in of_bodies() {
            let (schema, field) = pointer.split_once('/').unwrap();
            let there = &document()["components"]["schemas"][schema]["properties"][field];
            for (name, value) in terms.as_object().unwrap() {
                assert_eq!(&there[name], value, "{pointer}");
            }
            assert!(there["type"] != Value::Null, "{pointer}");
        }
        let answers = WORDS.iter().map(|(schema, field, _)| (schema, field));
        for (schema, field) in answers.chain(TUPLES.iter().map(|(schema, field, _)| (schema, field))) {
            let there = &document()["components"]["schemas"][schema]["properties"][field];
            assert!(there["type"] != Value::Null, "{schema}/{field}");
        }
    }

    #[test]
    fn names_of_operations_are_their_own() {
        let paths = document()["paths"].as_object().unwrap();
        let operations = paths.values().flat_map(|methods| methods.as_object().unwrap().values());
        let mut names: Vec<&str> =
            operations.map(|operation| operation["operationId"].as_str().unwrap()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
