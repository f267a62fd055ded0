//! The supervisor's overview. Each figure that counts cases is the count of a filter, and its link is that filter.

use super::Reader;
use super::queue::{Desk, day_text, indicator_title, moment, parse};
use crate::error::{Error, Result};
use crate::filter::{Moment, quoted};
use crate::live::link::PAST_DAYS;
use crate::live::order::{Order, Sort};
use crate::live::{Live, Snapshot};
use crate::views::{
    AgeBand, ArmFigures, DayCounts, Figure, FigureUnit, IndicatorFigures, Lift, Overview, PersonFigures,
    SenderFigures,
};
use crate::words::printable;
use std::collections::BTreeMap;
use tidewaiter_model::assessment::Arm;
use tidewaiter_model::money::Decimal;
use tidewaiter_model::reason::Indicator;
use tidewaiter_model::time::UtcTime;
use tidewaiter_risk::measure::Rate;
use tidewaiter_store::{AuditFilter, AuditTally, ReceiptTotals, SYSTEM, Store};

/// Days of messages shown.
const DAYS_SHOWN: i64 = 30;
/// Bounds of the bands of waiting, in hours.
const AGES_HOURS: [f64; 4] = [24.0, 72.0, 168.0, 336.0];
/// 97.5 % of a normal distribution lie below.
const Z: f64 = 1.959_963_984_540_054;

/// Cases counted by filters.
struct Counter<'a> {
    snapshot: &'a Snapshot,
    moment: Moment<'a>,
    reader: Reader<'a>,
}

/// What was read from the store.
struct Kept {
    senders: Vec<ReceiptTotals>,
    days: Vec<ReceiptTotals>,
    tally: Vec<AuditTally>,
}

/// See [`super::overview`].
pub(super) async fn overview(live: &Live, reader: Reader<'_>) -> Result<Overview> {
    let kept = read(live.store(), live.clock()).await?;
    let snapshot = live.snapshot().ok_or(Error::NothingAssessed)?;
    let settings = live.settings();
    let moment = moment(&snapshot, &settings, live, reader);
    let desk =
        Desk { reader, settings: &settings, names: &snapshot.names, now: moment.now, clock: moment.clock };
    let counter = Counter { snapshot: &snapshot, moment, reader };
    let arms = [counter.arm(Arm::Risk)?, counter.arm(Arm::Random)?];
    Ok(Overview {
        as_of: snapshot.base.as_of,
        day: day_text(snapshot.base.day),
        work: counter.work()?,
        found: counter.found()?,
        lift: lift(&arms[0], &arms[1]),
        arms: arms.into(),
        senders: kept.senders.iter().map(|totals| sender(totals, reader)).collect(),
        doors: Vec::new(),
        received_by_day: kept.days.iter().map(day).collect(),
        people: counter.people(&kept.tally, &desk),
        age_of_waiting: counter.ages()?,
        indicators: Indicator::ALL
            .iter()
            .map(|indicator| counter.indicator(*indicator))
            .collect::<Result<_>>()?,
    })
}

async fn read(store: &Store, clock: UtcTime) -> Result<Kept> {
    let tomorrow = UtcTime::from_seconds((clock.day_number() + 1) * 86_400);
    let today = tomorrow.plus_days(-1);
    let filter = AuditFilter { from: Some(today), ..AuditFilter::default() };
    Ok(Kept {
        senders: store.receipts_by_sender(UtcTime::from_seconds(0), tomorrow).await?,
        days: store.receipts_by_day(tomorrow.plus_days(-DAYS_SHOWN), tomorrow).await?,
        tally: store.audit_tally(&filter).await?,
    })
}

/// A path of the console with a filter in it.
fn queue_link(filter: &str) -> String {
    format!("/queue?filter={}", encoded(filter))
}

/// A text as part of a query: letters, digits and `-._~` stand for themselves (RFC 3986, section 2.3).
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

