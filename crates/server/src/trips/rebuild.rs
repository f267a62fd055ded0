//! One bucket of packed rows to the outcomes of its containers.

use super::hold::{Budget, Piece, Spiller, gather, release};
use super::limits::CONTAINER_ROWS_MAX;
use super::numbers::{ContainerKey, OddTexts};
use super::outcome::Outcome;
use super::row::PackedRow;
use super::words::Vocabulary;
use super::{Counts, Fault};
use tidewaiter_model::batch::TextId;
use tidewaiter_trips::{Doubt, Facts, Kernel, Learner, Report};

/// What every thread needs to rebuild.
pub(super) struct Rebuilding<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) odd: &'a OddTexts,
    pub(super) budget: &'a Budget,
    /// Whether events are kept with the outcome.
    pub(super) events: bool,
}

/// Outcomes of the containers of one bucket, in order of container.
pub(super) struct Run {
    pub(super) piece: Piece,
    /// Container, where its outcome begins and how long it is.
    pub(super) index: Vec<(ContainerKey, u64, u32)>,
}

/// What one thread uses for every bucket.
pub(super) struct Bench<'a, 'k> {
    with: &'a Rebuilding<'a>,
    kernel: Kernel<'k>,
    spiller: Spiller<'a>,
    reading: Reading<'a>,
    rows: Vec<u8>,
    groups: Groups,
    outcome: Outcome,
}

impl<'a, 'k> Bench<'a, 'k> {
    pub(super) fn new(with: &'a Rebuilding<'a>, kernel: Kernel<'k>) -> Bench<'a, 'k> {
        Bench {
            with,
            kernel,
            spiller: Spiller::new(with.budget),
            reading: Reading::new(with.vocabulary),
            rows: Vec::new(),
            groups: Groups::default(),
            outcome: Outcome::default(),
        }
    }

    /// What came of the messages.
    pub(super) fn counts(&self) -> Counts {
        self.reading.counts
    }

    /// Rebuilds every container of a bucket; `learn` sees the facts of each.
    pub(super) fn bucket(&mut self, pieces: Vec<Piece>, learn: &mut dyn FnMut(&Facts)) -> Result<Run, Fault> {
        let mut rows = std::mem::take(&mut self.rows);
        gather(&pieces, &mut rows)?;
        release(pieces, self.with.budget);
        let mut groups = std::mem::take(&mut self.groups);
        groups.split(&rows)?;
        let mut out = Vec::new();
        let mut index = Vec::with_capacity(groups.containers.len());
        for number in groups.in_order(self.with.odd) {
            let start = out.len();
            self.container(&rows, groups.rows_of(number), &mut out)?;
            learn(&self.outcome.facts);
            index.push((groups.key(number), start as u64, (out.len() - start) as u32));
        }
        (self.rows, self.groups) = (rows, groups);
        out.shrink_to_fit();
        Ok(Run { piece: self.spiller.keep(out)?, index })
    }

    fn container(&mut self, rows: &[u8], places: &[u32], out: &mut Vec<u8>) -> Result<(), Fault> {
        self.reading.read(rows, places)?;
        self.outcome.clear();
        self.kernel.rebuild(&self.reading.reports, &mut self.outcome.facts);
        self.describe();
        // The control total of every container: no report may be lost or counted twice.
        let facts = &self.outcome.facts;
        let counted = facts.trips.iter().fold(0u64, |sum, trip| sum + u64::from(trip.reports));
        if counted != self.reading.reports.len() as u64 {
            return Err(Fault::Defect("a container's trips do not count each of its messages once"));
        }
        let counts = &mut self.reading.counts;
        counts.counted += counted;
        counts.containers += 1;
        counts.trips += facts.trips.len() as u64;
        counts.events += facts.events.len() as u64;
        self.outcome.write(self.with.events, out);
        Ok(())
    }

    /// Notes vessels of trips and sources of events.
    fn describe(&mut self) {
        let Outcome { facts, vessels, sources } = &mut self.outcome;
        for trip in &facts.trips {
            for event in facts.events_of(trip).iter().filter(|event| event.doubt == Doubt::None) {
                if event.vessel != TextId::NONE {
                    vessels.add_once(event.vessel);
                }
            }
            vessels.end();
        }
        for event in facts.events.iter().filter(|_| self.with.events) {
            for report in facts.reports_of(event) {
                let source = self.reading.reports.get(*report as usize).map(|report| report.source);
                if let Some(source) = source.filter(|source| *source != TextId::NONE) {
                    sources.add_once(source);
                }
            }
            sources.sort();
            sources.end();
        }
    }
}

