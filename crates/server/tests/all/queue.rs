use crate::desk::{Desk, live, until};
use std::collections::{BTreeSet, HashSet};
use tidewaiter_model::assessment::Outcome;
use tidewaiter_model::time::UtcTime;
use tidewaiter_server::Error;
use tidewaiter_server::cases::{self, QueueAsk};
use tidewaiter_server::live::order::Sort;
use tidewaiter_server::live::{Live, Notice};
use tidewaiter_server::views::{CaseState, QueueRow};

fn ask(filter: &str, sort: &str, limit: usize) -> QueueAsk {
    QueueAsk { filter: filter.to_owned(), sort: sort.to_owned(), limit: Some(limit), after: None }
}

/// Every row of a filter, page by page; `between` runs after each page.
async fn all_pages(desk: &Desk, mut ask: QueueAsk, between: impl AsyncFn(&QueueRow)) -> Vec<QueueRow> {
    let mut rows = Vec::new();
    loop {
        let page = cases::queue_page(&desk.live, &ask, desk.reader("anna")).unwrap();
        if let Some(last) = page.items.last() {
            between(last).await;
        }
        rows.extend(page.items);
        ask.after = page.next;
        if ask.after.is_none() {
            return rows;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_have_no_gaps_and_no_doubles_while_cases_change_hands() {
    let desk = Desk::new().await;
    let total = cases::queue_page(&desk.live, &ask("", "", 1), desk.reader("anna")).unwrap().total;
    assert!(total > 20, "{total}");
    for sort in Sort::ALL {
        for sign in ["", "-"] {
            let name = format!("{sign}{}", sort.as_str());
            let between = async |row: &QueueRow| {
                // A colleague takes what stands at the end of the page.
                let until = desk.live.clock().plus_hours(1.0);
                desk.live.store().lock_take(&desk.act("ben"), &row.id, until).await.unwrap();
                desk.live.cases_changed(&[&row.id]).await.unwrap();
            };
            let rows = all_pages(&desk, ask("", &name, 7), between).await;
            let ids: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
            assert_eq!((ids.len(), rows.len()), (total as usize, total as usize), "{name}");
        }
    }
    let by_risk = all_pages(&desk, ask("", "risk", 200), async |_| ()).await;
    assert!(by_risk.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert!(by_risk.iter().any(|row| row.state == CaseState::Taken && row.lock.is_some()));
    let token = cases::queue_page(&desk.live, &ask("", "risk", 1), desk.reader("anna")).unwrap().next;
    let wrong = QueueAsk { after: token, ..ask("", "value", 1) };
    assert!(matches!(cases::queue_page(&desk.live, &wrong, desk.reader("anna")), Err(Error::Page { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_go_on_after_the_same_key_when_a_new_run_comes() {
    let desk = Desk::new().await;
    let first = cases::queue_page(&desk.live, &ask("", "risk", 10), desk.reader("anna")).unwrap();
    desk.live.assess(None).await.unwrap();
    let rest = QueueAsk { after: first.next.clone(), ..ask("", "risk", 200) };
    let second = cases::queue_page(&desk.live, &rest, desk.reader("anna")).unwrap();
    assert!(second.run > first.run);
    let before: HashSet<&str> = first.items.iter().map(|row| row.id.as_str()).collect();
    assert!(second.items.iter().all(|row| !before.contains(row.id.as_str())));
    let all = all_pages(&desk, ask("", "risk", 200), async |_| ()).await;
    let after: Vec<&str> = all.iter().skip(10).take(second.items.len()).map(|row| row.id.as_str()).collect();
    assert_eq!(second.items.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), after);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_split_the_queue() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let count = |filter: &str| cases::count(&desk.live, filter, reader).unwrap();
    let all = count("");
    for (one, other) in [
        ("list:today", "-list:today"),
        ("reason:RT", "-reason:RT"),
        ("value>50000", "-value>50000"),
        ("lane:red,yellow,blue,green", "lane:none"),
        ("overdue:yes", "overdue:no"),
        ("origin:CN", "-origin:CN"),
        ("arrives<today", "-arrives<today"),
    ] {
        assert_eq!(count(one) + count(other), all, "{one}");
    }
    assert!(count("list:today") > 0 && count("reason:RT") > 0 && count("value>50000") > 0);
    let rows = all_pages(&desk, ask("list:today", "", 200), async |_| ()).await;
    for row in &rows {
        let container = row.containers.first().unwrap();
        for filter in [format!("container:{container}"), container.to_lowercase(), format!("id:{}", row.id)] {
            let found = all_pages(&desk, ask(&filter, "", 200), async |_| ()).await;
            assert!(found.iter().any(|other| other.id == row.id), "{filter}");
        }
        if let (Some(first), Some(last)) = (row.route.first(), row.route.last()) {
            let filter = format!("from:{} to:{} id:{}", first.area, last.area, row.id);
            assert_eq!(count(&filter), 1, "{filter}");
        }
    }
    assert!(matches!(cases::count(&desk.live, "orgin:CN", reader), Err(Error::Filter(_))));
    let page = cases::queue_page(&desk.live, &ask("", "", 200), reader).unwrap();
    let counts = page.counts;
    assert_eq!(counts.free + counts.taken + counts.decided, page.total);
    assert_eq!(counts.listed, count("list:today"));
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_at_once_never_take_one_case_twice() {
    let desk = Desk::new().await;
    let logins: Vec<String> = (0..20).map(|number| format!("officer{}", number % 7)).collect();
    let taken = futures_of(&desk, &logins).await;
    let ids: HashSet<&str> = taken.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), logins.len(), "a case was given twice");
    for (row, login) in taken.iter().zip(&logins) {
        assert_eq!(row.lock.as_ref().map(|lock| lock.holder.login.as_str()), Some(login.as_str()));
    }
    // The listed ones of the day were given first, by deadline.
    let listed = all_pages(&desk, ask("list:today", "urgency", 200), async |_| ()).await;
    let urgent: HashSet<&str> = listed.iter().take(20).map(|row| row.id.as_str()).collect();
    assert_eq!(ids, urgent);
    let deadlines: Vec<_> = listed.iter().map(|row| row.deadline).collect();
    assert!(deadlines.is_sorted_by_key(|deadline| deadline.map_or(i64::MAX, UtcTime::micros)));
}

async fn futures_of(desk: &Desk, logins: &[String]) -> Vec<QueueRow> {
    let mut tasks = Vec::new();
    // Half of them through another process on the same database.
    let other = live(desk.folder.path(), desk.ends).await;
    for (number, login) in logins.iter().cloned().enumerate() {
        let live = if number % 2 == 0 { desk.live.clone() } else { other.clone() };
        tasks.push(tokio::spawn(async move {
            let words = tidewaiter_server::words::Words::load(tidewaiter_server::words::Language::English);
            let words = words.unwrap();
            let reader = cases::Reader { login: &login, words: &words };
            let act = tidewaiter_server::live::Act {
                actor: &login,
                origin: "test",
                request: "",
                time: live.clock(),
            };
            cases::take_next(&live, None, None, &act, reader).await.unwrap()
        }));
    }
    let mut rows = Vec::new();
    for task in tasks {
        rows.push(task.await.unwrap());
    }
    rows
}

#[tokio::test(flavor = "multi_thread")]
async fn take_next_leaves_out_what_is_asked_and_says_when_nothing_is_free() {
    let desk = Desk::new().await;
    let reader = desk.reader("anna");
    let first = cases::take_next(&desk.live, None, None, &desk.act("anna"), reader).await.unwrap();
    let listed = all_pages(&desk, ask("list:today state:free", "", 200), async |_| ()).await;
    let next = listed.first().unwrap().id.clone();
    let second = cases::take_next(&desk.live, None, Some(&next), &desk.act("anna"), reader).await.unwrap();
    assert!(second.id != first.id && second.id != next);
    let mine = all_pages(&desk, ask("who:me state:taken", "", 200), async |_| ()).await;
    assert_eq!(mine.len(), 2);
    assert!(mine.iter().all(|row| row.lock.as_ref().is_some_and(|lock| lock.mine)));
    let none = cases::take_next(&desk.live, Some("id:NONE"), None, &desk.act("anna"), reader).await;
    assert!(matches!(none, Err(Error::NoFreeCase)));
}

#[tokio::test(flavor = "multi_thread")]
async fn outcomes_and_other_processes_are_seen() {
    let desk = Desk::new().await;
    let other = live(desk.folder.path(), desk.ends).await;
    let mut notices = other.subscribe();
    let row = cases::take_next(&desk.live, None, None, &desk.act("anna"), desk.reader("anna")).await.unwrap();
    let state_in_other = || {
        let snapshot = other.snapshot().unwrap();
        let at = snapshot.base.find(&row.id).unwrap();
        snapshot.case(at).state(other.clock())
    };
    until(|| state_in_other() == CaseState::Taken).await;
    // Told as a change of the case, or with the whole queue that was read again meanwhile.
    let told = notices.recv().await.unwrap();
    assert!(matches!(told, Notice::Cases { .. } | Notice::Run { .. }), "{told:?}");
    let seen = cases::case_row(&other, &row.id, desk.reader("ben")).await.unwrap();
    assert_eq!((seen.state, seen.version.clone()), (CaseState::Taken, row.version.clone()));
    assert!(seen.lock.is_some_and(|lock| !lock.mine));

    let found = Some("undervaluation".to_owned());
    let (consignment_id, recorded) = (row.id.clone(), desk.live.now());
    let outcome = Outcome { consignment_id, found, value: Some(1200.into()), note: None, recorded };
    desk.live.store().save_outcome(&desk.act("anna"), &outcome, &Default::default()).await.unwrap();
    desk.live.cases_changed(&[&row.id]).await.unwrap();
    let decided = cases::case_row(&desk.live, &row.id, desk.reader("anna")).await.unwrap();
    assert_eq!(decided.state, CaseState::Decided);
    assert!(decided.lock.is_none() && decided.version != row.version);
    assert!(decided.outcome.is_some_and(|outcome| outcome.undo_until.is_some()));
    // A new run does not hold it; the list of today still shows it.
    let run_of = |live: &Live| live.snapshot().unwrap().base.run;
    let before = run_of(&desk.live);
    desk.live.messages_arrived();
    until(|| run_of(&desk.live) > before).await;
    until(|| run_of(&other) == run_of(&desk.live)).await;
    for live in [&desk.live, &other] {
        let filter = ask(&format!("state:decided found:any {}", row.id), "", 10);
        let page = cases::queue_page(live, &filter, desk.reader("ben")).unwrap();
        assert_eq!(page.items.len(), 1);
        assert_eq!(page.items[0].rank, 0);
    }
    check_overview(&desk).await;
}

fn filter_of(link: &str) -> String {
    let text = link.strip_prefix("/queue?filter=").unwrap();
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// Every figure is what its link shows.
async fn check_overview(desk: &Desk) {
    let reader = desk.reader("sara");
    let overview = cases::overview(&desk.live, reader).await.unwrap();
    let shown = |link: &str| cases::count(&desk.live, &filter_of(link), reader).unwrap();
    for figure in overview.work {
        assert_eq!(figure.value as u64, shown(figure.link.as_deref().unwrap()), "{}", figure.key);
        assert!(!figure.label.contains("figure-"));
    }
    for arm in &overview.arms {
        assert_eq!(arm.inspected, shown(&arm.link));
    }
    assert_eq!(overview.arms.iter().map(|arm| arm.found).sum::<u64>(), 1);
    for band in &overview.age_of_waiting {
        assert_eq!(band.count, shown(&band.link));
    }
    let waiting = cases::count(&desk.live, "state:free", reader).unwrap();
    assert_eq!(overview.age_of_waiting.iter().map(|band| band.count).sum::<u64>(), waiting);
    assert!(overview.indicators.iter().all(|indicator| indicator.fired == shown(&indicator.link)));
    assert!(overview.indicators.iter().any(|indicator| indicator.found == 1));
    assert!(!overview.senders.is_empty());
    let anna = overview.people.iter().find(|person| person.person.login == "anna").unwrap();
    assert_eq!((anna.decided, anna.found, anna.holding), (1, 1, 0));
    let map = cases::map(&desk.live, "", reader).unwrap();
    assert_eq!(map.total, cases::count(&desk.live, "", reader).unwrap());
    assert!(
        map.consignments.iter().flat_map(|one| &one.calls).all(|call| (call.0 as usize) < map.areas.len())
    );
    assert!(map.from < map.to);
}

/// Assessments kept before calls, seals and the arriving vessel were.
#[test]
fn assessments_of_earlier_versions_are_read_and_shown() {
    let kept = r#"{"consignment":{"id":"C0123456789AB","transport_document":"BL1","entry_reference":null,
        "declaration_ids":[],"containers":["MSKU1234565"],"office":"GB000033","expected_arrival":null,
        "first_known":"2026-05-01T00:00:00Z","consignor":null,"consignee":null,"place_of_loading":"CNSHG",
        "place_of_unloading":"GBFXT","goods":[],"total_value":null,"tax":null,"trips":[{"container":"MSKU1234565",
        "itinerary":["CNSHG","SGSIN"],"loaded":null,"discharged":null,"vessels":["9321483"],"events":2}],
        "joins":[],"sources":[]},"as_of":"2026-05-02T00:00:00Z","score":0.5,"reasons":[],"not_evaluated":[]}"#;
    let assessment: tidewaiter_model::assessment::Assessment = serde_json::from_str(kept).unwrap();
    let settings = tidewaiter_server::settings::Settings::default();
    let mut maker = tidewaiter_server::live::row::RowMaker::new(settings.places(), &settings.queue);
    let row = maker.row(&assessment, None, true);
    let areas: Vec<&str> = row.route.iter().map(|stop| &*stop.area).collect();
    assert_eq!(areas, ["CNSHG", "SGSIN", "GBFXT"]);
}

/// Texts are looked for in all rows at once; one row at a time must come to the same.
#[tokio::test(flavor = "multi_thread")]
async fn texts_found_in_all_rows_at_once_are_those_of_each_row() {
    use tidewaiter_server::filter::{Moment, parse};
    use tidewaiter_server::live::order::{Order, Sort};
    let desk = Desk::new().await;
    let snapshot = desk.live.snapshot().unwrap();
    let settings = desk.live.settings();
    let now = desk.live.now();
    let places = settings.places();
    let moment = Moment { now, clock: desk.live.clock(), day: snapshot.base.day, login: "anna", places };
    let order = Order { sort: Sort::Risk, reversed: false };
    let named = |row: &tidewaiter_server::live::row::Row| {
        row.consignee.as_ref().and_then(|party| party.name.clone()).filter(|_| !row.hs_codes.is_empty())
    };
    let (some, name) = snapshot.base.rows().iter().find_map(|row| Some((row, named(row)?))).unwrap();
    let word = name.split(' ').next().unwrap().to_owned();
    let mut found_some = 0;
    for text in [
        format!("consignee:\"{name}\""),
        format!("consignor:\"{name}\""),
        format!("party:{word}"),
        format!("-party:{word} {}", some.hs_codes[0]),
        word.clone(),
        format!("-{word}"),
        "goods:a".to_owned(),
        "-goods:cotton,shoes a".to_owned(),
        "e -goods:e".to_owned(),
        "nosuchword".to_owned(),
        some.containers[0].to_string(),
        format!("{} goods:a origin:CN", &some.containers[0][..4]),
    ] {
        let filter = parse(&text).unwrap();
        let mut at_once = snapshot.matching(&filter, order, &moment);
        at_once.sort_unstable();
        let rows = (0u32..).zip(snapshot.base.rows().iter());
        let shown = rows
            .filter(|(_, row)| row.open || row.listed.is_some_and(|listed| listed.day == snapshot.base.day));
        let one_by_one: Vec<u32> = shown
            .filter(|(at, row)| filter.matches(row, snapshot.case(*at), &moment))
            .map(|(at, _)| at)
            .collect();
        found_some += usize::from(!at_once.is_empty());
        assert_eq!(at_once, one_by_one, "{text}");
    }
    assert!(found_some > 7, "{found_some}");
}
