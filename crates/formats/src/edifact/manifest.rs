//! CUSCAR: the consignments of a manifest.

use super::message::{Findings, Head, Mapper};
use super::segment::Segment;
use super::status::{Places, container, full_empty, mass, number, size_type, vessel};
use super::time::moment;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use tidewaiter_model::entry_summary::Party;
use tidewaiter_model::manifest::{ManifestConsignment, ManifestContainer, ManifestItem, ManifestParty};
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;

/// Where we are: the segments of each level feed its own part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Message,
    Equipment,
    Consignment,
    Item,
}

/// The mapper. A consignment begins with its CNI; where a message has none, with its transport document.
pub(crate) struct Manifest<'a> {
    common: ManifestConsignment,
    places: Places<'a>,
    /// Containers of the message by number, with what it says of them.
    equipment: BTreeMap<String, ManifestContainer>,
    last_equipment: Option<String>,
    level: Level,
    current: Option<(Box<ManifestConsignment>, Places<'a>)>,
    consignments: Vec<(Box<ManifestConsignment>, Places<'a>)>,
}

impl<'a> Manifest<'a> {
    pub(crate) fn new(head: Head<'a>) -> Manifest<'a> {
        let common = ManifestConsignment {
            sender: head.sender.to_owned(),
            issued: head.prepared,
            ..ManifestConsignment::default()
        };
        Manifest {
            common,
            places: Places::default(),
            equipment: BTreeMap::new(),
            last_equipment: None,
            level: Level::Message,
            current: None,
            consignments: Vec::new(),
        }
    }

    fn end_consignment(&mut self) {
        self.consignments.extend(self.current.take());
    }

    fn begin(&mut self, sequence: Option<u32>) {
        self.end_consignment();
        let next = self.consignments.len() as u32 + 1;
        let consignment =
            ManifestConsignment { sequence: sequence.unwrap_or(next), ..ManifestConsignment::default() };
        self.current = Some((Box::new(consignment), Places::default()));
        self.level = Level::Consignment;
    }

    fn of_message(&mut self, segment: &Segment<'_, 'a>) {
        match segment.tag() {
            "BGM" => {
                self.common.manifest = segment.owned(2, 0);
                self.common.function = segment.owned(3, 0);
            }
            "DTM" => {
                let time = moment(segment.raw(1, 1), segment.raw(1, 2)).map(|moment| moment.time);
                match segment.raw(1, 0) {
                    "137" => self.common.issued = time.or(self.common.issued),
                    "132" | "178" | "232" => self.common.arrival = self.common.arrival.or(time),
                    _ => {}
                }
            }
            "TDT" if segment.raw(1, 0) == "20" || self.common.voyage.is_none() => {
                self.common.vessel = vessel(segment);
                self.common.voyage = segment.owned(2, 0);
                if let Some(carrier) = segment.owned(5, 0) {
                    let party = Party { identifier: Some(carrier), ..Party::default() };
                    self.common.parties.push(ManifestParty { role: "CA".to_owned(), party });
                }
            }
            "LOC" => self.places.take(segment),
            _ => {}
        }
    }

    fn equipment(&mut self, eqd: &Segment<'_, 'a>) {
        self.level = Level::Equipment;
        self.last_equipment = container(eqd).map(Cow::into_owned);
        if let Some(number) = self.last_equipment.clone() {
            let found = ManifestContainer {
                number: number.clone(),
                size_type: size_type(eqd).map(Cow::into_owned),
                full_empty: full_empty(eqd),
                ..ManifestContainer::default()
            };
            self.equipment.insert(number, found);
        }
    }

    fn of_equipment(&mut self, segment: &Segment<'_, 'a>) {
        let Some(unit) = self.last_equipment.as_ref().and_then(|number| self.equipment.get_mut(number))
        else {
            return;
        };
        match segment.tag() {
            "SEL" => unit.seals.extend(segment.owned(1, 0)),
            "MEA" if unit.gross_mass_kg.is_none() => unit.gross_mass_kg = mass(segment).map(|(mass, _)| mass),
            _ => {}
        }
    }

    fn reference(&mut self, rff: &Segment<'_, 'a>) {
        let (qualifier, text) = (rff.raw(1, 0), rff.owned(1, 1));
        let house = matches!(qualifier, "BM" | "HWB" | "AAM" | "CRN" | "BH" | "BL");
        if self.current.is_none() && house && self.level != Level::Item {
            self.begin(None);
        }
        let Some((consignment, _)) = &mut self.current else { return };
        match qualifier {
            _ if house && consignment.transport_document.is_none() => consignment.transport_document = text,
            "MB" | "MWB" | "AWB" => consignment.master_document = text,
            _ => {}
        }
    }

    fn of_consignment(&mut self, segment: &Segment<'_, 'a>) {
        match segment.tag() {
            "RFF" => self.reference(segment),
            "NAD" => {
                if let Some((consignment, _)) = &mut self.current {
                    consignment.parties.push(party(segment));
                }
            }
            "LOC" => {
                if let Some((_, places)) = &mut self.current {
                    places.take(segment);
                }
            }
            _ => {}
        }
    }

    fn item(&mut self, gid: &Segment<'_, 'a>) {
        if self.current.is_none() {
            self.begin(None);
        }
        self.level = Level::Item;
        let Some((consignment, _)) = &mut self.current else { return };
        let item = ManifestItem {
            number: gid.raw(1, 0).trim().parse().unwrap_or(consignment.items.len() as u32 + 1),
            packages: gid.raw(2, 0).trim().parse().ok(),
            package_kind: gid.owned(2, 1).or_else(|| gid.owned(2, 4)),
            ..ManifestItem::default()
        };
        consignment.items.push(item);
    }

    fn of_item(&mut self, segment: &Segment<'_, 'a>) {
        let Some((consignment, _)) = &mut self.current else { return };
        let Some(item) = consignment.items.last_mut() else { return };
        match segment.tag() {
            "FTX" if matches!(segment.raw(1, 0), "AAA" | "") => {
                let text = segment.joined(4, 0);
                item.description = match (item.description.take(), text) {
                    (Some(before), Some(text)) => Some(format!("{before} {text}")),
                    (before, text) => before.or(text),
                };
            }
            "MEA" if item.gross_mass_kg.is_none() => item.gross_mass_kg = mass(segment).map(|(mass, _)| mass),
            "SGP" => item.containers.extend(container_of(segment)),
            "EQD" => {
                let unit = ManifestContainer {
                    number: container(segment).unwrap_or_default().into_owned(),
                    size_type: size_type(segment).map(Cow::into_owned),
                    full_empty: full_empty(segment),
                    ..ManifestContainer::default()
                };
                item.containers.push(unit.number.clone());
                consignment.containers.push(unit);
            }
            "DGS" => item.dangerous_goods.extend(segment.owned(3, 0)),
            "PCI" => item.marks = item.marks.take().or_else(|| segment.joined(2, 0)),
            "CST" => item.commodity_code = item.commodity_code.take().or_else(|| segment.owned(2, 0)),
            "PIA" if segment.raw(2, 1) == "HS" => item.commodity_code = segment.owned(2, 0),
            "PAC" if item.packages.is_none() => {
                item.packages = number(segment.raw(1, 0)).map(|count| count as u64);
                item.package_kind = segment.owned(3, 0);
            }
            _ => {}
        }
    }
}

/// The container of an SGP.
fn container_of(sgp: &Segment<'_, '_>) -> Option<String> {
    sgp.text(1, 0).map(|number| number.replace(' ', ""))
}

/// A party of a NAD: identifier, or name and address, structured or in lines.
pub(crate) fn party(nad: &Segment<'_, '_>) -> ManifestParty {
    let party = Party {
        identifier: nad.owned(2, 0),
        name: nad.joined(4, 0).or_else(|| nad.joined(3, 0)),
        street: nad.joined(5, 0),
        postcode: nad.owned(8, 0),
        city: nad.owned(6, 0),
        country: nad.owned(9, 0),
        language: None,
        span: ByteSpan::default(),
    };
    ManifestParty { role: nad.raw(1, 0).to_owned(), party }
}

impl<'a> Mapper<'a> for Manifest<'a> {
    fn segment(&mut self, segment: &Segment<'_, 'a>, _findings: &mut Findings) {
        match segment.tag() {
            "CNI" => {
                self.begin(segment.raw(1, 0).trim().parse().ok());
                if let Some((consignment, _)) = &mut self.current {
                    consignment.master_document = segment.owned(2, 0);
                }
            }
            "GID" => self.item(segment),
            "EQD" if self.current.is_none() => self.equipment(segment),
            "RFF" if self.level != Level::Item => self.of_consignment(segment),
            _ => match self.level {
                Level::Message => self.of_message(segment),
                Level::Equipment => self.of_equipment(segment),
                Level::Consignment => self.of_consignment(segment),
                Level::Item => self.of_item(segment),
            },
        }
        if segment.tag() == "NAD" && self.current.is_none() && self.level == Level::Message {
            self.common.parties.push(party(segment));
        }
    }

    fn finish(mut self: Box<Self>, _findings: &mut Findings) -> Vec<Record<'a>> {
        self.end_consignment();
        self.place_the_rest();
        let mut consignments = std::mem::take(&mut self.consignments);
        for (consignment, places) in &mut consignments {
            self.complete(consignment, places);
        }
        consignments.into_iter().map(|(consignment, _)| Record::Manifest(consignment)).collect()
    }
}

