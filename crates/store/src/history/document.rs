//! Stow positions, manifests, vessel reports and travellers: what they are found by in typed columns, the whole record as JSON
//! beside it. One shape for the four tables, so that a further kind of document costs a variant.

use super::origin::{self, NAMES, Origin, Origins};
use super::{Latest, read_columns, schema_of, text, texts_array, texts_type, time_type};
use crate::StoreError;
use crate::catalogue::{self, Table};
use crate::compact::merged_away;
use crate::open::Store;
use crate::segment::Facts;
use arrow_array::{ArrayRef, RecordBatch, StringArray, TimestampMicrosecondArray};
use arrow_schema::{DataType, SchemaRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use tidewaiter_model::assessment::Kept;
use tidewaiter_model::manifest::ManifestConsignment;
use tidewaiter_model::stow::StowPosition;
use tidewaiter_model::time::UtcTime;
use tidewaiter_model::traveller::Traveller;
use tidewaiter_model::vessel_report::VesselReport;

pub(crate) fn schema() -> SchemaRef {
    let mut columns = origin::columns();
    columns.extend([
        ("sender", DataType::Utf8, false),
        ("document", DataType::Utf8, true),
        ("issued", time_type(), true),
        ("vessel", DataType::Utf8, true),
        ("voyage", DataType::Utf8, true),
        ("containers", texts_type(), false),
        ("record", DataType::Utf8, false),
    ]);
    schema_of(&columns)
}

/// A record of the block that is not written yet.
pub(crate) struct Pending {
    pub(crate) message: u32,
    sender: String,
    document: Option<String>,
    issued: Option<UtcTime>,
    vessel: Option<String>,
    voyage: Option<String>,
    containers: Vec<String>,
    record: String,
}

impl Pending {
    fn new(message: u32, sender: &str, record: &impl Serialize) -> Result<Pending, StoreError> {
        let record = serde_json::to_string(record)
            .map_err(|error| StoreError::corrupt("a record", error.to_string()))?;
        Ok(Pending {
            message,
            sender: sender.to_owned(),
            document: None,
            issued: None,
            vessel: None,
            voyage: None,
            containers: Vec::new(),
            record,
        })
    }

    pub(crate) fn stow(message: u32, position: &StowPosition) -> Result<Pending, StoreError> {
        Ok(Pending {
            document: position.plan.clone(),
            issued: position.planned,
            vessel: position.vessel.surest().map(str::to_owned),
            voyage: position.voyage.clone(),
            containers: vec![position.container.clone()],
            ..Pending::new(message, &position.sender, position)?
        })
    }

    pub(crate) fn manifest(message: u32, consignment: &ManifestConsignment) -> Result<Pending, StoreError> {
        let mut containers: Vec<String> =
            consignment.containers.iter().map(|unit| unit.number.clone()).collect();
        containers.sort_unstable();
        containers.dedup();
        Ok(Pending {
            document: consignment.transport_document.clone(),
            issued: consignment.issued,
            vessel: consignment.vessel.surest().map(str::to_owned),
            voyage: consignment.voyage.clone(),
            containers,
            ..Pending::new(message, &consignment.sender, consignment)?
        })
    }

    pub(crate) fn vessel_report(message: u32, report: &VesselReport) -> Result<Pending, StoreError> {
        Ok(Pending {
            document: report.report.clone(),
            issued: report.issued,
            vessel: report.vessel.surest().map(str::to_owned),
            voyage: report.voyage.clone(),
            ..Pending::new(message, &report.sender, report)?
        })
    }

    /// Of a person, nothing but the journey stands outside the record.
    pub(crate) fn traveller(message: u32, traveller: &Traveller) -> Result<Pending, StoreError> {
        Ok(Pending {
            document: traveller.list.clone(),
            issued: traveller.departure,
            voyage: traveller.conveyance.clone(),
            ..Pending::new(message, &traveller.sender, traveller)?
        })
    }

    pub(crate) fn bytes(&self) -> usize {
        256 + self.record.len() + self.containers.len() * 40
    }
}

pub(crate) fn to_batch(
    pending: &[Pending],
    origin: impl Fn(u32) -> Origin,
) -> Result<(RecordBatch, Facts), StoreError> {
    let (mut columns, mut facts) =
        origin::arrays(pending.iter().map(|row| origin(row.message)), pending.len());
    let issued: Vec<i64> = pending.iter().filter_map(|row| row.issued).map(UtcTime::micros).collect();
    facts.event.add_all(&issued);
    let texts = |field: fn(&Pending) -> Option<&str>| -> ArrayRef {
        Arc::new(pending.iter().map(field).collect::<StringArray>())
    };
    let times: TimestampMicrosecondArray =
        pending.iter().map(|row| row.issued.map(UtcTime::micros)).collect();
    columns.extend([
        texts(|row| Some(&row.sender)),
        texts(|row| row.document.as_deref()),
        Arc::new(times.with_timezone("UTC")) as ArrayRef,
        texts(|row| row.vessel.as_deref()),
        texts(|row| row.voyage.as_deref()),
        texts_array(pending.iter().map(|row| row.containers.iter().map(String::as_str))),
        texts(|row| Some(&row.record)),
    ]);
    let batch = RecordBatch::try_new(schema(), columns)
        .map_err(|error| StoreError::corrupt("a batch of documents", error.to_string()))?;
    Ok((batch, facts))
}

impl Store {
    /// Every stow position received up to `as_of`, in order of ingest.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn stow_positions(&self, as_of: UtcTime) -> Result<Vec<Kept<StowPosition>>, StoreError> {
        self.documents(Table::StowPosition, as_of).await
    }

    /// Every manifest consignment received up to `as_of`, in order of ingest.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn manifests(&self, as_of: UtcTime) -> Result<Vec<Kept<ManifestConsignment>>, StoreError> {
        self.documents(Table::Manifest, as_of).await
    }

    /// Every vessel report received up to `as_of`, in order of ingest.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn vessel_reports(&self, as_of: UtcTime) -> Result<Vec<Kept<VesselReport>>, StoreError> {
        self.documents(Table::VesselReport, as_of).await
    }

    /// Every traveller received up to `as_of`, in order of ingest. Personal data: for whoever may see it, and no one
    /// else.
    ///
    /// # Errors
    /// [`StoreError::Read`] when a history file cannot be read.
    pub async fn travellers(&self, as_of: UtcTime) -> Result<Vec<Kept<Traveller>>, StoreError> {
        self.documents(Table::Traveller, as_of).await
    }

    async fn documents<T: DeserializeOwned>(
        &self,
        table: Table,
        as_of: UtcTime,
    ) -> Result<Vec<Kept<T>>, StoreError> {
        let mut tries = 0;
        loop {
            let result = self.documents_now(table, as_of).await;
            if !merged_away(&result, &mut tries) {
                return result;
            }
        }
    }

    async fn documents_now<T: DeserializeOwned>(
        &self,
        table: Table,
        as_of: UtcTime,
    ) -> Result<Vec<Kept<T>>, StoreError> {
        let segments = catalogue::list(&self.database, table, as_of).await?;
        let latest = Latest::find(&self.folder, &segments, as_of)?;
        let wanted: Vec<&str> = NAMES.iter().copied().chain(["record"]).collect();
        let mut kept = Vec::new();
        for segment in &segments {
            read_columns(&self.folder.resolve(&segment.path), &wanted, &mut |batch| {
                let (origins, records) = (Origins::of(batch)?, text(batch, "record")?);
                for row in 0..batch.num_rows() {
                    let Origin { key, provenance, .. } = origins.at(row);
                    if !latest.counts(key, provenance) {
                        continue;
                    }
                    let record = serde_json::from_str(records.value(row))
                        .map_err(|error| StoreError::corrupt(table.as_str(), error.to_string()))?;
                    kept.push(Kept { record, provenance });
                }
                Ok(())
            })?;
        }
        Ok(kept)
    }
}
