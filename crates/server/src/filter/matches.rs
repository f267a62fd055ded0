//! Whether a case is what a filter asks for.

use super::{Field, Filter, Key, Op, Term, Test, Value, When};
use crate::live::cases::Case;
use crate::live::row::{Row, RowMoney, RowParty, RowStop, indicator_bit};
use crate::views::CaseState;
use memchr::memmem;
use tidewaiter_model::identifier::normal_container;
use tidewaiter_model::reason::Indicator;
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;

const SECONDS_PER_DAY: i64 = 86_400;

/// What time it is, who asks, and which places are known.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    /// The time at which the data stand.
    pub now: UtcTime,
    /// The program's clock, by which locks end.
    pub clock: UtcTime,
    /// Today's list, days since 1970-01-01 UTC.
    pub day: i64,
    /// Login of whoever asks.
    pub login: &'a str,
    /// Places.
    pub places: &'a Places,
}

impl Filter {
    /// Whether every term holds.
    pub fn matches(&self, row: &Row, case: &Case, moment: &Moment<'_>) -> bool {
        self.terms.iter().all(|term| term.holds(row, case, moment))
    }
}

impl Term {
    pub(super) fn holds(&self, row: &Row, case: &Case, moment: &Moment<'_>) -> bool {
        self.test.holds(row, case, moment) != self.negated
    }
}

impl Test {
    fn holds(&self, row: &Row, case: &Case, moment: &Moment<'_>) -> bool {
        match self {
            Test::Anywhere(word) => contains(&row.text, word),
            Test::Field { key, op, values } => {
                values.iter().any(|value| holds(key, *op, value, row, case, moment))
            }
        }
    }
}

