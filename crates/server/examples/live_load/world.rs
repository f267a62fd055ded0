//! Messages of many containers, each a function of container and number: journeys of ten events, each event reported
//! by the carrier and by a terminal some hours apart.

use std::fmt::Write;
use tidewaiter_model::identifier::container_check_digit;
use tidewaiter_model::time::UtcTime;

pub(crate) const HEADER: &str =
    "message_id,container,event,event_time,location,full_empty,vessel_imo,carrier,source\n";

const OWNERS: [&str; 12] =
    ["MSKU", "MSCU", "CMAU", "HLXU", "EGHU", "OOLU", "YMLU", "ZCSU", "TCLU", "TRHU", "GESU", "CAIU"];
const CARRIERS: [&str; 8] = ["MAEU", "MSCU", "CMDU", "HLCU", "EGLV", "OOLU", "YMLU", "ZIMU"];
const ORIGINS: [&str; 12] = [
    "CNSHG", "CNNGB", "CNYTN", "CNTAO", "CNXMG", "KRPUS", "VNSGN", "THLCH", "INNSA", "INMUN", "TWKHH",
    "JPTYO",
];
const HUBS: [&str; 6] = ["SGSIN", "MYPKG", "MYTPP", "LKCMB", "AEJEA", "OMSLL"];
const DESTINATIONS: [&str; 8] = ["NLRTM", "DEHAM", "BEANR", "GBFXT", "FRLEH", "ESVLC", "ITGOA", "PLGDN"];
/// Event, days after the journey's start, place (0 origin, 1 hub, 2 destination), laden, vessel (0 none).
const STEPS: [(&str, i64, usize, &str, u64); 10] = [
    ("PICK", 0, 0, "EMPTY", 0),
    ("STUF", 1, 0, "LADEN", 0),
    ("GTIN", 3, 0, "LADEN", 0),
    ("LOAD", 4, 0, "LADEN", 1),
    ("DISC", 14, 1, "LADEN", 1),
    ("LOAD", 17, 1, "LADEN", 2),
    ("DISC", 34, 2, "LADEN", 2),
    ("GTOT", 37, 2, "LADEN", 0),
    ("STRP", 38, 2, "EMPTY", 0),
    ("DROP", 41, 2, "EMPTY", 0),
];
/// 2025-09-01.
const BEGIN_SECONDS: i64 = 1_756_684_800;

/// A number from another: every bit of the answer depends on every bit of the question (SplitMix64).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

fn pick<'a>(list: &[&'a str], number: u64) -> &'a str {
    list.get((number % list.len().max(1) as u64) as usize).copied().unwrap_or_default()
}

/// The number of a container; distinct for twelve million of them.
pub(crate) fn container(number: u64) -> String {
    let ten = format!("{}{:06}", pick(&OWNERS, number / 1_000_000), number % 1_000_000);
    format!("{ten}{}", container_check_digit(ten.as_bytes()).unwrap_or(0))
}

/// Appends the row of a container's report; reports come in pairs, one for each event.
pub(crate) fn row(out: &mut String, number: u64, report: u64) {
    let event = report / 2;
    let (journey, step) = (event / 10, (event % 10) as usize);
    let mix = mixed(number ^ journey << 40);
    let (code, day, place, laden, vessel) = STEPS.get(step).copied().unwrap_or(("OTHR", 0, 0, "LADEN", 0));
    let location = match place {
        0 => pick(&ORIGINS, mix),
        1 => pick(&HUBS, mix >> 8),
        _ => pick(&DESTINATIONS, mix >> 16),
    };
    let terminal = report % 2 == 1;
    let jitter = if terminal { mixed(number ^ report << 32) % 7 } else { 0 } as i64;
    let start = BEGIN_SECONDS + (mixed(number) % 960) as i64 * 3_600 + journey as i64 * 55 * 86_400;
    let time = UtcTime::from_seconds(start + day * 86_400 + jitter * 3_600);
    let carrier = pick(&CARRIERS, mix >> 24);
    let source = if terminal { "TERMINAL" } else { carrier };
    let imo =
        if vessel == 0 { String::new() } else { format!("{}", 9_300_000 + (mix >> (24 + 8 * vessel)) % 400) };
    let container = container(number);
    // Writing to a text cannot fail.
    let _ = writeln!(
        out,
        "L-{number}-{report},{container},{code},{time},{location},{laden},{imo},{carrier},{source}"
    );
}
