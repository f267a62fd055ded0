//! The page of a port area: what passes it, from where and to where, how long it stays, what is unusual this week.

mod unusual;

use super::Reader;
use super::queue::{indicator_title, place_name};
use crate::error::{Error, Result};
use crate::live::Live;
use crate::live::context::Context;
use crate::live::visits::{KEPT_DAYS, TextNumber, VISITS_MAX, Visit, Visits, WEEKS_COMPARED};
use crate::settings::Settings;
use crate::trips_show::nearest;
use crate::views::{
    AreaFlow, AreaRole, AreaStay, AreaView, AreaVisit, AreaWeek, Bin, Page, VisitReason, VisitRows,
};
use crate::words::printable;
use std::collections::HashMap;
use tidewaiter_model::time::UtcTime;
use tidewaiter_trips::{CallRole, Distribution, DwellRole};

/// Areas listed where boxes come from, and where they go to.
const FLOWS_SHOWN_MAX: usize = 25;
/// A box of which nothing was heard for longer is no longer taken to be there.
const THERE_DAYS_MAX: i64 = 60;
const WEEK_DAYS: i64 = 7;
/// Nine of ten stays are shorter than what is shown as high.
const HIGH_SHARE: f64 = 0.9;
const ROLES: [CallRole; 3] = [CallRole::Load, CallRole::Transhipment, CallRole::Discharge];

/// Which page of the calls behind a figure.
#[derive(Debug, Clone, Default)]
pub struct VisitsAsk {
    /// Which calls.
    pub rows: VisitRows,
    /// Rows on the page.
    pub limit: usize,
    /// The token that the page before gave as `next`.
    pub after: Option<String>,
}

/// The calls at an area and the week that is this week.
struct Area<'a> {
    code: &'a str,
    /// Names of what the calls hold as numbers.
    all: &'a Visits,
    visits: &'a [Visit],
    as_of: UtcTime,
    /// Weeks before this one of which anything at all is known.
    weeks_before: i64,
    settings: &'a Settings,
    reader: Reader<'a>,
}

/// See [`super::area`].
pub(super) async fn area(live: &Live, code: &str, reader: Reader<'_>) -> Result<AreaView> {
    let context = live.current_context().await?;
    let settings = live.settings();
    Ok(find(&context, code, &settings, reader)?.view())
}

/// See [`super::area_visits`].
pub(super) async fn visits(
    live: &Live,
    code: &str,
    ask: &VisitsAsk,
    reader: Reader<'_>,
) -> Result<Page<AreaVisit>> {
    let context = live.current_context().await?;
    let settings = live.settings();
    find(&context, code, &settings, reader)?.page(ask)
}

/// The area of a code of one of its places.
fn find<'a>(
    context: &'a Context,
    asked: &'a str,
    settings: &'a Settings,
    reader: Reader<'a>,
) -> Result<Area<'a>> {
    let places = settings.places();
    let code = places.area_of(asked.trim());
    let all = &context.visits;
    let visits = all.at(code);
    if visits.is_empty() && places.get(code).is_none() {
        let nearest = nearest(&asked.trim().to_uppercase(), places.iter().map(|place| place.code.as_str()));
        return Err(Error::NoSuchArea { asked: printable(asked), nearest });
    }
    let since = context.routes.since().unwrap_or(context.as_of);
    let known_days = context.as_of.hours_since(since) / 24.0;
    let weeks_before = ((known_days / WEEK_DAYS as f64) as i64 - 1).clamp(0, WEEKS_COMPARED);
    Ok(Area { code, all, visits, as_of: context.as_of, weeks_before, settings, reader })
}

