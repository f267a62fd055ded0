//! Everything that is typed leaves a record, and who tampers with the records is found out.

use crate::support::{Place, STATUS_HEADER, command, status_rows};
use serde_json::Value;
use std::collections::BTreeSet;

/// Runs one statement on the SQLite database of a data folder, as somebody would who has the file.
fn tamper(data: &str, sql: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        sqlx::any::install_default_drivers();
        let pool = sqlx::AnyPool::connect(&format!("sqlite://{data}/tidewaiter.db")).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(&pool).await.unwrap();
        pool.close().await;
    });
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_trail_tells_what_was_typed_and_shows_tampering() {
    let place = Place::new();
    let (world, ends) = place.world("world", "3", "300", "100");
    let bad = place.file("bad.csm.csv", format!("{STATUS_HEADER}a,MSKU1234565,GTIN,soon,CNSHG\n"));
    let good = place.file("good.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 1)));
    place.run(&["ingest", "--known-at-event-time", &world]).exits(0);
    place.run(&["ingest", "--sender", "LINE", &bad]).exits(3);
    place.run(&["assess", "--as-of", &ends]).exits(0);
    place.run(&["queue", "--capacity", "3"]).exits(0);
    // A colleague at the console is not overrun from the command line.
    let lock = "INSERT INTO consignment_lock SELECT consignment_id, 'bert', '2026-01-01T00:00:00.000000Z', \
                '2999-01-01T00:00:00.000000Z' FROM selection";
    tamper(&place.path("data"), lock);
    assert!(place.run(&["outcome", "1", "--nothing"]).exits(1).err.contains("bert works on consignment"));
    tamper(&place.path("data"), "DELETE FROM consignment_lock");
    place.run(&["outcome", "1", "--nothing"]).exits(0);
    place.run(&["quarantine", "replay", "1", "--with", &good]).exits(0);

    let records = lines(&place.run(&["audit", "list", "--after", "0", "--jsonl"]).exits(0).out);
    let actions: Vec<&str> = records.iter().map(|record| record["action"].as_str().unwrap()).collect();
    let expected = [
        "messages.ingest",
        "messages.ingest",
        "assessment.run",
        "list.extend",
        "outcome.record",
        "messages.ingest",
        "quarantine.replay",
    ];
    assert_eq!(actions, expected);
    let actors: BTreeSet<&str> = records.iter().map(|record| record["actor"].as_str().unwrap()).collect();
    assert_eq!(actors.len(), 1);
    assert!(records.iter().all(|record| record["origin"] == "command line"));
    for ingest in [1, 5] {
        // Whoever corrects a message, it is still the sender's.
        assert_eq!(records[ingest]["after"]["senders"], serde_json::json!(["LINE"]));
    }
    let of_cases = lines(&place.run(&["audit", "list", "--action", "outcome.", "--jsonl"]).exits(0).out);
    assert_eq!(of_cases.len(), 1);
    let told = place.run(&["audit", "list", "--limit", "1"]).exits(0).out;
    assert!(told.contains("replayed a message from quarantine") && told.lines().count() == 1, "{told}");
    assert!(place.run(&["audit", "list", "--actor", "nobody"]).exits(0).out.contains("no record"));
    for language in ["fr", "es", "ar"] {
        let told = place.run(&["audit", "list", "--lang", language]).exits(0).out;
        assert!(!told.contains("outcome.record"), "{told}");
    }

    let verified = place.run(&["audit", "verify", "--json"]).exits(0).json();
    assert_eq!((verified["ok"].as_bool(), verified["records"].as_u64()), (Some(true), Some(7)));
    let head = verified["head"].as_str().unwrap();
    place.run(&["audit", "verify", "--expect", head]).exits(0);
    let first = records[0]["hash"].as_str().unwrap();
    place.run(&["audit", "verify", "--expect", first]).exits(0);
    let other = place.run(&["audit", "verify", "--expect", &"0".repeat(64)]).exits(1).out;
    assert!(other.contains("expected hash"), "{other}");
    assert!(place.run(&["audit", "verify", "--expect", "abc"]).exits(2).err.contains("64"));
    assert!(place.run(&["audit", "list", "--limit", "0"]).exits(2).err.contains("--after"));

    tamper(&place.path("data"), "UPDATE audit SET after_json = REPLACE(after_json, 'LINE', 'LiNE')");
    let broken = place.run(&["audit", "verify"]).exits(1).out;
    let json = records[1]["after"].to_string();
    assert!(broken.starts_with("broken at record 2, field after, byte "), "{broken}");
    let byte: usize = broken.split("byte ").nth(1).unwrap().split(':').next().unwrap().parse().unwrap();
    assert_eq!(byte, json.find("LINE").unwrap() + 1, "{broken}");
    tamper(&place.path("data"), "UPDATE audit SET after_json = REPLACE(after_json, 'LiNE', 'LINE')");
    place.run(&["audit", "verify"]).exits(0);
    tamper(&place.path("data"), "DELETE FROM audit WHERE sequence = 7");
    let missing = place.run(&["audit", "verify", "--json"]).exits(1).json();
    assert_eq!((&missing["broken"]["sequence"], &missing["broken"]["what"]), (&7.into(), &"missing".into()));
    assert_eq!(missing["head"], records[5]["hash"]);
}

#[test]
fn the_actor_is_the_operating_systems_user_whatever_the_environment_says() {
    let place = Place::new();
    let file = place.file("a.csm.csv", format!("{STATUS_HEADER}{}", status_rows(0, 1)));
    let data = place.path("data");
    let mut ingest = command(&["ingest", &file, "--data", &data]);
    ingest.env("USER", "somebody-else").env("LOGNAME", "somebody-else");
    assert!(ingest.output().unwrap().status.success());
    let records = place.run(&["audit", "list", "--json"]).exits(0).json();
    let actor = records[0]["actor"].as_str().unwrap();
    assert!(!actor.is_empty() && actor != "somebody-else", "{actor}");
}
