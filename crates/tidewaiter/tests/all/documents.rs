//! Every JSON document is described in the book with an example, and each example has the shape of what is printed.

use crate::support::{Place, workspace};
use serde_json::Value;
use std::collections::BTreeSet;

const PAGE: &str = "docs/src/reference/json.md";
const MARK: &str = "<!-- run: ";
/// Objects whose keys are data, not shape.
const OPEN_OBJECTS: &[&str] = &[
    "params",
    "fired",
    "not_evaluated",
    "indicators",
    "honest",
    "recall_by_kind",
    "recall_by_kind_by_tax",
    "before",
    "after",
];

/// The examples of the page: arguments and document.
fn examples() -> Vec<(String, Value)> {
    let text = std::fs::read_to_string(workspace().join(PAGE)).unwrap();
    let mut found = Vec::new();
    for part in text.split(MARK).skip(1) {
        let arguments = part.split(" -->").next().unwrap().to_owned();
        let json = part.split("```json\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap();
        let value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{arguments}: {error}"));
        found.push((arguments, value));
    }
    found
}

/// The paths of keys in a document; elements of an array count as one.
fn shape(value: &Value, path: &str, paths: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                let here = format!("{path}.{key}");
                paths.insert(here.clone());
                let open = OPEN_OBJECTS.contains(&key.as_str()) && inner.is_object();
                if !open {
                    shape(inner, &here, paths);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| shape(item, &format!("{path}[]"), paths)),
        _ => {}
    }
}

fn paths(value: &Value) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    shape(value, "", &mut paths);
    paths
}

#[test]
fn the_books_examples_have_the_shape_of_what_is_printed() {
    let place = Place::new();
    let (world, ends) = place.world("world", "3", "300", "100");
    let bad = place.file(
        "bad.csm.csv",
        "message_id,container,event,event_time,location\na,MSKU1234565,GTIN,soon,CNSHG\n",
    );
    place.run(&["ingest", &bad]).exits(3);
    let truth = format!("{world}-truth");
    let examples = examples();
    let commands: BTreeSet<&str> =
        examples.iter().map(|(arguments, _)| arguments.split(' ').next().unwrap()).collect();
    for command in [
        "ingest",
        "assess",
        "queue",
        "explain",
        "outcome",
        "quarantine",
        "audit",
        "world",
        "evaluate",
        "doctor",
    ] {
        assert!(commands.contains(command), "{PAGE} has no example of {command}");
    }
    for (arguments, documented) in &examples {
        let other_world = place.path("other");
        let arguments: Vec<String> = arguments
            .split(' ')
            .map(|word| match word {
                "WORLD" => world.clone(),
                "TRUTH" => truth.clone(),
                "ENDS" => ends.clone(),
                "OUT" => other_world.clone(),
                word => word.to_owned(),
            })
            .collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let ran = place.run(&arguments);
        let (printed, documented) = (paths(&ran.json()), paths(documented));
        let unknown: Vec<_> = documented.difference(&printed).collect();
        assert!(unknown.is_empty(), "{arguments:?}: documented but not printed: {unknown:?}");
        // Lists in the example are cut short, so only the outer keys must be complete.
        let outer = |paths: &BTreeSet<String>| -> BTreeSet<String> {
            paths.iter().filter(|path| path.matches('.').count() == 1).cloned().collect()
        };
        assert_eq!(outer(&printed), outer(&documented), "{arguments:?}");
    }
}
