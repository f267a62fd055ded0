//! The table as rows: what is stored, broadcast to a cluster's workers and read back.

use super::NormalRoutes;
use super::counts::{Counts, Kind, LengthKey, PAIR_DAYS_MAX, PairDays, RouteKey};
use super::key::{Key, mix};
use crate::settings::TripSettings;
use serde::{Deserialize, Serialize};

/// The version of the rows. Rows of another version are refused.
pub const ROUTE_TABLE_VERSION: u32 = 2;

/// One count of the table, flat: a line of a CSV file or a row of a Parquet file. Columns that a kind does not use
/// are empty or 0.
///
/// | `kind` | `from` | `to` | `via` | `carrier` | `bucket` | `step` | `count` |
/// |---|---|---|---|---|---|---|---|
/// | `table` | time up to which it knows, RFC 3339 | first day of loading | last day | | | | version |
/// | `area` | area | its country | | | | | |
/// | `route` | origin | destination | transhipment areas joined by `>` | carrier | quarter | | trips |
/// | `pair` | origin | destination | | | day of first load, or −1 | | trips |
/// | `origin`, `origin_cycle`, `transhipment`, `destination`, `destination_cycle` | area | | | | quarter | step | stays |
/// | `leg`, `transit` | area | area | | | quarter | step | trips |
/// | `milestones` | | | | carrier | expected | | missing |
///
/// A quarter is 4 × year + 0 to 3; a day counts from 1970; a step is 9 % wide, the first ends at a quarter of an hour
/// and every eighth doubles. Of a pair with more than 16 trips only their number is kept, with day −1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RouteRow {
    /// What is counted.
    pub kind: String,
    /// Where from, or where.
    pub from: String,
    /// Where to.
    pub to: String,
    /// Transhipment areas.
    pub via: String,
    /// Carrier.
    pub carrier: String,
    /// Quarter, day or first of two counts.
    pub bucket: i64,
    /// Step of a length of time.
    pub step: u16,
    /// The count.
    pub count: u64,
}

/// A table that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RouteTableError {
    /// Written by another version.
    #[error(
        "table of normal routes has version {found}, this program reads {ROUTE_TABLE_VERSION}: learn it anew"
    )]
    Version {
        /// Its version.
        found: u64,
    },
    /// Its first row is not of kind `table`.
    #[error("table of normal routes does not begin with a row of kind `table`")]
    NoHead,
    /// A row that means nothing.
    #[error("row {row} of the table of normal routes cannot be read: kind `{kind}`")]
    Row {
        /// Its number, from 1.
        row: usize,
        /// Its kind.
        kind: String,
    },
}

/// As serde writes it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Stored(Vec<RouteRow>);

impl From<NormalRoutes> for Stored {
    fn from(routes: NormalRoutes) -> Stored {
        Stored(routes.to_rows())
    }
}

impl TryFrom<Stored> for NormalRoutes {
    type Error = RouteTableError;

    fn try_from(stored: Stored) -> Result<NormalRoutes, RouteTableError> {
        NormalRoutes::from_rows(stored.0, &TripSettings::default())
    }
}

fn row(kind: &str) -> RouteRow {
    RouteRow {
        kind: kind.to_owned(),
        from: String::new(),
        to: String::new(),
        via: String::new(),
        carrier: String::new(),
        bucket: 0,
        step: 0,
        count: 0,
    }
}

impl NormalRoutes {
    /// The table as rows, in an order that does not depend on how it was learned. The first row tells its version.
    pub fn to_rows(&self) -> Vec<RouteRow> {
        let counts = &self.counts;
        let name = |key: &Key| counts.names.get(key).map_or("", |name| &name.text).to_owned();
        let mut rows: Vec<RouteRow> = Vec::with_capacity(counts.routes.len() + counts.lengths.len() * 8);
        for held in counts.names.values().filter(|name| !name.country.is_empty()) {
            rows.push(RouteRow { from: held.text.to_string(), to: held.country.to_string(), ..row("area") });
        }
        for (key, count) in &counts.routes {
            let via: Vec<String> =
                counts.vias.get(&key.via).map_or(&[][..], |areas| areas).iter().map(name).collect();
            rows.push(RouteRow {
                from: name(&key.origin),
                to: name(&key.destination),
                via: via.join(">"),
                carrier: name(&key.carrier),
                bucket: i64::from(key.quarter),
                count: u64::from(*count),
                ..row("route")
            });
        }
        for ((origin, destination), days) in &counts.pairs {
            let of_pair = RouteRow { from: name(origin), to: name(destination), ..row("pair") };
            if days.days.is_empty() {
                rows.push(RouteRow { bucket: -1, count: u64::from(days.trips), ..of_pair.clone() });
            }
            for of_day in days.days.chunk_by(|a, b| a == b) {
                let day = of_day.first().copied().unwrap_or_default();
                rows.push(RouteRow { bucket: i64::from(day), count: of_day.len() as u64, ..of_pair.clone() });
            }
        }
        for (key, lengths) in &counts.lengths {
            let kind = Kind::ALL.get(usize::from(key.kind)).map_or("", |kind| kind.word());
            for (step, count) in lengths.steps() {
                rows.push(RouteRow {
                    from: name(&key.from),
                    to: name(&key.to),
                    bucket: i64::from(key.quarter),
                    step: *step,
                    count: u64::from(*count),
                    ..row(kind)
                });
            }
        }
        for (carrier, held) in &counts.milestones {
            let bucket = i64::try_from(held.expected).unwrap_or(i64::MAX);
            rows.push(RouteRow { carrier: name(carrier), bucket, count: held.missing, ..row("milestones") });
        }
        rows.sort_unstable();
        let head = RouteRow {
            from: self.as_of.to_string(),
            to: counts.first_day.to_string(),
            via: counts.last_day.to_string(),
            count: u64::from(ROUTE_TABLE_VERSION),
            ..row("table")
        };
        rows.insert(0, head);
        rows
    }