/// Shows a learner every container of a bucket whose number is not odd, or all of them.
pub(super) fn learn_bucket(
    pieces: &[Piece],
    vocabulary: &Vocabulary,
    odd: Option<&OddTexts>,
    learner: &mut Learner<'_>,
) -> Result<(), Fault> {
    let (mut rows, mut groups, mut reading) = (Vec::new(), Groups::default(), Reading::new(vocabulary));
    gather(pieces, &mut rows)?;
    groups.split(&rows)?;
    for number in 0..groups.containers.len() as u32 {
        if odd.is_some() || !groups.key(number).is_odd() {
            reading.read(&rows, groups.rows_of(number))?;
            learner.add(&reading.reports);
        }
    }
    Ok(())
}

/// The reports of one container, each message once.
struct Reading<'a> {
    words: &'a Vocabulary,
    reports: Vec<Report>,
    kept: Kept,
    counts: Counts,
}

impl<'a> Reading<'a> {
    fn new(words: &'a Vocabulary) -> Reading<'a> {
        Reading { words, reports: Vec::new(), kept: Kept::default(), counts: Counts::default() }
    }

    fn read(&mut self, rows: &[u8], places: &[u32]) -> Result<(), Fault> {
        if places.len() > CONTAINER_ROWS_MAX {
            return Err(Fault::TooManyRows);
        }
        self.reports.clear();
        self.kept.clear(places.len());
        for place in places {
            let row = rows.get(*place as usize..).and_then(PackedRow::read);
            self.take(&row.ok_or(Fault::Defect("a packed row cannot be read"))?);
        }
        Ok(())
    }

    /// Takes a row unless it is one that was taken. Of two messages with one source and id and other content the one
    /// received last counts.
    fn take(&mut self, row: &PackedRow) {
        let report = self.report(row);
        let Some(at) = self.kept.find(row.identity, self.reports.len()) else {
            self.reports.push(report);
            self.kept.rest.push(row.rest);
            return;
        };
        let (Some(old), Some(rest)) = (self.reports.get_mut(at), self.kept.rest.get_mut(at)) else { return };
        let (before, now) = (order(old, *rest), order(&report, row.rest));
        if before == now {
            self.counts.duplicate += 1;
            self.counts.accepted = self.counts.accepted.wrapping_sub(1);
            return;
        }
        self.counts.superseded += 1;
        if before < now {
            (*old, *rest) = (report, row.rest);
        }
    }

    fn report(&self, row: &PackedRow) -> Report {
        let words = self.words;
        Report {
            time: row.time,
            received: row.received,
            location: words.number(row.location),
            vessel: words.number(row.vessel),
            source: words.number(row.source),
            carrier: words.number(row.carrier),
            // Beyond the texts that have a number: seals are compared and never shown.
            seal: if row.seal == 0 { TextId::NONE } else { TextId(row.seal | 1 << 31) },
            size_type: words.number(row.size_type),
            document: TextId::NONE,
            gross_mass_kg: row.gross_mass_kg,
            // Of the content alone, so that it is the same in every run.
            message: (row.identity >> 16) as u32,
            event: row.event,
            classifier: row.classifier,
            full_empty: row.full_empty,
        }
    }
}

/// Everything a message says, in an order that no run changes.
fn order(report: &Report, rest: u32) -> impl Ord + use<> {
    let texts =
        [report.location, report.vessel, report.source, report.carrier, report.seal, report.size_type];
    let codes = (report.event, report.classifier, report.full_empty, report.gross_mass_kg.to_bits());
    (report.received, report.time, codes, texts, rest)
}

/// Which identities of a container were seen: an open-addressed table that is emptied by counting on.
#[derive(Default)]
struct Kept {
    slots: Vec<(u32, u32, u64)>,
    mask: usize,
    round: u32,
    /// The rest of each report's content.
    rest: Vec<u32>,
}

impl Kept {
    fn clear(&mut self, rows: usize) {
        let needed = (rows * 2).next_power_of_two().max(16);
        self.rest.clear();
        if self.slots.len() < needed || self.round == u32::MAX {
            self.slots = vec![(0, 0, 0); needed];
            self.round = 0;
        }
        // Small containers use a small part of the table, which stays near.
        self.mask = needed - 1;
        self.round += 1;
    }

