//! `tidewaiter trips`: archives in, tables out.

use crate::support::{Place, Ran, command, run, run_with_input};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

const HEADER: &str = "container,message_id,event,event_time,location,full_empty,vessel_imo,carrier,source,classifier,received_time\n";

/// The journey of one box from Shanghai by Singapore to Rotterdam, each event reported twice.
fn journey(container: &str, month: u8) -> String {
    let steps = [
        (1, "PICK", "CNSHG", "EMPTY", ""),
        (2, "GTIN", "CNSHG", "LADEN", ""),
        (4, "LOAD", "CNSHG", "LADEN", "9321483"),
        (11, "DISC", "SGSIN", "LADEN", "9321483"),
        (13, "LOAD", "SGSIN", "LADEN", "9454436"),
        (27, "DISC", "NLRTM", "LADEN", "9454436"),
        (28, "GTOT", "NLRTM", "LADEN", ""),
    ];
    let mut text = String::new();
    for (day, event, place, full, vessel) in steps {
        for (source, hour) in [("MAEU", 8), ("TERM", 10)] {
            let time = format!("2026-{month:02}-{day:02}T{hour:02}:00:00Z");
            let id = format!("{source}-{month}-{day}");
            writeln!(
                text,
                "{container},{id}{container},{event},{time},{place},{full},{vessel},MAEU,{source},,{time}"
            )
            .unwrap();
        }
    }
    text
}

fn archive(containers: usize) -> String {
    // Rows stand in order of month, so that no container's rows stand together.
    let mut text = HEADER.to_owned();
    for month in [1, 3, 5] {
        for number in 0..containers {
            text += &journey(&format!("MSKU{:07}", 1_234_565 + 7 * number), month);
        }
    }
    text
}

fn read(folder: &str, file: &str) -> String {
    fs::read_to_string(Path::new(folder).join(file)).unwrap()
}

fn same_tables(one: &str, two: &str) {
    for file in ["trips.csv", "legs.csv", "events.csv"] {
        assert_eq!(read(one, file), read(two, file), "{file}");
    }
}

#[track_caller]
fn rebuilt(arguments: &[&str]) -> Ran {
    run(&[&["trips"], arguments].concat()).exits(0)
}

#[test]
fn one_journey_becomes_one_trip_two_legs_and_seven_events() {
    let place = Place::new();
    let input = place.file("a.csm.csv", format!("{HEADER}{}", journey("MSKU1234565", 3)));
    let out = place.path("out");
    let ran = rebuilt(&[&input, "--out", &out, "--no-score"]);
    assert!(ran.err.contains("14 read = 14 accepted + 0 duplicate + 0 refused"), "{}", ran.err);
    let trips = read(&out, "trips.csv");
    let (header, rows) = trips.split_once('\n').unwrap();
    assert!(header.starts_with(
        "container,trip,status,start,end,load_area,discharge_area,itinerary,events,reports,vessels,\
         longest_silence_hours,confidence,score,reasons"
    ));
    assert!(rows.starts_with("MSKU1234565,1,"), "{rows}");
    assert!(rows.contains(",CNSHG,NLRTM,CNSHG>SGSIN>NLRTM,7,14,9321483;9454436,"), "{rows}");
    assert_eq!(rows.lines().count(), 1);
    let legs = read(&out, "legs.csv");
    assert!(legs.starts_with(
        "container,trip,leg,from_area,to_area,departed,arrived,vessel_imo,carrier,confidence\n"
    ));
    assert!(
        legs.contains("MSKU1234565,1,1,CNSHG,SGSIN,2026-03-04T08:00:00Z,2026-03-11T08:00:00Z,9321483,MAEU,")
    );
    assert!(
        legs.contains("MSKU1234565,1,2,SGSIN,NLRTM,2026-03-13T08:00:00Z,2026-03-27T08:00:00Z,9454436,MAEU,")
    );
    let events = read(&out, "events.csv");
    let columns =
        "container,trip,event,time,location,area,full_empty,vessel_imo,reports,sources,believed,doubt";
    assert!(events.starts_with(columns), "{events}");
    assert!(
        events
            .contains("MSKU1234565,1,DISC,2026-03-11T08:00:00Z,SGSIN,SGSIN,LADEN,9321483,2,MAEU;TERM,true,,"),
        "{events}"
    );
    assert_eq!(events.lines().count(), 8);
    rebuilt(&[&input, "--out", &out, "--no-score", "--no-events"]);
    assert!(!Path::new(&out).join("events.csv").exists(), "what an earlier run left is gone");
}

