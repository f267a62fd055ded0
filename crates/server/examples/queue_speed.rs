//! How long the queue in memory takes, and what a row costs:
//! `cargo run --release -p tidewaiter-server --example queue_speed -- 100000`

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Instant;
use tidewaiter_model::assessment::{Assessment, CallSummary, Consignment, GoodsLine, TripSummary};
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::identifier::{container_check_digit, stable_hash, stable_id};
use tidewaiter_model::money::Money;
use tidewaiter_model::reason::{Indicator, Param, Reason};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_server::filter::{Moment, parse};
use tidewaiter_server::live::order::{Order, Sort};
use tidewaiter_server::live::row::{Row, RowMaker};
use tidewaiter_server::live::{Base, Cases, Outcomes, Snapshot};
use tidewaiter_server::settings::Settings;
use tidewaiter_server::words::{Language, Words};

const ROWS_DEFAULT: usize = 100_000;
const REPEATS: u32 = 20;
const PORTS: [&str; 8] = ["CNSHG", "CNNGB", "SGSIN", "LKCMB", "MYPKG", "NLRTM", "GBFXT", "BDCGP"];

fn pick<T: Copy>(from: &[T], number: usize, salt: &str) -> T {
    from[stable_hash(&[salt, &number.to_string()]) as usize % from.len()]
}

fn container(number: usize) -> String {
    let owner = pick(&["MSKU", "TWSU", "CSQU", "HLXU", "TGHU"], number, "owner");
    let head = format!("{owner}{:06}", stable_hash(&["box", &number.to_string()]) % 1_000_000);
    let digit = container_check_digit(head.as_bytes()).unwrap_or(0);
    format!("{head}{digit}")
}

fn assessment(number: usize, now: UtcTime) -> Assessment {
    let text = number.to_string();
    let random = |salt: &str, most: u64| stable_hash(&[salt, &text]) % most;
    let party = |salt: &str| Party {
        name: Some(format!("{salt} Trading Company {}", random(salt, 8_000))),
        identifier: Some(format!("GB{:012}", random(salt, 8_000))),
        country: Some("GB".to_owned()),
        ..Party::default()
    };
    let ports = [pick(&PORTS, number, "from"), pick(&PORTS, number, "via"), pick(&PORTS, number, "to")];
    let arrival = now.plus_hours(random("arrival", 1_200) as f64 - 120.0);
    let value = Money { amount: (random("value", 500_000) as i64).into(), currency: "GBP".to_owned() };
    let reasons = (0..random("reasons", 4)).map(|place| {
        Reason::new(pick(Indicator::ALL, number, &place.to_string()), "support", 0.5)
            .with("value", Param::Share(0.003))
            .with("threshold", Param::Share(0.01))
            .with("population", Param::Count(412))
            .with("area", Param::Place(ports[1].to_owned()))
            .with("itinerary", Param::Places(ports.map(str::to_owned).to_vec()))
    });
    let calls = ports.map(|area| CallSummary {
        area: area.to_owned(),
        role: "transhipment".to_owned(),
        arrived: Some(arrival.plus_days(-20)),
        departed: Some(arrival.plus_days(-18)),
    });
    Assessment {
        score: random("score", 1_000_000) as f64 / 1e6,
        as_of: now,
        reasons: reasons.collect(),
        not_evaluated: Vec::new(),
        consignment: Consignment {
            id: stable_id('C', &[&text]),
            transport_document: Some(format!("TWBL{:010}", random("document", 10_000_000_000))),
            entry_reference: Some(format!("26GB{:014}", random("mrn", 10_000_000_000))),
            declaration_ids: vec![format!("26GBD{:013}", random("import", 10_000_000_000))],
            containers: vec![container(number)],
            office: format!("GB{:06}", random("office", 12)),
            expected_arrival: Some(arrival),
            first_known: now.plus_days(-12),
            consignor: Some(party("Eastern")),
            consignee: Some(party("Western")),
            place_of_loading: Some(ports[0].to_owned()),
            place_of_unloading: Some(ports[2].to_owned()),
            goods: vec![GoodsLine {
                hs_code: Some(format!("{:06}", 10_000 + random("hs", 900_000))),
                description: Some(format!(
                    "cotton shirts and other goods of kind {}",
                    random("goods", 4_000)
                )),
                gross_mass_kg: Some(12_000.0),
                country_origin: Some(pick(&["CN", "BD", "VN", "IN"], number, "origin").to_owned()),
                ..GoodsLine::default()
            }],
            total_value: Some(value.clone()),
            tax: Some(value),
            trips: vec![TripSummary {
                container: container(number),
                itinerary: ports.map(str::to_owned).to_vec(),
                calls: calls.to_vec(),
                vessels: vec![format!("9{:06}", random("vessel", 900))],
                seals: vec![format!("S{:07}", random("seal", 9_999_999))],
                ..TripSummary::default()
            }],
            ..Consignment::default()
        },
    }
}

