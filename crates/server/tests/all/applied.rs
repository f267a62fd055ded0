//! Status messages applied one at a time: whatever the order of arrival, the state is that of the batch.

use crate::desk::{Desk, live, until};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use std::collections::BTreeMap;
use tidewaiter_model::assessment::Assessment;
use tidewaiter_model::reference::{Places, SeaNetwork};
use tidewaiter_model::time::UtcTime;
use tidewaiter_server::assess::{Boxes, Known, picture};
use tidewaiter_server::ingest::IngestOptions;
use tidewaiter_server::live::context::Context;
use tidewaiter_server::live::{Act, Live};
use tidewaiter_server::settings::Settings;
use tidewaiter_server::upload::{Compression, Upload, ingest_uploads};

const HEADER: &str = "message_id,container,event,event_time,location,full_empty,vessel_imo,carrier,source,classifier,\
                      seal,received_time\n";

type State = BTreeMap<String, Assessment>;

/// Messages about the containers of open consignments: what happened next, corrections of it with other content under
/// the same source and id, one that names another container, estimates and what became of them, events long past.
fn messages(containers: &[String], ends: UtcTime) -> Vec<String> {
    let mut rows = Vec::new();
    for (number, container) in containers.iter().enumerate() {
        let other = &containers[(number + 1) % containers.len()];
        let at = |hours: i64| ends.plus_hours(hours as f64);
        let mut row = |id: &str,
                       container: &str,
                       event: &str,
                       time: UtcTime,
                       place: &str,
                       more: &str,
                       received: i64| {
            let received = at(received);
            rows.push(format!(
                "X-{number}-{id},{container},{event},{time},{place},LADEN,9321483,MAEU,ORDER,{more},{received}\n"
            ));
        };
        let places = ["SGSIN", "GBFXT", "NLRTM", "CNSHG"];
        let place = |more: usize| places[(number + more) % places.len()];
        row("discharged", container, "DISC", at(-30), place(0), "ACT,S1", -29);
        row("discharged", container, "DISC", at(-40), place(1), "ACT,S1", -20);
        row("discharged", container, "DISC", at(-36), place(1), "ACT,S2", -10);
        row("loaded", container, "LOAD", at(-12), place(2), "EST,", -35);
        row("loaded-2", container, "LOAD", at(-6), place(2), "EST,", -30);
        row("loaded-3", container, "LOAD", at(-9), place(2), "ACT,", -8);
        row("whose", container, "GTOT", at(-5), place(2), "ACT,", -5);
        row("whose", other, "GTOT", at(-5), place(2), "ACT,", -2);
        row("before", container, "GTIN", at(-700), place(3), "ACT,", -1);
        row("from now on", container, "DISC", at(20), place(0), "ACT,", 10);
    }
    rows
}

/// What each open consignment's assessment says now: that made since the run, or the run's own.
async fn shown(live: &Live) -> State {
    let run = live.snapshot().unwrap().base.run;
    let kept = live.store().assessments(run).await.unwrap();
    let now = kept.into_iter().map(|kept| {
        let fresh = live.fresh_assessment(&kept.consignment.id);
        (kept.consignment.id.clone(), fresh.map_or(kept, |fresh| Assessment::clone(&fresh)))
    });
    now.collect()
}

/// The same from the store alone, sorted and at once, judged by what the run had learned.
async fn batch(live: &Live, ids: &State) -> State {
    let (settings, now) = (Settings::default(), live.now());
    let places = Places::builtin();
    let context = live.current_context().await.unwrap();
    let known = Some(Known { learned: context.learned.clone(), routes: None });
    let picture = picture(live.store(), now, places, &settings, Boxes::Declared, known).await.unwrap();
    let (assembled, _) = picture.assembled(places, &settings);
    let open = assembled.iter().filter(|one| ids.contains_key(&one.consignment.id));
    let assess = |one| {
        let (history, routes) = (&context.history, &context.routes);
        tidewaiter_risk::assess(one, history, routes, places, SeaNetwork::builtin(), now, &settings.risk)
    };
    open.map(|one| (one.consignment.id.clone(), assess(one))).collect()
}

