//! From messages to a list, an explanation, a finding, a count.

use crate::support::{Place, run};

#[test]
fn messages_become_an_explained_list_and_a_finding_is_counted() {
    let place = Place::new();
    let (world, ends) = place.world("world", "3", "1200", "140");
    let report = place.run(&["ingest", "--known-at-event-time", &world, "--json"]).exits(0).json();
    let count = |name: &str| report[name].as_u64().unwrap();
    assert_eq!(count("read"), count("accepted") + count("duplicate") + count("quarantined"));
    assert!(count("accepted") > 1_000);
    // The same again changes nothing.
    let again = place.run(&["ingest", "--known-at-event-time", &world, "--json"]).exits(0).json();
    assert_eq!(again["accepted"], 0);
    assert_eq!(again["duplicate"], report["read"]);

    let assessed = place.run(&["assess", "--as-of", &ends, "--json"]).exits(0).json();
    assert!(assessed["open"].as_u64().unwrap() > 10);
    let queue = place.run(&["queue", "--capacity", "10", "--json"]).exits(0).json();
    let rows = queue["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 10);
    assert_eq!(
        place.run(&["queue", "--capacity", "10", "--json"]).exits(0).json(),
        queue,
        "the list is not stable"
    );
    let scores: Vec<f64> = rows.iter().map(|row| row["score"].as_f64().unwrap()).collect();
    assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]), "{scores:?}");

    check_explanations(&place, rows);
    for (place_on_list, row) in rows.iter().enumerate() {
        let by_rank = place.run(&["explain", &format!("{}", place_on_list + 1), "--json"]).exits(0).json();
        assert_eq!(by_rank["consignment"]["id"], row["id"]);
    }

    let first = rows[0]["id"].as_str().unwrap();
    let outcome = place.run(&["outcome", first, "--found", "undervaluation", "--value", "1200.50", "--json"]);
    let outcome = outcome.exits(0).json();
    assert_eq!(outcome["outcome"]["value"], "1200.50");
    assert_eq!(
        (outcome["tally"]["inspected"].as_u64(), outcome["tally"]["found"].as_u64()),
        (Some(1), Some(1))
    );
    let after = place.run(&["queue", "--capacity", "10", "--json"]).exits(0).json();
    assert_eq!(after["tally"]["found"], 1);
    assert_eq!(after["rows"][0]["outcome"]["found"], "undervaluation");
    // What is decided is not assessed again, and what was listed is not listed on another day.
    let next_day = ends.replace("T00:00:00Z", "T23:00:00Z");
    place.run(&["assess", "--as-of", &next_day]).exits(0);
    let listed: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    let more = place.run(&["queue", "--capacity", "20", "--json"]).exits(0).json();
    let ids: Vec<&str> =
        more["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids.get(..10), Some(&listed[..]), "what was listed today must stay listed");
    let unique: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "a consignment is on the list twice");
}

/// Every reason of every row leads to bytes that stand in the file it names.
fn check_explanations(place: &Place, rows: &[serde_json::Value]) {
    let mut pieces = 0;
    for row in rows {
        let id = row["id"].as_str().unwrap();
        let explained = place.run(&["explain", id, "--json"]).exits(0).json();
        for reason in explained["reasons"].as_array().unwrap() {
            assert!(!reason["text"].as_str().unwrap().is_empty());
            let evidence = reason["evidence"].as_array().unwrap();
            assert!(!evidence.is_empty(), "{id}: {} without evidence", reason["code"]);
            for piece in evidence {
                let file = std::fs::read(piece["file"].as_str().unwrap()).unwrap();
                let start = piece["span"]["start"].as_u64().unwrap() as usize;
                let text = piece["text"].as_str().unwrap().as_bytes();
                assert_eq!(&file[start..start + text.len()], text, "{piece}");
                pieces += 1;
            }
        }
        for lang in ["en", "fr", "es", "ar"] {
            // As copied from an Arabic answer.
            let copied = format!("\u{2068}{id}\u{2069}");
            let text = place.run(&["explain", &copied, "--lang", lang]).exits(0).out;
            assert!(text.contains(id) && !text.contains("{$"), "{text}");
        }
    }
    assert!(pieces > 0);
}

