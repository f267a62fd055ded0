//! IFTSTA: statuses of consignments and containers.

use super::codes::{by_water, needs_vessel, status_of};
use super::message::{Findings, Head, Mapper};
use super::segment::Segment;
use super::status::{Text, Unit, status};
use tidewaiter_model::event::{Classifier, EventCode, StatusEvent};
use tidewaiter_model::record::Record;

/// The mapper of IFTSTA. A status names the containers behind it; from D.10B on a container may name the statuses
/// behind it instead. Which of the two it is, the message tells by what comes first.
pub(crate) struct Statuses<'a> {
    head: Head<'a>,
    common: Unit<'a>,
    consignment: Unit<'a>,
    status: Option<Status<'a>>,
    units: Vec<Unit<'a>>,
    /// Containers of RFF+EQ, for a status that has no EQD.
    named: Vec<Text<'a>>,
    containers_first: Option<bool>,
    in_leg: bool,
    records: Vec<Record<'a>>,
    count: usize,
}

#[derive(Default)]
struct Status<'a> {
    code: &'a str,
    mode: &'a str,
    unit: Unit<'a>,
    place: Option<Text<'a>>,
    named: Vec<Text<'a>>,
    estimated: bool,
}

impl<'a> Statuses<'a> {
    pub(crate) fn new(head: Head<'a>) -> Statuses<'a> {
        Statuses {
            head,
            common: Unit::default(),
            consignment: Unit::default(),
            status: None,
            units: Vec::new(),
            named: Vec::new(),
            containers_first: None,
            in_leg: false,
            records: Vec::new(),
            count: 0,
        }
    }

    fn emit(&mut self) {
        let Some(mut status) = self.status.take() else { return };
        let named: Vec<Text<'a>> =
            if status.named.is_empty() { self.named.clone() } else { std::mem::take(&mut status.named) };
        let units = if self.units.is_empty() {
            named.into_iter().map(|container| Unit { container, ..Unit::default() }).collect()
        } else {
            self.units.clone()
        };
        let mut event = status_of(status.code);
        if needs_vessel(event) && !by_water(status.mode) {
            event = EventCode::Other;
        }
        let classifier = if status.estimated { Classifier::Estimated } else { Classifier::Actual };
        let alone = [Unit::default()];
        for unit in if units.is_empty() { &alone[..] } else { &units[..] } {
            self.count += 1;
            let merged = merge(unit, &status, &self.consignment);
            let made =
                status_event(&self.head, &merged, &self.common, (event, classifier), &status, self.count);
            self.records.extend(made.map(Record::Status));
        }
    }

    fn equipment(&mut self, eqd: &Segment<'_, 'a>) {
        let unit = Unit::of(eqd);
        if *self.containers_first.get_or_insert(true) {
            self.emit();
            self.units.clear();
        }
        self.in_leg = false;
        if eqd.raw(1, 0) == "CN" && !unit.container.is_empty() {
            self.units.push(unit);
        }
    }

    fn status(&mut self, sts: &Segment<'_, 'a>) {
        self.emit();
        if !*self.containers_first.get_or_insert(false) {
            self.units.clear();
        }
        self.in_leg = false;
        let code = if sts.raw(2, 0).is_empty() { sts.raw(1, 1) } else { sts.raw(2, 0) };
        self.status = Some(Status { code, ..Status::default() });
    }

    fn inside(&mut self, segment: &Segment<'_, 'a>, findings: &mut Findings) {
        let Some(status) = &mut self.status else { return };
        match segment.tag() {
            "TDT" => {
                self.in_leg = true;
                status.mode = segment.raw(3, 0);
                if by_water(status.mode) {
                    status.unit.transport(segment);
                }
            }
            "LOC" | "DTM" if self.in_leg => {}
            "LOC" => status.place = status.place.take().or_else(|| segment.text(2, 0)),
            "DTM" => {
                let before = status.unit.time.rank();
                status.unit.date(segment, findings);
                if status.unit.time.rank() > before {
                    status.estimated = matches!(segment.raw(1, 0), "132" | "133");
                }
            }
            "RFF" if segment.raw(1, 0) == "EQ" => status.named.extend(segment.text(1, 1)),
            "MEA" | "SEL" => {
                if let Some(unit) = self.units.last_mut() {
                    unit.take(segment, findings);
                }
            }
            _ => status.unit.take(segment, findings),
        }
    }
}

impl<'a> Mapper<'a> for Statuses<'a> {
    fn segment(&mut self, segment: &Segment<'_, 'a>, findings: &mut Findings) {
        match segment.tag() {
            "STS" => self.status(segment),
            "EQD" => self.equipment(segment),
            "CNI" => {
                self.emit();
                self.consignment = Unit::default();
                if self.containers_first == Some(false) {
                    self.units.clear();
                }
            }
            "BGM" => {}
            _ if self.status.is_some() => self.inside(segment, findings),
            "MEA" | "SEL" => {
                if let Some(unit) = self.units.last_mut() {
                    unit.take(segment, findings);
                }
            }
            "RFF" if segment.raw(1, 0) == "EQ" => self.named.extend(segment.text(1, 1)),
            "TDT" => self.common.transport(segment),
            _ => self.common.take(segment, findings),
        }
    }

    fn finish(mut self: Box<Self>, _findings: &mut Findings) -> Vec<Record<'a>> {
        self.emit();
        self.records
    }
}

/// What a status, its consignment and its container say together; the nearest counts.
fn merge<'a>(unit: &Unit<'a>, status: &Status<'a>, consignment: &Unit<'a>) -> Unit<'a> {
    let mut merged = unit.clone();
    merged.time = status.unit.time.clone();
    merged.document.offer(status.unit.document.value(), status.unit.document.rank());
    merged.document.offer(consignment.document.value(), consignment.document.rank());
    merged.carrier.offer(status.unit.carrier.value(), status.unit.carrier.rank());
    merged.voyage = status.unit.voyage.clone();
    merged.vessel_imo = status.unit.vessel_imo.clone();
    merged.seal = merged.seal.or_else(|| status.unit.seal.clone());
    merged
}

fn status_event<'a>(
    head: &Head<'a>,
    unit: &Unit<'a>,
    common: &Unit<'a>,
    (event, classifier): (EventCode, Classifier),
    status_told: &Status<'a>,
    number: usize,
) -> Option<StatusEvent<'a>> {
    let made = status(head, unit, common, event, classifier, number)?;
    let location = status_told.place.clone().unwrap_or(made.location);
    Some(StatusEvent { location, ..made })
}
