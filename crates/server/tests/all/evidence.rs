use crate::desk::Desk;
use std::collections::BTreeSet;
use tidewaiter_server::Error;
use tidewaiter_server::cases::{self, QueueAsk};
use tidewaiter_server::views::{Comparison, Evidence};

#[tokio::test(flavor = "multi_thread")]
async fn every_reason_leads_to_bytes_documents_and_what_it_was_compared_with() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let ask = QueueAsk { limit: Some(200), sort: "risk".to_owned(), ..QueueAsk::default() };
    let rows = cases::queue_page(&desk.live, &ask, reader).unwrap().items;
    let (mut pieces, mut compared, mut disagree) = (0, BTreeSet::new(), 0);
    for row in &rows {
        let page = cases::evidence(&desk.live, &row.id, None, reader).await.unwrap();
        assert_eq!((&page.row.id, page.row.rank), (&row.id, row.rank));
        // Of equal scores the queue ranks one before the other.
        assert!(page.rank_by_score <= row.rank && page.open >= row.rank);
        pieces += check_pieces(&desk, &page).await;
        for reason in &page.reasons {
            assert!(!reason.meaning.contains("indicator-") && !reason.reason.title.contains("indicator-"));
            let code = reason.reason.code.as_str();
            match &reason.comparison {
                Some(comparison) => {
                    check_comparison(code, comparison);
                    compared.insert(code.to_owned());
                }
                None => assert!(!["VL-KG", "TM-DWELL", "RT-TS", "RT-RARE"].contains(&code), "{code}"),
            }
        }
        check_documents(&page);
        disagree += page.documents.rows.iter().filter(|row| row.disagree).count();
        check_trips(&page);
        assert!(page.reference.starts_with(&format!("{}-{}-", row.id, page.run)));
        let again = cases::evidence(&desk.live, &row.id, None, reader).await.unwrap();
        assert_eq!(again, page, "the same page twice differs");
        for past in page.earlier.consignee.iter().chain(&page.earlier.route) {
            assert_ne!(past.id, row.id);
        }
    }
    assert!(pieces > 50 && disagree > 0, "{pieces} {disagree}");
    for code in ["VL-KG", "RT-TS", "TM-DWELL"] {
        assert!(compared.contains(code), "nothing was compared for {code}: {compared:?}");
    }
    let unknown = cases::evidence(&desk.live, "CNOSUCH", None, reader).await;
    assert!(matches!(unknown, Err(Error::NoSuchConsignment { .. })));
}

async fn check_pieces(desk: &Desk, page: &Evidence) -> usize {
    let mut pieces = 0;
    for reason in &page.reasons {
        assert!(!reason.evidence.is_empty(), "{} without evidence", reason.reason.code);
        for piece in &reason.evidence {
            let bytes = desk.live.store().message_bytes(piece.message.into()).await.unwrap();
            let whole = String::from_utf8_lossy(&bytes).into_owned();
            let excerpt = &piece.excerpt;
            let shown = format!("{}{}{}", excerpt.before, excerpt.marked, excerpt.after);
            assert!(shown.len() <= 4_096 && whole.contains(&shown), "{shown}");
            assert!(!excerpt.marked.is_empty() && !piece.role_text.starts_with("role-"));
            assert_eq!(excerpt.cut_before, !whole.starts_with(&shown));
            pieces += 1;
        }
    }
    pieces
}

fn check_comparison(code: &str, comparison: &Comparison) {
    match comparison {
        Comparison::Distribution(distribution) => {
            let counted: u64 = distribution.bins.iter().map(|bin| bin.count).sum();
            assert_eq!(counted, distribution.population, "{code}");
            assert!(distribution.bins.windows(2).all(|pair| pair[0].to <= pair[1].from + 1e-9));
            assert!(!distribution.what.contains("compare-"));
            if code == "VL-KG" {
                let (median, threshold) = (distribution.median.unwrap(), distribution.threshold.unwrap());
                let value = distribution.value;
                let beyond = if value < median {
                    value <= threshold * 1.000_001 && threshold < median
                } else {
                    value >= threshold * 0.999_999 && threshold > median
                };
                assert!(beyond, "{distribution:?}");
            }
        }
        Comparison::Routes(routes) => {
            assert!(routes.this.len() >= 2);
            assert!(routes.usual.iter().map(|usual| usual.count).sum::<u64>() <= routes.population);
            assert!(routes.usual.iter().filter(|usual| usual.same).count() <= 1);
        }
    }
}

fn check_documents(page: &Evidence) {
    let table = &page.documents;
    assert!(!table.columns.is_empty());
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len());
        assert!(!row.label.starts_with("document-"));
        assert!(!row.disagree || row.cells.iter().flatten().count() >= 2, "{row:?}");
    }
    assert!(table.columns.iter().all(|column| column.received.is_none_or(|received| received <= page.as_of)));
}

fn check_trips(page: &Evidence) {
    for trip in &page.trips {
        assert!(trip.events.iter().all(|event| !event.event_text.starts_with("event-")));
        let known = trip.calls.iter().filter_map(|call| call.lat.zip(call.lon));
        let places: BTreeSet<_> = known.map(|(lat, lon)| (lat.to_bits(), lon.to_bits())).collect();
        assert!(places.len() < 2 || trip.track.len() >= 2, "{:?}", trip.track);
    }
    for reason in &page.reasons {
        if let Some(part) = &reason.trip {
            assert!(page.trips.iter().any(|trip| trip.container == part.container));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn trips_of_any_container_are_found() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let rows = cases::queue_page(&desk.live, &QueueAsk::default(), reader).unwrap().items;
    let container = rows.iter().find_map(|row| row.containers.first()).unwrap();
    let trips = cases::trips_of(&desk.live, &container.to_lowercase(), reader).await.unwrap();
    assert!(!trips.is_empty() && trips.iter().all(|trip| trip.container == *container));
    assert!(cases::trips_of(&desk.live, "NOSU0000000", reader).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_time_shows_what_was_known_then() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let rows = cases::queue_page(&desk.live, &QueueAsk::default(), reader).unwrap().items;
    let before = desk.ends.plus_days(-3);
    desk.live.assess(Some(before)).await.unwrap();
    desk.live.assess(None).await.unwrap();
    let mut seen = 0;
    for row in &rows {
        match cases::evidence(&desk.live, &row.id, Some(before), reader).await {
            Ok(page) => {
                assert_eq!(page.as_of, before);
                let received = page.documents.columns.iter().filter_map(|column| column.received);
                assert!(received.max().is_none_or(|received| received <= before));
                let events = page.trips.iter().flat_map(|trip| &trip.events);
                assert!(events.filter(|event| event.believed).all(|event| event.time <= before));
                seen += 1;
            }
            Err(Error::NoSuchConsignment { .. }) => {}
            Err(error) => panic!("{error}"),
        }
    }
    assert!(seen > 0);
}