fn contains(text: &str, word: &str) -> bool {
    memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

fn holds(key: &Key, op: Op, value: &Value, row: &Row, case: &Case, moment: &Moment<'_>) -> bool {
    match value {
        Value::Text(text) => text_holds(key.field, text, row, case, moment),
        Value::Word(word) => word_holds(key.field, word, row, case, moment),
        Value::Number(number) => {
            number_of(key.field, row, moment).is_some_and(|found| number_holds(op, found, *number))
        }
        Value::When(when) => {
            time_of(key.field, row, case).is_some_and(|found| time_holds(op, found, *when, moment))
        }
    }
}

fn text_holds(field: Field, text: &str, row: &Row, case: &Case, moment: &Moment<'_>) -> bool {
    let begins = |found: &str| begins(found, text);
    match field {
        Field::Origin => row.origins.iter().any(|origin| origin.eq_ignore_ascii_case(text)),
        Field::From => row.route.first().is_some_and(|stop| is_at(stop, text, moment.places)),
        Field::To => row.route.last().is_some_and(|stop| is_at(stop, text, moment.places)),
        Field::Via => {
            let between = row.route.get(1..row.route.len().saturating_sub(1)).unwrap_or_default();
            between.iter().any(|stop| is_at(stop, text, moment.places))
        }
        Field::Reason => fires(row, text),
        Field::HsCode => row.hs_codes.iter().any(|code| code.starts_with(text)),
        Field::Goods => row.text.get(row.goods_at as usize..).is_some_and(|goods| contains(goods, text)),
        Field::Who => is_whose(case, text, moment),
        Field::Office => begins(&row.office),
        Field::Consignee => is_party(row.consignee.as_deref(), text),
        Field::Consignor => is_party(row.consignor.as_deref(), text),
        Field::Party => [&row.consignor, &row.consignee].into_iter().any(|p| is_party(p.as_deref(), text)),
        Field::Container => row.containers.iter().any(|container| is_container(container, text)),
        Field::Document => row.transport_document.as_deref().is_some_and(begins),
        Field::Declaration => row.declarations.iter().any(|number| begins(number)),
        Field::Vessel => row.vessels.iter().any(|vessel| begins(vessel)),
        Field::Seal => row.seals.iter().any(|seal| begins(seal)),
        Field::Id => begins(&row.id),
        _ => false,
    }
}

/// Whether `found` begins with `wanted`, which is in upper case.
fn begins(found: &str, wanted: &str) -> bool {
    match found.get(..wanted.len()) {
        Some(head) if head.is_ascii() => head.eq_ignore_ascii_case(wanted),
        _ => found.to_uppercase().starts_with(wanted),
    }
}

/// Whether a container number begins so; how either is written does not matter.
fn is_container(found: &str, wanted: &str) -> bool {
    let is_normal = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if is_normal(found) && is_normal(wanted) {
        return found.starts_with(wanted);
    }
    normal_container(found).starts_with(&normal_container(wanted))
}

/// A country of two letters, or the port area of a place.
fn is_at(stop: &RowStop, wanted: &str, places: &Places) -> bool {
    if wanted.len() == 2 {
        return places.country_of(&stop.area).is_some_and(|country| country == wanted);
    }
    &*stop.area == wanted || &*stop.area == places.area_of(wanted)
}

fn fires(row: &Row, wanted: &str) -> bool {
    let asked = |indicator: &&Indicator| {
        let code = indicator.code();
        code == wanted || (!wanted.contains('-') && code.split('-').next() == Some(wanted))
    };
    let bits = Indicator::ALL.iter().filter(asked).fold(0, |bits, asked| bits | indicator_bit(*asked));
    row.fired & bits != 0
}

fn is_party(party: Option<&RowParty>, wanted: &str) -> bool {
    party.is_some_and(|party| contains(&party.upper, wanted))
}

fn is_whose(case: &Case, wanted: &str, moment: &Moment<'_>) -> bool {
    let me = moment.login.to_uppercase();
    let wanted = if wanted == "ME" { me.as_str() } else { wanted };
    let is = |login: &str| login.to_uppercase() == wanted;
    let holder = case.lock_at(moment.clock).filter(|_| case.outcome.is_none());
    holder.is_some_and(|lock| is(&lock.login)) || case.outcome.as_ref().is_some_and(|row| is(&row.by))
}

fn word_holds(field: Field, word: &str, row: &Row, case: &Case, moment: &Moment<'_>) -> bool {
    match field {
        Field::Lane => row.listed.map_or("none", |listed| listed.lane.as_str()) == word,
        Field::Arm => row.listed.map_or("none", |listed| listed.arm.as_str()) == word,
        Field::List => match (word, row.listed) {
            ("none", listed) => listed.is_none(),
            ("today", Some(listed)) => listed.day == moment.day,
            (_, listed) => word == "any" && listed.is_some(),
        },
        Field::State => {
            let state = match case.state(moment.clock) {
                CaseState::Free => "free",
                CaseState::Taken => "taken",
                CaseState::Decided => "decided",
            };
            state == word
        }
        Field::Overdue => is_overdue(row, case, moment.now) == (word == "yes"),
        Field::Found => case.outcome.as_ref().is_some_and(|row| match (&row.outcome.found, word) {
            (found, "any") => found.is_some(),
            (found, "nothing") => found.is_none(),
            (found, word) => found.as_deref() == Some(word),
        }),
        _ => false,
    }
}

/// Whether a case is undecided after its deadline.
pub(crate) fn is_overdue(row: &Row, case: &Case, now: UtcTime) -> bool {
    case.outcome.is_none() && row.deadline.is_some_and(|deadline| deadline < now)
}

fn number_of(field: Field, row: &Row, moment: &Moment<'_>) -> Option<f64> {
    let amount = |money: &Option<RowMoney>| money.as_ref().map(|money| money.approximate);
    match field {
        Field::Value => amount(&row.value),
        Field::AtStake => amount(&row.at_stake),
        Field::Score => Some(row.score),
        Field::Rank => Some(row.rank.get()).filter(|rank| *rank > 0).map(f64::from),
        Field::Waiting => Some(moment.now.hours_since(row.first_known).max(0.0)),
        _ => None,
    }
}

fn number_holds(op: Op, found: f64, wanted: f64) -> bool {
    match op {
        Op::Is => found == wanted,
        Op::Above => found > wanted,
        Op::AtLeast => found >= wanted,
        Op::Below => found < wanted,
        Op::AtMost => found <= wanted,
    }
}

fn time_of(field: Field, row: &Row, case: &Case) -> Option<UtcTime> {
    match field {
        Field::Arrives => row.expected_arrival,
        Field::Deadline => row.deadline,
        Field::ListDay => row.listed.map(|listed| day_start(listed.day)),
        Field::Decided => case.outcome.as_ref().map(|row| row.outcome.recorded),
        _ => None,
    }
}

fn day_start(day: i64) -> UtcTime {
    UtcTime::from_seconds(day.saturating_mul(SECONDS_PER_DAY))
}

fn time_holds(op: Op, found: UtcTime, wanted: When, moment: &Moment<'_>) -> bool {
    let (start, end) = match wanted {
        When::Day(day) => (day_start(day), Some(day_start(day.saturating_add(1)))),
        When::FromToday(days) => {
            let day = moment.now.day_number().saturating_add(days);
            (day_start(day), Some(day_start(day.saturating_add(1))))
        }
        When::Instant(time) => (time, None),
        When::FromNow(hours) => (moment.now.plus_hours(hours as f64), None),
    };
    match op {
        Op::Is => found >= start && end.map_or(found == start, |end| found < end),
        Op::Above => end.map_or(found > start, |end| found >= end),
        Op::AtLeast => found >= start,
        Op::Below => found < start,
        Op::AtMost => end.map_or(found <= start, |end| found < end),
    }
}
