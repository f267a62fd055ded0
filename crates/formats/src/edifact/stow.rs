//! BAPLIE: what stands where on a vessel.

use super::message::{Findings, Head, Mapper};
use super::segment::Segment;
use super::status::{Places, Ranked, container, full_empty, mass, size_type, vessel};
use super::time::moment;
use tidewaiter_model::record::Record;
use tidewaiter_model::stow::StowPosition;

/// What is said of a cell, or of a container in it.
#[derive(Clone, Default)]
struct Told<'a> {
    cell: Option<String>,
    places: Places<'a>,
    mass: Ranked<f64>,
    dangerous: Vec<String>,
    document: Option<String>,
    carrier: Option<String>,
}

impl<'a> Told<'a> {
    fn take(&mut self, segment: &Segment<'_, 'a>) {
        match segment.tag() {
            "LOC" => self.places.take(segment),
            "MEA" => {
                if let Some((kilograms, rank)) = mass(segment) {
                    self.mass.offer(Some(kilograms), rank);
                }
            }
            "RFF" if matches!(segment.raw(1, 0), "BM" | "BN") => {
                let text = segment.owned(1, 1).filter(|text| text != "1");
                self.document = self.document.take().or(text);
            }
            "NAD" if matches!(segment.raw(1, 0), "CA" | "CF") => {
                self.carrier = self.carrier.take().or_else(|| segment.owned(2, 0));
            }
            "DGS" => self.dangerous.extend(segment.owned(3, 0)),
            _ => {}
        }
    }
}

/// The mapper. A position begins with its cell (LOC+147), or with its container where a dialect puts that first:
/// whichever of the two a message has first begins each of its positions.
pub(crate) struct Stowage<'a> {
    plan: StowPosition,
    head: Head<'a>,
    containers_first: Option<bool>,
    /// Said of the cell, for all containers in it.
    cell: Told<'a>,
    current: Option<(StowPosition, Told<'a>)>,
    records: Vec<Record<'a>>,
}

/// The rank of a mass that was verified.
const VERIFIED: u8 = 5;

impl<'a> Stowage<'a> {
    pub(crate) fn new(head: Head<'a>) -> Stowage<'a> {
        let plan = StowPosition {
            sender: head.sender.to_owned(),
            planned: head.prepared,
            ..StowPosition::default()
        };
        Stowage {
            plan,
            head,
            containers_first: None,
            cell: Told::default(),
            current: None,
            records: Vec::new(),
        }
    }

    fn emit(&mut self) {
        let Some((mut position, mut told)) = self.current.take() else { return };
        let Told { cell, places, mass, dangerous, document, carrier } = &self.cell;
        told.mass.offer(mass.value(), mass.rank());
        position.cell = told.cell.or_else(|| cell.clone());
        let either = |own: &Ranked<std::borrow::Cow<'a, str>>, outer: &Ranked<std::borrow::Cow<'a, str>>| {
            own.value().or_else(|| outer.value()).map(std::borrow::Cow::into_owned)
        };
        position.port_of_loading = either(&told.places.loading, &places.loading);
        position.port_of_discharge = either(&told.places.discharge, &places.discharge);
        position.gross_mass_kg = told.mass.value();
        position.mass_is_verified = told.mass.rank() == VERIFIED;
        position.carrier = told.carrier.or_else(|| carrier.clone());
        position.dangerous_goods = dangerous.iter().cloned().chain(told.dangerous).collect();
        position.transport_document = told.document.or_else(|| document.clone());
        self.records.push(Record::Stow(Box::new(position)));
    }

    fn heading(&mut self, segment: &Segment<'_, 'a>) {
        match segment.tag() {
            "BGM" => {
                self.plan.plan = segment.owned(2, 0);
                self.plan.function = segment.owned(3, 0);
            }
            "DTM" if segment.raw(1, 0) == "137" => {
                let made = moment(segment.raw(1, 1), segment.raw(1, 2)).map(|moment| moment.time);
                self.plan.planned = made.or(self.head.prepared);
            }
            "TDT" => {
                self.plan.vessel = vessel(segment);
                self.plan.voyage = segment.owned(2, 0);
                self.plan.carrier = segment.owned(5, 0);
            }
            "LOC" => match segment.raw(1, 0) {
                "5" | "9" => self.plan.departure = segment.owned(2, 0),
                "61" | "11" => self.plan.next_port = segment.owned(2, 0),
                _ => {}
            },
            "RFF" if segment.raw(1, 0) == "VON" && self.plan.voyage.is_none() => {
                self.plan.voyage = segment.owned(1, 1);
            }
            _ => {}
        }
    }

    fn cell(&mut self, loc: &Segment<'_, 'a>) {
        let cell = loc.owned(2, 0);
        if *self.containers_first.get_or_insert(false) {
            if let Some((_, told)) = &mut self.current {
                told.cell = cell;
            }
            return;
        }
        self.emit();
        self.cell = Told { cell, ..Told::default() };
    }

    fn equipment(&mut self, eqd: &Segment<'_, 'a>, findings: &mut Findings) {
        self.containers_first.get_or_insert(true);
        self.emit();
        if eqd.raw(1, 0) != "CN" {
            return;
        }
        let Some(number) = container(eqd) else {
            findings.warn("EDI-CONTAINER", (eqd, 2, 0), "the number of the container; this one is left out");
            return;
        };
        let position = StowPosition {
            container: number.into_owned(),
            size_type: size_type(eqd).map(std::borrow::Cow::into_owned),
            full_empty: full_empty(eqd),
            ..self.plan.clone()
        };
        self.current = Some((position, Told::default()));
    }
}

impl<'a> Mapper<'a> for Stowage<'a> {
    fn segment(&mut self, segment: &Segment<'_, 'a>, findings: &mut Findings) {
        match segment.tag() {
            "LOC" if segment.raw(1, 0) == "147" => self.cell(segment),
            "EQD" => self.equipment(segment, findings),
            _ if self.containers_first.is_none() => self.heading(segment),
            _ => match &mut self.current {
                Some((_, told)) => told.take(segment),
                None => self.cell.take(segment),
            },
        }
    }

    fn finish(mut self: Box<Self>, _findings: &mut Findings) -> Vec<Record<'a>> {
        self.emit();
        self.records
    }
}
