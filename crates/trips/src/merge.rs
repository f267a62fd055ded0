//! From reports to events: reports of one event are put together, and the event gets its consensus.

use crate::area::{AreaId, Gazetteer};
use crate::facts::{Repair, Report};
use crate::learned::{Learned, SourceTrust};
use crate::order::{OrderRoom, order};
use crate::place::place_by_neighbours;
use crate::repair::repaired_clock;
use crate::settings::TripSettings;
use crate::tally::Tally;
use std::cmp::Ordering;
use tidewaiter_model::batch::{TextId, TextTable};
use tidewaiter_model::event::{Classifier, EventCode, FullEmpty};
use tidewaiter_model::time::UtcTime;

/// One event of a container, made of one or more reports.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cluster {
    pub(crate) event: EventCode,
    pub(crate) classifier: Classifier,
    pub(crate) full_empty: Option<FullEmpty>,
    pub(crate) repair: Repair,
    /// For an event of few reports: others near it contradict it.
    pub(crate) shadowed: bool,
    pub(crate) area: AreaId,
    /// Consensus time.
    pub(crate) time: UtcTime,
    pub(crate) first: UtcTime,
    pub(crate) last: UtcTime,
    pub(crate) vessel: TextId,
    pub(crate) location: TextId,
    pub(crate) carrier: TextId,
    pub(crate) seal: TextId,
    pub(crate) gross_mass_kg: f32,
    /// Members: `members[start..start + reports]` of [`Merged`].
    pub(crate) start: u32,
    pub(crate) reports: u32,
    /// What it costs to leave it out, and to believe it, besides what its neighbours say; see [`crate::evidence`].
    pub(crate) doubt_cost: f32,
    pub(crate) belief_cost: f32,
}

/// What the reports are read with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reference<'a> {
    pub(crate) texts: &'a TextTable,
    pub(crate) areas: &'a Gazetteer,
    pub(crate) learned: &'a Learned,
    pub(crate) settings: &'a TripSettings,
}

/// The events of one container number, in order of consensus time, and the reports each is made of.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// Actual events.
    pub(crate) events: Vec<Cluster>,
    /// Estimates, plans and requests.
    pub(crate) foreseen: Vec<Cluster>,
    /// Numbers of reports by cluster; within a cluster in order of event time.
    pub(crate) members: Vec<u32>,
    /// Their corrected times.
    times: Vec<UtcTime>,
    /// Reports in order of corrected time.
    order: Vec<(UtcTime, u32)>,
    areas: LocalAreas,
    /// Number of the last seed + 1 by local area, code and whether it happened; 0 for none.
    growing: Vec<u32>,
    seeds: Vec<Seed>,
    seed_of: Vec<u32>,
    starts: Vec<u32>,
    tallies: [Tally; 4],
    order_room: OrderRoom,
    masses: Vec<f32>,
    weights: Vec<u32>,
}

/// Numbers of the areas of one container, from 0.
#[derive(Debug, Default)]
struct LocalAreas {
    /// By area; 0 for none, else the local number + 1.
    of_area: Vec<u32>,
    areas: Vec<AreaId>,
}

impl LocalAreas {
    fn clear(&mut self, area_count: usize) {
        for area in self.areas.drain(..) {
            if let Some(local) = self.of_area.get_mut(area.index()) {
                *local = 0;
            }
        }
        if self.of_area.len() < area_count {
            self.of_area.resize(area_count, 0);
        }
    }

    fn number(&mut self, area: AreaId) -> usize {
        let Some(local) = self.of_area.get_mut(area.index()) else { return 0 };
        if *local == 0 {
            self.areas.push(area);
            *local = self.areas.len() as u32;
        }
        *local as usize - 1
    }
}

/// Reports that one sweep over time puts together.
#[derive(Debug, Clone, Copy)]
struct Seed {
    area: AreaId,
    event: EventCode,
    actual: bool,
    /// An opposite event lay between it and the one before it of the same code and place.
    parted: bool,
    repair: Repair,
    first: UtcTime,
    last: UtcTime,
    /// Microseconds after `first`, added up over its reports.
    micros: i64,
    reports: u32,
    vessel: TextId,
    /// The seed before it of the same code and place; `u32::MAX` for none.
    before: u32,
    /// The seed that it was put into; itself when it stands alone. Later the number of its event.
    into: u32,
}

impl Seed {
    fn middle(&self) -> UtcTime {
        UtcTime::from_micros(self.first.micros() + self.micros / i64::from(self.reports.max(1)))
    }
}

/// Codes times whether it happened, rounded up.
const SLOTS: usize = 32;
const NONE: u32 = u32::MAX;

