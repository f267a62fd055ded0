//! The queue: pages, one row, take-next.

use super::{PAGE_DEFAULT, PAGE_MAX, QueueAsk, Reader};
use crate::error::{Error, FilterFault, Result};
use crate::filter::{self, Filter, Moment};
use crate::live::cases::Case;
use crate::live::order::{Order, Sort, read_token, token};
use crate::live::row::{Row, RowMaker, RowMoney, RowParty, RowReason, indicator_bit};
use crate::live::{Act, Live, Snapshot, link};
use crate::queue::assessment_in_any_run;
use crate::settings::Settings;
use crate::views::{
    CaseState, IndicatorLabel, Lock, Money, Outcome, PartyView, Person, QueueGoods, QueuePage, QueueRow,
    ReasonView, Stop,
};
use crate::words::{Words, printable};
use std::collections::HashMap;
use tidewaiter_model::assessment::Arm;
use tidewaiter_model::reason::{Indicator, Reason};
use tidewaiter_model::reference::Places;
use tidewaiter_model::time::UtcTime;
use tidewaiter_store::{LockRow, LockTaken, OutcomeRow};

/// Cases that take-next tries while colleagues are faster.
const TAKE_TRIES_MAX: usize = 1_000;

/// What a view is made with.
pub(crate) struct Desk<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) settings: &'a Settings,
    pub(crate) names: &'a HashMap<String, String>,
    /// The time at which the data stand.
    pub(crate) now: UtcTime,
    /// The program's clock, by which locks end.
    pub(crate) clock: UtcTime,
}

/// Reads a filter; what is wrong with it is said in the reader's words.
pub(super) fn parse(text: &str, words: &Words) -> Result<Filter> {
    filter::parse(text).map_err(|mut faults: Vec<FilterFault>| {
        for fault in &mut faults {
            fault.text = fault_text(fault, words);
        }
        Error::Filter(faults)
    })
}

/// What is wrong, where, and what may have been meant, in one or two sentences.
fn fault_text(fault: &FilterFault, words: &Words) -> String {
    let param = |name: &str| printable(fault.params.get(name).map_or("", String::as_str));
    let arguments = [
        ("place", words.number((fault.start + 1) as f64, 0).into()),
        ("found", param("found").into()),
        ("key", param("key").into()),
        ("most", param("most").into()),
    ];
    let mut text = words.say(&format!("filter-fault-{}", fault.code.replace('_', "-")), &arguments);
    let nearest = param("nearest");
    if !nearest.is_empty() {
        text.push(' ');
        text.push_str(&words.say("filter-fault-nearest", &[("nearest", nearest.into())]));
    }
    text
}

pub(super) fn moment<'a>(
    snapshot: &Snapshot,
    settings: &'a Settings,
    live: &Live,
    reader: Reader<'a>,
) -> Moment<'a> {
    Moment {
        now: live.now(),
        clock: live.clock(),
        day: snapshot.base.day,
        login: reader.login,
        places: settings.places(),
    }
}

/// A page of the queue. See [`super::queue_page`].
pub(super) fn page(live: &Live, ask: &QueueAsk, reader: Reader<'_>) -> Result<QueuePage> {
    let filter = parse(&ask.filter, reader.words)?;
    let order = Order::parse(&ask.sort)?;
    let after = ask.after.as_deref().map(|text| read_token(text, order)).transpose()?;
    let snapshot = live.snapshot().ok_or(Error::NothingAssessed)?;
    let settings = live.settings();
    let limit = ask.limit.unwrap_or(PAGE_DEFAULT).clamp(1, PAGE_MAX);
    let moment = moment(&snapshot, &settings, live, reader);
    let found = snapshot.page(&filter, order, after.as_ref(), limit, &moment);
    let desk =
        Desk { reader, settings: &settings, names: &snapshot.names, now: moment.now, clock: moment.clock };
    let rows = || found.page.iter().filter_map(|at| Some((snapshot.base.row(*at)?, snapshot.case(*at))));
    let last = rows().next_back().filter(|_| found.more);
    Ok(QueuePage {
        next: last.map(|(row, _)| token(order, order.sort.place(row, snapshot.base.day))),
        items: rows().map(|(row, case)| desk.row(row, case)).collect(),
        total: found.total,
        as_of: snapshot.base.as_of,
        run: snapshot.base.run,
        day: day_text(snapshot.base.day),
        counts: found.counts,
    })
}

/// How many match. See [`super::count`].
pub(super) fn count(live: &Live, filter: &str, reader: Reader<'_>) -> Result<u64> {
    let filter = parse(filter, reader.words)?;
    let snapshot = live.snapshot().ok_or(Error::NothingAssessed)?;
    let settings = live.settings();
    let moment = moment(&snapshot, &settings, live, reader);
    let order = Order { sort: Sort::Risk, reversed: false };
    Ok(snapshot.matching(&filter, order, &moment).len() as u64)
}

