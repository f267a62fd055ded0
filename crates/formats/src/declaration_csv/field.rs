//! The fields of an import declaration that a column can feed.

/// A field, by the name it has in mapping files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    DeclarationId,
    ItemNumber,
    Accepted,
    Received,
    Office,
    Declarant,
    Importer,
    ImporterName,
    Exporter,
    ExporterName,
    HsCode,
    Description,
    CountryDeparture,
    CountryOrigin,
    TaxRatePercent,
    NetMassKg,
    GrossMassKg,
    Value,
    Currency,
    TransportDocument,
    Containers,
    EntrySummaryMrn,
}

impl Field {
    pub(crate) const ALL: &[(Field, &str)] = &[
        (Field::DeclarationId, "declaration_id"),
        (Field::ItemNumber, "item_number"),
        (Field::Accepted, "accepted"),
        (Field::Received, "received"),
        (Field::Office, "office"),
        (Field::Declarant, "declarant"),
        (Field::Importer, "importer"),
        (Field::ImporterName, "importer_name"),
        (Field::Exporter, "exporter"),
        (Field::ExporterName, "exporter_name"),
        (Field::HsCode, "hs_code"),
        (Field::Description, "description"),
        (Field::CountryDeparture, "country_departure"),
        (Field::CountryOrigin, "country_origin"),
        (Field::TaxRatePercent, "tax_rate_percent"),
        (Field::NetMassKg, "net_mass_kg"),
        (Field::GrossMassKg, "gross_mass_kg"),
        (Field::Value, "value"),
        (Field::Currency, "currency"),
        (Field::TransportDocument, "transport_document"),
        (Field::Containers, "containers"),
        (Field::EntrySummaryMrn, "entry_summary_mrn"),
    ];

    pub(crate) fn from_name(name: &str) -> Option<Field> {
        Field::ALL.iter().find(|(_, known)| *known == name).map(|(field, _)| *field)
    }

    pub(crate) fn name(self) -> &'static str {
        Field::ALL.iter().find(|(field, _)| *field == self).map_or("", |(_, name)| name)
    }
}

/// The candidate that differs least from `text`, if one is near.
pub(crate) fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text = text.to_lowercase().replace([' ', '-'], "_");
    let ranked =
        candidates.into_iter().map(|candidate| (distance(&text, &candidate.to_lowercase()), candidate));
    let (distance, candidate) = ranked.min_by_key(|(distance, _)| *distance)?;
    (distance <= text.len().max(candidate.len()).div_ceil(2)).then_some(candidate)
}

/// Levenshtein distance in bytes.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.bytes().take(100).enumerate() {
        let mut diagonal = i;
        let mut previous = i + 1;
        for (right, cell) in b.bytes().zip(row.iter_mut().skip(1)) {
            let substituted = diagonal + usize::from(left != right);
            diagonal = *cell;
            *cell = substituted.min(*cell + 1).min(previous + 1);
            previous = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_field_is_offered() {
        let names = || Field::ALL.iter().map(|(_, name)| *name);
        assert_eq!(nearest("netmass_kg", names()), Some("net_mass_kg"));
        assert_eq!(nearest("Country Origin", names()), Some("country_origin"));
        assert_eq!(nearest("zzzzzzzzzzzzzzzzzzzzzz", names()), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
