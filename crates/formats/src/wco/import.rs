//! What the risk side works on: goods items of import declarations.

use std::collections::BTreeMap;
use tidewaiter_model::customs::{
    Amount, CustomsMessage, Declaration, DeclaredItem, PreviousDocument, TradeParty,
};
use tidewaiter_model::customs::{Measure, StatedTime};
use tidewaiter_model::declaration::ImportDeclaration;
use tidewaiter_model::money::Money;
use tidewaiter_model::time::UtcTime;

/// Document types of transport documents, without category: bills of lading, consignment notes, air waybills.
const TRANSPORT_DOCUMENTS: &[&str] = &["703", "704", "705", "714", "720", "722", "730", "740", "741"];
/// Document type of an entry summary declaration.
const ENTRY_SUMMARY: &str = "355";

/// Why a message is no import declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: &'static str,
    pub(crate) expected: &'static str,
    pub(crate) found: &'static str,
}

/// The goods items of an import declaration.
///
/// # Errors
/// When the message is an export declaration, a change of an earlier one, an answer, or names nothing to know it by.
pub(crate) fn items(message: &CustomsMessage) -> Result<Vec<ImportDeclaration>, Refusal> {
    let refuse = |code, expected, found| Err(Refusal { code, expected, found });
    const EXPECTED: &str = "an original import declaration";
    let Some(declaration) = message.declaration.as_deref() else {
        return refuse("WCO-ANSWER", EXPECTED, "an answer to a declaration");
    };
    let kind = declaration.kind.as_deref().unwrap_or_default();
    let function = declaration.function.as_deref().unwrap_or_default().trim_start_matches('0');
    if matches!(function, "1" | "3" | "13" | "14") || matches!(kind, "INV" | "COR" | "GPR") {
        return refuse("WCO-CHANGE", EXPECTED, "a change of an earlier declaration, or a notice about one");
    }
    if is_export(declaration, kind) {
        return refuse("WCO-EXPORT", EXPECTED, "an export declaration");
    }
    if declaration.items.is_empty() {
        return refuse("WCO-ITEMS", "goods items", "none");
    }
    let Some(id) = declaration.id.as_ref().or(declaration.reference.as_ref()).filter(|id| !id.is_empty())
    else {
        return refuse("WCO-ID", "an ID or a FunctionalReferenceID", "neither");
    };
    let item = |(place, item)| import(declaration, id, place, item);
    Ok(declaration.items.iter().enumerate().map(item).collect())
}

/// Whether goods leave: by the declaration's type, where that does not tell by the procedure that is asked for.
fn is_export(declaration: &Declaration, kind: &str) -> bool {
    if kind.starts_with("EX") || kind == "830" {
        return true;
    }
    if kind.starts_with("IM") || kind == "929" {
        return false;
    }
    let procedures = declaration.items.iter().filter_map(|item| item.procedures.first()?.current.as_deref());
    let leaves = |code: &str| matches!(code.get(..2), Some("10" | "11" | "21" | "22" | "23" | "31"));
    let mut procedures = procedures.map(leaves);
    procedures.next().is_some_and(|first| first && procedures.all(|leaves| leaves))
}

fn import(declaration: &Declaration, id: &str, place: usize, item: &DeclaredItem) -> ImportDeclaration {
    let number = item.number.and_then(|number| u32::try_from(number).ok());
    let some = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let importer = declaration.importer.as_ref();
    let importer = importer.or(item.consignee.as_ref()).or(declaration.consignee.as_ref());
    let exporter = item.seller.as_ref().or(item.consignor.as_ref()).or(declaration.exporter.as_ref());
    let exporter = exporter.or(declaration.consignor.as_ref()).or(declaration.seller.as_ref());
    let party = |party: Option<&TradeParty>, field: fn(&TradeParty) -> &Option<String>| some(field(party?));
    let accepted = declaration.accepted.as_ref().and_then(StatedTime::utc);
    let accepted = accepted.or(declaration.issued.as_ref().and_then(StatedTime::utc));
    let offices = [&declaration.office, &declaration.presentation_office, &declaration.supervising_office];
    let previous = || item.previous_documents.iter().chain(&declaration.previous_documents);
    ImportDeclaration {
        declaration_id: id.to_owned(),
        item_number: number.unwrap_or(u32::try_from(place + 1).unwrap_or(u32::MAX)),
        accepted: accepted.unwrap_or(UtcTime::MIN),
        office: offices.into_iter().find_map(some),
        declarant: party(declaration.declarant.as_ref(), |party| &party.id)
            .or_else(|| party(declaration.agent.as_ref(), |party| &party.id)),
        importer: party(importer, |party| &party.id),
        importer_name: party(importer, |party| &party.name),
        exporter: party(exporter, |party| &party.id),
        exporter_name: party(exporter, |party| &party.name),
        hs_code: commodity_code(item),
        description: some(&item.description),
        country_departure: some(&item.export_country).or_else(|| some(&declaration.export_country)),
        country_origin: origin(item),
        tax_rate_percent: duty_rate(item),
        net_mass_kg: item.net_mass.as_ref().and_then(Measure::kilograms).filter(|mass| *mass >= 0.0),
        gross_mass_kg: item.gross_mass.as_ref().and_then(Measure::kilograms).filter(|mass| *mass >= 0.0),
        value: [&item.customs_value, &item.statistical_value, &item.price].into_iter().find_map(money),
        transport_document: transport_document(item, previous()),
        containers: containers(declaration, item),
        entry_summary_mrn: previous()
            .find(|document| document.kind.as_deref().is_some_and(|kind| bare(kind) == ENTRY_SUMMARY))
            .and_then(|document| some(&document.id)),
        outcome: None,
        extra: extra(declaration, item),
    }
}

