//! The papers of an import consignment: entry summary declaration, its amendment, import declaration.

use crate::chance::Chance;
use crate::fleet::Carrier;
use crate::geography::{Geography, IMPORTING_COUNTRY, office};
use crate::goods::GOODS;
use crate::settings::Folder;
use crate::status_files::Sink;
use crate::traders::Traders;
use rust_decimal::Decimal;
use tidewaiter_formats::ens;
use tidewaiter_model::declaration::{DeclaredOutcome, ImportDeclaration};
use tidewaiter_model::entry_summary::{
    DocumentReference, EnsKind, EntrySummary, GoodsItem, LocalText, MeansOfTransport, Packages, Party, Seal,
};
use tidewaiter_model::identifier::mrn_check_character;
use tidewaiter_model::money::Money;
use tidewaiter_model::provenance::Located;
use tidewaiter_model::time::UtcTime;

/// What the papers say of one consignment.
#[derive(Debug, Clone)]
pub(crate) struct Paper {
    pub transport_document: String,
    pub importer: usize,
    pub shipper: usize,
    pub goods: usize,
    pub origin: String,
    pub net_mass_kg: f64,
    pub gross_mass_kg: f64,
    pub value: f64,
    pub containers: Vec<String>,
    pub transit: bool,
}

/// What the papers say of the voyage.
#[derive(Debug, Clone)]
pub(crate) struct Voyage {
    pub carrier: Carrier,
    pub vessel_imo: String,
    pub number: String,
    pub place_of_loading: usize,
    pub place_of_unloading: usize,
    pub routing: Vec<String>,
    pub seals: Vec<String>,
    pub prepared: UtcTime,
    pub expected_arrival: UtcTime,
}

fn located<T>(value: T) -> Option<Located<T>> {
    Some(Located { value, span: Default::default() })
}

fn local(text: &str) -> Option<LocalText> {
    Some(LocalText { text: text.to_owned(), language: Some("EN".to_owned()), ..LocalText::default() })
}

/// A movement reference number given in the year of `time`.
pub(crate) fn mrn(time: UtcTime, chance: &mut Chance) -> String {
    let head = format!("{:02}{IMPORTING_COUNTRY}{}", time.civil_date().0.rem_euclid(100), chance.code(13));
    let check = mrn_check_character(&head).unwrap_or('0');
    format!("{head}{check}")
}

/// The entry summary declaration of consignments that share a box or a bill, one item each.
pub(crate) fn entry_summary(
    papers: &[Paper],
    voyage: &Voyage,
    lrn: &str,
    geography: &Geography<'_>,
    traders: &Traders,
) -> EntrySummary {
    let shared = papers.len() == 1;
    let unloading = geography.code(voyage.place_of_unloading);
    let items: Vec<GoodsItem> =
        papers.iter().enumerate().map(|(place, paper)| item(place, paper, shared, traders)).collect();
    let first = papers.first();
    let consignor =
        first.and_then(|paper| traders.shippers.get(paper.shipper)).map(|shipper| shipper.party(false));
    let consignee =
        first.and_then(|paper| traders.importers.get(paper.importer)).map(|importer| importer.party(true));
    let carrier = Party { identifier: Some(carrier_eori(&voyage.carrier)), ..Party::default() };
    let transit = first.is_some_and(|paper| paper.transit);
    EntrySummary {
        kind: EnsKind::Declaration,
        sender: format!("{}/0000000001", carrier_eori(&voyage.carrier)),
        recipient: "GBCD1234".to_owned(),
        prepared: Some(voyage.prepared),
        envelope: Vec::new(),
        message_identification: lrn.to_owned(),
        correlation_identifier: None,
        local_reference_number: located(lrn.to_owned()),
        movement_reference_number: None,
        transport_mode: Some("1".to_owned()),
        means_of_transport: Some(MeansOfTransport {
            identity: voyage.vessel_imo.clone(),
            ..MeansOfTransport::default()
        }),
        total_items: Some(items.len() as u64),
        total_packages: Some(
            items.iter().flat_map(|item| &item.packages).filter_map(|some| some.count).sum(),
        ),
        total_gross_mass_kg: located(papers.iter().map(|paper| paper.gross_mass_kg).sum()),
        declaration_place: local("London"),
        special_circumstance: None,
        payment_method: None,
        unique_consignment_reference: None,
        conveyance_reference: Some(voyage.number.clone()),
        place_of_loading: local(geography.code(voyage.place_of_loading)),
        place_of_unloading: local(unloading),
        declared: located(voyage.prepared),
        amended: None,
        amendment_place: None,
        consignor: consignor.filter(|_| shared),
        consignee: consignee.filter(|_| shared),
        notify_party: None,
        items,
        itinerary: voyage.routing.iter().cloned().filter_map(located).collect(),
        office_of_lodgement: Some("GB000001".to_owned()),
        representative: None,
        lodging_person: Some(carrier.clone()),
        seals: voyage.seals.iter().map(|seal| Seal { identity: seal.clone(), ..Seal::default() }).collect(),
        office_of_first_entry: located(office(unloading).to_owned()),
        expected_arrival: located(voyage.expected_arrival),
        offices_of_subsequent_entry: if transit { vec!["IEDUB100".to_owned()] } else { Vec::new() },
        entry_carrier: Some(carrier),
        carried: Vec::new(),
    }
}