/// Resident memory of this process in bytes, where the system tells.
fn resident_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|text| text.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0) * 1_024
}

fn timed(what: &str, mut work: impl FnMut() -> usize) -> String {
    let begun = Instant::now();
    let mut found = 0;
    for _ in 0..REPEATS {
        found = work();
    }
    let millis = begun.elapsed().as_secs_f64() * 1_000.0 / f64::from(REPEATS);
    format!("{what:<44} {millis:>8.2} ms  {found} found\n")
}

fn main() -> std::io::Result<()> {
    use std::io::Write;
    let count = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(ROWS_DEFAULT);
    let now = UtcTime::from_seconds(1_780_000_000);
    let settings = Settings::default();
    let mut maker = RowMaker::new(settings.places(), &settings.queue);
    let mut out = String::new();
    let _ = settings.places().area_position("CNSHG");
    let before = resident_bytes();
    // A run holds its assessments in order of id.
    let mut assessments: Vec<Assessment> = (0..count).map(|number| assessment(number, now)).collect();
    assessments.sort_by(|a, b| a.consignment.id.cmp(&b.consignment.id));
    let before = resident_bytes().max(before);
    let begun = Instant::now();
    let rows: Vec<Arc<Row>> =
        assessments.iter().map(|assessment| Arc::new(maker.row(assessment, None, true))).collect();
    drop(maker);
    let base = Base::new(1, now, now.day_number(), rows);
    out += &format!("{count} rows made in {:.2} s\n", begun.elapsed().as_secs_f64());
    let per_row = |bytes: u64| bytes.saturating_sub(before) / count.max(1) as u64;
    out += &format!("{} bytes a row resident\n", per_row(resident_bytes()));
    let begun = Instant::now();
    base.warm();
    out += &format!("sorted and indexed in {:.2} s\n", begun.elapsed().as_secs_f64());
    out += &format!("{} bytes a row resident with orders and index\n", per_row(resident_bytes()));
    let snapshot = Snapshot {
        base: Arc::new(base),
        cases: Arc::new(Cases::new()),
        outcomes: Arc::new(Outcomes::new()),
        names: Arc::new(HashMap::new()),
    };
    let places = Places::builtin();
    let moment = Moment { now, clock: now, day: now.day_number(), login: "anna", places };
    for sort in Sort::ALL {
        snapshot.base.order(sort);
    }
    for (filter, sort) in [
        ("", Sort::Urgency),
        ("origin:CN reason:RT-TS value>50000", Sort::Risk),
        ("cotton", Sort::Value),
        ("consignee:\"trading company 77\" -lane:green", Sort::Arrival),
        ("from:CN to:GB arrives<+3d", Sort::Consignee),
        ("container:MSKU12", Sort::Urgency),
    ] {
        let parsed = parse(filter).unwrap_or_default();
        let order = Order { sort, reversed: false };
        out += &timed(&format!("filter, count, page: {filter}"), || {
            snapshot.page(&parsed, order, None, 50, &moment).total as usize
        });
    }
    if let Ok(words) = Words::load(Language::English) {
        let known = container(count / 2);
        let mistyped = format!("{}{}{}", &known[..5], known[6..7].to_owned() + &known[5..6], &known[7..]);
        for query in [known.as_str(), &known[..7], &mistyped, "western tradng", "TWBL00", "9000123"] {
            out += &timed(&format!("search: {query}"), || {
                tidewaiter_server::search::answer(&snapshot, query, 20, &BTreeMap::new(), &words).hits.len()
            });
        }
    }
    std::io::stdout().write_all(out.as_bytes())
}
