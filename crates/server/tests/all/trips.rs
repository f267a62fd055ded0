use crate::desk::Desk;
use std::collections::BTreeSet;
use tidewaiter_server::Error;
use tidewaiter_server::cases::{self, QueueAsk, VisitsAsk};
use tidewaiter_server::settings::Settings;
use tidewaiter_server::trips_show::show;
use tidewaiter_server::views::{AreaVisit, Belief, ContainerTrips, JudgedTrip, Page, VisitRows};

#[tokio::test(flavor = "multi_thread")]
async fn a_trip_is_shown_with_what_it_is_compared_with_and_a_reason_says_which_part_it_is_about() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let ask = QueueAsk { limit: Some(120), sort: "risk".to_owned(), ..QueueAsk::default() };
    let rows = cases::queue_page(&desk.live, &ask, reader).unwrap().items;
    let (mut known, mut carried, mut reasons, mut parts, mut messages) = (0, 0, 0, 0, 0);
    for row in &rows {
        for container in &row.containers {
            // A box may be declared of which nothing was reported.
            let Ok(found) = cases::container(&desk.live, container, reader).await else { continue };
            assert_eq!(
                (found.container.as_str(), found.total),
                (container.as_str(), found.trips.len() as u64)
            );
            known += 1;
            for judged in &found.trips {
                check(judged);
                reasons += judged.reasons.len();
                parts += judged.reasons.iter().filter(|reason| reason.trip.is_some()).count();
                messages += judged.reasons.iter().map(|reason| reason.evidence.len()).sum::<usize>();
                carried += judged.cases.iter().filter(|case| case.id == row.id).count();
            }
        }
    }
    assert!(reasons > 20 && parts > 10 && messages > 20, "{reasons} {parts} {messages}");
    assert!(known > 50 && carried * 2 > known, "{carried} of {known} trips lead to their cases");
}