/// One row, also of a case that is no longer open. See [`super::case_row`].
pub(super) async fn row(live: &Live, id: &str, reader: Reader<'_>) -> Result<QueueRow> {
    let settings = live.settings();
    let case = link::case(live.store(), id, live.clock()).await?;
    let snapshot = live.snapshot();
    let names = snapshot.as_ref().map(|snapshot| snapshot.names.clone()).unwrap_or_default();
    let desk = Desk { reader, settings: &settings, names: &names, now: live.now(), clock: live.clock() };
    let shown = snapshot.as_ref().and_then(|snapshot| snapshot.base.row(snapshot.base.find(id)?));
    if let Some(row) = shown {
        return Ok(desk.row(row, &case));
    }
    let no_such = || Error::NoSuchConsignment { asked: printable(id), nearest: Vec::new() };
    let assessment = assessment_in_any_run(live.store(), id).await?.ok_or_else(no_such)?;
    let listed = live.store().selection_of(id).await?;
    let mut maker = RowMaker::new(settings.places(), &settings.queue);
    let row = maker.row(&assessment, listed.as_ref(), false);
    Ok(desk.row(&row, &case))
}

/// Takes the next. See [`super::take_next`].
pub(super) async fn take(
    live: &Live,
    filter: Option<&str>,
    leave_out: Option<&str>,
    act: &Act<'_>,
    reader: Reader<'_>,
) -> Result<QueueRow> {
    let filter = parse(filter.unwrap_or_default(), reader.words)?;
    let _picking = live.pick().await;
    let snapshot = live.snapshot().ok_or(Error::NothingAssessed)?;
    let settings = live.settings();
    let moment = moment(&snapshot, &settings, live, reader);
    let order = Order { sort: Sort::Urgency, reversed: false };
    let until = act.time.plus_hours(settings.queue.lock_minutes / 60.0);
    let mut tried = 0;
    for at in snapshot.matching(&filter, order, &moment) {
        // The latest snapshot tells who was faster; the rows are the same while the run is.
        let Some(row) = snapshot.base.row(at).filter(|row| row.open || row.listed.is_some()) else {
            continue;
        };
        if leave_out == Some(&*row.id) || !is_free(live, &row.id, &snapshot, at) {
            continue;
        }
        tried += 1;
        if tried > TAKE_TRIES_MAX {
            break;
        }
        // An outcome of the moment before is not in the snapshot yet.
        let case = link::case(live.store(), &row.id, act.time).await?;
        if case.state(act.time) != CaseState::Free {
            continue;
        }
        match live.store().lock_take(act, &row.id, until).await? {
            // One's own, taken at another time: in another window, through another process, a moment ago.
            LockTaken::Taken(lock) if lock.taken != act.time => continue,
            LockTaken::Taken(_) => {}
            LockTaken::Held(_) => continue,
        }
        if link::case(live.store(), &row.id, act.time).await?.outcome.is_some() {
            // Another one decided it between the look and the lock.
            live.store().lock_release(act, &row.id, false).await?;
            continue;
        }
        live.cases_changed(&[&row.id]).await?;
        return self::row(live, &row.id, reader).await;
    }
    Err(Error::NoFreeCase)
}

fn is_free(live: &Live, id: &str, before: &Snapshot, at: u32) -> bool {
    let clock = live.clock();
    let latest = live.snapshot();
    let case = match latest.as_ref().and_then(|latest| Some((latest, latest.base.find(id)?))) {
        Some((latest, at)) => latest.case(at).state(clock),
        None => before.case(at).state(clock),
    };
    case == CaseState::Free
}

pub(super) fn day_text(day: i64) -> String {
    UtcTime::from_seconds(day.saturating_mul(86_400)).date_text()
}

