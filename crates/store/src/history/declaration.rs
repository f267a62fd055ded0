//! Import declarations: every field in a typed column.

use super::origin::{self, NAMES, Origin, Origins};
use super::{Latest, boolean, column, float_at, float64, read_columns, schema_of, text, text_at, time_at};
use super::{texts_array, texts_at, texts_type, time_type, times};
use crate::StoreError;
use crate::catalogue::{self, Table};
use crate::compact::merged_away;
use crate::open::Store;
use crate::segment::Facts;
use arrow_array::{Array, ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray, UInt32Array};
use arrow_array::{ListArray, TimestampMicrosecondArray};
use arrow_schema::{DataType, SchemaRef};
use std::sync::Arc;
use tidewaiter_model::assessment::KeptDeclaration;
use tidewaiter_model::declaration::{DeclaredOutcome, ImportDeclaration};
use tidewaiter_model::money::Money;
use tidewaiter_model::time::UtcTime;

const TABLE: &str = "history table declaration";

/// Columns that hold one optional text of the record each.
type TextColumn = (&'static str, fn(&ImportDeclaration) -> Option<&str>);

const TEXTS: [TextColumn; 13] = [
    ("office", |row| row.office.as_deref()),
    ("declarant", |row| row.declarant.as_deref()),
    ("importer", |row| row.importer.as_deref()),
    ("importer_name", |row| row.importer_name.as_deref()),
    ("exporter", |row| row.exporter.as_deref()),
    ("exporter_name", |row| row.exporter_name.as_deref()),
    ("hs_code", |row| row.hs_code.as_deref()),
    ("description", |row| row.description.as_deref()),
    ("country_departure", |row| row.country_departure.as_deref()),
    ("country_origin", |row| row.country_origin.as_deref()),
    ("transport_document", |row| row.transport_document.as_deref()),
    ("entry_summary_mrn", |row| row.entry_summary_mrn.as_deref()),
    ("value_currency", |row| row.value.as_ref().map(|value| value.currency.as_str())),
];

const OTHERS: [&str; 14] = [
    "declaration_id",
    "item_number",
    "accepted",
    "tax_rate_percent",
    "net_mass_kg",
    "gross_mass_kg",
    "value_amount",
    "value_number",
    "containers",
    "outcome_irregular",
    "outcome_critical",
    "outcome_known",
    "extra",
    "value_currency",
];

pub(crate) fn schema() -> SchemaRef {
    let mut columns = origin::columns();
    columns.extend([
        ("declaration_id", DataType::Utf8, false),
        ("item_number", DataType::UInt32, false),
        ("accepted", time_type(), false),
    ]);
    columns.extend(TEXTS.iter().map(|(name, _)| (*name, DataType::Utf8, true)));
    columns.extend([
        ("tax_rate_percent", DataType::Float64, true),
        ("net_mass_kg", DataType::Float64, true),
        ("gross_mass_kg", DataType::Float64, true),
        ("value_amount", DataType::Utf8, true),
        ("value_number", DataType::Float64, true),
        ("containers", texts_type(), false),
        ("outcome_irregular", DataType::Boolean, true),
        ("outcome_critical", DataType::Boolean, true),
        ("outcome_known", time_type(), true),
        ("extra", DataType::Utf8, false),
    ]);
    schema_of(&columns)
}

/// A record of the block that is not written yet.
pub(crate) struct Pending {
    pub(crate) message: u32,
    pub(crate) declaration: Box<ImportDeclaration>,
}

impl Pending {
    pub(crate) fn bytes(&self) -> usize {
        let extra: usize =
            self.declaration.extra.iter().map(|(name, text)| name.len() + text.len() + 96).sum();
        let texts: usize = TEXTS.iter().filter_map(|(_, field)| field(&self.declaration)).map(str::len).sum();
        size_of::<ImportDeclaration>() + extra + texts + self.declaration.containers.len() * 40
    }
}

pub(crate) fn to_batch(
    pending: &[Pending],
    origin: impl Fn(u32) -> Origin,
) -> Result<(RecordBatch, Facts), StoreError> {
    let (mut columns, mut facts) =
        origin::arrays(pending.iter().map(|row| origin(row.message)), pending.len());
    let rows = || pending.iter().map(|row| row.declaration.as_ref());
    let accepted: Vec<i64> = rows().map(|row| row.accepted.micros()).collect();
    facts.event.add_all(&accepted);
    let times = |times: TimestampMicrosecondArray| -> ArrayRef { Arc::new(times.with_timezone("UTC")) };
    columns.extend([
        Arc::new(StringArray::from_iter_values(rows().map(|row| &row.declaration_id))) as ArrayRef,
        Arc::new(UInt32Array::from_iter_values(rows().map(|row| row.item_number))),
        times(accepted.into()),
    ]);
    for (_, field) in TEXTS {
        columns.push(Arc::new(rows().map(field).collect::<StringArray>()));
    }
    let numbers = |field: fn(&ImportDeclaration) -> Option<f64>| -> ArrayRef {
        Arc::new(rows().map(field).collect::<Float64Array>())
    };
    let flags = |field: fn(&DeclaredOutcome) -> Option<bool>| -> ArrayRef {
        Arc::new(rows().map(|row| row.outcome.as_ref().and_then(field)).collect::<BooleanArray>())
    };
    let amounts: StringArray =
        rows().map(|row| row.value.as_ref().map(|value| value.amount.to_string())).collect();
    let known = rows().map(|row| row.outcome.as_ref().map(|outcome| outcome.known.micros()));
    let extra = rows()
        .map(|row| serde_json::to_string(&row.extra))
        .collect::<Result<Vec<String>, _>>()
        .map_err(|error| StoreError::corrupt("a declaration", error.to_string()))?;
    columns.extend([
        numbers(|row| row.tax_rate_percent),
        numbers(|row| row.net_mass_kg),
        numbers(|row| row.gross_mass_kg),
        Arc::new(amounts) as ArrayRef,
        // Beside the exact text, for those who want to add up.
        numbers(|row| row.value.as_ref().and_then(|value| value.amount.to_string().parse().ok())),
        texts_array(rows().map(|row| row.containers.iter().map(String::as_str))),
        flags(|outcome| Some(outcome.irregular)),
        flags(|outcome| outcome.critical),
        times(known.collect()),
        Arc::new(StringArray::from(extra)),
    ]);
    let batch = RecordBatch::try_new(schema(), columns)
        .map_err(|error| StoreError::corrupt("a batch of declarations", error.to_string()))?;
    Ok((batch, facts))
}

impl Store {
    /// Every import declaration received up to `as_of`, in order of ingest; of conflicting messages only the one
    /// received last.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn declarations(&self, as_of: UtcTime) -> Result<Vec<KeptDeclaration>, StoreError> {
        let mut tries = 0;
        loop {
            let result = self.declarations_now(as_of).await;
            if !merged_away(&result, &mut tries) {
                return result;
            }
        }
    }

    async fn declarations_now(&self, as_of: UtcTime) -> Result<Vec<KeptDeclaration>, StoreError> {
        let segments = catalogue::list(&self.database, Table::Declaration, as_of).await?;
        let latest = Latest::find(&self.folder, &segments, as_of)?;
        let texts = TEXTS.iter().map(|(name, _)| *name);
        let wanted: Vec<&str> = NAMES.iter().chain(&OTHERS).copied().chain(texts).collect();
        let mut kept = Vec::new();
        for segment in &segments {
            read_columns(&self.folder.resolve(&segment.path), &wanted, &mut |batch| {
                append(&mut kept, batch, &latest)
            })?;
        }
        Ok(kept)
    }
}

