//! What was said as of a time stays said, whatever arrives later.

use crate::support::{Place, run};

/// A small stable sequence, so that each round leaves out other files.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![std::path::PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path.display().to_string()) }
        }
    }
    found.sort();
    found
}

/// Everything that was said of every open consignment.
fn said(data: &str, as_of: &str) -> Vec<serde_json::Value> {
    run(&["assess", "--as-of", as_of, "--data", data]).exits(0);
    let queue = run(&["queue", "--capacity", "200", "--data", data, "--json"]).exits(0).json();
    let mut rows: Vec<serde_json::Value> = queue["rows"].as_array().unwrap().clone();
    rows.sort_by_key(|row| row["id"].as_str().unwrap().to_owned());
    rows
}

/// Property: messages received after a time, in any order and number, change no assessment as of that time.
#[test]
fn later_messages_never_change_an_earlier_assessment() {
    let place = Place::new();
    let (world, _) = place.world("world", "11", "150", "100");
    let all = files(&world);
    let as_of = "2026-03-01T00:00:00Z";
    let mut state = 7;
    for round in 0..3 {
        let data = place.path(&format!("data{round}"));
        let ingest = |names: &[String]| {
            let mut arguments = vec!["ingest", "--known-at-event-time", "--data", data.as_str()];
            arguments.extend(names.iter().map(String::as_str));
            run(&arguments).exits(0);
        };
        // First everything known by the time, then files made only of later messages, in a shuffled order.
        ingest(&all);
        let before = said(&data, as_of);
        assert!(!before.is_empty());
        let mut later: Vec<String> = (0..6)
            .map(|file| {
                let (hour, box_number) = (next(&mut state) % 24, next(&mut state) % 150);
                let container = before[box_number as usize % before.len()]["containers"][0].as_str().unwrap();
                let text = format!(
                    "message_id,container,event,event_time,location,full_empty,source,received_time\n\
                     late-{round}-{file},{container},DISC,2026-02-2{}T{hour:02}:00:00Z,ESALG,LADEN,late,\
                     2026-03-01T00:00:0{}Z\n",
                    next(&mut state) % 9,
                    1 + next(&mut state) % 8,
                );
                place.file(&format!("late/{round}-{file}.csm.csv"), text)
            })
            .collect();
        later.sort_by_key(|_| next(&mut state));
        for file in &later {
            let mut arguments = vec!["ingest", "--data", data.as_str()];
            arguments.push(file);
            run(&arguments).exits(0);
        }
        assert_eq!(said(&data, as_of), before, "round {round}");
        // The same messages do count from their own time on.
        let report =
            run(&["assess", "--as-of", "2026-03-01T00:01:00Z", "--data", &data, "--json"]).exits(0).json();
        assert!(report["status_messages"].as_u64().unwrap() > 0);
    }
}
