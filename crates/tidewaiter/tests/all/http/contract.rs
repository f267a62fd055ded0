//! The OpenAPI document: checked in, whole, and never broken for those who rely on it.

use crate::support::workspace;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use tidewaiter_server::http::access::RULES;
use tidewaiter_server::http::openapi::document;

const SNAPSHOT: &str = "docs/openapi.json";
/// As of the last release. Until there is one, the first that was written.
const RELEASED: &str = "docs/openapi-released.json";
/// Set to write both documents instead of comparing.
const REWRITE: &str = "TIDEWAITER_WRITE_OPENAPI";

fn text() -> String {
    serde_json::to_string_pretty(document()).unwrap() + "\n"
}

#[test]
fn the_document_in_the_repository_is_what_the_server_says() {
    let path = workspace().join(SNAPSHOT);
    if std::env::var_os(REWRITE).is_some() {
        std::fs::write(&path, text()).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text(),
        "{SNAPSHOT} is not what the server says; write it anew with \
         `{REWRITE}=1 cargo test -p tidewaiter --test all the_document_in_the_repository`, and look at the difference"
    );
}

#[test]
fn every_rule_is_described_and_every_description_has_a_rule() {
    let paths = document()["paths"].as_object().unwrap();
    let described: BTreeSet<String> = paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().keys();
            methods.map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    // The document does not describe itself.
    let rules = RULES.iter().filter(|rule| rule.path != "/openapi.json");
    let ruled: BTreeSet<String> =
        rules.map(|rule| format!("{} {}", rule.method.as_str(), rule.path)).collect();
    assert_eq!(described, ruled);
}

#[test]
fn nothing_that_was_released_is_broken() {
    let released = std::fs::read_to_string(workspace().join(RELEASED)).unwrap();
    let released: Value = serde_json::from_str(&released).unwrap();
    let broken = breaks(&released, document());
    assert!(broken.is_empty(), "a client of the last release would break:\n{}", broken.join("\n"));
}

/// What a client that was written for `old` would stumble over in `new`.
fn breaks(old: &Value, new: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    for (path, methods) in object(&old["paths"]) {
        for (method, operation) in object(methods) {
            let place = format!("{method} {path}");
            match new["paths"].get(path).and_then(|methods| methods.get(method)) {
                Some(now) => compare_operation(&place, operation, now, &mut broken),
                None => broken.push(format!("{place} is gone")),
            }
        }
    }
    let schemas = |document: &Value| object(&document["components"]["schemas"]).clone();
    let (old_schemas, new_schemas) = (schemas(old), schemas(new));
    let requests = of_requests(old);
    for (name, schema) in &old_schemas {
        match new_schemas.get(name) {
            Some(now) => compare_schema(name, schema, now, requests.contains(name), &mut broken),
            None => broken.push(format!("schema {name} is gone")),
        }
    }
    broken
}

fn object(value: &Value) -> &Map<String, Value> {
    static EMPTY: std::sync::OnceLock<Map<String, Value>> = std::sync::OnceLock::new();
    value.as_object().unwrap_or_else(|| EMPTY.get_or_init(Map::new))
}

/// Names of the schemas that clients send.
fn of_requests(document: &Value) -> BTreeSet<String> {
    let methods = object(&document["paths"]).values().flat_map(|methods| object(methods).values());
    let bodies = methods.flat_map(|operation| object(&operation["requestBody"]["content"]).values());
    let references = bodies.filter_map(|content| content["schema"]["$ref"].as_str());
    references.filter_map(|reference| reference.rsplit('/').next()).map(str::to_owned).collect()
}

fn compare_operation(place: &str, old: &Value, new: &Value, broken: &mut Vec<String>) {
    let parameters = |operation: &Value| operation["parameters"].as_array().cloned().unwrap_or_default();
    let name = |parameter: &Value| (parameter["in"].clone(), parameter["name"].clone());
    for parameter in parameters(old) {
        if !parameters(new).iter().any(|now| name(now) == name(&parameter)) {
            broken.push(format!("{place} has lost the parameter {}", parameter["name"]));
        }
    }
    for now in parameters(new) {
        let before = parameters(old).into_iter().find(|parameter| name(parameter) == name(&now));
        let was_required = before.is_some_and(|before| before["required"] == true);
        if now["required"] == true && !was_required {
            broken.push(format!("{place} now demands the parameter {}", now["name"]));
        }
    }
    for status in object(&old["responses"]).keys() {
        if new["responses"].get(status).is_none() {
            broken.push(format!("{place} no longer answers {status}"));
        }
    }
}

fn required(schema: &Value) -> BTreeSet<String> {
    let names = schema["required"].as_array().cloned().unwrap_or_default();
    names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

fn compare_schema(name: &str, old: &Value, new: &Value, is_request: bool, broken: &mut Vec<String>) {
    for (field, before) in object(&old["properties"]) {
        let Some(now) = new["properties"].get(field) else {
            broken.push(format!("{name}.{field} is gone"));
            continue;
        };
        for part in ["type", "$ref", "format", "items", "oneOf", "anyOf", "allOf"] {
            if before.get(part) != now.get(part) {
                broken.push(format!("{name}.{field} has another {part}"));
            }
        }
    }
    let (before, now) = (required(old), required(new));
    if is_request {
        broken.extend(now.difference(&before).map(|field| format!("{name} now demands {field}")));
    } else {
        broken.extend(before.difference(&now).map(|field| format!("{name} no longer always has {field}")));
    }
    let words = |schema: &Value| schema["enum"].as_array().cloned().unwrap_or_default();
    if is_request || !words(old).is_empty() {
        let gone = words(old).into_iter().filter(|word| !words(new).contains(word));
        broken.extend(gone.map(|word| format!("{name} no longer knows {word}")));
    }
}

#[test]
fn breaking_changes_are_noticed_and_others_are_not() {
    let old = document();
    assert!(breaks(old, old).is_empty());
    let broken_by = |change: fn(&mut Value)| {
        let mut new = old.clone();
        change(&mut new);
        breaks(old, &new).len()
    };
    assert!(broken_by(|new| drop(new["paths"].as_object_mut().unwrap().remove("/queue"))) > 0);
    assert!(
        broken_by(
            |new| new["components"]["schemas"]["Session"]["properties"]["now"]["type"] = "integer".into()
        ) > 0
    );
    assert!(
        broken_by(|new| drop(
            new["components"]["schemas"]["Session"]["properties"].as_object_mut().unwrap().remove("role")
        )) > 0
    );
    assert!(
        broken_by(|new| new["components"]["schemas"]["SignIn"]["required"]
            .as_array_mut()
            .unwrap()
            .push("captcha".into()))
            > 0
    );
    assert_eq!(
        broken_by(|new| new["components"]["schemas"]["Session"]["properties"]["more"] = serde_json::json!({})),
        0
    );
    assert_eq!(broken_by(|new| new["paths"]["/more"] = serde_json::json!({ "get": {} })), 0);
}