impl Counter<'_> {
    fn matching(&self, filter: &str) -> Result<Vec<u32>> {
        let order = Order { sort: Sort::Risk, reversed: false };
        Ok(self.snapshot.matching(&parse(filter, self.reader.words)?, order, &self.moment))
    }

    fn count(&self, filter: &str) -> Result<u64> {
        Ok(self.matching(filter)?.len() as u64)
    }

    /// A figure that counts the cases of a filter.
    fn figure(&self, key: &str, filter: &str) -> Result<Figure> {
        let value = self.count(filter)? as f64;
        Ok(Figure {
            key: key.replace('-', "_"),
            label: self.reader.words.label(&format!("figure-{key}")),
            value,
            of: None,
            low: None,
            high: None,
            unit: FigureUnit::Count,
            currency: None,
            link: Some(queue_link(filter)),
        })
    }

    fn work(&self) -> Result<Vec<Figure>> {
        let figures = [
            ("waiting", "state:free"),
            ("taken", "state:taken"),
            ("overdue", "overdue:yes"),
            ("decided-today", "decided:today"),
            ("listed", "list:today"),
            ("list-left", "list:today -state:decided"),
        ];
        figures.into_iter().map(|(key, filter)| self.figure(key, filter)).collect()
    }

    fn found(&self) -> Result<Vec<Figure>> {
        let decided = format!("decided>=-{}d", PAST_DAYS - 1);
        let with_finding = format!("{decided} found:any");
        let inspected = self.figure("inspected", &decided)?;
        let found = self.figure("found", &with_finding)?;
        let rate = Rate::new(found.value as u64, inspected.value as u64);
        let some = rate.of > 0;
        let share = Figure {
            value: rate.rate,
            of: Some(inspected.value),
            low: some.then_some(rate.low),
            high: some.then_some(rate.high),
            unit: FigureUnit::Share,
            label: self.reader.words.label("figure-hit-rate"),
            key: "hit_rate".to_owned(),
            ..found.clone()
        };
        let values = self.values_found(&with_finding, &found)?;
        Ok([inspected, found, share].into_iter().chain(values).collect())
    }

    /// The value found, one figure for each currency: an outcome's value is in the currency in which its consignment's
    /// value was declared, and amounts of two currencies are never added.
    fn values_found(&self, with_finding: &str, found: &Figure) -> Result<Vec<Figure>> {
        let mut sums: BTreeMap<Option<&str>, Decimal> = BTreeMap::new();
        for at in self.matching(with_finding)? {
            let outcome = self.snapshot.case(at).outcome.as_ref();
            let Some(value) = outcome.and_then(|row| row.outcome.value) else { continue };
            let row = self.snapshot.base.row(at);
            let money = row.and_then(|row| row.value.as_ref().or(row.at_stake.as_ref()));
            let sum = sums.entry(money.map(|money| &*money.currency)).or_default();
            *sum = sum.checked_add(value).unwrap_or(*sum);
        }
        let figure = |(currency, sum): (Option<&str>, Decimal)| Figure {
            value: f64::try_from(sum).unwrap_or(0.0),
            unit: FigureUnit::Amount,
            label: self.reader.words.label("figure-value-found"),
            key: format!(
                "value_found{}",
                currency.map(|c| format!("_{}", c.to_lowercase())).unwrap_or_default()
            ),
            currency: currency.map(printable),
            ..found.clone()
        };
        Ok(sums.into_iter().map(figure).collect())
    }

    fn arm(&self, arm: Arm) -> Result<ArmFigures> {
        let decided = format!("arm:{} decided>=-{}d", arm.as_str(), PAST_DAYS - 1);
        let (inspected, found) = (self.count(&decided)?, self.count(&format!("{decided} found:any"))?);
        let rate = Rate::new(found, inspected);
        let some = inspected > 0;
        Ok(ArmFigures {
            arm,
            inspected,
            found,
            rate: some.then_some(rate.rate),
            low: some.then_some(rate.low),
            high: some.then_some(rate.high),
            link: queue_link(&decided),
        })
    }

    fn indicator(&self, indicator: Indicator) -> Result<IndicatorFigures> {
        let code = indicator.code();
        let fired = format!("reason:{code} -state:decided");
        let decided = format!("reason:{code} decided>=-{}d", PAST_DAYS - 1);
        Ok(IndicatorFigures {
            code: code.to_owned(),
            title: indicator_title(code, self.reader.words),
            fired: self.count(&fired)?,
            inspected: self.count(&decided)?,
            found: self.count(&format!("{decided} found:any"))?,
            link: queue_link(&fired),
        })
    }

    fn ages(&self) -> Result<Vec<AgeBand>> {
        let ends = AGES_HOURS.iter().map(|end| Some(*end)).chain([None]);
        let starts = std::iter::once(0.0).chain(AGES_HOURS);
        let band = |(from, to): (f64, Option<f64>)| {
            let until = to.map(|to| format!(" waiting<{to}")).unwrap_or_default();
            let filter = format!("state:free waiting>={from}{until}");
            let count = self.count(&filter)?;
            Ok(AgeBand { from_hours: from, to_hours: to, count, link: queue_link(&filter) })
        };
        starts.zip(ends).map(band).collect()
    }

    /// Whoever looked, decided or holds something today, in order of login.
    fn people(&self, tally: &[AuditTally], desk: &Desk<'_>) -> Vec<PersonFigures> {
        let mut people: BTreeMap<&str, [u64; 4]> = BTreeMap::new();
        let today = self.moment.now.day_number();
        for row in tally.iter().filter(|row| row.action == "case.look" && row.actor != SYSTEM) {
            let [looked, ..] = people.entry(&row.actor).or_default();
            *looked += row.objects;
        }
        for case in self.snapshot.cases.values() {
            if let Some(row) = case.outcome.as_ref().filter(|row| row.outcome.recorded.day_number() == today)
            {
                let [_, decided, found, _] = people.entry(&row.by).or_default();
                *decided += 1;
                *found += u64::from(row.outcome.found.is_some());
            } else if case.outcome.is_none()
                && let Some(lock) = case.lock_at(self.moment.clock)
            {
                let [.., holding] = people.entry(&lock.login).or_default();
                *holding += 1;
            }
        }
        people.remove("");
        let figures = |(login, [looked, decided, found, holding]): (&str, [u64; 4])| PersonFigures {
            person: desk.person(login),
            looked,
            decided,
            found,
            holding,
            link: queue_link(&format!("who:{}", quoted(login))),
        };
        people.into_iter().map(figures).collect()
    }
}

