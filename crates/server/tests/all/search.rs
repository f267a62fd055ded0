use crate::desk::Desk;
use tidewaiter_server::cases::{self, QueueAsk};
use tidewaiter_server::views::SearchKind;

#[tokio::test(flavor = "multi_thread")]
async fn half_typed_and_mistyped_numbers_find_their_nearest() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let ask = QueueAsk { limit: Some(40), ..QueueAsk::default() };
    let rows = cases::queue_page(&desk.live, &ask, reader).unwrap().items;
    for row in &rows {
        let container = row.containers.first().unwrap();
        let swapped = |at: usize| {
            let mut bytes = container.clone().into_bytes();
            bytes.swap(at, at + 1);
            String::from_utf8(bytes).unwrap()
        };
        let dropped = format!("{}{}", &container[..6], &container[7..]);
        let other_digit = if container.as_bytes()[7] == b'9' { '0' } else { '9' };
        let changed = format!("{}{other_digit}{}", &container[..7], &container[8..]);
        let blanks =
            format!(" {} {}-{} ", &container[..4].to_lowercase(), &container[4..10], &container[10..]);
        for typed in
            [container.clone(), container[..9].to_owned(), swapped(1), swapped(6), dropped, changed, blanks]
        {
            let answer = cases::search(&desk.live, &typed, 20, reader).unwrap();
            let hit = answer.hits.iter().find(|hit| hit.value == *container);
            let hit = hit.unwrap_or_else(|| panic!("{typed} for {container}: {:?}", answer.hits));
            assert_eq!(hit.kind, SearchKind::Container);
            assert!(hit.distance <= 2 && hit.count >= 1);
            let found = cases::count(&desk.live, &hit.filter, reader).unwrap();
            assert!(found >= hit.count, "{}: {found} of {}", hit.filter, hit.count);
        }
        let exact = cases::search(&desk.live, container, 20, reader).unwrap();
        assert_eq!((exact.hits[0].value.as_str(), exact.hits[0].distance), (container.as_str(), 0));
        assert!(exact.check.is_some());
        for (typed, kind) in [
            (row.transport_document.clone(), SearchKind::TransportDocument),
            (Some(row.id.clone()), SearchKind::Consignment),
            (row.goods.hs_code.clone(), SearchKind::HsCode),
            (row.consignee.as_ref().and_then(|party| party.name.clone()), SearchKind::Party),
        ] {
            let Some(typed) = typed else { continue };
            let answer = cases::search(&desk.live, &typed, 20, reader).unwrap();
            assert!(answer.hits.iter().any(|hit| hit.kind == kind), "{typed}: {:?}", answer.hits);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_text_gets_an_answer() {
    let desk = Desk::new().await;
    for text in ["", " ", "é", "\u{202e}", "%%%", "IMO", "a b c d e f g h i j k", &"9".repeat(10_000)] {
        let answer = cases::search(&desk.live, text, 20, desk.reader("anna")).unwrap();
        assert!(answer.hits.len() <= 20);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn older_cases_are_found_by_whole_numbers() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let context = desk.live.current_context().await.unwrap();
    let snapshot = desk.live.snapshot().unwrap();
    let mut older = 0;
    for kept in desk.live.store().entry_summaries(context.as_of).await.unwrap().into_iter().step_by(7) {
        let Some(number) = kept.entry_summary.movement_reference_number else { continue };
        let number = number.value;
        let answer = cases::search(&desk.live, &number.to_lowercase(), 20, reader).unwrap();
        assert!(answer.older_searched);
        let shown = answer.hits.iter().any(|hit| hit.value == number);
        assert!(shown || answer.older_count > 0, "{number} is found somewhere");
        assert!(
            answer.older.iter().all(|case| snapshot.base.find(&case.id).is_none()),
            "nothing stands twice"
        );
        older += answer.older_count;
        let half = cases::search(&desk.live, &number[..number.len() - 1], 20, reader).unwrap();
        assert_eq!(half.older_count, 0, "half a number finds no older case");
    }
    assert!(older > 3, "{older}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vessel_is_found_by_the_name_that_the_settings_give() {
    let desk = Desk::new().await;
    let snapshot = desk.live.snapshot().unwrap();
    let imo = snapshot.base.rows().iter().find_map(|row| row.vessels.first()).unwrap().to_string();
    let mut settings = tidewaiter_server::settings::Settings::default();
    settings.vessels.insert(imo.clone(), "Grand Example Voyager".to_owned());
    desk.live.set_settings(settings);
    for typed in ["grand example voyager", "voyager", "exam gra"] {
        let answer = cases::search(&desk.live, typed, 20, desk.reader("anna")).unwrap();
        let hit = answer.hits.iter().find(|hit| hit.kind == SearchKind::Vessel);
        let hit = hit.unwrap_or_else(|| panic!("{typed}: {:?}", answer.hits));
        assert_eq!(
            (hit.value.as_str(), hit.label.as_str()),
            (&*imo, &*format!("Grand Example Voyager · IMO {imo}"))
        );
    }
    let none = cases::search(&desk.live, "voyager small", 20, desk.reader("anna")).unwrap();
    assert!(none.hits.iter().all(|hit| hit.kind != SearchKind::Vessel));
}