/// A date may be wrong by this many days and still be seen to belong to its event.
const WHOLE_DAYS_MAX: f64 = 10.0;
/// Clocks that are a day off are off by whole days up to this many hours.
const WHOLE_DAY_SLACK_HOURS: f64 = 7.0;

/// Total order of reports by content: time first, then everything that can tell two reports apart. Two reports
/// that compare equal say the same, so it does not matter which comes first.
fn by_content(a: &Report, b: &Report, texts: &TextTable) -> Ordering {
    let text = |x: TextId, y: TextId| if x == y { Ordering::Equal } else { texts.text(x).cmp(texts.text(y)) };
    a.time
        .cmp(&b.time)
        .then_with(|| a.event.cmp(&b.event))
        .then_with(|| text(a.location, b.location))
        .then_with(|| text(a.source, b.source))
        .then_with(|| a.received.cmp(&b.received))
        .then_with(|| a.classifier.cmp(&b.classifier))
        .then_with(|| a.full_empty.cmp(&b.full_empty))
        .then_with(|| text(a.vessel, b.vessel))
        .then_with(|| text(a.seal, b.seal))
        .then_with(|| a.gross_mass_kg.total_cmp(&b.gross_mass_kg))
        .then_with(|| text(a.carrier, b.carrier))
        .then_with(|| text(a.document, b.document))
        .then_with(|| text(a.size_type, b.size_type))
        .then_with(|| a.message.cmp(&b.message))
}

impl Merged {
    /// The numbers of a cluster's reports.
    pub(crate) fn members(&self, cluster: &Cluster) -> &[u32] {
        let start = cluster.start as usize;
        self.members.get(start..start + cluster.reports as usize).unwrap_or(&[])
    }

    /// Puts the reports of one container number together. Linear in the reports once they are sorted.
    pub(crate) fn read(&mut self, reports: &[Report], reference: Reference<'_>) {
        self.sort(reports, reference);
        self.sweep(reports, reference);
        self.repair_days();
        self.repair_places(reference);
        self.gather(reports, reference);
        order(&mut self.events, &mut self.order_room, reference);
        place_by_neighbours(&mut self.events, reference);
        order(&mut self.foreseen, &mut self.order_room, reference);
    }

    fn sort(&mut self, reports: &[Report], reference: Reference<'_>) {
        self.order.clear();
        let learned = reference.learned;
        self.order.extend((0..).zip(reports).map(|(number, report)| (corrected(report, learned), number)));
        self.order.sort_unstable_by_key(|(time, _)| *time);
        let of = |number: u32| reports.get(number as usize);
        for same in self.order.chunk_by_mut(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
            same.sort_unstable_by(|a, b| match (of(a.1), of(b.1)) {
                (Some(a), Some(b)) => by_content(a, b, reference.texts),
                _ => Ordering::Equal,
            });
        }
    }

    /// Gives each report the number of its seed.
    fn sweep(&mut self, reports: &[Report], reference: Reference<'_>) {
        let (areas, settings) = (reference.areas, reference.settings);
        let window_micros = (settings.merge_window_hours * 3.6e9) as i64;
        let clear_micros = (settings.jitter_hours / 2.0 * 3.6e9) as i64;
        self.areas.clear(areas.len());
        self.growing.clear();
        self.seeds.clear();
        self.seed_of.clear();
        for (time, number) in &self.order {
            let Some(report) = reports.get(*number as usize) else { continue };
            let named = areas.of_text(report.location);
            let area = reference.learned.area(named);
            let actual = report.classifier == Classifier::Actual;
            let base = self.areas.number(area) * SLOTS + usize::from(actual);
            if self.growing.len() < base + SLOTS {
                self.growing.resize((base / SLOTS + 1) * SLOTS, 0);
            }
            let slot = base + report.event as usize * 2;
            let before = self.growing[slot].wrapping_sub(1);
            let between = report
                .event
                .opposite()
                .map(|event| self.growing[base + event as usize * 2].wrapping_sub(1))
                .and_then(|between| self.seeds.get(between as usize))
                .map(|between| (between.first, between.last));
            let mut parted = false;
            if let Some(seed) = self.seeds.get_mut(before as usize) {
                parted = is_parted(seed.last, between, *time, clear_micros);
                let micros = time.micros().saturating_sub(seed.first.micros());
                if micros <= window_micros && !parted {
                    seed.last = *time;
                    seed.micros = seed.micros.saturating_add(micros);
                    seed.reports += 1;
                    seed.repair = if area == named { seed.repair } else { Repair::Place };
                    seed.vessel = if seed.vessel == TextId::NONE { report.vessel } else { seed.vessel };
                    self.seed_of.push(before);
                    continue;
                }
            }
            let own = self.seeds.len() as u32;
            self.seeds.push(Seed {
                area,
                event: report.event,
                actual,
                parted,
                repair: if area == named { Repair::None } else { Repair::Place },
                first: *time,
                last: *time,
                micros: 0,
                reports: 1,
                vessel: report.vessel,
                before,
                into: own,
            });
            self.growing[slot] = own + 1;
            self.seed_of.push(own);
        }
    }