fn sender(totals: &ReceiptTotals, reader: Reader<'_>) -> SenderFigures {
    let sender = totals.of.clone().unwrap_or_default();
    let share = if totals.read == 0 { 0.0 } else { totals.quarantined as f64 / totals.read as f64 };
    SenderFigures {
        messages: totals.read,
        accepted: totals.accepted,
        duplicate: totals.duplicate,
        quarantined: totals.quarantined,
        refused_share: share,
        last_received: Some(totals.last_received),
        link: format!("/quarantine?state=all&sender={}", encoded(&sender)),
        sender: if sender.is_empty() { reader.words.label("sender-unnamed") } else { printable(&sender) },
    }
}

fn day(totals: &ReceiptTotals) -> DayCounts {
    DayCounts {
        day: totals.of.clone().unwrap_or_default(),
        accepted: totals.accepted,
        duplicate: totals.duplicate,
        quarantined: totals.quarantined,
    }
}

/// The ratio of two rates with its 95 % interval on the logarithmic scale (Katz and others, Biometrics 34, 1978).
fn lift(risk: &ArmFigures, random: &ArmFigures) -> Lift {
    let (Some(high_rate), Some(base)) = (risk.rate, random.rate.filter(|rate| *rate > 0.0)) else {
        return Lift::default();
    };
    let value = high_rate / base;
    if risk.found == 0 {
        return Lift { value: Some(value), low: Some(0.0), high: None };
    }
    let part = |arm: &ArmFigures| 1.0 / arm.found as f64 - 1.0 / arm.inspected as f64;
    let spread = Z * (part(risk) + part(random)).max(0.0).sqrt();
    Lift { value: Some(value), low: Some(value * (-spread).exp()), high: Some(value * spread.exp()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arm(found: u64, inspected: u64) -> ArmFigures {
        let rate = (inspected > 0).then(|| found as f64 / inspected as f64);
        ArmFigures { arm: Arm::Risk, inspected, found, rate, low: None, high: None, link: String::new() }
    }

    #[test]
    fn the_lift_has_an_interval_where_there_is_one() {
        assert_eq!(lift(&arm(5, 10), &arm(0, 10)), Lift::default());
        assert_eq!(lift(&arm(0, 10), &arm(1, 10)).value, Some(0.0));
        // 15/20 against 5/20: ratio 3, standard error of its logarithm √(1/15 − 1/20 + 1/5 − 1/20).
        let found = lift(&arm(15, 20), &arm(5, 20));
        let spread = (1.96 * (1.0_f64 / 15.0 - 0.05 + 0.2 - 0.05).sqrt()).exp();
        assert!((found.value.unwrap() - 3.0).abs() < 1e-9);
        assert!((found.low.unwrap() - 3.0 / spread).abs() < 1e-3);
        assert!((found.high.unwrap() - 3.0 * spread).abs() < 1e-2);
    }

    #[test]
    fn links_are_encoded() {
        assert_eq!(queue_link("who:\"é\""), "/queue?filter=who%3A%22%C3%A9%22");
    }
}