fn append(kept: &mut Vec<KeptDeclaration>, batch: &RecordBatch, latest: &Latest) -> Result<(), StoreError> {
    let origins = Origins::of(batch)?;
    let of = |name: &str| text(batch, name);
    let (ids, extras) = (of("declaration_id")?, of("extra")?);
    let containers: &ListArray = column(batch, "containers")?;
    let (office, declarant) = (of("office")?, of("declarant")?);
    let (importer, importer_name) = (of("importer")?, of("importer_name")?);
    let (exporter, exporter_name) = (of("exporter")?, of("exporter_name")?);
    let (hs_code, description) = (of("hs_code")?, of("description")?);
    let (departure, country) = (of("country_departure")?, of("country_origin")?);
    let (document, mrn) = (of("transport_document")?, of("entry_summary_mrn")?);
    let (amount, currency) = (of("value_amount")?, of("value_currency")?);
    let items: &UInt32Array = column(batch, "item_number")?;
    let (accepted, known) = (times(batch, "accepted")?, times(batch, "outcome_known")?);
    let (net, gross) = (float64(batch, "net_mass_kg")?, float64(batch, "gross_mass_kg")?);
    let tax = float64(batch, "tax_rate_percent")?;
    let (irregular, critical) = (boolean(batch, "outcome_irregular")?, boolean(batch, "outcome_critical")?);
    for row in 0..batch.num_rows() {
        let origin = origins.at(row);
        if !latest.counts(origin.key, origin.provenance) {
            continue;
        }
        let value = match (text_at(amount, row), text_at(currency, row)) {
            (Some(amount), Some(currency)) => {
                let amount = amount.parse().map_err(|_| StoreError::corrupt(TABLE, amount))?;
                Some(Money { amount, currency })
            }
            _ => None,
        };
        let outcome = time_at(known, row).map(|known| DeclaredOutcome {
            irregular: irregular.is_valid(row) && irregular.value(row),
            critical: critical.is_valid(row).then(|| critical.value(row)),
            known,
        });
        let extra = serde_json::from_str(extras.value(row))
            .map_err(|_| StoreError::corrupt(TABLE, extras.value(row)))?;
        let declaration = ImportDeclaration {
            declaration_id: ids.value(row).to_owned(),
            item_number: items.value(row),
            accepted: UtcTime::from_micros(accepted.value(row)),
            office: text_at(office, row),
            declarant: text_at(declarant, row),
            importer: text_at(importer, row),
            importer_name: text_at(importer_name, row),
            exporter: text_at(exporter, row),
            exporter_name: text_at(exporter_name, row),
            hs_code: text_at(hs_code, row),
            description: text_at(description, row),
            country_departure: text_at(departure, row),
            country_origin: text_at(country, row),
            tax_rate_percent: float_at(tax, row),
            net_mass_kg: float_at(net, row),
            gross_mass_kg: float_at(gross, row),
            value,
            transport_document: text_at(document, row),
            containers: texts_at(containers, row),
            entry_summary_mrn: text_at(mrn, row),
            outcome,
            extra,
        };
        kept.push(KeptDeclaration { declaration, provenance: origin.provenance });
    }
    Ok(())
}