impl<'a> Manifest<'a> {
    /// Containers that no item names belong to the only consignment; to one of their own when there are several.
    fn place_the_rest(&mut self) {
        let items = self.consignments.iter().flat_map(|(consignment, _)| &consignment.items);
        let named: BTreeSet<&String> = items.flat_map(|item| &item.containers).collect();
        let rest: Vec<ManifestContainer> =
            self.equipment.values().filter(|unit| !named.contains(&unit.number)).cloned().collect();
        match self.consignments.as_mut_slice() {
            _ if rest.is_empty() => {}
            [(only, _)] => only.containers.extend(rest),
            _ => {
                let loose = ManifestConsignment { containers: rest, ..ManifestConsignment::default() };
                self.consignments.push((Box::new(loose), Places::default()));
            }
        }
    }

    /// A consignment with what the message says of all of them.
    fn complete(&self, own: &mut ManifestConsignment, places: &Places<'a>) {
        for number in own.items.iter().flat_map(|item| &item.containers) {
            if !own.containers.iter().any(|known| known.number == *number) {
                let bare = || ManifestContainer { number: number.clone(), ..ManifestContainer::default() };
                own.containers.push(self.equipment.get(number).cloned().unwrap_or_else(bare));
            }
        }
        let place =
            |own: Option<Cow<'_, str>>, outer: Option<Cow<'_, str>>| own.or(outer).map(Cow::into_owned);
        own.port_of_loading = place(places.loading.value(), self.places.loading.value());
        own.port_of_discharge = place(places.discharge.value(), self.places.discharge.value());
        own.place_of_receipt = place(places.receipt.value(), None);
        own.place_of_delivery = place(places.delivery.value(), None);
        // A document that CNI alone names is the consignment's own.
        if own.transport_document.is_none() {
            own.transport_document = own.master_document.take();
        } else if own.transport_document == own.master_document {
            own.master_document = None;
        }
        let common = &self.common;
        own.manifest.clone_from(&common.manifest);
        own.function.clone_from(&common.function);
        own.sender.clone_from(&common.sender);
        own.vessel.clone_from(&common.vessel);
        own.voyage.clone_from(&common.voyage);
        (own.issued, own.arrival) = (common.issued, common.arrival);
        if !common.parties.is_empty() {
            own.parties.splice(0..0, common.parties.iter().cloned());
        }
    }
}