/// Everything but the places of messages in the archive, which follow the order of arrival.
fn without_places(state: &State) -> BTreeMap<&String, String> {
    let said = state.iter().map(|(id, assessment)| {
        let reasons: Vec<_> = assessment
            .reasons
            .iter()
            .map(|reason| {
                (reason.indicator, &reason.variant, reason.strength, &reason.params, reason.evidence.len())
            })
            .collect();
        (id, format!("{} {reasons:?} {:?}", assessment.score, assessment.consignment.trips))
    });
    said.collect()
}

/// The queue must show the scores of the state, in order.
fn check_queue(live: &Live, state: &State) {
    let snapshot = live.snapshot().unwrap();
    let mut ranked: Vec<_> = snapshot.base.rows().iter().filter(|row| row.open).collect();
    ranked.sort_by_key(|row| row.rank.get());
    assert!(ranked.is_sorted_by(|a, b| (-a.score, &a.id) <= (-b.score, &b.id)));
    for (place, row) in ranked.iter().enumerate() {
        assert_eq!(row.rank.get() as usize, place + 1);
        assert_eq!(row.score.to_bits(), state[&*row.id].score.to_bits());
    }
    for sort in tidewaiter_server::live::order::Sort::ALL {
        let order = snapshot.base.order(sort);
        let places: Vec<_> =
            order.iter().map(|at| sort.place(snapshot.base.row(*at).unwrap(), snapshot.base.day)).collect();
        assert!(places.is_sorted(), "{sort:?}");
    }
}

async fn send(live: &Live, rows: &[String]) {
    let act = Act::on_command_line("test", live.now());
    let uploads = rows.iter().map(|row| Upload {
        name: "m.csv".to_owned(),
        sender: None,
        bytes: format!("{HEADER}{row}").into(),
        compression: Compression::AsRecognised,
    });
    let options = IngestOptions::default();
    let (received, arrivals) =
        ingest_uploads(live.store(), &act, uploads.collect(), live.now(), &options).await.unwrap();
    assert!(received.iter().all(|one| one.report.counts.accepted == 1), "{received:?}");
    live.arrived(arrivals);
}

