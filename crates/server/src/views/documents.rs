//! What the documents of a consignment say, side by side.

use super::MessageRef;
use serde::{Deserialize, Serialize};
use tidewaiter_model::time::UtcTime;
use utoipa::ToSchema;

/// One document or report of the table.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DocumentColumn {
    /// Stable key.
    pub key: String,
    /// What it is, in words.
    pub title: String,
    /// Its own number.
    #[schema(required)]
    pub reference: Option<String>,
    /// When it was received.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub received: Option<UtcTime>,
    /// The message.
    #[schema(required)]
    pub message: Option<MessageRef>,
}

/// What one document says of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cell {
    /// As declared or reported.
    pub text: String,
}

/// One field over all documents.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DocumentRow {
    /// Stable key.
    pub key: String,
    /// What the field is, in words.
    pub label: String,
    /// One a column; `null` where the document says nothing.
    #[schema(value_type = Vec<Option<Cell>>)]
    pub cells: Vec<Option<Cell>>,
    /// Whether two documents differ beyond what is tolerated.
    pub disagree: bool,
}

/// What the documents say, side by side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct DocumentsTable {
    /// Documents and reports, in order of receipt within their kind.
    pub columns: Vec<DocumentColumn>,
    /// Fields.
    pub rows: Vec<DocumentRow>,
}
