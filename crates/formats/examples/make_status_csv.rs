//! Canonical CSV for the benches: `make_status_csv MESSAGES > FILE`. Always the same bytes for the same number.
//!
//! 50,000 containers go through journeys of eight events in turns; ids are distinct, most events are reported by
//! the carrier and some by a terminal; rows stand in order of arrival, which is not the order of the events.
//! A row has about 95 bytes.

use std::io::{BufWriter, Write};
use tidewaiter_model::identifier::container_check_digit;
use tidewaiter_model::time::UtcTime;

const HEADER: &[u8] =
    b"message_id,container,event,event_time,location,full_empty,vessel_imo,carrier,source,created_time\n";
const CONTAINERS: u64 = 50_000;
const OWNERS: [&str; 12] =
    ["MSKU", "MSCU", "CMAU", "HLXU", "EGHU", "OOLU", "YMLU", "ZCSU", "TCLU", "TRHU", "GESU", "CAIU"];
const CARRIERS: [&str; 8] = ["MAEU", "MSCU", "CMDU", "HLCU", "EGLV", "OOLU", "YMLU", "ZIMU"];
const ORIGINS: [&str; 16] = [
    "CNSHG", "CNNGB", "CNYTN", "CNTAO", "CNXMG", "KRPUS", "VNSGN", "VNHPH", "THLCH", "IDJKT", "INNSA",
    "INMUN", "BDCGP", "TWKHH", "JPTYO", "PKKHI",
];
const HUBS: [&str; 8] = ["SGSIN", "MYPKG", "MYTPP", "LKCMB", "AEJEA", "OMSLL", "EGPSD", "GRPIR"];
const DESTINATIONS: [&str; 12] = [
    "NLRTM", "DEHAM", "BEANR", "GBFXT", "FRLEH", "ESVLC", "ITGOA", "PLGDN", "SEGOT", "SIKOP", "PTSIE",
    "DEBRV",
];
const STEPS: [&str; 8] = ["PICK", "GTIN", "LOAD", "DISC", "LOAD", "DISC", "GTOT", "DROP"];

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

fn main() -> std::io::Result<()> {
    let messages: u64 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(2_000_000);
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    out.write_all(HEADER)?;
    let containers: Vec<String> = (0..CONTAINERS)
        .map(|number| {
            let mix = mixed(number);
            let ten = format!("{}{:06}", pick(&OWNERS, mix), (mix >> 8) % 1_000_000);
            let digit = container_check_digit(ten.as_bytes()).unwrap_or_default();
            format!("{ten}{digit}")
        })
        .collect();
    let mut steps = vec![0_u64; containers.len()];
    let start = UtcTime::from_seconds(1_735_689_600);
    for row in 0..messages {
        let mix = mixed(row ^ 0x7469_6465);
        let number = (mix % CONTAINERS) as usize;
        let (Some(container), Some(step)) = (containers.get(number), steps.get_mut(number)) else { continue };
        let journey = mixed((number as u64) << 20 | (*step / 8));
        let place = (*step % 8) as usize;
        // One report in four is repeated by somebody else before the container moves on.
        if mix >> 40 & 3 != 0 {
            *step += 1;
        }
        let location = match place {
            0..=2 => pick(&ORIGINS, journey),
            3 | 4 => pick(&HUBS, journey >> 8),
            _ => pick(&DESTINATIONS, journey >> 16),
        };
        let vessel = match place {
            2 | 3 => 9_200_000 + (journey >> 24) % 700,
            4 | 5 => 9_300_000 + (journey >> 34) % 300,
            _ => 0,
        };
        let vessel = if vessel == 0 { String::new() } else { vessel.to_string() };
        let full = if place == 0 || place == 7 { "EMPTY" } else { "LADEN" };
        let carrier = pick(&CARRIERS, journey >> 44);
        let source = if mix >> 50 & 7 == 0 { pick(&ORIGINS, mix >> 53) } else { carrier };
        // Four messages a minute; known some hours after the event, in whole minutes.
        let created = start.plus_hours((row / 4) as f64 / 60.0);
        let event_time = created.plus_hours(-((mix >> 30 & 0x3ff) as f64) / 60.0);
        writeln!(
            out,
            "A{row:09},{container},{},{event_time},{location},{full},{vessel},{carrier},{source},{created}",
            STEPS.get(place).copied().unwrap_or_default(),
        )?;
    }
    out.flush()
}
