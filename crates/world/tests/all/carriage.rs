//! The workload of container trips keeps its promises: same bytes, stated shares, a truth without contradictions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use tidewaiter_model::identifier::container_fault;
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use tidewaiter_world::{Anomaly, CarriageCounts, CarriageSettings, Folder, Profile, generate_carriage};

/// A workload held in memory.
struct Made {
    profile: Profile,
    counts: CarriageCounts,
    messages: String,
    trips: String,
    areas: String,
}

fn settings(containers: u32, days: u32, seed: u64, profile: Profile) -> CarriageSettings {
    CarriageSettings { containers, days, seed, profile, ..CarriageSettings::default() }
}

fn made(settings: &CarriageSettings) -> Made {
    let mut files: BTreeMap<(Folder, String), Vec<u8>> = BTreeMap::new();
    let counts =
        generate_carriage(settings, Places::builtin(), SeaNetwork::builtin(), &mut |folder, path, part| {
            files.entry((folder, path.to_owned())).or_default().extend_from_slice(part);
        });
    let mut text = |folder, path: &str| {
        String::from_utf8(files.remove(&(folder, path.to_owned())).unwrap_or_default())
            .expect("files are text")
    };
    Made {
        profile: settings.profile,
        counts,
        messages: text(Folder::Messages, "status.csm.csv"),
        trips: text(Folder::Truth, "trips.csv"),
        areas: text(Folder::Truth, "areas.csv"),
    }
}

static EASY: LazyLock<Made> = LazyLock::new(|| made(&settings(1_500, 700, 5, Profile::Easy)));
static HARD: LazyLock<Made> = LazyLock::new(|| made(&settings(1_500, 700, 5, Profile::Hard)));

impl Made {
    /// Cells of each message, by the names of the heading.
    fn rows(&self) -> impl Iterator<Item = BTreeMap<&str, &str>> {
        rows(&self.messages)
    }

    fn trips(&self) -> Vec<BTreeMap<&str, &str>> {
        rows(&self.trips).collect()
    }
}

fn rows(csv: &str) -> impl Iterator<Item = BTreeMap<&str, &str>> {
    let heading: Vec<&str> = csv.lines().next().unwrap_or_default().split(',').collect();
    csv.lines().skip(1).map(move |line| heading.iter().copied().zip(line.split(',')).collect())
}

fn time(text: &str) -> UtcTime {
    text.parse().unwrap_or_else(|_| panic!("{text} is no time"))
}

#[test]
fn same_settings_give_the_same_bytes_and_another_seed_gives_others() {
    for profile in [Profile::Easy, Profile::Hard] {
        let first = made(&settings(60, 300, 11, profile));
        let again = made(&settings(60, 300, 11, profile));
        let other = made(&settings(60, 300, 12, profile));
        assert!(first.messages == again.messages && first.trips == again.trips && first.areas == again.areas);
        assert!(first.messages != other.messages && first.trips != other.trips);
    }
}

#[test]
fn messages_come_in_order_of_arrival_and_shares_are_as_stated() {
    for made in [&*EASY, &*HARD] {
        let known: BTreeSet<&str> = rows(&made.areas).map(|row| row["location"]).collect();
        let (mut received, mut all, mut ships) = (UtcTime::MIN, 0.0, 0.0);
        let mut shares: BTreeMap<&str, f64> = BTreeMap::new();
        for row in made.rows() {
            let now = time(row["received_time"]);
            assert!(received <= now, "{row:?}");
            received = now;
            all += 1.0;
            let mut count = |name, seen: bool| *shares.entry(name).or_default() += f64::from(u8::from(seen));
            count("bad digit", container_fault(row["container"]).is_some());
            count("foretold", !row["classifier"].is_empty());
            count("other", row["event"] == "OTHR");
            count("alias", !known.contains(row["location"]));
            if matches!(row["event"], "LOAD" | "DISC" | "DEPA" | "ARRI") {
                ships += 1.0;
                count("no vessel", row["vessel_imo"].is_empty());
            }
        }
        assert_eq!(all as u64, made.counts.messages);
        let hard = made.profile == Profile::Hard;
        let expect = |name: &str, of: f64, low: f64, high: f64| {
            let share = shares.get(name).unwrap_or(&0.0) / of;
            assert!((low..=high).contains(&share), "{:?} {name}: {share}", made.profile);
        };
        expect("bad digit", all, 0.0015, 0.0025);
        expect("no vessel", ships, 0.07, 0.10);
        expect("foretold", all, if hard { 0.05 } else { 0.0 }, if hard { 0.11 } else { 0.0 });
        expect("other", all, if hard { 0.003 } else { 0.0 }, if hard { 0.06 } else { 0.001 });
        expect("alias", all, if hard { 0.01 } else { 0.0 }, if hard { 0.06 } else { 0.0 });
    }
}