    /// The table of these rows, ready for judging.
    ///
    /// # Errors
    /// Rows of another version, without a head, or with a kind that is not known.
    pub fn from_rows(
        rows: impl IntoIterator<Item = RouteRow>,
        settings: &TripSettings,
    ) -> Result<NormalRoutes, RouteTableError> {
        let mut rows = rows.into_iter();
        let head = rows.next().filter(|row| row.kind == "table").ok_or(RouteTableError::NoHead)?;
        if head.count != u64::from(ROUTE_TABLE_VERSION) {
            return Err(RouteTableError::Version { found: head.count });
        }
        let as_of = head.from.parse().map_err(|_| RouteTableError::NoHead)?;
        let mut routes = NormalRoutes::empty(as_of);
        routes.counts.first_day = head.to.parse().map_err(|_| RouteTableError::NoHead)?;
        routes.counts.last_day = head.via.parse().map_err(|_| RouteTableError::NoHead)?;
        for (number, row) in (2..).zip(rows) {
            let kind = row.kind.clone();
            read(&mut routes.counts, row).ok_or(RouteTableError::Row { row: number, kind })?;
        }
        routes.settle(settings);
        Ok(routes)
    }
}

/// Adds one row; `None` if it means nothing.
fn read(counts: &mut Counts, row: RouteRow) -> Option<()> {
    let count = u32::try_from(row.count).unwrap_or(u32::MAX);
    match row.kind.as_str() {
        "area" => {
            counts.named(&row.from, &row.to);
        }
        "route" => read_route(counts, &row, count)?,
        "pair" => {
            let pair = (counts.named(&row.from, ""), counts.named(&row.to, ""));
            let days = counts.pairs.entry(pair).or_default();
            read_pair(days, row.bucket, count)?;
        }
        "milestones" => {
            let carrier = if row.carrier.is_empty() { 0 } else { counts.named(&row.carrier, "") };
            let held = counts.milestones.entry(carrier).or_default();
            held.expected += u64::try_from(row.bucket).ok()?;
            held.missing += row.count;
        }
        word => {
            let kind = Kind::ALL.iter().find(|kind| kind.word() == word)?.number();
            let from = counts.named(&row.from, "");
            let to = if kind < Kind::Leg.number() { 0 } else { counts.named(&row.to, "") };
            let key = LengthKey { kind, from, to, quarter: i16::try_from(row.bucket).ok()? };
            counts.lengths.entry(key).or_default().add_step(row.step, count);
        }
    }
    Some(())
}

fn read_pair(days: &mut PairDays, day: i64, count: u32) -> Option<()> {
    if day < 0 && count as usize > PAIR_DAYS_MAX {
        days.trips = days.trips.saturating_add(count);
        days.days = Vec::new();
        return Some(());
    }
    let day = i32::try_from(day).ok()?;
    (0..count.min(PAIR_DAYS_MAX as u32 + 1)).for_each(|_| days.add(day));
    Some(())
}

fn read_route(counts: &mut Counts, row: &RouteRow, count: u32) -> Option<()> {
    let (origin, destination) = (counts.named(&row.from, ""), counts.named(&row.to, ""));
    let between: Box<[Key]> =
        row.via.split('>').filter(|area| !area.is_empty()).map(|area| counts.named(area, "")).collect();
    let via = between.iter().fold(0, |via, area| mix(via, *area));
    counts.vias.entry(via).or_insert(between);
    let carrier = if row.carrier.is_empty() { 0 } else { counts.named(&row.carrier, "") };
    let quarter = i16::try_from(row.bucket).ok()?;
    let held = counts.routes.entry(RouteKey { origin, destination, via, carrier, quarter }).or_insert(0);
    *held = held.saturating_add(count);
    counts.trips += u64::from(count);
    Some(())
}