fn check(judged: &JudgedTrip) {
    let trip = &judged.trip;
    assert_eq!(judged.legs.len(), trip.calls.len().saturating_sub(1));
    for (leg, pair) in judged.legs.iter().zip(trip.calls.windows(2)) {
        assert_eq!((&leg.from, &leg.to), (&pair[0].area, &pair[1].area));
    }
    for stay in &judged.stays {
        let counted: u64 = stay.distribution.bins.iter().map(|bin| bin.count).sum();
        assert_eq!(counted, stay.distribution.population);
        assert!(!stay.role_text.starts_with("stay-") && stay.call < trip.calls.len());
    }
    // What the sources say together is what the events say of them.
    let of = |belief: Belief| -> u64 {
        trip.events
            .iter()
            .filter(|event| event.belief == belief)
            .map(|event| event.sources.len() as u64)
            .sum()
    };
    let sums = judged.sources.iter().fold((0, 0, 0), |sum, source| {
        (sum.0 + source.believed, sum.1 + source.doubted, sum.2 + source.foreseen)
    });
    assert_eq!(sums, (of(Belief::Believed), of(Belief::Doubted), of(Belief::Foreseen)));
    if let Some(route) = &judged.route {
        assert!(!route.text.contains("route-") && !route.this_text.contains("route-"), "{route:?}");
        let usual: u64 = route.compared.usual.iter().map(|way| way.count).sum();
        assert!(usual <= route.compared.population);
    }
    let areas: BTreeSet<&str> = trip.events.iter().map(|event| event.area.as_str()).collect();
    for reason in &judged.reasons {
        let part = reason.trip.iter().flat_map(|part| &part.areas);
        assert!(part.into_iter().all(|area| areas.contains(area.as_str())), "{reason:?}");
    }
    assert!(judged.reasons.windows(2).all(|pair| pair[0].weight >= pair[1].weight));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_and_the_console_show_the_same_trips() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let ask = QueueAsk { limit: Some(5), sort: "risk".to_owned(), ..QueueAsk::default() };
    let rows = cases::queue_page(&desk.live, &ask, reader).unwrap().items;
    let container = &rows[0].containers[0];
    let live = cases::container(&desk.live, container, reader).await.unwrap();
    let settings = Settings::default();
    let read = show(desk.live.store(), container, None, &settings, &desk.words).await.unwrap();
    // Which lane a case is in is the day's list's, which the command line does not ask for.
    let plain = |mut found: ContainerTrips| {
        found.trips.iter_mut().flat_map(|trip| &mut trip.cases).for_each(|case| case.lane = None);
        serde_json::to_string(&found).unwrap()
    };
    assert_eq!(plain(read), plain(live));

    let mistyped: String = container
        .chars()
        .enumerate()
        .map(|(place, c)| if place == 6 { if c == '1' { '2' } else { '1' } } else { c })
        .collect();
    for unknown in [
        cases::container(&desk.live, &mistyped, reader).await,
        show(desk.live.store(), &mistyped, None, &settings, &desk.words).await,
    ] {
        let Err(Error::NoSuchContainer { nearest, .. }) = unknown else { panic!("{mistyped} is known") };
        assert!(nearest.contains(container), "{nearest:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_figure_of_a_port_area_is_the_count_of_the_rows_behind_it() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let mut said = 0;
    for code in ["GBFXT", "SGSIN", "CNSHG", "NLRTM", "LKCMB"] {
        let area = cases::area(&desk.live, code, reader).await.unwrap();
        assert!(area.visits > 0 && !area.truncated, "{code}");
        let count = async |rows: VisitRows| visits(&desk, code, rows).await.total.unwrap();
        assert_eq!(count(VisitRows::default()).await, area.visits);
        assert_eq!(count(VisitRows { there: true, ..VisitRows::default() }).await, area.there);
        for role in &area.roles {
            let of_role = VisitRows { role: Some(role.role.clone()), ..VisitRows::default() };
            assert_eq!(count(of_role.clone()).await, role.count);
            assert_eq!(count(VisitRows { week: Some(0), ..of_role }).await, role.this_week);
        }
        for flow in &area.origins {
            let from = VisitRows { from: Some(flow.area.clone()), ..VisitRows::default() };
            assert_eq!(count(from).await, flow.count);
        }
        for stay in &area.stays {
            let of_role = VisitRows { stay: Some(stay.role.clone()), ..VisitRows::default() };
            assert_eq!(count(of_role).await, stay.count);
            assert_eq!(stay.bins.iter().map(|bin| bin.count).sum::<u64>(), stay.count);
        }
        for week in &area.weeks {
            let rows = VisitRows { week: Some(week.week), ..VisitRows::default() };
            assert_eq!(count(rows.clone()).await, week.visits);
            assert_eq!(week.load + week.transhipment + week.discharge, week.visits);
            assert_eq!(count(VisitRows { flagged: true, ..rows.clone() }).await, week.flagged);
            assert_eq!(count(VisitRows { doubted: true, ..rows }).await, week.doubted);
        }
        for one in &area.unusual {
            assert!(one.deviations.abs() >= 3.0 || one.expected == 0.0, "{one:?}");
            assert!(!one.text.starts_with("unusual-"), "{one:?}");
            if matches!(one.kind.as_str(), "calls" | "role" | "origin") {
                assert_eq!(count(one.rows.clone()).await as f64, one.value, "{one:?}");
            }
            said += 1;
        }
    }
    println!("{said} things were unusual");
    let unknown = cases::area(&desk.live, "GBFXX", reader).await;
    assert!(matches!(&unknown, Err(Error::NoSuchArea { nearest, .. }) if !nearest.is_empty()), "{unknown:?}");
}

async fn visits(desk: &Desk, code: &str, rows: VisitRows) -> Page<AreaVisit> {
    let ask = VisitsAsk { rows, limit: 20, after: None };
    cases::area_visits(&desk.live, code, &ask, desk.reader("anna")).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_calls_follow_one_another_without_gap_and_lead_to_their_trips() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let ask = VisitsAsk { rows: VisitRows::default(), limit: 97, after };
        let page = cases::area_visits(&desk.live, "GBFXT", &ask, reader).await.unwrap();
        seen.extend(page.items);
        after = page.next;
        if after.is_none() {
            assert_eq!(page.total, Some(seen.len() as u64));
            break;
        }
    }
    let unique: BTreeSet<(String, u32, String)> =
        seen.iter().map(|visit| (visit.container.clone(), visit.sequence, visit.role.clone())).collect();
    assert!(seen.len() > 100 && unique.len() * 10 > seen.len() * 9);
    for visit in seen.iter().step_by(50) {
        let found = cases::container(&desk.live, &visit.container, reader).await.unwrap();
        let trip = found.trips.iter().find(|judged| judged.trip.sequence == visit.sequence).unwrap();
        assert!(trip.trip.calls.iter().any(|call| call.area == "GBFXT" && call.arrived == visit.arrived));
    }
    let ask = VisitsAsk { rows: VisitRows::default(), limit: 20, after: Some("nonsense".to_owned()) };
    let wrong = cases::area_visits(&desk.live, "GBFXT", &ask, reader).await;
    assert!(matches!(wrong, Err(Error::Page { .. })));
}
