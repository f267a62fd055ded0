//! What a declaration's numbers say of each other: item numbers once each, totals that add up.

use super::map::Mapper;
use std::collections::HashSet;
use tidewaiter_model::customs::{Amount, Declaration, DeclaredItem};
use tidewaiter_model::diagnostic::Severity;
use tidewaiter_model::money::Decimal;

pub(crate) fn check(mapper: &mut Mapper<'_, '_>, declaration: &Declaration) {
    numbers(mapper);
    let items = &declaration.items;
    if items.is_empty() {
        return;
    }
    if let Some(total) = declaration.total_items
        && total != items.len() as u64
    {
        warn(mapper, "GoodsItemQuantity", &format!("{} items", items.len()), &total.to_string());
    }
    let counted =
        |item: &DeclaredItem| item.packages.iter().map(|packages| packages.count).sum::<Option<u64>>();
    let packages: Option<u64> =
        items.iter().map(counted).try_fold(0u64, |sum, count| sum.checked_add(count?));
    if let (Some(total), Some(packages)) = (declaration.total_packages, packages)
        && total != packages
        && items.iter().any(|item| !item.packages.is_empty())
    {
        let expected = format!("{packages} packages, as the items have together");
        warn(mapper, "TotalPackageQuantity", &expected, &total.to_string());
    }
    let masses = sum(items.iter().map(|item| item.gross_mass.as_ref().map(|mass| (mass.value, &mass.unit))));
    if let (Some(total), Some((mass, unit))) = (&declaration.total_gross_mass, masses)
        && total.unit == *unit
        && total.value != mass
    {
        let expected = format!("{mass}, as the items weigh together");
        warn(mapper, "TotalGrossMassMeasure", &expected, &total.value.to_string());
    }
    let price = |item: &'_ DeclaredItem| -> Option<Amount> { item.price.clone() };
    let prices: Vec<Option<Amount>> = items.iter().map(price).collect();
    let prices = sum(prices.iter().map(|price| price.as_ref().map(|price| (price.amount, &price.currency))));
    if let (Some(total), Some((price, currency))) = (&declaration.invoice_total, prices)
        && total.currency == *currency
        && total.amount != price
    {
        let expected = format!("{price}, as the items cost together");
        warn(mapper, "InvoiceAmount", &expected, &total.amount.to_string());
    }
}

/// The sum of values that all have the same unit; `None` when one is missing or has another.
fn sum<'u>(
    values: impl Iterator<Item = Option<(Decimal, &'u Option<String>)>>,
) -> Option<(Decimal, &'u Option<String>)> {
    let mut total: Option<(Decimal, &Option<String>)> = None;
    for value in values {
        let (value, unit) = value?;
        total = Some(match total {
            None => (value, unit),
            Some((sum, known)) if known == unit => (sum.checked_add(value)?, known),
            Some(_) => return None,
        });
    }
    total
}

fn warn(mapper: &mut Mapper<'_, '_>, name: &str, expected: &str, found: &str) {
    let tree = mapper.tree;
    let at = tree.elements.iter().position(|element| {
        let parent = element.parent.map(|parent| tree.element(parent).name);
        element.name == name && parent == Some("Declaration")
    });
    if let Some(at) = at {
        mapper.say(Severity::Warning, "WCO-TOTAL", at, expected, found);
    }
}

/// Each goods item has a number of its own.
fn numbers(mapper: &mut Mapper<'_, '_>) {
    let tree = mapper.tree;
    let mut seen: HashSet<&str> = HashSet::new();
    for (at, element) in tree.elements.iter().enumerate() {
        let parent = element.parent.map(|parent| tree.element(parent).name);
        if element.name == "SequenceNumeric" && parent == Some("GovernmentAgencyGoodsItem") {
            let number = element.text.trim();
            if !number.is_empty() && !seen.insert(number) {
                mapper.say(Severity::Error, "WCO-DUPLICATE", at, "an item number of its own", number);
            }
        }
    }
}