fn carrier_eori(carrier: &Carrier) -> String {
    let digits: u64 = carrier.code.bytes().fold(17, |sum, byte| sum * 37 + u64::from(byte));
    format!("GB{:012}", digits % 1_000_000_000_000)
}

fn item(place: usize, paper: &Paper, shared: bool, traders: &Traders) -> GoodsItem {
    let goods = &GOODS[paper.goods];
    let packages = (paper.net_mass_kg / goods.package_kg).round().max(1.0) as u64;
    let mut item = GoodsItem {
        number: place as u32 + 1,
        description: local(goods.description),
        gross_mass_kg: located(paper.gross_mass_kg),
        documents: vec![DocumentReference {
            kind: "N705".to_owned(),
            reference: paper.transport_document.clone(),
            ..DocumentReference::default()
        }],
        commodity_code: located(goods.hs_code.to_owned()),
        containers: paper.containers.iter().cloned().filter_map(located).collect(),
        packages: vec![Packages {
            kind: goods.package.to_owned(),
            count: Some(packages),
            pieces: None,
            marks: local(&format!("AS PER B/L {}", paper.transport_document)),
        }],
        ..GoodsItem::default()
    };
    if !shared {
        item.consignor = traders.shippers.get(paper.shipper).map(|shipper| shipper.party(false));
        item.consignee = traders.importers.get(paper.importer).map(|importer| importer.party(true));
    }
    item
}

/// The amendment of a declaration that got this MRN.
pub(crate) fn amendment(ens: &EntrySummary, mrn: &str, time: UtcTime) -> EntrySummary {
    EntrySummary {
        kind: EnsKind::Amendment,
        prepared: Some(time),
        local_reference_number: None,
        movement_reference_number: located(mrn.to_owned()),
        declaration_place: None,
        declared: None,
        amended: located(time),
        amendment_place: local("London"),
        ..ens.clone()
    }
}

/// Hands over the message's bytes, in a folder of its month.
pub(crate) fn send(ens: &EntrySummary, lrn: &str, file: &mut Sink<'_>) {
    let prepared = ens.prepared.unwrap_or_default();
    let kind = if ens.kind == EnsKind::Declaration { "ie315" } else { "ie313" };
    let day = prepared.date_text();
    let month = day.get(..7).unwrap_or_default();
    file(Folder::Messages, &format!("ens/{month}/{day}-{lrn}-{kind}.xml"), &ens::write(ens));
}

/// What is due on a consignment in pounds sterling.
pub(crate) fn tax(goods: usize, origin: &str, value: f64) -> f64 {
    GOODS.get(goods).map_or(0.0, |goods| value * goods.rate_percent(origin) / 100.0)
}

/// Details of the import declaration that the entry summary does not hold.
pub(crate) struct Clearance<'a> {
    pub accepted: UtcTime,
    pub office: &'a str,
    pub entry_summary_mrn: &'a str,
    pub country_departure: &'a str,
    pub agent: String,
    pub outcome: Option<DeclaredOutcome>,
}

/// The import declaration of one consignment.
pub(crate) fn declaration(
    paper: &Paper,
    clearance: Clearance<'_>,
    traders: &Traders,
    chance: &mut Chance,
) -> ImportDeclaration {
    let goods = &GOODS[paper.goods];
    let importer = traders.importers.get(paper.importer);
    let shipper = traders.shippers.get(paper.shipper);
    ImportDeclaration {
        declaration_id: mrn(clearance.accepted, chance),
        item_number: 1,
        accepted: clearance.accepted,
        office: Some(clearance.office.to_owned()),
        declarant: Some(clearance.agent),
        importer: importer.map(|importer| importer.id.clone()),
        importer_name: importer.map(|importer| importer.name.clone()),
        exporter: shipper.map(|shipper| shipper.id.clone()),
        exporter_name: shipper.map(|shipper| shipper.name.clone()),
        hs_code: Some(goods.hs_code.to_owned()),
        description: Some(goods.description.to_owned()),
        country_departure: Some(clearance.country_departure.to_owned()),
        country_origin: Some(paper.origin.clone()),
        tax_rate_percent: Some((goods.rate_percent(&paper.origin) * 10.0).round() / 10.0),
        net_mass_kg: Some(paper.net_mass_kg),
        gross_mass_kg: Some(paper.gross_mass_kg),
        value: Some(Money {
            amount: Decimal::new((paper.value * 100.0).round() as i64, 2),
            currency: "GBP".to_owned(),
        }),
        transport_document: Some(paper.transport_document.clone()),
        containers: paper.containers.clone(),
        entry_summary_mrn: Some(clearance.entry_summary_mrn.to_owned()),
        outcome: clearance.outcome,
        ..ImportDeclaration::default()
    }
}