impl Area<'_> {
    /// 0 of this week, 1 of the one before; none of what is farther back than the weeks compared.
    fn week(&self, visit: &Visit) -> Option<i64> {
        let days = self.as_of.hours_since(visit.time) / 24.0;
        let week = (days / WEEK_DAYS as f64) as i64;
        (days >= 0.0 && week <= self.weeks_before).then_some(week)
    }

    fn is_there(&self, visit: &Visit) -> bool {
        visit.arrived.get().is_some()
            && visit.departed.get().is_none()
            && visit.stay.is_none_or(|stay| stay.lasts)
            && visit.time >= self.as_of.plus_days(-THERE_DAYS_MAX)
    }

    fn view(&self) -> AreaView {
        let (name, country) = place_name(self.code, self.settings);
        let position = self.settings.places().area_position(self.code);
        AreaView {
            code: printable(self.code),
            name,
            country_name: if country.is_empty() {
                String::new()
            } else {
                self.reader.words.country(&country)
            },
            country,
            lat: position.map(|(lat, _)| lat),
            lon: position.map(|(_, lon)| lon),
            as_of: self.as_of,
            since: self.as_of.plus_days(-KEPT_DAYS),
            truncated: self.visits.len() >= VISITS_MAX,
            visits: self.visits.len() as u64,
            there: self.visits.iter().filter(|visit| self.is_there(visit)).count() as u64,
            roles: ROLES.into_iter().map(|role| self.role(role)).collect(),
            origins: self.flows(|visit| visit.from),
            destinations: self.flows(|visit| visit.to),
            stays: DwellRole::ALL.into_iter().filter_map(|role| self.stay(role)).collect(),
            weeks: (0..=self.weeks_before).map(|week| self.week_view(week)).collect(),
            unusual: self.unusual(),
        }
    }

    /// How many of these a week, before this week.
    fn usual_week(&self, counts: impl Fn(&Visit) -> bool) -> Option<f64> {
        let before = self.visits.iter().filter(|visit| counts(visit) && self.week(visit) > Some(0)).count();
        (self.weeks_before > 0).then(|| before as f64 / self.weeks_before as f64)
    }

    fn role(&self, role: CallRole) -> AreaRole {
        let of_role = |visit: &Visit| visit.role == role;
        let all = || self.visits.iter().filter(|visit| of_role(visit));
        AreaRole {
            role: role.as_str().to_owned(),
            count: all().count() as u64,
            this_week: all().filter(|visit| self.week(visit) == Some(0)).count() as u64,
            usual_week: self.usual_week(of_role),
        }
    }

    fn flows(&self, end: impl Fn(&Visit) -> Option<TextNumber>) -> Vec<AreaFlow> {
        // Calls in all, this week, and in the weeks before.
        let mut counts: HashMap<TextNumber, (u64, u64, u64)> = HashMap::new();
        let mut known = 0u64;
        for visit in self.visits {
            let Some(area) = end(visit) else { continue };
            known += 1;
            let counted = counts.entry(area).or_default();
            counted.0 += 1;
            match self.week(visit) {
                Some(0) => counted.1 += 1,
                Some(_) => counted.2 += 1,
                None => {}
            }
        }
        let mut flows: Vec<(&str, (u64, u64, u64))> =
            counts.into_iter().map(|(area, counted)| (self.all.text(area), counted)).collect();
        flows.sort_by(|a, b| b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(b.0)));
        let flow = |(area, (count, this_week, before)): (&str, (u64, u64, u64))| {
            let (name, country) = place_name(area, self.settings);
            AreaFlow {
                area: printable(area),
                name,
                country,
                count,
                share: count as f64 / known.max(1) as f64,
                this_week,
                usual_week: (self.weeks_before > 0).then(|| before as f64 / self.weeks_before as f64),
            }
        };
        flows.into_iter().take(FLOWS_SHOWN_MAX).map(flow).collect()
    }

    fn stay(&self, role: DwellRole) -> Option<AreaStay> {
        let (mut all, mut week) = (Distribution::default(), Distribution::default());
        for visit in self.visits {
            let Some(stay) = visit.stay.filter(|stay| stay.role == role && !stay.lasts) else { continue };
            all.add(f64::from(stay.hours));
            if self.week(visit) == Some(0) {
                week.add(f64::from(stay.hours));
            }
        }
        let place = place_name(self.code, self.settings).0;
        let key = format!("stay-{}", role.as_str().replace('_', "-"));
        Some(AreaStay {
            role: role.as_str().to_owned(),
            role_text: self.reader.words.say(&key, &[("place", place.into())]),
            count: all.population(),
            median_hours: all.quantile_hours(0.5)?,
            high_hours: all.quantile_hours(HIGH_SHARE)?,
            week_count: week.population(),
            week_median_hours: week.quantile_hours(0.5),
            bins: all.bins().into_iter().map(|(from, to, count)| Bin { from, to, count }).collect(),
        })
    }

    fn week_view(&self, week: i64) -> AreaWeek {
        let mut view = AreaWeek {
            week: u8::try_from(week).unwrap_or(u8::MAX),
            from: self.as_of.plus_days(-WEEK_DAYS * (week + 1)),
            to: self.as_of.plus_days(-WEEK_DAYS * week),
            visits: 0,
            load: 0,
            transhipment: 0,
            discharge: 0,
            flagged: 0,
            doubted: 0,
        };
        for visit in self.visits.iter().filter(|visit| self.week(visit) == Some(week)) {
            view.visits += 1;
            match visit.role {
                CallRole::Load => view.load += 1,
                CallRole::Transhipment => view.transhipment += 1,
                CallRole::Discharge => view.discharge += 1,
            }
            view.flagged += u64::from(!visit.reasons.is_empty());
            view.doubted += u64::from(visit.doubted > 0);
        }
        view
    }

    fn matches(&self, visit: &Visit, rows: &VisitRows) -> bool {
        let is = |asked: &Option<String>, has: Option<TextNumber>| {
            asked.as_deref().is_none_or(|asked| has.is_some_and(|has| self.all.text(has) == asked))
        };
        let stay = visit.stay;
        let hours = |holds: &dyn Fn(f64) -> bool| stay.is_some_and(|stay| holds(f64::from(stay.hours)));
        rows.role.as_deref().is_none_or(|role| visit.role.as_str() == role)
            && is(&rows.from, visit.from)
            && is(&rows.to, visit.to)
            && rows.week.is_none_or(|week| self.week(visit) == Some(i64::from(week)))
            && (!rows.there || self.is_there(visit))
            && (!rows.flagged || !visit.reasons.is_empty())
            && (!rows.doubted || visit.doubted > 0)
            && rows
                .stay
                .as_deref()
                .is_none_or(|role| stay.is_some_and(|stay| !stay.lasts && stay.role.as_str() == role))
            && rows.min_hours.is_none_or(|least| hours(&|hours| hours >= least))
            && rows.max_hours.is_none_or(|most| hours(&|hours| hours < most))
    }

    /// A token names the run's time and how many rows went before, so that a page never mixes two pictures.
    fn page(&self, ask: &VisitsAsk) -> Result<Page<AreaVisit>> {
        let prefix = format!("{}-", self.as_of.micros());
        let wrong = |found: &str| Error::Page {
            what: "page token",
            found: printable(found),
            next: "the picture may have changed meanwhile; begin again without `after`",
        };
        let start = match ask.after.as_deref() {
            None => 0,
            Some(token) => token
                .strip_prefix(&prefix)
                .and_then(|number| number.parse::<usize>().ok())
                .ok_or_else(|| wrong(token))?,
        };
        let matching: Vec<&Visit> =
            self.visits.iter().filter(|visit| self.matches(visit, &ask.rows)).collect();
        let items: Vec<AreaVisit> =
            matching.iter().skip(start).take(ask.limit).map(|visit| self.visit_view(visit)).collect();
        let end = start.saturating_add(items.len());
        Ok(Page {
            next: (end < matching.len()).then(|| format!("{prefix}{end}")),
            items,
            total: Some(matching.len() as u64),
        })
    }

    fn visit_view(&self, visit: &Visit) -> AreaVisit {
        let words = self.reader.words;
        let named = |area: Option<TextNumber>| {
            let area = area.map(|area| self.all.text(area));
            area.map(|area| (printable(area), place_name(area, self.settings).0)).unzip()
        };
        let ((from, from_name), (to, to_name)) = (named(visit.from), named(visit.to));
        let reasons = visit.reasons.iter().map(|indicator| VisitReason {
            code: indicator.code().to_owned(),
            title: indicator_title(indicator.code(), words),
        });
        AreaVisit {
            container: printable(self.all.text(visit.container)),
            sequence: visit.sequence,
            role: visit.role.as_str().to_owned(),
            from,
            from_name,
            to,
            to_name,
            arrived: visit.arrived.get(),
            departed: visit.departed.get(),
            hours: visit.stay.map(|stay| f64::from(stay.hours)),
            lasts: self.is_there(visit),
            reports: visit.reports,
            doubted: visit.doubted,
            reasons: reasons.collect(),
        }
    }
}