    /// Puts few reports whose date is whole days off to the many of the same code and place.
    fn repair_days(&mut self) {
        for index in 0..self.seeds.len() {
            let own = self.seeds[index];
            if own.before == NONE || own.parted || !own.actual {
                continue;
            }
            let Some(root) = self.seeds.get(own.before as usize).map(|before| before.into) else { continue };
            let Some(before) = self.seeds.get(root as usize).copied() else { continue };
            let days = own.middle().hours_since(before.middle()) / 24.0;
            let whole = days.round();
            let off_hours = (days - whole).abs() * 24.0;
            let few = own.reports.min(before.reports);
            let many = own.reports.max(before.reports);
            let outvoted = few * 3 <= many || (few == 1 && many > 1);
            let far = days > WHOLE_DAYS_MAX || whole < 1.0 || off_hours > WHOLE_DAY_SLACK_HOURS;
            let other_vessel =
                own.vessel != before.vessel && own.vessel.some().and(before.vessel.some()).is_some();
            if far || !outvoted || other_vessel {
                continue;
            }
            let (from, to) =
                if own.reports < before.reports { (index, root as usize) } else { (root as usize, index) };
            let given = self.seeds[from].reports;
            self.seeds[from].into = to as u32;
            self.seeds[to].reports += given;
            self.seeds[to].repair = Repair::WholeDays;
        }
    }

    /// Puts reports that name a place nobody knows, or none, to those of the same code and moment at a known place.
    fn repair_places(&mut self, reference: Reference<'_>) {
        for index in 0..self.seeds.len() {
            let own = self.seeds[index];
            if own.into != index as u32 || !own.actual || reference.areas.is_known(own.area) {
                continue;
            }
            let near = |seed: &Seed| {
                seed.middle().hours_since(own.middle()).abs() <= reference.settings.jitter_hours
                    && seed.event == own.event
                    && seed.actual
                    && reference.areas.is_known(seed.area)
                    && (seed.vessel == own.vessel || seed.vessel.some().and(own.vessel.some()).is_none())
            };
            let reach = reference.settings.merge_window_hours + reference.settings.jitter_hours;
            let in_reach = |seed: &&(usize, Seed)| seed.1.first.hours_since(own.first).abs() <= reach;
            let numbered = self.seeds.iter().copied().enumerate();
            let (earlier, later) = (numbered.clone().take(index).rev(), numbered.skip(index + 1));
            let around =
                earlier.take_while(|seed| in_reach(&seed)).chain(later.take_while(|seed| in_reach(&seed)));
            let best = around
                .take(PLACES_LOOKED_AT_MAX)
                .filter(|(number, seed)| seed.into == *number as u32 && near(seed))
                .max_by_key(|(number, seed)| (seed.reports, std::cmp::Reverse(*number)));
            if let Some((to, _)) = best {
                self.seeds[index].into = to as u32;
                self.seeds[to].reports += own.reports;
                self.seeds[to].repair = self.seeds[to].repair.max(Repair::Place);
            }
        }
    }

    /// Sorts the reports by event, keeping their order within, and makes the events.
    fn gather(&mut self, reports: &[Report], reference: Reference<'_>) {
        let mut count = 0u32;
        for index in 0..self.seeds.len() {
            // Chains are short: a seed is put into one that stood alone, which may be put into another later.
            let mut root = index;
            while self.seeds[root].into as usize != root {
                root = self.seeds[root].into as usize;
            }
            self.seeds[index].into = root as u32;
        }
        // Roots get their event's number in `before`, which is of no more use.
        for index in 0..self.seeds.len() {
            if self.seeds[index].into == index as u32 {
                self.seeds[index].before = count;
                count += 1;
            }
        }
        self.starts.clear();
        self.starts.resize(count as usize + 1, 0);
        for seed in &mut self.seed_of {
            let root = self.seeds[*seed as usize].into;
            *seed = self.seeds[root as usize].before;
            self.starts[*seed as usize + 1] += 1;
        }
        for index in 1..self.starts.len() {
            self.starts[index] += self.starts[index - 1];
        }
        self.members.clear();
        self.members.resize(self.order.len(), 0);
        self.times.clear();
        self.times.resize(self.order.len(), UtcTime::MIN);
        for (event, (time, number)) in self.seed_of.iter().zip(&self.order) {
            let place = &mut self.starts[*event as usize];
            self.members[*place as usize] = *number;
            self.times[*place as usize] = *time;
            *place += 1;
        }
        self.events.clear();
        self.foreseen.clear();
        let mut start = 0;
        for index in 0..self.seeds.len() {
            let seed = self.seeds[index];
            if seed.into != index as u32 {
                continue;
            }
            let end = self.starts[seed.before as usize];
            let cluster = self.settle(&seed, start..end, reports, reference);
            start = end;
            if seed.actual { self.events.push(cluster) } else { self.foreseen.push(cluster) }
        }
    }