fn open_containers(live: &Live) -> Vec<String> {
    let snapshot = live.snapshot().unwrap();
    let open = snapshot.base.rows().iter().filter(|row| row.open);
    let mut containers: Vec<String> =
        open.flat_map(|row| row.containers.iter()).map(std::string::ToString::to_string).collect();
    containers.sort();
    containers.dedup();
    containers.into_iter().step_by(5).take(12).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn any_order_of_arrival_gives_what_the_sorted_batch_gives() {
    let mut first: Option<(State, State)> = None;
    for seed in 0..4u64 {
        let desk = Desk::new().await;
        let live = &desk.live;
        until(|| live.applied().is_some()).await;
        live.current_context().await.unwrap();
        live.snapshot().unwrap().base.warm();
        let before = shown(live).await;
        let mut rows = messages(&open_containers(live), desk.ends);
        if seed > 0 {
            rows.shuffle(&mut rand_chacha::ChaCha8Rng::seed_from_u64(seed));
        }
        // One at a time, some together, the rest at once.
        for together in [1, 3, 1, 7, rows.len()] {
            let rest = rows.split_off(together.min(rows.len()));
            send(live, &rows).await;
            rows = rest;
        }
        let last = live.store().last_file().await.unwrap();
        until(|| live.applied().is_some_and(|applied| applied.through >= last)).await;
        let expected = batch(live, &before).await;
        settled(live, &expected).await;
        let after = shown(live).await;
        assert_ne!(without_places(&before), without_places(&after), "the messages change something");
        check_queue(live, &after);
        match &first {
            None => first = Some((before, after)),
            Some((before_first, after_first)) => {
                assert_eq!(without_places(before_first), without_places(&before));
                assert_eq!(without_places(after_first), without_places(&after), "order {seed}");
            }
        }
    }
}

/// Waits until the assessments shown are those expected, evidence and all.
async fn settled(live: &Live, expected: &State) {
    let mut differing = Vec::new();
    for _ in 0..100 {
        let shown = shown(live).await;
        let differs = |(id, one): (&String, &Assessment)| (shown.get(id) != Some(one)).then(|| id.clone());
        differing = expected.iter().filter_map(differs).collect();
        if differing.is_empty() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let id = &differing[0];
    assert_eq!(
        shown(live).await.get(id),
        expected.get(id),
        "{} of {} differ",
        differing.len(),
        expected.len()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_starts_again_assesses_what_was_acknowledged() {
    let desk = Desk::new().await;
    let before = shown(&desk.live).await;
    // Committed, and the server is gone before it applied anything.
    let act = Act::on_command_line("test", desk.ends);
    let moved = open_containers(&desk.live);
    for row in messages(&moved, desk.ends) {
        let upload = Upload {
            name: "m.csv".to_owned(),
            sender: None,
            bytes: format!("{HEADER}{row}").into(),
            compression: Compression::AsRecognised,
        };
        ingest_uploads(desk.live.store(), &act, vec![upload], desk.ends, &IngestOptions::default())
            .await
            .unwrap();
    }
    let again = live(desk.folder.path(), desk.ends).await;
    until(|| again.applied().is_some()).await;
    // The others stay as the run that is kept has them.
    let named = |one: &Assessment| one.consignment.containers.iter().any(|text| moved.contains(text));
    let mut expected = batch(&again, &before).await;
    expected.retain(|_, one| named(one));
    settled(&again, &expected).await;
    let mut before = before;
    before.retain(|_, one| named(one));
    assert!(before.len() >= moved.len());
    assert_ne!(without_places(&before), without_places(&expected));
}

/// The trips of these containers, and how many messages are in memory.
fn in_memory(live: &Live, containers: &[String]) -> (u64, Vec<String>) {
    let trips = containers.iter().map(|container| format!("{:?}", live.trips_now(container)));
    (live.applied().unwrap().status_messages, trips.collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_reads_the_file_of_reports_only_where_it_fits_the_history() {
    let desk = Desk::new().await;
    let live = &desk.live;
    until(|| live.applied().is_some()).await;
    live.current_context().await.unwrap();
    let containers = open_containers(live);
    let rows = messages(&containers, desk.ends);
    let applied = |live: &Live, last: i64| live.applied().is_some_and(|applied| applied.through >= last);
    for (number, rows) in rows.chunks(rows.len().div_ceil(3)).enumerate() {
        send(live, rows).await;
        let last = live.store().last_file().await.unwrap();
        until(|| applied(live, last)).await;
        if number == 1 {
            assert!(live.keep_reports().await.unwrap());
        }
    }
    let expected = in_memory(live, &containers);
    let file = live.store().derived_file("reports");
    let kept = std::fs::read(&file).unwrap();
    let other = Desk::new().await;
    until(|| other.live.applied().is_some()).await;
    other.live.keep_reports().await.unwrap();
    let foreign = std::fs::read(other.live.store().derived_file("reports")).unwrap();
    let changed = |at: usize| {
        let mut bytes = kept.clone();
        bytes[at] ^= 1;
        bytes
    };
    let torn = kept[..kept.len() / 2].to_vec();
    let end = kept.len() - 1;
    for (what, bytes, fits) in [
        ("as it was kept", kept.clone(), true),
        ("a byte of the reports is another", changed(kept.len() / 3), false),
        ("a byte of its end is another", changed(end), false),
        ("torn", torn, false),
        ("empty", Vec::new(), false),
        ("of another history", foreign, false),
    ] {
        std::fs::write(&file, bytes).unwrap();
        let again = crate::desk::live(desk.folder.path(), desk.ends).await;
        until(|| again.applied().is_some()).await;
        again.current_context().await.unwrap();
        assert_eq!(again.applied().unwrap().kept > 0, fits, "{what}");
        assert_eq!(in_memory(&again, &containers), expected, "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_knows_what_the_run_learned_with_and_without_the_file_of_it() {
    let desk = Desk::new().await;
    desk.live.assess(None).await.unwrap();
    let learned = desk.live.current_context().await.unwrap();
    let file = desk.live.store().derived_file("usual");
    let kept = std::fs::read(&file).unwrap();
    let mut changed = kept.clone();
    changed[kept.len() / 2] ^= 1;
    for bytes in [kept, changed, Vec::new()] {
        std::fs::write(&file, bytes).unwrap();
        let again = crate::desk::live(desk.folder.path(), desk.ends).await;
        let context = again.current_context().await.unwrap();
        assert!(context.routes == learned.routes);
        assert_eq!(context.learned, learned.learned);
        let trips = |context: &Context| -> Vec<String> {
            context.containers().map(|one| format!("{:?}", context.trips_of_container(one))).collect()
        };
        assert_eq!(trips(&context), trips(&learned));
    }
}