impl Desk<'_> {
    pub(crate) fn person(&self, login: &str) -> Person {
        let name = self.names.get(login).map_or(login, String::as_str);
        Person { login: login.to_owned(), name: printable(name) }
    }

    pub(crate) fn lock(&self, lock: &LockRow) -> Lock {
        let LockRow { login, taken, expires, .. } = lock;
        let mine = login == self.reader.login;
        Lock { holder: self.person(login), taken: *taken, expires: *expires, mine }
    }

    pub(crate) fn outcome(&self, row: &OutcomeRow) -> Outcome {
        let undo_until = row.entered.plus_hours(self.settings.queue.undo_seconds / 3_600.0);
        let can_undo = row.by == self.reader.login && row.withdrawn.is_none() && undo_until > self.clock;
        Outcome {
            id: row.id,
            found: row.outcome.found.clone(),
            value: row.outcome.value,
            note: row.outcome.note.clone(),
            recorded: row.outcome.recorded,
            by: (!row.by.is_empty()).then(|| self.person(&row.by)),
            withdrawn: row.withdrawn.is_some(),
            undo_until: can_undo.then_some(undo_until),
        }
    }

    pub(crate) fn row(&self, row: &Row, case: &Case) -> QueueRow {
        let arm = row.listed.map(|listed| listed.arm);
        // Chance is never explained away as risk.
        let by_chance = arm == Some(Arm::Random);
        let reasons: Vec<ReasonView> = if by_chance {
            Vec::new()
        } else {
            row.reasons.iter().map(|reason| reason_view(&plain(reason), self.reader.words)).collect()
        };
        let more = if by_chance { 0 } else { u64::from(row.reason_count) - reasons.len() as u64 };
        let rest = if by_chance { Vec::new() } else { rest(row, self.reader.words) };
        QueueRow {
            id: row.id.to_string(),
            version: case.version.to_string(),
            rank: u64::from(row.rank.get()),
            score: row.score,
            lane: row.listed.map(|listed| listed.lane),
            arm,
            list_day: row.listed.map(|listed| day_text(listed.day)),
            list_rank: row.listed.map(|listed| listed.rank),
            state: case.state(self.clock),
            lock: case.lock_at(self.clock).filter(|_| case.outcome.is_none()).map(|lock| self.lock(lock)),
            outcome: case.outcome.as_ref().map(|outcome| self.outcome(outcome)),
            office: row.office.to_string(),
            containers: row.containers.iter().map(|number| printable(number)).collect(),
            transport_document: row.transport_document.as_deref().map(printable),
            route: row.route.iter().map(|stop| stop_view(&stop.area, stop.role, self.settings)).collect(),
            goods: QueueGoods {
                hs_code: row.hs_codes.first().map(ToString::to_string),
                description: row.description.as_deref().map(printable),
                more: u64::from(row.more),
            },
            consignor: row.consignor.as_deref().map(party_view),
            consignee: row.consignee.as_deref().map(party_view),
            origins: row.origins.iter().map(ToString::to_string).collect(),
            expected_arrival: row.expected_arrival,
            deadline: row.deadline,
            overdue: filter::is_overdue(row, case, self.now),
            value: row.value.as_ref().map(money_view),
            at_stake: row.at_stake.as_ref().map(money_view),
            reasons,
            reasons_more: more,
            reasons_rest: rest,
        }
    }
}

/// The indicators that fired and that no reason of the row speaks of.
fn rest(row: &Row, words: &Words) -> Vec<IndicatorLabel> {
    let is_said = |indicator: Indicator| row.reasons.iter().any(|reason| reason.indicator == indicator);
    let fired = Indicator::ALL.iter().filter(|one| row.fired & indicator_bit(**one) != 0 && !is_said(**one));
    let label = |indicator: &Indicator| IndicatorLabel {
        code: indicator.code().to_owned(),
        title: indicator_title(indicator.code(), words),
    };
    fired.map(label).collect()
}

fn plain(reason: &RowReason) -> Reason {
    let mut plain = Reason::new(reason.indicator, &reason.variant, reason.strength);
    plain.params = reason.params.iter().map(|(name, param)| (name.to_string(), param.clone())).collect();
    plain
}

/// A reason in words.
pub(crate) fn reason_view(reason: &Reason, words: &Words) -> ReasonView {
    ReasonView {
        code: reason.indicator.code().to_owned(),
        variant: reason.variant.clone(),
        strength: reason.strength,
        text: words.reason(reason),
        title: indicator_title(reason.indicator.code(), words),
        params: reason.params.clone(),
    }
}

/// The short name of an indicator.
pub(crate) fn indicator_title(code: &str, words: &Words) -> String {
    words.label(&format!("indicator-{}-title", code.to_lowercase()))
}

/// One sentence: what an indicator tests.
pub(crate) fn indicator_meaning(code: &str, words: &Words) -> String {
    words.label(&format!("indicator-{}-meaning", code.to_lowercase()))
}

/// A stop with its name and country.
pub(crate) fn stop_view(area: &str, role: crate::views::StopRole, settings: &Settings) -> Stop {
    let (name, country) = place_name(area, settings);
    let (lat, lon) = settings.places().area_position(area).unzip();
    Stop { area: printable(area), name, country, role, lat, lon }
}

/// The name and country of an area: the administration's own name for it, else the table's, else the code.
pub(crate) fn place_name(area: &str, settings: &Settings) -> (String, String) {
    let places: &Places = settings.places();
    let own = settings.map.names.get(area).map(String::as_str);
    let name =
        own.or_else(|| places.get(area).map(|place| place.name.as_str()).filter(|name| !name.is_empty()));
    (printable(name.unwrap_or(area)), places.country_of(area).unwrap_or_default().to_owned())
}

fn party_view(party: &RowParty) -> PartyView {
    let text = |text: &Option<Box<str>>| text.as_deref().map(printable);
    PartyView { name: text(&party.name), identifier: text(&party.identifier), country: text(&party.country) }
}

fn money_view(money: &RowMoney) -> Money {
    Money { amount: money.amount, currency: money.currency.to_string() }
}

/// HS code and description of the heaviest line, and how many more there are.
pub(crate) fn goods_text(row: &Row) -> String {
    let mut parts: Vec<String> = row.hs_codes.first().map(ToString::to_string).into_iter().collect();
    parts.extend(row.description.as_deref().map(printable));
    if row.more > 0 {
        parts.push(format!("(+{})", row.more));
    }
    parts.join(" ")
}
