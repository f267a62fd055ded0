//! What is unusual this week: counts and shares against the weeks before.

use super::{Area, HIGH_SHARE};
use crate::cases::queue::place_name;
use crate::live::visits::{TextNumber, Visit};
use crate::views::{Deviation, VisitRows};
use std::collections::BTreeSet;
use tidewaiter_trips::{CallRole, Distribution, DwellRole};

/// Farther off than this many standard deviations counts as unusual: by chance one figure in four hundred is.
const DEVIATIONS_MIN: f64 = 3.0;
/// Nothing is said about fewer calls than these.
const COUNT_MIN: f64 = 3.0;
/// Stays of the weeks before below which nothing is said about this week's.
const STAYS_MIN: u64 = 30;
/// Said at most.
const SAID_MAX: usize = 12;
/// Weeks before this one that are needed to say anything.
const WEEKS_MIN: i64 = 3;

impl Area<'_> {
    /// What is unusual, farthest out first.
    pub(super) fn unusual(&self) -> Vec<Deviation> {
        if self.weeks_before < WEEKS_MIN {
            return Vec::new();
        }
        let rows = || VisitRows { week: Some(0), ..VisitRows::default() };
        let mut found: Vec<Deviation> = Vec::new();
        found.extend(self.count("calls", String::new(), rows(), |_| true));
        // What was discharged this week may yet be transhipped, so those two cannot be compared with whole weeks.
        let role = CallRole::Load;
        let loaded = VisitRows { role: Some(role.as_str().to_owned()), ..rows() };
        found.extend(self.count("role", role.as_str().to_owned(), loaded, |visit| visit.role == role));
        // Where the boxes of this week go is not known until their journeys are over, so that is not compared. Where
        // every box begins here, its count is that of the role.
        let here = self.all.number(self.code);
        let compared = self.visits.iter().filter(|visit| self.week(visit).is_some());
        let origins: BTreeSet<TextNumber> = compared.filter_map(|visit| visit.from).collect();
        for from in origins.into_iter().filter(|from| Some(*from) != here) {
            let area = self.all.text(from).to_owned();
            let of_area = VisitRows { from: Some(area.clone()), ..rows() };
            found.extend(self.count("origin", area, of_area, |visit| visit.from == Some(from)));
        }
        found.extend(self.share(
            "flagged",
            VisitRows { flagged: true, ..rows() },
            |_| true,
            |visit| !visit.reasons.is_empty(),
        ));
        found.extend(self.share(
            "doubted",
            VisitRows { doubted: true, ..rows() },
            |_| true,
            |visit| visit.doubted > 0,
        ));
        found.extend(DwellRole::ALL.into_iter().filter_map(|role| self.long_stays(role)));
        found.sort_by(|a, b| {
            b.deviations.abs().total_cmp(&a.deviations.abs()).then_with(|| a.text.cmp(&b.text))
        });
        found.truncate(SAID_MAX);
        found
    }

    /// A count of this week against those of the weeks before. Its spread is theirs, and at least that of counting
    /// (Poisson); the mean of few weeks is itself uncertain.
    fn count(
        &self,
        kind: &str,
        what: String,
        rows: VisitRows,
        counts: impl Fn(&Visit) -> bool,
    ) -> Option<Deviation> {
        let weeks = usize::try_from(self.weeks_before).ok()?;
        let mut by_week = vec![0u32; weeks + 1];
        for visit in self.visits.iter().filter(|visit| counts(visit)) {
            let week = self.week(visit).and_then(|week| usize::try_from(week).ok());
            if let Some(count) = week.and_then(|week| by_week.get_mut(week)) {
                *count += 1;
            }
        }
        let (this, before) = by_week.split_first()?;
        let (value, number) = (f64::from(*this), before.len() as f64);
        let mean = before.iter().map(|count| f64::from(*count)).sum::<f64>() / number;
        let squares = before.iter().map(|count| (f64::from(*count) - mean).powi(2)).sum::<f64>();
        let variance = (squares / (number - 1.0)).max(mean).max(1.0);
        let deviations = (value - mean) / (variance * (1.0 + 1.0 / number)).sqrt();
        let enough = value.max(mean) >= COUNT_MIN;
        let new = mean == 0.0 && value >= COUNT_MIN && kind == "origin";
        if !new && (deviations.abs() < DEVIATIONS_MIN || !enough) {
            return None;
        }
        Some(Deviation {
            text: self.count_text(kind, &what, value, mean, new),
            kind: kind.to_owned(),
            value,
            expected: mean,
            deviations,
            rows,
        })
    }

    fn count_text(&self, kind: &str, what: &str, value: f64, mean: f64, new: bool) -> String {
        let words = self.reader.words;
        let name = match kind {
            "role" => words.label(&format!("trips-show-role-{what}")),
            _ => place_name(what, self.settings).0,
        };
        let key = if new { format!("unusual-{kind}-new") } else { format!("unusual-{kind}") };
        words.say(
            &key,
            &[
                ("n", (value as u64).into()),
                ("value", words.number(value, 0).into()),
                ("usual", words.number(mean, 1).into()),
                ("name", name.into()),
            ],
        )
    }

    /// The share of calls that have something, this week against the weeks before (two proportions, pooled).
    fn share(
        &self,
        kind: &str,
        rows: VisitRows,
        counts: impl Fn(&Visit) -> bool,
        has: impl Fn(&Visit) -> bool,
    ) -> Option<Deviation> {
        let (mut this, mut before) = ((0.0, 0.0), (0.0, 0.0));
        for visit in self.visits.iter().filter(|visit| counts(visit)) {
            let Some(week) = self.week(visit) else { continue };
            let side = if week == 0 { &mut this } else { &mut before };
            side.0 += f64::from(u8::from(has(visit)));
            side.1 += 1.0;
        }
        if this.1 < COUNT_MIN || before.1 < COUNT_MIN || this.0.max(before.0) < COUNT_MIN {
            return None;
        }
        let (share, usual) = (this.0 / this.1, before.0 / before.1);
        let pooled = (this.0 + before.0) / (this.1 + before.1);
        let spread = (pooled * (1.0 - pooled) * (1.0 / this.1 + 1.0 / before.1)).sqrt();
        let deviations = (share - usual) / spread;
        if !deviations.is_finite() || deviations.abs() < DEVIATIONS_MIN {
            return None;
        }
        let words = self.reader.words;
        let text = words.say(
            &format!("unusual-{}", kind.replace('_', "-")),
            &[
                ("n", (this.0 as u64).into()),
                ("value", words.number(this.0, 0).into()),
                ("calls", words.number(this.1, 0).into()),
                ("share", words.share(share).into()),
                ("usual", words.share(usual).into()),
            ],
        );
        Some(Deviation { kind: kind.to_owned(), text, value: share, expected: usual, deviations, rows })
    }

    /// How many of the stays that began this week and ended are longer than nine in ten of the weeks before.
    fn long_stays(&self, role: DwellRole) -> Option<Deviation> {
        let mut before = Distribution::default();
        let of_role = |visit: &Visit| visit.stay.filter(|stay| stay.role == role && !stay.lasts);
        for visit in self.visits.iter().filter(|visit| self.week(visit) > Some(0)) {
            of_role(visit).into_iter().for_each(|stay| before.add(f64::from(stay.hours)));
        }
        if before.population() < STAYS_MIN {
            return None;
        }
        let high_hours = before.quantile_hours(HIGH_SHARE)?;
        let rows = VisitRows {
            week: Some(0),
            stay: Some(role.as_str().to_owned()),
            min_hours: Some(high_hours),
            ..VisitRows::default()
        };
        let long = |visit: &Visit| of_role(visit).is_some_and(|stay| f64::from(stay.hours) >= high_hours);
        let mut found = self.share("long_stays", rows, |visit| of_role(visit).is_some(), long)?;
        // Stays that began this week have had less time to grow long: only more long ones than before say something.
        if found.deviations < 0.0 {
            return None;
        }
        let words = self.reader.words;
        let key = format!("stay-{}", role.as_str().replace('_', "-"));
        let place = place_name(self.code, self.settings).0;
        found.text = words.say(
            "unusual-long-stays",
            &[
                ("share", words.share(found.value).into()),
                ("high", words.hours(high_hours).into()),
                ("what", words.say(&key, &[("place", place.into())]).into()),
            ],
        );
        Some(found)
    }
}