#[test]
fn a_trip_has_as_many_messages_as_the_published_set() {
    for made in [&*EASY, &*HARD] {
        let per_trip = made.counts.messages as f64 / made.counts.trips as f64;
        let range = if made.profile == Profile::Hard { 42.0..58.0 } else { 55.0..68.0 };
        assert!(range.contains(&per_trip), "{:?}: {per_trip} messages a trip", made.profile);
    }
}

#[test]
fn anomalies_have_their_rate_and_every_kind() {
    for made in [&*EASY, &*HARD] {
        let trips = made.trips();
        assert_eq!(trips.len() as u64, made.counts.trips);
        let rate = made.counts.anomalies as f64 / made.counts.trips as f64;
        assert!((0.010..0.021).contains(&rate), "{:?}: {rate}", made.profile);
        for kind in Anomaly::ALL {
            let count = trips.iter().filter(|trip| trip["anomaly"] == kind.as_str()).count();
            assert!(count >= 6, "{:?} {}: {count}", made.profile, kind.as_str());
        }
    }
    let none = made(&CarriageSettings { anomaly_rate: 0.0, ..settings(200, 400, 3, Profile::Easy) });
    assert!(none.counts.trips > 200 && none.counts.anomalies == 0);
}

#[test]
fn truth_has_no_contradictions() {
    for made in [&*EASY, &*HARD] {
        let areas: BTreeSet<&str> = rows(&made.areas).map(|row| row["area"]).collect();
        let mut last: BTreeMap<&str, UtcTime> = BTreeMap::new();
        let mut looped = 0;
        for trip in made.trips() {
            let (start, end) = (time(trip["start"]), time(trip["end"]));
            let way: Vec<&str> = trip["itinerary"].split('>').collect();
            assert!(start < end && way.len() >= 2, "{trip:?}");
            assert_eq!((way[0], way[way.len() - 1]), (trip["load_area"], trip["discharge_area"]));
            assert!(way.iter().all(|area| areas.contains(area)), "{trip:?}");
            let twice = way.iter().collect::<BTreeSet<_>>().len() < way.len();
            assert_eq!(twice, trip["anomaly"] == "loop", "{trip:?}");
            looped += u32::from(twice);
            if trip["physical_box"] == "1" {
                let before = last.insert(trip["container"], end);
                assert!(before.is_none_or(|before| before < start), "{trip:?}");
            } else {
                assert_eq!(trip["anomaly"], "duplicate_number");
            }
            let reported = [trip["first_reported"], trip["last_reported"]];
            if reported.iter().all(|text| !text.is_empty()) {
                assert!(start <= time(reported[0]) && time(reported[1]) <= end, "{trip:?}");
            }
        }
        assert!(looped > 0);
    }
}

#[test]
fn made_up_places_are_known_to_no_table() {
    let made = made(&CarriageSettings { made_up_places: true, ..settings(100, 300, 4, Profile::Hard) });
    assert!(made.areas.starts_with("location,area\n") && made.areas.lines().count() > 150);
    let places = Places::builtin();
    for row in made.rows() {
        assert!(places.get(row["location"]).is_none(), "{row:?}");
    }
}

#[test]
fn small_workloads_never_panic() {
    for (containers, days) in [(0, 0), (0, 30), (1, 0), (1, 1), (3, 45), (7, 200)] {
        for seed in 0..4 {
            let made = made(&CarriageSettings {
                anomaly_rate: 1.0,
                ..settings(containers, days, seed, Profile::Hard)
            });
            assert!(made.messages.starts_with("message_id,container,event,event_time,location"));
        }
    }
    made(&CarriageSettings {
        start: UtcTime::MAX,
        anomaly_rate: f64::NAN,
        ..settings(2, 99, 1, Profile::Easy)
    });
    made(&CarriageSettings { start: UtcTime::MIN, ..settings(2, 99, 1, Profile::Hard) });
}