/// Tariff subheading and, where it is declared apart, the TARIC digits behind it.
fn commodity_code(item: &DeclaredItem) -> Option<String> {
    let of_kind = |wanted: &str| {
        let code = item.classifications.iter().find(|code| code.kind.as_deref() == Some(wanted));
        code.and_then(|code| code.id.as_deref()).map(str::trim)
    };
    let untold =
        || item.classifications.iter().find(|code| code.kind.is_none()).and_then(|code| code.id.as_deref());
    let heading = of_kind("TSP").or_else(|| of_kind("SRZ")).or_else(untold)?;
    let digits = |code: &str| code.bytes().all(|byte| byte.is_ascii_digit());
    match of_kind("TRC") {
        Some(taric) if heading.len() == 8 && taric.len() == 2 && digits(taric) => {
            Some(format!("{heading}{taric}"))
        }
        _ => Some(heading.to_owned()),
    }
}

/// The non-preferential origin, or else the first that is stated.
fn origin(item: &DeclaredItem) -> Option<String> {
    let plain = item.origins.iter().find(|origin| origin.kind.as_deref() == Some("1"));
    plain
        .or(item.origins.first())
        .and_then(|origin| origin.country.clone())
        .filter(|country| !country.is_empty())
}

/// The rate of customs duty.
fn duty_rate(item: &DeclaredItem) -> Option<f64> {
    let duty = item.duties.iter().find(|duty| duty.kind.as_deref() == Some("A00"));
    duty.and_then(|duty| duty.rate)?.to_string().parse().ok()
}

fn money(amount: &Option<Amount>) -> Option<Money> {
    let amount = amount.as_ref()?;
    Some(Money { amount: amount.amount, currency: amount.currency.clone()? })
}

/// A document type without its category: `N705` and `705` are one.
fn bare(kind: &str) -> &str {
    if kind.len() == 4 { kind.get(1..).unwrap_or(kind) } else { kind }
}

fn transport_document<'d>(
    item: &DeclaredItem,
    mut previous: impl Iterator<Item = &'d PreviousDocument>,
) -> Option<String> {
    let fits =
        |kind: &Option<String>| kind.as_deref().is_some_and(|kind| TRANSPORT_DOCUMENTS.contains(&bare(kind)));
    let produced =
        item.documents.iter().find(|document| fits(&document.kind)).and_then(|document| document.id.clone());
    produced
        .or_else(|| previous.find(|document| fits(&document.kind)).and_then(|document| document.id.clone()))
}

/// The item's own containers, or all of the consignment's.
fn containers(declaration: &Declaration, item: &DeclaredItem) -> Vec<String> {
    let of = |equipment: &[tidewaiter_model::customs::Equipment]| -> Vec<String> {
        let ids = equipment.iter().filter_map(|equipment| equipment.id.clone());
        ids.filter(|id| !id.trim().is_empty()).collect()
    };
    let own = of(&item.equipment);
    if !own.is_empty() {
        return own;
    }
    declaration.consignment.as_ref().map(|consignment| of(&consignment.equipment)).unwrap_or_default()
}

/// What else is worth showing beside the item.
fn extra(declaration: &Declaration, item: &DeclaredItem) -> BTreeMap<String, String> {
    let procedure = item.procedures.first().map(|procedure| {
        let part = |code: &Option<String>| code.clone().unwrap_or_default();
        part(&procedure.current) + &part(&procedure.previous)
    });
    let additional: Vec<String> =
        item.procedures.iter().skip(1).filter_map(|procedure| procedure.current.clone()).collect();
    let mode = declaration.border_transport.as_ref().and_then(|means| means.mode.clone());
    let incoterm = declaration.trade_terms.as_ref().and_then(|terms| terms.incoterm.clone());
    let method = item.valuation.as_ref().and_then(|valuation| valuation.method.clone());
    let pairs = [
        ("declaration_type", declaration.kind.clone()),
        ("local_reference_number", declaration.reference.clone()),
        ("procedure", procedure),
        ("additional_procedures", Some(additional.join(" "))),
        ("transport_mode", mode),
        ("incoterm", incoterm),
        ("valuation_method", method),
    ];
    let kept =
        pairs.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.filter(|t| !t.is_empty())?)));
    kept.collect()
}