/// Words that look like keys mean that a message is missing in a language.
#[test]
fn every_reason_has_words_in_every_language() {
    let place = Place::new();
    let (world, ends) = place.world("world", "5", "800", "120");
    place.run(&["ingest", "--known-at-event-time", &world]).exits(0);
    place.run(&["assess", "--as-of", &ends]).exits(0);
    let is_key = |text: &str| !text.contains(' ');
    for lang in ["en", "fr", "es", "ar"] {
        let queue = place.run(&["queue", "--capacity", "400", "--lang", lang, "--json"]).exits(0).json();
        for row in queue["rows"].as_array().unwrap() {
            for reason in row["reasons"].as_array().unwrap() {
                let text = reason["text"].as_str().unwrap();
                assert!(!is_key(text) && !text.contains("{$"), "{lang}: {reason}");
            }
        }
    }
}

#[test]
fn the_demo_ends_with_ten_rows_and_can_be_repeated() {
    let place = Place::new();
    let data = place.path("demo");
    let first = run(&["demo", "--data", &data]).exits(0).out;
    assert!(first.contains(" 10  C"), "{first}");
    assert!(first.contains(" explain C"));
    let second = run(&["demo", "--data", &data]).exits(0).out;
    let list = |text: &str| text.split("Inspection list").nth(1).unwrap().to_owned();
    assert_eq!(list(&first), list(&second));
}

/// A place that only the administration knows becomes a port area once its file says so.
#[test]
fn the_administrations_own_places_count() {
    let place = Place::new();
    let rows = "message_id,container,event,event_time,location,full_empty,received_time\n\
                a,MSKU1234565,LOAD,2026-01-05T00:00:00Z,CNSHG,LADEN,2026-01-05T01:00:00Z\n\
                b,MSKU1234565,DISC,2026-02-05T00:00:00Z,ZZQQQ,LADEN,2026-02-05T01:00:00Z\n";
    let file = place.file("a.csm.csv", rows);
    place.run(&["ingest", &file]).exits(0);
    place.file("data/areas.csv", "location,area\nZZQQQ,GBFXT\n");
    place.run(&["assess", "--as-of", "2026-02-06T00:00:00Z"]).exits(0);
    place.file("data/areas.csv", "location,area\n,GBFXT\n");
    let ran = place.run(&["assess", "--as-of", "2026-02-06T00:00:00Z"]).exits(2);
    assert!(ran.err.contains("areas.csv") && ran.err.contains("AREA-"), "{}", ran.err);
}

/// A declaration that was listed before its entry summary came is not listed again when both are one consignment.
#[test]
fn a_declaration_listed_alone_is_not_listed_again_with_its_entry_summary() {
    let place = Place::new();
    let (world, ends) = place.world("world", "9", "900", "140");
    let mut declarations = vec!["ingest".to_owned(), "--known-at-event-time".to_owned()];
    for entry in std::fs::read_dir(&world).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("declarations")) {
            declarations.push(path.display().to_string());
        }
    }
    place.run(&declarations.iter().map(String::as_str).collect::<Vec<_>>()).exits(0);
    place.run(&["assess", "--as-of", &ends]).exits(0);
    let documents = |capacity: &str| -> Vec<String> {
        let list = place.run(&["queue", "--capacity", capacity, "--json"]).exits(0).json();
        let rows = list["rows"].as_array().unwrap();
        rows.iter().map(|row| row["transport_document"].as_str().unwrap().to_owned()).collect()
    };
    let alone = documents("200");
    assert!(alone.len() > 5, "{alone:?}");
    place.run(&["ingest", "--known-at-event-time", &world]).exits(0);
    place.run(&["assess", "--as-of", &ends]).exits(0);
    let both = documents("400");
    assert!(both.len() > alone.len());
    let unique: std::collections::HashSet<_> = both.iter().collect();
    assert_eq!(unique.len(), both.len(), "a consignment is listed under two ids");
}
