//! What a message can become.

use crate::declaration::ImportDeclaration;
use crate::entry_summary::EntrySummary;
use crate::event::StatusEvent;
use crate::manifest::ManifestConsignment;
use crate::stow::StowPosition;
use crate::traveller::Traveller;
use crate::vessel_report::VesselReport;

/// A record of any kind. Bulk status events borrow from the input, so that reading them copies nothing.
// The large variant is the bulk one: a box would cost an allocation for each of millions of rows.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq)]
pub enum Record<'a> {
    /// A container status message.
    Status(StatusEvent<'a>),
    /// An entry summary declaration or its amendment.
    EntrySummary(Box<EntrySummary>),
    /// One goods item of an import declaration.
    Declaration(Box<ImportDeclaration>),
    /// One container of a stow plan.
    Stow(Box<StowPosition>),
    /// One consignment of a manifest.
    Manifest(Box<ManifestConsignment>),
    /// A report of a vessel's call.
    VesselReport(Box<VesselReport>),
    /// A passenger or one of the crew: personal data, shown in no generic listing.
    Traveller(Box<Traveller>),
}