#[test]
fn neither_threads_nor_memory_nor_the_order_of_rows_leave_a_trace() {
    let place = Place::new();
    // Some two megabytes packed: twice the least memory.
    let text = archive(1500);
    let input = place.file("a.csm.csv", &text);
    let first = place.path("first");
    rebuilt(&[&input, "--out", &first, "--threads", "1"]);
    let second = place.path("second");
    rebuilt(&[&input, "--out", &second, "--threads", "4"]);
    same_tables(&first, &second);
    let third = place.path("third");
    let spilled = rebuilt(&[&input, "--out", &third, "--memory-max", "1048576", "--json"]).json();
    assert!(spilled["spilled_bytes"].as_u64().unwrap() > 0, "{spilled}");
    same_tables(&first, &third);
    let (header, rows) = text.split_once('\n').unwrap();
    let turned: Vec<&str> = [header].into_iter().chain(rows.lines().rev()).collect();
    let turned = place.file("b.csm.csv", turned.join("\r\n"));
    let fourth = place.path("fourth");
    rebuilt(&[&turned, "--out", &fourth]);
    same_tables(&first, &fourth);
    let left: Vec<_> =
        fs::read_dir(place.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[test]
fn parquet_is_read_as_csv_is() {
    let place = Place::new();
    let input = place.file("a.csm.csv", archive(20));
    let (out, again) = (place.path("out"), place.path("again"));
    rebuilt(&[&input, "--out", &out]);
    // Our own history has the same columns.
    place.run(&["ingest", &input]).exits(0);
    let mut found = Vec::new();
    find(&Path::new(&place.path("data")).join("history/status_event"), &mut found);
    assert!(!found.is_empty());
    let arguments: Vec<&str> = found.iter().map(String::as_str).chain(["--out", &again]).collect();
    rebuilt(&arguments);
    same_tables(&out, &again);
    let columns = place.path("columns");
    rebuilt(&[&input, "--out", &columns, "--format", "parquet"]);
    for file in ["trips.parquet", "legs.parquet", "events.parquet"] {
        assert!(fs::read(Path::new(&columns).join(file)).unwrap().starts_with(b"PAR1"), "{file}");
    }
    rebuilt(&[&input, "--out", &columns]);
    assert!(!Path::new(&columns).join("trips.parquet").exists());
    same_tables(&out, &columns);
}

fn find(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            find(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "parquet") {
            found.push(path.display().to_string());
        }
    }
}

#[test]
fn duplicates_count_once_corrections_replace_and_bad_rows_are_shown() {
    let place = Place::new();
    let clean = place.file("clean.csm.csv", format!("{HEADER}{}", journey("MSKU1234565", 3)));
    let mut text = format!("{HEADER}{0}{0}", journey("MSKU1234565", 3));
    // The same message again with another place, received earlier: it must not count.
    text += "MSKU1234565,MAEU-3-11MSKU1234565,DISC,2026-03-11T08:00:00Z,HKHKG,LADEN,9321483,MAEU,MAEU,,2026-03-10T08:00:00Z\n";
    text += "MSKU1234565,x,LODE,2026-03-11T08:00:00Z,HKHKG,LADEN,9321483,MAEU,MAEU,,\n";
    text += "MSKU1234565,y,LOAD,tomorrow,HKHKG,LADEN,9321483,MAEU,MAEU,,\n\"broken\n";
    let dirty = place.file("dirty.csm.csv", text);
    let (one, two) = (place.path("one"), place.path("two"));
    rebuilt(&[&clean, "--out", &one]);
    let ran = run(&["trips", &dirty, "--out", &two]).exits(3);
    same_tables(&one, &two);
    for said in ["32 read = 15 accepted + 14 duplicate + 3 refused", "CSV-EVENT", "CSV-TIME", "CSV-QUOTE"] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    let report = run(&["trips", &dirty, "--out", &two, "--json"]).exits(3).json();
    let count = |name: &str| report[name].as_u64().unwrap();
    assert_eq!(count("read"), count("accepted") + count("duplicate") + count("refused"));
    assert_eq!(count("accepted"), count("counted") + count("superseded") + count("later"));
    assert_eq!((count("superseded"), report["refused_rows"].as_array().unwrap().len()), (1, 3));
    let before = place.path("before");
    let report = run(&["trips", &clean, "--out", &before, "--as-of", "2026-03-12T00:00:00Z", "--json"])
        .exits(0)
        .json();
    assert_eq!(report["later"], 6, "{report}");
    assert!(read(&before, "trips.csv").contains(",8,9321483,"), "{}", read(&before, "trips.csv"));
}

#[test]
fn wrong_use_and_unreadable_inputs_write_nothing() {
    let place = Place::new();
    let good = place.file("good.csm.csv", format!("{HEADER}{}", journey("MSKU1234565", 3)));
    let empty = place.file("empty.csv", "");
    let other = place.file("other.csv", "colour,shape\nred,round\n");
    let torn = place.file("torn.parquet", b"PAR1 and no more");
    let file = place.file("file", "x");
    let out = place.path("out");
    for (arguments, said) in [
        (vec!["--out", &out], "INPUT"),
        (vec![good.as_str()], "--out"),
        (vec![good.as_str(), empty.as_str(), "--out", &out], "no bytes at all"),
        (vec![other.as_str(), "--out", &out], "expected"),
        (vec![torn.as_str(), "--out", &out], "damaged Parquet"),
        (vec!["absent.csm.csv", "--out", &out], "cannot read"),
        (vec![good.as_str(), "--out", &file], "is not a folder"),
        (vec![good.as_str(), "--out", &out, "--areas", "absent.csv"], "absent.csv"),
        (vec![good.as_str(), "--out", &out, "--threads", "0"], "--threads"),
        (vec![good.as_str(), "--out", &out, "--memory-max", "5"], "at least"),
        (vec![good.as_str(), "--out", &out, "--as-of", "yesterday"], "RFC 3339"),
        (vec![good.as_str(), "--out", &out, "--format", "xlsx"], "xlsx"),
    ] {
        let ran = run(&[&["trips"][..], &arguments].concat()).exits(2);
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
        assert!(!Path::new(&out).exists());
    }
    let header = place.file("header.csm.csv", HEADER);
    rebuilt(&[&header, "--out", &out]);
    assert_eq!(read(&out, "trips.csv").lines().count(), 1);
}

#[test]
fn standard_input_is_read_and_a_closed_pipe_is_no_error() {
    let place = Place::new();
    let text = archive(20);
    let input = place.file("a.csm.csv", &text);
    let (one, two) = (place.path("one"), place.path("two"));
    rebuilt(&[&input, "--out", &one]);
    run_with_input(&["trips", "-", "--out", &two], text.as_bytes()).exits(0);
    same_tables(&one, &two);
    let mut child = command(&["trips", &input, "--out", &two, "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn odd_archives_end_with_an_answer() {
    let place = Place::new();
    let out = place.path("out");
    // One container with very many messages, all at one instant, of places that nobody knows.
    let mut text = HEADER.to_owned();
    for number in 0..20_000 {
        writeln!(
            text,
            "MSKU1234565,i{number},MOVE,2026-03-01T00:00:00Z,Q{},,,,S{},,",
            number % 9,
            number % 5
        )
        .unwrap();
    }
    // Ten thousand mistyped variants of one number, some of another shape.
    for number in 0..10_000 {
        let shape = if number % 2 == 0 { format!("MSKU{number:07}") } else { format!("msk-{number}") };
        writeln!(text, "{shape},v{number},LOAD,2026-03-01T00:00:00Z,CNSHG,LADEN,,,S,,").unwrap();
    }
    let input = place.file("odd.csm.csv", text);
    let report = rebuilt(&[&input, "--out", &out, "--json"]).json();
    assert_eq!((report["containers"].as_u64(), report["counted"].as_u64()), (Some(10_001), Some(30_000)));
    let trips = read(&out, "trips.csv");
    let names: Vec<&str> = trips.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    assert!(names.is_sorted(), "in order of the numbers as texts");
}

#[test]
fn two_runs_into_one_folder_do_not_mix() {
    let place = Place::new();
    let input = place.path("pipe");
    let out = place.path("out");
    assert!(std::process::Command::new("mkfifo").arg(&input).status().unwrap().success());
    let mut slow = command(&["trips", &input, "--out", &out]).stderr(Stdio::null()).spawn().unwrap();
    let mut pipe = fs::OpenOptions::new().write(true).open(&input).unwrap();
    pipe.write_all(HEADER.as_bytes()).unwrap();
    let good = place.file("good.csm.csv", format!("{HEADER}{}", journey("MSKU1234565", 3)));
    let ran = run(&["trips", &good, "--out", &out]).exits(2);
    assert!(ran.err.contains("another run"), "{}", ran.err);
    slow.kill().unwrap();
    slow.wait().unwrap();
    drop(pipe);
    rebuilt(&[&good, "--out", &out]);
}

#[test]
fn normal_routes_are_kept_and_added_to() {
    let place = Place::new();
    let months = |months: &[u8]| {
        let numbers = (0..40).map(|number| format!("MSKU{:07}", 1_234_565 + 7 * number));
        let rows =
            |number: String| months.iter().map(move |month| journey(&number, *month)).collect::<String>();
        format!("{HEADER}{}", numbers.map(rows).collect::<String>())
    };
    let (early, late) = (place.file("a.csm.csv", months(&[1, 3])), place.file("b.csm.csv", months(&[5])));
    let (kept, both, whole) = (place.path("kept.json"), place.path("both.json"), place.path("whole.json"));
    let out = place.path("out");
    rebuilt(&[&early, "--out", &out, "--write-routes", &kept]);
    rebuilt(&[&late, "--out", &out, "--routes", &kept, "--write-routes", &both]);
    rebuilt(&[&early, &late, "--out", &out, "--write-routes", &whole]);
    let table =
        |file: &str| -> serde_json::Value { serde_json::from_slice(&fs::read(file).unwrap()).unwrap() };
    let trips = |file: &str| {
        let rows = table(file)["routes"].as_array().unwrap().clone();
        rows.iter()
            .filter(|row| row["kind"] == "route")
            .map(|row| row["count"].as_u64().unwrap())
            .sum::<u64>()
    };
    assert!(
        trips(&kept) > 0 && trips(&both) == trips(&whole),
        "{} {} {}",
        trips(&kept),
        trips(&both),
        trips(&whole)
    );
    // Nothing that was received later may be known.
    let refused = run(&["trips", &early, "--out", &out, "--routes", &both]).exits(2);
    assert!(refused.err.contains("both.json knows what was received up to 2026-05-"), "{}", refused.err);
    // Another version, another file.
    let mut other = table(&kept);
    other["tidewaiter_trip_tables"] = 99.into();
    let other = place.file("other.json", other.to_string());
    let refused = run(&["trips", &late, "--out", &out, "--routes", &other]).exits(2);
    assert!(refused.err.contains("has version 99, and this program reads version"), "{}", refused.err);
    let refused = run(&["trips", &late, "--out", &out, "--routes", &late]).exits(2);
    assert!(refused.err.contains("is no table of learned trips"), "{}", refused.err);
    run(&["trips", &late, "--out", &out, "--no-score", "--write-routes", &kept]).exits(2);
}