    /// Where the identity's report stands; else it is noted to stand at `next`.
    #[inline]
    fn find(&mut self, identity: u64, next: usize) -> Option<usize> {
        let mut at = (identity.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & self.mask;
        loop {
            let slot = self.slots.get_mut(at)?;
            if slot.0 != self.round {
                *slot = (self.round, next as u32, identity);
                return None;
            }
            if slot.2 == identity {
                return Some(slot.1 as usize);
            }
            at = (at + 1) & self.mask;
        }
    }
}

/// The rows of a bucket by container.
#[derive(Default)]
struct Groups {
    /// The containers, in order of first row.
    containers: Vec<ContainerKey>,
    /// Where the rows of each container end in `places`.
    ends: Vec<u32>,
    /// Where rows stand, container by container.
    places: Vec<u32>,
    /// Container number and place of each row, in order of rows.
    rows: Vec<(u32, u32)>,
    /// Container by key: an open-addressed table of numbers counted from 1.
    table: Vec<u32>,
}

impl Groups {
    fn split(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        if u32::try_from(bytes.len()).is_err() {
            return Err(Fault::TooManyRows);
        }
        self.containers.clear();
        self.rows.clear();
        self.table.fill(0);
        self.table.resize(1024.max(self.table.len()), 0);
        let mut at = 0;
        let mut last = None;
        while let Some((key, length)) = bytes.get(at..).and_then(PackedRow::peek) {
            let number = match last {
                Some((last_key, number)) if last_key == key => number,
                _ => self.number(key),
            };
            last = Some((key, number));
            self.rows.push((number, at as u32));
            at += length;
        }
        self.ends.clear();
        self.ends.resize(self.containers.len(), 0);
        for (number, _) in &self.rows {
            self.ends[*number as usize] += 1;
        }
        let mut start = 0;
        for end in &mut self.ends {
            (*end, start) = (start, start + *end);
        }
        self.places.clear();
        self.places.resize(self.rows.len(), 0);
        for (number, place) in &self.rows {
            let next = &mut self.ends[*number as usize];
            self.places[*next as usize] = *place;
            *next += 1;
        }
        Ok(())
    }

    fn key(&self, number: u32) -> ContainerKey {
        self.containers.get(number as usize).copied().unwrap_or(ContainerKey(0))
    }

    /// The numbers of the containers, in the order of their texts.
    fn in_order(&self, odd: &OddTexts) -> Vec<u32> {
        let mut order: Vec<u32> = (0..).take(self.containers.len()).collect();
        order.sort_unstable_by(|a, b| self.key(*a).compare(self.key(*b), odd));
        order
    }

    fn rows_of(&self, number: u32) -> &[u32] {
        let end = |number: usize| self.ends.get(number).copied().unwrap_or(0) as usize;
        let start = (number as usize).checked_sub(1).map_or(0, end);
        self.places.get(start..end(number as usize)).unwrap_or_default()
    }

    #[inline]
    fn number(&mut self, key: ContainerKey) -> u32 {
        let mask = self.table.len() - 1;
        let mut slot = key.spread() as usize & mask;
        loop {
            match self.table[slot] {
                0 => return self.enter(key),
                number if self.containers[number as usize - 1] == key => return number - 1,
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    #[cold]
    fn enter(&mut self, key: ContainerKey) -> u32 {
        self.containers.push(key);
        if self.containers.len() * 2 > self.table.len() {
            self.table = vec![0; self.table.len() * 2];
            for number in 1..self.containers.len() as u32 {
                self.put(number);
            }
        }
        let number = self.containers.len() as u32;
        self.put(number);
        number - 1
    }

    fn put(&mut self, number: u32) {
        let mask = self.table.len() - 1;
        let mut slot = self.containers[number as usize - 1].spread() as usize & mask;
        while self.table[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.table[slot] = number;
    }
}
