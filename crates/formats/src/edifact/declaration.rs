//! CUSDEC: the goods items of a customs declaration.

use super::message::{Findings, Head, Mapper};
use super::segment::Segment;
use super::status::{Ranked, container, kilograms, number};
use super::time::moment;
use std::str::FromStr;
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::money::{Decimal, Money};
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;

/// The mapper. What stands before the first item is of all of them; an item begins with its CST behind the UNS.
pub(crate) struct Declarations<'a> {
    head: Head<'a>,
    common: ImportDeclaration,
    accepted: Ranked<UtcTime>,
    currency: Option<String>,
    in_detail: bool,
    item: Option<(ImportDeclaration, Ranked<Money>)>,
    items: Vec<ImportDeclaration>,
}

impl<'a> Declarations<'a> {
    pub(crate) fn new(head: Head<'a>) -> Declarations<'a> {
        Declarations {
            head,
            common: ImportDeclaration::default(),
            accepted: Ranked::default(),
            currency: None,
            in_detail: false,
            item: None,
            items: Vec::new(),
        }
    }

    fn end_item(&mut self) {
        let Some((mut item, value)) = self.item.take() else { return };
        item.value = value.value();
        self.items.push(item);
    }

    fn begin_item(&mut self, cst: &Segment<'_, 'a>) {
        self.end_item();
        let number = cst.raw(1, 0).trim().parse().unwrap_or(self.items.len() as u32 + 1);
        let item = ImportDeclaration { item_number: number, hs_code: cst.owned(2, 0), ..self.common.clone() };
        self.item = Some((item, Ranked::default()));
    }

    fn date(&mut self, dtm: &Segment<'_, 'a>, findings: &mut Findings) {
        let rank = match dtm.raw(1, 0) {
            "148" => 3,
            "182" | "137" => 2,
            _ => 1,
        };
        match moment(dtm.raw(1, 1), dtm.raw(1, 2)) {
            Some(moment) => self.accepted.offer(Some(moment.time), rank),
            None if dtm.raw(1, 1).is_empty() => {}
            None => {
                findings.warn("EDI-TIME", (dtm, 1, 1), "a date and time that exists, in the format given");
            }
        }
    }

    fn party(&mut self, nad: &Segment<'_, 'a>) {
        let target = self.item.as_mut().map_or(&mut self.common, |(item, _)| item);
        let name = nad.joined(4, 0).or_else(|| nad.joined(3, 0));
        match nad.raw(1, 0) {
            "IM" | "CN" if target.importer.is_none() && target.importer_name.is_none() => {
                target.importer = nad.owned(2, 0);
                target.importer_name = name;
            }
            "EX" | "CZ" | "SE" if target.exporter.is_none() && target.exporter_name.is_none() => {
                target.exporter = nad.owned(2, 0);
                target.exporter_name = name;
            }
            "DT" | "AE" | "CB" => target.declarant = nad.owned(2, 0).or(name),
            _ => {}
        }
    }

    fn place(&mut self, loc: &Segment<'_, 'a>) {
        let target = self.item.as_mut().map_or(&mut self.common, |(item, _)| item);
        // A country, or the front of a place's code.
        let country = loc.owned(2, 0).and_then(|place| place.get(..2).map(str::to_owned));
        match loc.raw(1, 0) {
            "27" => target.country_origin = country,
            "35" | "36" | "79" if target.country_departure.is_none() => target.country_departure = country,
            "22" | "41" | "42" | "43" | "44" => target.office = loc.owned(2, 0),
            _ => {}
        }
    }

    fn measure(&mut self, mea: &Segment<'_, 'a>) {
        let Some((item, _)) = &mut self.item else { return };
        let Some(mass) = kilograms(mea) else { return };
        match (mea.raw(1, 0), mea.raw(2, 0)) {
            (_, "AAA" | "AAC" | "AAF" | "N" | "AAL") => item.net_mass_kg = Some(mass),
            (_, "AAB" | "G" | "AAD") | ("WT", "") => item.gross_mass_kg = Some(mass),
            _ => {}
        }
    }

    fn money(&mut self, moa: &Segment<'_, 'a>) {
        let rank = match moa.raw(1, 0) {
            "40" => 4,
            "43" | "123" => 3,
            "38" | "66" => 2,
            _ => return,
        };
        let amount = Decimal::from_str(&moa.raw(1, 1).trim().replace(',', ".")).ok();
        let currency = moa.owned(1, 2).or_else(|| self.currency.clone());
        if let (Some((_, value)), Some(amount), Some(currency)) = (&mut self.item, amount, currency) {
            value.offer(Some(Money { amount, currency }), rank);
        }
    }

    fn document(&mut self, qualifier: &str, number: Option<String>) {
        let target = self.item.as_mut().map_or(&mut self.common, |(item, _)| item);
        match qualifier {
            "705" | "704" | "740" | "741" | "BM" | "MB" => target.transport_document = number,
            "AAQ" => target.containers.extend(number),
            "355" | "ABT" if target.entry_summary_mrn.is_none() => target.entry_summary_mrn = number,
            _ => {}
        }
    }
}

impl<'a> Mapper<'a> for Declarations<'a> {
    fn segment(&mut self, segment: &Segment<'_, 'a>, findings: &mut Findings) {
        match segment.tag() {
            "BGM" => self.common.declaration_id = segment.owned(2, 0).unwrap_or_default(),
            "UNS" => {
                self.in_detail = segment.raw(1, 0) == "D";
                if !self.in_detail {
                    self.end_item();
                }
            }
            "CST" if self.in_detail => self.begin_item(segment),
            "DTM" if !self.in_detail => self.date(segment, findings),
            "NAD" => self.party(segment),
            "LOC" => self.place(segment),
            "MEA" => self.measure(segment),
            "MOA" => self.money(segment),
            "CUX" => self.currency = segment.owned(1, 1),
            "FTX" if segment.raw(1, 0) == "AAA" => {
                if let Some((item, _)) = &mut self.item {
                    item.description = segment.joined(4, 0);
                }
            }
            "DOC" => self.document(segment.raw(1, 0), segment.owned(2, 0)),
            "RFF" => self.document(segment.raw(1, 0), segment.owned(1, 1)),
            "EQD" => {
                let target = self.item.as_mut().map_or(&mut self.common, |(item, _)| item);
                target.containers.extend(container(segment).map(std::borrow::Cow::into_owned));
            }
            "TAX" => {
                if let (Some((item, _)), Some(rate)) = (&mut self.item, number(segment.raw(5, 3))) {
                    item.tax_rate_percent = Some(item.tax_rate_percent.unwrap_or(0.0) + rate);
                }
            }
            _ => {}
        }
        if segment.tag() == "BGM" && self.common.declaration_id.is_empty() {
            findings.refuse("EDI-ID", (segment, 2, 0), "the number of the declaration");
        }
    }

    fn finish(mut self: Box<Self>, _findings: &mut Findings) -> Vec<Record<'a>> {
        self.end_item();
        let Some(accepted) = self.accepted.value().or(self.head.prepared) else { return Vec::new() };
        let items = self.items.into_iter().map(|item| ImportDeclaration { accepted, ..item });
        items.map(|item| Record::Declaration(Box::new(item))).collect()
    }
}