    /// The consensus of one event.
    fn settle(
        &mut self,
        seed: &Seed,
        members: std::ops::Range<u32>,
        reports: &[Report],
        reference: Reference<'_>,
    ) -> Cluster {
        let range = members.start as usize..members.end as usize;
        let numbers = self.members.get(range.clone()).unwrap_or(&[]);
        let times = self.times.get(range).unwrap_or(&[]);
        let rows = || numbers.iter().filter_map(|number| reports.get(*number as usize));
        let [vessels, locations, carriers, seals] = &mut self.tallies;
        for tally in [&mut *vessels, locations, carriers, seals] {
            tally.clear();
        }
        self.masses.clear();
        self.weights.clear();
        let (mut laden, mut empty, mut offset) = (0u32, 0u32, false);
        for row in rows() {
            let SourceTrust { weight, offset_micros } = reference.learned.source(row.source);
            offset |= offset_micros != 0;
            self.weights.push(weight);
            vessels.add(row.vessel, weight);
            locations.add(row.location, weight);
            carriers.add(row.carrier, weight);
            seals.add(row.seal, weight);
            match row.full_empty {
                Some(FullEmpty::Laden) => laden += weight,
                Some(FullEmpty::Empty) => empty += weight,
                None => {}
            }
            if row.gross_mass_kg > 0.0 && row.gross_mass_kg.is_finite() {
                self.masses.push(row.gross_mass_kg);
            }
        }
        self.masses.sort_unstable_by(f32::total_cmp);
        let (time, classifier) = if seed.actual {
            (median_time(times, &self.weights), Classifier::Actual)
        } else {
            // The latest estimate replaces those before it.
            rows()
                .max_by_key(|row| row.received)
                .map_or((seed.first, Classifier::Estimated), |row| (row.time, row.classifier))
        };
        let mut cluster = Cluster {
            event: seed.event,
            classifier,
            full_empty: match laden.cmp(&empty) {
                Ordering::Greater => Some(FullEmpty::Laden),
                Ordering::Less => Some(FullEmpty::Empty),
                Ordering::Equal => None,
            },
            repair: seed.repair,
            shadowed: false,
            area: seed.area,
            time,
            first: seed.first,
            last: seed.last,
            vessel: vessels.most(reference.texts),
            location: locations.most(reference.texts),
            carrier: carriers.most(reference.texts),
            seal: seals.most(reference.texts),
            gross_mass_kg: self.masses.get((self.masses.len().max(1) - 1) / 2).copied().unwrap_or(f32::NAN),
            start: members.start,
            reports: members.end - members.start,
            doubt_cost: 0.0,
            belief_cost: 0.0,
        };
        if seed.actual {
            let clock = if offset { Repair::TimeZone } else { repaired_clock(times, time) };
            cluster.repair = cluster.repair.max(clock);
        }
        cluster
    }
}

/// Looked at around a report whose place is unknown.
const PLACES_LOOKED_AT_MAX: usize = 64;

/// When it happened, by a clock that is right.
fn corrected(report: &Report, learned: &Learned) -> UtcTime {
    match learned.clock_offset_micros(report.source) {
        0 => report.time,
        offset => UtcTime::from_micros(report.time.micros().saturating_sub(offset)),
    }
}

/// Whether an opposite event lies clearly between what was seen so far and the next report.
fn is_parted(last: UtcTime, between: Option<(UtcTime, UtcTime)>, time: UtcTime, clear_micros: i64) -> bool {
    between.is_some_and(|(other_first, other_last)| {
        other_first.micros().saturating_sub(last.micros()) >= clear_micros
            && time.micros().saturating_sub(other_last.micros()) >= clear_micros
    })
}

/// The weighted median of times in their order; the earlier of two in the middle.
fn median_time(times: &[UtcTime], weights: &[u32]) -> UtcTime {
    let all: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    let mut passed = 0;
    for (time, weight) in times.iter().zip(weights) {
        passed += u64::from(*weight);
        if passed * 2 >= all {
            return *time;
        }
    }
    UtcTime::default()
}
